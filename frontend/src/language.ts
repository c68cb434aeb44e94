/** The page's language and the notation of its numbers, chosen by the browser. */

const LANGUAGES = ["en", "de"];

/** Return the first of these locales (BCP 47 tags, best first) whose language the page has, else English. */
export function localeOf(wanted: readonly string[]): string {
  const known = wanted.filter((tag) => /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag)); // Intl throws at others
  return known.find((tag) => LANGUAGES.includes(tag.toLowerCase().split("-", 1)[0] ?? "")) ?? "en";
}

export const locale = localeOf(typeof navigator === "undefined" ? [] : navigator.languages);
export const language = locale.toLowerCase().startsWith("de") ? "de" : "en";

/** Write a number with at most so many decimals. */
export function number(value: number, decimals = 0): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: decimals }).format(value);
}

const plurals = new Intl.PluralRules(locale);

/** Write a number and what it counts, in the singular or the plural: 1 snippet, 20 snippets. */
export function counted(count: number, singular: string, plural: string): string {
  return `${number(count)} ${plurals.select(count) === "one" ? singular : plural}`;
}
