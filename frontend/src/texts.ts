/**
 * All texts of the page, in English and in German; the browser's languages choose.
 *
 * A text with a number or a name is a function. `Texts` makes both languages have the same texts. Messages of the
 * service come in English, and the texts frame them.
 */
import { language } from "./language";
import { de } from "./texts/de";
import { en, type Texts } from "./texts/en";

export const texts: Texts = language === "de" ? de : en;
