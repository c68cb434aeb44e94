/** A book as the player sees it: where its pictures lie and which windows of time it has. */

import type { Cell, Detail } from "../api/types";
import { gifUrl, lastPart, startOf, stillUrl } from "./naming";

export interface Book {
  title: string;
  /** URL of the folder of the pictures, with its slash. */
  base: string;
  /** What every picture's name starts with. */
  last: string;
  snippet: number;
  duration: number;
  cells: Cell[];
  video: string | null;
  storyboard: string | null;
  poster: string | null;
}

/** Cut a duration into windows, as Flickbook does. */
export function cut(duration: number, snippet: number): Cell[] {
  const count = Math.max(1, Math.ceil(duration / snippet));
  return Array.from({ length: count }, (_, index) => {
    const start = index * snippet;
    return { start, end: Math.min(start + snippet, duration), state: "done", error: null };
  });
}

export function bookOf(detail: Detail, cells: Cell[]): Book | null {
  if (detail.base === null || detail.duration === null || detail.snippet === null) return null;
  const { title, base, snippet, duration, video, storyboard, poster } = detail;
  return { title, base, last: lastPart(detail.name), snippet, duration, cells, video, storyboard, poster };
}

/** Count the whole seconds that have a freeze frame: 0 to the last one that begins before the end. */
export function secondsOf(book: Book): number {
  return Math.max(1, Math.ceil(book.duration - 1e-6));
}

export function gifAt(book: Book, second: number): string {
  return gifUrl(book.base, book.last, startOf(second, book.snippet));
}

export function stillAt(book: Book, second: number): string {
  return stillUrl(book.base, book.last, startOf(second, book.snippet), second);
}

/** Give the window that holds an instant. */
export function cellAt(cells: Cell[], time: number): Cell | undefined {
  return cells.findLast((cell) => cell.start <= time) ?? cells[0];
}
