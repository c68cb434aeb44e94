/** The small pictures shown while pointing at a time: a storyboard's, or the freeze frames where there is none. */

import { type Book, hasOutput, secondsOf, stillAt, stillInterval } from "./book";
import { Pictures } from "./pictures";
import { parseVtt, type Tile, tileAt } from "./vtt";

// A storyboard weighs about a megabyte an hour, so much of it is fetched and its requests seldom end.
const KEPT = 128;
const AROUND = 24;
const STILLS_AROUND = 3; // freeze frames in their place are large

export class Tiles {
  /** Whether every tile's place in its sheet is known, as players need it. */
  readonly placed: boolean;
  private readonly listeners = new Set<() => void>();
  private readonly sheets = new Pictures(KEPT, 4, () => this.listeners.forEach((hear) => hear()));
  private readonly urls: string[];

  /**
   * `isStored` tells whether the freeze frame of an instant is there by now; others are not asked for. `around` sheets
   * are fetched on each side of the one pointed at, or fewer freeze frames.
   */
  constructor(
    readonly list: Tile[],
    private readonly isStored: (time: number) => boolean = () => true,
    private readonly around = AROUND,
  ) {
    this.urls = [...new Set(list.map((tile) => tile.url))];
    this.placed = list.every((tile) => tile.width > 0);
  }

  /** Be called when a sheet has come, to draw a tile that waited for it; call what is returned to end that. */
  listen(hear: () => void): () => void {
    this.listeners.add(hear);
    return () => this.listeners.delete(hear);
  }

  at(time: number): Tile | undefined {
    return tileAt(this.list, time);
  }

  /** Fetch the sheets around an instant, its own first. */
  near(time: number): void {
    const tile = this.at(time);
    if (tile === undefined) return;
    const own = this.urls.indexOf(tile.url);
    const order = [own];
    const reach = this.placed ? this.around : STILLS_AROUND;
    for (let away = 1; away <= reach; away += 1) order.push(own + away, own - away);
    // Where freeze frames stand in for tiles, each is a tile of its own.
    const stored = this.placed ? order : order.filter((index) => this.isStored(this.list[index]?.start ?? 0));
    this.sheets.want(stored.flatMap((index) => this.urls[index] ?? []));
  }

  /** Fetch nothing more. */
  rest(): void {
    this.sheets.want([]);
  }

  /** Draw an instant's tile over a canvas; false if its sheet is not there yet. */
  draw(canvas: HTMLCanvasElement, time: number): boolean {
    const tile = this.at(time);
    const sheet = tile && this.sheets.get(tile.url);
    if (!tile || !sheet) return false;
    const width = tile.width || sheet.naturalWidth;
    const height = tile.height || sheet.naturalHeight;
    const shown = Math.min(width, 320); // a freeze frame stands in for a tile: no need for all its pixels
    canvas.width = shown;
    canvas.height = Math.round((shown * height) / width);
    canvas.getContext("2d")?.drawImage(sheet, tile.x, tile.y, width, height, 0, 0, canvas.width, canvas.height);
    canvas.dataset.start = String(tile.start);
    return true;
  }
}

/** Make every freeze frame a tile, if the book has freeze frames. */
export function stillTiles(book: Book): Tile[] {
  if (!hasOutput(book, "stills")) return [];
  const interval = stillInterval(book.outputs);
  return Array.from({ length: Math.ceil(secondsOf(book) / interval) }, (_, place) => {
    const start = place * interval;
    const end = Math.min(start + interval, book.duration);
    return { start, end, url: stillAt(book, start), x: 0, y: 0, width: 0, height: 0 };
  });
}

/** Read a book's storyboard; where it has none, or its host lets no page read it, its freeze frames do. */
export async function loadTiles(book: Book): Promise<Tile[]> {
  const tiles = book.storyboard === null ? [] : await fetchTiles(book.storyboard);
  return tiles.length > 0 ? tiles : stillTiles(book);
}

/** Read the tiles of a storyboard; none if it cannot be read, as on another host without CORS. */
export async function fetchTiles(storyboard: string): Promise<Tile[]> {
  try {
    const answer = await fetch(storyboard);
    return answer.ok ? parseVtt(await answer.text(), new URL(storyboard, document.baseURI).href) : [];
  } catch {
    return [];
  }
}
