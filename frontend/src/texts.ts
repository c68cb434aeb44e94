/**
 * All texts of the page, in English and in German; the browser's languages choose.
 *
 * A text with a number or a name is a function. `Texts` makes both languages have the same texts.
 */
import { de } from "./texts/de";
import { en, type Texts } from "./texts/en";

const LANGUAGES: Record<string, Texts> = { en, de };

/** Return the first of these languages (BCP 47 tags, best first) that the page has, else English. */
export function languageOf(wanted: readonly string[]): string {
  return wanted.map((tag) => tag.toLowerCase().split("-")[0] ?? "").find((tag) => tag in LANGUAGES) ?? "en";
}

export const language = languageOf(typeof navigator === "undefined" ? [] : navigator.languages);
export const texts: Texts = LANGUAGES[language] ?? en;
