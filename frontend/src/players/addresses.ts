import { texts } from "../texts";

/** Where a film, its storyboard and an MPD with its tiles lie: paths on this page's own host, else URLs. */
export interface Addresses {
  film: string;
  storyboard: string;
  mpd: string | null;
}

/** Read `video`, `storyboard` and perhaps `mpd` from a page's address, behind its `?` or its `#`; null without the first two. */
export function readAddresses(page: URL): Addresses | null {
  const given = new URLSearchParams([...page.searchParams, ...new URLSearchParams(page.hash.slice(1))]);
  const video = given.get("video");
  const storyboard = given.get("storyboard");
  const mpd = given.get("mpd");
  return video && storyboard
    ? { film: resolve(video, page), storyboard: resolve(storyboard, page), mpd: mpd ? resolve(mpd, page) : null }
    : null;
}

/** Make an address independent of the page's own. Throws an Error if it is none, or one that a page should not open. */
function resolve(address: string, page: URL): string {
  // A link to this page comes from anywhere: `javascript:` and `data:` in it would be its writer's, shown as ours.
  const url = URL.canParse(address, page) ? new URL(address, page) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) {
    throw new Error(texts.players.notAnAddress(address));
  }
  return url.origin === page.origin ? url.pathname + url.search : url.href;
}
