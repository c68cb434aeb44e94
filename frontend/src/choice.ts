/** Which videos the library shows and in which order: in the address, and as the service is asked for them. */

import type { State } from "./api/types";

export const SORTS = ["name", "-name", "-added", "added", "-duration", "duration", "state"] as const;
export const STATES = ["underway", "complete", "partial", "refused", "cancelled"] as const;
export const LENGTHS = ["short", "middle", "long"] as const;
export const AGES = ["day", "week", "month", "year"] as const;

export interface Choice {
  text: string;
  sort: (typeof SORTS)[number];
  state: (typeof STATES)[number] | "";
  length: (typeof LENGTHS)[number] | "";
  added: (typeof AGES)[number] | "";
}

export const ALL: Choice = { text: "", sort: "name", state: "", length: "", added: "" };

const DAY_SECONDS = 86_400;
const AGE_DAYS: Record<(typeof AGES)[number], number> = { day: 1, week: 7, month: 30, year: 365 };
const LENGTH_SECONDS: Record<(typeof LENGTHS)[number], [number, number | null]> = {
  short: [0, 300],
  middle: [300, 1800],
  long: [1800, null],
};

/** Read a choice from the query of an address; what is unknown there counts as not said. */
export function choiceOf(query: Record<string, unknown>): Choice {
  const known = <T extends string>(key: string, values: readonly T[]) => values.find((value) => value === query[key]);
  return {
    text: typeof query["q"] === "string" ? query["q"] : "",
    sort: known("sort", SORTS) ?? "name",
    state: known("state", STATES) ?? "",
    length: known("length", LENGTHS) ?? "",
    added: known("added", AGES) ?? "",
  };
}

/** Return a choice as the query of an address: only what differs from all videos by name. */
export function addressOf({ text, sort, state, length, added }: Choice): Record<string, string> {
  const fields = { q: text, sort: sort === "name" ? "" : sort, state, length, added };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
}

/** Tell whether a choice leaves videos out. */
export function isFiltered({ text, state, length, added }: Choice): boolean {
  return Boolean(text || state || length || added);
}

/** Return the query that asks the service for the chosen videos; `now` is in seconds since 1970. */
export function queryOf({ text, sort, state, length, added }: Choice, now: number): URLSearchParams {
  const query = new URLSearchParams({ sort });
  if (text) query.set("search", text);
  const states: State[] = state === "underway" ? ["making", "waiting"] : state ? [state] : [];
  for (const each of states) query.append("state", each);
  const [shortest, longest] = length ? LENGTH_SECONDS[length] : [0, null];
  if (shortest > 0) query.set("min_duration", String(shortest));
  if (longest !== null) query.set("max_duration", String(longest));
  if (added) query.set("added_since", String(Math.floor(now - AGE_DAYS[added] * DAY_SECONDS)));
  return query;
}
