/** One file on its way by the tus protocol, which goes on where it stopped. */

import { defaultOptions, type DetailedError, type HttpResponse, Upload } from "tus-js-client";
import { ApiError, apiUrl, authorization, errorOf, listUploadIds } from "../api/client";
import { decode, stemOf } from "../book/naming";
import { texts } from "../texts";
import { Rate } from "./rate";

export interface Hearing {
  named: (name: string) => void;
  progress: (sent: number, speed: number | null) => void;
  received: () => void;
  failed: (failure: Failure) => void;
}

/** Why an upload stopped: whether another video has its name, and whether it can go on. */
export interface Failure {
  error: string;
  taken: boolean;
  resumable: boolean;
}

export interface Sending {
  start: () => Promise<void>;
  pause: () => Promise<void>;
  cancel: () => Promise<void>;
}

const NAMES = "flickbook.upload-names"; // upload URL → book's name, which only its creation tells
const RETRY_MS = [0, 1000, 3000, 5000, 10_000];
const NO_USE = [507]; // a full disk stays full for longer than we try
const STORED_MS = 2000;
const RESUMABLE = [401, 507]; // once a person has given the token, or made room

/**
 * Make ready to send a file under a name, perhaps in place of the video that has it.
 *
 * A file that this browser began to send before, in the same way, goes on where it stopped.
 */
export function makeSending(file: File, filename: string, replaces: boolean, hearing: Hearing): Sending {
  const rate = new Rate();
  const endpoint = apiUrl(replaces ? "videos?replace=true" : "videos");
  const upload: Upload = new Upload(file, {
    endpoint,
    metadata: { filename },
    fingerprint: async () => JSON.stringify(["flickbook", filename, file.size, file.lastModified, endpoint]),
    retryDelays: RETRY_MS,
    removeFingerprintOnSuccess: true,
    onBeforeRequest: (request) => {
      for (const [name, value] of Object.entries(authorization())) request.setHeader(name, value);
    },
    onShouldRetry: (error) => mayHelp(error as DetailedError),
    onAfterResponse: (_, response) => learnName(upload, response, hearing),
    onProgress: (sent) => {
      rate.add(performance.now(), sent);
      hearing.progress(sent, rate.speed());
    },
    onSuccess: async () => {
      hearing.named(nameOf(upload) ?? stemOf(filename));
      forgetName(upload);
      if (replaces) await untilStored(upload);
      hearing.received();
    },
    onError: (error) => hearing.failed(failureOf(error)),
  });
  let looked = false;
  return {
    start: async () => {
      rate.reset();
      const [before] = looked ? [] : await upload.findPreviousUploads();
      looked = true;
      if (before) upload.resumeFromPreviousUpload(before);
      upload.start();
    },
    pause: () => upload.abort(),
    cancel: async () => {
      forgetName(upload);
      // What cannot be taken back now expires by itself.
      await upload.abort(true).catch(() => undefined);
    },
  };
}

/** Wait until the service has stored an upload that has come: into a bucket it does so later, and shows the old video. */
async function untilStored(upload: Upload): Promise<void> {
  const id = upload.url?.split("/").at(-1) ?? "";
  try {
    while ((await listUploadIds()).includes(id)) await new Promise((done) => setTimeout(done, STORED_MS));
  } catch (fault) {
    if (!(fault instanceof ApiError)) throw fault;
  }
}

/** Tell whether trying again may help: after a broken line, a busy service, or an offset that moved on. */
function mayHelp(error: DetailedError): boolean {
  const response = error.originalResponse;
  if (!response) return true;
  const status = response.getStatus();
  if (status === 409) return errorOf(status, response.getBody()).kind !== "NameTaken";
  return status === 408 || status === 423 || status === 429 || (status >= 500 && !NO_USE.includes(status));
}

function failureOf(error: Error | DetailedError): Failure {
  const response = "originalResponse" in error ? error.originalResponse : null;
  if (!response) return { error: texts.queue.broken, taken: false, resumable: true };
  const { status, kind, message } = errorOf(response.getStatus(), response.getBody());
  const resumable = RESUMABLE.includes(status) || mayHelp(error as DetailedError);
  return { error: message, taken: kind === "NameTaken", resumable };
}

function learnName(upload: Upload, response: HttpResponse, hearing: Hearing): void {
  const quoted = response.getHeader("Flickbook-Name");
  const location = response.getHeader("Location");
  if (!quoted) {
    const known = nameOf(upload);
    if (known) hearing.named(known);
    return;
  }
  hearing.named(decode(quoted));
  if (location) writeNames({ ...readNames(), [new URL(location, apiUrl("videos")).href]: decode(quoted) });
}

function nameOf(upload: Upload): string | undefined {
  return upload.url ? readNames()[upload.url] : undefined;
}

function forgetName(upload: Upload): void {
  const names = readNames();
  if (upload.url) delete names[upload.url];
  writeNames(names);
}

function readNames(): Record<string, string> {
  return JSON.parse(localStorage.getItem(NAMES) ?? "{}") as Record<string, string>;
}

function writeNames(names: Record<string, string>): void {
  localStorage.setItem(NAMES, JSON.stringify(names));
}

export interface Unfinished {
  filename: string;
  size: number;
  begun: string;
  forget: () => Promise<void>;
}

/** List what this browser began to send and did not finish; choosing the same file goes on with it. */
export async function listUnfinished(): Promise<Unfinished[]> {
  const storage = defaultOptions.urlStorage;
  const found = storage ? await storage.findAllUploads() : [];
  return found.map((upload) => ({
    filename: upload.metadata["filename"] ?? "",
    size: upload.size ?? 0,
    begun: upload.creationTime,
    forget: async () => {
      await storage?.removeUpload(upload.urlStorageKey);
      if (upload.uploadUrl)
        await Upload.terminate(upload.uploadUrl, { headers: authorization() }).catch(() => undefined);
    },
  }));
}
