"""From look to look: which videos of a source are new, which of those are whole, and what their books are called."""

from collections.abc import Iterable
from typing import NamedTuple

from flickbook.core import layout
from flickbook.errors import FlickbookError, NameRefused, NameTaken
from flickbook.storage import Listed, below, key_of, shown
from flickbook.watch.markers import Memory, Seen


class Look(NamedTuple):
    """What a look found: how many versions are not dealt with, those of them that are whole, and names to complain of.

    Each name is complained of once.
    """

    waiting: int
    whole: list[Seen]
    faults: list[FlickbookError]


class Looks:
    """What was seen of a source. A look costs memory and time by its listing alone.

    The store is asked for all marks at the first look, and when a video that was dealt with comes again: its book may
    have been deleted meanwhile, and its mark with it.
    """

    def __init__(self, source: str, every: float, memory: Memory) -> None:
        self._source = source
        self._every = every
        self._memory = memory
        self._folder = "" if source.startswith("file://") else key_of(source)
        self._before: dict[str, Listed] | None = None
        self._names: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        self._unusable: set[str] = set()
        self._taken: set[str] = set()
        self._settled: dict[str, str] = {}

    def look(self, listed: Iterable[Listed], now: float) -> Look:
        """Compare what is listed with the look before; `now` is in seconds since 1970.

        A version is whole if it is the same in two looks in a row, and if nobody wrote to it since the one before.
        Raises OutputDenied or StoreError.
        """
        found = {one.key: one for one in listed if one.size > 0}
        before = self._before or {}
        new = [one for key, one in found.items() if before.get(key) != one]
        if self._before is None or any(self._was_dealt_with(one) for one in new):
            self._memory.load()
        self._forget_gone(found, new)
        faults = self._name(found)
        waiting, whole = 0, []
        for key in sorted(self._names):
            seen = self._seen(found[key], self._names[key])
            if self._is_settled(seen):
                continue
            waiting += 1
            # What was written in the future says nothing: the clock it was written by is another one.
            fresh = 0 <= now - found[key].modified < self._every
            if before.get(key) == found[key] and not fresh:
                whole.append(seen)
        self._before = found
        return Look(waiting, whole, faults)

    def settle(self, seen: Seen) -> None:
        """Take a version for dealt with, until it goes or is replaced."""
        self._settled[seen.name] = seen.version

    def _is_settled(self, seen: Seen) -> bool:
        if self._settled.get(seen.name) == seen.version:
            return True
        if self._memory.holds(seen):
            self.settle(seen)
            return True
        return False

    def _was_dealt_with(self, listed: Listed) -> bool:
        """Tell whether this version is remembered, though it was not there before, or was written again."""
        try:
            name = self._book_of(listed.key)
        except NameRefused:
            return False
        return self._memory.holds(self._seen(listed, name))

    def _forget_gone(self, found: dict[str, Listed], new: Iterable[Listed]) -> None:
        """Forget what keys stood for that are gone, and that what was written again was dealt with."""
        for key in [key for key in self._names if key not in found]:
            name = self._names.pop(key)
            del self._owners[name]
            self._settled.pop(name, None)
        for one in new:
            self._settled.pop(self._names.get(one.key, ""), None)
        self._unusable &= found.keys()
        self._taken &= found.keys()

    def _name(self, found: dict[str, Listed]) -> list[FlickbookError]:
        """Name the books of keys that have none yet.

        Where two want the same name, the first one has it: the one that was dealt with before, or else by its key.
        """
        faults: list[FlickbookError] = []
        named: list[tuple[bool, str, str]] = []
        for key in found.keys() - self._names.keys() - self._unusable:
            try:
                name = self._book_of(key)
            except NameRefused as error:
                self._unusable.add(key)
                faults.append(error)
                continue
            named.append((not self._memory.knows(self._url(key), name), key, name))
        faults += filter(None, (self._own(key, name) for _, key, name in sorted(named)))
        return faults

    def _own(self, key: str, name: str) -> NameTaken | None:
        owner = self._owners.setdefault(name, key)
        if owner == key:
            self._names[key] = name
            self._taken.discard(key)
            return None
        if key in self._taken:
            return None
        self._taken.add(key)
        fault = f"would be the book {name!r}, as {owner} is"
        return NameTaken(self._shown(key), fault, "rename one of the two videos, or remove it")

    def _book_of(self, key: str) -> str:
        return layout.book_name(f"{self._folder}/{key}" if self._folder else key)

    def _seen(self, listed: Listed, name: str) -> Seen:
        return Seen(self._url(listed.key), name, f"{listed.etag} {listed.size}")

    def _url(self, key: str) -> str:
        return f"{self._source}/{below(self._source, key)}"

    def _shown(self, key: str) -> str:
        return shown(self._url(key))
