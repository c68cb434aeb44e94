/** The page's texts in English, by the part of the page that shows them. */

export const en = {
  library: {
    title: "Library",
  },
};

export type Texts = typeof en;
