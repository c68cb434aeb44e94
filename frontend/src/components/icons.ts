/** Small line drawings, 24 units a side, in the colour of the text beside them. */

import { type FunctionalComponent, h } from "vue";

function icon(...paths: string[]): FunctionalComponent {
  const drawing = () =>
    h(
      "svg",
      { class: "icon-drawing", viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false" },
      paths.map((d) => h("path", { d })),
    );
  return drawing;
}

export const IconAlert = icon(
  "M12 8v5",
  "M12 16.5v.01",
  "M10.3 4.2 2.7 17.4A2 2 0 0 0 4.4 20.4h15.2a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0z",
);
export const IconCheck = icon("M5 12.5l4.5 4.5L19 7.5");
export const IconClose = icon("M6 6l12 12", "M18 6L6 18");
export const IconCopy = icon("M9 9h11v11H9z", "M15 9V4H4v11h5");
export const IconDownload = icon("M12 4.5V16", "M7 11l5 5 5-5", "M4.5 15.5v4h15v-4");
export const IconFilm = icon(
  "M4 5h16v14H4z",
  "M8 5v14",
  "M16 5v14",
  "M4 9.5h4",
  "M4 14.5h4",
  "M16 9.5h4",
  "M16 14.5h4",
);
export const IconKey = icon("M14.5 9.5a4.5 4.5 0 1 0-3.3 4.3l1.3 1.2h2v2h2v2H20v-3.2l-5.7-5.4z", "M8.5 8.5v.01");
export const IconKeyboard = icon("M3 6h18v12H3z", "M7 10v.01", "M11 10v.01", "M15 10v.01", "M7 14h10");
export const IconLink = icon(
  "M10 14a4 4 0 0 0 6 .4l3-3a4.2 4.2 0 0 0-6-6l-1 1",
  "M14 10a4 4 0 0 0-6-.4l-3 3a4.2 4.2 0 0 0 6 6l1-1",
);
export const IconPause = icon("M9 6v12", "M15 6v12");
export const IconPlay = icon("M8 5.5v13l10.5-6.5z");
export const IconRetry = icon("M19.5 12a7.5 7.5 0 1 1-2.2-5.3L19.5 9", "M19.5 4v5h-5");
export const IconSearch = icon("M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14z", "M20 20l-4-4");
export const IconTrash = icon("M4.5 7h15", "M9.5 7V4.5h5V7", "M6.5 7l.8 12.5h9.4L17.5 7", "M10 11v5", "M14 11v5");
export const IconUpload = icon("M12 16V4.5", "M7 9l5-4.8L17 9", "M4.5 15.5v4h15v-4");
