/** What somebody asks to see on the page that opens anything: checked, and as a link to share. */

import { texts } from "../texts";
import { decode, lastPart, stemOf } from "./naming";

export interface Asked {
  video: string;
  base: string;
  bucket: string;
  name: string;
  snippet: string;
  length: string;
}

export interface Opened {
  video: string | null;
  /** URL of the folder of the pictures, with its slash. */
  base: string;
  last: string;
  snippet: number | null;
  length: number | null;
}

/** A field that cannot be used, and why. */
export class FieldFault extends Error {
  constructor(
    readonly field: keyof Asked,
    message: string,
  ) {
    super(message);
  }
}

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const FIELDS = ["video", "base", "bucket", "name", "snippet", "length"] as const;

type Query = Record<string, unknown>;

export function askedOf(query: Query): Asked {
  const text = (field: string) => (typeof query[field] === "string" ? query[field] : "");
  const asked = Object.fromEntries(FIELDS.map((field) => [field, text(field)]));
  return asked as unknown as Asked;
}

/** Give the query of a link to share: only what is filled. */
export function queryOf(asked: Asked): Record<string, string> {
  return Object.fromEntries(FIELDS.map((field) => [field, asked[field].trim()]).filter(([, value]) => value));
}

/** Work out where video and pictures lie. Raises FieldFault for what is no web address or no number. */
export function open(asked: Asked, here: string): Opened {
  const video = asked.video.trim() ? webUrl("video", asked.video, here).href : null;
  const base = baseOf(asked, video, here);
  return {
    video,
    base: base.href,
    last: lastPart(decode(base.pathname.slice(0, -1))),
    snippet: wholeNumber("snippet", asked.snippet),
    length: positive("length", asked.length),
  };
}

function baseOf(asked: Asked, video: string | null, here: string): URL {
  if (asked.base.trim()) return folder(webUrl("base", asked.base, here));
  const bucket = asked.bucket.trim();
  if (!bucket) throw new FieldFault("base", texts.address.base);
  if (!BUCKET.test(bucket)) throw new FieldFault("bucket", texts.address.bucket);
  const name = asked.name.trim() || (video === null ? "" : stemOf(video));
  if (!name) throw new FieldFault("name", texts.address.name);
  const path = name
    .replace(/^\/+|\/+$/g, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
  return new URL(`https://${bucket}.s3.amazonaws.com/${path}/`);
}

/** Read a web address. `javascript:`, `data:` and the like would run or show what a link's author wrote. */
function webUrl(field: "video" | "base", text: string, here: string): URL {
  let url: URL;
  try {
    url = new URL(text.trim(), here);
  } catch {
    throw new FieldFault(field, texts.address.notAnAddress);
  }
  if (url.protocol !== "https:" && url.protocol !== "http:") {
    throw new FieldFault(field, texts.address.onlyHttp);
  }
  return url;
}

function folder(url: URL): URL {
  url.search = "";
  url.hash = "";
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  if (url.pathname === "/") throw new FieldFault("base", texts.address.folder);
  return url;
}

function wholeNumber(field: "snippet", text: string): number | null {
  const value = positive(field, text);
  if (value !== null && !Number.isInteger(value)) throw new FieldFault(field, texts.address.wholeSeconds);
  return value;
}

function positive(field: "snippet" | "length", text: string): number | null {
  if (!text.trim()) return null;
  const value = Number(text);
  if (!(value > 0 && value <= 1_000_000)) throw new FieldFault(field, texts.address.seconds);
  return value;
}
