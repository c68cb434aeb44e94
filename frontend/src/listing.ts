/** The library's cards for a choice, page by page, kept as the service has them. */

import { onBeforeUnmount, type Ref, ref, watch } from "vue";
import { ApiError, listVideos } from "./api/client";
import { followList } from "./api/follow";
import type { Card } from "./api/types";
import { type Choice, queryOf } from "./choice";

const PAGE = 24;
const MOST = 200; // the service gives no more at once
const PAUSE_MS = 2000; // between two looks at what has changed

export function useListing(choice: Ref<Choice>) {
  const cards = ref<Card[]>([]);
  const more = ref(false);
  const loading = ref(false);
  const error = ref("");
  /** How many uploads are under way, from all browsers. */
  const uploads = ref(0);
  let query = new URLSearchParams();
  let after: string | null = null;
  let asking = new AbortController();
  let version = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  let renewed = -Infinity;

  async function ask(limit: number, from: string | null, signal: AbortSignal) {
    const part = new URLSearchParams(query);
    part.set("limit", String(limit));
    if (from !== null) part.set("after", from);
    return listVideos(part, signal);
  }

  async function load(fresh: boolean): Promise<void> {
    if (fresh) asking.abort();
    else if (loading.value) return;
    if (fresh) query = queryOf(choice.value, Date.now() / 1000);
    const mine = (asking = new AbortController());
    loading.value = true;
    error.value = "";
    try {
      const page = await ask(PAGE, fresh ? null : after, mine.signal);
      if (mine.signal.aborted) return;
      const known = new Set(cards.value.map(({ name }) => name));
      cards.value = fresh ? page.videos : [...cards.value, ...page.videos.filter(({ name }) => !known.has(name))];
      after = page.next;
      more.value = page.next !== null;
    } catch (fault) {
      if (mine.signal.aborted) return; // a newer search is under way
      if (!(fault instanceof ApiError)) throw fault;
      error.value = fault.message;
      if (fresh) more.value = false; // of a further page one can ask again
    }
    if (mine === asking) loading.value = false;
  }

  /** Bring the first cards up to date: add what is new, drop what is gone, and keep what is shown in its place. */
  async function renew(): Promise<void> {
    timer = undefined;
    renewed = performance.now();
    if (loading.value) return renewSoon();
    const { signal } = asking;
    const limit = Math.min(MOST, Math.max(PAGE, cards.value.length));
    const page = await ask(limit, null, signal).catch((fault: unknown) => {
      if (signal.aborted || fault instanceof ApiError) return null; // the next event asks again
      throw fault;
    });
    if (page === null || signal.aborted) return;
    const known = new Map(cards.value.map((card) => [card.name, card]));
    const fresh = page.videos.map((card) => Object.assign(known.get(card.name) ?? card, card));
    const names = new Set(fresh.map(({ name }) => name));
    const rest = page.next === null ? [] : cards.value.slice(limit).filter(({ name }) => !names.has(name));
    cards.value = [...fresh, ...rest];
    if (rest.length > 0) return;
    after = page.next;
    more.value = page.next !== null;
  }

  function renewSoon(): void {
    timer ??= setTimeout(() => void renew(), Math.max(0, renewed + PAUSE_MS - performance.now()));
  }

  const stop = followList((event) => {
    uploads.value = event.uploads;
    if (event.version === version) return;
    version = event.version;
    renewSoon();
  });
  watch(choice, () => load(true), { immediate: true });
  onBeforeUnmount(() => {
    stop();
    clearTimeout(timer);
    asking.abort();
  });
  return { cards, more, loading, error, uploads, loadMore: () => load(false) };
}
