/** A video as the service knows it, kept up to date while its book is being made. */

import { computed, onBeforeUnmount, reactive, ref, shallowRef, watch } from "vue";
import { ApiError, getVideo } from "../api/client";
import { follow } from "../api/follow";
import { type Cell, type CellEvent, type Detail, type FramesEvent, isSettled, type StateEvent } from "../api/types";

/** Follow one video by its name, for as long as the component lives. */
export function useMaking(name: string) {
  const detail = shallowRef<Detail | null>(null);
  const error = ref("");
  const gone = ref(false);
  const cells = reactive(new Map<number, Cell>());
  let stop: (() => void) | null = null;
  let asked = 0;

  async function load(): Promise<void> {
    const mine = (asked += 1);
    try {
      const said = await getVideo(name);
      if (mine !== asked) return;
      detail.value = said;
      error.value = "";
      for (const cell of said.cells) settle(cell);
    } catch (fault) {
      if (!(fault instanceof ApiError)) throw fault;
      error.value = fault.message;
      gone.value = fault.status === 404;
    }
  }

  /** Take a cell as it is now. A late answer that was written before an event never undoes the event. */
  function settle(cell: Cell): void {
    if (cell.state === "waiting" && cells.get(cell.start)?.state === "done") return;
    cells.set(cell.start, { start: cell.start, end: cell.end, state: cell.state, error: cell.error });
  }

  function hearState(event: StateEvent): void {
    gone.value = false;
    const before = detail.value;
    const planned = event.snippets > 0 && cells.size < event.snippets;
    if (before === null || planned || (isSettled(event.state) && event.state !== before.state)) void load();
    if (before === null) return;
    // Until the first snippet is made, only its frames tell how fast it goes.
    const known = event.speed !== null || isSettled(event.state);
    detail.value = { ...before, ...event, ...(known ? {} : { speed: before.speed, left: before.left }) };
  }

  function hearFrames({ frames, speed, left }: FramesEvent): void {
    const shares = new Map(frames.map(({ start, done, wanted }) => [start, done / wanted]));
    for (const cell of cells.values()) {
      const share = cell.state === "waiting" ? (shares.get(cell.start) ?? 0) : 0;
      if (share !== (cell.share ?? 0)) cells.set(cell.start, { ...cell, share });
    }
    if (detail.value !== null) detail.value = { ...detail.value, speed, left };
  }

  function begin(): void {
    stop?.();
    stop = follow(name, {
      state: hearState,
      cell: (event: CellEvent) => settle(event),
      frames: hearFrames,
      gone: () => (gone.value = true),
    });
  }

  watch(
    () => detail.value?.state,
    (state) => {
      if (state && isSettled(state)) {
        stop?.();
        stop = null;
      } else if (stop === null) begin();
    },
  );
  onBeforeUnmount(() => stop?.());
  begin();
  void load();

  return {
    detail,
    error,
    gone,
    cells: computed(() => [...cells.values()].sort((a, b) => a.start - b.start)),
    /** Ask anew, as after a retry. */
    reload: async (): Promise<void> => {
      cells.clear();
      await load();
    },
  };
}
