/**
 * The script of the page that `flickbook demo` writes. The page holds it as it is, because browsers load no modules from
 * `file://`. They fetch nothing from there either, and give no player a sheet of tiles: the page holds these too.
 */

import { createApp } from "vue";
import { createRouter, createWebHashHistory, RouterView } from "vue-router";
import { type Book, cut } from "../book/book";
import { parseVtt, writeVtt } from "../book/vtt";
import { language } from "../language";
import DemoView from "./DemoView.vue";
import "../styles/base.css";
import "../styles/controls.css";

/** What cli/demo.py writes; URLs are relative to the page. */
interface Written {
  title: string;
  base: string;
  snippet: number;
  duration: number;
  video: string;
  poster: string;
  storyboard: string;
  /** The JPEGs that the storyboard names, in base64. */
  sheets: Record<string, string>;
}

function bookOf(written: Written): Book {
  const { title, snippet, duration } = written;
  const absolute = (url: string) => new URL(url, document.baseURI).href;
  const base = absolute(written.base);
  const sheets = Object.entries(written.sheets).map(([name, data]): [string, string] => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    return [new URL(name, base).href, URL.createObjectURL(new Blob([bytes], { type: "image/jpeg" }))];
  });
  const held = new Map(sheets);
  const tiles = parseVtt(written.storyboard, base).map((tile) => ({ ...tile, url: held.get(tile.url) ?? tile.url }));
  return {
    title,
    base,
    last: title,
    snippet,
    duration,
    cells: cut(duration, snippet),
    video: absolute(written.video),
    storyboard: `data:text/vtt,${encodeURIComponent(writeVtt(tiles))}`,
    poster: absolute(written.poster),
    outputs: null,
    rate: null,
    lasting: base,
    name: null,
    finished: false, // for use elsewhere, files need a server
  };
}

const book = bookOf(JSON.parse(document.getElementById("book")?.textContent ?? "") as Written);
document.documentElement.lang = language;
// Films begin in black: the page opens in the middle, unless a link says where.
location.hash ||= `#/?t=${Math.floor(book.duration / 2)}`;
const router = createRouter({
  history: createWebHashHistory(),
  routes: [{ path: "/:rest(.*)*", component: DemoView, props: { book } }],
});
createApp(RouterView).use(router).mount("#app");
