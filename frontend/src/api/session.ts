/** Whether a service is behind this page, and what it allows. */

import { computed, shallowRef } from "vue";
import { apiUrl, whenTokenIsRefused } from "./client";
import { keepToken, token } from "./token";
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

/** Ask what the token allows. Pictures and event streams cannot send it: if they must, it is traded for a cookie. */
export async function openSession(): Promise<void> {
  const bare = await ask("");
  if (bare === null || !token.value) {
    session.value = bare;
    return;
  }
  const held = await ask(token.value);
  if (held?.reads && !bare.reads) await trade(token.value);
  session.value = held ?? bare;
}

whenTokenIsRefused(() => void openSession());

async function trade(held: string): Promise<void> {
  await fetch(apiUrl("session"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ token: held }),
  });
}

/** Try a token that was typed in, and tell whether it allows more than none does. */
export async function unlock(typed: string): Promise<boolean> {
  const before = { token: token.value, session: session.value };
  keepToken(typed.trim());
  await openSession();
  const said = session.value;
  if (said?.writes || (said?.reads && !before.session?.reads)) return true;
  keepToken(before.token);
  session.value = before.session;
  return false;
}
