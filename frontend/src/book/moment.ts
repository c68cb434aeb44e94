/** The one moment that a book's video, strip and slider show. The address has it too, as `?t=83`. */

import { onBeforeUnmount, ref, watch } from "vue";
import { useRoute, useRouter } from "vue-router";

/** Browsers refuse an address that changes many times a second, as while a slider is dragged. */
const SETTLED_MS = 300;
/** Videos report the instant that they were sent to with an error of less than this. */
const TINY = 1e-4;

/** Read a moment from an address: `83` or `83s`. Anything else is the beginning. */
export function readMoment(given: unknown): number {
  const match = /^(\d+(?:\.\d+)?)s?$/.exec(String(given));
  return match ? Number(match[1]) : 0;
}

/** Return the whole second that holds an instant. */
export function wholeSecond(time: number): number {
  return Math.max(0, Math.floor(time + TINY));
}

/** Follow the address: `onGiven` is called when somebody else than `note` changes its moment. */
export function useMoment(onGiven: (time: number) => void) {
  const route = useRoute();
  const router = useRouter();
  const time = ref(readMoment(route.query["t"]));
  let written = wholeSecond(time.value);
  let timer: ReturnType<typeof setTimeout> | undefined;

  function write(): void {
    const second = wholeSecond(time.value);
    if (second === written) return;
    written = second;
    const { t: _, ...rest } = route.query;
    void router.replace({ query: second ? { ...rest, t: second } : rest });
  }

  watch(
    () => wholeSecond(readMoment(route.query["t"])),
    (second) => {
      if (second === written) return;
      written = second;
      onGiven(second);
    },
  );
  onBeforeUnmount(() => clearTimeout(timer));

  return {
    time,
    /** Put the moment into the address, once it rests. */
    note: (): void => {
      clearTimeout(timer);
      timer = setTimeout(write, SETTLED_MS);
    },
  };
}
