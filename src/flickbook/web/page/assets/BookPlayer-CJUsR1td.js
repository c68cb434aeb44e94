import{a6 as te,ab as mt,a7 as ee,a8 as oe,t as W,r as b,u as K,x as rt,v as ae,s as Nt}from"./naming-lWJAvslt.js";import{d as Q,c as yt,h as ie}from"./media-DDrsNaAs.js";import{d as Z,n as se,w as $,b as A,f as h,h as J,a as _,_ as z,y as Vt,o as Ht,g as dt,q as Bt,v as ne,z as Ft,j as F,x as le,c as M,F as re,l as de}from"./_plugin-vue_export-helper-CuhGmp7l.js";import{G as p,i as ce,c as ue,g as he,n as pt,a as R,s as U,M as w,b as n,d as Gt,e as x,f as S,h as O,t as g,A as me,j as Wt,k as Zt,l as pe}from"./media-chrome-hIysoX40.js";import{S as ve}from"./SnippetStrip-iQ2O81X0.js";function Vo(o,t){const e=Math.max(1,Math.ceil(o/t));return Array.from({length:e},(a,i)=>{const s=i*t;return{start:s,end:Math.min(s+t,o),state:"done",error:null}})}function Ho(o,t){if(o.base===null||o.duration===null||o.snippet===null)return null;const{title:e,base:a,snippet:i,duration:s,video:l,storyboard:r}=o;return{title:e,base:a,last:oe(o.name),snippet:i,duration:s,cells:t,video:l,storyboard:r}}function j(o){return Math.max(1,Math.ceil(o.duration-1e-6))}function fe(o,t){return ee(o.base,o.last,mt(t,o.snippet))}function G(o,t){return te(o.base,o.last,mt(t,o.snippet),t)}function zt(o,t){return o.findLast(e=>e.start<=t)??o[0]}class qt{constructor(t,e,a=()=>{}){this.limit=t,this.parallel=e,this.onSettled=a}ready=new Map;loading=new Map;failed=new Set;queue=[];get(t){const e=this.ready.get(t);return e===void 0?null:(this.ready.delete(t),this.ready.set(t,e),e)}hasFailed(t){return this.failed.has(t)}want(t){const e=new Set(t);for(const[a,i]of this.loading)e.has(a)||(this.loading.delete(a),i.removeAttribute("src"));this.queue=t.filter(a=>!this.ready.has(a)&&!this.loading.has(a)&&!this.failed.has(a)),this.next()}forgive(){this.failed.clear()}next(){for(;this.loading.size<this.parallel;){const t=this.queue.shift();if(t===void 0)return;this.load(t)}}load(t){const e=new Image;e.decoding="async",this.loading.set(t,e),e.src=t,e.decode().then(()=>this.settle(t,e,!0),()=>this.settle(t,e,!1))}settle(t,e,a){this.loading.get(t)===e&&(this.loading.delete(t),a?this.keep(t,e):this.failed.add(t),this.next(),this.onSettled(t))}keep(t,e){this.ready.set(t,e);for(const a of this.ready.keys()){if(this.ready.size<=this.limit)return;this.ready.delete(a)}}}const Ee=/^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/,ge=/^(.*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;function be(o,t){const e=[],a=o.replace(/\r\n?/g,`
`).split(`
`);return a.forEach((i,s)=>{const l=Ee.exec(i),r=l&&ge.exec(a[s+1]?.trim()??"");if(!l||!r)return;const[c=0,v=0,d=0,m=0]=r.slice(2).map(Number),u=new URL(r[1]??"",t).href;e.push({start:Mt(l[1]),end:Mt(l[2]),url:u,x:c,y:v,width:d,height:m})}),e.sort((i,s)=>i.start-s.start)}function _e(o){return[`WEBVTT
`,...o.map(({start:e,end:a,url:i,x:s,y:l,width:r,height:c})=>`${wt(e)} --> ${wt(a)}
${i}#xywh=${s},${l},${r},${c}
`)].join(`
`)}function Ae(o,t){let e=0,a=o.length-1;for(;e<a;){const i=Math.ceil((e+a)/2);(o[i]?.start??0)<=t?e=i:a=i-1}return o[e]}function Mt(o=""){return o.split(":").reduce((t,e)=>t*60+Number(e),0)}function wt(o){const t=Math.round(o*1e3),e=i=>String(Math.floor(i)).padStart(2,"0");return`${`${e(t/36e5)}:${e(t/6e4%60)}:${e(t/1e3%60)}`}.${String(t%1e3).padStart(3,"0")}`}const Le=48,ye=3;class kt{constructor(t){this.list=t,this.urls=[...new Set(t.map(e=>e.url))]}onSheet=()=>{};sheets=new qt(Le,4,()=>this.onSheet());urls;at(t){return Ae(this.list,t)}near(t){const e=this.at(t);if(e===void 0)return;const a=this.urls.indexOf(e.url),i=[a];for(let s=1;s<=ye;s+=1)i.push(a+s,a-s);this.sheets.want(i.flatMap(s=>this.urls[s]??[]))}draw(t,e){const a=this.at(e),i=a&&this.sheets.get(a.url);if(!a||!i)return!1;const s=a.width||i.naturalWidth,l=a.height||i.naturalHeight,r=Math.min(s,320);return t.width=r,t.height=Math.round(r*l/s),t.getContext("2d")?.drawImage(i,a.x,a.y,s,l,0,0,t.width,t.height),t.dataset.start=String(a.start),!0}}function Xt(o){return Array.from({length:j(o)},(t,e)=>{const a=Math.min(e+1,o.duration);return{start:e,end:a,url:G(o,e),x:0,y:0,width:0,height:0}})}async function Me(o){if(o.storyboard!==null)try{const t=await fetch(o.storyboard),e=t.ok?be(await t.text(),new URL(o.storyboard,document.baseURI).href):[];if(e.length>0)return e}catch{}return Xt(o)}const Tt=8,It=2;function we(o,t,e){const a=[o];if(t===0)for(let i=1;i<=(Tt+It)/2;i+=1)a.push(o+i,o-i);else{for(let i=1;i<=Tt;i+=1)a.push(o+i*t);for(let i=1;i<=It;i+=1)a.push(o-i*Math.sign(t))}return a.filter(i=>i>=0&&i<e)}const ke=["data-second"],Te={key:0,class:"missing"},Ie=40,Ce=4,De=Z({__name:"FreezeFrame",props:{book:{},second:{},tiles:{}},setup(o){const t=o,e=b(),a=b(),i=b(!1),s=new qt(Ie,Ce,c=>{c===G(t.book,t.second)&&l()});function l(){const{book:c,second:v}=t,d=G(c,v),m=s.get(d);i.value=m===null&&s.hasFailed(d);const u=e.value?.querySelector("img");if(m===null){u?.remove(),a.value&&t.tiles.draw(a.value,v);return}m.alt=`Freeze frame of second ${v}`,m.dataset.second=String(v),u!==m&&(u?.remove(),e.value?.append(m))}function r(c,v){const d=we(c,c-v,j(t.book));s.want(d.map(m=>G(t.book,m))),t.tiles.near(c),l()}return se(()=>r(t.second,t.second)),$(()=>t.second,r,{flush:"sync"}),$(()=>[t.book,t.tiles],()=>{s.forgive(),r(t.second,t.second)}),(c,v)=>(_(),A("div",{ref_key:"stage",ref:e,class:"stage","data-role":"still","data-second":o.second},[h("canvas",{ref_key:"rough",ref:a,width:"16",height:"9","aria-hidden":"true"},null,512),i.value?(_(),A("p",Te,"No freeze frame of second "+W(o.second),1)):J("",!0)],8,ke))}}),xe=z(De,[["__scopeId","data-v-e6d3ecfb"]]),Se={class:"figures"},$e=["max","aria-label","aria-valuetext"],Ct=22,Re=Z({__name:"ScrubBar",props:Ft({last:{},tiles:{},label:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(o){const t=o,e=Vt(o,"modelValue"),a=b(),i=b(),s=Nt(null),l=b(!1);$(()=>t.tiles,v=>{v.onSheet=r,v.near(e.value)},{immediate:!0}),Ht(()=>t.tiles.onSheet=()=>{});function r(){s.value&&a.value&&(l.value=t.tiles.draw(a.value,s.value.time))}function c(v){const d=i.value?.getBoundingClientRect();if(!d)return;const m=(v.clientX-d.left-Ct/2)/(d.width-Ct),u=Math.round(Math.min(1,Math.max(0,m))*t.last),E=Math.min(84,d.width/2);s.value={time:u,x:Math.min(d.width-E,Math.max(E,v.clientX-d.left))},t.tiles.near(u),r()}return(v,d)=>(_(),A("div",{ref_key:"track",ref:i,class:"scrub",onPointermove:c,onPointerdown:c,onPointerleave:d[1]||(d[1]=m=>s.value=null)},[dt(h("div",{class:ae(["tip",{drawn:l.value}]),style:rt({left:`${s.value?.x??0}px`}),"aria-hidden":"true"},[h("canvas",{ref_key:"canvas",ref:a,"data-role":"tile",width:"160",height:"90"},null,512),h("span",Se,W(K(Q)(s.value?.time??0)),1)],6),[[Bt,s.value]]),dt(h("input",{"onUpdate:modelValue":d[0]||(d[0]=m=>e.value=m),type:"range",min:"0",max:o.last,step:"1","aria-label":o.label,"aria-valuetext":`second ${e.value}, ${K(Q)(e.value)}`,style:rt({"--share":o.last?e.value/o.last:0})},null,12,$e),[[ne,e.value,void 0,{number:!0}]])],544))}}),Ue=z(Re,[["__scopeId","data-v-e2cf7115"]]),Oe=["data-second","data-start"],Pe=["src","alt","data-second"],Ne={key:0,class:"missing"},Ve=Z({__name:"SnippetGif",props:{book:{},second:{}},setup(o){const t=o,e=b(!1),a=b(!1),i=M(()=>!yt.value||e.value),s=M(()=>mt(t.second,t.book.snippet)),l=M(()=>G(t.book,s.value)),r=M(()=>i.value?fe(t.book,t.second):l.value),c=M(()=>{const v=zt(t.book.cells,t.second)?.end??s.value+t.book.snippet;return`${i.value?"Animated snippet":"Still of the snippet"} ${Q(s.value)} to ${Q(v)}, which holds second ${t.second}`});return $(r,()=>a.value=!1),(v,d)=>(_(),A("div",{class:"stage","data-role":"gif","data-second":o.second,"data-start":s.value},[dt((_(),A("img",{key:r.value,src:r.value,alt:c.value,"data-second":o.second,style:rt({backgroundImage:`url(${JSON.stringify(l.value)})`}),onError:d[0]||(d[0]=m=>a.value=!0)},null,44,Pe)),[[Bt,!a.value]]),a.value?(_(),A("p",Ne,"No GIF of second "+W(o.second),1)):J("",!0),K(yt)&&!e.value?(_(),A("button",{key:1,class:"button ask",type:"button",onClick:d[1]||(d[1]=m=>e.value=!0)},[F(K(ie)),d[2]||(d[2]=le("Play GIF",-1))])):J("",!0)],8,Oe))}}),He=z(Ve,[["__scopeId","data-v-93ba84c9"]]),Be={class:"every","aria-labelledby":"every-second"},Fe={class:"soft figures","data-role":"second"},Ge={class:"pair"},We=Z({__name:"EverySecond",props:Ft({book:{},tiles:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(o){const t=o,e=Vt(o,"modelValue"),a=M(()=>j(t.book)-1);return(i,s)=>(_(),A("section",Be,[h("header",null,[s[1]||(s[1]=h("h2",{id:"every-second"},"Every second",-1)),h("output",Fe,"second "+W(e.value)+" · "+W(K(Q)(e.value)),1)]),h("div",Ge,[h("figure",null,[F(xe,{book:o.book,second:e.value,tiles:o.tiles},null,8,["book","second","tiles"]),s[2]||(s[2]=h("figcaption",{class:"soft small"},"Freeze frame of this second",-1))]),h("figure",null,[F(He,{book:o.book,second:e.value},null,8,["book","second"]),s[3]||(s[3]=h("figcaption",{class:"soft small"},"GIF of its snippet",-1))])]),F(Ue,{modelValue:e.value,"onUpdate:modelValue":s[0]||(s[0]=l=>e.value=l),last:a.value,tiles:o.tiles,label:"Second of the video"},null,8,["modelValue","last","tiles"])]))}}),Ze=z(We,[["__scopeId","data-v-df474b85"]]),N={PLACEMENT:"placement",BOUNDS:"bounds"};function ze(o){return`
    <style>
      :host {
        --_tooltip-background-color: var(--media-tooltip-background-color, var(--media-secondary-color, rgba(20, 20, 30, .7)));
        --_tooltip-background: var(--media-tooltip-background, var(--_tooltip-background-color));
        --_tooltip-arrow-half-width: calc(var(--media-tooltip-arrow-width, 12px) / 2);
        --_tooltip-arrow-height: var(--media-tooltip-arrow-height, 5px);
        --_tooltip-arrow-background: var(--media-tooltip-arrow-color, var(--_tooltip-background-color));
        position: relative;
        pointer-events: none;
        display: var(--media-tooltip-display, inline-flex);
        justify-content: center;
        align-items: center;
        box-sizing: border-box;
        z-index: var(--media-tooltip-z-index, 1);
        background: var(--_tooltip-background);
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        font: var(--media-font,
          var(--media-font-weight, 400)
          var(--media-font-size, 13px) /
          var(--media-text-content-height, var(--media-control-height, 18px))
          var(--media-font-family, helvetica neue, segoe ui, roboto, arial, sans-serif));
        padding: var(--media-tooltip-padding, .35em .7em);
        border: var(--media-tooltip-border, none);
        border-radius: var(--media-tooltip-border-radius, 5px);
        filter: var(--media-tooltip-filter, drop-shadow(0 0 4px rgba(0, 0, 0, .2)));
        white-space: var(--media-tooltip-white-space, nowrap);
      }

      :host([hidden]) {
        display: none;
      }

      img, svg {
        display: inline-block;
      }

      #arrow {
        position: absolute;
        width: 0px;
        height: 0px;
        border-style: solid;
        display: var(--media-tooltip-arrow-display, block);
      }

      :host(:not([placement])),
      :host([placement="top"]) {
        position: absolute;
        bottom: calc(100% + var(--media-tooltip-distance, 12px));
        left: 50%;
        transform: translate(calc(-50% - var(--media-tooltip-offset-x, 0px)), 0);
      }
      :host(:not([placement])) #arrow,
      :host([placement="top"]) #arrow {
        top: 100%;
        left: 50%;
        border-width: var(--_tooltip-arrow-height) var(--_tooltip-arrow-half-width) 0 var(--_tooltip-arrow-half-width);
        border-color: var(--_tooltip-arrow-background) transparent transparent transparent;
        transform: translate(calc(-50% + var(--media-tooltip-offset-x, 0px)), 0);
      }

      :host([placement="right"]) {
        position: absolute;
        left: calc(100% + var(--media-tooltip-distance, 12px));
        top: 50%;
        transform: translate(0, -50%);
      }
      :host([placement="right"]) #arrow {
        top: 50%;
        right: 100%;
        border-width: var(--_tooltip-arrow-half-width) var(--_tooltip-arrow-height) var(--_tooltip-arrow-half-width) 0;
        border-color: transparent var(--_tooltip-arrow-background) transparent transparent;
        transform: translate(0, -50%);
      }

      :host([placement="bottom"]) {
        position: absolute;
        top: calc(100% + var(--media-tooltip-distance, 12px));
        left: 50%;
        transform: translate(calc(-50% - var(--media-tooltip-offset-x, 0px)), 0);
      }
      :host([placement="bottom"]) #arrow {
        bottom: 100%;
        left: 50%;
        border-width: 0 var(--_tooltip-arrow-half-width) var(--_tooltip-arrow-height) var(--_tooltip-arrow-half-width);
        border-color: transparent transparent var(--_tooltip-arrow-background) transparent;
        transform: translate(calc(-50% + var(--media-tooltip-offset-x, 0px)), 0);
      }

      :host([placement="left"]) {
        position: absolute;
        right: calc(100% + var(--media-tooltip-distance, 12px));
        top: 50%;
        transform: translate(0, -50%);
      }
      :host([placement="left"]) #arrow {
        top: 50%;
        left: 100%;
        border-width: var(--_tooltip-arrow-half-width) 0 var(--_tooltip-arrow-half-width) var(--_tooltip-arrow-height);
        border-color: transparent transparent transparent var(--_tooltip-arrow-background);
        transform: translate(0, -50%);
      }
      
      :host([placement="none"]) #arrow {
        display: none;
      }
    </style>
    <slot></slot>
    <div id="arrow"></div>
  `}class nt extends p.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{var t;if(!ce(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;const e=this.placement;if(e==="left"||e==="right"){this.style.removeProperty("--media-tooltip-offset-x");return}const a=getComputedStyle(this),i=(t=ue(this,"#"+this.bounds))!=null?t:he(this);if(!i)return;const{x:s,width:l}=i.getBoundingClientRect(),{x:r,width:c}=this.getBoundingClientRect(),v=r+c,d=s+l,m=a.getPropertyValue("--media-tooltip-offset-x"),u=m?parseFloat(m.replace("px","")):0,E=a.getPropertyValue("--media-tooltip-container-margin"),T=E?parseFloat(E.replace("px","")):0,At=r-s+u-T,Lt=v-d+u+T;if(At<0){this.style.setProperty("--media-tooltip-offset-x",`${At}px`);return}if(Lt>0){this.style.setProperty("--media-tooltip-offset-x",`${Lt}px`);return}this.style.removeProperty("--media-tooltip-offset-x")},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=pt(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t)}if(this.arrowEl=this.shadowRoot.querySelector("#arrow"),Object.prototype.hasOwnProperty.call(this,"placement")){const t=this.placement;delete this.placement,this.placement=t}}static get observedAttributes(){return[N.PLACEMENT,N.BOUNDS]}get placement(){return R(this,N.PLACEMENT)}set placement(t){U(this,N.PLACEMENT,t)}get bounds(){return R(this,N.BOUNDS)}set bounds(t){U(this,N.BOUNDS,t)}}nt.shadowRootOptions={mode:"open"};nt.getTemplateHTML=ze;p.customElements.get("media-tooltip")||p.customElements.define("media-tooltip",nt);var Dt=nt,vt=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},f=(o,t,e)=>(vt(o,t,"read from private field"),e?e.call(o):t.get(o)),P=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},tt=(o,t,e,a)=>(vt(o,t,"write to private field"),t.set(o,e),e),xt=(o,t,e)=>(vt(o,t,"access private method"),e),L,B,ct,Yt,D,H,ot,ut,Kt;const I={TOOLTIP_PLACEMENT:"tooltipplacement",DISABLED:"disabled",NO_TOOLTIP:"notooltip"};function qe(o,t={}){return`
    <style>
      :host {
        position: relative;
        font: var(--media-font,
          var(--media-font-weight, bold)
          var(--media-font-size, 14px) /
          var(--media-text-content-height, var(--media-control-height, 24px))
          var(--media-font-family, helvetica neue, segoe ui, roboto, arial, sans-serif));
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        background: var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7)));
        padding: var(--media-button-padding, var(--media-control-padding, 10px));
        justify-content: var(--media-button-justify-content, center);
        display: inline-flex;
        align-items: center;
        vertical-align: middle;
        box-sizing: border-box;
        transition: background .15s linear;
        pointer-events: auto;
        cursor: var(--media-cursor, pointer);
        -webkit-tap-highlight-color: transparent;
      }

      
      :host(:focus-visible) {
        box-shadow: var(--media-focus-box-shadow, inset 0 0 0 2px rgb(27 127 204 / .9));
        outline: 0;
      }
      
      :host(:where(:focus)) {
        box-shadow: none;
        outline: 0;
      }

      :host(:hover) {
        background: var(--media-control-hover-background, rgba(50 50 70 / .7));
      }

      slot[name="icon"] {
        display: inline-flex;
        align-items: center;
      }

      svg, img, ::slotted(svg), ::slotted(img) {
        width: var(--media-button-icon-width);
        height: var(--media-button-icon-height, var(--media-control-height, 24px));
        transform: var(--media-button-icon-transform);
        transition: var(--media-button-icon-transition);
        fill: var(--media-icon-color, var(--media-primary-color, rgb(238 238 238)));
        vertical-align: middle;
        max-width: 100%;
        max-height: 100%;
        min-width: 100%;
      }

      media-tooltip {
        
        max-width: 0;
        overflow-x: clip;
        opacity: 0;
        transition: opacity .3s, max-width 0s 9s;
      }

      :host(:hover) media-tooltip,
      :host(:focus-visible) media-tooltip {
        max-width: 100vw;
        opacity: 1;
        transition: opacity .3s;
      }

      :host([notooltip]) slot[name="tooltip"] {
        display: none;
      }
    </style>

    ${this.getSlotTemplateHTML(o,t)}

    <slot name="tooltip">
      <media-tooltip part="tooltip" aria-hidden="true">
        <template shadowrootmode="${Dt.shadowRootOptions.mode}">
          ${Dt.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(o)}
        </slot>
      </media-tooltip>
    </slot>
  `}function Xe(o,t){return`
    <slot></slot>
  `}function Ye(){return""}class k extends p.HTMLElement{constructor(){if(super(),P(this,ct),P(this,ut),P(this,L,void 0),this.preventClick=!1,this.tooltipEl=null,P(this,B,t=>{this.preventClick||this.handleClick(t),setTimeout(f(this,D),0)}),P(this,D,()=>{var t,e;(e=(t=this.tooltipEl)==null?void 0:t.updateXOffset)==null||e.call(t)}),P(this,H,t=>{const{key:e}=t;if(!this.keysUsed.includes(e)){this.removeEventListener("keyup",f(this,H));return}this.preventClick||this.handleClick(t)}),P(this,ot,t=>{const{metaKey:e,altKey:a,key:i}=t;if(e||a||!this.keysUsed.includes(i)){this.removeEventListener("keyup",f(this,H));return}this.addEventListener("keyup",f(this,H),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=pt(this.attributes),e=this.constructor.getTemplateHTML(t);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(e):this.shadowRoot.innerHTML=e}this.tooltipEl=this.shadowRoot.querySelector("media-tooltip")}static get observedAttributes(){return["disabled",I.TOOLTIP_PLACEMENT,w.MEDIA_CONTROLLER,n.MEDIA_LANG]}enable(){this.addEventListener("click",f(this,B)),this.addEventListener("keydown",f(this,ot)),this.tabIndex=0}disable(){this.removeEventListener("click",f(this,B)),this.removeEventListener("keydown",f(this,ot)),this.removeEventListener("keyup",f(this,H)),this.tabIndex=-1}attributeChangedCallback(t,e,a){var i,s,l,r,c;t===w.MEDIA_CONTROLLER?(e&&((s=(i=f(this,L))==null?void 0:i.unassociateElement)==null||s.call(i,this),tt(this,L,null)),a&&this.isConnected&&(tt(this,L,(l=this.getRootNode())==null?void 0:l.getElementById(a)),(c=(r=f(this,L))==null?void 0:r.associateElement)==null||c.call(r,this))):t==="disabled"&&a!==e?a==null?this.enable():this.disable():t===I.TOOLTIP_PLACEMENT&&this.tooltipEl&&a!==e?this.tooltipEl.placement=a:t===n.MEDIA_LANG&&(this.shadowRoot.querySelector('slot[name="tooltip-content"]').innerHTML=this.constructor.getTooltipContentHTML()),xt(this,ct,Yt).call(this)&&f(this,D).call(this)}connectedCallback(){var t,e,a;const{style:i}=Gt(this.shadowRoot,":host");i.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute("disabled")?this.disable():this.enable(),this.setAttribute("role","button");const s=this.getAttribute(w.MEDIA_CONTROLLER);s&&(tt(this,L,(t=this.getRootNode())==null?void 0:t.getElementById(s)),(a=(e=f(this,L))==null?void 0:e.associateElement)==null||a.call(e,this)),p.customElements.whenDefined("media-tooltip").then(()=>xt(this,ut,Kt).call(this))}disconnectedCallback(){var t,e;this.disable(),(e=(t=f(this,L))==null?void 0:t.unassociateElement)==null||e.call(t,this),tt(this,L,null),this.removeEventListener("mouseenter",f(this,D)),this.removeEventListener("focus",f(this,D)),this.removeEventListener("click",f(this,B))}get keysUsed(){return["Enter"," "]}get tooltipPlacement(){return R(this,I.TOOLTIP_PLACEMENT)}set tooltipPlacement(t){U(this,I.TOOLTIP_PLACEMENT,t)}get mediaController(){return R(this,w.MEDIA_CONTROLLER)}set mediaController(t){U(this,w.MEDIA_CONTROLLER,t)}get disabled(){return x(this,I.DISABLED)}set disabled(t){S(this,I.DISABLED,t)}get noTooltip(){return x(this,I.NO_TOOLTIP)}set noTooltip(t){S(this,I.NO_TOOLTIP,t)}handleClick(t){}}L=new WeakMap;B=new WeakMap;ct=new WeakSet;Yt=function(){try{return this.matches(":hover, :focus-visible")}catch{return this.matches(":hover, :focus")}};D=new WeakMap;H=new WeakMap;ot=new WeakMap;ut=new WeakSet;Kt=function(){this.addEventListener("mouseenter",f(this,D)),this.addEventListener("focus",f(this,D)),this.addEventListener("click",f(this,B));const o=this.tooltipPlacement;o&&this.tooltipEl&&(this.tooltipEl.placement=o)};k.shadowRootOptions={mode:"open"};k.getTemplateHTML=qe;k.getSlotTemplateHTML=Xe;k.getTooltipContentHTML=Ye;p.customElements.get("media-chrome-button")||p.customElements.define("media-chrome-button",k);var Qt=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},Ke=(o,t,e)=>(Qt(o,t,"read from private field"),t.get(o)),Qe=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},Je=(o,t,e,a)=>(Qt(o,t,"write to private field"),t.set(o,e),e),at;const je=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,to=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function eo(o){return`
    <style>
      :host([${n.MEDIA_IS_FULLSCREEN}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      
      :host(:not([${n.MEDIA_IS_FULLSCREEN}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${n.MEDIA_IS_FULLSCREEN}]) slot[name=tooltip-enter],
      :host(:not([${n.MEDIA_IS_FULLSCREEN}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${je}</slot>
      <slot name="exit">${to}</slot>
    </slot>
  `}function oo(){return`
    <slot name="tooltip-enter">${g("Enter fullscreen mode")}</slot>
    <slot name="tooltip-exit">${g("Exit fullscreen mode")}</slot>
  `}const St=o=>{const t=o.mediaIsFullscreen?g("exit fullscreen mode"):g("enter fullscreen mode");o.setAttribute("aria-label",t)};class ft extends k{constructor(){super(...arguments),Qe(this,at,null)}static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_IS_FULLSCREEN,n.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),St(this)}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),t===n.MEDIA_IS_FULLSCREEN&&St(this)}get mediaFullscreenUnavailable(){return R(this,n.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(t){U(this,n.MEDIA_FULLSCREEN_UNAVAILABLE,t)}get mediaIsFullscreen(){return x(this,n.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(t){S(this,n.MEDIA_IS_FULLSCREEN,t)}handleClick(t){Je(this,at,t);const e=Ke(this,at)instanceof PointerEvent,a=this.mediaIsFullscreen?new p.CustomEvent(O.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new p.CustomEvent(O.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(a)}}at=new WeakMap;ft.getSlotTemplateHTML=eo;ft.getTooltipContentHTML=oo;p.customElements.get("media-fullscreen-button")||p.customElements.define("media-fullscreen-button",ft);var Jt=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},q=(o,t,e)=>(Jt(o,t,"read from private field"),e?e.call(o):t.get(o)),$t=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},X=(o,t,e,a)=>(Jt(o,t,"write to private field"),t.set(o,e),e),y,it;const et={LOADING_DELAY:"loadingdelay",NO_AUTOHIDE:"noautohide"},jt=500,ao=`
<svg aria-hidden="true" viewBox="0 0 100 100">
  <path d="M73,50c0-12.7-10.3-23-23-23S27,37.3,27,50 M30.9,50c0-10.5,8.5-19.1,19.1-19.1S69.1,39.5,69.1,50">
    <animateTransform
       attributeName="transform"
       attributeType="XML"
       type="rotate"
       dur="1s"
       from="0 50 50"
       to="360 50 50"
       repeatCount="indefinite" />
  </path>
</svg>
`;function io(o){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${jt}ms);
      }

      #status {
        color: rgba(0,0,0,0);
        width: 0px;
        height: 0px;
      }

      :host slot[name=icon] > *,
      :host ::slotted([slot=icon]) {
        opacity: var(--media-loading-indicator-opacity, 0);
        transition: opacity 0.15s;
      }

      :host([${n.MEDIA_LOADING}]:not([${n.MEDIA_PAUSED}])) slot[name=icon] > *,
      :host([${n.MEDIA_LOADING}]:not([${n.MEDIA_PAUSED}])) ::slotted([slot=icon]) {
        opacity: var(--media-loading-indicator-opacity, 1);
        transition: opacity 0.15s var(--_loading-indicator-delay);
      }

      :host #status {
        visibility: var(--media-loading-indicator-opacity, hidden);
        transition: visibility 0.15s;
      }

      :host([${n.MEDIA_LOADING}]:not([${n.MEDIA_PAUSED}])) #status {
        visibility: var(--media-loading-indicator-opacity, visible);
        transition: visibility 0.15s var(--_loading-indicator-delay);
      }

      svg, img, ::slotted(svg), ::slotted(img) {
        width: var(--media-loading-indicator-icon-width);
        height: var(--media-loading-indicator-icon-height, 100px);
        fill: var(--media-icon-color, var(--media-primary-color, rgb(238 238 238)));
        vertical-align: middle;
      }
    </style>

    <slot name="icon">${ao}</slot>
    <div id="status" role="status" aria-live="polite">${g("media loading")}</div>
  `}class Et extends p.HTMLElement{constructor(){if(super(),$t(this,y,void 0),$t(this,it,jt),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=pt(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t)}}static get observedAttributes(){return[w.MEDIA_CONTROLLER,n.MEDIA_PAUSED,n.MEDIA_LOADING,et.LOADING_DELAY]}attributeChangedCallback(t,e,a){var i,s,l,r,c;t===et.LOADING_DELAY&&e!==a?this.loadingDelay=Number(a):t===w.MEDIA_CONTROLLER&&(e&&((s=(i=q(this,y))==null?void 0:i.unassociateElement)==null||s.call(i,this),X(this,y,null)),a&&this.isConnected&&(X(this,y,(l=this.getRootNode())==null?void 0:l.getElementById(a)),(c=(r=q(this,y))==null?void 0:r.associateElement)==null||c.call(r,this)))}connectedCallback(){var t,e,a;const i=this.getAttribute(w.MEDIA_CONTROLLER);i&&(X(this,y,(t=this.getRootNode())==null?void 0:t.getElementById(i)),(a=(e=q(this,y))==null?void 0:e.associateElement)==null||a.call(e,this))}disconnectedCallback(){var t,e;(e=(t=q(this,y))==null?void 0:t.unassociateElement)==null||e.call(t,this),X(this,y,null)}get loadingDelay(){return q(this,it)}set loadingDelay(t){X(this,it,t);const{style:e}=Gt(this.shadowRoot,":host");e.setProperty("--_loading-indicator-delay",`var(--media-loading-indicator-transition-delay, ${t}ms)`)}get mediaPaused(){return x(this,n.MEDIA_PAUSED)}set mediaPaused(t){S(this,n.MEDIA_PAUSED,t)}get mediaLoading(){return x(this,n.MEDIA_LOADING)}set mediaLoading(t){S(this,n.MEDIA_LOADING,t)}get mediaController(){return R(this,w.MEDIA_CONTROLLER)}set mediaController(t){U(this,w.MEDIA_CONTROLLER,t)}get noAutohide(){return x(this,et.NO_AUTOHIDE)}set noAutohide(t){S(this,et.NO_AUTOHIDE,t)}}y=new WeakMap;it=new WeakMap;Et.shadowRootOptions={mode:"open"};Et.getTemplateHTML=io;p.customElements.get("media-loading-indicator")||p.customElements.define("media-loading-indicator",Et);const so=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,Rt=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,no=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function lo(o){return`
    <style>
      :host(:not([${n.MEDIA_VOLUME_LEVEL}])) slot[name=icon] slot:not([name=high]),
      :host([${n.MEDIA_VOLUME_LEVEL}=high]) slot[name=icon] slot:not([name=high]) {
        display: none !important;
      }

      :host([${n.MEDIA_VOLUME_LEVEL}=off]) slot[name=icon] slot:not([name=off]) {
        display: none !important;
      }

      :host([${n.MEDIA_VOLUME_LEVEL}=low]) slot[name=icon] slot:not([name=low]) {
        display: none !important;
      }

      :host([${n.MEDIA_VOLUME_LEVEL}=medium]) slot[name=icon] slot:not([name=medium]) {
        display: none !important;
      }

      :host(:not([${n.MEDIA_VOLUME_LEVEL}=off])) slot[name=tooltip-unmute],
      :host([${n.MEDIA_VOLUME_LEVEL}=off]) slot[name=tooltip-mute] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="off">${so}</slot>
      <slot name="low">${Rt}</slot>
      <slot name="medium">${Rt}</slot>
      <slot name="high">${no}</slot>
    </slot>
  `}function ro(){return`
    <slot name="tooltip-mute">${g("Mute")}</slot>
    <slot name="tooltip-unmute">${g("Unmute")}</slot>
  `}const Ut=o=>{const e=o.mediaVolumeLevel==="off"?g("unmute"):g("mute");o.setAttribute("aria-label",e)};class gt extends k{static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),Ut(this)}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),t===n.MEDIA_VOLUME_LEVEL&&Ut(this)}get mediaVolumeLevel(){return R(this,n.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(t){U(this,n.MEDIA_VOLUME_LEVEL,t)}handleClick(){const t=this.mediaVolumeLevel==="off"?O.MEDIA_UNMUTE_REQUEST:O.MEDIA_MUTE_REQUEST;this.dispatchEvent(new p.CustomEvent(t,{composed:!0,bubbles:!0}))}}gt.getSlotTemplateHTML=lo;gt.getTooltipContentHTML=ro;p.customElements.get("media-mute-button")||p.customElements.define("media-mute-button",gt);const co=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,uo=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function ho(o){return`
    <style>
      :host([${n.MEDIA_PAUSED}]) slot[name=pause],
      :host(:not([${n.MEDIA_PAUSED}])) slot[name=play] {
        display: none !important;
      }

      :host([${n.MEDIA_PAUSED}]) slot[name=tooltip-pause],
      :host(:not([${n.MEDIA_PAUSED}])) slot[name=tooltip-play] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="play">${co}</slot>
      <slot name="pause">${uo}</slot>
    </slot>
  `}function mo(){return`
    <slot name="tooltip-play">${g("Play")}</slot>
    <slot name="tooltip-pause">${g("Pause")}</slot>
  `}const Ot=o=>{const t=o.mediaPaused?g("play"):g("pause");o.setAttribute("aria-label",t)};class bt extends k{static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_PAUSED,n.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),Ot(this)}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),(t===n.MEDIA_PAUSED||t===n.MEDIA_LANG)&&Ot(this)}get mediaPaused(){return x(this,n.MEDIA_PAUSED)}set mediaPaused(t){S(this,n.MEDIA_PAUSED,t)}handleClick(){const t=this.mediaPaused?O.MEDIA_PLAY_REQUEST:O.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new p.CustomEvent(t,{composed:!0,bubbles:!0}))}}bt.getSlotTemplateHTML=ho;bt.getTooltipContentHTML=mo;p.customElements.get("media-play-button")||p.customElements.define("media-play-button",bt);var po=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},V=(o,t,e)=>(po(o,t,"read from private field"),e?e.call(o):t.get(o)),vo=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},C;const lt={RATES:"rates"},fo=[1,1.2,1.5,1.7,2],Y=1;function ht(o){return Math.round(o*100)/100}function Eo(o){return`
    <style>
      :host {
        min-width: 5ch;
        padding: var(--media-button-padding, var(--media-control-padding, 10px 5px));
      }
    </style>
    <slot name="icon">${o.mediaplaybackrate?ht(+o.mediaplaybackrate):Y}x</slot>
  `}function go(){return g("Playback rate")}class _t extends k{constructor(){var t;super(),vo(this,C,new me(this,lt.RATES,{defaultValue:fo})),this.container=this.shadowRoot.querySelector('slot[name="icon"]'),this.container.innerHTML=`${ht((t=this.mediaPlaybackRate)!=null?t:Y)}x`}static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_PLAYBACK_RATE,lt.RATES]}attributeChangedCallback(t,e,a){if(super.attributeChangedCallback(t,e,a),t===lt.RATES&&(V(this,C).value=a),t===n.MEDIA_PLAYBACK_RATE){const i=a?+a:Number.NaN,s=ht(Number.isNaN(i)?Y:i);this.container.innerHTML=`${s}x`,this.setAttribute("aria-label",g("Playback rate {playbackRate}",{playbackRate:s}))}}get rates(){return V(this,C)}set rates(t){t?Array.isArray(t)?V(this,C).value=t.join(" "):typeof t=="string"&&(V(this,C).value=t):V(this,C).value=""}get mediaPlaybackRate(){return Wt(this,n.MEDIA_PLAYBACK_RATE,Y)}set mediaPlaybackRate(t){Zt(this,n.MEDIA_PLAYBACK_RATE,t)}handleClick(){var t,e;const a=Array.from(V(this,C).values(),l=>+l).sort((l,r)=>l-r),i=(e=(t=a.find(l=>l>this.mediaPlaybackRate))!=null?t:a[0])!=null?e:Y,s=new p.CustomEvent(O.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:i});this.dispatchEvent(s)}}C=new WeakMap;_t.getSlotTemplateHTML=Eo;_t.getTooltipContentHTML=go;p.customElements.get("media-playback-rate-button")||p.customElements.define("media-playback-rate-button",_t);var bo=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},Pt=(o,t,e)=>(bo(o,t,"read from private field"),e?e.call(o):t.get(o)),_o=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},st;const Ao=1,Lo=o=>o.mediaMuted?0:o.mediaVolume,yo=o=>`${Math.round(o*100)}%`;class Mo extends pe{constructor(){super(...arguments),_o(this,st,()=>{const t=this.range.value,e=new p.CustomEvent(O.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(e)})}static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_VOLUME,n.MEDIA_MUTED,n.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute("aria-label",g("volume")),this.range.addEventListener("input",Pt(this,st))}disconnectedCallback(){this.range.removeEventListener("input",Pt(this,st)),super.disconnectedCallback()}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),(t===n.MEDIA_VOLUME||t===n.MEDIA_MUTED)&&(this.range.valueAsNumber=Lo(this),this.range.setAttribute("aria-valuetext",yo(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return Wt(this,n.MEDIA_VOLUME,Ao)}set mediaVolume(t){Zt(this,n.MEDIA_VOLUME,t)}get mediaMuted(){return x(this,n.MEDIA_MUTED)}set mediaMuted(t){S(this,n.MEDIA_MUTED,t)}get mediaVolumeUnavailable(){return R(this,n.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(t){U(this,n.MEDIA_VOLUME_UNAVAILABLE,t)}}st=new WeakMap;p.customElements.get("media-volume-range")||p.customElements.define("media-volume-range",Mo);const wo=["aria-label"],ko=["src","poster"],To=["src"],Io={key:0,class:"fault",role:"alert"},Co=Z({__name:"FilmPlayer",props:{src:{},title:{},poster:{},tiles:{}},emits:["time","length"],setup(o,{expose:t,emit:e}){const a=o,i=e,s=b(),l=b(""),r=b("");$(()=>a.tiles,m=>{URL.revokeObjectURL(r.value),r.value=URL.createObjectURL(new Blob([_e(m.list)],{type:"text/vtt"}))},{immediate:!0}),Ht(()=>URL.revokeObjectURL(r.value)),$(()=>a.src,()=>l.value="");const c=M(()=>`Video: ${a.title}`);function v(m){s.value&&(s.value.currentTime=m)}function d(){s.value&&Number.isFinite(s.value.duration)&&i("length",s.value.duration)}return t({seek:v}),(m,u)=>(_(),A(re,null,[h("media-controller",{class:"film","aria-label":c.value},[h("video",{ref_key:"video",ref:s,slot:"media",src:o.src,poster:o.poster,preload:"metadata",playsinline:"",onTimeupdate:u[0]||(u[0]=E=>i("time",s.value?.currentTime??0)),onLoadedmetadata:d,onError:u[1]||(u[1]=E=>l.value="This browser cannot play the video, or cannot reach it.")},[(_(),A("track",{key:r.value,kind:"metadata",label:"thumbnails",default:"",src:r.value},null,8,To))],40,ko),u[2]||(u[2]=h("media-loading-indicator",{slot:"centered-chrome",noautohide:""},null,-1)),u[3]||(u[3]=h("media-control-bar",{class:"seek"},[h("media-time-range",null,[h("media-preview-thumbnail",{slot:"preview"}),h("media-preview-time-display",{slot:"preview"})])],-1)),u[4]||(u[4]=h("media-control-bar",null,[h("media-play-button"),h("media-mute-button"),h("media-volume-range",{class:"volume"}),h("media-time-display",{showduration:""}),h("span",{class:"space"}),h("media-playback-rate-button"),h("media-fullscreen-button")],-1))],8,wo),l.value?(_(),A("p",Io,W(l.value),1)):J("",!0)],64))}}),Do=z(Co,[["__scopeId","data-v-7956221f"]]),xo={class:"player"},So={"aria-labelledby":"snippets"},$o=Z({__name:"BookPlayer",props:{book:{}},emits:["length"],setup(o,{emit:t}){const e=o,a=t,i=b(),s=M(()=>Math.floor(j(e.book)/2)),l=b(s.value),r=b(null),c=Nt(new kt(Xt(e.book))),v=M(()=>G(e.book,s.value)),d=M(()=>zt(e.book.cells,r.value??l.value)?.start);$(()=>[e.book.base,e.book.storyboard,e.book.duration,e.book.snippet],async()=>{const{book:u}=e;l.value=Math.min(l.value,j(u)-1);const E=await Me(u);u.base===e.book.base&&(c.value=new kt(E))},{immediate:!0});function m(u){l.value=u,e.book.video!==null&&(r.value=u,i.value?.seek(u))}return $(l,()=>r.value=null,{flush:"sync"}),(u,E)=>(_(),A("div",xo,[o.book.video?(_(),de(Do,{key:0,ref_key:"film",ref:i,src:o.book.video,title:o.book.title,poster:v.value,tiles:c.value,onTime:E[0]||(E[0]=T=>r.value=T),onLength:E[1]||(E[1]=T=>a("length",T))},null,8,["src","title","poster","tiles"])):J("",!0),h("section",So,[E[3]||(E[3]=h("h2",{id:"snippets"},"Snippets",-1)),F(ve,{cells:o.book.cells,base:o.book.base,last:o.book.last,current:d.value,label:"Snippets",pickable:"",onPick:m},null,8,["cells","base","last","current"])]),F(Ze,{modelValue:l.value,"onUpdate:modelValue":E[2]||(E[2]=T=>l.value=T),book:o.book,tiles:c.value},null,8,["modelValue","book","tiles"])]))}}),Bo=z($o,[["__scopeId","data-v-3e1aee47"]]);export{Bo as B,Ho as b,Vo as c};
