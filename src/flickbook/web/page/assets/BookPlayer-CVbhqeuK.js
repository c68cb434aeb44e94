import{s as Hr,e as Ka,g as Br,l as Wr,t as Te,r as G,u as Xe,f as fa,n as Vr,a as Tn}from"./naming-DP32M3Nr.js";import{e as Ze,j as Bs,g as Kr}from"./media-Td2Bpi5k.js";import{d as wt,b as Gr,m as He,c as ne,a as k,h as gt,o as ee,_ as It,B as yn,e as Sn,n as ga,q as kn,v as qr,C as wn,f as _t,g as In,l as ae,F as Yr,i as Qr}from"./_plugin-vue_export-helper-DwovJ86I.js";import{S as zr}from"./SnippetStrip-rpWxhCnv.js";function zd(t,e){const i=Math.max(1,Math.ceil(t/e));return Array.from({length:i},(a,s)=>{const n=s*e;return{start:n,end:Math.min(n+e,t),state:"done",error:null}})}function Xd(t,e){if(t.base===null||t.duration===null||t.snippet===null)return null;const{title:i,base:a,snippet:s,duration:n,video:r,storyboard:l}=t;return{title:i,base:a,last:Wr(t.name),snippet:s,duration:n,cells:e,video:r,storyboard:l}}function jt(t){return Math.max(1,Math.ceil(t.duration-1e-6))}function Xr(t,e){return Br(t.base,t.last,Ka(e,t.snippet))}function bt(t,e){return Hr(t.base,t.last,Ka(e,t.snippet),e)}function qi(t,e){return t.findLast(i=>i.start<=e)??t[0]}class Mn{constructor(e,i,a=()=>{}){this.limit=e,this.parallel=i,this.onSettled=a}ready=new Map;loading=new Map;failed=new Set;queue=[];get(e){const i=this.ready.get(e);return i===void 0?null:(this.ready.delete(e),this.ready.set(e,i),i)}hasFailed(e){return this.failed.has(e)}want(e){const i=new Set(e);for(const[a,s]of this.loading)i.has(a)||(this.loading.delete(a),s.removeAttribute("src"));this.queue=e.filter(a=>!this.ready.has(a)&&!this.loading.has(a)&&!this.failed.has(a)),this.next()}forgive(){this.failed.clear()}next(){for(;this.loading.size<this.parallel;){const e=this.queue.shift();if(e===void 0)return;this.load(e)}}load(e){const i=new Image;i.decoding="async",this.loading.set(e,i),i.src=e,i.decode().then(()=>this.settle(e,i,!0),()=>this.settle(e,i,!1))}settle(e,i,a){this.loading.get(e)===i&&(this.loading.delete(e),a?this.keep(e,i):this.failed.add(e),this.next(),this.onSettled(e))}keep(e,i){this.ready.set(e,i);for(const a of this.ready.keys()){if(this.ready.size<=this.limit)return;this.ready.delete(a)}}}const Zr=/^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/,Jr=/^(.*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;function jr(t,e){const i=[],a=t.replace(/\r\n?/g,`
`).split(`
`);return a.forEach((s,n)=>{const r=Zr.exec(s),l=r&&Jr.exec(a[n+1]?.trim()??"");if(!r||!l)return;const[d=0,f=0,h=0,v=0]=l.slice(2).map(Number),m=new URL(l[1]??"",e).href;i.push({start:Ws(r[1]),end:Ws(r[2]),url:m,x:d,y:f,width:h,height:v})}),i.sort((s,n)=>s.start-n.start)}function eo(t){return[`WEBVTT
`,...t.map(({start:i,end:a,url:s,x:n,y:r,width:l,height:d})=>`${Vs(i)} --> ${Vs(a)}
${s}#xywh=${n},${r},${l},${d}
`)].join(`
`)}function to(t,e){let i=0,a=t.length-1;for(;i<a;){const s=Math.ceil((i+a)/2);(t[s]?.start??0)<=e?i=s:a=s-1}return t[i]}function Ws(t=""){return t.split(":").reduce((e,i)=>e*60+Number(i),0)}function Vs(t){const e=Math.round(t*1e3),i=s=>String(Math.floor(s)).padStart(2,"0");return`${`${i(e/36e5)}:${i(e/6e4%60)}:${i(e/1e3%60)}`}.${String(e%1e3).padStart(3,"0")}`}const io=48,ao=3;class Ks{constructor(e){this.list=e,this.urls=[...new Set(e.map(i=>i.url))]}onSheet=()=>{};sheets=new Mn(io,4,()=>this.onSheet());urls;at(e){return to(this.list,e)}near(e){const i=this.at(e);if(i===void 0)return;const a=this.urls.indexOf(i.url),s=[a];for(let n=1;n<=ao;n+=1)s.push(a+n,a-n);this.sheets.want(s.flatMap(n=>this.urls[n]??[]))}draw(e,i){const a=this.at(i),s=a&&this.sheets.get(a.url);if(!a||!s)return!1;const n=a.width||s.naturalWidth,r=a.height||s.naturalHeight,l=Math.min(n,320);return e.width=l,e.height=Math.round(l*r/n),e.getContext("2d")?.drawImage(s,a.x,a.y,n,r,0,0,e.width,e.height),e.dataset.start=String(a.start),!0}}function Ln(t){return Array.from({length:jt(t)},(e,i)=>{const a=Math.min(i+1,t.duration);return{start:i,end:a,url:bt(t,i),x:0,y:0,width:0,height:0}})}async function so(t){if(t.storyboard!==null)try{const e=await fetch(t.storyboard),i=e.ok?jr(await e.text(),new URL(t.storyboard,document.baseURI).href):[];if(i.length>0)return i}catch{}return Ln(t)}const Gs=8,qs=2;function no(t,e,i){const a=[t];if(e===0)for(let s=1;s<=(Gs+qs)/2;s+=1)a.push(t+s,t-s);else{for(let s=1;s<=Gs;s+=1)a.push(t+s*e);for(let s=1;s<=qs;s+=1)a.push(t-s*Math.sign(e))}return a.filter(s=>s>=0&&s<i)}const ro=["data-second"],oo={key:0,class:"missing"},lo=40,uo=4,co=wt({__name:"FreezeFrame",props:{book:{},second:{},tiles:{}},setup(t){const e=t,i=G(),a=G(),s=G(""),n=new Mn(lo,uo,h=>{h===bt(e.book,e.second)&&r()});function r(){const{book:h,second:v}=e,m=bt(h,v),p=n.get(m);s.value=p===null?d(v,m):"";const A=i.value?.querySelector("img");if(p===null){A?.remove(),a.value&&e.tiles.draw(a.value,v);return}p.alt=`Freeze frame of second ${v}`,p.dataset.second=String(v),A!==p&&(A?.remove(),i.value?.append(p))}function l(h){return qi(e.book.cells,h)?.state==="done"}function d(h,v){const m=qi(e.book.cells,h);return m?.state==="waiting"?`Second ${h} is still to be made`:m?.state==="failed"?`Second ${h} could not be made: ${m.error??""}`:n.hasFailed(v)?`There is no freeze frame of second ${h}`:""}function f(h,v){const m=no(h,h-v,jt(e.book));n.want(m.filter(l).map(p=>bt(e.book,p))),e.tiles.near(h),r()}return Gr(()=>f(e.second,e.second)),He(()=>e.second,f,{flush:"sync"}),He(()=>[e.book,e.tiles],()=>{n.forgive(),f(e.second,e.second)}),(h,v)=>(ee(),ne("div",{ref_key:"stage",ref:i,class:"stage","data-role":"still","data-second":t.second},[k("canvas",{ref_key:"rough",ref:a,width:"16",height:"9","aria-hidden":"true"},null,512),s.value?(ee(),ne("p",oo,Te(s.value),1)):gt("",!0)],8,ro))}}),ho=It(co,[["__scopeId","data-v-9efb29a2"]]),mo={class:"figures"},po=["max","aria-label","aria-valuetext"],Ys=22,vo=wt({__name:"ScrubBar",props:wn({last:{},tiles:{},label:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,i=yn(t,"modelValue"),a=G(),s=G(),n=Tn(null),r=G(!1);He(()=>e.tiles,f=>{f.onSheet=l,f.near(i.value)},{immediate:!0}),Sn(()=>e.tiles.onSheet=()=>{});function l(){n.value&&a.value&&(r.value=e.tiles.draw(a.value,n.value.time))}function d(f){const h=s.value?.getBoundingClientRect();if(!h)return;const v=(f.clientX-h.left-Ys/2)/(h.width-Ys),m=Math.round(Math.min(1,Math.max(0,v))*e.last),p=Math.min(84,h.width/2);n.value={time:m,x:Math.min(h.width-p,Math.max(p,f.clientX-h.left))},e.tiles.near(m),l()}return(f,h)=>(ee(),ne("div",{ref_key:"track",ref:s,class:"scrub",onPointermove:d,onPointerdown:d,onPointerleave:h[1]||(h[1]=v=>n.value=null)},[ga(k("div",{class:Vr(["tip",{drawn:r.value}]),style:fa({left:`${n.value?.x??0}px`}),"aria-hidden":"true"},[k("canvas",{ref_key:"canvas",ref:a,"data-role":"tile",width:"160",height:"90"},null,512),k("span",mo,Te(Xe(Ze)(n.value?.time??0)),1)],6),[[kn,n.value]]),ga(k("input",{"onUpdate:modelValue":h[0]||(h[0]=v=>i.value=v),type:"range",min:"0",max:t.last,step:"1","aria-label":t.label,"aria-valuetext":`second ${i.value}, ${Xe(Ze)(i.value)}`,style:fa({"--share":t.last?i.value/t.last:0})},null,12,po),[[qr,i.value,void 0,{number:!0}]])],544))}}),Eo=It(vo,[["__scopeId","data-v-e2cf7115"]]),fo=["data-second","data-start"],go=["src","alt","data-second"],_o={key:1,class:"missing"},bo=wt({__name:"SnippetGif",props:{book:{},second:{}},setup(t){const e=t,i=G(!1),a=G(!1),s=ae(()=>!Bs.value||i.value),n=ae(()=>Ka(e.second,e.book.snippet)),r=ae(()=>bt(e.book,n.value)),l=ae(()=>qi(e.book.cells,e.second)),d=ae(()=>l.value?.state==="done"),f=ae(()=>s.value?Xr(e.book,e.second):r.value),h=ae(()=>{const v=l.value?.end??n.value+e.book.snippet;return`${s.value?"Animated snippet":"Still of the snippet"} ${Ze(n.value)} to ${Ze(v)}, which holds second ${e.second}`});return He(f,()=>a.value=!1),(v,m)=>(ee(),ne("div",{class:"stage","data-role":"gif","data-second":t.second,"data-start":n.value},[d.value?ga((ee(),ne("img",{key:f.value,src:f.value,alt:h.value,"data-second":t.second,style:fa({backgroundImage:`url(${JSON.stringify(r.value)})`}),onError:m[0]||(m[0]=p=>a.value=!0)},null,44,go)),[[kn,!a.value]]):gt("",!0),!d.value||a.value?(ee(),ne("p",_o,"No GIF of second "+Te(t.second)+Te(l.value?.state==="waiting"?" yet":""),1)):gt("",!0),Xe(Bs)&&!i.value?(ee(),ne("button",{key:2,class:"button ask",type:"button",onClick:m[1]||(m[1]=p=>i.value=!0)},[_t(Xe(Kr)),m[2]||(m[2]=In("Play GIF",-1))])):gt("",!0)],8,fo))}}),Ao=It(bo,[["__scopeId","data-v-89fdad23"]]),To={class:"every","aria-labelledby":"every-second"},yo={class:"soft figures","data-role":"second"},So={class:"pair"},ko=wt({__name:"EverySecond",props:wn({book:{},tiles:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,i=yn(t,"modelValue"),a=ae(()=>jt(e.book)-1);return(s,n)=>(ee(),ne("section",To,[k("header",null,[n[1]||(n[1]=k("h2",{id:"every-second"},"Every second",-1)),k("output",yo,"second "+Te(i.value)+" · "+Te(Xe(Ze)(i.value)),1)]),k("div",So,[k("figure",null,[_t(ho,{book:t.book,second:i.value,tiles:t.tiles},null,8,["book","second","tiles"]),n[2]||(n[2]=k("figcaption",{class:"soft small"},"Freeze frame of this second",-1))]),k("figure",null,[_t(Ao,{book:t.book,second:i.value},null,8,["book","second"]),n[3]||(n[3]=k("figcaption",{class:"soft small"},"GIF of its snippet",-1))])]),_t(Eo,{modelValue:i.value,"onUpdate:modelValue":n[0]||(n[0]=r=>i.value=r),last:a.value,tiles:t.tiles,label:"Second of the video"},null,8,["modelValue","last","tiles"])]))}}),wo=It(ko,[["__scopeId","data-v-df474b85"]]),b={MEDIA_PLAY_REQUEST:"mediaplayrequest",MEDIA_PAUSE_REQUEST:"mediapauserequest",MEDIA_MUTE_REQUEST:"mediamuterequest",MEDIA_UNMUTE_REQUEST:"mediaunmuterequest",MEDIA_LOOP_REQUEST:"medialooprequest",MEDIA_VOLUME_REQUEST:"mediavolumerequest",MEDIA_SEEK_REQUEST:"mediaseekrequest",MEDIA_AIRPLAY_REQUEST:"mediaairplayrequest",MEDIA_ENTER_FULLSCREEN_REQUEST:"mediaenterfullscreenrequest",MEDIA_EXIT_FULLSCREEN_REQUEST:"mediaexitfullscreenrequest",MEDIA_PREVIEW_REQUEST:"mediapreviewrequest",MEDIA_ENTER_PIP_REQUEST:"mediaenterpiprequest",MEDIA_EXIT_PIP_REQUEST:"mediaexitpiprequest",MEDIA_ENTER_CAST_REQUEST:"mediaentercastrequest",MEDIA_EXIT_CAST_REQUEST:"mediaexitcastrequest",MEDIA_SHOW_TEXT_TRACKS_REQUEST:"mediashowtexttracksrequest",MEDIA_HIDE_TEXT_TRACKS_REQUEST:"mediahidetexttracksrequest",MEDIA_SHOW_SUBTITLES_REQUEST:"mediashowsubtitlesrequest",MEDIA_DISABLE_SUBTITLES_REQUEST:"mediadisablesubtitlesrequest",MEDIA_TOGGLE_SUBTITLES_REQUEST:"mediatogglesubtitlesrequest",MEDIA_PLAYBACK_RATE_REQUEST:"mediaplaybackraterequest",MEDIA_RENDITION_REQUEST:"mediarenditionrequest",MEDIA_AUDIO_TRACK_REQUEST:"mediaaudiotrackrequest",MEDIA_SEEK_TO_LIVE_REQUEST:"mediaseektoliverequest",REGISTER_MEDIA_STATE_RECEIVER:"registermediastatereceiver",UNREGISTER_MEDIA_STATE_RECEIVER:"unregistermediastatereceiver"},w={MEDIA_CHROME_ATTRIBUTES:"mediachromeattributes",MEDIA_CONTROLLER:"mediacontroller"},Rn={MEDIA_AIRPLAY_UNAVAILABLE:"mediaAirplayUnavailable",MEDIA_AUDIO_TRACK_ENABLED:"mediaAudioTrackEnabled",MEDIA_AUDIO_TRACK_LIST:"mediaAudioTrackList",MEDIA_AUDIO_TRACK_UNAVAILABLE:"mediaAudioTrackUnavailable",MEDIA_BUFFERED:"mediaBuffered",MEDIA_CAST_UNAVAILABLE:"mediaCastUnavailable",MEDIA_CHAPTERS_CUES:"mediaChaptersCues",MEDIA_CURRENT_TIME:"mediaCurrentTime",MEDIA_DURATION:"mediaDuration",MEDIA_ENDED:"mediaEnded",MEDIA_ERROR:"mediaError",MEDIA_ERROR_CODE:"mediaErrorCode",MEDIA_ERROR_MESSAGE:"mediaErrorMessage",MEDIA_FULLSCREEN_UNAVAILABLE:"mediaFullscreenUnavailable",MEDIA_HAS_PLAYED:"mediaHasPlayed",MEDIA_HEIGHT:"mediaHeight",MEDIA_IS_AIRPLAYING:"mediaIsAirplaying",MEDIA_IS_CASTING:"mediaIsCasting",MEDIA_IS_FULLSCREEN:"mediaIsFullscreen",MEDIA_IS_PIP:"mediaIsPip",MEDIA_LOADING:"mediaLoading",MEDIA_MUTED:"mediaMuted",MEDIA_LOOP:"mediaLoop",MEDIA_PAUSED:"mediaPaused",MEDIA_PIP_UNAVAILABLE:"mediaPipUnavailable",MEDIA_PLAYBACK_RATE:"mediaPlaybackRate",MEDIA_PREVIEW_CHAPTER:"mediaPreviewChapter",MEDIA_PREVIEW_COORDS:"mediaPreviewCoords",MEDIA_PREVIEW_IMAGE:"mediaPreviewImage",MEDIA_PREVIEW_TIME:"mediaPreviewTime",MEDIA_RENDITION_LIST:"mediaRenditionList",MEDIA_RENDITION_SELECTED:"mediaRenditionSelected",MEDIA_RENDITION_UNAVAILABLE:"mediaRenditionUnavailable",MEDIA_SEEKABLE:"mediaSeekable",MEDIA_STREAM_TYPE:"mediaStreamType",MEDIA_SUBTITLES_LIST:"mediaSubtitlesList",MEDIA_SUBTITLES_SHOWING:"mediaSubtitlesShowing",MEDIA_TARGET_LIVE_WINDOW:"mediaTargetLiveWindow",MEDIA_TIME_IS_LIVE:"mediaTimeIsLive",MEDIA_VOLUME:"mediaVolume",MEDIA_VOLUME_LEVEL:"mediaVolumeLevel",MEDIA_VOLUME_UNAVAILABLE:"mediaVolumeUnavailable",MEDIA_LANG:"mediaLang",MEDIA_WIDTH:"mediaWidth"},Dn=Object.entries(Rn),o=Dn.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{}),Io={USER_INACTIVE_CHANGE:"userinactivechange",BREAKPOINTS_CHANGE:"breakpointchange",BREAKPOINTS_COMPUTED:"breakpointscomputed"},yt=Dn.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{...Io});Object.entries(yt).reduce((t,[e,i])=>{const a=o[e];return a&&(t[i]=a),t},{userinactivechange:"userinactive"});const Mo=Object.entries(o).reduce((t,[e,i])=>{const a=yt[e];return a&&(t[i]=a),t},{userinactive:"userinactivechange"}),ye={SUBTITLES:"subtitles",CAPTIONS:"captions",CHAPTERS:"chapters",METADATA:"metadata"},At={DISABLED:"disabled",SHOWING:"showing"},Ea={MOUSE:"mouse",PEN:"pen",TOUCH:"touch"},Z={UNAVAILABLE:"unavailable",UNSUPPORTED:"unsupported"},Ae={LIVE:"live",ON_DEMAND:"on-demand",UNKNOWN:"unknown"},Lo={FULLSCREEN:"fullscreen"};function Se(t){const e={};for(const i of t)e[i.name]=i.value;return e}function Ro(t){var e;return(e=Do(t))!=null?e:oi(t,"media-controller")}function Do(t){var e;const{MEDIA_CONTROLLER:i}=w,a=t.getAttribute(i);if(a)return(e=Co(t))==null?void 0:e.getElementById(a)}const Mt=(t,e)=>!t||!e?!1:t?.contains(e)?!0:Mt(t,e.getRootNode().host),oi=(t,e)=>{if(!t)return null;const i=t.closest(e);return i||oi(t.getRootNode().host,e)};function Cn(t=document){var e;const i=t?.activeElement;return i?(e=Cn(i.shadowRoot))!=null?e:i:null}function Co(t){var e;const i=(e=t?.getRootNode)==null?void 0:e.call(t);return i instanceof ShadowRoot||i instanceof Document?i:null}function On(t,{depth:e=3,checkOpacity:i=!0,checkVisibilityCSS:a=!0}={}){if(t.checkVisibility)return t.checkVisibility({checkOpacity:i,checkVisibilityCSS:a});let s=t;for(;s&&e>0;){const n=getComputedStyle(s);if(i&&n.opacity==="0"||a&&n.visibility==="hidden"||n.display==="none")return!1;s=s.parentElement,e--}return!0}function Oo(t,e,i,a){const s=a.x-i.x,n=a.y-i.y,r=s*s+n*n;if(r===0)return 0;const l=((t-i.x)*s+(e-i.y)*n)/r;return Math.max(0,Math.min(1,l))}function B(t,e){const i=Uo(t,a=>a===e);return i||Un(t,e)}function Uo(t,e){var i,a;let s;for(s of(i=t.querySelectorAll("style:not([media])"))!=null?i:[]){let n;try{n=(a=s.sheet)==null?void 0:a.cssRules}catch{continue}for(const r of n??[])if(e(r.selectorText))return r}}function Un(t,e){var i,a;const s=(i=t.querySelectorAll("style:not([media])"))!=null?i:[],n=s?.[s.length-1];if(!n?.sheet)return console.warn("Media Chrome: No style sheet found on style tag of",t),{style:{setProperty:()=>{},removeProperty:()=>"",getPropertyValue:()=>""}};const r=n?.sheet.insertRule(`${e}{}`,n.sheet.cssRules.length);return(a=n.sheet.cssRules)==null?void 0:a[r]}function Re(t,e,i=Number.NaN){const a=t.getAttribute(e);return a!=null?+a:i}function De(t,e,i){const a=+i;if(i==null||Number.isNaN(a)){t.hasAttribute(e)&&t.removeAttribute(e);return}Re(t,e,void 0)!==a&&t.setAttribute(e,`${a}`)}function M(t,e){return t.hasAttribute(e)}function L(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}M(t,e)!=i&&t.toggleAttribute(e,i)}function Y(t,e,i=null){var a;return(a=t.getAttribute(e))!=null?a:i}function q(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}const a=`${i}`;Y(t,e,void 0)!==a&&t.setAttribute(e,a)}class Pn{addEventListener(){}removeEventListener(){}dispatchEvent(){return!0}}class xn extends Pn{}class Qs extends xn{constructor(){super(...arguments),this.role=null}}class Po{observe(){}unobserve(){}disconnect(){}}const Nn={createElement:function(){return new ei.HTMLElement},createElementNS:function(){return new ei.HTMLElement},addEventListener(){},removeEventListener(){},dispatchEvent(t){return!1}},ei={ResizeObserver:Po,document:Nn,Node:xn,Element:Qs,HTMLElement:class extends Qs{constructor(){super(...arguments),this.innerHTML=""}get content(){return new ei.DocumentFragment}},DocumentFragment:class extends Pn{},customElements:{get:function(){},define:function(){},whenDefined:function(){}},localStorage:{getItem(t){return null},setItem(t,e){},removeItem(t){}},CustomEvent:function(){},getComputedStyle:function(){},navigator:{languages:[],get userAgent(){return""}},matchMedia(t){return{matches:!1,media:t}},DOMParser:class{parseFromString(e,i){return{body:{textContent:e}}}}},$n="global"in globalThis&&globalThis?.global===globalThis||typeof window>"u"||typeof window.customElements>"u",Fn=Object.keys(ei).every(t=>t in globalThis),u=$n&&!Fn?ei:globalThis,z=$n&&!Fn?Nn:globalThis.document;var Hn=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},ui=(t,e,i)=>(Hn(t,e,"read from private field"),i?i.call(t):e.get(t)),xo=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ci=(t,e,i,a)=>(Hn(t,e,"write to private field"),e.set(t,i),i),pe;function No(t){return`
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
  `}class Ga extends u.HTMLElement{constructor(){if(super(),xo(this,pe,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Se(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[w.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===w.MEDIA_CONTROLLER&&(i&&((n=(s=ui(this,pe))==null?void 0:s.unassociateElement)==null||n.call(s,this),ci(this,pe,null)),a&&this.isConnected&&(ci(this,pe,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=ui(this,pe))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i,a;const s=this.getAttribute(w.MEDIA_CONTROLLER);s&&(ci(this,pe,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=ui(this,pe))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=ui(this,pe))==null?void 0:e.unassociateElement)==null||i.call(e,this),ci(this,pe,null)}}pe=new WeakMap;Ga.shadowRootOptions={mode:"open"};Ga.getTemplateHTML=No;u.customElements.get("media-control-bar")||u.customElements.define("media-control-bar",Ga);const zs=new WeakMap,qa=t=>{let e=zs.get(t);return e||zs.set(t,e=new Set),e},Bn=new u.ResizeObserver(t=>{for(const e of t)for(const i of qa(e.target))i(e)});function Wn(t,e){qa(t).add(e),Bn.observe(t)}function Vn(t,e){const i=qa(t);i.delete(e),i.size||Bn.unobserve(t)}var Kn=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},oe=(t,e,i)=>(Kn(t,e,"read from private field"),i?i.call(t):e.get(t)),$o=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},hi=(t,e,i,a)=>(Kn(t,e,"write to private field"),e.set(t,i),i),K;function Fo(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-gesture-receiver-display, inline-block));
        box-sizing: border-box;
      }
    </style>
  `}class oa extends u.HTMLElement{constructor(){if(super(),$o(this,K,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Se(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[w.MEDIA_CONTROLLER,o.MEDIA_PAUSED]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===w.MEDIA_CONTROLLER&&(i&&((n=(s=oe(this,K))==null?void 0:s.unassociateElement)==null||n.call(s,this),hi(this,K,null)),a&&this.isConnected&&(hi(this,K,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=oe(this,K))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i;this.tabIndex=-1,this.setAttribute("aria-hidden","true"),hi(this,K,Ho(this)),this.getAttribute(w.MEDIA_CONTROLLER)&&((i=(e=oe(this,K))==null?void 0:e.associateElement)==null||i.call(e,this)),oe(this,K)&&(oe(this,K).addEventListener("pointerdown",this),oe(this,K).addEventListener("click",this),oe(this,K).hasAttribute("tabindex")||(oe(this,K).tabIndex=0))}disconnectedCallback(){var e,i,a,s;this.getAttribute(w.MEDIA_CONTROLLER)&&((i=(e=oe(this,K))==null?void 0:e.unassociateElement)==null||i.call(e,this)),(a=oe(this,K))==null||a.removeEventListener("pointerdown",this),(s=oe(this,K))==null||s.removeEventListener("click",this),hi(this,K,null)}handleEvent(e){var i;const a=(i=e.composedPath())==null?void 0:i[0];if(["video","media-controller"].includes(a?.localName)){if(e.type==="pointerdown")this._pointerType=e.pointerType;else if(e.type==="click"){const{clientX:n,clientY:r}=e,{left:l,top:d,width:f,height:h}=this.getBoundingClientRect(),v=n-l,m=r-d;if(v<0||m<0||v>f||m>h||f===0&&h===0)return;const p=this._pointerType||"mouse";if(this._pointerType=void 0,p===Ea.TOUCH){this.handleTap(e);return}else if(p===Ea.MOUSE||p===Ea.PEN){this.handleMouseClick(e);return}}}}get mediaPaused(){return M(this,o.MEDIA_PAUSED)}set mediaPaused(e){L(this,o.MEDIA_PAUSED,e)}handleTap(e){}handleMouseClick(e){const i=this.mediaPaused?b.MEDIA_PLAY_REQUEST:b.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new u.CustomEvent(i,{composed:!0,bubbles:!0}))}}K=new WeakMap;oa.shadowRootOptions={mode:"open"};oa.getTemplateHTML=Fo;function Ho(t){var e;const i=t.getAttribute(w.MEDIA_CONTROLLER);return i?(e=t.getRootNode())==null?void 0:e.getElementById(i):oi(t,"media-controller")}u.customElements.get("media-gesture-receiver")||u.customElements.define("media-gesture-receiver",oa);var Xs=oa;const Bo={"Start airplay":"Start airplay","Stop airplay":"Stop airplay",Audio:"Audio",Captions:"Captions","Enable captions":"Enable captions","Disable captions":"Disable captions","Start casting":"Start casting","Stop casting":"Stop casting","Enter fullscreen mode":"Enter fullscreen mode","Exit fullscreen mode":"Exit fullscreen mode",Mute:"Mute",Unmute:"Unmute",Loop:"Loop","Enter picture in picture mode":"Enter picture in picture mode","Exit picture in picture mode":"Exit picture in picture mode",Play:"Play",Pause:"Pause","Playback rate":"Playback rate","Playback rate {playbackRate}":"Playback rate {playbackRate}",Quality:"Quality","Seek backward":"Seek backward","Seek forward":"Seek forward",Settings:"Settings",Auto:"Auto","audio player":"audio player","video player":"video player",volume:"volume",seek:"seek","closed captions":"closed captions","current playback rate":"current playback rate","playback time":"playback time","media loading":"media loading",settings:"settings","audio tracks":"audio tracks",quality:"quality",play:"play",pause:"pause",mute:"mute",unmute:"unmute","chapter: {chapterName}":"chapter: {chapterName}",live:"live",Off:"Off","start airplay":"start airplay","stop airplay":"stop airplay","start casting":"start casting","stop casting":"stop casting","enter fullscreen mode":"enter fullscreen mode","exit fullscreen mode":"exit fullscreen mode","enter picture in picture mode":"enter picture in picture mode","exit picture in picture mode":"exit picture in picture mode","seek to live":"seek to live","playing live":"playing live","seek back {seekOffset} seconds":"seek back {seekOffset} seconds","seek forward {seekOffset} seconds":"seek forward {seekOffset} seconds","Network Error":"Network Error","Decode Error":"Decode Error","Source Not Supported":"Source Not Supported","Encryption Error":"Encryption Error","A network error caused the media download to fail.":"A network error caused the media download to fail.","A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":"A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.","An unsupported error occurred. The server or network failed, or your browser does not support this format.":"An unsupported error occurred. The server or network failed, or your browser does not support this format.","The media is encrypted and there are no keys to decrypt it.":"The media is encrypted and there are no keys to decrypt it.",hour:"hour",hours:"hours",minute:"minute",minutes:"minutes",second:"second",seconds:"seconds","{time} remaining":"{time} remaining","{currentTime} of {totalTime}":"{currentTime} of {totalTime}","video not loaded, unknown time.":"video not loaded, unknown time."};var Zs;const zt={en:Bo};let Tt=((Zs=globalThis.navigator)==null?void 0:Zs.language)||"en";const Wo=t=>{Tt=t},Vo=t=>{var e,i,a;const[s]=Tt.split("-");return((e=zt[Tt])==null?void 0:e[t])||((i=zt[s])==null?void 0:i[t])||((a=zt.en)==null?void 0:a[t])||t},Ko=()=>{const[t]=Tt.split("-");return zt[Tt]?Tt:zt[t]?t:"en"},O=(t,e={})=>Vo(t).replace(/\{(\w+)\}/g,(i,a)=>a in e?String(e[a]):`{${a}}`);var Ya=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},U=(t,e,i)=>(Ya(t,e,"read from private field"),i?i.call(t):e.get(t)),Q=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},le=(t,e,i,a)=>(Ya(t,e,"write to private field"),e.set(t,i),i),he=(t,e,i)=>(Ya(t,e,"access private method"),i),Ft,Yi,at,St,Et,_a,st,Ti,ba,Gn,Aa,qn,ti,la,da,Qa,kt,ii,Ue,yi;const T={AUDIO:"audio",AUTOHIDE:"autohide",BREAKPOINTS:"breakpoints",GESTURES_DISABLED:"gesturesdisabled",KEYBOARD_CONTROL:"keyboardcontrol",NO_AUTOHIDE:"noautohide",USER_INACTIVE:"userinactive",AUTOHIDE_OVER_CONTROLS:"autohideovercontrols"};function Go(t){return`
    <style>
      
      :host([${o.MEDIA_IS_FULLSCREEN}]) ::slotted([slot=media]) {
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

      :host(:not([${T.AUDIO}])) [part~=layer]:not([part~=media-layer]) {
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

      
      :host([${T.AUDIO}]) slot[name=media] {
        display: var(--media-slot-display, none);
      }

      
      :host([${T.AUDIO}]) [part~=layer][part~=gesture-layer] {
        height: 0;
        display: block;
      }

      
      :host(:not([${T.AUDIO}])[${T.GESTURES_DISABLED}]) ::slotted([slot=gestures-chrome]),
          :host(:not([${T.AUDIO}])[${T.GESTURES_DISABLED}]) media-gesture-receiver[slot=gestures-chrome] {
        display: none;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not(media-loading-indicator):not([role=dialog]):not([hidden])) {
        pointer-events: auto;
      }

      :host(:not([${T.AUDIO}])) *[part~=layer][part~=centered-layer] {
        align-items: center;
        justify-content: center;
      }

      :host(:not([${T.AUDIO}])) ::slotted(media-gesture-receiver[slot=gestures-chrome]),
      :host(:not([${T.AUDIO}])) media-gesture-receiver[slot=gestures-chrome] {
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

      
      :host(:not([${T.AUDIO}])) .spacer {
        flex-grow: 1;
      }

      
      :host(:-webkit-full-screen) {
        
        width: 100% !important;
        height: 100% !important;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not([${T.NO_AUTOHIDE}]):not([hidden]):not([role=dialog])) {
        opacity: 1;
        transition: var(--media-control-transition-in, opacity 0.25s);
      }

      
      :host([${T.USER_INACTIVE}]:not([${o.MEDIA_PAUSED}]):not([${o.MEDIA_IS_AIRPLAYING}]):not([${o.MEDIA_IS_CASTING}]):not([${T.AUDIO}])) ::slotted(:not([slot=media]):not([slot=poster]):not([${T.NO_AUTOHIDE}]):not([role=dialog])) {
        opacity: 0;
        transition: var(--media-control-transition-out, opacity 1s);
      }

      :host([${T.USER_INACTIVE}]:not([${T.NO_AUTOHIDE}]):not([${o.MEDIA_PAUSED}]):not([${o.MEDIA_IS_CASTING}]):not([${T.AUDIO}])) ::slotted([slot=media]) {
        cursor: none;
      }

      :host([${T.USER_INACTIVE}][${T.AUTOHIDE_OVER_CONTROLS}]:not([${T.NO_AUTOHIDE}]):not([${o.MEDIA_PAUSED}]):not([${o.MEDIA_IS_CASTING}]):not([${T.AUDIO}])) * {
        --media-cursor: none;
        cursor: none;
      }


      ::slotted(media-control-bar)  {
        align-self: stretch;
      }

      
      
      :host(:not([${T.AUDIO}])[${o.MEDIA_HAS_PLAYED}]) slot[name=poster],
      :host(:not([${T.AUDIO}])[${o.MEDIA_STREAM_TYPE}="${Ae.ON_DEMAND}"][${o.MEDIA_CURRENT_TIME}]:not([${o.MEDIA_CURRENT_TIME}="0"])) slot[name=poster] {
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
        <template shadowrootmode="${Xs.shadowRootOptions.mode}">
          ${Xs.getTemplateHTML({})}
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
  `}const qo=Object.values(o),Yo="sm:384 md:576 lg:768 xl:960";function Qo(t){Yn(t.target,t.contentRect.width)}function Yn(t,e){var i;if(!t.isConnected)return;const a=(i=t.getAttribute(T.BREAKPOINTS))!=null?i:Yo,s=zo(a),n=Xo(s,e);let r=!1;if(Object.keys(s).forEach(l=>{if(n.includes(l)){t.hasAttribute(`breakpoint${l}`)||(t.setAttribute(`breakpoint${l}`,""),r=!0);return}t.hasAttribute(`breakpoint${l}`)&&(t.removeAttribute(`breakpoint${l}`),r=!0)}),r){const l=new CustomEvent(yt.BREAKPOINTS_CHANGE,{detail:n});t.dispatchEvent(l)}t.breakpointsComputed||(t.breakpointsComputed=!0,t.dispatchEvent(new CustomEvent(yt.BREAKPOINTS_COMPUTED,{bubbles:!0,composed:!0})))}function zo(t){const e=t.split(/\s+/);return Object.fromEntries(e.map(i=>i.split(":")))}function Xo(t,e){return Object.keys(t).filter(i=>e>=parseInt(t[i]))}class ua extends u.HTMLElement{constructor(){if(super(),Q(this,ba),Q(this,Aa),Q(this,ti),Q(this,da),Q(this,kt),Q(this,Ft,void 0),Q(this,Yi,0),Q(this,at,null),Q(this,St,null),Q(this,Et,void 0),this.breakpointsComputed=!1,Q(this,_a,e=>{const i=this.media;for(const a of e){if(a.type!=="childList")continue;const s=a.removedNodes;for(const n of s){if(n.slot!="media"||a.target!=this)continue;let r=a.previousSibling&&a.previousSibling.previousElementSibling;if(!r||!i)this.mediaUnsetCallback(n);else{let l=r.slot!=="media";for(;(r=r.previousSibling)!==null;)r.slot=="media"&&(l=!1);l&&this.mediaUnsetCallback(n)}}if(i)for(const n of a.addedNodes)n===i&&this.handleMediaUpdated(i)}}),Q(this,st,!1),Q(this,Ti,e=>{U(this,st)||(setTimeout(()=>{Qo(e),le(this,st,!1)},0),le(this,st,!0))}),Q(this,Ue,void 0),Q(this,yi,()=>{if(!U(this,Ue).assignedElements({flatten:!0}).length){U(this,at)&&this.mediaUnsetCallback(U(this,at));return}this.handleMediaUpdated(this.media)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Se(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}le(this,Ft,new MutationObserver(U(this,_a)))}static get observedAttributes(){return[T.AUTOHIDE,T.GESTURES_DISABLED].concat(qo).filter(e=>![o.MEDIA_RENDITION_LIST,o.MEDIA_AUDIO_TRACK_LIST,o.MEDIA_CHAPTERS_CUES,o.MEDIA_WIDTH,o.MEDIA_HEIGHT,o.MEDIA_ERROR,o.MEDIA_ERROR_MESSAGE].includes(e))}attributeChangedCallback(e,i,a){e.toLowerCase()==T.AUTOHIDE&&(this.autohide=a)}get media(){let e=this.querySelector(":scope > [slot=media]");return e?.nodeName=="SLOT"&&(e=e.assignedElements({flatten:!0})[0]),e}async handleMediaUpdated(e){e&&(le(this,at,e),e.localName.includes("-")&&await u.customElements.whenDefined(e.localName),this.mediaSetCallback(e))}connectedCallback(){var e;U(this,Ft).observe(this,{childList:!0,subtree:!0}),Wn(this,U(this,Ti));const i=this.getAttribute(T.AUDIO)!=null,a=O(i?"audio player":"video player");this.setAttribute("role","region"),this.setAttribute("aria-label",a),this.handleMediaUpdated(this.media),this.setAttribute(T.USER_INACTIVE,""),Yn(this,this.getBoundingClientRect().width);const s=this.querySelector(":scope > slot[slot=media]");s&&(le(this,Ue,s),U(this,Ue).addEventListener("slotchange",U(this,yi))),this.addEventListener("pointerdown",this),this.addEventListener("pointermove",this),this.addEventListener("pointerup",this),this.addEventListener("mouseleave",this),this.addEventListener("keyup",this),(e=u.window)==null||e.addEventListener("mouseup",this)}disconnectedCallback(){var e;Vn(this,U(this,Ti)),clearTimeout(U(this,St)),U(this,Ft).disconnect(),this.media&&this.mediaUnsetCallback(this.media),(e=u.window)==null||e.removeEventListener("mouseup",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointermove",this),this.removeEventListener("pointerup",this),this.removeEventListener("mouseleave",this),this.removeEventListener("keyup",this),U(this,Ue)&&(U(this,Ue).removeEventListener("slotchange",U(this,yi)),le(this,Ue,null)),le(this,st,!1)}mediaSetCallback(e){}mediaUnsetCallback(e){le(this,at,null)}handleEvent(e){switch(e.type){case"pointerdown":le(this,Yi,e.timeStamp);break;case"pointermove":he(this,ba,Gn).call(this,e);break;case"pointerup":he(this,Aa,qn).call(this,e);break;case"mouseleave":he(this,ti,la).call(this);break;case"mouseup":this.removeAttribute(T.KEYBOARD_CONTROL);break;case"keyup":he(this,kt,ii).call(this),this.setAttribute(T.KEYBOARD_CONTROL,"");break}}set autohide(e){const i=Number(e);le(this,Et,isNaN(i)?0:i)}get autohide(){return(U(this,Et)===void 0?2:U(this,Et)).toString()}get breakpoints(){return Y(this,T.BREAKPOINTS)}set breakpoints(e){q(this,T.BREAKPOINTS,e)}get audio(){return M(this,T.AUDIO)}set audio(e){L(this,T.AUDIO,e)}get gesturesDisabled(){return M(this,T.GESTURES_DISABLED)}set gesturesDisabled(e){L(this,T.GESTURES_DISABLED,e)}get keyboardControl(){return M(this,T.KEYBOARD_CONTROL)}set keyboardControl(e){L(this,T.KEYBOARD_CONTROL,e)}get noAutohide(){return M(this,T.NO_AUTOHIDE)}set noAutohide(e){L(this,T.NO_AUTOHIDE,e)}get autohideOverControls(){return M(this,T.AUTOHIDE_OVER_CONTROLS)}set autohideOverControls(e){L(this,T.AUTOHIDE_OVER_CONTROLS,e)}get userInteractive(){return M(this,T.USER_INACTIVE)}set userInteractive(e){L(this,T.USER_INACTIVE,e)}}Ft=new WeakMap;Yi=new WeakMap;at=new WeakMap;St=new WeakMap;Et=new WeakMap;_a=new WeakMap;st=new WeakMap;Ti=new WeakMap;ba=new WeakSet;Gn=function(t){if(t.pointerType!=="mouse"&&t.timeStamp-U(this,Yi)<250)return;he(this,da,Qa).call(this),clearTimeout(U(this,St));const e=this.hasAttribute(T.AUTOHIDE_OVER_CONTROLS);([this,this.media].includes(t.target)||e)&&he(this,kt,ii).call(this)};Aa=new WeakSet;qn=function(t){if(t.pointerType==="touch"){const e=!this.hasAttribute(T.USER_INACTIVE);[this,this.media].includes(t.target)&&e?he(this,ti,la).call(this):he(this,kt,ii).call(this)}else t.composedPath().some(e=>["media-play-button","media-fullscreen-button"].includes(e?.localName))&&he(this,kt,ii).call(this)};ti=new WeakSet;la=function(){if(U(this,Et)<0||this.hasAttribute(T.USER_INACTIVE))return;this.setAttribute(T.USER_INACTIVE,"");const t=new u.CustomEvent(yt.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!0});this.dispatchEvent(t)};da=new WeakSet;Qa=function(){if(!this.hasAttribute(T.USER_INACTIVE))return;this.removeAttribute(T.USER_INACTIVE);const t=new u.CustomEvent(yt.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!1});this.dispatchEvent(t)};kt=new WeakSet;ii=function(){he(this,da,Qa).call(this),clearTimeout(U(this,St));const t=parseInt(this.autohide);t<0||le(this,St,setTimeout(()=>{he(this,ti,la).call(this)},t*1e3))};Ue=new WeakMap;yi=new WeakMap;ua.shadowRootOptions={mode:"open"};ua.getTemplateHTML=Go;u.customElements.get("media-container")||u.customElements.define("media-container",ua);var za=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Qe=(t,e,i)=>(za(t,e,"read from private field"),e.get(t)),Ie=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Xa=(t,e,i,a)=>(za(t,e,"write to private field"),e.set(t,i),i),Ve=(t,e,i)=>(za(t,e,"access private method"),i),Qi,ai,Je,Si,Ta,ya,Qn,Sa,zn,ka,Xn,wa,Zn,Ia,Jn;function Zo(t){return`
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
  `}function Jo(t){return`
    <slot id="content"></slot>
  `}const Pt={OPEN:"open",ANCHOR:"anchor"};class li extends u.HTMLElement{constructor(){super(),Ie(this,Si),Ie(this,ya),Ie(this,Sa),Ie(this,ka),Ie(this,wa),Ie(this,Ia),Ie(this,Qi,!1),Ie(this,ai,null),Ie(this,Je,null)}static get observedAttributes(){return[Pt.OPEN,Pt.ANCHOR]}get open(){return M(this,Pt.OPEN)}set open(e){L(this,Pt.OPEN,e)}handleEvent(e){switch(e.type){case"invoke":Ve(this,ka,Xn).call(this,e);break;case"focusout":Ve(this,wa,Zn).call(this,e);break;case"keydown":Ve(this,Ia,Jn).call(this,e);break}}connectedCallback(){Ve(this,Si,Ta).call(this),this.role||(this.role="dialog"),this.addEventListener("invoke",this),this.addEventListener("focusout",this),this.addEventListener("keydown",this)}disconnectedCallback(){this.removeEventListener("invoke",this),this.removeEventListener("focusout",this),this.removeEventListener("keydown",this)}attributeChangedCallback(e,i,a){Ve(this,Si,Ta).call(this),e===Pt.OPEN&&a!==i&&(this.open?Ve(this,ya,Qn).call(this):Ve(this,Sa,zn).call(this))}focus(){Xa(this,ai,Cn());const e=!this.dispatchEvent(new Event("focus",{composed:!0,cancelable:!0})),i=!this.dispatchEvent(new Event("focusin",{composed:!0,bubbles:!0,cancelable:!0}));if(e||i)return;const a=this.querySelector('[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]');a?.focus()}get keysUsed(){return["Escape","Tab"]}}Qi=new WeakMap;ai=new WeakMap;Je=new WeakMap;Si=new WeakSet;Ta=function(){if(!Qe(this,Qi)&&(Xa(this,Qi,!0),!this.shadowRoot)){this.attachShadow(this.constructor.shadowRootOptions);const t=Se(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t),queueMicrotask(()=>{const{style:e}=B(this.shadowRoot,":host");e.setProperty("transition","display .15s, visibility .15s, opacity .15s ease-in, transform .15s ease-in")})}};ya=new WeakSet;Qn=function(){var t;(t=Qe(this,Je))==null||t.setAttribute("aria-expanded","true"),this.dispatchEvent(new Event("open",{composed:!0,bubbles:!0})),this.addEventListener("transitionend",()=>this.focus(),{once:!0})};Sa=new WeakSet;zn=function(){var t;(t=Qe(this,Je))==null||t.setAttribute("aria-expanded","false"),this.dispatchEvent(new Event("close",{composed:!0,bubbles:!0}))};ka=new WeakSet;Xn=function(t){Xa(this,Je,t.relatedTarget),Mt(this,t.relatedTarget)||(this.open=!this.open)};wa=new WeakSet;Zn=function(t){var e;Mt(this,t.relatedTarget)||((e=Qe(this,ai))==null||e.focus(),Qe(this,Je)&&Qe(this,Je)!==t.relatedTarget&&this.open&&(this.open=!1))};Ia=new WeakSet;Jn=function(t){var e,i,a,s,n;const{key:r,ctrlKey:l,altKey:d,metaKey:f}=t;l||d||f||this.keysUsed.includes(r)&&(t.preventDefault(),t.stopPropagation(),r==="Tab"?(t.shiftKey?(i=(e=this.previousElementSibling)==null?void 0:e.focus)==null||i.call(e):(s=(a=this.nextElementSibling)==null?void 0:a.focus)==null||s.call(a),this.blur()):r==="Escape"&&((n=Qe(this,ai))==null||n.focus(),this.open=!1))};li.shadowRootOptions={mode:"open"};li.getTemplateHTML=Zo;li.getSlotTemplateHTML=Jo;u.customElements.get("media-chrome-dialog")||u.customElements.define("media-chrome-dialog",li);var jo=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Ce=(t,e,i)=>(jo(t,e,"read from private field"),i?i.call(t):e.get(t)),Js=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},nt,rt;const Ht={HOTKEYS:"hotkeys"},el=[{keys:[{key:" ",label:"Space"},{key:"k"}],description:"Toggle Playback"},{keys:[{key:"m"}],description:"Toggle mute"},{keys:[{key:"f"}],description:"Toggle fullscreen"},{keys:[{key:"c"}],description:"Toggle captions or subtitles, if available"},{keys:[{key:"p"}],description:"Toggle Picture in Picture"},{keys:[{key:"ArrowLeft",label:"←"},{key:"j"}],description:"Seek back 10s"},{keys:[{key:"ArrowRight",label:"→"},{key:"l"}],description:"Seek forward 10s"},{keys:[{key:"ArrowUp",label:"↑"}],description:"Turn volume up"},{keys:[{key:"ArrowDown",label:"↓"}],description:"Turn volume down"},{keys:[{key:"<",label:"< (SHIFT+,)"}],description:"Decrease playback rate"},{keys:[{key:">",label:"> (SHIFT+.)"}],description:"Increase playback rate"},{keys:[{key:"shift+/",label:"SHIFT+/"}],description:"Show keyboard shortcuts"}];function Za(t){return t===" "?"nospace":`no${t.toLowerCase()}`}function tl(t){const e=new Set(t?.split(/\s+/));return el.map(({keys:i,description:a})=>({keys:i.filter(({key:s})=>!e.has(Za(s))),description:a})).filter(({keys:i})=>i.length)}function il(t){return`
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
      ${jn(t[Ht.HOTKEYS])}
    </slot>
  `}function jn(t){return`
    <h2>Keyboard Shortcuts</h2>
    <table class="shortcuts-table">${tl(t).map(({keys:i,description:a})=>`
        <tr>
          <td>
            <div class="key-combo">${i.map(({key:n,label:r=n},l)=>l>0?`<span class="key-separator">or</span><span class="key">${r}</span>`:`<span class="key">${r}</span>`).join("")}</div>
          </td>
          <td class="description">${a}</td>
        </tr>
      `).join("")}</table>
  `}class er extends li{constructor(){super(...arguments),Js(this,nt,e=>{var i;if(!this.open)return;const a=(i=this.shadowRoot)==null?void 0:i.querySelector("#content");if(!a)return;const s=e.composedPath(),n=s[0]===this||s.includes(this),r=s.includes(a);n&&!r&&(this.open=!1)}),Js(this,rt,e=>{if(!this.open)return;const i=e.shiftKey&&(e.key==="/"||e.key==="?");(e.key==="Escape"||i)&&!e.ctrlKey&&!e.altKey&&!e.metaKey&&(this.open=!1,e.preventDefault(),e.stopPropagation())})}static get observedAttributes(){return[...super.observedAttributes,Ht.HOTKEYS]}get hotkeys(){var e;return(e=Y(this,Ht.HOTKEYS))!=null?e:void 0}set hotkeys(e){q(this,Ht.HOTKEYS,e)}connectedCallback(){super.connectedCallback(),this.open&&(this.addEventListener("click",Ce(this,nt)),document.addEventListener("keydown",Ce(this,rt)))}disconnectedCallback(){this.removeEventListener("click",Ce(this,nt)),document.removeEventListener("keydown",Ce(this,rt))}attributeChangedCallback(e,i,a){var s;if(super.attributeChangedCallback(e,i,a),e==="open")this.open?(this.addEventListener("click",Ce(this,nt)),document.addEventListener("keydown",Ce(this,rt))):(this.removeEventListener("click",Ce(this,nt)),document.removeEventListener("keydown",Ce(this,rt)));else if(e===Ht.HOTKEYS&&a!==i){const n=(s=this.shadowRoot)==null?void 0:s.querySelector("#content");n&&(n.innerHTML=jn(a))}}}nt=new WeakMap;rt=new WeakMap;er.getSlotTemplateHTML=il;u.customElements.get("media-keyboard-shortcuts-dialog")||u.customElements.define("media-keyboard-shortcuts-dialog",er);var tr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},H=(t,e,i)=>(tr(t,e,"read from private field"),i?i.call(t):e.get(t)),xt=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},mi=(t,e,i,a)=>(tr(t,e,"write to private field"),e.set(t,i),i),ot,lt,zi,Ye,Me,Pe;class al{constructor(e,i,{defaultValue:a}={defaultValue:void 0}){xt(this,Me),xt(this,ot,void 0),xt(this,lt,void 0),xt(this,zi,void 0),xt(this,Ye,new Set),mi(this,ot,e),mi(this,lt,i),mi(this,zi,new Set(a))}[Symbol.iterator](){return H(this,Me,Pe).values()}get length(){return H(this,Me,Pe).size}get value(){var e;return(e=[...H(this,Me,Pe)].join(" "))!=null?e:""}set value(e){var i;e!==this.value&&(mi(this,Ye,new Set),this.add(...(i=e?.split(" "))!=null?i:[]))}toString(){return this.value}item(e){return[...H(this,Me,Pe)][e]}values(){return H(this,Me,Pe).values()}forEach(e,i){H(this,Me,Pe).forEach(e,i)}add(...e){var i,a;e.forEach(s=>H(this,Ye).add(s)),!(this.value===""&&!((i=H(this,ot))!=null&&i.hasAttribute(`${H(this,lt)}`)))&&((a=H(this,ot))==null||a.setAttribute(`${H(this,lt)}`,`${this.value}`))}remove(...e){var i;e.forEach(a=>H(this,Ye).delete(a)),(i=H(this,ot))==null||i.setAttribute(`${H(this,lt)}`,`${this.value}`)}contains(e){return H(this,Me,Pe).has(e)}toggle(e,i){return typeof i<"u"?i?(this.add(e),!0):(this.remove(e),!1):this.contains(e)?(this.remove(e),!1):(this.add(e),!0)}replace(e,i){return this.remove(e),this.add(i),e===i}}ot=new WeakMap;lt=new WeakMap;zi=new WeakMap;Ye=new WeakMap;Me=new WeakSet;Pe=function(){return H(this,Ye).size?H(this,Ye):H(this,zi)};function sl(t){return t?.map(nl).join(" ")}function nl(t){if(t){const{id:e,width:i,height:a}=t;return[e,i,a].filter(s=>s!=null).join(":")}}function rl(t){return t?.map(ol).join(" ")}function ol(t){if(t){const{id:e,kind:i,language:a,label:s}=t;return[e,i,a,s].filter(n=>n!=null).join(":")}}function Ja(t){return typeof t=="number"&&!Number.isNaN(t)&&Number.isFinite(t)}const ir=t=>new Promise(e=>setTimeout(e,t)),ll=(t="")=>t.split(/\s+/),ar=(t="")=>{const[e,i,a]=t.split(":"),s=a?decodeURIComponent(a):void 0;return{kind:e==="cc"?ye.CAPTIONS:ye.SUBTITLES,language:i,label:s}},dl=(t="",e={})=>ll(t).map(i=>{const a=ar(i);return{...e,...a}}),sr=t=>t?Array.isArray(t)?t.map(e=>typeof e=="string"?ar(e):e):typeof t=="string"?dl(t):[t]:[],ul=({kind:t,label:e,language:i}={kind:"subtitles"})=>e?`${t==="captions"?"cc":"sb"}:${i}:${encodeURIComponent(e)}`:i,js=(t=[])=>Array.prototype.map.call(t,ul).join(" "),cl=(t,e)=>i=>i[t]===e,nr=t=>{const e=Object.entries(t).map(([i,a])=>cl(i,a));return i=>e.every(a=>a(i))},Xt=(t,e=[],i=[])=>{const a=sr(i).map(nr),s=n=>a.some(r=>r(n));Array.from(e).filter(s).forEach(n=>{n.mode=t})},ca=(t,e=()=>!0)=>{if(!t?.textTracks)return[];const i=typeof e=="function"?e:nr(e);return Array.from(t.textTracks).filter(i)},hl=t=>{var e;const{media:i,fullscreenElement:a}=t;try{const s=a&&"requestFullscreen"in a?"requestFullscreen":a&&"webkitRequestFullScreen"in a?"webkitRequestFullScreen":void 0;if(s){const n=(e=a[s])==null?void 0:e.call(a);if(n instanceof Promise)return n.catch(()=>{})}else i?.webkitEnterFullscreen?i.webkitEnterFullscreen():i?.requestFullscreen&&i.requestFullscreen()}catch(s){console.error(s)}},en="exitFullscreen"in z?"exitFullscreen":"webkitExitFullscreen"in z?"webkitExitFullscreen":"webkitCancelFullScreen"in z?"webkitCancelFullScreen":void 0,ml=t=>{var e;const{documentElement:i}=t;if(en){const a=(e=i?.[en])==null?void 0:e.call(i);if(a instanceof Promise)return a.catch(()=>{})}},Bt="fullscreenElement"in z?"fullscreenElement":"webkitFullscreenElement"in z?"webkitFullscreenElement":void 0,pl=t=>{const{documentElement:e,media:i}=t,a=e?.[Bt];return!a&&"webkitDisplayingFullscreen"in i&&"webkitPresentationMode"in i&&i.webkitDisplayingFullscreen&&i.webkitPresentationMode===Lo.FULLSCREEN?i:a},vl=t=>{var e;const{media:i,documentElement:a,fullscreenElement:s=i}=t;if(!i||!a)return!1;const n=pl(t);if(!n)return!1;if(n===s||n===i)return!0;if(n.localName.includes("-")){let r=n.shadowRoot;if(!(Bt in r))return Mt(n,s);for(;r?.[Bt];){if(r[Bt]===s)return!0;r=(e=r[Bt])==null?void 0:e.shadowRoot}}return!1},El="fullscreenEnabled"in z?"fullscreenEnabled":"webkitFullscreenEnabled"in z?"webkitFullscreenEnabled":void 0,fl=t=>{const{documentElement:e,media:i}=t;return!!e?.[El]||i&&"webkitSupportsFullscreen"in i};let pi;const ja=()=>{var t,e;return pi||(pi=(e=(t=z)==null?void 0:t.createElement)==null?void 0:e.call(t,"video"),pi)},gl=async(t=ja())=>{if(!t)return!1;const e=t.volume;t.volume=e/2+.1;const i=new AbortController,a=await Promise.race([_l(t,i.signal),bl(t,e)]);return i.abort(),a},_l=(t,e)=>new Promise(i=>{t.addEventListener("volumechange",()=>i(!0),{signal:e})}),bl=async(t,e)=>{for(let i=0;i<10;i++){if(t.volume===e)return!1;await ir(10)}return t.volume!==e},Al=/.*Version\/.*Safari\/.*/.test(u.navigator.userAgent),rr=(t=ja())=>u.matchMedia("(display-mode: standalone)").matches&&Al?!1:typeof t?.requestPictureInPicture=="function",or=(t=ja())=>fl({documentElement:z,media:t}),Tl=or(),yl=rr(),Sl=!!u.WebKitPlaybackTargetAvailabilityEvent,kl=!!u.chrome,Xi=t=>ca(t.media,e=>[ye.SUBTITLES,ye.CAPTIONS].includes(e.kind)).sort((e,i)=>e.kind>=i.kind?1:-1),lr=t=>ca(t.media,e=>e.mode===At.SHOWING&&[ye.SUBTITLES,ye.CAPTIONS].includes(e.kind)),dr=(t,e)=>{const i=Xi(t),a=lr(t),s=!!a.length;if(i.length){if(e===!1||s&&e!==!0)Xt(At.DISABLED,i,a);else if(e===!0||!s&&e!==!1){let n=i[0];const{options:r}=t;if(!r?.noSubtitlesLangPref){const h=u.localStorage.getItem("media-chrome-pref-subtitles-lang"),v=h?[h,...u.navigator.languages]:u.navigator.languages,m=i.filter(p=>v.some(A=>p.language.toLowerCase().startsWith(A.split("-")[0]))).sort((p,A)=>{const _=v.findIndex(g=>p.language.toLowerCase().startsWith(g.split("-")[0])),y=v.findIndex(g=>A.language.toLowerCase().startsWith(g.split("-")[0]));return _-y});m[0]&&(n=m[0])}const{language:l,label:d,kind:f}=n;Xt(At.DISABLED,i,a),Xt(At.SHOWING,i,[{language:l,label:d,kind:f}])}}},es=(t,e)=>t===e?!0:t==null||e==null||typeof t!=typeof e?!1:typeof t=="number"&&Number.isNaN(t)&&Number.isNaN(e)?!0:typeof t!="object"?!1:Array.isArray(t)?wl(t,e):Object.entries(t).every(([i,a])=>i in e&&es(a,e[i])),wl=(t,e)=>{const i=Array.isArray(t),a=Array.isArray(e);return i!==a?!1:i||a?t.length!==e.length?!1:t.every((s,n)=>es(s,e[n])):!0},Il=Object.values(Ae);let Zi;const Ml=gl().then(t=>(Zi=t,Zi)),Ll=async(...t)=>{await Promise.all(t.filter(e=>e).map(async e=>{if(!("localName"in e&&e instanceof u.HTMLElement))return;const i=e.localName;if(!i.includes("-"))return;const a=u.customElements.get(i);a&&e instanceof a||(await u.customElements.whenDefined(i),u.customElements.upgrade(e))}))},Rl=new u.DOMParser,Dl=t=>t&&(Rl.parseFromString(t,"text/html").body.textContent||t),Wt={mediaError:{get(t,e){const{media:i}=t;if(e?.type!=="playing")return i?.error},mediaEvents:["emptied","error","playing"]},mediaErrorCode:{get(t,e){var i;const{media:a}=t;if(e?.type!=="playing")return(i=a?.error)==null?void 0:i.code},mediaEvents:["emptied","error","playing"]},mediaErrorMessage:{get(t,e){var i,a;const{media:s}=t;if(e?.type!=="playing")return(a=(i=s?.error)==null?void 0:i.message)!=null?a:""},mediaEvents:["emptied","error","playing"]},mediaWidth:{get(t){var e;const{media:i}=t;return(e=i?.videoWidth)!=null?e:0},mediaEvents:["resize"]},mediaHeight:{get(t){var e;const{media:i}=t;return(e=i?.videoHeight)!=null?e:0},mediaEvents:["resize"]},mediaPaused:{get(t){var e;const{media:i}=t;return(e=i?.paused)!=null?e:!0},set(t,e){var i;const{media:a}=e;a&&(t?a.pause():(i=a.play())==null||i.catch(()=>{}))},mediaEvents:["play","playing","pause","emptied"]},mediaHasPlayed:{get(t,e){const{media:i}=t;return i?e?e.type==="playing":!i.paused:!1},mediaEvents:["playing","emptied"]},mediaEnded:{get(t){var e;const{media:i}=t;return(e=i?.ended)!=null?e:!1},mediaEvents:["seeked","ended","emptied"]},mediaPlaybackRate:{get(t){var e;const{media:i}=t;return(e=i?.playbackRate)!=null?e:1},set(t,e){const{media:i}=e;i&&Number.isFinite(+t)&&(i.playbackRate=+t)},mediaEvents:["ratechange","loadstart"]},mediaMuted:{get(t){var e;const{media:i}=t;return(e=i?.muted)!=null?e:!1},set(t,e){const{media:i,options:{noMutedPref:a}={}}=e;if(i){i.muted=t;try{const s=u.localStorage.getItem("media-chrome-pref-muted")!==null,n=i.hasAttribute("muted");if(a){s&&u.localStorage.removeItem("media-chrome-pref-muted");return}if(n&&!s)return;u.localStorage.setItem("media-chrome-pref-muted",t?"true":"false")}catch(s){console.debug("Error setting muted pref",s)}}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noMutedPref:i}}=e,{media:a}=e;if(!(!a||a.muted||i))try{const s=u.localStorage.getItem("media-chrome-pref-muted")==="true";Wt.mediaMuted.set(s,e),t(s)}catch(s){console.debug("Error getting muted pref",s)}}]},mediaLoop:{get(t){const{media:e}=t;return e?.loop},set(t,e){const{media:i}=e;i&&(i.loop=t)},mediaEvents:["medialooprequest"]},mediaVolume:{get(t){var e;const{media:i}=t;return(e=i?.volume)!=null?e:1},set(t,e){const{media:i,options:{noVolumePref:a}={}}=e;if(i){try{t==null?u.localStorage.removeItem("media-chrome-pref-volume"):!i.hasAttribute("muted")&&!a&&u.localStorage.setItem("media-chrome-pref-volume",t.toString())}catch(s){console.debug("Error setting volume pref",s)}Number.isFinite(+t)&&(i.volume=+t)}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noVolumePref:i}}=e;if(!i)try{const{media:a}=e;if(!a)return;const s=u.localStorage.getItem("media-chrome-pref-volume");if(s==null)return;Wt.mediaVolume.set(+s,e),t(+s)}catch(a){console.debug("Error getting volume pref",a)}}]},mediaVolumeLevel:{get(t){const{media:e}=t;return typeof e?.volume>"u"?"high":e.muted||e.volume===0?"off":e.volume<.5?"low":e.volume<.75?"medium":"high"},mediaEvents:["volumechange"]},mediaCurrentTime:{get(t){var e;const{media:i}=t;return(e=i?.currentTime)!=null?e:0},set(t,e){const{media:i}=e;!i||!Ja(t)||(i.currentTime=t)},mediaEvents:["timeupdate","loadedmetadata","seeking"]},mediaDuration:{get(t){const{media:e,options:{defaultDuration:i}={}}=t;return i&&(!e||!e.duration||Number.isNaN(e.duration)||!Number.isFinite(e.duration))?i:Number.isFinite(e?.duration)?e.duration:Number.NaN},mediaEvents:["durationchange","loadedmetadata","emptied"]},mediaLoading:{get(t){const{media:e}=t;return e?.readyState<3},mediaEvents:["waiting","playing","emptied"]},mediaSeekable:{get(t){var e;const{media:i}=t;if(!((e=i?.seekable)!=null&&e.length))return;const a=i.seekable.start(0),s=i.seekable.end(i.seekable.length-1);if(!(!a&&!s))return[Number(a.toFixed(3)),Number(s.toFixed(3))]},mediaEvents:["loadedmetadata","emptied","progress","seekablechange"]},mediaBuffered:{get(t){var e;const{media:i}=t,a=(e=i?.buffered)!=null?e:[];return Array.from(a).map((s,n)=>[Number(a.start(n).toFixed(3)),Number(a.end(n).toFixed(3))])},mediaEvents:["progress","emptied"]},mediaStreamType:{get(t){const{media:e,options:{defaultStreamType:i}={}}=t,a=[Ae.LIVE,Ae.ON_DEMAND].includes(i)?i:void 0;if(!e)return a;const{streamType:s}=e;if(Il.includes(s))return s===Ae.UNKNOWN?a:s;const n=e.duration;return n===1/0?Ae.LIVE:Number.isFinite(n)?Ae.ON_DEMAND:a},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange"]},mediaTargetLiveWindow:{get(t){const{media:e}=t;if(!e)return Number.NaN;const{targetLiveWindow:i}=e,a=Wt.mediaStreamType.get(t);return(i==null||Number.isNaN(i))&&a===Ae.LIVE?0:i},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange","targetlivewindowchange"]},mediaTimeIsLive:{get(t){const{media:e,options:{liveEdgeOffset:i=10}={}}=t;if(!e)return!1;if(typeof e.liveEdgeStart=="number")return Number.isNaN(e.liveEdgeStart)?!1:e.currentTime>=e.liveEdgeStart;if(!(Wt.mediaStreamType.get(t)===Ae.LIVE))return!1;const s=e.seekable;if(!s)return!0;if(!s.length)return!1;const n=s.end(s.length-1)-i;return e.currentTime>=n},mediaEvents:["playing","timeupdate","progress","waiting","emptied"]},mediaSubtitlesList:{get(t){return Xi(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack"]},mediaSubtitlesShowing:{get(t){return lr(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i,a;const{media:s,options:n}=e;if(!s)return;const r=l=>{var d;!n.defaultSubtitles||l&&![ye.CAPTIONS,ye.SUBTITLES].includes((d=l?.track)==null?void 0:d.kind)||dr(e,!0)};return s.addEventListener("loadstart",r),(i=s.textTracks)==null||i.addEventListener("addtrack",r),(a=s.textTracks)==null||a.addEventListener("removetrack",r),()=>{var l,d;s.removeEventListener("loadstart",r),(l=s.textTracks)==null||l.removeEventListener("addtrack",r),(d=s.textTracks)==null||d.removeEventListener("removetrack",r)}}]},mediaChaptersCues:{get(t){var e;const{media:i}=t;if(!i)return[];const[a]=ca(i,{kind:ye.CHAPTERS});return Array.from((e=a?.cues)!=null?e:[]).map(({text:s,startTime:n,endTime:r})=>({text:Dl(s),startTime:n,endTime:r}))},mediaEvents:["loadstart","loadedmetadata"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;if(!a)return;const s=a.querySelector('track[kind="chapters"][default][src]'),n=(i=a.shadowRoot)==null?void 0:i.querySelector(':is(video,audio) > track[kind="chapters"][default][src]');return s?.addEventListener("load",t),n?.addEventListener("load",t),()=>{s?.removeEventListener("load",t),n?.removeEventListener("load",t)}}]},mediaIsPip:{get(t){var e,i;const{media:a,documentElement:s}=t;if(!a||!s||!s.pictureInPictureElement)return!1;if(s.pictureInPictureElement===a)return!0;if(s.pictureInPictureElement instanceof HTMLMediaElement)return(e=a.localName)!=null&&e.includes("-")?Mt(a,s.pictureInPictureElement):!1;if(s.pictureInPictureElement.localName.includes("-")){let n=s.pictureInPictureElement.shadowRoot;for(;n?.pictureInPictureElement;){if(n.pictureInPictureElement===a)return!0;n=(i=n.pictureInPictureElement)==null?void 0:i.shadowRoot}}return!1},set(t,e){const{media:i}=e;if(i)if(t){if(!z.pictureInPictureEnabled){console.warn("MediaChrome: Picture-in-picture is not enabled");return}if(!i.requestPictureInPicture){console.warn("MediaChrome: The current media does not support picture-in-picture");return}const a=()=>{console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a readyState > 0.")};i.requestPictureInPicture().catch(s=>{if(s.code===11){if(!i.src){console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a src set.");return}if(i.readyState===0&&i.preload==="none"){const n=()=>{i.removeEventListener("loadedmetadata",r),i.preload="none"},r=()=>{i.requestPictureInPicture().catch(a),n()};i.addEventListener("loadedmetadata",r),i.preload="metadata",setTimeout(()=>{i.readyState===0&&a(),n()},1e3)}else throw s}else throw s})}else z.pictureInPictureElement&&z.exitPictureInPicture()},mediaEvents:["enterpictureinpicture","leavepictureinpicture"]},mediaRenditionList:{get(t){var e;const{media:i}=t;return[...(e=i?.videoRenditions)!=null?e:[]].map(a=>({...a}))},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaRenditionSelected:{get(t){var e,i,a;const{media:s}=t;return(a=(i=s?.videoRenditions)==null?void 0:i[(e=s.videoRenditions)==null?void 0:e.selectedIndex])==null?void 0:a.id},set(t,e){const{media:i}=e;if(!i?.videoRenditions){console.warn("MediaController: Rendition selection not supported by this media.");return}const a=t,s=Array.prototype.findIndex.call(i.videoRenditions,n=>n.id==a);i.videoRenditions.selectedIndex!=s&&(i.videoRenditions.selectedIndex=s)},mediaEvents:["emptied"],videoRenditionsEvents:["addrendition","removerendition","change"]},mediaAudioTrackList:{get(t){var e;const{media:i}=t;return[...(e=i?.audioTracks)!=null?e:[]]},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaAudioTrackEnabled:{get(t){var e,i;const{media:a}=t;return(i=[...(e=a?.audioTracks)!=null?e:[]].find(s=>s.enabled))==null?void 0:i.id},set(t,e){const{media:i}=e;if(!i?.audioTracks){console.warn("MediaChrome: Audio track selection not supported by this media.");return}const a=t;for(const s of i.audioTracks)s.enabled=a==s.id},mediaEvents:["emptied"],audioTracksEvents:["addtrack","removetrack","change"]},mediaIsFullscreen:{get(t){return vl(t)},set(t,e,i){var a,s;t?(hl(e),i.detail&&!((a=e.media)!=null&&a.inert)&&((s=e.media)==null||s.focus())):ml(e)},rootEvents:["fullscreenchange","webkitfullscreenchange"],mediaEvents:["webkitbeginfullscreen","webkitendfullscreen","webkitpresentationmodechanged"]},mediaIsCasting:{get(t){var e;const{media:i}=t;return!i?.remote||((e=i.remote)==null?void 0:e.state)==="disconnected"?!1:i.remote.state==="connected"},set(t,e){var i,a;const{media:s}=e;if(s&&!(t&&((i=s.remote)==null?void 0:i.state)!=="disconnected")&&!(!t&&((a=s.remote)==null?void 0:a.state)!=="connected")){if(typeof s.remote.prompt!="function"){console.warn("MediaChrome: Casting is not supported in this environment");return}s.remote.prompt().catch(()=>{})}},remoteEvents:["connect","connecting","disconnect"]},mediaIsAirplaying:{get(){return!1},set(t,e){const{media:i}=e;if(i){if(!(i.webkitShowPlaybackTargetPicker&&u.WebKitPlaybackTargetAvailabilityEvent)){console.error("MediaChrome: received a request to select AirPlay but AirPlay is not supported in this environment");return}i.webkitShowPlaybackTargetPicker()}},mediaEvents:["webkitcurrentplaybacktargetiswirelesschanged"]},mediaFullscreenUnavailable:{get(t){const{media:e}=t;if(!Tl||!or(e))return Z.UNSUPPORTED}},mediaPipUnavailable:{get(t){const{media:e}=t;if(!yl||!rr(e))return Z.UNSUPPORTED;if(e?.disablePictureInPicture)return Z.UNAVAILABLE}},mediaVolumeUnavailable:{get(t){const{media:e}=t;if(Zi===!1||e?.volume==null)return Z.UNSUPPORTED},stateOwnersUpdateHandlers:[t=>{Zi==null&&Ml.then(e=>t(e?void 0:Z.UNSUPPORTED))}]},mediaCastUnavailable:{get(t,{availability:e="not-available"}={}){var i;const{media:a}=t;if(!kl||!((i=a?.remote)!=null&&i.state))return Z.UNSUPPORTED;if(!(e==null||e==="available"))return Z.UNAVAILABLE},stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(n=>{t({availability:n?"available":"not-available"})}).catch(n=>{n.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var n;(n=a?.remote)==null||n.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaAirplayUnavailable:{get(t,e){if(!Sl)return Z.UNSUPPORTED;if(e?.availability==="not-available")return Z.UNAVAILABLE},mediaEvents:["webkitplaybacktargetavailabilitychanged"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(n=>{t({availability:n?"available":"not-available"})}).catch(n=>{n.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var n;(n=a?.remote)==null||n.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaRenditionUnavailable:{get(t){var e;const{media:i}=t;if(!i?.videoRenditions)return Z.UNSUPPORTED;if(!((e=i.videoRenditions)!=null&&e.length))return Z.UNAVAILABLE},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaAudioTrackUnavailable:{get(t){var e,i;const{media:a}=t;if(!a?.audioTracks)return Z.UNSUPPORTED;if(((i=(e=a.audioTracks)==null?void 0:e.length)!=null?i:0)<=1)return Z.UNAVAILABLE},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaLang:{get(t){const{options:{mediaLang:e}={}}=t;return e??"en"}}},Cl={[b.MEDIA_PREVIEW_REQUEST](t,e,{detail:i}){var a,s,n;const{media:r}=e,l=i??void 0;let d,f;if(r&&l!=null){const[p]=ca(r,{kind:ye.METADATA,label:"thumbnails"}),A=Array.prototype.find.call((a=p?.cues)!=null?a:[],(_,y,g)=>y===0?_.endTime>l:y===g.length-1?_.startTime<=l:_.startTime<=l&&_.endTime>l);if(A){const _=/'^(?:[a-z]+:)?\/\//i.test(A.text)||(s=r?.querySelector('track[label="thumbnails"]'))==null?void 0:s.src,y=new URL(A.text,_);f=new URLSearchParams(y.hash).get("#xywh").split(",").map(W=>+W),d=y.href}}const h=t.mediaDuration.get(e);let m=(n=t.mediaChaptersCues.get(e).find((p,A,_)=>A===_.length-1&&h===p.endTime?p.startTime<=l&&p.endTime>=l:p.startTime<=l&&p.endTime>l))==null?void 0:n.text;return i!=null&&m==null&&(m=""),{mediaPreviewTime:l,mediaPreviewImage:d,mediaPreviewCoords:f,mediaPreviewChapter:m}},[b.MEDIA_PAUSE_REQUEST](t,e){t["mediaPaused"].set(!0,e)},[b.MEDIA_PLAY_REQUEST](t,e){var i,a,s,n;const r="mediaPaused",d=t.mediaStreamType.get(e)===Ae.LIVE,f=!((i=e.options)!=null&&i.noAutoSeekToLive),h=t.mediaTargetLiveWindow.get(e)>0;if(d&&f&&!h){const v=(a=t.mediaSeekable.get(e))==null?void 0:a[1];if(v){const m=(n=(s=e.options)==null?void 0:s.seekToLiveOffset)!=null?n:0,p=v-m;t.mediaCurrentTime.set(p,e)}}t[r].set(!1,e)},[b.MEDIA_PLAYBACK_RATE_REQUEST](t,e,{detail:i}){const a="mediaPlaybackRate",s=i;t[a].set(s,e)},[b.MEDIA_MUTE_REQUEST](t,e){t["mediaMuted"].set(!0,e)},[b.MEDIA_UNMUTE_REQUEST](t,e){const i="mediaMuted";t.mediaVolume.get(e)||t.mediaVolume.set(.25,e),t[i].set(!1,e)},[b.MEDIA_LOOP_REQUEST](t,e,{detail:i}){const a="mediaLoop",s=!!i;return t[a].set(s,e),{mediaLoop:s}},[b.MEDIA_VOLUME_REQUEST](t,e,{detail:i}){const a="mediaVolume",s=i;s&&t.mediaMuted.get(e)&&t.mediaMuted.set(!1,e),t[a].set(s,e)},[b.MEDIA_SEEK_REQUEST](t,e,{detail:i}){const a="mediaCurrentTime",s=i;t[a].set(s,e)},[b.MEDIA_SEEK_TO_LIVE_REQUEST](t,e){var i,a,s;const n="mediaCurrentTime",r=(i=t.mediaSeekable.get(e))==null?void 0:i[1];if(Number.isNaN(Number(r)))return;const l=(s=(a=e.options)==null?void 0:a.seekToLiveOffset)!=null?s:0,d=r-l;t[n].set(d,e)},[b.MEDIA_SHOW_SUBTITLES_REQUEST](t,e,{detail:i}){var a;const{options:s}=e,n=Xi(e),r=sr(i),l=(a=r[0])==null?void 0:a.language;l&&!s.noSubtitlesLangPref&&u.localStorage.setItem("media-chrome-pref-subtitles-lang",l),Xt(At.SHOWING,n,r)},[b.MEDIA_DISABLE_SUBTITLES_REQUEST](t,e,{detail:i}){const a=Xi(e),s=i??[];Xt(At.DISABLED,a,s)},[b.MEDIA_TOGGLE_SUBTITLES_REQUEST](t,e,{detail:i}){dr(e,i)},[b.MEDIA_RENDITION_REQUEST](t,e,{detail:i}){const a="mediaRenditionSelected",s=i;t[a].set(s,e)},[b.MEDIA_AUDIO_TRACK_REQUEST](t,e,{detail:i}){const a="mediaAudioTrackEnabled",s=i;t[a].set(s,e)},[b.MEDIA_ENTER_PIP_REQUEST](t,e){const i="mediaIsPip";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[b.MEDIA_EXIT_PIP_REQUEST](t,e){t["mediaIsPip"].set(!1,e)},[b.MEDIA_ENTER_FULLSCREEN_REQUEST](t,e,i){const a="mediaIsFullscreen";t.mediaIsPip.get(e)&&t.mediaIsPip.set(!1,e),t[a].set(!0,e,i)},[b.MEDIA_EXIT_FULLSCREEN_REQUEST](t,e){t["mediaIsFullscreen"].set(!1,e)},[b.MEDIA_ENTER_CAST_REQUEST](t,e){const i="mediaIsCasting";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[b.MEDIA_EXIT_CAST_REQUEST](t,e){t["mediaIsCasting"].set(!1,e)},[b.MEDIA_AIRPLAY_REQUEST](t,e){t["mediaIsAirplaying"].set(!0,e)}},Ol=({media:t,fullscreenElement:e,documentElement:i,stateMediator:a=Wt,requestMap:s=Cl,options:n={},monitorStateOwnersOnlyWithSubscriptions:r=!0})=>{const l=[],d={options:{...n}};let f=Object.freeze({mediaPreviewTime:void 0,mediaPreviewImage:void 0,mediaPreviewCoords:void 0,mediaPreviewChapter:void 0});const h=_=>{_!=null&&(es(_,f)||(f=Object.freeze({...f,..._}),l.forEach(y=>y(f))))},v=()=>{const _=Object.entries(a).reduce((y,[g,{get:W}])=>(y[g]=W(d),y),{});h(_)},m={};let p;const A=async(_,y)=>{var g,W,Dt,Ct,je,ke,we,Ot,We,vs,Es,fs,gs,_s,bs,As;const Cr=!!p;if(p={...d,...p??{},..._},Cr)return;await Ll(...Object.values(_));const et=l.length>0&&y===0&&r,Ts=d.media!==p.media,ys=((g=d.media)==null?void 0:g.textTracks)!==((W=p.media)==null?void 0:W.textTracks),Ss=((Dt=d.media)==null?void 0:Dt.videoRenditions)!==((Ct=p.media)==null?void 0:Ct.videoRenditions),ks=((je=d.media)==null?void 0:je.audioTracks)!==((ke=p.media)==null?void 0:ke.audioTracks),ws=((we=d.media)==null?void 0:we.remote)!==((Ot=p.media)==null?void 0:Ot.remote),Is=d.documentElement!==p.documentElement,Ms=!!d.media&&(Ts||et),Ls=!!((We=d.media)!=null&&We.textTracks)&&(ys||et),Rs=!!((vs=d.media)!=null&&vs.videoRenditions)&&(Ss||et),Ds=!!((Es=d.media)!=null&&Es.audioTracks)&&(ks||et),Cs=!!((fs=d.media)!=null&&fs.remote)&&(ws||et),Os=!!d.documentElement&&(Is||et),va=Ms||Ls||Rs||Ds||Cs||Os,tt=l.length===0&&y===1&&r,Us=!!p.media&&(Ts||tt),Ps=!!((gs=p.media)!=null&&gs.textTracks)&&(ys||tt),xs=!!((_s=p.media)!=null&&_s.videoRenditions)&&(Ss||tt),Ns=!!((bs=p.media)!=null&&bs.audioTracks)&&(ks||tt),$s=!!((As=p.media)!=null&&As.remote)&&(ws||tt),Fs=!!p.documentElement&&(Is||tt),Hs=Us||Ps||xs||Ns||$s||Fs;if(!(va||Hs)){Object.entries(p).forEach(([I,Ut])=>{d[I]=Ut}),v(),p=void 0;return}Object.entries(a).forEach(([I,{get:Ut,mediaEvents:Or=[],textTracksEvents:Ur=[],videoRenditionsEvents:Pr=[],audioTracksEvents:xr=[],remoteEvents:Nr=[],rootEvents:$r=[],stateOwnersUpdateHandlers:Fr=[]}])=>{m[I]||(m[I]={});const X=D=>{const P=Ut(d,D);h({[I]:P})};let $;$=m[I].mediaEvents,Or.forEach(D=>{$&&Ms&&(d.media.removeEventListener(D,$),m[I].mediaEvents=void 0),Us&&(p.media.addEventListener(D,X),m[I].mediaEvents=X)}),$=m[I].textTracksEvents,Ur.forEach(D=>{var P,re;$&&Ls&&((P=d.media.textTracks)==null||P.removeEventListener(D,$),m[I].textTracksEvents=void 0),Ps&&((re=p.media.textTracks)==null||re.addEventListener(D,X),m[I].textTracksEvents=X)}),$=m[I].videoRenditionsEvents,Pr.forEach(D=>{var P,re;$&&Rs&&((P=d.media.videoRenditions)==null||P.removeEventListener(D,$),m[I].videoRenditionsEvents=void 0),xs&&((re=p.media.videoRenditions)==null||re.addEventListener(D,X),m[I].videoRenditionsEvents=X)}),$=m[I].audioTracksEvents,xr.forEach(D=>{var P,re;$&&Ds&&((P=d.media.audioTracks)==null||P.removeEventListener(D,$),m[I].audioTracksEvents=void 0),Ns&&((re=p.media.audioTracks)==null||re.addEventListener(D,X),m[I].audioTracksEvents=X)}),$=m[I].remoteEvents,Nr.forEach(D=>{var P,re;$&&Cs&&((P=d.media.remote)==null||P.removeEventListener(D,$),m[I].remoteEvents=void 0),$s&&((re=p.media.remote)==null||re.addEventListener(D,X),m[I].remoteEvents=X)}),$=m[I].rootEvents,$r.forEach(D=>{$&&Os&&(d.documentElement.removeEventListener(D,$),m[I].rootEvents=void 0),Fs&&(p.documentElement.addEventListener(D,X),m[I].rootEvents=X)});const di=m[I].stateOwnersUpdateHandlers;if(di&&va&&(Array.isArray(di)?di:[di]).forEach(P=>{typeof P=="function"&&P()}),Hs){const D=Fr.map(P=>P(X,p)).filter(P=>typeof P=="function");m[I].stateOwnersUpdateHandlers=D.length===1?D[0]:D}else va&&(m[I].stateOwnersUpdateHandlers=void 0)}),Object.entries(p).forEach(([I,Ut])=>{d[I]=Ut}),v(),p=void 0};return A({media:t,fullscreenElement:e,documentElement:i,options:n}),{dispatch(_){const{type:y,detail:g}=_;if(s[y]&&f.mediaErrorCode==null){h(s[y](a,d,_));return}y==="mediaelementchangerequest"?A({media:g}):y==="fullscreenelementchangerequest"?A({fullscreenElement:g}):y==="documentelementchangerequest"?A({documentElement:g}):y==="optionschangerequest"&&(Object.entries(g??{}).forEach(([W,Dt])=>{d.options[W]=Dt}),v())},getState(){return f},subscribe(_){return A({},l.length+1),l.push(_),_(f),()=>{const y=l.indexOf(_);y>=0&&(A({},l.length-1),l.splice(y,1))}}}};var ts=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},E=(t,e,i)=>(ts(t,e,"read from private field"),i?i.call(t):e.get(t)),J=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},de=(t,e,i,a)=>(ts(t,e,"write to private field"),e.set(t,i),i),xe=(t,e,i)=>(ts(t,e,"access private method"),i),Le,Vt,S,te,Kt,ve,ki,Gt,wi,Ma,ze,Ii,La,Zt,Ji,Ra,ur;const cr=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Enter"," ","f","m","k","c","l","j",">","<","p"],tn=10,an=.025,sn=.25,Ul=.25,Pl=2,c={DEFAULT_SUBTITLES:"defaultsubtitles",DEFAULT_STREAM_TYPE:"defaultstreamtype",DEFAULT_DURATION:"defaultduration",FULLSCREEN_ELEMENT:"fullscreenelement",HOTKEYS:"hotkeys",KEYBOARD_BACKWARD_SEEK_OFFSET:"keyboardbackwardseekoffset",KEYBOARD_FORWARD_SEEK_OFFSET:"keyboardforwardseekoffset",KEYBOARD_DOWN_VOLUME_STEP:"keyboarddownvolumestep",KEYBOARD_UP_VOLUME_STEP:"keyboardupvolumestep",KEYS_USED:"keysused",LANG:"lang",LOOP:"loop",LIVE_EDGE_OFFSET:"liveedgeoffset",NO_AUTO_SEEK_TO_LIVE:"noautoseektolive",NO_DEFAULT_STORE:"nodefaultstore",NO_HOTKEYS:"nohotkeys",NO_MUTED_PREF:"nomutedpref",NO_SUBTITLES_LANG_PREF:"nosubtitleslangpref",NO_VOLUME_PREF:"novolumepref",SEEK_TO_LIVE_OFFSET:"seektoliveoffset"};class xl extends ua{constructor(){super(),J(this,wi),J(this,Ii),J(this,Zt),J(this,Ra),this.mediaStateReceivers=[],this.associatedElementSubscriptions=new Map,J(this,Le,new al(this,c.HOTKEYS)),J(this,Vt,void 0),J(this,S,void 0),J(this,te,null),J(this,Kt,void 0),J(this,ve,void 0),J(this,ki,i=>{var a;(a=E(this,S))==null||a.dispatch(i)}),J(this,Gt,void 0),J(this,ze,i=>{const{key:a,shiftKey:s}=i;if(!(s&&(a==="/"||a==="?")||cr.includes(a))){this.removeEventListener("keyup",E(this,ze));return}this.keyboardShortcutHandler(i)}),this.associateElement(this);let e={};de(this,Kt,i=>{Object.entries(i).forEach(([a,s])=>{if(a in e&&e[a]===s)return;this.propagateMediaState(a,s);const n=a.toLowerCase(),r=new u.CustomEvent(Mo[n],{composed:!0,detail:s});this.dispatchEvent(r)}),e=i})}static get observedAttributes(){return super.observedAttributes.concat(c.NO_HOTKEYS,c.HOTKEYS,c.DEFAULT_STREAM_TYPE,c.DEFAULT_SUBTITLES,c.DEFAULT_DURATION,c.NO_MUTED_PREF,c.NO_VOLUME_PREF,c.LANG,c.LOOP,c.LIVE_EDGE_OFFSET,c.SEEK_TO_LIVE_OFFSET,c.NO_AUTO_SEEK_TO_LIVE)}get mediaStore(){return E(this,S)}set mediaStore(e){var i,a;if(E(this,S)&&((i=E(this,ve))==null||i.call(this),de(this,ve,void 0)),de(this,S,e),!E(this,S)&&!this.hasAttribute(c.NO_DEFAULT_STORE)){xe(this,wi,Ma).call(this);return}de(this,ve,(a=E(this,S))==null?void 0:a.subscribe(E(this,Kt)))}get fullscreenElement(){var e;return(e=E(this,Vt))!=null?e:this}set fullscreenElement(e){var i;this.hasAttribute(c.FULLSCREEN_ELEMENT)&&this.removeAttribute(c.FULLSCREEN_ELEMENT),de(this,Vt,e),(i=E(this,S))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}get defaultSubtitles(){return M(this,c.DEFAULT_SUBTITLES)}set defaultSubtitles(e){L(this,c.DEFAULT_SUBTITLES,e)}get defaultStreamType(){return Y(this,c.DEFAULT_STREAM_TYPE)}set defaultStreamType(e){q(this,c.DEFAULT_STREAM_TYPE,e)}get defaultDuration(){return Re(this,c.DEFAULT_DURATION)}set defaultDuration(e){De(this,c.DEFAULT_DURATION,e)}get noHotkeys(){return M(this,c.NO_HOTKEYS)}set noHotkeys(e){L(this,c.NO_HOTKEYS,e)}get keysUsed(){return Y(this,c.KEYS_USED)}set keysUsed(e){q(this,c.KEYS_USED,e)}get liveEdgeOffset(){return Re(this,c.LIVE_EDGE_OFFSET)}set liveEdgeOffset(e){De(this,c.LIVE_EDGE_OFFSET,e)}get noAutoSeekToLive(){return M(this,c.NO_AUTO_SEEK_TO_LIVE)}set noAutoSeekToLive(e){L(this,c.NO_AUTO_SEEK_TO_LIVE,e)}get noVolumePref(){return M(this,c.NO_VOLUME_PREF)}set noVolumePref(e){L(this,c.NO_VOLUME_PREF,e)}get noMutedPref(){return M(this,c.NO_MUTED_PREF)}set noMutedPref(e){L(this,c.NO_MUTED_PREF,e)}get noSubtitlesLangPref(){return M(this,c.NO_SUBTITLES_LANG_PREF)}set noSubtitlesLangPref(e){L(this,c.NO_SUBTITLES_LANG_PREF,e)}get noDefaultStore(){return M(this,c.NO_DEFAULT_STORE)}set noDefaultStore(e){L(this,c.NO_DEFAULT_STORE,e)}get resolvedLang(){return Ko()}attributeChangedCallback(e,i,a){var s,n,r,l,d,f,h,v,m,p,A,_;if(super.attributeChangedCallback(e,i,a),e===c.NO_HOTKEYS)a!==i&&a===""?(this.hasAttribute(c.HOTKEYS)&&console.warn("Media Chrome: Both `hotkeys` and `nohotkeys` have been set. All hotkeys will be disabled."),this.disableHotkeys()):a!==i&&a===null&&this.enableHotkeys(),xe(this,Zt,Ji).call(this);else if(e===c.HOTKEYS)E(this,Le).value=a,xe(this,Zt,Ji).call(this);else if(e===c.DEFAULT_SUBTITLES&&a!==i)(s=E(this,S))==null||s.dispatch({type:"optionschangerequest",detail:{defaultSubtitles:this.hasAttribute(c.DEFAULT_SUBTITLES)}});else if(e===c.DEFAULT_STREAM_TYPE)(r=E(this,S))==null||r.dispatch({type:"optionschangerequest",detail:{defaultStreamType:(n=this.getAttribute(c.DEFAULT_STREAM_TYPE))!=null?n:void 0}});else if(e===c.LIVE_EDGE_OFFSET&&a!==i)(l=E(this,S))==null||l.dispatch({type:"optionschangerequest",detail:{liveEdgeOffset:this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(c.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(c.SEEK_TO_LIVE_OFFSET):this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0}});else if(e===c.SEEK_TO_LIVE_OFFSET&&a!==i)(d=E(this,S))==null||d.dispatch({type:"optionschangerequest",detail:{seekToLiveOffset:this.hasAttribute(c.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(c.SEEK_TO_LIVE_OFFSET):this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0}});else if(e===c.NO_AUTO_SEEK_TO_LIVE)(f=E(this,S))==null||f.dispatch({type:"optionschangerequest",detail:{noAutoSeekToLive:this.hasAttribute(c.NO_AUTO_SEEK_TO_LIVE)}});else if(e===c.FULLSCREEN_ELEMENT){const y=a?(h=this.getRootNode())==null?void 0:h.getElementById(a):void 0;de(this,Vt,y),(v=E(this,S))==null||v.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}else e===c.LANG&&a!==i?(Wo(a),(m=E(this,S))==null||m.dispatch({type:"optionschangerequest",detail:{mediaLang:a}})):e===c.LOOP&&a!==i?(p=E(this,S))==null||p.dispatch({type:b.MEDIA_LOOP_REQUEST,detail:a!=null}):e===c.NO_VOLUME_PREF&&a!==i?(A=E(this,S))==null||A.dispatch({type:"optionschangerequest",detail:{noVolumePref:this.hasAttribute(c.NO_VOLUME_PREF)}}):e===c.NO_MUTED_PREF&&a!==i&&((_=E(this,S))==null||_.dispatch({type:"optionschangerequest",detail:{noMutedPref:this.hasAttribute(c.NO_MUTED_PREF)}}))}connectedCallback(){var e,i,a;this.associateElement(this),!E(this,S)&&!this.hasAttribute(c.NO_DEFAULT_STORE)&&xe(this,wi,Ma).call(this),(e=E(this,S))==null||e.dispatch({type:"documentelementchangerequest",detail:z}),(i=E(this,S))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement}),super.connectedCallback(),E(this,S)&&!E(this,ve)&&de(this,ve,(a=E(this,S))==null?void 0:a.subscribe(E(this,Kt))),E(this,Gt)!==void 0&&E(this,S)&&this.media&&setTimeout(()=>{var s,n,r;(n=(s=this.media)==null?void 0:s.textTracks)!=null&&n.length&&((r=E(this,S))==null||r.dispatch({type:b.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:E(this,Gt)}))},0),this.hasAttribute(c.NO_HOTKEYS)?this.disableHotkeys():this.enableHotkeys()}disconnectedCallback(){var e,i,a,s,n,r;if((e=super.disconnectedCallback)==null||e.call(this),this.disableHotkeys(),E(this,S)){const l=E(this,S).getState();de(this,Gt,!!((i=l.mediaSubtitlesShowing)!=null&&i.length)),(a=E(this,S))==null||a.dispatch({type:"fullscreenelementchangerequest",detail:void 0}),(s=E(this,S))==null||s.dispatch({type:"documentelementchangerequest",detail:void 0}),(n=E(this,S))==null||n.dispatch({type:b.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:!1})}E(this,ve)&&((r=E(this,ve))==null||r.call(this),de(this,ve,void 0)),this.unassociateElement(this),E(this,te)&&(E(this,te).remove(),de(this,te,null))}mediaSetCallback(e){var i;super.mediaSetCallback(e),(i=E(this,S))==null||i.dispatch({type:"mediaelementchangerequest",detail:e}),e.hasAttribute("tabindex")||(e.tabIndex=-1)}mediaUnsetCallback(e){var i;super.mediaUnsetCallback(e),(i=E(this,S))==null||i.dispatch({type:"mediaelementchangerequest",detail:void 0})}propagateMediaState(e,i){on(this.mediaStateReceivers,e,i)}associateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(i.has(e))return;const a=this.registerMediaStateReceiver.bind(this),s=this.unregisterMediaStateReceiver.bind(this),n=Wl(e,a,s);Object.values(b).forEach(r=>{e.addEventListener(r,E(this,ki))}),i.set(e,n)}unassociateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(!i.has(e))return;i.get(e)(),i.delete(e),Object.values(b).forEach(s=>{e.removeEventListener(s,E(this,ki))})}registerMediaStateReceiver(e){if(!e)return;const i=this.mediaStateReceivers;i.indexOf(e)>-1||(i.push(e),E(this,S)&&Object.entries(E(this,S).getState()).forEach(([s,n])=>{on([e],s,n)}))}unregisterMediaStateReceiver(e){const i=this.mediaStateReceivers,a=i.indexOf(e);a<0||i.splice(a,1)}enableHotkeys(){this.addEventListener("keydown",xe(this,Ii,La))}disableHotkeys(){this.removeEventListener("keydown",xe(this,Ii,La)),this.removeEventListener("keyup",E(this,ze))}get hotkeys(){return E(this,Le)}set hotkeys(e){q(this,c.HOTKEYS,e)}keyboardShortcutHandler(e){var i,a,s,n,r,l,d,f,h;const v=e.target;if(((s=(a=(i=v.getAttribute(c.KEYS_USED))==null?void 0:i.split(" "))!=null?a:v?.keysUsed)!=null?s:[]).map(g=>g==="Space"?" ":g).filter(Boolean).includes(e.key))return;let p,A,_;if(!(E(this,Le).contains(Za(e.key))||e.shiftKey&&(e.key==="/"||e.key==="?")&&E(this,Le).contains("noshift+/")))switch(e.key){case" ":case"k":p=E(this,S).getState().mediaPaused?b.MEDIA_PLAY_REQUEST:b.MEDIA_PAUSE_REQUEST,this.dispatchEvent(new u.CustomEvent(p,{composed:!0,bubbles:!0}));break;case"m":p=this.mediaStore.getState().mediaVolumeLevel==="off"?b.MEDIA_UNMUTE_REQUEST:b.MEDIA_MUTE_REQUEST,this.dispatchEvent(new u.CustomEvent(p,{composed:!0,bubbles:!0}));break;case"f":p=this.mediaStore.getState().mediaIsFullscreen?b.MEDIA_EXIT_FULLSCREEN_REQUEST:b.MEDIA_ENTER_FULLSCREEN_REQUEST,this.dispatchEvent(new u.CustomEvent(p,{composed:!0,bubbles:!0}));break;case"c":this.dispatchEvent(new u.CustomEvent(b.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}));break;case"ArrowLeft":case"j":{const g=this.hasAttribute(c.KEYBOARD_BACKWARD_SEEK_OFFSET)?+this.getAttribute(c.KEYBOARD_BACKWARD_SEEK_OFFSET):tn;A=Math.max(((n=this.mediaStore.getState().mediaCurrentTime)!=null?n:0)-g,0),_=new u.CustomEvent(b.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"ArrowRight":case"l":{const g=this.hasAttribute(c.KEYBOARD_FORWARD_SEEK_OFFSET)?+this.getAttribute(c.KEYBOARD_FORWARD_SEEK_OFFSET):tn;A=Math.max(((r=this.mediaStore.getState().mediaCurrentTime)!=null?r:0)+g,0),_=new u.CustomEvent(b.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"ArrowUp":{const g=this.hasAttribute(c.KEYBOARD_UP_VOLUME_STEP)?+this.getAttribute(c.KEYBOARD_UP_VOLUME_STEP):an;A=Math.min(((l=this.mediaStore.getState().mediaVolume)!=null?l:1)+g,1),_=new u.CustomEvent(b.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"ArrowDown":{const g=this.hasAttribute(c.KEYBOARD_DOWN_VOLUME_STEP)?+this.getAttribute(c.KEYBOARD_DOWN_VOLUME_STEP):an;A=Math.max(((d=this.mediaStore.getState().mediaVolume)!=null?d:1)-g,0),_=new u.CustomEvent(b.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"<":{const g=(f=this.mediaStore.getState().mediaPlaybackRate)!=null?f:1;A=Math.max(g-sn,Ul).toFixed(2),_=new u.CustomEvent(b.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case">":{const g=(h=this.mediaStore.getState().mediaPlaybackRate)!=null?h:1;A=Math.min(g+sn,Pl).toFixed(2),_=new u.CustomEvent(b.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"/":case"?":{e.shiftKey&&xe(this,Ra,ur).call(this);break}case"p":{p=this.mediaStore.getState().mediaIsPip?b.MEDIA_EXIT_PIP_REQUEST:b.MEDIA_ENTER_PIP_REQUEST,_=new u.CustomEvent(p,{composed:!0,bubbles:!0}),this.dispatchEvent(_);break}}}}Le=new WeakMap;Vt=new WeakMap;S=new WeakMap;te=new WeakMap;Kt=new WeakMap;ve=new WeakMap;ki=new WeakMap;Gt=new WeakMap;wi=new WeakSet;Ma=function(){var t;this.mediaStore=Ol({media:this.media,fullscreenElement:this.fullscreenElement,options:{defaultSubtitles:this.hasAttribute(c.DEFAULT_SUBTITLES),defaultDuration:this.hasAttribute(c.DEFAULT_DURATION)?+this.getAttribute(c.DEFAULT_DURATION):void 0,defaultStreamType:(t=this.getAttribute(c.DEFAULT_STREAM_TYPE))!=null?t:void 0,liveEdgeOffset:this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(c.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(c.SEEK_TO_LIVE_OFFSET):this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0,noAutoSeekToLive:this.hasAttribute(c.NO_AUTO_SEEK_TO_LIVE),noVolumePref:this.hasAttribute(c.NO_VOLUME_PREF),noMutedPref:this.hasAttribute(c.NO_MUTED_PREF),noSubtitlesLangPref:this.hasAttribute(c.NO_SUBTITLES_LANG_PREF)}})};ze=new WeakMap;Ii=new WeakSet;La=function(t){var e;const{metaKey:i,altKey:a,key:s,shiftKey:n}=t,r=n&&(s==="/"||s==="?");if(r&&((e=E(this,te))!=null&&e.open)){this.removeEventListener("keyup",E(this,ze));return}if(i||a||!r&&!cr.includes(s)){this.removeEventListener("keyup",E(this,ze));return}const l=t.target,d=l instanceof HTMLElement&&(l.tagName.toLowerCase()==="media-volume-range"||l.tagName.toLowerCase()==="media-time-range");[" ","ArrowLeft","ArrowRight","ArrowUp","ArrowDown"].includes(s)&&!E(this,Le).contains(Za(s))&&!d&&t.preventDefault(),this.addEventListener("keyup",E(this,ze),{once:!0})};Zt=new WeakSet;Ji=function(){E(this,te)&&(E(this,te).hotkeys=E(this,Le).value||void 0,(this.noHotkeys||E(this,Le).contains("noshift+/"))&&(E(this,te).open=!1))};Ra=new WeakSet;ur=function(){E(this,te)||(de(this,te,z.createElement("media-keyboard-shortcuts-dialog")),xe(this,Zt,Ji).call(this),this.appendChild(E(this,te))),E(this,te).open=!0};const Nl=Object.values(o),$l=Object.values(Rn),hr=t=>{var e,i,a,s;let{observedAttributes:n}=t.constructor;!n&&((e=t.nodeName)!=null&&e.includes("-"))&&(u.customElements.upgrade(t),{observedAttributes:n}=t.constructor);const r=(s=(a=(i=t?.getAttribute)==null?void 0:i.call(t,w.MEDIA_CHROME_ATTRIBUTES))==null?void 0:a.split)==null?void 0:s.call(a,/\s+/);return Array.isArray(n||r)?(n||r).filter(l=>Nl.includes(l)):[]},Fl=t=>{var e,i;return(e=t.nodeName)!=null&&e.includes("-")&&u.customElements.get((i=t.nodeName)==null?void 0:i.toLowerCase())&&!(t instanceof u.customElements.get(t.nodeName.toLowerCase()))&&u.customElements.upgrade(t),$l.some(a=>a in t)},Da=t=>Fl(t)||!!hr(t).length,nn=t=>{var e;return(e=t?.join)==null?void 0:e.call(t,":")},rn={[o.MEDIA_SUBTITLES_LIST]:js,[o.MEDIA_SUBTITLES_SHOWING]:js,[o.MEDIA_SEEKABLE]:nn,[o.MEDIA_BUFFERED]:t=>t?.map(nn).join(" "),[o.MEDIA_PREVIEW_COORDS]:t=>t?.join(" "),[o.MEDIA_RENDITION_LIST]:sl,[o.MEDIA_AUDIO_TRACK_LIST]:rl},Hl=async(t,e,i)=>{var a,s;if(t.isConnected||await ir(0),typeof i=="boolean"||i==null)return L(t,e,i);if(typeof i=="number")return De(t,e,i);if(typeof i=="string")return q(t,e,i);if(Array.isArray(i)&&!i.length)return t.removeAttribute(e);const n=(s=(a=rn[e])==null?void 0:a.call(rn,i))!=null?s:i;return t.setAttribute(e,n)},Bl=t=>{var e;return!!((e=t.closest)!=null&&e.call(t,'*[slot="media"]'))},Ge=(t,e)=>{if(Bl(t))return;const i=(s,n)=>{var r,l;Da(s)&&n(s);const{children:d=[]}=s??{},f=(l=(r=s?.shadowRoot)==null?void 0:r.children)!=null?l:[];[...d,...f].forEach(v=>Ge(v,n))},a=t?.nodeName.toLowerCase();if(a.includes("-")&&!Da(t)){u.customElements.whenDefined(a).then(()=>{i(t,e)});return}i(t,e)},on=(t,e,i)=>{t.forEach(a=>{if(e in a){a[e]=i;return}const s=hr(a),n=e.toLowerCase();s.includes(n)&&Hl(a,n,i)})},Wl=(t,e,i)=>{Ge(t,e);const a=h=>{var v;const m=(v=h?.composedPath()[0])!=null?v:h.target;e(m)},s=h=>{var v;const m=(v=h?.composedPath()[0])!=null?v:h.target;i(m)};t.addEventListener(b.REGISTER_MEDIA_STATE_RECEIVER,a),t.addEventListener(b.UNREGISTER_MEDIA_STATE_RECEIVER,s);const n=h=>{h.forEach(v=>{const{addedNodes:m=[],removedNodes:p=[],type:A,target:_,attributeName:y}=v;A==="childList"?(Array.prototype.forEach.call(m,g=>Ge(g,e)),Array.prototype.forEach.call(p,g=>Ge(g,i))):A==="attributes"&&y===w.MEDIA_CHROME_ATTRIBUTES&&(Da(_)?e(_):i(_))})};let r=[];const l=h=>{const v=h.target;v.name!=="media"&&(r.forEach(m=>Ge(m,i)),r=[...v.assignedElements({flatten:!0})],r.forEach(m=>Ge(m,e)))};t.addEventListener("slotchange",l);const d=new MutationObserver(n);return d.observe(t,{childList:!0,attributes:!0,subtree:!0}),()=>{Ge(t,i),t.removeEventListener("slotchange",l),d.disconnect(),t.removeEventListener(b.REGISTER_MEDIA_STATE_RECEIVER,a),t.removeEventListener(b.UNREGISTER_MEDIA_STATE_RECEIVER,s)}};u.customElements.get("media-controller")||u.customElements.define("media-controller",xl);const it={PLACEMENT:"placement",BOUNDS:"bounds"};function Vl(t){return`
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
  `}class ha extends u.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{var e;if(!On(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;const i=this.placement;if(i==="left"||i==="right"){this.style.removeProperty("--media-tooltip-offset-x");return}const a=getComputedStyle(this),s=(e=oi(this,"#"+this.bounds))!=null?e:Ro(this);if(!s)return;const{x:n,width:r}=s.getBoundingClientRect(),{x:l,width:d}=this.getBoundingClientRect(),f=l+d,h=n+r,v=a.getPropertyValue("--media-tooltip-offset-x"),m=v?parseFloat(v.replace("px","")):0,p=a.getPropertyValue("--media-tooltip-container-margin"),A=p?parseFloat(p.replace("px","")):0,_=l-n+m-A,y=f-h+m+A;if(_<0){this.style.setProperty("--media-tooltip-offset-x",`${_}px`);return}if(y>0){this.style.setProperty("--media-tooltip-offset-x",`${y}px`);return}this.style.removeProperty("--media-tooltip-offset-x")},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Se(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}if(this.arrowEl=this.shadowRoot.querySelector("#arrow"),Object.prototype.hasOwnProperty.call(this,"placement")){const e=this.placement;delete this.placement,this.placement=e}}static get observedAttributes(){return[it.PLACEMENT,it.BOUNDS]}get placement(){return Y(this,it.PLACEMENT)}set placement(e){q(this,it.PLACEMENT,e)}get bounds(){return Y(this,it.BOUNDS)}set bounds(e){q(this,it.BOUNDS,e)}}ha.shadowRootOptions={mode:"open"};ha.getTemplateHTML=Vl;u.customElements.get("media-tooltip")||u.customElements.define("media-tooltip",ha);var ln=ha,is=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},x=(t,e,i)=>(is(t,e,"read from private field"),i?i.call(t):e.get(t)),Ke=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},vi=(t,e,i,a)=>(is(t,e,"write to private field"),e.set(t,i),i),dn=(t,e,i)=>(is(t,e,"access private method"),i),Ee,ft,Ca,mr,Fe,dt,Mi,Oa,pr;const Oe={TOOLTIP_PLACEMENT:"tooltipplacement",DISABLED:"disabled",NO_TOOLTIP:"notooltip"};function Kl(t,e={}){return`
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
        <template shadowrootmode="${ln.shadowRootOptions.mode}">
          ${ln.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(t)}
        </slot>
      </media-tooltip>
    </slot>
  `}function Gl(t,e){return`
    <slot></slot>
  `}function ql(){return""}class Be extends u.HTMLElement{constructor(){if(super(),Ke(this,Ca),Ke(this,Oa),Ke(this,Ee,void 0),this.preventClick=!1,this.tooltipEl=null,Ke(this,ft,e=>{this.preventClick||this.handleClick(e),setTimeout(x(this,Fe),0)}),Ke(this,Fe,()=>{var e,i;(i=(e=this.tooltipEl)==null?void 0:e.updateXOffset)==null||i.call(e)}),Ke(this,dt,e=>{const{key:i}=e;if(!this.keysUsed.includes(i)){this.removeEventListener("keyup",x(this,dt));return}this.preventClick||this.handleClick(e)}),Ke(this,Mi,e=>{const{metaKey:i,altKey:a,key:s}=e;if(i||a||!this.keysUsed.includes(s)){this.removeEventListener("keyup",x(this,dt));return}this.addEventListener("keyup",x(this,dt),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Se(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}this.tooltipEl=this.shadowRoot.querySelector("media-tooltip")}static get observedAttributes(){return["disabled",Oe.TOOLTIP_PLACEMENT,w.MEDIA_CONTROLLER,o.MEDIA_LANG]}enable(){this.addEventListener("click",x(this,ft)),this.addEventListener("keydown",x(this,Mi)),this.tabIndex=0}disable(){this.removeEventListener("click",x(this,ft)),this.removeEventListener("keydown",x(this,Mi)),this.removeEventListener("keyup",x(this,dt)),this.tabIndex=-1}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===w.MEDIA_CONTROLLER?(i&&((n=(s=x(this,Ee))==null?void 0:s.unassociateElement)==null||n.call(s,this),vi(this,Ee,null)),a&&this.isConnected&&(vi(this,Ee,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=x(this,Ee))==null?void 0:l.associateElement)==null||d.call(l,this))):e==="disabled"&&a!==i?a==null?this.enable():this.disable():e===Oe.TOOLTIP_PLACEMENT&&this.tooltipEl&&a!==i?this.tooltipEl.placement=a:e===o.MEDIA_LANG&&(this.shadowRoot.querySelector('slot[name="tooltip-content"]').innerHTML=this.constructor.getTooltipContentHTML()),dn(this,Ca,mr).call(this)&&x(this,Fe).call(this)}connectedCallback(){var e,i,a;const{style:s}=B(this.shadowRoot,":host");s.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute("disabled")?this.disable():this.enable(),this.setAttribute("role","button");const n=this.getAttribute(w.MEDIA_CONTROLLER);n&&(vi(this,Ee,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(i=x(this,Ee))==null?void 0:i.associateElement)==null||a.call(i,this)),u.customElements.whenDefined("media-tooltip").then(()=>dn(this,Oa,pr).call(this))}disconnectedCallback(){var e,i;this.disable(),(i=(e=x(this,Ee))==null?void 0:e.unassociateElement)==null||i.call(e,this),vi(this,Ee,null),this.removeEventListener("mouseenter",x(this,Fe)),this.removeEventListener("focus",x(this,Fe)),this.removeEventListener("click",x(this,ft))}get keysUsed(){return["Enter"," "]}get tooltipPlacement(){return Y(this,Oe.TOOLTIP_PLACEMENT)}set tooltipPlacement(e){q(this,Oe.TOOLTIP_PLACEMENT,e)}get mediaController(){return Y(this,w.MEDIA_CONTROLLER)}set mediaController(e){q(this,w.MEDIA_CONTROLLER,e)}get disabled(){return M(this,Oe.DISABLED)}set disabled(e){L(this,Oe.DISABLED,e)}get noTooltip(){return M(this,Oe.NO_TOOLTIP)}set noTooltip(e){L(this,Oe.NO_TOOLTIP,e)}handleClick(e){}}Ee=new WeakMap;ft=new WeakMap;Ca=new WeakSet;mr=function(){try{return this.matches(":hover, :focus-visible")}catch{return this.matches(":hover, :focus")}};Fe=new WeakMap;dt=new WeakMap;Mi=new WeakMap;Oa=new WeakSet;pr=function(){this.addEventListener("mouseenter",x(this,Fe)),this.addEventListener("focus",x(this,Fe)),this.addEventListener("click",x(this,ft));const t=this.tooltipPlacement;t&&this.tooltipEl&&(this.tooltipEl.placement=t)};Be.shadowRootOptions={mode:"open"};Be.getTemplateHTML=Kl;Be.getSlotTemplateHTML=Gl;Be.getTooltipContentHTML=ql;u.customElements.get("media-chrome-button")||u.customElements.define("media-chrome-button",Be);var vr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Yl=(t,e,i)=>(vr(t,e,"read from private field"),e.get(t)),Ql=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},zl=(t,e,i,a)=>(vr(t,e,"write to private field"),e.set(t,i),i),Li;const Xl=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,Zl=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function Jl(t){return`
    <style>
      :host([${o.MEDIA_IS_FULLSCREEN}]) slot[name=icon] slot:not([name=exit]) {
        display: none !important;
      }

      
      :host(:not([${o.MEDIA_IS_FULLSCREEN}])) slot[name=icon] slot:not([name=enter]) {
        display: none !important;
      }

      :host([${o.MEDIA_IS_FULLSCREEN}]) slot[name=tooltip-enter],
      :host(:not([${o.MEDIA_IS_FULLSCREEN}])) slot[name=tooltip-exit] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="enter">${Xl}</slot>
      <slot name="exit">${Zl}</slot>
    </slot>
  `}function jl(){return`
    <slot name="tooltip-enter">${O("Enter fullscreen mode")}</slot>
    <slot name="tooltip-exit">${O("Exit fullscreen mode")}</slot>
  `}const un=t=>{const e=t.mediaIsFullscreen?O("exit fullscreen mode"):O("enter fullscreen mode");t.setAttribute("aria-label",e)};class as extends Be{constructor(){super(...arguments),Ql(this,Li,null)}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_IS_FULLSCREEN,o.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),un(this)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===o.MEDIA_IS_FULLSCREEN&&un(this)}get mediaFullscreenUnavailable(){return Y(this,o.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(e){q(this,o.MEDIA_FULLSCREEN_UNAVAILABLE,e)}get mediaIsFullscreen(){return M(this,o.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(e){L(this,o.MEDIA_IS_FULLSCREEN,e)}handleClick(e){zl(this,Li,e);const i=Yl(this,Li)instanceof PointerEvent,a=this.mediaIsFullscreen?new u.CustomEvent(b.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new u.CustomEvent(b.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:i});this.dispatchEvent(a)}}Li=new WeakMap;as.getSlotTemplateHTML=Jl;as.getTooltipContentHTML=jl;u.customElements.get("media-fullscreen-button")||u.customElements.define("media-fullscreen-button",as);var Er=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Nt=(t,e,i)=>(Er(t,e,"read from private field"),i?i.call(t):e.get(t)),cn=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},$t=(t,e,i,a)=>(Er(t,e,"write to private field"),e.set(t,i),i),fe,Ri;const Ei={LOADING_DELAY:"loadingdelay",NO_AUTOHIDE:"noautohide"},fr=500,ed=`
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
`;function td(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${fr}ms);
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

      :host([${o.MEDIA_LOADING}]:not([${o.MEDIA_PAUSED}])) slot[name=icon] > *,
      :host([${o.MEDIA_LOADING}]:not([${o.MEDIA_PAUSED}])) ::slotted([slot=icon]) {
        opacity: var(--media-loading-indicator-opacity, 1);
        transition: opacity 0.15s var(--_loading-indicator-delay);
      }

      :host #status {
        visibility: var(--media-loading-indicator-opacity, hidden);
        transition: visibility 0.15s;
      }

      :host([${o.MEDIA_LOADING}]:not([${o.MEDIA_PAUSED}])) #status {
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

    <slot name="icon">${ed}</slot>
    <div id="status" role="status" aria-live="polite">${O("media loading")}</div>
  `}class ss extends u.HTMLElement{constructor(){if(super(),cn(this,fe,void 0),cn(this,Ri,fr),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Se(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[w.MEDIA_CONTROLLER,o.MEDIA_PAUSED,o.MEDIA_LOADING,Ei.LOADING_DELAY]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===Ei.LOADING_DELAY&&i!==a?this.loadingDelay=Number(a):e===w.MEDIA_CONTROLLER&&(i&&((n=(s=Nt(this,fe))==null?void 0:s.unassociateElement)==null||n.call(s,this),$t(this,fe,null)),a&&this.isConnected&&($t(this,fe,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=Nt(this,fe))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i,a;const s=this.getAttribute(w.MEDIA_CONTROLLER);s&&($t(this,fe,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=Nt(this,fe))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Nt(this,fe))==null?void 0:e.unassociateElement)==null||i.call(e,this),$t(this,fe,null)}get loadingDelay(){return Nt(this,Ri)}set loadingDelay(e){$t(this,Ri,e);const{style:i}=B(this.shadowRoot,":host");i.setProperty("--_loading-indicator-delay",`var(--media-loading-indicator-transition-delay, ${e}ms)`)}get mediaPaused(){return M(this,o.MEDIA_PAUSED)}set mediaPaused(e){L(this,o.MEDIA_PAUSED,e)}get mediaLoading(){return M(this,o.MEDIA_LOADING)}set mediaLoading(e){L(this,o.MEDIA_LOADING,e)}get mediaController(){return Y(this,w.MEDIA_CONTROLLER)}set mediaController(e){q(this,w.MEDIA_CONTROLLER,e)}get noAutohide(){return M(this,Ei.NO_AUTOHIDE)}set noAutohide(e){L(this,Ei.NO_AUTOHIDE,e)}}fe=new WeakMap;Ri=new WeakMap;ss.shadowRootOptions={mode:"open"};ss.getTemplateHTML=td;u.customElements.get("media-loading-indicator")||u.customElements.define("media-loading-indicator",ss);const id=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,hn=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,ad=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function sd(t){return`
    <style>
      :host(:not([${o.MEDIA_VOLUME_LEVEL}])) slot[name=icon] slot:not([name=high]),
      :host([${o.MEDIA_VOLUME_LEVEL}=high]) slot[name=icon] slot:not([name=high]) {
        display: none !important;
      }

      :host([${o.MEDIA_VOLUME_LEVEL}=off]) slot[name=icon] slot:not([name=off]) {
        display: none !important;
      }

      :host([${o.MEDIA_VOLUME_LEVEL}=low]) slot[name=icon] slot:not([name=low]) {
        display: none !important;
      }

      :host([${o.MEDIA_VOLUME_LEVEL}=medium]) slot[name=icon] slot:not([name=medium]) {
        display: none !important;
      }

      :host(:not([${o.MEDIA_VOLUME_LEVEL}=off])) slot[name=tooltip-unmute],
      :host([${o.MEDIA_VOLUME_LEVEL}=off]) slot[name=tooltip-mute] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="off">${id}</slot>
      <slot name="low">${hn}</slot>
      <slot name="medium">${hn}</slot>
      <slot name="high">${ad}</slot>
    </slot>
  `}function nd(){return`
    <slot name="tooltip-mute">${O("Mute")}</slot>
    <slot name="tooltip-unmute">${O("Unmute")}</slot>
  `}const mn=t=>{const e=t.mediaVolumeLevel==="off",i=O(e?"unmute":"mute");t.setAttribute("aria-label",i)};class ns extends Be{static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),mn(this)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===o.MEDIA_VOLUME_LEVEL&&mn(this)}get mediaVolumeLevel(){return Y(this,o.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(e){q(this,o.MEDIA_VOLUME_LEVEL,e)}handleClick(){const e=this.mediaVolumeLevel==="off"?b.MEDIA_UNMUTE_REQUEST:b.MEDIA_MUTE_REQUEST;this.dispatchEvent(new u.CustomEvent(e,{composed:!0,bubbles:!0}))}}ns.getSlotTemplateHTML=sd;ns.getTooltipContentHTML=nd;u.customElements.get("media-mute-button")||u.customElements.define("media-mute-button",ns);const rd=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,od=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function ld(t){return`
    <style>
      :host([${o.MEDIA_PAUSED}]) slot[name=pause],
      :host(:not([${o.MEDIA_PAUSED}])) slot[name=play] {
        display: none !important;
      }

      :host([${o.MEDIA_PAUSED}]) slot[name=tooltip-pause],
      :host(:not([${o.MEDIA_PAUSED}])) slot[name=tooltip-play] {
        display: none;
      }
    </style>

    <slot name="icon">
      <slot name="play">${rd}</slot>
      <slot name="pause">${od}</slot>
    </slot>
  `}function dd(){return`
    <slot name="tooltip-play">${O("Play")}</slot>
    <slot name="tooltip-pause">${O("Pause")}</slot>
  `}const pn=t=>{const e=t.mediaPaused?O("play"):O("pause");t.setAttribute("aria-label",e)};class rs extends Be{static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PAUSED,o.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),pn(this)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),(e===o.MEDIA_PAUSED||e===o.MEDIA_LANG)&&pn(this)}get mediaPaused(){return M(this,o.MEDIA_PAUSED)}set mediaPaused(e){L(this,o.MEDIA_PAUSED,e)}handleClick(){const e=this.mediaPaused?b.MEDIA_PLAY_REQUEST:b.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new u.CustomEvent(e,{composed:!0,bubbles:!0}))}}rs.getSlotTemplateHTML=ld;rs.getTooltipContentHTML=dd;u.customElements.get("media-play-button")||u.customElements.define("media-play-button",rs);var gr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},fi=(t,e,i)=>(gr(t,e,"read from private field"),i?i.call(t):e.get(t)),ud=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},gi=(t,e,i,a)=>(gr(t,e,"write to private field"),e.set(t,i),i),ge;function cd(t){return`
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
  `}class ma extends u.HTMLElement{constructor(){if(super(),ud(this,ge,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Se(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[w.MEDIA_CONTROLLER,o.MEDIA_PREVIEW_IMAGE,o.MEDIA_PREVIEW_COORDS]}connectedCallback(){var e,i,a;const s=this.getAttribute(w.MEDIA_CONTROLLER);s&&(gi(this,ge,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=fi(this,ge))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=fi(this,ge))==null?void 0:e.unassociateElement)==null||i.call(e,this),gi(this,ge,null)}attributeChangedCallback(e,i,a){var s,n,r,l,d;[o.MEDIA_PREVIEW_IMAGE,o.MEDIA_PREVIEW_COORDS].includes(e)&&this.update(),e===w.MEDIA_CONTROLLER&&(i&&((n=(s=fi(this,ge))==null?void 0:s.unassociateElement)==null||n.call(s,this),gi(this,ge,null)),a&&this.isConnected&&(gi(this,ge,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=fi(this,ge))==null?void 0:l.associateElement)==null||d.call(l,this)))}get mediaPreviewImage(){return Y(this,o.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){q(this,o.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewCoords(){const e=this.getAttribute(o.MEDIA_PREVIEW_COORDS);if(e)return e.split(/\s+/).map(i=>+i)}set mediaPreviewCoords(e){if(!e){this.removeAttribute(o.MEDIA_PREVIEW_COORDS);return}this.setAttribute(o.MEDIA_PREVIEW_COORDS,e.join(" "))}update(){const e=this.mediaPreviewCoords,i=this.mediaPreviewImage;if(!(e&&i))return;const[a,s,n,r]=e,l=i.split("#")[0],d=getComputedStyle(this),{maxWidth:f,maxHeight:h,minWidth:v,minHeight:m}=d,p=d.getPropertyValue("--media-preview-thumbnail-object-fit").trim()||"contain";let A,_;if(p==="fill"){const ke=parseInt(f)/n,we=parseInt(h)/r,Ot=parseInt(v)/n,We=parseInt(m)/r;A=ke<1?ke:Math.max(ke,Ot),_=we<1?we:Math.max(we,We)}else{const ke=Math.min(parseInt(f)/n,parseInt(h)/r),we=Math.max(parseInt(v)/n,parseInt(m)/r),We=ke<1?ke:we>1?we:1;A=We,_=We}const{style:y}=B(this.shadowRoot,":host"),g=B(this.shadowRoot,"img").style,W=this.shadowRoot.querySelector("img"),Ct=Math.min(A,_)<1?"min":"max";y.setProperty(`${Ct}-width`,"initial","important"),y.setProperty(`${Ct}-height`,"initial","important"),y.width=`${n*A}px`,y.height=`${r*_}px`;const je=()=>{g.width=`${this.imgWidth*A}px`,g.height=`${this.imgHeight*_}px`,g.display="block"};W.src!==l&&(W.onload=()=>{this.imgWidth=W.naturalWidth,this.imgHeight=W.naturalHeight,je(),W.onload=null},W.src=l,je()),je(),g.transform=`translate(-${a*A}px, -${s*_}px)`}}ge=new WeakMap;ma.shadowRootOptions={mode:"open"};ma.getTemplateHTML=cd;u.customElements.get("media-preview-thumbnail")||u.customElements.define("media-preview-thumbnail",ma);var vn=ma,_r=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},_i=(t,e,i)=>(_r(t,e,"read from private field"),i?i.call(t):e.get(t)),hd=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},bi=(t,e,i,a)=>(_r(t,e,"write to private field"),e.set(t,i),i),_e;function md(t,e={}){return`
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
  `}function pd(t,e){return`
    <slot></slot>
  `}class Lt extends u.HTMLElement{constructor(){if(super(),hd(this,_e,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Se(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[w.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===w.MEDIA_CONTROLLER&&(i&&((n=(s=_i(this,_e))==null?void 0:s.unassociateElement)==null||n.call(s,this),bi(this,_e,null)),a&&this.isConnected&&(bi(this,_e,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=_i(this,_e))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i,a;const{style:s}=B(this.shadowRoot,":host");s.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`);const n=this.getAttribute(w.MEDIA_CONTROLLER);n&&(bi(this,_e,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(i=_i(this,_e))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=_i(this,_e))==null?void 0:e.unassociateElement)==null||i.call(e,this),bi(this,_e,null)}}_e=new WeakMap;Lt.shadowRootOptions={mode:"open"};Lt.getTemplateHTML=md;Lt.getSlotTemplateHTML=pd;u.customElements.get("media-text-display")||u.customElements.define("media-text-display",Lt);const En=[{singular:"hour",plural:"hours"},{singular:"minute",plural:"minutes"},{singular:"second",plural:"seconds"}],fn=(t,e)=>{const i=O(t===1?En[e].singular:En[e].plural);return`${t} ${i}`},gn=t=>{if(!Ja(t))return"";const e=Math.abs(t),i=e!==t,a=new Date(0,0,0,0,0,e,0),n=[a.getHours(),a.getMinutes(),a.getSeconds()].map((r,l)=>r&&fn(r,l)).filter(r=>r).join(", ");return i?O("{time} remaining",{time:n}):e===0?fn(0,2):n};function _n(t,e){let i=!1;t<0&&(i=!0,t=0-t),t=t<0?0:t;let a=Math.floor(t%60),s=Math.floor(t/60%60),n=Math.floor(t/3600);const r=Math.floor(e/60%60),l=Math.floor(e/3600);return(isNaN(t)||t===1/0)&&(n=s=a="0"),n=n>0||l>0?n+":":"",s=((n||r>=10)&&s<10?"0"+s:s)+":",a=a<10?"0"+a:a,(i?"-":"")+n+s+a}var br=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},bn=(t,e,i)=>(br(t,e,"read from private field"),i?i.call(t):e.get(t)),vd=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Ed=(t,e,i,a)=>(br(t,e,"write to private field"),e.set(t,i),i),qt;class fd extends Lt{constructor(){super(),vd(this,qt,void 0),Ed(this,qt,this.shadowRoot.querySelector("slot")),bn(this,qt).textContent=_n(0)}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PREVIEW_TIME]}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===o.MEDIA_PREVIEW_TIME&&a!=null&&(bn(this,qt).textContent=_n(parseFloat(a)))}get mediaPreviewTime(){return Re(this,o.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){De(this,o.MEDIA_PREVIEW_TIME,e)}}qt=new WeakMap;u.customElements.get("media-preview-time-display")||u.customElements.define("media-preview-time-display",fd);var os=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},C=(t,e,i)=>(os(t,e,"read from private field"),i?i.call(t):e.get(t)),V=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Ne=(t,e,i,a)=>(os(t,e,"write to private field"),e.set(t,i),i),ue=(t,e,i)=>(os(t,e,"access private method"),i),be,pa,Di,Ci,ce,ji,Oi,Ui,Pi,ls,Ar,xi,Ua,Ni,Pa,ea,ds,xa,Tr,Na,yr,$a,Sr,Fa,kr;function gd(t){return`
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
  `}function _d(t){return""}class Rt extends u.HTMLElement{constructor(){if(super(),V(this,ls),V(this,xi),V(this,Ni),V(this,ea),V(this,xa),V(this,Na),V(this,$a),V(this,Fa),V(this,be,void 0),V(this,pa,void 0),V(this,Di,void 0),V(this,Ci,void 0),V(this,ce,{}),V(this,ji,[]),V(this,Oi,()=>{if(this.range.matches(":focus-visible")){const{style:e}=B(this.shadowRoot,":host");e.setProperty("--_focus-visible-box-shadow","var(--_focus-box-shadow)")}}),V(this,Ui,()=>{const{style:e}=B(this.shadowRoot,":host");e.removeProperty("--_focus-visible-box-shadow")}),V(this,Pi,()=>{const e=this.shadowRoot.querySelector("#segments-clipping");e&&e.parentNode.append(e)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Se(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}this.container=this.shadowRoot.querySelector("#container"),Ne(this,Di,this.shadowRoot.querySelector("#startpoint")),Ne(this,Ci,this.shadowRoot.querySelector("#endpoint")),this.range=this.shadowRoot.querySelector("#range"),this.appearance=this.shadowRoot.querySelector("#appearance")}static get observedAttributes(){return["disabled","aria-disabled",w.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===w.MEDIA_CONTROLLER?(i&&((n=(s=C(this,be))==null?void 0:s.unassociateElement)==null||n.call(s,this),Ne(this,be,null)),a&&this.isConnected&&(Ne(this,be,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=C(this,be))==null?void 0:l.associateElement)==null||d.call(l,this))):(e==="disabled"||e==="aria-disabled"&&i!==a)&&(a==null?(this.range.removeAttribute(e),ue(this,xi,Ua).call(this)):(this.range.setAttribute(e,a),ue(this,Ni,Pa).call(this)))}connectedCallback(){var e,i,a;const{style:s}=B(this.shadowRoot,":host");s.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),C(this,ce).pointer=B(this.shadowRoot,"#pointer"),C(this,ce).progress=B(this.shadowRoot,"#progress"),C(this,ce).thumb=B(this.shadowRoot,'#thumb, ::slotted([slot="thumb"])'),C(this,ce).activeSegment=B(this.shadowRoot,"#segments-clipping rect:nth-child(0)");const n=this.getAttribute(w.MEDIA_CONTROLLER);n&&(Ne(this,be,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(i=C(this,be))==null?void 0:i.associateElement)==null||a.call(i,this)),this.updateBar(),this.shadowRoot.addEventListener("focusin",C(this,Oi)),this.shadowRoot.addEventListener("focusout",C(this,Ui)),ue(this,xi,Ua).call(this),Wn(this.container,C(this,Pi))}disconnectedCallback(){var e,i;ue(this,Ni,Pa).call(this),(i=(e=C(this,be))==null?void 0:e.unassociateElement)==null||i.call(e,this),Ne(this,be,null),this.shadowRoot.removeEventListener("focusin",C(this,Oi)),this.shadowRoot.removeEventListener("focusout",C(this,Ui)),Vn(this.container,C(this,Pi))}updatePointerBar(e){var i;(i=C(this,ce).pointer)==null||i.style.setProperty("width",`${this.getPointerRatio(e)*100}%`)}updateBar(){var e,i;const a=this.range.valueAsNumber*100;(e=C(this,ce).progress)==null||e.style.setProperty("width",`${a}%`),(i=C(this,ce).thumb)==null||i.style.setProperty("left",`${a}%`)}updateSegments(e){const i=this.shadowRoot.querySelector("#segments-clipping");if(i.textContent="",this.container.classList.toggle("segments",!!e?.length),!e?.length)return;const a=[...new Set([+this.range.min,...e.flatMap(n=>[n.start,n.end]),+this.range.max])];Ne(this,ji,[...a]);const s=a.pop();for(const[n,r]of a.entries()){const[l,d]=[n===0,n===a.length-1],f=l?"calc(var(--segments-gap) / -1)":`${r*100}%`,v=`calc(${((d?s:a[n+1])-r)*100}%${l||d?"":" - var(--segments-gap)"})`,m=z.createElementNS("http://www.w3.org/2000/svg","rect"),p=Un(this.shadowRoot,`#segments-clipping rect:nth-child(${n+1})`);p.style.setProperty("x",f),p.style.setProperty("width",v),i.append(m)}}getPointerRatio(e){return Oo(e.clientX,e.clientY,C(this,Di).getBoundingClientRect(),C(this,Ci).getBoundingClientRect())}get dragging(){return this.hasAttribute("dragging")}handleEvent(e){switch(e.type){case"pointermove":ue(this,Fa,kr).call(this,e);break;case"input":this.updateBar();break;case"pointerenter":ue(this,xa,Tr).call(this,e);break;case"pointerdown":ue(this,ea,ds).call(this,e);break;case"pointerup":ue(this,Na,yr).call(this);break;case"pointerleave":ue(this,$a,Sr).call(this);break}}get keysUsed(){return["ArrowUp","ArrowRight","ArrowDown","ArrowLeft"]}}be=new WeakMap;pa=new WeakMap;Di=new WeakMap;Ci=new WeakMap;ce=new WeakMap;ji=new WeakMap;Oi=new WeakMap;Ui=new WeakMap;Pi=new WeakMap;ls=new WeakSet;Ar=function(t){const e=C(this,ce).activeSegment;if(!e)return;const i=this.getPointerRatio(t),s=`#segments-clipping rect:nth-child(${C(this,ji).findIndex((n,r,l)=>{const d=l[r+1];return d!=null&&i>=n&&i<=d})+1})`;(e.selectorText!=s||!e.style.transform)&&(e.selectorText=s,e.style.setProperty("transform","var(--media-range-segment-hover-transform, scaleY(2))"))};xi=new WeakSet;Ua=function(){this.hasAttribute("disabled")||!this.isConnected||(this.addEventListener("input",this),this.addEventListener("pointerdown",this),this.addEventListener("pointerenter",this))};Ni=new WeakSet;Pa=function(){var t,e;this.removeEventListener("input",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointerenter",this),this.removeEventListener("pointerleave",this),(t=u.window)==null||t.removeEventListener("pointerup",this),(e=u.window)==null||e.removeEventListener("pointermove",this)};ea=new WeakSet;ds=function(t){var e;Ne(this,pa,t.composedPath().includes(this.range)),(e=u.window)==null||e.addEventListener("pointerup",this,{once:!0})};xa=new WeakSet;Tr=function(t){var e;t.pointerType!=="mouse"&&ue(this,ea,ds).call(this,t),this.addEventListener("pointerleave",this,{once:!0}),(e=u.window)==null||e.addEventListener("pointermove",this)};Na=new WeakSet;yr=function(){var t;(t=u.window)==null||t.removeEventListener("pointerup",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled")};$a=new WeakSet;Sr=function(){var t,e;this.removeEventListener("pointerleave",this),(t=u.window)==null||t.removeEventListener("pointermove",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled"),(e=C(this,ce).activeSegment)==null||e.style.removeProperty("transform")};Fa=new WeakSet;kr=function(t){t.pointerType==="pen"&&t.buttons===0||(this.toggleAttribute("dragging",t.buttons===1||t.pointerType!=="mouse"),this.updatePointerBar(t),ue(this,ls,Ar).call(this,t),this.dragging&&(t.pointerType!=="mouse"||!C(this,pa))&&(this.range.disabled=!0,this.range.valueAsNumber=this.getPointerRatio(t),this.range.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))))};Rt.shadowRootOptions={mode:"open"};Rt.getTemplateHTML=gd;Rt.getContainerTemplateHTML=_d;u.customElements.get("media-chrome-range")||u.customElements.define("media-chrome-range",Rt);var wr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},bd=(t,e,i)=>(wr(t,e,"read from private field"),i?i.call(t):e.get(t)),Ad=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Td=(t,e,i,a)=>(wr(t,e,"write to private field"),e.set(t,i),i),$i;class yd extends Lt{constructor(){super(),Ad(this,$i,void 0),Td(this,$i,this.shadowRoot.querySelector("slot"))}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PREVIEW_CHAPTER,o.MEDIA_LANG]}attributeChangedCallback(e,i,a){if(super.attributeChangedCallback(e,i,a),(e===o.MEDIA_PREVIEW_CHAPTER||e===o.MEDIA_LANG)&&a!==i&&a!=null)if(bd(this,$i).textContent=a,a!==""){const s=O("chapter: {chapterName}",{chapterName:a});this.setAttribute("aria-valuetext",s)}else this.removeAttribute("aria-valuetext")}get mediaPreviewChapter(){return Y(this,o.MEDIA_PREVIEW_CHAPTER)}set mediaPreviewChapter(e){q(this,o.MEDIA_PREVIEW_CHAPTER,e)}}$i=new WeakMap;u.customElements.get("media-preview-chapter-display")||u.customElements.define("media-preview-chapter-display",yd);var Ir=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},F=(t,e,i)=>(Ir(t,e,"read from private field"),e.get(t)),me=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},j=(t,e,i,a)=>(Ir(t,e,"write to private field"),e.set(t,i),i),Sd=(t,e,i,a)=>({set _(s){j(t,e,s)},get _(){return F(t,e)}}),ut,Fi,ct,Yt,Hi,Bi,Wi,ht,qe,Vi;class kd{constructor(e,i,a){me(this,ut,void 0),me(this,Fi,void 0),me(this,ct,void 0),me(this,Yt,void 0),me(this,Hi,void 0),me(this,Bi,void 0),me(this,Wi,void 0),me(this,ht,void 0),me(this,qe,0),me(this,Vi,(s=performance.now())=>{j(this,qe,requestAnimationFrame(F(this,Vi))),j(this,Yt,performance.now()-F(this,ct));const n=1e3/this.fps;if(F(this,Yt)>n){j(this,ct,s-F(this,Yt)%n);const r=1e3/((s-F(this,Fi))/++Sd(this,Hi)._),l=(s-F(this,Bi))/1e3/this.duration;let d=F(this,Wi)+l*this.playbackRate;d-F(this,ut).valueAsNumber>0?j(this,ht,this.playbackRate/this.duration/r):(j(this,ht,.995*F(this,ht)),d=F(this,ut).valueAsNumber+F(this,ht)),this.callback(d)}}),j(this,ut,e),this.callback=i,this.fps=a}start(){F(this,qe)===0&&(j(this,ct,performance.now()),j(this,Fi,F(this,ct)),j(this,Hi,0),F(this,Vi).call(this))}stop(){F(this,qe)!==0&&(cancelAnimationFrame(F(this,qe)),j(this,qe,0))}update({start:e,duration:i,playbackRate:a}){const s=e-F(this,ut).valueAsNumber,n=Math.abs(i-this.duration);(s>0||s<-.5/i||n>=.5)&&this.callback(e),j(this,Wi,e),j(this,Bi,performance.now()),this.duration=i,this.playbackRate=a}}ut=new WeakMap;Fi=new WeakMap;ct=new WeakMap;Yt=new WeakMap;Hi=new WeakMap;Bi=new WeakMap;Wi=new WeakMap;ht=new WeakMap;qe=new WeakMap;Vi=new WeakMap;var us=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},R=(t,e,i)=>(us(t,e,"read from private field"),i?i.call(t):e.get(t)),N=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ie=(t,e,i,a)=>(us(t,e,"write to private field"),e.set(t,i),i),se=(t,e,i)=>(us(t,e,"access private method"),i),mt,$e,ta,Jt,ia,Ki,si,ni,pt,vt,Qt,Ha,Mr,Ba,aa,cs,sa,hs,na,ms,Wa,Lr,ri,ra,Va,Rr;const wd=t=>{const e=t.range,i=gn(+Dr(t)),a=gn(+t.mediaSeekableEnd),s=i&&a?O("{currentTime} of {totalTime}",{currentTime:i,totalTime:a}):O("video not loaded, unknown time.");e.setAttribute("aria-valuetext",s)};function Id(t){return`
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

      :host(:is([${o.MEDIA_PREVIEW_IMAGE}], [${o.MEDIA_PREVIEW_TIME}])[dragging]) [part~="preview-box"] {
        transition-duration: var(--media-preview-transition-duration-in, .5s);
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        visibility: visible;
        opacity: 1;
      }

      @media (hover: hover) {
        :host(:is([${o.MEDIA_PREVIEW_IMAGE}], [${o.MEDIA_PREVIEW_TIME}]):hover) [part~="preview-box"] {
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

      :host([${o.MEDIA_PREVIEW_IMAGE}][dragging]) media-preview-thumbnail,
      :host([${o.MEDIA_PREVIEW_IMAGE}][dragging]) ::slotted(media-preview-thumbnail) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        visibility: visible;
      }

      @media (hover: hover) {
        :host([${o.MEDIA_PREVIEW_IMAGE}]:hover) media-preview-thumbnail,
        :host([${o.MEDIA_PREVIEW_IMAGE}]:hover) ::slotted(media-preview-thumbnail) {
          transition-delay: var(--media-preview-transition-delay-in, .25s);
          visibility: visible;
        }

        :host([${o.MEDIA_PREVIEW_TIME}]:hover) {
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

      :host([${o.MEDIA_PREVIEW_IMAGE}]) media-preview-chapter-display,
      :host([${o.MEDIA_PREVIEW_IMAGE}]) ::slotted(media-preview-chapter-display) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        border-radius: var(--media-preview-chapter-border-radius, 0);
        padding: var(--media-preview-chapter-padding, 3.5px 9px 0);
        margin: var(--media-preview-chapter-margin, 0);
        min-width: 100%;
      }

      media-preview-chapter-display[${o.MEDIA_PREVIEW_CHAPTER}],
      ::slotted(media-preview-chapter-display[${o.MEDIA_PREVIEW_CHAPTER}]) {
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

      :host([${o.MEDIA_PREVIEW_IMAGE}]) media-preview-time-display,
      :host([${o.MEDIA_PREVIEW_IMAGE}]) ::slotted(media-preview-time-display) {
        transition-delay: var(--media-preview-transition-delay-in, .25s);
        border-radius: var(--media-preview-time-border-radius,
          0 0 var(--media-preview-border-radius) var(--media-preview-border-radius));
        min-width: 100%;
      }

      :host([${o.MEDIA_PREVIEW_TIME}]:hover) {
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
          <template shadowrootmode="${vn.shadowRootOptions.mode}">
            ${vn.getTemplateHTML({})}
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
  `}const Ai=(t,e=t.mediaCurrentTime)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;if(Number.isNaN(a))return 0;const s=(e-i)/(a-i);return Math.max(0,Math.min(s,1))},Dr=(t,e=t.range.valueAsNumber)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;return Number.isNaN(a)?0:e*(a-i)+i};class ps extends Rt{constructor(){super(),N(this,Ha),N(this,aa),N(this,sa),N(this,na),N(this,Wa),N(this,ri),N(this,Va),N(this,mt,null),N(this,$e,void 0),N(this,ta,void 0),N(this,Jt,void 0),N(this,ia,void 0),N(this,Ki,void 0),N(this,si,void 0),N(this,ni,void 0),N(this,pt,void 0),N(this,vt,void 0),N(this,Qt,()=>{se(this,Ha,Mr).call(this)?R(this,$e).start():R(this,$e).stop()}),N(this,Ba,a=>{this.dragging||(Ja(a)&&(this.range.valueAsNumber=a),R(this,vt)||this.updateBar())}),this.shadowRoot.querySelector("#track").insertAdjacentHTML("afterbegin",'<div id="buffered" part="buffered"></div>'),ie(this,ta,this.shadowRoot.querySelectorAll('[part~="box"]')),ie(this,ia,this.shadowRoot.querySelector('[part~="preview-box"]')),ie(this,Ki,this.shadowRoot.querySelector('[part~="current-box"]'));const i=getComputedStyle(this);ie(this,si,parseInt(i.getPropertyValue("--media-box-padding-left"))),ie(this,ni,parseInt(i.getPropertyValue("--media-box-padding-right"))),ie(this,$e,new kd(this.range,R(this,Ba),60))}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PAUSED,o.MEDIA_DURATION,o.MEDIA_SEEKABLE,o.MEDIA_CURRENT_TIME,o.MEDIA_PREVIEW_IMAGE,o.MEDIA_PREVIEW_TIME,o.MEDIA_PREVIEW_CHAPTER,o.MEDIA_BUFFERED,o.MEDIA_PLAYBACK_RATE,o.MEDIA_LOADING,o.MEDIA_ENDED]}connectedCallback(){var e;super.connectedCallback(),this.range.setAttribute("aria-label",O("seek")),R(this,Qt).call(this),ie(this,mt,this.getRootNode()),(e=R(this,mt))==null||e.addEventListener("transitionstart",this)}disconnectedCallback(){var e;super.disconnectedCallback(),R(this,$e).stop(),(e=R(this,mt))==null||e.removeEventListener("transitionstart",this),ie(this,mt,null)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),i!=a&&(e===o.MEDIA_CURRENT_TIME||e===o.MEDIA_PAUSED||e===o.MEDIA_ENDED||e===o.MEDIA_LOADING||e===o.MEDIA_DURATION||e===o.MEDIA_SEEKABLE?(R(this,$e).update({start:Ai(this),duration:this.mediaSeekableEnd-this.mediaSeekableStart,playbackRate:this.mediaPlaybackRate}),R(this,Qt).call(this),wd(this)):e===o.MEDIA_BUFFERED&&this.updateBufferedBar(),(e===o.MEDIA_DURATION||e===o.MEDIA_SEEKABLE)&&(this.mediaChaptersCues=R(this,pt),this.updateBar()))}get mediaChaptersCues(){return R(this,pt)}set mediaChaptersCues(e){var i;ie(this,pt,e),this.updateSegments((i=R(this,pt))==null?void 0:i.map(a=>({start:Ai(this,a.startTime),end:Ai(this,a.endTime)})))}get mediaPaused(){return M(this,o.MEDIA_PAUSED)}set mediaPaused(e){L(this,o.MEDIA_PAUSED,e)}get mediaLoading(){return M(this,o.MEDIA_LOADING)}set mediaLoading(e){L(this,o.MEDIA_LOADING,e)}get mediaDuration(){return Re(this,o.MEDIA_DURATION)}set mediaDuration(e){De(this,o.MEDIA_DURATION,e)}get mediaCurrentTime(){return Re(this,o.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){De(this,o.MEDIA_CURRENT_TIME,e)}get mediaPlaybackRate(){return Re(this,o.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){De(this,o.MEDIA_PLAYBACK_RATE,e)}get mediaBuffered(){const e=this.getAttribute(o.MEDIA_BUFFERED);return e?e.split(" ").map(i=>i.split(":").map(a=>+a)):[]}set mediaBuffered(e){if(!e){this.removeAttribute(o.MEDIA_BUFFERED);return}const i=e.map(a=>a.join(":")).join(" ");this.setAttribute(o.MEDIA_BUFFERED,i)}get mediaSeekable(){const e=this.getAttribute(o.MEDIA_SEEKABLE);if(e)return e.split(":").map(i=>+i)}set mediaSeekable(e){if(e==null){this.removeAttribute(o.MEDIA_SEEKABLE);return}this.setAttribute(o.MEDIA_SEEKABLE,e.join(":"))}get mediaSeekableEnd(){var e;const[,i=this.mediaDuration]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaSeekableStart(){var e;const[i=0]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaPreviewImage(){return Y(this,o.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){q(this,o.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewTime(){return Re(this,o.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){De(this,o.MEDIA_PREVIEW_TIME,e)}get mediaEnded(){return M(this,o.MEDIA_ENDED)}set mediaEnded(e){L(this,o.MEDIA_ENDED,e)}updateBar(){super.updateBar(),this.updateBufferedBar(),this.updateCurrentBox()}updateBufferedBar(){var e;const i=this.mediaBuffered;if(!i.length)return;let a;if(this.mediaEnded)a=1;else{const n=this.mediaCurrentTime,[,r=this.mediaSeekableStart]=(e=i.find(([l,d])=>l<=n&&n<=d))!=null?e:[];a=Ai(this,r)}const{style:s}=B(this.shadowRoot,"#buffered");s.setProperty("width",`${a*100}%`)}updateCurrentBox(){if(!this.shadowRoot.querySelector('slot[name="current"]').assignedElements().length)return;const i=B(this.shadowRoot,"#current-rail"),a=B(this.shadowRoot,'[part~="current-box"]'),s=se(this,aa,cs).call(this,R(this,Ki)),n=se(this,sa,hs).call(this,s,this.range.valueAsNumber),r=se(this,na,ms).call(this,s,this.range.valueAsNumber);i.style.transform=`translateX(${n})`,i.style.setProperty("--_range-width",`${s.range.width}`),a.style.setProperty("--_box-shift",`${r}`),a.style.setProperty("--_box-width",`${s.box.width}px`),a.style.setProperty("visibility","initial")}handleEvent(e){switch(super.handleEvent(e),e.type){case"input":se(this,Va,Rr).call(this);break;case"pointermove":se(this,Wa,Lr).call(this,e);break;case"pointerup":R(this,vt)&&ie(this,vt,!1);break;case"pointerdown":ie(this,vt,!0);break;case"pointerleave":se(this,ri,ra).call(this,null);break;case"transitionstart":Mt(e.target,this)&&setTimeout(()=>R(this,Qt).call(this),0);break}}}mt=new WeakMap;$e=new WeakMap;ta=new WeakMap;Jt=new WeakMap;ia=new WeakMap;Ki=new WeakMap;si=new WeakMap;ni=new WeakMap;pt=new WeakMap;vt=new WeakMap;Qt=new WeakMap;Ha=new WeakSet;Mr=function(){return this.isConnected&&!this.mediaPaused&&!this.mediaLoading&&!this.mediaEnded&&this.mediaSeekableEnd>0&&On(this)};Ba=new WeakMap;aa=new WeakSet;cs=function(t){var e;const a=((e=this.getAttribute("bounds")?oi(this,`#${this.getAttribute("bounds")}`):this.parentElement)!=null?e:this).getBoundingClientRect(),s=this.range.getBoundingClientRect(),n=t.offsetWidth,r=-(s.left-a.left-n/2),l=a.right-s.left-n/2;return{box:{width:n,min:r,max:l},bounds:a,range:s}};sa=new WeakSet;hs=function(t,e){let i=`${e*100}%`;const{width:a,min:s,max:n}=t.box;if(!a)return i;if(Number.isNaN(s)||(i=`max(${`calc(1 / var(--_range-width) * 100 * ${s}% + var(--media-box-padding-left))`}, ${i})`),!Number.isNaN(n)){const l=`calc(1 / var(--_range-width) * 100 * ${n}% - var(--media-box-padding-right))`;i=`min(${i}, ${l})`}return i};na=new WeakSet;ms=function(t,e){const{width:i,min:a,max:s}=t.box,n=e*t.range.width;if(n<a+R(this,si)){const r=t.range.left-t.bounds.left-R(this,si);return`${n-i/2+r}px`}if(n>s-R(this,ni)){const r=t.bounds.right-t.range.right-R(this,ni);return`${n+i/2-r-t.range.width}px`}return 0};Wa=new WeakSet;Lr=function(t){const e=[...R(this,ta)].some(h=>t.composedPath().includes(h));if(!this.dragging&&(e||!t.composedPath().includes(this))){se(this,ri,ra).call(this,null);return}const i=this.mediaSeekableEnd;if(!i)return;const a=B(this.shadowRoot,"#preview-rail"),s=B(this.shadowRoot,'[part~="preview-box"]'),n=se(this,aa,cs).call(this,R(this,ia));let r=(t.clientX-n.range.left)/n.range.width;r=Math.max(0,Math.min(1,r));const l=se(this,sa,hs).call(this,n,r),d=se(this,na,ms).call(this,n,r);a.style.transform=`translateX(${l})`,a.style.setProperty("--_range-width",`${n.range.width}`),s.style.setProperty("--_box-shift",`${d}`),s.style.setProperty("--_box-width",`${n.box.width}px`);const f=Math.round(R(this,Jt))-Math.round(r*i);Math.abs(f)<1&&r>.01&&r<.99||(ie(this,Jt,r*i),se(this,ri,ra).call(this,R(this,Jt)))};ri=new WeakSet;ra=function(t){this.dispatchEvent(new u.CustomEvent(b.MEDIA_PREVIEW_REQUEST,{composed:!0,bubbles:!0,detail:t}))};Va=new WeakSet;Rr=function(){R(this,$e).stop();const t=Dr(this);this.dispatchEvent(new u.CustomEvent(b.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:t}))};ps.shadowRootOptions={mode:"open"};ps.getContainerTemplateHTML=Id;u.customElements.get("media-time-range")||u.customElements.define("media-time-range",ps);var Md=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},An=(t,e,i)=>(Md(t,e,"read from private field"),i?i.call(t):e.get(t)),Ld=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Gi;const Rd=1,Dd=t=>t.mediaMuted?0:t.mediaVolume,Cd=t=>`${Math.round(t*100)}%`;class Od extends Rt{constructor(){super(...arguments),Ld(this,Gi,()=>{const e=this.range.value,i=new u.CustomEvent(b.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(i)})}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_VOLUME,o.MEDIA_MUTED,o.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute("aria-label",O("volume")),this.range.addEventListener("input",An(this,Gi))}disconnectedCallback(){this.range.removeEventListener("input",An(this,Gi)),super.disconnectedCallback()}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),(e===o.MEDIA_VOLUME||e===o.MEDIA_MUTED)&&(this.range.valueAsNumber=Dd(this),this.range.setAttribute("aria-valuetext",Cd(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return Re(this,o.MEDIA_VOLUME,Rd)}set mediaVolume(e){De(this,o.MEDIA_VOLUME,e)}get mediaMuted(){return M(this,o.MEDIA_MUTED)}set mediaMuted(e){L(this,o.MEDIA_MUTED,e)}get mediaVolumeUnavailable(){return Y(this,o.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(e){q(this,o.MEDIA_VOLUME_UNAVAILABLE,e)}}Gi=new WeakMap;u.customElements.get("media-volume-range")||u.customElements.define("media-volume-range",Od);const Ud=["aria-label"],Pd=["src","poster"],xd=["src"],Nd={class:"time","aria-hidden":"true"},$d={key:0,class:"fault",role:"alert"},Fd=wt({__name:"FilmPlayer",props:{src:{},title:{},poster:{},tiles:{}},emits:["time"],setup(t,{expose:e,emit:i}){const a=t,s=i,n=G(),r=G(""),l=G(0),d=G(0),f=G(1),h=[1,1.5,2,.5],v=G("");He(()=>a.tiles,y=>{URL.revokeObjectURL(v.value),v.value=URL.createObjectURL(new Blob([eo(y.list)],{type:"text/vtt"}))},{immediate:!0}),Sn(()=>URL.revokeObjectURL(v.value)),He(()=>a.src,()=>r.value="");const m=ae(()=>`Video: ${a.title}`);function p(y){n.value&&(n.value.currentTime=y)}function A(){l.value=n.value?.currentTime??0,d.value=n.value?.duration||0,s("time",l.value)}function _(){f.value=h[(h.indexOf(f.value)+1)%h.length]??1,n.value&&(n.value.playbackRate=f.value)}return e({seek:p}),(y,g)=>(ee(),ne(Yr,null,[k("media-controller",{class:"film","aria-label":m.value},[k("video",{ref_key:"video",ref:n,slot:"media",src:t.src,poster:t.poster,preload:"metadata",playsinline:"",onTimeupdate:A,onSeeking:A,onLoadedmetadata:g[0]||(g[0]=W=>d.value=n.value?.duration||0),onError:g[1]||(g[1]=W=>r.value="This browser cannot play the video, or cannot reach it.")},[(ee(),ne("track",{key:v.value,kind:"metadata",label:"thumbnails",default:"",src:v.value},null,8,xd))],40,Pd),g[8]||(g[8]=k("media-loading-indicator",{slot:"centered-chrome",noautohide:""},null,-1)),g[9]||(g[9]=k("media-control-bar",{class:"seek"},[k("media-time-range",null,[k("media-preview-thumbnail",{slot:"preview"}),k("media-preview-time-display",{slot:"preview"})])],-1)),k("media-control-bar",null,[g[3]||(g[3]=k("media-play-button",null,null,-1)),g[4]||(g[4]=k("media-mute-button",null,null,-1)),g[5]||(g[5]=k("media-volume-range",{class:"volume"},null,-1)),k("span",Nd,Te(Xe(Ze)(l.value))+" / "+Te(Xe(Ze)(d.value)),1),g[6]||(g[6]=k("span",{class:"space"},null,-1)),k("button",{class:"rate",type:"button",keysused:"Enter Space",onClick:_},[In(Te(f.value)+"×",1),g[2]||(g[2]=k("span",{class:"unseen"}," speed",-1))]),g[7]||(g[7]=k("media-fullscreen-button",null,null,-1))])],8,Ud),r.value?(ee(),ne("p",$d,Te(r.value),1)):gt("",!0)],64))}}),Hd=It(Fd,[["__scopeId","data-v-1eba840c"]]),Bd={class:"player"},Wd={"aria-labelledby":"snippets"},Vd=wt({__name:"BookPlayer",props:{book:{}},setup(t){const e=t,i=G(),a=ae(()=>Math.floor(jt(e.book)/2)),s=G(a.value),n=G(null),r=Tn(new Ks(Ln(e.book))),l=ae(()=>bt(e.book,a.value)),d=ae(()=>qi(e.book.cells,n.value??s.value)?.start);He(()=>[e.book.base,e.book.storyboard,e.book.duration,e.book.snippet],async()=>{const{book:h}=e;s.value=Math.min(s.value,jt(h)-1);const v=await so(h);h.base===e.book.base&&(r.value=new Ks(v))},{immediate:!0});function f(h){s.value=h,e.book.video!==null&&(n.value=h,i.value?.seek(h))}return He(s,()=>n.value=null,{flush:"sync"}),(h,v)=>(ee(),ne("div",Bd,[t.book.video?(ee(),Qr(Hd,{key:0,ref_key:"film",ref:i,src:t.book.video,title:t.book.title,poster:l.value,tiles:r.value,onTime:v[0]||(v[0]=m=>n.value=m)},null,8,["src","title","poster","tiles"])):gt("",!0),k("section",Wd,[v[2]||(v[2]=k("h2",{id:"snippets"},"Snippets",-1)),_t(zr,{cells:t.book.cells,base:t.book.base,last:t.book.last,current:d.value,label:"Snippets",pickable:"",onPick:f},null,8,["cells","base","last","current"])]),_t(wo,{modelValue:s.value,"onUpdate:modelValue":v[1]||(v[1]=m=>s.value=m),book:t.book,tiles:r.value},null,8,["modelValue","book","tiles"])]))}}),eu=It(Vd,[["__scopeId","data-v-bf5081e6"]]);export{eu as B,Xd as b,zd as c};
