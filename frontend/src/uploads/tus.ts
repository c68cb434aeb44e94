/** One file on its way by the tus protocol, which goes on where it stopped. */

import { defaultOptions, type DetailedError, type HttpResponse, Upload } from "tus-js-client";
import { apiUrl, authorization, errorOf } from "../api/client";
import { decode, stemOf } from "../book/naming";
import { texts } from "../texts";
import { Rate } from "./rate";

export interface Hearing {
  named: (name: string) => void;
  progress: (sent: number, speed: number | null) => void;
  received: () => void;
  failed: (error: string) => void;
}

export interface Sending {
  start: () => Promise<void>;
  pause: () => Promise<void>;
  cancel: () => Promise<void>;
}

const NAMES = "flickbook.upload-names"; // upload URL → book's name, which only its creation tells
const RETRY_MS = [0, 1000, 3000, 5000, 10_000];
const NO_USE = [507]; // a full disk stays full for longer than we try

/** Make ready to send a file. A file that this browser began to send before goes on where it stopped. */
export function makeSending(file: File, hearing: Hearing): Sending {
  const rate = new Rate();
  const upload: Upload = new Upload(file, {
    endpoint: apiUrl("videos"),
    metadata: { filename: file.name },
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
    onSuccess: () => {
      hearing.named(nameOf(upload) ?? stemOf(file.name));
      forgetName(upload);
      hearing.received();
    },
    onError: (error) => hearing.failed(told(error)),
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

/** Tell whether trying again may help: after a broken line, a busy service, or an offset that moved on. */
function mayHelp(error: DetailedError): boolean {
  const response = error.originalResponse;
  if (!response) return true;
  const status = response.getStatus();
  if (status === 409) return errorOf(status, response.getBody()).kind !== "NameTaken";
  return status === 408 || status === 423 || status === 429 || (status >= 500 && !NO_USE.includes(status));
}

function told(error: Error | DetailedError): string {
  const response = "originalResponse" in error ? error.originalResponse : null;
  if (response) return errorOf(response.getStatus(), response.getBody()).message;
  return texts.queue.broken;
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
