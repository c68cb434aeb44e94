/** What a page can learn of a book from its manifest, if its host lets it read that. */

import type { Cell } from "../api/types";
import { cut } from "./book";

export interface Known {
  snippet: number;
  duration: number;
  cells: Cell[];
  storyboard: boolean;
  poster: boolean;
  outputs: Record<string, Record<string, unknown>> | null;
}

interface Written {
  type: "manifest";
  duration: number;
  recipe: { snippet?: number; outputs?: Record<string, Record<string, unknown>> };
  failed: { start: number; end: number; message: string }[];
  details?: Record<string, object>;
  storyboard?: object | null; // of version 1, in place of `details`
}

function isManifest(said: unknown): said is Written {
  const { type, duration, recipe, failed } = said as Partial<Written>;
  return type === "manifest" && typeof duration === "number" && typeof recipe === "object" && Array.isArray(failed);
}

export function readManifest(said: unknown): Known | null {
  if (typeof said !== "object" || said === null || !isManifest(said)) return null;
  const snippet = said.recipe.snippet ?? 30;
  const faults = new Map(said.failed.map((failure) => [failure.start, failure.message]));
  const cells = cut(said.duration, snippet).map((cell): Cell => {
    const error = faults.get(cell.start);
    return error === undefined ? cell : { ...cell, state: "failed", error };
  });
  const storyboard = Boolean(said.storyboard ?? said.details?.["storyboard"]);
  const outputs = said.recipe.outputs ?? null;
  return { snippet, duration: said.duration, cells, storyboard, poster: "poster" in (outputs ?? {}), outputs };
}

/** Fetch a book's manifest; null where there is none or its host shows it to no other page (CORS). */
export async function fetchManifest(base: string): Promise<Known | null> {
  try {
    const answer = await fetch(`${base}manifest.json`);
    return answer.ok ? readManifest(await answer.json()) : null;
  } catch {
    return null;
  }
}
