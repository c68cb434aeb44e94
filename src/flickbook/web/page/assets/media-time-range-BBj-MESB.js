const _={MEDIA_PLAY_REQUEST:"mediaplayrequest",MEDIA_PAUSE_REQUEST:"mediapauserequest",MEDIA_MUTE_REQUEST:"mediamuterequest",MEDIA_UNMUTE_REQUEST:"mediaunmuterequest",MEDIA_LOOP_REQUEST:"medialooprequest",MEDIA_VOLUME_REQUEST:"mediavolumerequest",MEDIA_SEEK_REQUEST:"mediaseekrequest",MEDIA_AIRPLAY_REQUEST:"mediaairplayrequest",MEDIA_ENTER_FULLSCREEN_REQUEST:"mediaenterfullscreenrequest",MEDIA_EXIT_FULLSCREEN_REQUEST:"mediaexitfullscreenrequest",MEDIA_PREVIEW_REQUEST:"mediapreviewrequest",MEDIA_ENTER_PIP_REQUEST:"mediaenterpiprequest",MEDIA_EXIT_PIP_REQUEST:"mediaexitpiprequest",MEDIA_ENTER_CAST_REQUEST:"mediaentercastrequest",MEDIA_EXIT_CAST_REQUEST:"mediaexitcastrequest",MEDIA_SHOW_TEXT_TRACKS_REQUEST:"mediashowtexttracksrequest",MEDIA_HIDE_TEXT_TRACKS_REQUEST:"mediahidetexttracksrequest",MEDIA_SHOW_SUBTITLES_REQUEST:"mediashowsubtitlesrequest",MEDIA_DISABLE_SUBTITLES_REQUEST:"mediadisablesubtitlesrequest",MEDIA_TOGGLE_SUBTITLES_REQUEST:"mediatogglesubtitlesrequest",MEDIA_PLAYBACK_RATE_REQUEST:"mediaplaybackraterequest",MEDIA_RENDITION_REQUEST:"mediarenditionrequest",MEDIA_AUDIO_TRACK_REQUEST:"mediaaudiotrackrequest",MEDIA_SEEK_TO_LIVE_REQUEST:"mediaseektoliverequest",REGISTER_MEDIA_STATE_RECEIVER:"registermediastatereceiver",UNREGISTER_MEDIA_STATE_RECEIVER:"unregistermediastatereceiver"},D={MEDIA_CHROME_ATTRIBUTES:"mediachromeattributes",MEDIA_CONTROLLER:"mediacontroller"},pr={MEDIA_AIRPLAY_UNAVAILABLE:"mediaAirplayUnavailable",MEDIA_AUDIO_TRACK_ENABLED:"mediaAudioTrackEnabled",MEDIA_AUDIO_TRACK_LIST:"mediaAudioTrackList",MEDIA_AUDIO_TRACK_UNAVAILABLE:"mediaAudioTrackUnavailable",MEDIA_BUFFERED:"mediaBuffered",MEDIA_CAST_UNAVAILABLE:"mediaCastUnavailable",MEDIA_CHAPTERS_CUES:"mediaChaptersCues",MEDIA_CURRENT_TIME:"mediaCurrentTime",MEDIA_DURATION:"mediaDuration",MEDIA_ENDED:"mediaEnded",MEDIA_ERROR:"mediaError",MEDIA_ERROR_CODE:"mediaErrorCode",MEDIA_ERROR_MESSAGE:"mediaErrorMessage",MEDIA_FULLSCREEN_UNAVAILABLE:"mediaFullscreenUnavailable",MEDIA_HAS_PLAYED:"mediaHasPlayed",MEDIA_HEIGHT:"mediaHeight",MEDIA_IS_AIRPLAYING:"mediaIsAirplaying",MEDIA_IS_CASTING:"mediaIsCasting",MEDIA_IS_FULLSCREEN:"mediaIsFullscreen",MEDIA_IS_PIP:"mediaIsPip",MEDIA_LOADING:"mediaLoading",MEDIA_MUTED:"mediaMuted",MEDIA_LOOP:"mediaLoop",MEDIA_PAUSED:"mediaPaused",MEDIA_PIP_UNAVAILABLE:"mediaPipUnavailable",MEDIA_PLAYBACK_RATE:"mediaPlaybackRate",MEDIA_PREVIEW_CHAPTER:"mediaPreviewChapter",MEDIA_PREVIEW_COORDS:"mediaPreviewCoords",MEDIA_PREVIEW_IMAGE:"mediaPreviewImage",MEDIA_PREVIEW_TIME:"mediaPreviewTime",MEDIA_RENDITION_LIST:"mediaRenditionList",MEDIA_RENDITION_SELECTED:"mediaRenditionSelected",MEDIA_RENDITION_UNAVAILABLE:"mediaRenditionUnavailable",MEDIA_SEEKABLE:"mediaSeekable",MEDIA_STREAM_TYPE:"mediaStreamType",MEDIA_SUBTITLES_LIST:"mediaSubtitlesList",MEDIA_SUBTITLES_SHOWING:"mediaSubtitlesShowing",MEDIA_TARGET_LIVE_WINDOW:"mediaTargetLiveWindow",MEDIA_TIME_IS_LIVE:"mediaTimeIsLive",MEDIA_VOLUME:"mediaVolume",MEDIA_VOLUME_LEVEL:"mediaVolumeLevel",MEDIA_VOLUME_UNAVAILABLE:"mediaVolumeUnavailable",MEDIA_LANG:"mediaLang",MEDIA_WIDTH:"mediaWidth"},vr=Object.entries(pr),l=vr.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{}),gs={USER_INACTIVE_CHANGE:"userinactivechange",BREAKPOINTS_CHANGE:"breakpointchange",BREAKPOINTS_COMPUTED:"breakpointscomputed"},it=vr.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{...gs});Object.entries(it).reduce((t,[e,i])=>{const a=l[e];return a&&(t[i]=a),t},{userinactivechange:"userinactive"});const bs=Object.entries(l).reduce((t,[e,i])=>{const a=it[e];return a&&(t[i]=a),t},{userinactive:"userinactivechange"}),ce={SUBTITLES:"subtitles",CAPTIONS:"captions",CHAPTERS:"chapters",METADATA:"metadata"},je={DISABLED:"disabled",SHOWING:"showing"},Ui={MOUSE:"mouse",PEN:"pen",TOUCH:"touch"},G={UNAVAILABLE:"unavailable",UNSUPPORTED:"unsupported"},ue={LIVE:"live",ON_DEMAND:"on-demand",UNKNOWN:"unknown"},As={FULLSCREEN:"fullscreen"};function xe(t){const e={};for(const i of t)e[i.name]=i.value;return e}function to(t){var e;return(e=Ts(t))!=null?e:ki(t,"media-controller")}function Ts(t){var e;const{MEDIA_CONTROLLER:i}=D,a=t.getAttribute(i);if(a)return(e=Ss(t))==null?void 0:e.getElementById(a)}const st=(t,e)=>!t||!e?!1:t?.contains(e)?!0:st(t,e.getRootNode().host),ki=(t,e)=>{if(!t)return null;const i=t.closest(e);return i||ki(t.getRootNode().host,e)};function _r(t=document){var e;const i=t?.activeElement;return i?(e=_r(i.shadowRoot))!=null?e:i:null}function Ss(t){var e;const i=(e=t?.getRootNode)==null?void 0:e.call(t);return i instanceof ShadowRoot||i instanceof Document?i:null}function ys(t,{depth:e=3,checkOpacity:i=!0,checkVisibilityCSS:a=!0}={}){if(t.checkVisibility)return t.checkVisibility({checkOpacity:i,checkVisibilityCSS:a});let r=t;for(;r&&e>0;){const s=getComputedStyle(r);if(i&&s.opacity==="0"||a&&s.visibility==="hidden"||s.display==="none")return!1;r=r.parentElement,e--}return!0}function Is(t,e,i,a){const r=a.x-i.x,s=a.y-i.y,n=r*r+s*s;if(n===0)return 0;const o=((t-i.x)*r+(e-i.y)*s)/n;return Math.max(0,Math.min(1,o))}function W(t,e){const i=ks(t,a=>a===e);return i||fr(t,e)}function ks(t,e){var i,a;let r;for(r of(i=t.querySelectorAll("style:not([media])"))!=null?i:[]){let s;try{s=(a=r.sheet)==null?void 0:a.cssRules}catch{continue}for(const n of s??[])if(e(n.selectorText))return n}}function fr(t,e){var i,a;const r=(i=t.querySelectorAll("style:not([media])"))!=null?i:[],s=r?.[r.length-1];if(!s?.sheet)return console.warn("Media Chrome: No style sheet found on style tag of",t),{style:{setProperty:()=>{},removeProperty:()=>"",getPropertyValue:()=>""}};const n=s?.sheet.insertRule(`${e}{}`,s.sheet.cssRules.length);return(a=s.sheet.cssRules)==null?void 0:a[n]}function Ie(t,e,i=Number.NaN){const a=t.getAttribute(e);return a!=null?+a:i}function ke(t,e,i){const a=+i;if(i==null||Number.isNaN(a)){t.hasAttribute(e)&&t.removeAttribute(e);return}Ie(t,e,void 0)!==a&&t.setAttribute(e,`${a}`)}function P(t,e){return t.hasAttribute(e)}function O(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}P(t,e)!=i&&t.toggleAttribute(e,i)}function we(t,e,i=null){var a;return(a=t.getAttribute(e))!=null?a:i}function _e(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}const a=`${i}`;we(t,e,void 0)!==a&&t.setAttribute(e,a)}class gr{addEventListener(){}removeEventListener(){}dispatchEvent(){return!0}}class br extends gr{}class Xa extends br{constructor(){super(...arguments),this.role=null}}class ws{observe(){}unobserve(){}disconnect(){}}const Ar={createElement:function(){return new kt.HTMLElement},createElementNS:function(){return new kt.HTMLElement},addEventListener(){},removeEventListener(){},dispatchEvent(t){return!1}},kt={ResizeObserver:ws,document:Ar,Node:br,Element:Xa,HTMLElement:class extends Xa{constructor(){super(...arguments),this.innerHTML=""}get content(){return new kt.DocumentFragment}},DocumentFragment:class extends gr{},customElements:{get:function(){},define:function(){},whenDefined:function(){}},localStorage:{getItem(t){return null},setItem(t,e){},removeItem(t){}},CustomEvent:function(){},getComputedStyle:function(){},navigator:{languages:[],get userAgent(){return""}},matchMedia(t){return{matches:!1,media:t}},DOMParser:class{parseFromString(e,i){return{body:{textContent:e}}}}},Tr="global"in globalThis&&globalThis?.global===globalThis||typeof window>"u"||typeof window.customElements>"u",Sr=Object.keys(kt).every(t=>t in globalThis),c=Tr&&!Sr?kt:globalThis,K=Tr&&!Sr?Ar:globalThis.document;var yr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},xt=(t,e,i)=>(yr(t,e,"read from private field"),i?i.call(t):e.get(t)),Rs=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Nt=(t,e,i,a)=>(yr(t,e,"write to private field"),e.set(t,i),i),se;function Ms(t){return`
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
  `}class sa extends c.HTMLElement{constructor(){if(super(),Rs(this,se,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=xe(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[D.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var r,s,n,o,u;e===D.MEDIA_CONTROLLER&&(i&&((s=(r=xt(this,se))==null?void 0:r.unassociateElement)==null||s.call(r,this),Nt(this,se,null)),a&&this.isConnected&&(Nt(this,se,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=xt(this,se))==null?void 0:o.associateElement)==null||u.call(o,this)))}connectedCallback(){var e,i,a;const r=this.getAttribute(D.MEDIA_CONTROLLER);r&&(Nt(this,se,(e=this.getRootNode())==null?void 0:e.getElementById(r)),(a=(i=xt(this,se))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=xt(this,se))==null?void 0:e.unassociateElement)==null||i.call(e,this),Nt(this,se,null)}}se=new WeakMap;sa.shadowRootOptions={mode:"open"};sa.getTemplateHTML=Ms;c.customElements.get("media-control-bar")||c.customElements.define("media-control-bar",sa);const Ja=new WeakMap,na=t=>{let e=Ja.get(t);return e||Ja.set(t,e=new Set),e},Ir=new c.ResizeObserver(t=>{for(const e of t)for(const i of na(e.target))i(e)});function kr(t,e){na(t).add(e),Ir.observe(t)}function wr(t,e){const i=na(t);i.delete(e),i.size||Ir.unobserve(t)}var Rr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Z=(t,e,i)=>(Rr(t,e,"read from private field"),i?i.call(t):e.get(t)),Ls=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},$t=(t,e,i,a)=>(Rr(t,e,"write to private field"),e.set(t,i),i),F;function Ds(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-gesture-receiver-display, inline-block));
        box-sizing: border-box;
      }
    </style>
  `}class wi extends c.HTMLElement{constructor(){if(super(),Ls(this,F,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=xe(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[D.MEDIA_CONTROLLER,l.MEDIA_PAUSED]}attributeChangedCallback(e,i,a){var r,s,n,o,u;e===D.MEDIA_CONTROLLER&&(i&&((s=(r=Z(this,F))==null?void 0:r.unassociateElement)==null||s.call(r,this),$t(this,F,null)),a&&this.isConnected&&($t(this,F,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=Z(this,F))==null?void 0:o.associateElement)==null||u.call(o,this)))}connectedCallback(){var e,i;this.tabIndex=-1,this.setAttribute("aria-hidden","true"),$t(this,F,Cs(this)),this.getAttribute(D.MEDIA_CONTROLLER)&&((i=(e=Z(this,F))==null?void 0:e.associateElement)==null||i.call(e,this)),Z(this,F)&&(Z(this,F).addEventListener("pointerdown",this),Z(this,F).addEventListener("click",this),Z(this,F).hasAttribute("tabindex")||(Z(this,F).tabIndex=0))}disconnectedCallback(){var e,i,a,r;this.getAttribute(D.MEDIA_CONTROLLER)&&((i=(e=Z(this,F))==null?void 0:e.unassociateElement)==null||i.call(e,this)),(a=Z(this,F))==null||a.removeEventListener("pointerdown",this),(r=Z(this,F))==null||r.removeEventListener("click",this),$t(this,F,null)}handleEvent(e){var i;const a=(i=e.composedPath())==null?void 0:i[0];if(["video","media-controller"].includes(a?.localName)){if(e.type==="pointerdown")this._pointerType=e.pointerType;else if(e.type==="click"){const{clientX:s,clientY:n}=e,{left:o,top:u,width:T,height:A}=this.getBoundingClientRect(),b=s-o,p=n-u;if(b<0||p<0||b>T||p>A||T===0&&A===0)return;const h=this._pointerType||"mouse";if(this._pointerType=void 0,h===Ui.TOUCH){this.handleTap(e);return}else if(h===Ui.MOUSE||h===Ui.PEN){this.handleMouseClick(e);return}}}}get mediaPaused(){return P(this,l.MEDIA_PAUSED)}set mediaPaused(e){O(this,l.MEDIA_PAUSED,e)}handleTap(e){}handleMouseClick(e){const i=this.mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new c.CustomEvent(i,{composed:!0,bubbles:!0}))}}F=new WeakMap;wi.shadowRootOptions={mode:"open"};wi.getTemplateHTML=Ds;function Cs(t){var e;const i=t.getAttribute(D.MEDIA_CONTROLLER);return i?(e=t.getRootNode())==null?void 0:e.getElementById(i):ki(t,"media-controller")}c.customElements.get("media-gesture-receiver")||c.customElements.define("media-gesture-receiver",wi);var Za=wi;const Ps={"Start airplay":"Start airplay","Stop airplay":"Stop airplay",Audio:"Audio",Captions:"Captions","Enable captions":"Enable captions","Disable captions":"Disable captions","Start casting":"Start casting","Stop casting":"Stop casting","Enter fullscreen mode":"Enter fullscreen mode","Exit fullscreen mode":"Exit fullscreen mode",Mute:"Mute",Unmute:"Unmute",Loop:"Loop","Enter picture in picture mode":"Enter picture in picture mode","Exit picture in picture mode":"Exit picture in picture mode",Play:"Play",Pause:"Pause","Playback rate":"Playback rate","Playback rate {playbackRate}":"Playback rate {playbackRate}",Quality:"Quality","Seek backward":"Seek backward","Seek forward":"Seek forward",Settings:"Settings",Auto:"Auto","audio player":"audio player","video player":"video player",volume:"volume",seek:"seek","closed captions":"closed captions","current playback rate":"current playback rate","playback time":"playback time","media loading":"media loading",settings:"settings","audio tracks":"audio tracks",quality:"quality",play:"play",pause:"pause",mute:"mute",unmute:"unmute","chapter: {chapterName}":"chapter: {chapterName}",live:"live",Off:"Off","start airplay":"start airplay","stop airplay":"stop airplay","start casting":"start casting","stop casting":"stop casting","enter fullscreen mode":"enter fullscreen mode","exit fullscreen mode":"exit fullscreen mode","enter picture in picture mode":"enter picture in picture mode","exit picture in picture mode":"exit picture in picture mode","seek to live":"seek to live","playing live":"playing live","seek back {seekOffset} seconds":"seek back {seekOffset} seconds","seek forward {seekOffset} seconds":"seek forward {seekOffset} seconds","Network Error":"Network Error","Decode Error":"Decode Error","Source Not Supported":"Source Not Supported","Encryption Error":"Encryption Error","A network error caused the media download to fail.":"A network error caused the media download to fail.","A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":"A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.","An unsupported error occurred. The server or network failed, or your browser does not support this format.":"An unsupported error occurred. The server or network failed, or your browser does not support this format.","The media is encrypted and there are no keys to decrypt it.":"The media is encrypted and there are no keys to decrypt it.",hour:"hour",hours:"hours",minute:"minute",minutes:"minutes",second:"second",seconds:"seconds","{time} remaining":"{time} remaining","{currentTime} of {totalTime}":"{currentTime} of {totalTime}","video not loaded, unknown time.":"video not loaded, unknown time."};var ja;const et={en:Ps};let tt=((ja=globalThis.navigator)==null?void 0:ja.language)||"en";const Os=t=>{tt=t},so=(t,e)=>{et[t]=e},Us=t=>{var e,i,a;const[r]=tt.split("-");return((e=et[tt])==null?void 0:e[t])||((i=et[r])==null?void 0:i[t])||((a=et.en)==null?void 0:a[t])||t},xs=()=>{const[t]=tt.split("-");return et[tt]?tt:et[t]?t:"en"},fe=(t,e={})=>Us(t).replace(/\{(\w+)\}/g,(i,a)=>a in e?String(e[a]):`{${a}}`);var oa=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},M=(t,e,i)=>(oa(t,e,"read from private field"),i?i.call(t):e.get(t)),B=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},j=(t,e,i,a)=>(oa(t,e,"write to private field"),e.set(t,i),i),ae=(t,e,i)=>(oa(t,e,"access private method"),i),mt,hi,We,at,Ze,xi,He,qt,Ni,Mr,$i,Lr,wt,Ri,Mi,la,rt,Rt,be,Yt;const v={AUDIO:"audio",AUTOHIDE:"autohide",BREAKPOINTS:"breakpoints",GESTURES_DISABLED:"gesturesdisabled",KEYBOARD_CONTROL:"keyboardcontrol",NO_AUTOHIDE:"noautohide",USER_INACTIVE:"userinactive",AUTOHIDE_OVER_CONTROLS:"autohideovercontrols"};function Ns(t){return`
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
      :host(:not([${v.AUDIO}])[${l.MEDIA_STREAM_TYPE}="${ue.ON_DEMAND}"][${l.MEDIA_CURRENT_TIME}]:not([${l.MEDIA_CURRENT_TIME}="0"])) slot[name=poster] {
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
        <template shadowrootmode="${Za.shadowRootOptions.mode}">
          ${Za.getTemplateHTML({})}
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
  `}const $s=Object.values(l),Fs="sm:384 md:576 lg:768 xl:960";function Ws(t){Dr(t.target,t.contentRect.width)}function Dr(t,e){var i;if(!t.isConnected)return;const a=(i=t.getAttribute(v.BREAKPOINTS))!=null?i:Fs,r=Hs(a),s=Bs(r,e);let n=!1;if(Object.keys(r).forEach(o=>{if(s.includes(o)){t.hasAttribute(`breakpoint${o}`)||(t.setAttribute(`breakpoint${o}`,""),n=!0);return}t.hasAttribute(`breakpoint${o}`)&&(t.removeAttribute(`breakpoint${o}`),n=!0)}),n){const o=new CustomEvent(it.BREAKPOINTS_CHANGE,{detail:s});t.dispatchEvent(o)}t.breakpointsComputed||(t.breakpointsComputed=!0,t.dispatchEvent(new CustomEvent(it.BREAKPOINTS_COMPUTED,{bubbles:!0,composed:!0})))}function Hs(t){const e=t.split(/\s+/);return Object.fromEntries(e.map(i=>i.split(":")))}function Bs(t,e){return Object.keys(t).filter(i=>e>=parseInt(t[i]))}class Li extends c.HTMLElement{constructor(){if(super(),B(this,Ni),B(this,$i),B(this,wt),B(this,Mi),B(this,rt),B(this,mt,void 0),B(this,hi,0),B(this,We,null),B(this,at,null),B(this,Ze,void 0),this.breakpointsComputed=!1,B(this,xi,e=>{const i=this.media;for(const a of e){if(a.type!=="childList")continue;const r=a.removedNodes;for(const s of r){if(s.slot!="media"||a.target!=this)continue;let n=a.previousSibling&&a.previousSibling.previousElementSibling;if(!n||!i)this.mediaUnsetCallback(s);else{let o=n.slot!=="media";for(;(n=n.previousSibling)!==null;)n.slot=="media"&&(o=!1);o&&this.mediaUnsetCallback(s)}}if(i)for(const s of a.addedNodes)s===i&&this.handleMediaUpdated(i)}}),B(this,He,!1),B(this,qt,e=>{M(this,He)||(setTimeout(()=>{Ws(e),j(this,He,!1)},0),j(this,He,!0))}),B(this,be,void 0),B(this,Yt,()=>{if(!M(this,be).assignedElements({flatten:!0}).length){M(this,We)&&this.mediaUnsetCallback(M(this,We));return}this.handleMediaUpdated(this.media)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=xe(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}j(this,mt,new MutationObserver(M(this,xi)))}static get observedAttributes(){return[v.AUTOHIDE,v.GESTURES_DISABLED].concat($s).filter(e=>![l.MEDIA_RENDITION_LIST,l.MEDIA_AUDIO_TRACK_LIST,l.MEDIA_CHAPTERS_CUES,l.MEDIA_WIDTH,l.MEDIA_HEIGHT,l.MEDIA_ERROR,l.MEDIA_ERROR_MESSAGE].includes(e))}attributeChangedCallback(e,i,a){e.toLowerCase()==v.AUTOHIDE&&(this.autohide=a)}get media(){let e=this.querySelector(":scope > [slot=media]");return e?.nodeName=="SLOT"&&(e=e.assignedElements({flatten:!0})[0]),e}async handleMediaUpdated(e){e&&(j(this,We,e),e.localName.includes("-")&&await c.customElements.whenDefined(e.localName),this.mediaSetCallback(e))}connectedCallback(){var e;M(this,mt).observe(this,{childList:!0,subtree:!0}),kr(this,M(this,qt));const i=this.getAttribute(v.AUDIO)!=null,a=fe(i?"audio player":"video player");this.setAttribute("role","region"),this.setAttribute("aria-label",a),this.handleMediaUpdated(this.media),this.setAttribute(v.USER_INACTIVE,""),Dr(this,this.getBoundingClientRect().width);const r=this.querySelector(":scope > slot[slot=media]");r&&(j(this,be,r),M(this,be).addEventListener("slotchange",M(this,Yt))),this.addEventListener("pointerdown",this),this.addEventListener("pointermove",this),this.addEventListener("pointerup",this),this.addEventListener("mouseleave",this),this.addEventListener("keyup",this),(e=c.window)==null||e.addEventListener("mouseup",this)}disconnectedCallback(){var e;wr(this,M(this,qt)),clearTimeout(M(this,at)),M(this,mt).disconnect(),this.media&&this.mediaUnsetCallback(this.media),(e=c.window)==null||e.removeEventListener("mouseup",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointermove",this),this.removeEventListener("pointerup",this),this.removeEventListener("mouseleave",this),this.removeEventListener("keyup",this),M(this,be)&&(M(this,be).removeEventListener("slotchange",M(this,Yt)),j(this,be,null)),j(this,He,!1)}mediaSetCallback(e){}mediaUnsetCallback(e){j(this,We,null)}handleEvent(e){switch(e.type){case"pointerdown":j(this,hi,e.timeStamp);break;case"pointermove":ae(this,Ni,Mr).call(this,e);break;case"pointerup":ae(this,$i,Lr).call(this,e);break;case"mouseleave":ae(this,wt,Ri).call(this);break;case"mouseup":this.removeAttribute(v.KEYBOARD_CONTROL);break;case"keyup":ae(this,rt,Rt).call(this),this.setAttribute(v.KEYBOARD_CONTROL,"");break}}set autohide(e){const i=Number(e);j(this,Ze,isNaN(i)?0:i)}get autohide(){return(M(this,Ze)===void 0?2:M(this,Ze)).toString()}get breakpoints(){return we(this,v.BREAKPOINTS)}set breakpoints(e){_e(this,v.BREAKPOINTS,e)}get audio(){return P(this,v.AUDIO)}set audio(e){O(this,v.AUDIO,e)}get gesturesDisabled(){return P(this,v.GESTURES_DISABLED)}set gesturesDisabled(e){O(this,v.GESTURES_DISABLED,e)}get keyboardControl(){return P(this,v.KEYBOARD_CONTROL)}set keyboardControl(e){O(this,v.KEYBOARD_CONTROL,e)}get noAutohide(){return P(this,v.NO_AUTOHIDE)}set noAutohide(e){O(this,v.NO_AUTOHIDE,e)}get autohideOverControls(){return P(this,v.AUTOHIDE_OVER_CONTROLS)}set autohideOverControls(e){O(this,v.AUTOHIDE_OVER_CONTROLS,e)}get userInteractive(){return P(this,v.USER_INACTIVE)}set userInteractive(e){O(this,v.USER_INACTIVE,e)}}mt=new WeakMap;hi=new WeakMap;We=new WeakMap;at=new WeakMap;Ze=new WeakMap;xi=new WeakMap;He=new WeakMap;qt=new WeakMap;Ni=new WeakSet;Mr=function(t){if(t.pointerType!=="mouse"&&t.timeStamp-M(this,hi)<250)return;ae(this,Mi,la).call(this),clearTimeout(M(this,at));const e=this.hasAttribute(v.AUTOHIDE_OVER_CONTROLS);([this,this.media].includes(t.target)||e)&&ae(this,rt,Rt).call(this)};$i=new WeakSet;Lr=function(t){if(t.pointerType==="touch"){const e=!this.hasAttribute(v.USER_INACTIVE);[this,this.media].includes(t.target)&&e?ae(this,wt,Ri).call(this):ae(this,rt,Rt).call(this)}else t.composedPath().some(e=>["media-play-button","media-fullscreen-button"].includes(e?.localName))&&ae(this,rt,Rt).call(this)};wt=new WeakSet;Ri=function(){if(M(this,Ze)<0||this.hasAttribute(v.USER_INACTIVE))return;this.setAttribute(v.USER_INACTIVE,"");const t=new c.CustomEvent(it.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!0});this.dispatchEvent(t)};Mi=new WeakSet;la=function(){if(!this.hasAttribute(v.USER_INACTIVE))return;this.removeAttribute(v.USER_INACTIVE);const t=new c.CustomEvent(it.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!1});this.dispatchEvent(t)};rt=new WeakSet;Rt=function(){ae(this,Mi,la).call(this),clearTimeout(M(this,at));const t=parseInt(this.autohide);t<0||j(this,at,setTimeout(()=>{ae(this,wt,Ri).call(this)},t*1e3))};be=new WeakMap;Yt=new WeakMap;Li.shadowRootOptions={mode:"open"};Li.getTemplateHTML=Ns;c.customElements.get("media-container")||c.customElements.define("media-container",Li);var da=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Pe=(t,e,i)=>(da(t,e,"read from private field"),e.get(t)),Ee=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ua=(t,e,i,a)=>(da(t,e,"write to private field"),e.set(t,i),i),Me=(t,e,i)=>(da(t,e,"access private method"),i),mi,Mt,Ue,Qt,Fi,Wi,Cr,Hi,Pr,Bi,Or,Ki,Ur,Vi,xr;function Ks(t){return`
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
  `}function Vs(t){return`
    <slot id="content"></slot>
  `}const ct={OPEN:"open",ANCHOR:"anchor"};class Pt extends c.HTMLElement{constructor(){super(),Ee(this,Qt),Ee(this,Wi),Ee(this,Hi),Ee(this,Bi),Ee(this,Ki),Ee(this,Vi),Ee(this,mi,!1),Ee(this,Mt,null),Ee(this,Ue,null)}static get observedAttributes(){return[ct.OPEN,ct.ANCHOR]}get open(){return P(this,ct.OPEN)}set open(e){O(this,ct.OPEN,e)}handleEvent(e){switch(e.type){case"invoke":Me(this,Bi,Or).call(this,e);break;case"focusout":Me(this,Ki,Ur).call(this,e);break;case"keydown":Me(this,Vi,xr).call(this,e);break}}connectedCallback(){Me(this,Qt,Fi).call(this),this.role||(this.role="dialog"),this.addEventListener("invoke",this),this.addEventListener("focusout",this),this.addEventListener("keydown",this)}disconnectedCallback(){this.removeEventListener("invoke",this),this.removeEventListener("focusout",this),this.removeEventListener("keydown",this)}attributeChangedCallback(e,i,a){Me(this,Qt,Fi).call(this),e===ct.OPEN&&a!==i&&(this.open?Me(this,Wi,Cr).call(this):Me(this,Hi,Pr).call(this))}focus(){ua(this,Mt,_r());const e=!this.dispatchEvent(new Event("focus",{composed:!0,cancelable:!0})),i=!this.dispatchEvent(new Event("focusin",{composed:!0,bubbles:!0,cancelable:!0}));if(e||i)return;const a=this.querySelector('[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]');a?.focus()}get keysUsed(){return["Escape","Tab"]}}mi=new WeakMap;Mt=new WeakMap;Ue=new WeakMap;Qt=new WeakSet;Fi=function(){if(!Pe(this,mi)&&(ua(this,mi,!0),!this.shadowRoot)){this.attachShadow(this.constructor.shadowRootOptions);const t=xe(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t),queueMicrotask(()=>{const{style:e}=W(this.shadowRoot,":host");e.setProperty("transition","display .15s, visibility .15s, opacity .15s ease-in, transform .15s ease-in")})}};Wi=new WeakSet;Cr=function(){var t;(t=Pe(this,Ue))==null||t.setAttribute("aria-expanded","true"),this.dispatchEvent(new Event("open",{composed:!0,bubbles:!0})),this.addEventListener("transitionend",()=>this.focus(),{once:!0})};Hi=new WeakSet;Pr=function(){var t;(t=Pe(this,Ue))==null||t.setAttribute("aria-expanded","false"),this.dispatchEvent(new Event("close",{composed:!0,bubbles:!0}))};Bi=new WeakSet;Or=function(t){ua(this,Ue,t.relatedTarget),st(this,t.relatedTarget)||(this.open=!this.open)};Ki=new WeakSet;Ur=function(t){var e;st(this,t.relatedTarget)||((e=Pe(this,Mt))==null||e.focus(),Pe(this,Ue)&&Pe(this,Ue)!==t.relatedTarget&&this.open&&(this.open=!1))};Vi=new WeakSet;xr=function(t){var e,i,a,r,s;const{key:n,ctrlKey:o,altKey:u,metaKey:T}=t;o||u||T||this.keysUsed.includes(n)&&(t.preventDefault(),t.stopPropagation(),n==="Tab"?(t.shiftKey?(i=(e=this.previousElementSibling)==null?void 0:e.focus)==null||i.call(e):(r=(a=this.nextElementSibling)==null?void 0:a.focus)==null||r.call(a),this.blur()):n==="Escape"&&((s=Pe(this,Mt))==null||s.focus(),this.open=!1))};Pt.shadowRootOptions={mode:"open"};Pt.getTemplateHTML=Ks;Pt.getSlotTemplateHTML=Vs;c.customElements.get("media-chrome-dialog")||c.customElements.define("media-chrome-dialog",Pt);var Gs=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},ge=(t,e,i)=>(Gs(t,e,"read from private field"),i?i.call(t):e.get(t)),er=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Be,Ke;const Et={HOTKEYS:"hotkeys"},qs=[{keys:[{key:" ",label:"Space"},{key:"k"}],description:"Toggle Playback"},{keys:[{key:"m"}],description:"Toggle mute"},{keys:[{key:"f"}],description:"Toggle fullscreen"},{keys:[{key:"c"}],description:"Toggle captions or subtitles, if available"},{keys:[{key:"p"}],description:"Toggle Picture in Picture"},{keys:[{key:"ArrowLeft",label:"←"},{key:"j"}],description:"Seek back 10s"},{keys:[{key:"ArrowRight",label:"→"},{key:"l"}],description:"Seek forward 10s"},{keys:[{key:"ArrowUp",label:"↑"}],description:"Turn volume up"},{keys:[{key:"ArrowDown",label:"↓"}],description:"Turn volume down"},{keys:[{key:"<",label:"< (SHIFT+,)"}],description:"Decrease playback rate"},{keys:[{key:">",label:"> (SHIFT+.)"}],description:"Increase playback rate"},{keys:[{key:"shift+/",label:"SHIFT+/"}],description:"Show keyboard shortcuts"}];function ca(t){return t===" "?"nospace":`no${t.toLowerCase()}`}function Ys(t){const e=new Set(t?.split(/\s+/));return qs.map(({keys:i,description:a})=>({keys:i.filter(({key:r})=>!e.has(ca(r))),description:a})).filter(({keys:i})=>i.length)}function Qs(t){return`
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
      ${Nr(t[Et.HOTKEYS])}
    </slot>
  `}function Nr(t){return`
    <h2>Keyboard Shortcuts</h2>
    <table class="shortcuts-table">${Ys(t).map(({keys:i,description:a})=>`
        <tr>
          <td>
            <div class="key-combo">${i.map(({key:s,label:n=s},o)=>o>0?`<span class="key-separator">or</span><span class="key">${n}</span>`:`<span class="key">${n}</span>`).join("")}</div>
          </td>
          <td class="description">${a}</td>
        </tr>
      `).join("")}</table>
  `}class $r extends Pt{constructor(){super(...arguments),er(this,Be,e=>{var i;if(!this.open)return;const a=(i=this.shadowRoot)==null?void 0:i.querySelector("#content");if(!a)return;const r=e.composedPath(),s=r[0]===this||r.includes(this),n=r.includes(a);s&&!n&&(this.open=!1)}),er(this,Ke,e=>{if(!this.open)return;const i=e.shiftKey&&(e.key==="/"||e.key==="?");(e.key==="Escape"||i)&&!e.ctrlKey&&!e.altKey&&!e.metaKey&&(this.open=!1,e.preventDefault(),e.stopPropagation())})}static get observedAttributes(){return[...super.observedAttributes,Et.HOTKEYS]}get hotkeys(){var e;return(e=we(this,Et.HOTKEYS))!=null?e:void 0}set hotkeys(e){_e(this,Et.HOTKEYS,e)}connectedCallback(){super.connectedCallback(),this.open&&(this.addEventListener("click",ge(this,Be)),document.addEventListener("keydown",ge(this,Ke)))}disconnectedCallback(){this.removeEventListener("click",ge(this,Be)),document.removeEventListener("keydown",ge(this,Ke))}attributeChangedCallback(e,i,a){var r;if(super.attributeChangedCallback(e,i,a),e==="open")this.open?(this.addEventListener("click",ge(this,Be)),document.addEventListener("keydown",ge(this,Ke))):(this.removeEventListener("click",ge(this,Be)),document.removeEventListener("keydown",ge(this,Ke)));else if(e===Et.HOTKEYS&&a!==i){const s=(r=this.shadowRoot)==null?void 0:r.querySelector("#content");s&&(s.innerHTML=Nr(a))}}}Be=new WeakMap;Ke=new WeakMap;$r.getSlotTemplateHTML=Qs;c.customElements.get("media-keyboard-shortcuts-dialog")||c.customElements.define("media-keyboard-shortcuts-dialog",$r);var Fr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},N=(t,e,i)=>(Fr(t,e,"read from private field"),i?i.call(t):e.get(t)),ht=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Ft=(t,e,i,a)=>(Fr(t,e,"write to private field"),e.set(t,i),i),Ve,Ge,Ei,Ce,pe,Ae;class zs{constructor(e,i,{defaultValue:a}={defaultValue:void 0}){ht(this,pe),ht(this,Ve,void 0),ht(this,Ge,void 0),ht(this,Ei,void 0),ht(this,Ce,new Set),Ft(this,Ve,e),Ft(this,Ge,i),Ft(this,Ei,new Set(a))}[Symbol.iterator](){return N(this,pe,Ae).values()}get length(){return N(this,pe,Ae).size}get value(){var e;return(e=[...N(this,pe,Ae)].join(" "))!=null?e:""}set value(e){var i;e!==this.value&&(Ft(this,Ce,new Set),this.add(...(i=e?.split(" "))!=null?i:[]))}toString(){return this.value}item(e){return[...N(this,pe,Ae)][e]}values(){return N(this,pe,Ae).values()}forEach(e,i){N(this,pe,Ae).forEach(e,i)}add(...e){var i,a;e.forEach(r=>N(this,Ce).add(r)),!(this.value===""&&!((i=N(this,Ve))!=null&&i.hasAttribute(`${N(this,Ge)}`)))&&((a=N(this,Ve))==null||a.setAttribute(`${N(this,Ge)}`,`${this.value}`))}remove(...e){var i;e.forEach(a=>N(this,Ce).delete(a)),(i=N(this,Ve))==null||i.setAttribute(`${N(this,Ge)}`,`${this.value}`)}contains(e){return N(this,pe,Ae).has(e)}toggle(e,i){return typeof i<"u"?i?(this.add(e),!0):(this.remove(e),!1):this.contains(e)?(this.remove(e),!1):(this.add(e),!0)}replace(e,i){return this.remove(e),this.add(i),e===i}}Ve=new WeakMap;Ge=new WeakMap;Ei=new WeakMap;Ce=new WeakMap;pe=new WeakSet;Ae=function(){return N(this,Ce).size?N(this,Ce):N(this,Ei)};function Xs(t){return t?.map(Js).join(" ")}function Js(t){if(t){const{id:e,width:i,height:a}=t;return[e,i,a].filter(r=>r!=null).join(":")}}function Zs(t){return t?.map(js).join(" ")}function js(t){if(t){const{id:e,kind:i,language:a,label:r}=t;return[e,i,a,r].filter(s=>s!=null).join(":")}}function ha(t){return typeof t=="number"&&!Number.isNaN(t)&&Number.isFinite(t)}const Wr=t=>new Promise(e=>setTimeout(e,t)),en=(t="")=>t.split(/\s+/),Hr=(t="")=>{const[e,i,a]=t.split(":"),r=a?decodeURIComponent(a):void 0;return{kind:e==="cc"?ce.CAPTIONS:ce.SUBTITLES,language:i,label:r}},tn=(t="",e={})=>en(t).map(i=>{const a=Hr(i);return{...e,...a}}),Br=t=>t?Array.isArray(t)?t.map(e=>typeof e=="string"?Hr(e):e):typeof t=="string"?tn(t):[t]:[],an=({kind:t,label:e,language:i}={kind:"subtitles"})=>e?`${t==="captions"?"cc":"sb"}:${i}:${encodeURIComponent(e)}`:i,tr=(t=[])=>Array.prototype.map.call(t,an).join(" "),rn=(t,e)=>i=>i[t]===e,Kr=t=>{const e=Object.entries(t).map(([i,a])=>rn(i,a));return i=>e.every(a=>a(i))},St=(t,e=[],i=[])=>{const a=Br(i).map(Kr),r=s=>a.some(n=>n(s));Array.from(e).filter(r).forEach(s=>{s.mode=t})},Di=(t,e=()=>!0)=>{if(!t?.textTracks)return[];const i=typeof e=="function"?e:Kr(e);return Array.from(t.textTracks).filter(i)},sn=t=>{var e;const{media:i,fullscreenElement:a}=t;try{const r=a&&"requestFullscreen"in a?"requestFullscreen":a&&"webkitRequestFullScreen"in a?"webkitRequestFullScreen":void 0;if(r){const s=(e=a[r])==null?void 0:e.call(a);if(s instanceof Promise)return s.catch(()=>{})}else i?.webkitEnterFullscreen?i.webkitEnterFullscreen():i?.requestFullscreen&&i.requestFullscreen()}catch(r){console.error(r)}},ir="exitFullscreen"in K?"exitFullscreen":"webkitExitFullscreen"in K?"webkitExitFullscreen":"webkitCancelFullScreen"in K?"webkitCancelFullScreen":void 0,nn=t=>{var e;const{documentElement:i}=t;if(ir){const a=(e=i?.[ir])==null?void 0:e.call(i);if(a instanceof Promise)return a.catch(()=>{})}},pt="fullscreenElement"in K?"fullscreenElement":"webkitFullscreenElement"in K?"webkitFullscreenElement":void 0,on=t=>{const{documentElement:e,media:i}=t,a=e?.[pt];return!a&&"webkitDisplayingFullscreen"in i&&"webkitPresentationMode"in i&&i.webkitDisplayingFullscreen&&i.webkitPresentationMode===As.FULLSCREEN?i:a},ln=t=>{var e;const{media:i,documentElement:a,fullscreenElement:r=i}=t;if(!i||!a)return!1;const s=on(t);if(!s)return!1;if(s===r||s===i)return!0;if(s.localName.includes("-")){let n=s.shadowRoot;if(!(pt in n))return st(s,r);for(;n?.[pt];){if(n[pt]===r)return!0;n=(e=n[pt])==null?void 0:e.shadowRoot}}return!1},dn="fullscreenEnabled"in K?"fullscreenEnabled":"webkitFullscreenEnabled"in K?"webkitFullscreenEnabled":void 0,un=t=>{const{documentElement:e,media:i}=t;return!!e?.[dn]||i&&"webkitSupportsFullscreen"in i};let Wt;const ma=()=>{var t,e;return Wt||(Wt=(e=(t=K)==null?void 0:t.createElement)==null?void 0:e.call(t,"video"),Wt)},cn=async(t=ma())=>{if(!t)return!1;const e=t.volume;t.volume=e/2+.1;const i=new AbortController,a=await Promise.race([hn(t,i.signal),mn(t,e)]);return i.abort(),a},hn=(t,e)=>new Promise(i=>{t.addEventListener("volumechange",()=>i(!0),{signal:e})}),mn=async(t,e)=>{for(let i=0;i<10;i++){if(t.volume===e)return!1;await Wr(10)}return t.volume!==e},En=/.*Version\/.*Safari\/.*/.test(c.navigator.userAgent),Vr=(t=ma())=>c.matchMedia("(display-mode: standalone)").matches&&En?!1:typeof t?.requestPictureInPicture=="function",Gr=(t=ma())=>un({documentElement:K,media:t}),pn=Gr(),vn=Vr(),_n=!!c.WebKitPlaybackTargetAvailabilityEvent,fn=!!c.chrome,pi=t=>Di(t.media,e=>[ce.SUBTITLES,ce.CAPTIONS].includes(e.kind)).sort((e,i)=>e.kind>=i.kind?1:-1),qr=t=>Di(t.media,e=>e.mode===je.SHOWING&&[ce.SUBTITLES,ce.CAPTIONS].includes(e.kind)),Yr=(t,e)=>{const i=pi(t),a=qr(t),r=!!a.length;if(i.length){if(e===!1||r&&e!==!0)St(je.DISABLED,i,a);else if(e===!0||!r&&e!==!1){let s=i[0];const{options:n}=t;if(!n?.noSubtitlesLangPref){const A=c.localStorage.getItem("media-chrome-pref-subtitles-lang"),b=A?[A,...c.navigator.languages]:c.navigator.languages,p=i.filter(h=>b.some(f=>h.language.toLowerCase().startsWith(f.split("-")[0]))).sort((h,f)=>{const E=b.findIndex(g=>h.language.toLowerCase().startsWith(g.split("-")[0])),y=b.findIndex(g=>f.language.toLowerCase().startsWith(g.split("-")[0]));return E-y});p[0]&&(s=p[0])}const{language:o,label:u,kind:T}=s;St(je.DISABLED,i,a),St(je.SHOWING,i,[{language:o,label:u,kind:T}])}}},Ea=(t,e)=>t===e?!0:t==null||e==null||typeof t!=typeof e?!1:typeof t=="number"&&Number.isNaN(t)&&Number.isNaN(e)?!0:typeof t!="object"?!1:Array.isArray(t)?gn(t,e):Object.entries(t).every(([i,a])=>i in e&&Ea(a,e[i])),gn=(t,e)=>{const i=Array.isArray(t),a=Array.isArray(e);return i!==a?!1:i||a?t.length!==e.length?!1:t.every((r,s)=>Ea(r,e[s])):!0},bn=Object.values(ue);let vi;const An=cn().then(t=>(vi=t,vi)),Tn=async(...t)=>{await Promise.all(t.filter(e=>e).map(async e=>{if(!("localName"in e&&e instanceof c.HTMLElement))return;const i=e.localName;if(!i.includes("-"))return;const a=c.customElements.get(i);a&&e instanceof a||(await c.customElements.whenDefined(i),c.customElements.upgrade(e))}))},Sn=new c.DOMParser,yn=t=>t&&(Sn.parseFromString(t,"text/html").body.textContent||t),vt={mediaError:{get(t,e){const{media:i}=t;if(e?.type!=="playing")return i?.error},mediaEvents:["emptied","error","playing"]},mediaErrorCode:{get(t,e){var i;const{media:a}=t;if(e?.type!=="playing")return(i=a?.error)==null?void 0:i.code},mediaEvents:["emptied","error","playing"]},mediaErrorMessage:{get(t,e){var i,a;const{media:r}=t;if(e?.type!=="playing")return(a=(i=r?.error)==null?void 0:i.message)!=null?a:""},mediaEvents:["emptied","error","playing"]},mediaWidth:{get(t){var e;const{media:i}=t;return(e=i?.videoWidth)!=null?e:0},mediaEvents:["resize"]},mediaHeight:{get(t){var e;const{media:i}=t;return(e=i?.videoHeight)!=null?e:0},mediaEvents:["resize"]},mediaPaused:{get(t){var e;const{media:i}=t;return(e=i?.paused)!=null?e:!0},set(t,e){var i;const{media:a}=e;a&&(t?a.pause():(i=a.play())==null||i.catch(()=>{}))},mediaEvents:["play","playing","pause","emptied"]},mediaHasPlayed:{get(t,e){const{media:i}=t;return i?e?e.type==="playing":!i.paused:!1},mediaEvents:["playing","emptied"]},mediaEnded:{get(t){var e;const{media:i}=t;return(e=i?.ended)!=null?e:!1},mediaEvents:["seeked","ended","emptied"]},mediaPlaybackRate:{get(t){var e;const{media:i}=t;return(e=i?.playbackRate)!=null?e:1},set(t,e){const{media:i}=e;i&&Number.isFinite(+t)&&(i.playbackRate=+t)},mediaEvents:["ratechange","loadstart"]},mediaMuted:{get(t){var e;const{media:i}=t;return(e=i?.muted)!=null?e:!1},set(t,e){const{media:i,options:{noMutedPref:a}={}}=e;if(i){i.muted=t;try{const r=c.localStorage.getItem("media-chrome-pref-muted")!==null,s=i.hasAttribute("muted");if(a){r&&c.localStorage.removeItem("media-chrome-pref-muted");return}if(s&&!r)return;c.localStorage.setItem("media-chrome-pref-muted",t?"true":"false")}catch(r){console.debug("Error setting muted pref",r)}}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noMutedPref:i}}=e,{media:a}=e;if(!(!a||a.muted||i))try{const r=c.localStorage.getItem("media-chrome-pref-muted")==="true";vt.mediaMuted.set(r,e),t(r)}catch(r){console.debug("Error getting muted pref",r)}}]},mediaLoop:{get(t){const{media:e}=t;return e?.loop},set(t,e){const{media:i}=e;i&&(i.loop=t)},mediaEvents:["medialooprequest"]},mediaVolume:{get(t){var e;const{media:i}=t;return(e=i?.volume)!=null?e:1},set(t,e){const{media:i,options:{noVolumePref:a}={}}=e;if(i){try{t==null?c.localStorage.removeItem("media-chrome-pref-volume"):!i.hasAttribute("muted")&&!a&&c.localStorage.setItem("media-chrome-pref-volume",t.toString())}catch(r){console.debug("Error setting volume pref",r)}Number.isFinite(+t)&&(i.volume=+t)}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noVolumePref:i}}=e;if(!i)try{const{media:a}=e;if(!a)return;const r=c.localStorage.getItem("media-chrome-pref-volume");if(r==null)return;vt.mediaVolume.set(+r,e),t(+r)}catch(a){console.debug("Error getting volume pref",a)}}]},mediaVolumeLevel:{get(t){const{media:e}=t;return typeof e?.volume>"u"?"high":e.muted||e.volume===0?"off":e.volume<.5?"low":e.volume<.75?"medium":"high"},mediaEvents:["volumechange"]},mediaCurrentTime:{get(t){var e;const{media:i}=t;return(e=i?.currentTime)!=null?e:0},set(t,e){const{media:i}=e;!i||!ha(t)||(i.currentTime=t)},mediaEvents:["timeupdate","loadedmetadata","seeking"]},mediaDuration:{get(t){const{media:e,options:{defaultDuration:i}={}}=t;return i&&(!e||!e.duration||Number.isNaN(e.duration)||!Number.isFinite(e.duration))?i:Number.isFinite(e?.duration)?e.duration:Number.NaN},mediaEvents:["durationchange","loadedmetadata","emptied"]},mediaLoading:{get(t){const{media:e}=t;return e?.readyState<3},mediaEvents:["waiting","playing","emptied"]},mediaSeekable:{get(t){var e;const{media:i}=t;if(!((e=i?.seekable)!=null&&e.length))return;const a=i.seekable.start(0),r=i.seekable.end(i.seekable.length-1);if(!(!a&&!r))return[Number(a.toFixed(3)),Number(r.toFixed(3))]},mediaEvents:["loadedmetadata","emptied","progress","seekablechange"]},mediaBuffered:{get(t){var e;const{media:i}=t,a=(e=i?.buffered)!=null?e:[];return Array.from(a).map((r,s)=>[Number(a.start(s).toFixed(3)),Number(a.end(s).toFixed(3))])},mediaEvents:["progress","emptied"]},mediaStreamType:{get(t){const{media:e,options:{defaultStreamType:i}={}}=t,a=[ue.LIVE,ue.ON_DEMAND].includes(i)?i:void 0;if(!e)return a;const{streamType:r}=e;if(bn.includes(r))return r===ue.UNKNOWN?a:r;const s=e.duration;return s===1/0?ue.LIVE:Number.isFinite(s)?ue.ON_DEMAND:a},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange"]},mediaTargetLiveWindow:{get(t){const{media:e}=t;if(!e)return Number.NaN;const{targetLiveWindow:i}=e,a=vt.mediaStreamType.get(t);return(i==null||Number.isNaN(i))&&a===ue.LIVE?0:i},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange","targetlivewindowchange"]},mediaTimeIsLive:{get(t){const{media:e,options:{liveEdgeOffset:i=10}={}}=t;if(!e)return!1;if(typeof e.liveEdgeStart=="number")return Number.isNaN(e.liveEdgeStart)?!1:e.currentTime>=e.liveEdgeStart;if(!(vt.mediaStreamType.get(t)===ue.LIVE))return!1;const r=e.seekable;if(!r)return!0;if(!r.length)return!1;const s=r.end(r.length-1)-i;return e.currentTime>=s},mediaEvents:["playing","timeupdate","progress","waiting","emptied"]},mediaSubtitlesList:{get(t){return pi(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack"]},mediaSubtitlesShowing:{get(t){return qr(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i,a;const{media:r,options:s}=e;if(!r)return;const n=o=>{var u;!s.defaultSubtitles||o&&![ce.CAPTIONS,ce.SUBTITLES].includes((u=o?.track)==null?void 0:u.kind)||Yr(e,!0)};return r.addEventListener("loadstart",n),(i=r.textTracks)==null||i.addEventListener("addtrack",n),(a=r.textTracks)==null||a.addEventListener("removetrack",n),()=>{var o,u;r.removeEventListener("loadstart",n),(o=r.textTracks)==null||o.removeEventListener("addtrack",n),(u=r.textTracks)==null||u.removeEventListener("removetrack",n)}}]},mediaChaptersCues:{get(t){var e;const{media:i}=t;if(!i)return[];const[a]=Di(i,{kind:ce.CHAPTERS});return Array.from((e=a?.cues)!=null?e:[]).map(({text:r,startTime:s,endTime:n})=>({text:yn(r),startTime:s,endTime:n}))},mediaEvents:["loadstart","loadedmetadata"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;if(!a)return;const r=a.querySelector('track[kind="chapters"][default][src]'),s=(i=a.shadowRoot)==null?void 0:i.querySelector(':is(video,audio) > track[kind="chapters"][default][src]');return r?.addEventListener("load",t),s?.addEventListener("load",t),()=>{r?.removeEventListener("load",t),s?.removeEventListener("load",t)}}]},mediaIsPip:{get(t){var e,i;const{media:a,documentElement:r}=t;if(!a||!r||!r.pictureInPictureElement)return!1;if(r.pictureInPictureElement===a)return!0;if(r.pictureInPictureElement instanceof HTMLMediaElement)return(e=a.localName)!=null&&e.includes("-")?st(a,r.pictureInPictureElement):!1;if(r.pictureInPictureElement.localName.includes("-")){let s=r.pictureInPictureElement.shadowRoot;for(;s?.pictureInPictureElement;){if(s.pictureInPictureElement===a)return!0;s=(i=s.pictureInPictureElement)==null?void 0:i.shadowRoot}}return!1},set(t,e){const{media:i}=e;if(i)if(t){if(!K.pictureInPictureEnabled){console.warn("MediaChrome: Picture-in-picture is not enabled");return}if(!i.requestPictureInPicture){console.warn("MediaChrome: The current media does not support picture-in-picture");return}const a=()=>{console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a readyState > 0.")};i.requestPictureInPicture().catch(r=>{if(r.code===11){if(!i.src){console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a src set.");return}if(i.readyState===0&&i.preload==="none"){const s=()=>{i.removeEventListener("loadedmetadata",n),i.preload="none"},n=()=>{i.requestPictureInPicture().catch(a),s()};i.addEventListener("loadedmetadata",n),i.preload="metadata",setTimeout(()=>{i.readyState===0&&a(),s()},1e3)}else throw r}else throw r})}else K.pictureInPictureElement&&K.exitPictureInPicture()},mediaEvents:["enterpictureinpicture","leavepictureinpicture"]},mediaRenditionList:{get(t){var e;const{media:i}=t;return[...(e=i?.videoRenditions)!=null?e:[]].map(a=>({...a}))},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaRenditionSelected:{get(t){var e,i,a;const{media:r}=t;return(a=(i=r?.videoRenditions)==null?void 0:i[(e=r.videoRenditions)==null?void 0:e.selectedIndex])==null?void 0:a.id},set(t,e){const{media:i}=e;if(!i?.videoRenditions){console.warn("MediaController: Rendition selection not supported by this media.");return}const a=t,r=Array.prototype.findIndex.call(i.videoRenditions,s=>s.id==a);i.videoRenditions.selectedIndex!=r&&(i.videoRenditions.selectedIndex=r)},mediaEvents:["emptied"],videoRenditionsEvents:["addrendition","removerendition","change"]},mediaAudioTrackList:{get(t){var e;const{media:i}=t;return[...(e=i?.audioTracks)!=null?e:[]]},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaAudioTrackEnabled:{get(t){var e,i;const{media:a}=t;return(i=[...(e=a?.audioTracks)!=null?e:[]].find(r=>r.enabled))==null?void 0:i.id},set(t,e){const{media:i}=e;if(!i?.audioTracks){console.warn("MediaChrome: Audio track selection not supported by this media.");return}const a=t;for(const r of i.audioTracks)r.enabled=a==r.id},mediaEvents:["emptied"],audioTracksEvents:["addtrack","removetrack","change"]},mediaIsFullscreen:{get(t){return ln(t)},set(t,e,i){var a,r;t?(sn(e),i.detail&&!((a=e.media)!=null&&a.inert)&&((r=e.media)==null||r.focus())):nn(e)},rootEvents:["fullscreenchange","webkitfullscreenchange"],mediaEvents:["webkitbeginfullscreen","webkitendfullscreen","webkitpresentationmodechanged"]},mediaIsCasting:{get(t){var e;const{media:i}=t;return!i?.remote||((e=i.remote)==null?void 0:e.state)==="disconnected"?!1:i.remote.state==="connected"},set(t,e){var i,a;const{media:r}=e;if(r&&!(t&&((i=r.remote)==null?void 0:i.state)!=="disconnected")&&!(!t&&((a=r.remote)==null?void 0:a.state)!=="connected")){if(typeof r.remote.prompt!="function"){console.warn("MediaChrome: Casting is not supported in this environment");return}r.remote.prompt().catch(()=>{})}},remoteEvents:["connect","connecting","disconnect"]},mediaIsAirplaying:{get(){return!1},set(t,e){const{media:i}=e;if(i){if(!(i.webkitShowPlaybackTargetPicker&&c.WebKitPlaybackTargetAvailabilityEvent)){console.error("MediaChrome: received a request to select AirPlay but AirPlay is not supported in this environment");return}i.webkitShowPlaybackTargetPicker()}},mediaEvents:["webkitcurrentplaybacktargetiswirelesschanged"]},mediaFullscreenUnavailable:{get(t){const{media:e}=t;if(!pn||!Gr(e))return G.UNSUPPORTED}},mediaPipUnavailable:{get(t){const{media:e}=t;if(!vn||!Vr(e))return G.UNSUPPORTED;if(e?.disablePictureInPicture)return G.UNAVAILABLE}},mediaVolumeUnavailable:{get(t){const{media:e}=t;if(vi===!1||e?.volume==null)return G.UNSUPPORTED},stateOwnersUpdateHandlers:[t=>{vi==null&&An.then(e=>t(e?void 0:G.UNSUPPORTED))}]},mediaCastUnavailable:{get(t,{availability:e="not-available"}={}){var i;const{media:a}=t;if(!fn||!((i=a?.remote)!=null&&i.state))return G.UNSUPPORTED;if(!(e==null||e==="available"))return G.UNAVAILABLE},stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(s=>{t({availability:s?"available":"not-available"})}).catch(s=>{s.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var s;(s=a?.remote)==null||s.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaAirplayUnavailable:{get(t,e){if(!_n)return G.UNSUPPORTED;if(e?.availability==="not-available")return G.UNAVAILABLE},mediaEvents:["webkitplaybacktargetavailabilitychanged"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(s=>{t({availability:s?"available":"not-available"})}).catch(s=>{s.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var s;(s=a?.remote)==null||s.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaRenditionUnavailable:{get(t){var e;const{media:i}=t;if(!i?.videoRenditions)return G.UNSUPPORTED;if(!((e=i.videoRenditions)!=null&&e.length))return G.UNAVAILABLE},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaAudioTrackUnavailable:{get(t){var e,i;const{media:a}=t;if(!a?.audioTracks)return G.UNSUPPORTED;if(((i=(e=a.audioTracks)==null?void 0:e.length)!=null?i:0)<=1)return G.UNAVAILABLE},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaLang:{get(t){const{options:{mediaLang:e}={}}=t;return e??"en"}}},In={[_.MEDIA_PREVIEW_REQUEST](t,e,{detail:i}){var a,r,s;const{media:n}=e,o=i??void 0;let u,T;if(n&&o!=null){const[h]=Di(n,{kind:ce.METADATA,label:"thumbnails"}),f=Array.prototype.find.call((a=h?.cues)!=null?a:[],(E,y,g)=>y===0?E.endTime>o:y===g.length-1?E.startTime<=o:E.startTime<=o&&E.endTime>o);if(f){const E=/'^(?:[a-z]+:)?\/\//i.test(f.text)||(r=n?.querySelector('track[label="thumbnails"]'))==null?void 0:r.src,y=new URL(f.text,E);T=new URLSearchParams(y.hash).get("#xywh").split(",").map(H=>+H),u=y.href}}const A=t.mediaDuration.get(e);let p=(s=t.mediaChaptersCues.get(e).find((h,f,E)=>f===E.length-1&&A===h.endTime?h.startTime<=o&&h.endTime>=o:h.startTime<=o&&h.endTime>o))==null?void 0:s.text;return i!=null&&p==null&&(p=""),{mediaPreviewTime:o,mediaPreviewImage:u,mediaPreviewCoords:T,mediaPreviewChapter:p}},[_.MEDIA_PAUSE_REQUEST](t,e){t["mediaPaused"].set(!0,e)},[_.MEDIA_PLAY_REQUEST](t,e){var i,a,r,s;const n="mediaPaused",u=t.mediaStreamType.get(e)===ue.LIVE,T=!((i=e.options)!=null&&i.noAutoSeekToLive),A=t.mediaTargetLiveWindow.get(e)>0;if(u&&T&&!A){const b=(a=t.mediaSeekable.get(e))==null?void 0:a[1];if(b){const p=(s=(r=e.options)==null?void 0:r.seekToLiveOffset)!=null?s:0,h=b-p;t.mediaCurrentTime.set(h,e)}}t[n].set(!1,e)},[_.MEDIA_PLAYBACK_RATE_REQUEST](t,e,{detail:i}){const a="mediaPlaybackRate",r=i;t[a].set(r,e)},[_.MEDIA_MUTE_REQUEST](t,e){t["mediaMuted"].set(!0,e)},[_.MEDIA_UNMUTE_REQUEST](t,e){const i="mediaMuted";t.mediaVolume.get(e)||t.mediaVolume.set(.25,e),t[i].set(!1,e)},[_.MEDIA_LOOP_REQUEST](t,e,{detail:i}){const a="mediaLoop",r=!!i;return t[a].set(r,e),{mediaLoop:r}},[_.MEDIA_VOLUME_REQUEST](t,e,{detail:i}){const a="mediaVolume",r=i;r&&t.mediaMuted.get(e)&&t.mediaMuted.set(!1,e),t[a].set(r,e)},[_.MEDIA_SEEK_REQUEST](t,e,{detail:i}){const a="mediaCurrentTime",r=i;t[a].set(r,e)},[_.MEDIA_SEEK_TO_LIVE_REQUEST](t,e){var i,a,r;const s="mediaCurrentTime",n=(i=t.mediaSeekable.get(e))==null?void 0:i[1];if(Number.isNaN(Number(n)))return;const o=(r=(a=e.options)==null?void 0:a.seekToLiveOffset)!=null?r:0,u=n-o;t[s].set(u,e)},[_.MEDIA_SHOW_SUBTITLES_REQUEST](t,e,{detail:i}){var a;const{options:r}=e,s=pi(e),n=Br(i),o=(a=n[0])==null?void 0:a.language;o&&!r.noSubtitlesLangPref&&c.localStorage.setItem("media-chrome-pref-subtitles-lang",o),St(je.SHOWING,s,n)},[_.MEDIA_DISABLE_SUBTITLES_REQUEST](t,e,{detail:i}){const a=pi(e),r=i??[];St(je.DISABLED,a,r)},[_.MEDIA_TOGGLE_SUBTITLES_REQUEST](t,e,{detail:i}){Yr(e,i)},[_.MEDIA_RENDITION_REQUEST](t,e,{detail:i}){const a="mediaRenditionSelected",r=i;t[a].set(r,e)},[_.MEDIA_AUDIO_TRACK_REQUEST](t,e,{detail:i}){const a="mediaAudioTrackEnabled",r=i;t[a].set(r,e)},[_.MEDIA_ENTER_PIP_REQUEST](t,e){const i="mediaIsPip";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[_.MEDIA_EXIT_PIP_REQUEST](t,e){t["mediaIsPip"].set(!1,e)},[_.MEDIA_ENTER_FULLSCREEN_REQUEST](t,e,i){const a="mediaIsFullscreen";t.mediaIsPip.get(e)&&t.mediaIsPip.set(!1,e),t[a].set(!0,e,i)},[_.MEDIA_EXIT_FULLSCREEN_REQUEST](t,e){t["mediaIsFullscreen"].set(!1,e)},[_.MEDIA_ENTER_CAST_REQUEST](t,e){const i="mediaIsCasting";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[_.MEDIA_EXIT_CAST_REQUEST](t,e){t["mediaIsCasting"].set(!1,e)},[_.MEDIA_AIRPLAY_REQUEST](t,e){t["mediaIsAirplaying"].set(!0,e)}},kn=({media:t,fullscreenElement:e,documentElement:i,stateMediator:a=vt,requestMap:r=In,options:s={},monitorStateOwnersOnlyWithSubscriptions:n=!0})=>{const o=[],u={options:{...s}};let T=Object.freeze({mediaPreviewTime:void 0,mediaPreviewImage:void 0,mediaPreviewCoords:void 0,mediaPreviewChapter:void 0});const A=E=>{E!=null&&(Ea(E,T)||(T=Object.freeze({...T,...E}),o.forEach(y=>y(T))))},b=()=>{const E=Object.entries(a).reduce((y,[g,{get:H}])=>(y[g]=H(u),y),{});A(E)},p={};let h;const f=async(E,y)=>{var g,H,ot,lt,Ne,he,me,dt,Re,ya,Ia,ka,wa,Ra,Ma,La;const cs=!!h;if(h={...u,...h??{},...E},cs)return;await Tn(...Object.values(E));const $e=o.length>0&&y===0&&n,Da=u.media!==h.media,Ca=((g=u.media)==null?void 0:g.textTracks)!==((H=h.media)==null?void 0:H.textTracks),Pa=((ot=u.media)==null?void 0:ot.videoRenditions)!==((lt=h.media)==null?void 0:lt.videoRenditions),Oa=((Ne=u.media)==null?void 0:Ne.audioTracks)!==((he=h.media)==null?void 0:he.audioTracks),Ua=((me=u.media)==null?void 0:me.remote)!==((dt=h.media)==null?void 0:dt.remote),xa=u.documentElement!==h.documentElement,Na=!!u.media&&(Da||$e),$a=!!((Re=u.media)!=null&&Re.textTracks)&&(Ca||$e),Fa=!!((ya=u.media)!=null&&ya.videoRenditions)&&(Pa||$e),Wa=!!((Ia=u.media)!=null&&Ia.audioTracks)&&(Oa||$e),Ha=!!((ka=u.media)!=null&&ka.remote)&&(Ua||$e),Ba=!!u.documentElement&&(xa||$e),Oi=Na||$a||Fa||Wa||Ha||Ba,Fe=o.length===0&&y===1&&n,Ka=!!h.media&&(Da||Fe),Va=!!((wa=h.media)!=null&&wa.textTracks)&&(Ca||Fe),Ga=!!((Ra=h.media)!=null&&Ra.videoRenditions)&&(Pa||Fe),qa=!!((Ma=h.media)!=null&&Ma.audioTracks)&&(Oa||Fe),Ya=!!((La=h.media)!=null&&La.remote)&&(Ua||Fe),Qa=!!h.documentElement&&(xa||Fe),za=Ka||Va||Ga||qa||Ya||Qa;if(!(Oi||za)){Object.entries(h).forEach(([I,ut])=>{u[I]=ut}),b(),h=void 0;return}Object.entries(a).forEach(([I,{get:ut,mediaEvents:hs=[],textTracksEvents:ms=[],videoRenditionsEvents:Es=[],audioTracksEvents:ps=[],remoteEvents:vs=[],rootEvents:_s=[],stateOwnersUpdateHandlers:fs=[]}])=>{p[I]||(p[I]={});const V=w=>{const L=ut(u,w);A({[I]:L})};let U;U=p[I].mediaEvents,hs.forEach(w=>{U&&Na&&(u.media.removeEventListener(w,U),p[I].mediaEvents=void 0),Ka&&(h.media.addEventListener(w,V),p[I].mediaEvents=V)}),U=p[I].textTracksEvents,ms.forEach(w=>{var L,J;U&&$a&&((L=u.media.textTracks)==null||L.removeEventListener(w,U),p[I].textTracksEvents=void 0),Va&&((J=h.media.textTracks)==null||J.addEventListener(w,V),p[I].textTracksEvents=V)}),U=p[I].videoRenditionsEvents,Es.forEach(w=>{var L,J;U&&Fa&&((L=u.media.videoRenditions)==null||L.removeEventListener(w,U),p[I].videoRenditionsEvents=void 0),Ga&&((J=h.media.videoRenditions)==null||J.addEventListener(w,V),p[I].videoRenditionsEvents=V)}),U=p[I].audioTracksEvents,ps.forEach(w=>{var L,J;U&&Wa&&((L=u.media.audioTracks)==null||L.removeEventListener(w,U),p[I].audioTracksEvents=void 0),qa&&((J=h.media.audioTracks)==null||J.addEventListener(w,V),p[I].audioTracksEvents=V)}),U=p[I].remoteEvents,vs.forEach(w=>{var L,J;U&&Ha&&((L=u.media.remote)==null||L.removeEventListener(w,U),p[I].remoteEvents=void 0),Ya&&((J=h.media.remote)==null||J.addEventListener(w,V),p[I].remoteEvents=V)}),U=p[I].rootEvents,_s.forEach(w=>{U&&Ba&&(u.documentElement.removeEventListener(w,U),p[I].rootEvents=void 0),Qa&&(h.documentElement.addEventListener(w,V),p[I].rootEvents=V)});const Ut=p[I].stateOwnersUpdateHandlers;if(Ut&&Oi&&(Array.isArray(Ut)?Ut:[Ut]).forEach(L=>{typeof L=="function"&&L()}),za){const w=fs.map(L=>L(V,h)).filter(L=>typeof L=="function");p[I].stateOwnersUpdateHandlers=w.length===1?w[0]:w}else Oi&&(p[I].stateOwnersUpdateHandlers=void 0)}),Object.entries(h).forEach(([I,ut])=>{u[I]=ut}),b(),h=void 0};return f({media:t,fullscreenElement:e,documentElement:i,options:s}),{dispatch(E){const{type:y,detail:g}=E;if(r[y]&&T.mediaErrorCode==null){A(r[y](a,u,E));return}y==="mediaelementchangerequest"?f({media:g}):y==="fullscreenelementchangerequest"?f({fullscreenElement:g}):y==="documentelementchangerequest"?f({documentElement:g}):y==="optionschangerequest"&&(Object.entries(g??{}).forEach(([H,ot])=>{u.options[H]=ot}),b())},getState(){return T},subscribe(E){return f({},o.length+1),o.push(E),E(T),()=>{const y=o.indexOf(E);y>=0&&(f({},o.length-1),o.splice(y,1))}}}};var pa=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},m=(t,e,i)=>(pa(t,e,"read from private field"),i?i.call(t):e.get(t)),q=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ee=(t,e,i,a)=>(pa(t,e,"write to private field"),e.set(t,i),i),Te=(t,e,i)=>(pa(t,e,"access private method"),i),ve,_t,S,Q,ft,ne,zt,gt,Xt,Gi,Oe,Jt,qi,yt,_i,Yi,Qr;const zr=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Enter"," ","f","m","k","c","l","j",">","<","p"],ar=10,rr=.025,sr=.25,wn=.25,Rn=2,d={DEFAULT_SUBTITLES:"defaultsubtitles",DEFAULT_STREAM_TYPE:"defaultstreamtype",DEFAULT_DURATION:"defaultduration",FULLSCREEN_ELEMENT:"fullscreenelement",HOTKEYS:"hotkeys",KEYBOARD_BACKWARD_SEEK_OFFSET:"keyboardbackwardseekoffset",KEYBOARD_FORWARD_SEEK_OFFSET:"keyboardforwardseekoffset",KEYBOARD_DOWN_VOLUME_STEP:"keyboarddownvolumestep",KEYBOARD_UP_VOLUME_STEP:"keyboardupvolumestep",KEYS_USED:"keysused",LANG:"lang",LOOP:"loop",LIVE_EDGE_OFFSET:"liveedgeoffset",NO_AUTO_SEEK_TO_LIVE:"noautoseektolive",NO_DEFAULT_STORE:"nodefaultstore",NO_HOTKEYS:"nohotkeys",NO_MUTED_PREF:"nomutedpref",NO_SUBTITLES_LANG_PREF:"nosubtitleslangpref",NO_VOLUME_PREF:"novolumepref",SEEK_TO_LIVE_OFFSET:"seektoliveoffset"};class Mn extends Li{constructor(){super(),q(this,Xt),q(this,Jt),q(this,yt),q(this,Yi),this.mediaStateReceivers=[],this.associatedElementSubscriptions=new Map,q(this,ve,new zs(this,d.HOTKEYS)),q(this,_t,void 0),q(this,S,void 0),q(this,Q,null),q(this,ft,void 0),q(this,ne,void 0),q(this,zt,i=>{var a;(a=m(this,S))==null||a.dispatch(i)}),q(this,gt,void 0),q(this,Oe,i=>{const{key:a,shiftKey:r}=i;if(!(r&&(a==="/"||a==="?")||zr.includes(a))){this.removeEventListener("keyup",m(this,Oe));return}this.keyboardShortcutHandler(i)}),this.associateElement(this);let e={};ee(this,ft,i=>{Object.entries(i).forEach(([a,r])=>{if(a in e&&e[a]===r)return;this.propagateMediaState(a,r);const s=a.toLowerCase(),n=new c.CustomEvent(bs[s],{composed:!0,detail:r});this.dispatchEvent(n)}),e=i})}static get observedAttributes(){return super.observedAttributes.concat(d.NO_HOTKEYS,d.HOTKEYS,d.DEFAULT_STREAM_TYPE,d.DEFAULT_SUBTITLES,d.DEFAULT_DURATION,d.NO_MUTED_PREF,d.NO_VOLUME_PREF,d.LANG,d.LOOP,d.LIVE_EDGE_OFFSET,d.SEEK_TO_LIVE_OFFSET,d.NO_AUTO_SEEK_TO_LIVE)}get mediaStore(){return m(this,S)}set mediaStore(e){var i,a;if(m(this,S)&&((i=m(this,ne))==null||i.call(this),ee(this,ne,void 0)),ee(this,S,e),!m(this,S)&&!this.hasAttribute(d.NO_DEFAULT_STORE)){Te(this,Xt,Gi).call(this);return}ee(this,ne,(a=m(this,S))==null?void 0:a.subscribe(m(this,ft)))}get fullscreenElement(){var e;return(e=m(this,_t))!=null?e:this}set fullscreenElement(e){var i;this.hasAttribute(d.FULLSCREEN_ELEMENT)&&this.removeAttribute(d.FULLSCREEN_ELEMENT),ee(this,_t,e),(i=m(this,S))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}get defaultSubtitles(){return P(this,d.DEFAULT_SUBTITLES)}set defaultSubtitles(e){O(this,d.DEFAULT_SUBTITLES,e)}get defaultStreamType(){return we(this,d.DEFAULT_STREAM_TYPE)}set defaultStreamType(e){_e(this,d.DEFAULT_STREAM_TYPE,e)}get defaultDuration(){return Ie(this,d.DEFAULT_DURATION)}set defaultDuration(e){ke(this,d.DEFAULT_DURATION,e)}get noHotkeys(){return P(this,d.NO_HOTKEYS)}set noHotkeys(e){O(this,d.NO_HOTKEYS,e)}get keysUsed(){return we(this,d.KEYS_USED)}set keysUsed(e){_e(this,d.KEYS_USED,e)}get liveEdgeOffset(){return Ie(this,d.LIVE_EDGE_OFFSET)}set liveEdgeOffset(e){ke(this,d.LIVE_EDGE_OFFSET,e)}get noAutoSeekToLive(){return P(this,d.NO_AUTO_SEEK_TO_LIVE)}set noAutoSeekToLive(e){O(this,d.NO_AUTO_SEEK_TO_LIVE,e)}get noVolumePref(){return P(this,d.NO_VOLUME_PREF)}set noVolumePref(e){O(this,d.NO_VOLUME_PREF,e)}get noMutedPref(){return P(this,d.NO_MUTED_PREF)}set noMutedPref(e){O(this,d.NO_MUTED_PREF,e)}get noSubtitlesLangPref(){return P(this,d.NO_SUBTITLES_LANG_PREF)}set noSubtitlesLangPref(e){O(this,d.NO_SUBTITLES_LANG_PREF,e)}get noDefaultStore(){return P(this,d.NO_DEFAULT_STORE)}set noDefaultStore(e){O(this,d.NO_DEFAULT_STORE,e)}get resolvedLang(){return xs()}attributeChangedCallback(e,i,a){var r,s,n,o,u,T,A,b,p,h,f,E;if(super.attributeChangedCallback(e,i,a),e===d.NO_HOTKEYS)a!==i&&a===""?(this.hasAttribute(d.HOTKEYS)&&console.warn("Media Chrome: Both `hotkeys` and `nohotkeys` have been set. All hotkeys will be disabled."),this.disableHotkeys()):a!==i&&a===null&&this.enableHotkeys(),Te(this,yt,_i).call(this);else if(e===d.HOTKEYS)m(this,ve).value=a,Te(this,yt,_i).call(this);else if(e===d.DEFAULT_SUBTITLES&&a!==i)(r=m(this,S))==null||r.dispatch({type:"optionschangerequest",detail:{defaultSubtitles:this.hasAttribute(d.DEFAULT_SUBTITLES)}});else if(e===d.DEFAULT_STREAM_TYPE)(n=m(this,S))==null||n.dispatch({type:"optionschangerequest",detail:{defaultStreamType:(s=this.getAttribute(d.DEFAULT_STREAM_TYPE))!=null?s:void 0}});else if(e===d.LIVE_EDGE_OFFSET&&a!==i)(o=m(this,S))==null||o.dispatch({type:"optionschangerequest",detail:{liveEdgeOffset:this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(d.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(d.SEEK_TO_LIVE_OFFSET):this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0}});else if(e===d.SEEK_TO_LIVE_OFFSET&&a!==i)(u=m(this,S))==null||u.dispatch({type:"optionschangerequest",detail:{seekToLiveOffset:this.hasAttribute(d.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(d.SEEK_TO_LIVE_OFFSET):this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0}});else if(e===d.NO_AUTO_SEEK_TO_LIVE)(T=m(this,S))==null||T.dispatch({type:"optionschangerequest",detail:{noAutoSeekToLive:this.hasAttribute(d.NO_AUTO_SEEK_TO_LIVE)}});else if(e===d.FULLSCREEN_ELEMENT){const y=a?(A=this.getRootNode())==null?void 0:A.getElementById(a):void 0;ee(this,_t,y),(b=m(this,S))==null||b.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}else e===d.LANG&&a!==i?(Os(a),(p=m(this,S))==null||p.dispatch({type:"optionschangerequest",detail:{mediaLang:a}})):e===d.LOOP&&a!==i?(h=m(this,S))==null||h.dispatch({type:_.MEDIA_LOOP_REQUEST,detail:a!=null}):e===d.NO_VOLUME_PREF&&a!==i?(f=m(this,S))==null||f.dispatch({type:"optionschangerequest",detail:{noVolumePref:this.hasAttribute(d.NO_VOLUME_PREF)}}):e===d.NO_MUTED_PREF&&a!==i&&((E=m(this,S))==null||E.dispatch({type:"optionschangerequest",detail:{noMutedPref:this.hasAttribute(d.NO_MUTED_PREF)}}))}connectedCallback(){var e,i,a;this.associateElement(this),!m(this,S)&&!this.hasAttribute(d.NO_DEFAULT_STORE)&&Te(this,Xt,Gi).call(this),(e=m(this,S))==null||e.dispatch({type:"documentelementchangerequest",detail:K}),(i=m(this,S))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement}),super.connectedCallback(),m(this,S)&&!m(this,ne)&&ee(this,ne,(a=m(this,S))==null?void 0:a.subscribe(m(this,ft))),m(this,gt)!==void 0&&m(this,S)&&this.media&&setTimeout(()=>{var r,s,n;(s=(r=this.media)==null?void 0:r.textTracks)!=null&&s.length&&((n=m(this,S))==null||n.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:m(this,gt)}))},0),this.hasAttribute(d.NO_HOTKEYS)?this.disableHotkeys():this.enableHotkeys()}disconnectedCallback(){var e,i,a,r,s,n;if((e=super.disconnectedCallback)==null||e.call(this),this.disableHotkeys(),m(this,S)){const o=m(this,S).getState();ee(this,gt,!!((i=o.mediaSubtitlesShowing)!=null&&i.length)),(a=m(this,S))==null||a.dispatch({type:"fullscreenelementchangerequest",detail:void 0}),(r=m(this,S))==null||r.dispatch({type:"documentelementchangerequest",detail:void 0}),(s=m(this,S))==null||s.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:!1})}m(this,ne)&&((n=m(this,ne))==null||n.call(this),ee(this,ne,void 0)),this.unassociateElement(this),m(this,Q)&&(m(this,Q).remove(),ee(this,Q,null))}mediaSetCallback(e){var i;super.mediaSetCallback(e),(i=m(this,S))==null||i.dispatch({type:"mediaelementchangerequest",detail:e}),e.hasAttribute("tabindex")||(e.tabIndex=-1)}mediaUnsetCallback(e){var i;super.mediaUnsetCallback(e),(i=m(this,S))==null||i.dispatch({type:"mediaelementchangerequest",detail:void 0})}propagateMediaState(e,i){lr(this.mediaStateReceivers,e,i)}associateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(i.has(e))return;const a=this.registerMediaStateReceiver.bind(this),r=this.unregisterMediaStateReceiver.bind(this),s=Un(e,a,r);Object.values(_).forEach(n=>{e.addEventListener(n,m(this,zt))}),i.set(e,s)}unassociateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(!i.has(e))return;i.get(e)(),i.delete(e),Object.values(_).forEach(r=>{e.removeEventListener(r,m(this,zt))})}registerMediaStateReceiver(e){if(!e)return;const i=this.mediaStateReceivers;i.indexOf(e)>-1||(i.push(e),m(this,S)&&Object.entries(m(this,S).getState()).forEach(([r,s])=>{lr([e],r,s)}))}unregisterMediaStateReceiver(e){const i=this.mediaStateReceivers,a=i.indexOf(e);a<0||i.splice(a,1)}enableHotkeys(){this.addEventListener("keydown",Te(this,Jt,qi))}disableHotkeys(){this.removeEventListener("keydown",Te(this,Jt,qi)),this.removeEventListener("keyup",m(this,Oe))}get hotkeys(){return m(this,ve)}set hotkeys(e){_e(this,d.HOTKEYS,e)}keyboardShortcutHandler(e){var i,a,r,s,n,o,u,T,A;const b=e.target;if(((r=(a=(i=b.getAttribute(d.KEYS_USED))==null?void 0:i.split(" "))!=null?a:b?.keysUsed)!=null?r:[]).map(g=>g==="Space"?" ":g).filter(Boolean).includes(e.key))return;let h,f,E;if(!(m(this,ve).contains(ca(e.key))||e.shiftKey&&(e.key==="/"||e.key==="?")&&m(this,ve).contains("noshift+/")))switch(e.key){case" ":case"k":h=m(this,S).getState().mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST,this.dispatchEvent(new c.CustomEvent(h,{composed:!0,bubbles:!0}));break;case"m":h=this.mediaStore.getState().mediaVolumeLevel==="off"?_.MEDIA_UNMUTE_REQUEST:_.MEDIA_MUTE_REQUEST,this.dispatchEvent(new c.CustomEvent(h,{composed:!0,bubbles:!0}));break;case"f":h=this.mediaStore.getState().mediaIsFullscreen?_.MEDIA_EXIT_FULLSCREEN_REQUEST:_.MEDIA_ENTER_FULLSCREEN_REQUEST,this.dispatchEvent(new c.CustomEvent(h,{composed:!0,bubbles:!0}));break;case"c":this.dispatchEvent(new c.CustomEvent(_.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}));break;case"ArrowLeft":case"j":{const g=this.hasAttribute(d.KEYBOARD_BACKWARD_SEEK_OFFSET)?+this.getAttribute(d.KEYBOARD_BACKWARD_SEEK_OFFSET):ar;f=Math.max(((s=this.mediaStore.getState().mediaCurrentTime)!=null?s:0)-g,0),E=new c.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"ArrowRight":case"l":{const g=this.hasAttribute(d.KEYBOARD_FORWARD_SEEK_OFFSET)?+this.getAttribute(d.KEYBOARD_FORWARD_SEEK_OFFSET):ar;f=Math.max(((n=this.mediaStore.getState().mediaCurrentTime)!=null?n:0)+g,0),E=new c.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"ArrowUp":{const g=this.hasAttribute(d.KEYBOARD_UP_VOLUME_STEP)?+this.getAttribute(d.KEYBOARD_UP_VOLUME_STEP):rr;f=Math.min(((o=this.mediaStore.getState().mediaVolume)!=null?o:1)+g,1),E=new c.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"ArrowDown":{const g=this.hasAttribute(d.KEYBOARD_DOWN_VOLUME_STEP)?+this.getAttribute(d.KEYBOARD_DOWN_VOLUME_STEP):rr;f=Math.max(((u=this.mediaStore.getState().mediaVolume)!=null?u:1)-g,0),E=new c.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"<":{const g=(T=this.mediaStore.getState().mediaPlaybackRate)!=null?T:1;f=Math.max(g-sr,wn).toFixed(2),E=new c.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case">":{const g=(A=this.mediaStore.getState().mediaPlaybackRate)!=null?A:1;f=Math.min(g+sr,Rn).toFixed(2),E=new c.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:f}),this.dispatchEvent(E);break}case"/":case"?":{e.shiftKey&&Te(this,Yi,Qr).call(this);break}case"p":{h=this.mediaStore.getState().mediaIsPip?_.MEDIA_EXIT_PIP_REQUEST:_.MEDIA_ENTER_PIP_REQUEST,E=new c.CustomEvent(h,{composed:!0,bubbles:!0}),this.dispatchEvent(E);break}}}}ve=new WeakMap;_t=new WeakMap;S=new WeakMap;Q=new WeakMap;ft=new WeakMap;ne=new WeakMap;zt=new WeakMap;gt=new WeakMap;Xt=new WeakSet;Gi=function(){var t;this.mediaStore=kn({media:this.media,fullscreenElement:this.fullscreenElement,options:{defaultSubtitles:this.hasAttribute(d.DEFAULT_SUBTITLES),defaultDuration:this.hasAttribute(d.DEFAULT_DURATION)?+this.getAttribute(d.DEFAULT_DURATION):void 0,defaultStreamType:(t=this.getAttribute(d.DEFAULT_STREAM_TYPE))!=null?t:void 0,liveEdgeOffset:this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(d.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(d.SEEK_TO_LIVE_OFFSET):this.hasAttribute(d.LIVE_EDGE_OFFSET)?+this.getAttribute(d.LIVE_EDGE_OFFSET):void 0,noAutoSeekToLive:this.hasAttribute(d.NO_AUTO_SEEK_TO_LIVE),noVolumePref:this.hasAttribute(d.NO_VOLUME_PREF),noMutedPref:this.hasAttribute(d.NO_MUTED_PREF),noSubtitlesLangPref:this.hasAttribute(d.NO_SUBTITLES_LANG_PREF)}})};Oe=new WeakMap;Jt=new WeakSet;qi=function(t){var e;const{metaKey:i,altKey:a,key:r,shiftKey:s}=t,n=s&&(r==="/"||r==="?");if(n&&((e=m(this,Q))!=null&&e.open)){this.removeEventListener("keyup",m(this,Oe));return}if(i||a||!n&&!zr.includes(r)){this.removeEventListener("keyup",m(this,Oe));return}const o=t.target,u=o instanceof HTMLElement&&(o.tagName.toLowerCase()==="media-volume-range"||o.tagName.toLowerCase()==="media-time-range");[" ","ArrowLeft","ArrowRight","ArrowUp","ArrowDown"].includes(r)&&!m(this,ve).contains(ca(r))&&!u&&t.preventDefault(),this.addEventListener("keyup",m(this,Oe),{once:!0})};yt=new WeakSet;_i=function(){m(this,Q)&&(m(this,Q).hotkeys=m(this,ve).value||void 0,(this.noHotkeys||m(this,ve).contains("noshift+/"))&&(m(this,Q).open=!1))};Yi=new WeakSet;Qr=function(){m(this,Q)||(ee(this,Q,K.createElement("media-keyboard-shortcuts-dialog")),Te(this,yt,_i).call(this),this.appendChild(m(this,Q))),m(this,Q).open=!0};const Ln=Object.values(l),Dn=Object.values(pr),Xr=t=>{var e,i,a,r;let{observedAttributes:s}=t.constructor;!s&&((e=t.nodeName)!=null&&e.includes("-"))&&(c.customElements.upgrade(t),{observedAttributes:s}=t.constructor);const n=(r=(a=(i=t?.getAttribute)==null?void 0:i.call(t,D.MEDIA_CHROME_ATTRIBUTES))==null?void 0:a.split)==null?void 0:r.call(a,/\s+/);return Array.isArray(s||n)?(s||n).filter(o=>Ln.includes(o)):[]},Cn=t=>{var e,i;return(e=t.nodeName)!=null&&e.includes("-")&&c.customElements.get((i=t.nodeName)==null?void 0:i.toLowerCase())&&!(t instanceof c.customElements.get(t.nodeName.toLowerCase()))&&c.customElements.upgrade(t),Dn.some(a=>a in t)},Qi=t=>Cn(t)||!!Xr(t).length,nr=t=>{var e;return(e=t?.join)==null?void 0:e.call(t,":")},or={[l.MEDIA_SUBTITLES_LIST]:tr,[l.MEDIA_SUBTITLES_SHOWING]:tr,[l.MEDIA_SEEKABLE]:nr,[l.MEDIA_BUFFERED]:t=>t?.map(nr).join(" "),[l.MEDIA_PREVIEW_COORDS]:t=>t?.join(" "),[l.MEDIA_RENDITION_LIST]:Xs,[l.MEDIA_AUDIO_TRACK_LIST]:Zs},Pn=async(t,e,i)=>{var a,r;if(t.isConnected||await Wr(0),typeof i=="boolean"||i==null)return O(t,e,i);if(typeof i=="number")return ke(t,e,i);if(typeof i=="string")return _e(t,e,i);if(Array.isArray(i)&&!i.length)return t.removeAttribute(e);const s=(r=(a=or[e])==null?void 0:a.call(or,i))!=null?r:i;return t.setAttribute(e,s)},On=t=>{var e;return!!((e=t.closest)!=null&&e.call(t,'*[slot="media"]'))},Le=(t,e)=>{if(On(t))return;const i=(r,s)=>{var n,o;Qi(r)&&s(r);const{children:u=[]}=r??{},T=(o=(n=r?.shadowRoot)==null?void 0:n.children)!=null?o:[];[...u,...T].forEach(b=>Le(b,s))},a=t?.nodeName.toLowerCase();if(a.includes("-")&&!Qi(t)){c.customElements.whenDefined(a).then(()=>{i(t,e)});return}i(t,e)},lr=(t,e,i)=>{t.forEach(a=>{if(e in a){a[e]=i;return}const r=Xr(a),s=e.toLowerCase();r.includes(s)&&Pn(a,s,i)})},Un=(t,e,i)=>{Le(t,e);const a=A=>{var b;const p=(b=A?.composedPath()[0])!=null?b:A.target;e(p)},r=A=>{var b;const p=(b=A?.composedPath()[0])!=null?b:A.target;i(p)};t.addEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,a),t.addEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,r);const s=A=>{A.forEach(b=>{const{addedNodes:p=[],removedNodes:h=[],type:f,target:E,attributeName:y}=b;f==="childList"?(Array.prototype.forEach.call(p,g=>Le(g,e)),Array.prototype.forEach.call(h,g=>Le(g,i))):f==="attributes"&&y===D.MEDIA_CHROME_ATTRIBUTES&&(Qi(E)?e(E):i(E))})};let n=[];const o=A=>{const b=A.target;b.name!=="media"&&(n.forEach(p=>Le(p,i)),n=[...b.assignedElements({flatten:!0})],n.forEach(p=>Le(p,e)))};t.addEventListener("slotchange",o);const u=new MutationObserver(s);return u.observe(t,{childList:!0,attributes:!0,subtree:!0}),()=>{Le(t,i),t.removeEventListener("slotchange",o),u.disconnect(),t.removeEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,a),t.removeEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,r)}};c.customElements.get("media-controller")||c.customElements.define("media-controller",Mn);var Jr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Ht=(t,e,i)=>(Jr(t,e,"read from private field"),i?i.call(t):e.get(t)),xn=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Bt=(t,e,i,a)=>(Jr(t,e,"write to private field"),e.set(t,i),i),oe;function Nn(t){return`
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
  `}class Ci extends c.HTMLElement{constructor(){if(super(),xn(this,oe,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=xe(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[D.MEDIA_CONTROLLER,l.MEDIA_PREVIEW_IMAGE,l.MEDIA_PREVIEW_COORDS]}connectedCallback(){var e,i,a;const r=this.getAttribute(D.MEDIA_CONTROLLER);r&&(Bt(this,oe,(e=this.getRootNode())==null?void 0:e.getElementById(r)),(a=(i=Ht(this,oe))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Ht(this,oe))==null?void 0:e.unassociateElement)==null||i.call(e,this),Bt(this,oe,null)}attributeChangedCallback(e,i,a){var r,s,n,o,u;[l.MEDIA_PREVIEW_IMAGE,l.MEDIA_PREVIEW_COORDS].includes(e)&&this.update(),e===D.MEDIA_CONTROLLER&&(i&&((s=(r=Ht(this,oe))==null?void 0:r.unassociateElement)==null||s.call(r,this),Bt(this,oe,null)),a&&this.isConnected&&(Bt(this,oe,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=Ht(this,oe))==null?void 0:o.associateElement)==null||u.call(o,this)))}get mediaPreviewImage(){return we(this,l.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){_e(this,l.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewCoords(){const e=this.getAttribute(l.MEDIA_PREVIEW_COORDS);if(e)return e.split(/\s+/).map(i=>+i)}set mediaPreviewCoords(e){if(!e){this.removeAttribute(l.MEDIA_PREVIEW_COORDS);return}this.setAttribute(l.MEDIA_PREVIEW_COORDS,e.join(" "))}update(){const e=this.mediaPreviewCoords,i=this.mediaPreviewImage;if(!(e&&i))return;const[a,r,s,n]=e,o=i.split("#")[0],u=getComputedStyle(this),{maxWidth:T,maxHeight:A,minWidth:b,minHeight:p}=u,h=u.getPropertyValue("--media-preview-thumbnail-object-fit").trim()||"contain";let f,E;if(h==="fill"){const he=parseInt(T)/s,me=parseInt(A)/n,dt=parseInt(b)/s,Re=parseInt(p)/n;f=he<1?he:Math.max(he,dt),E=me<1?me:Math.max(me,Re)}else{const he=Math.min(parseInt(T)/s,parseInt(A)/n),me=Math.max(parseInt(b)/s,parseInt(p)/n),Re=he<1?he:me>1?me:1;f=Re,E=Re}const{style:y}=W(this.shadowRoot,":host"),g=W(this.shadowRoot,"img").style,H=this.shadowRoot.querySelector("img"),lt=Math.min(f,E)<1?"min":"max";y.setProperty(`${lt}-width`,"initial","important"),y.setProperty(`${lt}-height`,"initial","important"),y.width=`${s*f}px`,y.height=`${n*E}px`;const Ne=()=>{g.width=`${this.imgWidth*f}px`,g.height=`${this.imgHeight*E}px`,g.display="block"};H.src!==o&&(H.onload=()=>{this.imgWidth=H.naturalWidth,this.imgHeight=H.naturalHeight,Ne(),H.onload=null},H.src=o,Ne()),Ne(),g.transform=`translate(-${a*f}px, -${r*E}px)`}}oe=new WeakMap;Ci.shadowRootOptions={mode:"open"};Ci.getTemplateHTML=Nn;c.customElements.get("media-preview-thumbnail")||c.customElements.define("media-preview-thumbnail",Ci);var dr=Ci,Zr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Kt=(t,e,i)=>(Zr(t,e,"read from private field"),i?i.call(t):e.get(t)),$n=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Vt=(t,e,i,a)=>(Zr(t,e,"write to private field"),e.set(t,i),i),le;function Fn(t,e={}){return`
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
  `}function Wn(t,e){return`
    <slot></slot>
  `}class nt extends c.HTMLElement{constructor(){if(super(),$n(this,le,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=xe(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[D.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var r,s,n,o,u;e===D.MEDIA_CONTROLLER&&(i&&((s=(r=Kt(this,le))==null?void 0:r.unassociateElement)==null||s.call(r,this),Vt(this,le,null)),a&&this.isConnected&&(Vt(this,le,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=Kt(this,le))==null?void 0:o.associateElement)==null||u.call(o,this)))}connectedCallback(){var e,i,a;const{style:r}=W(this.shadowRoot,":host");r.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`);const s=this.getAttribute(D.MEDIA_CONTROLLER);s&&(Vt(this,le,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=Kt(this,le))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Kt(this,le))==null?void 0:e.unassociateElement)==null||i.call(e,this),Vt(this,le,null)}}le=new WeakMap;nt.shadowRootOptions={mode:"open"};nt.getTemplateHTML=Fn;nt.getSlotTemplateHTML=Wn;c.customElements.get("media-text-display")||c.customElements.define("media-text-display",nt);const ur=[{singular:"hour",plural:"hours"},{singular:"minute",plural:"minutes"},{singular:"second",plural:"seconds"}],cr=(t,e)=>{const i=fe(t===1?ur[e].singular:ur[e].plural);return`${t} ${i}`},hr=t=>{if(!ha(t))return"";const e=Math.abs(t),i=e!==t,a=new Date(0,0,0,0,0,e,0),s=[a.getHours(),a.getMinutes(),a.getSeconds()].map((n,o)=>n&&cr(n,o)).filter(n=>n).join(", ");return i?fe("{time} remaining",{time:s}):e===0?cr(0,2):s};function mr(t,e){let i=!1;t<0&&(i=!0,t=0-t),t=t<0?0:t;let a=Math.floor(t%60),r=Math.floor(t/60%60),s=Math.floor(t/3600);const n=Math.floor(e/60%60),o=Math.floor(e/3600);return(isNaN(t)||t===1/0)&&(s=r=a="0"),s=s>0||o>0?s+":":"",r=((s||n>=10)&&r<10?"0"+r:r)+":",a=a<10?"0"+a:a,(i?"-":"")+s+r+a}var jr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Er=(t,e,i)=>(jr(t,e,"read from private field"),i?i.call(t):e.get(t)),Hn=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Bn=(t,e,i,a)=>(jr(t,e,"write to private field"),e.set(t,i),i),bt;class Kn extends nt{constructor(){super(),Hn(this,bt,void 0),Bn(this,bt,this.shadowRoot.querySelector("slot")),Er(this,bt).textContent=mr(0)}static get observedAttributes(){return[...super.observedAttributes,l.MEDIA_PREVIEW_TIME]}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===l.MEDIA_PREVIEW_TIME&&a!=null&&(Er(this,bt).textContent=mr(parseFloat(a)))}get mediaPreviewTime(){return Ie(this,l.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){ke(this,l.MEDIA_PREVIEW_TIME,e)}}bt=new WeakMap;c.customElements.get("media-preview-time-display")||c.customElements.define("media-preview-time-display",Kn);var va=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},R=(t,e,i)=>(va(t,e,"read from private field"),i?i.call(t):e.get(t)),$=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Se=(t,e,i,a)=>(va(t,e,"write to private field"),e.set(t,i),i),te=(t,e,i)=>(va(t,e,"access private method"),i),de,Pi,Zt,jt,ie,fi,ei,ti,ii,_a,es,ai,zi,ri,Xi,gi,fa,Ji,ts,Zi,is,ji,as,ea,rs;function Vn(t){return`
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
  `}function Gn(t){return""}class Ot extends c.HTMLElement{constructor(){if(super(),$(this,_a),$(this,ai),$(this,ri),$(this,gi),$(this,Ji),$(this,Zi),$(this,ji),$(this,ea),$(this,de,void 0),$(this,Pi,void 0),$(this,Zt,void 0),$(this,jt,void 0),$(this,ie,{}),$(this,fi,[]),$(this,ei,()=>{if(this.range.matches(":focus-visible")){const{style:e}=W(this.shadowRoot,":host");e.setProperty("--_focus-visible-box-shadow","var(--_focus-box-shadow)")}}),$(this,ti,()=>{const{style:e}=W(this.shadowRoot,":host");e.removeProperty("--_focus-visible-box-shadow")}),$(this,ii,()=>{const e=this.shadowRoot.querySelector("#segments-clipping");e&&e.parentNode.append(e)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=xe(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}this.container=this.shadowRoot.querySelector("#container"),Se(this,Zt,this.shadowRoot.querySelector("#startpoint")),Se(this,jt,this.shadowRoot.querySelector("#endpoint")),this.range=this.shadowRoot.querySelector("#range"),this.appearance=this.shadowRoot.querySelector("#appearance")}static get observedAttributes(){return["disabled","aria-disabled",D.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var r,s,n,o,u;e===D.MEDIA_CONTROLLER?(i&&((s=(r=R(this,de))==null?void 0:r.unassociateElement)==null||s.call(r,this),Se(this,de,null)),a&&this.isConnected&&(Se(this,de,(n=this.getRootNode())==null?void 0:n.getElementById(a)),(u=(o=R(this,de))==null?void 0:o.associateElement)==null||u.call(o,this))):(e==="disabled"||e==="aria-disabled"&&i!==a)&&(a==null?(this.range.removeAttribute(e),te(this,ai,zi).call(this)):(this.range.setAttribute(e,a),te(this,ri,Xi).call(this)))}connectedCallback(){var e,i,a;const{style:r}=W(this.shadowRoot,":host");r.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),R(this,ie).pointer=W(this.shadowRoot,"#pointer"),R(this,ie).progress=W(this.shadowRoot,"#progress"),R(this,ie).thumb=W(this.shadowRoot,'#thumb, ::slotted([slot="thumb"])'),R(this,ie).activeSegment=W(this.shadowRoot,"#segments-clipping rect:nth-child(0)");const s=this.getAttribute(D.MEDIA_CONTROLLER);s&&(Se(this,de,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=R(this,de))==null?void 0:i.associateElement)==null||a.call(i,this)),this.updateBar(),this.shadowRoot.addEventListener("focusin",R(this,ei)),this.shadowRoot.addEventListener("focusout",R(this,ti)),te(this,ai,zi).call(this),kr(this.container,R(this,ii))}disconnectedCallback(){var e,i;te(this,ri,Xi).call(this),(i=(e=R(this,de))==null?void 0:e.unassociateElement)==null||i.call(e,this),Se(this,de,null),this.shadowRoot.removeEventListener("focusin",R(this,ei)),this.shadowRoot.removeEventListener("focusout",R(this,ti)),wr(this.container,R(this,ii))}updatePointerBar(e){var i;(i=R(this,ie).pointer)==null||i.style.setProperty("width",`${this.getPointerRatio(e)*100}%`)}updateBar(){var e,i;const a=this.range.valueAsNumber*100;(e=R(this,ie).progress)==null||e.style.setProperty("width",`${a}%`),(i=R(this,ie).thumb)==null||i.style.setProperty("left",`${a}%`)}updateSegments(e){const i=this.shadowRoot.querySelector("#segments-clipping");if(i.textContent="",this.container.classList.toggle("segments",!!e?.length),!e?.length)return;const a=[...new Set([+this.range.min,...e.flatMap(s=>[s.start,s.end]),+this.range.max])];Se(this,fi,[...a]);const r=a.pop();for(const[s,n]of a.entries()){const[o,u]=[s===0,s===a.length-1],T=o?"calc(var(--segments-gap) / -1)":`${n*100}%`,b=`calc(${((u?r:a[s+1])-n)*100}%${o||u?"":" - var(--segments-gap)"})`,p=K.createElementNS("http://www.w3.org/2000/svg","rect"),h=fr(this.shadowRoot,`#segments-clipping rect:nth-child(${s+1})`);h.style.setProperty("x",T),h.style.setProperty("width",b),i.append(p)}}getPointerRatio(e){return Is(e.clientX,e.clientY,R(this,Zt).getBoundingClientRect(),R(this,jt).getBoundingClientRect())}get dragging(){return this.hasAttribute("dragging")}handleEvent(e){switch(e.type){case"pointermove":te(this,ea,rs).call(this,e);break;case"input":this.updateBar();break;case"pointerenter":te(this,Ji,ts).call(this,e);break;case"pointerdown":te(this,gi,fa).call(this,e);break;case"pointerup":te(this,Zi,is).call(this);break;case"pointerleave":te(this,ji,as).call(this);break}}get keysUsed(){return["ArrowUp","ArrowRight","ArrowDown","ArrowLeft"]}}de=new WeakMap;Pi=new WeakMap;Zt=new WeakMap;jt=new WeakMap;ie=new WeakMap;fi=new WeakMap;ei=new WeakMap;ti=new WeakMap;ii=new WeakMap;_a=new WeakSet;es=function(t){const e=R(this,ie).activeSegment;if(!e)return;const i=this.getPointerRatio(t),r=`#segments-clipping rect:nth-child(${R(this,fi).findIndex((s,n,o)=>{const u=o[n+1];return u!=null&&i>=s&&i<=u})+1})`;(e.selectorText!=r||!e.style.transform)&&(e.selectorText=r,e.style.setProperty("transform","var(--media-range-segment-hover-transform, scaleY(2))"))};ai=new WeakSet;zi=function(){this.hasAttribute("disabled")||!this.isConnected||(this.addEventListener("input",this),this.addEventListener("pointerdown",this),this.addEventListener("pointerenter",this))};ri=new WeakSet;Xi=function(){var t,e;this.removeEventListener("input",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointerenter",this),this.removeEventListener("pointerleave",this),(t=c.window)==null||t.removeEventListener("pointerup",this),(e=c.window)==null||e.removeEventListener("pointermove",this)};gi=new WeakSet;fa=function(t){var e;Se(this,Pi,t.composedPath().includes(this.range)),(e=c.window)==null||e.addEventListener("pointerup",this,{once:!0})};Ji=new WeakSet;ts=function(t){var e;t.pointerType!=="mouse"&&te(this,gi,fa).call(this,t),this.addEventListener("pointerleave",this,{once:!0}),(e=c.window)==null||e.addEventListener("pointermove",this)};Zi=new WeakSet;is=function(){var t;(t=c.window)==null||t.removeEventListener("pointerup",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled")};ji=new WeakSet;as=function(){var t,e;this.removeEventListener("pointerleave",this),(t=c.window)==null||t.removeEventListener("pointermove",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled"),(e=R(this,ie).activeSegment)==null||e.style.removeProperty("transform")};ea=new WeakSet;rs=function(t){t.pointerType==="pen"&&t.buttons===0||(this.toggleAttribute("dragging",t.buttons===1||t.pointerType!=="mouse"),this.updatePointerBar(t),te(this,_a,es).call(this,t),this.dragging&&(t.pointerType!=="mouse"||!R(this,Pi))&&(this.range.disabled=!0,this.range.valueAsNumber=this.getPointerRatio(t),this.range.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))))};Ot.shadowRootOptions={mode:"open"};Ot.getTemplateHTML=Vn;Ot.getContainerTemplateHTML=Gn;c.customElements.get("media-chrome-range")||c.customElements.define("media-chrome-range",Ot);var ss=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},qn=(t,e,i)=>(ss(t,e,"read from private field"),i?i.call(t):e.get(t)),Yn=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Qn=(t,e,i,a)=>(ss(t,e,"write to private field"),e.set(t,i),i),si;class zn extends nt{constructor(){super(),Yn(this,si,void 0),Qn(this,si,this.shadowRoot.querySelector("slot"))}static get observedAttributes(){return[...super.observedAttributes,l.MEDIA_PREVIEW_CHAPTER,l.MEDIA_LANG]}attributeChangedCallback(e,i,a){if(super.attributeChangedCallback(e,i,a),(e===l.MEDIA_PREVIEW_CHAPTER||e===l.MEDIA_LANG)&&a!==i&&a!=null)if(qn(this,si).textContent=a,a!==""){const r=fe("chapter: {chapterName}",{chapterName:a});this.setAttribute("aria-valuetext",r)}else this.removeAttribute("aria-valuetext")}get mediaPreviewChapter(){return we(this,l.MEDIA_PREVIEW_CHAPTER)}set mediaPreviewChapter(e){_e(this,l.MEDIA_PREVIEW_CHAPTER,e)}}si=new WeakMap;c.customElements.get("media-preview-chapter-display")||c.customElements.define("media-preview-chapter-display",zn);var ns=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},x=(t,e,i)=>(ns(t,e,"read from private field"),e.get(t)),re=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Y=(t,e,i,a)=>(ns(t,e,"write to private field"),e.set(t,i),i),Xn=(t,e,i,a)=>({set _(r){Y(t,e,r)},get _(){return x(t,e)}}),qe,ni,Ye,At,oi,li,di,Qe,De,ui;class Jn{constructor(e,i,a){re(this,qe,void 0),re(this,ni,void 0),re(this,Ye,void 0),re(this,At,void 0),re(this,oi,void 0),re(this,li,void 0),re(this,di,void 0),re(this,Qe,void 0),re(this,De,0),re(this,ui,(r=performance.now())=>{Y(this,De,requestAnimationFrame(x(this,ui))),Y(this,At,performance.now()-x(this,Ye));const s=1e3/this.fps;if(x(this,At)>s){Y(this,Ye,r-x(this,At)%s);const n=1e3/((r-x(this,ni))/++Xn(this,oi)._),o=(r-x(this,li))/1e3/this.duration;let u=x(this,di)+o*this.playbackRate;u-x(this,qe).valueAsNumber>0?Y(this,Qe,this.playbackRate/this.duration/n):(Y(this,Qe,.995*x(this,Qe)),u=x(this,qe).valueAsNumber+x(this,Qe)),this.callback(u)}}),Y(this,qe,e),this.callback=i,this.fps=a}start(){x(this,De)===0&&(Y(this,Ye,performance.now()),Y(this,ni,x(this,Ye)),Y(this,oi,0),x(this,ui).call(this))}stop(){x(this,De)!==0&&(cancelAnimationFrame(x(this,De)),Y(this,De,0))}update({start:e,duration:i,playbackRate:a}){const r=e-x(this,qe).valueAsNumber,s=Math.abs(i-this.duration);(r>0||r<-.5/i||s>=.5)&&this.callback(e),Y(this,di,e),Y(this,li,performance.now()),this.duration=i,this.playbackRate=a}}qe=new WeakMap;ni=new WeakMap;Ye=new WeakMap;At=new WeakMap;oi=new WeakMap;li=new WeakMap;di=new WeakMap;Qe=new WeakMap;De=new WeakMap;ui=new WeakMap;var ga=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},k=(t,e,i)=>(ga(t,e,"read from private field"),i?i.call(t):e.get(t)),C=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},z=(t,e,i,a)=>(ga(t,e,"write to private field"),e.set(t,i),i),X=(t,e,i)=>(ga(t,e,"access private method"),i),ze,ye,bi,It,Ai,ci,Lt,Dt,Xe,Je,Tt,ta,os,ia,Ti,ba,Si,Aa,yi,Ta,aa,ls,Ct,Ii,ra,ds;const Zn=t=>{const e=t.range,i=hr(+us(t)),a=hr(+t.mediaSeekableEnd),r=i&&a?fe("{currentTime} of {totalTime}",{currentTime:i,totalTime:a}):fe("video not loaded, unknown time.");e.setAttribute("aria-valuetext",r)};function jn(t){return`
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
          <template shadowrootmode="${dr.shadowRootOptions.mode}">
            ${dr.getTemplateHTML({})}
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
  `}const Gt=(t,e=t.mediaCurrentTime)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;if(Number.isNaN(a))return 0;const r=(e-i)/(a-i);return Math.max(0,Math.min(r,1))},us=(t,e=t.range.valueAsNumber)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;return Number.isNaN(a)?0:e*(a-i)+i};class Sa extends Ot{constructor(){super(),C(this,ta),C(this,Ti),C(this,Si),C(this,yi),C(this,aa),C(this,Ct),C(this,ra),C(this,ze,null),C(this,ye,void 0),C(this,bi,void 0),C(this,It,void 0),C(this,Ai,void 0),C(this,ci,void 0),C(this,Lt,void 0),C(this,Dt,void 0),C(this,Xe,void 0),C(this,Je,void 0),C(this,Tt,()=>{X(this,ta,os).call(this)?k(this,ye).start():k(this,ye).stop()}),C(this,ia,a=>{this.dragging||(ha(a)&&(this.range.valueAsNumber=a),k(this,Je)||this.updateBar())}),this.shadowRoot.querySelector("#track").insertAdjacentHTML("afterbegin",'<div id="buffered" part="buffered"></div>'),z(this,bi,this.shadowRoot.querySelectorAll('[part~="box"]')),z(this,Ai,this.shadowRoot.querySelector('[part~="preview-box"]')),z(this,ci,this.shadowRoot.querySelector('[part~="current-box"]'));const i=getComputedStyle(this);z(this,Lt,parseInt(i.getPropertyValue("--media-box-padding-left"))),z(this,Dt,parseInt(i.getPropertyValue("--media-box-padding-right"))),z(this,ye,new Jn(this.range,k(this,ia),60))}static get observedAttributes(){return[...super.observedAttributes,l.MEDIA_PAUSED,l.MEDIA_DURATION,l.MEDIA_SEEKABLE,l.MEDIA_CURRENT_TIME,l.MEDIA_PREVIEW_IMAGE,l.MEDIA_PREVIEW_TIME,l.MEDIA_PREVIEW_CHAPTER,l.MEDIA_BUFFERED,l.MEDIA_PLAYBACK_RATE,l.MEDIA_LOADING,l.MEDIA_ENDED]}connectedCallback(){var e;super.connectedCallback(),this.range.setAttribute("aria-label",fe("seek")),k(this,Tt).call(this),z(this,ze,this.getRootNode()),(e=k(this,ze))==null||e.addEventListener("transitionstart",this)}disconnectedCallback(){var e;super.disconnectedCallback(),k(this,ye).stop(),(e=k(this,ze))==null||e.removeEventListener("transitionstart",this),z(this,ze,null)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),i!=a&&(e===l.MEDIA_CURRENT_TIME||e===l.MEDIA_PAUSED||e===l.MEDIA_ENDED||e===l.MEDIA_LOADING||e===l.MEDIA_DURATION||e===l.MEDIA_SEEKABLE?(k(this,ye).update({start:Gt(this),duration:this.mediaSeekableEnd-this.mediaSeekableStart,playbackRate:this.mediaPlaybackRate}),k(this,Tt).call(this),Zn(this)):e===l.MEDIA_BUFFERED&&this.updateBufferedBar(),(e===l.MEDIA_DURATION||e===l.MEDIA_SEEKABLE)&&(this.mediaChaptersCues=k(this,Xe),this.updateBar()))}get mediaChaptersCues(){return k(this,Xe)}set mediaChaptersCues(e){var i;z(this,Xe,e),this.updateSegments((i=k(this,Xe))==null?void 0:i.map(a=>({start:Gt(this,a.startTime),end:Gt(this,a.endTime)})))}get mediaPaused(){return P(this,l.MEDIA_PAUSED)}set mediaPaused(e){O(this,l.MEDIA_PAUSED,e)}get mediaLoading(){return P(this,l.MEDIA_LOADING)}set mediaLoading(e){O(this,l.MEDIA_LOADING,e)}get mediaDuration(){return Ie(this,l.MEDIA_DURATION)}set mediaDuration(e){ke(this,l.MEDIA_DURATION,e)}get mediaCurrentTime(){return Ie(this,l.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){ke(this,l.MEDIA_CURRENT_TIME,e)}get mediaPlaybackRate(){return Ie(this,l.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){ke(this,l.MEDIA_PLAYBACK_RATE,e)}get mediaBuffered(){const e=this.getAttribute(l.MEDIA_BUFFERED);return e?e.split(" ").map(i=>i.split(":").map(a=>+a)):[]}set mediaBuffered(e){if(!e){this.removeAttribute(l.MEDIA_BUFFERED);return}const i=e.map(a=>a.join(":")).join(" ");this.setAttribute(l.MEDIA_BUFFERED,i)}get mediaSeekable(){const e=this.getAttribute(l.MEDIA_SEEKABLE);if(e)return e.split(":").map(i=>+i)}set mediaSeekable(e){if(e==null){this.removeAttribute(l.MEDIA_SEEKABLE);return}this.setAttribute(l.MEDIA_SEEKABLE,e.join(":"))}get mediaSeekableEnd(){var e;const[,i=this.mediaDuration]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaSeekableStart(){var e;const[i=0]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaPreviewImage(){return we(this,l.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){_e(this,l.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewTime(){return Ie(this,l.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){ke(this,l.MEDIA_PREVIEW_TIME,e)}get mediaEnded(){return P(this,l.MEDIA_ENDED)}set mediaEnded(e){O(this,l.MEDIA_ENDED,e)}updateBar(){super.updateBar(),this.updateBufferedBar(),this.updateCurrentBox()}updateBufferedBar(){var e;const i=this.mediaBuffered;if(!i.length)return;let a;if(this.mediaEnded)a=1;else{const s=this.mediaCurrentTime,[,n=this.mediaSeekableStart]=(e=i.find(([o,u])=>o<=s&&s<=u))!=null?e:[];a=Gt(this,n)}const{style:r}=W(this.shadowRoot,"#buffered");r.setProperty("width",`${a*100}%`)}updateCurrentBox(){if(!this.shadowRoot.querySelector('slot[name="current"]').assignedElements().length)return;const i=W(this.shadowRoot,"#current-rail"),a=W(this.shadowRoot,'[part~="current-box"]'),r=X(this,Ti,ba).call(this,k(this,ci)),s=X(this,Si,Aa).call(this,r,this.range.valueAsNumber),n=X(this,yi,Ta).call(this,r,this.range.valueAsNumber);i.style.transform=`translateX(${s})`,i.style.setProperty("--_range-width",`${r.range.width}`),a.style.setProperty("--_box-shift",`${n}`),a.style.setProperty("--_box-width",`${r.box.width}px`),a.style.setProperty("visibility","initial")}handleEvent(e){switch(super.handleEvent(e),e.type){case"input":X(this,ra,ds).call(this);break;case"pointermove":X(this,aa,ls).call(this,e);break;case"pointerup":k(this,Je)&&z(this,Je,!1);break;case"pointerdown":z(this,Je,!0);break;case"pointerleave":X(this,Ct,Ii).call(this,null);break;case"transitionstart":st(e.target,this)&&setTimeout(()=>k(this,Tt).call(this),0);break}}}ze=new WeakMap;ye=new WeakMap;bi=new WeakMap;It=new WeakMap;Ai=new WeakMap;ci=new WeakMap;Lt=new WeakMap;Dt=new WeakMap;Xe=new WeakMap;Je=new WeakMap;Tt=new WeakMap;ta=new WeakSet;os=function(){return this.isConnected&&!this.mediaPaused&&!this.mediaLoading&&!this.mediaEnded&&this.mediaSeekableEnd>0&&ys(this)};ia=new WeakMap;Ti=new WeakSet;ba=function(t){var e;const a=((e=this.getAttribute("bounds")?ki(this,`#${this.getAttribute("bounds")}`):this.parentElement)!=null?e:this).getBoundingClientRect(),r=this.range.getBoundingClientRect(),s=t.offsetWidth,n=-(r.left-a.left-s/2),o=a.right-r.left-s/2;return{box:{width:s,min:n,max:o},bounds:a,range:r}};Si=new WeakSet;Aa=function(t,e){let i=`${e*100}%`;const{width:a,min:r,max:s}=t.box;if(!a)return i;if(Number.isNaN(r)||(i=`max(${`calc(1 / var(--_range-width) * 100 * ${r}% + var(--media-box-padding-left))`}, ${i})`),!Number.isNaN(s)){const o=`calc(1 / var(--_range-width) * 100 * ${s}% - var(--media-box-padding-right))`;i=`min(${i}, ${o})`}return i};yi=new WeakSet;Ta=function(t,e){const{width:i,min:a,max:r}=t.box,s=e*t.range.width;if(s<a+k(this,Lt)){const n=t.range.left-t.bounds.left-k(this,Lt);return`${s-i/2+n}px`}if(s>r-k(this,Dt)){const n=t.bounds.right-t.range.right-k(this,Dt);return`${s+i/2-n-t.range.width}px`}return 0};aa=new WeakSet;ls=function(t){const e=[...k(this,bi)].some(A=>t.composedPath().includes(A));if(!this.dragging&&(e||!t.composedPath().includes(this))){X(this,Ct,Ii).call(this,null);return}const i=this.mediaSeekableEnd;if(!i)return;const a=W(this.shadowRoot,"#preview-rail"),r=W(this.shadowRoot,'[part~="preview-box"]'),s=X(this,Ti,ba).call(this,k(this,Ai));let n=(t.clientX-s.range.left)/s.range.width;n=Math.max(0,Math.min(1,n));const o=X(this,Si,Aa).call(this,s,n),u=X(this,yi,Ta).call(this,s,n);a.style.transform=`translateX(${o})`,a.style.setProperty("--_range-width",`${s.range.width}`),r.style.setProperty("--_box-shift",`${u}`),r.style.setProperty("--_box-width",`${s.box.width}px`);const T=Math.round(k(this,It))-Math.round(n*i);Math.abs(T)<1&&n>.01&&n<.99||(z(this,It,n*i),X(this,Ct,Ii).call(this,k(this,It)))};Ct=new WeakSet;Ii=function(t){this.dispatchEvent(new c.CustomEvent(_.MEDIA_PREVIEW_REQUEST,{composed:!0,bubbles:!0,detail:t}))};ra=new WeakSet;ds=function(){k(this,ye).stop();const t=us(this);this.dispatchEvent(new c.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:t}))};Sa.shadowRootOptions={mode:"open"};Sa.getContainerTemplateHTML=jn;c.customElements.get("media-time-range")||c.customElements.define("media-time-range",Sa);export{c as G,l as M,nt as a,P as b,Ie as c,ke as d,hr as e,mr as f,W as g,ki as h,ys as i,to as j,we as k,_e as l,D as m,xe as n,_ as o,Ot as p,so as q,O as s,fe as t};
