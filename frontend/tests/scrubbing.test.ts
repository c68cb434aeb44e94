import { describe, expect, it } from "vitest";
import { preloadOrder } from "../src/book/preload";
import { bytes, clock, span } from "../src/time";
import { Rate } from "../src/uploads/rate";

describe("preloading", () => {
  it("begins with the wanted second and goes where the hand goes, at its pace", () => {
    expect(preloadOrder(50, 1, 100).slice(0, 4)).toEqual([50, 51, 52, 53]);
    expect(preloadOrder(50, -3, 100).slice(0, 4)).toEqual([50, 47, 44, 41]);
    expect(preloadOrder(50, -3, 100).slice(-2)).toEqual([51, 52]);
  });

  it("looks to both sides at rest and never beyond the ends", () => {
    expect(preloadOrder(1, 0, 4)).toEqual([1, 2, 0, 3]);
    expect(preloadOrder(0, 0, 1)).toEqual([0]);
  });
});

describe("words", () => {
  it("tell times as clocks", () => {
    expect([0, 59.9, 60, 3599, 10323].map(clock)).toEqual(["0:00", "0:59", "1:00", "59:59", "2:52:03"]);
  });

  it("tell spans and sizes in their largest units", () => {
    expect([0.4, 59, 60, 125, 3600, 9000].map(span)).toEqual([
      "0 sec",
      "59 sec",
      "1 min",
      "2 min 5 sec",
      "1 hr",
      "2 hr 30 min",
    ]);
    expect([0, 999, 1500, 45e6, 2.5e12].map(bytes)).toEqual(["0 B", "999 B", "1.5 kB", "45 MB", "2.5 TB"]);
  });
});

describe("an upload's rate", () => {
  it("is that of the last seconds, and unknown at first", () => {
    const rate = new Rate();
    rate.add(0, 0);
    expect(rate.speed()).toBeNull();
    rate.add(1000, 1_000_000);
    expect(rate.speed()).toBe(1_000_000);
    for (let at = 2000; at <= 10_000; at += 1000) rate.add(at, 1_000_000 + (at - 1000) * 10);
    expect(rate.speed()).toBe(10_000);
  });
});
