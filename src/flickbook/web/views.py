"""Views of the books in the output store. Requests share them, and only what has changed is read again."""

import threading
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import partial

from msgspec.structs import replace

from flickbook.core import layout
from flickbook.core.manifest import is_whole
from flickbook.core.model import Artifact, Entry, Outcome, Plan, State
from flickbook.library.book import Book
from flickbook.library.index import Index, entry_of, stills_of
from flickbook.outputs.storyboard import VTT_KEY
from flickbook.web.answer_types import Cell, CellState
from flickbook.web.catalogue import Catalogue

# Limits of the views in memory; a snippet needs a kilobyte.
MOST_SNIPPETS = 30_000
MOST_BOOKS = 1000


@dataclass(frozen=True, eq=False)
class View:
    """The state of a book: its entry, brought up to date by its plan and receipts, its plan, and a cell per snippet.

    `speed` is in seconds of video per second, `left` the seconds for the rest at that speed. While a book does not
    change, its view stays the same object.
    """

    entry: Entry
    plan: Plan | None = None
    storyboard: bool = False
    cells: tuple[Cell, ...] = ()
    speed: float | None = None
    left: float | None = None
    # The encoded answer for clients that may write (True) and for others (False), once it was requested.
    answers: dict[bool, bytes] = field(default_factory=dict)


class Views:
    """The newest views of the books below an output URL. Safe to use from several threads."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._index = Index(out)
        self.catalogue = Catalogue(out)
        self._lock = threading.Lock()
        self._viewers: OrderedDict[str, _Viewer] = OrderedDict()

    def view(self, name: str) -> View | None:
        """Return the view of a book, or None if there is no such book. Raises StoreError, OutputError or WireError."""
        # Clients send names, and `..` would lead out of the output.
        if not layout.is_name(name):
            return None
        with self._lock:
            viewer = self._viewers.setdefault(name, _Viewer(self._index, Book(self._out, name)))
            self._viewers.move_to_end(name)
        view = None
        try:
            with viewer.lock:
                view = viewer.refresh()
        finally:
            with self._lock:
                if view is None and self._viewers.get(name) is viewer:
                    del self._viewers[name]
                self._delete_oldest()
        return view

    def entry(self, name: str) -> Entry | None:
        """Return a book's entry for a list, or None if there is no such book. Raises what `view` raises."""
        entry = self._index.entry(name)
        if entry is None or not entry.plan:
            return entry
        if entry.state in ("making", "cancelled"):
            view = self.view(name)
            return None if view is None else view.entry
        return entry if Book(self._out, name).store.has(layout.PLAN_KEY) else None

    def _delete_oldest(self) -> None:
        snippets = sum(viewer.snippets for viewer in self._viewers.values())
        while len(self._viewers) > 1 and (snippets > MOST_SNIPPETS or len(self._viewers) > MOST_BOOKS):
            snippets -= self._viewers.popitem(last=False)[1].snippets


