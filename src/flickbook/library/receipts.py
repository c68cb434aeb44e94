"""The receipts of a book in the output store: listed, read, and kept for the next recipe."""

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.model import Outcome, Plan, Receipt, Snippet
from flickbook.core.planning import identities, missing_outputs
from flickbook.storage import Store, shown

PARALLEL_PUTS = 8
PARALLEL_GETS = 16

Kind = TypeVar("Kind", Receipt, Outcome)


class Receipts:
    """The receipts of one book. A receipt is read again only when it has changed.

    A snippet may have two: `receipts/START.json`, and `receipts/START.kept.json` of an earlier recipe that made some of
    the files the plan wants. Because kept receipts have another name, a listing shows which snippets have their own
    receipt, without reading any.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        # What was read, each with the store's version tag.
        self._receipts: dict[str, tuple[str, Receipt]] = {}
        self._outcomes: dict[str, tuple[str, Outcome]] = {}
        self._kept: list[str] = []

    def listing(self) -> dict[str, str]:
        """List all receipts as key → version tag. Other keys are skipped: a book may be named `receipts`."""
        listed = self._store.list_folder(layout.RECEIPTS)
        receipts = {key: tag for key, tag in listed.items() if layout.is_receipt_key(key)}
        self._kept = [key for key in receipts if layout.is_kept_key(key)]
        return receipts

    def with_receipt(self, snippets: Sequence[Snippet]) -> frozenset[Snippet]:
        """Return the snippets that have their own receipt, of any plan. Costs one listing."""
        listed = self.listing()
        return frozenset(snippet for snippet in snippets if layout.receipt_key(snippet) in listed)

    def read(self, key: str, kind: type[Kind]) -> Kind | None:
        """Read a receipt, or None without one. Raises WireError for a document that is not a receipt."""
        data = self._store.get(key)
        return None if data is None else wire.decode(data, kind, f"{shown(self._store.url)}/{key}")

    def of_plan(self, plan: Plan, listed: Mapping[str, str] | None = None) -> list[Receipt]:
        """Read a plan's receipts, sorted by the start of their snippets; `listed` is a listing, if there is one."""
        self._receipts = self._read_changed(_own(self.listing() if listed is None else listed), self._receipts, Receipt)
        return _of_plan_sorted(plan, self._receipts)

    def outcomes(self, plan: Plan) -> list[Outcome]:
        """Read a plan's receipts as `of_plan` does, but without their files: a tenth of the memory."""
        self._outcomes = self._read_changed(_own(self.listing()), self._outcomes, Outcome)
        return _of_plan_sorted(plan, self._outcomes)

    def keep_usable(self, plan: Plan, previous: Plan, files: Collection[str]) -> list[Receipt]:
        """Turn receipts of the previous plan into receipts of the new one, delete the others, and return the kept ones.

        A kept receipt names only files that the new plan wants and that are in `files`, the keys of stored files.
        Call it after the new plan is stored: from then on no worker replaces files for another plan.
        """
        usable = self._usable(plan, previous, files)
        wanted = identities(plan.source, plan.recipe)
        placed: dict[str, Receipt] = {}
        for receipt in usable:
            partial = missing_outputs(plan.id, wanted, receipt)
            placed[(layout.kept_key if partial else layout.receipt_key)(receipt.snippet)] = receipt
        with ThreadPoolExecutor(PARALLEL_PUTS) as pool:
            # list() raises the error of a put.
            list(pool.map(lambda key: self._store.put(key, wire.encode(placed[key])), placed))
        self.delete_all(keep=placed)
        return usable

    def _usable(self, plan: Plan, previous: Plan, files: Collection[str]) -> list[Receipt]:
        """Return each snippet's most useful receipt, rewritten for the new plan with only the files that it wants."""
        self._receipts = self._read_changed(self.listing(), self._receipts, Receipt)
        wanted, made = identities(plan.source, plan.recipe), identities(previous.source, previous.recipe)
        best: dict[Snippet, Receipt] = {}
        for _, read in self._receipts.values():
            if read.plan != previous.id:
                continue
            # A receipt of version 1 does not name its outputs: it has all outputs of its plan.
            known = made if read.ok and not read.made else read.made
            lost = {file.output for file in read.artifacts if file.key not in files}
            reusable = (name for name in known if wanted.get(name) == known[name] and name not in lost)
            common = {name: known[name] for name in reusable}
            if len(common) > len(best[read.snippet].made if read.snippet in best else ()):
                kept = tuple(file for file in read.artifacts if file.output in common)
                best[read.snippet] = replace(read, plan=plan.id, failure=None, made=common, artifacts=kept)
        return [best[snippet] for snippet in plan.snippets if snippet in best]

    def delete(self, receipts: Sequence[Receipt], *, broken: Collection[Snippet] = ()) -> None:
        """Delete receipts. A failure receipt that names files of some outputs is kept aside, unless it is broken."""
        for receipt in receipts:
            if receipt.made and not receipt.ok and receipt.snippet not in broken:
                self._store.put(layout.kept_key(receipt.snippet), wire.encode(replace(receipt, failure=None)))
        self._store.delete([layout.receipt_key(receipt.snippet) for receipt in receipts])

    def delete_kept(self) -> None:
        """Delete the kept receipts of the last listing: the plan's own receipts name all their files now."""
        self._store.delete(self._kept)

    def delete_all(self, keep: Collection[str] = ()) -> None:
        """Delete all receipts except those with the keys in `keep`."""
        self._store.delete([key for key in self.listing() if key not in keep])
        self._receipts.clear()

    def _read_changed(
        self, listed: Mapping[str, str], known: Mapping[str, tuple[str, Kind]], kind: type[Kind]
    ) -> dict[str, tuple[str, Kind]]:
        """Return the listed receipts: the known ones that are unchanged, and the others read from the store."""
        known = {key: value for key, value in known.items() if listed.get(key) == value[0]}
        fresh = [key for key in listed if key not in known]
        if not fresh:
            return known
        with ThreadPoolExecutor(PARALLEL_GETS) as pool:
            read = pool.map(lambda key: self.read(key, kind), fresh)
            return known | {key: (listed[key], value) for key, value in zip(fresh, read, strict=True) if value}


def _own(listed: Mapping[str, str]) -> dict[str, str]:
    """Return the listing without the receipts of earlier recipes."""
    return {key: tag for key, tag in listed.items() if not layout.is_kept_key(key)}


def _of_plan_sorted(plan: Plan, read: Mapping[str, tuple[str, Kind]]) -> list[Kind]:
    """Return the receipts of a plan, sorted by the start of their snippets."""
    return sorted((value for _, value in read.values() if value.plan == plan.id), key=lambda value: value.snippet.start)
