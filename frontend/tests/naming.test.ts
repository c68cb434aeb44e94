import { describe, expect, it } from "vitest";
import { cut } from "../src/book/book";
import { encodeName, freeName, gifUrl, lastPart, startOf, stemOf, stillUrl } from "../src/book/naming";
import { readManifest } from "../src/book/manifest";

describe("names", () => {
  it("of pictures are the AWS sample's, counted within the snippet", () => {
    expect(gifUrl("/v/film/", "film", 30)).toBe("/v/film/film-30.gif");
    expect(stillUrl("/v/film/", "film", startOf(59, 30), 59)).toBe("/v/film/film-30-frame-29.jpg");
  });

  it("keep folders and quote all that would end or change an address", () => {
    expect(encodeName("shows/a b?#%.film")).toBe("shows/a%20b%3F%23%25.film");
    expect(lastPart("shows/my.film")).toBe("my.film");
    expect(gifUrl("/v/x/", "50% ü", 0)).toBe("/v/x/50%25%20%C3%BC-0.gif");
  });

  it("of books are those of their videos without the last extension", () => {
    expect(stemOf("https://host/a/my.film.mp4?x=1")).toBe("my.film");
    expect(stemOf("https://host/50%25.mp4")).toBe("50%");
    expect(stemOf(".hidden")).toBe(".hidden");
  });
});

it("the next name to try for a file counts on", () => {
  expect(["film.mp4", "film 2.mp4", "my.film 9.mov", "2001 odyssey"].map(freeName)).toEqual([
    "film 2.mp4",
    "film 3.mp4",
    "my.film 10.mov",
    "2001 odyssey 2",
  ]);
});

describe("windows", () => {
  it("tile the video; the last is what is left", () => {
    expect(cut(61, 30).map(({ start, end }) => [start, end])).toEqual([
      [0, 30],
      [30, 60],
      [60, 61],
    ]);
    expect(cut(60, 30)).toHaveLength(2);
  });

  it("of a manifest say which failed", () => {
    const said = {
      type: "manifest",
      duration: 12,
      recipe: { snippet: 5 },
      failed: [{ start: 5, end: 10, message: "torn" }],
    };
    expect(readManifest(said)?.cells.map(({ state, error }) => [state, error])).toEqual([
      ["done", null],
      ["failed", "torn"],
      ["done", null],
    ]);
    expect(readManifest({ ...said, details: { storyboard: {} }, recipe: { outputs: { poster: {} } } })).toMatchObject({
      storyboard: true,
      poster: true,
    });
    expect(readManifest({ ...said, storyboard: {} })).toMatchObject({ storyboard: true, poster: false });
    expect(readManifest({ type: "plan" })).toBeNull();
    expect(readManifest(null)).toBeNull();
  });
});
