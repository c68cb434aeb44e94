import{s as Fr,e as Ka,g as Hr,l as Br,t as Se,r as F,u as et,f as ga,n as Wr,a as yn}from"./naming-DP32M3Nr.js";import{e as tt,j as Ws,g as Vr}from"./media-GY4Dtbf0.js";import{d as Lt,b as Kr,m as Oe,c as j,a as w,h as At,o as Z,_ as Rt,B as kn,n as qi,q as Ga,v as Gr,C as Sn,f as Tt,g as wn,l as oe,e as qr,F as Yr,i as Qr}from"./_plugin-vue_export-helper-CiXN7tf5.js";import{S as zr}from"./SnippetStrip-CMpNaqwP.js";function Jd(t,e){const i=Math.max(1,Math.ceil(t/e));return Array.from({length:i},(a,s)=>{const n=s*e;return{start:n,end:Math.min(n+e,t),state:"done",error:null}})}function jd(t,e){if(t.base===null||t.duration===null||t.snippet===null)return null;const{title:i,base:a,snippet:s,duration:n,video:r,storyboard:l}=t;return{title:i,base:a,last:Br(t.name),snippet:s,duration:n,cells:e,video:r,storyboard:l}}function jt(t){return Math.max(1,Math.ceil(t.duration-1e-6))}function Xr(t,e){return Hr(t.base,t.last,Ka(e,t.snippet))}function yt(t,e){return Fr(t.base,t.last,Ka(e,t.snippet),e)}function Yi(t,e){return t.findLast(i=>i.start<=e)??t[0]}class In{constructor(e,i,a=()=>{}){this.limit=e,this.parallel=i,this.onSettled=a}ready=new Map;loading=new Map;failed=new Set;queue=[];get(e){const i=this.ready.get(e);return i===void 0?null:(this.ready.delete(e),this.ready.set(e,i),i)}hasFailed(e){return this.failed.has(e)}want(e){const i=new Set(e);for(const[a,s]of this.loading)i.has(a)||(this.loading.delete(a),s.removeAttribute("src"));this.queue=e.filter(a=>!this.ready.has(a)&&!this.loading.has(a)&&!this.failed.has(a)),this.next()}forgive(){this.failed.clear()}next(){for(;this.loading.size<this.parallel;){const e=this.queue.shift();if(e===void 0)return;this.load(e)}}load(e){const i=new Image;i.decoding="async",i.fetchPriority="high",this.loading.set(e,i),i.src=e,i.decode().then(()=>this.settle(e,i,!0),()=>this.settle(e,i,!1))}settle(e,i,a){this.loading.get(e)===i&&(this.loading.delete(e),a?this.keep(e,i):this.failed.add(e),this.next(),this.onSettled(e))}keep(e,i){this.ready.set(e,i);for(const a of this.ready.keys()){if(this.ready.size<=this.limit)return;this.ready.delete(a)}}}const Zr=/^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/,Jr=/^(.*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;function jr(t,e){const i=[],a=t.replace(/\r\n?/g,`
`).split(`
`);return a.forEach((s,n)=>{const r=Zr.exec(s),l=r&&Jr.exec(a[n+1]?.trim()??"");if(!r||!l)return;const[d=0,f=0,m=0,v=0]=l.slice(2).map(Number),h=new URL(l[1]??"",e).href;i.push({start:Vs(r[1]),end:Vs(r[2]),url:h,x:d,y:f,width:m,height:v})}),i.sort((s,n)=>s.start-n.start)}function eo(t){return[`WEBVTT
`,...t.map(({start:i,end:a,url:s,x:n,y:r,width:l,height:d})=>`${Ks(i)} --> ${Ks(a)}
${s}#xywh=${n},${r},${l},${d}
`)].join(`
`)}function to(t,e){let i=0,a=t.length-1;for(;i<a;){const s=Math.ceil((i+a)/2);(t[s]?.start??0)<=e?i=s:a=s-1}return t[i]}function Vs(t=""){return t.split(":").reduce((e,i)=>e*60+Number(i),0)}function Ks(t){const e=Math.round(t*1e3),i=s=>String(Math.floor(s)).padStart(2,"0");return`${`${i(e/36e5)}:${i(e/6e4%60)}:${i(e/1e3%60)}`}.${String(e%1e3).padStart(3,"0")}`}const io=128,ao=24,so=3;class Gs{constructor(e){this.list=e,this.urls=[...new Set(e.map(i=>i.url))],this.placed=e.every(i=>i.width>0)}placed;listeners=new Set;sheets=new In(io,4,()=>this.listeners.forEach(e=>e()));urls;listen(e){return this.listeners.add(e),()=>this.listeners.delete(e)}at(e){return to(this.list,e)}near(e){const i=this.at(e);if(i===void 0)return;const a=this.urls.indexOf(i.url),s=[a],n=this.placed?ao:so;for(let r=1;r<=n;r+=1)s.push(a+r,a-r);this.sheets.want(s.flatMap(r=>this.urls[r]??[]))}draw(e,i){const a=this.at(i),s=a&&this.sheets.get(a.url);if(!a||!s)return!1;const n=a.width||s.naturalWidth,r=a.height||s.naturalHeight,l=Math.min(n,320);return e.width=l,e.height=Math.round(l*r/n),e.getContext("2d")?.drawImage(s,a.x,a.y,n,r,0,0,e.width,e.height),e.dataset.start=String(a.start),!0}}function Mn(t){return Array.from({length:jt(t)},(e,i)=>{const a=Math.min(i+1,t.duration);return{start:i,end:a,url:yt(t,i),x:0,y:0,width:0,height:0}})}async function no(t){if(t.storyboard!==null)try{const e=await fetch(t.storyboard),i=e.ok?jr(await e.text(),new URL(t.storyboard,document.baseURI).href):[];if(i.length>0)return i}catch{}return Mn(t)}const qs=8,Ys=2;function ro(t,e,i){const a=[t];if(e===0)for(let s=1;s<=(qs+Ys)/2;s+=1)a.push(t+s,t-s);else{for(let s=1;s<=qs;s+=1)a.push(t+s*e);for(let s=1;s<=Ys;s+=1)a.push(t-s*Math.sign(e))}return a.filter(s=>s>=0&&s<i)}const oo=["data-second"],lo={key:0,class:"missing"},uo=40,co=4,ho=Lt({__name:"FreezeFrame",props:{book:{},second:{},tiles:{}},setup(t){const e=t,i=F(),a=F(),s=F(""),n=new In(uo,co,m=>{m===yt(e.book,e.second)&&r()});function r(){const{book:m,second:v}=e,h=yt(m,v),p=n.get(h);s.value=p===null?d(v,h):"";const b=i.value?.querySelector("img");if(p===null){b?.remove(),a.value&&e.tiles.draw(a.value,v);return}p.alt=`Freeze frame of second ${v}`,p.dataset.second=String(v),b!==p&&(b?.remove(),i.value?.append(p))}function l(m){return Yi(e.book.cells,m)?.state==="done"}function d(m,v){const h=Yi(e.book.cells,m);return h?.state==="waiting"?`Second ${m} is still to be made`:h?.state==="failed"?`Second ${m} could not be made`:n.hasFailed(v)?`There is no freeze frame of second ${m}`:""}function f(m,v){const h=ro(m,m-v,jt(e.book));n.want(h.filter(l).map(p=>yt(e.book,p))),e.tiles.near(m),r()}return Kr(()=>f(e.second,e.second)),Oe(()=>e.second,f,{flush:"sync"}),Oe(()=>e.tiles,(m,v,h)=>h(m.listen(r)),{immediate:!0}),Oe(()=>[e.book,e.tiles],()=>{n.forgive(),f(e.second,e.second)}),(m,v)=>(Z(),j("div",{ref_key:"stage",ref:i,class:"stage","data-role":"still","data-second":t.second},[w("canvas",{ref_key:"rough",ref:a,width:"16",height:"9","aria-hidden":"true"},null,512),s.value?(Z(),j("p",lo,Se(s.value),1)):At("",!0)],8,oo))}}),mo=Rt(ho,[["__scopeId","data-v-f1fdd460"]]),po={class:"figures"},vo=["max","aria-label","aria-valuetext"],Qs=22,Eo=Lt({__name:"ScrubBar",props:Sn({last:{},tiles:{},label:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,i=kn(t,"modelValue"),a=F(),s=F(),n=yn(null),r=F(!1);Oe(()=>e.tiles,(f,m,v)=>{v(f.listen(l)),f.near(i.value)},{immediate:!0});function l(){n.value&&a.value&&(r.value=e.tiles.draw(a.value,n.value.time))}function d(f){const m=s.value?.getBoundingClientRect();if(!m)return;const v=(f.clientX-m.left-Qs/2)/(m.width-Qs),h=Math.round(Math.min(1,Math.max(0,v))*e.last),p=Math.min(84,m.width/2);n.value={time:h,x:Math.min(m.width-p,Math.max(p,f.clientX-m.left))},e.tiles.near(h),l()}return(f,m)=>(Z(),j("div",{ref_key:"track",ref:s,class:"scrub",onPointermove:d,onPointerdown:d,onPointerleave:m[1]||(m[1]=v=>n.value=null)},[qi(w("div",{class:Wr(["tip",{drawn:r.value}]),style:ga({left:`${n.value?.x??0}px`}),"aria-hidden":"true"},[w("canvas",{ref_key:"canvas",ref:a,"data-role":"tile",width:"160",height:"90"},null,512),w("span",po,Se(et(tt)(n.value?.time??0)),1)],6),[[Ga,n.value]]),qi(w("input",{"onUpdate:modelValue":m[0]||(m[0]=v=>i.value=v),type:"range",min:"0",max:t.last,step:"1","aria-label":t.label,"aria-valuetext":`second ${i.value}, ${et(tt)(i.value)}`,style:ga({"--share":t.last?i.value/t.last:0})},null,12,vo),[[Gr,i.value,void 0,{number:!0}]])],544))}}),fo=Rt(Eo,[["__scopeId","data-v-819351ac"]]),go=["data-second","data-start"],_o=["src","alt","data-second"],bo={key:1,class:"missing"},Ao=Lt({__name:"SnippetGif",props:{book:{},second:{}},setup(t){const e=t,i=F(!1),a=F(!1),s=oe(()=>!Ws.value||i.value),n=oe(()=>Ka(e.second,e.book.snippet)),r=oe(()=>yt(e.book,n.value)),l=oe(()=>Yi(e.book.cells,e.second)),d=oe(()=>l.value?.state==="done"),f=oe(()=>s.value?Xr(e.book,e.second):r.value),m=oe(()=>{const v=l.value?.end??n.value+e.book.snippet;return`${s.value?"Animated snippet":"Still of the snippet"} ${tt(n.value)} to ${tt(v)}, which holds second ${e.second}`});return Oe(f,()=>a.value=!1),(v,h)=>(Z(),j("div",{class:"stage","data-role":"gif","data-second":t.second,"data-start":n.value},[d.value?qi((Z(),j("img",{key:f.value,src:f.value,alt:m.value,"data-second":t.second,style:ga({backgroundImage:`url(${JSON.stringify(r.value)})`}),onError:h[0]||(h[0]=p=>a.value=!0)},null,44,_o)),[[Ga,!a.value]]):At("",!0),!d.value||a.value?(Z(),j("p",bo," No GIF of second "+Se(t.second)+Se(l.value?.state==="waiting"?" yet":""),1)):At("",!0),et(Ws)&&!i.value?(Z(),j("button",{key:2,class:"button ask",type:"button",onClick:h[1]||(h[1]=p=>i.value=!0)},[Tt(et(Vr)),h[2]||(h[2]=wn("Play GIF",-1))])):At("",!0)],8,go))}}),To=Rt(Ao,[["__scopeId","data-v-4b4e1608"]]),yo={class:"every","aria-labelledby":"every-second"},ko={class:"soft figures","data-role":"second"},So={class:"pair"},wo=Lt({__name:"EverySecond",props:Sn({book:{},tiles:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,i=kn(t,"modelValue"),a=oe(()=>jt(e.book)-1);return(s,n)=>(Z(),j("section",yo,[w("header",null,[n[1]||(n[1]=w("h2",{id:"every-second"},"Every second",-1)),w("p",ko,"second "+Se(i.value)+" · "+Se(et(tt)(i.value)),1)]),w("div",So,[w("figure",null,[Tt(mo,{book:t.book,second:i.value,tiles:t.tiles},null,8,["book","second","tiles"]),n[2]||(n[2]=w("figcaption",{class:"soft small"},"Freeze frame of this second",-1))]),w("figure",null,[Tt(To,{book:t.book,second:i.value},null,8,["book","second"]),n[3]||(n[3]=w("figcaption",{class:"soft small"},"GIF of its snippet",-1))])]),Tt(fo,{modelValue:i.value,"onUpdate:modelValue":n[0]||(n[0]=r=>i.value=r),last:a.value,tiles:t.tiles,label:"Second of the video"},null,8,["modelValue","last","tiles"])]))}}),Io=Rt(wo,[["__scopeId","data-v-fabf4b4c"]]),_={MEDIA_PLAY_REQUEST:"mediaplayrequest",MEDIA_PAUSE_REQUEST:"mediapauserequest",MEDIA_MUTE_REQUEST:"mediamuterequest",MEDIA_UNMUTE_REQUEST:"mediaunmuterequest",MEDIA_LOOP_REQUEST:"medialooprequest",MEDIA_VOLUME_REQUEST:"mediavolumerequest",MEDIA_SEEK_REQUEST:"mediaseekrequest",MEDIA_AIRPLAY_REQUEST:"mediaairplayrequest",MEDIA_ENTER_FULLSCREEN_REQUEST:"mediaenterfullscreenrequest",MEDIA_EXIT_FULLSCREEN_REQUEST:"mediaexitfullscreenrequest",MEDIA_PREVIEW_REQUEST:"mediapreviewrequest",MEDIA_ENTER_PIP_REQUEST:"mediaenterpiprequest",MEDIA_EXIT_PIP_REQUEST:"mediaexitpiprequest",MEDIA_ENTER_CAST_REQUEST:"mediaentercastrequest",MEDIA_EXIT_CAST_REQUEST:"mediaexitcastrequest",MEDIA_SHOW_TEXT_TRACKS_REQUEST:"mediashowtexttracksrequest",MEDIA_HIDE_TEXT_TRACKS_REQUEST:"mediahidetexttracksrequest",MEDIA_SHOW_SUBTITLES_REQUEST:"mediashowsubtitlesrequest",MEDIA_DISABLE_SUBTITLES_REQUEST:"mediadisablesubtitlesrequest",MEDIA_TOGGLE_SUBTITLES_REQUEST:"mediatogglesubtitlesrequest",MEDIA_PLAYBACK_RATE_REQUEST:"mediaplaybackraterequest",MEDIA_RENDITION_REQUEST:"mediarenditionrequest",MEDIA_AUDIO_TRACK_REQUEST:"mediaaudiotrackrequest",MEDIA_SEEK_TO_LIVE_REQUEST:"mediaseektoliverequest",REGISTER_MEDIA_STATE_RECEIVER:"registermediastatereceiver",UNREGISTER_MEDIA_STATE_RECEIVER:"unregistermediastatereceiver"},I={MEDIA_CHROME_ATTRIBUTES:"mediachromeattributes",MEDIA_CONTROLLER:"mediacontroller"},Ln={MEDIA_AIRPLAY_UNAVAILABLE:"mediaAirplayUnavailable",MEDIA_AUDIO_TRACK_ENABLED:"mediaAudioTrackEnabled",MEDIA_AUDIO_TRACK_LIST:"mediaAudioTrackList",MEDIA_AUDIO_TRACK_UNAVAILABLE:"mediaAudioTrackUnavailable",MEDIA_BUFFERED:"mediaBuffered",MEDIA_CAST_UNAVAILABLE:"mediaCastUnavailable",MEDIA_CHAPTERS_CUES:"mediaChaptersCues",MEDIA_CURRENT_TIME:"mediaCurrentTime",MEDIA_DURATION:"mediaDuration",MEDIA_ENDED:"mediaEnded",MEDIA_ERROR:"mediaError",MEDIA_ERROR_CODE:"mediaErrorCode",MEDIA_ERROR_MESSAGE:"mediaErrorMessage",MEDIA_FULLSCREEN_UNAVAILABLE:"mediaFullscreenUnavailable",MEDIA_HAS_PLAYED:"mediaHasPlayed",MEDIA_HEIGHT:"mediaHeight",MEDIA_IS_AIRPLAYING:"mediaIsAirplaying",MEDIA_IS_CASTING:"mediaIsCasting",MEDIA_IS_FULLSCREEN:"mediaIsFullscreen",MEDIA_IS_PIP:"mediaIsPip",MEDIA_LOADING:"mediaLoading",MEDIA_MUTED:"mediaMuted",MEDIA_LOOP:"mediaLoop",MEDIA_PAUSED:"mediaPaused",MEDIA_PIP_UNAVAILABLE:"mediaPipUnavailable",MEDIA_PLAYBACK_RATE:"mediaPlaybackRate",MEDIA_PREVIEW_CHAPTER:"mediaPreviewChapter",MEDIA_PREVIEW_COORDS:"mediaPreviewCoords",MEDIA_PREVIEW_IMAGE:"mediaPreviewImage",MEDIA_PREVIEW_TIME:"mediaPreviewTime",MEDIA_RENDITION_LIST:"mediaRenditionList",MEDIA_RENDITION_SELECTED:"mediaRenditionSelected",MEDIA_RENDITION_UNAVAILABLE:"mediaRenditionUnavailable",MEDIA_SEEKABLE:"mediaSeekable",MEDIA_STREAM_TYPE:"mediaStreamType",MEDIA_SUBTITLES_LIST:"mediaSubtitlesList",MEDIA_SUBTITLES_SHOWING:"mediaSubtitlesShowing",MEDIA_TARGET_LIVE_WINDOW:"mediaTargetLiveWindow",MEDIA_TIME_IS_LIVE:"mediaTimeIsLive",MEDIA_VOLUME:"mediaVolume",MEDIA_VOLUME_LEVEL:"mediaVolumeLevel",MEDIA_VOLUME_UNAVAILABLE:"mediaVolumeUnavailable",MEDIA_LANG:"mediaLang",MEDIA_WIDTH:"mediaWidth"},Rn=Object.entries(Ln),o=Rn.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{}),Mo={USER_INACTIVE_CHANGE:"userinactivechange",BREAKPOINTS_CHANGE:"breakpointchange",BREAKPOINTS_COMPUTED:"breakpointscomputed"},wt=Rn.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{...Mo});Object.entries(wt).reduce((t,[e,i])=>{const a=o[e];return a&&(t[i]=a),t},{userinactivechange:"userinactive"});const Lo=Object.entries(o).reduce((t,[e,i])=>{const a=wt[e];return a&&(t[i]=a),t},{userinactive:"userinactivechange"}),we={SUBTITLES:"subtitles",CAPTIONS:"captions",CHAPTERS:"chapters",METADATA:"metadata"},kt={DISABLED:"disabled",SHOWING:"showing"},fa={MOUSE:"mouse",PEN:"pen",TOUCH:"touch"},ie={UNAVAILABLE:"unavailable",UNSUPPORTED:"unsupported"},ke={LIVE:"live",ON_DEMAND:"on-demand",UNKNOWN:"unknown"},Ro={FULLSCREEN:"fullscreen"};function Ie(t){const e={};for(const i of t)e[i.name]=i.value;return e}function Do(t){var e;return(e=Co(t))!=null?e:oi(t,"media-controller")}function Co(t){var e;const{MEDIA_CONTROLLER:i}=I,a=t.getAttribute(i);if(a)return(e=Oo(t))==null?void 0:e.getElementById(a)}const Dt=(t,e)=>!t||!e?!1:t?.contains(e)?!0:Dt(t,e.getRootNode().host),oi=(t,e)=>{if(!t)return null;const i=t.closest(e);return i||oi(t.getRootNode().host,e)};function Dn(t=document){var e;const i=t?.activeElement;return i?(e=Dn(i.shadowRoot))!=null?e:i:null}function Oo(t){var e;const i=(e=t?.getRootNode)==null?void 0:e.call(t);return i instanceof ShadowRoot||i instanceof Document?i:null}function Cn(t,{depth:e=3,checkOpacity:i=!0,checkVisibilityCSS:a=!0}={}){if(t.checkVisibility)return t.checkVisibility({checkOpacity:i,checkVisibilityCSS:a});let s=t;for(;s&&e>0;){const n=getComputedStyle(s);if(i&&n.opacity==="0"||a&&n.visibility==="hidden"||n.display==="none")return!1;s=s.parentElement,e--}return!0}function Uo(t,e,i,a){const s=a.x-i.x,n=a.y-i.y,r=s*s+n*n;if(r===0)return 0;const l=((t-i.x)*s+(e-i.y)*n)/r;return Math.max(0,Math.min(1,l))}function K(t,e){const i=Po(t,a=>a===e);return i||On(t,e)}function Po(t,e){var i,a;let s;for(s of(i=t.querySelectorAll("style:not([media])"))!=null?i:[]){let n;try{n=(a=s.sheet)==null?void 0:a.cssRules}catch{continue}for(const r of n??[])if(e(r.selectorText))return r}}function On(t,e){var i,a;const s=(i=t.querySelectorAll("style:not([media])"))!=null?i:[],n=s?.[s.length-1];if(!n?.sheet)return console.warn("Media Chrome: No style sheet found on style tag of",t),{style:{setProperty:()=>{},removeProperty:()=>"",getPropertyValue:()=>""}};const r=n?.sheet.insertRule(`${e}{}`,n.sheet.cssRules.length);return(a=n.sheet.cssRules)==null?void 0:a[r]}function De(t,e,i=Number.NaN){const a=t.getAttribute(e);return a!=null?+a:i}function Ce(t,e,i){const a=+i;if(i==null||Number.isNaN(a)){t.hasAttribute(e)&&t.removeAttribute(e);return}De(t,e,void 0)!==a&&t.setAttribute(e,`${a}`)}function L(t,e){return t.hasAttribute(e)}function R(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}L(t,e)!=i&&t.toggleAttribute(e,i)}function Q(t,e,i=null){var a;return(a=t.getAttribute(e))!=null?a:i}function Y(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}const a=`${i}`;Q(t,e,void 0)!==a&&t.setAttribute(e,a)}class Un{addEventListener(){}removeEventListener(){}dispatchEvent(){return!0}}class Pn extends Un{}class zs extends Pn{constructor(){super(...arguments),this.role=null}}class xo{observe(){}unobserve(){}disconnect(){}}const xn={createElement:function(){return new ei.HTMLElement},createElementNS:function(){return new ei.HTMLElement},addEventListener(){},removeEventListener(){},dispatchEvent(t){return!1}},ei={ResizeObserver:xo,document:xn,Node:Pn,Element:zs,HTMLElement:class extends zs{constructor(){super(...arguments),this.innerHTML=""}get content(){return new ei.DocumentFragment}},DocumentFragment:class extends Un{},customElements:{get:function(){},define:function(){},whenDefined:function(){}},localStorage:{getItem(t){return null},setItem(t,e){},removeItem(t){}},CustomEvent:function(){},getComputedStyle:function(){},navigator:{languages:[],get userAgent(){return""}},matchMedia(t){return{matches:!1,media:t}},DOMParser:class{parseFromString(e,i){return{body:{textContent:e}}}}},Nn="global"in globalThis&&globalThis?.global===globalThis||typeof window>"u"||typeof window.customElements>"u",$n=Object.keys(ei).every(t=>t in globalThis),u=Nn&&!$n?ei:globalThis,J=Nn&&!$n?xn:globalThis.document;var Fn=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},ui=(t,e,i)=>(Fn(t,e,"read from private field"),i?i.call(t):e.get(t)),No=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ci=(t,e,i,a)=>(Fn(t,e,"write to private field"),e.set(t,i),i),fe;function $o(t){return`
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
  `}class qa extends u.HTMLElement{constructor(){if(super(),No(this,fe,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ie(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[I.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===I.MEDIA_CONTROLLER&&(i&&((n=(s=ui(this,fe))==null?void 0:s.unassociateElement)==null||n.call(s,this),ci(this,fe,null)),a&&this.isConnected&&(ci(this,fe,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=ui(this,fe))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i,a;const s=this.getAttribute(I.MEDIA_CONTROLLER);s&&(ci(this,fe,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=ui(this,fe))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=ui(this,fe))==null?void 0:e.unassociateElement)==null||i.call(e,this),ci(this,fe,null)}}fe=new WeakMap;qa.shadowRootOptions={mode:"open"};qa.getTemplateHTML=$o;u.customElements.get("media-control-bar")||u.customElements.define("media-control-bar",qa);const Xs=new WeakMap,Ya=t=>{let e=Xs.get(t);return e||Xs.set(t,e=new Set),e},Hn=new u.ResizeObserver(t=>{for(const e of t)for(const i of Ya(e.target))i(e)});function Bn(t,e){Ya(t).add(e),Hn.observe(t)}function Wn(t,e){const i=Ya(t);i.delete(e),i.size||Hn.unobserve(t)}var Vn=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},ue=(t,e,i)=>(Vn(t,e,"read from private field"),i?i.call(t):e.get(t)),Fo=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},hi=(t,e,i,a)=>(Vn(t,e,"write to private field"),e.set(t,i),i),q;function Ho(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-gesture-receiver-display, inline-block));
        box-sizing: border-box;
      }
    </style>
  `}class la extends u.HTMLElement{constructor(){if(super(),Fo(this,q,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ie(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[I.MEDIA_CONTROLLER,o.MEDIA_PAUSED]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===I.MEDIA_CONTROLLER&&(i&&((n=(s=ue(this,q))==null?void 0:s.unassociateElement)==null||n.call(s,this),hi(this,q,null)),a&&this.isConnected&&(hi(this,q,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=ue(this,q))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i;this.tabIndex=-1,this.setAttribute("aria-hidden","true"),hi(this,q,Bo(this)),this.getAttribute(I.MEDIA_CONTROLLER)&&((i=(e=ue(this,q))==null?void 0:e.associateElement)==null||i.call(e,this)),ue(this,q)&&(ue(this,q).addEventListener("pointerdown",this),ue(this,q).addEventListener("click",this),ue(this,q).hasAttribute("tabindex")||(ue(this,q).tabIndex=0))}disconnectedCallback(){var e,i,a,s;this.getAttribute(I.MEDIA_CONTROLLER)&&((i=(e=ue(this,q))==null?void 0:e.unassociateElement)==null||i.call(e,this)),(a=ue(this,q))==null||a.removeEventListener("pointerdown",this),(s=ue(this,q))==null||s.removeEventListener("click",this),hi(this,q,null)}handleEvent(e){var i;const a=(i=e.composedPath())==null?void 0:i[0];if(["video","media-controller"].includes(a?.localName)){if(e.type==="pointerdown")this._pointerType=e.pointerType;else if(e.type==="click"){const{clientX:n,clientY:r}=e,{left:l,top:d,width:f,height:m}=this.getBoundingClientRect(),v=n-l,h=r-d;if(v<0||h<0||v>f||h>m||f===0&&m===0)return;const p=this._pointerType||"mouse";if(this._pointerType=void 0,p===fa.TOUCH){this.handleTap(e);return}else if(p===fa.MOUSE||p===fa.PEN){this.handleMouseClick(e);return}}}}get mediaPaused(){return L(this,o.MEDIA_PAUSED)}set mediaPaused(e){R(this,o.MEDIA_PAUSED,e)}handleTap(e){}handleMouseClick(e){const i=this.mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new u.CustomEvent(i,{composed:!0,bubbles:!0}))}}q=new WeakMap;la.shadowRootOptions={mode:"open"};la.getTemplateHTML=Ho;function Bo(t){var e;const i=t.getAttribute(I.MEDIA_CONTROLLER);return i?(e=t.getRootNode())==null?void 0:e.getElementById(i):oi(t,"media-controller")}u.customElements.get("media-gesture-receiver")||u.customElements.define("media-gesture-receiver",la);var Zs=la;const Wo={"Start airplay":"Start airplay","Stop airplay":"Stop airplay",Audio:"Audio",Captions:"Captions","Enable captions":"Enable captions","Disable captions":"Disable captions","Start casting":"Start casting","Stop casting":"Stop casting","Enter fullscreen mode":"Enter fullscreen mode","Exit fullscreen mode":"Exit fullscreen mode",Mute:"Mute",Unmute:"Unmute",Loop:"Loop","Enter picture in picture mode":"Enter picture in picture mode","Exit picture in picture mode":"Exit picture in picture mode",Play:"Play",Pause:"Pause","Playback rate":"Playback rate","Playback rate {playbackRate}":"Playback rate {playbackRate}",Quality:"Quality","Seek backward":"Seek backward","Seek forward":"Seek forward",Settings:"Settings",Auto:"Auto","audio player":"audio player","video player":"video player",volume:"volume",seek:"seek","closed captions":"closed captions","current playback rate":"current playback rate","playback time":"playback time","media loading":"media loading",settings:"settings","audio tracks":"audio tracks",quality:"quality",play:"play",pause:"pause",mute:"mute",unmute:"unmute","chapter: {chapterName}":"chapter: {chapterName}",live:"live",Off:"Off","start airplay":"start airplay","stop airplay":"stop airplay","start casting":"start casting","stop casting":"stop casting","enter fullscreen mode":"enter fullscreen mode","exit fullscreen mode":"exit fullscreen mode","enter picture in picture mode":"enter picture in picture mode","exit picture in picture mode":"exit picture in picture mode","seek to live":"seek to live","playing live":"playing live","seek back {seekOffset} seconds":"seek back {seekOffset} seconds","seek forward {seekOffset} seconds":"seek forward {seekOffset} seconds","Network Error":"Network Error","Decode Error":"Decode Error","Source Not Supported":"Source Not Supported","Encryption Error":"Encryption Error","A network error caused the media download to fail.":"A network error caused the media download to fail.","A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":"A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.","An unsupported error occurred. The server or network failed, or your browser does not support this format.":"An unsupported error occurred. The server or network failed, or your browser does not support this format.","The media is encrypted and there are no keys to decrypt it.":"The media is encrypted and there are no keys to decrypt it.",hour:"hour",hours:"hours",minute:"minute",minutes:"minutes",second:"second",seconds:"seconds","{time} remaining":"{time} remaining","{currentTime} of {totalTime}":"{currentTime} of {totalTime}","video not loaded, unknown time.":"video not loaded, unknown time."};var Js;const zt={en:Wo};let St=((Js=globalThis.navigator)==null?void 0:Js.language)||"en";const Vo=t=>{St=t},Ko=t=>{var e,i,a;const[s]=St.split("-");return((e=zt[St])==null?void 0:e[t])||((i=zt[s])==null?void 0:i[t])||((a=zt.en)==null?void 0:a[t])||t},Go=()=>{const[t]=St.split("-");return zt[St]?St:zt[t]?t:"en"},U=(t,e={})=>Ko(t).replace(/\{(\w+)\}/g,(i,a)=>a in e?String(e[a]):`{${a}}`);var Qa=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},P=(t,e,i)=>(Qa(t,e,"read from private field"),i?i.call(t):e.get(t)),X=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ce=(t,e,i,a)=>(Qa(t,e,"write to private field"),e.set(t,i),i),ve=(t,e,i)=>(Qa(t,e,"access private method"),i),Ft,Qi,rt,It,_t,_a,ot,Ti,ba,Kn,Aa,Gn,ti,da,ua,za,Mt,ii,Ne,yi;const A={AUDIO:"audio",AUTOHIDE:"autohide",BREAKPOINTS:"breakpoints",GESTURES_DISABLED:"gesturesdisabled",KEYBOARD_CONTROL:"keyboardcontrol",NO_AUTOHIDE:"noautohide",USER_INACTIVE:"userinactive",AUTOHIDE_OVER_CONTROLS:"autohideovercontrols"};function qo(t){return`
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

      :host(:not([${A.AUDIO}])) [part~=layer]:not([part~=media-layer]) {
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

      
      :host([${A.AUDIO}]) slot[name=media] {
        display: var(--media-slot-display, none);
      }

      
      :host([${A.AUDIO}]) [part~=layer][part~=gesture-layer] {
        height: 0;
        display: block;
      }

      
      :host(:not([${A.AUDIO}])[${A.GESTURES_DISABLED}]) ::slotted([slot=gestures-chrome]),
          :host(:not([${A.AUDIO}])[${A.GESTURES_DISABLED}]) media-gesture-receiver[slot=gestures-chrome] {
        display: none;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not(media-loading-indicator):not([role=dialog]):not([hidden])) {
        pointer-events: auto;
      }

      :host(:not([${A.AUDIO}])) *[part~=layer][part~=centered-layer] {
        align-items: center;
        justify-content: center;
      }

      :host(:not([${A.AUDIO}])) ::slotted(media-gesture-receiver[slot=gestures-chrome]),
      :host(:not([${A.AUDIO}])) media-gesture-receiver[slot=gestures-chrome] {
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

      
      :host(:not([${A.AUDIO}])) .spacer {
        flex-grow: 1;
      }

      
      :host(:-webkit-full-screen) {
        
        width: 100% !important;
        height: 100% !important;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not([${A.NO_AUTOHIDE}]):not([hidden]):not([role=dialog])) {
        opacity: 1;
        transition: var(--media-control-transition-in, opacity 0.25s);
      }

      
      :host([${A.USER_INACTIVE}]:not([${o.MEDIA_PAUSED}]):not([${o.MEDIA_IS_AIRPLAYING}]):not([${o.MEDIA_IS_CASTING}]):not([${A.AUDIO}])) ::slotted(:not([slot=media]):not([slot=poster]):not([${A.NO_AUTOHIDE}]):not([role=dialog])) {
        opacity: 0;
        transition: var(--media-control-transition-out, opacity 1s);
      }

      :host([${A.USER_INACTIVE}]:not([${A.NO_AUTOHIDE}]):not([${o.MEDIA_PAUSED}]):not([${o.MEDIA_IS_CASTING}]):not([${A.AUDIO}])) ::slotted([slot=media]) {
        cursor: none;
      }

      :host([${A.USER_INACTIVE}][${A.AUTOHIDE_OVER_CONTROLS}]:not([${A.NO_AUTOHIDE}]):not([${o.MEDIA_PAUSED}]):not([${o.MEDIA_IS_CASTING}]):not([${A.AUDIO}])) * {
        --media-cursor: none;
        cursor: none;
      }


      ::slotted(media-control-bar)  {
        align-self: stretch;
      }

      
      
      :host(:not([${A.AUDIO}])[${o.MEDIA_HAS_PLAYED}]) slot[name=poster],
      :host(:not([${A.AUDIO}])[${o.MEDIA_STREAM_TYPE}="${ke.ON_DEMAND}"][${o.MEDIA_CURRENT_TIME}]:not([${o.MEDIA_CURRENT_TIME}="0"])) slot[name=poster] {
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
        <template shadowrootmode="${Zs.shadowRootOptions.mode}">
          ${Zs.getTemplateHTML({})}
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
  `}const Yo=Object.values(o),Qo="sm:384 md:576 lg:768 xl:960";function zo(t){qn(t.target,t.contentRect.width)}function qn(t,e){var i;if(!t.isConnected)return;const a=(i=t.getAttribute(A.BREAKPOINTS))!=null?i:Qo,s=Xo(a),n=Zo(s,e);let r=!1;if(Object.keys(s).forEach(l=>{if(n.includes(l)){t.hasAttribute(`breakpoint${l}`)||(t.setAttribute(`breakpoint${l}`,""),r=!0);return}t.hasAttribute(`breakpoint${l}`)&&(t.removeAttribute(`breakpoint${l}`),r=!0)}),r){const l=new CustomEvent(wt.BREAKPOINTS_CHANGE,{detail:n});t.dispatchEvent(l)}t.breakpointsComputed||(t.breakpointsComputed=!0,t.dispatchEvent(new CustomEvent(wt.BREAKPOINTS_COMPUTED,{bubbles:!0,composed:!0})))}function Xo(t){const e=t.split(/\s+/);return Object.fromEntries(e.map(i=>i.split(":")))}function Zo(t,e){return Object.keys(t).filter(i=>e>=parseInt(t[i]))}class ca extends u.HTMLElement{constructor(){if(super(),X(this,ba),X(this,Aa),X(this,ti),X(this,ua),X(this,Mt),X(this,Ft,void 0),X(this,Qi,0),X(this,rt,null),X(this,It,null),X(this,_t,void 0),this.breakpointsComputed=!1,X(this,_a,e=>{const i=this.media;for(const a of e){if(a.type!=="childList")continue;const s=a.removedNodes;for(const n of s){if(n.slot!="media"||a.target!=this)continue;let r=a.previousSibling&&a.previousSibling.previousElementSibling;if(!r||!i)this.mediaUnsetCallback(n);else{let l=r.slot!=="media";for(;(r=r.previousSibling)!==null;)r.slot=="media"&&(l=!1);l&&this.mediaUnsetCallback(n)}}if(i)for(const n of a.addedNodes)n===i&&this.handleMediaUpdated(i)}}),X(this,ot,!1),X(this,Ti,e=>{P(this,ot)||(setTimeout(()=>{zo(e),ce(this,ot,!1)},0),ce(this,ot,!0))}),X(this,Ne,void 0),X(this,yi,()=>{if(!P(this,Ne).assignedElements({flatten:!0}).length){P(this,rt)&&this.mediaUnsetCallback(P(this,rt));return}this.handleMediaUpdated(this.media)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ie(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}ce(this,Ft,new MutationObserver(P(this,_a)))}static get observedAttributes(){return[A.AUTOHIDE,A.GESTURES_DISABLED].concat(Yo).filter(e=>![o.MEDIA_RENDITION_LIST,o.MEDIA_AUDIO_TRACK_LIST,o.MEDIA_CHAPTERS_CUES,o.MEDIA_WIDTH,o.MEDIA_HEIGHT,o.MEDIA_ERROR,o.MEDIA_ERROR_MESSAGE].includes(e))}attributeChangedCallback(e,i,a){e.toLowerCase()==A.AUTOHIDE&&(this.autohide=a)}get media(){let e=this.querySelector(":scope > [slot=media]");return e?.nodeName=="SLOT"&&(e=e.assignedElements({flatten:!0})[0]),e}async handleMediaUpdated(e){e&&(ce(this,rt,e),e.localName.includes("-")&&await u.customElements.whenDefined(e.localName),this.mediaSetCallback(e))}connectedCallback(){var e;P(this,Ft).observe(this,{childList:!0,subtree:!0}),Bn(this,P(this,Ti));const i=this.getAttribute(A.AUDIO)!=null,a=U(i?"audio player":"video player");this.setAttribute("role","region"),this.setAttribute("aria-label",a),this.handleMediaUpdated(this.media),this.setAttribute(A.USER_INACTIVE,""),qn(this,this.getBoundingClientRect().width);const s=this.querySelector(":scope > slot[slot=media]");s&&(ce(this,Ne,s),P(this,Ne).addEventListener("slotchange",P(this,yi))),this.addEventListener("pointerdown",this),this.addEventListener("pointermove",this),this.addEventListener("pointerup",this),this.addEventListener("mouseleave",this),this.addEventListener("keyup",this),(e=u.window)==null||e.addEventListener("mouseup",this)}disconnectedCallback(){var e;Wn(this,P(this,Ti)),clearTimeout(P(this,It)),P(this,Ft).disconnect(),this.media&&this.mediaUnsetCallback(this.media),(e=u.window)==null||e.removeEventListener("mouseup",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointermove",this),this.removeEventListener("pointerup",this),this.removeEventListener("mouseleave",this),this.removeEventListener("keyup",this),P(this,Ne)&&(P(this,Ne).removeEventListener("slotchange",P(this,yi)),ce(this,Ne,null)),ce(this,ot,!1)}mediaSetCallback(e){}mediaUnsetCallback(e){ce(this,rt,null)}handleEvent(e){switch(e.type){case"pointerdown":ce(this,Qi,e.timeStamp);break;case"pointermove":ve(this,ba,Kn).call(this,e);break;case"pointerup":ve(this,Aa,Gn).call(this,e);break;case"mouseleave":ve(this,ti,da).call(this);break;case"mouseup":this.removeAttribute(A.KEYBOARD_CONTROL);break;case"keyup":ve(this,Mt,ii).call(this),this.setAttribute(A.KEYBOARD_CONTROL,"");break}}set autohide(e){const i=Number(e);ce(this,_t,isNaN(i)?0:i)}get autohide(){return(P(this,_t)===void 0?2:P(this,_t)).toString()}get breakpoints(){return Q(this,A.BREAKPOINTS)}set breakpoints(e){Y(this,A.BREAKPOINTS,e)}get audio(){return L(this,A.AUDIO)}set audio(e){R(this,A.AUDIO,e)}get gesturesDisabled(){return L(this,A.GESTURES_DISABLED)}set gesturesDisabled(e){R(this,A.GESTURES_DISABLED,e)}get keyboardControl(){return L(this,A.KEYBOARD_CONTROL)}set keyboardControl(e){R(this,A.KEYBOARD_CONTROL,e)}get noAutohide(){return L(this,A.NO_AUTOHIDE)}set noAutohide(e){R(this,A.NO_AUTOHIDE,e)}get autohideOverControls(){return L(this,A.AUTOHIDE_OVER_CONTROLS)}set autohideOverControls(e){R(this,A.AUTOHIDE_OVER_CONTROLS,e)}get userInteractive(){return L(this,A.USER_INACTIVE)}set userInteractive(e){R(this,A.USER_INACTIVE,e)}}Ft=new WeakMap;Qi=new WeakMap;rt=new WeakMap;It=new WeakMap;_t=new WeakMap;_a=new WeakMap;ot=new WeakMap;Ti=new WeakMap;ba=new WeakSet;Kn=function(t){if(t.pointerType!=="mouse"&&t.timeStamp-P(this,Qi)<250)return;ve(this,ua,za).call(this),clearTimeout(P(this,It));const e=this.hasAttribute(A.AUTOHIDE_OVER_CONTROLS);([this,this.media].includes(t.target)||e)&&ve(this,Mt,ii).call(this)};Aa=new WeakSet;Gn=function(t){if(t.pointerType==="touch"){const e=!this.hasAttribute(A.USER_INACTIVE);[this,this.media].includes(t.target)&&e?ve(this,ti,da).call(this):ve(this,Mt,ii).call(this)}else t.composedPath().some(e=>["media-play-button","media-fullscreen-button"].includes(e?.localName))&&ve(this,Mt,ii).call(this)};ti=new WeakSet;da=function(){if(P(this,_t)<0||this.hasAttribute(A.USER_INACTIVE))return;this.setAttribute(A.USER_INACTIVE,"");const t=new u.CustomEvent(wt.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!0});this.dispatchEvent(t)};ua=new WeakSet;za=function(){if(!this.hasAttribute(A.USER_INACTIVE))return;this.removeAttribute(A.USER_INACTIVE);const t=new u.CustomEvent(wt.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!1});this.dispatchEvent(t)};Mt=new WeakSet;ii=function(){ve(this,ua,za).call(this),clearTimeout(P(this,It));const t=parseInt(this.autohide);t<0||ce(this,It,setTimeout(()=>{ve(this,ti,da).call(this)},t*1e3))};Ne=new WeakMap;yi=new WeakMap;ca.shadowRootOptions={mode:"open"};ca.getTemplateHTML=qo;u.customElements.get("media-container")||u.customElements.define("media-container",ca);var Xa=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Je=(t,e,i)=>(Xa(t,e,"read from private field"),e.get(t)),Me=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Za=(t,e,i,a)=>(Xa(t,e,"write to private field"),e.set(t,i),i),Ye=(t,e,i)=>(Xa(t,e,"access private method"),i),zi,ai,it,ki,Ta,ya,Yn,ka,Qn,Sa,zn,wa,Xn,Ia,Zn;function Jo(t){return`
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
  `}function jo(t){return`
    <slot id="content"></slot>
  `}const Pt={OPEN:"open",ANCHOR:"anchor"};class li extends u.HTMLElement{constructor(){super(),Me(this,ki),Me(this,ya),Me(this,ka),Me(this,Sa),Me(this,wa),Me(this,Ia),Me(this,zi,!1),Me(this,ai,null),Me(this,it,null)}static get observedAttributes(){return[Pt.OPEN,Pt.ANCHOR]}get open(){return L(this,Pt.OPEN)}set open(e){R(this,Pt.OPEN,e)}handleEvent(e){switch(e.type){case"invoke":Ye(this,Sa,zn).call(this,e);break;case"focusout":Ye(this,wa,Xn).call(this,e);break;case"keydown":Ye(this,Ia,Zn).call(this,e);break}}connectedCallback(){Ye(this,ki,Ta).call(this),this.role||(this.role="dialog"),this.addEventListener("invoke",this),this.addEventListener("focusout",this),this.addEventListener("keydown",this)}disconnectedCallback(){this.removeEventListener("invoke",this),this.removeEventListener("focusout",this),this.removeEventListener("keydown",this)}attributeChangedCallback(e,i,a){Ye(this,ki,Ta).call(this),e===Pt.OPEN&&a!==i&&(this.open?Ye(this,ya,Yn).call(this):Ye(this,ka,Qn).call(this))}focus(){Za(this,ai,Dn());const e=!this.dispatchEvent(new Event("focus",{composed:!0,cancelable:!0})),i=!this.dispatchEvent(new Event("focusin",{composed:!0,bubbles:!0,cancelable:!0}));if(e||i)return;const a=this.querySelector('[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]');a?.focus()}get keysUsed(){return["Escape","Tab"]}}zi=new WeakMap;ai=new WeakMap;it=new WeakMap;ki=new WeakSet;Ta=function(){if(!Je(this,zi)&&(Za(this,zi,!0),!this.shadowRoot)){this.attachShadow(this.constructor.shadowRootOptions);const t=Ie(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t),queueMicrotask(()=>{const{style:e}=K(this.shadowRoot,":host");e.setProperty("transition","display .15s, visibility .15s, opacity .15s ease-in, transform .15s ease-in")})}};ya=new WeakSet;Yn=function(){var t;(t=Je(this,it))==null||t.setAttribute("aria-expanded","true"),this.dispatchEvent(new Event("open",{composed:!0,bubbles:!0})),this.addEventListener("transitionend",()=>this.focus(),{once:!0})};ka=new WeakSet;Qn=function(){var t;(t=Je(this,it))==null||t.setAttribute("aria-expanded","false"),this.dispatchEvent(new Event("close",{composed:!0,bubbles:!0}))};Sa=new WeakSet;zn=function(t){Za(this,it,t.relatedTarget),Dt(this,t.relatedTarget)||(this.open=!this.open)};wa=new WeakSet;Xn=function(t){var e;Dt(this,t.relatedTarget)||((e=Je(this,ai))==null||e.focus(),Je(this,it)&&Je(this,it)!==t.relatedTarget&&this.open&&(this.open=!1))};Ia=new WeakSet;Zn=function(t){var e,i,a,s,n;const{key:r,ctrlKey:l,altKey:d,metaKey:f}=t;l||d||f||this.keysUsed.includes(r)&&(t.preventDefault(),t.stopPropagation(),r==="Tab"?(t.shiftKey?(i=(e=this.previousElementSibling)==null?void 0:e.focus)==null||i.call(e):(s=(a=this.nextElementSibling)==null?void 0:a.focus)==null||s.call(a),this.blur()):r==="Escape"&&((n=Je(this,ai))==null||n.focus(),this.open=!1))};li.shadowRootOptions={mode:"open"};li.getTemplateHTML=Jo;li.getSlotTemplateHTML=jo;u.customElements.get("media-chrome-dialog")||u.customElements.define("media-chrome-dialog",li);var el=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Pe=(t,e,i)=>(el(t,e,"read from private field"),i?i.call(t):e.get(t)),js=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},lt,dt;const Ht={HOTKEYS:"hotkeys"},tl=[{keys:[{key:" ",label:"Space"},{key:"k"}],description:"Toggle Playback"},{keys:[{key:"m"}],description:"Toggle mute"},{keys:[{key:"f"}],description:"Toggle fullscreen"},{keys:[{key:"c"}],description:"Toggle captions or subtitles, if available"},{keys:[{key:"p"}],description:"Toggle Picture in Picture"},{keys:[{key:"ArrowLeft",label:"←"},{key:"j"}],description:"Seek back 10s"},{keys:[{key:"ArrowRight",label:"→"},{key:"l"}],description:"Seek forward 10s"},{keys:[{key:"ArrowUp",label:"↑"}],description:"Turn volume up"},{keys:[{key:"ArrowDown",label:"↓"}],description:"Turn volume down"},{keys:[{key:"<",label:"< (SHIFT+,)"}],description:"Decrease playback rate"},{keys:[{key:">",label:"> (SHIFT+.)"}],description:"Increase playback rate"},{keys:[{key:"shift+/",label:"SHIFT+/"}],description:"Show keyboard shortcuts"}];function Ja(t){return t===" "?"nospace":`no${t.toLowerCase()}`}function il(t){const e=new Set(t?.split(/\s+/));return tl.map(({keys:i,description:a})=>({keys:i.filter(({key:s})=>!e.has(Ja(s))),description:a})).filter(({keys:i})=>i.length)}function al(t){return`
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
      ${Jn(t[Ht.HOTKEYS])}
    </slot>
  `}function Jn(t){return`
    <h2>Keyboard Shortcuts</h2>
    <table class="shortcuts-table">${il(t).map(({keys:i,description:a})=>`
        <tr>
          <td>
            <div class="key-combo">${i.map(({key:n,label:r=n},l)=>l>0?`<span class="key-separator">or</span><span class="key">${r}</span>`:`<span class="key">${r}</span>`).join("")}</div>
          </td>
          <td class="description">${a}</td>
        </tr>
      `).join("")}</table>
  `}class jn extends li{constructor(){super(...arguments),js(this,lt,e=>{var i;if(!this.open)return;const a=(i=this.shadowRoot)==null?void 0:i.querySelector("#content");if(!a)return;const s=e.composedPath(),n=s[0]===this||s.includes(this),r=s.includes(a);n&&!r&&(this.open=!1)}),js(this,dt,e=>{if(!this.open)return;const i=e.shiftKey&&(e.key==="/"||e.key==="?");(e.key==="Escape"||i)&&!e.ctrlKey&&!e.altKey&&!e.metaKey&&(this.open=!1,e.preventDefault(),e.stopPropagation())})}static get observedAttributes(){return[...super.observedAttributes,Ht.HOTKEYS]}get hotkeys(){var e;return(e=Q(this,Ht.HOTKEYS))!=null?e:void 0}set hotkeys(e){Y(this,Ht.HOTKEYS,e)}connectedCallback(){super.connectedCallback(),this.open&&(this.addEventListener("click",Pe(this,lt)),document.addEventListener("keydown",Pe(this,dt)))}disconnectedCallback(){this.removeEventListener("click",Pe(this,lt)),document.removeEventListener("keydown",Pe(this,dt))}attributeChangedCallback(e,i,a){var s;if(super.attributeChangedCallback(e,i,a),e==="open")this.open?(this.addEventListener("click",Pe(this,lt)),document.addEventListener("keydown",Pe(this,dt))):(this.removeEventListener("click",Pe(this,lt)),document.removeEventListener("keydown",Pe(this,dt)));else if(e===Ht.HOTKEYS&&a!==i){const n=(s=this.shadowRoot)==null?void 0:s.querySelector("#content");n&&(n.innerHTML=Jn(a))}}}lt=new WeakMap;dt=new WeakMap;jn.getSlotTemplateHTML=al;u.customElements.get("media-keyboard-shortcuts-dialog")||u.customElements.define("media-keyboard-shortcuts-dialog",jn);var er=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},V=(t,e,i)=>(er(t,e,"read from private field"),i?i.call(t):e.get(t)),xt=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},mi=(t,e,i,a)=>(er(t,e,"write to private field"),e.set(t,i),i),ut,ct,Xi,Ze,Le,$e;class sl{constructor(e,i,{defaultValue:a}={defaultValue:void 0}){xt(this,Le),xt(this,ut,void 0),xt(this,ct,void 0),xt(this,Xi,void 0),xt(this,Ze,new Set),mi(this,ut,e),mi(this,ct,i),mi(this,Xi,new Set(a))}[Symbol.iterator](){return V(this,Le,$e).values()}get length(){return V(this,Le,$e).size}get value(){var e;return(e=[...V(this,Le,$e)].join(" "))!=null?e:""}set value(e){var i;e!==this.value&&(mi(this,Ze,new Set),this.add(...(i=e?.split(" "))!=null?i:[]))}toString(){return this.value}item(e){return[...V(this,Le,$e)][e]}values(){return V(this,Le,$e).values()}forEach(e,i){V(this,Le,$e).forEach(e,i)}add(...e){var i,a;e.forEach(s=>V(this,Ze).add(s)),!(this.value===""&&!((i=V(this,ut))!=null&&i.hasAttribute(`${V(this,ct)}`)))&&((a=V(this,ut))==null||a.setAttribute(`${V(this,ct)}`,`${this.value}`))}remove(...e){var i;e.forEach(a=>V(this,Ze).delete(a)),(i=V(this,ut))==null||i.setAttribute(`${V(this,ct)}`,`${this.value}`)}contains(e){return V(this,Le,$e).has(e)}toggle(e,i){return typeof i<"u"?i?(this.add(e),!0):(this.remove(e),!1):this.contains(e)?(this.remove(e),!1):(this.add(e),!0)}replace(e,i){return this.remove(e),this.add(i),e===i}}ut=new WeakMap;ct=new WeakMap;Xi=new WeakMap;Ze=new WeakMap;Le=new WeakSet;$e=function(){return V(this,Ze).size?V(this,Ze):V(this,Xi)};function nl(t){return t?.map(rl).join(" ")}function rl(t){if(t){const{id:e,width:i,height:a}=t;return[e,i,a].filter(s=>s!=null).join(":")}}function ol(t){return t?.map(ll).join(" ")}function ll(t){if(t){const{id:e,kind:i,language:a,label:s}=t;return[e,i,a,s].filter(n=>n!=null).join(":")}}function ja(t){return typeof t=="number"&&!Number.isNaN(t)&&Number.isFinite(t)}const tr=t=>new Promise(e=>setTimeout(e,t)),dl=(t="")=>t.split(/\s+/),ir=(t="")=>{const[e,i,a]=t.split(":"),s=a?decodeURIComponent(a):void 0;return{kind:e==="cc"?we.CAPTIONS:we.SUBTITLES,language:i,label:s}},ul=(t="",e={})=>dl(t).map(i=>{const a=ir(i);return{...e,...a}}),ar=t=>t?Array.isArray(t)?t.map(e=>typeof e=="string"?ir(e):e):typeof t=="string"?ul(t):[t]:[],cl=({kind:t,label:e,language:i}={kind:"subtitles"})=>e?`${t==="captions"?"cc":"sb"}:${i}:${encodeURIComponent(e)}`:i,en=(t=[])=>Array.prototype.map.call(t,cl).join(" "),hl=(t,e)=>i=>i[t]===e,sr=t=>{const e=Object.entries(t).map(([i,a])=>hl(i,a));return i=>e.every(a=>a(i))},Xt=(t,e=[],i=[])=>{const a=ar(i).map(sr),s=n=>a.some(r=>r(n));Array.from(e).filter(s).forEach(n=>{n.mode=t})},ha=(t,e=()=>!0)=>{if(!t?.textTracks)return[];const i=typeof e=="function"?e:sr(e);return Array.from(t.textTracks).filter(i)},ml=t=>{var e;const{media:i,fullscreenElement:a}=t;try{const s=a&&"requestFullscreen"in a?"requestFullscreen":a&&"webkitRequestFullScreen"in a?"webkitRequestFullScreen":void 0;if(s){const n=(e=a[s])==null?void 0:e.call(a);if(n instanceof Promise)return n.catch(()=>{})}else i?.webkitEnterFullscreen?i.webkitEnterFullscreen():i?.requestFullscreen&&i.requestFullscreen()}catch(s){console.error(s)}},tn="exitFullscreen"in J?"exitFullscreen":"webkitExitFullscreen"in J?"webkitExitFullscreen":"webkitCancelFullScreen"in J?"webkitCancelFullScreen":void 0,pl=t=>{var e;const{documentElement:i}=t;if(tn){const a=(e=i?.[tn])==null?void 0:e.call(i);if(a instanceof Promise)return a.catch(()=>{})}},Bt="fullscreenElement"in J?"fullscreenElement":"webkitFullscreenElement"in J?"webkitFullscreenElement":void 0,vl=t=>{const{documentElement:e,media:i}=t,a=e?.[Bt];return!a&&"webkitDisplayingFullscreen"in i&&"webkitPresentationMode"in i&&i.webkitDisplayingFullscreen&&i.webkitPresentationMode===Ro.FULLSCREEN?i:a},El=t=>{var e;const{media:i,documentElement:a,fullscreenElement:s=i}=t;if(!i||!a)return!1;const n=vl(t);if(!n)return!1;if(n===s||n===i)return!0;if(n.localName.includes("-")){let r=n.shadowRoot;if(!(Bt in r))return Dt(n,s);for(;r?.[Bt];){if(r[Bt]===s)return!0;r=(e=r[Bt])==null?void 0:e.shadowRoot}}return!1},fl="fullscreenEnabled"in J?"fullscreenEnabled":"webkitFullscreenEnabled"in J?"webkitFullscreenEnabled":void 0,gl=t=>{const{documentElement:e,media:i}=t;return!!e?.[fl]||i&&"webkitSupportsFullscreen"in i};let pi;const es=()=>{var t,e;return pi||(pi=(e=(t=J)==null?void 0:t.createElement)==null?void 0:e.call(t,"video"),pi)},_l=async(t=es())=>{if(!t)return!1;const e=t.volume;t.volume=e/2+.1;const i=new AbortController,a=await Promise.race([bl(t,i.signal),Al(t,e)]);return i.abort(),a},bl=(t,e)=>new Promise(i=>{t.addEventListener("volumechange",()=>i(!0),{signal:e})}),Al=async(t,e)=>{for(let i=0;i<10;i++){if(t.volume===e)return!1;await tr(10)}return t.volume!==e},Tl=/.*Version\/.*Safari\/.*/.test(u.navigator.userAgent),nr=(t=es())=>u.matchMedia("(display-mode: standalone)").matches&&Tl?!1:typeof t?.requestPictureInPicture=="function",rr=(t=es())=>gl({documentElement:J,media:t}),yl=rr(),kl=nr(),Sl=!!u.WebKitPlaybackTargetAvailabilityEvent,wl=!!u.chrome,Zi=t=>ha(t.media,e=>[we.SUBTITLES,we.CAPTIONS].includes(e.kind)).sort((e,i)=>e.kind>=i.kind?1:-1),or=t=>ha(t.media,e=>e.mode===kt.SHOWING&&[we.SUBTITLES,we.CAPTIONS].includes(e.kind)),lr=(t,e)=>{const i=Zi(t),a=or(t),s=!!a.length;if(i.length){if(e===!1||s&&e!==!0)Xt(kt.DISABLED,i,a);else if(e===!0||!s&&e!==!1){let n=i[0];const{options:r}=t;if(!r?.noSubtitlesLangPref){const m=u.localStorage.getItem("media-chrome-pref-subtitles-lang"),v=m?[m,...u.navigator.languages]:u.navigator.languages,h=i.filter(p=>v.some(b=>p.language.toLowerCase().startsWith(b.split("-")[0]))).sort((p,b)=>{const g=v.findIndex(T=>p.language.toLowerCase().startsWith(T.split("-")[0])),y=v.findIndex(T=>b.language.toLowerCase().startsWith(T.split("-")[0]));return g-y});h[0]&&(n=h[0])}const{language:l,label:d,kind:f}=n;Xt(kt.DISABLED,i,a),Xt(kt.SHOWING,i,[{language:l,label:d,kind:f}])}}},ts=(t,e)=>t===e?!0:t==null||e==null||typeof t!=typeof e?!1:typeof t=="number"&&Number.isNaN(t)&&Number.isNaN(e)?!0:typeof t!="object"?!1:Array.isArray(t)?Il(t,e):Object.entries(t).every(([i,a])=>i in e&&ts(a,e[i])),Il=(t,e)=>{const i=Array.isArray(t),a=Array.isArray(e);return i!==a?!1:i||a?t.length!==e.length?!1:t.every((s,n)=>ts(s,e[n])):!0},Ml=Object.values(ke);let Ji;const Ll=_l().then(t=>(Ji=t,Ji)),Rl=async(...t)=>{await Promise.all(t.filter(e=>e).map(async e=>{if(!("localName"in e&&e instanceof u.HTMLElement))return;const i=e.localName;if(!i.includes("-"))return;const a=u.customElements.get(i);a&&e instanceof a||(await u.customElements.whenDefined(i),u.customElements.upgrade(e))}))},Dl=new u.DOMParser,Cl=t=>t&&(Dl.parseFromString(t,"text/html").body.textContent||t),Wt={mediaError:{get(t,e){const{media:i}=t;if(e?.type!=="playing")return i?.error},mediaEvents:["emptied","error","playing"]},mediaErrorCode:{get(t,e){var i;const{media:a}=t;if(e?.type!=="playing")return(i=a?.error)==null?void 0:i.code},mediaEvents:["emptied","error","playing"]},mediaErrorMessage:{get(t,e){var i,a;const{media:s}=t;if(e?.type!=="playing")return(a=(i=s?.error)==null?void 0:i.message)!=null?a:""},mediaEvents:["emptied","error","playing"]},mediaWidth:{get(t){var e;const{media:i}=t;return(e=i?.videoWidth)!=null?e:0},mediaEvents:["resize"]},mediaHeight:{get(t){var e;const{media:i}=t;return(e=i?.videoHeight)!=null?e:0},mediaEvents:["resize"]},mediaPaused:{get(t){var e;const{media:i}=t;return(e=i?.paused)!=null?e:!0},set(t,e){var i;const{media:a}=e;a&&(t?a.pause():(i=a.play())==null||i.catch(()=>{}))},mediaEvents:["play","playing","pause","emptied"]},mediaHasPlayed:{get(t,e){const{media:i}=t;return i?e?e.type==="playing":!i.paused:!1},mediaEvents:["playing","emptied"]},mediaEnded:{get(t){var e;const{media:i}=t;return(e=i?.ended)!=null?e:!1},mediaEvents:["seeked","ended","emptied"]},mediaPlaybackRate:{get(t){var e;const{media:i}=t;return(e=i?.playbackRate)!=null?e:1},set(t,e){const{media:i}=e;i&&Number.isFinite(+t)&&(i.playbackRate=+t)},mediaEvents:["ratechange","loadstart"]},mediaMuted:{get(t){var e;const{media:i}=t;return(e=i?.muted)!=null?e:!1},set(t,e){const{media:i,options:{noMutedPref:a}={}}=e;if(i){i.muted=t;try{const s=u.localStorage.getItem("media-chrome-pref-muted")!==null,n=i.hasAttribute("muted");if(a){s&&u.localStorage.removeItem("media-chrome-pref-muted");return}if(n&&!s)return;u.localStorage.setItem("media-chrome-pref-muted",t?"true":"false")}catch(s){console.debug("Error setting muted pref",s)}}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noMutedPref:i}}=e,{media:a}=e;if(!(!a||a.muted||i))try{const s=u.localStorage.getItem("media-chrome-pref-muted")==="true";Wt.mediaMuted.set(s,e),t(s)}catch(s){console.debug("Error getting muted pref",s)}}]},mediaLoop:{get(t){const{media:e}=t;return e?.loop},set(t,e){const{media:i}=e;i&&(i.loop=t)},mediaEvents:["medialooprequest"]},mediaVolume:{get(t){var e;const{media:i}=t;return(e=i?.volume)!=null?e:1},set(t,e){const{media:i,options:{noVolumePref:a}={}}=e;if(i){try{t==null?u.localStorage.removeItem("media-chrome-pref-volume"):!i.hasAttribute("muted")&&!a&&u.localStorage.setItem("media-chrome-pref-volume",t.toString())}catch(s){console.debug("Error setting volume pref",s)}Number.isFinite(+t)&&(i.volume=+t)}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noVolumePref:i}}=e;if(!i)try{const{media:a}=e;if(!a)return;const s=u.localStorage.getItem("media-chrome-pref-volume");if(s==null)return;Wt.mediaVolume.set(+s,e),t(+s)}catch(a){console.debug("Error getting volume pref",a)}}]},mediaVolumeLevel:{get(t){const{media:e}=t;return typeof e?.volume>"u"?"high":e.muted||e.volume===0?"off":e.volume<.5?"low":e.volume<.75?"medium":"high"},mediaEvents:["volumechange"]},mediaCurrentTime:{get(t){var e;const{media:i}=t;return(e=i?.currentTime)!=null?e:0},set(t,e){const{media:i}=e;!i||!ja(t)||(i.currentTime=t)},mediaEvents:["timeupdate","loadedmetadata","seeking"]},mediaDuration:{get(t){const{media:e,options:{defaultDuration:i}={}}=t;return i&&(!e||!e.duration||Number.isNaN(e.duration)||!Number.isFinite(e.duration))?i:Number.isFinite(e?.duration)?e.duration:Number.NaN},mediaEvents:["durationchange","loadedmetadata","emptied"]},mediaLoading:{get(t){const{media:e}=t;return e?.readyState<3},mediaEvents:["waiting","playing","emptied"]},mediaSeekable:{get(t){var e;const{media:i}=t;if(!((e=i?.seekable)!=null&&e.length))return;const a=i.seekable.start(0),s=i.seekable.end(i.seekable.length-1);if(!(!a&&!s))return[Number(a.toFixed(3)),Number(s.toFixed(3))]},mediaEvents:["loadedmetadata","emptied","progress","seekablechange"]},mediaBuffered:{get(t){var e;const{media:i}=t,a=(e=i?.buffered)!=null?e:[];return Array.from(a).map((s,n)=>[Number(a.start(n).toFixed(3)),Number(a.end(n).toFixed(3))])},mediaEvents:["progress","emptied"]},mediaStreamType:{get(t){const{media:e,options:{defaultStreamType:i}={}}=t,a=[ke.LIVE,ke.ON_DEMAND].includes(i)?i:void 0;if(!e)return a;const{streamType:s}=e;if(Ml.includes(s))return s===ke.UNKNOWN?a:s;const n=e.duration;return n===1/0?ke.LIVE:Number.isFinite(n)?ke.ON_DEMAND:a},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange"]},mediaTargetLiveWindow:{get(t){const{media:e}=t;if(!e)return Number.NaN;const{targetLiveWindow:i}=e,a=Wt.mediaStreamType.get(t);return(i==null||Number.isNaN(i))&&a===ke.LIVE?0:i},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange","targetlivewindowchange"]},mediaTimeIsLive:{get(t){const{media:e,options:{liveEdgeOffset:i=10}={}}=t;if(!e)return!1;if(typeof e.liveEdgeStart=="number")return Number.isNaN(e.liveEdgeStart)?!1:e.currentTime>=e.liveEdgeStart;if(!(Wt.mediaStreamType.get(t)===ke.LIVE))return!1;const s=e.seekable;if(!s)return!0;if(!s.length)return!1;const n=s.end(s.length-1)-i;return e.currentTime>=n},mediaEvents:["playing","timeupdate","progress","waiting","emptied"]},mediaSubtitlesList:{get(t){return Zi(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack"]},mediaSubtitlesShowing:{get(t){return or(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i,a;const{media:s,options:n}=e;if(!s)return;const r=l=>{var d;!n.defaultSubtitles||l&&![we.CAPTIONS,we.SUBTITLES].includes((d=l?.track)==null?void 0:d.kind)||lr(e,!0)};return s.addEventListener("loadstart",r),(i=s.textTracks)==null||i.addEventListener("addtrack",r),(a=s.textTracks)==null||a.addEventListener("removetrack",r),()=>{var l,d;s.removeEventListener("loadstart",r),(l=s.textTracks)==null||l.removeEventListener("addtrack",r),(d=s.textTracks)==null||d.removeEventListener("removetrack",r)}}]},mediaChaptersCues:{get(t){var e;const{media:i}=t;if(!i)return[];const[a]=ha(i,{kind:we.CHAPTERS});return Array.from((e=a?.cues)!=null?e:[]).map(({text:s,startTime:n,endTime:r})=>({text:Cl(s),startTime:n,endTime:r}))},mediaEvents:["loadstart","loadedmetadata"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;if(!a)return;const s=a.querySelector('track[kind="chapters"][default][src]'),n=(i=a.shadowRoot)==null?void 0:i.querySelector(':is(video,audio) > track[kind="chapters"][default][src]');return s?.addEventListener("load",t),n?.addEventListener("load",t),()=>{s?.removeEventListener("load",t),n?.removeEventListener("load",t)}}]},mediaIsPip:{get(t){var e,i;const{media:a,documentElement:s}=t;if(!a||!s||!s.pictureInPictureElement)return!1;if(s.pictureInPictureElement===a)return!0;if(s.pictureInPictureElement instanceof HTMLMediaElement)return(e=a.localName)!=null&&e.includes("-")?Dt(a,s.pictureInPictureElement):!1;if(s.pictureInPictureElement.localName.includes("-")){let n=s.pictureInPictureElement.shadowRoot;for(;n?.pictureInPictureElement;){if(n.pictureInPictureElement===a)return!0;n=(i=n.pictureInPictureElement)==null?void 0:i.shadowRoot}}return!1},set(t,e){const{media:i}=e;if(i)if(t){if(!J.pictureInPictureEnabled){console.warn("MediaChrome: Picture-in-picture is not enabled");return}if(!i.requestPictureInPicture){console.warn("MediaChrome: The current media does not support picture-in-picture");return}const a=()=>{console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a readyState > 0.")};i.requestPictureInPicture().catch(s=>{if(s.code===11){if(!i.src){console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a src set.");return}if(i.readyState===0&&i.preload==="none"){const n=()=>{i.removeEventListener("loadedmetadata",r),i.preload="none"},r=()=>{i.requestPictureInPicture().catch(a),n()};i.addEventListener("loadedmetadata",r),i.preload="metadata",setTimeout(()=>{i.readyState===0&&a(),n()},1e3)}else throw s}else throw s})}else J.pictureInPictureElement&&J.exitPictureInPicture()},mediaEvents:["enterpictureinpicture","leavepictureinpicture"]},mediaRenditionList:{get(t){var e;const{media:i}=t;return[...(e=i?.videoRenditions)!=null?e:[]].map(a=>({...a}))},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaRenditionSelected:{get(t){var e,i,a;const{media:s}=t;return(a=(i=s?.videoRenditions)==null?void 0:i[(e=s.videoRenditions)==null?void 0:e.selectedIndex])==null?void 0:a.id},set(t,e){const{media:i}=e;if(!i?.videoRenditions){console.warn("MediaController: Rendition selection not supported by this media.");return}const a=t,s=Array.prototype.findIndex.call(i.videoRenditions,n=>n.id==a);i.videoRenditions.selectedIndex!=s&&(i.videoRenditions.selectedIndex=s)},mediaEvents:["emptied"],videoRenditionsEvents:["addrendition","removerendition","change"]},mediaAudioTrackList:{get(t){var e;const{media:i}=t;return[...(e=i?.audioTracks)!=null?e:[]]},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaAudioTrackEnabled:{get(t){var e,i;const{media:a}=t;return(i=[...(e=a?.audioTracks)!=null?e:[]].find(s=>s.enabled))==null?void 0:i.id},set(t,e){const{media:i}=e;if(!i?.audioTracks){console.warn("MediaChrome: Audio track selection not supported by this media.");return}const a=t;for(const s of i.audioTracks)s.enabled=a==s.id},mediaEvents:["emptied"],audioTracksEvents:["addtrack","removetrack","change"]},mediaIsFullscreen:{get(t){return El(t)},set(t,e,i){var a,s;t?(ml(e),i.detail&&!((a=e.media)!=null&&a.inert)&&((s=e.media)==null||s.focus())):pl(e)},rootEvents:["fullscreenchange","webkitfullscreenchange"],mediaEvents:["webkitbeginfullscreen","webkitendfullscreen","webkitpresentationmodechanged"]},mediaIsCasting:{get(t){var e;const{media:i}=t;return!i?.remote||((e=i.remote)==null?void 0:e.state)==="disconnected"?!1:i.remote.state==="connected"},set(t,e){var i,a;const{media:s}=e;if(s&&!(t&&((i=s.remote)==null?void 0:i.state)!=="disconnected")&&!(!t&&((a=s.remote)==null?void 0:a.state)!=="connected")){if(typeof s.remote.prompt!="function"){console.warn("MediaChrome: Casting is not supported in this environment");return}s.remote.prompt().catch(()=>{})}},remoteEvents:["connect","connecting","disconnect"]},mediaIsAirplaying:{get(){return!1},set(t,e){const{media:i}=e;if(i){if(!(i.webkitShowPlaybackTargetPicker&&u.WebKitPlaybackTargetAvailabilityEvent)){console.error("MediaChrome: received a request to select AirPlay but AirPlay is not supported in this environment");return}i.webkitShowPlaybackTargetPicker()}},mediaEvents:["webkitcurrentplaybacktargetiswirelesschanged"]},mediaFullscreenUnavailable:{get(t){const{media:e}=t;if(!yl||!rr(e))return ie.UNSUPPORTED}},mediaPipUnavailable:{get(t){const{media:e}=t;if(!kl||!nr(e))return ie.UNSUPPORTED;if(e?.disablePictureInPicture)return ie.UNAVAILABLE}},mediaVolumeUnavailable:{get(t){const{media:e}=t;if(Ji===!1||e?.volume==null)return ie.UNSUPPORTED},stateOwnersUpdateHandlers:[t=>{Ji==null&&Ll.then(e=>t(e?void 0:ie.UNSUPPORTED))}]},mediaCastUnavailable:{get(t,{availability:e="not-available"}={}){var i;const{media:a}=t;if(!wl||!((i=a?.remote)!=null&&i.state))return ie.UNSUPPORTED;if(!(e==null||e==="available"))return ie.UNAVAILABLE},stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(n=>{t({availability:n?"available":"not-available"})}).catch(n=>{n.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var n;(n=a?.remote)==null||n.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaAirplayUnavailable:{get(t,e){if(!Sl)return ie.UNSUPPORTED;if(e?.availability==="not-available")return ie.UNAVAILABLE},mediaEvents:["webkitplaybacktargetavailabilitychanged"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(n=>{t({availability:n?"available":"not-available"})}).catch(n=>{n.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var n;(n=a?.remote)==null||n.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaRenditionUnavailable:{get(t){var e;const{media:i}=t;if(!i?.videoRenditions)return ie.UNSUPPORTED;if(!((e=i.videoRenditions)!=null&&e.length))return ie.UNAVAILABLE},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaAudioTrackUnavailable:{get(t){var e,i;const{media:a}=t;if(!a?.audioTracks)return ie.UNSUPPORTED;if(((i=(e=a.audioTracks)==null?void 0:e.length)!=null?i:0)<=1)return ie.UNAVAILABLE},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaLang:{get(t){const{options:{mediaLang:e}={}}=t;return e??"en"}}},Ol={[_.MEDIA_PREVIEW_REQUEST](t,e,{detail:i}){var a,s,n;const{media:r}=e,l=i??void 0;let d,f;if(r&&l!=null){const[p]=ha(r,{kind:we.METADATA,label:"thumbnails"}),b=Array.prototype.find.call((a=p?.cues)!=null?a:[],(g,y,T)=>y===0?g.endTime>l:y===T.length-1?g.startTime<=l:g.startTime<=l&&g.endTime>l);if(b){const g=/'^(?:[a-z]+:)?\/\//i.test(b.text)||(s=r?.querySelector('track[label="thumbnails"]'))==null?void 0:s.src,y=new URL(b.text,g);f=new URLSearchParams(y.hash).get("#xywh").split(",").map(H=>+H),d=y.href}}const m=t.mediaDuration.get(e);let h=(n=t.mediaChaptersCues.get(e).find((p,b,g)=>b===g.length-1&&m===p.endTime?p.startTime<=l&&p.endTime>=l:p.startTime<=l&&p.endTime>l))==null?void 0:n.text;return i!=null&&h==null&&(h=""),{mediaPreviewTime:l,mediaPreviewImage:d,mediaPreviewCoords:f,mediaPreviewChapter:h}},[_.MEDIA_PAUSE_REQUEST](t,e){t["mediaPaused"].set(!0,e)},[_.MEDIA_PLAY_REQUEST](t,e){var i,a,s,n;const r="mediaPaused",d=t.mediaStreamType.get(e)===ke.LIVE,f=!((i=e.options)!=null&&i.noAutoSeekToLive),m=t.mediaTargetLiveWindow.get(e)>0;if(d&&f&&!m){const v=(a=t.mediaSeekable.get(e))==null?void 0:a[1];if(v){const h=(n=(s=e.options)==null?void 0:s.seekToLiveOffset)!=null?n:0,p=v-h;t.mediaCurrentTime.set(p,e)}}t[r].set(!1,e)},[_.MEDIA_PLAYBACK_RATE_REQUEST](t,e,{detail:i}){const a="mediaPlaybackRate",s=i;t[a].set(s,e)},[_.MEDIA_MUTE_REQUEST](t,e){t["mediaMuted"].set(!0,e)},[_.MEDIA_UNMUTE_REQUEST](t,e){const i="mediaMuted";t.mediaVolume.get(e)||t.mediaVolume.set(.25,e),t[i].set(!1,e)},[_.MEDIA_LOOP_REQUEST](t,e,{detail:i}){const a="mediaLoop",s=!!i;return t[a].set(s,e),{mediaLoop:s}},[_.MEDIA_VOLUME_REQUEST](t,e,{detail:i}){const a="mediaVolume",s=i;s&&t.mediaMuted.get(e)&&t.mediaMuted.set(!1,e),t[a].set(s,e)},[_.MEDIA_SEEK_REQUEST](t,e,{detail:i}){const a="mediaCurrentTime",s=i;t[a].set(s,e)},[_.MEDIA_SEEK_TO_LIVE_REQUEST](t,e){var i,a,s;const n="mediaCurrentTime",r=(i=t.mediaSeekable.get(e))==null?void 0:i[1];if(Number.isNaN(Number(r)))return;const l=(s=(a=e.options)==null?void 0:a.seekToLiveOffset)!=null?s:0,d=r-l;t[n].set(d,e)},[_.MEDIA_SHOW_SUBTITLES_REQUEST](t,e,{detail:i}){var a;const{options:s}=e,n=Zi(e),r=ar(i),l=(a=r[0])==null?void 0:a.language;l&&!s.noSubtitlesLangPref&&u.localStorage.setItem("media-chrome-pref-subtitles-lang",l),Xt(kt.SHOWING,n,r)},[_.MEDIA_DISABLE_SUBTITLES_REQUEST](t,e,{detail:i}){const a=Zi(e),s=i??[];Xt(kt.DISABLED,a,s)},[_.MEDIA_TOGGLE_SUBTITLES_REQUEST](t,e,{detail:i}){lr(e,i)},[_.MEDIA_RENDITION_REQUEST](t,e,{detail:i}){const a="mediaRenditionSelected",s=i;t[a].set(s,e)},[_.MEDIA_AUDIO_TRACK_REQUEST](t,e,{detail:i}){const a="mediaAudioTrackEnabled",s=i;t[a].set(s,e)},[_.MEDIA_ENTER_PIP_REQUEST](t,e){const i="mediaIsPip";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[_.MEDIA_EXIT_PIP_REQUEST](t,e){t["mediaIsPip"].set(!1,e)},[_.MEDIA_ENTER_FULLSCREEN_REQUEST](t,e,i){const a="mediaIsFullscreen";t.mediaIsPip.get(e)&&t.mediaIsPip.set(!1,e),t[a].set(!0,e,i)},[_.MEDIA_EXIT_FULLSCREEN_REQUEST](t,e){t["mediaIsFullscreen"].set(!1,e)},[_.MEDIA_ENTER_CAST_REQUEST](t,e){const i="mediaIsCasting";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[_.MEDIA_EXIT_CAST_REQUEST](t,e){t["mediaIsCasting"].set(!1,e)},[_.MEDIA_AIRPLAY_REQUEST](t,e){t["mediaIsAirplaying"].set(!0,e)}},Ul=({media:t,fullscreenElement:e,documentElement:i,stateMediator:a=Wt,requestMap:s=Ol,options:n={},monitorStateOwnersOnlyWithSubscriptions:r=!0})=>{const l=[],d={options:{...n}};let f=Object.freeze({mediaPreviewTime:void 0,mediaPreviewImage:void 0,mediaPreviewCoords:void 0,mediaPreviewChapter:void 0});const m=g=>{g!=null&&(ts(g,f)||(f=Object.freeze({...f,...g}),l.forEach(y=>y(f))))},v=()=>{const g=Object.entries(a).reduce((y,[T,{get:H}])=>(y[T]=H(d),y),{});m(g)},h={};let p;const b=async(g,y)=>{var T,H,Ue,Ke,z,S,ee,Ge,qe,Es,fs,gs,_s,bs,As,Ts;const Dr=!!p;if(p={...d,...p??{},...g},Dr)return;await Rl(...Object.values(g));const at=l.length>0&&y===0&&r,ys=d.media!==p.media,ks=((T=d.media)==null?void 0:T.textTracks)!==((H=p.media)==null?void 0:H.textTracks),Ss=((Ue=d.media)==null?void 0:Ue.videoRenditions)!==((Ke=p.media)==null?void 0:Ke.videoRenditions),ws=((z=d.media)==null?void 0:z.audioTracks)!==((S=p.media)==null?void 0:S.audioTracks),Is=((ee=d.media)==null?void 0:ee.remote)!==((Ge=p.media)==null?void 0:Ge.remote),Ms=d.documentElement!==p.documentElement,Ls=!!d.media&&(ys||at),Rs=!!((qe=d.media)!=null&&qe.textTracks)&&(ks||at),Ds=!!((Es=d.media)!=null&&Es.videoRenditions)&&(Ss||at),Cs=!!((fs=d.media)!=null&&fs.audioTracks)&&(ws||at),Os=!!((gs=d.media)!=null&&gs.remote)&&(Is||at),Us=!!d.documentElement&&(Ms||at),Ea=Ls||Rs||Ds||Cs||Os||Us,st=l.length===0&&y===1&&r,Ps=!!p.media&&(ys||st),xs=!!((_s=p.media)!=null&&_s.textTracks)&&(ks||st),Ns=!!((bs=p.media)!=null&&bs.videoRenditions)&&(Ss||st),$s=!!((As=p.media)!=null&&As.audioTracks)&&(ws||st),Fs=!!((Ts=p.media)!=null&&Ts.remote)&&(Is||st),Hs=!!p.documentElement&&(Ms||st),Bs=Ps||xs||Ns||$s||Fs||Hs;if(!(Ea||Bs)){Object.entries(p).forEach(([M,Ut])=>{d[M]=Ut}),v(),p=void 0;return}Object.entries(a).forEach(([M,{get:Ut,mediaEvents:Cr=[],textTracksEvents:Or=[],videoRenditionsEvents:Ur=[],audioTracksEvents:Pr=[],remoteEvents:xr=[],rootEvents:Nr=[],stateOwnersUpdateHandlers:$r=[]}])=>{h[M]||(h[M]={});const te=C=>{const x=Ut(d,C);m({[M]:x})};let B;B=h[M].mediaEvents,Cr.forEach(C=>{B&&Ls&&(d.media.removeEventListener(C,B),h[M].mediaEvents=void 0),Ps&&(p.media.addEventListener(C,te),h[M].mediaEvents=te)}),B=h[M].textTracksEvents,Or.forEach(C=>{var x,de;B&&Rs&&((x=d.media.textTracks)==null||x.removeEventListener(C,B),h[M].textTracksEvents=void 0),xs&&((de=p.media.textTracks)==null||de.addEventListener(C,te),h[M].textTracksEvents=te)}),B=h[M].videoRenditionsEvents,Ur.forEach(C=>{var x,de;B&&Ds&&((x=d.media.videoRenditions)==null||x.removeEventListener(C,B),h[M].videoRenditionsEvents=void 0),Ns&&((de=p.media.videoRenditions)==null||de.addEventListener(C,te),h[M].videoRenditionsEvents=te)}),B=h[M].audioTracksEvents,Pr.forEach(C=>{var x,de;B&&Cs&&((x=d.media.audioTracks)==null||x.removeEventListener(C,B),h[M].audioTracksEvents=void 0),$s&&((de=p.media.audioTracks)==null||de.addEventListener(C,te),h[M].audioTracksEvents=te)}),B=h[M].remoteEvents,xr.forEach(C=>{var x,de;B&&Os&&((x=d.media.remote)==null||x.removeEventListener(C,B),h[M].remoteEvents=void 0),Fs&&((de=p.media.remote)==null||de.addEventListener(C,te),h[M].remoteEvents=te)}),B=h[M].rootEvents,Nr.forEach(C=>{B&&Us&&(d.documentElement.removeEventListener(C,B),h[M].rootEvents=void 0),Hs&&(p.documentElement.addEventListener(C,te),h[M].rootEvents=te)});const di=h[M].stateOwnersUpdateHandlers;if(di&&Ea&&(Array.isArray(di)?di:[di]).forEach(x=>{typeof x=="function"&&x()}),Bs){const C=$r.map(x=>x(te,p)).filter(x=>typeof x=="function");h[M].stateOwnersUpdateHandlers=C.length===1?C[0]:C}else Ea&&(h[M].stateOwnersUpdateHandlers=void 0)}),Object.entries(p).forEach(([M,Ut])=>{d[M]=Ut}),v(),p=void 0};return b({media:t,fullscreenElement:e,documentElement:i,options:n}),{dispatch(g){const{type:y,detail:T}=g;if(s[y]&&f.mediaErrorCode==null){m(s[y](a,d,g));return}y==="mediaelementchangerequest"?b({media:T}):y==="fullscreenelementchangerequest"?b({fullscreenElement:T}):y==="documentelementchangerequest"?b({documentElement:T}):y==="optionschangerequest"&&(Object.entries(T??{}).forEach(([H,Ue])=>{d.options[H]=Ue}),v())},getState(){return f},subscribe(g){return b({},l.length+1),l.push(g),g(f),()=>{const y=l.indexOf(g);y>=0&&(b({},l.length-1),l.splice(y,1))}}}};var is=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},E=(t,e,i)=>(is(t,e,"read from private field"),i?i.call(t):e.get(t)),ae=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},he=(t,e,i,a)=>(is(t,e,"write to private field"),e.set(t,i),i),Fe=(t,e,i)=>(is(t,e,"access private method"),i),Re,Vt,k,ne,Kt,ge,Si,Gt,wi,Ma,je,Ii,La,Zt,ji,Ra,dr;const ur=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Enter"," ","f","m","k","c","l","j",">","<","p"],an=10,sn=.025,nn=.25,Pl=.25,xl=2,c={DEFAULT_SUBTITLES:"defaultsubtitles",DEFAULT_STREAM_TYPE:"defaultstreamtype",DEFAULT_DURATION:"defaultduration",FULLSCREEN_ELEMENT:"fullscreenelement",HOTKEYS:"hotkeys",KEYBOARD_BACKWARD_SEEK_OFFSET:"keyboardbackwardseekoffset",KEYBOARD_FORWARD_SEEK_OFFSET:"keyboardforwardseekoffset",KEYBOARD_DOWN_VOLUME_STEP:"keyboarddownvolumestep",KEYBOARD_UP_VOLUME_STEP:"keyboardupvolumestep",KEYS_USED:"keysused",LANG:"lang",LOOP:"loop",LIVE_EDGE_OFFSET:"liveedgeoffset",NO_AUTO_SEEK_TO_LIVE:"noautoseektolive",NO_DEFAULT_STORE:"nodefaultstore",NO_HOTKEYS:"nohotkeys",NO_MUTED_PREF:"nomutedpref",NO_SUBTITLES_LANG_PREF:"nosubtitleslangpref",NO_VOLUME_PREF:"novolumepref",SEEK_TO_LIVE_OFFSET:"seektoliveoffset"};class Nl extends ca{constructor(){super(),ae(this,wi),ae(this,Ii),ae(this,Zt),ae(this,Ra),this.mediaStateReceivers=[],this.associatedElementSubscriptions=new Map,ae(this,Re,new sl(this,c.HOTKEYS)),ae(this,Vt,void 0),ae(this,k,void 0),ae(this,ne,null),ae(this,Kt,void 0),ae(this,ge,void 0),ae(this,Si,i=>{var a;(a=E(this,k))==null||a.dispatch(i)}),ae(this,Gt,void 0),ae(this,je,i=>{const{key:a,shiftKey:s}=i;if(!(s&&(a==="/"||a==="?")||ur.includes(a))){this.removeEventListener("keyup",E(this,je));return}this.keyboardShortcutHandler(i)}),this.associateElement(this);let e={};he(this,Kt,i=>{Object.entries(i).forEach(([a,s])=>{if(a in e&&e[a]===s)return;this.propagateMediaState(a,s);const n=a.toLowerCase(),r=new u.CustomEvent(Lo[n],{composed:!0,detail:s});this.dispatchEvent(r)}),e=i})}static get observedAttributes(){return super.observedAttributes.concat(c.NO_HOTKEYS,c.HOTKEYS,c.DEFAULT_STREAM_TYPE,c.DEFAULT_SUBTITLES,c.DEFAULT_DURATION,c.NO_MUTED_PREF,c.NO_VOLUME_PREF,c.LANG,c.LOOP,c.LIVE_EDGE_OFFSET,c.SEEK_TO_LIVE_OFFSET,c.NO_AUTO_SEEK_TO_LIVE)}get mediaStore(){return E(this,k)}set mediaStore(e){var i,a;if(E(this,k)&&((i=E(this,ge))==null||i.call(this),he(this,ge,void 0)),he(this,k,e),!E(this,k)&&!this.hasAttribute(c.NO_DEFAULT_STORE)){Fe(this,wi,Ma).call(this);return}he(this,ge,(a=E(this,k))==null?void 0:a.subscribe(E(this,Kt)))}get fullscreenElement(){var e;return(e=E(this,Vt))!=null?e:this}set fullscreenElement(e){var i;this.hasAttribute(c.FULLSCREEN_ELEMENT)&&this.removeAttribute(c.FULLSCREEN_ELEMENT),he(this,Vt,e),(i=E(this,k))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}get defaultSubtitles(){return L(this,c.DEFAULT_SUBTITLES)}set defaultSubtitles(e){R(this,c.DEFAULT_SUBTITLES,e)}get defaultStreamType(){return Q(this,c.DEFAULT_STREAM_TYPE)}set defaultStreamType(e){Y(this,c.DEFAULT_STREAM_TYPE,e)}get defaultDuration(){return De(this,c.DEFAULT_DURATION)}set defaultDuration(e){Ce(this,c.DEFAULT_DURATION,e)}get noHotkeys(){return L(this,c.NO_HOTKEYS)}set noHotkeys(e){R(this,c.NO_HOTKEYS,e)}get keysUsed(){return Q(this,c.KEYS_USED)}set keysUsed(e){Y(this,c.KEYS_USED,e)}get liveEdgeOffset(){return De(this,c.LIVE_EDGE_OFFSET)}set liveEdgeOffset(e){Ce(this,c.LIVE_EDGE_OFFSET,e)}get noAutoSeekToLive(){return L(this,c.NO_AUTO_SEEK_TO_LIVE)}set noAutoSeekToLive(e){R(this,c.NO_AUTO_SEEK_TO_LIVE,e)}get noVolumePref(){return L(this,c.NO_VOLUME_PREF)}set noVolumePref(e){R(this,c.NO_VOLUME_PREF,e)}get noMutedPref(){return L(this,c.NO_MUTED_PREF)}set noMutedPref(e){R(this,c.NO_MUTED_PREF,e)}get noSubtitlesLangPref(){return L(this,c.NO_SUBTITLES_LANG_PREF)}set noSubtitlesLangPref(e){R(this,c.NO_SUBTITLES_LANG_PREF,e)}get noDefaultStore(){return L(this,c.NO_DEFAULT_STORE)}set noDefaultStore(e){R(this,c.NO_DEFAULT_STORE,e)}get resolvedLang(){return Go()}attributeChangedCallback(e,i,a){var s,n,r,l,d,f,m,v,h,p,b,g;if(super.attributeChangedCallback(e,i,a),e===c.NO_HOTKEYS)a!==i&&a===""?(this.hasAttribute(c.HOTKEYS)&&console.warn("Media Chrome: Both `hotkeys` and `nohotkeys` have been set. All hotkeys will be disabled."),this.disableHotkeys()):a!==i&&a===null&&this.enableHotkeys(),Fe(this,Zt,ji).call(this);else if(e===c.HOTKEYS)E(this,Re).value=a,Fe(this,Zt,ji).call(this);else if(e===c.DEFAULT_SUBTITLES&&a!==i)(s=E(this,k))==null||s.dispatch({type:"optionschangerequest",detail:{defaultSubtitles:this.hasAttribute(c.DEFAULT_SUBTITLES)}});else if(e===c.DEFAULT_STREAM_TYPE)(r=E(this,k))==null||r.dispatch({type:"optionschangerequest",detail:{defaultStreamType:(n=this.getAttribute(c.DEFAULT_STREAM_TYPE))!=null?n:void 0}});else if(e===c.LIVE_EDGE_OFFSET&&a!==i)(l=E(this,k))==null||l.dispatch({type:"optionschangerequest",detail:{liveEdgeOffset:this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(c.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(c.SEEK_TO_LIVE_OFFSET):this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0}});else if(e===c.SEEK_TO_LIVE_OFFSET&&a!==i)(d=E(this,k))==null||d.dispatch({type:"optionschangerequest",detail:{seekToLiveOffset:this.hasAttribute(c.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(c.SEEK_TO_LIVE_OFFSET):this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0}});else if(e===c.NO_AUTO_SEEK_TO_LIVE)(f=E(this,k))==null||f.dispatch({type:"optionschangerequest",detail:{noAutoSeekToLive:this.hasAttribute(c.NO_AUTO_SEEK_TO_LIVE)}});else if(e===c.FULLSCREEN_ELEMENT){const y=a?(m=this.getRootNode())==null?void 0:m.getElementById(a):void 0;he(this,Vt,y),(v=E(this,k))==null||v.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}else e===c.LANG&&a!==i?(Vo(a),(h=E(this,k))==null||h.dispatch({type:"optionschangerequest",detail:{mediaLang:a}})):e===c.LOOP&&a!==i?(p=E(this,k))==null||p.dispatch({type:_.MEDIA_LOOP_REQUEST,detail:a!=null}):e===c.NO_VOLUME_PREF&&a!==i?(b=E(this,k))==null||b.dispatch({type:"optionschangerequest",detail:{noVolumePref:this.hasAttribute(c.NO_VOLUME_PREF)}}):e===c.NO_MUTED_PREF&&a!==i&&((g=E(this,k))==null||g.dispatch({type:"optionschangerequest",detail:{noMutedPref:this.hasAttribute(c.NO_MUTED_PREF)}}))}connectedCallback(){var e,i,a;this.associateElement(this),!E(this,k)&&!this.hasAttribute(c.NO_DEFAULT_STORE)&&Fe(this,wi,Ma).call(this),(e=E(this,k))==null||e.dispatch({type:"documentelementchangerequest",detail:J}),(i=E(this,k))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement}),super.connectedCallback(),E(this,k)&&!E(this,ge)&&he(this,ge,(a=E(this,k))==null?void 0:a.subscribe(E(this,Kt))),E(this,Gt)!==void 0&&E(this,k)&&this.media&&setTimeout(()=>{var s,n,r;(n=(s=this.media)==null?void 0:s.textTracks)!=null&&n.length&&((r=E(this,k))==null||r.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:E(this,Gt)}))},0),this.hasAttribute(c.NO_HOTKEYS)?this.disableHotkeys():this.enableHotkeys()}disconnectedCallback(){var e,i,a,s,n,r;if((e=super.disconnectedCallback)==null||e.call(this),this.disableHotkeys(),E(this,k)){const l=E(this,k).getState();he(this,Gt,!!((i=l.mediaSubtitlesShowing)!=null&&i.length)),(a=E(this,k))==null||a.dispatch({type:"fullscreenelementchangerequest",detail:void 0}),(s=E(this,k))==null||s.dispatch({type:"documentelementchangerequest",detail:void 0}),(n=E(this,k))==null||n.dispatch({type:_.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:!1})}E(this,ge)&&((r=E(this,ge))==null||r.call(this),he(this,ge,void 0)),this.unassociateElement(this),E(this,ne)&&(E(this,ne).remove(),he(this,ne,null))}mediaSetCallback(e){var i;super.mediaSetCallback(e),(i=E(this,k))==null||i.dispatch({type:"mediaelementchangerequest",detail:e}),e.hasAttribute("tabindex")||(e.tabIndex=-1)}mediaUnsetCallback(e){var i;super.mediaUnsetCallback(e),(i=E(this,k))==null||i.dispatch({type:"mediaelementchangerequest",detail:void 0})}propagateMediaState(e,i){ln(this.mediaStateReceivers,e,i)}associateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(i.has(e))return;const a=this.registerMediaStateReceiver.bind(this),s=this.unregisterMediaStateReceiver.bind(this),n=Vl(e,a,s);Object.values(_).forEach(r=>{e.addEventListener(r,E(this,Si))}),i.set(e,n)}unassociateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(!i.has(e))return;i.get(e)(),i.delete(e),Object.values(_).forEach(s=>{e.removeEventListener(s,E(this,Si))})}registerMediaStateReceiver(e){if(!e)return;const i=this.mediaStateReceivers;i.indexOf(e)>-1||(i.push(e),E(this,k)&&Object.entries(E(this,k).getState()).forEach(([s,n])=>{ln([e],s,n)}))}unregisterMediaStateReceiver(e){const i=this.mediaStateReceivers,a=i.indexOf(e);a<0||i.splice(a,1)}enableHotkeys(){this.addEventListener("keydown",Fe(this,Ii,La))}disableHotkeys(){this.removeEventListener("keydown",Fe(this,Ii,La)),this.removeEventListener("keyup",E(this,je))}get hotkeys(){return E(this,Re)}set hotkeys(e){Y(this,c.HOTKEYS,e)}keyboardShortcutHandler(e){var i,a,s,n,r,l,d,f,m;const v=e.target;if(((s=(a=(i=v.getAttribute(c.KEYS_USED))==null?void 0:i.split(" "))!=null?a:v?.keysUsed)!=null?s:[]).map(T=>T==="Space"?" ":T).filter(Boolean).includes(e.key))return;let p,b,g;if(!(E(this,Re).contains(Ja(e.key))||e.shiftKey&&(e.key==="/"||e.key==="?")&&E(this,Re).contains("noshift+/")))switch(e.key){case" ":case"k":p=E(this,k).getState().mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST,this.dispatchEvent(new u.CustomEvent(p,{composed:!0,bubbles:!0}));break;case"m":p=this.mediaStore.getState().mediaVolumeLevel==="off"?_.MEDIA_UNMUTE_REQUEST:_.MEDIA_MUTE_REQUEST,this.dispatchEvent(new u.CustomEvent(p,{composed:!0,bubbles:!0}));break;case"f":p=this.mediaStore.getState().mediaIsFullscreen?_.MEDIA_EXIT_FULLSCREEN_REQUEST:_.MEDIA_ENTER_FULLSCREEN_REQUEST,this.dispatchEvent(new u.CustomEvent(p,{composed:!0,bubbles:!0}));break;case"c":this.dispatchEvent(new u.CustomEvent(_.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}));break;case"ArrowLeft":case"j":{const T=this.hasAttribute(c.KEYBOARD_BACKWARD_SEEK_OFFSET)?+this.getAttribute(c.KEYBOARD_BACKWARD_SEEK_OFFSET):an;b=Math.max(((n=this.mediaStore.getState().mediaCurrentTime)!=null?n:0)-T,0),g=new u.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:b}),this.dispatchEvent(g);break}case"ArrowRight":case"l":{const T=this.hasAttribute(c.KEYBOARD_FORWARD_SEEK_OFFSET)?+this.getAttribute(c.KEYBOARD_FORWARD_SEEK_OFFSET):an;b=Math.max(((r=this.mediaStore.getState().mediaCurrentTime)!=null?r:0)+T,0),g=new u.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:b}),this.dispatchEvent(g);break}case"ArrowUp":{const T=this.hasAttribute(c.KEYBOARD_UP_VOLUME_STEP)?+this.getAttribute(c.KEYBOARD_UP_VOLUME_STEP):sn;b=Math.min(((l=this.mediaStore.getState().mediaVolume)!=null?l:1)+T,1),g=new u.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:b}),this.dispatchEvent(g);break}case"ArrowDown":{const T=this.hasAttribute(c.KEYBOARD_DOWN_VOLUME_STEP)?+this.getAttribute(c.KEYBOARD_DOWN_VOLUME_STEP):sn;b=Math.max(((d=this.mediaStore.getState().mediaVolume)!=null?d:1)-T,0),g=new u.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:b}),this.dispatchEvent(g);break}case"<":{const T=(f=this.mediaStore.getState().mediaPlaybackRate)!=null?f:1;b=Math.max(T-nn,Pl).toFixed(2),g=new u.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:b}),this.dispatchEvent(g);break}case">":{const T=(m=this.mediaStore.getState().mediaPlaybackRate)!=null?m:1;b=Math.min(T+nn,xl).toFixed(2),g=new u.CustomEvent(_.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:b}),this.dispatchEvent(g);break}case"/":case"?":{e.shiftKey&&Fe(this,Ra,dr).call(this);break}case"p":{p=this.mediaStore.getState().mediaIsPip?_.MEDIA_EXIT_PIP_REQUEST:_.MEDIA_ENTER_PIP_REQUEST,g=new u.CustomEvent(p,{composed:!0,bubbles:!0}),this.dispatchEvent(g);break}}}}Re=new WeakMap;Vt=new WeakMap;k=new WeakMap;ne=new WeakMap;Kt=new WeakMap;ge=new WeakMap;Si=new WeakMap;Gt=new WeakMap;wi=new WeakSet;Ma=function(){var t;this.mediaStore=Ul({media:this.media,fullscreenElement:this.fullscreenElement,options:{defaultSubtitles:this.hasAttribute(c.DEFAULT_SUBTITLES),defaultDuration:this.hasAttribute(c.DEFAULT_DURATION)?+this.getAttribute(c.DEFAULT_DURATION):void 0,defaultStreamType:(t=this.getAttribute(c.DEFAULT_STREAM_TYPE))!=null?t:void 0,liveEdgeOffset:this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(c.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(c.SEEK_TO_LIVE_OFFSET):this.hasAttribute(c.LIVE_EDGE_OFFSET)?+this.getAttribute(c.LIVE_EDGE_OFFSET):void 0,noAutoSeekToLive:this.hasAttribute(c.NO_AUTO_SEEK_TO_LIVE),noVolumePref:this.hasAttribute(c.NO_VOLUME_PREF),noMutedPref:this.hasAttribute(c.NO_MUTED_PREF),noSubtitlesLangPref:this.hasAttribute(c.NO_SUBTITLES_LANG_PREF)}})};je=new WeakMap;Ii=new WeakSet;La=function(t){var e;const{metaKey:i,altKey:a,key:s,shiftKey:n}=t,r=n&&(s==="/"||s==="?");if(r&&((e=E(this,ne))!=null&&e.open)){this.removeEventListener("keyup",E(this,je));return}if(i||a||!r&&!ur.includes(s)){this.removeEventListener("keyup",E(this,je));return}const l=t.target,d=l instanceof HTMLElement&&(l.tagName.toLowerCase()==="media-volume-range"||l.tagName.toLowerCase()==="media-time-range");[" ","ArrowLeft","ArrowRight","ArrowUp","ArrowDown"].includes(s)&&!E(this,Re).contains(Ja(s))&&!d&&t.preventDefault(),this.addEventListener("keyup",E(this,je),{once:!0})};Zt=new WeakSet;ji=function(){E(this,ne)&&(E(this,ne).hotkeys=E(this,Re).value||void 0,(this.noHotkeys||E(this,Re).contains("noshift+/"))&&(E(this,ne).open=!1))};Ra=new WeakSet;dr=function(){E(this,ne)||(he(this,ne,J.createElement("media-keyboard-shortcuts-dialog")),Fe(this,Zt,ji).call(this),this.appendChild(E(this,ne))),E(this,ne).open=!0};const $l=Object.values(o),Fl=Object.values(Ln),cr=t=>{var e,i,a,s;let{observedAttributes:n}=t.constructor;!n&&((e=t.nodeName)!=null&&e.includes("-"))&&(u.customElements.upgrade(t),{observedAttributes:n}=t.constructor);const r=(s=(a=(i=t?.getAttribute)==null?void 0:i.call(t,I.MEDIA_CHROME_ATTRIBUTES))==null?void 0:a.split)==null?void 0:s.call(a,/\s+/);return Array.isArray(n||r)?(n||r).filter(l=>$l.includes(l)):[]},Hl=t=>{var e,i;return(e=t.nodeName)!=null&&e.includes("-")&&u.customElements.get((i=t.nodeName)==null?void 0:i.toLowerCase())&&!(t instanceof u.customElements.get(t.nodeName.toLowerCase()))&&u.customElements.upgrade(t),Fl.some(a=>a in t)},Da=t=>Hl(t)||!!cr(t).length,rn=t=>{var e;return(e=t?.join)==null?void 0:e.call(t,":")},on={[o.MEDIA_SUBTITLES_LIST]:en,[o.MEDIA_SUBTITLES_SHOWING]:en,[o.MEDIA_SEEKABLE]:rn,[o.MEDIA_BUFFERED]:t=>t?.map(rn).join(" "),[o.MEDIA_PREVIEW_COORDS]:t=>t?.join(" "),[o.MEDIA_RENDITION_LIST]:nl,[o.MEDIA_AUDIO_TRACK_LIST]:ol},Bl=async(t,e,i)=>{var a,s;if(t.isConnected||await tr(0),typeof i=="boolean"||i==null)return R(t,e,i);if(typeof i=="number")return Ce(t,e,i);if(typeof i=="string")return Y(t,e,i);if(Array.isArray(i)&&!i.length)return t.removeAttribute(e);const n=(s=(a=on[e])==null?void 0:a.call(on,i))!=null?s:i;return t.setAttribute(e,n)},Wl=t=>{var e;return!!((e=t.closest)!=null&&e.call(t,'*[slot="media"]'))},ze=(t,e)=>{if(Wl(t))return;const i=(s,n)=>{var r,l;Da(s)&&n(s);const{children:d=[]}=s??{},f=(l=(r=s?.shadowRoot)==null?void 0:r.children)!=null?l:[];[...d,...f].forEach(v=>ze(v,n))},a=t?.nodeName.toLowerCase();if(a.includes("-")&&!Da(t)){u.customElements.whenDefined(a).then(()=>{i(t,e)});return}i(t,e)},ln=(t,e,i)=>{t.forEach(a=>{if(e in a){a[e]=i;return}const s=cr(a),n=e.toLowerCase();s.includes(n)&&Bl(a,n,i)})},Vl=(t,e,i)=>{ze(t,e);const a=m=>{var v;const h=(v=m?.composedPath()[0])!=null?v:m.target;e(h)},s=m=>{var v;const h=(v=m?.composedPath()[0])!=null?v:m.target;i(h)};t.addEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,a),t.addEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,s);const n=m=>{m.forEach(v=>{const{addedNodes:h=[],removedNodes:p=[],type:b,target:g,attributeName:y}=v;b==="childList"?(Array.prototype.forEach.call(h,T=>ze(T,e)),Array.prototype.forEach.call(p,T=>ze(T,i))):b==="attributes"&&y===I.MEDIA_CHROME_ATTRIBUTES&&(Da(g)?e(g):i(g))})};let r=[];const l=m=>{const v=m.target;v.name!=="media"&&(r.forEach(h=>ze(h,i)),r=[...v.assignedElements({flatten:!0})],r.forEach(h=>ze(h,e)))};t.addEventListener("slotchange",l);const d=new MutationObserver(n);return d.observe(t,{childList:!0,attributes:!0,subtree:!0}),()=>{ze(t,i),t.removeEventListener("slotchange",l),d.disconnect(),t.removeEventListener(_.REGISTER_MEDIA_STATE_RECEIVER,a),t.removeEventListener(_.UNREGISTER_MEDIA_STATE_RECEIVER,s)}};u.customElements.get("media-controller")||u.customElements.define("media-controller",Nl);const nt={PLACEMENT:"placement",BOUNDS:"bounds"};function Kl(t){return`
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
  `}class ma extends u.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{var e;if(!Cn(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;const i=this.placement;if(i==="left"||i==="right"){this.style.removeProperty("--media-tooltip-offset-x");return}const a=getComputedStyle(this),s=(e=oi(this,"#"+this.bounds))!=null?e:Do(this);if(!s)return;const{x:n,width:r}=s.getBoundingClientRect(),{x:l,width:d}=this.getBoundingClientRect(),f=l+d,m=n+r,v=a.getPropertyValue("--media-tooltip-offset-x"),h=v?parseFloat(v.replace("px","")):0,p=a.getPropertyValue("--media-tooltip-container-margin"),b=p?parseFloat(p.replace("px","")):0,g=l-n+h-b,y=f-m+h+b;if(g<0){this.style.setProperty("--media-tooltip-offset-x",`${g}px`);return}if(y>0){this.style.setProperty("--media-tooltip-offset-x",`${y}px`);return}this.style.removeProperty("--media-tooltip-offset-x")},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ie(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}if(this.arrowEl=this.shadowRoot.querySelector("#arrow"),Object.prototype.hasOwnProperty.call(this,"placement")){const e=this.placement;delete this.placement,this.placement=e}}static get observedAttributes(){return[nt.PLACEMENT,nt.BOUNDS]}get placement(){return Q(this,nt.PLACEMENT)}set placement(e){Y(this,nt.PLACEMENT,e)}get bounds(){return Q(this,nt.BOUNDS)}set bounds(e){Y(this,nt.BOUNDS,e)}}ma.shadowRootOptions={mode:"open"};ma.getTemplateHTML=Kl;u.customElements.get("media-tooltip")||u.customElements.define("media-tooltip",ma);var dn=ma,as=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},N=(t,e,i)=>(as(t,e,"read from private field"),i?i.call(t):e.get(t)),Qe=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},vi=(t,e,i,a)=>(as(t,e,"write to private field"),e.set(t,i),i),un=(t,e,i)=>(as(t,e,"access private method"),i),_e,bt,Ca,hr,We,ht,Mi,Oa,mr;const xe={TOOLTIP_PLACEMENT:"tooltipplacement",DISABLED:"disabled",NO_TOOLTIP:"notooltip"};function Gl(t,e={}){return`
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
        <template shadowrootmode="${dn.shadowRootOptions.mode}">
          ${dn.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(t)}
        </slot>
      </media-tooltip>
    </slot>
  `}function ql(t,e){return`
    <slot></slot>
  `}function Yl(){return""}class Ve extends u.HTMLElement{constructor(){if(super(),Qe(this,Ca),Qe(this,Oa),Qe(this,_e,void 0),this.preventClick=!1,this.tooltipEl=null,Qe(this,bt,e=>{this.preventClick||this.handleClick(e),setTimeout(N(this,We),0)}),Qe(this,We,()=>{var e,i;(i=(e=this.tooltipEl)==null?void 0:e.updateXOffset)==null||i.call(e)}),Qe(this,ht,e=>{const{key:i}=e;if(!this.keysUsed.includes(i)){this.removeEventListener("keyup",N(this,ht));return}this.preventClick||this.handleClick(e)}),Qe(this,Mi,e=>{const{metaKey:i,altKey:a,key:s}=e;if(i||a||!this.keysUsed.includes(s)){this.removeEventListener("keyup",N(this,ht));return}this.addEventListener("keyup",N(this,ht),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ie(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}this.tooltipEl=this.shadowRoot.querySelector("media-tooltip")}static get observedAttributes(){return["disabled",xe.TOOLTIP_PLACEMENT,I.MEDIA_CONTROLLER,o.MEDIA_LANG]}enable(){this.addEventListener("click",N(this,bt)),this.addEventListener("keydown",N(this,Mi)),this.tabIndex=0}disable(){this.removeEventListener("click",N(this,bt)),this.removeEventListener("keydown",N(this,Mi)),this.removeEventListener("keyup",N(this,ht)),this.tabIndex=-1}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===I.MEDIA_CONTROLLER?(i&&((n=(s=N(this,_e))==null?void 0:s.unassociateElement)==null||n.call(s,this),vi(this,_e,null)),a&&this.isConnected&&(vi(this,_e,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=N(this,_e))==null?void 0:l.associateElement)==null||d.call(l,this))):e==="disabled"&&a!==i?a==null?this.enable():this.disable():e===xe.TOOLTIP_PLACEMENT&&this.tooltipEl&&a!==i?this.tooltipEl.placement=a:e===o.MEDIA_LANG&&(this.shadowRoot.querySelector('slot[name="tooltip-content"]').innerHTML=this.constructor.getTooltipContentHTML()),un(this,Ca,hr).call(this)&&N(this,We).call(this)}connectedCallback(){var e,i,a;const{style:s}=K(this.shadowRoot,":host");s.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute("disabled")?this.disable():this.enable(),this.setAttribute("role","button");const n=this.getAttribute(I.MEDIA_CONTROLLER);n&&(vi(this,_e,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(i=N(this,_e))==null?void 0:i.associateElement)==null||a.call(i,this)),u.customElements.whenDefined("media-tooltip").then(()=>un(this,Oa,mr).call(this))}disconnectedCallback(){var e,i;this.disable(),(i=(e=N(this,_e))==null?void 0:e.unassociateElement)==null||i.call(e,this),vi(this,_e,null),this.removeEventListener("mouseenter",N(this,We)),this.removeEventListener("focus",N(this,We)),this.removeEventListener("click",N(this,bt))}get keysUsed(){return["Enter"," "]}get tooltipPlacement(){return Q(this,xe.TOOLTIP_PLACEMENT)}set tooltipPlacement(e){Y(this,xe.TOOLTIP_PLACEMENT,e)}get mediaController(){return Q(this,I.MEDIA_CONTROLLER)}set mediaController(e){Y(this,I.MEDIA_CONTROLLER,e)}get disabled(){return L(this,xe.DISABLED)}set disabled(e){R(this,xe.DISABLED,e)}get noTooltip(){return L(this,xe.NO_TOOLTIP)}set noTooltip(e){R(this,xe.NO_TOOLTIP,e)}handleClick(e){}}_e=new WeakMap;bt=new WeakMap;Ca=new WeakSet;hr=function(){try{return this.matches(":hover, :focus-visible")}catch{return this.matches(":hover, :focus")}};We=new WeakMap;ht=new WeakMap;Mi=new WeakMap;Oa=new WeakSet;mr=function(){this.addEventListener("mouseenter",N(this,We)),this.addEventListener("focus",N(this,We)),this.addEventListener("click",N(this,bt));const t=this.tooltipPlacement;t&&this.tooltipEl&&(this.tooltipEl.placement=t)};Ve.shadowRootOptions={mode:"open"};Ve.getTemplateHTML=Gl;Ve.getSlotTemplateHTML=ql;Ve.getTooltipContentHTML=Yl;u.customElements.get("media-chrome-button")||u.customElements.define("media-chrome-button",Ve);var pr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Ql=(t,e,i)=>(pr(t,e,"read from private field"),e.get(t)),zl=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Xl=(t,e,i,a)=>(pr(t,e,"write to private field"),e.set(t,i),i),Li;const Zl=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,Jl=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function jl(t){return`
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
      <slot name="enter">${Zl}</slot>
      <slot name="exit">${Jl}</slot>
    </slot>
  `}function ed(){return`
    <slot name="tooltip-enter">${U("Enter fullscreen mode")}</slot>
    <slot name="tooltip-exit">${U("Exit fullscreen mode")}</slot>
  `}const cn=t=>{const e=t.mediaIsFullscreen?U("exit fullscreen mode"):U("enter fullscreen mode");t.setAttribute("aria-label",e)};class ss extends Ve{constructor(){super(...arguments),zl(this,Li,null)}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_IS_FULLSCREEN,o.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),cn(this)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===o.MEDIA_IS_FULLSCREEN&&cn(this)}get mediaFullscreenUnavailable(){return Q(this,o.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(e){Y(this,o.MEDIA_FULLSCREEN_UNAVAILABLE,e)}get mediaIsFullscreen(){return L(this,o.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(e){R(this,o.MEDIA_IS_FULLSCREEN,e)}handleClick(e){Xl(this,Li,e);const i=Ql(this,Li)instanceof PointerEvent,a=this.mediaIsFullscreen?new u.CustomEvent(_.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new u.CustomEvent(_.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:i});this.dispatchEvent(a)}}Li=new WeakMap;ss.getSlotTemplateHTML=jl;ss.getTooltipContentHTML=ed;u.customElements.get("media-fullscreen-button")||u.customElements.define("media-fullscreen-button",ss);var vr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Nt=(t,e,i)=>(vr(t,e,"read from private field"),i?i.call(t):e.get(t)),hn=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},$t=(t,e,i,a)=>(vr(t,e,"write to private field"),e.set(t,i),i),be,Ri;const Ei={LOADING_DELAY:"loadingdelay",NO_AUTOHIDE:"noautohide"},Er=500,td=`
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
`;function id(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${Er}ms);
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

    <slot name="icon">${td}</slot>
    <div id="status" role="status" aria-live="polite">${U("media loading")}</div>
  `}class ns extends u.HTMLElement{constructor(){if(super(),hn(this,be,void 0),hn(this,Ri,Er),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ie(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[I.MEDIA_CONTROLLER,o.MEDIA_PAUSED,o.MEDIA_LOADING,Ei.LOADING_DELAY]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===Ei.LOADING_DELAY&&i!==a?this.loadingDelay=Number(a):e===I.MEDIA_CONTROLLER&&(i&&((n=(s=Nt(this,be))==null?void 0:s.unassociateElement)==null||n.call(s,this),$t(this,be,null)),a&&this.isConnected&&($t(this,be,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=Nt(this,be))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i,a;const s=this.getAttribute(I.MEDIA_CONTROLLER);s&&($t(this,be,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=Nt(this,be))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Nt(this,be))==null?void 0:e.unassociateElement)==null||i.call(e,this),$t(this,be,null)}get loadingDelay(){return Nt(this,Ri)}set loadingDelay(e){$t(this,Ri,e);const{style:i}=K(this.shadowRoot,":host");i.setProperty("--_loading-indicator-delay",`var(--media-loading-indicator-transition-delay, ${e}ms)`)}get mediaPaused(){return L(this,o.MEDIA_PAUSED)}set mediaPaused(e){R(this,o.MEDIA_PAUSED,e)}get mediaLoading(){return L(this,o.MEDIA_LOADING)}set mediaLoading(e){R(this,o.MEDIA_LOADING,e)}get mediaController(){return Q(this,I.MEDIA_CONTROLLER)}set mediaController(e){Y(this,I.MEDIA_CONTROLLER,e)}get noAutohide(){return L(this,Ei.NO_AUTOHIDE)}set noAutohide(e){R(this,Ei.NO_AUTOHIDE,e)}}be=new WeakMap;Ri=new WeakMap;ns.shadowRootOptions={mode:"open"};ns.getTemplateHTML=id;u.customElements.get("media-loading-indicator")||u.customElements.define("media-loading-indicator",ns);const ad=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,mn=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,sd=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function nd(t){return`
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
      <slot name="off">${ad}</slot>
      <slot name="low">${mn}</slot>
      <slot name="medium">${mn}</slot>
      <slot name="high">${sd}</slot>
    </slot>
  `}function rd(){return`
    <slot name="tooltip-mute">${U("Mute")}</slot>
    <slot name="tooltip-unmute">${U("Unmute")}</slot>
  `}const pn=t=>{const e=t.mediaVolumeLevel==="off",i=U(e?"unmute":"mute");t.setAttribute("aria-label",i)};class rs extends Ve{static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),pn(this)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===o.MEDIA_VOLUME_LEVEL&&pn(this)}get mediaVolumeLevel(){return Q(this,o.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(e){Y(this,o.MEDIA_VOLUME_LEVEL,e)}handleClick(){const e=this.mediaVolumeLevel==="off"?_.MEDIA_UNMUTE_REQUEST:_.MEDIA_MUTE_REQUEST;this.dispatchEvent(new u.CustomEvent(e,{composed:!0,bubbles:!0}))}}rs.getSlotTemplateHTML=nd;rs.getTooltipContentHTML=rd;u.customElements.get("media-mute-button")||u.customElements.define("media-mute-button",rs);const od=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,ld=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function dd(t){return`
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
      <slot name="play">${od}</slot>
      <slot name="pause">${ld}</slot>
    </slot>
  `}function ud(){return`
    <slot name="tooltip-play">${U("Play")}</slot>
    <slot name="tooltip-pause">${U("Pause")}</slot>
  `}const vn=t=>{const e=t.mediaPaused?U("play"):U("pause");t.setAttribute("aria-label",e)};class os extends Ve{static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PAUSED,o.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),vn(this)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),(e===o.MEDIA_PAUSED||e===o.MEDIA_LANG)&&vn(this)}get mediaPaused(){return L(this,o.MEDIA_PAUSED)}set mediaPaused(e){R(this,o.MEDIA_PAUSED,e)}handleClick(){const e=this.mediaPaused?_.MEDIA_PLAY_REQUEST:_.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new u.CustomEvent(e,{composed:!0,bubbles:!0}))}}os.getSlotTemplateHTML=dd;os.getTooltipContentHTML=ud;u.customElements.get("media-play-button")||u.customElements.define("media-play-button",os);var fr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},fi=(t,e,i)=>(fr(t,e,"read from private field"),i?i.call(t):e.get(t)),cd=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},gi=(t,e,i,a)=>(fr(t,e,"write to private field"),e.set(t,i),i),Ae;function hd(t){return`
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
  `}class pa extends u.HTMLElement{constructor(){if(super(),cd(this,Ae,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ie(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[I.MEDIA_CONTROLLER,o.MEDIA_PREVIEW_IMAGE,o.MEDIA_PREVIEW_COORDS]}connectedCallback(){var e,i,a;const s=this.getAttribute(I.MEDIA_CONTROLLER);s&&(gi(this,Ae,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=fi(this,Ae))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=fi(this,Ae))==null?void 0:e.unassociateElement)==null||i.call(e,this),gi(this,Ae,null)}attributeChangedCallback(e,i,a){var s,n,r,l,d;[o.MEDIA_PREVIEW_IMAGE,o.MEDIA_PREVIEW_COORDS].includes(e)&&this.update(),e===I.MEDIA_CONTROLLER&&(i&&((n=(s=fi(this,Ae))==null?void 0:s.unassociateElement)==null||n.call(s,this),gi(this,Ae,null)),a&&this.isConnected&&(gi(this,Ae,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=fi(this,Ae))==null?void 0:l.associateElement)==null||d.call(l,this)))}get mediaPreviewImage(){return Q(this,o.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){Y(this,o.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewCoords(){const e=this.getAttribute(o.MEDIA_PREVIEW_COORDS);if(e)return e.split(/\s+/).map(i=>+i)}set mediaPreviewCoords(e){if(!e){this.removeAttribute(o.MEDIA_PREVIEW_COORDS);return}this.setAttribute(o.MEDIA_PREVIEW_COORDS,e.join(" "))}update(){const e=this.mediaPreviewCoords,i=this.mediaPreviewImage;if(!(e&&i))return;const[a,s,n,r]=e,l=i.split("#")[0],d=getComputedStyle(this),{maxWidth:f,maxHeight:m,minWidth:v,minHeight:h}=d,p=d.getPropertyValue("--media-preview-thumbnail-object-fit").trim()||"contain";let b,g;if(p==="fill"){const S=parseInt(f)/n,ee=parseInt(m)/r,Ge=parseInt(v)/n,qe=parseInt(h)/r;b=S<1?S:Math.max(S,Ge),g=ee<1?ee:Math.max(ee,qe)}else{const S=Math.min(parseInt(f)/n,parseInt(m)/r),ee=Math.max(parseInt(v)/n,parseInt(h)/r),qe=S<1?S:ee>1?ee:1;b=qe,g=qe}const{style:y}=K(this.shadowRoot,":host"),T=K(this.shadowRoot,"img").style,H=this.shadowRoot.querySelector("img"),Ke=Math.min(b,g)<1?"min":"max";y.setProperty(`${Ke}-width`,"initial","important"),y.setProperty(`${Ke}-height`,"initial","important"),y.width=`${n*b}px`,y.height=`${r*g}px`;const z=()=>{T.width=`${this.imgWidth*b}px`,T.height=`${this.imgHeight*g}px`,T.display="block"};H.src!==l&&(H.onload=()=>{this.imgWidth=H.naturalWidth,this.imgHeight=H.naturalHeight,z(),H.onload=null},H.src=l,z()),z(),T.transform=`translate(-${a*b}px, -${s*g}px)`}}Ae=new WeakMap;pa.shadowRootOptions={mode:"open"};pa.getTemplateHTML=hd;u.customElements.get("media-preview-thumbnail")||u.customElements.define("media-preview-thumbnail",pa);var En=pa,gr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},_i=(t,e,i)=>(gr(t,e,"read from private field"),i?i.call(t):e.get(t)),md=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},bi=(t,e,i,a)=>(gr(t,e,"write to private field"),e.set(t,i),i),Te;function pd(t,e={}){return`
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
  `}function vd(t,e){return`
    <slot></slot>
  `}class Ct extends u.HTMLElement{constructor(){if(super(),md(this,Te,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ie(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[I.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===I.MEDIA_CONTROLLER&&(i&&((n=(s=_i(this,Te))==null?void 0:s.unassociateElement)==null||n.call(s,this),bi(this,Te,null)),a&&this.isConnected&&(bi(this,Te,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=_i(this,Te))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i,a;const{style:s}=K(this.shadowRoot,":host");s.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`);const n=this.getAttribute(I.MEDIA_CONTROLLER);n&&(bi(this,Te,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(i=_i(this,Te))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=_i(this,Te))==null?void 0:e.unassociateElement)==null||i.call(e,this),bi(this,Te,null)}}Te=new WeakMap;Ct.shadowRootOptions={mode:"open"};Ct.getTemplateHTML=pd;Ct.getSlotTemplateHTML=vd;u.customElements.get("media-text-display")||u.customElements.define("media-text-display",Ct);const fn=[{singular:"hour",plural:"hours"},{singular:"minute",plural:"minutes"},{singular:"second",plural:"seconds"}],gn=(t,e)=>{const i=U(t===1?fn[e].singular:fn[e].plural);return`${t} ${i}`},_n=t=>{if(!ja(t))return"";const e=Math.abs(t),i=e!==t,a=new Date(0,0,0,0,0,e,0),n=[a.getHours(),a.getMinutes(),a.getSeconds()].map((r,l)=>r&&gn(r,l)).filter(r=>r).join(", ");return i?U("{time} remaining",{time:n}):e===0?gn(0,2):n};function bn(t,e){let i=!1;t<0&&(i=!0,t=0-t),t=t<0?0:t;let a=Math.floor(t%60),s=Math.floor(t/60%60),n=Math.floor(t/3600);const r=Math.floor(e/60%60),l=Math.floor(e/3600);return(isNaN(t)||t===1/0)&&(n=s=a="0"),n=n>0||l>0?n+":":"",s=((n||r>=10)&&s<10?"0"+s:s)+":",a=a<10?"0"+a:a,(i?"-":"")+n+s+a}var _r=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},An=(t,e,i)=>(_r(t,e,"read from private field"),i?i.call(t):e.get(t)),Ed=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},fd=(t,e,i,a)=>(_r(t,e,"write to private field"),e.set(t,i),i),qt;class gd extends Ct{constructor(){super(),Ed(this,qt,void 0),fd(this,qt,this.shadowRoot.querySelector("slot")),An(this,qt).textContent=bn(0)}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PREVIEW_TIME]}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===o.MEDIA_PREVIEW_TIME&&a!=null&&(An(this,qt).textContent=bn(parseFloat(a)))}get mediaPreviewTime(){return De(this,o.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){Ce(this,o.MEDIA_PREVIEW_TIME,e)}}qt=new WeakMap;u.customElements.get("media-preview-time-display")||u.customElements.define("media-preview-time-display",gd);var ls=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},O=(t,e,i)=>(ls(t,e,"read from private field"),i?i.call(t):e.get(t)),G=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},He=(t,e,i,a)=>(ls(t,e,"write to private field"),e.set(t,i),i),me=(t,e,i)=>(ls(t,e,"access private method"),i),ye,va,Di,Ci,pe,ea,Oi,Ui,Pi,ds,br,xi,Ua,Ni,Pa,ta,us,xa,Ar,Na,Tr,$a,yr,Fa,kr;function _d(t){return`
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
  `}function bd(t){return""}class Ot extends u.HTMLElement{constructor(){if(super(),G(this,ds),G(this,xi),G(this,Ni),G(this,ta),G(this,xa),G(this,Na),G(this,$a),G(this,Fa),G(this,ye,void 0),G(this,va,void 0),G(this,Di,void 0),G(this,Ci,void 0),G(this,pe,{}),G(this,ea,[]),G(this,Oi,()=>{if(this.range.matches(":focus-visible")){const{style:e}=K(this.shadowRoot,":host");e.setProperty("--_focus-visible-box-shadow","var(--_focus-box-shadow)")}}),G(this,Ui,()=>{const{style:e}=K(this.shadowRoot,":host");e.removeProperty("--_focus-visible-box-shadow")}),G(this,Pi,()=>{const e=this.shadowRoot.querySelector("#segments-clipping");e&&e.parentNode.append(e)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=Ie(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}this.container=this.shadowRoot.querySelector("#container"),He(this,Di,this.shadowRoot.querySelector("#startpoint")),He(this,Ci,this.shadowRoot.querySelector("#endpoint")),this.range=this.shadowRoot.querySelector("#range"),this.appearance=this.shadowRoot.querySelector("#appearance")}static get observedAttributes(){return["disabled","aria-disabled",I.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===I.MEDIA_CONTROLLER?(i&&((n=(s=O(this,ye))==null?void 0:s.unassociateElement)==null||n.call(s,this),He(this,ye,null)),a&&this.isConnected&&(He(this,ye,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=O(this,ye))==null?void 0:l.associateElement)==null||d.call(l,this))):(e==="disabled"||e==="aria-disabled"&&i!==a)&&(a==null?(this.range.removeAttribute(e),me(this,xi,Ua).call(this)):(this.range.setAttribute(e,a),me(this,Ni,Pa).call(this)))}connectedCallback(){var e,i,a;const{style:s}=K(this.shadowRoot,":host");s.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),O(this,pe).pointer=K(this.shadowRoot,"#pointer"),O(this,pe).progress=K(this.shadowRoot,"#progress"),O(this,pe).thumb=K(this.shadowRoot,'#thumb, ::slotted([slot="thumb"])'),O(this,pe).activeSegment=K(this.shadowRoot,"#segments-clipping rect:nth-child(0)");const n=this.getAttribute(I.MEDIA_CONTROLLER);n&&(He(this,ye,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(i=O(this,ye))==null?void 0:i.associateElement)==null||a.call(i,this)),this.updateBar(),this.shadowRoot.addEventListener("focusin",O(this,Oi)),this.shadowRoot.addEventListener("focusout",O(this,Ui)),me(this,xi,Ua).call(this),Bn(this.container,O(this,Pi))}disconnectedCallback(){var e,i;me(this,Ni,Pa).call(this),(i=(e=O(this,ye))==null?void 0:e.unassociateElement)==null||i.call(e,this),He(this,ye,null),this.shadowRoot.removeEventListener("focusin",O(this,Oi)),this.shadowRoot.removeEventListener("focusout",O(this,Ui)),Wn(this.container,O(this,Pi))}updatePointerBar(e){var i;(i=O(this,pe).pointer)==null||i.style.setProperty("width",`${this.getPointerRatio(e)*100}%`)}updateBar(){var e,i;const a=this.range.valueAsNumber*100;(e=O(this,pe).progress)==null||e.style.setProperty("width",`${a}%`),(i=O(this,pe).thumb)==null||i.style.setProperty("left",`${a}%`)}updateSegments(e){const i=this.shadowRoot.querySelector("#segments-clipping");if(i.textContent="",this.container.classList.toggle("segments",!!e?.length),!e?.length)return;const a=[...new Set([+this.range.min,...e.flatMap(n=>[n.start,n.end]),+this.range.max])];He(this,ea,[...a]);const s=a.pop();for(const[n,r]of a.entries()){const[l,d]=[n===0,n===a.length-1],f=l?"calc(var(--segments-gap) / -1)":`${r*100}%`,v=`calc(${((d?s:a[n+1])-r)*100}%${l||d?"":" - var(--segments-gap)"})`,h=J.createElementNS("http://www.w3.org/2000/svg","rect"),p=On(this.shadowRoot,`#segments-clipping rect:nth-child(${n+1})`);p.style.setProperty("x",f),p.style.setProperty("width",v),i.append(h)}}getPointerRatio(e){return Uo(e.clientX,e.clientY,O(this,Di).getBoundingClientRect(),O(this,Ci).getBoundingClientRect())}get dragging(){return this.hasAttribute("dragging")}handleEvent(e){switch(e.type){case"pointermove":me(this,Fa,kr).call(this,e);break;case"input":this.updateBar();break;case"pointerenter":me(this,xa,Ar).call(this,e);break;case"pointerdown":me(this,ta,us).call(this,e);break;case"pointerup":me(this,Na,Tr).call(this);break;case"pointerleave":me(this,$a,yr).call(this);break}}get keysUsed(){return["ArrowUp","ArrowRight","ArrowDown","ArrowLeft"]}}ye=new WeakMap;va=new WeakMap;Di=new WeakMap;Ci=new WeakMap;pe=new WeakMap;ea=new WeakMap;Oi=new WeakMap;Ui=new WeakMap;Pi=new WeakMap;ds=new WeakSet;br=function(t){const e=O(this,pe).activeSegment;if(!e)return;const i=this.getPointerRatio(t),s=`#segments-clipping rect:nth-child(${O(this,ea).findIndex((n,r,l)=>{const d=l[r+1];return d!=null&&i>=n&&i<=d})+1})`;(e.selectorText!=s||!e.style.transform)&&(e.selectorText=s,e.style.setProperty("transform","var(--media-range-segment-hover-transform, scaleY(2))"))};xi=new WeakSet;Ua=function(){this.hasAttribute("disabled")||!this.isConnected||(this.addEventListener("input",this),this.addEventListener("pointerdown",this),this.addEventListener("pointerenter",this))};Ni=new WeakSet;Pa=function(){var t,e;this.removeEventListener("input",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointerenter",this),this.removeEventListener("pointerleave",this),(t=u.window)==null||t.removeEventListener("pointerup",this),(e=u.window)==null||e.removeEventListener("pointermove",this)};ta=new WeakSet;us=function(t){var e;He(this,va,t.composedPath().includes(this.range)),(e=u.window)==null||e.addEventListener("pointerup",this,{once:!0})};xa=new WeakSet;Ar=function(t){var e;t.pointerType!=="mouse"&&me(this,ta,us).call(this,t),this.addEventListener("pointerleave",this,{once:!0}),(e=u.window)==null||e.addEventListener("pointermove",this)};Na=new WeakSet;Tr=function(){var t;(t=u.window)==null||t.removeEventListener("pointerup",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled")};$a=new WeakSet;yr=function(){var t,e;this.removeEventListener("pointerleave",this),(t=u.window)==null||t.removeEventListener("pointermove",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled"),(e=O(this,pe).activeSegment)==null||e.style.removeProperty("transform")};Fa=new WeakSet;kr=function(t){t.pointerType==="pen"&&t.buttons===0||(this.toggleAttribute("dragging",t.buttons===1||t.pointerType!=="mouse"),this.updatePointerBar(t),me(this,ds,br).call(this,t),this.dragging&&(t.pointerType!=="mouse"||!O(this,va))&&(this.range.disabled=!0,this.range.valueAsNumber=this.getPointerRatio(t),this.range.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))))};Ot.shadowRootOptions={mode:"open"};Ot.getTemplateHTML=_d;Ot.getContainerTemplateHTML=bd;u.customElements.get("media-chrome-range")||u.customElements.define("media-chrome-range",Ot);var Sr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Ad=(t,e,i)=>(Sr(t,e,"read from private field"),i?i.call(t):e.get(t)),Td=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},yd=(t,e,i,a)=>(Sr(t,e,"write to private field"),e.set(t,i),i),$i;class kd extends Ct{constructor(){super(),Td(this,$i,void 0),yd(this,$i,this.shadowRoot.querySelector("slot"))}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PREVIEW_CHAPTER,o.MEDIA_LANG]}attributeChangedCallback(e,i,a){if(super.attributeChangedCallback(e,i,a),(e===o.MEDIA_PREVIEW_CHAPTER||e===o.MEDIA_LANG)&&a!==i&&a!=null)if(Ad(this,$i).textContent=a,a!==""){const s=U("chapter: {chapterName}",{chapterName:a});this.setAttribute("aria-valuetext",s)}else this.removeAttribute("aria-valuetext")}get mediaPreviewChapter(){return Q(this,o.MEDIA_PREVIEW_CHAPTER)}set mediaPreviewChapter(e){Y(this,o.MEDIA_PREVIEW_CHAPTER,e)}}$i=new WeakMap;u.customElements.get("media-preview-chapter-display")||u.customElements.define("media-preview-chapter-display",kd);var wr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},W=(t,e,i)=>(wr(t,e,"read from private field"),e.get(t)),Ee=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},se=(t,e,i,a)=>(wr(t,e,"write to private field"),e.set(t,i),i),Sd=(t,e,i,a)=>({set _(s){se(t,e,s)},get _(){return W(t,e)}}),mt,Fi,pt,Yt,Hi,Bi,Wi,vt,Xe,Vi;class wd{constructor(e,i,a){Ee(this,mt,void 0),Ee(this,Fi,void 0),Ee(this,pt,void 0),Ee(this,Yt,void 0),Ee(this,Hi,void 0),Ee(this,Bi,void 0),Ee(this,Wi,void 0),Ee(this,vt,void 0),Ee(this,Xe,0),Ee(this,Vi,(s=performance.now())=>{se(this,Xe,requestAnimationFrame(W(this,Vi))),se(this,Yt,performance.now()-W(this,pt));const n=1e3/this.fps;if(W(this,Yt)>n){se(this,pt,s-W(this,Yt)%n);const r=1e3/((s-W(this,Fi))/++Sd(this,Hi)._),l=(s-W(this,Bi))/1e3/this.duration;let d=W(this,Wi)+l*this.playbackRate;d-W(this,mt).valueAsNumber>0?se(this,vt,this.playbackRate/this.duration/r):(se(this,vt,.995*W(this,vt)),d=W(this,mt).valueAsNumber+W(this,vt)),this.callback(d)}}),se(this,mt,e),this.callback=i,this.fps=a}start(){W(this,Xe)===0&&(se(this,pt,performance.now()),se(this,Fi,W(this,pt)),se(this,Hi,0),W(this,Vi).call(this))}stop(){W(this,Xe)!==0&&(cancelAnimationFrame(W(this,Xe)),se(this,Xe,0))}update({start:e,duration:i,playbackRate:a}){const s=e-W(this,mt).valueAsNumber,n=Math.abs(i-this.duration);(s>0||s<-.5/i||n>=.5)&&this.callback(e),se(this,Wi,e),se(this,Bi,performance.now()),this.duration=i,this.playbackRate=a}}mt=new WeakMap;Fi=new WeakMap;pt=new WeakMap;Yt=new WeakMap;Hi=new WeakMap;Bi=new WeakMap;Wi=new WeakMap;vt=new WeakMap;Xe=new WeakMap;Vi=new WeakMap;var cs=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},D=(t,e,i)=>(cs(t,e,"read from private field"),i?i.call(t):e.get(t)),$=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},re=(t,e,i,a)=>(cs(t,e,"write to private field"),e.set(t,i),i),le=(t,e,i)=>(cs(t,e,"access private method"),i),Et,Be,ia,Jt,aa,Ki,si,ni,ft,gt,Qt,Ha,Ir,Ba,sa,hs,na,ms,ra,ps,Wa,Mr,ri,oa,Va,Lr;const Id=t=>{const e=t.range,i=_n(+Rr(t)),a=_n(+t.mediaSeekableEnd),s=i&&a?U("{currentTime} of {totalTime}",{currentTime:i,totalTime:a}):U("video not loaded, unknown time.");e.setAttribute("aria-valuetext",s)};function Md(t){return`
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
          <template shadowrootmode="${En.shadowRootOptions.mode}">
            ${En.getTemplateHTML({})}
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
  `}const Ai=(t,e=t.mediaCurrentTime)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;if(Number.isNaN(a))return 0;const s=(e-i)/(a-i);return Math.max(0,Math.min(s,1))},Rr=(t,e=t.range.valueAsNumber)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;return Number.isNaN(a)?0:e*(a-i)+i};class vs extends Ot{constructor(){super(),$(this,Ha),$(this,sa),$(this,na),$(this,ra),$(this,Wa),$(this,ri),$(this,Va),$(this,Et,null),$(this,Be,void 0),$(this,ia,void 0),$(this,Jt,void 0),$(this,aa,void 0),$(this,Ki,void 0),$(this,si,void 0),$(this,ni,void 0),$(this,ft,void 0),$(this,gt,void 0),$(this,Qt,()=>{le(this,Ha,Ir).call(this)?D(this,Be).start():D(this,Be).stop()}),$(this,Ba,a=>{this.dragging||(ja(a)&&(this.range.valueAsNumber=a),D(this,gt)||this.updateBar())}),this.shadowRoot.querySelector("#track").insertAdjacentHTML("afterbegin",'<div id="buffered" part="buffered"></div>'),re(this,ia,this.shadowRoot.querySelectorAll('[part~="box"]')),re(this,aa,this.shadowRoot.querySelector('[part~="preview-box"]')),re(this,Ki,this.shadowRoot.querySelector('[part~="current-box"]'));const i=getComputedStyle(this);re(this,si,parseInt(i.getPropertyValue("--media-box-padding-left"))),re(this,ni,parseInt(i.getPropertyValue("--media-box-padding-right"))),re(this,Be,new wd(this.range,D(this,Ba),60))}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PAUSED,o.MEDIA_DURATION,o.MEDIA_SEEKABLE,o.MEDIA_CURRENT_TIME,o.MEDIA_PREVIEW_IMAGE,o.MEDIA_PREVIEW_TIME,o.MEDIA_PREVIEW_CHAPTER,o.MEDIA_BUFFERED,o.MEDIA_PLAYBACK_RATE,o.MEDIA_LOADING,o.MEDIA_ENDED]}connectedCallback(){var e;super.connectedCallback(),this.range.setAttribute("aria-label",U("seek")),D(this,Qt).call(this),re(this,Et,this.getRootNode()),(e=D(this,Et))==null||e.addEventListener("transitionstart",this)}disconnectedCallback(){var e;super.disconnectedCallback(),D(this,Be).stop(),(e=D(this,Et))==null||e.removeEventListener("transitionstart",this),re(this,Et,null)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),i!=a&&(e===o.MEDIA_CURRENT_TIME||e===o.MEDIA_PAUSED||e===o.MEDIA_ENDED||e===o.MEDIA_LOADING||e===o.MEDIA_DURATION||e===o.MEDIA_SEEKABLE?(D(this,Be).update({start:Ai(this),duration:this.mediaSeekableEnd-this.mediaSeekableStart,playbackRate:this.mediaPlaybackRate}),D(this,Qt).call(this),Id(this)):e===o.MEDIA_BUFFERED&&this.updateBufferedBar(),(e===o.MEDIA_DURATION||e===o.MEDIA_SEEKABLE)&&(this.mediaChaptersCues=D(this,ft),this.updateBar()))}get mediaChaptersCues(){return D(this,ft)}set mediaChaptersCues(e){var i;re(this,ft,e),this.updateSegments((i=D(this,ft))==null?void 0:i.map(a=>({start:Ai(this,a.startTime),end:Ai(this,a.endTime)})))}get mediaPaused(){return L(this,o.MEDIA_PAUSED)}set mediaPaused(e){R(this,o.MEDIA_PAUSED,e)}get mediaLoading(){return L(this,o.MEDIA_LOADING)}set mediaLoading(e){R(this,o.MEDIA_LOADING,e)}get mediaDuration(){return De(this,o.MEDIA_DURATION)}set mediaDuration(e){Ce(this,o.MEDIA_DURATION,e)}get mediaCurrentTime(){return De(this,o.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){Ce(this,o.MEDIA_CURRENT_TIME,e)}get mediaPlaybackRate(){return De(this,o.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){Ce(this,o.MEDIA_PLAYBACK_RATE,e)}get mediaBuffered(){const e=this.getAttribute(o.MEDIA_BUFFERED);return e?e.split(" ").map(i=>i.split(":").map(a=>+a)):[]}set mediaBuffered(e){if(!e){this.removeAttribute(o.MEDIA_BUFFERED);return}const i=e.map(a=>a.join(":")).join(" ");this.setAttribute(o.MEDIA_BUFFERED,i)}get mediaSeekable(){const e=this.getAttribute(o.MEDIA_SEEKABLE);if(e)return e.split(":").map(i=>+i)}set mediaSeekable(e){if(e==null){this.removeAttribute(o.MEDIA_SEEKABLE);return}this.setAttribute(o.MEDIA_SEEKABLE,e.join(":"))}get mediaSeekableEnd(){var e;const[,i=this.mediaDuration]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaSeekableStart(){var e;const[i=0]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaPreviewImage(){return Q(this,o.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){Y(this,o.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewTime(){return De(this,o.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){Ce(this,o.MEDIA_PREVIEW_TIME,e)}get mediaEnded(){return L(this,o.MEDIA_ENDED)}set mediaEnded(e){R(this,o.MEDIA_ENDED,e)}updateBar(){super.updateBar(),this.updateBufferedBar(),this.updateCurrentBox()}updateBufferedBar(){var e;const i=this.mediaBuffered;if(!i.length)return;let a;if(this.mediaEnded)a=1;else{const n=this.mediaCurrentTime,[,r=this.mediaSeekableStart]=(e=i.find(([l,d])=>l<=n&&n<=d))!=null?e:[];a=Ai(this,r)}const{style:s}=K(this.shadowRoot,"#buffered");s.setProperty("width",`${a*100}%`)}updateCurrentBox(){if(!this.shadowRoot.querySelector('slot[name="current"]').assignedElements().length)return;const i=K(this.shadowRoot,"#current-rail"),a=K(this.shadowRoot,'[part~="current-box"]'),s=le(this,sa,hs).call(this,D(this,Ki)),n=le(this,na,ms).call(this,s,this.range.valueAsNumber),r=le(this,ra,ps).call(this,s,this.range.valueAsNumber);i.style.transform=`translateX(${n})`,i.style.setProperty("--_range-width",`${s.range.width}`),a.style.setProperty("--_box-shift",`${r}`),a.style.setProperty("--_box-width",`${s.box.width}px`),a.style.setProperty("visibility","initial")}handleEvent(e){switch(super.handleEvent(e),e.type){case"input":le(this,Va,Lr).call(this);break;case"pointermove":le(this,Wa,Mr).call(this,e);break;case"pointerup":D(this,gt)&&re(this,gt,!1);break;case"pointerdown":re(this,gt,!0);break;case"pointerleave":le(this,ri,oa).call(this,null);break;case"transitionstart":Dt(e.target,this)&&setTimeout(()=>D(this,Qt).call(this),0);break}}}Et=new WeakMap;Be=new WeakMap;ia=new WeakMap;Jt=new WeakMap;aa=new WeakMap;Ki=new WeakMap;si=new WeakMap;ni=new WeakMap;ft=new WeakMap;gt=new WeakMap;Qt=new WeakMap;Ha=new WeakSet;Ir=function(){return this.isConnected&&!this.mediaPaused&&!this.mediaLoading&&!this.mediaEnded&&this.mediaSeekableEnd>0&&Cn(this)};Ba=new WeakMap;sa=new WeakSet;hs=function(t){var e;const a=((e=this.getAttribute("bounds")?oi(this,`#${this.getAttribute("bounds")}`):this.parentElement)!=null?e:this).getBoundingClientRect(),s=this.range.getBoundingClientRect(),n=t.offsetWidth,r=-(s.left-a.left-n/2),l=a.right-s.left-n/2;return{box:{width:n,min:r,max:l},bounds:a,range:s}};na=new WeakSet;ms=function(t,e){let i=`${e*100}%`;const{width:a,min:s,max:n}=t.box;if(!a)return i;if(Number.isNaN(s)||(i=`max(${`calc(1 / var(--_range-width) * 100 * ${s}% + var(--media-box-padding-left))`}, ${i})`),!Number.isNaN(n)){const l=`calc(1 / var(--_range-width) * 100 * ${n}% - var(--media-box-padding-right))`;i=`min(${i}, ${l})`}return i};ra=new WeakSet;ps=function(t,e){const{width:i,min:a,max:s}=t.box,n=e*t.range.width;if(n<a+D(this,si)){const r=t.range.left-t.bounds.left-D(this,si);return`${n-i/2+r}px`}if(n>s-D(this,ni)){const r=t.bounds.right-t.range.right-D(this,ni);return`${n+i/2-r-t.range.width}px`}return 0};Wa=new WeakSet;Mr=function(t){const e=[...D(this,ia)].some(m=>t.composedPath().includes(m));if(!this.dragging&&(e||!t.composedPath().includes(this))){le(this,ri,oa).call(this,null);return}const i=this.mediaSeekableEnd;if(!i)return;const a=K(this.shadowRoot,"#preview-rail"),s=K(this.shadowRoot,'[part~="preview-box"]'),n=le(this,sa,hs).call(this,D(this,aa));let r=(t.clientX-n.range.left)/n.range.width;r=Math.max(0,Math.min(1,r));const l=le(this,na,ms).call(this,n,r),d=le(this,ra,ps).call(this,n,r);a.style.transform=`translateX(${l})`,a.style.setProperty("--_range-width",`${n.range.width}`),s.style.setProperty("--_box-shift",`${d}`),s.style.setProperty("--_box-width",`${n.box.width}px`);const f=Math.round(D(this,Jt))-Math.round(r*i);Math.abs(f)<1&&r>.01&&r<.99||(re(this,Jt,r*i),le(this,ri,oa).call(this,D(this,Jt)))};ri=new WeakSet;oa=function(t){this.dispatchEvent(new u.CustomEvent(_.MEDIA_PREVIEW_REQUEST,{composed:!0,bubbles:!0,detail:t}))};Va=new WeakSet;Lr=function(){D(this,Be).stop();const t=Rr(this);this.dispatchEvent(new u.CustomEvent(_.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:t}))};vs.shadowRootOptions={mode:"open"};vs.getContainerTemplateHTML=Md;u.customElements.get("media-time-range")||u.customElements.define("media-time-range",vs);var Ld=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Tn=(t,e,i)=>(Ld(t,e,"read from private field"),i?i.call(t):e.get(t)),Rd=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Gi;const Dd=1,Cd=t=>t.mediaMuted?0:t.mediaVolume,Od=t=>`${Math.round(t*100)}%`;class Ud extends Ot{constructor(){super(...arguments),Rd(this,Gi,()=>{const e=this.range.value,i=new u.CustomEvent(_.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(i)})}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_VOLUME,o.MEDIA_MUTED,o.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute("aria-label",U("volume")),this.range.addEventListener("input",Tn(this,Gi))}disconnectedCallback(){this.range.removeEventListener("input",Tn(this,Gi)),super.disconnectedCallback()}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),(e===o.MEDIA_VOLUME||e===o.MEDIA_MUTED)&&(this.range.valueAsNumber=Cd(this),this.range.setAttribute("aria-valuetext",Od(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return De(this,o.MEDIA_VOLUME,Dd)}set mediaVolume(e){Ce(this,o.MEDIA_VOLUME,e)}get mediaMuted(){return L(this,o.MEDIA_MUTED)}set mediaMuted(e){R(this,o.MEDIA_MUTED,e)}get mediaVolumeUnavailable(){return Q(this,o.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(e){Y(this,o.MEDIA_VOLUME_UNAVAILABLE,e)}}Gi=new WeakMap;u.customElements.get("media-volume-range")||u.customElements.define("media-volume-range",Ud);const Pd=["aria-label"],xd=["src","poster"],Nd=["src"],$d={class:"seek"},Fd={key:0,slot:"preview"},Hd={class:"time","aria-hidden":"true"},Bd={key:0,class:"fault",role:"alert"},Wd=Lt({__name:"FilmPlayer",props:{src:{},title:{},poster:{},tiles:{}},emits:["time"],setup(t,{expose:e,emit:i}){const a=t,s=i,n=F(),r=F(),l=F(!1);let d;const f=F(""),m=F(0),v=F(0),h=F(1),p=[1,1.5,2,.5],b=F("");Oe(()=>a.tiles,(z,S,ee)=>{ee(z.listen(H)),URL.revokeObjectURL(b.value);const Ge=z.placed?eo(z.list):`WEBVTT
`;b.value=URL.createObjectURL(new Blob([Ge],{type:"text/vtt"}))},{immediate:!0}),qr(()=>URL.revokeObjectURL(b.value)),Oe(()=>a.src,()=>f.value="");const g=oe(()=>`Video: ${a.title}`);function y(z){n.value&&(n.value.currentTime=z)}function T(z){d=z.detail,!(a.tiles.placed||d===void 0)&&(a.tiles.near(d),H())}function H(){r.value&&d!==void 0&&(l.value=a.tiles.draw(r.value,d))}function Ue(){m.value=n.value?.currentTime??0,v.value=n.value?.duration||0,s("time",m.value)}function Ke(){h.value=p[(p.indexOf(h.value)+1)%p.length]??1,n.value&&(n.value.playbackRate=h.value)}return e({seek:y}),(z,S)=>(Z(),j(Yr,null,[w("media-controller",{class:"film","aria-label":g.value,onMediapreviewrequest:T},[w("video",{ref_key:"video",ref:n,slot:"media",src:t.src,poster:t.poster,preload:"metadata",playsinline:"",onTimeupdate:Ue,onSeeking:Ue,onLoadedmetadata:S[0]||(S[0]=ee=>v.value=n.value?.duration||0),onError:S[1]||(S[1]=ee=>f.value="This browser cannot play the video, or cannot reach it.")},[(Z(),j("track",{key:b.value,kind:"metadata",label:"thumbnails",default:"",src:b.value},null,8,Nd))],40,xd),S[9]||(S[9]=w("media-loading-indicator",{slot:"centered-chrome",noautohide:""},null,-1)),w("media-control-bar",$d,[w("media-time-range",null,[t.tiles.placed?(Z(),j("media-preview-thumbnail",Fd)):qi((Z(),j("canvas",{key:1,ref_key:"canvas",ref:r,slot:"preview",class:"own","aria-hidden":"true"},null,512)),[[Ga,l.value]]),S[2]||(S[2]=w("media-preview-time-display",{slot:"preview"},null,-1))])]),w("media-control-bar",null,[S[4]||(S[4]=w("media-play-button",null,null,-1)),S[5]||(S[5]=w("media-mute-button",null,null,-1)),S[6]||(S[6]=w("media-volume-range",{class:"volume"},null,-1)),w("span",Hd,Se(et(tt)(m.value))+" / "+Se(et(tt)(v.value)),1),S[7]||(S[7]=w("span",{class:"space"},null,-1)),w("button",{class:"rate",type:"button",keysused:"Enter Space",onClick:Ke},[wn(Se(h.value)+"×",1),S[3]||(S[3]=w("span",{class:"unseen"}," speed",-1))]),S[8]||(S[8]=w("media-fullscreen-button",null,null,-1))])],40,Pd),f.value?(Z(),j("p",Bd,Se(f.value),1)):At("",!0)],64))}}),Vd=Rt(Wd,[["__scopeId","data-v-565d5b0d"]]),Kd={class:"player"},Gd={"aria-labelledby":"snippets"},qd=Lt({__name:"BookPlayer",props:{book:{}},setup(t){const e=t,i=F(),a=oe(()=>Math.floor(jt(e.book)/2)),s=F(a.value),n=F(null),r=yn(new Gs(Mn(e.book))),l=oe(()=>yt(e.book,a.value)),d=oe(()=>Yi(e.book.cells,n.value??s.value)?.start);Oe(()=>[e.book.base,e.book.storyboard,e.book.duration,e.book.snippet],async()=>{const{book:m}=e;s.value=Math.min(s.value,jt(m)-1);const v=await no(m);m.base===e.book.base&&(r.value=new Gs(v))},{immediate:!0});function f(m){s.value=m,e.book.video!==null&&(n.value=m,i.value?.seek(m))}return Oe(s,()=>n.value=null,{flush:"sync"}),(m,v)=>(Z(),j("div",Kd,[t.book.video?(Z(),Qr(Vd,{key:0,ref_key:"film",ref:i,src:t.book.video,title:t.book.title,poster:l.value,tiles:r.value,onTime:v[0]||(v[0]=h=>n.value=h)},null,8,["src","title","poster","tiles"])):At("",!0),w("section",Gd,[v[2]||(v[2]=w("h2",{id:"snippets"},"Snippets",-1)),Tt(zr,{cells:t.book.cells,base:t.book.base,last:t.book.last,current:d.value,label:"Snippets",pickable:"",onPick:f},null,8,["cells","base","last","current"])]),Tt(Io,{modelValue:s.value,"onUpdate:modelValue":v[1]||(v[1]=h=>s.value=h),book:t.book,tiles:r.value},null,8,["modelValue","book","tiles"])]))}}),au=Rt(qd,[["__scopeId","data-v-bf5081e6"]]);export{au as B,jd as b,Jd as c};
