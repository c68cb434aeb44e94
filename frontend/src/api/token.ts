/** The token that unlocks the service: from `#token=T` in the address, kept in this browser until it is logged out. */

import { ref } from "vue";
import { decode } from "../book/naming";

export const KEY = "flickbook.token";
const IN_ADDRESS = /^#token=([^&/]+)$/;

export const token = ref(keptToken());

export function keptToken(): string {
  return localStorage.getItem(KEY) ?? "";
}

export function keepToken(value: string): void {
  token.value = value;
  if (value) localStorage.setItem(KEY, value);
  else localStorage.removeItem(KEY);
}

export function isTokenInAddress(): boolean {
  return IN_ADDRESS.test(location.hash);
}

/** Take the token out of the address before anything else reads, stores or shows it. It is kept once it has worked. */
export function takeTokenFromAddress(): void {
  const given = IN_ADDRESS.exec(location.hash)?.[1];
  if (given === undefined) return;
  token.value = decode(given);
  history.replaceState(history.state, "", `${location.pathname}${location.search}`);
}
