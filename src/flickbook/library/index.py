"""The index: a small entry a book, all below one prefix, so that ten thousand books are one listing.

An entry follows from order record, plan and receipts, which stay the truth.
"""

import time
from collections.abc import Sequence

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.model import Entry, OrderRecord, Outcome, Plan, State
from flickbook.outputs.gif import GIF
from flickbook.outputs.stills import STILLS
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
        # Whatever name is written in it, it is this book's.
        return None if data is None else replace(wire.decode(data, Entry, f"{shown(self._store.url)}/{key}"), name=name)

    def note(self, entry: Entry) -> None:
        """Write a book's entry; it keeps the times of the one before."""
        self._write(entry, self.entry(entry.name))

    def note_progress(self, entry: Entry) -> None:
        """Write what has become of a plan, unless a later order of the book has no plan yet."""
        held = self.entry(entry.name)
        if held is None or held.state not in ("waiting", "refused"):
            self._write(entry, held)

    def note_order(self, record: OrderRecord) -> None:
        """Write what has become of an order that has no plan; of the plan before it the entry says what it said."""
        order, now = record.order, round(time.time(), 3)
        held = self.entry(order.name) or Entry(order.name, "waiting", order.source, added=now)
        state: State = "making" if record.state == "planned" else record.state
        begun = now if state == "waiting" else held.begun
        self._write(replace(held, state=state, failure=record.failure, begun=begun), held)

    def _write(self, entry: Entry, held: Entry | None) -> None:
        if held is not None:
            entry = replace(entry, added=held.added, begun=entry.begun or held.begun)
        self._store.put(layout.entry_key(entry.name), wire.encode(entry))

    def delete(self, name: str) -> None:
        """Delete a book's entry, if there is one."""
        self._store.delete([layout.entry_key(name)])

    def names(self, after: str = "", search: str = "") -> list[str]:
        """List the books that have an entry by name, in the order of code points.

        Only those after a name, and only those that have the text in their name, in whatever case.
        """
        # A key ends in `.json`, so keys are in another order than names: `a b.json` comes before `a.json`.
        # But whatever name comes after another, its key comes after that name.
        keys = self._store.list_all(layout.INDEX, f"{layout.INDEX}/{after}" if after else "")
        names = (key[len(layout.INDEX) + 1 : -len(".json")] for key in keys if key.endswith(".json"))
        wanted = search.casefold()
        return sorted(name for name in names if name > after and wanted in name.casefold())


def entry_of(plan: Plan, receipts: Sequence[Outcome], state: State, begun: float = 0.0) -> Entry:
    """Make a book's entry from its plan and the plan's receipts."""
    made = [receipt for receipt in receipts if receipt.ok]
    poster, gif = _pictures(plan, made)
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
    )


def _pictures(plan: Plan, made: Sequence[Outcome]) -> tuple[str | None, str | None]:
    """Return the keys of a still and of a GIF of the snippet that is nearest to the video's middle."""
    if not made:
        return None, None
    centre = plan.snippets[len(plan.snippets) // 2].start
    nearest = min((receipt.snippet for receipt in made), key=lambda snippet: abs(snippet.start - centre))
    poster, gif = (
        output.preview(plan.name, nearest) if output.name in plan.recipe.outputs else None for output in (STILLS, GIF)
    )
    return poster, gif
