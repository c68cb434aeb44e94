import { expect, test } from "vitest";
import { addressOf, ALL, choiceOf, queryOf } from "../src/choice";

test("a choice is the same after it was in an address, and what is unknown there is left out", () => {
  const choice = { text: "a b", sort: "-added", state: "underway", length: "middle", added: "week" } as const;
  expect(choiceOf(addressOf(choice))).toEqual(choice);
  expect(addressOf(ALL)).toEqual({});
  expect(choiceOf({ sort: "size", state: ["complete"], length: "", q: null })).toEqual(ALL);
});

test("the service is asked for what was chosen", () => {
  const choice = { text: "a", sort: "-duration", state: "underway", length: "middle", added: "day" } as const;
  const query = queryOf(choice, 100_000).toString();
  expect(query).toBe(
    "sort=-duration&search=a&state=making&state=waiting&min_duration=300&max_duration=1800&added_since=13600",
  );
  expect(queryOf(ALL, 0).toString()).toBe("sort=name");
});
