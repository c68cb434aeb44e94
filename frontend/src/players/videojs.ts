import videojs from "video.js";
import "video.js/dist/video-js.css";
import "videojs-sprite-thumbnails";

export async function start(video: HTMLElement, storyboard: string): Promise<void> {
  const address = storyboard.replace(/(storyboard[.\d]*)vtt/, "$1json");
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
