"""A video's book in the output store: its plan, pages, receipts and manifest.

The output store is the only state there is. Files are published so that no reader sees half of
anything and no late worker of an older plan can disturb a newer one: pages are written create-only,
and what is in the way is replaced only by a worker whose plan is the one stored.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.decoding import Decoder
from flickbook.core.manifest import files_of
from flickbook.core.model import Artifact, Manifest, Outcome, Plan, Receipt, Snippet
from flickbook.errors import Cancelled, NameTaken, StoreError, Superseded
from flickbook.library.receipts import PARALLEL_GETS, PARALLEL_PUTS, Receipts
from flickbook.outputs import registry
from flickbook.storage import Store, below, shown


class _Bound(Struct):
    """What a manifest says of its plan. Other fields are skipped."""

    plan: str = ""


_BOUND = Decoder(_Bound)


class Resumed(NamedTuple):
    """The receipts of what is done of a plan, and whether receipts of an earlier recipe name files to reuse."""

    done: list[Receipt]
    reuse: bool


class Book:
    """One book: everything below OUT/NAME."""

    def __init__(self, out: str, name: str) -> None:
        self.name = name
        self.out = out
        self.store = Store(f"{out.rstrip('/')}/{below(out, name)}", out)
        self._receipts = Receipts(self.store)

    @property
    def where(self) -> str:
        """The book's place as people write it."""
        return shown(self.store.url)

    def plan(self) -> Plan | None:
        """Read the plan, or None. Raises WireError for one that is not ours."""
        data = self.store.get(layout.PLAN_KEY)
        return None if data is None else self._plan_in(data)

    def manifest(self) -> Manifest | None:
        """Read the manifest, or None while the book is not bound."""
        data = self.store.get(layout.MANIFEST_KEY)
        return None if data is None else wire.decode(data, Manifest, f"{self.where}/{layout.MANIFEST_KEY}")

    def bound_plan(self) -> str | None:
        """Return the id of the plan whose manifest is stored, or None; no more of the manifest is kept in memory."""
        data = self.store.get(layout.MANIFEST_KEY)
        try:
            return None if data is None else _BOUND.decode(data).plan
        except msgspec.DecodeError:
            return None

    def receipts(self, plan: Plan) -> list[Receipt]:
        """Read the receipts of this plan, in the order of time; those read before are not read again."""
        return self._receipts.of_plan(plan)

    def outcomes(self, plan: Plan) -> list[Outcome]:
        """Read what came of this plan's snippets as `receipts` does, without their files: a tenth of the memory."""
        return self._receipts.outcomes(plan)

    def receipt(self, snippet: Snippet, *, kept: bool = False) -> Receipt | None:
        """Read one snippet's receipt, of whatever plan, or the one `kept` of an earlier recipe; None without one."""
        return self._receipts.read((layout.kept_key if kept else layout.receipt_key)(snippet), Receipt)

    def signed(self, snippets: Sequence[Snippet]) -> frozenset[Snippet]:
        """Return by one listing which of some snippets have a receipt, of whatever plan."""
        return self._receipts.signed(snippets)

    def may_be_whole(self, plan: Plan) -> bool:
        """Return by one listing, reading no receipt, whether every snippet of the plan has one."""
        return len(self._receipts.signed(plan.snippets)) == len(plan.snippets)

    def adopt(self, plan: Plan, *, afresh: bool = False) -> Plan:
        """Make the plan this book's own, and return the one that is: of the same work it may be an earlier one.

        A plan that was cancelled is so no more. Of what an earlier plan made, the files are kept that the new one wants
        too; `afresh` deletes all. Raises NameTaken if the name holds another video.
        """
        held = self.plan()
        if held is None and self.store.create(layout.PLAN_KEY, wire.encode(plan)):
            return plan
        held = held or self.plan()
        if held is not None and held.source.url != plan.source.url:
            fault = f"holds the pictures of {shown(held.source.url)} already"
            raise NameTaken(
                self.where, fault, f"choose another --out for {shown(plan.source.url)} or remove that folder"
            )
        # An earlier version of Flickbook may have given the same work another id.
        if held is not None and replace(held, cancelled=False, id=plan.id) == plan and not afresh:
            current = replace(held, cancelled=False)
            if held.cancelled:
                self.store.put(layout.PLAN_KEY, wire.encode(current))
            return current
        self._supersede(plan, held if held is not None and held.video == plan.video and not afresh else None)
        return plan

    def _supersede(self, plan: Plan, held: Plan | None) -> None:
        """Take the book for a plan, and keep what it wants of what `held`, the plan before, made of the same video."""
        # The manifest goes first and the plan comes before the rest is cleared, so that whoever
        # looks meanwhile sees an unfinished book and never a mixture taken for a whole one.
        self.store.delete([layout.MANIFEST_KEY])
        self.store.put(layout.PLAN_KEY, wire.encode(plan))
        files = self._output_files()
        usable: Sequence[Receipt] = ()
        if held is None:
            self._receipts.clear()
        else:
            usable = self._receipts.keep_usable(plan, held, set(files))
        keep = {file.key for receipt in usable for file in receipt.artifacts}
        self.store.delete([key for key in files if key not in keep])

    def cancel(self) -> None:
        """Have nothing more made of the book until its plan is adopted again; what is made stays.

        Its workers stop at their next look at the plan. Nothing happens where there is no plan.
        """
        while (held := self.store.get_versioned(layout.PLAN_KEY)) is not None:
            plan = self._plan_in(held.data)
            if plan.cancelled:
                return
            if self.store.replace(layout.PLAN_KEY, wire.encode(replace(plan, cancelled=True)), held):
                return

    def forget_failures(self, plan: Plan, starts: Collection[int] | None = None) -> None:
        """Drop this plan's receipts of failure, so that nobody takes the book for whole while they are tried again.

        Only those of snippets that begin at the given seconds, if there are any given.
        """
        failed = [receipt for receipt in self.receipts(plan) if not receipt.ok]
        self._receipts.delete([one for one in failed if starts is None or one.snippet.start in starts])

    def forget_torn(self, plan: Plan) -> list[Snippet]:
        """Drop the receipts of snippets of which files are gone, and list those snippets, which are to be made again.

        A worker that deleted an older plan's files may have been slow, and deleted a newer one with them.
        """
        torn = self._torn(plan, self.receipts(plan))
        snippets = [receipt.snippet for receipt in torn]
        self._receipts.delete(torn, torn=snippets)
        return snippets

    def _torn(self, plan: Plan, receipts: Sequence[Receipt]) -> list[Receipt]:
        there = self.store.list_folder() if receipts else {}
        return [receipt for receipt in receipts if any(file.key not in there for file in files_of(plan, receipt))]

    def resume(self, plan: Plan) -> Resumed:
        """Delete the receipts of what failed or lost files, and return what is left of the plan's work.

        A fresh book takes one listing.
        """
        listed = self._receipts.listing()
        receipts = self._receipts.of_plan(plan, listed)
        torn = {receipt.snippet for receipt in self._torn(plan, receipts)}
        left = [receipt for receipt in receipts if not receipt.ok or receipt.snippet in torn]
        self._receipts.delete(left, torn=torn)
        done = [receipt for receipt in receipts if receipt.ok and receipt.snippet not in torn]
        return Resumed(done, reuse=any(map(layout.is_kept_key, listed)) or any(receipt.made for receipt in left))

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
        key = layout.receipt_key(receipt.snippet)
        while not self.store.create(key, wire.encode(receipt)):
            held = self.store.get_versioned(key)
            if held is None:
                continue  # forgotten just now
            known = wire.decode(held.data, Receipt, f"{self.where}/{key}")
            counted = receipt
            if known.plan == receipt.plan:
                if known.ok or (known.final and not receipt.ok):
                    return
                if receipt.attempt == 1:
                    counted = replace(receipt, attempt=known.attempt + 1)
            self.check_current(receipt.plan)
            if self.store.replace(key, wire.encode(counted), held):
                return

    def read_files(self, plan: Plan, files: Sequence[Artifact]) -> Iterator[bytes]:
        """Yield the bytes of stored files, in their order, a few read ahead.

        Raises Superseded if the plan is no longer the book's, StoreError for a file that is not what was signed for;
        that one is removed, so that the next attempt makes it again.
        """
        with ThreadPoolExecutor(PARALLEL_GETS) as pool:
            for first in range(0, len(files), PARALLEL_GETS):
                some = files[first : first + PARALLEL_GETS]
                for file, data in zip(some, pool.map(self.store.get, [file.key for file in some]), strict=True):
                    if data is None or hashlib.sha256(data).hexdigest() != file.digest:
                        self.check_current(plan.id)
                        self.store.delete([file.key])
                        subject = f"{self.where}/{file.key}"
                        raise StoreError(subject, "was removed or replaced while the book was bound", "run again")
                    yield data

    def complete(self, plan: Plan, manifest: Manifest, files: Mapping[str, bytes], receipts: Sequence[Receipt]) -> None:
        """Store the files of the whole video, then the manifest, and delete files of outputs that are none of these.

        Files of snippets that failed stay, listed or not: another worker may have stored them and not signed for them.
        """
        self.check_current(plan.id)
        for key, data in files.items():
            self.store.put(key, data)
        self.store.put(layout.MANIFEST_KEY, wire.encode(manifest))
        self.check_current(plan.id)
        listed = {file.key for file in manifest.files} | files.keys()
        failed = {receipt.snippet.start for receipt in receipts if not receipt.ok}
        stale = (key for key in self._output_files() if key not in listed)
        self.store.delete([key for key in stale if layout.start_of(self.name, key) not in failed])
        self._receipts.delete_kept()
        self._sweep()

    def remove(self) -> None:
        """Remove all that is the book's own, the plan last: until it goes, whoever was stopped half-way can go on.

        Other books below it stay, and so does what others put there.
        """
        self.store.delete([layout.MANIFEST_KEY])
        keys = [*self.store.list_folder(), *self._receipts.listing()]
        self.store.delete([key for key in keys if registry.is_book_key(self.name, key) and key != layout.PLAN_KEY])
        self.store.delete([layout.PLAN_KEY])
        self._sweep()
        for folder in (layout.RECEIPTS, ""):
            self.store.delete_empty_folder(folder)

    def _plan_in(self, data: bytes) -> Plan:
        return wire.decode(data, Plan, f"{self.where}/{layout.PLAN_KEY}")

    def _sweep(self) -> None:
        known = (layout.PLAN_KEY, layout.MANIFEST_KEY)
        self.store.delete_unfinished("", lambda key: key in known or registry.is_output_key(self.name, key))
        self.store.delete_unfinished(layout.RECEIPTS, lambda key: layout.is_receipt_key(f"{layout.RECEIPTS}/{key}"))

    def _settle(self, plan: str, key: str, data: bytes) -> None:
        if self.store.create(key, data) or self.store.get(key) == data:
            return
        self.check_current(plan)
        self.store.put(key, data)

    def _output_files(self) -> list[str]:
        # Only what `layout` names: a book may hold other books (shows.mp4 beside shows/film.mp4).
        return [key for key in self.store.list_folder() if registry.is_output_key(self.name, key)]
