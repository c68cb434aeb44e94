/** The player's keys, those of YouTube. They work wherever the focus is, unless what has it needs the key itself. */

import { onBeforeUnmount } from "vue";

/** What keys can do. `seek` and `step` are relative, in seconds and in frames; `jump` is to a share of the video. */
export interface Keyed {
  toggle(): void;
  seek(seconds: number): void;
  step(frames: number): void;
  jump(share: number): void;
  mute(): void;
  fullscreen(): void;
  help(): void;
}

const ACTIONS: Record<string, (player: Keyed) => void> = {
  " ": (player) => player.toggle(),
  k: (player) => player.toggle(),
  j: (player) => player.seek(-10),
  l: (player) => player.seek(10),
  ArrowLeft: (player) => player.seek(-5),
  ArrowRight: (player) => player.seek(5),
  ",": (player) => player.step(-1),
  ".": (player) => player.step(1),
  m: (player) => player.mute(),
  f: (player) => player.fullscreen(),
  "?": (player) => player.help(),
};

const FIELDS = "input:not([type=range]), textarea, select, [contenteditable]";
const OWN_ARROWS = "input[type=range], media-time-range, media-volume-range, [role=tab], pre";
const BUTTONS = "button, a, summary";
const MEDIA_BUTTONS = "media-play-button, media-mute-button, media-fullscreen-button";

function actionOf(key: string): ((player: Keyed) => void) | undefined {
  if (/^[0-9]$/.test(key)) return (player) => player.jump(Number(key) / 10);
  return ACTIONS[key.length === 1 ? key.toLowerCase() : key];
}

/** Return whether what has the focus uses a key itself; `tabbed`: the focus came there by a key. */
function isUsed(key: string, target: Element, tabbed: boolean): boolean {
  if (target.closest(FIELDS) || document.querySelector("dialog[open]")) return true;
  if (key === " ") return target.closest(tabbed ? `${BUTTONS}, ${MEDIA_BUTTONS}` : MEDIA_BUTTONS) !== null;
  return key.startsWith("Arrow") && target.closest(OWN_ARROWS) !== null;
}

/** Have the keys steer a player for as long as the component lives. */
export function useKeys(player: Keyed): void {
  // A button that was clicked keeps the focus without showing it: then the space bar is the player's.
  let tabbed = false;
  function hearFocus(event: FocusEvent): void {
    tabbed = (event.target as Element).matches(":focus-visible");
  }
  function hear(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actionOf(event.key);
    if (action === undefined || isUsed(event.key, event.target as Element, tabbed)) return;
    event.preventDefault();
    action(player);
  }
  document.addEventListener("keydown", hear);
  document.addEventListener("focusin", hearFocus);
  onBeforeUnmount(() => {
    document.removeEventListener("keydown", hear);
    document.removeEventListener("focusin", hearFocus);
  });
}
