/** The uploads of this tab: at most two send at once, the others wait their turn. */

import { computed, reactive, ref, watch } from "vue";
import { announce } from "../announce";
import { session } from "../api/session";
import { texts } from "../texts";
import { bytes } from "../time";
import type { Failure, Sending } from "./tus";

export type Phase = "queued" | "sending" | "paused" | "failed" | "received";

export interface Item {
  id: number;
  file: File;
  /** What the video is to be called: the file's own name, unless somebody renamed it. */
  filename: string;
  /** Whether it takes the place of the video that has its name. */
  replaces: boolean;
  phase: Phase;
  sent: number;
  /** Bytes a second. */
  speed: number | null;
  error: string;
  /** Whether another video has its name. */
  taken: boolean;
  /** Whether it can go on after what went wrong. */
  resumable: boolean;
  /** The book's name, once the service gave it. */
  name: string | null;
}

const AT_ONCE = 2;

export const uploads = reactive<Item[]>([]);
export const isAnyUnderWay = computed(() => uploads.some(({ phase }) => phase !== "received"));
const sendings = new Map<number, Sending>();
/** How many uploads were taken back: the service and this browser have forgotten those. */
export const takenBack = ref(0);
let ids = 0;

// Who leaves while bytes go up is asked first: the browser does so in its own words.
const isSending = computed(() => uploads.some(({ phase }) => phase === "sending" || phase === "queued"));
const warn = (event: BeforeUnloadEvent) => event.preventDefault();
watch(isSending, (sends) => (sends ? addEventListener : removeEventListener)("beforeunload", warn));

/** Queue files; those that the service would refuse say so at once. */
export function addFiles(files: File[]): void {
  for (const file of files) {
    const error = refusal(file.name, file.size);
    const phase: Phase = error ? "failed" : "queued";
    const fresh = { sent: 0, speed: null, name: null, taken: false, replaces: false };
    uploads.unshift({ id: (ids += 1), file, filename: file.name, phase, error, resumable: !error, ...fresh });
  }
  startNext();
}

export function pause(item: Item): void {
  item.phase = "paused";
  void sendings.get(item.id)?.pause();
  startNext();
}

/** Go on after a pause or a failure, where it stopped. */
export function resume(item: Item): void {
  Object.assign(item, { phase: "queued", error: "", taken: false });
  startNext();
}

/** Upload a file under another name; return why it cannot have that one, or nothing. */
export function rename(item: Item, filename: string): string {
  const error = refusal(filename, item.file.size);
  if (!error) startAnew(item, { filename });
  return error;
}

/** Upload a file in place of the video that has its name. */
export function replace(item: Item): void {
  startAnew(item, { replaces: true });
}

function startAnew(item: Item, by: Partial<Item>): void {
  sendings.delete(item.id);
  Object.assign(item, { sent: 0, name: null, ...by });
  resume(item);
}

/** End an upload, and have the service forget what came. */
export function cancel(item: Item): void {
  void sendings
    .get(item.id)
    ?.cancel()
    .then(() => (takenBack.value += 1));
  remove(item);
}

export function remove(item: Item): void {
  sendings.delete(item.id);
  const index = uploads.findIndex((each) => each.id === item.id);
  if (index >= 0) uploads.splice(index, 1);
  startNext();
}

export function mayResume(item: Item): boolean {
  return item.phase === "paused" || (item.phase === "failed" && item.resumable);
}

function refusal(filename: string, size: number): string {
  const { suffixes = [], upload_limit = Infinity } = session.value ?? {};
  if (!suffixes.some((suffix) => filename.toLowerCase().endsWith(suffix))) {
    return texts.queue.notAVideo(filename, suffixes.join(", "));
  }
  if (size > upload_limit) return texts.queue.tooLarge(filename, bytes(size), bytes(upload_limit));
  return size === 0 ? texts.queue.empty(filename) : "";
}

function startNext(): void {
  const busy = uploads.filter((item) => item.phase === "sending").length;
  const waiting = uploads.filter((item) => item.phase === "queued").reverse(); // the oldest first
  for (const item of waiting.slice(0, Math.max(0, AT_ONCE - busy))) void send(item);
}

async function send(item: Item): Promise<void> {
  item.phase = "sending";
  // The uploader is fetched with the first file: looking at the library needs none of it.
  const tus = await import("./tus").catch(() => null);
  const unreachable = { error: texts.queue.unreachable, taken: false, resumable: true };
  if (tus === null) return hearing(item).failed(unreachable);
  if (!uploads.includes(item)) return; // cancelled meanwhile
  const sending = sendings.get(item.id) ?? tus.makeSending(item.file, item.filename, item.replaces, hearing(item));
  sendings.set(item.id, sending);
  if (item.phase === "sending") await sending.start();
}

function hearing(item: Item) {
  return {
    named: (name: string) => (item.name = name),
    progress: (sent: number, speed: number | null) => Object.assign(item, { sent, speed }),
    received: () => {
      Object.assign(item, { phase: "received", sent: item.file.size, speed: null });
      announce(texts.queue.uploaded(item.filename));
      startNext();
    },
    failed: (failure: Failure) => {
      Object.assign(item, { phase: "failed", speed: null, ...failure });
      announce(texts.queue.failed(item.filename, failure.error));
      startNext();
    },
  };
}
