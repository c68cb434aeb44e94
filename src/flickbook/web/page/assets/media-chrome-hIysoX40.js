const _={MEDIA_PLAY_REQUEST:"mediaplayrequest",MEDIA_PAUSE_REQUEST:"mediapauserequest",MEDIA_MUTE_REQUEST:"mediamuterequest",MEDIA_UNMUTE_REQUEST:"mediaunmuterequest",MEDIA_LOOP_REQUEST:"medialooprequest",MEDIA_VOLUME_REQUEST:"mediavolumerequest",MEDIA_SEEK_REQUEST:"mediaseekrequest",MEDIA_AIRPLAY_REQUEST:"mediaairplayrequest",MEDIA_ENTER_FULLSCREEN_REQUEST:"mediaenterfullscreenrequest",MEDIA_EXIT_FULLSCREEN_REQUEST:"mediaexitfullscreenrequest",MEDIA_PREVIEW_REQUEST:"mediapreviewrequest",MEDIA_ENTER_PIP_REQUEST:"mediaenterpiprequest",MEDIA_EXIT_PIP_REQUEST:"mediaexitpiprequest",MEDIA_ENTER_CAST_REQUEST:"mediaentercastrequest",MEDIA_EXIT_CAST_REQUEST:"mediaexitcastrequest",MEDIA_SHOW_TEXT_TRACKS_REQUEST:"mediashowtexttracksrequest",MEDIA_HIDE_TEXT_TRACKS_REQUEST:"mediahidetexttracksrequest",MEDIA_SHOW_SUBTITLES_REQUEST:"mediashowsubtitlesrequest",MEDIA_DISABLE_SUBTITLES_REQUEST:"mediadisablesubtitlesrequest",MEDIA_TOGGLE_SUBTITLES_REQUEST:"mediatogglesubtitlesrequest",MEDIA_PLAYBACK_RATE_REQUEST:"mediaplaybackraterequest",MEDIA_RENDITION_REQUEST:"mediarenditionrequest",MEDIA_AUDIO_TRACK_REQUEST:"mediaaudiotrackrequest",MEDIA_SEEK_TO_LIVE_REQUEST:"mediaseektoliverequest",REGISTER_MEDIA_STATE_RECEIVER:"registermediastatereceiver",UNREGISTER_MEDIA_STATE_RECEIVER:"unregistermediastatereceiver"},O={MEDIA_CHROME_ATTRIBUTES:"mediachromeattributes",MEDIA_CONTROLLER:"mediacontroller"},Or={MEDIA_AIRPLAY_UNAVAILABLE:"mediaAirplayUnavailable",MEDIA_AUDIO_TRACK_ENABLED:"mediaAudioTrackEnabled",MEDIA_AUDIO_TRACK_LIST:"mediaAudioTrackList",MEDIA_AUDIO_TRACK_UNAVAILABLE:"mediaAudioTrackUnavailable",MEDIA_BUFFERED:"mediaBuffered",MEDIA_CAST_UNAVAILABLE:"mediaCastUnavailable",MEDIA_CHAPTERS_CUES:"mediaChaptersCues",MEDIA_CURRENT_TIME:"mediaCurrentTime",MEDIA_DURATION:"mediaDuration",MEDIA_ENDED:"mediaEnded",MEDIA_ERROR:"mediaError",MEDIA_ERROR_CODE:"mediaErrorCode",MEDIA_ERROR_MESSAGE:"mediaErrorMessage",MEDIA_FULLSCREEN_UNAVAILABLE:"mediaFullscreenUnavailable",MEDIA_HAS_PLAYED:"mediaHasPlayed",MEDIA_HEIGHT:"mediaHeight",MEDIA_IS_AIRPLAYING:"mediaIsAirplaying",MEDIA_IS_CASTING:"mediaIsCasting",MEDIA_IS_FULLSCREEN:"mediaIsFullscreen",MEDIA_IS_PIP:"mediaIsPip",MEDIA_LOADING:"mediaLoading",MEDIA_MUTED:"mediaMuted",MEDIA_LOOP:"mediaLoop",MEDIA_PAUSED:"mediaPaused",MEDIA_PIP_UNAVAILABLE:"mediaPipUnavailable",MEDIA_PLAYBACK_RATE:"mediaPlaybackRate",MEDIA_PREVIEW_CHAPTER:"mediaPreviewChapter",MEDIA_PREVIEW_COORDS:"mediaPreviewCoords",MEDIA_PREVIEW_IMAGE:"mediaPreviewImage",MEDIA_PREVIEW_TIME:"mediaPreviewTime",MEDIA_RENDITION_LIST:"mediaRenditionList",MEDIA_RENDITION_SELECTED:"mediaRenditionSelected",MEDIA_RENDITION_UNAVAILABLE:"mediaRenditionUnavailable",MEDIA_SEEKABLE:"mediaSeekable",MEDIA_STREAM_TYPE:"mediaStreamType",MEDIA_SUBTITLES_LIST:"mediaSubtitlesList",MEDIA_SUBTITLES_SHOWING:"mediaSubtitlesShowing",MEDIA_TARGET_LIVE_WINDOW:"mediaTargetLiveWindow",MEDIA_TIME_IS_LIVE:"mediaTimeIsLive",MEDIA_VOLUME:"mediaVolume",MEDIA_VOLUME_LEVEL:"mediaVolumeLevel",MEDIA_VOLUME_UNAVAILABLE:"mediaVolumeUnavailable",MEDIA_LANG:"mediaLang",MEDIA_WIDTH:"mediaWidth"},Pr=Object.entries(Or),l=Pr.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{}),Ws={USER_INACTIVE_CHANGE:"userinactivechange",BREAKPOINTS_CHANGE:"breakpointchange",BREAKPOINTS_COMPUTED:"breakpointscomputed"},lt=Pr.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{...Ws});Object.entries(lt).reduce((t,[e,i])=>{const a=l[e];return a&&(t[i]=a),t},{userinactivechange:"userinactive"});const Hs=Object.entries(l).reduce((t,[e,i])=>{const a=lt[e];return a&&(t[i]=a),t},{userinactive:"userinactivechange"}),pe={SUBTITLES:"subtitles",CAPTIONS:"captions",CHAPTERS:"chapters",METADATA:"metadata"},nt={DISABLED:"disabled",SHOWING:"showing"},Qi={MOUSE:"mouse",PEN:"pen",TOUCH:"touch"},G={UNAVAILABLE:"unavailable",UNSUPPORTED:"unsupported"},he={LIVE:"live",ON_DEMAND:"on-demand",UNKNOWN:"unknown"},Bs={FULLSCREEN:"fullscreen"};function He(t){const e={};for(const i of t)e[i.name]=i.value;return e}function wo(t){var e;return(e=Ks(t))!=null?e:$i(t,"media-controller")}function Ks(t){var e;const{MEDIA_CONTROLLER:i}=O,a=t.getAttribute(i);if(a)return(e=Vs(t))==null?void 0:e.getElementById(a)}const ct=(t,e)=>!t||!e?!1:t?.contains(e)?!0:ct(t,e.getRootNode().host),$i=(t,e)=>{if(!t)return null;const i=t.closest(e);return i||$i(t.getRootNode().host,e)};function Ur(t=document){var e;const i=t?.activeElement;return i?(e=Ur(i.shadowRoot))!=null?e:i:null}function Vs(t){var e;const i=(e=t?.getRootNode)==null?void 0:e.call(t);return i instanceof ShadowRoot||i instanceof Document?i:null}function Gs(t,{depth:e=3,checkOpacity:i=!0,checkVisibilityCSS:a=!0}={}){if(t.checkVisibility)return t.checkVisibility({checkOpacity:i,checkVisibilityCSS:a});let r=t;for(;r&&e>0;){const s=getComputedStyle(r);if(i&&s.opacity==="0"||a&&s.visibility==="hidden"||s.display==="none")return!1;r=r.parentElement,e--}return!0}function qs(t,e,i,a){const r=a.x-i.x,s=a.y-i.y,n=r*r+s*s;if(n===0)return 0;const o=((t-i.x)*r+(e-i.y)*s)/n;return Math.max(0,Math.min(1,o))}function W(t,e){const i=Ys(t,a=>a===e);return i||xr(t,e)}function Ys(t,e){var i,a;let r;for(r of(i=t.querySelectorAll("style:not([media])"))!=null?i:[]){let s;try{s=(a=r.sheet)==null?void 0:a.cssRules}catch{continue}for(const n of s??[])if(e(n.selectorText))return n}}function xr(t,e){var i,a;const r=(i=t.querySelectorAll("style:not([media])"))!=null?i:[],s=r?.[r.length-1];if(!s?.sheet)return console.warn("Media Chrome: No style sheet found on style tag of",t),{style:{setProperty:()=>{},removeProperty:()=>"",getPropertyValue:()=>""}};const n=s?.sheet.insertRule(`${e}{}`,s.sheet.cssRules.length);return(a=s.sheet.cssRules)==null?void 0:a[n]}function me(t,e,i=Number.NaN){const a=t.getAttribute(e);return a!=null?+a:i}function Ee(t,e,i){const a=+i;if(i==null||Number.isNaN(a)){t.hasAttribute(e)&&t.removeAttribute(e);return}me(t,e,void 0)!==a&&t.setAttribute(e,`${a}`)}function M(t,e){return t.hasAttribute(e)}function D(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}M(t,e)!=i&&t.toggleAttribute(e,i)}function Le(t,e,i=null){var a;return(a=t.getAttribute(e))!=null?a:i}function Ae(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}const a=`${i}`;Le(t,e,void 0)!==a&&t.setAttribute(e,a)}class Nr{addEventListener(){}removeEventListener(){}dispatchEvent(){return!0}}class $r extends Nr{}class pr extends $r{constructor(){super(...arguments),this.role=null}}class Qs{observe(){}unobserve(){}disconnect(){}}const Fr={createElement:function(){return new Ut.HTMLElement},createElementNS:function(){return new Ut.HTMLElement},addEventListener(){},removeEventListener(){},dispatchEvent(t){return!1}},Ut={ResizeObserver:Qs,document:Fr,Node:$r,Element:pr,HTMLElement:class extends pr{constructor(){super(...arguments),this.innerHTML=""}get content(){return new Ut.DocumentFragment}},DocumentFragment:class extends Nr{},customElements:{get:function(){},define:function(){},whenDefined:function(){}},localStorage:{getItem(t){return null},setItem(t,e){},removeItem(t){}},CustomEvent:function(){},getComputedStyle:function(){},navigator:{languages:[],get userAgent(){return""}},matchMedia(t){return{matches:!1,media:t}},DOMParser:class{parseFromString(e,i){return{body:{textContent:e}}}}},Wr="global"in globalThis&&globalThis?.global===globalThis||typeof window>"u"||typeof window.customElements>"u",Hr=Object.keys(Ut).every(t=>t in globalThis),c=Wr&&!Hr?Ut:globalThis,K=Wr&&!Hr?Fr:globalThis.document;var Br=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Gt=(t,e,i)=>(Br(t,e,"read from private field"),i?i.call(t):e.get(t)),zs=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},qt=(t,e,i,a)=>(Br(t,e,"write to private field"),e.set(t,i),i),oe;function Xs(t){return`
    <style>
      :host {
        
        box-sizing: border-box;
        display: var(--media-control-display, var(--media-control-bar-display, inline-flex));
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        --media-loading-indicator-icon-height: 44px;
      }

      ::slotted(media-time-range),
      ::slotted(media-volume-range) {
        min-height: 100%;
      }

      ::slotted(media-time-range),
      ::slotted(media-clip-selector) {
        flex-grow: 1;
      }

      ::slotted([role="menu"]) {
        position: absolute;
      }
    </style>

    <slot></slot>
  `}class ba extends c.HTMLElement{constructor(){if(super(),zs(this,oe,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=He(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[O.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var r,s,n,o,u;e===O.MEDIA_CONTROLLER&&(i&&((s=(r=Gt(this,oe))==null?void 0:r.unassociateElement)==null||s.call(r,this),qt(this,oe,null)),a&&this.isConnected&&(qt(this,oe,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=Gt(this,oe))==null?void 0:o.associateElement)==null||u.call(o,this)))}connectedCallback(){var e,i,a;const r=this.getAttribute(O.MEDIA_CONTROLLER);r&&(qt(this,oe,(e=this.getRootNode())==null?void 0:e.getElementById(r)),(a=(i=Gt(this,oe))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Gt(this,oe))==null?void 0:e.unassociateElement)==null||i.call(e,this),qt(this,oe,null)}}oe=new WeakMap;ba.shadowRootOptions={mode:"open"};ba.getTemplateHTML=Xs;c.customElements.get("media-control-bar")||c.customElements.define("media-control-bar",ba);const vr=new WeakMap,Ta=t=>{let e=vr.get(t);return e||vr.set(t,e=new Set),e},Kr=new c.ResizeObserver(t=>{for(const e of t)for(const i of Ta(e.target))i(e)});function Vr(t,e){Ta(t).add(e),Kr.observe(t)}function Gr(t,e){const i=Ta(t);i.delete(e),i.size||Kr.unobserve(t)}var qr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},j=(t,e,i)=>(qr(t,e,"read from private field"),i?i.call(t):e.get(t)),Js=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Yt=(t,e,i,a)=>(qr(t,e,"write to private field"),e.set(t,i),i),F;function Zs(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-gesture-receiver-display, inline-block));
        box-sizing: border-box;
      }
    </style>
  `}class Fi extends c.HTMLElement{constructor(){if(super(),Js(this,F,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=He(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[O.MEDIA_CONTROLLER,l.MEDIA_PAUSED]}attributeChangedCallback(e,i,a){var r,s,n,o,u;e===O.MEDIA_CONTROLLER&&(i&&((s=(r=j(this,F))==null?void 0:r.unassociateElement)==null||s.call(r,this),Yt(this,F,null)),a&&this.isConnected&&(Yt(this,F,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=j(this,F))==null?void 0:o.associateElement)==null||u.call(o,this)))}connectedCallback(){var e,i;this.tabIndex=-1,this.setAttribute("aria-hidden","true"),Yt(this,F,js(this)),this.getAttribute(O.MEDIA_CONTROLLER)&&((i=(e=j(this,F))==null?void 0:e.associateElement)==null||i.call(e,this)),j(this,F)&&(j(this,F).addEventListener("pointerdown",this),j(this,F).addEventListener("click",this),j(this,F).hasAttribute("tabindex")||(j(this,F).tabIndex=0))}disconnectedCallback(){var e,i,a,r;this.getAttribute(O.MEDIA_CONTROLLER)&&((i=(e=j(this,F))==null?void 0:e.unassociateElement)==null||i.call(e,this)),(a=j(this,F))==null||a.removeEventListener("pointerdown",this),(r=j(this,F))==null||r.removeEventListener("click",this),Yt(this,F,null)}handleEvent(e){var i;const a=(i=e.composedPath())==null?void 0:i[0];if(["video","media-controller"].includes(a?.localName)){if(e.type==="pointerdown")this._pointerType=e.pointerType;else if(e.type==="click"){const{clientX:s,clientY:n}=e,{left:o,top:u,width:A,height:T}=this.getBoundingClientRect(),b=s-o,p=n-u;if(b<0||p<0||b>A||p>T||A===0&&T===0)return;const h=this._pointerType||"mouse";if(this._pointerType=void 0,h===Qi.TOUCH){this.handleTap(e);return}else if(h===Qi.MOUSE||h===Qi.PEN){this.handleMouseClick(e);return}}}}get mediaPaused(){return M(this,l.MEDIA_PAUSED)}set mediaPaused(e){D(this,l.MEDIA_PAUSED,e)}handleTap(e){}handleMouseClick(e){const i=this.mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new c.CustomEvent(i,{composed:!0,bubbles:!0}))}}F=new WeakMap;Fi.shadowRootOptions={mode:"open"};Fi.getTemplateHTML=Zs;function js(t){var e;const i=t.getAttribute(O.MEDIA_CONTROLLER);return i?(e=t.getRootNode())==null?void 0:e.getElementById(i):$i(t,"media-controller")}c.customElements.get("media-gesture-receiver")||c.customElements.define("media-gesture-receiver",Fi);var _r=Fi;const en={"Start airplay":"Start airplay","Stop airplay":"Stop airplay",Audio:"Audio",Captions:"Captions","Enable captions":"Enable captions","Disable captions":"Disable captions","Start casting":"Start casting","Stop casting":"Stop casting","Enter fullscreen mode":"Enter fullscreen mode","Exit fullscreen mode":"Exit fullscreen mode",Mute:"Mute",Unmute:"Unmute",Loop:"Loop","Enter picture in picture mode":"Enter picture in picture mode","Exit picture in picture mode":"Exit picture in picture mode",Play:"Play",Pause:"Pause","Playback rate":"Playback rate","Playback rate {playbackRate}":"Playback rate {playbackRate}",Quality:"Quality","Seek backward":"Seek backward","Seek forward":"Seek forward",Settings:"Settings",Auto:"Auto","audio player":"audio player","video player":"video player",volume:"volume",seek:"seek","closed captions":"closed captions","current playback rate":"current playback rate","playback time":"playback time","media loading":"media loading",settings:"settings","audio tracks":"audio tracks",quality:"quality",play:"play",pause:"pause",mute:"mute",unmute:"unmute","chapter: {chapterName}":"chapter: {chapterName}",live:"live",Off:"Off","start airplay":"start airplay","stop airplay":"stop airplay","start casting":"start casting","stop casting":"stop casting","enter fullscreen mode":"enter fullscreen mode","exit fullscreen mode":"exit fullscreen mode","enter picture in picture mode":"enter picture in picture mode","exit picture in picture mode":"exit picture in picture mode","seek to live":"seek to live","playing live":"playing live","seek back {seekOffset} seconds":"seek back {seekOffset} seconds","seek forward {seekOffset} seconds":"seek forward {seekOffset} seconds","Network Error":"Network Error","Decode Error":"Decode Error","Source Not Supported":"Source Not Supported","Encryption Error":"Encryption Error","A network error caused the media download to fail.":"A network error caused the media download to fail.","A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":"A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.","An unsupported error occurred. The server or network failed, or your browser does not support this format.":"An unsupported error occurred. The server or network failed, or your browser does not support this format.","The media is encrypted and there are no keys to decrypt it.":"The media is encrypted and there are no keys to decrypt it.",hour:"hour",hours:"hours",minute:"minute",minutes:"minutes",second:"second",seconds:"seconds","{time} remaining":"{time} remaining","{currentTime} of {totalTime}":"{currentTime} of {totalTime}","video not loaded, unknown time.":"video not loaded, unknown time."};var fr;const Mt={en};let ot=((fr=globalThis.navigator)==null?void 0:fr.language)||"en";const tn=t=>{ot=t},an=t=>{var e,i,a;const[r]=ot.split("-");return((e=Mt[ot])==null?void 0:e[t])||((i=Mt[r])==null?void 0:i[t])||((a=Mt.en)==null?void 0:a[t])||t},rn=()=>{const[t]=ot.split("-");return Mt[ot]?ot:Mt[t]?t:"en"},z=(t,e={})=>an(t).replace(/\{(\w+)\}/g,(i,a)=>a in e?String(e[a]):`{${a}}`);var Aa=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},L=(t,e,i)=>(Aa(t,e,"read from private field"),i?i.call(t):e.get(t)),B=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ee=(t,e,i,a)=>(Aa(t,e,"write to private field"),e.set(t,i),i),se=(t,e,i)=>(Aa(t,e,"access private method"),i),ft,Si,qe,dt,st,zi,Ye,ti,Xi,Yr,Ji,Qr,xt,Wi,Hi,Sa,ut,Nt,ye,ii;const v={AUDIO:"audio",AUTOHIDE:"autohide",BREAKPOINTS:"breakpoints",GESTURES_DISABLED:"gesturesdisabled",KEYBOARD_CONTROL:"keyboardcontrol",NO_AUTOHIDE:"noautohide",USER_INACTIVE:"userinactive",AUTOHIDE_OVER_CONTROLS:"autohideovercontrols"};function sn(t){return`
    <style>
      
      :host([${l.MEDIA_IS_FULLSCREEN}]) ::slotted([slot=media]) {
        outline: none;
      }

      :host {
        box-sizing: border-box;
        position: relative;
        display: inline-block;
        line-height: 0;
        background-color: var(--media-background-color, #000);
        overflow: hidden;
      }

      :host(:not([${v.AUDIO}])) [part~=layer]:not([part~=media-layer]) {
        position: absolute;
        top: 0;
        left: 0;
        bottom: 0;
        right: 0;
        display: flex;
        flex-flow: column nowrap;
        align-items: start;
        pointer-events: none;
        background: none;
      }

      slot[name=media] {
        display: var(--media-slot-display, contents);
      }

      
      :host([${v.AUDIO}]) slot[name=media] {
        display: var(--media-slot-display, none);
      }

      
      :host([${v.AUDIO}]) [part~=layer][part~=gesture-layer] {
        height: 0;
        display: block;
      }

      
      :host(:not([${v.AUDIO}])[${v.GESTURES_DISABLED}]) ::slotted([slot=gestures-chrome]),
          :host(:not([${v.AUDIO}])[${v.GESTURES_DISABLED}]) media-gesture-receiver[slot=gestures-chrome] {
        display: none;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not(media-loading-indicator):not([role=dialog]):not([hidden])) {
        pointer-events: auto;
      }

      :host(:not([${v.AUDIO}])) *[part~=layer][part~=centered-layer] {
        align-items: center;
        justify-content: center;
      }

      :host(:not([${v.AUDIO}])) ::slotted(media-gesture-receiver[slot=gestures-chrome]),
      :host(:not([${v.AUDIO}])) media-gesture-receiver[slot=gestures-chrome] {
        align-self: stretch;
        flex-grow: 1;
      }

      slot[name=middle-chrome] {
        display: inline;
        flex-grow: 1;
        pointer-events: none;
        background: none;
      }

      
      ::slotted([slot=media]),
      ::slotted([slot=poster]) {
        width: 100%;
        height: 100%;
      }

      
      :host(:not([${v.AUDIO}])) .spacer {
        flex-grow: 1;
      }

      
      :host(:-webkit-full-screen) {
        
        width: 100% !important;
        height: 100% !important;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not([${v.NO_AUTOHIDE}]):not([hidden]):not([role=dialog])) {
        opacity: 1;
        transition: var(--media-control-transition-in, opacity 0.25s);
      }

      
      :host([${v.USER_INACTIVE}]:not([${l.MEDIA_PAUSED}]):not([${l.MEDIA_IS_AIRPLAYING}]):not([${l.MEDIA_IS_CASTING}]):not([${v.AUDIO}])) ::slotted(:not([slot=media]):not([slot=poster]):not([${v.NO_AUTOHIDE}]):not([role=dialog])) {
        opacity: 0;
        transition: var(--media-control-transition-out, opacity 1s);
      }

      :host([${v.USER_INACTIVE}]:not([${v.NO_AUTOHIDE}]):not([${l.MEDIA_PAUSED}]):not([${l.MEDIA_IS_CASTING}]):not([${v.AUDIO}])) ::slotted([slot=media]) {
        cursor: none;
      }

      :host([${v.USER_INACTIVE}][${v.AUTOHIDE_OVER_CONTROLS}]:not([${v.NO_AUTOHIDE}]):not([${l.MEDIA_PAUSED}]):not([${l.MEDIA_IS_CASTING}]):not([${v.AUDIO}])) * {
        --media-cursor: none;
        cursor: none;
      }


      ::slotted(media-control-bar)  {
        align-self: stretch;
      }

      
      
      :host(:not([${v.AUDIO}])[${l.MEDIA_HAS_PLAYED}]) slot[name=poster],
      :host(:not([${v.AUDIO}])[${l.MEDIA_STREAM_TYPE}="${he.ON_DEMAND}"][${l.MEDIA_CURRENT_TIME}]:not([${l.MEDIA_CURRENT_TIME}="0"])) slot[name=poster] {
        display: none;
      }

      ::slotted([role=dialog]) {
        width: 100%;
        height: 100%;
        align-self: center;
      }

      ::slotted([role=menu]) {
        align-self: end;
      }
    </style>

    <slot name="media" part="layer media-layer"></slot>
    <slot name="poster" part="layer poster-layer"></slot>
    <slot name="gestures-chrome" part="layer gesture-layer">
      <media-gesture-receiver slot="gestures-chrome">
        <template shadowrootmode="${_r.shadowRootOptions.mode}">
          ${_r.getTemplateHTML({})}
        </template>
      </media-gesture-receiver>
    </slot>
    <span part="layer vertical-layer">
      <slot name="top-chrome" part="top chrome"></slot>
      <slot name="middle-chrome" part="middle chrome"></slot>
      <slot name="centered-chrome" part="layer centered-layer center centered chrome"></slot>
      
      <slot part="bottom chrome"></slot>
    </span>
    <slot name="dialog" part="layer dialog-layer"></slot>
  `}const nn=Object.values(l),on="sm:384 md:576 lg:768 xl:960";function ln(t){zr(t.target,t.contentRect.width)}function zr(t,e){var i;if(!t.isConnected)return;const a=(i=t.getAttribute(v.BREAKPOINTS))!=null?i:on,r=dn(a),s=un(r,e);let n=!1;if(Object.keys(r).forEach(o=>{if(s.includes(o)){t.hasAttribute(`breakpoint${o}`)||(t.setAttribute(`breakpoint${o}`,""),n=!0);return}t.hasAttribute(`breakpoint${o}`)&&(t.removeAttribute(`breakpoint${o}`),n=!0)}),n){const o=new CustomEvent(lt.BREAKPOINTS_CHANGE,{detail:s});t.dispatchEvent(o)}t.breakpointsComputed||(t.breakpointsComputed=!0,t.dispatchEvent(new CustomEvent(lt.BREAKPOINTS_COMPUTED,{bubbles:!0,composed:!0})))}function dn(t){const e=t.split(/\s+/);return Object.fromEntries(e.map(i=>i.split(":")))}function un(t,e){return Object.keys(t).filter(i=>e>=parseInt(t[i]))}class Bi extends c.HTMLElement{constructor(){if(super(),B(this,Xi),B(this,Ji),B(this,xt),B(this,Hi),B(this,ut),B(this,ft,void 0),B(this,Si,0),B(this,qe,null),B(this,dt,null),B(this,st,void 0),this.breakpointsComputed=!1,B(this,zi,e=>{const i=this.media;for(const a of e){if(a.type!=="childList")continue;const r=a.removedNodes;for(const s of r){if(s.slot!="media"||a.target!=this)continue;let n=a.previousSibling&&a.previousSibling.previousElementSibling;if(!n||!i)this.mediaUnsetCallback(s);else{let o=n.slot!=="media";for(;(n=n.previousSibling)!==null;)n.slot=="media"&&(o=!1);o&&this.mediaUnsetCallback(s)}}if(i)for(const s of a.addedNodes)s===i&&this.handleMediaUpdated(i)}}),B(this,Ye,!1),B(this,ti,e=>{L(this,Ye)||(setTimeout(()=>{ln(e),ee(this,Ye,!1)},0),ee(this,Ye,!0))}),B(this,ye,void 0),B(this,ii,()=>{if(!L(this,ye).assignedElements({flatten:!0}).length){L(this,qe)&&this.mediaUnsetCallback(L(this,qe));return}this.handleMediaUpdated(this.media)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=He(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}ee(this,ft,new MutationObserver(L(this,zi)))}static get observedAttributes(){return[v.AUTOHIDE,v.GESTURES_DISABLED].concat(nn).filter(e=>![l.MEDIA_RENDITION_LIST,l.MEDIA_AUDIO_TRACK_LIST,l.MEDIA_CHAPTERS_CUES,l.MEDIA_WIDTH,l.MEDIA_HEIGHT,l.MEDIA_ERROR,l.MEDIA_ERROR_MESSAGE].includes(e))}attributeChangedCallback(e,i,a){e.toLowerCase()==v.AUTOHIDE&&(this.autohide=a)}get media(){let e=this.querySelector(":scope > [slot=media]");return e?.nodeName=="SLOT"&&(e=e.assignedElements({flatten:!0})[0]),e}async handleMediaUpdated(e){e&&(ee(this,qe,e),e.localName.includes("-")&&await c.customElements.whenDefined(e.localName),this.mediaSetCallback(e))}connectedCallback(){var e;L(this,ft).observe(this,{childList:!0,subtree:!0}),Vr(this,L(this,ti));const i=this.getAttribute(v.AUDIO)!=null,a=z(i?"audio player":"video player");this.setAttribute("role","region"),this.setAttribute("aria-label",a),this.handleMediaUpdated(this.media),this.setAttribute(v.USER_INACTIVE,""),zr(this,this.getBoundingClientRect().width);const r=this.querySelector(":scope > slot[slot=media]");r&&(ee(this,ye,r),L(this,ye).addEventListener("slotchange",L(this,ii))),this.addEventListener("pointerdown",this),this.addEventListener("pointermove",this),this.addEventListener("pointerup",this),this.addEventListener("mouseleave",this),this.addEventListener("keyup",this),(e=c.window)==null||e.addEventListener("mouseup",this)}disconnectedCallback(){var e;Gr(this,L(this,ti)),clearTimeout(L(this,dt)),L(this,ft).disconnect(),this.media&&this.mediaUnsetCallback(this.media),(e=c.window)==null||e.removeEventListener("mouseup",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointermove",this),this.removeEventListener("pointerup",this),this.removeEventListener("mouseleave",this),this.removeEventListener("keyup",this),L(this,ye)&&(L(this,ye).removeEventListener("slotchange",L(this,ii)),ee(this,ye,null)),ee(this,Ye,!1)}mediaSetCallback(e){}mediaUnsetCallback(e){ee(this,qe,null)}handleEvent(e){switch(e.type){case"pointerdown":ee(this,Si,e.timeStamp);break;case"pointermove":se(this,Xi,Yr).call(this,e);break;case"pointerup":se(this,Ji,Qr).call(this,e);break;case"mouseleave":se(this,xt,Wi).call(this);break;case"mouseup":this.removeAttribute(v.KEYBOARD_CONTROL);break;case"keyup":se(this,ut,Nt).call(this),this.setAttribute(v.KEYBOARD_CONTROL,"");break}}set autohide(e){const i=Number(e);ee(this,st,isNaN(i)?0:i)}get autohide(){return(L(this,st)===void 0?2:L(this,st)).toString()}get breakpoints(){return Le(this,v.BREAKPOINTS)}set breakpoints(e){Ae(this,v.BREAKPOINTS,e)}get audio(){return M(this,v.AUDIO)}set audio(e){D(this,v.AUDIO,e)}get gesturesDisabled(){return M(this,v.GESTURES_DISABLED)}set gesturesDisabled(e){D(this,v.GESTURES_DISABLED,e)}get keyboardControl(){return M(this,v.KEYBOARD_CONTROL)}set keyboardControl(e){D(this,v.KEYBOARD_CONTROL,e)}get noAutohide(){return M(this,v.NO_AUTOHIDE)}set noAutohide(e){D(this,v.NO_AUTOHIDE,e)}get autohideOverControls(){return M(this,v.AUTOHIDE_OVER_CONTROLS)}set autohideOverControls(e){D(this,v.AUTOHIDE_OVER_CONTROLS,e)}get userInteractive(){return M(this,v.USER_INACTIVE)}set userInteractive(e){D(this,v.USER_INACTIVE,e)}}ft=new WeakMap;Si=new WeakMap;qe=new WeakMap;dt=new WeakMap;st=new WeakMap;zi=new WeakMap;Ye=new WeakMap;ti=new WeakMap;Xi=new WeakSet;Yr=function(t){if(t.pointerType!=="mouse"&&t.timeStamp-L(this,Si)<250)return;se(this,Hi,Sa).call(this),clearTimeout(L(this,dt));const e=this.hasAttribute(v.AUTOHIDE_OVER_CONTROLS);([this,this.media].includes(t.target)||e)&&se(this,ut,Nt).call(this)};Ji=new WeakSet;Qr=function(t){if(t.pointerType==="touch"){const e=!this.hasAttribute(v.USER_INACTIVE);[this,this.media].includes(t.target)&&e?se(this,xt,Wi).call(this):se(this,ut,Nt).call(this)}else t.composedPath().some(e=>["media-play-button","media-fullscreen-button"].includes(e?.localName))&&se(this,ut,Nt).call(this)};xt=new WeakSet;Wi=function(){if(L(this,st)<0||this.hasAttribute(v.USER_INACTIVE))return;this.setAttribute(v.USER_INACTIVE,"");const t=new c.CustomEvent(lt.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!0});this.dispatchEvent(t)};Hi=new WeakSet;Sa=function(){if(!this.hasAttribute(v.USER_INACTIVE))return;this.removeAttribute(v.USER_INACTIVE);const t=new c.CustomEvent(lt.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!1});this.dispatchEvent(t)};ut=new WeakSet;Nt=function(){se(this,Hi,Sa).call(this),clearTimeout(L(this,dt));const t=parseInt(this.autohide);t<0||ee(this,dt,setTimeout(()=>{se(this,xt,Wi).call(this)},t*1e3))};ye=new WeakMap;ii=new WeakMap;Bi.shadowRootOptions={mode:"open"};Bi.getTemplateHTML=sn;c.customElements.get("media-container")||c.customElements.define("media-container",Bi);var ya=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},$e=(t,e,i)=>(ya(t,e,"read from private field"),e.get(t)),ge=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ka=(t,e,i,a)=>(ya(t,e,"write to private field"),e.set(t,i),i),Oe=(t,e,i)=>(ya(t,e,"access private method"),i),yi,$t,We,ai,Zi,ji,Xr,ea,Jr,ta,Zr,ia,jr,aa,es;function cn(t){return`
    <style>
      :host {
        font: var(--media-font,
          var(--media-font-weight, normal)
          var(--media-font-size, 14px) /
          var(--media-text-content-height, var(--media-control-height, 24px))
          var(--media-font-family, helvetica neue, segoe ui, roboto, arial, sans-serif));
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        display: var(--media-dialog-display, inline-flex);
        justify-content: center;
        align-items: center;
        
        transition-behavior: allow-discrete;
        visibility: hidden;
        opacity: 0;
        transform: translateY(2px) scale(.99);
        pointer-events: none;
      }

      :host([open]) {
        transition: display .2s, visibility 0s, opacity .2s ease-out, transform .15s ease-out;
        visibility: visible;
        opacity: 1;
        transform: translateY(0) scale(1);
        pointer-events: auto;
      }

      #content {
        display: flex;
        position: relative;
        box-sizing: border-box;
        width: min(320px, 100%);
        word-wrap: break-word;
        max-height: 100%;
        overflow: auto;
        text-align: center;
        line-height: 1.4;
      }
    </style>
    ${this.getSlotTemplateHTML(t)}
  `}function hn(t){return`
    <slot id="content"></slot>
  `}const vt={OPEN:"open",ANCHOR:"anchor"};class Bt extends c.HTMLElement{constructor(){super(),ge(this,ai),ge(this,ji),ge(this,ea),ge(this,ta),ge(this,ia),ge(this,aa),ge(this,yi,!1),ge(this,$t,null),ge(this,We,null)}static get observedAttributes(){return[vt.OPEN,vt.ANCHOR]}get open(){return M(this,vt.OPEN)}set open(e){D(this,vt.OPEN,e)}handleEvent(e){switch(e.type){case"invoke":Oe(this,ta,Zr).call(this,e);break;case"focusout":Oe(this,ia,jr).call(this,e);break;case"keydown":Oe(this,aa,es).call(this,e);break}}connectedCallback(){Oe(this,ai,Zi).call(this),this.role||(this.role="dialog"),this.addEventListener("invoke",this),this.addEventListener("focusout",this),this.addEventListener("keydown",this)}disconnectedCallback(){this.removeEventListener("invoke",this),this.removeEventListener("focusout",this),this.removeEventListener("keydown",this)}attributeChangedCallback(e,i,a){Oe(this,ai,Zi).call(this),e===vt.OPEN&&a!==i&&(this.open?Oe(this,ji,Xr).call(this):Oe(this,ea,Jr).call(this))}focus(){ka(this,$t,Ur());const e=!this.dispatchEvent(new Event("focus",{composed:!0,cancelable:!0})),i=!this.dispatchEvent(new Event("focusin",{composed:!0,bubbles:!0,cancelable:!0}));if(e||i)return;const a=this.querySelector('[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]');a?.focus()}get keysUsed(){return["Escape","Tab"]}}yi=new WeakMap;$t=new WeakMap;We=new WeakMap;ai=new WeakSet;Zi=function(){if(!$e(this,yi)&&(ka(this,yi,!0),!this.shadowRoot)){this.attachShadow(this.constructor.shadowRootOptions);const t=He(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t),queueMicrotask(()=>{const{style:e}=W(this.shadowRoot,":host");e.setProperty("transition","display .15s, visibility .15s, opacity .15s ease-in, transform .15s ease-in")})}};ji=new WeakSet;Xr=function(){var t;(t=$e(this,We))==null||t.setAttribute("aria-expanded","true"),this.dispatchEvent(new Event("open",{composed:!0,bubbles:!0})),this.addEventListener("transitionend",()=>this.focus(),{once:!0})};ea=new WeakSet;Jr=function(){var t;(t=$e(this,We))==null||t.setAttribute("aria-expanded","false"),this.dispatchEvent(new Event("close",{composed:!0,bubbles:!0}))};ta=new WeakSet;Zr=function(t){ka(this,We,t.relatedTarget),ct(this,t.relatedTarget)||(this.open=!this.open)};ia=new WeakSet;jr=function(t){var e;ct(this,t.relatedTarget)||((e=$e(this,$t))==null||e.focus(),$e(this,We)&&$e(this,We)!==t.relatedTarget&&this.open&&(this.open=!1))};aa=new WeakSet;es=function(t){var e,i,a,r,s;const{key:n,ctrlKey:o,altKey:u,metaKey:A}=t;o||u||A||this.keysUsed.includes(n)&&(t.preventDefault(),t.stopPropagation(),n==="Tab"?(t.shiftKey?(i=(e=this.previousElementSibling)==null?void 0:e.focus)==null||i.call(e):(r=(a=this.nextElementSibling)==null?void 0:a.focus)==null||r.call(a),this.blur()):n==="Escape"&&((s=$e(this,$t))==null||s.focus(),this.open=!1))};Bt.shadowRootOptions={mode:"open"};Bt.getTemplateHTML=cn;Bt.getSlotTemplateHTML=hn;c.customElements.get("media-chrome-dialog")||c.customElements.define("media-chrome-dialog",Bt);var mn=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Se=(t,e,i)=>(mn(t,e,"read from private field"),i?i.call(t):e.get(t)),gr=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Qe,ze;const gt={HOTKEYS:"hotkeys"},En=[{keys:[{key:" ",label:"Space"},{key:"k"}],description:"Toggle Playback"},{keys:[{key:"m"}],description:"Toggle mute"},{keys:[{key:"f"}],description:"Toggle fullscreen"},{keys:[{key:"c"}],description:"Toggle captions or subtitles, if available"},{keys:[{key:"p"}],description:"Toggle Picture in Picture"},{keys:[{key:"ArrowLeft",label:"←"},{key:"j"}],description:"Seek back 10s"},{keys:[{key:"ArrowRight",label:"→"},{key:"l"}],description:"Seek forward 10s"},{keys:[{key:"ArrowUp",label:"↑"}],description:"Turn volume up"},{keys:[{key:"ArrowDown",label:"↓"}],description:"Turn volume down"},{keys:[{key:"<",label:"< (SHIFT+,)"}],description:"Decrease playback rate"},{keys:[{key:">",label:"> (SHIFT+.)"}],description:"Increase playback rate"},{keys:[{key:"shift+/",label:"SHIFT+/"}],description:"Show keyboard shortcuts"}];function Ia(t){return t===" "?"nospace":`no${t.toLowerCase()}`}function pn(t){const e=new Set(t?.split(/\s+/));return En.map(({keys:i,description:a})=>({keys:i.filter(({key:r})=>!e.has(Ia(r))),description:a})).filter(({keys:i})=>i.length)}function vn(t){return`
    <style>
      :host {
        position: fixed;
        top: 0;
        left: 0;
        z-index: 9999;
        background: rgb(20 20 30 / .8);
        backdrop-filter: blur(10px);
      }

      #content {
        display: block;
        width: clamp(400px, 40vw, 700px);
        max-width: 90vw;
        text-align: left;
      }

      h2 {
        margin: 0 0 1.5rem 0;
        font-size: 1.5rem;
        font-weight: 500;
        text-align: center;
      }

      .shortcuts-table {
        width: 100%;
        border-collapse: collapse;
      }

      .shortcuts-table tr {
        border-bottom: 1px solid rgba(255, 255, 255, 0.1);
      }

      .shortcuts-table tr:last-child {
        border-bottom: none;
      }

      .shortcuts-table td {
        padding: 0.75rem 0.5rem;
      }

      .shortcuts-table td:first-child {
        text-align: right;
        padding-right: 1rem;
        width: 40%;
        min-width: 120px;
      }

      .shortcuts-table td:last-child {
        padding-left: 1rem;
      }

      .key {
        display: inline-block;
        background: rgba(255, 255, 255, 0.15);
        border: 1px solid rgba(255, 255, 255, 0.2);
        border-radius: 4px;
        padding: 0.25rem 0.5rem;
        font-family: 'Courier New', monospace;
        font-size: 0.9rem;
        font-weight: 500;
        min-width: 1.5rem;
        text-align: center;
        margin: 0 0.2rem;
      }

      .description {
        color: rgba(255, 255, 255, 0.9);
        font-size: 0.95rem;
      }

      .key-combo {
        display: flex;
        align-items: center;
        justify-content: flex-end;
        gap: 0.3rem;
      }

      .key-separator {
        color: rgba(255, 255, 255, 0.5);
        font-size: 0.9rem;
      }
    </style>
    <slot id="content">
      ${ts(t[gt.HOTKEYS])}
    </slot>
  `}function ts(t){return`
    <h2>Keyboard Shortcuts</h2>
    <table class="shortcuts-table">${pn(t).map(({keys:i,description:a})=>`
        <tr>
          <td>
            <div class="key-combo">${i.map(({key:s,label:n=s},o)=>o>0?`<span class="key-separator">or</span><span class="key">${n}</span>`:`<span class="key">${n}</span>`).join("")}</div>
          </td>
          <td class="description">${a}</td>
        </tr>
      `).join("")}</table>
  `}class is extends Bt{constructor(){super(...arguments),gr(this,Qe,e=>{var i;if(!this.open)return;const a=(i=this.shadowRoot)==null?void 0:i.querySelector("#content");if(!a)return;const r=e.composedPath(),s=r[0]===this||r.includes(this),n=r.includes(a);s&&!n&&(this.open=!1)}),gr(this,ze,e=>{if(!this.open)return;const i=e.shiftKey&&(e.key==="/"||e.key==="?");(e.key==="Escape"||i)&&!e.ctrlKey&&!e.altKey&&!e.metaKey&&(this.open=!1,e.preventDefault(),e.stopPropagation())})}static get observedAttributes(){return[...super.observedAttributes,gt.HOTKEYS]}get hotkeys(){var e;return(e=Le(this,gt.HOTKEYS))!=null?e:void 0}set hotkeys(e){Ae(this,gt.HOTKEYS,e)}connectedCallback(){super.connectedCallback(),this.open&&(this.addEventListener("click",Se(this,Qe)),document.addEventListener("keydown",Se(this,ze)))}disconnectedCallback(){this.removeEventListener("click",Se(this,Qe)),document.removeEventListener("keydown",Se(this,ze))}attributeChangedCallback(e,i,a){var r;if(super.attributeChangedCallback(e,i,a),e==="open")this.open?(this.addEventListener("click",Se(this,Qe)),document.addEventListener("keydown",Se(this,ze))):(this.removeEventListener("click",Se(this,Qe)),document.removeEventListener("keydown",Se(this,ze)));else if(e===gt.HOTKEYS&&a!==i){const s=(r=this.shadowRoot)==null?void 0:r.querySelector("#content");s&&(s.innerHTML=ts(a))}}}Qe=new WeakMap;ze=new WeakMap;is.getSlotTemplateHTML=vn;c.customElements.get("media-keyboard-shortcuts-dialog")||c.customElements.define("media-keyboard-shortcuts-dialog",is);var as=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},N=(t,e,i)=>(as(t,e,"read from private field"),i?i.call(t):e.get(t)),_t=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Qt=(t,e,i,a)=>(as(t,e,"write to private field"),e.set(t,i),i),Xe,Je,ki,Ne,be,ke;class _n{constructor(e,i,{defaultValue:a}={defaultValue:void 0}){_t(this,be),_t(this,Xe,void 0),_t(this,Je,void 0),_t(this,ki,void 0),_t(this,Ne,new Set),Qt(this,Xe,e),Qt(this,Je,i),Qt(this,ki,new Set(a))}[Symbol.iterator](){return N(this,be,ke).values()}get length(){return N(this,be,ke).size}get value(){var e;return(e=[...N(this,be,ke)].join(" "))!=null?e:""}set value(e){var i;e!==this.value&&(Qt(this,Ne,new Set),this.add(...(i=e?.split(" "))!=null?i:[]))}toString(){return this.value}item(e){return[...N(this,be,ke)][e]}values(){return N(this,be,ke).values()}forEach(e,i){N(this,be,ke).forEach(e,i)}add(...e){var i,a;e.forEach(r=>N(this,Ne).add(r)),!(this.value===""&&!((i=N(this,Xe))!=null&&i.hasAttribute(`${N(this,Je)}`)))&&((a=N(this,Xe))==null||a.setAttribute(`${N(this,Je)}`,`${this.value}`))}remove(...e){var i;e.forEach(a=>N(this,Ne).delete(a)),(i=N(this,Xe))==null||i.setAttribute(`${N(this,Je)}`,`${this.value}`)}contains(e){return N(this,be,ke).has(e)}toggle(e,i){return typeof i<"u"?i?(this.add(e),!0):(this.remove(e),!1):this.contains(e)?(this.remove(e),!1):(this.add(e),!0)}replace(e,i){return this.remove(e),this.add(i),e===i}}Xe=new WeakMap;Je=new WeakMap;ki=new WeakMap;Ne=new WeakMap;be=new WeakSet;ke=function(){return N(this,Ne).size?N(this,Ne):N(this,ki)};function fn(t){return t?.map(gn).join(" ")}function gn(t){if(t){const{id:e,width:i,height:a}=t;return[e,i,a].filter(r=>r!=null).join(":")}}function bn(t){return t?.map(Tn).join(" ")}function Tn(t){if(t){const{id:e,kind:i,language:a,label:r}=t;return[e,i,a,r].filter(s=>s!=null).join(":")}}function wa(t){return typeof t=="number"&&!Number.isNaN(t)&&Number.isFinite(t)}const rs=t=>new Promise(e=>setTimeout(e,t)),An=(t="")=>t.split(/\s+/),ss=(t="")=>{const[e,i,a]=t.split(":"),r=a?decodeURIComponent(a):void 0;return{kind:e==="cc"?pe.CAPTIONS:pe.SUBTITLES,language:i,label:r}},Sn=(t="",e={})=>An(t).map(i=>{const a=ss(i);return{...e,...a}}),ns=t=>t?Array.isArray(t)?t.map(e=>typeof e=="string"?ss(e):e):typeof t=="string"?Sn(t):[t]:[],yn=({kind:t,label:e,language:i}={kind:"subtitles"})=>e?`${t==="captions"?"cc":"sb"}:${i}:${encodeURIComponent(e)}`:i,br=(t=[])=>Array.prototype.map.call(t,yn).join(" "),kn=(t,e)=>i=>i[t]===e,os=t=>{const e=Object.entries(t).map(([i,a])=>kn(i,a));return i=>e.every(a=>a(i))},Dt=(t,e=[],i=[])=>{const a=ns(i).map(os),r=s=>a.some(n=>n(s));Array.from(e).filter(r).forEach(s=>{s.mode=t})},Ki=(t,e=()=>!0)=>{if(!t?.textTracks)return[];const i=typeof e=="function"?e:os(e);return Array.from(t.textTracks).filter(i)},In=t=>{var e;const{media:i,fullscreenElement:a}=t;try{const r=a&&"requestFullscreen"in a?"requestFullscreen":a&&"webkitRequestFullScreen"in a?"webkitRequestFullScreen":void 0;if(r){const s=(e=a[r])==null?void 0:e.call(a);if(s instanceof Promise)return s.catch(()=>{})}else i?.webkitEnterFullscreen?i.webkitEnterFullscreen():i?.requestFullscreen&&i.requestFullscreen()}catch(r){console.error(r)}},Tr="exitFullscreen"in K?"exitFullscreen":"webkitExitFullscreen"in K?"webkitExitFullscreen":"webkitCancelFullScreen"in K?"webkitCancelFullScreen":void 0,wn=t=>{var e;const{documentElement:i}=t;if(Tr){const a=(e=i?.[Tr])==null?void 0:e.call(i);if(a instanceof Promise)return a.catch(()=>{})}},bt="fullscreenElement"in K?"fullscreenElement":"webkitFullscreenElement"in K?"webkitFullscreenElement":void 0,Rn=t=>{const{documentElement:e,media:i}=t,a=e?.[bt];return!a&&"webkitDisplayingFullscreen"in i&&"webkitPresentationMode"in i&&i.webkitDisplayingFullscreen&&i.webkitPresentationMode===Bs.FULLSCREEN?i:a},Mn=t=>{var e;const{media:i,documentElement:a,fullscreenElement:r=i}=t;if(!i||!a)return!1;const s=Rn(t);if(!s)return!1;if(s===r||s===i)return!0;if(s.localName.includes("-")){let n=s.shadowRoot;if(!(bt in n))return ct(s,r);for(;n?.[bt];){if(n[bt]===r)return!0;n=(e=n[bt])==null?void 0:e.shadowRoot}}return!1},Dn="fullscreenEnabled"in K?"fullscreenEnabled":"webkitFullscreenEnabled"in K?"webkitFullscreenEnabled":void 0,Ln=t=>{const{documentElement:e,media:i}=t;return!!e?.[Dn]||i&&"webkitSupportsFullscreen"in i};let zt;const Ra=()=>{var t,e;return zt||(zt=(e=(t=K)==null?void 0:t.createElement)==null?void 0:e.call(t,"video"),zt)},Cn=async(t=Ra())=>{if(!t)return!1;const e=t.volume;t.volume=e/2+.1;const i=new AbortController,a=await Promise.race([On(t,i.signal),Pn(t,e)]);return i.abort(),a},On=(t,e)=>new Promise(i=>{t.addEventListener("volumechange",()=>i(!0),{signal:e})}),Pn=async(t,e)=>{for(let i=0;i<10;i++){if(t.volume===e)return!1;await rs(10)}return t.volume!==e},Un=/.*Version\/.*Safari\/.*/.test(c.navigator.userAgent),ls=(t=Ra())=>c.matchMedia("(display-mode: standalone)").matches&&Un?!1:typeof t?.requestPictureInPicture=="function",ds=(t=Ra())=>Ln({documentElement:K,media:t}),xn=ds(),Nn=ls(),$n=!!c.WebKitPlaybackTargetAvailabilityEvent,Fn=!!c.chrome,Ii=t=>Ki(t.media,e=>[pe.SUBTITLES,pe.CAPTIONS].includes(e.kind)).sort((e,i)=>e.kind>=i.kind?1:-1),us=t=>Ki(t.media,e=>e.mode===nt.SHOWING&&[pe.SUBTITLES,pe.CAPTIONS].includes(e.kind)),cs=(t,e)=>{const i=Ii(t),a=us(t),r=!!a.length;if(i.length){if(e===!1||r&&e!==!0)Dt(nt.DISABLED,i,a);else if(e===!0||!r&&e!==!1){let s=i[0];const{options:n}=t;if(!n?.noSubtitlesLangPref){const T=c.localStorage.getItem("media-chrome-pref-subtitles-lang"),b=T?[T,...c.navigator.languages]:c.navigator.languages,p=i.filter(h=>b.some(f=>h.language.toLowerCase().startsWith(f.split("-")[0]))).sort((h,f)=>{const E=b.findIndex(g=>h.language.toLowerCase().startsWith(g.split("-")[0])),y=b.findIndex(g=>f.language.toLowerCase().startsWith(g.split("-")[0]));return E-y});p[0]&&(s=p[0])}const{language:o,label:u,kind:A}=s;Dt(nt.DISABLED,i,a),Dt(nt.SHOWING,i,[{language:o,label:u,kind:A}])}}},Ma=(t,e)=>t===e?!0:t==null||e==null||typeof t!=typeof e?!1:typeof t=="number"&&Number.isNaN(t)&&Number.isNaN(e)?!0:typeof t!="object"?!1:Array.isArray(t)?Wn(t,e):Object.entries(t).every(([i,a])=>i in e&&Ma(a,e[i])),Wn=(t,e)=>{const i=Array.isArray(t),a=Array.isArray(e);return i!==a?!1:i||a?t.length!==e.length?!1:t.every((r,s)=>Ma(r,e[s])):!0},Hn=Object.values(he);let wi;const Bn=Cn().then(t=>(wi=t,wi)),Kn=async(...t)=>{await Promise.all(t.filter(e=>e).map(async e=>{if(!("localName"in e&&e instanceof c.HTMLElement))return;const i=e.localName;if(!i.includes("-"))return;const a=c.customElements.get(i);a&&e instanceof a||(await c.customElements.whenDefined(i),c.customElements.upgrade(e))}))},Vn=new c.DOMParser,Gn=t=>t&&(Vn.parseFromString(t,"text/html").body.textContent||t),Tt={mediaError:{get(t,e){const{media:i}=t;if(e?.type!=="playing")return i?.error},mediaEvents:["emptied","error","playing"]},mediaErrorCode:{get(t,e){var i;const{media:a}=t;if(e?.type!=="playing")return(i=a?.error)==null?void 0:i.code},mediaEvents:["emptied","error","playing"]},mediaErrorMessage:{get(t,e){var i,a;const{media:r}=t;if(e?.type!=="playing")return(a=(i=r?.error)==null?void 0:i.message)!=null?a:""},mediaEvents:["emptied","error","playing"]},mediaWidth:{get(t){var e;const{media:i}=t;return(e=i?.videoWidth)!=null?e:0},mediaEvents:["resize"]},mediaHeight:{get(t){var e;const{media:i}=t;return(e=i?.videoHeight)!=null?e:0},mediaEvents:["resize"]},mediaPaused:{get(t){var e;const{media:i}=t;return(e=i?.paused)!=null?e:!0},set(t,e){var i;const{media:a}=e;a&&(t?a.pause():(i=a.play())==null||i.catch(()=>{}))},mediaEvents:["play","playing","pause","emptied"]},mediaHasPlayed:{get(t,e){const{media:i}=t;return i?e?e.type==="playing":!i.paused:!1},mediaEvents:["playing","emptied"]},mediaEnded:{get(t){var e;const{media:i}=t;return(e=i?.ended)!=null?e:!1},mediaEvents:["seeked","ended","emptied"]},mediaPlaybackRate:{get(t){var e;const{media:i}=t;return(e=i?.playbackRate)!=null?e:1},set(t,e){const{media:i}=e;i&&Number.isFinite(+t)&&(i.playbackRate=+t)},mediaEvents:["ratechange","loadstart"]},mediaMuted:{get(t){var e;const{media:i}=t;return(e=i?.muted)!=null?e:!1},set(t,e){const{media:i,options:{noMutedPref:a}={}}=e;if(i){i.muted=t;try{const r=c.localStorage.getItem("media-chrome-pref-muted")!==null,s=i.hasAttribute("muted");if(a){r&&c.localStorage.removeItem("media-chrome-pref-muted");return}if(s&&!r)return;c.localStorage.setItem("media-chrome-pref-muted",t?"true":"false")}catch(r){console.debug("Error setting muted pref",r)}}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noMutedPref:i}}=e,{media:a}=e;if(!(!a||a.muted||i))try{const r=c.localStorage.getItem("media-chrome-pref-muted")==="true";Tt.mediaMuted.set(r,e),t(r)}catch(r){console.debug("Error getting muted pref",r)}}]},mediaLoop:{get(t){const{media:e}=t;return e?.loop},set(t,e){const{media:i}=e;i&&(i.loop=t)},mediaEvents:["medialooprequest"]},mediaVolume:{get(t){var e;const{media:i}=t;return(e=i?.volume)!=null?e:1},set(t,e){const{media:i,options:{noVolumePref:a}={}}=e;if(i){try{t==null?c.localStorage.removeItem("media-chrome-pref-volume"):!i.hasAttribute("muted")&&!a&&c.localStorage.setItem("media-chrome-pref-volume",t.toString())}catch(r){console.debug("Error setting volume pref",r)}Number.isFinite(+t)&&(i.volume=+t)}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noVolumePref:i}}=e;if(!i)try{const{media:a}=e;if(!a)return;const r=c.localStorage.getItem("media-chrome-pref-volume");if(r==null)return;Tt.mediaVolume.set(+r,e),t(+r)}catch(a){console.debug("Error getting volume pref",a)}}]},mediaVolumeLevel:{get(t){const{media:e}=t;return typeof e?.volume>"u"?"high":e.muted||e.volume===0?"off":e.volume<.5?"low":e.volume<.75?"medium":"high"},mediaEvents:["volumechange"]},mediaCurrentTime:{get(t){var e;const{media:i}=t;return(e=i?.currentTime)!=null?e:0},set(t,e){const{media:i}=e;!i||!wa(t)||(i.currentTime=t)},mediaEvents:["timeupdate","loadedmetadata","seeking"]},mediaDuration:{get(t){const{media:e,options:{defaultDuration:i}={}}=t;return i&&(!e||!e.duration||Number.isNaN(e.duration)||!Number.isFinite(e.duration))?i:Number.isFinite(e?.duration)?e.duration:Number.NaN},mediaEvents:["durationchange","loadedmetadata","emptied"]},mediaLoading:{get(t){const{media:e}=t;return e?.readyState<3},mediaEvents:["waiting","playing","emptied"]},mediaSeekable:{get(t){var e;const{media:i}=t;if(!((e=i?.seekable)!=null&&e.length))return;const a=i.seekable.start(0),r=i.seekable.end(i.seekable.length-1);if(!(!a&&!r))return[Number(a.toFixed(3)),Number(r.toFixed(3))]},mediaEvents:["loadedmetadata","emptied","progress","seekablechange"]},mediaBuffered:{get(t){var e;const{media:i}=t,a=(e=i?.buffered)!=null?e:[];return Array.from(a).map((r,s)=>[Number(a.start(s).toFixed(3)),Number(a.end(s).toFixed(3))])},mediaEvents:["progress","emptied"]},mediaStreamType:{get(t){const{media:e,options:{defaultStreamType:i}={}}=t,a=[he.LIVE,he.ON_DEMAND].includes(i)?i:void 0;if(!e)return a;const{streamType:r}=e;if(Hn.includes(r))return r===he.UNKNOWN?a:r;const s=e.duration;return s===1/0?he.LIVE:Number.isFinite(s)?he.ON_DEMAND:a},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange"]},mediaTargetLiveWindow:{get(t){const{media:e}=t;if(!e)return Number.NaN;const{targetLiveWindow:i}=e,a=Tt.mediaStreamType.get(t);return(i==null||Number.isNaN(i))&&a===he.LIVE?0:i},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange","targetlivewindowchange"]},mediaTimeIsLive:{get(t){const{media:e,options:{liveEdgeOffset:i=10}={}}=t;if(!e)return!1;if(typeof e.liveEdgeStart=="number")return Number.isNaN(e.liveEdgeStart)?!1:e.currentTime>=e.liveEdgeStart;if(!(Tt.mediaStreamType.get(t)===he.LIVE))return!1;const r=e.seekable;if(!r)return!0;if(!r.length)return!1;const s=r.end(r.length-1)-i;return e.currentTime>=s},mediaEvents:["playing","timeupdate","progress","waiting","emptied"]},mediaSubtitlesList:{get(t){return Ii(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack"]},mediaSubtitlesShowing:{get(t){return us(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i,a;const{media:r,options:s}=e;if(!r)return;const n=o=>{var u;!s.defaultSubtitles||o&&![pe.CAPTIONS,pe.SUBTITLES].includes((u=o?.track)==null?void 0:u.kind)||cs(e,!0)};return r.addEventListener("loadstart",n),(i=r.textTracks)==null||i.addEventListener("addtrack",n),(a=r.textTracks)==null||a.addEventListener("removetrack",n),()=>{var o,u;r.removeEventListener("loadstart",n),(o=r.textTracks)==null||o.removeEventListener("addtrack",n),(u=r.textTracks)==null||u.removeEventListener("removetrack",n)}}]},mediaChaptersCues:{get(t){var e;const{media:i}=t;if(!i)return[];const[a]=Ki(i,{kind:pe.CHAPTERS});return Array.from((e=a?.cues)!=null?e:[]).map(({text:r,startTime:s,endTime:n})=>({text:Gn(r),startTime:s,endTime:n}))},mediaEvents:["loadstart","loadedmetadata"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;if(!a)return;const r=a.querySelector('track[kind="chapters"][default][src]'),s=(i=a.shadowRoot)==null?void 0:i.querySelector(':is(video,audio) > track[kind="chapters"][default][src]');return r?.addEventListener("load",t),s?.addEventListener("load",t),()=>{r?.removeEventListener("load",t),s?.removeEventListener("load",t)}}]},mediaIsPip:{get(t){var e,i;const{media:a,documentElement:r}=t;if(!a||!r||!r.pictureInPictureElement)return!1;if(r.pictureInPictureElement===a)return!0;if(r.pictureInPictureElement instanceof HTMLMediaElement)return(e=a.localName)!=null&&e.includes("-")?ct(a,r.pictureInPictureElement):!1;if(r.pictureInPictureElement.localName.includes("-")){let s=r.pictureInPictureElement.shadowRoot;for(;s?.pictureInPictureElement;){if(s.pictureInPictureElement===a)return!0;s=(i=s.pictureInPictureElement)==null?void 0:i.shadowRoot}}return!1},set(t,e){const{media:i}=e;if(i)if(t){if(!K.pictureInPictureEnabled){console.warn("MediaChrome: Picture-in-picture is not enabled");return}if(!i.requestPictureInPicture){console.warn("MediaChrome: The current media does not support picture-in-picture");return}const a=()=>{console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a readyState > 0.")};i.requestPictureInPicture().catch(r=>{if(r.code===11){if(!i.src){console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a src set.");return}if(i.readyState===0&&i.preload==="none"){const s=()=>{i.removeEventListener("loadedmetadata",n),i.preload="none"},n=()=>{i.requestPictureInPicture().catch(a),s()};i.addEventListener("loadedmetadata",n),i.preload="metadata",setTimeout(()=>{i.readyState===0&&a(),s()},1e3)}else throw r}else throw r})}else K.pictureInPictureElement&&K.exitPictureInPicture()},mediaEvents:["enterpictureinpicture","leavepictureinpicture"]},mediaRenditionList:{get(t){var e;const{media:i}=t;return[...(e=i?.videoRenditions)!=null?e:[]].map(a=>({...a}))},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaRenditionSelected:{get(t){var e,i,a;const{media:r}=t;return(a=(i=r?.videoRenditions)==null?void 0:i[(e=r.videoRenditions)==null?void 0:e.selectedIndex])==null?void 0:a.id},set(t,e){const{media:i}=e;if(!i?.videoRenditions){console.warn("MediaController: Rendition selection not supported by this media.");return}const a=t,r=Array.prototype.findIndex.call(i.videoRenditions,s=>s.id==a);i.videoRenditions.selectedIndex!=r&&(i.videoRenditions.selectedIndex=r)},mediaEvents:["emptied"],videoRenditionsEvents:["addrendition","removerendition","change"]},mediaAudioTrackList:{get(t){var e;const{media:i}=t;return[...(e=i?.audioTracks)!=null?e:[]]},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaAudioTrackEnabled:{get(t){var e,i;const{media:a}=t;return(i=[...(e=a?.audioTracks)!=null?e:[]].find(r=>r.enabled))==null?void 0:i.id},set(t,e){const{media:i}=e;if(!i?.audioTracks){console.warn("MediaChrome: Audio track selection not supported by this media.");return}const a=t;for(const r of i.audioTracks)r.enabled=a==r.id},mediaEvents:["emptied"],audioTracksEvents:["addtrack","removetrack","change"]},mediaIsFullscreen:{get(t){return Mn(t)},set(t,e,i){var a,r;t?(In(e),i.detail&&!((a=e.media)!=null&&a.inert)&&((r=e.media)==null||r.focus())):wn(e)},rootEvents:["fullscreenchange","webkitfullscreenchange"],mediaEvents:["webkitbeginfullscreen","webkitendfullscreen","webkitpresentationmodechanged"]},mediaIsCasting:{get(t){var e;const{media:i}=t;return!i?.remote||((e=i.remote)==null?void 0:e.state)==="disconnected"?!1:i.remote.state==="connected"},set(t,e){var i,a;const{media:r}=e;if(r&&!(t&&((i=r.remote)==null?void 0:i.state)!=="disconnected")&&!(!t&&((a=r.remote)==null?void 0:a.state)!=="connected")){if(typeof r.remote.prompt!="function"){console.warn("MediaChrome: Casting is not supported in this environment");return}r.remote.prompt().catch(()=>{})}},remoteEvents:["connect","connecting","disconnect"]},mediaIsAirplaying:{get(){return!1},set(t,e){const{media:i}=e;if(i){if(!(i.webkitShowPlaybackTargetPicker&&c.WebKitPlaybackTargetAvailabilityEvent)){console.error("MediaChrome: received a request to select AirPlay but AirPlay is not supported in this environment");return}i.webkitShowPlaybackTargetPicker()}},mediaEvents:["webkitcurrentplaybacktargetiswirelesschanged"]},mediaFullscreenUnavailable:{get(t){const{media:e}=t;if(!xn||!ds(e))return G.UNSUPPORTED}},mediaPipUnavailable:{get(t){const{media:e}=t;if(!Nn||!ls(e))return G.UNSUPPORTED;if(e?.disablePictureInPicture)return G.UNAVAILABLE}},mediaVolumeUnavailable:{get(t){const{media:e}=t;if(wi===!1||e?.volume==null)return G.UNSUPPORTED},stateOwnersUpdateHandlers:[t=>{wi==null&&Bn.then(e=>t(e?void 0:G.UNSUPPORTED))}]},mediaCastUnavailable:{get(t,{availability:e="not-available"}={}){var i;const{media:a}=t;if(!Fn||!((i=a?.remote)!=null&&i.state))return G.UNSUPPORTED;if(!(e==null||e==="available"))return G.UNAVAILABLE},stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(s=>{t({availability:s?"available":"not-available"})}).catch(s=>{s.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var s;(s=a?.remote)==null||s.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaAirplayUnavailable:{get(t,e){if(!$n)return G.UNSUPPORTED;if(e?.availability==="not-available")return G.UNAVAILABLE},mediaEvents:["webkitplaybacktargetavailabilitychanged"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(s=>{t({availability:s?"available":"not-available"})}).catch(s=>{s.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var s;(s=a?.remote)==null||s.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaRenditionUnavailable:{get(t){var e;const{media:i}=t;if(!i?.videoRenditions)return G.UNSUPPORTED;if(!((e=i.videoRenditions)!=null&&e.length))return G.UNAVAILABLE},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaAudioTrackUnavailable:{get(t){var e,i;const{media:a}=t;if(!a?.audioTracks)return G.UNSUPPORTED;if(((i=(e=a.audioTracks)==null?void 0:e.length)!=null?i:0)<=1)return G.UNAVAILABLE},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaLang:{get(t){const{options:{mediaLang:e}={}}=t;return e??"en"}}},qn={[_.MEDIA_PREVIEW_REQUEST](t,e,{detail:i}){var a,r,s;const{media:n}=e,o=i??void 0;let u,A;if(n&&o!=null){const[h]=Ki(n,{kind:pe.METADATA,label:"thumbnails"}),f=Array.prototype.find.call((a=h?.cues)!=null?a:[],(E,y,g)=>y===0?E.endTime>o:y===g.length-1?E.startTime<=o:E.startTime<=o&&E.endTime>o);if(f){const E=/'^(?:[a-z]+:)?\/\//i.test(f.text)||(r=n?.querySelector('track[label="thumbnails"]'))==null?void 0:r.src,y=new URL(f.text,E);A=new URLSearchParams(y.hash).get("#xywh").split(",").map(H=>+H),u=y.href}}const T=t.mediaDuration.get(e);let p=(s=t.mediaChaptersCues.get(e).find((h,f,E)=>f===E.length-1&&T===h.endTime?h.startTime<=o&&h.endTime>=o:h.startTime<=o&&h.endTime>o))==null?void 0:s.text;return i!=null&&p==null&&(p=""),{mediaPreviewTime:o,mediaPreviewImage:u,mediaPreviewCoords:A,mediaPreviewChapter:p}},[_.MEDIA_PAUSE_REQUEST](t,e){t["mediaPaused"].set(!0,e)},[_.MEDIA_PLAY_REQUEST](t,e){var i,a,r,s;const n="mediaPaused",u=t.mediaStreamType.get(e)===he.LIVE,A=!((i=e.options)!=null&&i.noAutoSeekToLive),T=t.mediaTargetLiveWindow.get(e)>0;if(u&&A&&!T){const b=(a=t.mediaSeekable.get(e))==null?void 0:a[1];if(b){const p=(s=(r=e.options)==null?void 0:r.seekToLiveOffset)!=null?s:0,h=b-p;t.mediaCurrentTime.set(h,e)}}t[n].set(!1,e)},[_.MEDIA_PLAYBACK_RATE_REQUEST](t,e,{detail:i}){const a="mediaPlaybackRate",r=i;t[a].set(r,e)},[_.MEDIA_MUTE_REQUEST](t,e){t["mediaMuted"].set(!0,e)},[_.MEDIA_UNMUTE_REQUEST](t,e){const i="mediaMuted";t.mediaVolume.get(e)||t.mediaVolume.set(.25,e),t[i].set(!1,e)},[_.MEDIA_LOOP_REQUEST](t,e,{detail:i}){const a="mediaLoop",r=!!i;return t[a].set(r,e),{mediaLoop:r}},[_.MEDIA_VOLUME_REQUEST](t,e,{detail:i}){const a="mediaVolume",r=i;r&&t.mediaMuted.get(e)&&t.mediaMuted.set(!1,e),t[a].set(r,e)},[_.MEDIA_SEEK_REQUEST](t,e,{detail:i}){const a="mediaCurrentTime",r=i;t[a].set(r,e)},[_.MEDIA_SEEK_TO_LIVE_REQUEST](t,e){var i,a,r;const s="mediaCurrentTime",n=(i=t.mediaSeekable.get(e))==null?void 0:i[1];if(Number.isNaN(Number(n)))return;const o=(r=(a=e.options)==null?void 0:a.seekToLiveOffset)!=null?r:0,u=n-o;t[s].set(u,e)},[_.MEDIA_SHOW_SUBTITLES_REQUEST](t,e,{detail:i}){var a;const{options:r}=e,s=Ii(e),n=ns(i),o=(a=n[0])==null?void 0:a.language;o&&!r.noSubtitlesLangPref&&c.localStorage.setItem("media-chrome-pref-subtitles-lang",o),Dt(nt.SHOWING,s,n)},[_.MEDIA_DISABLE_SUBTITLES_REQUEST](t,e,{detail:i}){const a=Ii(e),r=i??[];Dt(nt.DISABLED,a,r)},[_.MEDIA_TOGGLE_SUBTITLES_REQUEST](t,e,{detail:i}){cs(e,i)},[_.MEDIA_RENDITION_REQUEST](t,e,{detail:i}){const a="mediaRenditionSelected",r=i;t[a].set(r,e)},[_.MEDIA_AUDIO_TRACK_REQUEST](t,e,{detail:i}){const a="mediaAudioTrackEnabled",r=i;t[a].set(r,e)},[_.MEDIA_ENTER_PIP_REQUEST](t,e){const i="mediaIsPip";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[_.MEDIA_EXIT_PIP_REQUEST](t,e){t["mediaIsPip"].set(!1,e)},[_.MEDIA_ENTER_FULLSCREEN_REQUEST](t,e,i){const a="mediaIsFullscreen";t.mediaIsPip.get(e)&&t.mediaIsPip.set(!1,e),t[a].set(!0,e,i)},[_.MEDIA_EXIT_FULLSCREEN_REQUEST](t,e){t["mediaIsFullscreen"].set(!1,e)},[_.MEDIA_ENTER_CAST_REQUEST](t,e){const i="mediaIsCasting";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[_.MEDIA_EXIT_CAST_REQUEST](t,e){t["mediaIsCasting"].set(!1,e)},[_.MEDIA_AIRPLAY_REQUEST](t,e){t["mediaIsAirplaying"].set(!0,e)}},Yn=({media:t,fullscreenElement:e,documentElement:i,stateMediator:a=Tt,requestMap:r=qn,options:s={},monitorStateOwnersOnlyWithSubscriptions:n=!0})=>{const o=[],u={options:{...s}};let A=Object.freeze({mediaPreviewTime:void 0,mediaPreviewImage:void 0,mediaPreviewCoords:void 0,mediaPreviewChapter:void 0});const T=E=>{E!=null&&(Ma(E,A)||(A=Object.freeze({...A,...E}),o.forEach(y=>y(A))))},b=()=>{const E=Object.entries(a).reduce((y,[g,{get:H}])=>(y[g]=H(u),y),{});T(E)},p={};let h;const f=async(E,y)=>{var g,H,ht,mt,Ke,_e,fe,Et,Ce,Ka,Va,Ga,qa,Ya,Qa,za;const Cs=!!h;if(h={...u,...h??{},...E},Cs)return;await Kn(...Object.values(E));const Ve=o.length>0&&y===0&&n,Xa=u.media!==h.media,Ja=((g=u.media)==null?void 0:g.textTracks)!==((H=h.media)==null?void 0:H.textTracks),Za=((ht=u.media)==null?void 0:ht.videoRenditions)!==((mt=h.media)==null?void 0:mt.videoRenditions),ja=((Ke=u.media)==null?void 0:Ke.audioTracks)!==((_e=h.media)==null?void 0:_e.audioTracks),er=((fe=u.media)==null?void 0:fe.remote)!==((Et=h.media)==null?void 0:Et.remote),tr=u.documentElement!==h.documentElement,ir=!!u.media&&(Xa||Ve),ar=!!((Ce=u.media)!=null&&Ce.textTracks)&&(Ja||Ve),rr=!!((Ka=u.media)!=null&&Ka.videoRenditions)&&(Za||Ve),sr=!!((Va=u.media)!=null&&Va.audioTracks)&&(ja||Ve),nr=!!((Ga=u.media)!=null&&Ga.remote)&&(er||Ve),or=!!u.documentElement&&(tr||Ve),Yi=ir||ar||rr||sr||nr||or,Ge=o.length===0&&y===1&&n,lr=!!h.media&&(Xa||Ge),dr=!!((qa=h.media)!=null&&qa.textTracks)&&(Ja||Ge),ur=!!((Ya=h.media)!=null&&Ya.videoRenditions)&&(Za||Ge),cr=!!((Qa=h.media)!=null&&Qa.audioTracks)&&(ja||Ge),hr=!!((za=h.media)!=null&&za.remote)&&(er||Ge),mr=!!h.documentElement&&(tr||Ge),Er=lr||dr||ur||cr||hr||mr;if(!(Yi||Er)){Object.entries(h).forEach(([k,pt])=>{u[k]=pt}),b(),h=void 0;return}Object.entries(a).forEach(([k,{get:pt,mediaEvents:Os=[],textTracksEvents:Ps=[],videoRenditionsEvents:Us=[],audioTracksEvents:xs=[],remoteEvents:Ns=[],rootEvents:$s=[],stateOwnersUpdateHandlers:Fs=[]}])=>{p[k]||(p[k]={});const V=w=>{const C=pt(u,w);T({[k]:C})};let U;U=p[k].mediaEvents,Os.forEach(w=>{U&&ir&&(u.media.removeEventListener(w,U),p[k].mediaEvents=void 0),lr&&(h.media.addEventListener(w,V),p[k].mediaEvents=V)}),U=p[k].textTracksEvents,Ps.forEach(w=>{var C,Z;U&&ar&&((C=u.media.textTracks)==null||C.removeEventListener(w,U),p[k].textTracksEvents=void 0),dr&&((Z=h.media.textTracks)==null||Z.addEventListener(w,V),p[k].textTracksEvents=V)}),U=p[k].videoRenditionsEvents,Us.forEach(w=>{var C,Z;U&&rr&&((C=u.media.videoRenditions)==null||C.removeEventListener(w,U),p[k].videoRenditionsEvents=void 0),ur&&((Z=h.media.videoRenditions)==null||Z.addEventListener(w,V),p[k].videoRenditionsEvents=V)}),U=p[k].audioTracksEvents,xs.forEach(w=>{var C,Z;U&&sr&&((C=u.media.audioTracks)==null||C.removeEventListener(w,U),p[k].audioTracksEvents=void 0),cr&&((Z=h.media.audioTracks)==null||Z.addEventListener(w,V),p[k].audioTracksEvents=V)}),U=p[k].remoteEvents,Ns.forEach(w=>{var C,Z;U&&nr&&((C=u.media.remote)==null||C.removeEventListener(w,U),p[k].remoteEvents=void 0),hr&&((Z=h.media.remote)==null||Z.addEventListener(w,V),p[k].remoteEvents=V)}),U=p[k].rootEvents,$s.forEach(w=>{U&&or&&(u.documentElement.removeEventListener(w,U),p[k].rootEvents=void 0),mr&&(h.documentElement.addEventListener(w,V),p[k].rootEvents=V)});const Vt=p[k].stateOwnersUpdateHandlers;if(Vt&&Yi&&(Array.isArray(Vt)?Vt:[Vt]).forEach(C=>{typeof C=="function"&&C()}),Er){const w=Fs.map(C=>C(V,h)).filter(C=>typeof C=="function");p[k].stateOwnersUpdateHandlers=w.length===1?w[0]:w}else Yi&&(p[k].stateOwnersUpdateHandlers=void 0)}),Object.entries(h).forEach(([k,pt])=>{u[k]=pt}),b(),h=void 0};return f({media:t,fullscreenElement:e,documentElement:i,options:s}),{dispatch(E){const{type:y,detail:g}=E;if(r[y]&&A.mediaErrorCode==null){T(r[y](a,u,E));return}y==="mediaelementchangerequest"?f({media:g}):y==="fullscreenelementchangerequest"?f({fullscreenElement:g}):y==="documentelementchangerequest"?f({documentElement:g}):y==="optionschangerequest"&&(Object.entries(g??{}).forEach(([H,ht])=>{u.options[H]=ht}),b())},getState(){return A},subscribe(E){return f({},o.length+1),o.push(E),E(A),()=>{const y=o.indexOf(E);y>=0&&(f({},o.length-1),o.splice(y,1))}}}};var Da=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},m=(t,e,i)=>(Da(t,e,"read from private field"),i?i.call(t):e.get(t)),q=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},te=(t,e,i,a)=>(Da(t,e,"write to private field"),e.set(t,i),i),Ie=(t,e,i)=>(Da(t,e,"access private method"),i),Te,At,S,Q,St,le,ri,yt,si,ra,Fe,ni,sa,Lt,Ri,na,hs;const ms=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Enter"," ","f","m","k","c","l","j",">","<","p"],Ar=10,Sr=.025,yr=.25,Qn=.25,zn=2,d={DEFAULT_SUBTITLES:"defaultsubtitles",DEFAULT_STREAM_TYPE:"defaultstreamtype",DEFAULT_DURATION:"defaultduration",FULLSCREEN_ELEMENT:"fullscreenelement",HOTKEYS:"hotkeys",KEYBOARD_BACKWARD_SEEK_OFFSET:"keyboardbackwardseekoffset",KEYBOARD_FORWARD_SEEK_OFFSET:"keyboardforwardseekoffset",KEYBOARD_DOWN_VOLUME_STEP:"keyboarddownvolumestep",KEYBOARD_UP_VOLUME_STEP:"keyboardupvolumestep",KEYS_USED:"keysused",LANG:"lang",LOOP:"loop",LIVE_EDGE_OFFSET:"liveedgeoffset",NO_AUTO_SEEK_TO_LIVE:"noautoseektolive",NO_DEFAULT_STORE:"nodefaultstore",NO_HOTKEYS:"nohotkeys",NO_MUTED_PREF:"nomutedpref",NO_SUBTITLES_LANG_PREF:"nosubtitleslangpref",NO_VOLUME_PREF:"novolumepref",SEEK_TO_LIVE_OFFSET:"seektoliveoffset"};class Xn extends Bi{constructor(){super(),q(this,si),q(this,ni),q(this,Lt),q(this,na),this.mediaStateReceivers=[],this.associatedElementSubscriptions=new Map,q(this,Te,new _n(this,d.HOTKEYS)),q(this,At,void 0),q(this,S,void 0),q(this,Q,null),q(this,St,void 0),q(this,le,void 0),q(this,ri,i=>{var a;(a=m(this,S))==null||a.dispatch(i)}),q(this,yt,void 0),q(this,Fe,i=>{const{key:a,shiftKey:r}=i;if(!(r&&(a==="/"||a==="?")||ms.includes(a))){this.removeEventListener("keyup",m(this,Fe));return}this.keyboardShortcutHandler(i)}),this.associateElement(this);let e={};te(this,St,i=>{Object.entries(i).forEach(([a,r])=>{if(a in e&&e[a]===r)return;this.propagateMediaState(a,r);const s=a.toLowerCase(),n=new c.CustomEvent(Hs[s],{composed:!0,detail:r});this.dispatchEvent(n)}),e=i})}static get observedAttributes(){return super.observedAttributes.concat(d.NO_HOTKEYS,d.HOTKEYS,d.DEFAULT_STREAM_TYPE,d.DEFAULT_SUBTITLES,d.DEFAULT_DURATION,d.NO_MUTED_PREF,d.NO_VOLUME_PREF,d.LANG,d.LOOP,d.LIVE_EDGE_OFFSET,d.SEEK_TO_LIVE_OFFSET,d.NO_AUTO_SEEK_TO_LIVE)}get mediaStore(){return m(this,S)}set mediaStore(e){var i,a;if(m(this,S)&&((i=m(this,le))==null||i.call(this),te(this,le,void 0)),te(this,S,e),!m(this,S)&&!this.hasAttribute(d.NO_DEFAULT_STORE)){Ie(this,si,ra).call(this);return}te(this,le,(a=m(this,S))==null?void 0:a.subscribe(m(this,St)))}get fullscreenElement(){var e;return(e=m(this,At))!=null?e:this}set fullscreenElement(e){var i;this.hasAttribute(d.FULLSCREEN_ELEMENT)&&this.removeAttribute(d.FULLSCREEN_ELEMENT),te(this,At,e),(i=m(this,S))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}get defaultSubtitles(){return M(this,d.DEFAULT_SUBTITLES)}set defaultSubtitles(e){D(this,d.DEFAULT_SUBTITLES,e)}get defaultStreamType(){return Le(this,d.DEFAULT_STREAM_TYPE)}set defaultStreamType(e){Ae(this,d.DEFAULT_STREAM_TYPE,e)}get defaultDuration(){return me(this,d.DEFAULT_DURATION)}set defaultDuration(e){Ee(this,d.DEFAULT_DURATION,e)}get noHotkeys(){return M(this,d.NO_HOTKEYS)}set noHotkeys(e){D(this,d.NO_HOTKEYS,e)}get keysUsed(){return Le(this,d.KEYS_USED)}set keysUsed(e){Ae(this,d.KEYS_USED,e)}get liveEdgeOffset(){return me(this,d.LIVE_EDGE_OFFSET)}set liveEdgeOffset(e){Ee(this,d.LIVE_EDGE_OFFSET,e)}get noAutoSeekToLive(){return M(this,d.NO_AUTO_SEEK_TO_LIVE)}set noAutoSeekToLive(e){D(this,d.NO_AUTO_SEEK_TO_LIVE,e)}get noVolumePref(){return M(this,d.NO_VOLUME_PREF)}set noVolumePref(e){D(this,d.NO_VOLUME_PREF,e)}get noMutedPref(){return M(this,d.NO_MUTED_PREF)}set noMutedPref(e){D(this,d.NO_MUTED_PREF,e)}get noSubtitlesLangPref(){return M(this,d.NO_SUBTITLES_LANG_PREF)}set noSubtitlesLangPref(e){D(this,d.NO_SUBTITLES_LANG_PREF,e)}get noDefaultStore(){return M(this,d.NO_DEFAULT_STORE)}set noDefaultStore(e){D(this,d.NO_DEFAULT_STORE,e)}get resolvedLang(){return rn()}attributeChangedCallback(e,i,a){var r,s,n,o,u,A,T,b,p,h,f,E;if(super.attributeChangedCallback(e,i,a),e===d.NO_HOTKEYS)a!==i&&a===""?(this.hasAttribute(d.HOTKEYS)&&console.warn("Media Chrome: Both `hotkeys` and `nohotkeys` have been set. All hotkeys will be disabled."),this.disableHotkeys()):a!==i&&a===null&&this.enableHotkeys(),Ie(this,Lt,Ri).call(this);else if(e===d.HOTKEYS)m(this,Te).value=a,Ie(this,Lt,Ri).call(this);else if(e===d.DEFAULT_SUBTITLES&&a!==i)(r=m(this,S))==null||r.dispatch({type:"optionschangerequest",detail:{defaultSubtitles:this.hasAttribute(d.DEFAULT_SUBTITLES)}});else if(e===d.DEFAULT_STREAM_TYPE)(n=m(this,S))==null||n.dispatch({type:"optionschangerequest",detail:{defaultStreamType:(s=this.getAttribute(d.DEFAULT_STREAM_TYPE))!=null?s:void 0}});else if(e===d.LIVE_EDGE_OFFSET&&a!==i)(o=m(this,S))==null||o.dispatch({type:"optionschangerequest",detail:{liveEdgeOffset:this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(d.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(d.SEEK_TO_LIVE_OFFSET):this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0}});else if(e===d.SEEK_TO_LIVE_OFFSET&&a!==i)(u=m(this,S))==null||u.dispatch({type:"optionschangerequest",detail:{seekToLiveOffset:this.hasAttribute(d.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(d.SEEK_TO_LIVE_OFFSET):this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0}});else if(e===d.NO_AUTO_SEEK_TO_LIVE)(A=m(this,S))==null||A.dispatch({type:"optionschangerequest",detail:{noAutoSeekToLive:this.hasAttribute(d.NO_AUTO_SEEK_TO_LIVE)}});else if(e===d.FULLSCREEN_ELEMENT){const y=a?(T=this.getRootNode())==null?void 0:T.getElementById(a):void 0;te(this,At,y),(b=m(this,S))==null||b.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}else e===d.LANG&&a!==i?(tn(a),(p=m(this,S))==null||p.dispatch({type:"optionschangerequest",detail:{mediaLang:a}})):e===d.LOOP&&a!==i?(h=m(this,S))==null||h.dispatch({type:_.MEDIA_LOOP_REQUEST,detail:a!=null}):e===d.NO_VOLUME_PREF&&a!==i?(f=m(this,S))==null||f.dispatch({type:"optionschangerequest",detail:{noVolumePref:this.hasAttribute(d.NO_VOLUME_PREF)}}):e===d.NO_MUTED_PREF&&a!==i&&((E=m(this,S))==null||E.dispatch({type:"optionschangerequest",detail:{noMutedPref:this.hasAttribute(d.NO_MUTED_PREF)}}))}connectedCallback(){var e,i,a;this.associateElement(this),!m(this,S)&&!this.hasAttribute(d.NO_DEFAULT_STORE)&&Ie(this,si,ra).call(this),(e=m(this,S))==null||e.dispatch({type:"documentelementchangerequest",detail:K}),(i=m(this,S))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement}),super.connectedCallback(),m(this,S)&&!m(this,le)&&te(this,le,(a=m(this,S))==null?void 0:a.subscribe(m(this,St))),m(this,yt)!==void 0&&m(this,S)&&this.media&&setTimeout(()=>{var r,s,n;(s=(r=this.media)==null?void 0:r.textTracks)!=null&&s.length&&((n=m(this,S))==null||n.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:m(this,yt)}))},0),this.hasAttribute(d.NO_HOTKEYS)?this.disableHotkeys():this.enableHotkeys()}disconnectedCallback(){var e,i,a,r,s,n;if((e=super.disconnectedCallback)==null||e.call(this),this.disableHotkeys(),m(this,S)){const o=m(this,S).getState();te(this,yt,!!((i=o.mediaSubtitlesShowing)!=null&&i.length)),(a=m(this,S))==null||a.dispatch({type:"fullscreenelementchangerequest",detail:void 0}),(r=m(this,S))==null||r.dispatch({type:"documentelementchangerequest",detail:void 0}),(s=m(this,S))==null||s.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:!1})}m(this,le)&&((n=m(this,le))==null||n.call(this),te(this,le,void 0)),this.unassociateElement(this),m(this,Q)&&(m(this,Q).remove(),te(this,Q,null))}mediaSetCallback(e){var i;super.mediaSetCallback(e),(i=m(this,S))==null||i.dispatch({type:"mediaelementchangerequest",detail:e}),e.hasAttribute("tabindex")||(e.tabIndex=-1)}mediaUnsetCallback(e){var i;super.mediaUnsetCallback(e),(i=m(this,S))==null||i.dispatch({type:"mediaelementchangerequest",detail:void 0})}propagateMediaState(e,i){wr(this.mediaStateReceivers,e,i)}associateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(i.has(e))return;const a=this.registerMediaStateReceiver.bind(this),r=this.unregisterMediaStateReceiver.bind(this),s=io(e,a,r);Object.values(_).forEach(n=>{e.addEventListener(n,m(this,ri))}),i.set(e,s)}unassociateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(!i.has(e))return;i.get(e)(),i.delete(e),Object.values(_).forEach(r=>{e.removeEventListener(r,m(this,ri))})}registerMediaStateReceiver(e){if(!e)return;const i=this.mediaStateReceivers;i.indexOf(e)>-1||(i.push(e),m(this,S)&&Object.entries(m(this,S).getState()).forEach(([r,s])=>{wr([e],r,s)}))}unregisterMediaStateReceiver(e){const i=this.mediaStateReceivers,a=i.indexOf(e);a<0||i.splice(a,1)}enableHotkeys(){this.addEventListener("keydown",Ie(this,ni,sa))}disableHotkeys(){this.removeEventListener("keydown",Ie(this,ni,sa)),this.removeEventListener("keyup",m(this,Fe))}get hotkeys(){return m(this,Te)}set hotkeys(e){Ae(this,d.HOTKEYS,e)}keyboardShortcutHandler(e){var i,a,r,s,n,o,u,A,T;const b=e.target;if(((r=(a=(i=b.getAttribute(d.KEYS_USED))==null?void 0:i.split(" "))!=null?a:b?.keysUsed)!=null?r:[]).map(g=>g==="Space"?" ":g).filter(Boolean).includes(e.key))return;let h,f,E;if(!(m(this,Te).contains(Ia(e.key))||e.shiftKey&&(e.key==="/"||e.key==="?")&&m(this,Te).contains("noshift+/")))switch(e.key){case" ":case"k":h=m(this,S).getState().mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST,this.dispatchEvent(new c.CustomEvent(h,{composed:!0,bubbles:!0}));break;case"m":h=this.mediaStore.getState().mediaVolumeLevel==="off"?_.MEDIA_UNMUTE_REQUEST:_.MEDIA_MUTE_REQUEST,this.dispatchEvent(new c.CustomEvent(h,{composed:!0,bubbles:!0}));break;case"f":h=this.mediaStore.getState().mediaIsFullscreen?_.MEDIA_EXIT_FULLSCREEN_REQUEST:_.MEDIA_ENTER_FULLSCREEN_REQUEST,this.dispatchEvent(new c.CustomEvent(h,{composed:!0,bubbles:!0}));break;case"c":this.dispatchEvent(new c.CustomEvent(_.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}));break;case"ArrowLeft":case"j":{const g=this.hasAttribute(d.KEYBOARD_BACKWARD_SEEK_OFFSET)?+this.getAttribute(d.KEYBOARD_BACKWARD_SEEK_OFFSET):Ar;f=Math.max(((s=this.mediaStore.getState().mediaCurrentTime)!=null?s:0)-g,0),E=new c.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"ArrowRight":case"l":{const g=this.hasAttribute(d.KEYBOARD_FORWARD_SEEK_OFFSET)?+this.getAttribute(d.KEYBOARD_FORWARD_SEEK_OFFSET):Ar;f=Math.max(((n=this.mediaStore.getState().mediaCurrentTime)!=null?n:0)+g,0),E=new c.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"ArrowUp":{const g=this.hasAttribute(d.KEYBOARD_UP_VOLUME_STEP)?+this.getAttribute(d.KEYBOARD_UP_VOLUME_STEP):Sr;f=Math.min(((o=this.mediaStore.getState().mediaVolume)!=null?o:1)+g,1),E=new c.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"ArrowDown":{const g=this.hasAttribute(d.KEYBOARD_DOWN_VOLUME_STEP)?+this.getAttribute(d.KEYBOARD_DOWN_VOLUME_STEP):Sr;f=Math.max(((u=this.mediaStore.getState().mediaVolume)!=null?u:1)-g,0),E=new c.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"<":{const g=(A=this.mediaStore.getState().mediaPlaybackRate)!=null?A:1;f=Math.max(g-yr,Qn).toFixed(2),E=new c.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case">":{const g=(T=this.mediaStore.getState().mediaPlaybackRate)!=null?T:1;f=Math.min(g+yr,zn).toFixed(2),E=new c.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"/":case"?":{e.shiftKey&&Ie(this,na,hs).call(this);break}case"p":{h=this.mediaStore.getState().mediaIsPip?_.MEDIA_EXIT_PIP_REQUEST:_.MEDIA_ENTER_PIP_REQUEST,E=new c.CustomEvent(h,{composed:!0,bubbles:!0}),this.dispatchEvent(E);break}}}}Te=new WeakMap;At=new WeakMap;S=new WeakMap;Q=new WeakMap;St=new WeakMap;le=new WeakMap;ri=new WeakMap;yt=new WeakMap;si=new WeakSet;ra=function(){var t;this.mediaStore=Yn({media:this.media,fullscreenElement:this.fullscreenElement,options:{defaultSubtitles:this.hasAttribute(d.DEFAULT_SUBTITLES),defaultDuration:this.hasAttribute(d.DEFAULT_DURATION)?+this.getAttribute(d.DEFAULT_DURATION):void 0,defaultStreamType:(t=this.getAttribute(d.DEFAULT_STREAM_TYPE))!=null?t:void 0,liveEdgeOffset:this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(d.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(d.SEEK_TO_LIVE_OFFSET):this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0,noAutoSeekToLive:this.hasAttribute(d.NO_AUTO_SEEK_TO_LIVE),noVolumePref:this.hasAttribute(d.NO_VOLUME_PREF),noMutedPref:this.hasAttribute(d.NO_MUTED_PREF),noSubtitlesLangPref:this.hasAttribute(d.NO_SUBTITLES_LANG_PREF)}})};Fe=new WeakMap;ni=new WeakSet;sa=function(t){var e;const{metaKey:i,altKey:a,key:r,shiftKey:s}=t,n=s&&(r==="/"||r==="?");if(n&&((e=m(this,Q))!=null&&e.open)){this.removeEventListener("keyup",m(this,Fe));return}if(i||a||!n&&!ms.includes(r)){this.removeEventListener("keyup",m(this,Fe));return}const o=t.target,u=o instanceof HTMLElement&&(o.tagName.toLowerCase()==="media-volume-range"||o.tagName.toLowerCase()==="media-time-range");[" ","ArrowLeft","ArrowRight","ArrowUp","ArrowDown"].includes(r)&&!m(this,Te).contains(Ia(r))&&!u&&t.preventDefault(),this.addEventListener("keyup",m(this,Fe),{once:!0})};Lt=new WeakSet;Ri=function(){m(this,Q)&&(m(this,Q).hotkeys=m(this,Te).value||void 0,(this.noHotkeys||m(this,Te).contains("noshift+/"))&&(m(this,Q).open=!1))};na=new WeakSet;hs=function(){m(this,Q)||(te(this,Q,K.createElement("media-keyboard-shortcuts-dialog")),Ie(this,Lt,Ri).call(this),this.appendChild(m(this,Q))),m(this,Q).open=!0};const Jn=Object.values(l),Zn=Object.values(Or),Es=t=>{var e,i,a,r;let{observedAttributes:s}=t.constructor;!s&&((e=t.nodeName)!=null&&e.includes("-"))&&(c.customElements.upgrade(t),{observedAttributes:s}=t.constructor);const n=(r=(a=(i=t?.getAttribute)==null?void 0:i.call(t,O.MEDIA_CHROME_ATTRIBUTES))==null?void 0:a.split)==null?void 0:r.call(a,/\s+/);return Array.isArray(s||n)?(s||n).filter(o=>Jn.includes(o)):[]},jn=t=>{var e,i;return(e=t.nodeName)!=null&&e.includes("-")&&c.customElements.get((i=t.nodeName)==null?void 0:i.toLowerCase())&&!(t instanceof c.customElements.get(t.nodeName.toLowerCase()))&&c.customElements.upgrade(t),Zn.some(a=>a in t)},oa=t=>jn(t)||!!Es(t).length,kr=t=>{var e;return(e=t?.join)==null?void 0:e.call(t,":")},Ir={[l.MEDIA_SUBTITLES_LIST]:br,[l.MEDIA_SUBTITLES_SHOWING]:br,[l.MEDIA_SEEKABLE]:kr,[l.MEDIA_BUFFERED]:t=>t?.map(kr).join(" "),[l.MEDIA_PREVIEW_COORDS]:t=>t?.join(" "),[l.MEDIA_RENDITION_LIST]:fn,[l.MEDIA_AUDIO_TRACK_LIST]:bn},eo=async(t,e,i)=>{var a,r;if(t.isConnected||await rs(0),typeof i=="boolean"||i==null)return D(t,e,i);if(typeof i=="number")return Ee(t,e,i);if(typeof i=="string")return Ae(t,e,i);if(Array.isArray(i)&&!i.length)return t.removeAttribute(e);const s=(r=(a=Ir[e])==null?void 0:a.call(Ir,i))!=null?r:i;return t.setAttribute(e,s)},to=t=>{var e;return!!((e=t.closest)!=null&&e.call(t,'*[slot="media"]'))},Ue=(t,e)=>{if(to(t))return;const i=(r,s)=>{var n,o;oa(r)&&s(r);const{children:u=[]}=r??{},A=(o=(n=r?.shadowRoot)==null?void 0:n.children)!=null?o:[];[...u,...A].forEach(b=>Ue(b,s))},a=t?.nodeName.toLowerCase();if(a.includes("-")&&!oa(t)){c.customElements.whenDefined(a).then(()=>{i(t,e)});return}i(t,e)},wr=(t,e,i)=>{t.forEach(a=>{if(e in a){a[e]=i;return}const r=Es(a),s=e.toLowerCase();r.includes(s)&&eo(a,s,i)})},io=(t,e,i)=>{Ue(t,e);const a=T=>{var b;const p=(b=T?.composedPath()[0])!=null?b:T.target;e(p)},r=T=>{var b;const p=(b=T?.composedPath()[0])!=null?b:T.target;i(p)};t.addEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,a),t.addEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,r);const s=T=>{T.forEach(b=>{const{addedNodes:p=[],removedNodes:h=[],type:f,target:E,attributeName:y}=b;f==="childList"?(Array.prototype.forEach.call(p,g=>Ue(g,e)),Array.prototype.forEach.call(h,g=>Ue(g,i))):f==="attributes"&&y===O.MEDIA_CHROME_ATTRIBUTES&&(oa(E)?e(E):i(E))})};let n=[];const o=T=>{const b=T.target;b.name!=="media"&&(n.forEach(p=>Ue(p,i)),n=[...b.assignedElements({flatten:!0})],n.forEach(p=>Ue(p,e)))};t.addEventListener("slotchange",o);const u=new MutationObserver(s);return u.observe(t,{childList:!0,attributes:!0,subtree:!0}),()=>{Ue(t,i),t.removeEventListener("slotchange",o),u.disconnect(),t.removeEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,a),t.removeEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,r)}};c.customElements.get("media-controller")||c.customElements.define("media-controller",Xn);var ps=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Xt=(t,e,i)=>(ps(t,e,"read from private field"),i?i.call(t):e.get(t)),ao=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Jt=(t,e,i,a)=>(ps(t,e,"write to private field"),e.set(t,i),i),de;function ro(t){return`
    <style>
      :host {
        box-sizing: border-box;
        display: var(--media-control-display, var(--media-preview-thumbnail-display, inline-block));
        overflow: hidden;
      }

      img {
        display: none;
        position: relative;
      }
    </style>
    <img crossorigin loading="eager" decoding="async">
  `}class Vi extends c.HTMLElement{constructor(){if(super(),ao(this,de,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=He(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[O.MEDIA_CONTROLLER,l.MEDIA_PREVIEW_IMAGE,l.MEDIA_PREVIEW_COORDS]}connectedCallback(){var e,i,a;const r=this.getAttribute(O.MEDIA_CONTROLLER);r&&(Jt(this,de,(e=this.getRootNode())==null?void 0:e.getElementById(r)),(a=(i=Xt(this,de))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Xt(this,de))==null?void 0:e.unassociateElement)==null||i.call(e,this),Jt(this,de,null)}attributeChangedCallback(e,i,a){var r,s,n,o,u;[l.MEDIA_PREVIEW_IMAGE,l.MEDIA_PREVIEW_COORDS].includes(e)&&this.update(),e===O.MEDIA_CONTROLLER&&(i&&((s=(r=Xt(this,de))==null?void 0:r.unassociateElement)==null||s.call(r,this),Jt(this,de,null)),a&&this.isConnected&&(Jt(this,de,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=Xt(this,de))==null?void 0:o.associateElement)==null||u.call(o,this)))}get mediaPreviewImage(){return Le(this,l.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){Ae(this,l.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewCoords(){const e=this.getAttribute(l.MEDIA_PREVIEW_COORDS);if(e)return e.split(/\s+/).map(i=>+i)}set mediaPreviewCoords(e){if(!e){this.removeAttribute(l.MEDIA_PREVIEW_COORDS);return}this.setAttribute(l.MEDIA_PREVIEW_COORDS,e.join(" "))}update(){const e=this.mediaPreviewCoords,i=this.mediaPreviewImage;if(!(e&&i))return;const[a,r,s,n]=e,o=i.split("#")[0],u=getComputedStyle(this),{maxWidth:A,maxHeight:T,minWidth:b,minHeight:p}=u,h=u.getPropertyValue("--media-preview-thumbnail-object-fit").trim()||"contain";let f,E;if(h==="fill"){const _e=parseInt(A)/s,fe=parseInt(T)/n,Et=parseInt(b)/s,Ce=parseInt(p)/n;f=_e<1?_e:Math.max(_e,Et),E=fe<1?fe:Math.max(fe,Ce)}else{const _e=Math.min(parseInt(A)/s,parseInt(T)/n),fe=Math.max(parseInt(b)/s,parseInt(p)/n),Ce=_e<1?_e:fe>1?fe:1;f=Ce,E=Ce}const{style:y}=W(this.shadowRoot,":host"),g=W(this.shadowRoot,"img").style,H=this.shadowRoot.querySelector("img"),mt=Math.min(f,E)<1?"min":"max";y.setProperty(`${mt}-width`,"initial","important"),y.setProperty(`${mt}-height`,"initial","important"),y.width=`${s*f}px`,y.height=`${n*E}px`;const Ke=()=>{g.width=`${this.imgWidth*f}px`,g.height=`${this.imgHeight*E}px`,g.display="block"};H.src!==o&&(H.onload=()=>{this.imgWidth=H.naturalWidth,this.imgHeight=H.naturalHeight,Ke(),H.onload=null},H.src=o,Ke()),Ke(),g.transform=`translate(-${a*f}px, -${r*E}px)`}}de=new WeakMap;Vi.shadowRootOptions={mode:"open"};Vi.getTemplateHTML=ro;c.customElements.get("media-preview-thumbnail")||c.customElements.define("media-preview-thumbnail",Vi);var Rr=Vi,vs=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Zt=(t,e,i)=>(vs(t,e,"read from private field"),i?i.call(t):e.get(t)),so=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},jt=(t,e,i,a)=>(vs(t,e,"write to private field"),e.set(t,i),i),ue;function no(t,e={}){return`
    <style>
      :host {
        font: var(--media-font,
          var(--media-font-weight, normal)
          var(--media-font-size, 14px) /
          var(--media-text-content-height, var(--media-control-height, 24px))
          var(--media-font-family, helvetica neue, segoe ui, roboto, arial, sans-serif));
        color: var(--media-text-color, var(--media-primary-color, rgb(238 238 238)));
        background: var(--media-text-background, var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7))));
        padding: var(--media-control-padding, 10px);
        display: inline-flex;
        justify-content: center;
        align-items: center;
        vertical-align: middle;
        box-sizing: border-box;
        text-align: center;
        pointer-events: auto;
      }

      
      :host(:focus-visible) {
        box-shadow: var(--media-focus-box-shadow, inset 0 0 0 2px rgb(27 127 204 / .9));
        outline: 0;
      }

      
      :host(:where(:focus)) {
        box-shadow: none;
        outline: 0;
      }
    </style>

    ${this.getSlotTemplateHTML(t,e)}
  `}function oo(t,e){return`
    <slot></slot>
  `}class Be extends c.HTMLElement{constructor(){if(super(),so(this,ue,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=He(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[O.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var r,s,n,o,u;e===O.MEDIA_CONTROLLER&&(i&&((s=(r=Zt(this,ue))==null?void 0:r.unassociateElement)==null||s.call(r,this),jt(this,ue,null)),a&&this.isConnected&&(jt(this,ue,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=Zt(this,ue))==null?void 0:o.associateElement)==null||u.call(o,this)))}connectedCallback(){var e,i,a;const{style:r}=W(this.shadowRoot,":host");r.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`);const s=this.getAttribute(O.MEDIA_CONTROLLER);s&&(jt(this,ue,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=Zt(this,ue))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Zt(this,ue))==null?void 0:e.unassociateElement)==null||i.call(e,this),jt(this,ue,null)}}ue=new WeakMap;Be.shadowRootOptions={mode:"open"};Be.getTemplateHTML=no;Be.getSlotTemplateHTML=oo;c.customElements.get("media-text-display")||c.customElements.define("media-text-display",Be);const Mr=[{singular:"hour",plural:"hours"},{singular:"minute",plural:"minutes"},{singular:"second",plural:"seconds"}],Dr=(t,e)=>{const i=z(t===1?Mr[e].singular:Mr[e].plural);return`${t} ${i}`},Ct=t=>{if(!wa(t))return"";const e=Math.abs(t),i=e!==t,a=new Date(0,0,0,0,0,e,0),s=[a.getHours(),a.getMinutes(),a.getSeconds()].map((n,o)=>n&&Dr(n,o)).filter(n=>n).join(", ");return i?z("{time} remaining",{time:s}):e===0?Dr(0,2):s};function Ot(t,e){let i=!1;t<0&&(i=!0,t=0-t),t=t<0?0:t;let a=Math.floor(t%60),r=Math.floor(t/60%60),s=Math.floor(t/3600);const n=Math.floor(e/60%60),o=Math.floor(e/3600);return(isNaN(t)||t===1/0)&&(s=r=a="0"),s=s>0||o>0?s+":":"",r=((s||n>=10)&&r<10?"0"+r:r)+":",a=a<10?"0"+a:a,(i?"-":"")+s+r+a}var _s=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Lr=(t,e,i)=>(_s(t,e,"read from private field"),i?i.call(t):e.get(t)),lo=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},uo=(t,e,i,a)=>(_s(t,e,"write to private field"),e.set(t,i),i),kt;class co extends Be{constructor(){super(),lo(this,kt,void 0),uo(this,kt,this.shadowRoot.querySelector("slot")),Lr(this,kt).textContent=Ot(0)}static get observedAttributes(){return[...super.observedAttributes,l.MEDIA_PREVIEW_TIME]}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===l.MEDIA_PREVIEW_TIME&&a!=null&&(Lr(this,kt).textContent=Ot(parseFloat(a)))}get mediaPreviewTime(){return me(this,l.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){Ee(this,l.MEDIA_PREVIEW_TIME,e)}}kt=new WeakMap;c.customElements.get("media-preview-time-display")||c.customElements.define("media-preview-time-display",co);var La=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},re=(t,e,i)=>(La(t,e,"read from private field"),i?i.call(t):e.get(t)),Pe=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Ca=(t,e,i,a)=>(La(t,e,"write to private field"),e.set(t,i),i),Me=(t,e,i)=>(La(t,e,"access private method"),i),Ze,ve,Gi,Oa,fs,Mi,Pa,It,oi,li,la;const we={REMAINING:"remaining",SHOW_DURATION:"showduration",NO_TOGGLE:"notoggle"},Cr=[...Object.values(we),l.MEDIA_CURRENT_TIME,l.MEDIA_DURATION,l.MEDIA_SEEKABLE],gs=["Enter"," "],ho="&nbsp;/&nbsp;",da=(t,{timesSep:e=ho}={})=>{var i,a;const r=(i=t.mediaCurrentTime)!=null?i:0,[,s]=(a=t.mediaSeekable)!=null?a:[];let n=0;Number.isFinite(t.mediaDuration)?n=t.mediaDuration:Number.isFinite(s)&&(n=s);const o=t.remaining?Ot(0-(n-r)):Ot(r);return t.showDuration?`${o}${e}${Ot(n)}`:o},mo=t=>{var e;const i=t.mediaCurrentTime,[,a]=(e=t.mediaSeekable)!=null?e:[];let r=null;if(Number.isFinite(t.mediaDuration)?r=t.mediaDuration:Number.isFinite(a)&&(r=a),i==null||r===null){t.setAttribute("aria-description",z("video not loaded, unknown time."));return}const s=t.remaining?Ct(0-(r-i)):Ct(i);if(!t.showDuration){t.setAttribute("aria-description",s);return}const n=Ct(r),o=z("{currentTime} of {totalTime}",{currentTime:s,totalTime:n});t.setAttribute("aria-description",o)};function Eo(t,e){return`
    <slot>${da(e)}</slot>
  `}const po=t=>{t.setAttribute("aria-label",z("playback time"))};class bs extends Be{constructor(){super(),Pe(this,Oa),Pe(this,Mi),Pe(this,It),Pe(this,li),Pe(this,Ze,void 0),Pe(this,ve,null),Pe(this,Gi,e=>{const{metaKey:i,altKey:a,key:r}=e;if(i||a||!gs.includes(r)){this.removeEventListener("keyup",re(this,ve));return}this.addEventListener("keyup",re(this,ve))}),Ca(this,Ze,this.shadowRoot.querySelector("slot")),re(this,Ze).innerHTML=`${da(this)}`}static get observedAttributes(){return[...super.observedAttributes,...Cr,"disabled"]}connectedCallback(){const{style:e}=W(this.shadowRoot,":host(:hover:not([notoggle]))");e.setProperty("cursor","var(--media-cursor, pointer)"),e.setProperty("background","var(--media-control-hover-background, rgba(50 50 70 / .7))"),this.setAttribute("aria-label",z("playback time")),Me(this,It,oi).call(this),super.connectedCallback()}toggleTimeDisplay(){this.noToggle||(this.hasAttribute("remaining")?this.removeAttribute("remaining"):this.setAttribute("remaining",""))}disconnectedCallback(){this.disable(),Me(this,Mi,Pa).call(this),super.disconnectedCallback()}attributeChangedCallback(e,i,a){po(this),Cr.includes(e)?this.update():e==="disabled"&&a!==i?a==null?Me(this,It,oi).call(this):Me(this,li,la).call(this):e===we.NO_TOGGLE&&a!==i&&(this.noToggle?Me(this,li,la).call(this):Me(this,It,oi).call(this)),super.attributeChangedCallback(e,i,a)}enable(){this.noToggle||(this.tabIndex=0)}disable(){this.tabIndex=-1}get remaining(){return M(this,we.REMAINING)}set remaining(e){D(this,we.REMAINING,e)}get showDuration(){return M(this,we.SHOW_DURATION)}set showDuration(e){D(this,we.SHOW_DURATION,e)}get noToggle(){return M(this,we.NO_TOGGLE)}set noToggle(e){D(this,we.NO_TOGGLE,e)}get mediaDuration(){return me(this,l.MEDIA_DURATION)}set mediaDuration(e){Ee(this,l.MEDIA_DURATION,e)}get mediaCurrentTime(){return me(this,l.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){Ee(this,l.MEDIA_CURRENT_TIME,e)}get mediaSeekable(){const e=this.getAttribute(l.MEDIA_SEEKABLE);if(e)return e.split(":").map(i=>+i)}set mediaSeekable(e){if(e==null){this.removeAttribute(l.MEDIA_SEEKABLE);return}this.setAttribute(l.MEDIA_SEEKABLE,e.join(":"))}update(){const e=da(this);mo(this),e!==re(this,Ze).innerHTML&&(re(this,Ze).innerHTML=e)}}Ze=new WeakMap;ve=new WeakMap;Gi=new WeakMap;Oa=new WeakSet;fs=function(){re(this,ve)||(Ca(this,ve,t=>{const{key:e}=t;if(!gs.includes(e)){this.removeEventListener("keyup",re(this,ve));return}this.toggleTimeDisplay()}),this.addEventListener("keydown",re(this,Gi)),this.addEventListener("click",this.toggleTimeDisplay))};Mi=new WeakSet;Pa=function(){re(this,ve)&&(this.removeEventListener("keyup",re(this,ve)),this.removeEventListener("keydown",re(this,Gi)),this.removeEventListener("click",this.toggleTimeDisplay),Ca(this,ve,null))};It=new WeakSet;oi=function(){!this.noToggle&&!this.hasAttribute("disabled")&&(this.setAttribute("role","button"),this.enable(),Me(this,Oa,fs).call(this))};li=new WeakSet;la=function(){this.removeAttribute("role"),this.disable(),Me(this,Mi,Pa).call(this)};bs.getSlotTemplateHTML=Eo;c.customElements.get("media-time-display")||c.customElements.define("media-time-display",bs);var Ua=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},R=(t,e,i)=>(Ua(t,e,"read from private field"),i?i.call(t):e.get(t)),$=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Re=(t,e,i,a)=>(Ua(t,e,"write to private field"),e.set(t,i),i),ie=(t,e,i)=>(Ua(t,e,"access private method"),i),ce,qi,di,ui,ae,Di,ci,hi,mi,xa,Ts,Ei,ua,pi,ca,Li,Na,ha,As,ma,Ss,Ea,ys,pa,ks;function vo(t){return`
    <style>
      :host {
        --_focus-box-shadow: var(--media-focus-box-shadow, inset 0 0 0 2px rgb(27 127 204 / .9));
        --_media-range-padding: var(--media-range-padding, var(--media-control-padding, 10px));

        box-shadow: var(--_focus-visible-box-shadow, none);
        background: var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7)));
        height: calc(var(--media-control-height, 24px) + 2 * var(--_media-range-padding));
        display: inline-flex;
        align-items: center;
        
        vertical-align: middle;
        box-sizing: border-box;
        position: relative;
        width: 100px;
        transition: background .15s linear;
        cursor: var(--media-cursor, pointer);
        pointer-events: auto;
        touch-action: none; 
      }

      
      input[type=range]:focus {
        outline: 0;
      }
      input[type=range]:focus::-webkit-slider-runnable-track {
        outline: 0;
      }

      :host(:hover) {
        background: var(--media-control-hover-background, rgb(50 50 70 / .7));
      }

      #leftgap {
        padding-left: var(--media-range-padding-left, var(--_media-range-padding));
      }

      #rightgap {
        padding-right: var(--media-range-padding-right, var(--_media-range-padding));
      }

      #startpoint,
      #endpoint {
        position: absolute;
      }

      #endpoint {
        right: 0;
      }

      #container {
        
        width: var(--media-range-track-width, 100%);
        transform: translate(var(--media-range-track-translate-x, 0px), var(--media-range-track-translate-y, 0px));
        position: relative;
        height: 100%;
        display: flex;
        align-items: center;
        min-width: 40px;
      }

      #range {
        
        display: var(--media-time-range-hover-display, block);
        bottom: var(--media-time-range-hover-bottom, 0);
        height: var(--media-time-range-hover-height, max(100% , 25px));
        width: 100%;
        position: absolute;
        cursor: var(--media-cursor, pointer);

        -webkit-appearance: none; 
        -webkit-tap-highlight-color: transparent;
        background: transparent; 
        margin: 0;
        z-index: 1;
      }

      @media (hover: hover) {
        #range {
          bottom: var(--media-time-range-hover-bottom, 0);
          height: var(--media-time-range-hover-height, max(100%, 20px));
        }
      }

      
      
      #range::-webkit-slider-thumb {
        -webkit-appearance: none;
        background: transparent;
        width: .1px;
        height: .1px;
      }

      
      #range::-moz-range-thumb {
        background: transparent;
        border: transparent;
        width: .1px;
        height: .1px;
      }

      #appearance {
        height: var(--media-range-track-height, 4px);
        display: flex;
        flex-direction: column;
        justify-content: center;
        width: 100%;
        position: absolute;
        
        will-change: transform;
      }

      #track {
        background: var(--media-range-track-background, rgb(255 255 255 / .2));
        border-radius: var(--media-range-track-border-radius, 1px);
        border: var(--media-range-track-border, none);
        outline: var(--media-range-track-outline);
        outline-offset: var(--media-range-track-outline-offset);
        backdrop-filter: var(--media-range-track-backdrop-filter);
        -webkit-backdrop-filter: var(--media-range-track-backdrop-filter);
        box-shadow: var(--media-range-track-box-shadow, none);
        position: absolute;
        width: 100%;
        height: 100%;
        overflow: hidden;
      }

      #progress,
      #pointer {
        position: absolute;
        height: 100%;
        will-change: width;
      }

      #progress {
        background: var(--media-range-bar-color, var(--media-primary-color, rgb(238 238 238)));
        transition: var(--media-range-track-transition);
      }

      #pointer {
        background: var(--media-range-track-pointer-background);
        border-right: var(--media-range-track-pointer-border-right);
        transition: visibility .25s, opacity .25s;
        visibility: hidden;
        opacity: 0;
      }

      @media (hover: hover) {
        :host(:hover) #pointer {
          transition: visibility .5s, opacity .5s;
          visibility: visible;
          opacity: 1;
        }
      }

      #thumb,
      ::slotted([slot=thumb]) {
        width: var(--media-range-thumb-width, 10px);
        height: var(--media-range-thumb-height, 10px);
        transition: var(--media-range-thumb-transition);
        transform: var(--media-range-thumb-transform, none);
        opacity: var(--media-range-thumb-opacity, 1);
        translate: -50%;
        position: absolute;
        left: 0;
        cursor: var(--media-cursor, pointer);
      }

      #thumb {
        border-radius: var(--media-range-thumb-border-radius, 10px);
        background: var(--media-range-thumb-background, var(--media-primary-color, rgb(238 238 238)));
        box-shadow: var(--media-range-thumb-box-shadow, 1px 1px 1px transparent);
        border: var(--media-range-thumb-border, none);
      }

      :host([disabled]) #thumb {
        background-color: #777;
      }

      .segments #appearance {
        height: var(--media-range-segment-hover-height, 7px);
      }

      #track {
        clip-path: url(#segments-clipping);
      }

      #segments {
        --segments-gap: var(--media-range-segments-gap, 2px);
        position: absolute;
        width: 100%;
        height: 100%;
      }

      #segments-clipping {
        transform: translateX(calc(var(--segments-gap) / 2));
      }

      #segments-clipping:empty {
        display: none;
      }

      #segments-clipping rect {
        height: var(--media-range-track-height, 4px);
        y: calc((var(--media-range-segment-hover-height, 7px) - var(--media-range-track-height, 4px)) / 2);
        transition: var(--media-range-segment-transition, transform .1s ease-in-out);
        transform: var(--media-range-segment-transform, scaleY(1));
        transform-origin: center;
      }

      /* Visible label for accessibility - positioned off-screen but technically visible (Firefox requires visible labels) */
      #range-label {
        position: absolute;
        left: -10000px;
        background: var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7)));
        pointer-events: none;
      }
    </style>
    <div id="leftgap"></div>
    <div id="container">
      <div id="startpoint"></div>
      <div id="endpoint"></div>
      <div id="appearance">
        <div id="track" part="track">
          <div id="pointer"></div>
          <div id="progress" part="progress"></div>
        </div>
        <slot name="thumb">
          <div id="thumb" part="thumb"></div>
        </slot>
        <svg id="segments" aria-hidden="true"><clipPath id="segments-clipping"></clipPath></svg>
      </div>
        <input id="range" type="range" min="0" max="1" step="any" value="0">
        <label for="range" id="range-label"></label>

      ${this.getContainerTemplateHTML(t)}
    </div>
    <div id="rightgap"></div>
  `}function _o(t){return""}class Kt extends c.HTMLElement{constructor(){if(super(),$(this,xa),$(this,Ei),$(this,pi),$(this,Li),$(this,ha),$(this,ma),$(this,Ea),$(this,pa),$(this,ce,void 0),$(this,qi,void 0),$(this,di,void 0),$(this,ui,void 0),$(this,ae,{}),$(this,Di,[]),$(this,ci,()=>{if(this.range.matches(":focus-visible")){const{style:e}=W(this.shadowRoot,":host");e.setProperty("--_focus-visible-box-shadow","var(--_focus-box-shadow)")}}),$(this,hi,()=>{const{style:e}=W(this.shadowRoot,":host");e.removeProperty("--_focus-visible-box-shadow")}),$(this,mi,()=>{const e=this.shadowRoot.querySelector("#segments-clipping");e&&e.parentNode.append(e)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=He(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}this.container=this.shadowRoot.querySelector("#container"),Re(this,di,this.shadowRoot.querySelector("#startpoint")),Re(this,ui,this.shadowRoot.querySelector("#endpoint")),this.range=this.shadowRoot.querySelector("#range"),this.appearance=this.shadowRoot.querySelector("#appearance")}static get observedAttributes(){return["disabled","aria-disabled",O.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var r,s,n,o,u;e===O.MEDIA_CONTROLLER?(i&&((s=(r=R(this,ce))==null?void 0:r.unassociateElement)==null||s.call(r,this),Re(this,ce,null)),a&&this.isConnected&&(Re(this,ce,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=R(this,ce))==null?void 0:o.associateElement)==null||u.call(o,this))):(e==="disabled"||e==="aria-disabled"&&i!==a)&&(a==null?(this.range.removeAttribute(e),ie(this,Ei,ua).call(this)):(this.range.setAttribute(e,a),ie(this,pi,ca).call(this)))}connectedCallback(){var e,i,a;const{style:r}=W(this.shadowRoot,":host");r.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),R(this,ae).pointer=W(this.shadowRoot,"#pointer"),R(this,ae).progress=W(this.shadowRoot,"#progress"),R(this,ae).thumb=W(this.shadowRoot,'#thumb, ::slotted([slot="thumb"])'),R(this,ae).activeSegment=W(this.shadowRoot,"#segments-clipping rect:nth-child(0)");const s=this.getAttribute(O.MEDIA_CONTROLLER);s&&(Re(this,ce,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=R(this,ce))==null?void 0:i.associateElement)==null||a.call(i,this)),this.updateBar(),this.shadowRoot.addEventListener("focusin",R(this,ci)),this.shadowRoot.addEventListener("focusout",R(this,hi)),ie(this,Ei,ua).call(this),Vr(this.container,R(this,mi))}disconnectedCallback(){var e,i;ie(this,pi,ca).call(this),(i=(e=R(this,ce))==null?void 0:e.unassociateElement)==null||i.call(e,this),Re(this,ce,null),this.shadowRoot.removeEventListener("focusin",R(this,ci)),this.shadowRoot.removeEventListener("focusout",R(this,hi)),Gr(this.container,R(this,mi))}updatePointerBar(e){var i;(i=R(this,ae).pointer)==null||i.style.setProperty("width",`${this.getPointerRatio(e)*100}%`)}updateBar(){var e,i;const a=this.range.valueAsNumber*100;(e=R(this,ae).progress)==null||e.style.setProperty("width",`${a}%`),(i=R(this,ae).thumb)==null||i.style.setProperty("left",`${a}%`)}updateSegments(e){const i=this.shadowRoot.querySelector("#segments-clipping");if(i.textContent="",this.container.classList.toggle("segments",!!e?.length),!e?.length)return;const a=[...new Set([+this.range.min,...e.flatMap(s=>[s.start,s.end]),+this.range.max])];Re(this,Di,[...a]);const r=a.pop();for(const[s,n]of a.entries()){const[o,u]=[s===0,s===a.length-1],A=o?"calc(var(--segments-gap) / -1)":`${n*100}%`,b=`calc(${((u?r:a[s+1])-n)*100}%${o||u?"":" - var(--segments-gap)"})`,p=K.createElementNS("http://www.w3.org/2000/svg","rect"),h=xr(this.shadowRoot,`#segments-clipping rect:nth-child(${s+1})`);h.style.setProperty("x",A),h.style.setProperty("width",b),i.append(p)}}getPointerRatio(e){return qs(e.clientX,e.clientY,R(this,di).getBoundingClientRect(),R(this,ui).getBoundingClientRect())}get dragging(){return this.hasAttribute("dragging")}handleEvent(e){switch(e.type){case"pointermove":ie(this,pa,ks).call(this,e);break;case"input":this.updateBar();break;case"pointerenter":ie(this,ha,As).call(this,e);break;case"pointerdown":ie(this,Li,Na).call(this,e);break;case"pointerup":ie(this,ma,Ss).call(this);break;case"pointerleave":ie(this,Ea,ys).call(this);break}}get keysUsed(){return["ArrowUp","ArrowRight","ArrowDown","ArrowLeft"]}}ce=new WeakMap;qi=new WeakMap;di=new WeakMap;ui=new WeakMap;ae=new WeakMap;Di=new WeakMap;ci=new WeakMap;hi=new WeakMap;mi=new WeakMap;xa=new WeakSet;Ts=function(t){const e=R(this,ae).activeSegment;if(!e)return;const i=this.getPointerRatio(t),r=`#segments-clipping rect:nth-child(${R(this,Di).findIndex((s,n,o)=>{const u=o[n+1];return u!=null&&i>=s&&i<=u})+1})`;(e.selectorText!=r||!e.style.transform)&&(e.selectorText=r,e.style.setProperty("transform","var(--media-range-segment-hover-transform, scaleY(2))"))};Ei=new WeakSet;ua=function(){this.hasAttribute("disabled")||!this.isConnected||(this.addEventListener("input",this),this.addEventListener("pointerdown",this),this.addEventListener("pointerenter",this))};pi=new WeakSet;ca=function(){var t,e;this.removeEventListener("input",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointerenter",this),this.removeEventListener("pointerleave",this),(t=c.window)==null||t.removeEventListener("pointerup",this),(e=c.window)==null||e.removeEventListener("pointermove",this)};Li=new WeakSet;Na=function(t){var e;Re(this,qi,t.composedPath().includes(this.range)),(e=c.window)==null||e.addEventListener("pointerup",this,{once:!0})};ha=new WeakSet;As=function(t){var e;t.pointerType!=="mouse"&&ie(this,Li,Na).call(this,t),this.addEventListener("pointerleave",this,{once:!0}),(e=c.window)==null||e.addEventListener("pointermove",this)};ma=new WeakSet;Ss=function(){var t;(t=c.window)==null||t.removeEventListener("pointerup",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled")};Ea=new WeakSet;ys=function(){var t,e;this.removeEventListener("pointerleave",this),(t=c.window)==null||t.removeEventListener("pointermove",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled"),(e=R(this,ae).activeSegment)==null||e.style.removeProperty("transform")};pa=new WeakSet;ks=function(t){t.pointerType==="pen"&&t.buttons===0||(this.toggleAttribute("dragging",t.buttons===1||t.pointerType!=="mouse"),this.updatePointerBar(t),ie(this,xa,Ts).call(this,t),this.dragging&&(t.pointerType!=="mouse"||!R(this,qi))&&(this.range.disabled=!0,this.range.valueAsNumber=this.getPointerRatio(t),this.range.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))))};Kt.shadowRootOptions={mode:"open"};Kt.getTemplateHTML=vo;Kt.getContainerTemplateHTML=_o;c.customElements.get("media-chrome-range")||c.customElements.define("media-chrome-range",Kt);var Is=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},fo=(t,e,i)=>(Is(t,e,"read from private field"),i?i.call(t):e.get(t)),go=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},bo=(t,e,i,a)=>(Is(t,e,"write to private field"),e.set(t,i),i),vi;class To extends Be{constructor(){super(),go(this,vi,void 0),bo(this,vi,this.shadowRoot.querySelector("slot"))}static get observedAttributes(){return[...super.observedAttributes,l.MEDIA_PREVIEW_CHAPTER,l.MEDIA_LANG]}attributeChangedCallback(e,i,a){if(super.attributeChangedCallback(e,i,a),(e===l.MEDIA_PREVIEW_CHAPTER||e===l.MEDIA_LANG)&&a!==i&&a!=null)if(fo(this,vi).textContent=a,a!==""){const r=z("chapter: {chapterName}",{chapterName:a});this.setAttribute("aria-valuetext",r)}else this.removeAttribute("aria-valuetext")}get mediaPreviewChapter(){return Le(this,l.MEDIA_PREVIEW_CHAPTER)}set mediaPreviewChapter(e){Ae(this,l.MEDIA_PREVIEW_CHAPTER,e)}}vi=new WeakMap;c.customElements.get("media-preview-chapter-display")||c.customElements.define("media-preview-chapter-display",To);var ws=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},x=(t,e,i)=>(ws(t,e,"read from private field"),e.get(t)),ne=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Y=(t,e,i,a)=>(ws(t,e,"write to private field"),e.set(t,i),i),Ao=(t,e,i,a)=>({set _(r){Y(t,e,r)},get _(){return x(t,e)}}),je,_i,et,wt,fi,gi,bi,tt,xe,Ti;class So{constructor(e,i,a){ne(this,je,void 0),ne(this,_i,void 0),ne(this,et,void 0),ne(this,wt,void 0),ne(this,fi,void 0),ne(this,gi,void 0),ne(this,bi,void 0),ne(this,tt,void 0),ne(this,xe,0),ne(this,Ti,(r=performance.now())=>{Y(this,xe,requestAnimationFrame(x(this,Ti))),Y(this,wt,performance.now()-x(this,et));const s=1e3/this.fps;if(x(this,wt)>s){Y(this,et,r-x(this,wt)%s);const n=1e3/((r-x(this,_i))/++Ao(this,fi)._),o=(r-x(this,gi))/1e3/this.duration;let u=x(this,bi)+o*this.playbackRate;u-x(this,je).valueAsNumber>0?Y(this,tt,this.playbackRate/this.duration/n):(Y(this,tt,.995*x(this,tt)),u=x(this,je).valueAsNumber+x(this,tt)),this.callback(u)}}),Y(this,je,e),this.callback=i,this.fps=a}start(){x(this,xe)===0&&(Y(this,et,performance.now()),Y(this,_i,x(this,et)),Y(this,fi,0),x(this,Ti).call(this))}stop(){x(this,xe)!==0&&(cancelAnimationFrame(x(this,xe)),Y(this,xe,0))}update({start:e,duration:i,playbackRate:a}){const r=e-x(this,je).valueAsNumber,s=Math.abs(i-this.duration);(r>0||r<-.5/i||s>=.5)&&this.callback(e),Y(this,bi,e),Y(this,gi,performance.now()),this.duration=i,this.playbackRate=a}}je=new WeakMap;_i=new WeakMap;et=new WeakMap;wt=new WeakMap;fi=new WeakMap;gi=new WeakMap;bi=new WeakMap;tt=new WeakMap;xe=new WeakMap;Ti=new WeakMap;var $a=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},I=(t,e,i)=>($a(t,e,"read from private field"),i?i.call(t):e.get(t)),P=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},X=(t,e,i,a)=>($a(t,e,"write to private field"),e.set(t,i),i),J=(t,e,i)=>($a(t,e,"access private method"),i),it,De,Ci,Pt,Oi,Ai,Ft,Wt,at,rt,Rt,va,Rs,_a,Pi,Fa,Ui,Wa,xi,Ha,fa,Ms,Ht,Ni,ga,Ds;const yo=t=>{const e=t.range,i=Ct(+Ls(t)),a=Ct(+t.mediaSeekableEnd),r=i&&a?z("{currentTime} of {totalTime}",{currentTime:i,totalTime:a}):z("video not loaded, unknown time.");e.setAttribute("aria-valuetext",r)};function ko(t){return`
    <style>
      :host {
        --media-box-border-radius: 4px;
        --media-box-padding-left: 10px;
        --media-box-padding-right: 10px;
        --media-preview-border-radius: var(--media-box-border-radius);
        --media-box-arrow-offset: var(--media-box-border-radius);
        --_control-background: var(--media-control-background, var(--media-secondary-color, rgb(20 20 30 / .7)));
        --_preview-background: var(--media-preview-background, var(--_control-background));

        
        contain: layout;
      }

      #buffered {
        background: var(--media-time-range-buffered-color, rgb(255 255 255 / .4));
        position: absolute;
        height: 100%;
        will-change: width;
      }

      #preview-rail,
      #current-rail {
        width: 100%;
        position: absolute;
        left: 0;
        bottom: 100%;
        pointer-events: none;
        will-change: transform;
      }

      [part~="box"] {
        width: min-content;
        
        position: absolute;
        bottom: 100%;
        flex-direction: column;
        align-items: center;
        transform: translateX(-50%);
      }

      [part~="current-box"] {
        display: var(--media-current-box-display, var(--media-box-display, flex));
        margin: var(--media-current-box-margin, var(--media-box-margin, 0 0 5px));
        visibility: hidden;
      }

      [part~="preview-box"] {
        display: var(--media-preview-box-display, var(--media-box-display, flex));
        margin: var(--media-preview-box-margin, var(--media-box-margin, 0 0 5px));
        transition-property: var(--media-preview-transition-property, visibility, opacity);
        transition-duration: var(--media-preview-transition-duration-out, .25s);
        transition-delay: var(--media-preview-transition-delay-out, 0s);
        visibility: hidden;
        opacity: 0;
      }

      :host(:is([${l.MEDIA_PREVIEW_IMAGE}], [${l.MEDIA_PREVIEW_TIME}])[dragging]) [part~="preview-box"] {
        transition-duration: var(--media-preview-transition-duration-in, .5s);
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        visibility: visible;
        opacity: 1;
      }

      @media (hover: hover) {
        :host(:is([${l.MEDIA_PREVIEW_IMAGE}], [${l.MEDIA_PREVIEW_TIME}]):hover) [part~="preview-box"] {
          transition-duration: var(--media-preview-transition-duration-in, .5s);
          transition-delay: var(--media-preview-transition-delay-in, .25s);
          visibility: visible;
          opacity: 1;
        }
      }

      media-preview-thumbnail,
      ::slotted(media-preview-thumbnail) {
        visibility: hidden;
        
        transition: visibility 0s .25s;
        transition-delay: calc(var(--media-preview-transition-delay-out, 0s) + var(--media-preview-transition-duration-out, .25s));
        background: var(--media-preview-thumbnail-background, var(--_preview-background));
        box-shadow: var(--media-preview-thumbnail-box-shadow, 0 0 4px rgb(0 0 0 / .2));
        max-width: var(--media-preview-thumbnail-max-width, 180px);
        max-height: var(--media-preview-thumbnail-max-height, 160px);
        min-width: var(--media-preview-thumbnail-min-width, 120px);
        min-height: var(--media-preview-thumbnail-min-height, 80px);
        border: var(--media-preview-thumbnail-border);
        border-radius: var(--media-preview-thumbnail-border-radius,
          var(--media-preview-border-radius) var(--media-preview-border-radius) 0 0);
      }

      :host([${l.MEDIA_PREVIEW_IMAGE}][dragging]) media-preview-thumbnail,
      :host([${l.MEDIA_PREVIEW_IMAGE}][dragging]) ::slotted(media-preview-thumbnail) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        visibility: visible;
      }

      @media (hover: hover) {
        :host([${l.MEDIA_PREVIEW_IMAGE}]:hover) media-preview-thumbnail,
        :host([${l.MEDIA_PREVIEW_IMAGE}]:hover) ::slotted(media-preview-thumbnail) {
          transition-delay: var(--media-preview-transition-delay-in, .25s);
          visibility: visible;
        }

        :host([${l.MEDIA_PREVIEW_TIME}]:hover) {
          --media-time-range-hover-display: block;
        }
      }

      media-preview-chapter-display,
      ::slotted(media-preview-chapter-display) {
        font-size: var(--media-font-size, 13px);
        line-height: 17px;
        min-width: 0;
        visibility: hidden;
        
        transition: min-width 0s, border-radius 0s, margin 0s, padding 0s, visibility 0s;
        transition-delay: calc(var(--media-preview-transition-delay-out, 0s) + var(--media-preview-transition-duration-out, .25s));
        background: var(--media-preview-chapter-background, var(--_preview-background));
        border-radius: var(--media-preview-chapter-border-radius,
          var(--media-preview-border-radius) var(--media-preview-border-radius)
          var(--media-preview-border-radius) var(--media-preview-border-radius));
        padding: var(--media-preview-chapter-padding, 3.5px 9px);
        margin: var(--media-preview-chapter-margin, 0 0 5px);
        text-shadow: var(--media-preview-chapter-text-shadow, 0 0 4px rgb(0 0 0 / .75));
      }

      :host([${l.MEDIA_PREVIEW_IMAGE}]) media-preview-chapter-display,
      :host([${l.MEDIA_PREVIEW_IMAGE}]) ::slotted(media-preview-chapter-display) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        border-radius: var(--media-preview-chapter-border-radius, 0);
        padding: var(--media-preview-chapter-padding, 3.5px 9px 0);
        margin: var(--media-preview-chapter-margin, 0);
        min-width: 100%;
      }

      media-preview-chapter-display[${l.MEDIA_PREVIEW_CHAPTER}],
      ::slotted(media-preview-chapter-display[${l.MEDIA_PREVIEW_CHAPTER}]) {
        visibility: visible;
      }

      media-preview-chapter-display:not([aria-valuetext]),
      ::slotted(media-preview-chapter-display:not([aria-valuetext])) {
        display: none;
      }

      media-preview-time-display,
      ::slotted(media-preview-time-display),
      media-time-display,
      ::slotted(media-time-display) {
        font-size: var(--media-font-size, 13px);
        line-height: 17px;
        min-width: 0;
        
        transition: min-width 0s, border-radius 0s;
        transition-delay: calc(var(--media-preview-transition-delay-out, 0s) + var(--media-preview-transition-duration-out, .25s));
        background: var(--media-preview-time-background, var(--_preview-background));
        border-radius: var(--media-preview-time-border-radius,
          var(--media-preview-border-radius) var(--media-preview-border-radius)
          var(--media-preview-border-radius) var(--media-preview-border-radius));
        padding: var(--media-preview-time-padding, 3.5px 9px);
        margin: var(--media-preview-time-margin, 0);
        text-shadow: var(--media-preview-time-text-shadow, 0 0 4px rgb(0 0 0 / .75));
        transform: translateX(min(
          max(calc(50% - var(--_box-width) / 2),
          calc(var(--_box-shift, 0))),
          calc(var(--_box-width) / 2 - 50%)
        ));
      }

      :host([${l.MEDIA_PREVIEW_IMAGE}]) media-preview-time-display,
      :host([${l.MEDIA_PREVIEW_IMAGE}]) ::slotted(media-preview-time-display) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        border-radius: var(--media-preview-time-border-radius,
          0 0 var(--media-preview-border-radius) var(--media-preview-border-radius));
        min-width: 100%;
      }

      :host([${l.MEDIA_PREVIEW_TIME}]:hover) {
        --media-time-range-hover-display: block;
      }

      [part~="arrow"],
      ::slotted([part~="arrow"]) {
        display: var(--media-box-arrow-display, inline-block);
        transform: translateX(min(
          max(calc(50% - var(--_box-width) / 2 + var(--media-box-arrow-offset)),
          calc(var(--_box-shift, 0))),
          calc(var(--_box-width) / 2 - 50% - var(--media-box-arrow-offset))
        ));
        
        border-color: transparent;
        border-top-color: var(--media-box-arrow-background, var(--_control-background));
        border-width: var(--media-box-arrow-border-width,
          var(--media-box-arrow-height, 5px) var(--media-box-arrow-width, 6px) 0);
        border-style: solid;
        justify-content: center;
        height: 0;
      }
    </style>
    <div id="preview-rail">
      <slot name="preview" part="box preview-box">
        <media-preview-thumbnail>
          <template shadowrootmode="${Rr.shadowRootOptions.mode}">
            ${Rr.getTemplateHTML({})}
          </template>
        </media-preview-thumbnail>
        <media-preview-chapter-display></media-preview-chapter-display>
        <media-preview-time-display></media-preview-time-display>
        <slot name="preview-arrow"><div part="arrow"></div></slot>
      </slot>
    </div>
    <div id="current-rail">
      <slot name="current" part="box current-box">
        
      </slot>
    </div>
  `}const ei=(t,e=t.mediaCurrentTime)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;if(Number.isNaN(a))return 0;const r=(e-i)/(a-i);return Math.max(0,Math.min(r,1))},Ls=(t,e=t.range.valueAsNumber)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;return Number.isNaN(a)?0:e*(a-i)+i};class Ba extends Kt{constructor(){super(),P(this,va),P(this,Pi),P(this,Ui),P(this,xi),P(this,fa),P(this,Ht),P(this,ga),P(this,it,null),P(this,De,void 0),P(this,Ci,void 0),P(this,Pt,void 0),P(this,Oi,void 0),P(this,Ai,void 0),P(this,Ft,void 0),P(this,Wt,void 0),P(this,at,void 0),P(this,rt,void 0),P(this,Rt,()=>{J(this,va,Rs).call(this)?I(this,De).start():I(this,De).stop()}),P(this,_a,a=>{this.dragging||(wa(a)&&(this.range.valueAsNumber=a),I(this,rt)||this.updateBar())}),this.shadowRoot.querySelector("#track").insertAdjacentHTML("afterbegin",'<div id="buffered" part="buffered"></div>'),X(this,Ci,this.shadowRoot.querySelectorAll('[part~="box"]')),X(this,Oi,this.shadowRoot.querySelector('[part~="preview-box"]')),X(this,Ai,this.shadowRoot.querySelector('[part~="current-box"]'));const i=getComputedStyle(this);X(this,Ft,parseInt(i.getPropertyValue("--media-box-padding-left"))),X(this,Wt,parseInt(i.getPropertyValue("--media-box-padding-right"))),X(this,De,new So(this.range,I(this,_a),60))}static get observedAttributes(){return[...super.observedAttributes,l.MEDIA_PAUSED,l.MEDIA_DURATION,l.MEDIA_SEEKABLE,l.MEDIA_CURRENT_TIME,l.MEDIA_PREVIEW_IMAGE,l.MEDIA_PREVIEW_TIME,l.MEDIA_PREVIEW_CHAPTER,l.MEDIA_BUFFERED,l.MEDIA_PLAYBACK_RATE,l.MEDIA_LOADING,l.MEDIA_ENDED]}connectedCallback(){var e;super.connectedCallback(),this.range.setAttribute("aria-label",z("seek")),I(this,Rt).call(this),X(this,it,this.getRootNode()),(e=I(this,it))==null||e.addEventListener("transitionstart",this)}disconnectedCallback(){var e;super.disconnectedCallback(),I(this,De).stop(),(e=I(this,it))==null||e.removeEventListener("transitionstart",this),X(this,it,null)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),i!=a&&(e===l.MEDIA_CURRENT_TIME||e===l.MEDIA_PAUSED||e===l.MEDIA_ENDED||e===l.MEDIA_LOADING||e===l.MEDIA_DURATION||e===l.MEDIA_SEEKABLE?(I(this,De).update({start:ei(this),duration:this.mediaSeekableEnd-this.mediaSeekableStart,playbackRate:this.mediaPlaybackRate}),I(this,Rt).call(this),yo(this)):e===l.MEDIA_BUFFERED&&this.updateBufferedBar(),(e===l.MEDIA_DURATION||e===l.MEDIA_SEEKABLE)&&(this.mediaChaptersCues=I(this,at),this.updateBar()))}get mediaChaptersCues(){return I(this,at)}set mediaChaptersCues(e){var i;X(this,at,e),this.updateSegments((i=I(this,at))==null?void 0:i.map(a=>({start:ei(this,a.startTime),end:ei(this,a.endTime)})))}get mediaPaused(){return M(this,l.MEDIA_PAUSED)}set mediaPaused(e){D(this,l.MEDIA_PAUSED,e)}get mediaLoading(){return M(this,l.MEDIA_LOADING)}set mediaLoading(e){D(this,l.MEDIA_LOADING,e)}get mediaDuration(){return me(this,l.MEDIA_DURATION)}set mediaDuration(e){Ee(this,l.MEDIA_DURATION,e)}get mediaCurrentTime(){return me(this,l.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){Ee(this,l.MEDIA_CURRENT_TIME,e)}get mediaPlaybackRate(){return me(this,l.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){Ee(this,l.MEDIA_PLAYBACK_RATE,e)}get mediaBuffered(){const e=this.getAttribute(l.MEDIA_BUFFERED);return e?e.split(" ").map(i=>i.split(":").map(a=>+a)):[]}set mediaBuffered(e){if(!e){this.removeAttribute(l.MEDIA_BUFFERED);return}const i=e.map(a=>a.join(":")).join(" ");this.setAttribute(l.MEDIA_BUFFERED,i)}get mediaSeekable(){const e=this.getAttribute(l.MEDIA_SEEKABLE);if(e)return e.split(":").map(i=>+i)}set mediaSeekable(e){if(e==null){this.removeAttribute(l.MEDIA_SEEKABLE);return}this.setAttribute(l.MEDIA_SEEKABLE,e.join(":"))}get mediaSeekableEnd(){var e;const[,i=this.mediaDuration]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaSeekableStart(){var e;const[i=0]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaPreviewImage(){return Le(this,l.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){Ae(this,l.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewTime(){return me(this,l.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){Ee(this,l.MEDIA_PREVIEW_TIME,e)}get mediaEnded(){return M(this,l.MEDIA_ENDED)}set mediaEnded(e){D(this,l.MEDIA_ENDED,e)}updateBar(){super.updateBar(),this.updateBufferedBar(),this.updateCurrentBox()}updateBufferedBar(){var e;const i=this.mediaBuffered;if(!i.length)return;let a;if(this.mediaEnded)a=1;else{const s=this.mediaCurrentTime,[,n=this.mediaSeekableStart]=(e=i.find(([o,u])=>o<=s&&s<=u))!=null?e:[];a=ei(this,n)}const{style:r}=W(this.shadowRoot,"#buffered");r.setProperty("width",`${a*100}%`)}updateCurrentBox(){if(!this.shadowRoot.querySelector('slot[name="current"]').assignedElements().length)return;const i=W(this.shadowRoot,"#current-rail"),a=W(this.shadowRoot,'[part~="current-box"]'),r=J(this,Pi,Fa).call(this,I(this,Ai)),s=J(this,Ui,Wa).call(this,r,this.range.valueAsNumber),n=J(this,xi,Ha).call(this,r,this.range.valueAsNumber);i.style.transform=`translateX(${s})`,i.style.setProperty("--_range-width",`${r.range.width}`),a.style.setProperty("--_box-shift",`${n}`),a.style.setProperty("--_box-width",`${r.box.width}px`),a.style.setProperty("visibility","initial")}handleEvent(e){switch(super.handleEvent(e),e.type){case"input":J(this,ga,Ds).call(this);break;case"pointermove":J(this,fa,Ms).call(this,e);break;case"pointerup":I(this,rt)&&X(this,rt,!1);break;case"pointerdown":X(this,rt,!0);break;case"pointerleave":J(this,Ht,Ni).call(this,null);break;case"transitionstart":ct(e.target,this)&&setTimeout(()=>I(this,Rt).call(this),0);break}}}it=new WeakMap;De=new WeakMap;Ci=new WeakMap;Pt=new WeakMap;Oi=new WeakMap;Ai=new WeakMap;Ft=new WeakMap;Wt=new WeakMap;at=new WeakMap;rt=new WeakMap;Rt=new WeakMap;va=new WeakSet;Rs=function(){return this.isConnected&&!this.mediaPaused&&!this.mediaLoading&&!this.mediaEnded&&this.mediaSeekableEnd>0&&Gs(this)};_a=new WeakMap;Pi=new WeakSet;Fa=function(t){var e;const a=((e=this.getAttribute("bounds")?$i(this,`#${this.getAttribute("bounds")}`):this.parentElement)!=null?e:this).getBoundingClientRect(),r=this.range.getBoundingClientRect(),s=t.offsetWidth,n=-(r.left-a.left-s/2),o=a.right-r.left-s/2;return{box:{width:s,min:n,max:o},bounds:a,range:r}};Ui=new WeakSet;Wa=function(t,e){let i=`${e*100}%`;const{width:a,min:r,max:s}=t.box;if(!a)return i;if(Number.isNaN(r)||(i=`max(${`calc(1 / var(--_range-width) * 100 * ${r}% + var(--media-box-padding-left))`}, ${i})`),!Number.isNaN(s)){const o=`calc(1 / var(--_range-width) * 100 * ${s}% - var(--media-box-padding-right))`;i=`min(${i}, ${o})`}return i};xi=new WeakSet;Ha=function(t,e){const{width:i,min:a,max:r}=t.box,s=e*t.range.width;if(s<a+I(this,Ft)){const n=t.range.left-t.bounds.left-I(this,Ft);return`${s-i/2+n}px`}if(s>r-I(this,Wt)){const n=t.bounds.right-t.range.right-I(this,Wt);return`${s+i/2-n-t.range.width}px`}return 0};fa=new WeakSet;Ms=function(t){const e=[...I(this,Ci)].some(T=>t.composedPath().includes(T));if(!this.dragging&&(e||!t.composedPath().includes(this))){J(this,Ht,Ni).call(this,null);return}const i=this.mediaSeekableEnd;if(!i)return;const a=W(this.shadowRoot,"#preview-rail"),r=W(this.shadowRoot,'[part~="preview-box"]'),s=J(this,Pi,Fa).call(this,I(this,Oi));let n=(t.clientX-s.range.left)/s.range.width;n=Math.max(0,Math.min(1,n));const o=J(this,Ui,Wa).call(this,s,n),u=J(this,xi,Ha).call(this,s,n);a.style.transform=`translateX(${o})`,a.style.setProperty("--_range-width",`${s.range.width}`),r.style.setProperty("--_box-shift",`${u}`),r.style.setProperty("--_box-width",`${s.box.width}px`);const A=Math.round(I(this,Pt))-Math.round(n*i);Math.abs(A)<1&&n>.01&&n<.99||(X(this,Pt,n*i),J(this,Ht,Ni).call(this,I(this,Pt)))};Ht=new WeakSet;Ni=function(t){this.dispatchEvent(new c.CustomEvent(_.MEDIA_PREVIEW_REQUEST,{composed:!0,bubbles:!0,detail:t}))};ga=new WeakSet;Ds=function(){I(this,De).stop();const t=Ls(this);this.dispatchEvent(new c.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:t}))};Ba.shadowRootOptions={mode:"open"};Ba.getContainerTemplateHTML=ko;c.customElements.get("media-time-range")||c.customElements.define("media-time-range",Ba);const Lo=Object.freeze(Object.defineProperty({__proto__:null},Symbol.toStringTag,{value:"Module"}));export{_n as A,c as G,O as M,Le as a,l as b,$i as c,W as d,M as e,D as f,wo as g,_ as h,Gs as i,me as j,Ee as k,Kt as l,Lo as m,He as n,Ae as s,z as t};
