/** Places of the page that several views lead to. */

/** Give the place of a video's player. */
export function watchPlace(name: string) {
  return { name: "watch", params: { name: name.split("/") } };
}

/** Give the place that was asked for before the page was unlocked: only a place of this page, never another site. */
export function placeAfterUnlock(asked: unknown): string {
  return typeof asked === "string" && asked.startsWith("/") ? asked : "/";
}
