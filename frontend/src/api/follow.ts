/** One stream of events for all videos on the page that are still being made, and for the list of all videos. */

import { apiUrl } from "./client";
import { renewSession } from "./session";
import type { CellEvent, FramesEvent, ListEvent, StateEvent } from "./types";

export interface Follower {
  state?: (event: StateEvent) => void;
  cell?: (event: CellEvent) => void;
  frames?: (event: FramesEvent) => void;
  gone?: () => void;
}

const NAMES_A_STREAM = 50; // the service takes no more
const GATHER_MS = 30; // cards that appear together share one new stream
const AGAIN_MS = 3000;

const followers = new Map<string, Set<Follower>>();
const listFollowers = new Set<(event: ListEvent) => void>();
let source: EventSource | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Follow a video; call what is returned to stop. What already happened is told again at each connection. */
export function follow(name: string, follower: Follower): () => void {
  const known = followers.get(name);
  if (known) known.add(follower);
  else followers.set(name, new Set([follower]));
  reopenSoon(GATHER_MS);
  return () => {
    const set = followers.get(name);
    set?.delete(follower);
    if (set?.size === 0) {
      followers.delete(name);
      reopenSoon(GATHER_MS);
    }
  };
}

/** Follow the list of all videos; call what is returned to stop. Each connection tells its version again. */
export function followList(hear: (event: ListEvent) => void): () => void {
  listFollowers.add(hear);
  reopenSoon(GATHER_MS);
  return () => {
    listFollowers.delete(hear);
    reopenSoon(GATHER_MS);
  };
}

// A stream holds one of the six connections that a browser opens to a host of HTTP/1.1, for all its tabs; and after a
// laptop's sleep it may be dead without a word. So tabs that nobody sees have none.
document.addEventListener("visibilitychange", () => reopenSoon(GATHER_MS));

function reopenSoon(delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(reopen, delay);
}

function reopen(): void {
  source?.close();
  source = null;
  const names = [...followers.keys()].slice(0, NAMES_A_STREAM);
  if ((names.length === 0 && listFollowers.size === 0) || document.hidden) return;
  const query = new URLSearchParams(names.map((name) => ["name", name]));
  if (listFollowers.size > 0) query.set("list", "true");
  const opened = new EventSource(apiUrl(`events?${query}`));
  opened.addEventListener("state", (event) => tell<StateEvent>(event, (one, data) => one.state?.(data)));
  opened.addEventListener("cell", (event) => tell<CellEvent>(event, (one, data) => one.cell?.(data)));
  opened.addEventListener("frames", (event) => tell<FramesEvent>(event, (one, data) => one.frames?.(data)));
  opened.addEventListener("gone", (event) => tell<{ name: string }>(event, (one) => one.gone?.()));
  opened.addEventListener("list", (event) => {
    const data = JSON.parse((event as MessageEvent<string>).data) as ListEvent;
    for (const hear of [...listFollowers]) hear(data);
  });
  opened.addEventListener("end", () => opened.close());
  opened.onerror = () => {
    // The browser reconnects by itself unless the answer was an error.
    if (opened.readyState !== EventSource.CLOSED || source !== opened) return;
    void renewSession();
    reopenSoon(AGAIN_MS);
  };
  source = opened;
}

function tell<T extends { name: string }>(event: Event, to: (one: Follower, data: T) => void): void {
  const data = JSON.parse((event as MessageEvent<string>).data) as T;
  for (const one of [...(followers.get(data.name) ?? [])]) to(one, data);
}
