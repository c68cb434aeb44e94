const __vite__mapDeps=(i,m=__vite__mapDeps,d=(m.f||(m.f=["./media-chrome-BnXSjvy9.js","./media-time-range-BBj-MESB.js","./videojs-BYPEt7BA.js","./_commonjsHelpers-D6-XlEtG.js","./videojs-BOTqBoNw.css","./vidstack-COUDmGTn.js","./preload-helper-Du-ZIQLl.js","./vidstack-Csx2uHbF.css","./plyr-DIqGkvsO.js","./plyr-8PObnEuw.css","./shaka-Delk9zp-.js","./shaka-D89jXM6X.css"])))=>i.map(i=>d[i]);
import{_ as i}from"./preload-helper-Du-ZIQLl.js";const m=`import { MediaPlayer } from "dashjs";

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
`,c=`<div style="position: relative">
  <video data-mpd="film.mpd" controls playsinline></video>
  <input type="range" min="0" max="0" step="any" value="0" aria-label="Seek">
  <div style="position: absolute; bottom: 3.5rem" hidden></div>
  <output></output>
</div>
`,p=`// Part by part, because seven other parts have the names of elements of Vidstack’s.
import "media-chrome/media-control-bar";
import "media-chrome/media-controller";
import "media-chrome/media-time-display";
import "media-chrome/media-time-range";
`,h=`<media-controller>
  <video slot="media" src="film.mp4" crossorigin playsinline preload="metadata">
    <track label="thumbnails" kind="metadata" default src="previews/film/storyboard.vtt">
  </video>
  <media-control-bar>
    <media-time-range></media-time-range>
    <media-time-display showduration></media-time-display>
  </media-control-bar>
</media-controller>
`,u=`// @ts-ignore: whether Plyr’s types have a default export depends on what else is compiled; its module has one
import Plyr from "plyr";
import "plyr/dist/plyr.css";
import icons from "../../node_modules/plyr/dist/plyr.svg?url";

export function start(video: HTMLElement, storyboard: string): void {
  new Plyr(video, {
    iconUrl: icons, // or they come from Plyr's own CDN
    previewThumbnails: { enabled: true, src: storyboard },
  });
}
`,y=`<video src="film.mp4" controls playsinline preload="metadata"></video>
`,v=`import shaka from "shaka-player/dist/shaka-player.ui-es2021";
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
`,f=`<div style="--shaka-font-family: sans-serif">
  <video data-src="film.mp4" data-storyboard="previews/film/storyboard.vtt" playsinline></video>
</div>
`,b=`import videojs from "video.js";
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
`,w=`<video class="video-js" controls playsinline preload="metadata">
  <source src="film.mp4" type="video/mp4">
</video>
`,g=`import "vidstack/player/styles/default/theme.css";
import "vidstack/player/styles/default/layouts/video.css";
import "vidstack/player";
import "vidstack/player/layouts/default";
import "vidstack/player/ui";

export function start(player: HTMLElement, storyboard: string): void {
  // It must be a whole URL, or the sheets are looked for beside the page.
  const address = new URL(storyboard, location.href).href;
  player.querySelector("media-video-layout")?.setAttribute("thumbnails", address);
}
`,_=`<media-player playsinline>
  <media-provider>
    <source src="film.mp4" type="video/mp4">
  </media-provider>
  <media-video-layout></media-video-layout>
</media-player>
`,L=[{name:"Media Chrome",home:"https://www.media-chrome.org",html:h,code:p,load:()=>i(()=>import("./media-chrome-BnXSjvy9.js"),__vite__mapDeps([0,1]),import.meta.url)},{name:"Video.js",home:"https://videojs.org",html:w,code:b,load:()=>i(()=>import("./videojs-BYPEt7BA.js"),__vite__mapDeps([2,3,4]),import.meta.url)},{name:"Vidstack",home:"https://vidstack.io",html:_,code:g,load:()=>i(()=>import("./vidstack-COUDmGTn.js").then(e=>e.ar),__vite__mapDeps([5,6,7]),import.meta.url)},{name:"Plyr",home:"https://plyr.io",html:y,code:u,load:()=>i(()=>import("./plyr-DIqGkvsO.js"),__vite__mapDeps([8,9]),import.meta.url)},{name:"Shaka Player",home:"https://shaka-project.github.io/shaka-player/docs/api/",html:f,code:v,load:()=>i(()=>import("./shaka-Delk9zp-.js"),__vite__mapDeps([10,3,11]),import.meta.url)},{name:"dash.js",home:"https://dashjs.org",html:c,code:m,load:()=>i(()=>import("./dashjs-CRnY80Qu.js"),[],import.meta.url)}],s={film:"film.mp4",storyboard:"previews/film/storyboard.vtt",mpd:"film.mpd"},d=Object.keys(s);function T(e,o,t=""){const a=d.reduce((n,r)=>n.replaceAll(s[r],()=>o[r]??s[r]),e.html);return t?a.replace(/^<[\w-]+/,n=>`${n} id="${t}"`):a}function x(e,o,t){if(!e.code.includes("function start("))return"";const a=e.code.includes("storyboard: string")?`, ${JSON.stringify(o.storyboard)}`:"";return`
start(document.getElementById("${t}")!${a});
`}function P(e){return[...new Set([...e.code.matchAll(/^import (?:.* from )?"([a-z][\w.-]*)/gm)].map(o=>o[1]??""))]}function j(e,o){return d.every(t=>o[t]!==null||!e.html.includes(s[t]))}async function M(e,o,t){const{start:a}=await e.load(),n=k(e.html,t);o.replaceChildren(n),await a?.(n,t.storyboard)}function k(e,o){const t=document.createElement("template");t.innerHTML=e;for(const a of t.content.querySelectorAll("*"))for(const n of a.attributes){const r=d.find(l=>s[l]===n.value);r&&(n.value=o[r]??"")}return t.content.firstElementChild}export{L as P,x as a,j as c,P as p,M as r,T as w};
