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
  /** The outputs with their options; null where they are not known. */
  outputs: Record<string, Record<string, unknown>> | null;
  /** Frames a second; null where that is not known. */
  rate: number | null;
  /** URL of the folder for use elsewhere: it stays the same when the book is made anew. */
  lasting: string;
  /** The book's name in the service behind this page; null elsewhere. */
  name: string | null;
  finished: boolean;
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
  const { name, title, base, snippet, duration, video, storyboard, poster } = detail;
  return {
    ...{ title, base, last: lastPart(name), snippet, duration, cells, video, storyboard, poster, name },
    outputs: detail.recipe?.outputs ?? null,
    rate: detail.frame_rate,
    lasting: base.replace(/~[^/]*\/$/, ""),
    finished: detail.state === "complete" || detail.state === "partial",
  };
}

/** Return whether a book is to have an output's files, as far as is known. */
export function hasOutput(book: Pick<Book, "outputs">, output: string): boolean {
  return book.outputs === null || output in book.outputs;
}

/** Return whether an output's file that shows a second is made: only then is it asked for. */
export function isMade(book: Book, output: string, second: number): boolean {
  const start = output === "stills" ? stillSecond(book.outputs, second) : second;
  return hasOutput(book, output) && cellAt(book.cells, start)?.state === "done";
}

/** Return the seconds from one freeze frame to the next. */
export function stillInterval(outputs: Book["outputs"]): number {
  return Number(outputs?.stills?.interval ?? 1);
}

/** Return the second of the last freeze frame up to a second. */
export function stillSecond(outputs: Book["outputs"], second: number): number {
  return second - (second % stillInterval(outputs));
}

/** Count the whole seconds that can be shown: 0 to the last one that begins before the end. */
export function secondsOf(book: Book): number {
  return Math.max(1, Math.ceil(book.duration - 1e-6));
}

export function gifAt(book: Book, second: number): string {
  return gifUrl(book.base, book.last, startOf(second, book.snippet));
}

export function stillAt(book: Book, second: number, base = book.base): string {
  const shown = stillSecond(book.outputs, second);
  return stillUrl(base, book.last, startOf(shown, book.snippet), shown);
}

/** Give the window that holds an instant. */
export function cellAt(cells: Cell[], time: number): Cell | undefined {
  return cells.findLast((cell) => cell.start <= time) ?? cells[0];
}
