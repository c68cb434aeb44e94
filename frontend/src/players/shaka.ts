import shaka from "shaka-player/dist/shaka-player.ui-es2021";
import "shaka-player/dist/controls.css";

export async function start(place: HTMLElement): Promise<void> {
  const video = place.querySelector("video")!;
  const { src, storyboard } = video.dataset as Record<string, string>;
  const player = new shaka.Player();
  new shaka.ui.Overlay(player, place, video);
  await player.attach(video);
  await player.load(src!);
  // A stream with tiles of its own (`hls`, `dash`) needs no storyboard. The storyboard’s URL must be whole.
  if (player.getImageTracks().length === 0) {
    await player.addThumbnailsTrack(new URL(storyboard!, location.href).href, "text/vtt");
  }
}
