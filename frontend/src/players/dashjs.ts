import { MediaPlayer } from "dashjs";

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
      tile.style.cssText += `background: url("${url}") -${x}px -${y}px; width: ${width}px; height: ${height}px`;
      tile.style.left = `${share * (bar.offsetWidth - width)}px`;
    });
  });
}
