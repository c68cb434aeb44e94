import { describe, expect, it } from "vitest";
import { parseVtt, tileAt, writeVtt } from "../src/book/vtt";

const URL_ = "https://host/v/shows/film/~p1/storyboard.vtt";

describe("storyboards", () => {
  it("are read with sheets relative to their own address", () => {
    const text = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nmy%20film-0-sheet-0.jpg#xywh=160,90,160,90\n";
    expect(parseVtt(text, URL_)).toEqual([
      {
        start: 0,
        end: 1,
        url: "https://host/v/shows/film/~p1/my%20film-0-sheet-0.jpg",
        x: 160,
        y: 90,
        width: 160,
        height: 90,
      },
    ]);
  });

  it("may have notes, cue names, short times, carriage returns and damaged lines", () => {
    const text = [
      "\uFEFFWEBVTT - tiles",
      "NOTE made by hand",
      "",
      "one",
      "01:02.500 --> 01:03.500 align:start",
      "a.jpg#xywh=0,0,8,4",
      "",
      "01:03.500 --> nonsense",
      "b.jpg#xywh=0,0,8,4",
      "",
      "10:00:00.000 --> 10:00:01.000",
      "no place",
    ].join("\r\n");
    expect(parseVtt(text, URL_).map(({ start, end }) => [start, end])).toEqual([[62.5, 63.5]]);
  });

  it("come back the same when written and read", () => {
    const tiles = [0, 3599.999, 7322.5].map((start) => ({
      start,
      end: start + 0.5,
      url: "https://host/a.jpg",
      x: 1,
      y: 2,
      width: 3,
      height: 4,
    }));
    expect(parseVtt(writeVtt(tiles), URL_)).toEqual(tiles);
  });

  it("give the tile whose window holds an instant", () => {
    const tiles = parseVtt(
      writeVtt(
        [0, 6, 12].map((start) => ({ start, end: start + 6, url: "https://h/a", x: 0, y: 0, width: 1, height: 1 })),
      ),
      URL_,
    );
    expect([0, 5.99, 6, 11, 12, 99].map((time) => tileAt(tiles, time)?.start)).toEqual([0, 0, 6, 6, 12, 12]);
    expect(tileAt([], 3)).toBeUndefined();
  });
});
