import "vidstack/player/styles/default/theme.css";
import "vidstack/player/styles/default/layouts/video.css";
import "vidstack/player";
import "vidstack/player/layouts/default";
import "vidstack/player/ui";

export function start(player: HTMLElement, storyboard: string): void {
  // It must be a whole URL, or the sheets are looked for beside the page.
  const address = new URL(storyboard, location.href).href;
  player.querySelector("media-video-layout")?.setAttribute("thumbnails", address);
}
