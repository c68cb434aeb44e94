const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./media-chrome-yATMM04t.js","./media-time-range-BLHV3JME.js","./videojs-BYPEt7BA.js","./_commonjsHelpers-D6-XlEtG.js","./videojs-BOTqBoNw.css","./vidstack-COUDmGTn.js","./preload-helper-Du-ZIQLl.js","./vidstack-Csx2uHbF.css","./plyr-DIqGkvsO.js","./plyr-8PObnEuw.css","./shaka-Delk9zp-.js","./shaka-D89jXM6X.css"])))=>i.map(i=>d[i]);
import{_ as s}from"./preload-helper-Du-ZIQLl.js";function y(t){const n=new URLSearchParams([...t.searchParams,...new URLSearchParams(t.hash.slice(1))]),e=n.get("video"),o=n.get("storyboard"),r=n.get("mpd");return e&&o?{film:m(e,t),storyboard:m(o,t),mpd:r?m(r,t):null}:null}function m(t,n){const e=URL.canParse(t,n)?new URL(t,n):null;if(e===null||!["http:","https:"].includes(e.protocol))throw new Error(`“${t}” is not an http or https address, nor one relative to this page.`);return e.origin===n.origin?e.pathname+e.search:e.href}const f=`import { MediaPlayer } from "dashjs";

export function start(place: HTMLElement): void {
  const [video, bar, tile, time] = place.children as unknown as [
    HTMLVideoElement, HTMLInputElement, HTMLElement, HTMLElement,
  ];
  const player = MediaPlayer().create();
  player.initialize(video, new URL(video.dataset["mpd"]!, location.href).href, false);
  video.addEventListener("loadedmetadata", () => (bar.max = String(video.duration)));
  video.addEventListener("timeupdate", () => (bar.valueAsNumber = video.currentTime));
  bar.addEventListener("input", () => (video.currentTime = bar.valueAsNumber));
  bar.addEventListener("pointerleave", () => (tile.hidden = true));
  bar.addEventListener("pointermove", ({ offsetX }) => {
    if (!player.isReady()) return;
    const share = Math.min(Math.max((offsetX - 8) / (bar.offsetWidth - 16), 0), 1); // the handle is 16 pixels wide
    const seconds = share * Number(bar.max);
    time.textContent = new Date(1000 * seconds).toISOString().slice(seconds < 3600 ? 14 : 11, 19);
    player.provideThumbnail(seconds, (found) => {
      tile.hidden = found === null;
      if (found === null) return;
      const { url, x, y, width, height } = found;
      tile.style.cssText += \`background: url("\${url}") -\${x}px -\${y}px; width: \${width}px; height: \${height}px\`;
      tile.style.left = \`\${share * (bar.offsetWidth - width)}px\`;
    });
  });
}
`,b=`<div style="position: relative">
  <video data-mpd="film.mpd" controls playsinline></video>
  <input type="range" min="0" max="0" step="any" value="0" aria-label="Seek">
  <div style="position: absolute; bottom: 3.5rem" hidden></div>
  <output></output>
</div>
`,w=`// Part by part: seven of the other parts have names that Vidstack’s elements have too, and this page holds both.
import "media-chrome/media-control-bar";
import "media-chrome/media-controller";
import "media-chrome/media-time-display";
import "media-chrome/media-time-range";
`,E=`<media-controller>
  <video slot="media" src="film.mp4" crossorigin playsinline preload="metadata">
    <track label="thumbnails" kind="metadata" default src="previews/film/storyboard.vtt">
  </video>
  <media-control-bar>
    <media-time-range></media-time-range>
    <media-time-display showduration></media-time-display>
  </media-control-bar>
</media-controller>
`,g=`// @ts-ignore: whether Plyr’s types have a default export depends on what else is compiled; its module has one
import Plyr from "plyr";
import "plyr/dist/plyr.css";
import icons from "../../node_modules/plyr/dist/plyr.svg?url";

export function start(video: HTMLElement, storyboard: string): void {
  new Plyr(video, {
    iconUrl: icons, // or they come from Plyr's own CDN
    previewThumbnails: { enabled: true, src: storyboard },
  });
}
`,k=`<video src="film.mp4" controls playsinline preload="metadata"></video>
`,L=`import shaka from "shaka-player/dist/shaka-player.ui-es2021";
import "shaka-player/dist/controls.css";

export async function start(place: HTMLElement): Promise<void> {
  const video = place.querySelector("video")!;
  const { src, storyboard } = video.dataset as Record<string, string>;
  const player = new shaka.Player();
  new shaka.ui.Overlay(player, place, video);
  await player.attach(video);
  await player.load(src!);
  // A stream with tiles of its own (\`hls\`, \`dash\`) needs no storyboard. The storyboard’s URL must be whole.
  if (player.getImageTracks().length === 0) {
    await player.addThumbnailsTrack(new URL(storyboard!, location.href).href, "text/vtt");
  }
}
`,_=`<div style="--shaka-font-family: sans-serif">
  <video data-src="film.mp4" data-storyboard="previews/film/storyboard.vtt" playsinline></video>
</div>
`,T=`import videojs from "video.js";
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
`,x=`<video class="video-js" controls playsinline preload="metadata">
  <source src="film.mp4" type="video/mp4">
</video>
`,P=`import "vidstack/player/styles/default/theme.css";
import "vidstack/player/styles/default/layouts/video.css";
import "vidstack/player";
import "vidstack/player/layouts/default";
import "vidstack/player/ui";

export function start(player: HTMLElement, storyboard: string): void {
  // It must be a whole URL, or the sheets are looked for beside the page.
  const address = new URL(storyboard, location.href).href;
  player.querySelector("media-video-layout")?.setAttribute("thumbnails", address);
}
`,R=`<media-player playsinline>
  <media-provider>
    <source src="film.mp4" type="video/mp4">
  </media-provider>
  <media-video-layout></media-video-layout>
</media-player>
`,j=[{name:"Media Chrome",home:"https://www.media-chrome.org",html:E,code:w,load:()=>s(()=>import("./media-chrome-yATMM04t.js"),__vite__mapDeps([0,1]),import.meta.url)},{name:"Video.js",home:"https://videojs.org",html:x,code:T,load:()=>s(()=>import("./videojs-BYPEt7BA.js"),__vite__mapDeps([2,3,4]),import.meta.url)},{name:"Vidstack",home:"https://vidstack.io",html:R,code:P,load:()=>s(()=>import("./vidstack-COUDmGTn.js").then(t=>t.ar),__vite__mapDeps([5,6,7]),import.meta.url)},{name:"Plyr",home:"https://plyr.io",html:k,code:g,load:()=>s(()=>import("./plyr-DIqGkvsO.js"),__vite__mapDeps([8,9]),import.meta.url)},{name:"Shaka Player",home:"https://shaka-project.github.io/shaka-player/docs/api/",html:_,code:L,load:()=>s(()=>import("./shaka-Delk9zp-.js"),__vite__mapDeps([10,3,11]),import.meta.url)},{name:"dash.js",home:"https://dashjs.org",html:b,code:f,load:()=>s(()=>import("./dashjs-CRnY80Qu.js"),[],import.meta.url)}],d={film:"film.mp4",storyboard:"previews/film/storyboard.vtt",mpd:"film.mpd"},p=Object.keys(d);function C(t,n){return p.reduce((e,o)=>e.replaceAll(d[o],()=>n[o]??d[o]),t.html)}function S(t,n){return p.every(e=>n[e]!==null||!t.html.includes(d[e]))}async function M(t,n,e){const{start:o}=await t.load(),r=H(t.html,e);n.replaceChildren(r),await o?.(r,e.storyboard)}function H(t,n){const e=document.createElement("template");e.innerHTML=t;for(const o of e.content.querySelectorAll("*"))for(const r of o.attributes){const i=p.find(a=>d[a]===r.value);i&&(r.value=n[i]??"")}return e.content.firstElementChild}function A(t,n,e){const o=document.createElement("section"),r=document.createElement("h2"),i=document.createElement("a");i.href=t.home,i.textContent=t.name,r.append(i);const a=document.createElement("div");a.className="player";const v=n?C(t,n):t.html,h=document.createElement("div");if(h.append(u("HTML",v),u("TypeScript",t.code)),o.append(r,a,h),n&&e&&S(t,n))M(t,a,n).catch(l=>c(a,`${t.name} did not start. ${l}`));else if(n&&e){const l=document.createElement("p");l.textContent=`${t.name} needs an MPD. Give its address above.`,a.append(l)}return o}function u(t,n){const e=document.createElement("pre");e.tabIndex=0,e.role="group",e.ariaLabel=t;const o=document.createElement("code");return o.textContent=n.trimEnd(),e.append(o),e}function c(t,n){const e=document.createElement("p");e.role="alert",e.textContent=n,t.replaceChildren(e)}async function $(t){const n=await fetch(t).catch(()=>null);if(n?.ok)return"";const e=n?`the server answers ${n.status}`:"there is no answer, or its server does not allow this page (CORS)";return`No storyboard at ${t}: ${e}.`}async function U(){const t=document.querySelector("#players"),n=document.querySelector("#notice");let e=null;try{e=y(new URL(location.href))}catch(r){c(n,r.message)}e&&(document.querySelector("#video").value=e.film,document.querySelector("#storyboard").value=e.storyboard,document.querySelector("#mpd").value=e.mpd??"");const o=e?await $(e.storyboard):"";t.replaceChildren(...j.map(r=>A(r,e,!o))),o&&c(n,o)}U();addEventListener("hashchange",()=>location.reload());
