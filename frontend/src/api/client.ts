/** Calls to the service. Every failure becomes an ApiError that says what the service said. */

import { encodeName } from "../book/naming";
import { texts } from "../texts";
import { token } from "./token";
import type { Card, Cluster, DeadLetter, Detail, NamedToken, Rights, UploadUnderWay } from "./types";

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly kind: string,
    message: string,
  ) {
    super(message);
  }
}

let hearRefusal = (): void => undefined;

/** Have somebody hear that the token is no longer taken, as after a restart of the service. */
export function whenTokenIsRefused(hear: () => void): void {
  hearRefusal = hear;
}

/** Give an API path's URL, relative to the page, so that a proxy may put both below a folder. */
export function apiUrl(path: string): string {
  return new URL(`api/${path}`, document.baseURI).href;
}

export function videoUrl(name: string, rest = ""): string {
  return apiUrl(`videos/${encodeName(name)}${rest}`);
}

export function authorization(): Record<string, string> {
  return token.value ? { Authorization: `Bearer ${token.value}` } : {};
}

/** Read an error body `{"error", "message"}`; anything else is told by its status. */
export function errorOf(status: number, body: string): ApiError {
  if (status === 401) hearRefusal();
  try {
    const said = JSON.parse(body) as { error?: unknown; message?: unknown };
    if (typeof said.message === "string")
      return new ApiError(status, String(said.error ?? ""), texts.service.says(said.message));
  } catch {
    // No JSON: a proxy or another server answered, and only the status says anything.
  }
  return new ApiError(status, "", texts.service.status(status));
}

async function call(url: string, init: RequestInit = {}): Promise<Response> {
  const headers = { ...authorization(), ...(init.headers as Record<string, string> | undefined) };
  let answer: Response;
  try {
    answer = await fetch(url, { ...init, headers });
  } catch (fault) {
    if (init.signal?.aborted) throw fault;
    throw new ApiError(0, "Unreachable", texts.service.unreachable);
  }
  if (!answer.ok) throw errorOf(answer.status, await answer.text());
  return answer;
}

export interface Listing {
  videos: Card[];
  next: string | null;
}

/** List the videos that a query chooses, as docs/api.md has it. */
export async function listVideos(query: URLSearchParams, signal?: AbortSignal): Promise<Listing> {
  return (await call(apiUrl(`videos?${query}`), signal ? { signal } : {})).json() as Promise<Listing>;
}

export async function listUploads(signal: AbortSignal): Promise<UploadUnderWay[]> {
  const said = (await (await call(apiUrl("uploads"), { signal })).json()) as { uploads: UploadUnderWay[] };
  return said.uploads;
}

export async function getVideo(name: string, signal?: AbortSignal): Promise<Detail> {
  return (await call(videoUrl(name), signal ? { signal } : {})).json() as Promise<Detail>;
}

export async function retryVideo(name: string): Promise<Card> {
  return (await call(videoUrl(name, "/retry"), { method: "POST" })).json() as Promise<Card>;
}

export async function cancelVideo(name: string): Promise<Card> {
  return (await call(videoUrl(name, "/cancel"), { method: "POST" })).json() as Promise<Card>;
}

export async function getCluster(signal: AbortSignal): Promise<Cluster> {
  return (await call(apiUrl("cluster"), { signal })).json() as Promise<Cluster>;
}

export async function listDead(signal: AbortSignal): Promise<DeadLetter[]> {
  const { letters } = (await (await call(apiUrl("dead"), { signal })).json()) as { letters: DeadLetter[] };
  return letters;
}

export async function redrive(): Promise<{ sent: number; left: string[] }> {
  return (await call(apiUrl("dead/redrive"), { method: "POST" })).json() as Promise<{ sent: number; left: string[] }>;
}

/** List the ids of the uploads that are under way, or being stored in a bucket. */
export async function listUploadIds(): Promise<string[]> {
  const { uploads } = (await (await call(apiUrl("uploads"))).json()) as { uploads: { id: string }[] };
  return uploads.map(({ id }) => id);
}

export async function deleteVideo(name: string): Promise<void> {
  await call(videoUrl(name), { method: "DELETE" });
}

export async function listTokens(): Promise<NamedToken[]> {
  return ((await (await call(apiUrl("tokens"))).json()) as { tokens: NamedToken[] }).tokens;
}

/** Make a token; its text is in this answer only. */
export async function addToken(name: string, rights: Rights): Promise<{ name: string; token: string }> {
  const answer = await call(apiUrl("tokens"), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ name, rights }),
  });
  return answer.json() as Promise<{ name: string; token: string }>;
}

export async function revokeToken(name: string): Promise<void> {
  await call(apiUrl(`tokens/${encodeURIComponent(name)}`), { method: "DELETE" });
}
