/** The page's texts in German. */
import type { Texts } from "./en";

export const de: Texts = {
  library: {
    title: "Bibliothek",
  },
};
