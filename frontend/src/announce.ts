/** One polite voice for screen readers: what was said last. */

import { ref } from "vue";

export const announcement = ref("");

export function announce(text: string): void {
  announcement.value = text;
}
