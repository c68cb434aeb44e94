/** The videos that are selected in the library. */

import { computed, type Ref, ref } from "vue";
import type { Card } from "./api/types";

export function useSelection(cards: Ref<Card[]>) {
  const names = ref(new Set<string>());
  let last = ""; // selected or unselected last: where a range begins

  /** Select a card or unselect it; `range` does the same to all cards since the last one. */
  function pick(card: Card, range: boolean): void {
    const on = !names.value.has(card.name);
    const all = cards.value.map(({ name }) => name);
    const [from, to] = [all.indexOf(last), all.indexOf(card.name)].sort((a, b) => a - b) as [number, number];
    const wanted = range && from >= 0 ? all.slice(from, to + 1) : [card.name];
    for (const name of wanted) names.value[on ? "add" : "delete"](name);
    last = card.name;
  }

  return {
    /** The selected cards, in the order of the list; one that is no longer in the list is not selected. */
    selected: computed(() => cards.value.filter(({ name }) => names.value.has(name))),
    isPicked: (card: Card) => names.value.has(card.name),
    pick,
    clear: () => names.value.clear(),
    selectAll: () => (names.value = new Set(cards.value.map(({ name }) => name))),
  };
}
