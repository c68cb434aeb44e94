/** Places of the page that several views lead to. */

/** Give the place of a video's player. */
export function watchPlace(name: string) {
  return { name: "watch", params: { name: name.split("/") } };
}
