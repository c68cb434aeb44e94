/** Something asked again and again while it is looked at. */

import { onBeforeUnmount, ref, type Ref, shallowRef } from "vue";
import { ApiError } from "./api/client";

export interface Polled<T> {
  value: Ref<T | null>;
  error: Ref<string>;
  now: () => void;
}

/** Ask for as long as the component lives and its tab is seen; a failure is told until an answer comes. */
export function usePolling<T>(ask: (signal: AbortSignal) => Promise<T>, every: number): Polled<T> {
  const value: Ref<T | null> = shallowRef(null);
  const error = ref("");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asking: AbortController | undefined;

  async function now(): Promise<void> {
    clearTimeout(timer);
    asking?.abort();
    if (document.hidden) return;
    const mine = (asking = new AbortController());
    try {
      value.value = await ask(mine.signal);
      error.value = "";
    } catch (fault) {
      if (mine.signal.aborted) return;
      if (!(fault instanceof ApiError)) throw fault;
      error.value = fault.message;
    }
    if (!mine.signal.aborted) timer = setTimeout(now, every);
  }

  const again = () => void now();
  document.addEventListener("visibilitychange", again);
  onBeforeUnmount(() => {
    document.removeEventListener("visibilitychange", again);
    clearTimeout(timer);
    asking?.abort();
  });
  again();
  return { value, error, now: again };
}