class _Viewer:
    """The newest view of one book, kept up to date without reading again what has not changed."""

    def __init__(self, index: Index, book: Book) -> None:
        self.lock = threading.Lock()
        self._index = index
        self._book = book
        self._entry: Entry | None = None
        self._outcomes: Sequence[Outcome] = ()
        self._view: View | None = None
        # The largest still of snippets, by plan and start.
        self._largest: dict[tuple[str, int], Sequence[Artifact]] = {}

    @property
    def snippets(self) -> int:
        """The number of snippets in memory."""
        return len(self._view.cells) if self._view is not None else 0

    def refresh(self) -> View | None:
        """Read what has changed, and return the view, or None if there is no such book."""
        entry = self._index.entry(self._book.name)
        if self._view is None or not self._is_finished(entry):
            self._view = self._read(entry, self._view)
            self._entry = entry
        return self._view

    def _is_finished(self, entry: Entry | None) -> bool:
        """Return whether the book is finished and still there, with the same entry: then nothing has changed."""
        plan = self._view.plan if self._view is not None else None
        same = plan is not None and entry == self._entry and _is_final(entry, plan)
        return same and self._book.store.has(layout.PLAN_KEY)

    def _read(self, entry: Entry | None, last: View | None) -> View | None:
        plan = last.plan if last is not None else None
        # A plan is large. It is read again only if the entry names another, or if a finished book may be deleted.
        cancelled = entry is not None and entry.state == "cancelled"
        if (
            plan is None
            or entry is None
            or (entry.plan, cancelled) != (plan.id, plan.cancelled)
            or _is_final(entry, plan)
        ):
            plan = self._book.plan()
        if plan is None:
            return None if entry is None or entry.plan else View(entry)
        outcomes = self._book.outcomes(plan)
        live = self._live(entry, plan, outcomes)
        if entry is None and last is not None:
            live = replace(live, added=last.entry.added)
        storyboard = live.state in ("complete", "partial") and self._book.store.has(VTT_KEY)
        fields = (live, plan, storyboard)
        if last is not None and (last.entry, last.plan, last.storyboard) == fields and outcomes == self._outcomes:
            return last
        self._outcomes = outcomes
        return View(*fields, _cells(plan, outcomes), *_pace(live, plan, outcomes))

    def _live(self, entry: Entry | None, plan: Plan, outcomes: Sequence[Outcome]) -> Entry:
        """Return the entry that follows from the receipts: the last worker may have died before writing it."""
        if entry is not None and (entry.state in ("waiting", "refused") or _is_final(entry, plan)):
            return entry
        complete = is_whole(plan, outcomes) and self._book.completed_plan() == plan.id
        whole: State = "complete" if all(outcome.ok for outcome in outcomes) else "partial"
        unfinished: State = "cancelled" if plan.cancelled else "making"
        state = whole if complete else unfinished
        live = replace(entry_of(plan, outcomes, state, stills=partial(self._stills, plan)), name=self._book.name)
        return live if entry is None else replace(live, added=entry.added, begun=entry.begun)

    def _stills(self, plan: Plan, outcome: Outcome) -> Sequence[Artifact]:
        """Return the largest still of a finished snippet. Each receipt is read once."""
        known = (plan.id, outcome.snippet.start)
        if known not in self._largest:
            stills = stills_of(plan, self._book.receipt(outcome.snippet))
            self._largest[known] = sorted(stills, key=lambda still: still.bytes)[-1:]
        return self._largest[known]


def _is_final(entry: Entry | None, plan: Plan) -> bool:
    return entry is not None and entry.state in ("complete", "partial") and entry.plan == plan.id


def _cells(plan: Plan, outcomes: Sequence[Outcome]) -> tuple[Cell, ...]:
    """Return a cell for every snippet of the plan."""
    final = {outcome.snippet.start: outcome for outcome in outcomes if outcome.final}
    cells = []
    for snippet in plan.snippets:
        outcome = final.get(snippet.start)
        failure = None if outcome is None else outcome.failure
        state: CellState = "waiting" if outcome is None else "done" if outcome.ok else "failed"
        error = None if failure is None else failure.message
        cells.append(Cell(start=snippet.start, end=float(snippet.end), state=state, error=error))
    return tuple(cells)


def _pace(entry: Entry, plan: Plan, outcomes: Sequence[Outcome]) -> tuple[float | None, float | None]:
    """Return the speed, in seconds of video per second, and the seconds that the rest takes at that speed.

    The speed is that of the snippets made since the work last began, from the beginning of the first to the end of the
    last. Both are None while there are no such snippets.
    """
    timed = [(outcome, outcome.timing) for outcome in outcomes if outcome.timing is not None]
    fresh = [(outcome, timing) for outcome, timing in timed if timing.begun >= entry.begun]
    if not fresh or entry.state == "waiting":
        return None, None
    span = max(timing.begun + timing.wall for _, timing in fresh) - min(timing.begun for _, timing in fresh)
    speed = _seconds([outcome for outcome, _ in fresh]) / max(span, 0.001)
    final = _seconds([outcome for outcome in outcomes if outcome.final])
    left = (float(plan.video.duration) - final) / speed if entry.state == "making" else None
    return round(speed, 2), None if left is None else round(left, 1)


def _seconds(outcomes: Sequence[Outcome]) -> float:
    return float(sum((outcome.snippet.length for outcome in outcomes), Fraction(0)))
