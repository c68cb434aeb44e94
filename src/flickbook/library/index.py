"""The index: one small entry per book, all below one prefix; listing ten thousand books is one listing.

Entries are derived from order records, plans and receipts.
"""

import time
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.manifest import files_of
from flickbook.core.model import Artifact, Entry, OrderRecord, Outcome, Plan, Receipt, State
from flickbook.outputs.gif import GIF
from flickbook.outputs.poster import POSTER, POSTER_KEY
from flickbook.outputs.registry import usable
from flickbook.outputs.stills import STILLS
from flickbook.outputs.storyboard import STORYBOARD, VTT_KEY
from flickbook.storage import Store, shown


class Index:
    """The entries of the books below an output URL."""

    def __init__(self, out: str) -> None:
        self._store = Store(out)

    def check(self) -> None:
        """Raise StoreError or OutputError if the store cannot be read."""
        self._store.list_folder(layout.RESERVED)

    def entry(self, name: str) -> Entry | None:
        """Return a book's entry, or None. Raises WireError for a document that is not an entry."""
        key = layout.entry_key(name)
        data = self._store.get(key)
        # The key decides the name: an entry may have been copied.
        return None if data is None else replace(wire.decode(data, Entry, f"{shown(self._store.url)}/{key}"), name=name)

    def note(self, entry: Entry) -> None:
        """Write a book's entry, with the times of the previous entry carried over."""
        self._write(entry, self.entry(entry.name))

    def note_progress(self, entry: Entry) -> None:
        """Write the progress of a plan, unless a later order of the book waits or was refused."""
        previous = self.entry(entry.name)
        blocked = previous is not None and previous.state in ("waiting", "refused")
        if not blocked or self._last_plan(entry.name) == entry.plan:
            self._write(entry, previous)

    def note_order(self, record: OrderRecord) -> None:
        """Write the state of an order that has no plan yet; the fields of the previous plan stay."""
        order, now = record.order, round(time.time(), 3)
        previous = self.entry(order.name) or Entry(order.name, "waiting", order.source, added=now)
        state: State = "making" if record.state == "planned" else record.state
        begun = now if state == "waiting" else previous.begun
        self._write(replace(previous, state=state, failure=record.failure, begun=begun), previous)

    def _last_plan(self, name: str) -> str | None:
        """Return the id of the plan of a book's last order; None if it has no record or no plan."""
        key = layout.order_key(name)
        data = self._store.get(key)
        record = None if data is None else wire.decode(data, OrderRecord, f"{shown(self._store.url)}/{key}")
        return record.plan or None if record is not None else None

    def _write(self, entry: Entry, previous: Entry | None) -> None:
        if previous is not None:
            entry = replace(entry, added=previous.added, begun=entry.begun or previous.begun)
        self._store.put(layout.entry_key(entry.name), wire.encode(entry))

    def delete(self, name: str) -> None:
        """Delete a book's entry, if it exists."""
        self._store.delete([layout.entry_key(name)])

    def versions(self) -> dict[str, str]:
        """List the names of all index entries with a tag that changes whenever the entry is written."""
        listed = self._store.list_versions(layout.INDEX)
        return {key[len(layout.INDEX) + 1 : -len(".json")]: tag for key, tag in listed.items() if key.endswith(".json")}

    def names(self, after: str = "", search: str = "") -> list[str]:
        """List, sorted by code point, the names of the index entries that sort after `after` and contain `search`.

        The search ignores case.
        """
        # Keys end in `.json`, which changes their order: `a b.json` comes before `a.json`, but `a` before `a b`.
        # Listing keys after a name is still correct: the key of every later name comes after that name.
        keys = self._store.list_all(layout.INDEX, f"{layout.INDEX}/{after}" if after else "")
        names = (key[len(layout.INDEX) + 1 : -len(".json")] for key in keys if key.endswith(".json"))
        wanted = search.casefold()
        return sorted(name for name in names if name > after and wanted in name.casefold())


def entry_of(
    plan: Plan,
    receipts: Sequence[Outcome],
    state: State,
    begun: float = 0.0,
    stills: Callable[[Outcome], Sequence[Artifact]] | None = None,
) -> Entry:
    """Return a book's entry, made from its plan and the plan's receipts.

    `stills` returns the stills of an outcome without files; it is called for few outcomes.
    """
    made = [receipt for receipt in receipts if receipt.ok]
    poster, gif = _pictures(plan, made, state, stills or (lambda outcome: stills_of(plan, outcome)))
    tiled = STORYBOARD.name in plan.recipe.outputs and state in ("complete", "partial") and bool(made)
    return Entry(
        name=plan.name,
        state=state,
        source=plan.source.url,
        added=round(time.time(), 3),
        begun=round(begun, 3),
        plan=plan.id,
        duration=float(plan.video.duration),
        snippet=plan.recipe.snippet,
        snippets=len(plan.snippets),
        done=len(made),
        failed=sum(not receipt.ok and receipt.final for receipt in receipts),
        poster=poster,
        gif=gif,
        storyboard=VTT_KEY if tiled else None,
    )


def stills_of(plan: Plan, outcome: Outcome | None) -> list[Artifact]:
    """Return the stills that a receipt names."""
    files = files_of(plan, outcome) if isinstance(outcome, Receipt) else []
    return [file for file in files if file.output == STILLS.name]


def _pictures(
    plan: Plan, made: Sequence[Outcome], state: State, stills: Callable[[Outcome], Sequence[Artifact]]
) -> tuple[str | None, str | None]:
    """Return the keys of the picture and of the GIF that stand for a book.

    The picture is the poster, if the book has one; else a still of the snippet that the GIF shows.
    """
    if not made:
        return None, None
    outputs = plan.recipe.outputs
    shown, still = _brightest_near_middle(plan, made, stills if STILLS.name in outputs else lambda _: ())
    previews = {
        output.name: output.preview(plan.name, shown.snippet, options) for output, options in usable(plan.recipe)
    }
    gif = previews.get(GIF.name)
    if POSTER.name in outputs and state in ("complete", "partial"):
        return POSTER_KEY, gif
    return previews.get(STILLS.name) if still is None else still.key, gif


def _brightest_near_middle(
    plan: Plan, made: Sequence[Outcome], stills: Callable[[Outcome], Sequence[Artifact]]
) -> tuple[Outcome, Artifact | None]:
    """Return the finished snippet that stands for a video, and its still with the most bytes, if it has stills.

    A picture that is black or blurred has few bytes. Of some snippets, ever farther from the middle of the video, the
    nearest counts whose largest still has at least half the bytes of the largest of all.
    """
    centre = plan.snippets[len(plan.snippets) // 2].start
    nearest = sorted(made, key=lambda outcome: abs(outcome.snippet.start - centre))
    looked_at = [nearest[place] for place in (0, *(2**power for power in range(16))) if place < len(nearest)]
    largest = [(outcome, max(files, key=_bytes)) for outcome in looked_at if (files := stills(outcome))]
    enough = max((still.bytes for _, still in largest), default=0) / 2
    return next(((outcome, still) for outcome, still in largest if still.bytes >= enough), (nearest[0], None))


def _bytes(file: Artifact) -> int:
    return file.bytes
