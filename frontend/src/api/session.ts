/** Whether a service is behind this page, and what it allows. */

import { computed, ref, shallowRef } from "vue";
import { apiUrl, whenTokenIsRefused } from "./client";
import { KEY, keepToken, keptToken, token } from "./token";
import type { Session } from "./types";

/** null: this page lies on a static host, without a service. undefined: not asked yet. */
export const session = shallowRef<Session | null | undefined>(undefined);

export const reads = computed(() => session.value?.reads ?? false);
export const writes = computed(() => session.value?.writes ?? false);

async function ask(held: string): Promise<Session | null> {
  try {
    const headers: Record<string, string> = held ? { Authorization: `Bearer ${held}` } : {};
    const answer = await fetch(apiUrl("session"), { headers });
    const said = (await answer.json()) as Partial<Session>;
    const ours = answer.ok && typeof said.reads === "boolean" && Array.isArray(said.suffixes);
    return ours ? (said as Session) : null;
  } catch {
    return null; // not our JSON, or nobody there: a static host
  }
}

/**
 * Ask what the token allows. Pictures and event streams cannot send it: if they must, it is traded for a cookie.
 *
 * Returns whether that was done.
 */
export async function openSession(): Promise<boolean> {
  const bare = await ask("");
  let held = bare !== null && token.value ? await ask(token.value) : null;
  if (held?.token) {
    keepToken(token.value);
  } else if (token.value !== keptToken()) {
    // A link with an old token leaves the one that this browser keeps for all tabs as it is.
    token.value = keptToken();
    held = bare !== null && token.value ? await ask(token.value) : null;
  }
  session.value = held ?? bare;
  return Boolean(held?.reads && !bare?.reads) && (await trade(token.value));
}

whenTokenIsRefused(() => void openSession());

async function trade(held: string): Promise<boolean> {
  const answer = await fetch(apiUrl("session"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token: held }),
  }).catch(() => null);
  return answer?.ok ?? false;
}

/** How often a cookie that was no longer good was replaced: what is shown is asked for again then. */
export const renewals = ref(0);

const RENEW_MS = 3000;
let renewed = -Infinity;

/** Replace the cookie if it is no longer good: a service that started anew knows none, and each ends after a week. */
export async function renewSession(): Promise<void> {
  if (!session.value || !token.value || performance.now() - renewed < RENEW_MS) return;
  renewed = performance.now();
  // Of a service that cannot be reached just now nothing is known.
  if ((await ask(""))?.reads === false && (await openSession())) renewals.value += 1;
}

// Pictures and videos do not say why they failed. The events of elements do not bubble, but can be caught on their way.
addEventListener("error", (event) => event.target instanceof HTMLElement && void renewSession(), true);

/** End the session and forget the token; the other tabs of this browser hear it by their storage. */
export async function logOut(): Promise<void> {
  await fetch(apiUrl("session"), { method: "DELETE" }).catch(() => null);
  keepToken("");
  location.reload();
}

// Another tab logged in or out. A page that may write goes on with a new token: it may be uploading.
addEventListener("storage", ({ key, newValue }) => {
  if (key !== KEY && key !== null) return;
  token.value = newValue ?? "";
  if (token.value && writes.value) void openSession();
  else location.reload();
});

/** Try a token that was typed in, and tell whether it allows more than none does. */
export async function unlock(typed: string): Promise<boolean> {
  const before = { token: token.value, session: session.value };
  token.value = typed.trim();
  await openSession();
  const said = session.value;
  if (said?.writes || (said?.reads && !before.session?.reads)) return true;
  keepToken(before.token);
  session.value = before.session;
  return false;
}
