import{s as po,e as ds,g as vo,l as Eo,t as Mt,r as z,u as li,f as Oa,n as fo,a as Gn}from"./naming-DP32M3Nr.js";import{e as di,j as hn,g as _o}from"./media-Td2Bpi5k.js";import{d as Ct,b as go,m as Ge,c as se,a as S,h as ci,o as ee,_ as Ot,B as qn,e as Yn,n as Ua,q as Qn,v as bo,C as zn,f as kt,g as Ao,l as ke,F as To,i as yo}from"./_plugin-vue_export-helper-DwovJ86I.js";import{S as ko}from"./SnippetStrip-rpWxhCnv.js";function Rc(t,e){const i=Math.max(1,Math.ceil(t/e));return Array.from({length:i},(a,s)=>{const n=s*e;return{start:n,end:Math.min(n+e,t),state:"done",error:null}})}function Dc(t,e){if(t.base===null||t.duration===null||t.snippet===null)return null;const{title:i,base:a,snippet:s,duration:n,video:r,storyboard:l}=t;return{title:i,base:a,last:Eo(t.name),snippet:s,duration:n,cells:e,video:r,storyboard:l}}function ui(t){return Math.max(1,Math.ceil(t.duration-1e-6))}function So(t,e){return vo(t.base,t.last,ds(e,t.snippet))}function St(t,e){return po(t.base,t.last,ds(e,t.snippet),e)}function Xn(t,e){return t.findLast(i=>i.start<=e)??t[0]}class Zn{constructor(e,i,a=()=>{}){this.limit=e,this.parallel=i,this.onSettled=a}ready=new Map;loading=new Map;failed=new Set;queue=[];get(e){const i=this.ready.get(e);return i===void 0?null:(this.ready.delete(e),this.ready.set(e,i),i)}hasFailed(e){return this.failed.has(e)}want(e){const i=new Set(e);for(const[a,s]of this.loading)i.has(a)||(this.loading.delete(a),s.removeAttribute("src"));this.queue=e.filter(a=>!this.ready.has(a)&&!this.loading.has(a)&&!this.failed.has(a)),this.next()}forgive(){this.failed.clear()}next(){for(;this.loading.size<this.parallel;){const e=this.queue.shift();if(e===void 0)return;this.load(e)}}load(e){const i=new Image;i.decoding="async",this.loading.set(e,i),i.src=e,i.decode().then(()=>this.settle(e,i,!0),()=>this.settle(e,i,!1))}settle(e,i,a){this.loading.get(e)===i&&(this.loading.delete(e),a?this.keep(e,i):this.failed.add(e),this.next(),this.onSettled(e))}keep(e,i){this.ready.set(e,i);for(const a of this.ready.keys()){if(this.ready.size<=this.limit)return;this.ready.delete(a)}}}const Io=/^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/,wo=/^(.*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;function Mo(t,e){const i=[],a=t.replace(/\r\n?/g,`
`).split(`
`);return a.forEach((s,n)=>{const r=Io.exec(s),l=r&&wo.exec(a[n+1]?.trim()??"");if(!r||!l)return;const[d=0,f=0,p=0,v=0]=l.slice(2).map(Number),h=new URL(l[1]??"",e).href;i.push({start:mn(r[1]),end:mn(r[2]),url:h,x:d,y:f,width:p,height:v})}),i.sort((s,n)=>s.start-n.start)}function Lo(t){return[`WEBVTT
`,...t.map(({start:i,end:a,url:s,x:n,y:r,width:l,height:d})=>`${pn(i)} --> ${pn(a)}
${s}#xywh=${n},${r},${l},${d}
`)].join(`
`)}function Ro(t,e){let i=0,a=t.length-1;for(;i<a;){const s=Math.ceil((i+a)/2);(t[s]?.start??0)<=e?i=s:a=s-1}return t[i]}function mn(t=""){return t.split(":").reduce((e,i)=>e*60+Number(i),0)}function pn(t){const e=Math.round(t*1e3),i=s=>String(Math.floor(s)).padStart(2,"0");return`${`${i(e/36e5)}:${i(e/6e4%60)}:${i(e/1e3%60)}`}.${String(e%1e3).padStart(3,"0")}`}const Do=48,Co=3;class vn{constructor(e){this.list=e,this.urls=[...new Set(e.map(i=>i.url))]}onSheet=()=>{};sheets=new Zn(Do,4,()=>this.onSheet());urls;at(e){return Ro(this.list,e)}near(e){const i=this.at(e);if(i===void 0)return;const a=this.urls.indexOf(i.url),s=[a];for(let n=1;n<=Co;n+=1)s.push(a+n,a-n);this.sheets.want(s.flatMap(n=>this.urls[n]??[]))}draw(e,i){const a=this.at(i),s=a&&this.sheets.get(a.url);if(!a||!s)return!1;const n=a.width||s.naturalWidth,r=a.height||s.naturalHeight,l=Math.min(n,320);return e.width=l,e.height=Math.round(l*r/n),e.getContext("2d")?.drawImage(s,a.x,a.y,n,r,0,0,e.width,e.height),e.dataset.start=String(a.start),!0}}function Jn(t){return Array.from({length:ui(t)},(e,i)=>{const a=Math.min(i+1,t.duration);return{start:i,end:a,url:St(t,i),x:0,y:0,width:0,height:0}})}async function Oo(t){if(t.storyboard!==null)try{const e=await fetch(t.storyboard),i=e.ok?Mo(await e.text(),new URL(t.storyboard,document.baseURI).href):[];if(i.length>0)return i}catch{}return Jn(t)}const En=8,fn=2;function Uo(t,e,i){const a=[t];if(e===0)for(let s=1;s<=(En+fn)/2;s+=1)a.push(t+s,t-s);else{for(let s=1;s<=En;s+=1)a.push(t+s*e);for(let s=1;s<=fn;s+=1)a.push(t-s*Math.sign(e))}return a.filter(s=>s>=0&&s<i)}const Po=["data-second"],xo={key:0,class:"missing"},No=40,$o=4,Fo=Ct({__name:"FreezeFrame",props:{book:{},second:{},tiles:{}},setup(t){const e=t,i=z(),a=z(),s=z(!1),n=new Zn(No,$o,d=>{d===St(e.book,e.second)&&r()});function r(){const{book:d,second:f}=e,p=St(d,f),v=n.get(p);s.value=v===null&&n.hasFailed(p);const h=i.value?.querySelector("img");if(v===null){h?.remove(),a.value&&e.tiles.draw(a.value,f);return}v.alt=`Freeze frame of second ${f}`,v.dataset.second=String(f),h!==v&&(h?.remove(),i.value?.append(v))}function l(d,f){const p=Uo(d,d-f,ui(e.book));n.want(p.map(v=>St(e.book,v))),e.tiles.near(d),r()}return go(()=>l(e.second,e.second)),Ge(()=>e.second,l,{flush:"sync"}),Ge(()=>[e.book,e.tiles],()=>{n.forgive(),l(e.second,e.second)}),(d,f)=>(ee(),se("div",{ref_key:"stage",ref:i,class:"stage","data-role":"still","data-second":t.second},[S("canvas",{ref_key:"rough",ref:a,width:"16",height:"9","aria-hidden":"true"},null,512),s.value?(ee(),se("p",xo,"No freeze frame of second "+Mt(t.second),1)):ci("",!0)],8,Po))}}),Ho=Ot(Fo,[["__scopeId","data-v-e6d3ecfb"]]),Wo={class:"figures"},Bo=["max","aria-label","aria-valuetext"],_n=22,Vo=Ct({__name:"ScrubBar",props:zn({last:{},tiles:{},label:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,i=qn(t,"modelValue"),a=z(),s=z(),n=Gn(null),r=z(!1);Ge(()=>e.tiles,f=>{f.onSheet=l,f.near(i.value)},{immediate:!0}),Yn(()=>e.tiles.onSheet=()=>{});function l(){n.value&&a.value&&(r.value=e.tiles.draw(a.value,n.value.time))}function d(f){const p=s.value?.getBoundingClientRect();if(!p)return;const v=(f.clientX-p.left-_n/2)/(p.width-_n),h=Math.round(Math.min(1,Math.max(0,v))*e.last),m=Math.min(84,p.width/2);n.value={time:h,x:Math.min(p.width-m,Math.max(m,f.clientX-p.left))},e.tiles.near(h),l()}return(f,p)=>(ee(),se("div",{ref_key:"track",ref:s,class:"scrub",onPointermove:d,onPointerdown:d,onPointerleave:p[1]||(p[1]=v=>n.value=null)},[Ua(S("div",{class:fo(["tip",{drawn:r.value}]),style:Oa({left:`${n.value?.x??0}px`}),"aria-hidden":"true"},[S("canvas",{ref_key:"canvas",ref:a,"data-role":"tile",width:"160",height:"90"},null,512),S("span",Wo,Mt(li(di)(n.value?.time??0)),1)],6),[[Qn,n.value]]),Ua(S("input",{"onUpdate:modelValue":p[0]||(p[0]=v=>i.value=v),type:"range",min:"0",max:t.last,step:"1","aria-label":t.label,"aria-valuetext":`second ${i.value}, ${li(di)(i.value)}`,style:Oa({"--share":t.last?i.value/t.last:0})},null,12,Bo),[[bo,i.value,void 0,{number:!0}]])],544))}}),Ko=Ot(Vo,[["__scopeId","data-v-e2cf7115"]]),Go=["data-second","data-start"],qo=["src","alt","data-second"],Yo={key:0,class:"missing"},Qo=Ct({__name:"SnippetGif",props:{book:{},second:{}},setup(t){const e=t,i=z(!1),a=z(!1),s=ke(()=>!hn.value||i.value),n=ke(()=>ds(e.second,e.book.snippet)),r=ke(()=>St(e.book,n.value)),l=ke(()=>s.value?So(e.book,e.second):r.value),d=ke(()=>{const f=Xn(e.book.cells,e.second)?.end??n.value+e.book.snippet;return`${s.value?"Animated snippet":"Still of the snippet"} ${di(n.value)} to ${di(f)}, which holds second ${e.second}`});return Ge(l,()=>a.value=!1),(f,p)=>(ee(),se("div",{class:"stage","data-role":"gif","data-second":t.second,"data-start":n.value},[Ua((ee(),se("img",{key:l.value,src:l.value,alt:d.value,"data-second":t.second,style:Oa({backgroundImage:`url(${JSON.stringify(r.value)})`}),onError:p[0]||(p[0]=v=>a.value=!0)},null,44,qo)),[[Qn,!a.value]]),a.value?(ee(),se("p",Yo,"No GIF of second "+Mt(t.second),1)):ci("",!0),li(hn)&&!i.value?(ee(),se("button",{key:1,class:"button ask",type:"button",onClick:p[1]||(p[1]=v=>i.value=!0)},[kt(li(_o)),p[2]||(p[2]=Ao("Play GIF",-1))])):ci("",!0)],8,Go))}}),zo=Ot(Qo,[["__scopeId","data-v-93ba84c9"]]),Xo={class:"every","aria-labelledby":"every-second"},Zo={class:"soft figures","data-role":"second"},Jo={class:"pair"},jo=Ct({__name:"EverySecond",props:zn({book:{},tiles:{}},{modelValue:{required:!0},modelModifiers:{}}),emits:["update:modelValue"],setup(t){const e=t,i=qn(t,"modelValue"),a=ke(()=>ui(e.book)-1);return(s,n)=>(ee(),se("section",Xo,[S("header",null,[n[1]||(n[1]=S("h2",{id:"every-second"},"Every second",-1)),S("output",Zo,"second "+Mt(i.value)+" · "+Mt(li(di)(i.value)),1)]),S("div",Jo,[S("figure",null,[kt(Ho,{book:t.book,second:i.value,tiles:t.tiles},null,8,["book","second","tiles"]),n[2]||(n[2]=S("figcaption",{class:"soft small"},"Freeze frame of this second",-1))]),S("figure",null,[kt(zo,{book:t.book,second:i.value},null,8,["book","second"]),n[3]||(n[3]=S("figcaption",{class:"soft small"},"GIF of its snippet",-1))])]),kt(Ko,{modelValue:i.value,"onUpdate:modelValue":n[0]||(n[0]=r=>i.value=r),last:a.value,tiles:t.tiles,label:"Second of the video"},null,8,["modelValue","last","tiles"])]))}}),el=Ot(jo,[["__scopeId","data-v-df474b85"]]),g={MEDIA_PLAY_REQUEST:"mediaplayrequest",MEDIA_PAUSE_REQUEST:"mediapauserequest",MEDIA_MUTE_REQUEST:"mediamuterequest",MEDIA_UNMUTE_REQUEST:"mediaunmuterequest",MEDIA_LOOP_REQUEST:"medialooprequest",MEDIA_VOLUME_REQUEST:"mediavolumerequest",MEDIA_SEEK_REQUEST:"mediaseekrequest",MEDIA_AIRPLAY_REQUEST:"mediaairplayrequest",MEDIA_ENTER_FULLSCREEN_REQUEST:"mediaenterfullscreenrequest",MEDIA_EXIT_FULLSCREEN_REQUEST:"mediaexitfullscreenrequest",MEDIA_PREVIEW_REQUEST:"mediapreviewrequest",MEDIA_ENTER_PIP_REQUEST:"mediaenterpiprequest",MEDIA_EXIT_PIP_REQUEST:"mediaexitpiprequest",MEDIA_ENTER_CAST_REQUEST:"mediaentercastrequest",MEDIA_EXIT_CAST_REQUEST:"mediaexitcastrequest",MEDIA_SHOW_TEXT_TRACKS_REQUEST:"mediashowtexttracksrequest",MEDIA_HIDE_TEXT_TRACKS_REQUEST:"mediahidetexttracksrequest",MEDIA_SHOW_SUBTITLES_REQUEST:"mediashowsubtitlesrequest",MEDIA_DISABLE_SUBTITLES_REQUEST:"mediadisablesubtitlesrequest",MEDIA_TOGGLE_SUBTITLES_REQUEST:"mediatogglesubtitlesrequest",MEDIA_PLAYBACK_RATE_REQUEST:"mediaplaybackraterequest",MEDIA_RENDITION_REQUEST:"mediarenditionrequest",MEDIA_AUDIO_TRACK_REQUEST:"mediaaudiotrackrequest",MEDIA_SEEK_TO_LIVE_REQUEST:"mediaseektoliverequest",REGISTER_MEDIA_STATE_RECEIVER:"registermediastatereceiver",UNREGISTER_MEDIA_STATE_RECEIVER:"unregistermediastatereceiver"},M={MEDIA_CHROME_ATTRIBUTES:"mediachromeattributes",MEDIA_CONTROLLER:"mediacontroller"},jn={MEDIA_AIRPLAY_UNAVAILABLE:"mediaAirplayUnavailable",MEDIA_AUDIO_TRACK_ENABLED:"mediaAudioTrackEnabled",MEDIA_AUDIO_TRACK_LIST:"mediaAudioTrackList",MEDIA_AUDIO_TRACK_UNAVAILABLE:"mediaAudioTrackUnavailable",MEDIA_BUFFERED:"mediaBuffered",MEDIA_CAST_UNAVAILABLE:"mediaCastUnavailable",MEDIA_CHAPTERS_CUES:"mediaChaptersCues",MEDIA_CURRENT_TIME:"mediaCurrentTime",MEDIA_DURATION:"mediaDuration",MEDIA_ENDED:"mediaEnded",MEDIA_ERROR:"mediaError",MEDIA_ERROR_CODE:"mediaErrorCode",MEDIA_ERROR_MESSAGE:"mediaErrorMessage",MEDIA_FULLSCREEN_UNAVAILABLE:"mediaFullscreenUnavailable",MEDIA_HAS_PLAYED:"mediaHasPlayed",MEDIA_HEIGHT:"mediaHeight",MEDIA_IS_AIRPLAYING:"mediaIsAirplaying",MEDIA_IS_CASTING:"mediaIsCasting",MEDIA_IS_FULLSCREEN:"mediaIsFullscreen",MEDIA_IS_PIP:"mediaIsPip",MEDIA_LOADING:"mediaLoading",MEDIA_MUTED:"mediaMuted",MEDIA_LOOP:"mediaLoop",MEDIA_PAUSED:"mediaPaused",MEDIA_PIP_UNAVAILABLE:"mediaPipUnavailable",MEDIA_PLAYBACK_RATE:"mediaPlaybackRate",MEDIA_PREVIEW_CHAPTER:"mediaPreviewChapter",MEDIA_PREVIEW_COORDS:"mediaPreviewCoords",MEDIA_PREVIEW_IMAGE:"mediaPreviewImage",MEDIA_PREVIEW_TIME:"mediaPreviewTime",MEDIA_RENDITION_LIST:"mediaRenditionList",MEDIA_RENDITION_SELECTED:"mediaRenditionSelected",MEDIA_RENDITION_UNAVAILABLE:"mediaRenditionUnavailable",MEDIA_SEEKABLE:"mediaSeekable",MEDIA_STREAM_TYPE:"mediaStreamType",MEDIA_SUBTITLES_LIST:"mediaSubtitlesList",MEDIA_SUBTITLES_SHOWING:"mediaSubtitlesShowing",MEDIA_TARGET_LIVE_WINDOW:"mediaTargetLiveWindow",MEDIA_TIME_IS_LIVE:"mediaTimeIsLive",MEDIA_VOLUME:"mediaVolume",MEDIA_VOLUME_LEVEL:"mediaVolumeLevel",MEDIA_VOLUME_UNAVAILABLE:"mediaVolumeUnavailable",MEDIA_LANG:"mediaLang",MEDIA_WIDTH:"mediaWidth"},er=Object.entries(jn),o=er.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{}),tl={USER_INACTIVE_CHANGE:"userinactivechange",BREAKPOINTS_CHANGE:"breakpointchange",BREAKPOINTS_COMPUTED:"breakpointscomputed"},Lt=er.reduce((t,[e,i])=>(t[e]=i.toLowerCase(),t),{...tl});Object.entries(Lt).reduce((t,[e,i])=>{const a=o[e];return a&&(t[i]=a),t},{userinactivechange:"userinactive"});const il=Object.entries(o).reduce((t,[e,i])=>{const a=Lt[e];return a&&(t[i]=a),t},{userinactive:"userinactivechange"}),Se={SUBTITLES:"subtitles",CAPTIONS:"captions",CHAPTERS:"chapters",METADATA:"metadata"},It={DISABLED:"disabled",SHOWING:"showing"},Da={MOUSE:"mouse",PEN:"pen",TOUCH:"touch"},Z={UNAVAILABLE:"unavailable",UNSUPPORTED:"unsupported"},ye={LIVE:"live",ON_DEMAND:"on-demand",UNKNOWN:"unknown"},al={FULLSCREEN:"fullscreen"};function we(t){const e={};for(const i of t)e[i.name]=i.value;return e}function sl(t){var e;return(e=nl(t))!=null?e:gi(t,"media-controller")}function nl(t){var e;const{MEDIA_CONTROLLER:i}=M,a=t.getAttribute(i);if(a)return(e=rl(t))==null?void 0:e.getElementById(a)}const Ut=(t,e)=>!t||!e?!1:t?.contains(e)?!0:Ut(t,e.getRootNode().host),gi=(t,e)=>{if(!t)return null;const i=t.closest(e);return i||gi(t.getRootNode().host,e)};function tr(t=document){var e;const i=t?.activeElement;return i?(e=tr(i.shadowRoot))!=null?e:i:null}function rl(t){var e;const i=(e=t?.getRootNode)==null?void 0:e.call(t);return i instanceof ShadowRoot||i instanceof Document?i:null}function ir(t,{depth:e=3,checkOpacity:i=!0,checkVisibilityCSS:a=!0}={}){if(t.checkVisibility)return t.checkVisibility({checkOpacity:i,checkVisibilityCSS:a});let s=t;for(;s&&e>0;){const n=getComputedStyle(s);if(i&&n.opacity==="0"||a&&n.visibility==="hidden"||n.display==="none")return!1;s=s.parentElement,e--}return!0}function ol(t,e,i,a){const s=a.x-i.x,n=a.y-i.y,r=s*s+n*n;if(r===0)return 0;const l=((t-i.x)*s+(e-i.y)*n)/r;return Math.max(0,Math.min(1,l))}function $(t,e){const i=ll(t,a=>a===e);return i||ar(t,e)}function ll(t,e){var i,a;let s;for(s of(i=t.querySelectorAll("style:not([media])"))!=null?i:[]){let n;try{n=(a=s.sheet)==null?void 0:a.cssRules}catch{continue}for(const r of n??[])if(e(r.selectorText))return r}}function ar(t,e){var i,a;const s=(i=t.querySelectorAll("style:not([media])"))!=null?i:[],n=s?.[s.length-1];if(!n?.sheet)return console.warn("Media Chrome: No style sheet found on style tag of",t),{style:{setProperty:()=>{},removeProperty:()=>"",getPropertyValue:()=>""}};const r=n?.sheet.insertRule(`${e}{}`,n.sheet.cssRules.length);return(a=n.sheet.cssRules)==null?void 0:a[r]}function ne(t,e,i=Number.NaN){const a=t.getAttribute(e);return a!=null?+a:i}function re(t,e,i){const a=+i;if(i==null||Number.isNaN(a)){t.hasAttribute(e)&&t.removeAttribute(e);return}ne(t,e,void 0)!==a&&t.setAttribute(e,`${a}`)}function I(t,e){return t.hasAttribute(e)}function w(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}I(t,e)!=i&&t.toggleAttribute(e,i)}function G(t,e,i=null){var a;return(a=t.getAttribute(e))!=null?a:i}function K(t,e,i){if(i==null){t.hasAttribute(e)&&t.removeAttribute(e);return}const a=`${i}`;G(t,e,void 0)!==a&&t.setAttribute(e,a)}class sr{addEventListener(){}removeEventListener(){}dispatchEvent(){return!0}}class nr extends sr{}class gn extends nr{constructor(){super(...arguments),this.role=null}}class dl{observe(){}unobserve(){}disconnect(){}}const rr={createElement:function(){return new hi.HTMLElement},createElementNS:function(){return new hi.HTMLElement},addEventListener(){},removeEventListener(){},dispatchEvent(t){return!1}},hi={ResizeObserver:dl,document:rr,Node:nr,Element:gn,HTMLElement:class extends gn{constructor(){super(...arguments),this.innerHTML=""}get content(){return new hi.DocumentFragment}},DocumentFragment:class extends sr{},customElements:{get:function(){},define:function(){},whenDefined:function(){}},localStorage:{getItem(t){return null},setItem(t,e){},removeItem(t){}},CustomEvent:function(){},getComputedStyle:function(){},navigator:{languages:[],get userAgent(){return""}},matchMedia(t){return{matches:!1,media:t}},DOMParser:class{parseFromString(e,i){return{body:{textContent:e}}}}},or="global"in globalThis&&globalThis?.global===globalThis||typeof window>"u"||typeof window.customElements>"u",lr=Object.keys(hi).every(t=>t in globalThis),c=or&&!lr?hi:globalThis,Q=or&&!lr?rr:globalThis.document;var dr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Ti=(t,e,i)=>(dr(t,e,"read from private field"),i?i.call(t):e.get(t)),cl=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},yi=(t,e,i,a)=>(dr(t,e,"write to private field"),e.set(t,i),i),Ee;function ul(t){return`
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
  `}class cs extends c.HTMLElement{constructor(){if(super(),cl(this,Ee,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=we(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[M.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===M.MEDIA_CONTROLLER&&(i&&((n=(s=Ti(this,Ee))==null?void 0:s.unassociateElement)==null||n.call(s,this),yi(this,Ee,null)),a&&this.isConnected&&(yi(this,Ee,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=Ti(this,Ee))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i,a;const s=this.getAttribute(M.MEDIA_CONTROLLER);s&&(yi(this,Ee,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=Ti(this,Ee))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Ti(this,Ee))==null?void 0:e.unassociateElement)==null||i.call(e,this),yi(this,Ee,null)}}Ee=new WeakMap;cs.shadowRootOptions={mode:"open"};cs.getTemplateHTML=ul;c.customElements.get("media-control-bar")||c.customElements.define("media-control-bar",cs);const bn=new WeakMap,us=t=>{let e=bn.get(t);return e||bn.set(t,e=new Set),e},cr=new c.ResizeObserver(t=>{for(const e of t)for(const i of us(e.target))i(e)});function ur(t,e){us(t).add(e),cr.observe(t)}function hr(t,e){const i=us(t);i.delete(e),i.size||cr.unobserve(t)}var mr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},le=(t,e,i)=>(mr(t,e,"read from private field"),i?i.call(t):e.get(t)),hl=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ki=(t,e,i,a)=>(mr(t,e,"write to private field"),e.set(t,i),i),V;function ml(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-gesture-receiver-display, inline-block));
        box-sizing: border-box;
      }
    </style>
  `}class Aa extends c.HTMLElement{constructor(){if(super(),hl(this,V,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=we(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[M.MEDIA_CONTROLLER,o.MEDIA_PAUSED]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===M.MEDIA_CONTROLLER&&(i&&((n=(s=le(this,V))==null?void 0:s.unassociateElement)==null||n.call(s,this),ki(this,V,null)),a&&this.isConnected&&(ki(this,V,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=le(this,V))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i;this.tabIndex=-1,this.setAttribute("aria-hidden","true"),ki(this,V,pl(this)),this.getAttribute(M.MEDIA_CONTROLLER)&&((i=(e=le(this,V))==null?void 0:e.associateElement)==null||i.call(e,this)),le(this,V)&&(le(this,V).addEventListener("pointerdown",this),le(this,V).addEventListener("click",this),le(this,V).hasAttribute("tabindex")||(le(this,V).tabIndex=0))}disconnectedCallback(){var e,i,a,s;this.getAttribute(M.MEDIA_CONTROLLER)&&((i=(e=le(this,V))==null?void 0:e.unassociateElement)==null||i.call(e,this)),(a=le(this,V))==null||a.removeEventListener("pointerdown",this),(s=le(this,V))==null||s.removeEventListener("click",this),ki(this,V,null)}handleEvent(e){var i;const a=(i=e.composedPath())==null?void 0:i[0];if(["video","media-controller"].includes(a?.localName)){if(e.type==="pointerdown")this._pointerType=e.pointerType;else if(e.type==="click"){const{clientX:n,clientY:r}=e,{left:l,top:d,width:f,height:p}=this.getBoundingClientRect(),v=n-l,h=r-d;if(v<0||h<0||v>f||h>p||f===0&&p===0)return;const m=this._pointerType||"mouse";if(this._pointerType=void 0,m===Da.TOUCH){this.handleTap(e);return}else if(m===Da.MOUSE||m===Da.PEN){this.handleMouseClick(e);return}}}}get mediaPaused(){return I(this,o.MEDIA_PAUSED)}set mediaPaused(e){w(this,o.MEDIA_PAUSED,e)}handleTap(e){}handleMouseClick(e){const i=this.mediaPaused?g.MEDIA_PLAY_REQUEST:g.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new c.CustomEvent(i,{composed:!0,bubbles:!0}))}}V=new WeakMap;Aa.shadowRootOptions={mode:"open"};Aa.getTemplateHTML=ml;function pl(t){var e;const i=t.getAttribute(M.MEDIA_CONTROLLER);return i?(e=t.getRootNode())==null?void 0:e.getElementById(i):gi(t,"media-controller")}c.customElements.get("media-gesture-receiver")||c.customElements.define("media-gesture-receiver",Aa);var An=Aa;const vl={"Start airplay":"Start airplay","Stop airplay":"Stop airplay",Audio:"Audio",Captions:"Captions","Enable captions":"Enable captions","Disable captions":"Disable captions","Start casting":"Start casting","Stop casting":"Stop casting","Enter fullscreen mode":"Enter fullscreen mode","Exit fullscreen mode":"Exit fullscreen mode",Mute:"Mute",Unmute:"Unmute",Loop:"Loop","Enter picture in picture mode":"Enter picture in picture mode","Exit picture in picture mode":"Exit picture in picture mode",Play:"Play",Pause:"Pause","Playback rate":"Playback rate","Playback rate {playbackRate}":"Playback rate {playbackRate}",Quality:"Quality","Seek backward":"Seek backward","Seek forward":"Seek forward",Settings:"Settings",Auto:"Auto","audio player":"audio player","video player":"video player",volume:"volume",seek:"seek","closed captions":"closed captions","current playback rate":"current playback rate","playback time":"playback time","media loading":"media loading",settings:"settings","audio tracks":"audio tracks",quality:"quality",play:"play",pause:"pause",mute:"mute",unmute:"unmute","chapter: {chapterName}":"chapter: {chapterName}",live:"live",Off:"Off","start airplay":"start airplay","stop airplay":"stop airplay","start casting":"start casting","stop casting":"stop casting","enter fullscreen mode":"enter fullscreen mode","exit fullscreen mode":"exit fullscreen mode","enter picture in picture mode":"enter picture in picture mode","exit picture in picture mode":"exit picture in picture mode","seek to live":"seek to live","playing live":"playing live","seek back {seekOffset} seconds":"seek back {seekOffset} seconds","seek forward {seekOffset} seconds":"seek forward {seekOffset} seconds","Network Error":"Network Error","Decode Error":"Decode Error","Source Not Supported":"Source Not Supported","Encryption Error":"Encryption Error","A network error caused the media download to fail.":"A network error caused the media download to fail.","A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.":"A media error caused playback to be aborted. The media could be corrupt or your browser does not support this format.","An unsupported error occurred. The server or network failed, or your browser does not support this format.":"An unsupported error occurred. The server or network failed, or your browser does not support this format.","The media is encrypted and there are no keys to decrypt it.":"The media is encrypted and there are no keys to decrypt it.",hour:"hour",hours:"hours",minute:"minute",minutes:"minutes",second:"second",seconds:"seconds","{time} remaining":"{time} remaining","{currentTime} of {totalTime}":"{currentTime} of {totalTime}","video not loaded, unknown time.":"video not loaded, unknown time."};var Tn;const ii={en:vl};let wt=((Tn=globalThis.navigator)==null?void 0:Tn.language)||"en";const El=t=>{wt=t},fl=t=>{var e,i,a;const[s]=wt.split("-");return((e=ii[wt])==null?void 0:e[t])||((i=ii[s])==null?void 0:i[t])||((a=ii.en)==null?void 0:a[t])||t},_l=()=>{const[t]=wt.split("-");return ii[wt]?wt:ii[t]?t:"en"},L=(t,e={})=>fl(t).replace(/\{(\w+)\}/g,(i,a)=>a in e?String(e[a]):`{${a}}`);var hs=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},U=(t,e,i)=>(hs(t,e,"read from private field"),i?i.call(t):e.get(t)),Y=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},de=(t,e,i,a)=>(hs(t,e,"write to private field"),e.set(t,i),i),pe=(t,e,i)=>(hs(t,e,"access private method"),i),Kt,ra,lt,Rt,Tt,Pa,dt,Ui,xa,pr,Na,vr,mi,Ta,ya,ms,Dt,pi,xe,Pi;const b={AUDIO:"audio",AUTOHIDE:"autohide",BREAKPOINTS:"breakpoints",GESTURES_DISABLED:"gesturesdisabled",KEYBOARD_CONTROL:"keyboardcontrol",NO_AUTOHIDE:"noautohide",USER_INACTIVE:"userinactive",AUTOHIDE_OVER_CONTROLS:"autohideovercontrols"};function gl(t){return`
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

      :host(:not([${b.AUDIO}])) [part~=layer]:not([part~=media-layer]) {
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

      
      :host([${b.AUDIO}]) slot[name=media] {
        display: var(--media-slot-display, none);
      }

      
      :host([${b.AUDIO}]) [part~=layer][part~=gesture-layer] {
        height: 0;
        display: block;
      }

      
      :host(:not([${b.AUDIO}])[${b.GESTURES_DISABLED}]) ::slotted([slot=gestures-chrome]),
          :host(:not([${b.AUDIO}])[${b.GESTURES_DISABLED}]) media-gesture-receiver[slot=gestures-chrome] {
        display: none;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not(media-loading-indicator):not([role=dialog]):not([hidden])) {
        pointer-events: auto;
      }

      :host(:not([${b.AUDIO}])) *[part~=layer][part~=centered-layer] {
        align-items: center;
        justify-content: center;
      }

      :host(:not([${b.AUDIO}])) ::slotted(media-gesture-receiver[slot=gestures-chrome]),
      :host(:not([${b.AUDIO}])) media-gesture-receiver[slot=gestures-chrome] {
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

      
      :host(:not([${b.AUDIO}])) .spacer {
        flex-grow: 1;
      }

      
      :host(:-webkit-full-screen) {
        
        width: 100% !important;
        height: 100% !important;
      }

      
      ::slotted(:not([slot=media]):not([slot=poster]):not([${b.NO_AUTOHIDE}]):not([hidden]):not([role=dialog])) {
        opacity: 1;
        transition: var(--media-control-transition-in, opacity 0.25s);
      }

      
      :host([${b.USER_INACTIVE}]:not([${o.MEDIA_PAUSED}]):not([${o.MEDIA_IS_AIRPLAYING}]):not([${o.MEDIA_IS_CASTING}]):not([${b.AUDIO}])) ::slotted(:not([slot=media]):not([slot=poster]):not([${b.NO_AUTOHIDE}]):not([role=dialog])) {
        opacity: 0;
        transition: var(--media-control-transition-out, opacity 1s);
      }

      :host([${b.USER_INACTIVE}]:not([${b.NO_AUTOHIDE}]):not([${o.MEDIA_PAUSED}]):not([${o.MEDIA_IS_CASTING}]):not([${b.AUDIO}])) ::slotted([slot=media]) {
        cursor: none;
      }

      :host([${b.USER_INACTIVE}][${b.AUTOHIDE_OVER_CONTROLS}]:not([${b.NO_AUTOHIDE}]):not([${o.MEDIA_PAUSED}]):not([${o.MEDIA_IS_CASTING}]):not([${b.AUDIO}])) * {
        --media-cursor: none;
        cursor: none;
      }


      ::slotted(media-control-bar)  {
        align-self: stretch;
      }

      
      
      :host(:not([${b.AUDIO}])[${o.MEDIA_HAS_PLAYED}]) slot[name=poster],
      :host(:not([${b.AUDIO}])[${o.MEDIA_STREAM_TYPE}="${ye.ON_DEMAND}"][${o.MEDIA_CURRENT_TIME}]:not([${o.MEDIA_CURRENT_TIME}="0"])) slot[name=poster] {
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
        <template shadowrootmode="${An.shadowRootOptions.mode}">
          ${An.getTemplateHTML({})}
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
  `}const bl=Object.values(o),Al="sm:384 md:576 lg:768 xl:960";function Tl(t){Er(t.target,t.contentRect.width)}function Er(t,e){var i;if(!t.isConnected)return;const a=(i=t.getAttribute(b.BREAKPOINTS))!=null?i:Al,s=yl(a),n=kl(s,e);let r=!1;if(Object.keys(s).forEach(l=>{if(n.includes(l)){t.hasAttribute(`breakpoint${l}`)||(t.setAttribute(`breakpoint${l}`,""),r=!0);return}t.hasAttribute(`breakpoint${l}`)&&(t.removeAttribute(`breakpoint${l}`),r=!0)}),r){const l=new CustomEvent(Lt.BREAKPOINTS_CHANGE,{detail:n});t.dispatchEvent(l)}t.breakpointsComputed||(t.breakpointsComputed=!0,t.dispatchEvent(new CustomEvent(Lt.BREAKPOINTS_COMPUTED,{bubbles:!0,composed:!0})))}function yl(t){const e=t.split(/\s+/);return Object.fromEntries(e.map(i=>i.split(":")))}function kl(t,e){return Object.keys(t).filter(i=>e>=parseInt(t[i]))}class ka extends c.HTMLElement{constructor(){if(super(),Y(this,xa),Y(this,Na),Y(this,mi),Y(this,ya),Y(this,Dt),Y(this,Kt,void 0),Y(this,ra,0),Y(this,lt,null),Y(this,Rt,null),Y(this,Tt,void 0),this.breakpointsComputed=!1,Y(this,Pa,e=>{const i=this.media;for(const a of e){if(a.type!=="childList")continue;const s=a.removedNodes;for(const n of s){if(n.slot!="media"||a.target!=this)continue;let r=a.previousSibling&&a.previousSibling.previousElementSibling;if(!r||!i)this.mediaUnsetCallback(n);else{let l=r.slot!=="media";for(;(r=r.previousSibling)!==null;)r.slot=="media"&&(l=!1);l&&this.mediaUnsetCallback(n)}}if(i)for(const n of a.addedNodes)n===i&&this.handleMediaUpdated(i)}}),Y(this,dt,!1),Y(this,Ui,e=>{U(this,dt)||(setTimeout(()=>{Tl(e),de(this,dt,!1)},0),de(this,dt,!0))}),Y(this,xe,void 0),Y(this,Pi,()=>{if(!U(this,xe).assignedElements({flatten:!0}).length){U(this,lt)&&this.mediaUnsetCallback(U(this,lt));return}this.handleMediaUpdated(this.media)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=we(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}de(this,Kt,new MutationObserver(U(this,Pa)))}static get observedAttributes(){return[b.AUTOHIDE,b.GESTURES_DISABLED].concat(bl).filter(e=>![o.MEDIA_RENDITION_LIST,o.MEDIA_AUDIO_TRACK_LIST,o.MEDIA_CHAPTERS_CUES,o.MEDIA_WIDTH,o.MEDIA_HEIGHT,o.MEDIA_ERROR,o.MEDIA_ERROR_MESSAGE].includes(e))}attributeChangedCallback(e,i,a){e.toLowerCase()==b.AUTOHIDE&&(this.autohide=a)}get media(){let e=this.querySelector(":scope > [slot=media]");return e?.nodeName=="SLOT"&&(e=e.assignedElements({flatten:!0})[0]),e}async handleMediaUpdated(e){e&&(de(this,lt,e),e.localName.includes("-")&&await c.customElements.whenDefined(e.localName),this.mediaSetCallback(e))}connectedCallback(){var e;U(this,Kt).observe(this,{childList:!0,subtree:!0}),ur(this,U(this,Ui));const i=this.getAttribute(b.AUDIO)!=null,a=L(i?"audio player":"video player");this.setAttribute("role","region"),this.setAttribute("aria-label",a),this.handleMediaUpdated(this.media),this.setAttribute(b.USER_INACTIVE,""),Er(this,this.getBoundingClientRect().width);const s=this.querySelector(":scope > slot[slot=media]");s&&(de(this,xe,s),U(this,xe).addEventListener("slotchange",U(this,Pi))),this.addEventListener("pointerdown",this),this.addEventListener("pointermove",this),this.addEventListener("pointerup",this),this.addEventListener("mouseleave",this),this.addEventListener("keyup",this),(e=c.window)==null||e.addEventListener("mouseup",this)}disconnectedCallback(){var e;hr(this,U(this,Ui)),clearTimeout(U(this,Rt)),U(this,Kt).disconnect(),this.media&&this.mediaUnsetCallback(this.media),(e=c.window)==null||e.removeEventListener("mouseup",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointermove",this),this.removeEventListener("pointerup",this),this.removeEventListener("mouseleave",this),this.removeEventListener("keyup",this),U(this,xe)&&(U(this,xe).removeEventListener("slotchange",U(this,Pi)),de(this,xe,null)),de(this,dt,!1)}mediaSetCallback(e){}mediaUnsetCallback(e){de(this,lt,null)}handleEvent(e){switch(e.type){case"pointerdown":de(this,ra,e.timeStamp);break;case"pointermove":pe(this,xa,pr).call(this,e);break;case"pointerup":pe(this,Na,vr).call(this,e);break;case"mouseleave":pe(this,mi,Ta).call(this);break;case"mouseup":this.removeAttribute(b.KEYBOARD_CONTROL);break;case"keyup":pe(this,Dt,pi).call(this),this.setAttribute(b.KEYBOARD_CONTROL,"");break}}set autohide(e){const i=Number(e);de(this,Tt,isNaN(i)?0:i)}get autohide(){return(U(this,Tt)===void 0?2:U(this,Tt)).toString()}get breakpoints(){return G(this,b.BREAKPOINTS)}set breakpoints(e){K(this,b.BREAKPOINTS,e)}get audio(){return I(this,b.AUDIO)}set audio(e){w(this,b.AUDIO,e)}get gesturesDisabled(){return I(this,b.GESTURES_DISABLED)}set gesturesDisabled(e){w(this,b.GESTURES_DISABLED,e)}get keyboardControl(){return I(this,b.KEYBOARD_CONTROL)}set keyboardControl(e){w(this,b.KEYBOARD_CONTROL,e)}get noAutohide(){return I(this,b.NO_AUTOHIDE)}set noAutohide(e){w(this,b.NO_AUTOHIDE,e)}get autohideOverControls(){return I(this,b.AUTOHIDE_OVER_CONTROLS)}set autohideOverControls(e){w(this,b.AUTOHIDE_OVER_CONTROLS,e)}get userInteractive(){return I(this,b.USER_INACTIVE)}set userInteractive(e){w(this,b.USER_INACTIVE,e)}}Kt=new WeakMap;ra=new WeakMap;lt=new WeakMap;Rt=new WeakMap;Tt=new WeakMap;Pa=new WeakMap;dt=new WeakMap;Ui=new WeakMap;xa=new WeakSet;pr=function(t){if(t.pointerType!=="mouse"&&t.timeStamp-U(this,ra)<250)return;pe(this,ya,ms).call(this),clearTimeout(U(this,Rt));const e=this.hasAttribute(b.AUTOHIDE_OVER_CONTROLS);([this,this.media].includes(t.target)||e)&&pe(this,Dt,pi).call(this)};Na=new WeakSet;vr=function(t){if(t.pointerType==="touch"){const e=!this.hasAttribute(b.USER_INACTIVE);[this,this.media].includes(t.target)&&e?pe(this,mi,Ta).call(this):pe(this,Dt,pi).call(this)}else t.composedPath().some(e=>["media-play-button","media-fullscreen-button"].includes(e?.localName))&&pe(this,Dt,pi).call(this)};mi=new WeakSet;Ta=function(){if(U(this,Tt)<0||this.hasAttribute(b.USER_INACTIVE))return;this.setAttribute(b.USER_INACTIVE,"");const t=new c.CustomEvent(Lt.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!0});this.dispatchEvent(t)};ya=new WeakSet;ms=function(){if(!this.hasAttribute(b.USER_INACTIVE))return;this.removeAttribute(b.USER_INACTIVE);const t=new c.CustomEvent(Lt.USER_INACTIVE_CHANGE,{composed:!0,bubbles:!0,detail:!1});this.dispatchEvent(t)};Dt=new WeakSet;pi=function(){pe(this,ya,ms).call(this),clearTimeout(U(this,Rt));const t=parseInt(this.autohide);t<0||de(this,Rt,setTimeout(()=>{pe(this,mi,Ta).call(this)},t*1e3))};xe=new WeakMap;Pi=new WeakMap;ka.shadowRootOptions={mode:"open"};ka.getTemplateHTML=gl;c.customElements.get("media-container")||c.customElements.define("media-container",ka);var ps=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},je=(t,e,i)=>(ps(t,e,"read from private field"),e.get(t)),Re=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},vs=(t,e,i,a)=>(ps(t,e,"write to private field"),e.set(t,i),i),Ye=(t,e,i)=>(ps(t,e,"access private method"),i),oa,vi,tt,xi,$a,Fa,fr,Ha,_r,Wa,gr,Ba,br,Va,Ar;function Sl(t){return`
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
  `}function Il(t){return`
    <slot id="content"></slot>
  `}const Ht={OPEN:"open",ANCHOR:"anchor"};class bi extends c.HTMLElement{constructor(){super(),Re(this,xi),Re(this,Fa),Re(this,Ha),Re(this,Wa),Re(this,Ba),Re(this,Va),Re(this,oa,!1),Re(this,vi,null),Re(this,tt,null)}static get observedAttributes(){return[Ht.OPEN,Ht.ANCHOR]}get open(){return I(this,Ht.OPEN)}set open(e){w(this,Ht.OPEN,e)}handleEvent(e){switch(e.type){case"invoke":Ye(this,Wa,gr).call(this,e);break;case"focusout":Ye(this,Ba,br).call(this,e);break;case"keydown":Ye(this,Va,Ar).call(this,e);break}}connectedCallback(){Ye(this,xi,$a).call(this),this.role||(this.role="dialog"),this.addEventListener("invoke",this),this.addEventListener("focusout",this),this.addEventListener("keydown",this)}disconnectedCallback(){this.removeEventListener("invoke",this),this.removeEventListener("focusout",this),this.removeEventListener("keydown",this)}attributeChangedCallback(e,i,a){Ye(this,xi,$a).call(this),e===Ht.OPEN&&a!==i&&(this.open?Ye(this,Fa,fr).call(this):Ye(this,Ha,_r).call(this))}focus(){vs(this,vi,tr());const e=!this.dispatchEvent(new Event("focus",{composed:!0,cancelable:!0})),i=!this.dispatchEvent(new Event("focusin",{composed:!0,bubbles:!0,cancelable:!0}));if(e||i)return;const a=this.querySelector('[autofocus], [tabindex]:not([tabindex="-1"]), [role="menu"]');a?.focus()}get keysUsed(){return["Escape","Tab"]}}oa=new WeakMap;vi=new WeakMap;tt=new WeakMap;xi=new WeakSet;$a=function(){if(!je(this,oa)&&(vs(this,oa,!0),!this.shadowRoot)){this.attachShadow(this.constructor.shadowRootOptions);const t=we(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(t),queueMicrotask(()=>{const{style:e}=$(this.shadowRoot,":host");e.setProperty("transition","display .15s, visibility .15s, opacity .15s ease-in, transform .15s ease-in")})}};Fa=new WeakSet;fr=function(){var t;(t=je(this,tt))==null||t.setAttribute("aria-expanded","true"),this.dispatchEvent(new Event("open",{composed:!0,bubbles:!0})),this.addEventListener("transitionend",()=>this.focus(),{once:!0})};Ha=new WeakSet;_r=function(){var t;(t=je(this,tt))==null||t.setAttribute("aria-expanded","false"),this.dispatchEvent(new Event("close",{composed:!0,bubbles:!0}))};Wa=new WeakSet;gr=function(t){vs(this,tt,t.relatedTarget),Ut(this,t.relatedTarget)||(this.open=!this.open)};Ba=new WeakSet;br=function(t){var e;Ut(this,t.relatedTarget)||((e=je(this,vi))==null||e.focus(),je(this,tt)&&je(this,tt)!==t.relatedTarget&&this.open&&(this.open=!1))};Va=new WeakSet;Ar=function(t){var e,i,a,s,n;const{key:r,ctrlKey:l,altKey:d,metaKey:f}=t;l||d||f||this.keysUsed.includes(r)&&(t.preventDefault(),t.stopPropagation(),r==="Tab"?(t.shiftKey?(i=(e=this.previousElementSibling)==null?void 0:e.focus)==null||i.call(e):(s=(a=this.nextElementSibling)==null?void 0:a.focus)==null||s.call(a),this.blur()):r==="Escape"&&((n=je(this,vi))==null||n.focus(),this.open=!1))};bi.shadowRootOptions={mode:"open"};bi.getTemplateHTML=Sl;bi.getSlotTemplateHTML=Il;c.customElements.get("media-chrome-dialog")||c.customElements.define("media-chrome-dialog",bi);var wl=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Ue=(t,e,i)=>(wl(t,e,"read from private field"),i?i.call(t):e.get(t)),yn=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ct,ut;const Gt={HOTKEYS:"hotkeys"},Ml=[{keys:[{key:" ",label:"Space"},{key:"k"}],description:"Toggle Playback"},{keys:[{key:"m"}],description:"Toggle mute"},{keys:[{key:"f"}],description:"Toggle fullscreen"},{keys:[{key:"c"}],description:"Toggle captions or subtitles, if available"},{keys:[{key:"p"}],description:"Toggle Picture in Picture"},{keys:[{key:"ArrowLeft",label:"←"},{key:"j"}],description:"Seek back 10s"},{keys:[{key:"ArrowRight",label:"→"},{key:"l"}],description:"Seek forward 10s"},{keys:[{key:"ArrowUp",label:"↑"}],description:"Turn volume up"},{keys:[{key:"ArrowDown",label:"↓"}],description:"Turn volume down"},{keys:[{key:"<",label:"< (SHIFT+,)"}],description:"Decrease playback rate"},{keys:[{key:">",label:"> (SHIFT+.)"}],description:"Increase playback rate"},{keys:[{key:"shift+/",label:"SHIFT+/"}],description:"Show keyboard shortcuts"}];function Es(t){return t===" "?"nospace":`no${t.toLowerCase()}`}function Ll(t){const e=new Set(t?.split(/\s+/));return Ml.map(({keys:i,description:a})=>({keys:i.filter(({key:s})=>!e.has(Es(s))),description:a})).filter(({keys:i})=>i.length)}function Rl(t){return`
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
      ${Tr(t[Gt.HOTKEYS])}
    </slot>
  `}function Tr(t){return`
    <h2>Keyboard Shortcuts</h2>
    <table class="shortcuts-table">${Ll(t).map(({keys:i,description:a})=>`
        <tr>
          <td>
            <div class="key-combo">${i.map(({key:n,label:r=n},l)=>l>0?`<span class="key-separator">or</span><span class="key">${r}</span>`:`<span class="key">${r}</span>`).join("")}</div>
          </td>
          <td class="description">${a}</td>
        </tr>
      `).join("")}</table>
  `}class yr extends bi{constructor(){super(...arguments),yn(this,ct,e=>{var i;if(!this.open)return;const a=(i=this.shadowRoot)==null?void 0:i.querySelector("#content");if(!a)return;const s=e.composedPath(),n=s[0]===this||s.includes(this),r=s.includes(a);n&&!r&&(this.open=!1)}),yn(this,ut,e=>{if(!this.open)return;const i=e.shiftKey&&(e.key==="/"||e.key==="?");(e.key==="Escape"||i)&&!e.ctrlKey&&!e.altKey&&!e.metaKey&&(this.open=!1,e.preventDefault(),e.stopPropagation())})}static get observedAttributes(){return[...super.observedAttributes,Gt.HOTKEYS]}get hotkeys(){var e;return(e=G(this,Gt.HOTKEYS))!=null?e:void 0}set hotkeys(e){K(this,Gt.HOTKEYS,e)}connectedCallback(){super.connectedCallback(),this.open&&(this.addEventListener("click",Ue(this,ct)),document.addEventListener("keydown",Ue(this,ut)))}disconnectedCallback(){this.removeEventListener("click",Ue(this,ct)),document.removeEventListener("keydown",Ue(this,ut))}attributeChangedCallback(e,i,a){var s;if(super.attributeChangedCallback(e,i,a),e==="open")this.open?(this.addEventListener("click",Ue(this,ct)),document.addEventListener("keydown",Ue(this,ut))):(this.removeEventListener("click",Ue(this,ct)),document.removeEventListener("keydown",Ue(this,ut)));else if(e===Gt.HOTKEYS&&a!==i){const n=(s=this.shadowRoot)==null?void 0:s.querySelector("#content");n&&(n.innerHTML=Tr(a))}}}ct=new WeakMap;ut=new WeakMap;yr.getSlotTemplateHTML=Rl;c.customElements.get("media-keyboard-shortcuts-dialog")||c.customElements.define("media-keyboard-shortcuts-dialog",yr);var kr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},W=(t,e,i)=>(kr(t,e,"read from private field"),i?i.call(t):e.get(t)),Wt=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Si=(t,e,i,a)=>(kr(t,e,"write to private field"),e.set(t,i),i),ht,mt,la,Je,De,Ne;class Sr{constructor(e,i,{defaultValue:a}={defaultValue:void 0}){Wt(this,De),Wt(this,ht,void 0),Wt(this,mt,void 0),Wt(this,la,void 0),Wt(this,Je,new Set),Si(this,ht,e),Si(this,mt,i),Si(this,la,new Set(a))}[Symbol.iterator](){return W(this,De,Ne).values()}get length(){return W(this,De,Ne).size}get value(){var e;return(e=[...W(this,De,Ne)].join(" "))!=null?e:""}set value(e){var i;e!==this.value&&(Si(this,Je,new Set),this.add(...(i=e?.split(" "))!=null?i:[]))}toString(){return this.value}item(e){return[...W(this,De,Ne)][e]}values(){return W(this,De,Ne).values()}forEach(e,i){W(this,De,Ne).forEach(e,i)}add(...e){var i,a;e.forEach(s=>W(this,Je).add(s)),!(this.value===""&&!((i=W(this,ht))!=null&&i.hasAttribute(`${W(this,mt)}`)))&&((a=W(this,ht))==null||a.setAttribute(`${W(this,mt)}`,`${this.value}`))}remove(...e){var i;e.forEach(a=>W(this,Je).delete(a)),(i=W(this,ht))==null||i.setAttribute(`${W(this,mt)}`,`${this.value}`)}contains(e){return W(this,De,Ne).has(e)}toggle(e,i){return typeof i<"u"?i?(this.add(e),!0):(this.remove(e),!1):this.contains(e)?(this.remove(e),!1):(this.add(e),!0)}replace(e,i){return this.remove(e),this.add(i),e===i}}ht=new WeakMap;mt=new WeakMap;la=new WeakMap;Je=new WeakMap;De=new WeakSet;Ne=function(){return W(this,Je).size?W(this,Je):W(this,la)};function Dl(t){return t?.map(Cl).join(" ")}function Cl(t){if(t){const{id:e,width:i,height:a}=t;return[e,i,a].filter(s=>s!=null).join(":")}}function Ol(t){return t?.map(Ul).join(" ")}function Ul(t){if(t){const{id:e,kind:i,language:a,label:s}=t;return[e,i,a,s].filter(n=>n!=null).join(":")}}function fs(t){return typeof t=="number"&&!Number.isNaN(t)&&Number.isFinite(t)}const Ir=t=>new Promise(e=>setTimeout(e,t)),Pl=(t="")=>t.split(/\s+/),wr=(t="")=>{const[e,i,a]=t.split(":"),s=a?decodeURIComponent(a):void 0;return{kind:e==="cc"?Se.CAPTIONS:Se.SUBTITLES,language:i,label:s}},xl=(t="",e={})=>Pl(t).map(i=>{const a=wr(i);return{...e,...a}}),Mr=t=>t?Array.isArray(t)?t.map(e=>typeof e=="string"?wr(e):e):typeof t=="string"?xl(t):[t]:[],Nl=({kind:t,label:e,language:i}={kind:"subtitles"})=>e?`${t==="captions"?"cc":"sb"}:${i}:${encodeURIComponent(e)}`:i,kn=(t=[])=>Array.prototype.map.call(t,Nl).join(" "),$l=(t,e)=>i=>i[t]===e,Lr=t=>{const e=Object.entries(t).map(([i,a])=>$l(i,a));return i=>e.every(a=>a(i))},ai=(t,e=[],i=[])=>{const a=Mr(i).map(Lr),s=n=>a.some(r=>r(n));Array.from(e).filter(s).forEach(n=>{n.mode=t})},Sa=(t,e=()=>!0)=>{if(!t?.textTracks)return[];const i=typeof e=="function"?e:Lr(e);return Array.from(t.textTracks).filter(i)},Fl=t=>{var e;const{media:i,fullscreenElement:a}=t;try{const s=a&&"requestFullscreen"in a?"requestFullscreen":a&&"webkitRequestFullScreen"in a?"webkitRequestFullScreen":void 0;if(s){const n=(e=a[s])==null?void 0:e.call(a);if(n instanceof Promise)return n.catch(()=>{})}else i?.webkitEnterFullscreen?i.webkitEnterFullscreen():i?.requestFullscreen&&i.requestFullscreen()}catch(s){console.error(s)}},Sn="exitFullscreen"in Q?"exitFullscreen":"webkitExitFullscreen"in Q?"webkitExitFullscreen":"webkitCancelFullScreen"in Q?"webkitCancelFullScreen":void 0,Hl=t=>{var e;const{documentElement:i}=t;if(Sn){const a=(e=i?.[Sn])==null?void 0:e.call(i);if(a instanceof Promise)return a.catch(()=>{})}},qt="fullscreenElement"in Q?"fullscreenElement":"webkitFullscreenElement"in Q?"webkitFullscreenElement":void 0,Wl=t=>{const{documentElement:e,media:i}=t,a=e?.[qt];return!a&&"webkitDisplayingFullscreen"in i&&"webkitPresentationMode"in i&&i.webkitDisplayingFullscreen&&i.webkitPresentationMode===al.FULLSCREEN?i:a},Bl=t=>{var e;const{media:i,documentElement:a,fullscreenElement:s=i}=t;if(!i||!a)return!1;const n=Wl(t);if(!n)return!1;if(n===s||n===i)return!0;if(n.localName.includes("-")){let r=n.shadowRoot;if(!(qt in r))return Ut(n,s);for(;r?.[qt];){if(r[qt]===s)return!0;r=(e=r[qt])==null?void 0:e.shadowRoot}}return!1},Vl="fullscreenEnabled"in Q?"fullscreenEnabled":"webkitFullscreenEnabled"in Q?"webkitFullscreenEnabled":void 0,Kl=t=>{const{documentElement:e,media:i}=t;return!!e?.[Vl]||i&&"webkitSupportsFullscreen"in i};let Ii;const _s=()=>{var t,e;return Ii||(Ii=(e=(t=Q)==null?void 0:t.createElement)==null?void 0:e.call(t,"video"),Ii)},Gl=async(t=_s())=>{if(!t)return!1;const e=t.volume;t.volume=e/2+.1;const i=new AbortController,a=await Promise.race([ql(t,i.signal),Yl(t,e)]);return i.abort(),a},ql=(t,e)=>new Promise(i=>{t.addEventListener("volumechange",()=>i(!0),{signal:e})}),Yl=async(t,e)=>{for(let i=0;i<10;i++){if(t.volume===e)return!1;await Ir(10)}return t.volume!==e},Ql=/.*Version\/.*Safari\/.*/.test(c.navigator.userAgent),Rr=(t=_s())=>c.matchMedia("(display-mode: standalone)").matches&&Ql?!1:typeof t?.requestPictureInPicture=="function",Dr=(t=_s())=>Kl({documentElement:Q,media:t}),zl=Dr(),Xl=Rr(),Zl=!!c.WebKitPlaybackTargetAvailabilityEvent,Jl=!!c.chrome,da=t=>Sa(t.media,e=>[Se.SUBTITLES,Se.CAPTIONS].includes(e.kind)).sort((e,i)=>e.kind>=i.kind?1:-1),Cr=t=>Sa(t.media,e=>e.mode===It.SHOWING&&[Se.SUBTITLES,Se.CAPTIONS].includes(e.kind)),Or=(t,e)=>{const i=da(t),a=Cr(t),s=!!a.length;if(i.length){if(e===!1||s&&e!==!0)ai(It.DISABLED,i,a);else if(e===!0||!s&&e!==!1){let n=i[0];const{options:r}=t;if(!r?.noSubtitlesLangPref){const p=c.localStorage.getItem("media-chrome-pref-subtitles-lang"),v=p?[p,...c.navigator.languages]:c.navigator.languages,h=i.filter(m=>v.some(A=>m.language.toLowerCase().startsWith(A.split("-")[0]))).sort((m,A)=>{const _=v.findIndex(T=>m.language.toLowerCase().startsWith(T.split("-")[0])),y=v.findIndex(T=>A.language.toLowerCase().startsWith(T.split("-")[0]));return _-y});h[0]&&(n=h[0])}const{language:l,label:d,kind:f}=n;ai(It.DISABLED,i,a),ai(It.SHOWING,i,[{language:l,label:d,kind:f}])}}},gs=(t,e)=>t===e?!0:t==null||e==null||typeof t!=typeof e?!1:typeof t=="number"&&Number.isNaN(t)&&Number.isNaN(e)?!0:typeof t!="object"?!1:Array.isArray(t)?jl(t,e):Object.entries(t).every(([i,a])=>i in e&&gs(a,e[i])),jl=(t,e)=>{const i=Array.isArray(t),a=Array.isArray(e);return i!==a?!1:i||a?t.length!==e.length?!1:t.every((s,n)=>gs(s,e[n])):!0},ed=Object.values(ye);let ca;const td=Gl().then(t=>(ca=t,ca)),id=async(...t)=>{await Promise.all(t.filter(e=>e).map(async e=>{if(!("localName"in e&&e instanceof c.HTMLElement))return;const i=e.localName;if(!i.includes("-"))return;const a=c.customElements.get(i);a&&e instanceof a||(await c.customElements.whenDefined(i),c.customElements.upgrade(e))}))},ad=new c.DOMParser,sd=t=>t&&(ad.parseFromString(t,"text/html").body.textContent||t),Yt={mediaError:{get(t,e){const{media:i}=t;if(e?.type!=="playing")return i?.error},mediaEvents:["emptied","error","playing"]},mediaErrorCode:{get(t,e){var i;const{media:a}=t;if(e?.type!=="playing")return(i=a?.error)==null?void 0:i.code},mediaEvents:["emptied","error","playing"]},mediaErrorMessage:{get(t,e){var i,a;const{media:s}=t;if(e?.type!=="playing")return(a=(i=s?.error)==null?void 0:i.message)!=null?a:""},mediaEvents:["emptied","error","playing"]},mediaWidth:{get(t){var e;const{media:i}=t;return(e=i?.videoWidth)!=null?e:0},mediaEvents:["resize"]},mediaHeight:{get(t){var e;const{media:i}=t;return(e=i?.videoHeight)!=null?e:0},mediaEvents:["resize"]},mediaPaused:{get(t){var e;const{media:i}=t;return(e=i?.paused)!=null?e:!0},set(t,e){var i;const{media:a}=e;a&&(t?a.pause():(i=a.play())==null||i.catch(()=>{}))},mediaEvents:["play","playing","pause","emptied"]},mediaHasPlayed:{get(t,e){const{media:i}=t;return i?e?e.type==="playing":!i.paused:!1},mediaEvents:["playing","emptied"]},mediaEnded:{get(t){var e;const{media:i}=t;return(e=i?.ended)!=null?e:!1},mediaEvents:["seeked","ended","emptied"]},mediaPlaybackRate:{get(t){var e;const{media:i}=t;return(e=i?.playbackRate)!=null?e:1},set(t,e){const{media:i}=e;i&&Number.isFinite(+t)&&(i.playbackRate=+t)},mediaEvents:["ratechange","loadstart"]},mediaMuted:{get(t){var e;const{media:i}=t;return(e=i?.muted)!=null?e:!1},set(t,e){const{media:i,options:{noMutedPref:a}={}}=e;if(i){i.muted=t;try{const s=c.localStorage.getItem("media-chrome-pref-muted")!==null,n=i.hasAttribute("muted");if(a){s&&c.localStorage.removeItem("media-chrome-pref-muted");return}if(n&&!s)return;c.localStorage.setItem("media-chrome-pref-muted",t?"true":"false")}catch(s){console.debug("Error setting muted pref",s)}}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noMutedPref:i}}=e,{media:a}=e;if(!(!a||a.muted||i))try{const s=c.localStorage.getItem("media-chrome-pref-muted")==="true";Yt.mediaMuted.set(s,e),t(s)}catch(s){console.debug("Error getting muted pref",s)}}]},mediaLoop:{get(t){const{media:e}=t;return e?.loop},set(t,e){const{media:i}=e;i&&(i.loop=t)},mediaEvents:["medialooprequest"]},mediaVolume:{get(t){var e;const{media:i}=t;return(e=i?.volume)!=null?e:1},set(t,e){const{media:i,options:{noVolumePref:a}={}}=e;if(i){try{t==null?c.localStorage.removeItem("media-chrome-pref-volume"):!i.hasAttribute("muted")&&!a&&c.localStorage.setItem("media-chrome-pref-volume",t.toString())}catch(s){console.debug("Error setting volume pref",s)}Number.isFinite(+t)&&(i.volume=+t)}},mediaEvents:["volumechange"],stateOwnersUpdateHandlers:[(t,e)=>{const{options:{noVolumePref:i}}=e;if(!i)try{const{media:a}=e;if(!a)return;const s=c.localStorage.getItem("media-chrome-pref-volume");if(s==null)return;Yt.mediaVolume.set(+s,e),t(+s)}catch(a){console.debug("Error getting volume pref",a)}}]},mediaVolumeLevel:{get(t){const{media:e}=t;return typeof e?.volume>"u"?"high":e.muted||e.volume===0?"off":e.volume<.5?"low":e.volume<.75?"medium":"high"},mediaEvents:["volumechange"]},mediaCurrentTime:{get(t){var e;const{media:i}=t;return(e=i?.currentTime)!=null?e:0},set(t,e){const{media:i}=e;!i||!fs(t)||(i.currentTime=t)},mediaEvents:["timeupdate","loadedmetadata","seeking"]},mediaDuration:{get(t){const{media:e,options:{defaultDuration:i}={}}=t;return i&&(!e||!e.duration||Number.isNaN(e.duration)||!Number.isFinite(e.duration))?i:Number.isFinite(e?.duration)?e.duration:Number.NaN},mediaEvents:["durationchange","loadedmetadata","emptied"]},mediaLoading:{get(t){const{media:e}=t;return e?.readyState<3},mediaEvents:["waiting","playing","emptied"]},mediaSeekable:{get(t){var e;const{media:i}=t;if(!((e=i?.seekable)!=null&&e.length))return;const a=i.seekable.start(0),s=i.seekable.end(i.seekable.length-1);if(!(!a&&!s))return[Number(a.toFixed(3)),Number(s.toFixed(3))]},mediaEvents:["loadedmetadata","emptied","progress","seekablechange"]},mediaBuffered:{get(t){var e;const{media:i}=t,a=(e=i?.buffered)!=null?e:[];return Array.from(a).map((s,n)=>[Number(a.start(n).toFixed(3)),Number(a.end(n).toFixed(3))])},mediaEvents:["progress","emptied"]},mediaStreamType:{get(t){const{media:e,options:{defaultStreamType:i}={}}=t,a=[ye.LIVE,ye.ON_DEMAND].includes(i)?i:void 0;if(!e)return a;const{streamType:s}=e;if(ed.includes(s))return s===ye.UNKNOWN?a:s;const n=e.duration;return n===1/0?ye.LIVE:Number.isFinite(n)?ye.ON_DEMAND:a},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange"]},mediaTargetLiveWindow:{get(t){const{media:e}=t;if(!e)return Number.NaN;const{targetLiveWindow:i}=e,a=Yt.mediaStreamType.get(t);return(i==null||Number.isNaN(i))&&a===ye.LIVE?0:i},mediaEvents:["emptied","durationchange","loadedmetadata","streamtypechange","targetlivewindowchange"]},mediaTimeIsLive:{get(t){const{media:e,options:{liveEdgeOffset:i=10}={}}=t;if(!e)return!1;if(typeof e.liveEdgeStart=="number")return Number.isNaN(e.liveEdgeStart)?!1:e.currentTime>=e.liveEdgeStart;if(!(Yt.mediaStreamType.get(t)===ye.LIVE))return!1;const s=e.seekable;if(!s)return!0;if(!s.length)return!1;const n=s.end(s.length-1)-i;return e.currentTime>=n},mediaEvents:["playing","timeupdate","progress","waiting","emptied"]},mediaSubtitlesList:{get(t){return da(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack"]},mediaSubtitlesShowing:{get(t){return Cr(t).map(({kind:e,label:i,language:a})=>({kind:e,label:i,language:a}))},mediaEvents:["loadstart"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i,a;const{media:s,options:n}=e;if(!s)return;const r=l=>{var d;!n.defaultSubtitles||l&&![Se.CAPTIONS,Se.SUBTITLES].includes((d=l?.track)==null?void 0:d.kind)||Or(e,!0)};return s.addEventListener("loadstart",r),(i=s.textTracks)==null||i.addEventListener("addtrack",r),(a=s.textTracks)==null||a.addEventListener("removetrack",r),()=>{var l,d;s.removeEventListener("loadstart",r),(l=s.textTracks)==null||l.removeEventListener("addtrack",r),(d=s.textTracks)==null||d.removeEventListener("removetrack",r)}}]},mediaChaptersCues:{get(t){var e;const{media:i}=t;if(!i)return[];const[a]=Sa(i,{kind:Se.CHAPTERS});return Array.from((e=a?.cues)!=null?e:[]).map(({text:s,startTime:n,endTime:r})=>({text:sd(s),startTime:n,endTime:r}))},mediaEvents:["loadstart","loadedmetadata"],textTracksEvents:["addtrack","removetrack","change"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;if(!a)return;const s=a.querySelector('track[kind="chapters"][default][src]'),n=(i=a.shadowRoot)==null?void 0:i.querySelector(':is(video,audio) > track[kind="chapters"][default][src]');return s?.addEventListener("load",t),n?.addEventListener("load",t),()=>{s?.removeEventListener("load",t),n?.removeEventListener("load",t)}}]},mediaIsPip:{get(t){var e,i;const{media:a,documentElement:s}=t;if(!a||!s||!s.pictureInPictureElement)return!1;if(s.pictureInPictureElement===a)return!0;if(s.pictureInPictureElement instanceof HTMLMediaElement)return(e=a.localName)!=null&&e.includes("-")?Ut(a,s.pictureInPictureElement):!1;if(s.pictureInPictureElement.localName.includes("-")){let n=s.pictureInPictureElement.shadowRoot;for(;n?.pictureInPictureElement;){if(n.pictureInPictureElement===a)return!0;n=(i=n.pictureInPictureElement)==null?void 0:i.shadowRoot}}return!1},set(t,e){const{media:i}=e;if(i)if(t){if(!Q.pictureInPictureEnabled){console.warn("MediaChrome: Picture-in-picture is not enabled");return}if(!i.requestPictureInPicture){console.warn("MediaChrome: The current media does not support picture-in-picture");return}const a=()=>{console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a readyState > 0.")};i.requestPictureInPicture().catch(s=>{if(s.code===11){if(!i.src){console.warn("MediaChrome: The media is not ready for picture-in-picture. It must have a src set.");return}if(i.readyState===0&&i.preload==="none"){const n=()=>{i.removeEventListener("loadedmetadata",r),i.preload="none"},r=()=>{i.requestPictureInPicture().catch(a),n()};i.addEventListener("loadedmetadata",r),i.preload="metadata",setTimeout(()=>{i.readyState===0&&a(),n()},1e3)}else throw s}else throw s})}else Q.pictureInPictureElement&&Q.exitPictureInPicture()},mediaEvents:["enterpictureinpicture","leavepictureinpicture"]},mediaRenditionList:{get(t){var e;const{media:i}=t;return[...(e=i?.videoRenditions)!=null?e:[]].map(a=>({...a}))},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaRenditionSelected:{get(t){var e,i,a;const{media:s}=t;return(a=(i=s?.videoRenditions)==null?void 0:i[(e=s.videoRenditions)==null?void 0:e.selectedIndex])==null?void 0:a.id},set(t,e){const{media:i}=e;if(!i?.videoRenditions){console.warn("MediaController: Rendition selection not supported by this media.");return}const a=t,s=Array.prototype.findIndex.call(i.videoRenditions,n=>n.id==a);i.videoRenditions.selectedIndex!=s&&(i.videoRenditions.selectedIndex=s)},mediaEvents:["emptied"],videoRenditionsEvents:["addrendition","removerendition","change"]},mediaAudioTrackList:{get(t){var e;const{media:i}=t;return[...(e=i?.audioTracks)!=null?e:[]]},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaAudioTrackEnabled:{get(t){var e,i;const{media:a}=t;return(i=[...(e=a?.audioTracks)!=null?e:[]].find(s=>s.enabled))==null?void 0:i.id},set(t,e){const{media:i}=e;if(!i?.audioTracks){console.warn("MediaChrome: Audio track selection not supported by this media.");return}const a=t;for(const s of i.audioTracks)s.enabled=a==s.id},mediaEvents:["emptied"],audioTracksEvents:["addtrack","removetrack","change"]},mediaIsFullscreen:{get(t){return Bl(t)},set(t,e,i){var a,s;t?(Fl(e),i.detail&&!((a=e.media)!=null&&a.inert)&&((s=e.media)==null||s.focus())):Hl(e)},rootEvents:["fullscreenchange","webkitfullscreenchange"],mediaEvents:["webkitbeginfullscreen","webkitendfullscreen","webkitpresentationmodechanged"]},mediaIsCasting:{get(t){var e;const{media:i}=t;return!i?.remote||((e=i.remote)==null?void 0:e.state)==="disconnected"?!1:i.remote.state==="connected"},set(t,e){var i,a;const{media:s}=e;if(s&&!(t&&((i=s.remote)==null?void 0:i.state)!=="disconnected")&&!(!t&&((a=s.remote)==null?void 0:a.state)!=="connected")){if(typeof s.remote.prompt!="function"){console.warn("MediaChrome: Casting is not supported in this environment");return}s.remote.prompt().catch(()=>{})}},remoteEvents:["connect","connecting","disconnect"]},mediaIsAirplaying:{get(){return!1},set(t,e){const{media:i}=e;if(i){if(!(i.webkitShowPlaybackTargetPicker&&c.WebKitPlaybackTargetAvailabilityEvent)){console.error("MediaChrome: received a request to select AirPlay but AirPlay is not supported in this environment");return}i.webkitShowPlaybackTargetPicker()}},mediaEvents:["webkitcurrentplaybacktargetiswirelesschanged"]},mediaFullscreenUnavailable:{get(t){const{media:e}=t;if(!zl||!Dr(e))return Z.UNSUPPORTED}},mediaPipUnavailable:{get(t){const{media:e}=t;if(!Xl||!Rr(e))return Z.UNSUPPORTED;if(e?.disablePictureInPicture)return Z.UNAVAILABLE}},mediaVolumeUnavailable:{get(t){const{media:e}=t;if(ca===!1||e?.volume==null)return Z.UNSUPPORTED},stateOwnersUpdateHandlers:[t=>{ca==null&&td.then(e=>t(e?void 0:Z.UNSUPPORTED))}]},mediaCastUnavailable:{get(t,{availability:e="not-available"}={}){var i;const{media:a}=t;if(!Jl||!((i=a?.remote)!=null&&i.state))return Z.UNSUPPORTED;if(!(e==null||e==="available"))return Z.UNAVAILABLE},stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(n=>{t({availability:n?"available":"not-available"})}).catch(n=>{n.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var n;(n=a?.remote)==null||n.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaAirplayUnavailable:{get(t,e){if(!Zl)return Z.UNSUPPORTED;if(e?.availability==="not-available")return Z.UNAVAILABLE},mediaEvents:["webkitplaybacktargetavailabilitychanged"],stateOwnersUpdateHandlers:[(t,e)=>{var i;const{media:a}=e;return a?(a.disableRemotePlayback||a.hasAttribute("disableremoteplayback")||(i=a?.remote)==null||i.watchAvailability(n=>{t({availability:n?"available":"not-available"})}).catch(n=>{n.name==="NotSupportedError"?t({availability:null}):t({availability:"not-available"})}),()=>{var n;(n=a?.remote)==null||n.cancelWatchAvailability().catch(()=>{})}):void 0}]},mediaRenditionUnavailable:{get(t){var e;const{media:i}=t;if(!i?.videoRenditions)return Z.UNSUPPORTED;if(!((e=i.videoRenditions)!=null&&e.length))return Z.UNAVAILABLE},mediaEvents:["emptied","loadstart"],videoRenditionsEvents:["addrendition","removerendition"]},mediaAudioTrackUnavailable:{get(t){var e,i;const{media:a}=t;if(!a?.audioTracks)return Z.UNSUPPORTED;if(((i=(e=a.audioTracks)==null?void 0:e.length)!=null?i:0)<=1)return Z.UNAVAILABLE},mediaEvents:["emptied","loadstart"],audioTracksEvents:["addtrack","removetrack"]},mediaLang:{get(t){const{options:{mediaLang:e}={}}=t;return e??"en"}}},nd={[g.MEDIA_PREVIEW_REQUEST](t,e,{detail:i}){var a,s,n;const{media:r}=e,l=i??void 0;let d,f;if(r&&l!=null){const[m]=Sa(r,{kind:Se.METADATA,label:"thumbnails"}),A=Array.prototype.find.call((a=m?.cues)!=null?a:[],(_,y,T)=>y===0?_.endTime>l:y===T.length-1?_.startTime<=l:_.startTime<=l&&_.endTime>l);if(A){const _=/'^(?:[a-z]+:)?\/\//i.test(A.text)||(s=r?.querySelector('track[label="thumbnails"]'))==null?void 0:s.src,y=new URL(A.text,_);f=new URLSearchParams(y.hash).get("#xywh").split(",").map(q=>+q),d=y.href}}const p=t.mediaDuration.get(e);let h=(n=t.mediaChaptersCues.get(e).find((m,A,_)=>A===_.length-1&&p===m.endTime?m.startTime<=l&&m.endTime>=l:m.startTime<=l&&m.endTime>l))==null?void 0:n.text;return i!=null&&h==null&&(h=""),{mediaPreviewTime:l,mediaPreviewImage:d,mediaPreviewCoords:f,mediaPreviewChapter:h}},[g.MEDIA_PAUSE_REQUEST](t,e){t["mediaPaused"].set(!0,e)},[g.MEDIA_PLAY_REQUEST](t,e){var i,a,s,n;const r="mediaPaused",d=t.mediaStreamType.get(e)===ye.LIVE,f=!((i=e.options)!=null&&i.noAutoSeekToLive),p=t.mediaTargetLiveWindow.get(e)>0;if(d&&f&&!p){const v=(a=t.mediaSeekable.get(e))==null?void 0:a[1];if(v){const h=(n=(s=e.options)==null?void 0:s.seekToLiveOffset)!=null?n:0,m=v-h;t.mediaCurrentTime.set(m,e)}}t[r].set(!1,e)},[g.MEDIA_PLAYBACK_RATE_REQUEST](t,e,{detail:i}){const a="mediaPlaybackRate",s=i;t[a].set(s,e)},[g.MEDIA_MUTE_REQUEST](t,e){t["mediaMuted"].set(!0,e)},[g.MEDIA_UNMUTE_REQUEST](t,e){const i="mediaMuted";t.mediaVolume.get(e)||t.mediaVolume.set(.25,e),t[i].set(!1,e)},[g.MEDIA_LOOP_REQUEST](t,e,{detail:i}){const a="mediaLoop",s=!!i;return t[a].set(s,e),{mediaLoop:s}},[g.MEDIA_VOLUME_REQUEST](t,e,{detail:i}){const a="mediaVolume",s=i;s&&t.mediaMuted.get(e)&&t.mediaMuted.set(!1,e),t[a].set(s,e)},[g.MEDIA_SEEK_REQUEST](t,e,{detail:i}){const a="mediaCurrentTime",s=i;t[a].set(s,e)},[g.MEDIA_SEEK_TO_LIVE_REQUEST](t,e){var i,a,s;const n="mediaCurrentTime",r=(i=t.mediaSeekable.get(e))==null?void 0:i[1];if(Number.isNaN(Number(r)))return;const l=(s=(a=e.options)==null?void 0:a.seekToLiveOffset)!=null?s:0,d=r-l;t[n].set(d,e)},[g.MEDIA_SHOW_SUBTITLES_REQUEST](t,e,{detail:i}){var a;const{options:s}=e,n=da(e),r=Mr(i),l=(a=r[0])==null?void 0:a.language;l&&!s.noSubtitlesLangPref&&c.localStorage.setItem("media-chrome-pref-subtitles-lang",l),ai(It.SHOWING,n,r)},[g.MEDIA_DISABLE_SUBTITLES_REQUEST](t,e,{detail:i}){const a=da(e),s=i??[];ai(It.DISABLED,a,s)},[g.MEDIA_TOGGLE_SUBTITLES_REQUEST](t,e,{detail:i}){Or(e,i)},[g.MEDIA_RENDITION_REQUEST](t,e,{detail:i}){const a="mediaRenditionSelected",s=i;t[a].set(s,e)},[g.MEDIA_AUDIO_TRACK_REQUEST](t,e,{detail:i}){const a="mediaAudioTrackEnabled",s=i;t[a].set(s,e)},[g.MEDIA_ENTER_PIP_REQUEST](t,e){const i="mediaIsPip";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[g.MEDIA_EXIT_PIP_REQUEST](t,e){t["mediaIsPip"].set(!1,e)},[g.MEDIA_ENTER_FULLSCREEN_REQUEST](t,e,i){const a="mediaIsFullscreen";t.mediaIsPip.get(e)&&t.mediaIsPip.set(!1,e),t[a].set(!0,e,i)},[g.MEDIA_EXIT_FULLSCREEN_REQUEST](t,e){t["mediaIsFullscreen"].set(!1,e)},[g.MEDIA_ENTER_CAST_REQUEST](t,e){const i="mediaIsCasting";t.mediaIsFullscreen.get(e)&&t.mediaIsFullscreen.set(!1,e),t[i].set(!0,e)},[g.MEDIA_EXIT_CAST_REQUEST](t,e){t["mediaIsCasting"].set(!1,e)},[g.MEDIA_AIRPLAY_REQUEST](t,e){t["mediaIsAirplaying"].set(!0,e)}},rd=({media:t,fullscreenElement:e,documentElement:i,stateMediator:a=Yt,requestMap:s=nd,options:n={},monitorStateOwnersOnlyWithSubscriptions:r=!0})=>{const l=[],d={options:{...n}};let f=Object.freeze({mediaPreviewTime:void 0,mediaPreviewImage:void 0,mediaPreviewCoords:void 0,mediaPreviewChapter:void 0});const p=_=>{_!=null&&(gs(_,f)||(f=Object.freeze({...f,..._}),l.forEach(y=>y(f))))},v=()=>{const _=Object.entries(a).reduce((y,[T,{get:q}])=>(y[T]=q(d),y),{});p(_)},h={};let m;const A=async(_,y)=>{var T,q,xt,Nt,at,Me,Le,$t,qe,Fs,Hs,Ws,Bs,Vs,Ks,Gs;const no=!!m;if(m={...d,...m??{},..._},no)return;await id(...Object.values(_));const st=l.length>0&&y===0&&r,qs=d.media!==m.media,Ys=((T=d.media)==null?void 0:T.textTracks)!==((q=m.media)==null?void 0:q.textTracks),Qs=((xt=d.media)==null?void 0:xt.videoRenditions)!==((Nt=m.media)==null?void 0:Nt.videoRenditions),zs=((at=d.media)==null?void 0:at.audioTracks)!==((Me=m.media)==null?void 0:Me.audioTracks),Xs=((Le=d.media)==null?void 0:Le.remote)!==(($t=m.media)==null?void 0:$t.remote),Zs=d.documentElement!==m.documentElement,Js=!!d.media&&(qs||st),js=!!((qe=d.media)!=null&&qe.textTracks)&&(Ys||st),en=!!((Fs=d.media)!=null&&Fs.videoRenditions)&&(Qs||st),tn=!!((Hs=d.media)!=null&&Hs.audioTracks)&&(zs||st),an=!!((Ws=d.media)!=null&&Ws.remote)&&(Xs||st),sn=!!d.documentElement&&(Zs||st),Ra=Js||js||en||tn||an||sn,nt=l.length===0&&y===1&&r,nn=!!m.media&&(qs||nt),rn=!!((Bs=m.media)!=null&&Bs.textTracks)&&(Ys||nt),on=!!((Vs=m.media)!=null&&Vs.videoRenditions)&&(Qs||nt),ln=!!((Ks=m.media)!=null&&Ks.audioTracks)&&(zs||nt),dn=!!((Gs=m.media)!=null&&Gs.remote)&&(Xs||nt),cn=!!m.documentElement&&(Zs||nt),un=nn||rn||on||ln||dn||cn;if(!(Ra||un)){Object.entries(m).forEach(([R,Ft])=>{d[R]=Ft}),v(),m=void 0;return}Object.entries(a).forEach(([R,{get:Ft,mediaEvents:ro=[],textTracksEvents:oo=[],videoRenditionsEvents:lo=[],audioTracksEvents:co=[],remoteEvents:uo=[],rootEvents:ho=[],stateOwnersUpdateHandlers:mo=[]}])=>{h[R]||(h[R]={});const X=C=>{const P=Ft(d,C);p({[R]:P})};let F;F=h[R].mediaEvents,ro.forEach(C=>{F&&Js&&(d.media.removeEventListener(C,F),h[R].mediaEvents=void 0),nn&&(m.media.addEventListener(C,X),h[R].mediaEvents=X)}),F=h[R].textTracksEvents,oo.forEach(C=>{var P,oe;F&&js&&((P=d.media.textTracks)==null||P.removeEventListener(C,F),h[R].textTracksEvents=void 0),rn&&((oe=m.media.textTracks)==null||oe.addEventListener(C,X),h[R].textTracksEvents=X)}),F=h[R].videoRenditionsEvents,lo.forEach(C=>{var P,oe;F&&en&&((P=d.media.videoRenditions)==null||P.removeEventListener(C,F),h[R].videoRenditionsEvents=void 0),on&&((oe=m.media.videoRenditions)==null||oe.addEventListener(C,X),h[R].videoRenditionsEvents=X)}),F=h[R].audioTracksEvents,co.forEach(C=>{var P,oe;F&&tn&&((P=d.media.audioTracks)==null||P.removeEventListener(C,F),h[R].audioTracksEvents=void 0),ln&&((oe=m.media.audioTracks)==null||oe.addEventListener(C,X),h[R].audioTracksEvents=X)}),F=h[R].remoteEvents,uo.forEach(C=>{var P,oe;F&&an&&((P=d.media.remote)==null||P.removeEventListener(C,F),h[R].remoteEvents=void 0),dn&&((oe=m.media.remote)==null||oe.addEventListener(C,X),h[R].remoteEvents=X)}),F=h[R].rootEvents,ho.forEach(C=>{F&&sn&&(d.documentElement.removeEventListener(C,F),h[R].rootEvents=void 0),cn&&(m.documentElement.addEventListener(C,X),h[R].rootEvents=X)});const Ai=h[R].stateOwnersUpdateHandlers;if(Ai&&Ra&&(Array.isArray(Ai)?Ai:[Ai]).forEach(P=>{typeof P=="function"&&P()}),un){const C=mo.map(P=>P(X,m)).filter(P=>typeof P=="function");h[R].stateOwnersUpdateHandlers=C.length===1?C[0]:C}else Ra&&(h[R].stateOwnersUpdateHandlers=void 0)}),Object.entries(m).forEach(([R,Ft])=>{d[R]=Ft}),v(),m=void 0};return A({media:t,fullscreenElement:e,documentElement:i,options:n}),{dispatch(_){const{type:y,detail:T}=_;if(s[y]&&f.mediaErrorCode==null){p(s[y](a,d,_));return}y==="mediaelementchangerequest"?A({media:T}):y==="fullscreenelementchangerequest"?A({fullscreenElement:T}):y==="documentelementchangerequest"?A({documentElement:T}):y==="optionschangerequest"&&(Object.entries(T??{}).forEach(([q,xt])=>{d.options[q]=xt}),v())},getState(){return f},subscribe(_){return A({},l.length+1),l.push(_),_(f),()=>{const y=l.indexOf(_);y>=0&&(A({},l.length-1),l.splice(y,1))}}}};var bs=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},E=(t,e,i)=>(bs(t,e,"read from private field"),i?i.call(t):e.get(t)),J=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ce=(t,e,i,a)=>(bs(t,e,"write to private field"),e.set(t,i),i),$e=(t,e,i)=>(bs(t,e,"access private method"),i),Ce,Qt,k,te,zt,fe,Ni,Xt,$i,Ka,et,Fi,Ga,si,ua,qa,Ur;const Pr=["ArrowLeft","ArrowRight","ArrowUp","ArrowDown","Enter"," ","f","m","k","c","l","j",">","<","p"],In=10,wn=.025,Mn=.25,od=.25,ld=2,u={DEFAULT_SUBTITLES:"defaultsubtitles",DEFAULT_STREAM_TYPE:"defaultstreamtype",DEFAULT_DURATION:"defaultduration",FULLSCREEN_ELEMENT:"fullscreenelement",HOTKEYS:"hotkeys",KEYBOARD_BACKWARD_SEEK_OFFSET:"keyboardbackwardseekoffset",KEYBOARD_FORWARD_SEEK_OFFSET:"keyboardforwardseekoffset",KEYBOARD_DOWN_VOLUME_STEP:"keyboarddownvolumestep",KEYBOARD_UP_VOLUME_STEP:"keyboardupvolumestep",KEYS_USED:"keysused",LANG:"lang",LOOP:"loop",LIVE_EDGE_OFFSET:"liveedgeoffset",NO_AUTO_SEEK_TO_LIVE:"noautoseektolive",NO_DEFAULT_STORE:"nodefaultstore",NO_HOTKEYS:"nohotkeys",NO_MUTED_PREF:"nomutedpref",NO_SUBTITLES_LANG_PREF:"nosubtitleslangpref",NO_VOLUME_PREF:"novolumepref",SEEK_TO_LIVE_OFFSET:"seektoliveoffset"};class dd extends ka{constructor(){super(),J(this,$i),J(this,Fi),J(this,si),J(this,qa),this.mediaStateReceivers=[],this.associatedElementSubscriptions=new Map,J(this,Ce,new Sr(this,u.HOTKEYS)),J(this,Qt,void 0),J(this,k,void 0),J(this,te,null),J(this,zt,void 0),J(this,fe,void 0),J(this,Ni,i=>{var a;(a=E(this,k))==null||a.dispatch(i)}),J(this,Xt,void 0),J(this,et,i=>{const{key:a,shiftKey:s}=i;if(!(s&&(a==="/"||a==="?")||Pr.includes(a))){this.removeEventListener("keyup",E(this,et));return}this.keyboardShortcutHandler(i)}),this.associateElement(this);let e={};ce(this,zt,i=>{Object.entries(i).forEach(([a,s])=>{if(a in e&&e[a]===s)return;this.propagateMediaState(a,s);const n=a.toLowerCase(),r=new c.CustomEvent(il[n],{composed:!0,detail:s});this.dispatchEvent(r)}),e=i})}static get observedAttributes(){return super.observedAttributes.concat(u.NO_HOTKEYS,u.HOTKEYS,u.DEFAULT_STREAM_TYPE,u.DEFAULT_SUBTITLES,u.DEFAULT_DURATION,u.NO_MUTED_PREF,u.NO_VOLUME_PREF,u.LANG,u.LOOP,u.LIVE_EDGE_OFFSET,u.SEEK_TO_LIVE_OFFSET,u.NO_AUTO_SEEK_TO_LIVE)}get mediaStore(){return E(this,k)}set mediaStore(e){var i,a;if(E(this,k)&&((i=E(this,fe))==null||i.call(this),ce(this,fe,void 0)),ce(this,k,e),!E(this,k)&&!this.hasAttribute(u.NO_DEFAULT_STORE)){$e(this,$i,Ka).call(this);return}ce(this,fe,(a=E(this,k))==null?void 0:a.subscribe(E(this,zt)))}get fullscreenElement(){var e;return(e=E(this,Qt))!=null?e:this}set fullscreenElement(e){var i;this.hasAttribute(u.FULLSCREEN_ELEMENT)&&this.removeAttribute(u.FULLSCREEN_ELEMENT),ce(this,Qt,e),(i=E(this,k))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}get defaultSubtitles(){return I(this,u.DEFAULT_SUBTITLES)}set defaultSubtitles(e){w(this,u.DEFAULT_SUBTITLES,e)}get defaultStreamType(){return G(this,u.DEFAULT_STREAM_TYPE)}set defaultStreamType(e){K(this,u.DEFAULT_STREAM_TYPE,e)}get defaultDuration(){return ne(this,u.DEFAULT_DURATION)}set defaultDuration(e){re(this,u.DEFAULT_DURATION,e)}get noHotkeys(){return I(this,u.NO_HOTKEYS)}set noHotkeys(e){w(this,u.NO_HOTKEYS,e)}get keysUsed(){return G(this,u.KEYS_USED)}set keysUsed(e){K(this,u.KEYS_USED,e)}get liveEdgeOffset(){return ne(this,u.LIVE_EDGE_OFFSET)}set liveEdgeOffset(e){re(this,u.LIVE_EDGE_OFFSET,e)}get noAutoSeekToLive(){return I(this,u.NO_AUTO_SEEK_TO_LIVE)}set noAutoSeekToLive(e){w(this,u.NO_AUTO_SEEK_TO_LIVE,e)}get noVolumePref(){return I(this,u.NO_VOLUME_PREF)}set noVolumePref(e){w(this,u.NO_VOLUME_PREF,e)}get noMutedPref(){return I(this,u.NO_MUTED_PREF)}set noMutedPref(e){w(this,u.NO_MUTED_PREF,e)}get noSubtitlesLangPref(){return I(this,u.NO_SUBTITLES_LANG_PREF)}set noSubtitlesLangPref(e){w(this,u.NO_SUBTITLES_LANG_PREF,e)}get noDefaultStore(){return I(this,u.NO_DEFAULT_STORE)}set noDefaultStore(e){w(this,u.NO_DEFAULT_STORE,e)}get resolvedLang(){return _l()}attributeChangedCallback(e,i,a){var s,n,r,l,d,f,p,v,h,m,A,_;if(super.attributeChangedCallback(e,i,a),e===u.NO_HOTKEYS)a!==i&&a===""?(this.hasAttribute(u.HOTKEYS)&&console.warn("Media Chrome: Both `hotkeys` and `nohotkeys` have been set. All hotkeys will be disabled."),this.disableHotkeys()):a!==i&&a===null&&this.enableHotkeys(),$e(this,si,ua).call(this);else if(e===u.HOTKEYS)E(this,Ce).value=a,$e(this,si,ua).call(this);else if(e===u.DEFAULT_SUBTITLES&&a!==i)(s=E(this,k))==null||s.dispatch({type:"optionschangerequest",detail:{defaultSubtitles:this.hasAttribute(u.DEFAULT_SUBTITLES)}});else if(e===u.DEFAULT_STREAM_TYPE)(r=E(this,k))==null||r.dispatch({type:"optionschangerequest",detail:{defaultStreamType:(n=this.getAttribute(u.DEFAULT_STREAM_TYPE))!=null?n:void 0}});else if(e===u.LIVE_EDGE_OFFSET&&a!==i)(l=E(this,k))==null||l.dispatch({type:"optionschangerequest",detail:{liveEdgeOffset:this.hasAttribute(u.LIVE_EDGE_OFFSET)?+this.getAttribute(u.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(u.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(u.SEEK_TO_LIVE_OFFSET):this.hasAttribute(u.LIVE_EDGE_OFFSET)?+this.getAttribute(u.LIVE_EDGE_OFFSET):void 0}});else if(e===u.SEEK_TO_LIVE_OFFSET&&a!==i)(d=E(this,k))==null||d.dispatch({type:"optionschangerequest",detail:{seekToLiveOffset:this.hasAttribute(u.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(u.SEEK_TO_LIVE_OFFSET):this.hasAttribute(u.LIVE_EDGE_OFFSET)?+this.getAttribute(u.LIVE_EDGE_OFFSET):void 0}});else if(e===u.NO_AUTO_SEEK_TO_LIVE)(f=E(this,k))==null||f.dispatch({type:"optionschangerequest",detail:{noAutoSeekToLive:this.hasAttribute(u.NO_AUTO_SEEK_TO_LIVE)}});else if(e===u.FULLSCREEN_ELEMENT){const y=a?(p=this.getRootNode())==null?void 0:p.getElementById(a):void 0;ce(this,Qt,y),(v=E(this,k))==null||v.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement})}else e===u.LANG&&a!==i?(El(a),(h=E(this,k))==null||h.dispatch({type:"optionschangerequest",detail:{mediaLang:a}})):e===u.LOOP&&a!==i?(m=E(this,k))==null||m.dispatch({type:g.MEDIA_LOOP_REQUEST,detail:a!=null}):e===u.NO_VOLUME_PREF&&a!==i?(A=E(this,k))==null||A.dispatch({type:"optionschangerequest",detail:{noVolumePref:this.hasAttribute(u.NO_VOLUME_PREF)}}):e===u.NO_MUTED_PREF&&a!==i&&((_=E(this,k))==null||_.dispatch({type:"optionschangerequest",detail:{noMutedPref:this.hasAttribute(u.NO_MUTED_PREF)}}))}connectedCallback(){var e,i,a;this.associateElement(this),!E(this,k)&&!this.hasAttribute(u.NO_DEFAULT_STORE)&&$e(this,$i,Ka).call(this),(e=E(this,k))==null||e.dispatch({type:"documentelementchangerequest",detail:Q}),(i=E(this,k))==null||i.dispatch({type:"fullscreenelementchangerequest",detail:this.fullscreenElement}),super.connectedCallback(),E(this,k)&&!E(this,fe)&&ce(this,fe,(a=E(this,k))==null?void 0:a.subscribe(E(this,zt))),E(this,Xt)!==void 0&&E(this,k)&&this.media&&setTimeout(()=>{var s,n,r;(n=(s=this.media)==null?void 0:s.textTracks)!=null&&n.length&&((r=E(this,k))==null||r.dispatch({type:g.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:E(this,Xt)}))},0),this.hasAttribute(u.NO_HOTKEYS)?this.disableHotkeys():this.enableHotkeys()}disconnectedCallback(){var e,i,a,s,n,r;if((e=super.disconnectedCallback)==null||e.call(this),this.disableHotkeys(),E(this,k)){const l=E(this,k).getState();ce(this,Xt,!!((i=l.mediaSubtitlesShowing)!=null&&i.length)),(a=E(this,k))==null||a.dispatch({type:"fullscreenelementchangerequest",detail:void 0}),(s=E(this,k))==null||s.dispatch({type:"documentelementchangerequest",detail:void 0}),(n=E(this,k))==null||n.dispatch({type:g.MEDIA_TOGGLE_SUBTITLES_REQUEST,detail:!1})}E(this,fe)&&((r=E(this,fe))==null||r.call(this),ce(this,fe,void 0)),this.unassociateElement(this),E(this,te)&&(E(this,te).remove(),ce(this,te,null))}mediaSetCallback(e){var i;super.mediaSetCallback(e),(i=E(this,k))==null||i.dispatch({type:"mediaelementchangerequest",detail:e}),e.hasAttribute("tabindex")||(e.tabIndex=-1)}mediaUnsetCallback(e){var i;super.mediaUnsetCallback(e),(i=E(this,k))==null||i.dispatch({type:"mediaelementchangerequest",detail:void 0})}propagateMediaState(e,i){Dn(this.mediaStateReceivers,e,i)}associateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(i.has(e))return;const a=this.registerMediaStateReceiver.bind(this),s=this.unregisterMediaStateReceiver.bind(this),n=vd(e,a,s);Object.values(g).forEach(r=>{e.addEventListener(r,E(this,Ni))}),i.set(e,n)}unassociateElement(e){if(!e)return;const{associatedElementSubscriptions:i}=this;if(!i.has(e))return;i.get(e)(),i.delete(e),Object.values(g).forEach(s=>{e.removeEventListener(s,E(this,Ni))})}registerMediaStateReceiver(e){if(!e)return;const i=this.mediaStateReceivers;i.indexOf(e)>-1||(i.push(e),E(this,k)&&Object.entries(E(this,k).getState()).forEach(([s,n])=>{Dn([e],s,n)}))}unregisterMediaStateReceiver(e){const i=this.mediaStateReceivers,a=i.indexOf(e);a<0||i.splice(a,1)}enableHotkeys(){this.addEventListener("keydown",$e(this,Fi,Ga))}disableHotkeys(){this.removeEventListener("keydown",$e(this,Fi,Ga)),this.removeEventListener("keyup",E(this,et))}get hotkeys(){return E(this,Ce)}set hotkeys(e){K(this,u.HOTKEYS,e)}keyboardShortcutHandler(e){var i,a,s,n,r,l,d,f,p;const v=e.target;if(((s=(a=(i=v.getAttribute(u.KEYS_USED))==null?void 0:i.split(" "))!=null?a:v?.keysUsed)!=null?s:[]).map(T=>T==="Space"?" ":T).filter(Boolean).includes(e.key))return;let m,A,_;if(!(E(this,Ce).contains(Es(e.key))||e.shiftKey&&(e.key==="/"||e.key==="?")&&E(this,Ce).contains("noshift+/")))switch(e.key){case" ":case"k":m=E(this,k).getState().mediaPaused?g.MEDIA_PLAY_REQUEST:g.MEDIA_PAUSE_REQUEST,this.dispatchEvent(new c.CustomEvent(m,{composed:!0,bubbles:!0}));break;case"m":m=this.mediaStore.getState().mediaVolumeLevel==="off"?g.MEDIA_UNMUTE_REQUEST:g.MEDIA_MUTE_REQUEST,this.dispatchEvent(new c.CustomEvent(m,{composed:!0,bubbles:!0}));break;case"f":m=this.mediaStore.getState().mediaIsFullscreen?g.MEDIA_EXIT_FULLSCREEN_REQUEST:g.MEDIA_ENTER_FULLSCREEN_REQUEST,this.dispatchEvent(new c.CustomEvent(m,{composed:!0,bubbles:!0}));break;case"c":this.dispatchEvent(new c.CustomEvent(g.MEDIA_TOGGLE_SUBTITLES_REQUEST,{composed:!0,bubbles:!0}));break;case"ArrowLeft":case"j":{const T=this.hasAttribute(u.KEYBOARD_BACKWARD_SEEK_OFFSET)?+this.getAttribute(u.KEYBOARD_BACKWARD_SEEK_OFFSET):In;A=Math.max(((n=this.mediaStore.getState().mediaCurrentTime)!=null?n:0)-T,0),_=new c.CustomEvent(g.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"ArrowRight":case"l":{const T=this.hasAttribute(u.KEYBOARD_FORWARD_SEEK_OFFSET)?+this.getAttribute(u.KEYBOARD_FORWARD_SEEK_OFFSET):In;A=Math.max(((r=this.mediaStore.getState().mediaCurrentTime)!=null?r:0)+T,0),_=new c.CustomEvent(g.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"ArrowUp":{const T=this.hasAttribute(u.KEYBOARD_UP_VOLUME_STEP)?+this.getAttribute(u.KEYBOARD_UP_VOLUME_STEP):wn;A=Math.min(((l=this.mediaStore.getState().mediaVolume)!=null?l:1)+T,1),_=new c.CustomEvent(g.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"ArrowDown":{const T=this.hasAttribute(u.KEYBOARD_DOWN_VOLUME_STEP)?+this.getAttribute(u.KEYBOARD_DOWN_VOLUME_STEP):wn;A=Math.max(((d=this.mediaStore.getState().mediaVolume)!=null?d:1)-T,0),_=new c.CustomEvent(g.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"<":{const T=(f=this.mediaStore.getState().mediaPlaybackRate)!=null?f:1;A=Math.max(T-Mn,od).toFixed(2),_=new c.CustomEvent(g.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case">":{const T=(p=this.mediaStore.getState().mediaPlaybackRate)!=null?p:1;A=Math.min(T+Mn,ld).toFixed(2),_=new c.CustomEvent(g.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:A}),this.dispatchEvent(_);break}case"/":case"?":{e.shiftKey&&$e(this,qa,Ur).call(this);break}case"p":{m=this.mediaStore.getState().mediaIsPip?g.MEDIA_EXIT_PIP_REQUEST:g.MEDIA_ENTER_PIP_REQUEST,_=new c.CustomEvent(m,{composed:!0,bubbles:!0}),this.dispatchEvent(_);break}}}}Ce=new WeakMap;Qt=new WeakMap;k=new WeakMap;te=new WeakMap;zt=new WeakMap;fe=new WeakMap;Ni=new WeakMap;Xt=new WeakMap;$i=new WeakSet;Ka=function(){var t;this.mediaStore=rd({media:this.media,fullscreenElement:this.fullscreenElement,options:{defaultSubtitles:this.hasAttribute(u.DEFAULT_SUBTITLES),defaultDuration:this.hasAttribute(u.DEFAULT_DURATION)?+this.getAttribute(u.DEFAULT_DURATION):void 0,defaultStreamType:(t=this.getAttribute(u.DEFAULT_STREAM_TYPE))!=null?t:void 0,liveEdgeOffset:this.hasAttribute(u.LIVE_EDGE_OFFSET)?+this.getAttribute(u.LIVE_EDGE_OFFSET):void 0,seekToLiveOffset:this.hasAttribute(u.SEEK_TO_LIVE_OFFSET)?+this.getAttribute(u.SEEK_TO_LIVE_OFFSET):this.hasAttribute(u.LIVE_EDGE_OFFSET)?+this.getAttribute(u.LIVE_EDGE_OFFSET):void 0,noAutoSeekToLive:this.hasAttribute(u.NO_AUTO_SEEK_TO_LIVE),noVolumePref:this.hasAttribute(u.NO_VOLUME_PREF),noMutedPref:this.hasAttribute(u.NO_MUTED_PREF),noSubtitlesLangPref:this.hasAttribute(u.NO_SUBTITLES_LANG_PREF)}})};et=new WeakMap;Fi=new WeakSet;Ga=function(t){var e;const{metaKey:i,altKey:a,key:s,shiftKey:n}=t,r=n&&(s==="/"||s==="?");if(r&&((e=E(this,te))!=null&&e.open)){this.removeEventListener("keyup",E(this,et));return}if(i||a||!r&&!Pr.includes(s)){this.removeEventListener("keyup",E(this,et));return}const l=t.target,d=l instanceof HTMLElement&&(l.tagName.toLowerCase()==="media-volume-range"||l.tagName.toLowerCase()==="media-time-range");[" ","ArrowLeft","ArrowRight","ArrowUp","ArrowDown"].includes(s)&&!E(this,Ce).contains(Es(s))&&!d&&t.preventDefault(),this.addEventListener("keyup",E(this,et),{once:!0})};si=new WeakSet;ua=function(){E(this,te)&&(E(this,te).hotkeys=E(this,Ce).value||void 0,(this.noHotkeys||E(this,Ce).contains("noshift+/"))&&(E(this,te).open=!1))};qa=new WeakSet;Ur=function(){E(this,te)||(ce(this,te,Q.createElement("media-keyboard-shortcuts-dialog")),$e(this,si,ua).call(this),this.appendChild(E(this,te))),E(this,te).open=!0};const cd=Object.values(o),ud=Object.values(jn),xr=t=>{var e,i,a,s;let{observedAttributes:n}=t.constructor;!n&&((e=t.nodeName)!=null&&e.includes("-"))&&(c.customElements.upgrade(t),{observedAttributes:n}=t.constructor);const r=(s=(a=(i=t?.getAttribute)==null?void 0:i.call(t,M.MEDIA_CHROME_ATTRIBUTES))==null?void 0:a.split)==null?void 0:s.call(a,/\s+/);return Array.isArray(n||r)?(n||r).filter(l=>cd.includes(l)):[]},hd=t=>{var e,i;return(e=t.nodeName)!=null&&e.includes("-")&&c.customElements.get((i=t.nodeName)==null?void 0:i.toLowerCase())&&!(t instanceof c.customElements.get(t.nodeName.toLowerCase()))&&c.customElements.upgrade(t),ud.some(a=>a in t)},Ya=t=>hd(t)||!!xr(t).length,Ln=t=>{var e;return(e=t?.join)==null?void 0:e.call(t,":")},Rn={[o.MEDIA_SUBTITLES_LIST]:kn,[o.MEDIA_SUBTITLES_SHOWING]:kn,[o.MEDIA_SEEKABLE]:Ln,[o.MEDIA_BUFFERED]:t=>t?.map(Ln).join(" "),[o.MEDIA_PREVIEW_COORDS]:t=>t?.join(" "),[o.MEDIA_RENDITION_LIST]:Dl,[o.MEDIA_AUDIO_TRACK_LIST]:Ol},md=async(t,e,i)=>{var a,s;if(t.isConnected||await Ir(0),typeof i=="boolean"||i==null)return w(t,e,i);if(typeof i=="number")return re(t,e,i);if(typeof i=="string")return K(t,e,i);if(Array.isArray(i)&&!i.length)return t.removeAttribute(e);const n=(s=(a=Rn[e])==null?void 0:a.call(Rn,i))!=null?s:i;return t.setAttribute(e,n)},pd=t=>{var e;return!!((e=t.closest)!=null&&e.call(t,'*[slot="media"]'))},Xe=(t,e)=>{if(pd(t))return;const i=(s,n)=>{var r,l;Ya(s)&&n(s);const{children:d=[]}=s??{},f=(l=(r=s?.shadowRoot)==null?void 0:r.children)!=null?l:[];[...d,...f].forEach(v=>Xe(v,n))},a=t?.nodeName.toLowerCase();if(a.includes("-")&&!Ya(t)){c.customElements.whenDefined(a).then(()=>{i(t,e)});return}i(t,e)},Dn=(t,e,i)=>{t.forEach(a=>{if(e in a){a[e]=i;return}const s=xr(a),n=e.toLowerCase();s.includes(n)&&md(a,n,i)})},vd=(t,e,i)=>{Xe(t,e);const a=p=>{var v;const h=(v=p?.composedPath()[0])!=null?v:p.target;e(h)},s=p=>{var v;const h=(v=p?.composedPath()[0])!=null?v:p.target;i(h)};t.addEventListener(g.REGISTER_MEDIA_STATE_RECEIVER,a),t.addEventListener(g.UNREGISTER_MEDIA_STATE_RECEIVER,s);const n=p=>{p.forEach(v=>{const{addedNodes:h=[],removedNodes:m=[],type:A,target:_,attributeName:y}=v;A==="childList"?(Array.prototype.forEach.call(h,T=>Xe(T,e)),Array.prototype.forEach.call(m,T=>Xe(T,i))):A==="attributes"&&y===M.MEDIA_CHROME_ATTRIBUTES&&(Ya(_)?e(_):i(_))})};let r=[];const l=p=>{const v=p.target;v.name!=="media"&&(r.forEach(h=>Xe(h,i)),r=[...v.assignedElements({flatten:!0})],r.forEach(h=>Xe(h,e)))};t.addEventListener("slotchange",l);const d=new MutationObserver(n);return d.observe(t,{childList:!0,attributes:!0,subtree:!0}),()=>{Xe(t,i),t.removeEventListener("slotchange",l),d.disconnect(),t.removeEventListener(g.REGISTER_MEDIA_STATE_RECEIVER,a),t.removeEventListener(g.UNREGISTER_MEDIA_STATE_RECEIVER,s)}};c.customElements.get("media-controller")||c.customElements.define("media-controller",dd);const rt={PLACEMENT:"placement",BOUNDS:"bounds"};function Ed(t){return`
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
  `}class Ia extends c.HTMLElement{constructor(){if(super(),this.updateXOffset=()=>{var e;if(!ir(this,{checkOpacity:!1,checkVisibilityCSS:!1}))return;const i=this.placement;if(i==="left"||i==="right"){this.style.removeProperty("--media-tooltip-offset-x");return}const a=getComputedStyle(this),s=(e=gi(this,"#"+this.bounds))!=null?e:sl(this);if(!s)return;const{x:n,width:r}=s.getBoundingClientRect(),{x:l,width:d}=this.getBoundingClientRect(),f=l+d,p=n+r,v=a.getPropertyValue("--media-tooltip-offset-x"),h=v?parseFloat(v.replace("px","")):0,m=a.getPropertyValue("--media-tooltip-container-margin"),A=m?parseFloat(m.replace("px","")):0,_=l-n+h-A,y=f-p+h+A;if(_<0){this.style.setProperty("--media-tooltip-offset-x",`${_}px`);return}if(y>0){this.style.setProperty("--media-tooltip-offset-x",`${y}px`);return}this.style.removeProperty("--media-tooltip-offset-x")},!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=we(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}if(this.arrowEl=this.shadowRoot.querySelector("#arrow"),Object.prototype.hasOwnProperty.call(this,"placement")){const e=this.placement;delete this.placement,this.placement=e}}static get observedAttributes(){return[rt.PLACEMENT,rt.BOUNDS]}get placement(){return G(this,rt.PLACEMENT)}set placement(e){K(this,rt.PLACEMENT,e)}get bounds(){return G(this,rt.BOUNDS)}set bounds(e){K(this,rt.BOUNDS,e)}}Ia.shadowRootOptions={mode:"open"};Ia.getTemplateHTML=Ed;c.customElements.get("media-tooltip")||c.customElements.define("media-tooltip",Ia);var Cn=Ia,As=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},x=(t,e,i)=>(As(t,e,"read from private field"),i?i.call(t):e.get(t)),Qe=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},wi=(t,e,i,a)=>(As(t,e,"write to private field"),e.set(t,i),i),On=(t,e,i)=>(As(t,e,"access private method"),i),_e,yt,Qa,Nr,Ke,pt,Hi,za,$r;const Pe={TOOLTIP_PLACEMENT:"tooltipplacement",DISABLED:"disabled",NO_TOOLTIP:"notooltip"};function fd(t,e={}){return`
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
        <template shadowrootmode="${Cn.shadowRootOptions.mode}">
          ${Cn.getTemplateHTML({})}
        </template>
        <slot name="tooltip-content">
          ${this.getTooltipContentHTML(t)}
        </slot>
      </media-tooltip>
    </slot>
  `}function _d(t,e){return`
    <slot></slot>
  `}function gd(){return""}class Oe extends c.HTMLElement{constructor(){if(super(),Qe(this,Qa),Qe(this,za),Qe(this,_e,void 0),this.preventClick=!1,this.tooltipEl=null,Qe(this,yt,e=>{this.preventClick||this.handleClick(e),setTimeout(x(this,Ke),0)}),Qe(this,Ke,()=>{var e,i;(i=(e=this.tooltipEl)==null?void 0:e.updateXOffset)==null||i.call(e)}),Qe(this,pt,e=>{const{key:i}=e;if(!this.keysUsed.includes(i)){this.removeEventListener("keyup",x(this,pt));return}this.preventClick||this.handleClick(e)}),Qe(this,Hi,e=>{const{metaKey:i,altKey:a,key:s}=e;if(i||a||!this.keysUsed.includes(s)){this.removeEventListener("keyup",x(this,pt));return}this.addEventListener("keyup",x(this,pt),{once:!0})}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=we(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}this.tooltipEl=this.shadowRoot.querySelector("media-tooltip")}static get observedAttributes(){return["disabled",Pe.TOOLTIP_PLACEMENT,M.MEDIA_CONTROLLER,o.MEDIA_LANG]}enable(){this.addEventListener("click",x(this,yt)),this.addEventListener("keydown",x(this,Hi)),this.tabIndex=0}disable(){this.removeEventListener("click",x(this,yt)),this.removeEventListener("keydown",x(this,Hi)),this.removeEventListener("keyup",x(this,pt)),this.tabIndex=-1}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===M.MEDIA_CONTROLLER?(i&&((n=(s=x(this,_e))==null?void 0:s.unassociateElement)==null||n.call(s,this),wi(this,_e,null)),a&&this.isConnected&&(wi(this,_e,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=x(this,_e))==null?void 0:l.associateElement)==null||d.call(l,this))):e==="disabled"&&a!==i?a==null?this.enable():this.disable():e===Pe.TOOLTIP_PLACEMENT&&this.tooltipEl&&a!==i?this.tooltipEl.placement=a:e===o.MEDIA_LANG&&(this.shadowRoot.querySelector('slot[name="tooltip-content"]').innerHTML=this.constructor.getTooltipContentHTML()),On(this,Qa,Nr).call(this)&&x(this,Ke).call(this)}connectedCallback(){var e,i,a;const{style:s}=$(this.shadowRoot,":host");s.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),this.hasAttribute("disabled")?this.disable():this.enable(),this.setAttribute("role","button");const n=this.getAttribute(M.MEDIA_CONTROLLER);n&&(wi(this,_e,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(i=x(this,_e))==null?void 0:i.associateElement)==null||a.call(i,this)),c.customElements.whenDefined("media-tooltip").then(()=>On(this,za,$r).call(this))}disconnectedCallback(){var e,i;this.disable(),(i=(e=x(this,_e))==null?void 0:e.unassociateElement)==null||i.call(e,this),wi(this,_e,null),this.removeEventListener("mouseenter",x(this,Ke)),this.removeEventListener("focus",x(this,Ke)),this.removeEventListener("click",x(this,yt))}get keysUsed(){return["Enter"," "]}get tooltipPlacement(){return G(this,Pe.TOOLTIP_PLACEMENT)}set tooltipPlacement(e){K(this,Pe.TOOLTIP_PLACEMENT,e)}get mediaController(){return G(this,M.MEDIA_CONTROLLER)}set mediaController(e){K(this,M.MEDIA_CONTROLLER,e)}get disabled(){return I(this,Pe.DISABLED)}set disabled(e){w(this,Pe.DISABLED,e)}get noTooltip(){return I(this,Pe.NO_TOOLTIP)}set noTooltip(e){w(this,Pe.NO_TOOLTIP,e)}handleClick(e){}}_e=new WeakMap;yt=new WeakMap;Qa=new WeakSet;Nr=function(){try{return this.matches(":hover, :focus-visible")}catch{return this.matches(":hover, :focus")}};Ke=new WeakMap;pt=new WeakMap;Hi=new WeakMap;za=new WeakSet;$r=function(){this.addEventListener("mouseenter",x(this,Ke)),this.addEventListener("focus",x(this,Ke)),this.addEventListener("click",x(this,yt));const t=this.tooltipPlacement;t&&this.tooltipEl&&(this.tooltipEl.placement=t)};Oe.shadowRootOptions={mode:"open"};Oe.getTemplateHTML=fd;Oe.getSlotTemplateHTML=_d;Oe.getTooltipContentHTML=gd;c.customElements.get("media-chrome-button")||c.customElements.define("media-chrome-button",Oe);var Fr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},bd=(t,e,i)=>(Fr(t,e,"read from private field"),e.get(t)),Ad=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Td=(t,e,i,a)=>(Fr(t,e,"write to private field"),e.set(t,i),i),Wi;const yd=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M16 3v2.5h3.5V9H22V3h-6ZM4 9h2.5V5.5H10V3H4v6Zm15.5 9.5H16V21h6v-6h-2.5v3.5ZM6.5 15H4v6h6v-2.5H6.5V15Z"/>
</svg>`,kd=`<svg aria-hidden="true" viewBox="0 0 26 24">
  <path d="M18.5 6.5V3H16v6h6V6.5h-3.5ZM16 21h2.5v-3.5H22V15h-6v6ZM4 17.5h3.5V21H10v-6H4v2.5Zm3.5-11H4V9h6V3H7.5v3.5Z"/>
</svg>`;function Sd(t){return`
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
      <slot name="enter">${yd}</slot>
      <slot name="exit">${kd}</slot>
    </slot>
  `}function Id(){return`
    <slot name="tooltip-enter">${L("Enter fullscreen mode")}</slot>
    <slot name="tooltip-exit">${L("Exit fullscreen mode")}</slot>
  `}const Un=t=>{const e=t.mediaIsFullscreen?L("exit fullscreen mode"):L("enter fullscreen mode");t.setAttribute("aria-label",e)};class Ts extends Oe{constructor(){super(...arguments),Ad(this,Wi,null)}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_IS_FULLSCREEN,o.MEDIA_FULLSCREEN_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),Un(this)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===o.MEDIA_IS_FULLSCREEN&&Un(this)}get mediaFullscreenUnavailable(){return G(this,o.MEDIA_FULLSCREEN_UNAVAILABLE)}set mediaFullscreenUnavailable(e){K(this,o.MEDIA_FULLSCREEN_UNAVAILABLE,e)}get mediaIsFullscreen(){return I(this,o.MEDIA_IS_FULLSCREEN)}set mediaIsFullscreen(e){w(this,o.MEDIA_IS_FULLSCREEN,e)}handleClick(e){Td(this,Wi,e);const i=bd(this,Wi)instanceof PointerEvent,a=this.mediaIsFullscreen?new c.CustomEvent(g.MEDIA_EXIT_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0}):new c.CustomEvent(g.MEDIA_ENTER_FULLSCREEN_REQUEST,{composed:!0,bubbles:!0,detail:i});this.dispatchEvent(a)}}Wi=new WeakMap;Ts.getSlotTemplateHTML=Sd;Ts.getTooltipContentHTML=Id;c.customElements.get("media-fullscreen-button")||c.customElements.define("media-fullscreen-button",Ts);var Hr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Bt=(t,e,i)=>(Hr(t,e,"read from private field"),i?i.call(t):e.get(t)),Pn=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Vt=(t,e,i,a)=>(Hr(t,e,"write to private field"),e.set(t,i),i),ge,Bi;const Mi={LOADING_DELAY:"loadingdelay",NO_AUTOHIDE:"noautohide"},Wr=500,wd=`
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
`;function Md(t){return`
    <style>
      :host {
        display: var(--media-control-display, var(--media-loading-indicator-display, inline-block));
        vertical-align: middle;
        box-sizing: border-box;
        --_loading-indicator-delay: var(--media-loading-indicator-transition-delay, ${Wr}ms);
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

    <slot name="icon">${wd}</slot>
    <div id="status" role="status" aria-live="polite">${L("media loading")}</div>
  `}class ys extends c.HTMLElement{constructor(){if(super(),Pn(this,ge,void 0),Pn(this,Bi,Wr),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=we(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[M.MEDIA_CONTROLLER,o.MEDIA_PAUSED,o.MEDIA_LOADING,Mi.LOADING_DELAY]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===Mi.LOADING_DELAY&&i!==a?this.loadingDelay=Number(a):e===M.MEDIA_CONTROLLER&&(i&&((n=(s=Bt(this,ge))==null?void 0:s.unassociateElement)==null||n.call(s,this),Vt(this,ge,null)),a&&this.isConnected&&(Vt(this,ge,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=Bt(this,ge))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i,a;const s=this.getAttribute(M.MEDIA_CONTROLLER);s&&(Vt(this,ge,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=Bt(this,ge))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Bt(this,ge))==null?void 0:e.unassociateElement)==null||i.call(e,this),Vt(this,ge,null)}get loadingDelay(){return Bt(this,Bi)}set loadingDelay(e){Vt(this,Bi,e);const{style:i}=$(this.shadowRoot,":host");i.setProperty("--_loading-indicator-delay",`var(--media-loading-indicator-transition-delay, ${e}ms)`)}get mediaPaused(){return I(this,o.MEDIA_PAUSED)}set mediaPaused(e){w(this,o.MEDIA_PAUSED,e)}get mediaLoading(){return I(this,o.MEDIA_LOADING)}set mediaLoading(e){w(this,o.MEDIA_LOADING,e)}get mediaController(){return G(this,M.MEDIA_CONTROLLER)}set mediaController(e){K(this,M.MEDIA_CONTROLLER,e)}get noAutohide(){return I(this,Mi.NO_AUTOHIDE)}set noAutohide(e){w(this,Mi.NO_AUTOHIDE,e)}}ge=new WeakMap;Bi=new WeakMap;ys.shadowRootOptions={mode:"open"};ys.getTemplateHTML=Md;c.customElements.get("media-loading-indicator")||c.customElements.define("media-loading-indicator",ys);const Ld=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M16.5 12A4.5 4.5 0 0 0 14 8v2.18l2.45 2.45a4.22 4.22 0 0 0 .05-.63Zm2.5 0a6.84 6.84 0 0 1-.54 2.64L20 16.15A8.8 8.8 0 0 0 21 12a9 9 0 0 0-7-8.77v2.06A7 7 0 0 1 19 12ZM4.27 3 3 4.27 7.73 9H3v6h4l5 5v-6.73l4.25 4.25A6.92 6.92 0 0 1 14 18.7v2.06A9 9 0 0 0 17.69 19l2 2.05L21 19.73l-9-9L4.27 3ZM12 4 9.91 6.09 12 8.18V4Z"/>
</svg>`,xn=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4Z"/>
</svg>`,Rd=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M3 9v6h4l5 5V4L7 9H3Zm13.5 3A4.5 4.5 0 0 0 14 8v8a4.47 4.47 0 0 0 2.5-4ZM14 3.23v2.06a7 7 0 0 1 0 13.42v2.06a9 9 0 0 0 0-17.54Z"/>
</svg>`;function Dd(t){return`
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
      <slot name="off">${Ld}</slot>
      <slot name="low">${xn}</slot>
      <slot name="medium">${xn}</slot>
      <slot name="high">${Rd}</slot>
    </slot>
  `}function Cd(){return`
    <slot name="tooltip-mute">${L("Mute")}</slot>
    <slot name="tooltip-unmute">${L("Unmute")}</slot>
  `}const Nn=t=>{const e=t.mediaVolumeLevel==="off",i=L(e?"unmute":"mute");t.setAttribute("aria-label",i)};class ks extends Oe{static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_VOLUME_LEVEL]}connectedCallback(){super.connectedCallback(),Nn(this)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===o.MEDIA_VOLUME_LEVEL&&Nn(this)}get mediaVolumeLevel(){return G(this,o.MEDIA_VOLUME_LEVEL)}set mediaVolumeLevel(e){K(this,o.MEDIA_VOLUME_LEVEL,e)}handleClick(){const e=this.mediaVolumeLevel==="off"?g.MEDIA_UNMUTE_REQUEST:g.MEDIA_MUTE_REQUEST;this.dispatchEvent(new c.CustomEvent(e,{composed:!0,bubbles:!0}))}}ks.getSlotTemplateHTML=Dd;ks.getTooltipContentHTML=Cd;c.customElements.get("media-mute-button")||c.customElements.define("media-mute-button",ks);const Od=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="m6 21 15-9L6 3v18Z"/>
</svg>`,Ud=`<svg aria-hidden="true" viewBox="0 0 24 24">
  <path d="M6 20h4V4H6v16Zm8-16v16h4V4h-4Z"/>
</svg>`;function Pd(t){return`
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
      <slot name="play">${Od}</slot>
      <slot name="pause">${Ud}</slot>
    </slot>
  `}function xd(){return`
    <slot name="tooltip-play">${L("Play")}</slot>
    <slot name="tooltip-pause">${L("Pause")}</slot>
  `}const $n=t=>{const e=t.mediaPaused?L("play"):L("pause");t.setAttribute("aria-label",e)};class Ss extends Oe{static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PAUSED,o.MEDIA_ENDED]}connectedCallback(){super.connectedCallback(),$n(this)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),(e===o.MEDIA_PAUSED||e===o.MEDIA_LANG)&&$n(this)}get mediaPaused(){return I(this,o.MEDIA_PAUSED)}set mediaPaused(e){w(this,o.MEDIA_PAUSED,e)}handleClick(){const e=this.mediaPaused?g.MEDIA_PLAY_REQUEST:g.MEDIA_PAUSE_REQUEST;this.dispatchEvent(new c.CustomEvent(e,{composed:!0,bubbles:!0}))}}Ss.getSlotTemplateHTML=Pd;Ss.getTooltipContentHTML=xd;c.customElements.get("media-play-button")||c.customElements.define("media-play-button",Ss);var Nd=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},ot=(t,e,i)=>(Nd(t,e,"read from private field"),i?i.call(t):e.get(t)),$d=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Fe;const Ca={RATES:"rates"},Fd=[1,1.2,1.5,1.7,2],Zt=1;function Xa(t){return Math.round(t*100)/100}function Hd(t){return`
    <style>
      :host {
        min-width: 5ch;
        padding: var(--media-button-padding, var(--media-control-padding, 10px 5px));
      }
    </style>
    <slot name="icon">${t.mediaplaybackrate?Xa(+t.mediaplaybackrate):Zt}x</slot>
  `}function Wd(){return L("Playback rate")}class Is extends Oe{constructor(){var e;super(),$d(this,Fe,new Sr(this,Ca.RATES,{defaultValue:Fd})),this.container=this.shadowRoot.querySelector('slot[name="icon"]'),this.container.innerHTML=`${Xa((e=this.mediaPlaybackRate)!=null?e:Zt)}x`}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PLAYBACK_RATE,Ca.RATES]}attributeChangedCallback(e,i,a){if(super.attributeChangedCallback(e,i,a),e===Ca.RATES&&(ot(this,Fe).value=a),e===o.MEDIA_PLAYBACK_RATE){const s=a?+a:Number.NaN,n=Xa(Number.isNaN(s)?Zt:s);this.container.innerHTML=`${n}x`,this.setAttribute("aria-label",L("Playback rate {playbackRate}",{playbackRate:n}))}}get rates(){return ot(this,Fe)}set rates(e){e?Array.isArray(e)?ot(this,Fe).value=e.join(" "):typeof e=="string"&&(ot(this,Fe).value=e):ot(this,Fe).value=""}get mediaPlaybackRate(){return ne(this,o.MEDIA_PLAYBACK_RATE,Zt)}set mediaPlaybackRate(e){re(this,o.MEDIA_PLAYBACK_RATE,e)}handleClick(){var e,i;const a=Array.from(ot(this,Fe).values(),r=>+r).sort((r,l)=>r-l),s=(i=(e=a.find(r=>r>this.mediaPlaybackRate))!=null?e:a[0])!=null?i:Zt,n=new c.CustomEvent(g.MEDIA_PLAYBACK_RATE_REQUEST,{composed:!0,bubbles:!0,detail:s});this.dispatchEvent(n)}}Fe=new WeakMap;Is.getSlotTemplateHTML=Hd;Is.getTooltipContentHTML=Wd;c.customElements.get("media-playback-rate-button")||c.customElements.define("media-playback-rate-button",Is);var Br=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Li=(t,e,i)=>(Br(t,e,"read from private field"),i?i.call(t):e.get(t)),Bd=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Ri=(t,e,i,a)=>(Br(t,e,"write to private field"),e.set(t,i),i),be;function Vd(t){return`
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
  `}class wa extends c.HTMLElement{constructor(){if(super(),Bd(this,be,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=we(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[M.MEDIA_CONTROLLER,o.MEDIA_PREVIEW_IMAGE,o.MEDIA_PREVIEW_COORDS]}connectedCallback(){var e,i,a;const s=this.getAttribute(M.MEDIA_CONTROLLER);s&&(Ri(this,be,(e=this.getRootNode())==null?void 0:e.getElementById(s)),(a=(i=Li(this,be))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Li(this,be))==null?void 0:e.unassociateElement)==null||i.call(e,this),Ri(this,be,null)}attributeChangedCallback(e,i,a){var s,n,r,l,d;[o.MEDIA_PREVIEW_IMAGE,o.MEDIA_PREVIEW_COORDS].includes(e)&&this.update(),e===M.MEDIA_CONTROLLER&&(i&&((n=(s=Li(this,be))==null?void 0:s.unassociateElement)==null||n.call(s,this),Ri(this,be,null)),a&&this.isConnected&&(Ri(this,be,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=Li(this,be))==null?void 0:l.associateElement)==null||d.call(l,this)))}get mediaPreviewImage(){return G(this,o.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){K(this,o.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewCoords(){const e=this.getAttribute(o.MEDIA_PREVIEW_COORDS);if(e)return e.split(/\s+/).map(i=>+i)}set mediaPreviewCoords(e){if(!e){this.removeAttribute(o.MEDIA_PREVIEW_COORDS);return}this.setAttribute(o.MEDIA_PREVIEW_COORDS,e.join(" "))}update(){const e=this.mediaPreviewCoords,i=this.mediaPreviewImage;if(!(e&&i))return;const[a,s,n,r]=e,l=i.split("#")[0],d=getComputedStyle(this),{maxWidth:f,maxHeight:p,minWidth:v,minHeight:h}=d,m=d.getPropertyValue("--media-preview-thumbnail-object-fit").trim()||"contain";let A,_;if(m==="fill"){const Me=parseInt(f)/n,Le=parseInt(p)/r,$t=parseInt(v)/n,qe=parseInt(h)/r;A=Me<1?Me:Math.max(Me,$t),_=Le<1?Le:Math.max(Le,qe)}else{const Me=Math.min(parseInt(f)/n,parseInt(p)/r),Le=Math.max(parseInt(v)/n,parseInt(h)/r),qe=Me<1?Me:Le>1?Le:1;A=qe,_=qe}const{style:y}=$(this.shadowRoot,":host"),T=$(this.shadowRoot,"img").style,q=this.shadowRoot.querySelector("img"),Nt=Math.min(A,_)<1?"min":"max";y.setProperty(`${Nt}-width`,"initial","important"),y.setProperty(`${Nt}-height`,"initial","important"),y.width=`${n*A}px`,y.height=`${r*_}px`;const at=()=>{T.width=`${this.imgWidth*A}px`,T.height=`${this.imgHeight*_}px`,T.display="block"};q.src!==l&&(q.onload=()=>{this.imgWidth=q.naturalWidth,this.imgHeight=q.naturalHeight,at(),q.onload=null},q.src=l,at()),at(),T.transform=`translate(-${a*A}px, -${s*_}px)`}}be=new WeakMap;wa.shadowRootOptions={mode:"open"};wa.getTemplateHTML=Vd;c.customElements.get("media-preview-thumbnail")||c.customElements.define("media-preview-thumbnail",wa);var Fn=wa,Vr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Di=(t,e,i)=>(Vr(t,e,"read from private field"),i?i.call(t):e.get(t)),Kd=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Ci=(t,e,i,a)=>(Vr(t,e,"write to private field"),e.set(t,i),i),Ae;function Gd(t,e={}){return`
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
  `}function qd(t,e){return`
    <slot></slot>
  `}class it extends c.HTMLElement{constructor(){if(super(),Kd(this,Ae,void 0),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=we(this.attributes);this.shadowRoot.innerHTML=this.constructor.getTemplateHTML(e)}}static get observedAttributes(){return[M.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===M.MEDIA_CONTROLLER&&(i&&((n=(s=Di(this,Ae))==null?void 0:s.unassociateElement)==null||n.call(s,this),Ci(this,Ae,null)),a&&this.isConnected&&(Ci(this,Ae,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=Di(this,Ae))==null?void 0:l.associateElement)==null||d.call(l,this)))}connectedCallback(){var e,i,a;const{style:s}=$(this.shadowRoot,":host");s.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`);const n=this.getAttribute(M.MEDIA_CONTROLLER);n&&(Ci(this,Ae,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(i=Di(this,Ae))==null?void 0:i.associateElement)==null||a.call(i,this))}disconnectedCallback(){var e,i;(i=(e=Di(this,Ae))==null?void 0:e.unassociateElement)==null||i.call(e,this),Ci(this,Ae,null)}}Ae=new WeakMap;it.shadowRootOptions={mode:"open"};it.getTemplateHTML=Gd;it.getSlotTemplateHTML=qd;c.customElements.get("media-text-display")||c.customElements.define("media-text-display",it);const Hn=[{singular:"hour",plural:"hours"},{singular:"minute",plural:"minutes"},{singular:"second",plural:"seconds"}],Wn=(t,e)=>{const i=L(t===1?Hn[e].singular:Hn[e].plural);return`${t} ${i}`},ni=t=>{if(!fs(t))return"";const e=Math.abs(t),i=e!==t,a=new Date(0,0,0,0,0,e,0),n=[a.getHours(),a.getMinutes(),a.getSeconds()].map((r,l)=>r&&Wn(r,l)).filter(r=>r).join(", ");return i?L("{time} remaining",{time:n}):e===0?Wn(0,2):n};function ri(t,e){let i=!1;t<0&&(i=!0,t=0-t),t=t<0?0:t;let a=Math.floor(t%60),s=Math.floor(t/60%60),n=Math.floor(t/3600);const r=Math.floor(e/60%60),l=Math.floor(e/3600);return(isNaN(t)||t===1/0)&&(n=s=a="0"),n=n>0||l>0?n+":":"",s=((n||r>=10)&&s<10?"0"+s:s)+":",a=a<10?"0"+a:a,(i?"-":"")+n+s+a}var Kr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Bn=(t,e,i)=>(Kr(t,e,"read from private field"),i?i.call(t):e.get(t)),Yd=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Qd=(t,e,i,a)=>(Kr(t,e,"write to private field"),e.set(t,i),i),Jt;class zd extends it{constructor(){super(),Yd(this,Jt,void 0),Qd(this,Jt,this.shadowRoot.querySelector("slot")),Bn(this,Jt).textContent=ri(0)}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PREVIEW_TIME]}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),e===o.MEDIA_PREVIEW_TIME&&a!=null&&(Bn(this,Jt).textContent=ri(parseFloat(a)))}get mediaPreviewTime(){return ne(this,o.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){re(this,o.MEDIA_PREVIEW_TIME,e)}}Jt=new WeakMap;c.customElements.get("media-preview-time-display")||c.customElements.define("media-preview-time-display",zd);var ws=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},me=(t,e,i)=>(ws(t,e,"read from private field"),i?i.call(t):e.get(t)),ze=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},Ms=(t,e,i,a)=>(ws(t,e,"write to private field"),e.set(t,i),i),Be=(t,e,i)=>(ws(t,e,"access private method"),i),vt,Ie,Ma,Ls,Gr,ha,Rs,jt,Vi,Ki,Za;const He={REMAINING:"remaining",SHOW_DURATION:"showduration",NO_TOGGLE:"notoggle"},Vn=[...Object.values(He),o.MEDIA_CURRENT_TIME,o.MEDIA_DURATION,o.MEDIA_SEEKABLE],qr=["Enter"," "],Xd="&nbsp;/&nbsp;",Ja=(t,{timesSep:e=Xd}={})=>{var i,a;const s=(i=t.mediaCurrentTime)!=null?i:0,[,n]=(a=t.mediaSeekable)!=null?a:[];let r=0;Number.isFinite(t.mediaDuration)?r=t.mediaDuration:Number.isFinite(n)&&(r=n);const l=t.remaining?ri(0-(r-s)):ri(s);return t.showDuration?`${l}${e}${ri(r)}`:l},Zd=t=>{var e;const i=t.mediaCurrentTime,[,a]=(e=t.mediaSeekable)!=null?e:[];let s=null;if(Number.isFinite(t.mediaDuration)?s=t.mediaDuration:Number.isFinite(a)&&(s=a),i==null||s===null){t.setAttribute("aria-description",L("video not loaded, unknown time."));return}const n=t.remaining?ni(0-(s-i)):ni(i);if(!t.showDuration){t.setAttribute("aria-description",n);return}const r=ni(s),l=L("{currentTime} of {totalTime}",{currentTime:n,totalTime:r});t.setAttribute("aria-description",l)};function Jd(t,e){return`
    <slot>${Ja(e)}</slot>
  `}const jd=t=>{t.setAttribute("aria-label",L("playback time"))};class Yr extends it{constructor(){super(),ze(this,Ls),ze(this,ha),ze(this,jt),ze(this,Ki),ze(this,vt,void 0),ze(this,Ie,null),ze(this,Ma,e=>{const{metaKey:i,altKey:a,key:s}=e;if(i||a||!qr.includes(s)){this.removeEventListener("keyup",me(this,Ie));return}this.addEventListener("keyup",me(this,Ie))}),Ms(this,vt,this.shadowRoot.querySelector("slot")),me(this,vt).innerHTML=`${Ja(this)}`}static get observedAttributes(){return[...super.observedAttributes,...Vn,"disabled"]}connectedCallback(){const{style:e}=$(this.shadowRoot,":host(:hover:not([notoggle]))");e.setProperty("cursor","var(--media-cursor, pointer)"),e.setProperty("background","var(--media-control-hover-background, rgba(50 50 70 / .7))"),this.setAttribute("aria-label",L("playback time")),Be(this,jt,Vi).call(this),super.connectedCallback()}toggleTimeDisplay(){this.noToggle||(this.hasAttribute("remaining")?this.removeAttribute("remaining"):this.setAttribute("remaining",""))}disconnectedCallback(){this.disable(),Be(this,ha,Rs).call(this),super.disconnectedCallback()}attributeChangedCallback(e,i,a){jd(this),Vn.includes(e)?this.update():e==="disabled"&&a!==i?a==null?Be(this,jt,Vi).call(this):Be(this,Ki,Za).call(this):e===He.NO_TOGGLE&&a!==i&&(this.noToggle?Be(this,Ki,Za).call(this):Be(this,jt,Vi).call(this)),super.attributeChangedCallback(e,i,a)}enable(){this.noToggle||(this.tabIndex=0)}disable(){this.tabIndex=-1}get remaining(){return I(this,He.REMAINING)}set remaining(e){w(this,He.REMAINING,e)}get showDuration(){return I(this,He.SHOW_DURATION)}set showDuration(e){w(this,He.SHOW_DURATION,e)}get noToggle(){return I(this,He.NO_TOGGLE)}set noToggle(e){w(this,He.NO_TOGGLE,e)}get mediaDuration(){return ne(this,o.MEDIA_DURATION)}set mediaDuration(e){re(this,o.MEDIA_DURATION,e)}get mediaCurrentTime(){return ne(this,o.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){re(this,o.MEDIA_CURRENT_TIME,e)}get mediaSeekable(){const e=this.getAttribute(o.MEDIA_SEEKABLE);if(e)return e.split(":").map(i=>+i)}set mediaSeekable(e){if(e==null){this.removeAttribute(o.MEDIA_SEEKABLE);return}this.setAttribute(o.MEDIA_SEEKABLE,e.join(":"))}update(){const e=Ja(this);Zd(this),e!==me(this,vt).innerHTML&&(me(this,vt).innerHTML=e)}}vt=new WeakMap;Ie=new WeakMap;Ma=new WeakMap;Ls=new WeakSet;Gr=function(){me(this,Ie)||(Ms(this,Ie,t=>{const{key:e}=t;if(!qr.includes(e)){this.removeEventListener("keyup",me(this,Ie));return}this.toggleTimeDisplay()}),this.addEventListener("keydown",me(this,Ma)),this.addEventListener("click",this.toggleTimeDisplay))};ha=new WeakSet;Rs=function(){me(this,Ie)&&(this.removeEventListener("keyup",me(this,Ie)),this.removeEventListener("keydown",me(this,Ma)),this.removeEventListener("click",this.toggleTimeDisplay),Ms(this,Ie,null))};jt=new WeakSet;Vi=function(){!this.noToggle&&!this.hasAttribute("disabled")&&(this.setAttribute("role","button"),this.enable(),Be(this,Ls,Gr).call(this))};Ki=new WeakSet;Za=function(){this.removeAttribute("role"),this.disable(),Be(this,ha,Rs).call(this)};Yr.getSlotTemplateHTML=Jd;c.customElements.get("media-time-display")||c.customElements.define("media-time-display",Yr);var Ds=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},O=(t,e,i)=>(Ds(t,e,"read from private field"),i?i.call(t):e.get(t)),B=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},We=(t,e,i,a)=>(Ds(t,e,"write to private field"),e.set(t,i),i),ue=(t,e,i)=>(Ds(t,e,"access private method"),i),Te,La,Gi,qi,he,ma,Yi,Qi,zi,Cs,Qr,Xi,ja,Zi,es,pa,Os,ts,zr,is,Xr,as,Zr,ss,Jr;function ec(t){return`
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
  `}function tc(t){return""}class Pt extends c.HTMLElement{constructor(){if(super(),B(this,Cs),B(this,Xi),B(this,Zi),B(this,pa),B(this,ts),B(this,is),B(this,as),B(this,ss),B(this,Te,void 0),B(this,La,void 0),B(this,Gi,void 0),B(this,qi,void 0),B(this,he,{}),B(this,ma,[]),B(this,Yi,()=>{if(this.range.matches(":focus-visible")){const{style:e}=$(this.shadowRoot,":host");e.setProperty("--_focus-visible-box-shadow","var(--_focus-box-shadow)")}}),B(this,Qi,()=>{const{style:e}=$(this.shadowRoot,":host");e.removeProperty("--_focus-visible-box-shadow")}),B(this,zi,()=>{const e=this.shadowRoot.querySelector("#segments-clipping");e&&e.parentNode.append(e)}),!this.shadowRoot){this.attachShadow(this.constructor.shadowRootOptions);const e=we(this.attributes),i=this.constructor.getTemplateHTML(e);this.shadowRoot.setHTMLUnsafe?this.shadowRoot.setHTMLUnsafe(i):this.shadowRoot.innerHTML=i}this.container=this.shadowRoot.querySelector("#container"),We(this,Gi,this.shadowRoot.querySelector("#startpoint")),We(this,qi,this.shadowRoot.querySelector("#endpoint")),this.range=this.shadowRoot.querySelector("#range"),this.appearance=this.shadowRoot.querySelector("#appearance")}static get observedAttributes(){return["disabled","aria-disabled",M.MEDIA_CONTROLLER]}attributeChangedCallback(e,i,a){var s,n,r,l,d;e===M.MEDIA_CONTROLLER?(i&&((n=(s=O(this,Te))==null?void 0:s.unassociateElement)==null||n.call(s,this),We(this,Te,null)),a&&this.isConnected&&(We(this,Te,(r=this.getRootNode())==null?void 0:r.getElementById(a)),(d=(l=O(this,Te))==null?void 0:l.associateElement)==null||d.call(l,this))):(e==="disabled"||e==="aria-disabled"&&i!==a)&&(a==null?(this.range.removeAttribute(e),ue(this,Xi,ja).call(this)):(this.range.setAttribute(e,a),ue(this,Zi,es).call(this)))}connectedCallback(){var e,i,a;const{style:s}=$(this.shadowRoot,":host");s.setProperty("display",`var(--media-control-display, var(--${this.localName}-display, inline-flex))`),O(this,he).pointer=$(this.shadowRoot,"#pointer"),O(this,he).progress=$(this.shadowRoot,"#progress"),O(this,he).thumb=$(this.shadowRoot,'#thumb, ::slotted([slot="thumb"])'),O(this,he).activeSegment=$(this.shadowRoot,"#segments-clipping rect:nth-child(0)");const n=this.getAttribute(M.MEDIA_CONTROLLER);n&&(We(this,Te,(e=this.getRootNode())==null?void 0:e.getElementById(n)),(a=(i=O(this,Te))==null?void 0:i.associateElement)==null||a.call(i,this)),this.updateBar(),this.shadowRoot.addEventListener("focusin",O(this,Yi)),this.shadowRoot.addEventListener("focusout",O(this,Qi)),ue(this,Xi,ja).call(this),ur(this.container,O(this,zi))}disconnectedCallback(){var e,i;ue(this,Zi,es).call(this),(i=(e=O(this,Te))==null?void 0:e.unassociateElement)==null||i.call(e,this),We(this,Te,null),this.shadowRoot.removeEventListener("focusin",O(this,Yi)),this.shadowRoot.removeEventListener("focusout",O(this,Qi)),hr(this.container,O(this,zi))}updatePointerBar(e){var i;(i=O(this,he).pointer)==null||i.style.setProperty("width",`${this.getPointerRatio(e)*100}%`)}updateBar(){var e,i;const a=this.range.valueAsNumber*100;(e=O(this,he).progress)==null||e.style.setProperty("width",`${a}%`),(i=O(this,he).thumb)==null||i.style.setProperty("left",`${a}%`)}updateSegments(e){const i=this.shadowRoot.querySelector("#segments-clipping");if(i.textContent="",this.container.classList.toggle("segments",!!e?.length),!e?.length)return;const a=[...new Set([+this.range.min,...e.flatMap(n=>[n.start,n.end]),+this.range.max])];We(this,ma,[...a]);const s=a.pop();for(const[n,r]of a.entries()){const[l,d]=[n===0,n===a.length-1],f=l?"calc(var(--segments-gap) / -1)":`${r*100}%`,v=`calc(${((d?s:a[n+1])-r)*100}%${l||d?"":" - var(--segments-gap)"})`,h=Q.createElementNS("http://www.w3.org/2000/svg","rect"),m=ar(this.shadowRoot,`#segments-clipping rect:nth-child(${n+1})`);m.style.setProperty("x",f),m.style.setProperty("width",v),i.append(h)}}getPointerRatio(e){return ol(e.clientX,e.clientY,O(this,Gi).getBoundingClientRect(),O(this,qi).getBoundingClientRect())}get dragging(){return this.hasAttribute("dragging")}handleEvent(e){switch(e.type){case"pointermove":ue(this,ss,Jr).call(this,e);break;case"input":this.updateBar();break;case"pointerenter":ue(this,ts,zr).call(this,e);break;case"pointerdown":ue(this,pa,Os).call(this,e);break;case"pointerup":ue(this,is,Xr).call(this);break;case"pointerleave":ue(this,as,Zr).call(this);break}}get keysUsed(){return["ArrowUp","ArrowRight","ArrowDown","ArrowLeft"]}}Te=new WeakMap;La=new WeakMap;Gi=new WeakMap;qi=new WeakMap;he=new WeakMap;ma=new WeakMap;Yi=new WeakMap;Qi=new WeakMap;zi=new WeakMap;Cs=new WeakSet;Qr=function(t){const e=O(this,he).activeSegment;if(!e)return;const i=this.getPointerRatio(t),s=`#segments-clipping rect:nth-child(${O(this,ma).findIndex((n,r,l)=>{const d=l[r+1];return d!=null&&i>=n&&i<=d})+1})`;(e.selectorText!=s||!e.style.transform)&&(e.selectorText=s,e.style.setProperty("transform","var(--media-range-segment-hover-transform, scaleY(2))"))};Xi=new WeakSet;ja=function(){this.hasAttribute("disabled")||!this.isConnected||(this.addEventListener("input",this),this.addEventListener("pointerdown",this),this.addEventListener("pointerenter",this))};Zi=new WeakSet;es=function(){var t,e;this.removeEventListener("input",this),this.removeEventListener("pointerdown",this),this.removeEventListener("pointerenter",this),this.removeEventListener("pointerleave",this),(t=c.window)==null||t.removeEventListener("pointerup",this),(e=c.window)==null||e.removeEventListener("pointermove",this)};pa=new WeakSet;Os=function(t){var e;We(this,La,t.composedPath().includes(this.range)),(e=c.window)==null||e.addEventListener("pointerup",this,{once:!0})};ts=new WeakSet;zr=function(t){var e;t.pointerType!=="mouse"&&ue(this,pa,Os).call(this,t),this.addEventListener("pointerleave",this,{once:!0}),(e=c.window)==null||e.addEventListener("pointermove",this)};is=new WeakSet;Xr=function(){var t;(t=c.window)==null||t.removeEventListener("pointerup",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled")};as=new WeakSet;Zr=function(){var t,e;this.removeEventListener("pointerleave",this),(t=c.window)==null||t.removeEventListener("pointermove",this),this.toggleAttribute("dragging",!1),this.range.disabled=this.hasAttribute("disabled"),(e=O(this,he).activeSegment)==null||e.style.removeProperty("transform")};ss=new WeakSet;Jr=function(t){t.pointerType==="pen"&&t.buttons===0||(this.toggleAttribute("dragging",t.buttons===1||t.pointerType!=="mouse"),this.updatePointerBar(t),ue(this,Cs,Qr).call(this,t),this.dragging&&(t.pointerType!=="mouse"||!O(this,La))&&(this.range.disabled=!0,this.range.valueAsNumber=this.getPointerRatio(t),this.range.dispatchEvent(new Event("input",{bubbles:!0,composed:!0}))))};Pt.shadowRootOptions={mode:"open"};Pt.getTemplateHTML=ec;Pt.getContainerTemplateHTML=tc;c.customElements.get("media-chrome-range")||c.customElements.define("media-chrome-range",Pt);var jr=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},ic=(t,e,i)=>(jr(t,e,"read from private field"),i?i.call(t):e.get(t)),ac=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},sc=(t,e,i,a)=>(jr(t,e,"write to private field"),e.set(t,i),i),Ji;class nc extends it{constructor(){super(),ac(this,Ji,void 0),sc(this,Ji,this.shadowRoot.querySelector("slot"))}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PREVIEW_CHAPTER,o.MEDIA_LANG]}attributeChangedCallback(e,i,a){if(super.attributeChangedCallback(e,i,a),(e===o.MEDIA_PREVIEW_CHAPTER||e===o.MEDIA_LANG)&&a!==i&&a!=null)if(ic(this,Ji).textContent=a,a!==""){const s=L("chapter: {chapterName}",{chapterName:a});this.setAttribute("aria-valuetext",s)}else this.removeAttribute("aria-valuetext")}get mediaPreviewChapter(){return G(this,o.MEDIA_PREVIEW_CHAPTER)}set mediaPreviewChapter(e){K(this,o.MEDIA_PREVIEW_CHAPTER,e)}}Ji=new WeakMap;c.customElements.get("media-preview-chapter-display")||c.customElements.define("media-preview-chapter-display",nc);var eo=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},H=(t,e,i)=>(eo(t,e,"read from private field"),e.get(t)),ve=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},j=(t,e,i,a)=>(eo(t,e,"write to private field"),e.set(t,i),i),rc=(t,e,i,a)=>({set _(s){j(t,e,s)},get _(){return H(t,e)}}),Et,ji,ft,ei,ea,ta,ia,_t,Ze,aa;class oc{constructor(e,i,a){ve(this,Et,void 0),ve(this,ji,void 0),ve(this,ft,void 0),ve(this,ei,void 0),ve(this,ea,void 0),ve(this,ta,void 0),ve(this,ia,void 0),ve(this,_t,void 0),ve(this,Ze,0),ve(this,aa,(s=performance.now())=>{j(this,Ze,requestAnimationFrame(H(this,aa))),j(this,ei,performance.now()-H(this,ft));const n=1e3/this.fps;if(H(this,ei)>n){j(this,ft,s-H(this,ei)%n);const r=1e3/((s-H(this,ji))/++rc(this,ea)._),l=(s-H(this,ta))/1e3/this.duration;let d=H(this,ia)+l*this.playbackRate;d-H(this,Et).valueAsNumber>0?j(this,_t,this.playbackRate/this.duration/r):(j(this,_t,.995*H(this,_t)),d=H(this,Et).valueAsNumber+H(this,_t)),this.callback(d)}}),j(this,Et,e),this.callback=i,this.fps=a}start(){H(this,Ze)===0&&(j(this,ft,performance.now()),j(this,ji,H(this,ft)),j(this,ea,0),H(this,aa).call(this))}stop(){H(this,Ze)!==0&&(cancelAnimationFrame(H(this,Ze)),j(this,Ze,0))}update({start:e,duration:i,playbackRate:a}){const s=e-H(this,Et).valueAsNumber,n=Math.abs(i-this.duration);(s>0||s<-.5/i||n>=.5)&&this.callback(e),j(this,ia,e),j(this,ta,performance.now()),this.duration=i,this.playbackRate=a}}Et=new WeakMap;ji=new WeakMap;ft=new WeakMap;ei=new WeakMap;ea=new WeakMap;ta=new WeakMap;ia=new WeakMap;_t=new WeakMap;Ze=new WeakMap;aa=new WeakMap;var Us=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},D=(t,e,i)=>(Us(t,e,"read from private field"),i?i.call(t):e.get(t)),N=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},ie=(t,e,i,a)=>(Us(t,e,"write to private field"),e.set(t,i),i),ae=(t,e,i)=>(Us(t,e,"access private method"),i),gt,Ve,va,oi,Ea,sa,Ei,fi,bt,At,ti,ns,to,rs,fa,Ps,_a,xs,ga,Ns,os,io,_i,ba,ls,ao;const lc=t=>{const e=t.range,i=ni(+so(t)),a=ni(+t.mediaSeekableEnd),s=i&&a?L("{currentTime} of {totalTime}",{currentTime:i,totalTime:a}):L("video not loaded, unknown time.");e.setAttribute("aria-valuetext",s)};function dc(t){return`
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
          <template shadowrootmode="${Fn.shadowRootOptions.mode}">
            ${Fn.getTemplateHTML({})}
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
  `}const Oi=(t,e=t.mediaCurrentTime)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;if(Number.isNaN(a))return 0;const s=(e-i)/(a-i);return Math.max(0,Math.min(s,1))},so=(t,e=t.range.valueAsNumber)=>{const i=Number.isFinite(t.mediaSeekableStart)?t.mediaSeekableStart:0,a=Number.isFinite(t.mediaDuration)?t.mediaDuration:t.mediaSeekableEnd;return Number.isNaN(a)?0:e*(a-i)+i};class $s extends Pt{constructor(){super(),N(this,ns),N(this,fa),N(this,_a),N(this,ga),N(this,os),N(this,_i),N(this,ls),N(this,gt,null),N(this,Ve,void 0),N(this,va,void 0),N(this,oi,void 0),N(this,Ea,void 0),N(this,sa,void 0),N(this,Ei,void 0),N(this,fi,void 0),N(this,bt,void 0),N(this,At,void 0),N(this,ti,()=>{ae(this,ns,to).call(this)?D(this,Ve).start():D(this,Ve).stop()}),N(this,rs,a=>{this.dragging||(fs(a)&&(this.range.valueAsNumber=a),D(this,At)||this.updateBar())}),this.shadowRoot.querySelector("#track").insertAdjacentHTML("afterbegin",'<div id="buffered" part="buffered"></div>'),ie(this,va,this.shadowRoot.querySelectorAll('[part~="box"]')),ie(this,Ea,this.shadowRoot.querySelector('[part~="preview-box"]')),ie(this,sa,this.shadowRoot.querySelector('[part~="current-box"]'));const i=getComputedStyle(this);ie(this,Ei,parseInt(i.getPropertyValue("--media-box-padding-left"))),ie(this,fi,parseInt(i.getPropertyValue("--media-box-padding-right"))),ie(this,Ve,new oc(this.range,D(this,rs),60))}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_PAUSED,o.MEDIA_DURATION,o.MEDIA_SEEKABLE,o.MEDIA_CURRENT_TIME,o.MEDIA_PREVIEW_IMAGE,o.MEDIA_PREVIEW_TIME,o.MEDIA_PREVIEW_CHAPTER,o.MEDIA_BUFFERED,o.MEDIA_PLAYBACK_RATE,o.MEDIA_LOADING,o.MEDIA_ENDED]}connectedCallback(){var e;super.connectedCallback(),this.range.setAttribute("aria-label",L("seek")),D(this,ti).call(this),ie(this,gt,this.getRootNode()),(e=D(this,gt))==null||e.addEventListener("transitionstart",this)}disconnectedCallback(){var e;super.disconnectedCallback(),D(this,Ve).stop(),(e=D(this,gt))==null||e.removeEventListener("transitionstart",this),ie(this,gt,null)}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),i!=a&&(e===o.MEDIA_CURRENT_TIME||e===o.MEDIA_PAUSED||e===o.MEDIA_ENDED||e===o.MEDIA_LOADING||e===o.MEDIA_DURATION||e===o.MEDIA_SEEKABLE?(D(this,Ve).update({start:Oi(this),duration:this.mediaSeekableEnd-this.mediaSeekableStart,playbackRate:this.mediaPlaybackRate}),D(this,ti).call(this),lc(this)):e===o.MEDIA_BUFFERED&&this.updateBufferedBar(),(e===o.MEDIA_DURATION||e===o.MEDIA_SEEKABLE)&&(this.mediaChaptersCues=D(this,bt),this.updateBar()))}get mediaChaptersCues(){return D(this,bt)}set mediaChaptersCues(e){var i;ie(this,bt,e),this.updateSegments((i=D(this,bt))==null?void 0:i.map(a=>({start:Oi(this,a.startTime),end:Oi(this,a.endTime)})))}get mediaPaused(){return I(this,o.MEDIA_PAUSED)}set mediaPaused(e){w(this,o.MEDIA_PAUSED,e)}get mediaLoading(){return I(this,o.MEDIA_LOADING)}set mediaLoading(e){w(this,o.MEDIA_LOADING,e)}get mediaDuration(){return ne(this,o.MEDIA_DURATION)}set mediaDuration(e){re(this,o.MEDIA_DURATION,e)}get mediaCurrentTime(){return ne(this,o.MEDIA_CURRENT_TIME)}set mediaCurrentTime(e){re(this,o.MEDIA_CURRENT_TIME,e)}get mediaPlaybackRate(){return ne(this,o.MEDIA_PLAYBACK_RATE,1)}set mediaPlaybackRate(e){re(this,o.MEDIA_PLAYBACK_RATE,e)}get mediaBuffered(){const e=this.getAttribute(o.MEDIA_BUFFERED);return e?e.split(" ").map(i=>i.split(":").map(a=>+a)):[]}set mediaBuffered(e){if(!e){this.removeAttribute(o.MEDIA_BUFFERED);return}const i=e.map(a=>a.join(":")).join(" ");this.setAttribute(o.MEDIA_BUFFERED,i)}get mediaSeekable(){const e=this.getAttribute(o.MEDIA_SEEKABLE);if(e)return e.split(":").map(i=>+i)}set mediaSeekable(e){if(e==null){this.removeAttribute(o.MEDIA_SEEKABLE);return}this.setAttribute(o.MEDIA_SEEKABLE,e.join(":"))}get mediaSeekableEnd(){var e;const[,i=this.mediaDuration]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaSeekableStart(){var e;const[i=0]=(e=this.mediaSeekable)!=null?e:[];return i}get mediaPreviewImage(){return G(this,o.MEDIA_PREVIEW_IMAGE)}set mediaPreviewImage(e){K(this,o.MEDIA_PREVIEW_IMAGE,e)}get mediaPreviewTime(){return ne(this,o.MEDIA_PREVIEW_TIME)}set mediaPreviewTime(e){re(this,o.MEDIA_PREVIEW_TIME,e)}get mediaEnded(){return I(this,o.MEDIA_ENDED)}set mediaEnded(e){w(this,o.MEDIA_ENDED,e)}updateBar(){super.updateBar(),this.updateBufferedBar(),this.updateCurrentBox()}updateBufferedBar(){var e;const i=this.mediaBuffered;if(!i.length)return;let a;if(this.mediaEnded)a=1;else{const n=this.mediaCurrentTime,[,r=this.mediaSeekableStart]=(e=i.find(([l,d])=>l<=n&&n<=d))!=null?e:[];a=Oi(this,r)}const{style:s}=$(this.shadowRoot,"#buffered");s.setProperty("width",`${a*100}%`)}updateCurrentBox(){if(!this.shadowRoot.querySelector('slot[name="current"]').assignedElements().length)return;const i=$(this.shadowRoot,"#current-rail"),a=$(this.shadowRoot,'[part~="current-box"]'),s=ae(this,fa,Ps).call(this,D(this,sa)),n=ae(this,_a,xs).call(this,s,this.range.valueAsNumber),r=ae(this,ga,Ns).call(this,s,this.range.valueAsNumber);i.style.transform=`translateX(${n})`,i.style.setProperty("--_range-width",`${s.range.width}`),a.style.setProperty("--_box-shift",`${r}`),a.style.setProperty("--_box-width",`${s.box.width}px`),a.style.setProperty("visibility","initial")}handleEvent(e){switch(super.handleEvent(e),e.type){case"input":ae(this,ls,ao).call(this);break;case"pointermove":ae(this,os,io).call(this,e);break;case"pointerup":D(this,At)&&ie(this,At,!1);break;case"pointerdown":ie(this,At,!0);break;case"pointerleave":ae(this,_i,ba).call(this,null);break;case"transitionstart":Ut(e.target,this)&&setTimeout(()=>D(this,ti).call(this),0);break}}}gt=new WeakMap;Ve=new WeakMap;va=new WeakMap;oi=new WeakMap;Ea=new WeakMap;sa=new WeakMap;Ei=new WeakMap;fi=new WeakMap;bt=new WeakMap;At=new WeakMap;ti=new WeakMap;ns=new WeakSet;to=function(){return this.isConnected&&!this.mediaPaused&&!this.mediaLoading&&!this.mediaEnded&&this.mediaSeekableEnd>0&&ir(this)};rs=new WeakMap;fa=new WeakSet;Ps=function(t){var e;const a=((e=this.getAttribute("bounds")?gi(this,`#${this.getAttribute("bounds")}`):this.parentElement)!=null?e:this).getBoundingClientRect(),s=this.range.getBoundingClientRect(),n=t.offsetWidth,r=-(s.left-a.left-n/2),l=a.right-s.left-n/2;return{box:{width:n,min:r,max:l},bounds:a,range:s}};_a=new WeakSet;xs=function(t,e){let i=`${e*100}%`;const{width:a,min:s,max:n}=t.box;if(!a)return i;if(Number.isNaN(s)||(i=`max(${`calc(1 / var(--_range-width) * 100 * ${s}% + var(--media-box-padding-left))`}, ${i})`),!Number.isNaN(n)){const l=`calc(1 / var(--_range-width) * 100 * ${n}% - var(--media-box-padding-right))`;i=`min(${i}, ${l})`}return i};ga=new WeakSet;Ns=function(t,e){const{width:i,min:a,max:s}=t.box,n=e*t.range.width;if(n<a+D(this,Ei)){const r=t.range.left-t.bounds.left-D(this,Ei);return`${n-i/2+r}px`}if(n>s-D(this,fi)){const r=t.bounds.right-t.range.right-D(this,fi);return`${n+i/2-r-t.range.width}px`}return 0};os=new WeakSet;io=function(t){const e=[...D(this,va)].some(p=>t.composedPath().includes(p));if(!this.dragging&&(e||!t.composedPath().includes(this))){ae(this,_i,ba).call(this,null);return}const i=this.mediaSeekableEnd;if(!i)return;const a=$(this.shadowRoot,"#preview-rail"),s=$(this.shadowRoot,'[part~="preview-box"]'),n=ae(this,fa,Ps).call(this,D(this,Ea));let r=(t.clientX-n.range.left)/n.range.width;r=Math.max(0,Math.min(1,r));const l=ae(this,_a,xs).call(this,n,r),d=ae(this,ga,Ns).call(this,n,r);a.style.transform=`translateX(${l})`,a.style.setProperty("--_range-width",`${n.range.width}`),s.style.setProperty("--_box-shift",`${d}`),s.style.setProperty("--_box-width",`${n.box.width}px`);const f=Math.round(D(this,oi))-Math.round(r*i);Math.abs(f)<1&&r>.01&&r<.99||(ie(this,oi,r*i),ae(this,_i,ba).call(this,D(this,oi)))};_i=new WeakSet;ba=function(t){this.dispatchEvent(new c.CustomEvent(g.MEDIA_PREVIEW_REQUEST,{composed:!0,bubbles:!0,detail:t}))};ls=new WeakSet;ao=function(){D(this,Ve).stop();const t=so(this);this.dispatchEvent(new c.CustomEvent(g.MEDIA_SEEK_REQUEST,{composed:!0,bubbles:!0,detail:t}))};$s.shadowRootOptions={mode:"open"};$s.getContainerTemplateHTML=dc;c.customElements.get("media-time-range")||c.customElements.define("media-time-range",$s);var cc=(t,e,i)=>{if(!e.has(t))throw TypeError("Cannot "+i)},Kn=(t,e,i)=>(cc(t,e,"read from private field"),i?i.call(t):e.get(t)),uc=(t,e,i)=>{if(e.has(t))throw TypeError("Cannot add the same private member more than once");e instanceof WeakSet?e.add(t):e.set(t,i)},na;const hc=1,mc=t=>t.mediaMuted?0:t.mediaVolume,pc=t=>`${Math.round(t*100)}%`;class vc extends Pt{constructor(){super(...arguments),uc(this,na,()=>{const e=this.range.value,i=new c.CustomEvent(g.MEDIA_VOLUME_REQUEST,{composed:!0,bubbles:!0,detail:e});this.dispatchEvent(i)})}static get observedAttributes(){return[...super.observedAttributes,o.MEDIA_VOLUME,o.MEDIA_MUTED,o.MEDIA_VOLUME_UNAVAILABLE]}connectedCallback(){super.connectedCallback(),this.range.setAttribute("aria-label",L("volume")),this.range.addEventListener("input",Kn(this,na))}disconnectedCallback(){this.range.removeEventListener("input",Kn(this,na)),super.disconnectedCallback()}attributeChangedCallback(e,i,a){super.attributeChangedCallback(e,i,a),(e===o.MEDIA_VOLUME||e===o.MEDIA_MUTED)&&(this.range.valueAsNumber=mc(this),this.range.setAttribute("aria-valuetext",pc(this.range.valueAsNumber)),this.updateBar())}get mediaVolume(){return ne(this,o.MEDIA_VOLUME,hc)}set mediaVolume(e){re(this,o.MEDIA_VOLUME,e)}get mediaMuted(){return I(this,o.MEDIA_MUTED)}set mediaMuted(e){w(this,o.MEDIA_MUTED,e)}get mediaVolumeUnavailable(){return G(this,o.MEDIA_VOLUME_UNAVAILABLE)}set mediaVolumeUnavailable(e){K(this,o.MEDIA_VOLUME_UNAVAILABLE,e)}}na=new WeakMap;c.customElements.get("media-volume-range")||c.customElements.define("media-volume-range",vc);const Ec=["aria-label"],fc=["src","poster"],_c=["src"],gc={key:0,class:"fault",role:"alert"},bc=Ct({__name:"FilmPlayer",props:{src:{},title:{},poster:{},tiles:{}},emits:["time","length"],setup(t,{expose:e,emit:i}){const a=t,s=i,n=z(),r=z(""),l=z("");Ge(()=>a.tiles,v=>{URL.revokeObjectURL(l.value),l.value=URL.createObjectURL(new Blob([Lo(v.list)],{type:"text/vtt"}))},{immediate:!0}),Yn(()=>URL.revokeObjectURL(l.value)),Ge(()=>a.src,()=>r.value="");const d=ke(()=>`Video: ${a.title}`);function f(v){n.value&&(n.value.currentTime=v)}function p(){n.value&&Number.isFinite(n.value.duration)&&s("length",n.value.duration)}return e({seek:f}),(v,h)=>(ee(),se(To,null,[S("media-controller",{class:"film","aria-label":d.value},[S("video",{ref_key:"video",ref:n,slot:"media",src:t.src,poster:t.poster,preload:"metadata",playsinline:"",onTimeupdate:h[0]||(h[0]=m=>s("time",n.value?.currentTime??0)),onLoadedmetadata:p,onError:h[1]||(h[1]=m=>r.value="This browser cannot play the video, or cannot reach it.")},[(ee(),se("track",{key:l.value,kind:"metadata",label:"thumbnails",default:"",src:l.value},null,8,_c))],40,fc),h[2]||(h[2]=S("media-loading-indicator",{slot:"centered-chrome",noautohide:""},null,-1)),h[3]||(h[3]=S("media-control-bar",{class:"seek"},[S("media-time-range",null,[S("media-preview-thumbnail",{slot:"preview"}),S("media-preview-time-display",{slot:"preview"})])],-1)),h[4]||(h[4]=S("media-control-bar",null,[S("media-play-button"),S("media-mute-button"),S("media-volume-range",{class:"volume"}),S("media-time-display",{showduration:""}),S("span",{class:"space"}),S("media-playback-rate-button"),S("media-fullscreen-button")],-1))],8,Ec),r.value?(ee(),se("p",gc,Mt(r.value),1)):ci("",!0)],64))}}),Ac=Ot(bc,[["__scopeId","data-v-7956221f"]]),Tc={class:"player"},yc={"aria-labelledby":"snippets"},kc=Ct({__name:"BookPlayer",props:{book:{}},emits:["length"],setup(t,{emit:e}){const i=t,a=e,s=z(),n=ke(()=>Math.floor(ui(i.book)/2)),r=z(n.value),l=z(null),d=Gn(new vn(Jn(i.book))),f=ke(()=>St(i.book,n.value)),p=ke(()=>Xn(i.book.cells,l.value??r.value)?.start);Ge(()=>[i.book.base,i.book.storyboard,i.book.duration,i.book.snippet],async()=>{const{book:h}=i;r.value=Math.min(r.value,ui(h)-1);const m=await Oo(h);h.base===i.book.base&&(d.value=new vn(m))},{immediate:!0});function v(h){r.value=h,i.book.video!==null&&(l.value=h,s.value?.seek(h))}return Ge(r,()=>l.value=null,{flush:"sync"}),(h,m)=>(ee(),se("div",Tc,[t.book.video?(ee(),yo(Ac,{key:0,ref_key:"film",ref:s,src:t.book.video,title:t.book.title,poster:f.value,tiles:d.value,onTime:m[0]||(m[0]=A=>l.value=A),onLength:m[1]||(m[1]=A=>a("length",A))},null,8,["src","title","poster","tiles"])):ci("",!0),S("section",yc,[m[3]||(m[3]=S("h2",{id:"snippets"},"Snippets",-1)),kt(ko,{cells:t.book.cells,base:t.book.base,last:t.book.last,current:p.value,label:"Snippets",pickable:"",onPick:v},null,8,["cells","base","last","current"])]),kt(el,{modelValue:r.value,"onUpdate:modelValue":m[2]||(m[2]=A=>r.value=A),book:t.book,tiles:d.value},null,8,["modelValue","book","tiles"])]))}}),Pc=Ot(kc,[["__scopeId","data-v-3e1aee47"]]);export{Pc as B,Dc as b,Rc as c};
