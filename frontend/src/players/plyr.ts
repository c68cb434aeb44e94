// @ts-ignore: whether Plyr’s types have a default export depends on what else is compiled; its module has one
import Plyr from "plyr";
import "plyr/dist/plyr.css";
import icons from "../../node_modules/plyr/dist/plyr.svg?url";

export function start(video: HTMLElement, storyboard: string): void {
  new Plyr(video, {
    iconUrl: icons, // or they come from Plyr's own CDN
    previewThumbnails: { enabled: true, src: storyboard },
  });
}
