/** The token that unlocks the service: from `#token=T` in the address, kept for this tab only. */

import { ref } from "vue";
import { decode } from "../book/naming";

const KEY = "flickbook.token";

export const token = ref(sessionStorage.getItem(KEY) ?? "");

export function keepToken(value: string): void {
  token.value = value;
  if (value) sessionStorage.setItem(KEY, value);
  else sessionStorage.removeItem(KEY);
}

/** Take the token out of the address before anything else reads, stores or shows it; tell whether there was one. */
export function takeTokenFromAddress(): boolean {
  const given = /^#token=([^&/]+)$/.exec(location.hash)?.[1];
  if (given === undefined) return false;
  keepToken(decode(given));
  history.replaceState(history.state, "", `${location.pathname}${location.search}`);
  return true;
}
