import{a6 as Qt,ab as ht,a7 as Yt,a8 as Kt,t as T,r as b,u as P,x as rt,n as Jt,s as Ut}from"./naming-Bcs9hG4Q.js";import{d as H,c as bt,h as jt}from"./media-3F4pxxvj.js";import{d as X,n as te,w as $,b as y,f as u,h as W,a as L,_ as Q,y as Ot,o as Rt,g as dt,q as Vt,v as ee,z as Nt,j as z,x as Pt,c as M,F as oe,l as ae}from"./_plugin-vue_export-helper-D-mGvNxT.js";import{G as v,i as ie,h as se,j as ne,n as mt,k as U,l as O,m as k,M as n,g as Ht,b as C,s as S,o as B,t as _,p as le,c as re,d as de}from"./media-time-range-BLHV3JME.js";import{S as ce}from"./SnippetStrip-CxfJTm9j.js";function xo(o,t){const e=Math.max(1,Math.ceil(o/t));return Array.from({length:e},(a,i)=>{const s=i*t;return{start:s,end:Math.min(s+t,o),state:"done",error:null}})}function Co(o,t){if(o.base===null||o.duration===null||o.snippet===null)return null;const{title:e,base:a,snippet:i,duration:s,video:r,storyboard:c}=o;return{title:e,base:a,last:Kt(o.name),snippet:i,duration:s,cells:t,video:r,storyboard:c}}function J(o){return Math.max(1,Math.ceil(o.duration-1e-6))}function ue(o,t){return Yt(o.base,o.last,ht(t,o.snippet))}function q(o,t){return Qt(o.base,o.last,ht(t,o.snippet),t)}function nt(o,t){return o.findLast(e=>e.start<=t)??o[0]}class Bt{constructor(t,e,a=()=>{}){this.limit=t,this.parallel=e,this.onSettled=a}ready=new Map;loading=new Map;failed=new Set;queue=[];get(t){const e=this.ready.get(t);return e===void 0?null:(this.ready.delete(t),this.ready.set(t,e),e)}hasFailed(t){return this.failed.has(t)}want(t){const e=new Set(t);for(const[a,i]of this.loading)e.has(a)||(this.loading.delete(a),i.removeAttribute("src"));this.queue=t.filter(a=>!this.ready.has(a)&&!this.loading.has(a)&&!this.failed.has(a)),this.next()}forgive(){this.failed.clear()}next(){for(;this.loading.size<this.parallel;){const t=this.queue.shift();if(t===void 0)return;this.load(t)}}load(t){const e=new Image;e.decoding="async",this.loading.set(t,e),e.src=t,e.decode().then(()=>this.settle(t,e,!0),()=>this.settle(t,e,!1))}settle(t,e,a){this.loading.get(t)===e&&(this.loading.delete(t),a?this.keep(t,e):this.failed.add(t),this.next(),this.onSettled(t))}keep(t,e){this.ready.set(t,e);for(const a of this.ready.keys()){if(this.ready.size<=this.limit)return;this.ready.delete(a)}}}const he=/^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/,me=/^(.*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;function pe(o,t){const e=[],a=o.replace(/\r\n?/g,`
`).split(`
`);return a.forEach((i,s)=>{const r=he.exec(i),c=r&&me.exec(a[s+1]?.trim()??"");if(!r||!c)return;const[m=0,p=0,l=0,d=0]=c.slice(2).map(Number),h=new URL(c[1]??"",t).href;e.push({start:_t(r[1]),end:_t(r[2]),url:h,x:m,y:p,width:l,height:d})}),e.sort((i,s)=>i.start-s.start)}function ve(o){return[`WEBVTT
`,...o.map(({start:e,end:a,url:i,x:s,y:r,width:c,height:m})=>`${Lt(e)} --> ${Lt(a)}
${i}#xywh=${s},${r},${c},${m}
`)].join(`
`)}function fe(o,t){let e=0,a=o.length-1;for(;e<a;){const i=Math.ceil((e+a)/2);(o[i]?.start??0)<=t?e=i:a=i-1}return o[e]}function _t(o=""){return o.split(":").reduce((t,e)=>t*60+Number(e),0)}function Lt(o){const t=Math.round(o*1e3),e=i=>String(Math.floor(i)).padStart(2,"0");return`${`${e(t/36e5)}:${e(t/6e4%60)}:${e(t/1e3%60)}`}.${String(t%1e3).padStart(3,"0")}`}const ge=48,Ee=3;class Mt{constructor(t){this.list=t,this.urls=[...new Set(t.map(e=>e.url))]}onSheet=()=>{};sheets=new Bt(ge,4,()=>this.onSheet());urls;at(t){return fe(this.list,t)}near(t){const e=this.at(t);if(e===void 0)return;const a=this.urls.indexOf(e.url),i=[a];for(let s=1;s<=Ee;s+=1)i.push(a+s,a-s);this.sheets.want(i.flatMap(s=>this.urls[s]??[]))}draw(t,e){const a=this.at(e),i=a&&this.sheets.get(a.url);if(!a||!i)return!1;const s=a.width||i.naturalWidth,r=a.height||i.naturalHeight,c=Math.min(s,320);return t.width=c,t.height=Math.round(c*r/s),t.getContext("2d")?.drawImage(i,a.x,a.y,s,r,0,0,t.width,t.height),t.dataset.start=String(a.start),!0}}function Ft(o){return Array.from({length:J(o)},(t,e)=>{const a=Math.min(e+1,o.duration);return{start:e,end:a,url:q(o,e),x:0,y:0,width:0,height:0}})}async function be(o){if(o.storyboard!==null)try{const t=await fetch(o.storyboard),e=t.ok?pe(await t.text(),new URL(o.storyboard,document.baseURI).href):[];if(e.length>0)return e}catch{}return Ft(o)}const yt=8,At=2;function _e(o,t,e){const a=[o];if(t===0)for(let i=1;i<=(yt+At)/2;i+=1)a.push(o+i,o-i);else{for(let i=1;i<=yt;i+=1)a.push(o+i*t);for(let i=1;i<=At;i+=1)a.push(o-i*Math.sign(t))}return a.filter(i=>i>=0&&i<e)}const Le=["data-second"],Me={key:0,class:"missing"},ye=40,Ae=4,we=X({__name:"FreezeFrame",props:{book:{},second:{},tiles:{}},setup(o){const t=o,e=b(),a=b(),i=b(""),s=new Bt(ye,Ae,l=>{l===q(t.book,t.second)&&r()});function r(){const{book:l,second:d}=t,h=q(l,d),E=s.get(h);i.value=E===null?m(d,h):"";const I=e.value?.querySelector("img");if(E===null){I?.remove(),a.value&&t.tiles.draw(a.value,d);return}E.alt=`Freeze frame of second ${d}`,E.dataset.second=String(d),I!==E&&(I?.remove(),e.value?.append(E))}function c(l){return nt(t.book.cells,l)?.state==="done"}function m(l,d){const h=nt(t.book.cells,l);return h?.state==="waiting"?`Second ${l} is still to be made`:h?.state==="failed"?`Second ${l} could not be made: ${h.error??""}`:s.hasFailed(d)?`There is no freeze frame of second ${l}`:""}function p(l,d){const h=_e(l,l-d,J(t.book));s.want(h.filter(c).map(E=>q(t.book,E))),t.tiles.near(l),r()}return te(()=>p(t.second,t.second)),$(()=>t.second,p,{flush:"sync"}),$(()=>[t.book,t.tiles],()=>{s.forgive(),p(t.second,t.second)}),(l,d)=>(L(),y("div",{ref_key:"stage",ref:e,class:"stage","data-role":"still","data-second":o.second},[u("canvas",{ref_key:"rough",ref:a,width:"16",height:"9","aria-hidden":"true"},null,512),i.value?(L(),y("p",Me,T(i.value),1)):W("",!0)],8,Le))}}),ke=Q(we,[["__scopeId","data-v-9efb29a2"]]),Te={class:"figures"},Ie=["max","aria-label","aria-valuetext"],wt=22,De=X({__name:"ScrubBar",props:Nt({last:{},tiles:{},label:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(o){const t=o,e=Ot(o,"modelValue"),a=b(),i=b(),s=Ut(null),r=b(!1);$(()=>t.tiles,p=>{p.onSheet=c,p.near(e.value)},{immediate:!0}),Rt(()=>t.tiles.onSheet=()=>{});function c(){s.value&&a.value&&(r.value=t.tiles.draw(a.value,s.value.time))}function m(p){const l=i.value?.getBoundingClientRect();if(!l)return;const d=(p.clientX-l.left-wt/2)/(l.width-wt),h=Math.round(Math.min(1,Math.max(0,d))*t.last),E=Math.min(84,l.width/2);s.value={time:h,x:Math.min(l.width-E,Math.max(E,p.clientX-l.left))},t.tiles.near(h),c()}return(p,l)=>(L(),y("div",{ref_key:"track",ref:i,class:"scrub",onPointermove:m,onPointerdown:m,onPointerleave:l[1]||(l[1]=d=>s.value=null)},[dt(u("div",{class:Jt(["tip",{drawn:r.value}]),style:rt({left:`${s.value?.x??0}px`}),"aria-hidden":"true"},[u("canvas",{ref_key:"canvas",ref:a,"data-role":"tile",width:"160",height:"90"},null,512),u("span",Te,T(P(H)(s.value?.time??0)),1)],6),[[Vt,s.value]]),dt(u("input",{"onUpdate:modelValue":l[0]||(l[0]=d=>e.value=d),type:"range",min:"0",max:o.last,step:"1","aria-label":o.label,"aria-valuetext":`second ${e.value}, ${P(H)(e.value)}`,style:rt({"--share":o.last?e.value/o.last:0})},null,12,Ie),[[ee,e.value,void 0,{number:!0}]])],544))}}),xe=Q(De,[["__scopeId","data-v-e2cf7115"]]),Ce=["data-second","data-start"],Se=["src","alt","data-second"],$e={key:1,class:"missing"},Ue=X({__name:"SnippetGif",props:{book:{},second:{}},setup(o){const t=o,e=b(!1),a=b(!1),i=M(()=>!bt.value||e.value),s=M(()=>ht(t.second,t.book.snippet)),r=M(()=>q(t.book,s.value)),c=M(()=>nt(t.book.cells,t.second)),m=M(()=>c.value?.state==="done"),p=M(()=>i.value?ue(t.book,t.second):r.value),l=M(()=>{const d=c.value?.end??s.value+t.book.snippet;return`${i.value?"Animated snippet":"Still of the snippet"} ${H(s.value)} to ${H(d)}, which holds second ${t.second}`});return $(p,()=>a.value=!1),(d,h)=>(L(),y("div",{class:"stage","data-role":"gif","data-second":o.second,"data-start":s.value},[m.value?dt((L(),y("img",{key:p.value,src:p.value,alt:l.value,"data-second":o.second,style:rt({backgroundImage:`url(${JSON.stringify(r.value)})`}),onError:h[0]||(h[0]=E=>a.value=!0)},null,44,Se)),[[Vt,!a.value]]):W("",!0),!m.value||a.value?(L(),y("p",$e,"No GIF of second "+T(o.second)+T(c.value?.state==="waiting"?" yet":""),1)):W("",!0),P(bt)&&!e.value?(L(),y("button",{key:2,class:"button ask",type:"button",onClick:h[1]||(h[1]=E=>e.value=!0)},[z(P(jt)),h[2]||(h[2]=Pt("Play GIF",-1))])):W("",!0)],8,Ce))}}),Oe=Q(Ue,[["__scopeId","data-v-89fdad23"]]),Re={class:"every","aria-labelledby":"every-second"},Ve={class:"soft figures","data-role":"second"},Ne={class:"pair"},Pe=X({__name:"EverySecond",props:Nt({book:{},tiles:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(o){const t=o,e=Ot(o,"modelValue"),a=M(()=>J(t.book)-1);return(i,s)=>(L(),y("section",Re,[u("header",null,[s[1]||(s[1]=u("h2",{id:"every-second"},"Every second",-1)),u("output",Ve,"second "+T(e.value)+" · "+T(P(H)(e.value)),1)]),u("div",Ne,[u("figure",null,[z(ke,{book:o.book,second:e.value,tiles:o.tiles},null,8,["book","second","tiles"]),s[2]||(s[2]=u("figcaption",{class:"soft small"},"Freeze frame of this second",-1))]),u("figure",null,[z(Oe,{book:o.book,second:e.value},null,8,["book","second"]),s[3]||(s[3]=u("figcaption",{class:"soft small"},"GIF of its snippet",-1))])]),z(xe,{modelValue:e.value,"onUpdate:modelValue":s[0]||(s[0]=r=>e.value=r),last:a.value,tiles:o.tiles,label:"Second of the video"},null,8,["modelValue","last","tiles"])]))}}),He=Q(Pe,[["__scopeId","data-v-df474b85"]]),F={PLACEMENT:"placement",BOUNDS:"bounds"};function Be(o){return`
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
  `}class lt extends v.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{var t;if(!ie(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;const e=this.placement;if(e==="left"||e==="right"){this.style.removeProperty("--media-tooltip-offset-x");return}const a=getComputedStyle(this),i=(t=se(this,"#"+this.bounds))!=null?t:ne(this);if(!i)return;const{x:s,width:r}=i.getBoundingClientRect(),{x:c,width:m}=this.getBoundingClientRect(),p=c+m,l=s+r,d=a.getPropertyValue("--media-tooltip-offset-x"),h=d?parseFloat(d.replace("px","")):0,E=a.getPropertyValue("--media-tooltip-container-margin"),I=E?parseFloat(E.replace("px","")):0,j=c-s+h-I,V=p-l+h+I;if(j<0){this.style.setProperty("--media-tooltip-offset-x",`${j}px`);return}if(V>0){this.style.setProperty("--media-tooltip-offset-x",`${V}px`);return}this.style.removeProperty("--media-tooltip-offset-x")},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=mt(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t)}if(this.arrowEl=this.shadowRoot.querySelector("#arrow"),Object.prototype.hasOwnProperty.call(this,"placement")){const t=this.placement;delete this.placement,this.placement=t}}static get observedAttributes(){return[F.PLACEMENT,F.BOUNDS]}get placement(){return U(this,F.PLACEMENT)}set placement(t){O(this,F.PLACEMENT,t)}get bounds(){return U(this,F.BOUNDS)}set bounds(t){O(this,F.BOUNDS,t)}}lt.shadowRootOptions={mode:"open"};lt.getTemplateHTML=Be;v.customElements.get("media-tooltip")||v.customElements.define("media-tooltip",lt);var kt=lt,pt=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},g=(o,t,e)=>(pt(o,t,"read from private field"),e?e.call(o):t.get(o)),N=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},tt=(o,t,e,a)=>(pt(o,t,"write to private field"),t.set(o,e),e),Tt=(o,t,e)=>(pt(o,t,"access private method"),e),A,Z,ct,Gt,x,G,ot,ut,Zt;const D={TOOLTIP_PLACEMENT:"tooltipplacement",DISABLED:"disabled",NO_TOOLTIP:"notooltip"};function Fe(o,t={}){return`
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
        <template shadowrootmode="${kt.shadowRootOptions.mode}">
          ${kt.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(o)}
        </slot>
      </media-tooltip>
    </slot>
  `}function Ge(o,t){return`
    <slot></slot>
  `}function Ze(){return""}class R extends v.HTMLElement{constructor(){if(super(),N(this,ct),N(this,ut),N(this,A,void 0),this.preventClick=!1,this.tooltipEl=null,N(this,Z,t=>{this.preventClick||this.handleClick(t),setTimeout(g(this,x),0)}),N(this,x,()=>{var t,e;(e=(t=this.tooltipEl)==null?void 0:t.updateXOffset)==null||e.call(t)}),N(this,G,t=>{const{key:e}=t;if(!this.keysUsed.includes(e)){this.removeEventListener("keyup",g(this,G));return}this.preventClick||this.handleClick(t)}),N(this,ot,t=>{const{metaKey:e,altKey:a,key:i}=t;if(e||a||!this.keysUsed.includes(i)){this.removeEventListener("keyup",g(this,G));return}this.addEventListener("keyup",g(this,G),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=mt(this.attributes),e=this.constructor.getTemplateHTML(t);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(e):this.shadowRoot.innerHTML=e}this.tooltipEl=this.shadowRoot.querySelector("media-tooltip")}static get observedAttributes(){return["disabled",D.TOOLTIP_PLACEMENT,k.MEDIA_CONTROLLER,n.MEDIA_LANG]}enable(){this.addEventListener("click",g(this,Z)),this.addEventListener("keydown",g(this,ot)),this.tabIndex=0}disable(){this.removeEventListener("click",g(this,Z)),this.removeEventListener("keydown",g(this,ot)),this.removeEventListener("keyup",g(this,G)),this.tabIndex=-1}attributeChangedCallback(t,e,a){var i,s,r,c,m;t===k.MEDIA_CONTROLLER?(e&&((s=(i=g(this,A))==null?void 0:i.unassociateElement)==null||s.call(i,this),tt(this,A,null)),a&&this.isConnected&&(tt(this,A,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(m=(c=g(this,A))==null?void 0:c.associateElement)==null||m.call(c,this))):t==="disabled"&&a!==e?a==null?this.enable():this.disable():t===D.TOOLTIP_PLACEMENT&&this.tooltipEl&&a!==e?this.tooltipEl.placement=a:t===n.MEDIA_LANG&&(this.shadowRoot.querySelector('slot[name="tooltip-content"]').innerHTML=this.constructor.getTooltipContentHTML()),Tt(this,ct,Gt).call(this)&&g(this,x).call(this)}connectedCallback(){var t,e,a;const{style:i}=Ht(this.shadowRoot,":host");i.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute("disabled")?this.disable():this.enable(),this.setAttribute("role","button");const s=this.getAttribute(k.MEDIA_CONTROLLER);s&&(tt(this,A,(t=this.getRootNode())==null?void 0:t.getElementById(s)),(a=(e=g(this,A))==null?void 0:e.associateElement)==null||a.call(e,this)),v.customElements.whenDefined("media-tooltip").then(()=>Tt(this,ut,Zt).call(this))}disconnectedCallback(){var t,e;this.disable(),(e=(t=g(this,A))==null?void 0:t.unassociateElement)==null||e.call(t,this),tt(this,A,null),this.removeEventListener("mouseenter",g(this,x)),this.removeEventListener("focus",g(this,x)),this.removeEventListener("click",g(this,Z))}get keysUsed(){return["Enter"," "]}get tooltipPlacement(){return U(this,D.TOOLTIP_PLACEMENT)}set tooltipPlacement(t){O(this,D.TOOLTIP_PLACEMENT,t)}get mediaController(){return U(this,k.MEDIA_CONTROLLER)}set mediaController(t){O(this,k.MEDIA_CONTROLLER,t)}get disabled(){return C(this,D.DISABLED)}set disabled(t){S(this,D.DISABLED,t)}get noTooltip(){return C(this,D.NO_TOOLTIP)}set noTooltip(t){S(this,D.NO_TOOLTIP,t)}handleClick(t){}}A=new WeakMap;Z=new WeakMap;ct=new WeakSet;Gt=function(){try{return this.matches(":hover, :focus-visible")}catch{return this.matches(":hover, :focus")}};x=new WeakMap;G=new WeakMap;ot=new WeakMap;ut=new WeakSet;Zt=function(){this.addEventListener("mouseenter",g(this,x)),this.addEventListener("focus",g(this,x)),this.addEventListener("click",g(this,Z));const o=this.tooltipPlacement;o&&this.tooltipEl&&(this.tooltipEl.placement=o)};R.shadowRootOptions={mode:"open"};R.getTemplateHTML=Fe;R.getSlotTemplateHTML=Ge;R.getTooltipContentHTML=Ze;v.customElements.get("media-chrome-button")||v.customElements.define("media-chrome-button",R);var Wt=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},We=(o,t,e)=>(Wt(o,t,"read from private field"),t.get(o)),ze=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},qe=(o,t,e,a)=>(Wt(o,t,"write to private field"),t.set(o,e),e),at;const Xe=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,Qe=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function Ye(o){return`
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
      <slot name="enter">${Xe}</slot>
      <slot name="exit">${Qe}</slot>
    </slot>
  `}function Ke(){return`
    <slot name="tooltip-enter">${_("Enter fullscreen mode")}</slot>
    <slot name="tooltip-exit">${_("Exit fullscreen mode")}</slot>
  `}const It=o=>{const t=o.mediaIsFullscreen?_("exit fullscreen mode"):_("enter fullscreen mode");o.setAttribute("aria-label",t)};class vt extends R{constructor(){super(...arguments),ze(this,at,null)}static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_IS_FULLSCREEN,n.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),It(this)}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),t===n.MEDIA_IS_FULLSCREEN&&It(this)}get mediaFullscreenUnavailable(){return U(this,n.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(t){O(this,n.MEDIA_FULLSCREEN_UNAVAILABLE,t)}get mediaIsFullscreen(){return C(this,n.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(t){S(this,n.MEDIA_IS_FULLSCREEN,t)}handleClick(t){qe(this,at,t);const e=We(this,at)instanceof PointerEvent,a=this.mediaIsFullscreen?new v.CustomEvent(B.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new v.CustomEvent(B.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(a)}}at=new WeakMap;vt.getSlotTemplateHTML=Ye;vt.getTooltipContentHTML=Ke;v.customElements.get("media-fullscreen-button")||v.customElements.define("media-fullscreen-button",vt);var zt=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},Y=(o,t,e)=>(zt(o,t,"read from private field"),e?e.call(o):t.get(o)),Dt=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},K=(o,t,e,a)=>(zt(o,t,"write to private field"),t.set(o,e),e),w,it;const et={LOADING_DELAY:"loadingdelay",NO_AUTOHIDE:"noautohide"},qt=500,Je=`
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
`;function je(o){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${qt}ms);
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

    <slot name="icon">${Je}</slot>
    <div id="status" role="status" aria-live="polite">${_("media loading")}</div>
  `}class ft extends v.HTMLElement{constructor(){if(super(),Dt(this,w,void 0),Dt(this,it,qt),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=mt(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t)}}static get observedAttributes(){return[k.MEDIA_CONTROLLER,n.MEDIA_PAUSED,n.MEDIA_LOADING,et.LOADING_DELAY]}attributeChangedCallback(t,e,a){var i,s,r,c,m;t===et.LOADING_DELAY&&e!==a?this.loadingDelay=Number(a):t===k.MEDIA_CONTROLLER&&(e&&((s=(i=Y(this,w))==null?void 0:i.unassociateElement)==null||s.call(i,this),K(this,w,null)),a&&this.isConnected&&(K(this,w,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(m=(c=Y(this,w))==null?void 0:c.associateElement)==null||m.call(c,this)))}connectedCallback(){var t,e,a;const i=this.getAttribute(k.MEDIA_CONTROLLER);i&&(K(this,w,(t=this.getRootNode())==null?void 0:t.getElementById(i)),(a=(e=Y(this,w))==null?void 0:e.associateElement)==null||a.call(e,this))}disconnectedCallback(){var t,e;(e=(t=Y(this,w))==null?void 0:t.unassociateElement)==null||e.call(t,this),K(this,w,null)}get loadingDelay(){return Y(this,it)}set loadingDelay(t){K(this,it,t);const{style:e}=Ht(this.shadowRoot,":host");e.setProperty("--_loading-indicator-delay",`var(--media-loading-indicator-transition-delay, ${t}ms)`)}get mediaPaused(){return C(this,n.MEDIA_PAUSED)}set mediaPaused(t){S(this,n.MEDIA_PAUSED,t)}get mediaLoading(){return C(this,n.MEDIA_LOADING)}set mediaLoading(t){S(this,n.MEDIA_LOADING,t)}get mediaController(){return U(this,k.MEDIA_CONTROLLER)}set mediaController(t){O(this,k.MEDIA_CONTROLLER,t)}get noAutohide(){return C(this,et.NO_AUTOHIDE)}set noAutohide(t){S(this,et.NO_AUTOHIDE,t)}}w=new WeakMap;it=new WeakMap;ft.shadowRootOptions={mode:"open"};ft.getTemplateHTML=je;v.customElements.get("media-loading-indicator")||v.customElements.define("media-loading-indicator",ft);const to=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,xt=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,eo=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function oo(o){return`
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
      <slot name="off">${to}</slot>
      <slot name="low">${xt}</slot>
      <slot name="medium">${xt}</slot>
      <slot name="high">${eo}</slot>
    </slot>
  `}function ao(){return`
    <slot name="tooltip-mute">${_("Mute")}</slot>
    <slot name="tooltip-unmute">${_("Unmute")}</slot>
  `}const Ct=o=>{const e=o.mediaVolumeLevel==="off"?_("unmute"):_("mute");o.setAttribute("aria-label",e)};class gt extends R{static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),Ct(this)}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),t===n.MEDIA_VOLUME_LEVEL&&Ct(this)}get mediaVolumeLevel(){return U(this,n.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(t){O(this,n.MEDIA_VOLUME_LEVEL,t)}handleClick(){const t=this.mediaVolumeLevel==="off"?B.MEDIA_UNMUTE_REQUEST:B.MEDIA_MUTE_REQUEST;this.dispatchEvent(new v.CustomEvent(t,{composed:!0,bubbles:!0}))}}gt.getSlotTemplateHTML=oo;gt.getTooltipContentHTML=ao;v.customElements.get("media-mute-button")||v.customElements.define("media-mute-button",gt);const io=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,so=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function no(o){return`
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
      <slot name="play">${io}</slot>
      <slot name="pause">${so}</slot>
    </slot>
  `}function lo(){return`
    <slot name="tooltip-play">${_("Play")}</slot>
    <slot name="tooltip-pause">${_("Pause")}</slot>
  `}const St=o=>{const t=o.mediaPaused?_("play"):_("pause");o.setAttribute("aria-label",t)};class Et extends R{static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_PAUSED,n.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),St(this)}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),(t===n.MEDIA_PAUSED||t===n.MEDIA_LANG)&&St(this)}get mediaPaused(){return C(this,n.MEDIA_PAUSED)}set mediaPaused(t){S(this,n.MEDIA_PAUSED,t)}handleClick(){const t=this.mediaPaused?B.MEDIA_PLAY_REQUEST:B.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new v.CustomEvent(t,{composed:!0,bubbles:!0}))}}Et.getSlotTemplateHTML=no;Et.getTooltipContentHTML=lo;v.customElements.get("media-play-button")||v.customElements.define("media-play-button",Et);var ro=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},$t=(o,t,e)=>(ro(o,t,"read from private field"),e?e.call(o):t.get(o)),co=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},st;const uo=1,ho=o=>o.mediaMuted?0:o.mediaVolume,mo=o=>`${Math.round(o*100)}%`;class po extends le{constructor(){super(...arguments),co(this,st,()=>{const t=this.range.value,e=new v.CustomEvent(B.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(e)})}static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_VOLUME,n.MEDIA_MUTED,n.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute("aria-label",_("volume")),this.range.addEventListener("input",$t(this,st))}disconnectedCallback(){this.range.removeEventListener("input",$t(this,st)),super.disconnectedCallback()}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),(t===n.MEDIA_VOLUME||t===n.MEDIA_MUTED)&&(this.range.valueAsNumber=ho(this),this.range.setAttribute("aria-valuetext",mo(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return re(this,n.MEDIA_VOLUME,uo)}set mediaVolume(t){de(this,n.MEDIA_VOLUME,t)}get mediaMuted(){return C(this,n.MEDIA_MUTED)}set mediaMuted(t){S(this,n.MEDIA_MUTED,t)}get mediaVolumeUnavailable(){return U(this,n.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(t){O(this,n.MEDIA_VOLUME_UNAVAILABLE,t)}}st=new WeakMap;v.customElements.get("media-volume-range")||v.customElements.define("media-volume-range",po);const vo=["aria-label"],fo=["src","poster"],go=["src"],Eo={class:"time","aria-hidden":"true"},bo={key:0,class:"fault",role:"alert"},_o=X({__name:"FilmPlayer",props:{src:{},title:{},poster:{},tiles:{}},emits:["time"],setup(o,{expose:t,emit:e}){const a=o,i=e,s=b(),r=b(""),c=b(0),m=b(0),p=b(1),l=[1,1.5,2,.5],d=b("");$(()=>a.tiles,V=>{URL.revokeObjectURL(d.value),d.value=URL.createObjectURL(new Blob([ve(V.list)],{type:"text/vtt"}))},{immediate:!0}),Rt(()=>URL.revokeObjectURL(d.value)),$(()=>a.src,()=>r.value="");const h=M(()=>`Video: ${a.title}`);function E(V){s.value&&(s.value.currentTime=V)}function I(){c.value=s.value?.currentTime??0,m.value=s.value?.duration||0,i("time",c.value)}function j(){p.value=l[(l.indexOf(p.value)+1)%l.length]??1,s.value&&(s.value.playbackRate=p.value)}return t({seek:E}),(V,f)=>(L(),y(oe,null,[u("media-controller",{class:"film","aria-label":h.value},[u("video",{ref_key:"video",ref:s,slot:"media",src:o.src,poster:o.poster,preload:"metadata",playsinline:"",onTimeupdate:I,onSeeking:I,onLoadedmetadata:f[0]||(f[0]=Xt=>m.value=s.value?.duration||0),onError:f[1]||(f[1]=Xt=>r.value="This browser cannot play the video, or cannot reach it.")},[(L(),y("track",{key:d.value,kind:"metadata",label:"thumbnails",default:"",src:d.value},null,8,go))],40,fo),f[8]||(f[8]=u("media-loading-indicator",{slot:"centered-chrome",noautohide:""},null,-1)),f[9]||(f[9]=u("media-control-bar",{class:"seek"},[u("media-time-range",null,[u("media-preview-thumbnail",{slot:"preview"}),u("media-preview-time-display",{slot:"preview"})])],-1)),u("media-control-bar",null,[f[3]||(f[3]=u("media-play-button",null,null,-1)),f[4]||(f[4]=u("media-mute-button",null,null,-1)),f[5]||(f[5]=u("media-volume-range",{class:"volume"},null,-1)),u("span",Eo,T(P(H)(c.value))+" / "+T(P(H)(m.value)),1),f[6]||(f[6]=u("span",{class:"space"},null,-1)),u("button",{class:"rate",type:"button",keysused:"Enter Space",onClick:j},[Pt(T(p.value)+"×",1),f[2]||(f[2]=u("span",{class:"unseen"}," speed",-1))]),f[7]||(f[7]=u("media-fullscreen-button",null,null,-1))])],8,vo),r.value?(L(),y("p",bo,T(r.value),1)):W("",!0)],64))}}),Lo=Q(_o,[["__scopeId","data-v-1eba840c"]]),Mo={class:"player"},yo={"aria-labelledby":"snippets"},Ao=X({__name:"BookPlayer",props:{book:{}},setup(o){const t=o,e=b(),a=M(()=>Math.floor(J(t.book)/2)),i=b(a.value),s=b(null),r=Ut(new Mt(Ft(t.book))),c=M(()=>q(t.book,a.value)),m=M(()=>nt(t.book.cells,s.value??i.value)?.start);$(()=>[t.book.base,t.book.storyboard,t.book.duration,t.book.snippet],async()=>{const{book:l}=t;i.value=Math.min(i.value,J(l)-1);const d=await be(l);l.base===t.book.base&&(r.value=new Mt(d))},{immediate:!0});function p(l){i.value=l,t.book.video!==null&&(s.value=l,e.value?.seek(l))}return $(i,()=>s.value=null,{flush:"sync"}),(l,d)=>(L(),y("div",Mo,[o.book.video?(L(),ae(Lo,{key:0,ref_key:"film",ref:e,src:o.book.video,title:o.book.title,poster:c.value,tiles:r.value,onTime:d[0]||(d[0]=h=>s.value=h)},null,8,["src","title","poster","tiles"])):W("",!0),u("section",yo,[d[2]||(d[2]=u("h2",{id:"snippets"},"Snippets",-1)),z(ce,{cells:o.book.cells,base:o.book.base,last:o.book.last,current:m.value,label:"Snippets",pickable:"",onPick:p},null,8,["cells","base","last","current"])]),z(He,{modelValue:i.value,"onUpdate:modelValue":d[1]||(d[1]=h=>i.value=h),book:o.book,tiles:r.value},null,8,["modelValue","book","tiles"])]))}}),So=Q(Ao,[["__scopeId","data-v-bf5081e6"]]);export{So as B,Co as b,xo as c};
