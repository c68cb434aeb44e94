/** What the service answers, as its OpenAPI description has it. Times are seconds, URLs absolute paths. */

export interface Session {
  reads: boolean;
  writes: boolean;
  /** Name of the token that was sent. */
  token: string | null;
  engine: string;
  upload_limit: number;
  suffixes: string[];
  version: string;
}

export type Rights = "read" | "write";

export interface NamedToken {
  name: string;
  rights: Rights;
  made: number | null;
  used: number | null;
  revocable: boolean;
}

export type State = "waiting" | "making" | "complete" | "partial" | "refused" | "cancelled";

export interface Card {
  name: string;
  title: string;
  state: State;
  added: number;
  duration: number | null;
  snippet: number | null;
  snippets: number;
  done: number;
  failed: number;
  base: string | null;
  poster: string | null;
  gif: string | null;
  storyboard: string | null;
  error: string | null;
  retry: boolean;
}

export type CellState = "waiting" | "done" | "failed";

export interface Cell {
  start: number;
  end: number;
  state: CellState;
  error: string | null;
  /** How much of it is made, from 0 to 1, while it is being made. */
  share?: number;
}

export interface Detail extends Card {
  source: { url: string | null; size: number } | null;
  width: number | null;
  height: number | null;
  codec: string | null;
  frame_rate: number | null;
  recipe: { outputs: Record<string, Record<string, unknown>> } | null;
  cells: Cell[];
  speed: number | null;
  left: number | null;
  manifest: string | null;
  video: string | null;
  lost: number;
  remarks: string[];
}

export interface StateEvent {
  name: string;
  state: State;
  done: number;
  failed: number;
  snippets: number;
  duration: number | null;
  speed: number | null;
  left: number | null;
  base: string | null;
  poster: string | null;
  gif: string | null;
  storyboard: string | null;
  error: string | null;
  retry: boolean;
}

/** The list of videos has another version, or another number of uploads is under way. */
export interface ListEvent {
  version: string;
  uploads: number;
}

/** An upload that the service receives, from any browser. */
export interface UploadUnderWay {
  id: string;
  key: string;
  size: number | null;
  offset: number;
  state: "receiving" | "storing";
}

/** Snippets that are being made: the frames that each has, and those that it needs. */
export interface FramesEvent {
  name: string;
  frames: { start: number; done: number; wanted: number }[];
  speed: number | null;
  left: number | null;
}

export interface CellEvent extends Cell {
  name: string;
}

/** Tell whether nothing more will happen to a video unless somebody asks for it. */
export function isSettled(state: State): boolean {
  return !isUnderWay(state);
}

/** Tell whether something is to be made of a video, or is being made. */
export function isUnderWay(state: State): boolean {
  return state === "waiting" || state === "making";
}

/** Tell whether more may be made of a video if somebody asks for it. */
export function canRetry({ retry }: Pick<Card, "retry">): boolean {
  return retry;
}

export interface Cluster {
  waiting: number;
  dead: number;
  workers: { name: string | null; slots: number; jobs: Job[] }[];
}

/** What a worker is at: a window of a video, and the seconds it has been at it. */
export interface Job {
  video: string;
  start: number;
  end: number;
  seconds: number;
}

export interface DeadLetter {
  video: string | null;
  task: "order" | "job" | null;
  error: string;
  message: string | null;
  attempts: number;
  died: number | null;
}
