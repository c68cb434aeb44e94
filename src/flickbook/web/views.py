"""Views of the books in the output store, shared by all who look; only what has changed is read again."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from msgspec.structs import replace

from flickbook.core import layout
from flickbook.core.manifest import is_whole
from flickbook.core.model import Entry, Outcome, Plan, State
from flickbook.library.book import Book
from flickbook.library.index import Index, entry_of
from flickbook.outputs.storyboard import VTT_KEY
from flickbook.web.answers import Cell, CellState

# A snippet takes a kilobyte.
MOST_SNIPPETS = 30_000
MOST_BOOKS = 1000


@dataclass(frozen=True, eq=False)
class View:
    """A book as it is found: its entry, as plan and receipts have it, its plan, and what became of each snippet.

    `speed` is seconds of video made in a second, `left` the seconds that the rest takes at that speed. A view stays the
    same object as long as its book is the same.
    """

    entry: Entry
    plan: Plan | None = None
    storyboard: bool = False
    cells: tuple[Cell, ...] = ()
    speed: float | None = None
    left: float | None = None
    # As it is sent to those who may write (True) and to others, once somebody asked.
    answers: dict[bool, bytes] = field(default_factory=dict)


class Views:
    """The newest views of the books below an output URL; many threads may ask for them."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._index = Index(out)
        self._lock = threading.Lock()
        self._viewers: OrderedDict[str, _Viewer] = OrderedDict()

    def look(self, name: str) -> View | None:
        """Return the view of a book; None if there is none. Raises StoreError, OutputError or WireError."""
        # Names come from whoever asks, and `..` would lead out of the output.
        if not layout.is_name(name):
            return None
        with self._lock:
            viewer = self._viewers.setdefault(name, _Viewer(self._index, Book(self._out, name)))
            self._viewers.move_to_end(name)
        view = None
        try:
            with viewer.lock:
                view = viewer.look()
        finally:
            with self._lock:
                if view is None and self._viewers.get(name) is viewer:
                    del self._viewers[name]
                self._drop_oldest()
        return view

    def look_at_entry(self, name: str) -> Entry | None:
        """Return a book's entry as a list shows it; None if there is no such book. Raises what `look` raises."""
        entry = self._index.entry(name)
        if entry is None or not entry.plan:
            return entry
        if entry.state in ("making", "cancelled"):
            view = self.look(name)
            return None if view is None else view.entry
        return entry if Book(self._out, name).store.has(layout.PLAN_KEY) else None

    def names(self, after: str = "", search: str = "") -> list[str]:
        """List the books that have an entry, as `Index.names` does."""
        return self._index.names(after, search)

    def _drop_oldest(self) -> None:
        snippets = sum(viewer.snippets for viewer in self._viewers.values())
        while len(self._viewers) > 1 and (snippets > MOST_SNIPPETS or len(self._viewers) > MOST_BOOKS):
            snippets -= self._viewers.popitem(last=False)[1].snippets


