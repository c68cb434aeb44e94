const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./UseIt-DKHhly5a.js","./client-C9cMYgEK.js","./naming-bu5qxTWL.js","./texts-B9ljTyZO.js","./players-CewcTRoV.js","./preload-helper-Du-ZIQLl.js","./index-CFI6NtAU.js","./runtime-dom.esm-bundler-Bg5_o09p.js","./_plugin-vue_export-helper-BV6tJwHr.js","./session-DGxL9bh8.js","./announce-D1sTxi7E.js","./follow-uYDP8-9a.js","./media-yoPoKh-O.js","./media-C9hKlrhW.css","./follow-DvMK1K5v.css","./clipboard-C9P-L3vi.js","./time-ByYDsEXj.js","./FilePicker-pOBKiT4F.js","./FilePicker-V40NjfIf.css","./TokenForm.vue_vue_type_script_setup_true_lang-B-PPHnym.js","./places-CPx9gS8X.js","./index-fFH4AcV0.css","./media-time-range-BBj-MESB.js","./SnippetStrip-b7Vx7WBE.js","./SnippetStrip-gV8nxtet.css","./UseIt-DeMQvVkQ.css"])))=>i.map(i=>d[i]);
import{_ as ke}from"./preload-helper-Du-ZIQLl.js";import{ab as Me,ad as Mt,ac as we,A as Ae,r as k,t as L,u as h,M as bt,y as ee,s as oe}from"./naming-bu5qxTWL.js";import{o as wt,w as R,l as Le,m as Te,d as Q,v as ae,b as A,e as c,g as B,a as _,_ as K,z as ie,f as vt,A as se,k as V,p as At,c as S,F as dt,t as _t,s as Se,q as Nt,C as Ie}from"./_plugin-vue_export-helper-BV6tJwHr.js";import{t as E,n as De,a as xe}from"./texts-B9ljTyZO.js";import{c as q,i as Ce,p as Ue}from"./time-ByYDsEXj.js";import{b as Lt,v as $e}from"./runtime-dom.esm-bundler-Bg5_o09p.js";import{c as Pt,M as Oe}from"./media-yoPoKh-O.js";import{G as b,i as Re,h as Ne,j as Pe,n as Tt,k as z,l as W,m as O,M as r,g as ne,b as H,s as F,o as I,t as D,p as Ve,c as Be,d as He,q as Fe}from"./media-time-range-BBj-MESB.js";import{S as ze}from"./SnippetStrip-b7Vx7WBE.js";function Ba(e,t){const o=Math.max(1,Math.ceil(e/t));return Array.from({length:o},(a,i)=>{const s=i*t;return{start:s,end:Math.min(s+t,e),state:"done",error:null}})}function Ha(e,t){if(e.base===null||e.duration===null||e.snippet===null)return null;const{name:o,title:a,base:i,snippet:s,duration:l,video:n,storyboard:p,poster:d}=e;return{title:a,base:i,last:Ae(o),snippet:s,duration:l,cells:t,video:n,storyboard:p,poster:d,name:o,outputs:e.recipe?.outputs??null,rate:e.frame_rate,lasting:i.replace(/~[^/]*\/$/,""),finished:e.state==="complete"||e.state==="partial"}}function ft(e,t){return e.outputs===null||t in e.outputs}function ot(e,t,o){return ft(e,t)&&gt(e.cells,o)?.state==="done"}function at(e){return Math.max(1,Math.ceil(e.duration-1e-6))}function We(e,t){return we(e.base,e.last,Mt(t,e.snippet))}function j(e,t){return Me(e.base,e.last,Mt(t,e.snippet),t)}function gt(e,t){return e.findLast(o=>o.start<=t)??e[0]}const Ge={" ":e=>e.toggle(),k:e=>e.toggle(),j:e=>e.seek(-10),l:e=>e.seek(10),ArrowLeft:e=>e.seek(-5),ArrowRight:e=>e.seek(5),",":e=>e.step(-1),".":e=>e.step(1),m:e=>e.mute(),f:e=>e.fullscreen(),"?":e=>e.help()},Ze="input:not([type=range]), textarea, select, [contenteditable]",qe="input[type=range], media-time-range, media-volume-range, [role=tab], pre",Qe="button, a, summary",Vt="media-play-button, media-mute-button, media-fullscreen-button";function Ke(e){return/^[0-9]$/.test(e)?t=>t.jump(Number(e)/10):Ge[e.length===1?e.toLowerCase():e]}function Xe(e,t,o){return t.closest(Ze)||document.querySelector("dialog[open]")?!0:e===" "?t.closest(o?`${Qe}, ${Vt}`:Vt)!==null:e.startsWith("Arrow")&&t.closest(qe)!==null}function Ye(e){let t=!1;function o(i){t=i.target.matches(":focus-visible")}function a(i){if(i.defaultPrevented||i.ctrlKey||i.metaKey||i.altKey)return;const s=Ke(i.key);s===void 0||Xe(i.key,i.target,t)||(i.preventDefault(),s(e))}document.addEventListener("keydown",a),document.addEventListener("focusin",o),wt(()=>{document.removeEventListener("keydown",a),document.removeEventListener("focusin",o)})}const Je=300,je=1e-4;function Bt(e){const t=/^(\d+(?:\.\d+)?)s?$/.exec(String(e));return t?Number(t[1]):0}function ut(e){return Math.max(0,Math.floor(e+je))}function to(e){const t=Le(),o=Te(),a=k(Bt(t.query.t));let i=ut(a.value),s;function l(){const n=ut(a.value);if(n===i)return;i=n;const{t:p,...d}=t.query;o.replace({query:n?{...d,t:n}:d})}return R(()=>ut(Bt(t.query.t)),n=>{n!==i&&(i=n,e(n))}),wt(()=>clearTimeout(s)),{time:a,note:()=>{clearTimeout(s),s=setTimeout(l,Je)}}}const eo=5e3;class le{constructor(t,o,a=()=>{}){this.limit=t,this.parallel=o,this.onSettled=a}ready=new Map;loading=new Map;failed=new Map;queue=[];get(t){const o=this.ready.get(t);return o===void 0?null:(this.ready.delete(t),this.ready.set(t,o),o)}hasFailed(t){return performance.now()-(this.failed.get(t)??-1/0)<eo}want(t){const o=new Set(t);for(const[a,i]of this.loading)o.has(a)||(this.loading.delete(a),i.removeAttribute("src"));this.queue=t.filter(a=>!this.ready.has(a)&&!this.loading.has(a)&&!this.hasFailed(a)),this.next()}forgive(){this.failed.clear()}next(){for(;this.loading.size<this.parallel;){const t=this.queue.shift();if(t===void 0)return;this.load(t)}}load(t){const o=new Image;o.decoding="async",o.fetchPriority="high",this.loading.set(t,o),o.src=t,o.decode().then(()=>this.settle(t,o,!0),()=>this.settle(t,o,!1))}settle(t,o,a){this.loading.get(t)===o&&(this.loading.delete(t),a?this.keep(t,o):this.failed.set(t,performance.now()),this.next(),this.onSettled(t))}keep(t,o){this.ready.set(t,o);for(const a of this.ready.keys()){if(this.ready.size<=this.limit)return;this.ready.delete(a)}}}const oo=/^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/,ao=/^(.*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;function io(e,t){const o=[],a=e.replace(/\r\n?/g,`
`).split(`
`);return a.forEach((i,s)=>{const l=oo.exec(i),n=l&&ao.exec(a[s+1]?.trim()??"");if(!l||!n)return;const[p=0,d=0,u=0,v=0]=n.slice(2).map(Number),m=new URL(n[1]??"",t).href;o.push({start:Ht(l[1]),end:Ht(l[2]),url:m,x:p,y:d,width:u,height:v})}),o.sort((i,s)=>i.start-s.start)}function so(e){return[`WEBVTT
`,...e.map(({start:o,end:a,url:i,x:s,y:l,width:n,height:p})=>`${Ft(o)} --> ${Ft(a)}
${i}#xywh=${s},${l},${n},${p}
`)].join(`
`)}function no(e,t){let o=0,a=e.length-1;for(;o<a;){const i=Math.ceil((o+a)/2);(e[i]?.start??0)<=t?o=i:a=i-1}return e[o]}function Ht(e=""){return e.split(":").reduce((t,o)=>t*60+Number(o),0)}function Ft(e){const t=Math.round(e*1e3),o=i=>String(Math.floor(i)).padStart(2,"0");return`${`${o(t/36e5)}:${o(t/6e4%60)}:${o(t/1e3%60)}`}.${String(t%1e3).padStart(3,"0")}`}const lo=128,ro=24,uo=3;class zt{constructor(t,o){this.list=t,this.isStored=o,this.urls=[...new Set(t.map(a=>a.url))],this.placed=t.every(a=>a.width>0)}placed;listeners=new Set;sheets=new le(lo,4,()=>this.listeners.forEach(t=>t()));urls;listen(t){return this.listeners.add(t),()=>this.listeners.delete(t)}at(t){return no(this.list,t)}near(t){const o=this.at(t);if(o===void 0)return;const a=this.urls.indexOf(o.url),i=[a],s=this.placed?ro:uo;for(let n=1;n<=s;n+=1)i.push(a+n,a-n);const l=this.placed?i:i.filter(n=>this.isStored(this.list[n]?.start??0));this.sheets.want(l.flatMap(n=>this.urls[n]??[]))}draw(t,o){const a=this.at(o),i=a&&this.sheets.get(a.url);if(!a||!i)return!1;const s=a.width||i.naturalWidth,l=a.height||i.naturalHeight,n=Math.min(s,320);return t.width=n,t.height=Math.round(n*l/s),t.getContext("2d")?.drawImage(i,a.x,a.y,s,l,0,0,t.width,t.height),t.dataset.start=String(a.start),!0}}function re(e){return ft(e,"stills")?Array.from({length:at(e)},(t,o)=>{const a=Math.min(o+1,e.duration);return{start:o,end:a,url:j(e,o),x:0,y:0,width:0,height:0}}):[]}async function co(e){if(e.storyboard!==null)try{const t=await fetch(e.storyboard),o=t.ok?io(await t.text(),new URL(e.storyboard,document.baseURI).href):[];if(o.length>0)return o}catch{}return re(e)}const Wt=8,Gt=2;function ho(e,t,o){const a=[e];if(t===0)for(let i=1;i<=(Wt+Gt)/2;i+=1)a.push(e+i,e-i);else{for(let i=1;i<=Wt;i+=1)a.push(e+i*t);for(let i=1;i<=Gt;i+=1)a.push(e-i*Math.sign(t))}return a.filter(i=>i>=0&&i<o)}const mo=["data-second"],po={key:0,class:"missing"},vo=40,fo=4,go=Q({__name:"FreezeFrame",props:{book:{},second:{},tiles:{}},setup(e){const t=e,o=k(),a=k(),i=k(""),s=new le(vo,fo,d=>{d===j(t.book,t.second)&&l()});function l(){const{book:d,second:u}=t,v=j(d,u),m=s.get(v);i.value=m===null?n(u,v):"";const f=o.value?.querySelector("img");if(m===null){f?.remove(),a.value&&t.tiles.draw(a.value,u);return}m.alt=E.freezeFrame.alt(u),m.dataset.second=String(u),f!==m&&(f?.remove(),o.value?.append(m))}function n(d,u){const v=gt(t.book.cells,d);return v?.state==="waiting"?E.freezeFrame.waiting(d):v?.state==="failed"?E.freezeFrame.failed(d):s.hasFailed(u)||!ot(t.book,"stills",d)?E.freezeFrame.missing(d):""}function p(d,u){const v=ho(d,d-u,at(t.book));s.want(v.filter(m=>ot(t.book,"stills",m)).map(m=>j(t.book,m))),t.tiles.near(d),l()}return ae(()=>p(t.second,t.second)),R(()=>t.second,p,{flush:"sync"}),R(()=>t.tiles,(d,u,v)=>v(d.listen(l)),{immediate:!0}),R(()=>[t.book,t.tiles],()=>{s.forgive(),p(t.second,t.second)}),(d,u)=>(_(),A("div",{ref_key:"stage",ref:o,class:"stage","data-role":"still","data-second":e.second},[c("canvas",{ref_key:"rough",ref:a,width:"16",height:"9","aria-hidden":"true"},null,512),i.value?(_(),A("p",po,L(i.value),1)):B("",!0)],8,mo))}}),Eo=K(go,[["__scopeId","data-v-9ede697b"]]),bo={class:"figures"},_o=["max","aria-label","aria-valuetext"],Zt=22,yo=Q({__name:"ScrubBar",props:se({last:{},tiles:{},label:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(e){const t=e,o=ie(e,"modelValue"),a=k(),i=k(),s=oe(null),l=k(!1);R(()=>t.tiles,(d,u,v)=>{v(d.listen(n)),d.near(o.value)},{immediate:!0});function n(){s.value&&a.value&&(l.value=t.tiles.draw(a.value,s.value.time))}function p(d){const u=i.value?.getBoundingClientRect();if(!u)return;const v=(d.clientX-u.left-Zt/2)/(u.width-Zt),m=Math.round(Math.min(1,Math.max(0,v))*t.last),f=Math.min(84,u.width/2);s.value={time:m,x:Math.min(u.width-f,Math.max(f,d.clientX-u.left))},t.tiles.near(m),n()}return(d,u)=>(_(),A("div",{ref_key:"track",ref:i,class:"scrub",onPointermove:p,onPointerdown:p,onPointerleave:u[1]||(u[1]=v=>s.value=null)},[vt(c("div",{class:ee(["tip",{drawn:l.value}]),style:bt({left:`${s.value?.x??0}px`}),"aria-hidden":"true"},[c("canvas",{ref_key:"canvas",ref:a,"data-role":"tile",width:"160",height:"90"},null,512),c("span",bo,L(h(q)(s.value?.time??0)),1)],6),[[Lt,s.value]]),vt(c("input",{"onUpdate:modelValue":u[0]||(u[0]=v=>o.value=v),type:"range",min:"0",max:e.last,step:"1","aria-label":e.label,"aria-valuetext":h(E).everySecond.value(o.value,h(q)(o.value)),style:bt({"--share":e.last?o.value/e.last:0})},null,12,_o),[[$e,o.value,void 0,{number:!0}]])],544))}}),ko=K(yo,[["__scopeId","data-v-660a5bc8"]]),Mo=["data-second","data-start"],wo=["src","alt","data-second"],Ao={key:1,class:"missing"},Lo=Q({__name:"SnippetGif",props:{book:{},second:{}},setup(e){const t=e,o=k(!1),a=k(!1),i=S(()=>!Pt.value||o.value),s=S(()=>Mt(t.second,t.book.snippet)),l=S(()=>j(t.book,s.value)),n=S(()=>gt(t.book.cells,t.second)),p=S(()=>ot(t.book,i.value?"gif":"stills",t.second)),d=S(()=>ft(t.book,"stills")?`url(${JSON.stringify(l.value)})`:"none"),u=S(()=>i.value?We(t.book,t.second):l.value),v=S(()=>{const m=n.value?.end??s.value+t.book.snippet,{moving:f,still:C}=E.snippetGif;return(i.value?f:C)(q(s.value),q(m),t.second)});return R(u,()=>a.value=!1),(m,f)=>(_(),A("div",{class:"stage","data-role":"gif","data-second":e.second,"data-start":s.value},[p.value?vt((_(),A("img",{key:u.value,src:u.value,alt:v.value,"data-second":e.second,style:bt({backgroundImage:d.value}),onError:f[0]||(f[0]=C=>a.value=!0)},null,44,wo)),[[Lt,!a.value]]):B("",!0),!p.value||a.value?(_(),A("p",Ao,L(n.value?.state==="waiting"?h(E).snippetGif.waiting(e.second):h(E).snippetGif.missing(e.second)),1)):B("",!0),h(Pt)&&!o.value&&h(ot)(e.book,"gif",e.second)?(_(),A("button",{key:2,class:"button ask",type:"button",onClick:f[1]||(f[1]=C=>o.value=!0)},[V(h(Ce)),At(L(h(E).snippetGif.play),1)])):B("",!0)],8,Mo))}}),To=K(Lo,[["__scopeId","data-v-453a6220"]]),So={class:"every","aria-labelledby":"every-second"},Io={id:"every-second"},Do={class:"soft figures","data-role":"second"},xo={class:"soft small"},Co={key:0},Uo={class:"soft small"},$o=Q({__name:"EverySecond",props:se({book:{},tiles:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(e){const t=e,o=ie(e,"modelValue"),a=S(()=>ft(t.book,"gif")),i=S(()=>at(t.book)-1);return(s,l)=>(_(),A("section",So,[c("header",null,[c("h2",Io,L(h(E).everySecond.title),1),c("p",Do,L(h(E).everySecond.second(o.value,h(q)(o.value))),1)]),c("div",{class:ee(["pair",{single:!a.value}])},[c("figure",null,[V(Eo,{book:e.book,second:o.value,tiles:e.tiles},null,8,["book","second","tiles"]),c("figcaption",xo,L(h(E).everySecond.still),1)]),a.value?(_(),A("figure",Co,[V(To,{book:e.book,second:o.value},null,8,["book","second"]),c("figcaption",Uo,L(h(E).everySecond.gif),1)])):B("",!0)],2),V(ko,{modelValue:o.value,"onUpdate:modelValue":l[0]||(l[0]=n=>o.value=n),last:i.value,tiles:e.tiles,label:h(E).everySecond.slider},null,8,["modelValue","last","tiles","label"])]))}}),Oo=K($o,[["__scopeId","data-v-3789d125"]]),X={PLACEMENT:"placement",BOUNDS:"bounds"};function Ro(e){return`
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
  `}class Et extends b.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{var t;if(!Re(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;const o=this.placement;if(o==="left"||o==="right"){this.style.removeProperty("--media-tooltip-offset-x");return}const a=getComputedStyle(this),i=(t=Ne(this,"#"+this.bounds))!=null?t:Pe(this);if(!i)return;const{x:s,width:l}=i.getBoundingClientRect(),{x:n,width:p}=this.getBoundingClientRect(),d=n+p,u=s+l,v=a.getPropertyValue("--media-tooltip-offset-x"),m=v?parseFloat(v.replace("px","")):0,f=a.getPropertyValue("--media-tooltip-container-margin"),C=f?parseFloat(f.replace("px","")):0,g=n-s+m-C,T=d-u+m+C;if(g<0){this.style.setProperty("--media-tooltip-offset-x",`${g}px`);return}if(T>0){this.style.setProperty("--media-tooltip-offset-x",`${T}px`);return}this.style.removeProperty("--media-tooltip-offset-x")},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=Tt(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t)}if(this.arrowEl=this.shadowRoot.querySelector("#arrow"),Object.prototype.hasOwnProperty.call(this,"placement")){const t=this.placement;delete this.placement,this.placement=t}}static get observedAttributes(){return[X.PLACEMENT,X.BOUNDS]}get placement(){return z(this,X.PLACEMENT)}set placement(t){W(this,X.PLACEMENT,t)}get bounds(){return z(this,X.BOUNDS)}set bounds(t){W(this,X.BOUNDS,t)}}Et.shadowRootOptions={mode:"open"};Et.getTemplateHTML=Ro;b.customElements.get("media-tooltip")||b.customElements.define("media-tooltip",Et);var qt=Et,St=(e,t,o)=>{if(!t.has(e))throw TypeError("Cannot "+o)},M=(e,t,o)=>(St(e,t,"read from private field"),o?o.call(e):t.get(e)),Z=(e,t,o)=>{if(t.has(e))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(e):t.set(e,o)},lt=(e,t,o,a)=>(St(e,t,"write to private field"),t.set(e,o),o),Qt=(e,t,o)=>(St(e,t,"access private method"),o),U,J,yt,de,P,Y,ct,kt,ue;const N={TOOLTIP_PLACEMENT:"tooltipplacement",DISABLED:"disabled",NO_TOOLTIP:"notooltip"};function No(e,t={}){return`
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

    ${this.getSlotTemplateHTML(e,t)}

    <slot name="tooltip">
      <media-tooltip part="tooltip" aria-hidden="true">
        <template shadowrootmode="${qt.shadowRootOptions.mode}">
          ${qt.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(e)}
        </slot>
      </media-tooltip>
    </slot>
  `}function Po(e,t){return`
    <slot></slot>
  `}function Vo(){return""}class G extends b.HTMLElement{constructor(){if(super(),Z(this,yt),Z(this,kt),Z(this,U,void 0),this.preventClick=!1,this.tooltipEl=null,Z(this,J,t=>{this.preventClick||this.handleClick(t),setTimeout(M(this,P),0)}),Z(this,P,()=>{var t,o;(o=(t=this.tooltipEl)==null?void 0:t.updateXOffset)==null||o.call(t)}),Z(this,Y,t=>{const{key:o}=t;if(!this.keysUsed.includes(o)){this.removeEventListener("keyup",M(this,Y));return}this.preventClick||this.handleClick(t)}),Z(this,ct,t=>{const{metaKey:o,altKey:a,key:i}=t;if(o||a||!this.keysUsed.includes(i)){this.removeEventListener("keyup",M(this,Y));return}this.addEventListener("keyup",M(this,Y),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=Tt(this.attributes),o=this.constructor.getTemplateHTML(t);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(o):this.shadowRoot.innerHTML=o}this.tooltipEl=this.shadowRoot.querySelector("media-tooltip")}static get observedAttributes(){return["disabled",N.TOOLTIP_PLACEMENT,O.MEDIA_CONTROLLER,r.MEDIA_LANG]}enable(){this.addEventListener("click",M(this,J)),this.addEventListener("keydown",M(this,ct)),this.tabIndex=0}disable(){this.removeEventListener("click",M(this,J)),this.removeEventListener("keydown",M(this,ct)),this.removeEventListener("keyup",M(this,Y)),this.tabIndex=-1}attributeChangedCallback(t,o,a){var i,s,l,n,p;t===O.MEDIA_CONTROLLER?(o&&((s=(i=M(this,U))==null?void 0:i.unassociateElement)==null||s.call(i,this),lt(this,U,null)),a&&this.isConnected&&(lt(this,U,(l=this.getRootNode())==null?void 0:l.getElementById(a)),(p=(n=M(this,U))==null?void 0:n.associateElement)==null||p.call(n,this))):t==="disabled"&&a!==o?a==null?this.enable():this.disable():t===N.TOOLTIP_PLACEMENT&&this.tooltipEl&&a!==o?this.tooltipEl.placement=a:t===r.MEDIA_LANG&&(this.shadowRoot.querySelector('slot[name="tooltip-content"]').innerHTML=this.constructor.getTooltipContentHTML()),Qt(this,yt,de).call(this)&&M(this,P).call(this)}connectedCallback(){var t,o,a;const{style:i}=ne(this.shadowRoot,":host");i.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute("disabled")?this.disable():this.enable(),this.setAttribute("role","button");const s=this.getAttribute(O.MEDIA_CONTROLLER);s&&(lt(this,U,(t=this.getRootNode())==null?void 0:t.getElementById(s)),(a=(o=M(this,U))==null?void 0:o.associateElement)==null||a.call(o,this)),b.customElements.whenDefined("media-tooltip").then(()=>Qt(this,kt,ue).call(this))}disconnectedCallback(){var t,o;this.disable(),(o=(t=M(this,U))==null?void 0:t.unassociateElement)==null||o.call(t,this),lt(this,U,null),this.removeEventListener("mouseenter",M(this,P)),this.removeEventListener("focus",M(this,P)),this.removeEventListener("click",M(this,J))}get keysUsed(){return["Enter"," "]}get tooltipPlacement(){return z(this,N.TOOLTIP_PLACEMENT)}set tooltipPlacement(t){W(this,N.TOOLTIP_PLACEMENT,t)}get mediaController(){return z(this,O.MEDIA_CONTROLLER)}set mediaController(t){W(this,O.MEDIA_CONTROLLER,t)}get disabled(){return H(this,N.DISABLED)}set disabled(t){F(this,N.DISABLED,t)}get noTooltip(){return H(this,N.NO_TOOLTIP)}set noTooltip(t){F(this,N.NO_TOOLTIP,t)}handleClick(t){}}U=new WeakMap;J=new WeakMap;yt=new WeakSet;de=function(){try{return this.matches(":hover, :focus-visible")}catch{return this.matches(":hover, :focus")}};P=new WeakMap;Y=new WeakMap;ct=new WeakMap;kt=new WeakSet;ue=function(){this.addEventListener("mouseenter",M(this,P)),this.addEventListener("focus",M(this,P)),this.addEventListener("click",M(this,J));const e=this.tooltipPlacement;e&&this.tooltipEl&&(this.tooltipEl.placement=e)};G.shadowRootOptions={mode:"open"};G.getTemplateHTML=No;G.getSlotTemplateHTML=Po;G.getTooltipContentHTML=Vo;b.customElements.get("media-chrome-button")||b.customElements.define("media-chrome-button",G);var ce=(e,t,o)=>{if(!t.has(e))throw TypeError("Cannot "+o)},Bo=(e,t,o)=>(ce(e,t,"read from private field"),t.get(e)),Ho=(e,t,o)=>{if(t.has(e))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(e):t.set(e,o)},Fo=(e,t,o,a)=>(ce(e,t,"write to private field"),t.set(e,o),o),ht;const zo=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,Wo=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function Go(e){return`
    <style>
      :host([${r.MEDIA_IS_FULLSCREEN}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      
      :host(:not([${r.MEDIA_IS_FULLSCREEN}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${r.MEDIA_IS_FULLSCREEN}]) slot[name=tooltip-enter],
      :host(:not([${r.MEDIA_IS_FULLSCREEN}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${zo}</slot>
      <slot name="exit">${Wo}</slot>
    </slot>
  `}function Zo(){return`
    <slot name="tooltip-enter">${D("Enter fullscreen mode")}</slot>
    <slot name="tooltip-exit">${D("Exit fullscreen mode")}</slot>
  `}const Kt=e=>{const t=e.mediaIsFullscreen?D("exit fullscreen mode"):D("enter fullscreen mode");e.setAttribute("aria-label",t)};class It extends G{constructor(){super(...arguments),Ho(this,ht,null)}static get observedAttributes(){return[...super.observedAttributes,r.MEDIA_IS_FULLSCREEN,r.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),Kt(this)}attributeChangedCallback(t,o,a){super.attributeChangedCallback(t,o,a),t===r.MEDIA_IS_FULLSCREEN&&Kt(this)}get mediaFullscreenUnavailable(){return z(this,r.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(t){W(this,r.MEDIA_FULLSCREEN_UNAVAILABLE,t)}get mediaIsFullscreen(){return H(this,r.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(t){F(this,r.MEDIA_IS_FULLSCREEN,t)}handleClick(t){Fo(this,ht,t);const o=Bo(this,ht)instanceof PointerEvent,a=this.mediaIsFullscreen?new b.CustomEvent(I.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new b.CustomEvent(I.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:o});this.dispatchEvent(a)}}ht=new WeakMap;It.getSlotTemplateHTML=Go;It.getTooltipContentHTML=Zo;b.customElements.get("media-fullscreen-button")||b.customElements.define("media-fullscreen-button",It);var he=(e,t,o)=>{if(!t.has(e))throw TypeError("Cannot "+o)},tt=(e,t,o)=>(he(e,t,"read from private field"),o?o.call(e):t.get(e)),Xt=(e,t,o)=>{if(t.has(e))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(e):t.set(e,o)},et=(e,t,o,a)=>(he(e,t,"write to private field"),t.set(e,o),o),$,mt;const rt={LOADING_DELAY:"loadingdelay",NO_AUTOHIDE:"noautohide"},me=500,qo=`
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
`;function Qo(e){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${me}ms);
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

      :host([${r.MEDIA_LOADING}]:not([${r.MEDIA_PAUSED}])) slot[name=icon] > *,
      :host([${r.MEDIA_LOADING}]:not([${r.MEDIA_PAUSED}])) ::slotted([slot=icon]) {
        opacity: var(--media-loading-indicator-opacity, 1);
        transition: opacity 0.15s var(--_loading-indicator-delay);
      }

      :host #status {
        visibility: var(--media-loading-indicator-opacity, hidden);
        transition: visibility 0.15s;
      }

      :host([${r.MEDIA_LOADING}]:not([${r.MEDIA_PAUSED}])) #status {
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

    <slot name="icon">${qo}</slot>
    <div id="status" role="status" aria-live="polite">${D("media loading")}</div>
  `}class Dt extends b.HTMLElement{constructor(){if(super(),Xt(this,$,void 0),Xt(this,mt,me),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const t=Tt(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t)}}static get observedAttributes(){return[O.MEDIA_CONTROLLER,r.MEDIA_PAUSED,r.MEDIA_LOADING,rt.LOADING_DELAY]}attributeChangedCallback(t,o,a){var i,s,l,n,p;t===rt.LOADING_DELAY&&o!==a?this.loadingDelay=Number(a):t===O.MEDIA_CONTROLLER&&(o&&((s=(i=tt(this,$))==null?void 0:i.unassociateElement)==null||s.call(i,this),et(this,$,null)),a&&this.isConnected&&(et(this,$,(l=this.getRootNode())==null?void 0:l.getElementById(a)),(p=(n=tt(this,$))==null?void 0:n.associateElement)==null||p.call(n,this)))}connectedCallback(){var t,o,a;const i=this.getAttribute(O.MEDIA_CONTROLLER);i&&(et(this,$,(t=this.getRootNode())==null?void 0:t.getElementById(i)),(a=(o=tt(this,$))==null?void 0:o.associateElement)==null||a.call(o,this))}disconnectedCallback(){var t,o;(o=(t=tt(this,$))==null?void 0:t.unassociateElement)==null||o.call(t,this),et(this,$,null)}get loadingDelay(){return tt(this,mt)}set loadingDelay(t){et(this,mt,t);const{style:o}=ne(this.shadowRoot,":host");o.setProperty("--_loading-indicator-delay",`var(--media-loading-indicator-transition-delay, ${t}ms)`)}get mediaPaused(){return H(this,r.MEDIA_PAUSED)}set mediaPaused(t){F(this,r.MEDIA_PAUSED,t)}get mediaLoading(){return H(this,r.MEDIA_LOADING)}set mediaLoading(t){F(this,r.MEDIA_LOADING,t)}get mediaController(){return z(this,O.MEDIA_CONTROLLER)}set mediaController(t){W(this,O.MEDIA_CONTROLLER,t)}get noAutohide(){return H(this,rt.NO_AUTOHIDE)}set noAutohide(t){F(this,rt.NO_AUTOHIDE,t)}}$=new WeakMap;mt=new WeakMap;Dt.shadowRootOptions={mode:"open"};Dt.getTemplateHTML=Qo;b.customElements.get("media-loading-indicator")||b.customElements.define("media-loading-indicator",Dt);const Ko=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,Yt=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,Xo=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function Yo(e){return`
    <style>
      :host(:not([${r.MEDIA_VOLUME_LEVEL}])) slot[name=icon] slot:not([name=high]),
      :host([${r.MEDIA_VOLUME_LEVEL}=high]) slot[name=icon] slot:not([name=high]) {
        display: none !important;
      }

      :host([${r.MEDIA_VOLUME_LEVEL}=off]) slot[name=icon] slot:not([name=off]) {
        display: none !important;
      }

      :host([${r.MEDIA_VOLUME_LEVEL}=low]) slot[name=icon] slot:not([name=low]) {
        display: none !important;
      }

      :host([${r.MEDIA_VOLUME_LEVEL}=medium]) slot[name=icon] slot:not([name=medium]) {
        display: none !important;
      }

      :host(:not([${r.MEDIA_VOLUME_LEVEL}=off])) slot[name=tooltip-unmute],
      :host([${r.MEDIA_VOLUME_LEVEL}=off]) slot[name=tooltip-mute] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="off">${Ko}</slot>
      <slot name="low">${Yt}</slot>
      <slot name="medium">${Yt}</slot>
      <slot name="high">${Xo}</slot>
    </slot>
  `}function Jo(){return`
    <slot name="tooltip-mute">${D("Mute")}</slot>
    <slot name="tooltip-unmute">${D("Unmute")}</slot>
  `}const Jt=e=>{const o=e.mediaVolumeLevel==="off"?D("unmute"):D("mute");e.setAttribute("aria-label",o)};class xt extends G{static get observedAttributes(){return[...super.observedAttributes,r.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),Jt(this)}attributeChangedCallback(t,o,a){super.attributeChangedCallback(t,o,a),t===r.MEDIA_VOLUME_LEVEL&&Jt(this)}get mediaVolumeLevel(){return z(this,r.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(t){W(this,r.MEDIA_VOLUME_LEVEL,t)}handleClick(){const t=this.mediaVolumeLevel==="off"?I.MEDIA_UNMUTE_REQUEST:I.MEDIA_MUTE_REQUEST;this.dispatchEvent(new b.CustomEvent(t,{composed:!0,bubbles:!0}))}}xt.getSlotTemplateHTML=Yo;xt.getTooltipContentHTML=Jo;b.customElements.get("media-mute-button")||b.customElements.define("media-mute-button",xt);const jo=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,ta=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function ea(e){return`
    <style>
      :host([${r.MEDIA_PAUSED}]) slot[name=pause],
      :host(:not([${r.MEDIA_PAUSED}])) slot[name=play] {
        display: none !important;
      }

      :host([${r.MEDIA_PAUSED}]) slot[name=tooltip-pause],
      :host(:not([${r.MEDIA_PAUSED}])) slot[name=tooltip-play] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="play">${jo}</slot>
      <slot name="pause">${ta}</slot>
    </slot>
  `}function oa(){return`
    <slot name="tooltip-play">${D("Play")}</slot>
    <slot name="tooltip-pause">${D("Pause")}</slot>
  `}const jt=e=>{const t=e.mediaPaused?D("play"):D("pause");e.setAttribute("aria-label",t)};class Ct extends G{static get observedAttributes(){return[...super.observedAttributes,r.MEDIA_PAUSED,r.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),jt(this)}attributeChangedCallback(t,o,a){super.attributeChangedCallback(t,o,a),(t===r.MEDIA_PAUSED||t===r.MEDIA_LANG)&&jt(this)}get mediaPaused(){return H(this,r.MEDIA_PAUSED)}set mediaPaused(t){F(this,r.MEDIA_PAUSED,t)}handleClick(){const t=this.mediaPaused?I.MEDIA_PLAY_REQUEST:I.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new b.CustomEvent(t,{composed:!0,bubbles:!0}))}}Ct.getSlotTemplateHTML=ea;Ct.getTooltipContentHTML=oa;b.customElements.get("media-play-button")||b.customElements.define("media-play-button",Ct);var aa=(e,t,o)=>{if(!t.has(e))throw TypeError("Cannot "+o)},te=(e,t,o)=>(aa(e,t,"read from private field"),o?o.call(e):t.get(e)),ia=(e,t,o)=>{if(t.has(e))throw TypeError("Cannot add the same private member more than once");t instanceof WeakSet?t.add(e):t.set(e,o)},pt;const sa=1,na=e=>e.mediaMuted?0:e.mediaVolume,la=e=>`${Math.round(e*100)}%`;class ra extends Ve{constructor(){super(...arguments),ia(this,pt,()=>{const t=this.range.value,o=new b.CustomEvent(I.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:t});this.dispatchEvent(o)})}static get observedAttributes(){return[...super.observedAttributes,r.MEDIA_VOLUME,r.MEDIA_MUTED,r.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute("aria-label",D("volume")),this.range.addEventListener("input",te(this,pt))}disconnectedCallback(){this.range.removeEventListener("input",te(this,pt)),super.disconnectedCallback()}attributeChangedCallback(t,o,a){super.attributeChangedCallback(t,o,a),(t===r.MEDIA_VOLUME||t===r.MEDIA_MUTED)&&(this.range.valueAsNumber=na(this),this.range.setAttribute("aria-valuetext",la(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return Be(this,r.MEDIA_VOLUME,sa)}set mediaVolume(t){He(this,r.MEDIA_VOLUME,t)}get mediaMuted(){return H(this,r.MEDIA_MUTED)}set mediaMuted(t){F(this,r.MEDIA_MUTED,t)}get mediaVolumeUnavailable(){return z(this,r.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(t){W(this,r.MEDIA_VOLUME_UNAVAILABLE,t)}}pt=new WeakMap;b.customElements.get("media-volume-range")||b.customElements.define("media-volume-range",ra);const da={"Start airplay":"AirPlay starten","Stop airplay":"AirPlay stoppen",Audio:"Audio",Captions:"Untertitel","Enable captions":"Untertitel aktivieren","Disable captions":"Untertitel deaktivieren","Start casting":"Casting starten","Stop casting":"Casting stoppen","Enter fullscreen mode":"Vollbildmodus aktivieren","Exit fullscreen mode":"Vollbildmodus beenden",Mute:"Stumm schalten",Unmute:"Stummschaltung aufheben",Loop:"Endlosschleife","Enter picture in picture mode":"Bild-im-Bild-Modus aktivieren","Exit picture in picture mode":"Bild-im-Bild-Modus beenden",Play:"Abspielen",Pause:"Pause","Playback rate":"Wiedergabegeschwindigkeit","Playback rate {playbackRate}":"Wiedergabegeschwindigkeit {playbackRate}",Quality:"Qualität","Seek backward":"Zurückspulen","Seek forward":"Vorspulen",Settings:"Einstellungen",Auto:"Auto","audio player":"Audioplayer","video player":"Videoplayer",volume:"Lautstärke",seek:"Springen","closed captions":"Untertitel","current playback rate":"aktuelle Wiedergabegeschwindigkeit","playback time":"Wiedergabezeit","media loading":"Medien werden geladen",settings:"Einstellungen","audio tracks":"Audiospuren",quality:"Qualität",play:"abspielen",pause:"pause",mute:"stumm schalten",unmute:"Stummschaltung aufheben","chapter: {chapterName}":"Kapitel: {chapterName}",live:"live",Off:"Aus","start airplay":"AirPlay starten","stop airplay":"AirPlay stoppen","start casting":"Casting starten","stop casting":"Casting stoppen","enter fullscreen mode":"Vollbildmodus aktivieren","exit fullscreen mode":"Vollbildmodus beenden","enter picture in picture mode":"Bild-im-Bild-Modus aktivieren","exit picture in picture mode":"Bild-im-Bild-Modus beenden","seek to live":"Zum Live-Stream springen","playing live":"Live-Wiedergabe","seek back {seekOffset} seconds":"{seekOffset} Sekunden zurückspulen","seek forward {seekOffset} seconds":"{seekOffset} Sekunden vorspulen","Network Error":"Netzwerkfehler","Decode Error":"Dekodierungsfehler","Source Not Supported":"Quelle nicht unterstützt","Encryption Error":"Verschlüsselungsfehler","A network error caused the media download to fail.":"Ein Netzwerkfehler hat dazu geführt, dass der Medien-Download fehlgeschlagen ist.","A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":"Ein Medienfehler hat die Wiedergabe abgebrochen. Das Medium könnte beschädigt sein oder Ihr Browser unterstützt dieses Format nicht.","An unsupported error occurred. The server or network failed, or your browser does not support this format.":"Ein nicht unterstützter Fehler ist aufgetreten. Der Server oder das Netzwerk ist fehlgeschlagen, oder Ihr Browser unterstützt dieses Format nicht.","The media is encrypted and there are no keys to decrypt it.":"Das Medium ist verschlüsselt und es sind keine Schlüssel zum Entschlüsseln vorhanden.",hour:"Stunde",hours:"Stunden",minute:"Minute",minutes:"Minuten",second:"Sekunde",seconds:"Sekunden","{time} remaining":"{time} verbleibend","{currentTime} of {totalTime}":"{currentTime} von {totalTime}","video not loaded, unknown time.":"Video nicht geladen, unbekannte Zeit."};Fe("de",da);const ua=["lang","aria-label"],ca=["src","poster"],ha=["src"],ma={class:"seek"},pa={key:0,slot:"preview"},va={class:"time","aria-hidden":"true"},fa={class:"unseen"},ga={key:0,class:"fault",role:"alert"},Ea=1e4,ba=Q({__name:"FilmPlayer",props:{src:{},title:{},poster:{},tiles:{}},emits:["time","rest"],setup(e,{expose:t,emit:o}){const a=e,i=o,s=k(),l=k(),n=k(),p=k(!1);let d;const u=k(""),v=k(0),m=k(0),f=k(1),C=[1,1.5,2,.5],g=k("");R(()=>a.tiles,(w,y,nt)=>{nt(w.listen(Ot)),$t(g.value);const ye=w.placed?so(w.list):`WEBVTT
`;g.value=URL.createObjectURL(new Blob([ye],{type:"text/vtt"}))},{immediate:!0}),wt(()=>{$t(g.value),l.value?.removeAttribute("src"),l.value?.load()}),R(()=>a.src,()=>{u.value="",x=!1,it=null});const T=S(()=>E.player.video(a.title));let x=!1,it=null;function Ut(w){if(l.value){if(x&&l.value.seeking){it=w;return}x=l.value.readyState>0,l.value.currentTime=w}}function pe(){x=!1;const w=it;it=null,w!==null?Ut(w):i("rest")}function st(w){s.value?.dispatchEvent(new CustomEvent(w,{bubbles:!0,composed:!0}))}function ve(){st(l.value?.paused?I.MEDIA_PLAY_REQUEST:I.MEDIA_PAUSE_REQUEST)}function fe(){st(I.MEDIA_PAUSE_REQUEST)}function ge(){st(l.value?.muted?I.MEDIA_UNMUTE_REQUEST:I.MEDIA_MUTE_REQUEST)}function Ee(){const w=[I.MEDIA_ENTER_FULLSCREEN_REQUEST,I.MEDIA_EXIT_FULLSCREEN_REQUEST];st(w[document.fullscreenElement?1:0])}function $t(w){setTimeout(()=>URL.revokeObjectURL(w),Ea)}function be(w){d=w.detail,!(a.tiles.placed||d===void 0)&&(a.tiles.near(d),Ot())}function Ot(){n.value&&d!==void 0&&(p.value=a.tiles.draw(n.value,d))}function Rt(){v.value=l.value?.currentTime??0,m.value=l.value?.duration||0,x||i("time",v.value)}function _e(){f.value=C[(C.indexOf(f.value)+1)%C.length]??1,l.value&&(l.value.playbackRate=f.value)}return t({seek:Ut,toggle:ve,pause:fe,mute:ge,fullscreen:Ee}),(w,y)=>(_(),A(dt,null,[c("media-controller",{ref_key:"controller",ref:s,class:"film",nohotkeys:"",lang:h(xe),"aria-label":T.value,onMediapreviewrequest:be},[c("video",{ref_key:"video",ref:l,slot:"media",src:e.src,poster:e.poster,preload:"metadata",playsinline:"",onTimeupdate:Rt,onSeeking:Rt,onSeeked:pe,onPause:y[0]||(y[0]=nt=>w.$emit("rest")),onLoadedmetadata:y[1]||(y[1]=nt=>m.value=l.value?.duration||0),onError:y[2]||(y[2]=nt=>u.value=h(E).player.cannotPlay)},[(_(),A("track",{key:g.value,kind:"metadata",label:"thumbnails",default:"",src:g.value},null,8,ha))],40,ca),y[9]||(y[9]=c("media-loading-indicator",{slot:"centered-chrome",noautohide:""},null,-1)),c("media-control-bar",ma,[c("media-time-range",null,[e.tiles.placed?(_(),A("media-preview-thumbnail",pa)):vt((_(),A("canvas",{key:1,ref_key:"canvas",ref:n,slot:"preview",class:"own","aria-hidden":"true"},null,512)),[[Lt,p.value]]),y[3]||(y[3]=c("media-preview-time-display",{slot:"preview"},null,-1))])]),c("media-control-bar",null,[y[4]||(y[4]=c("media-play-button",null,null,-1)),y[5]||(y[5]=c("media-mute-button",null,null,-1)),y[6]||(y[6]=c("media-volume-range",{class:"volume"},null,-1)),c("span",va,L(h(q)(v.value))+" / "+L(h(q)(m.value)),1),y[7]||(y[7]=c("span",{class:"space"},null,-1)),c("button",{class:"rate",type:"button",keysused:"Enter Space",onClick:_e},[At(L(h(De)(f.value,1))+"×",1),c("span",fa,L(h(E).player.speed),1)]),y[8]||(y[8]=c("media-fullscreen-button",null,null,-1))])],40,ua),u.value?(_(),A("p",ga,L(u.value),1)):B("",!0)],64))}}),_a=K(ba,[["__scopeId","data-v-fc034acd"]]),ya={method:"dialog",class:"row"},ka={class:"button",autofocus:""},Ma=Q({__name:"KeysDialog",setup(e,{expose:t}){const o=k();return t({open:()=>o.value?.open()}),(a,i)=>(_(),_t(Oe,{ref_key:"dialog",ref:o,title:h(E).keys.title},{default:Se(()=>[c("dl",null,[(_(!0),A(dt,null,Nt(h(E).keys.list,([s,l])=>(_(),A(dt,{key:l},[c("dt",null,[(_(!0),A(dt,null,Nt(s,n=>(_(),A("kbd",{key:n},L(n),1))),128))]),c("dd",null,L(l),1)],64))),128))]),c("form",ya,[c("button",ka,L(h(E).keys.close),1)])]),_:1},8,["title"]))}}),wa=K(Ma,[["__scopeId","data-v-d3188b5d"]]),Aa={class:"player"},La={"aria-labelledby":"snippets"},Ta={id:"snippets"},Sa=["title"],Ia=25,Da=Q({__name:"BookPlayer",props:{book:{}},setup(e){const t=Ie(()=>ke(()=>import("./UseIt-DKHhly5a.js"),__vite__mapDeps([0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25]),import.meta.url)),o=e,a=k(),i=k(),{time:s,note:l}=to(f);s.value=m(s.value);const n=S({get:()=>Math.min(ut(s.value),at(o.book)-1),set:f}),p=S(()=>gt(o.book.cells,s.value)?.start),d=g=>ot(o.book,"stills",Math.floor(g)),u=oe(new zt(re(o.book),d)),v=S(()=>{const g=Math.floor(at(o.book)/2);return o.book.poster??(d(g)?j(o.book,g):"")});R(()=>[o.book.base,o.book.storyboard,o.book.duration,o.book.snippet],async()=>{const{book:g}=o;s.value=m(s.value);const T=await co(g);g.base===o.book.base&&(u.value=new zt(T,d))},{immediate:!0});function m(g){return Math.min(Math.max(0,g),o.book.duration)}function f(g){s.value=m(g),a.value?.seek(s.value),l()}function C(g){a.value?.pause();const T=o.book.video===null?1:o.book.rate??Ia,x=Math.floor(s.value*T+.01)+g;f(x>0?(x+(o.book.video===null?0:.5))/T:0)}return Ye({toggle:()=>a.value?.toggle(),seek:g=>f(s.value+g),step:C,jump:g=>f(g*o.book.duration),mute:()=>a.value?.mute(),fullscreen:()=>a.value?.fullscreen(),help:()=>i.value?.open()}),ae(()=>s.value>0&&a.value?.seek(s.value)),(g,T)=>(_(),A("div",Aa,[e.book.video?(_(),_t(_a,{key:0,ref_key:"film",ref:a,src:e.book.video,title:e.book.title,poster:v.value,tiles:u.value,onTime:T[0]||(T[0]=x=>s.value=x),onRest:h(l)},null,8,["src","title","poster","tiles","onRest"])):B("",!0),c("section",La,[c("header",null,[c("h2",Ta,L(h(E).player.snippets),1),c("button",{class:"button bare keys",type:"button",title:h(E).keys.hint,onClick:T[1]||(T[1]=x=>i.value?.open())},[V(h(Ue)),At(L(h(E).keys.button),1)],8,Sa)]),V(ze,{cells:e.book.cells,base:e.book.base,last:e.book.last,outputs:e.book.outputs,current:p.value,label:h(E).player.snippets,pickable:"",onPick:f},null,8,["cells","base","last","outputs","current","label"])]),V(Oo,{modelValue:n.value,"onUpdate:modelValue":T[2]||(T[2]=x=>n.value=x),book:e.book,tiles:u.value},null,8,["modelValue","book","tiles"]),e.book.finished?(_(),_t(h(t),{key:1,book:e.book,second:n.value,tiles:u.value},null,8,["book","second","tiles"])):B("",!0),V(wa,{ref_key:"keys",ref:i},null,512)]))}}),Fa=K(Da,[["__scopeId","data-v-d25b24d7"]]);export{Fa as B,Ha as b,Ba as c,ft as h,ot as i};
