/** What the viewer's machine prefers, followed live. */

import { readonly, ref } from "vue";

function follow(query: string) {
  const list = matchMedia(query);
  const holds = ref(list.matches);
  list.addEventListener("change", (event) => (holds.value = event.matches));
  return readonly(holds);
}

/** GIFs play only when asked for. */
export const calm = follow("(prefers-reduced-motion: reduce)");

/** There is a pointer that can rest on something without pressing it. */
export const hovers = follow("(hover: hover)");
