import { describe, expect, it } from "vitest";
import { localeOf } from "../src/language";
import { de } from "../src/texts/de";
import { en } from "../src/texts/en";
import { ownWords, sentences } from "./words";

type Text = string | ((...values: unknown[]) => string) | { [key: string]: Text };

/** Return all texts by their keys; those that are functions with each of their values 2. */
function written(text: Text, key = ""): [string, string][] {
  if (typeof text === "string") return [[key, text]];
  if (typeof text === "function") return [[key, String(text(...Array(text.length).fill(2)))]];
  return Object.entries(text).flatMap(([name, part]) => written(part, `${key}.${name}`));
}

const components = import.meta.glob<string>("../src/**/*.vue", { query: "?raw", import: "default", eager: true });
const scripts = import.meta.glob<string>(["../src/**/*.ts", "!../src/texts/*.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});

describe("the page's texts", () => {
  it.each(Object.entries({ en, de }))("in %s are none empty, and complete with numbers and names", (_, texts) => {
    const bad = written(texts as unknown as Text).filter(([, text]) => !text.trim() || /undefined|NaN/.test(text));
    expect(bad).toEqual([]);
  });

  it("count in the singular and the plural", () => {
    expect([0, 1, 2].map((count) => en.common.snippets(count))).toEqual(["0 snippets", "1 snippet", "2 snippets"]);
    expect([1, 2].map((count) => de.common.snippets(count))).toEqual(["1 Ausschnitt", "2 Ausschnitte"]);
    expect(de.common.progress(3, 20)).toBe("3 von 20 Ausschnitten fertig");
  });

  it("are in the first of the browser's languages that the page has", () => {
    expect(localeOf(["fr-FR", "de-AT", "en"])).toBe("de-AT");
    expect(localeOf(["en-US@posix", "EN-gb", "de"])).toBe("EN-gb");
    expect(localeOf(["fr"])).toBe("en");
  });
});

describe("words outside the texts", () => {
  it.each([
    ["<template><p>Hello</p></template>", ["Hello"]],
    ['<template><p title="Hello" class="word" /></template>', ["Hello"]],
    ["<template><p :aria-label=\"`Delete ${title}`\" /></template>", ["Delete "]],
    ["<template><p>{{ state === 'done' ? 'Ready' : texts.a.b }}</p></template>", ["Ready"]],
    ['<script setup lang="ts">\nannounce("Link copied");\n</script><template><p>Flickbook</p></template>', ["Link copied"]],
  ])("are found in %s", (component, words) => {
    expect(ownWords(component)).toEqual(words);
  });

  it.each(Object.entries(components))("are none in %s", (_, component) => expect(ownWords(component)).toEqual([]));

  it("are none in the scripts", () => {
    expect(Object.entries(scripts).flatMap(([path, script]) => sentences(script).map((text) => [path, text]))).toEqual([]);
  });
});
