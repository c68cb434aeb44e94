import { describe, expect, it } from "vitest";
import { askedOf, FieldFault, open, queryOf } from "../src/book/address";

const HERE = "https://page.example/player/";
const opened = (query: Record<string, string>) => open(askedOf(query), HERE);
const refused = (query: Record<string, string>) => {
  try {
    opened(query);
  } catch (fault) {
    return (fault as FieldFault).field;
  }
  return null;
};

describe("opening anything", () => {
  it("takes a base with or without its slash, and relative to the page", () => {
    expect(opened({ base: "https://h/previews/my%20film" })).toMatchObject({
      base: "https://h/previews/my%20film/",
      last: "my film",
    });
    expect(opened({ base: "film/" }).base).toBe("https://page.example/player/film/");
  });

  it("finds a bucket's folder by the video's name, as the sample does", () => {
    const query = { bucket: "my-gifs", video: "https://h/in/my.film.mp4" };
    expect(opened(query)).toMatchObject({ base: "https://my-gifs.s3.amazonaws.com/my.film/", last: "my.film" });
    expect(opened({ bucket: "my-gifs", name: "shows/film" }).base).toBe("https://my-gifs.s3.amazonaws.com/shows/film/");
  });

  it.each([
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "data:text/html,x",
    "blob:https://h/1",
    "file:///etc/passwd",
    "http://",
  ])("refuses %s", (bad) => {
    expect(refused({ base: bad })).toBe("base");
    expect(refused({ base: "https://h/film/", video: bad })).toBe("video");
  });

  it("refuses buckets that would be another host, and numbers that are none", () => {
    expect(refused({ bucket: "evil.example/x#", name: "film" })).toBe("bucket");
    expect(refused({ base: "film/", snippet: "2.5" })).toBe("snippet");
    expect(refused({ base: "film/", length: "-1" })).toBe("length");
    expect(refused({})).toBe("base");
    expect(refused({ base: "https://h/" })).toBe("base");
  });

  it("makes a link of what is filled", () => {
    const query = { base: "film/", snippet: "30" };
    expect(queryOf(askedOf({ ...query, length: " ", other: "x" }))).toEqual(query);
  });
});
