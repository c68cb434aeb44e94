/** Which parts of a long list are near enough to what is seen to be rendered. */

import { onBeforeUnmount, onMounted, type Ref, ref, watch } from "vue";

// Below this number all is rendered: searching the page finds everything, and nothing is measured.
const FEW = 150;
const FIRST = 24; // of a longer list, until it is measured

export interface Place {
  columns: number;
  /** Pixels of a cell along the direction in which the list scrolls. */
  size: number;
  /** Pixels from one cell to the next, in that direction. */
  step: number;
}

/**
 * Return the range [from, to) of `count` cells to render in a list that scrolls, and where each cell lies.
 *
 * The cells are all of the same size. The first rendered cell is measured, and so is the gap.
 */
export function useWindow(list: Ref<HTMLElement | undefined>, count: () => number, inRows: () => boolean) {
  const place = ref<Place>({ columns: 1, size: 0, step: 0 });
  const range = ref<[number, number]>([0, count() > FEW ? FIRST : count()]);

  function measure(): void {
    const element = list.value;
    const cell = element?.querySelector<HTMLElement>("li");
    if (!element || !cell || count() <= FEW) return void (range.value = [0, count()]);
    const gap = parseFloat(getComputedStyle(element).columnGap) || 0;
    const across = inRows() ? Math.max(1, Math.round((element.clientWidth + gap) / (cell.offsetWidth + gap))) : 1;
    // In a row of cells the cell itself is as high as its row, but what is in it is not.
    const size = inRows() ? (cell.firstElementChild as HTMLElement).offsetHeight : cell.offsetWidth;
    place.value = { columns: across, size, step: size + gap };
    move();
  }

  function move(): void {
    const element = list.value;
    const { columns, step } = place.value;
    if (!element || step === 0 || count() <= FEW) return;
    const [at, length] = inRows()
      ? [element.scrollTop, element.clientHeight]
      : [element.scrollLeft, element.clientWidth];
    const lines = Math.ceil(length / step) + 1;
    const first = Math.floor(at / step);
    // Half a screen more on either side, so that a quick hand seldom sees a gap.
    const more = Math.ceil(lines / 2);
    const from = Math.max(0, (first - more) * columns);
    const to = Math.min(count(), (first + lines + more) * columns);
    if (from !== range.value[0] || to !== range.value[1]) range.value = [from, to];
  }

  const observer = new ResizeObserver(measure);
  onMounted(() => {
    if (list.value) observer.observe(list.value);
    measure();
  });
  watch(count, measure, { flush: "post" });
  onBeforeUnmount(() => observer.disconnect());
  return { range, place, move, isLong: () => count() > FEW };
}
