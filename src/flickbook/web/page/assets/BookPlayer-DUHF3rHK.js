import{a9 as ee,ac as pt,aa as oe,x as ae,t as D,r as b,u as P,I as ut,w as ie,s as Ht}from"./naming-CARMHnC5.js";import{c as H,i as se}from"./icons-VypP-i3G.js";import{d as X,t as ne,w as x,b as M,e as h,g as Z,a as _,_ as Q,z as Bt,f as lt,A as Ft,k as z,n as Gt,c as w,o as le,F as re,s as de}from"./_plugin-vue_export-helper-7wMQhOSe.js";import{a as vt,v as ce}from"./runtime-dom.esm-bundler-BgF6cm1C.js";import{c as At}from"./media-DA9wv66a.js";import{G as v,i as ue,h as he,j as me,n as ft,k as U,l as R,m as I,M as n,g as Wt,b as $,s as O,o as B,t as L,p as pe,c as ve,d as fe}from"./media-time-range-BLHV3JME.js";import{S as ge}from"./SnippetStrip-D6X0hUkd.js";function Wo(o,t){const e=Math.max(1,Math.ceil(o/t));return Array.from({length:e},(a,i)=>{const s=i*t;return{start:s,end:Math.min(s+t,o),state:"done",error:null}})}function Zo(o,t){if(o.base===null||o.duration===null||o.snippet===null)return null;const{title:e,base:a,snippet:i,duration:s,video:r,storyboard:c,poster:m}=o;return{title:e,base:a,last:ae(o.name),snippet:i,duration:s,cells:t,video:r,storyboard:c,poster:m}}function J(o){return Math.max(1,Math.ceil(o.duration-1e-6))}function Ee(o,t){return oe(o.base,o.last,pt(t,o.snippet))}function q(o,t){return ee(o.base,o.last,pt(t,o.snippet),t)}function rt(o,t){return o.findLast(e=>e.start<=t)??o[0]}const be=5e3;class Zt{constructor(t,e,a=()=>{}){this.limit=t,this.parallel=e,this.onSettled=a}ready=new Map;loading=new Map;failed=new Map;queue=[];get(t){const e=this.ready.get(t);return e===void 0?null:(this.ready.delete(t),this.ready.set(t,e),e)}hasFailed(t){return performance.now()-(this.failed.get(t)??-1/0)<be}want(t){const e=new Set(t);for(const[a,i]of this.loading)e.has(a)||(this.loading.delete(a),i.removeAttribute("src"));this.queue=t.filter(a=>!this.ready.has(a)&&!this.loading.has(a)&&!this.hasFailed(a)),this.next()}forgive(){this.failed.clear()}next(){for(;this.loading.size<this.parallel;){const t=this.queue.shift();if(t===void 0)return;this.load(t)}}load(t){const e=new Image;e.decoding="async",e.fetchPriority="high",this.loading.set(t,e),e.src=t,e.decode().then(()=>this.settle(t,e,!0),()=>this.settle(t,e,!1))}settle(t,e,a){this.loading.get(t)===e&&(this.loading.delete(t),a?this.keep(t,e):this.failed.set(t,performance.now()),this.next(),this.onSettled(t))}keep(t,e){this.ready.set(t,e);for(const a of this.ready.keys()){if(this.ready.size<=this.limit)return;this.ready.delete(a)}}}const _e=/^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/,Me=/^(.*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;function Le(o,t){const e=[],a=o.replace(/\r\n?/g,`
`).split(`
`);return a.forEach((i,s)=>{const r=_e.exec(i),c=r&&Me.exec(a[s+1]?.trim()??"");if(!r||!c)return;const[m=0,p=0,l=0,d=0]=c.slice(2).map(Number),u=new URL(c[1]??"",t).href;e.push({start:kt(r[1]),end:kt(r[2]),url:u,x:m,y:p,width:l,height:d})}),e.sort((i,s)=>i.start-s.start)}function ye(o){return[`WEBVTT
`,...o.map(({start:e,end:a,url:i,x:s,y:r,width:c,height:m})=>`${Tt(e)} --> ${Tt(a)}
${i}#xywh=${s},${r},${c},${m}
`)].join(`
`)}function we(o,t){let e=0,a=o.length-1;for(;e<a;){const i=Math.ceil((e+a)/2);(o[i]?.start??0)<=t?e=i:a=i-1}return o[e]}function kt(o=""){return o.split(":").reduce((t,e)=>t*60+Number(e),0)}function Tt(o){const t=Math.round(o*1e3),e=i=>String(Math.floor(i)).padStart(2,"0");return`${`${e(t/36e5)}:${e(t/6e4%60)}:${e(t/1e3%60)}`}.${String(t%1e3).padStart(3,"0")}`}const Ae=128,ke=24,Te=3;class It{constructor(t){this.list=t,this.urls=[...new Set(t.map(e=>e.url))],this.placed=t.every(e=>e.width>0)}placed;listeners=new Set;sheets=new Zt(Ae,4,()=>this.listeners.forEach(t=>t()));urls;listen(t){return this.listeners.add(t),()=>this.listeners.delete(t)}at(t){return we(this.list,t)}near(t){const e=this.at(t);if(e===void 0)return;const a=this.urls.indexOf(e.url),i=[a],s=this.placed?ke:Te;for(let r=1;r<=s;r+=1)i.push(a+r,a-r);this.sheets.want(i.flatMap(r=>this.urls[r]??[]))}draw(t,e){const a=this.at(e),i=a&&this.sheets.get(a.url);if(!a||!i)return!1;const s=a.width||i.naturalWidth,r=a.height||i.naturalHeight,c=Math.min(s,320);return t.width=c,t.height=Math.round(c*r/s),t.getContext("2d")?.drawImage(i,a.x,a.y,s,r,0,0,t.width,t.height),t.dataset.start=String(a.start),!0}}function zt(o){return Array.from({length:J(o)},(t,e)=>{const a=Math.min(e+1,o.duration);return{start:e,end:a,url:q(o,e),x:0,y:0,width:0,height:0}})}async function Ie(o){if(o.storyboard!==null)try{const t=await fetch(o.storyboard),e=t.ok?Le(await t.text(),new URL(o.storyboard,document.baseURI).href):[];if(e.length>0)return e}catch{}return zt(o)}const Dt=8,xt=2;function De(o,t,e){const a=[o];if(t===0)for(let i=1;i<=(Dt+xt)/2;i+=1)a.push(o+i,o-i);else{for(let i=1;i<=Dt;i+=1)a.push(o+i*t);for(let i=1;i<=xt;i+=1)a.push(o-i*Math.sign(t))}return a.filter(i=>i>=0&&i<e)}const xe=["data-second"],Ce={key:0,class:"missing"},Se=40,$e=4,Oe=X({__name:"FreezeFrame",props:{book:{},second:{},tiles:{}},setup(o){const t=o,e=b(),a=b(),i=b(""),s=new Zt(Se,$e,l=>{l===q(t.book,t.second)&&r()});function r(){const{book:l,second:d}=t,u=q(l,d),g=s.get(u);i.value=g===null?m(d,u):"";const y=e.value?.querySelector("img");if(g===null){y?.remove(),a.value&&t.tiles.draw(a.value,d);return}g.alt=`Freeze frame of second ${d}`,g.dataset.second=String(d),y!==g&&(y?.remove(),e.value?.append(g))}function c(l){return rt(t.book.cells,l)?.state==="done"}function m(l,d){const u=rt(t.book.cells,l);return u?.state==="waiting"?`Second ${l} is still to be made`:u?.state==="failed"?`Second ${l} could not be made`:s.hasFailed(d)?`There is no freeze frame of second ${l}`:""}function p(l,d){const u=De(l,l-d,J(t.book));s.want(u.filter(c).map(g=>q(t.book,g))),t.tiles.near(l),r()}return ne(()=>p(t.second,t.second)),x(()=>t.second,p,{flush:"sync"}),x(()=>t.tiles,(l,d,u)=>u(l.listen(r)),{immediate:!0}),x(()=>[t.book,t.tiles],()=>{s.forgive(),p(t.second,t.second)}),(l,d)=>(_(),M("div",{ref_key:"stage",ref:e,class:"stage","data-role":"still","data-second":o.second},[h("canvas",{ref_key:"rough",ref:a,width:"16",height:"9","aria-hidden":"true"},null,512),i.value?(_(),M("p",Ce,D(i.value),1)):Z("",!0)],8,xe))}}),Ue=Q(Oe,[["__scopeId","data-v-f1fdd460"]]),Re={class:"figures"},Ne=["max","aria-label","aria-valuetext"],Ct=22,Ve=X({__name:"ScrubBar",props:Ft({last:{},tiles:{},label:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(o){const t=o,e=Bt(o,"modelValue"),a=b(),i=b(),s=Ht(null),r=b(!1);x(()=>t.tiles,(p,l,d)=>{d(p.listen(c)),p.near(e.value)},{immediate:!0});function c(){s.value&&a.value&&(r.value=t.tiles.draw(a.value,s.value.time))}function m(p){const l=i.value?.getBoundingClientRect();if(!l)return;const d=(p.clientX-l.left-Ct/2)/(l.width-Ct),u=Math.round(Math.min(1,Math.max(0,d))*t.last),g=Math.min(84,l.width/2);s.value={time:u,x:Math.min(l.width-g,Math.max(g,p.clientX-l.left))},t.tiles.near(u),c()}return(p,l)=>(_(),M("div",{ref_key:"track",ref:i,class:"scrub",onPointermove:m,onPointerdown:m,onPointerleave:l[1]||(l[1]=d=>s.value=null)},[lt(h("div",{class:ie(["tip",{drawn:r.value}]),style:ut({left:`${s.value?.x??0}px`}),"aria-hidden":"true"},[h("canvas",{ref_key:"canvas",ref:a,"data-role":"tile",width:"160",height:"90"},null,512),h("span",Re,D(P(H)(s.value?.time??0)),1)],6),[[vt,s.value]]),lt(h("input",{"onUpdate:modelValue":l[0]||(l[0]=d=>e.value=d),type:"range",min:"0",max:o.last,step:"1","aria-label":o.label,"aria-valuetext":`second ${e.value}, ${P(H)(e.value)}`,style:ut({"--share":o.last?e.value/o.last:0})},null,12,Ne),[[ce,e.value,void 0,{number:!0}]])],544))}}),Pe=Q(Ve,[["__scopeId","data-v-819351ac"]]),He=["data-second","data-start"],Be=["src","alt","data-second"],Fe={key:1,class:"missing"},Ge=X({__name:"SnippetGif",props:{book:{},second:{}},setup(o){const t=o,e=b(!1),a=b(!1),i=w(()=>!At.value||e.value),s=w(()=>pt(t.second,t.book.snippet)),r=w(()=>q(t.book,s.value)),c=w(()=>rt(t.book.cells,t.second)),m=w(()=>c.value?.state==="done"),p=w(()=>i.value?Ee(t.book,t.second):r.value),l=w(()=>{const d=c.value?.end??s.value+t.book.snippet;return`${i.value?"Animated snippet":"Still of the snippet"} ${H(s.value)} to ${H(d)}, which holds second ${t.second}`});return x(p,()=>a.value=!1),(d,u)=>(_(),M("div",{class:"stage","data-role":"gif","data-second":o.second,"data-start":s.value},[m.value?lt((_(),M("img",{key:p.value,src:p.value,alt:l.value,"data-second":o.second,style:ut({backgroundImage:`url(${JSON.stringify(r.value)})`}),onError:u[0]||(u[0]=g=>a.value=!0)},null,44,Be)),[[vt,!a.value]]):Z("",!0),!m.value||a.value?(_(),M("p",Fe," No GIF of second "+D(o.second)+D(c.value?.state==="waiting"?" yet":""),1)):Z("",!0),P(At)&&!e.value?(_(),M("button",{key:2,class:"button ask",type:"button",onClick:u[1]||(u[1]=g=>e.value=!0)},[z(P(se)),u[2]||(u[2]=Gt("Play GIF",-1))])):Z("",!0)],8,He))}}),We=Q(Ge,[["__scopeId","data-v-4b4e1608"]]),Ze={class:"every","aria-labelledby":"every-second"},ze={class:"soft figures","data-role":"second"},qe={class:"pair"},Xe=X({__name:"EverySecond",props:Ft({book:{},tiles:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(o){const t=o,e=Bt(o,"modelValue"),a=w(()=>J(t.book)-1);return(i,s)=>(_(),M("section",Ze,[h("header",null,[s[1]||(s[1]=h("h2",{id:"every-second"},"Every second",-1)),h("p",ze,"second "+D(e.value)+" · "+D(P(H)(e.value)),1)]),h("div",qe,[h("figure",null,[z(Ue,{book:o.book,second:e.value,tiles:o.tiles},null,8,["book","second","tiles"]),s[2]||(s[2]=h("figcaption",{class:"soft small"},"Freeze frame of this second",-1))]),h("figure",null,[z(We,{book:o.book,second:e.value},null,8,["book","second"]),s[3]||(s[3]=h("figcaption",{class:"soft small"},"GIF of its snippet",-1))])]),z(Pe,{modelValue:e.value,"onUpdate:modelValue":s[0]||(s[0]=r=>e.value=r),last:a.value,tiles:o.tiles,label:"Second of the video"},null,8,["modelValue","last","tiles"])]))}}),Qe=Q(Xe,[["__scopeId","data-v-fabf4b4c"]]),F={PLACEMENT:"placement",BOUNDS:"bounds"};function Ye(o){return`
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
  `}class dt extends v.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{var t;if(!ue(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;const e=this.placement;if(e==="left"||e==="right"){this.style.removeProperty("--media-tooltip-offset-x");return}const a=getComputedStyle(this),i=(t=he(this,"#"+this.bounds))!=null?t:me(this);if(!i)return;const{x:s,width:r}=i.getBoundingClientRect(),{x:c,width:m}=this.getBoundingClientRect(),p=c+m,l=s+r,d=a.getPropertyValue("--media-tooltip-offset-x"),u=d?parseFloat(d.replace("px","")):0,g=a.getPropertyValue("--media-tooltip-container-margin"),y=g?parseFloat(g.replace("px","")):0,j=c-s+u-y,tt=p-l+u+y;if(j<0){this.style.setProperty("--media-tooltip-offset-x",`${j}px`);return}if(tt>0){this.style.setProperty("--media-tooltip-offset-x",`${tt}px`);return}this.style.removeProperty("--media-tooltip-offset-x")},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=ft(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t)}if(this.arrowEl=this.shadowRoot.querySelector("#arrow"),Object.prototype.hasOwnProperty.call(this,"placement")){const t=this.placement;delete this.placement,this.placement=t}}static get observedAttributes(){return[F.PLACEMENT,F.BOUNDS]}get placement(){return U(this,F.PLACEMENT)}set placement(t){R(this,F.PLACEMENT,t)}get bounds(){return U(this,F.BOUNDS)}set bounds(t){R(this,F.BOUNDS,t)}}dt.shadowRootOptions={mode:"open"};dt.getTemplateHTML=Ye;v.customElements.get("media-tooltip")||v.customElements.define("media-tooltip",dt);var St=dt,gt=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},E=(o,t,e)=>(gt(o,t,"read from private field"),e?e.call(o):t.get(o)),V=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},et=(o,t,e,a)=>(gt(o,t,"write to private field"),t.set(o,e),e),$t=(o,t,e)=>(gt(o,t,"access private method"),e),k,W,ht,qt,S,G,at,mt,Xt;const C={TOOLTIP_PLACEMENT:"tooltipplacement",DISABLED:"disabled",NO_TOOLTIP:"notooltip"};function Ke(o,t={}){return`
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
        <template shadowrootmode="${St.shadowRootOptions.mode}">
          ${St.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(o)}
        </slot>
      </media-tooltip>
    </slot>
  `}function Je(o,t){return`
    <slot></slot>
  `}function je(){return""}class N extends v.HTMLElement{constructor(){if(super(),V(this,ht),V(this,mt),V(this,k,void 0),this.preventClick=!1,this.tooltipEl=null,V(this,W,t=>{this.preventClick||this.handleClick(t),setTimeout(E(this,S),0)}),V(this,S,()=>{var t,e;(e=(t=this.tooltipEl)==null?void 0:t.updateXOffset)==null||e.call(t)}),V(this,G,t=>{const{key:e}=t;if(!this.keysUsed.includes(e)){this.removeEventListener("keyup",E(this,G));return}this.preventClick||this.handleClick(t)}),V(this,at,t=>{const{metaKey:e,altKey:a,key:i}=t;if(e||a||!this.keysUsed.includes(i)){this.removeEventListener("keyup",E(this,G));return}this.addEventListener("keyup",E(this,G),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=ft(this.attributes),e=this.constructor.getTemplateHTML(t);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(e):this.shadowRoot.innerHTML=e}this.tooltipEl=this.shadowRoot.querySelector("media-tooltip")}static get observedAttributes(){return["disabled",C.TOOLTIP_PLACEMENT,I.MEDIA_CONTROLLER,n.MEDIA_LANG]}enable(){this.addEventListener("click",E(this,W)),this.addEventListener("keydown",E(this,at)),this.tabIndex=0}disable(){this.removeEventListener("click",E(this,W)),this.removeEventListener("keydown",E(this,at)),this.removeEventListener("keyup",E(this,G)),this.tabIndex=-1}attributeChangedCallback(t,e,a){var i,s,r,c,m;t===I.MEDIA_CONTROLLER?(e&&((s=(i=E(this,k))==null?void 0:i.unassociateElement)==null||s.call(i,this),et(this,k,null)),a&&this.isConnected&&(et(this,k,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(m=(c=E(this,k))==null?void 0:c.associateElement)==null||m.call(c,this))):t==="disabled"&&a!==e?a==null?this.enable():this.disable():t===C.TOOLTIP_PLACEMENT&&this.tooltipEl&&a!==e?this.tooltipEl.placement=a:t===n.MEDIA_LANG&&(this.shadowRoot.querySelector('slot[name="tooltip-content"]').innerHTML=this.constructor.getTooltipContentHTML()),$t(this,ht,qt).call(this)&&E(this,S).call(this)}connectedCallback(){var t,e,a;const{style:i}=Wt(this.shadowRoot,":host");i.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute("disabled")?this.disable():this.enable(),this.setAttribute("role","button");const s=this.getAttribute(I.MEDIA_CONTROLLER);s&&(et(this,k,(t=this.getRootNode())==null?void 0:t.getElementById(s)),(a=(e=E(this,k))==null?void 0:e.associateElement)==null||a.call(e,this)),v.customElements.whenDefined("media-tooltip").then(()=>$t(this,mt,Xt).call(this))}disconnectedCallback(){var t,e;this.disable(),(e=(t=E(this,k))==null?void 0:t.unassociateElement)==null||e.call(t,this),et(this,k,null),this.removeEventListener("mouseenter",E(this,S)),this.removeEventListener("focus",E(this,S)),this.removeEventListener("click",E(this,W))}get keysUsed(){return["Enter"," "]}get tooltipPlacement(){return U(this,C.TOOLTIP_PLACEMENT)}set tooltipPlacement(t){R(this,C.TOOLTIP_PLACEMENT,t)}get mediaController(){return U(this,I.MEDIA_CONTROLLER)}set mediaController(t){R(this,I.MEDIA_CONTROLLER,t)}get disabled(){return $(this,C.DISABLED)}set disabled(t){O(this,C.DISABLED,t)}get noTooltip(){return $(this,C.NO_TOOLTIP)}set noTooltip(t){O(this,C.NO_TOOLTIP,t)}handleClick(t){}}k=new WeakMap;W=new WeakMap;ht=new WeakSet;qt=function(){try{return this.matches(":hover, :focus-visible")}catch{return this.matches(":hover, :focus")}};S=new WeakMap;G=new WeakMap;at=new WeakMap;mt=new WeakSet;Xt=function(){this.addEventListener("mouseenter",E(this,S)),this.addEventListener("focus",E(this,S)),this.addEventListener("click",E(this,W));const o=this.tooltipPlacement;o&&this.tooltipEl&&(this.tooltipEl.placement=o)};N.shadowRootOptions={mode:"open"};N.getTemplateHTML=Ke;N.getSlotTemplateHTML=Je;N.getTooltipContentHTML=je;v.customElements.get("media-chrome-button")||v.customElements.define("media-chrome-button",N);var Qt=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},to=(o,t,e)=>(Qt(o,t,"read from private field"),t.get(o)),eo=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},oo=(o,t,e,a)=>(Qt(o,t,"write to private field"),t.set(o,e),e),it;const ao=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,io=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function so(o){return`
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
      <slot name="enter">${ao}</slot>
      <slot name="exit">${io}</slot>
    </slot>
  `}function no(){return`
    <slot name="tooltip-enter">${L("Enter fullscreen mode")}</slot>
    <slot name="tooltip-exit">${L("Exit fullscreen mode")}</slot>
  `}const Ot=o=>{const t=o.mediaIsFullscreen?L("exit fullscreen mode"):L("enter fullscreen mode");o.setAttribute("aria-label",t)};class Et extends N{constructor(){super(...arguments),eo(this,it,null)}static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_IS_FULLSCREEN,n.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),Ot(this)}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),t===n.MEDIA_IS_FULLSCREEN&&Ot(this)}get mediaFullscreenUnavailable(){return U(this,n.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(t){R(this,n.MEDIA_FULLSCREEN_UNAVAILABLE,t)}get mediaIsFullscreen(){return $(this,n.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(t){O(this,n.MEDIA_IS_FULLSCREEN,t)}handleClick(t){oo(this,it,t);const e=to(this,it)instanceof PointerEvent,a=this.mediaIsFullscreen?new v.CustomEvent(B.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new v.CustomEvent(B.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(a)}}it=new WeakMap;Et.getSlotTemplateHTML=so;Et.getTooltipContentHTML=no;v.customElements.get("media-fullscreen-button")||v.customElements.define("media-fullscreen-button",Et);var Yt=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},Y=(o,t,e)=>(Yt(o,t,"read from private field"),e?e.call(o):t.get(o)),Ut=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},K=(o,t,e,a)=>(Yt(o,t,"write to private field"),t.set(o,e),e),T,st;const ot={LOADING_DELAY:"loadingdelay",NO_AUTOHIDE:"noautohide"},Kt=500,lo=`
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
`;function ro(o){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${Kt}ms);
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

    <slot name="icon">${lo}</slot>
    <div id="status" role="status" aria-live="polite">${L("media loading")}</div>
  `}class bt extends v.HTMLElement{constructor(){if(super(),Ut(this,T,void 0),Ut(this,st,Kt),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=ft(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t)}}static get observedAttributes(){return[I.MEDIA_CONTROLLER,n.MEDIA_PAUSED,n.MEDIA_LOADING,ot.LOADING_DELAY]}attributeChangedCallback(t,e,a){var i,s,r,c,m;t===ot.LOADING_DELAY&&e!==a?this.loadingDelay=Number(a):t===I.MEDIA_CONTROLLER&&(e&&((s=(i=Y(this,T))==null?void 0:i.unassociateElement)==null||s.call(i,this),K(this,T,null)),a&&this.isConnected&&(K(this,T,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(m=(c=Y(this,T))==null?void 0:c.associateElement)==null||m.call(c,this)))}connectedCallback(){var t,e,a;const i=this.getAttribute(I.MEDIA_CONTROLLER);i&&(K(this,T,(t=this.getRootNode())==null?void 0:t.getElementById(i)),(a=(e=Y(this,T))==null?void 0:e.associateElement)==null||a.call(e,this))}disconnectedCallback(){var t,e;(e=(t=Y(this,T))==null?void 0:t.unassociateElement)==null||e.call(t,this),K(this,T,null)}get loadingDelay(){return Y(this,st)}set loadingDelay(t){K(this,st,t);const{style:e}=Wt(this.shadowRoot,":host");e.setProperty("--_loading-indicator-delay",`var(--media-loading-indicator-transition-delay, ${t}ms)`)}get mediaPaused(){return $(this,n.MEDIA_PAUSED)}set mediaPaused(t){O(this,n.MEDIA_PAUSED,t)}get mediaLoading(){return $(this,n.MEDIA_LOADING)}set mediaLoading(t){O(this,n.MEDIA_LOADING,t)}get mediaController(){return U(this,I.MEDIA_CONTROLLER)}set mediaController(t){R(this,I.MEDIA_CONTROLLER,t)}get noAutohide(){return $(this,ot.NO_AUTOHIDE)}set noAutohide(t){O(this,ot.NO_AUTOHIDE,t)}}T=new WeakMap;st=new WeakMap;bt.shadowRootOptions={mode:"open"};bt.getTemplateHTML=ro;v.customElements.get("media-loading-indicator")||v.customElements.define("media-loading-indicator",bt);const co=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,Rt=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,uo=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function ho(o){return`
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
      <slot name="off">${co}</slot>
      <slot name="low">${Rt}</slot>
      <slot name="medium">${Rt}</slot>
      <slot name="high">${uo}</slot>
    </slot>
  `}function mo(){return`
    <slot name="tooltip-mute">${L("Mute")}</slot>
    <slot name="tooltip-unmute">${L("Unmute")}</slot>
  `}const Nt=o=>{const e=o.mediaVolumeLevel==="off"?L("unmute"):L("mute");o.setAttribute("aria-label",e)};class _t extends N{static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),Nt(this)}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),t===n.MEDIA_VOLUME_LEVEL&&Nt(this)}get mediaVolumeLevel(){return U(this,n.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(t){R(this,n.MEDIA_VOLUME_LEVEL,t)}handleClick(){const t=this.mediaVolumeLevel==="off"?B.MEDIA_UNMUTE_REQUEST:B.MEDIA_MUTE_REQUEST;this.dispatchEvent(new v.CustomEvent(t,{composed:!0,bubbles:!0}))}}_t.getSlotTemplateHTML=ho;_t.getTooltipContentHTML=mo;v.customElements.get("media-mute-button")||v.customElements.define("media-mute-button",_t);const po=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,vo=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function fo(o){return`
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
      <slot name="play">${po}</slot>
      <slot name="pause">${vo}</slot>
    </slot>
  `}function go(){return`
    <slot name="tooltip-play">${L("Play")}</slot>
    <slot name="tooltip-pause">${L("Pause")}</slot>
  `}const Vt=o=>{const t=o.mediaPaused?L("play"):L("pause");o.setAttribute("aria-label",t)};class Mt extends N{static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_PAUSED,n.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),Vt(this)}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),(t===n.MEDIA_PAUSED||t===n.MEDIA_LANG)&&Vt(this)}get mediaPaused(){return $(this,n.MEDIA_PAUSED)}set mediaPaused(t){O(this,n.MEDIA_PAUSED,t)}handleClick(){const t=this.mediaPaused?B.MEDIA_PLAY_REQUEST:B.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new v.CustomEvent(t,{composed:!0,bubbles:!0}))}}Mt.getSlotTemplateHTML=fo;Mt.getTooltipContentHTML=go;v.customElements.get("media-play-button")||v.customElements.define("media-play-button",Mt);var Eo=(o,t,e)=>{if(!t.has(o))throw TypeError("Cannot "+e)},Pt=(o,t,e)=>(Eo(o,t,"read from private field"),e?e.call(o):t.get(o)),bo=(o,t,e)=>{if(t.has(o))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(o):t.set(o,e)},nt;const _o=1,Mo=o=>o.mediaMuted?0:o.mediaVolume,Lo=o=>`${Math.round(o*100)}%`;class yo extends pe{constructor(){super(...arguments),bo(this,nt,()=>{const t=this.range.value,e=new v.CustomEvent(B.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(e)})}static get observedAttributes(){return[...super.observedAttributes,n.MEDIA_VOLUME,n.MEDIA_MUTED,n.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute("aria-label",L("volume")),this.range.addEventListener("input",Pt(this,nt))}disconnectedCallback(){this.range.removeEventListener("input",Pt(this,nt)),super.disconnectedCallback()}attributeChangedCallback(t,e,a){super.attributeChangedCallback(t,e,a),(t===n.MEDIA_VOLUME||t===n.MEDIA_MUTED)&&(this.range.valueAsNumber=Mo(this),this.range.setAttribute("aria-valuetext",Lo(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return ve(this,n.MEDIA_VOLUME,_o)}set mediaVolume(t){fe(this,n.MEDIA_VOLUME,t)}get mediaMuted(){return $(this,n.MEDIA_MUTED)}set mediaMuted(t){O(this,n.MEDIA_MUTED,t)}get mediaVolumeUnavailable(){return U(this,n.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(t){R(this,n.MEDIA_VOLUME_UNAVAILABLE,t)}}nt=new WeakMap;v.customElements.get("media-volume-range")||v.customElements.define("media-volume-range",yo);const wo=["aria-label"],Ao=["src","poster"],ko=["src"],To={class:"seek"},Io={key:0,slot:"preview"},Do={class:"time","aria-hidden":"true"},xo={key:0,class:"fault",role:"alert"},Co=1e4,So=X({__name:"FilmPlayer",props:{src:{},title:{},poster:{},tiles:{}},emits:["time"],setup(o,{expose:t,emit:e}){const a=o,i=e,s=b(),r=b(),c=b(!1);let m;const p=b(""),l=b(0),d=b(0),u=b(1),g=[1,1.5,2,.5],y=b("");x(()=>a.tiles,(A,f,ct)=>{ct(A.listen(yt)),Lt(y.value);const te=A.placed?ye(A.list):`WEBVTT
`;y.value=URL.createObjectURL(new Blob([te],{type:"text/vtt"}))},{immediate:!0}),le(()=>{Lt(y.value),s.value?.removeAttribute("src"),s.value?.load()}),x(()=>a.src,()=>p.value="");const j=w(()=>`Video: ${a.title}`);function tt(A){s.value&&(s.value.currentTime=A)}function Lt(A){setTimeout(()=>URL.revokeObjectURL(A),Co)}function Jt(A){m=A.detail,!(a.tiles.placed||m===void 0)&&(a.tiles.near(m),yt())}function yt(){r.value&&m!==void 0&&(c.value=a.tiles.draw(r.value,m))}function wt(){l.value=s.value?.currentTime??0,d.value=s.value?.duration||0,i("time",l.value)}function jt(){u.value=g[(g.indexOf(u.value)+1)%g.length]??1,s.value&&(s.value.playbackRate=u.value)}return t({seek:tt}),(A,f)=>(_(),M(re,null,[h("media-controller",{class:"film","aria-label":j.value,onMediapreviewrequest:Jt},[h("video",{ref_key:"video",ref:s,slot:"media",src:o.src,poster:o.poster,preload:"metadata",playsinline:"",onTimeupdate:wt,onSeeking:wt,onLoadedmetadata:f[0]||(f[0]=ct=>d.value=s.value?.duration||0),onError:f[1]||(f[1]=ct=>p.value="This browser cannot play the video, or cannot reach it.")},[(_(),M("track",{key:y.value,kind:"metadata",label:"thumbnails",default:"",src:y.value},null,8,ko))],40,Ao),f[9]||(f[9]=h("media-loading-indicator",{slot:"centered-chrome",noautohide:""},null,-1)),h("media-control-bar",To,[h("media-time-range",null,[o.tiles.placed?(_(),M("media-preview-thumbnail",Io)):lt((_(),M("canvas",{key:1,ref_key:"canvas",ref:r,slot:"preview",class:"own","aria-hidden":"true"},null,512)),[[vt,c.value]]),f[2]||(f[2]=h("media-preview-time-display",{slot:"preview"},null,-1))])]),h("media-control-bar",null,[f[4]||(f[4]=h("media-play-button",null,null,-1)),f[5]||(f[5]=h("media-mute-button",null,null,-1)),f[6]||(f[6]=h("media-volume-range",{class:"volume"},null,-1)),h("span",Do,D(P(H)(l.value))+" / "+D(P(H)(d.value)),1),f[7]||(f[7]=h("span",{class:"space"},null,-1)),h("button",{class:"rate",type:"button",keysused:"Enter Space",onClick:jt},[Gt(D(u.value)+"×",1),f[3]||(f[3]=h("span",{class:"unseen"}," speed",-1))]),f[8]||(f[8]=h("media-fullscreen-button",null,null,-1))])],40,wo),p.value?(_(),M("p",xo,D(p.value),1)):Z("",!0)],64))}}),$o=Q(So,[["__scopeId","data-v-a6a0645e"]]),Oo={class:"player"},Uo={"aria-labelledby":"snippets"},Ro=X({__name:"BookPlayer",props:{book:{}},setup(o){const t=o,e=b(),a=w(()=>Math.floor(J(t.book)/2)),i=b(a.value),s=b(null),r=Ht(new It(zt(t.book))),c=w(()=>t.book.poster??q(t.book,a.value)),m=w(()=>rt(t.book.cells,s.value??i.value)?.start);x(()=>[t.book.base,t.book.storyboard,t.book.duration,t.book.snippet],async()=>{const{book:l}=t;i.value=Math.min(i.value,J(l)-1);const d=await Ie(l);l.base===t.book.base&&(r.value=new It(d))},{immediate:!0});function p(l){i.value=l,t.book.video!==null&&(s.value=l,e.value?.seek(l))}return x(i,()=>s.value=null,{flush:"sync"}),(l,d)=>(_(),M("div",Oo,[o.book.video?(_(),de($o,{key:0,ref_key:"film",ref:e,src:o.book.video,title:o.book.title,poster:c.value,tiles:r.value,onTime:d[0]||(d[0]=u=>s.value=u)},null,8,["src","title","poster","tiles"])):Z("",!0),h("section",Uo,[d[2]||(d[2]=h("h2",{id:"snippets"},"Snippets",-1)),z(ge,{cells:o.book.cells,base:o.book.base,last:o.book.last,current:m.value,label:"Snippets",pickable:"",onPick:p},null,8,["cells","base","last","current"])]),z(Qe,{modelValue:i.value,"onUpdate:modelValue":d[1]||(d[1]=u=>i.value=u),book:o.book,tiles:r.value},null,8,["modelValue","book","tiles"])]))}}),zo=Q(Ro,[["__scopeId","data-v-f4bcd78b"]]);export{zo as B,Zo as b,Wo as c};