class _Viewer:
    """Looks at one book, again and again: what was read before is not read again."""

    def __init__(self, index: Index, book: Book) -> None:
        self.lock = threading.Lock()
        self._index = index
        self._book = book
        self._entry: Entry | None = None
        self._outcomes: Sequence[Outcome] = ()
        self._view: View | None = None

    @property
    def snippets(self) -> int:
        """Count the snippets that are held."""
        return len(self._view.cells) if self._view is not None else 0

    def look(self) -> View | None:
        """Look at the book."""
        entry = self._index.entry(self._book.name)
        if self._view is None or not self._is_settled(entry):
            self._view = self._look_anew(entry, self._view)
            self._entry = entry
        return self._view

    def _is_settled(self, entry: Entry | None) -> bool:
        """Return whether the book is finished and still there, with the entry that it had: nothing more can come."""
        plan = self._view.plan if self._view is not None else None
        same = entry is not None and entry == self._entry and plan is not None and _is_final(entry, plan)
        return same and self._book.store.has(layout.PLAN_KEY)

    def _look_anew(self, entry: Entry | None, held: View | None) -> View | None:
        plan = held.plan if held is not None else None
        # A plan is large, and another one comes with another entry; that of a finished book may have been removed.
        if plan is None or entry is None or _is_other(entry, plan) or _is_final(entry, plan):
            plan = self._book.plan()
        if plan is None:
            return None if entry is None or entry.plan else View(entry)
        outcomes = self._book.outcomes(plan)
        live = self._live(entry, plan, outcomes)
        if entry is None and held is not None:
            live = replace(live, added=held.entry.added)
        storyboard = live.state in ("complete", "partial") and self._book.store.has(VTT_KEY)
        same = held is not None and (held.entry, held.plan, held.storyboard) == (live, plan, storyboard)
        if held is not None and same and outcomes == self._outcomes:
            return held
        self._outcomes = outcomes
        return View(live, plan, storyboard, _cells(plan, outcomes), *_pace(live, plan, outcomes))

    def _live(self, entry: Entry | None, plan: Plan, outcomes: Sequence[Outcome]) -> Entry:
        """Return the entry as the receipts have it: a book's last worker may have died before it wrote one."""
        if entry is not None and (entry.state in ("waiting", "refused") or _is_final(entry, plan)):
            return entry
        complete = is_whole(plan, outcomes) and self._book.bound_plan() == plan.id
        whole: State = "complete" if all(outcome.ok for outcome in outcomes) else "partial"
        unfinished: State = "cancelled" if plan.cancelled else "making"
        live = replace(entry_of(plan, outcomes, whole if complete else unfinished), name=self._book.name)
        return live if entry is None else replace(live, added=entry.added, begun=entry.begun)


def _is_other(entry: Entry, plan: Plan) -> bool:
    return entry.plan != plan.id or (entry.state == "cancelled") != plan.cancelled


def _is_final(entry: Entry, plan: Plan) -> bool:
    return entry.state in ("complete", "partial") and entry.plan == plan.id


def _cells(plan: Plan, outcomes: Sequence[Outcome]) -> tuple[Cell, ...]:
    """Return every snippet of the plan, and what became of it."""
    settled = {outcome.snippet.start: outcome for outcome in outcomes if outcome.final}
    cells = []
    for snippet in plan.snippets:
        outcome = settled.get(snippet.start)
        failure = None if outcome is None else outcome.failure
        state: CellState = "waiting" if outcome is None else "done" if outcome.ok else "failed"
        error = None if failure is None else failure.message
        cells.append(Cell(start=snippet.start, end=float(snippet.end), state=state, error=error))
    return tuple(cells)


def _pace(entry: Entry, plan: Plan, outcomes: Sequence[Outcome]) -> tuple[float | None, float | None]:
    """Return the seconds of video that are made in a second, and the seconds that what is left takes at that pace.

    Only what was made since work was last begun counts; from when the first of those snippets was begun to when
    the last was done. None as long as there is nothing to tell it from.
    """
    timed = [(outcome, outcome.timing) for outcome in outcomes if outcome.timing is not None]
    fresh = [(outcome, timing) for outcome, timing in timed if timing.begun >= entry.begun]
    if not fresh or entry.state == "waiting":
        return None, None
    span = max(timing.begun + timing.wall for _, timing in fresh) - min(timing.begun for _, timing in fresh)
    speed = _seconds([outcome for outcome, _ in fresh]) / max(span, 0.001)
    settled = _seconds([outcome for outcome in outcomes if outcome.final])
    left = (float(plan.video.duration) - settled) / speed if entry.state == "making" else None
    return round(speed, 2), None if left is None else round(left, 1)


def _seconds(outcomes: Sequence[Outcome]) -> float:
    return float(sum((outcome.snippet.length for outcome in outcomes), Fraction(0)))
