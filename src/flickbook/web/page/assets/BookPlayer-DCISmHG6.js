import{b as te,f as Xe,g as _e,i as oe,a as pe,e as $e,h as Ye,j as gt,s as bt,M as _t}from"./book-WVdqf05_.js";import{o as ke,w as O,l as kt,m as yt,d as Q,A as Je,b as w,e as c,g as Z,a as y,_ as q,x as je,f as ve,z as et,k as V,p as ye,c as I,F as re,t as tt,s as Mt,q as Oe,r as Lt}from"./_plugin-vue_export-helper-CZtK6huv.js";import{r as k,t as T,u as p,M as Ee,K as ot,s as at,ac as At}from"./naming-Ccy3L5Fw.js";import{P as wt,w as Tt,T as Re,s as It,l as St}from"./tiles-wmnJw-gn.js";import{t as g,n as Dt,a as Ct}from"./texts-B_-oj-Qv.js";import{c as H,i as xt,l as Ut}from"./time-B2yTy_t-.js";import{a as Me,v as $t}from"./runtime-dom.esm-bundler-CL0UiXZQ.js";import{G as b,i as Ot,h as Rt,j as Nt,n as Le,k as F,l as z,m as $,M as s,g as it,b as P,s as B,o as S,t as D,p as Vt,c as Pt,d as Bt,q as Ht}from"./media-time-range-BBj-MESB.js";import{S as Ft}from"./SnippetStrip-B2_LxO15.js";const zt={" ":t=>t.toggle(),k:t=>t.toggle(),j:t=>t.seek(-10),l:t=>t.seek(10),ArrowLeft:t=>t.seek(-5),ArrowRight:t=>t.seek(5),",":t=>t.step(-1),".":t=>t.step(1),m:t=>t.mute(),f:t=>t.fullscreen(),"?":t=>t.help()},Wt="input:not([type=range]), textarea, select, [contenteditable]",Gt="input[type=range], media-time-range, media-volume-range, [role=tab], pre",Zt="button, a, summary",Ne="media-play-button, media-mute-button, media-fullscreen-button";function Qt(t){return/^[0-9]$/.test(t)?e=>e.jump(Number(t)/10):zt[t.length===1?t.toLowerCase():t]}function qt(t,e,o){return e.closest(Wt)||document.querySelector("dialog[open]")?!0:t===" "?e.closest(o?`${Zt}, ${Ne}`:Ne)!==null:t.startsWith("Arrow")&&e.closest(Gt)!==null}function Kt(t){let e=!1;function o(a){e=a.target.matches(":focus-visible")}function i(a){if(a.defaultPrevented||a.ctrlKey||a.metaKey||a.altKey)return;const n=Qt(a.key);n===void 0||qt(a.key,a.target,e)||(a.preventDefault(),n(t))}document.addEventListener("keydown",i),document.addEventListener("focusin",o),ke(()=>{document.removeEventListener("keydown",i),document.removeEventListener("focusin",o)})}const Xt=300,Yt=1e-4;function Ve(t){const e=/^(\d+(?:\.\d+)?)s?$/.exec(String(t));return e?Number(e[1]):0}function de(t){return Math.max(0,Math.floor(t+Yt))}function Jt(t){const e=kt(),o=yt(),i=k(Ve(e.query.t));let a=de(i.value),n;function r(){const d=de(i.value);if(d===a)return;a=d;const{t:v,...l}=e.query;o.replace({query:d?{...l,t:d}:l})}return O(()=>de(Ve(e.query.t)),d=>{d!==a&&(a=d,t(d))}),ke(()=>clearTimeout(n)),{time:i,note:()=>{clearTimeout(n),n=setTimeout(r,Xt)}}}const Pe=8,Be=2;function jt(t,e,o){const i=[t];if(e===0)for(let a=1;a<=(Pe+Be)/2;a+=1)i.push(t+a,t-a);else{for(let a=1;a<=Pe;a+=1)i.push(t+a*e);for(let a=1;a<=Be;a+=1)i.push(t-a*Math.sign(e))}return i.filter(a=>a>=0&&a<o)}const eo=["data-second"],to={key:0,class:"missing"},oo=40,ao=4,io=Q({__name:"FreezeFrame",props:{book:{},second:{},tiles:{}},setup(t){const e=t,o=k(),i=k(),a=k(""),n=new wt(oo,ao,l=>{l===te(e.book,e.second)&&r()});function r(){const{book:l,second:u}=e,f=te(l,u),h=n.get(f);a.value=h===null?d(u,f):"";const E=o.value?.querySelector("img");if(h===null){E?.remove(),i.value&&e.tiles.draw(i.value,u);return}h.alt=g.freezeFrame.alt(Xe(l.outputs,u)),h.dataset.second=String(u),E!==h&&(E?.remove(),o.value?.append(h))}function d(l,u){const f=_e(e.book.cells,l);return f?.state==="waiting"?g.freezeFrame.waiting(l):f?.state==="failed"?g.freezeFrame.failed(l):n.hasFailed(u)||!oe(e.book,"stills",l)?g.freezeFrame.missing(l):""}function v(l,u){const h=jt(l,l-u,pe(e.book)).filter(E=>oe(e.book,"stills",E));n.want([...new Set(h.map(E=>te(e.book,E)))]),e.tiles.near(l),r()}return Je(()=>v(e.second,e.second)),O(()=>e.second,v,{flush:"sync"}),O(()=>e.tiles,(l,u,f)=>f(l.listen(r)),{immediate:!0}),O(()=>[e.book,e.tiles],()=>{n.forgive(),v(e.second,e.second)}),(l,u)=>(y(),w("div",{ref_key:"stage",ref:o,class:"stage","data-role":"still","data-second":t.second},[c("canvas",{ref_key:"rough",ref:i,width:"16",height:"9","aria-hidden":"true"},null,512),a.value?(y(),w("p",to,T(a.value),1)):Z("",!0)],8,eo))}}),so=q(io,[["__scopeId","data-v-48c70689"]]),no={class:"figures"},lo=["max","aria-label","aria-valuetext"],He=22,ro=Q({__name:"ScrubBar",props:et({last:{},tiles:{},label:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,o=je(t,"modelValue"),i=k(),a=k(),n=at(null),r=k(!1);O(()=>e.tiles,(l,u,f)=>{f(l.listen(d)),l.near(o.value)},{immediate:!0});function d(){n.value&&i.value&&(r.value=e.tiles.draw(i.value,n.value.time))}function v(l){const u=a.value?.getBoundingClientRect();if(!u)return;const f=(l.clientX-u.left-He/2)/(u.width-He),h=Math.round(Math.min(1,Math.max(0,f))*e.last),E=Math.min(84,u.width/2);n.value={time:h,x:Math.min(u.width-E,Math.max(E,l.clientX-u.left))},e.tiles.near(h),d()}return(l,u)=>(y(),w("div",{ref_key:"track",ref:a,class:"scrub",onPointermove:v,onPointerdown:v,onPointerleave:u[1]||(u[1]=f=>n.value=null)},[ve(c("div",{class:ot(["tip",{drawn:r.value}]),style:Ee({left:`${n.value?.x??0}px`}),"aria-hidden":"true"},[c("canvas",{ref_key:"canvas",ref:i,"data-role":"tile",width:"160",height:"90"},null,512),c("span",no,T(p(H)(n.value?.time??0)),1)],6),[[Me,n.value]]),ve(c("input",{"onUpdate:modelValue":u[0]||(u[0]=f=>o.value=f),type:"range",min:"0",max:t.last,step:"1","aria-label":t.label,"aria-valuetext":p(g).everySecond.value(o.value,p(H)(o.value)),style:Ee({"--share":t.last?o.value/t.last:0})},null,12,lo),[[$t,o.value,void 0,{number:!0}]])],544))}}),uo=q(ro,[["__scopeId","data-v-660a5bc8"]]),co=["data-second","data-start"],mo=["src","alt","data-second"],ho={key:1,class:"missing"},po=Q({__name:"SnippetGif",props:{book:{},second:{}},setup(t){const e=t,o=k(!1),i=k(!1),a=I(()=>!$e.value||o.value),n=I(()=>At(e.second,e.book.snippet)),r=I(()=>te(e.book,n.value)),d=I(()=>_e(e.book.cells,e.second)),v=I(()=>oe(e.book,a.value?"gif":"stills",a.value?e.second:n.value)),l=I(()=>Ye(e.book,"stills")?`url(${JSON.stringify(r.value)})`:"none"),u=I(()=>a.value?gt(e.book,e.second):r.value),f=I(()=>{const h=d.value?.end??n.value+e.book.snippet,{moving:E,still:m}=g.snippetGif;return(a.value?E:m)(H(n.value),H(h),e.second)});return O(u,()=>i.value=!1),(h,E)=>(y(),w("div",{class:"stage","data-role":"gif","data-second":t.second,"data-start":n.value},[v.value?ve((y(),w("img",{key:u.value,src:u.value,alt:f.value,"data-second":t.second,style:Ee({backgroundImage:l.value}),onError:E[0]||(E[0]=m=>i.value=!0)},null,44,mo)),[[Me,!i.value]]):Z("",!0),!v.value||i.value?(y(),w("p",ho,T(d.value?.state==="waiting"?p(g).snippetGif.waiting(t.second):p(g).snippetGif.missing(t.second)),1)):Z("",!0),p($e)&&!o.value&&p(oe)(t.book,"gif",t.second)?(y(),w("button",{key:2,class:"button ask",type:"button",onClick:E[1]||(E[1]=m=>o.value=!0)},[V(p(xt)),ye(T(p(g).snippetGif.play),1)])):Z("",!0)],8,co))}}),vo=q(po,[["__scopeId","data-v-c639e9b8"]]),fo={class:"every","aria-labelledby":"every-second"},Eo={id:"every-second"},go={class:"soft figures","data-role":"second"},bo={class:"soft small"},_o={key:0},ko={class:"soft small"},yo=Q({__name:"EverySecond",props:et({book:{},tiles:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,o=je(t,"modelValue"),i=I(()=>Ye(e.book,"gif")),a=I(()=>bt(e.book.outputs)),n=I(()=>a.value===1?g.everySecond.still:g.everySecond.stillOf(H(Xe(e.book.outputs,o.value)))),r=I(()=>pe(e.book)-1);return(d,v)=>(y(),w("section",fo,[c("header",null,[c("h2",Eo,T(p(g).everySecond.title(a.value)),1),c("p",go,T(p(g).everySecond.second(o.value,p(H)(o.value))),1)]),c("div",{class:ot(["pair",{single:!i.value}])},[c("figure",null,[V(so,{book:t.book,second:o.value,tiles:t.tiles},null,8,["book","second","tiles"]),c("figcaption",bo,T(n.value),1)]),i.value?(y(),w("figure",_o,[V(vo,{book:t.book,second:o.value},null,8,["book","second"]),c("figcaption",ko,T(p(g).everySecond.gif),1)])):Z("",!0)],2),V(uo,{modelValue:o.value,"onUpdate:modelValue":v[0]||(v[0]=l=>o.value=l),last:r.value,tiles:t.tiles,label:p(g).everySecond.slider},null,8,["modelValue","last","tiles","label"])]))}}),Mo=q(yo,[["__scopeId","data-v-567bf4a6"]]),K={PLACEMENT:"placement",BOUNDS:"bounds"};function Lo(t){return`
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
  `}class fe extends b.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{var e;if(!Ot(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;const o=this.placement;if(o==="left"||o==="right"){this.style.removeProperty("--media-tooltip-offset-x");return}const i=getComputedStyle(this),a=(e=Rt(this,"#"+this.bounds))!=null?e:Nt(this);if(!a)return;const{x:n,width:r}=a.getBoundingClientRect(),{x:d,width:v}=this.getBoundingClientRect(),l=d+v,u=n+r,f=i.getPropertyValue("--media-tooltip-offset-x"),h=f?parseFloat(f.replace("px","")):0,E=i.getPropertyValue("--media-tooltip-container-margin"),m=E?parseFloat(E.replace("px","")):0,M=d-n+h-m,C=l-u+h+m;if(M<0){this.style.setProperty("--media-tooltip-offset-x",`${M}px`);return}if(C>0){this.style.setProperty("--media-tooltip-offset-x",`${C}px`);return}this.style.removeProperty("--media-tooltip-offset-x")},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Le(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}if(this.arrowEl=this.shadowRoot.querySelector("#arrow"),Object.prototype.hasOwnProperty.call(this,"placement")){const e=this.placement;delete this.placement,this.placement=e}}static get observedAttributes(){return[K.PLACEMENT,K.BOUNDS]}get placement(){return F(this,K.PLACEMENT)}set placement(e){z(this,K.PLACEMENT,e)}get bounds(){return F(this,K.BOUNDS)}set bounds(e){z(this,K.BOUNDS,e)}}fe.shadowRootOptions={mode:"open"};fe.getTemplateHTML=Lo;b.customElements.get("media-tooltip")||b.customElements.define("media-tooltip",fe);var Fe=fe,Ae=(t,e,o)=>{if(!e.has(t))throw TypeError("Cannot "+o)},L=(t,e,o)=>(Ae(t,e,"read from private field"),o?o.call(t):e.get(t)),G=(t,e,o)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,o)},ne=(t,e,o,i)=>(Ae(t,e,"write to private field"),e.set(t,o),o),ze=(t,e,o)=>(Ae(t,e,"access private method"),o),x,Y,ge,st,N,X,ue,be,nt;const R={TOOLTIP_PLACEMENT:"tooltipplacement",DISABLED:"disabled",NO_TOOLTIP:"notooltip"};function Ao(t,e={}){return`
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

    ${this.getSlotTemplateHTML(t,e)}

    <slot name="tooltip">
      <media-tooltip part="tooltip" aria-hidden="true">
        <template shadowrootmode="${Fe.shadowRootOptions.mode}">
          ${Fe.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(t)}
        </slot>
      </media-tooltip>
    </slot>
  `}function wo(t,e){return`
    <slot></slot>
  `}function To(){return""}class W extends b.HTMLElement{constructor(){if(super(),G(this,ge),G(this,be),G(this,x,void 0),this.preventClick=!1,this.tooltipEl=null,G(this,Y,e=>{this.preventClick||this.handleClick(e),setTimeout(L(this,N),0)}),G(this,N,()=>{var e,o;(o=(e=this.tooltipEl)==null?void 0:e.updateXOffset)==null||o.call(e)}),G(this,X,e=>{const{key:o}=e;if(!this.keysUsed.includes(o)){this.removeEventListener("keyup",L(this,X));return}this.preventClick||this.handleClick(e)}),G(this,ue,e=>{const{metaKey:o,altKey:i,key:a}=e;if(o||i||!this.keysUsed.includes(a)){this.removeEventListener("keyup",L(this,X));return}this.addEventListener("keyup",L(this,X),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Le(this.attributes),o=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(o):this.shadowRoot.innerHTML=o}this.tooltipEl=this.shadowRoot.querySelector("media-tooltip")}static get observedAttributes(){return["disabled",R.TOOLTIP_PLACEMENT,$.MEDIA_CONTROLLER,s.MEDIA_LANG]}enable(){this.addEventListener("click",L(this,Y)),this.addEventListener("keydown",L(this,ue)),this.tabIndex=0}disable(){this.removeEventListener("click",L(this,Y)),this.removeEventListener("keydown",L(this,ue)),this.removeEventListener("keyup",L(this,X)),this.tabIndex=-1}attributeChangedCallback(e,o,i){var a,n,r,d,v;e===$.MEDIA_CONTROLLER?(o&&((n=(a=L(this,x))==null?void 0:a.unassociateElement)==null||n.call(a,this),ne(this,x,null)),i&&this.isConnected&&(ne(this,x,(r=this.getRootNode())==null?void 0:r.getElementById(i)),(v=(d=L(this,x))==null?void 0:d.associateElement)==null||v.call(d,this))):e==="disabled"&&i!==o?i==null?this.enable():this.disable():e===R.TOOLTIP_PLACEMENT&&this.tooltipEl&&i!==o?this.tooltipEl.placement=i:e===s.MEDIA_LANG&&(this.shadowRoot.querySelector('slot[name="tooltip-content"]').innerHTML=this.constructor.getTooltipContentHTML()),ze(this,ge,st).call(this)&&L(this,N).call(this)}connectedCallback(){var e,o,i;const{style:a}=it(this.shadowRoot,":host");a.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute("disabled")?this.disable():this.enable(),this.setAttribute("role","button");const n=this.getAttribute($.MEDIA_CONTROLLER);n&&(ne(this,x,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(i=(o=L(this,x))==null?void 0:o.associateElement)==null||i.call(o,this)),b.customElements.whenDefined("media-tooltip").then(()=>ze(this,be,nt).call(this))}disconnectedCallback(){var e,o;this.disable(),(o=(e=L(this,x))==null?void 0:e.unassociateElement)==null||o.call(e,this),ne(this,x,null),this.removeEventListener("mouseenter",L(this,N)),this.removeEventListener("focus",L(this,N)),this.removeEventListener("click",L(this,Y))}get keysUsed(){return["Enter"," "]}get tooltipPlacement(){return F(this,R.TOOLTIP_PLACEMENT)}set tooltipPlacement(e){z(this,R.TOOLTIP_PLACEMENT,e)}get mediaController(){return F(this,$.MEDIA_CONTROLLER)}set mediaController(e){z(this,$.MEDIA_CONTROLLER,e)}get disabled(){return P(this,R.DISABLED)}set disabled(e){B(this,R.DISABLED,e)}get noTooltip(){return P(this,R.NO_TOOLTIP)}set noTooltip(e){B(this,R.NO_TOOLTIP,e)}handleClick(e){}}x=new WeakMap;Y=new WeakMap;ge=new WeakSet;st=function(){try{return this.matches(":hover, :focus-visible")}catch{return this.matches(":hover, :focus")}};N=new WeakMap;X=new WeakMap;ue=new WeakMap;be=new WeakSet;nt=function(){this.addEventListener("mouseenter",L(this,N)),this.addEventListener("focus",L(this,N)),this.addEventListener("click",L(this,Y));const t=this.tooltipPlacement;t&&this.tooltipEl&&(this.tooltipEl.placement=t)};W.shadowRootOptions={mode:"open"};W.getTemplateHTML=Ao;W.getSlotTemplateHTML=wo;W.getTooltipContentHTML=To;b.customElements.get("media-chrome-button")||b.customElements.define("media-chrome-button",W);var lt=(t,e,o)=>{if(!e.has(t))throw TypeError("Cannot "+o)},Io=(t,e,o)=>(lt(t,e,"read from private field"),e.get(t)),So=(t,e,o)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,o)},Do=(t,e,o,i)=>(lt(t,e,"write to private field"),e.set(t,o),o),ce;const Co=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,xo=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function Uo(t){return`
    <style>
      :host([${s.MEDIA_IS_FULLSCREEN}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      
      :host(:not([${s.MEDIA_IS_FULLSCREEN}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${s.MEDIA_IS_FULLSCREEN}]) slot[name=tooltip-enter],
      :host(:not([${s.MEDIA_IS_FULLSCREEN}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${Co}</slot>
      <slot name="exit">${xo}</slot>
    </slot>
  `}function $o(){return`
    <slot name="tooltip-enter">${D("Enter fullscreen mode")}</slot>
    <slot name="tooltip-exit">${D("Exit fullscreen mode")}</slot>
  `}const We=t=>{const e=t.mediaIsFullscreen?D("exit fullscreen mode"):D("enter fullscreen mode");t.setAttribute("aria-label",e)};class we extends W{constructor(){super(...arguments),So(this,ce,null)}static get observedAttributes(){return[...super.observedAttributes,s.MEDIA_IS_FULLSCREEN,s.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),We(this)}attributeChangedCallback(e,o,i){super.attributeChangedCallback(e,o,i),e===s.MEDIA_IS_FULLSCREEN&&We(this)}get mediaFullscreenUnavailable(){return F(this,s.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(e){z(this,s.MEDIA_FULLSCREEN_UNAVAILABLE,e)}get mediaIsFullscreen(){return P(this,s.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(e){B(this,s.MEDIA_IS_FULLSCREEN,e)}handleClick(e){Do(this,ce,e);const o=Io(this,ce)instanceof PointerEvent,i=this.mediaIsFullscreen?new b.CustomEvent(S.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new b.CustomEvent(S.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:o});this.dispatchEvent(i)}}ce=new WeakMap;we.getSlotTemplateHTML=Uo;we.getTooltipContentHTML=$o;b.customElements.get("media-fullscreen-button")||b.customElements.define("media-fullscreen-button",we);var rt=(t,e,o)=>{if(!e.has(t))throw TypeError("Cannot "+o)},j=(t,e,o)=>(rt(t,e,"read from private field"),o?o.call(t):e.get(t)),Ge=(t,e,o)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,o)},ee=(t,e,o,i)=>(rt(t,e,"write to private field"),e.set(t,o),o),U,me;const le={LOADING_DELAY:"loadingdelay",NO_AUTOHIDE:"noautohide"},dt=500,Oo=`
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
`;function Ro(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${dt}ms);
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

      :host([${s.MEDIA_LOADING}]:not([${s.MEDIA_PAUSED}])) slot[name=icon] > *,
      :host([${s.MEDIA_LOADING}]:not([${s.MEDIA_PAUSED}])) ::slotted([slot=icon]) {
        opacity: var(--media-loading-indicator-opacity, 1);
        transition: opacity 0.15s var(--_loading-indicator-delay);
      }

      :host #status {
        visibility: var(--media-loading-indicator-opacity, hidden);
        transition: visibility 0.15s;
      }

      :host([${s.MEDIA_LOADING}]:not([${s.MEDIA_PAUSED}])) #status {
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

    <slot name="icon">${Oo}</slot>
    <div id="status" role="status" aria-live="polite">${D("media loading")}</div>
  `}class Te extends b.HTMLElement{constructor(){if(super(),Ge(this,U,void 0),Ge(this,me,dt),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Le(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[$.MEDIA_CONTROLLER,s.MEDIA_PAUSED,s.MEDIA_LOADING,le.LOADING_DELAY]}attributeChangedCallback(e,o,i){var a,n,r,d,v;e===le.LOADING_DELAY&&o!==i?this.loadingDelay=Number(i):e===$.MEDIA_CONTROLLER&&(o&&((n=(a=j(this,U))==null?void 0:a.unassociateElement)==null||n.call(a,this),ee(this,U,null)),i&&this.isConnected&&(ee(this,U,(r=this.getRootNode())==null?void 0:r.getElementById(i)),(v=(d=j(this,U))==null?void 0:d.associateElement)==null||v.call(d,this)))}connectedCallback(){var e,o,i;const a=this.getAttribute($.MEDIA_CONTROLLER);a&&(ee(this,U,(e=this.getRootNode())==null?void 0:e.getElementById(a)),(i=(o=j(this,U))==null?void 0:o.associateElement)==null||i.call(o,this))}disconnectedCallback(){var e,o;(o=(e=j(this,U))==null?void 0:e.unassociateElement)==null||o.call(e,this),ee(this,U,null)}get loadingDelay(){return j(this,me)}set loadingDelay(e){ee(this,me,e);const{style:o}=it(this.shadowRoot,":host");o.setProperty("--_loading-indicator-delay",`var(--media-loading-indicator-transition-delay, ${e}ms)`)}get mediaPaused(){return P(this,s.MEDIA_PAUSED)}set mediaPaused(e){B(this,s.MEDIA_PAUSED,e)}get mediaLoading(){return P(this,s.MEDIA_LOADING)}set mediaLoading(e){B(this,s.MEDIA_LOADING,e)}get mediaController(){return F(this,$.MEDIA_CONTROLLER)}set mediaController(e){z(this,$.MEDIA_CONTROLLER,e)}get noAutohide(){return P(this,le.NO_AUTOHIDE)}set noAutohide(e){B(this,le.NO_AUTOHIDE,e)}}U=new WeakMap;me=new WeakMap;Te.shadowRootOptions={mode:"open"};Te.getTemplateHTML=Ro;b.customElements.get("media-loading-indicator")||b.customElements.define("media-loading-indicator",Te);const No=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,Ze=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,Vo=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function Po(t){return`
    <style>
      :host(:not([${s.MEDIA_VOLUME_LEVEL}])) slot[name=icon] slot:not([name=high]),
      :host([${s.MEDIA_VOLUME_LEVEL}=high]) slot[name=icon] slot:not([name=high]) {
        display: none !important;
      }

      :host([${s.MEDIA_VOLUME_LEVEL}=off]) slot[name=icon] slot:not([name=off]) {
        display: none !important;
      }

      :host([${s.MEDIA_VOLUME_LEVEL}=low]) slot[name=icon] slot:not([name=low]) {
        display: none !important;
      }

      :host([${s.MEDIA_VOLUME_LEVEL}=medium]) slot[name=icon] slot:not([name=medium]) {
        display: none !important;
      }

      :host(:not([${s.MEDIA_VOLUME_LEVEL}=off])) slot[name=tooltip-unmute],
      :host([${s.MEDIA_VOLUME_LEVEL}=off]) slot[name=tooltip-mute] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="off">${No}</slot>
      <slot name="low">${Ze}</slot>
      <slot name="medium">${Ze}</slot>
      <slot name="high">${Vo}</slot>
    </slot>
  `}function Bo(){return`
    <slot name="tooltip-mute">${D("Mute")}</slot>
    <slot name="tooltip-unmute">${D("Unmute")}</slot>
  `}const Qe=t=>{const o=t.mediaVolumeLevel==="off"?D("unmute"):D("mute");t.setAttribute("aria-label",o)};class Ie extends W{static get observedAttributes(){return[...super.observedAttributes,s.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),Qe(this)}attributeChangedCallback(e,o,i){super.attributeChangedCallback(e,o,i),e===s.MEDIA_VOLUME_LEVEL&&Qe(this)}get mediaVolumeLevel(){return F(this,s.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(e){z(this,s.MEDIA_VOLUME_LEVEL,e)}handleClick(){const e=this.mediaVolumeLevel==="off"?S.MEDIA_UNMUTE_REQUEST:S.MEDIA_MUTE_REQUEST;this.dispatchEvent(new b.CustomEvent(e,{composed:!0,bubbles:!0}))}}Ie.getSlotTemplateHTML=Po;Ie.getTooltipContentHTML=Bo;b.customElements.get("media-mute-button")||b.customElements.define("media-mute-button",Ie);const Ho=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,Fo=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function zo(t){return`
    <style>
      :host([${s.MEDIA_PAUSED}]) slot[name=pause],
      :host(:not([${s.MEDIA_PAUSED}])) slot[name=play] {
        display: none !important;
      }

      :host([${s.MEDIA_PAUSED}]) slot[name=tooltip-pause],
      :host(:not([${s.MEDIA_PAUSED}])) slot[name=tooltip-play] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="play">${Ho}</slot>
      <slot name="pause">${Fo}</slot>
    </slot>
  `}function Wo(){return`
    <slot name="tooltip-play">${D("Play")}</slot>
    <slot name="tooltip-pause">${D("Pause")}</slot>
  `}const qe=t=>{const e=t.mediaPaused?D("play"):D("pause");t.setAttribute("aria-label",e)};class Se extends W{static get observedAttributes(){return[...super.observedAttributes,s.MEDIA_PAUSED,s.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),qe(this)}attributeChangedCallback(e,o,i){super.attributeChangedCallback(e,o,i),(e===s.MEDIA_PAUSED||e===s.MEDIA_LANG)&&qe(this)}get mediaPaused(){return P(this,s.MEDIA_PAUSED)}set mediaPaused(e){B(this,s.MEDIA_PAUSED,e)}handleClick(){const e=this.mediaPaused?S.MEDIA_PLAY_REQUEST:S.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new b.CustomEvent(e,{composed:!0,bubbles:!0}))}}Se.getSlotTemplateHTML=zo;Se.getTooltipContentHTML=Wo;b.customElements.get("media-play-button")||b.customElements.define("media-play-button",Se);var Go=(t,e,o)=>{if(!e.has(t))throw TypeError("Cannot "+o)},Ke=(t,e,o)=>(Go(t,e,"read from private field"),o?o.call(t):e.get(t)),Zo=(t,e,o)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,o)},he;const Qo=1,qo=t=>t.mediaMuted?0:t.mediaVolume,Ko=t=>`${Math.round(t*100)}%`;class Xo extends Vt{constructor(){super(...arguments),Zo(this,he,()=>{const e=this.range.value,o=new b.CustomEvent(S.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(o)})}static get observedAttributes(){return[...super.observedAttributes,s.MEDIA_VOLUME,s.MEDIA_MUTED,s.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute("aria-label",D("volume")),this.range.addEventListener("input",Ke(this,he))}disconnectedCallback(){this.range.removeEventListener("input",Ke(this,he)),super.disconnectedCallback()}attributeChangedCallback(e,o,i){super.attributeChangedCallback(e,o,i),(e===s.MEDIA_VOLUME||e===s.MEDIA_MUTED)&&(this.range.valueAsNumber=qo(this),this.range.setAttribute("aria-valuetext",Ko(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return Pt(this,s.MEDIA_VOLUME,Qo)}set mediaVolume(e){Bt(this,s.MEDIA_VOLUME,e)}get mediaMuted(){return P(this,s.MEDIA_MUTED)}set mediaMuted(e){B(this,s.MEDIA_MUTED,e)}get mediaVolumeUnavailable(){return F(this,s.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(e){z(this,s.MEDIA_VOLUME_UNAVAILABLE,e)}}he=new WeakMap;b.customElements.get("media-volume-range")||b.customElements.define("media-volume-range",Xo);const Yo={"Start airplay":"AirPlay starten","Stop airplay":"AirPlay stoppen",Audio:"Audio",Captions:"Untertitel","Enable captions":"Untertitel aktivieren","Disable captions":"Untertitel deaktivieren","Start casting":"Casting starten","Stop casting":"Casting stoppen","Enter fullscreen mode":"Vollbildmodus aktivieren","Exit fullscreen mode":"Vollbildmodus beenden",Mute:"Stumm schalten",Unmute:"Stummschaltung aufheben",Loop:"Endlosschleife","Enter picture in picture mode":"Bild-im-Bild-Modus aktivieren","Exit picture in picture mode":"Bild-im-Bild-Modus beenden",Play:"Abspielen",Pause:"Pause","Playback rate":"Wiedergabegeschwindigkeit","Playback rate {playbackRate}":"Wiedergabegeschwindigkeit {playbackRate}",Quality:"Qualität","Seek backward":"Zurückspulen","Seek forward":"Vorspulen",Settings:"Einstellungen",Auto:"Auto","audio player":"Audioplayer","video player":"Videoplayer",volume:"Lautstärke",seek:"Springen","closed captions":"Untertitel","current playback rate":"aktuelle Wiedergabegeschwindigkeit","playback time":"Wiedergabezeit","media loading":"Medien werden geladen",settings:"Einstellungen","audio tracks":"Audiospuren",quality:"Qualität",play:"abspielen",pause:"pause",mute:"stumm schalten",unmute:"Stummschaltung aufheben","chapter: {chapterName}":"Kapitel: {chapterName}",live:"live",Off:"Aus","start airplay":"AirPlay starten","stop airplay":"AirPlay stoppen","start casting":"Casting starten","stop casting":"Casting stoppen","enter fullscreen mode":"Vollbildmodus aktivieren","exit fullscreen mode":"Vollbildmodus beenden","enter picture in picture mode":"Bild-im-Bild-Modus aktivieren","exit picture in picture mode":"Bild-im-Bild-Modus beenden","seek to live":"Zum Live-Stream springen","playing live":"Live-Wiedergabe","seek back {seekOffset} seconds":"{seekOffset} Sekunden zurückspulen","seek forward {seekOffset} seconds":"{seekOffset} Sekunden vorspulen","Network Error":"Netzwerkfehler","Decode Error":"Dekodierungsfehler","Source Not Supported":"Quelle nicht unterstützt","Encryption Error":"Verschlüsselungsfehler","A network error caused the media download to fail.":"Ein Netzwerkfehler hat dazu geführt, dass der Medien-Download fehlgeschlagen ist.","A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":"Ein Medienfehler hat die Wiedergabe abgebrochen. Das Medium könnte beschädigt sein oder Ihr Browser unterstützt dieses Format nicht.","An unsupported error occurred. The server or network failed, or your browser does not support this format.":"Ein nicht unterstützter Fehler ist aufgetreten. Der Server oder das Netzwerk ist fehlgeschlagen, oder Ihr Browser unterstützt dieses Format nicht.","The media is encrypted and there are no keys to decrypt it.":"Das Medium ist verschlüsselt und es sind keine Schlüssel zum Entschlüsseln vorhanden.",hour:"Stunde",hours:"Stunden",minute:"Minute",minutes:"Minuten",second:"Sekunde",seconds:"Sekunden","{time} remaining":"{time} verbleibend","{currentTime} of {totalTime}":"{currentTime} von {totalTime}","video not loaded, unknown time.":"Video nicht geladen, unbekannte Zeit."};Ht("de",Yo);const Jo=["lang","aria-label"],jo=["src","poster"],ea=["src"],ta={class:"seek"},oa={key:0,slot:"preview"},aa={class:"time","aria-hidden":"true"},ia={class:"unseen"},sa={key:0,class:"fault",role:"alert"},na=1e4,la=Q({__name:"FilmPlayer",props:{src:{},title:{},poster:{},tiles:{}},emits:["time","rest"],setup(t,{expose:e,emit:o}){const i=t,a=o,n=k(),r=k(),d=k(),v=k(!1);let l;const u=k(""),f=k(0),h=k(0),E=k(1),m=[1,1.5,2,.5],M=k("");O(()=>i.tiles,(A,_,se)=>{se(A.listen(xe)),Ce(M.value);const Et=A.placed?Tt(A.list):`WEBVTT
`;M.value=URL.createObjectURL(new Blob([Et],{type:"text/vtt"}))},{immediate:!0}),ke(()=>{Ce(M.value),r.value?.removeAttribute("src"),r.value?.load()}),O(()=>i.src,()=>{u.value="",J=!1,ae=null});const C=I(()=>g.player.video(i.title));let J=!1,ae=null;function De(A){if(r.value){if(J&&r.value.seeking){ae=A;return}J=r.value.readyState>0,r.value.currentTime=A}}function ut(){J=!1;const A=ae;ae=null,A!==null?De(A):a("rest")}function ie(A){n.value?.dispatchEvent(new CustomEvent(A,{bubbles:!0,composed:!0}))}function ct(){ie(r.value?.paused?S.MEDIA_PLAY_REQUEST:S.MEDIA_PAUSE_REQUEST)}function mt(){ie(S.MEDIA_PAUSE_REQUEST)}function ht(){ie(r.value?.muted?S.MEDIA_UNMUTE_REQUEST:S.MEDIA_MUTE_REQUEST)}function pt(){const A=[S.MEDIA_ENTER_FULLSCREEN_REQUEST,S.MEDIA_EXIT_FULLSCREEN_REQUEST];ie(A[document.fullscreenElement?1:0])}function Ce(A){setTimeout(()=>URL.revokeObjectURL(A),na)}function vt(A){l=A.detail,!(i.tiles.placed||l===void 0)&&(i.tiles.near(l),xe())}function xe(){d.value&&l!==void 0&&(v.value=i.tiles.draw(d.value,l))}function Ue(){f.value=r.value?.currentTime??0,h.value=r.value?.duration||0,J||a("time",f.value)}function ft(){E.value=m[(m.indexOf(E.value)+1)%m.length]??1,r.value&&(r.value.playbackRate=E.value)}return e({seek:De,toggle:ct,pause:mt,mute:ht,fullscreen:pt}),(A,_)=>(y(),w(re,null,[c("media-controller",{ref_key:"controller",ref:n,class:"film",nohotkeys:"",lang:p(Ct),"aria-label":C.value,onMediapreviewrequest:vt},[c("video",{ref_key:"video",ref:r,slot:"media",src:t.src,poster:t.poster,preload:"metadata",playsinline:"",onTimeupdate:Ue,onSeeking:Ue,onSeeked:ut,onPause:_[0]||(_[0]=se=>A.$emit("rest")),onLoadedmetadata:_[1]||(_[1]=se=>h.value=r.value?.duration||0),onError:_[2]||(_[2]=se=>u.value=p(g).player.cannotPlay)},[(y(),w("track",{key:M.value,kind:"metadata",label:"thumbnails",default:"",src:M.value},null,8,ea))],40,jo),_[9]||(_[9]=c("media-loading-indicator",{slot:"centered-chrome",noautohide:""},null,-1)),c("media-control-bar",ta,[c("media-time-range",null,[t.tiles.placed?(y(),w("media-preview-thumbnail",oa)):ve((y(),w("canvas",{key:1,ref_key:"canvas",ref:d,slot:"preview",class:"own","aria-hidden":"true"},null,512)),[[Me,v.value]]),_[3]||(_[3]=c("media-preview-time-display",{slot:"preview"},null,-1))])]),c("media-control-bar",null,[_[4]||(_[4]=c("media-play-button",null,null,-1)),_[5]||(_[5]=c("media-mute-button",null,null,-1)),_[6]||(_[6]=c("media-volume-range",{class:"volume"},null,-1)),c("span",aa,T(p(H)(f.value))+" / "+T(p(H)(h.value)),1),_[7]||(_[7]=c("span",{class:"space"},null,-1)),c("button",{class:"rate",type:"button",keysused:"Enter Space",onClick:ft},[ye(T(p(Dt)(E.value,1))+"×",1),c("span",ia,T(p(g).player.speed),1)]),_[8]||(_[8]=c("media-fullscreen-button",null,null,-1))])],40,Jo),u.value?(y(),w("p",sa,T(u.value),1)):Z("",!0)],64))}}),ra=q(la,[["__scopeId","data-v-fc034acd"]]),da={method:"dialog",class:"row"},ua={class:"button",autofocus:""},ca=Q({__name:"KeysDialog",setup(t,{expose:e}){const o=k();return e({open:()=>o.value?.open()}),(i,a)=>(y(),tt(_t,{ref_key:"dialog",ref:o,title:p(g).keys.title},{default:Mt(()=>[c("dl",null,[(y(!0),w(re,null,Oe(p(g).keys.list,([n,r])=>(y(),w(re,{key:r},[c("dt",null,[(y(!0),w(re,null,Oe(n,d=>(y(),w("kbd",{key:d},T(d),1))),128))]),c("dd",null,T(r),1)],64))),128))]),c("form",da,[c("button",ua,T(p(g).keys.close),1)])]),_:1},8,["title"]))}}),ma=q(ca,[["__scopeId","data-v-d3188b5d"]]),ha={class:"player"},pa={"aria-labelledby":"snippets"},va={id:"snippets"},fa=["title"],Ea=25,ga=Q({__name:"BookPlayer",props:{book:{}},setup(t){const e=t,o=k(),i=k(),{time:a,note:n}=Jt(h);a.value=f(a.value);const r=I({get:()=>Math.min(de(a.value),pe(e.book)-1),set:h}),d=I(()=>_e(e.book.cells,a.value)?.start),v=m=>oe(e.book,"stills",Math.floor(m)),l=at(new Re(It(e.book),v)),u=I(()=>{const m=Math.floor(pe(e.book)/2);return e.book.poster??(v(m)?te(e.book,m):"")});O(()=>[e.book.base,e.book.storyboard,e.book.duration,e.book.snippet],async()=>{const{book:m}=e;a.value=f(a.value);const M=await St(m);m.base===e.book.base&&(l.value=new Re(M,v))},{immediate:!0});function f(m){return Math.min(Math.max(0,m),e.book.duration)}function h(m){a.value=f(m),o.value?.seek(a.value),n()}function E(m){o.value?.pause();const M=e.book.video===null?1:e.book.rate??Ea,C=Math.floor(a.value*M+.01)+m;h(C>0?(C+(e.book.video===null?0:.5))/M:0)}return Kt({toggle:()=>o.value?.toggle(),seek:m=>h(a.value+m),step:E,jump:m=>h(m*e.book.duration),mute:()=>o.value?.mute(),fullscreen:()=>o.value?.fullscreen(),help:()=>i.value?.open()}),Je(()=>a.value>0&&o.value?.seek(a.value)),(m,M)=>(y(),w("div",ha,[t.book.video?(y(),tt(ra,{key:0,ref_key:"film",ref:o,src:t.book.video,title:t.book.title,poster:u.value,tiles:l.value,onTime:M[0]||(M[0]=C=>a.value=C),onRest:p(n)},null,8,["src","title","poster","tiles","onRest"])):Z("",!0),c("section",pa,[c("header",null,[c("h2",va,T(p(g).player.snippets),1),c("button",{class:"button bare keys",type:"button",title:p(g).keys.hint,onClick:M[1]||(M[1]=C=>i.value?.open())},[V(p(Ut)),ye(T(p(g).keys.button),1)],8,fa)]),V(Ft,{cells:t.book.cells,base:t.book.base,last:t.book.last,outputs:t.book.outputs,current:d.value,label:p(g).player.snippets,pickable:"",onPick:h},null,8,["cells","base","last","outputs","current","label"])]),V(Mo,{modelValue:r.value,"onUpdate:modelValue":M[2]||(M[2]=C=>r.value=C),book:t.book,tiles:l.value},null,8,["modelValue","book","tiles"]),Lt(m.$slots,"default",{second:r.value,tiles:l.value},void 0,!0),V(ma,{ref_key:"keys",ref:i},null,512)]))}}),Ia=q(ga,[["__scopeId","data-v-753facef"]]);export{Ia as B};
