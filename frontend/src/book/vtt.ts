/** WebVTT thumbnails: cues whose text is `sheet.jpg#xywh=x,y,w,h`, the URL relative to the file. */

export interface Tile {
  start: number;
  end: number;
  url: string;
  x: number;
  y: number;
  /** 0: the whole picture, whatever its size. */
  width: number;
  height: number;
}

const TIMES = /^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/;
const PLACE = /^(.*)#xywh=(?:pixel:)?(\d+),(\d+),(\d+),(\d+)$/;

/** Read the tiles, in order of time. What is no tile's cue (notes, styles, damaged lines) is passed over. */
export function parseVtt(text: string, url: string): Tile[] {
  const tiles: Tile[] = [];
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  lines.forEach((line, index) => {
    const times = TIMES.exec(line);
    const place = times && PLACE.exec(lines[index + 1]?.trim() ?? "");
    if (!times || !place) return;
    const [x = 0, y = 0, width = 0, height = 0] = place.slice(2).map(Number);
    const sheet = new URL(place[1] ?? "", url).href;
    tiles.push({ start: seconds(times[1]), end: seconds(times[2]), url: sheet, x, y, width, height });
  });
  return tiles.sort((a, b) => a.start - b.start);
}

/** Write tiles as WebVTT, with whole URLs, for a player that reads nothing else. */
export function writeVtt(tiles: Tile[]): string {
  const cues = tiles.map(
    ({ start, end, url, x, y, width, height }) =>
      `${stamp(start)} --> ${stamp(end)}\n${url}#xywh=${x},${y},${width},${height}\n`,
  );
  return ["WEBVTT\n", ...cues].join("\n");
}

/** Find the tile that shows an instant by bisection; before the first it is the first, after the last the last. */
export function tileAt(tiles: Tile[], time: number): Tile | undefined {
  let low = 0;
  let high = tiles.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tiles[middle]?.start ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  return tiles[low];
}

function seconds(stamp = ""): number {
  return stamp.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
}

function stamp(time: number): string {
  const whole = Math.round(time * 1000);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const clock = `${two(whole / 3_600_000)}:${two((whole / 60_000) % 60)}:${two((whole / 1000) % 60)}`;
  return `${clock}.${String(whole % 1000).padStart(3, "0")}`;
}
