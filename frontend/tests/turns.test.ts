import { expect, it } from "vitest";
import { takeTurn } from "../src/book/turns";

it("two large pictures load at once, the next when one is over, none that is no longer wanted", () => {
  const begun: number[] = [];
  const [first, second, third] = [1, 2, 3, 4].map((each) => takeTurn(() => begun.push(each)));
  expect(begun).toEqual([1, 2]);
  third?.();
  first?.();
  first?.();
  expect(begun).toEqual([1, 2, 4]);
  second?.();
});
