"""A video's book in the output store: its plan, snippet files, receipts and manifest.

The output store is the only state. Readers never see a half-written file, and a late worker of an older plan never
damages a newer one: files are written create-only, and only a worker of the stored plan replaces an existing file.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from itertools import groupby
from typing import NamedTuple

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.decoding import Decoder
from flickbook.core.manifest import files_of
from flickbook.core.model import Artifact, Manifest, Outcome, Plan, Receipt, Snippet
from flickbook.errors import Cancelled, NameTaken, StoreError, Superseded, WireError
from flickbook.library.outbox import Outbox
from flickbook.library.own_files import OwnFiles
from flickbook.library.receipts import PARALLEL_GETS, PARALLEL_PUTS, Receipts
from flickbook.outputs import registry
from flickbook.storage import Store, below, is_same, key_below, shown


class _ManifestPlan(Struct):
    """The plan id in a manifest. The decoder skips all other fields."""

    plan: str = ""


_MANIFEST_PLAN = Decoder(_ManifestPlan)


class Resumed(NamedTuple):
    """The plan's successful receipts, and whether receipts of an earlier recipe name files to reuse."""

    done: list[Receipt]
    reuse: bool


class Book:
    """One book: everything below OUT/NAME."""

    def __init__(self, out: str, name: str) -> None:
        self.name = name
        self.out = out
        self.store = Store(f"{out.rstrip('/')}/{below(out, name)}", out)
        self._receipts = Receipts(self.store)
        self._files = OwnFiles(self.store, name)

    @property
    def where(self) -> str:
        """The book's place as people write it."""
        return shown(self.store.url)

    def plan(self) -> Plan | None:
        """Read the plan, or None. Raises WireError for a document that is not a plan."""
        data = self.store.get(layout.PLAN_KEY)
        return None if data is None else self._decode_plan(data)

    def manifest(self) -> Manifest | None:
        """Read the manifest, or None while the book is not complete."""
        data = self.store.get(layout.MANIFEST_KEY)
        return None if data is None else wire.decode(data, Manifest, f"{self.where}/{layout.MANIFEST_KEY}")

    def completed_plan(self) -> str | None:
        """Return the id of the plan in the stored manifest, or None; only that field is kept in memory."""
        data = self.store.get(layout.MANIFEST_KEY)
        try:
            return None if data is None else _MANIFEST_PLAN.decode(data).plan
        except msgspec.DecodeError:
            return None

    def receipts(self, plan: Plan) -> list[Receipt]:
        """Read the plan's receipts, sorted by the start of their snippets. A changed receipt is read again."""
        return self._receipts.of_plan(plan)

    def outcomes(self, plan: Plan) -> list[Outcome]:
        """Read the plan's receipts as `receipts` does, but without their files: a tenth of the memory."""
        return self._receipts.outcomes(plan)

    def receipt(self, snippet: Snippet, *, kept: bool = False) -> Receipt | None:
        """Read a snippet's receipt of any plan, or with `kept` the one of an earlier recipe; None without one."""
        return self._receipts.read((layout.kept_key if kept else layout.receipt_key)(snippet), Receipt)

    def with_receipt(self, snippets: Sequence[Snippet]) -> frozenset[Snippet]:
        """Return the snippets that have their own receipt, of any plan. Costs one listing."""
        return self._receipts.with_receipt(snippets)

    def adopt(self, plan: Plan, *, afresh: bool = False) -> Plan:
        """Store the plan as the book's current one and return it.

        If the stored plan describes the same work, that plan is returned, and its cancellation is lifted. Otherwise
        the files that both plans want are kept; `afresh` deletes all. Raises NameTaken if the book is another video's.
        """
        self._check_apart(plan)
        Outbox(self.out).settle(self.name)
        stored = self.plan()
        if stored is None and self.store.create(layout.PLAN_KEY, wire.encode(plan)):
            return plan
        stored = stored or self.plan()
        if stored is not None and not is_same(stored.source.url, plan.source.url):
            fault = f"holds the pictures of {shown(stored.source.url)} already"
            remedy = f"choose another --out for {shown(plan.source.url)} or remove that folder"
            raise NameTaken(self.where, fault, remedy)
        same_video = stored is not None and plan.video.is_known_as(stored.video)
        if stored is not None and same_video and not afresh and plan.is_same_work(stored):
            current = replace(stored, cancelled=False)
            if stored.cancelled:
                self.store.put(layout.PLAN_KEY, wire.encode(current))
            return current
        self._replace_plan(plan, stored, keep=same_video and not afresh)
        return plan

    def _check_apart(self, plan: Plan) -> None:
        """Raise NameTaken if the video itself has the place of a file of its book."""
        key = key_below(plan.source.url, self.store.url)
        if key is not None and self._files.has(plan, key):
            raise NameTaken(self.where, f"would get a file in the place of its video {key}", "choose another --out")

    def _replace_plan(self, plan: Plan, previous: Plan | None, *, keep: bool) -> None:
        """Store a new plan; delete the files of the previous one, but `keep` those that both want."""
        # The manifest is deleted first, and old files only after the new plan is stored: a reader meanwhile
        # sees an incomplete book, never files of two plans that look complete.
        self.store.delete([layout.MANIFEST_KEY])
        self.store.put(layout.PLAN_KEY, wire.encode(plan))
        files = self._files.list([plan] if previous is None else [previous, plan])
        usable: Sequence[Receipt] = ()
        if previous is None or not keep:
            self._receipts.delete_all()
        else:
            usable = self._receipts.keep_usable(plan, previous, set(files))
        kept = {file.key for receipt in usable for file in receipt.artifacts}
        self.store.delete_with_folders([key for key in files if key not in kept])

    def cancel(self) -> None:
        """Mark the plan as cancelled, until it is adopted again; stored files stay.

        Workers check the plan before each snippet and then stop. A book without a plan stays as it is.
        """
        while (stored := self.store.get_versioned(layout.PLAN_KEY)) is not None:
            plan = self._decode_plan(stored.data)
            if plan.cancelled:
                return
            if self.store.replace(layout.PLAN_KEY, wire.encode(replace(plan, cancelled=True)), stored):
                return

    def delete_failures(self, plan: Plan, starts: Collection[int]) -> None:
        """Delete failure receipts of snippets that begin at the given seconds and are tried again.

        Without these receipts, no worker completes the book meanwhile.
        """
        failed = [receipt for receipt in self.receipts(plan) if not receipt.ok]
        self._receipts.delete([receipt for receipt in failed if receipt.snippet.start in starts])

    def delete_broken(self, plan: Plan) -> list[Snippet]:
        """Delete the receipts that name a missing file, and return their snippets, which must be made again.

        Files can be missing because a slow worker deletes the files of an older plan, and with them a newer file that
        has the same name.
        """
        broken = self._broken(plan, self.receipts(plan))
        snippets = [receipt.snippet for receipt in broken]
        self._receipts.delete(broken, broken=snippets)
        return snippets

    def _broken(self, plan: Plan, receipts: Sequence[Receipt]) -> list[Receipt]:
        stored = self.store.list_folder() if receipts else {}
        return [receipt for receipt in receipts if any(file.key not in stored for file in files_of(plan, receipt))]

    def resume(self, plan: Plan) -> Resumed:
        """Delete the receipts of failures and of missing files, and return what is already done of the plan.

        A new book costs one listing.
        """
        listed = self._receipts.listing()
        receipts = self._receipts.of_plan(plan, listed)
        broken = {receipt.snippet for receipt in self._broken(plan, receipts)}
        unusable = [receipt for receipt in receipts if not receipt.ok or receipt.snippet in broken]
        self._receipts.delete(unusable, broken=broken)
        done = [receipt for receipt in receipts if receipt.ok and receipt.snippet not in broken]
        return Resumed(done, reuse=any(map(layout.is_kept_key, listed)) or any(receipt.made for receipt in unusable))

    def check_current(self, plan: str) -> None:
        """Raise Superseded unless the book's plan has this id, Cancelled if the plan was cancelled."""
        stored = self.plan()
        if stored is None or stored.id != plan:
            remedy = "nothing to do: the newer plan's workers finish it"
            raise Superseded(self.where, "now follows another plan", remedy)
        if stored.cancelled:
            raise Cancelled(self.where, "was cancelled", "submit or render its video again to go on")

    def publish(self, plan: str, files: Sequence[tuple[Artifact, bytes]]) -> None:
        """Store the files of a snippet. Raises Superseded if the book's plan no longer has this id."""
        self.check_current(plan)
        with ThreadPoolExecutor(PARALLEL_PUTS) as pool:
            # list() raises the error of a put.
            list(pool.map(lambda file: self._publish_file(plan, file[0].key, file[1]), files))

    def store_receipt(self, receipt: Receipt) -> None:
        """Store a receipt. An existing final receipt of the same plan stays, unless success replaces failure.

        If `attempt` is 1, the caller does not count: the stored receipt gets the replaced receipt's `attempt` plus one.
        """
        key = layout.receipt_key(receipt.snippet)
        while not self.store.create(key, wire.encode(receipt)):
            stored = self.store.get_versioned(key)
            if stored is None:
                continue  # it was deleted since
            previous = wire.decode(stored.data, Receipt, f"{self.where}/{key}")
            counted = receipt
            if previous.plan == receipt.plan:
                if previous.ok or (previous.final and not receipt.ok):
                    return
                if receipt.attempt == 1:
                    counted = replace(receipt, attempt=previous.attempt + 1)
            self.check_current(receipt.plan)
            if self.store.replace(key, wire.encode(counted), stored):
                return

    def read_files(self, plan: Plan, files: Sequence[Artifact]) -> Iterator[bytes]:
        """Yield the bytes of stored files in the given order, a few read ahead.

        Raises Superseded if the book has another plan now, StoreError if a file is missing or differs from its receipt.
        A file that differs is deleted; the next attempt makes it again.
        """
        with ThreadPoolExecutor(PARALLEL_GETS) as pool:
            for first in range(0, len(files), PARALLEL_GETS):
                batch = files[first : first + PARALLEL_GETS]
                for file, data in zip(batch, pool.map(self.store.get, [file.key for file in batch]), strict=True):
                    if data is None or hashlib.sha256(data).hexdigest() != file.digest:
                        self.check_current(plan.id)
                        self.store.delete([file.key])
                        fault = "was deleted or replaced while the book was completed"
                        raise StoreError(f"{self.where}/{file.key}", fault, "run again")
                    yield data

    def complete(self, plan: Plan, manifest: Manifest, files: Mapping[str, bytes], receipts: Sequence[Receipt]) -> None:
        """Store `files`, those of the whole video, then the manifest; delete output files that are in neither.

        Files of failed snippets stay: another worker may have stored them and may be about to store its receipt.
        """
        self.check_current(plan.id)
        for folder, group in groupby(files.items(), lambda file: file[0].rpartition("/")[0].split("/")[0]):
            if folder:
                self.store.put_folder(folder, dict(group), partial(self._files.has, plan))
            else:
                for key, data in group:
                    self.store.put(key, data)
        self.store.put(layout.MANIFEST_KEY, wire.encode(manifest))
        self.check_current(plan.id)
        listed = {file.key for file in manifest.files} | files.keys()
        stale = (key for key in self._files.list([plan]) if key not in listed)
        failed = {receipt.snippet.start for receipt in receipts if not receipt.ok}
        self.store.delete_with_folders([key for key in stale if layout.start_of(self.name, key) not in failed])
        self._receipts.delete_kept()
        self._delete_unfinished_writes()

    def remove(self) -> None:
        """Delete the book's own files and the pictures of it that URLs asked for, the plan last.

        Until then, a removal that was interrupted can be repeated. Other books below this one and foreign files stay.
        """
        Outbox(self.out).settle(self.name)
        plans: list[Plan] = []
        with suppress(WireError):
            plans = [plan for plan in [self.plan()] if plan]
        self.store.delete([layout.MANIFEST_KEY])
        self.store.delete_with_folders([*self._files.list(plans), *self._receipts.listing()])
        self._delete_images()
        self.store.delete([layout.PLAN_KEY])
        self._delete_unfinished_writes()
        for folder in (layout.RECEIPTS, ""):
            self.store.delete_empty_folder(folder)

    def _delete_images(self) -> None:
        store = Store(self.out)
        listed = store.list_all(f"{layout.IMAGES}/{self.name}")
        store.delete_with_folders([key for key in listed if layout.is_image_of(self.name, key)])

    def _decode_plan(self, data: bytes) -> Plan:
        return wire.decode(data, Plan, f"{self.where}/{layout.PLAN_KEY}")

    def _delete_unfinished_writes(self) -> None:
        known = (layout.PLAN_KEY, layout.MANIFEST_KEY)
        self.store.delete_unfinished("", lambda key: key in known or registry.is_output_key(self.name, key))
        self.store.delete_unfinished(layout.RECEIPTS, lambda key: layout.is_receipt_key(f"{layout.RECEIPTS}/{key}"))

    def _publish_file(self, plan: str, key: str, data: bytes) -> None:
        if self.store.create(key, data) or self.store.get(key) == data:
            return
        self.check_current(plan)
        self.store.put(key, data)
