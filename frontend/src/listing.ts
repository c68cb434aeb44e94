/** The library's cards for a search, page by page. */

import { onBeforeUnmount, type Ref, ref, watch } from "vue";
import { ApiError, listVideos } from "./api/client";
import type { Card } from "./api/types";

export function useListing(search: Ref<string>) {
  const cards = ref<Card[]>([]);
  const more = ref(false);
  const loading = ref(false);
  const error = ref("");
  let after: string | null = null;
  let asking = new AbortController();

  async function load(fresh: boolean): Promise<void> {
    if (fresh) asking.abort();
    else if (loading.value) return;
    const mine = (asking = new AbortController());
    loading.value = true;
    error.value = "";
    try {
      const page = await listVideos(search.value, fresh ? null : after, mine.signal);
      cards.value = fresh ? page.videos : [...cards.value, ...page.videos];
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

  watch(search, () => load(true), { immediate: true });
  onBeforeUnmount(() => asking.abort());
  return { cards, more, loading, error, loadMore: () => load(false) };
}
