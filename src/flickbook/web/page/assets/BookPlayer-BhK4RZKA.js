const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./UseIt-CzXgLCaX.js","./client-B0V9hcMt.js","./naming-Cj3Zk-yg.js","./texts-BGhXLej8.js","./players-CewcTRoV.js","./preload-helper-Du-ZIQLl.js","./tiles-DQwxkQ3G.js","./index-v980zUhp.js","./runtime-dom.esm-bundler-DmCoUYJZ.js","./_plugin-vue_export-helper-CkIqwxpf.js","./session-BOCxVg-J.js","./announce-D6JkDZfR.js","./follow-ByCwd4rl.js","./media-DGLas9Li.js","./media-C9hKlrhW.css","./follow-DvMK1K5v.css","./clipboard-C9P-L3vi.js","./time-D8wxPHdU.js","./FilePicker-DHu-FoFe.js","./FilePicker-V40NjfIf.css","./TokenForm.vue_vue_type_script_setup_true_lang-Drw5wF1o.js","./places-CPx9gS8X.js","./polling-OXEzFPc4.js","./rate-Dq25EUQM.js","./index-CpH1fNmD.css","./UseIt-DeMQvVkQ.css"])))=>i.map(i=>d[i]);
import{_ as Et}from"./preload-helper-Du-ZIQLl.js";import{P as gt,s as te,a as ke,i as oe,d as pe,h as Ye,g as bt,w as _t,T as $e,e as kt,l as yt}from"./tiles-DQwxkQ3G.js";import{o as ye,w as R,l as Mt,m as Lt,d as q,z as Je,b as A,e as c,g as B,a as _,_ as K,v as je,f as ve,y as et,k as V,p as Me,c as I,F as re,t as Ee,s as At,q as Re,B as wt}from"./_plugin-vue_export-helper-CkIqwxpf.js";import{r as y,t as w,u as m,Q as ge,O as tt,s as ot,A as Tt}from"./naming-Cj3Zk-yg.js";import{t as E,n as It,a as St}from"./texts-BGhXLej8.js";import{c as Q,i as Dt,l as Ct}from"./time-D8wxPHdU.js";import{a as Le,v as xt}from"./runtime-dom.esm-bundler-DmCoUYJZ.js";import{c as Ne,M as Ut}from"./media-DGLas9Li.js";import{G as b,i as Ot,h as $t,j as Rt,n as Ae,k as z,l as W,m as $,M as s,g as at,b as H,s as F,o as S,t as D,p as Nt,c as Pt,d as Vt,q as Bt}from"./media-time-range-BBj-MESB.js";import{S as Ht}from"./SnippetStrip-PM2stmMP.js";const Ft={" ":t=>t.toggle(),k:t=>t.toggle(),j:t=>t.seek(-10),l:t=>t.seek(10),ArrowLeft:t=>t.seek(-5),ArrowRight:t=>t.seek(5),",":t=>t.step(-1),".":t=>t.step(1),m:t=>t.mute(),f:t=>t.fullscreen(),"?":t=>t.help()},zt="input:not([type=range]), textarea, select, [contenteditable]",Wt="input[type=range], media-time-range, media-volume-range, [role=tab], pre",Gt="button, a, summary",Pe="media-play-button, media-mute-button, media-fullscreen-button";function Zt(t){return/^[0-9]$/.test(t)?e=>e.jump(Number(t)/10):Ft[t.length===1?t.toLowerCase():t]}function Qt(t,e,o){return e.closest(zt)||document.querySelector("dialog[open]")?!0:t===" "?e.closest(o?`${Gt}, ${Pe}`:Pe)!==null:t.startsWith("Arrow")&&e.closest(Wt)!==null}function qt(t){let e=!1;function o(i){e=i.target.matches(":focus-visible")}function a(i){if(i.defaultPrevented||i.ctrlKey||i.metaKey||i.altKey)return;const n=Zt(i.key);n===void 0||Qt(i.key,i.target,e)||(i.preventDefault(),n(t))}document.addEventListener("keydown",a),document.addEventListener("focusin",o),ye(()=>{document.removeEventListener("keydown",a),document.removeEventListener("focusin",o)})}const Kt=300,Xt=1e-4;function Ve(t){const e=/^(\d+(?:\.\d+)?)s?$/.exec(String(t));return e?Number(e[1]):0}function de(t){return Math.max(0,Math.floor(t+Xt))}function Yt(t){const e=Mt(),o=Lt(),a=y(Ve(e.query.t));let i=de(a.value),n;function l(){const r=de(a.value);if(r===i)return;i=r;const{t:g,...d}=e.query;o.replace({query:r?{...d,t:r}:d})}return R(()=>de(Ve(e.query.t)),r=>{r!==i&&(i=r,t(r))}),ye(()=>clearTimeout(n)),{time:a,note:()=>{clearTimeout(n),n=setTimeout(l,Kt)}}}const Be=8,He=2;function Jt(t,e,o){const a=[t];if(e===0)for(let i=1;i<=(Be+He)/2;i+=1)a.push(t+i,t-i);else{for(let i=1;i<=Be;i+=1)a.push(t+i*e);for(let i=1;i<=He;i+=1)a.push(t-i*Math.sign(e))}return a.filter(i=>i>=0&&i<o)}const jt=["data-second"],eo={key:0,class:"missing"},to=40,oo=4,ao=q({__name:"FreezeFrame",props:{book:{},second:{},tiles:{}},setup(t){const e=t,o=y(),a=y(),i=y(""),n=new gt(to,oo,d=>{d===te(e.book,e.second)&&l()});function l(){const{book:d,second:u}=e,v=te(d,u),h=n.get(v);i.value=h===null?r(u,v):"";const p=o.value?.querySelector("img");if(h===null){p?.remove(),a.value&&e.tiles.draw(a.value,u);return}h.alt=E.freezeFrame.alt(u),h.dataset.second=String(u),p!==h&&(p?.remove(),o.value?.append(h))}function r(d,u){const v=ke(e.book.cells,d);return v?.state==="waiting"?E.freezeFrame.waiting(d):v?.state==="failed"?E.freezeFrame.failed(d):n.hasFailed(u)||!oe(e.book,"stills",d)?E.freezeFrame.missing(d):""}function g(d,u){const v=Jt(d,d-u,pe(e.book));n.want(v.filter(h=>oe(e.book,"stills",h)).map(h=>te(e.book,h))),e.tiles.near(d),l()}return Je(()=>g(e.second,e.second)),R(()=>e.second,g,{flush:"sync"}),R(()=>e.tiles,(d,u,v)=>v(d.listen(l)),{immediate:!0}),R(()=>[e.book,e.tiles],()=>{n.forgive(),g(e.second,e.second)}),(d,u)=>(_(),A("div",{ref_key:"stage",ref:o,class:"stage","data-role":"still","data-second":t.second},[c("canvas",{ref_key:"rough",ref:a,width:"16",height:"9","aria-hidden":"true"},null,512),i.value?(_(),A("p",eo,w(i.value),1)):B("",!0)],8,jt))}}),io=K(ao,[["__scopeId","data-v-9ede697b"]]),so={class:"figures"},no=["max","aria-label","aria-valuetext"],Fe=22,lo=q({__name:"ScrubBar",props:et({last:{},tiles:{},label:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,o=je(t,"modelValue"),a=y(),i=y(),n=ot(null),l=y(!1);R(()=>e.tiles,(d,u,v)=>{v(d.listen(r)),d.near(o.value)},{immediate:!0});function r(){n.value&&a.value&&(l.value=e.tiles.draw(a.value,n.value.time))}function g(d){const u=i.value?.getBoundingClientRect();if(!u)return;const v=(d.clientX-u.left-Fe/2)/(u.width-Fe),h=Math.round(Math.min(1,Math.max(0,v))*e.last),p=Math.min(84,u.width/2);n.value={time:h,x:Math.min(u.width-p,Math.max(p,d.clientX-u.left))},e.tiles.near(h),r()}return(d,u)=>(_(),A("div",{ref_key:"track",ref:i,class:"scrub",onPointermove:g,onPointerdown:g,onPointerleave:u[1]||(u[1]=v=>n.value=null)},[ve(c("div",{class:tt(["tip",{drawn:l.value}]),style:ge({left:`${n.value?.x??0}px`}),"aria-hidden":"true"},[c("canvas",{ref_key:"canvas",ref:a,"data-role":"tile",width:"160",height:"90"},null,512),c("span",so,w(m(Q)(n.value?.time??0)),1)],6),[[Le,n.value]]),ve(c("input",{"onUpdate:modelValue":u[0]||(u[0]=v=>o.value=v),type:"range",min:"0",max:t.last,step:"1","aria-label":t.label,"aria-valuetext":m(E).everySecond.value(o.value,m(Q)(o.value)),style:ge({"--share":t.last?o.value/t.last:0})},null,12,no),[[xt,o.value,void 0,{number:!0}]])],544))}}),ro=K(lo,[["__scopeId","data-v-660a5bc8"]]),uo=["data-second","data-start"],co=["src","alt","data-second"],mo={key:1,class:"missing"},ho=q({__name:"SnippetGif",props:{book:{},second:{}},setup(t){const e=t,o=y(!1),a=y(!1),i=I(()=>!Ne.value||o.value),n=I(()=>Tt(e.second,e.book.snippet)),l=I(()=>te(e.book,n.value)),r=I(()=>ke(e.book.cells,e.second)),g=I(()=>oe(e.book,i.value?"gif":"stills",e.second)),d=I(()=>Ye(e.book,"stills")?`url(${JSON.stringify(l.value)})`:"none"),u=I(()=>i.value?bt(e.book,e.second):l.value),v=I(()=>{const h=r.value?.end??n.value+e.book.snippet,{moving:p,still:x}=E.snippetGif;return(i.value?p:x)(Q(n.value),Q(h),e.second)});return R(u,()=>a.value=!1),(h,p)=>(_(),A("div",{class:"stage","data-role":"gif","data-second":t.second,"data-start":n.value},[g.value?ve((_(),A("img",{key:u.value,src:u.value,alt:v.value,"data-second":t.second,style:ge({backgroundImage:d.value}),onError:p[0]||(p[0]=x=>a.value=!0)},null,44,co)),[[Le,!a.value]]):B("",!0),!g.value||a.value?(_(),A("p",mo,w(r.value?.state==="waiting"?m(E).snippetGif.waiting(t.second):m(E).snippetGif.missing(t.second)),1)):B("",!0),m(Ne)&&!o.value&&m(oe)(t.book,"gif",t.second)?(_(),A("button",{key:2,class:"button ask",type:"button",onClick:p[1]||(p[1]=x=>o.value=!0)},[V(m(Dt)),Me(w(m(E).snippetGif.play),1)])):B("",!0)],8,uo))}}),po=K(ho,[["__scopeId","data-v-453a6220"]]),vo={class:"every","aria-labelledby":"every-second"},fo={id:"every-second"},Eo={class:"soft figures","data-role":"second"},go={class:"soft small"},bo={key:0},_o={class:"soft small"},ko=q({__name:"EverySecond",props:et({book:{},tiles:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,o=je(t,"modelValue"),a=I(()=>Ye(e.book,"gif")),i=I(()=>pe(e.book)-1);return(n,l)=>(_(),A("section",vo,[c("header",null,[c("h2",fo,w(m(E).everySecond.title),1),c("p",Eo,w(m(E).everySecond.second(o.value,m(Q)(o.value))),1)]),c("div",{class:tt(["pair",{single:!a.value}])},[c("figure",null,[V(io,{book:t.book,second:o.value,tiles:t.tiles},null,8,["book","second","tiles"]),c("figcaption",go,w(m(E).everySecond.still),1)]),a.value?(_(),A("figure",bo,[V(po,{book:t.book,second:o.value},null,8,["book","second"]),c("figcaption",_o,w(m(E).everySecond.gif),1)])):B("",!0)],2),V(ro,{modelValue:o.value,"onUpdate:modelValue":l[0]||(l[0]=r=>o.value=r),last:i.value,tiles:t.tiles,label:m(E).everySecond.slider},null,8,["modelValue","last","tiles","label"])]))}}),yo=K(ko,[["__scopeId","data-v-3789d125"]]),X={PLACEMENT:"placement",BOUNDS:"bounds"};function Mo(t){return`
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
  `}class fe extends b.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{var e;if(!Ot(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;const o=this.placement;if(o==="left"||o==="right"){this.style.removeProperty("--media-tooltip-offset-x");return}const a=getComputedStyle(this),i=(e=$t(this,"#"+this.bounds))!=null?e:Rt(this);if(!i)return;const{x:n,width:l}=i.getBoundingClientRect(),{x:r,width:g}=this.getBoundingClientRect(),d=r+g,u=n+l,v=a.getPropertyValue("--media-tooltip-offset-x"),h=v?parseFloat(v.replace("px","")):0,p=a.getPropertyValue("--media-tooltip-container-margin"),x=p?parseFloat(p.replace("px","")):0,f=r-n+h-x,T=d-u+h+x;if(f<0){this.style.setProperty("--media-tooltip-offset-x",`${f}px`);return}if(T>0){this.style.setProperty("--media-tooltip-offset-x",`${T}px`);return}this.style.removeProperty("--media-tooltip-offset-x")},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ae(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}if(this.arrowEl=this.shadowRoot.querySelector("#arrow"),Object.prototype.hasOwnProperty.call(this,"placement")){const e=this.placement;delete this.placement,this.placement=e}}static get observedAttributes(){return[X.PLACEMENT,X.BOUNDS]}get placement(){return z(this,X.PLACEMENT)}set placement(e){W(this,X.PLACEMENT,e)}get bounds(){return z(this,X.BOUNDS)}set bounds(e){W(this,X.BOUNDS,e)}}fe.shadowRootOptions={mode:"open"};fe.getTemplateHTML=Mo;b.customElements.get("media-tooltip")||b.customElements.define("media-tooltip",fe);var ze=fe,we=(t,e,o)=>{if(!e.has(t))throw TypeError("Cannot "+o)},M=(t,e,o)=>(we(t,e,"read from private field"),o?o.call(t):e.get(t)),Z=(t,e,o)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,o)},ne=(t,e,o,a)=>(we(t,e,"write to private field"),e.set(t,o),o),We=(t,e,o)=>(we(t,e,"access private method"),o),U,J,be,it,P,Y,ue,_e,st;const N={TOOLTIP_PLACEMENT:"tooltipplacement",DISABLED:"disabled",NO_TOOLTIP:"notooltip"};function Lo(t,e={}){return`
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
        <template shadowrootmode="${ze.shadowRootOptions.mode}">
          ${ze.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(t)}
        </slot>
      </media-tooltip>
    </slot>
  `}function Ao(t,e){return`
    <slot></slot>
  `}function wo(){return""}class G extends b.HTMLElement{constructor(){if(super(),Z(this,be),Z(this,_e),Z(this,U,void 0),this.preventClick=!1,this.tooltipEl=null,Z(this,J,e=>{this.preventClick||this.handleClick(e),setTimeout(M(this,P),0)}),Z(this,P,()=>{var e,o;(o=(e=this.tooltipEl)==null?void 0:e.updateXOffset)==null||o.call(e)}),Z(this,Y,e=>{const{key:o}=e;if(!this.keysUsed.includes(o)){this.removeEventListener("keyup",M(this,Y));return}this.preventClick||this.handleClick(e)}),Z(this,ue,e=>{const{metaKey:o,altKey:a,key:i}=e;if(o||a||!this.keysUsed.includes(i)){this.removeEventListener("keyup",M(this,Y));return}this.addEventListener("keyup",M(this,Y),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ae(this.attributes),o=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(o):this.shadowRoot.innerHTML=o}this.tooltipEl=this.shadowRoot.querySelector("media-tooltip")}static get observedAttributes(){return["disabled",N.TOOLTIP_PLACEMENT,$.MEDIA_CONTROLLER,s.MEDIA_LANG]}enable(){this.addEventListener("click",M(this,J)),this.addEventListener("keydown",M(this,ue)),this.tabIndex=0}disable(){this.removeEventListener("click",M(this,J)),this.removeEventListener("keydown",M(this,ue)),this.removeEventListener("keyup",M(this,Y)),this.tabIndex=-1}attributeChangedCallback(e,o,a){var i,n,l,r,g;e===$.MEDIA_CONTROLLER?(o&&((n=(i=M(this,U))==null?void 0:i.unassociateElement)==null||n.call(i,this),ne(this,U,null)),a&&this.isConnected&&(ne(this,U,(l=this.getRootNode())==null?void 0:l.getElementById(a)),(g=(r=M(this,U))==null?void 0:r.associateElement)==null||g.call(r,this))):e==="disabled"&&a!==o?a==null?this.enable():this.disable():e===N.TOOLTIP_PLACEMENT&&this.tooltipEl&&a!==o?this.tooltipEl.placement=a:e===s.MEDIA_LANG&&(this.shadowRoot.querySelector('slot[name="tooltip-content"]').innerHTML=this.constructor.getTooltipContentHTML()),We(this,be,it).call(this)&&M(this,P).call(this)}connectedCallback(){var e,o,a;const{style:i}=at(this.shadowRoot,":host");i.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute("disabled")?this.disable():this.enable(),this.setAttribute("role","button");const n=this.getAttribute($.MEDIA_CONTROLLER);n&&(ne(this,U,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(o=M(this,U))==null?void 0:o.associateElement)==null||a.call(o,this)),b.customElements.whenDefined("media-tooltip").then(()=>We(this,_e,st).call(this))}disconnectedCallback(){var e,o;this.disable(),(o=(e=M(this,U))==null?void 0:e.unassociateElement)==null||o.call(e,this),ne(this,U,null),this.removeEventListener("mouseenter",M(this,P)),this.removeEventListener("focus",M(this,P)),this.removeEventListener("click",M(this,J))}get keysUsed(){return["Enter"," "]}get tooltipPlacement(){return z(this,N.TOOLTIP_PLACEMENT)}set tooltipPlacement(e){W(this,N.TOOLTIP_PLACEMENT,e)}get mediaController(){return z(this,$.MEDIA_CONTROLLER)}set mediaController(e){W(this,$.MEDIA_CONTROLLER,e)}get disabled(){return H(this,N.DISABLED)}set disabled(e){F(this,N.DISABLED,e)}get noTooltip(){return H(this,N.NO_TOOLTIP)}set noTooltip(e){F(this,N.NO_TOOLTIP,e)}handleClick(e){}}U=new WeakMap;J=new WeakMap;be=new WeakSet;it=function(){try{return this.matches(":hover, :focus-visible")}catch{return this.matches(":hover, :focus")}};P=new WeakMap;Y=new WeakMap;ue=new WeakMap;_e=new WeakSet;st=function(){this.addEventListener("mouseenter",M(this,P)),this.addEventListener("focus",M(this,P)),this.addEventListener("click",M(this,J));const t=this.tooltipPlacement;t&&this.tooltipEl&&(this.tooltipEl.placement=t)};G.shadowRootOptions={mode:"open"};G.getTemplateHTML=Lo;G.getSlotTemplateHTML=Ao;G.getTooltipContentHTML=wo;b.customElements.get("media-chrome-button")||b.customElements.define("media-chrome-button",G);var nt=(t,e,o)=>{if(!e.has(t))throw TypeError("Cannot "+o)},To=(t,e,o)=>(nt(t,e,"read from private field"),e.get(t)),Io=(t,e,o)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,o)},So=(t,e,o,a)=>(nt(t,e,"write to private field"),e.set(t,o),o),ce;const Do=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,Co=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function xo(t){return`
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
      <slot name="enter">${Do}</slot>
      <slot name="exit">${Co}</slot>
    </slot>
  `}function Uo(){return`
    <slot name="tooltip-enter">${D("Enter fullscreen mode")}</slot>
    <slot name="tooltip-exit">${D("Exit fullscreen mode")}</slot>
  `}const Ge=t=>{const e=t.mediaIsFullscreen?D("exit fullscreen mode"):D("enter fullscreen mode");t.setAttribute("aria-label",e)};class Te extends G{constructor(){super(...arguments),Io(this,ce,null)}static get observedAttributes(){return[...super.observedAttributes,s.MEDIA_IS_FULLSCREEN,s.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),Ge(this)}attributeChangedCallback(e,o,a){super.attributeChangedCallback(e,o,a),e===s.MEDIA_IS_FULLSCREEN&&Ge(this)}get mediaFullscreenUnavailable(){return z(this,s.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(e){W(this,s.MEDIA_FULLSCREEN_UNAVAILABLE,e)}get mediaIsFullscreen(){return H(this,s.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(e){F(this,s.MEDIA_IS_FULLSCREEN,e)}handleClick(e){So(this,ce,e);const o=To(this,ce)instanceof PointerEvent,a=this.mediaIsFullscreen?new b.CustomEvent(S.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new b.CustomEvent(S.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:o});this.dispatchEvent(a)}}ce=new WeakMap;Te.getSlotTemplateHTML=xo;Te.getTooltipContentHTML=Uo;b.customElements.get("media-fullscreen-button")||b.customElements.define("media-fullscreen-button",Te);var lt=(t,e,o)=>{if(!e.has(t))throw TypeError("Cannot "+o)},j=(t,e,o)=>(lt(t,e,"read from private field"),o?o.call(t):e.get(t)),Ze=(t,e,o)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,o)},ee=(t,e,o,a)=>(lt(t,e,"write to private field"),e.set(t,o),o),O,me;const le={LOADING_DELAY:"loadingdelay",NO_AUTOHIDE:"noautohide"},rt=500,Oo=`
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
`;function $o(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${rt}ms);
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
  `}class Ie extends b.HTMLElement{constructor(){if(super(),Ze(this,O,void 0),Ze(this,me,rt),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ae(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[$.MEDIA_CONTROLLER,s.MEDIA_PAUSED,s.MEDIA_LOADING,le.LOADING_DELAY]}attributeChangedCallback(e,o,a){var i,n,l,r,g;e===le.LOADING_DELAY&&o!==a?this.loadingDelay=Number(a):e===$.MEDIA_CONTROLLER&&(o&&((n=(i=j(this,O))==null?void 0:i.unassociateElement)==null||n.call(i,this),ee(this,O,null)),a&&this.isConnected&&(ee(this,O,(l=this.getRootNode())==null?void 0:l.getElementById(a)),(g=(r=j(this,O))==null?void 0:r.associateElement)==null||g.call(r,this)))}connectedCallback(){var e,o,a;const i=this.getAttribute($.MEDIA_CONTROLLER);i&&(ee(this,O,(e=this.getRootNode())==null?void 0:e.getElementById(i)),(a=(o=j(this,O))==null?void 0:o.associateElement)==null||a.call(o,this))}disconnectedCallback(){var e,o;(o=(e=j(this,O))==null?void 0:e.unassociateElement)==null||o.call(e,this),ee(this,O,null)}get loadingDelay(){return j(this,me)}set loadingDelay(e){ee(this,me,e);const{style:o}=at(this.shadowRoot,":host");o.setProperty("--_loading-indicator-delay",`var(--media-loading-indicator-transition-delay, ${e}ms)`)}get mediaPaused(){return H(this,s.MEDIA_PAUSED)}set mediaPaused(e){F(this,s.MEDIA_PAUSED,e)}get mediaLoading(){return H(this,s.MEDIA_LOADING)}set mediaLoading(e){F(this,s.MEDIA_LOADING,e)}get mediaController(){return z(this,$.MEDIA_CONTROLLER)}set mediaController(e){W(this,$.MEDIA_CONTROLLER,e)}get noAutohide(){return H(this,le.NO_AUTOHIDE)}set noAutohide(e){F(this,le.NO_AUTOHIDE,e)}}O=new WeakMap;me=new WeakMap;Ie.shadowRootOptions={mode:"open"};Ie.getTemplateHTML=$o;b.customElements.get("media-loading-indicator")||b.customElements.define("media-loading-indicator",Ie);const Ro=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,Qe=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,No=`<svg aria-hidden="true" viewBox="0 0 24 24">
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
      <slot name="off">${Ro}</slot>
      <slot name="low">${Qe}</slot>
      <slot name="medium">${Qe}</slot>
      <slot name="high">${No}</slot>
    </slot>
  `}function Vo(){return`
    <slot name="tooltip-mute">${D("Mute")}</slot>
    <slot name="tooltip-unmute">${D("Unmute")}</slot>
  `}const qe=t=>{const o=t.mediaVolumeLevel==="off"?D("unmute"):D("mute");t.setAttribute("aria-label",o)};class Se extends G{static get observedAttributes(){return[...super.observedAttributes,s.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),qe(this)}attributeChangedCallback(e,o,a){super.attributeChangedCallback(e,o,a),e===s.MEDIA_VOLUME_LEVEL&&qe(this)}get mediaVolumeLevel(){return z(this,s.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(e){W(this,s.MEDIA_VOLUME_LEVEL,e)}handleClick(){const e=this.mediaVolumeLevel==="off"?S.MEDIA_UNMUTE_REQUEST:S.MEDIA_MUTE_REQUEST;this.dispatchEvent(new b.CustomEvent(e,{composed:!0,bubbles:!0}))}}Se.getSlotTemplateHTML=Po;Se.getTooltipContentHTML=Vo;b.customElements.get("media-mute-button")||b.customElements.define("media-mute-button",Se);const Bo=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,Ho=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function Fo(t){return`
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
      <slot name="play">${Bo}</slot>
      <slot name="pause">${Ho}</slot>
    </slot>
  `}function zo(){return`
    <slot name="tooltip-play">${D("Play")}</slot>
    <slot name="tooltip-pause">${D("Pause")}</slot>
  `}const Ke=t=>{const e=t.mediaPaused?D("play"):D("pause");t.setAttribute("aria-label",e)};class De extends G{static get observedAttributes(){return[...super.observedAttributes,s.MEDIA_PAUSED,s.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),Ke(this)}attributeChangedCallback(e,o,a){super.attributeChangedCallback(e,o,a),(e===s.MEDIA_PAUSED||e===s.MEDIA_LANG)&&Ke(this)}get mediaPaused(){return H(this,s.MEDIA_PAUSED)}set mediaPaused(e){F(this,s.MEDIA_PAUSED,e)}handleClick(){const e=this.mediaPaused?S.MEDIA_PLAY_REQUEST:S.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new b.CustomEvent(e,{composed:!0,bubbles:!0}))}}De.getSlotTemplateHTML=Fo;De.getTooltipContentHTML=zo;b.customElements.get("media-play-button")||b.customElements.define("media-play-button",De);var Wo=(t,e,o)=>{if(!e.has(t))throw TypeError("Cannot "+o)},Xe=(t,e,o)=>(Wo(t,e,"read from private field"),o?o.call(t):e.get(t)),Go=(t,e,o)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,o)},he;const Zo=1,Qo=t=>t.mediaMuted?0:t.mediaVolume,qo=t=>`${Math.round(t*100)}%`;class Ko extends Nt{constructor(){super(...arguments),Go(this,he,()=>{const e=this.range.value,o=new b.CustomEvent(S.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(o)})}static get observedAttributes(){return[...super.observedAttributes,s.MEDIA_VOLUME,s.MEDIA_MUTED,s.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute("aria-label",D("volume")),this.range.addEventListener("input",Xe(this,he))}disconnectedCallback(){this.range.removeEventListener("input",Xe(this,he)),super.disconnectedCallback()}attributeChangedCallback(e,o,a){super.attributeChangedCallback(e,o,a),(e===s.MEDIA_VOLUME||e===s.MEDIA_MUTED)&&(this.range.valueAsNumber=Qo(this),this.range.setAttribute("aria-valuetext",qo(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return Pt(this,s.MEDIA_VOLUME,Zo)}set mediaVolume(e){Vt(this,s.MEDIA_VOLUME,e)}get mediaMuted(){return H(this,s.MEDIA_MUTED)}set mediaMuted(e){F(this,s.MEDIA_MUTED,e)}get mediaVolumeUnavailable(){return z(this,s.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(e){W(this,s.MEDIA_VOLUME_UNAVAILABLE,e)}}he=new WeakMap;b.customElements.get("media-volume-range")||b.customElements.define("media-volume-range",Ko);const Xo={"Start airplay":"AirPlay starten","Stop airplay":"AirPlay stoppen",Audio:"Audio",Captions:"Untertitel","Enable captions":"Untertitel aktivieren","Disable captions":"Untertitel deaktivieren","Start casting":"Casting starten","Stop casting":"Casting stoppen","Enter fullscreen mode":"Vollbildmodus aktivieren","Exit fullscreen mode":"Vollbildmodus beenden",Mute:"Stumm schalten",Unmute:"Stummschaltung aufheben",Loop:"Endlosschleife","Enter picture in picture mode":"Bild-im-Bild-Modus aktivieren","Exit picture in picture mode":"Bild-im-Bild-Modus beenden",Play:"Abspielen",Pause:"Pause","Playback rate":"Wiedergabegeschwindigkeit","Playback rate {playbackRate}":"Wiedergabegeschwindigkeit {playbackRate}",Quality:"Qualität","Seek backward":"Zurückspulen","Seek forward":"Vorspulen",Settings:"Einstellungen",Auto:"Auto","audio player":"Audioplayer","video player":"Videoplayer",volume:"Lautstärke",seek:"Springen","closed captions":"Untertitel","current playback rate":"aktuelle Wiedergabegeschwindigkeit","playback time":"Wiedergabezeit","media loading":"Medien werden geladen",settings:"Einstellungen","audio tracks":"Audiospuren",quality:"Qualität",play:"abspielen",pause:"pause",mute:"stumm schalten",unmute:"Stummschaltung aufheben","chapter: {chapterName}":"Kapitel: {chapterName}",live:"live",Off:"Aus","start airplay":"AirPlay starten","stop airplay":"AirPlay stoppen","start casting":"Casting starten","stop casting":"Casting stoppen","enter fullscreen mode":"Vollbildmodus aktivieren","exit fullscreen mode":"Vollbildmodus beenden","enter picture in picture mode":"Bild-im-Bild-Modus aktivieren","exit picture in picture mode":"Bild-im-Bild-Modus beenden","seek to live":"Zum Live-Stream springen","playing live":"Live-Wiedergabe","seek back {seekOffset} seconds":"{seekOffset} Sekunden zurückspulen","seek forward {seekOffset} seconds":"{seekOffset} Sekunden vorspulen","Network Error":"Netzwerkfehler","Decode Error":"Dekodierungsfehler","Source Not Supported":"Quelle nicht unterstützt","Encryption Error":"Verschlüsselungsfehler","A network error caused the media download to fail.":"Ein Netzwerkfehler hat dazu geführt, dass der Medien-Download fehlgeschlagen ist.","A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":"Ein Medienfehler hat die Wiedergabe abgebrochen. Das Medium könnte beschädigt sein oder Ihr Browser unterstützt dieses Format nicht.","An unsupported error occurred. The server or network failed, or your browser does not support this format.":"Ein nicht unterstützter Fehler ist aufgetreten. Der Server oder das Netzwerk ist fehlgeschlagen, oder Ihr Browser unterstützt dieses Format nicht.","The media is encrypted and there are no keys to decrypt it.":"Das Medium ist verschlüsselt und es sind keine Schlüssel zum Entschlüsseln vorhanden.",hour:"Stunde",hours:"Stunden",minute:"Minute",minutes:"Minuten",second:"Sekunde",seconds:"Sekunden","{time} remaining":"{time} verbleibend","{currentTime} of {totalTime}":"{currentTime} von {totalTime}","video not loaded, unknown time.":"Video nicht geladen, unbekannte Zeit."};Bt("de",Xo);const Yo=["lang","aria-label"],Jo=["src","poster"],jo=["src"],ea={class:"seek"},ta={key:0,slot:"preview"},oa={class:"time","aria-hidden":"true"},aa={class:"unseen"},ia={key:0,class:"fault",role:"alert"},sa=1e4,na=q({__name:"FilmPlayer",props:{src:{},title:{},poster:{},tiles:{}},emits:["time","rest"],setup(t,{expose:e,emit:o}){const a=t,i=o,n=y(),l=y(),r=y(),g=y(!1);let d;const u=y(""),v=y(0),h=y(0),p=y(1),x=[1,1.5,2,.5],f=y("");R(()=>a.tiles,(L,k,se)=>{se(L.listen(Ue)),xe(f.value);const ft=L.placed?_t(L.list):`WEBVTT
`;f.value=URL.createObjectURL(new Blob([ft],{type:"text/vtt"}))},{immediate:!0}),ye(()=>{xe(f.value),l.value?.removeAttribute("src"),l.value?.load()}),R(()=>a.src,()=>{u.value="",C=!1,ae=null});const T=I(()=>E.player.video(a.title));let C=!1,ae=null;function Ce(L){if(l.value){if(C&&l.value.seeking){ae=L;return}C=l.value.readyState>0,l.value.currentTime=L}}function dt(){C=!1;const L=ae;ae=null,L!==null?Ce(L):i("rest")}function ie(L){n.value?.dispatchEvent(new CustomEvent(L,{bubbles:!0,composed:!0}))}function ut(){ie(l.value?.paused?S.MEDIA_PLAY_REQUEST:S.MEDIA_PAUSE_REQUEST)}function ct(){ie(S.MEDIA_PAUSE_REQUEST)}function mt(){ie(l.value?.muted?S.MEDIA_UNMUTE_REQUEST:S.MEDIA_MUTE_REQUEST)}function ht(){const L=[S.MEDIA_ENTER_FULLSCREEN_REQUEST,S.MEDIA_EXIT_FULLSCREEN_REQUEST];ie(L[document.fullscreenElement?1:0])}function xe(L){setTimeout(()=>URL.revokeObjectURL(L),sa)}function pt(L){d=L.detail,!(a.tiles.placed||d===void 0)&&(a.tiles.near(d),Ue())}function Ue(){r.value&&d!==void 0&&(g.value=a.tiles.draw(r.value,d))}function Oe(){v.value=l.value?.currentTime??0,h.value=l.value?.duration||0,C||i("time",v.value)}function vt(){p.value=x[(x.indexOf(p.value)+1)%x.length]??1,l.value&&(l.value.playbackRate=p.value)}return e({seek:Ce,toggle:ut,pause:ct,mute:mt,fullscreen:ht}),(L,k)=>(_(),A(re,null,[c("media-controller",{ref_key:"controller",ref:n,class:"film",nohotkeys:"",lang:m(St),"aria-label":T.value,onMediapreviewrequest:pt},[c("video",{ref_key:"video",ref:l,slot:"media",src:t.src,poster:t.poster,preload:"metadata",playsinline:"",onTimeupdate:Oe,onSeeking:Oe,onSeeked:dt,onPause:k[0]||(k[0]=se=>L.$emit("rest")),onLoadedmetadata:k[1]||(k[1]=se=>h.value=l.value?.duration||0),onError:k[2]||(k[2]=se=>u.value=m(E).player.cannotPlay)},[(_(),A("track",{key:f.value,kind:"metadata",label:"thumbnails",default:"",src:f.value},null,8,jo))],40,Jo),k[9]||(k[9]=c("media-loading-indicator",{slot:"centered-chrome",noautohide:""},null,-1)),c("media-control-bar",ea,[c("media-time-range",null,[t.tiles.placed?(_(),A("media-preview-thumbnail",ta)):ve((_(),A("canvas",{key:1,ref_key:"canvas",ref:r,slot:"preview",class:"own","aria-hidden":"true"},null,512)),[[Le,g.value]]),k[3]||(k[3]=c("media-preview-time-display",{slot:"preview"},null,-1))])]),c("media-control-bar",null,[k[4]||(k[4]=c("media-play-button",null,null,-1)),k[5]||(k[5]=c("media-mute-button",null,null,-1)),k[6]||(k[6]=c("media-volume-range",{class:"volume"},null,-1)),c("span",oa,w(m(Q)(v.value))+" / "+w(m(Q)(h.value)),1),k[7]||(k[7]=c("span",{class:"space"},null,-1)),c("button",{class:"rate",type:"button",keysused:"Enter Space",onClick:vt},[Me(w(m(It)(p.value,1))+"×",1),c("span",aa,w(m(E).player.speed),1)]),k[8]||(k[8]=c("media-fullscreen-button",null,null,-1))])],40,Yo),u.value?(_(),A("p",ia,w(u.value),1)):B("",!0)],64))}}),la=K(na,[["__scopeId","data-v-fc034acd"]]),ra={method:"dialog",class:"row"},da={class:"button",autofocus:""},ua=q({__name:"KeysDialog",setup(t,{expose:e}){const o=y();return e({open:()=>o.value?.open()}),(a,i)=>(_(),Ee(Ut,{ref_key:"dialog",ref:o,title:m(E).keys.title},{default:At(()=>[c("dl",null,[(_(!0),A(re,null,Re(m(E).keys.list,([n,l])=>(_(),A(re,{key:l},[c("dt",null,[(_(!0),A(re,null,Re(n,r=>(_(),A("kbd",{key:r},w(r),1))),128))]),c("dd",null,w(l),1)],64))),128))]),c("form",ra,[c("button",da,w(m(E).keys.close),1)])]),_:1},8,["title"]))}}),ca=K(ua,[["__scopeId","data-v-d3188b5d"]]),ma={class:"player"},ha={"aria-labelledby":"snippets"},pa={id:"snippets"},va=["title"],fa=25,Ea=q({__name:"BookPlayer",props:{book:{}},setup(t){const e=wt(()=>Et(()=>import("./UseIt-CzXgLCaX.js"),__vite__mapDeps([0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25]),import.meta.url)),o=t,a=y(),i=y(),{time:n,note:l}=Yt(p);n.value=h(n.value);const r=I({get:()=>Math.min(de(n.value),pe(o.book)-1),set:p}),g=I(()=>ke(o.book.cells,n.value)?.start),d=f=>oe(o.book,"stills",Math.floor(f)),u=ot(new $e(kt(o.book),d)),v=I(()=>{const f=Math.floor(pe(o.book)/2);return o.book.poster??(d(f)?te(o.book,f):"")});R(()=>[o.book.base,o.book.storyboard,o.book.duration,o.book.snippet],async()=>{const{book:f}=o;n.value=h(n.value);const T=await yt(f);f.base===o.book.base&&(u.value=new $e(T,d))},{immediate:!0});function h(f){return Math.min(Math.max(0,f),o.book.duration)}function p(f){n.value=h(f),a.value?.seek(n.value),l()}function x(f){a.value?.pause();const T=o.book.video===null?1:o.book.rate??fa,C=Math.floor(n.value*T+.01)+f;p(C>0?(C+(o.book.video===null?0:.5))/T:0)}return qt({toggle:()=>a.value?.toggle(),seek:f=>p(n.value+f),step:x,jump:f=>p(f*o.book.duration),mute:()=>a.value?.mute(),fullscreen:()=>a.value?.fullscreen(),help:()=>i.value?.open()}),Je(()=>n.value>0&&a.value?.seek(n.value)),(f,T)=>(_(),A("div",ma,[t.book.video?(_(),Ee(la,{key:0,ref_key:"film",ref:a,src:t.book.video,title:t.book.title,poster:v.value,tiles:u.value,onTime:T[0]||(T[0]=C=>n.value=C),onRest:m(l)},null,8,["src","title","poster","tiles","onRest"])):B("",!0),c("section",ha,[c("header",null,[c("h2",pa,w(m(E).player.snippets),1),c("button",{class:"button bare keys",type:"button",title:m(E).keys.hint,onClick:T[1]||(T[1]=C=>i.value?.open())},[V(m(Ct)),Me(w(m(E).keys.button),1)],8,va)]),V(Ht,{cells:t.book.cells,base:t.book.base,last:t.book.last,outputs:t.book.outputs,current:g.value,label:m(E).player.snippets,pickable:"",onPick:p},null,8,["cells","base","last","outputs","current","label"])]),V(yo,{modelValue:r.value,"onUpdate:modelValue":T[2]||(T[2]=C=>r.value=C),book:t.book,tiles:u.value},null,8,["modelValue","book","tiles"]),t.book.finished?(_(),Ee(m(e),{key:1,book:t.book,second:r.value,tiles:u.value},null,8,["book","second","tiles"])):B("",!0),V(ca,{ref_key:"keys",ref:i},null,512)]))}}),Ia=K(Ea,[["__scopeId","data-v-d25b24d7"]]);export{Ia as B};
