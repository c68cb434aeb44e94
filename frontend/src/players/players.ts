import dashjsCode from "./dashjs.ts?raw";
import dashjsHtml from "./dashjs.html?raw";
import mediaChromeCode from "./media-chrome.ts?raw";
import mediaChromeHtml from "./media-chrome.html?raw";
import plyrCode from "./plyr.ts?raw";
import plyrHtml from "./plyr.html?raw";
import shakaCode from "./shaka.ts?raw";
import shakaHtml from "./shaka.html?raw";
import videojsCode from "./videojs.ts?raw";
import videojsHtml from "./videojs.html?raw";
import vidstackCode from "./vidstack.ts?raw";
import vidstackHtml from "./vidstack.html?raw";
import type { Addresses } from "./addresses";

/** A player and all that it needs: its markup and its code, shown as they are run. */
export interface Player {
  name: string;
  home: string;
  html: string;
  code: string;
  load: () => Promise<{ start?: (place: HTMLElement, storyboard: string) => unknown }>;
}

export const PLAYERS: Player[] = [
  {
    name: "Media Chrome",
    home: "https://www.media-chrome.org",
    html: mediaChromeHtml,
    code: mediaChromeCode,
    load: () => import("./media-chrome"),
  },
  {
    name: "Video.js",
    home: "https://videojs.org",
    html: videojsHtml,
    code: videojsCode,
    load: () => import("./videojs"),
  },
  {
    name: "Vidstack",
    home: "https://vidstack.io",
    html: vidstackHtml,
    code: vidstackCode,
    load: () => import("./vidstack"),
  },
  { name: "Plyr", home: "https://plyr.io", html: plyrHtml, code: plyrCode, load: () => import("./plyr") },
  {
    name: "Shaka Player",
    home: "https://shaka-project.github.io/shaka-player/docs/api/",
    html: shakaHtml,
    code: shakaCode,
    load: () => import("./shaka"),
  },
  {
    name: "dash.js",
    home: "https://dashjs.org",
    html: dashjsHtml,
    code: dashjsCode,
    load: () => import("./dashjs"),
  },
];

// What the markup says where a page of one's own has its addresses.
const OURS: Record<keyof Addresses, string> = {
  film: "film.mp4",
  storyboard: "previews/film/storyboard.vtt",
  mpd: "film.mpd",
};
const NAMES = Object.keys(OURS) as (keyof Addresses)[];

/** Write a player's markup as one would for these addresses; with an `id` its outer element has that. */
export function writeMarkup(player: Player, addresses: Addresses, id = ""): string {
  const html = NAMES.reduce((text, name) => text.replaceAll(OURS[name], () => addresses[name] ?? OURS[name]), player.html);
  return id ? html.replace(/^<[\w-]+/, (tag) => `${tag} id="${id}"`) : html;
}

/** Write the call that starts a player in the element with an `id`; empty for a player that starts by itself. */
export function writeCall(player: Player, addresses: Addresses, id: string): string {
  if (!player.code.includes("function start(")) return "";
  const rest = player.code.includes("storyboard: string") ? `, ${JSON.stringify(addresses.storyboard)}` : "";
  return `\nstart(document.getElementById("${id}")!${rest});\n`;
}

/** Return the npm packages that a player's code imports. */
export function packagesOf(player: Player): string[] {
  return [...new Set([...player.code.matchAll(/^import (?:.* from )?"([a-z][\w.-]*)/gm)].map((found) => found[1] ?? ""))];
}

/** Say whether a player has all addresses that its markup names. */
export function canRun(player: Player, addresses: Addresses): boolean {
  return NAMES.every((name) => addresses[name] !== null || !player.html.includes(OURS[name]));
}

/** Run a player in a place. Rejects if it does not start. */
export async function run(player: Player, place: HTMLElement, addresses: Addresses): Promise<void> {
  const { start } = await player.load();
  const root = build(player.html, addresses);
  place.replaceChildren(root);
  await start?.(root, addresses.storyboard);
}

function build(html: string, addresses: Addresses): HTMLElement {
  const template = document.createElement("template");
  template.innerHTML = html; // our own text; the addresses, which are anybody's, become attributes and never markup
  for (const element of template.content.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      const name = NAMES.find((known) => OURS[known] === attribute.value);
      if (name) attribute.value = addresses[name] ?? "";
    }
  }
  return template.content.firstElementChild as HTMLElement;
}
