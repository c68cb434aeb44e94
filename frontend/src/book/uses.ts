/** How a book is used elsewhere: for each player or server the lines with the book's own URLs, or what makes its files. */

import { apiUrl, videoUrl } from "../api/client";
import type { Addresses } from "../players/addresses";
import { PLAYERS, packagesOf, writeCall, writeMarkup } from "../players/players";
import { texts } from "../texts";
import { type Book, hasOutput } from "./book";

export interface Block {
  label: string;
  text: string;
}

export interface Use {
  name: string;
  /** What to do with the blocks, or why there is only a command. */
  advice: string;
  /** Whether the book has the files. */
  ready: boolean;
  blocks: () => Promise<Block[]>;
}

const PLAYER_NAMES = ["Media Chrome", "Video.js", "Vidstack", "Plyr", "Shaka Player"];
// What a book has if nothing else was asked for.
const USUAL = ["gif", "stills", "storyboard"];
const USUAL_SNIPPET = 30;
const ROKU = { SDBifUrl: "sd", HDBifUrl: "hd", FHDBifUrl: "fhd" };

/** Return an address of a book as a whole URL. */
export function whole(address: string): string {
  return new URL(address, document.baseURI).href;
}

/** Return the URL of a book's file that stays the same when the book is made anew. */
export function fileUrl(book: Book, key: string): string {
  return whole(book.lasting + key.split("/").map(encodeURIComponent).join("/"));
}

/** Return the URL of a book's archive; null where no service is behind the page. */
export function archiveUrl(book: Book): string | null {
  return book.name === null ? null : videoUrl(book.name, "/zip");
}

/** Return the addresses of the pages for programs: their names and URLs. */
export function programLinks(book: Book): Block[] {
  const served = book.name === null ? [] : [[`/api/videos/${book.name}`, videoUrl(book.name)], ["openapi.json", apiUrl("../openapi.json")]];
  return [["manifest.json", fileUrl(book, "manifest.json")], ...served].map(([label = "", text = ""]) => ({ label, text }));
}

/** Return the address of the page that runs this book in six players. */
export function playersPage(book: Book): string {
  const { film, storyboard } = addressesOf(book);
  return whole(`players.html#${new URLSearchParams({ video: film, storyboard })}`);
}

export function usesOf(book: Book): Use[] {
  return [...PLAYER_NAMES.map((name) => playerUse(book, name)), hls(book), dash(book), roku(book), jellyfin(book), embed(book)];
}

function addressesOf(book: Book): Addresses {
  const film = book.video === null ? "film.mp4" : whole(book.video);
  return { film, storyboard: fileUrl(book, "storyboard.vtt"), mpd: null };
}

/** Return the use of files that are not made, with the command that makes them and keeps what there is. */
function lacking(book: Book, name: string, output: string, more = "", advice = texts.use.lacks(name)): Use {
  const folder = book.name?.slice(0, Math.max(0, book.name.lastIndexOf("/")));
  const made = Object.keys(book.outputs ?? {});
  const usual = book.outputs === null || (made.length === USUAL.length && USUAL.every((each) => made.includes(each)));
  const parts = [
    `flickbook render VIDEO --out ${folder ? `OUT/${folder}` : "OUT"}`,
    ...(book.snippet === USUAL_SNIPPET ? [] : [`--snippet ${book.snippet}`]),
    usual ? `--${output}` : `--outputs ${[...new Set([...made, output])].join(",")}`,
    ...(more ? [more] : []),
  ];
  return { name, advice, ready: false, blocks: async () => [{ label: texts.use.command, text: parts.join(" ") }] };
}

function playerUse(book: Book, name: string): Use {
  if (book.storyboard === null) return lacking(book, name, "storyboard", "", texts.use.lacksStoryboard);
  return { name, advice: texts.use.player(name), ready: true, blocks: async () => linesOf(book, name) };
}

function linesOf(book: Book, name: string): Block[] {
  const player = PLAYERS.find((each) => each.name === name);
  if (player === undefined) return [];
  const addresses = addressesOf(book);
  return [
    { label: texts.use.install, text: `npm install ${packagesOf(player).join(" ")}` },
    { label: "HTML", text: writeMarkup(player, addresses, "player") },
    { label: "TypeScript", text: player.code + writeCall(player, addresses, "player") },
  ];
}

function hls(book: Book): Use {
  if (!isKnown(book, "hls")) return lacking(book, "HLS", "hls");
  const playlist = fileUrl(book, "hls.m3u8");
  const blocks = async () => {
    const line = (await read(fileUrl(book, "hls.txt"))).replace(/URI="[^"]*"/, `URI="${playlist}"`);
    return [{ label: texts.use.hlsLine, text: line }, { label: texts.use.hlsPlaylist, text: playlist }];
  };
  return { name: "HLS", advice: texts.use.hls, ready: true, blocks };
}

function dash(book: Book): Use {
  if (!isKnown(book, "dash")) return lacking(book, "DASH", "dash");
  const blocks = async () => {
    const set = await read(fileUrl(book, "dash.xml"));
    const text = set.replace(/media="([^"]*)"/, (_, sheets: string) => `media="${whole(book.lasting)}${sheets}"`);
    return [{ label: texts.use.dashSet, text }, ...linesOf(book, "dash.js")];
  };
  return { name: "DASH", advice: texts.use.dash, ready: true, blocks };
}

function roku(book: Book): Use {
  const server = book.outputs?.["bif"]?.["server"] ?? "roku";
  if (!isKnown(book, "bif") || server !== "roku") return lacking(book, "Roku", "bif", "--set bif.server=roku");
  const lines = Object.entries(ROKU).map(([field, size]) => `content.${field} = "${fileUrl(book, `${book.last}-${size}.bif`)}"`);
  const blocks = async () => [{ label: "BrightScript", text: lines.join("\n") }];
  return { name: "Roku", advice: texts.use.roku, ready: true, blocks };
}

function jellyfin(book: Book): Use {
  const archive = archiveUrl(book);
  if (!isKnown(book, "jellyfin") || archive === null) {
    return lacking(book, "Jellyfin", "jellyfin", "--beside", texts.use.jellyfinBeside);
  }
  const blocks = async () => [{ label: "ZIP", text: archive }];
  return { name: "Jellyfin", advice: texts.use.jellyfin(`${book.last}.trickplay`), ready: true, blocks };
}

/** The page itself lies on any web server; a service lets nobody embed its own. */
function embed(book: Book): Use {
  const here = book.name === null;
  const page = here ? new URL("index.html", document.baseURI).href : "https://your.host/flickbook/index.html";
  const query = new URLSearchParams({ ...(book.video ? { video: whole(book.video) } : {}), base: whole(book.lasting) });
  const text = `<iframe src="${page}#/open?${query}" title="${escaped(book.title)}" width="960" height="1000" style="border: 0" allow="fullscreen"></iframe>`;
  const advice = here ? texts.use.embed : texts.use.embedElsewhere;
  return { name: texts.use.embedName, advice, ready: true, blocks: async () => [{ label: "HTML", text }] };
}

/** Return whether a book has an output for sure: of a book without a manifest nothing is known. */
function isKnown(book: Book, output: string): boolean {
  return book.outputs !== null && hasOutput(book, output);
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

async function read(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(texts.use.unread(url));
  return answer.text();
}
