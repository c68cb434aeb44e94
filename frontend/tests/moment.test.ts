import { describe, expect, it } from "vitest";
import type { Detail } from "../src/api/types";
import { type Book, bookOf, isMade, stillAt } from "../src/book/book";
import { readMoment, wholeSecond } from "../src/book/moment";
import { stillTiles, Tiles } from "../src/book/tiles";

const DETAIL = {
  ...{ name: "shows/film", title: "film", base: "/v/shows/film/~abc/", snippet: 4, duration: 12, state: "making" },
  ...{ video: null, storyboard: null, poster: null, frame_rate: 25, recipe: { outputs: { stills: {} } } },
} as unknown as Detail;
const CELLS = (["done", "waiting", "failed"] as const).map((state, index) => ({
  ...{ start: 4 * index, end: 4 * index + 4, state, error: null },
}));
const book = bookOf(DETAIL, CELLS) as Book;

describe("a moment in an address", () => {
  it.each([["83", 83], ["83s", 83], ["1.5", 1.5], [83, 83], ["-1", 0], ["x", 0], [undefined, 0], [["1", "2"], 0]])(
    "%s is second %s",
    (given, second) => expect(readMoment(given)).toBe(second),
  );

  it("belongs to the second that holds it, whatever a video rounds", () => {
    expect([4.99995, 5, 5.9, -0.1].map(wholeSecond)).toEqual([5, 5, 5, 0]);
  });
});

describe("pictures", () => {
  it("are asked for if their output is made and their snippet is done", () => {
    expect([0, 3, 4, 8].map((second) => isMade(book, "stills", second))).toEqual([true, true, false, false]);
    expect(isMade(book, "gif", 0)).toBe(false);
    expect(isMade({ ...book, outputs: null }, "gif", 0)).toBe(true);
  });

  it("stand for all seconds until the next freeze frame", () => {
    const sparse = { ...book, outputs: { stills: { interval: 5 } } };
    expect([4, 5, 9, 11].map((second) => stillAt(sparse, second).split("/").at(-1))).toEqual([
      "film-0-frame-0.jpg",
      "film-4-frame-1.jpg",
      "film-4-frame-1.jpg",
      "film-8-frame-2.jpg",
    ]);
    expect([4, 5].map((second) => isMade(sparse, "stills", second))).toEqual([true, false]);
    expect(stillTiles(sparse).map(({ start, end }) => [start, end])).toEqual([[0, 5], [5, 10], [10, 12]]);
  });

  it("have URLs for use elsewhere that a new plan does not change", () => {
    expect(book.lasting).toBe("/v/shows/film/");
  });

  it("that stand in for tiles are found by their time, and none are there without stills", () => {
    expect(new Tiles([], () => true).at(3)).toBeUndefined();
  });
});
