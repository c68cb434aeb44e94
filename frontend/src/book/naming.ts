/** Names of a book's pictures, those of the public AWS sample: LAST-START.gif and LAST-START-frame-N.jpg. */

/** Percent-quote each part of a name that may hold slashes. */
export function encodeName(name: string): string {
  return name.split("/").map(encodeURIComponent).join("/");
}

export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** Give the book's name of a video's URL or key: its last part without the last extension. */
export function stemOf(url: string): string {
  const last = lastPart(decode(url.split(/[?#]/, 1)[0] ?? ""));
  const dot = last.lastIndexOf(".");
  return dot > 0 ? last.slice(0, dot) : last;
}

/** Give the next file name to try where one is taken: film.mp4, film 2.mp4, film 3.mp4. */
export function freeName(file: string): string {
  const [, stem = file, count, suffix = ""] = /^(.*?)(?: (\d{1,3}))?(\.[^.]*)?$/s.exec(file) ?? [];
  return `${stem} ${Number(count ?? 1) + 1}${suffix}`;
}

export function gifUrl(base: string, last: string, start: number): string {
  return `${base}${encodeURIComponent(last)}-${start}.gif`;
}

/** Give the URL of a freeze frame: `second` is the video's, counted from the snippet's start in the name. */
export function stillUrl(base: string, last: string, start: number, second: number): string {
  return `${base}${encodeURIComponent(last)}-${start}-frame-${second - start}.jpg`;
}

/** Give the start of the snippet that holds a second. */
export function startOf(second: number, snippet: number): number {
  return second - (second % snippet);
}

/** Undo percent-quoting; text that was never quoted stays as it is. */
export function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
