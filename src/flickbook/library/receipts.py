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
    """The receipts of one book; those that were read before are not read again.

    A snippet may have two: `receipts/START.json`, and `receipts/START.kept.json`, which an earlier recipe left and of
    whose files the plan wants some. They lie apart, so that a listing tells of which snippets the plan has a receipt.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        # What was read, with the version mark that the store had for it.
        self._receipts: dict[str, tuple[str, Receipt]] = {}
        self._outcomes: dict[str, tuple[str, Outcome]] = {}
        self._kept: list[str] = []

    def listing(self) -> dict[str, str]:
        """List all receipts as key → version mark; a book may be named `receipts`, and lie among them."""
        listed = self._store.list_folder(layout.RECEIPTS)
        receipts = {key: mark for key, mark in listed.items() if layout.is_receipt_key(key)}
        self._kept = [key for key in receipts if layout.is_kept_key(key)]
        return receipts

    def signed(self, snippets: Sequence[Snippet]) -> frozenset[Snippet]:
        """Return by one listing which of some snippets have a receipt, of whatever plan."""
        listed = self.listing()
        return frozenset(snippet for snippet in snippets if layout.receipt_key(snippet) in listed)

    def read(self, key: str, kind: type[Kind]) -> Kind | None:
        """Read a receipt, or None where there is none. Raises WireError for one that is not ours."""
        data = self._store.get(key)
        return None if data is None else wire.decode(data, kind, f"{shown(self._store.url)}/{key}")

    def of_plan(self, plan: Plan, listed: Mapping[str, str] | None = None) -> list[Receipt]:
        """Read the receipts that count for a plan, in the order of time, listed just now or by the caller."""
        self._receipts = self._read_changed(_own(self.listing() if listed is None else listed), self._receipts, Receipt)
        return _counting(plan, self._receipts)

    def outcomes(self, plan: Plan) -> list[Outcome]:
        """Read what came of a plan's snippets as `of_plan` does, without their files: a tenth of the memory."""
        self._outcomes = self._read_changed(_own(self.listing()), self._outcomes, Outcome)
        return _counting(plan, self._outcomes)

    def keep_usable(self, plan: Plan, held: Plan, files: Collection[str]) -> list[Receipt]:
        """Keep what the receipts of the plan before name that the new plan wants too, delete the others, return these.

        `held` is the plan before, `files` are the keys of the files that there are. To be called when the new plan is
        stored: from then on nobody replaces files for another plan.
        """
        usable = self._usable(plan, held, files)
        wanted = identities(plan.source, plan.recipe)
        placed: dict[str, Receipt] = {}
        for receipt in usable:
            partial = missing_outputs(plan.id, wanted, receipt)
            placed[(layout.kept_key if partial else layout.receipt_key)(receipt.snippet)] = receipt
        with ThreadPoolExecutor(PARALLEL_PUTS) as pool:
            for _ in pool.map(lambda key: self._store.put(key, wire.encode(placed[key])), placed):
                pass  # taking the results is what raises a put's error here
        self.clear(keep=placed)
        return usable

    def _usable(self, plan: Plan, held: Plan, files: Collection[str]) -> list[Receipt]:
        """Return the best receipt of each snippet as one of the new plan, with those files only that it wants."""
        self._receipts = self._read_changed(self.listing(), self._receipts, Receipt)
        wanted, made = identities(plan.source, plan.recipe), identities(held.source, held.recipe)
        best: dict[Snippet, Receipt] = {}
        for _, read in self._receipts.values():
            if read.plan != held.id:
                continue
            # A receipt of version 1 does not say what was made: all that its plan wanted.
            known = made if read.ok and not read.made else read.made
            lost = {file.output for file in read.artifacts if file.key not in files}
            common = {name: one for name, one in known.items() if wanted.get(name) == one and name not in lost}
            if len(common) > len(best[read.snippet].made if read.snippet in best else ()):
                kept = tuple(file for file in read.artifacts if file.output in common)
                best[read.snippet] = replace(read, plan=plan.id, failure=None, made=common, artifacts=kept)
        return [best[snippet] for snippet in plan.snippets if snippet in best]

    def delete(self, receipts: Sequence[Receipt], *, torn: Collection[Snippet] = ()) -> None:
        """Delete receipts; what they know of files that an earlier recipe made is kept, unless files are gone."""
        for receipt in receipts:
            if receipt.made and not receipt.ok and receipt.snippet not in torn:
                self._store.put(layout.kept_key(receipt.snippet), wire.encode(replace(receipt, failure=None)))
        self._store.delete([layout.receipt_key(receipt.snippet) for receipt in receipts])

    def delete_kept(self) -> None:
        """Delete the receipts of an earlier recipe that were listed last: all that they name is in the plan's own."""
        self._store.delete(self._kept)

    def clear(self, keep: Collection[str] = ()) -> None:
        """Delete all receipts but some, by their keys."""
        self._store.delete([key for key in self.listing() if key not in keep])
        self._receipts.clear()

    def _read_changed(
        self, listed: Mapping[str, str], held: Mapping[str, tuple[str, Kind]], kind: type[Kind]
    ) -> dict[str, tuple[str, Kind]]:
        """Return what is held of the listed receipts, and read those that are new or of another version."""
        known = {key: value for key, value in held.items() if listed.get(key) == value[0]}
        fresh = [key for key in listed if key not in known]
        if not fresh:
            return known
        with ThreadPoolExecutor(PARALLEL_GETS) as pool:
            read = pool.map(lambda key: self.read(key, kind), fresh)
            return known | {key: (listed[key], value) for key, value in zip(fresh, read, strict=True) if value}


def _own(listed: Mapping[str, str]) -> dict[str, str]:
    """Leave out the receipts of earlier recipes."""
    return {key: mark for key, mark in listed.items() if not layout.is_kept_key(key)}


def _counting(plan: Plan, read: Mapping[str, tuple[str, Kind]]) -> list[Kind]:
    """Return the receipts of a plan, in the order of time."""
    return sorted((value for _, value in read.values() if value.plan == plan.id), key=lambda value: value.snippet.start)
