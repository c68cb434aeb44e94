"""A video's book in the output store: its plan, pages, receipts and manifest.

The output store is the only state there is. Files are published so that no reader sees half of
anything and no late worker of an older plan can disturb a newer one: pages are written create-only,
and what is in the way is replaced only by a worker whose plan is the one stored.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from msgspec.structs import replace

from flickbook import naming, wire
from flickbook.errors import Cancelled, NameTaken, StoreError, Superseded
from flickbook.model import Artifact, Manifest, Outcome, Plan, Receipt, Snippet
from flickbook.planning import still_count
from flickbook.storage import Store, below, shown
from flickbook.tiling import tiling

PARALLEL_PUTS = 8
PARALLEL_GETS = 16

Kind = TypeVar("Kind", Receipt, Outcome)


class Book:
    """One book: everything below OUT/NAME."""

    def __init__(self, out: str, name: str) -> None:
        self.name = name
        self.out = out
        self.store = Store(f"{out.rstrip('/')}/{below(out, name)}", out)
        # What was read, with the version mark that the store had for it.
        self._receipts: dict[str, tuple[str, Receipt]] = {}
        self._outcomes: dict[str, tuple[str, Outcome]] = {}

    @property
    def where(self) -> str:
        """The book's place as people write it."""
        return shown(self.store.url)

    def plan(self) -> Plan | None:
        """Read the plan, or None. Raises WireError for one that is not ours."""
        data = self.store.get(naming.PLAN_KEY)
        return None if data is None else self._plan_in(data)

    def manifest(self) -> Manifest | None:
        """Read the manifest, or None while the book is not bound."""
        data = self.store.get(naming.MANIFEST_KEY)
        return None if data is None else wire.decode(data, Manifest, f"{self.where}/{naming.MANIFEST_KEY}")

    def receipts(self, plan: Plan) -> list[Receipt]:
        """Read the receipts of this plan, in the order of time; those read before are not read again."""
        self._receipts = self._read_changed(self._list_receipts(), self._receipts, Receipt)
        return _of_plan(plan, self._receipts)

    def outcomes(self, plan: Plan) -> list[Outcome]:
        """Read what came of this plan's snippets as `receipts` does, without their files: a tenth of the memory."""
        self._outcomes = self._read_changed(self._list_receipts(), self._outcomes, Outcome)
        return _of_plan(plan, self._outcomes)

    def receipt(self, snippet: Snippet) -> Receipt | None:
        """Read one snippet's receipt, of whatever plan, or None."""
        return self._read_receipt(naming.receipt_key(snippet), Receipt)

    def signed(self, snippets: Sequence[Snippet]) -> frozenset[Snippet]:
        """Tell by one listing which of some snippets have a receipt, of whatever plan."""
        listed = self._list_receipts()
        return frozenset(snippet for snippet in snippets if naming.receipt_key(snippet) in listed)

    def may_be_whole(self, plan: Plan) -> bool:
        """Tell by one listing, reading no receipt, whether every snippet of the plan has one."""
        listed = self._list_receipts()
        return all(naming.receipt_key(snippet) in listed for snippet in plan.snippets)

    def adopt(self, plan: Plan, *, afresh: bool = False) -> None:
        """Make the plan this book's own: a new book, the same plan resumed, or a newer version's.

        A plan that was cancelled is so no more. `afresh` drops what the same plan made before. Raises NameTaken if the
        name holds another video.
        """
        held = self.plan()
        if held is None and self.store.create(naming.PLAN_KEY, wire.encode(plan)):
            return
        held = held or self.plan()
        if held is not None and held.source.url != plan.source.url:
            fault = f"holds the pictures of {shown(held.source.url)} already"
            raise NameTaken(
                self.where, fault, f"choose another --out for {shown(plan.source.url)} or remove that folder"
            )
        if held is not None and replace(held, cancelled=False) == plan and not afresh:
            if held.cancelled:
                self.store.put(naming.PLAN_KEY, wire.encode(plan))
            return
        # The manifest goes first and the plan comes before the rest is cleared, so that whoever
        # looks meanwhile sees an unfinished book and never a mixture taken for a whole one.
        self.store.delete([naming.MANIFEST_KEY])
        self.store.put(naming.PLAN_KEY, wire.encode(plan))
        self._clear(keep=frozenset())

    def cancel(self) -> None:
        """Have nothing more made of the book until its plan is adopted again; what is made stays.

        Its workers stop at their next look at the plan. Nothing happens where there is no plan.
        """
        while (held := self.store.hold(naming.PLAN_KEY)) is not None:
            plan = self._plan_in(held.data)
            if plan.cancelled:
                return
            if self.store.replace(naming.PLAN_KEY, wire.encode(replace(plan, cancelled=True)), held):
                return

    def forget_failures(self, plan: Plan, starts: Collection[int] | None = None) -> None:
        """Drop this plan's receipts of failure, so that nobody takes the book for whole while they are tried again.

        Only those of snippets that begin at the given seconds, if there are any given.
        """
        failed = [receipt.snippet for receipt in self.receipts(plan) if not receipt.ok]
        self._forget([snippet for snippet in failed if starts is None or snippet.start in starts])

    def forget_torn(self, plan: Plan) -> list[Snippet]:
        """Drop the receipts of pages of which files are gone, and list their snippets, which are to be made again.

        Whoever cleared an older plan's pages away may have been slow, and taken a fresh one with them.
        """
        there = self.store.list_folder()
        torn = [
            receipt.snippet
            for receipt in self.receipts(plan)
            if any(artifact.key not in there for artifact in receipt.artifacts)
        ]
        self._forget(torn)
        return torn

    def _forget(self, snippets: Sequence[Snippet]) -> None:
        self.store.delete([naming.receipt_key(snippet) for snippet in snippets])

    def check_current(self, plan: str) -> None:
        """Raise Superseded unless the plan of this id is the book's, Cancelled if nobody wants it any more."""
        held = self.plan()
        if held is None or held.id != plan:
            raise Superseded(
                self.where, "now follows another plan", "nothing to do: the newer plan's workers finish it"
            )
        if held.cancelled:
            raise Cancelled(self.where, "was cancelled", "submit or render its video again to go on")

    def publish(self, plan: str, files: Sequence[tuple[Artifact, bytes]]) -> None:
        """Store a page's files. Raises Superseded if the plan of this id is no longer the book's."""
        self.check_current(plan)
        with ThreadPoolExecutor(PARALLEL_PUTS) as pool:
            for _ in pool.map(lambda file: self._settle(plan, file[0].key, file[1]), files):
                pass  # taking the results is what raises a put's error here

    def sign(self, receipt: Receipt) -> None:
        """Store a receipt, unless the snippet has one of this plan that settles it; only success outdoes failure.

        Where the attempt before left its receipt, one that does not say how often it was tried counts one more.
        """
        key = naming.receipt_key(receipt.snippet)
        while not self.store.create(key, wire.encode(receipt)):
            held = self.store.hold(key)
            if held is None:
                continue  # forgotten just now
            known = wire.decode(held.data, Receipt, f"{self.where}/{key}")
            counted = receipt
            if known.plan == receipt.plan:
                if known.ok or (known.settled and not receipt.ok):
                    return
                if receipt.attempt == 1:
                    counted = replace(receipt, attempt=known.attempt + 1)
            self.check_current(receipt.plan)
            if self.store.replace(key, wire.encode(counted), held):
                return

    def read_sheets(self, plan: Plan, sheets: Sequence[Artifact]) -> Iterator[bytes]:
        """Give the bytes of stored sheets, in their order, a few read ahead.

        Raises Superseded if the plan is no longer the book's, StoreError for a sheet that is not what was signed for;
        that one is removed, so that the next attempt makes it again.
        """
        with ThreadPoolExecutor(PARALLEL_GETS) as pool:
            for first in range(0, len(sheets), PARALLEL_GETS):
                some = sheets[first : first + PARALLEL_GETS]
                for sheet, data in zip(some, pool.map(self.store.get, [sheet.key for sheet in some]), strict=True):
                    if data is None or hashlib.sha256(data).hexdigest() != sheet.digest:
                        self.check_current(plan.id)
                        self.store.delete([sheet.key])
                        subject = f"{self.where}/{sheet.key}"
                        raise StoreError(subject, "was removed or replaced while the book was bound", "run again")
                    yield data

    def bind(self, plan: Plan, manifest: Manifest, storyboard: Mapping[str, bytes]) -> None:
        """Store the storyboard's files, then the manifest, and clear away pictures that are none of its plan's.

        Those of the plan stay, listed or not: another worker may have stored them and not signed for them yet.
        """
        self.check_current(plan.id)
        for key, data in storyboard.items():
            self.store.put(key, data)
        self.store.put(naming.MANIFEST_KEY, wire.encode(manifest))
        self.check_current(plan.id)
        self._clear(keep=_picture_keys(plan), receipts=False)
        self._sweep()

    def remove(self) -> None:
        """Remove all that is the book's own, the plan last: until it goes, whoever was stopped half-way can go on.

        Other books below it stay, and so does what others put there.
        """
        self.store.delete([naming.MANIFEST_KEY])
        keys = [*self.store.list_folder(), *self._list_receipts()]
        self.store.delete([key for key in keys if naming.is_book_key(self.name, key) and key != naming.PLAN_KEY])
        self.store.delete([naming.PLAN_KEY])
        self._sweep()
        self._receipts.clear()
        for folder in (naming.RECEIPTS, ""):
            self.store.prune(folder)

    def _plan_in(self, data: bytes) -> Plan:
        return wire.decode(data, Plan, f"{self.where}/{naming.PLAN_KEY}")

    def _list_receipts(self) -> dict[str, str]:
        """List the receipts as key → version mark; a book may be named `receipts`, and lie among them."""
        listed = self.store.list_folder(naming.RECEIPTS)
        return {key: mark for key, mark in listed.items() if naming.is_receipt_key(key)}

    def _read_changed(
        self, listed: Mapping[str, str], held: Mapping[str, tuple[str, Kind]], kind: type[Kind]
    ) -> dict[str, tuple[str, Kind]]:
        """Return what is held of the listed receipts, and read those that are new or of another version."""
        known = {key: value for key, value in held.items() if listed.get(key) == value[0]}
        fresh = [key for key in listed if key not in known]
        if not fresh:
            return known
        with ThreadPoolExecutor(PARALLEL_GETS) as pool:
            read = pool.map(lambda key: self._read_receipt(key, kind), fresh)
            return known | {key: (listed[key], value) for key, value in zip(fresh, read, strict=True) if value}

    def _read_receipt(self, key: str, kind: type[Kind]) -> Kind | None:
        data = self.store.get(key)
        return None if data is None else wire.decode(data, kind, f"{self.where}/{key}")

    def _sweep(self) -> None:
        known = (naming.PLAN_KEY, naming.MANIFEST_KEY)
        self.store.sweep("", lambda key: key in known or naming.is_page_key(self.name, key))
        self.store.sweep(naming.RECEIPTS, lambda key: naming.is_receipt_key(f"{naming.RECEIPTS}/{key}"))

    def _settle(self, plan: str, key: str, data: bytes) -> None:
        if self.store.create(key, data) or self.store.get(key) == data:
            return
        self.check_current(plan)
        self.store.put(key, data)

    def _clear(self, keep: frozenset[str], receipts: bool = True) -> None:
        # Only what naming gives out: a book may hold other books (shows.mp4 beside shows/film.mp4).
        stale = [key for key in self.store.list_folder() if naming.is_page_key(self.name, key) and key not in keep]
        if receipts:
            stale += self._list_receipts()
            self._receipts.clear()
        self.store.delete(stale)


def _of_plan(plan: Plan, read: Mapping[str, tuple[str, Kind]]) -> list[Kind]:
    found = (value for _, value in read.values() if value.plan == plan.id)
    return sorted(found, key=lambda value: value.snippet.start)


def _picture_keys(plan: Plan) -> frozenset[str]:
    """Give the key of every picture that a plan's workers may store, and of its storyboard."""
    keys = {naming.gif_key(plan.name, snippet) for snippet in plan.snippets}
    if plan.recipe.stills:
        seconds = ((snippet, second) for snippet in plan.snippets for second in range(still_count(snippet)))
        keys |= {naming.still_key(plan.name, snippet, second) for snippet, second in seconds}
    if plan.recipe.storyboard:
        tiled = tiling(plan.video, plan.recipe)
        for snippet in plan.snippets:
            sheets = tiled.sheets(tiled.tiles(snippet))
            keys |= {naming.sheet_key(plan.name, snippet, number) for number in range(len(sheets))}
        keys |= set(naming.STORYBOARD_KEYS)
    return frozenset(keys)
