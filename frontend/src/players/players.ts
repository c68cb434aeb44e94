import mediaChromeCode from "./media-chrome.ts?raw";
import mediaChromeHtml from "./media-chrome.html?raw";
import plyrCode from "./plyr.ts?raw";
import plyrHtml from "./plyr.html?raw";
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
];

// What the markup says where a page of one's own has its addresses.
const FILM = "film.mp4";
const STORYBOARD = "previews/film/storyboard.vtt";

/** Give a player's markup as one would write it for these addresses. */
export function writeMarkup(player: Player, { film, storyboard }: Addresses): string {
  return player.html.replaceAll(FILM, () => film).replaceAll(STORYBOARD, () => storyboard);
}

/** Run a player in a place. Rejects if it does not start. */
export async function run(player: Player, place: HTMLElement, addresses: Addresses): Promise<void> {
  const { start } = await player.load();
  const root = build(player.html, addresses);
  place.replaceChildren(root);
  await start?.(root, addresses.storyboard);
}

function build(html: string, { film, storyboard }: Addresses): HTMLElement {
  const template = document.createElement("template");
  template.innerHTML = html; // our own text; the addresses, which are anybody's, become attributes and never markup
  for (const element of template.content.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      if (attribute.value === FILM) attribute.value = film;
      if (attribute.value === STORYBOARD) attribute.value = storyboard;
    }
  }
  return template.content.firstElementChild as HTMLElement;
}
