const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./media-chrome-yATMM04t.js","./media-time-range-BLHV3JME.js","./videojs-BYPEt7BA.js","./_commonjsHelpers-D6-XlEtG.js","./videojs-BOTqBoNw.css","./vidstack-COUDmGTn.js","./preload-helper-Du-ZIQLl.js","./vidstack-Csx2uHbF.css","./plyr-DIqGkvsO.js","./plyr-8PObnEuw.css"])))=>i.map(i=>d[i]);
import{_ as s}from"./preload-helper-Du-ZIQLl.js";function y(t){const o=new URLSearchParams([...t.searchParams,...new URLSearchParams(t.hash.slice(1))]),e=o.get("video"),r=o.get("storyboard");return e&&r?{film:c(e,t),storyboard:c(r,t)}:null}function c(t,o){const e=URL.canParse(t,o)?new URL(t,o):null;if(e===null||!["http:","https:"].includes(e.protocol))throw new Error(`“${t}” is not an http or https address, nor one relative to this page.`);return e.origin===o.origin?e.pathname+e.search:e.href}const f=`// Part by part: seven of the other parts have names that Vidstack’s elements have too, and this page holds both.
import "media-chrome/media-control-bar";
import "media-chrome/media-controller";
import "media-chrome/media-time-display";
import "media-chrome/media-time-range";
`,b=`<media-controller>
  <video slot="media" src="film.mp4" crossorigin playsinline preload="metadata">
    <track label="thumbnails" kind="metadata" default src="previews/film/storyboard.vtt">
  </video>
  <media-control-bar>
    <media-time-range></media-time-range>
    <media-time-display showduration></media-time-display>
  </media-control-bar>
</media-controller>
`,w=`// @ts-ignore: whether Plyr’s types have a default export depends on what else is compiled; its module has one
import Plyr from "plyr";
import "plyr/dist/plyr.css";
import icons from "../../node_modules/plyr/dist/plyr.svg?url";

export function start(video: HTMLElement, storyboard: string): void {
  new Plyr(video, {
    iconUrl: icons, // or they come from Plyr's own CDN
    previewThumbnails: { enabled: true, src: storyboard },
  });
}
`,_=`<video src="film.mp4" controls playsinline preload="metadata"></video>
`,E=`import videojs from "video.js";
import "video.js/dist/video-js.css";
import "videojs-sprite-thumbnails";

export async function start(video: HTMLElement, storyboard: string): Promise<void> {
  const address = storyboard.replace(/(storyboard[.\\d]*)vtt/, "$1json");
  const answer = await fetch(address);
  const board = await answer.json();
  videojs(video, {
    fluid: true,
    plugins: {
      spriteThumbnails: {
        url: new URL(board.url, answer.url).href,
        width: board.tile_width,
        height: board.tile_height,
        columns: board.tiles.filter((tile: { y: number }) => tile.y === 0).length,
        interval: board.tiles[1]?.start ?? board.duration,
        downlink: 0, // or slow lines get no tiles at all
        initOnDemand: true, // or nothing happens if the film was quicker than the storyboard
      },
    },
  });
}
`,g=`<video class="video-js" controls playsinline preload="metadata">
  <source src="film.mp4" type="video/mp4">
</video>
`,L=`import "vidstack/player/styles/default/theme.css";
import "vidstack/player/styles/default/layouts/video.css";
import "vidstack/player";
import "vidstack/player/layouts/default";
import "vidstack/player/ui";

export function start(player: HTMLElement, storyboard: string): void {
  // It must be a whole URL, or the sheets are looked for beside the page.
  const address = new URL(storyboard, location.href).href;
  player.querySelector("media-video-layout")?.setAttribute("thumbnails", address);
}
`,k=`<media-player playsinline>
  <media-provider>
    <source src="film.mp4" type="video/mp4">
  </media-provider>
  <media-video-layout></media-video-layout>
</media-player>
`,P=[{name:"Media Chrome",home:"https://www.media-chrome.org",html:b,code:f,load:()=>s(()=>import("./media-chrome-yATMM04t.js"),__vite__mapDeps([0,1]),import.meta.url)},{name:"Video.js",home:"https://videojs.org",html:g,code:E,load:()=>s(()=>import("./videojs-BYPEt7BA.js"),__vite__mapDeps([2,3,4]),import.meta.url)},{name:"Vidstack",home:"https://vidstack.io",html:k,code:L,load:()=>s(()=>import("./vidstack-COUDmGTn.js").then(t=>t.ar),__vite__mapDeps([5,6,7]),import.meta.url)},{name:"Plyr",home:"https://plyr.io",html:_,code:w,load:()=>s(()=>import("./plyr-DIqGkvsO.js"),__vite__mapDeps([8,9]),import.meta.url)}],p="film.mp4",u="previews/film/storyboard.vtt";function C(t,{film:o,storyboard:e}){return t.html.replaceAll(p,()=>o).replaceAll(u,()=>e)}async function R(t,o,e){const{start:r}=await t.load(),n=j(t.html,e);o.replaceChildren(n),await r?.(n,e.storyboard)}function j(t,{film:o,storyboard:e}){const r=document.createElement("template");r.innerHTML=t;for(const n of r.content.querySelectorAll("*"))for(const a of n.attributes)a.value===p&&(a.value=o),a.value===u&&(a.value=e);return r.content.firstElementChild}function T(t,o,e){const r=document.createElement("section"),n=document.createElement("h2"),a=document.createElement("a");a.href=t.home,a.textContent=t.name,n.append(a);const i=document.createElement("div");i.className="player";const h=o?C(t,o):t.html,d=document.createElement("div");return d.append(m("HTML",h),m("TypeScript",t.code)),r.append(n,i,d),o&&e&&R(t,i,o).catch(v=>l(i,`${t.name} did not start. ${v}`)),r}function m(t,o){const e=document.createElement("pre");e.tabIndex=0,e.role="group",e.ariaLabel=t;const r=document.createElement("code");return r.textContent=o.trimEnd(),e.append(r),e}function l(t,o){const e=document.createElement("p");e.role="alert",e.textContent=o,t.replaceChildren(e)}async function S(t){const o=await fetch(t).catch(()=>null);if(o?.ok)return"";const e=o?`the server answers ${o.status}`:"there is no answer, or its server does not allow this page (CORS)";return`No storyboard at ${t}: ${e}.`}async function A(){const t=document.querySelector("#players"),o=document.querySelector("#notice");let e=null;try{e=y(new URL(location.href))}catch(n){l(o,n.message)}e&&(document.querySelector("#video").value=e.film,document.querySelector("#storyboard").value=e.storyboard);const r=e?await S(e.storyboard):"";t.replaceChildren(...P.map(n=>T(n,e,!r))),r&&l(o,r)}A();addEventListener("hashchange",()=>location.reload());
