/** The uploads of this tab: at most two send at once, the others wait their turn. */

import { reactive, ref } from "vue";
import { announce } from "../announce";
import { session } from "../api/session";
import { texts } from "../texts";
import { bytes } from "../time";
import type { Sending } from "./tus";

export type Phase = "queued" | "sending" | "paused" | "failed" | "received";

export interface Item {
  id: number;
  file: File;
  phase: Phase;
  sent: number;
  /** Bytes a second. */
  speed: number | null;
  error: string;
  /** The book's name, once the service gave it. */
  name: string | null;
}

const AT_ONCE = 2;

export const uploads = reactive<Item[]>([]);
const sendings = new Map<number, Sending>();
/** How many uploads were taken back: the service and this browser have forgotten those. */
export const takenBack = ref(0);
let ids = 0;

/** Queue files; those that the service would refuse say so at once. */
export function addFiles(files: File[]): void {
  for (const file of files) {
    const error = refusal(file);
    const phase: Phase = error ? "failed" : "queued";
    uploads.unshift({ id: (ids += 1), file, phase, sent: 0, speed: null, error, name: null });
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
  item.phase = "queued";
  item.error = "";
  startNext();
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
  return item.phase === "paused" || (item.phase === "failed" && refusal(item.file) === "");
}

function refusal(file: File): string {
  const { suffixes = [], upload_limit = Infinity } = session.value ?? {};
  const name = file.name.toLowerCase();
  if (!suffixes.some((suffix) => name.endsWith(suffix))) {
    return texts.queue.notAVideo(file.name, suffixes.join(", "));
  }
  if (file.size > upload_limit) {
    return texts.queue.tooLarge(file.name, bytes(file.size), bytes(upload_limit));
  }
  return file.size === 0 ? texts.queue.empty(file.name) : "";
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
  if (tus === null) return hearing(item).failed(texts.queue.unreachable);
  if (!uploads.includes(item)) return; // cancelled meanwhile
  const sending = sendings.get(item.id) ?? tus.makeSending(item.file, hearing(item));
  sendings.set(item.id, sending);
  if (item.phase === "sending") await sending.start();
}

function hearing(item: Item) {
  return {
    named: (name: string) => (item.name = name),
    progress: (sent: number, speed: number | null) => Object.assign(item, { sent, speed }),
    received: () => {
      Object.assign(item, { phase: "received", sent: item.file.size, speed: null });
      announce(texts.queue.uploaded(item.file.name));
      startNext();
    },
    failed: (error: string) => {
      Object.assign(item, { phase: "failed", speed: null, error });
      announce(texts.queue.failed(item.file.name, error));
      startNext();
    },
  };
}
