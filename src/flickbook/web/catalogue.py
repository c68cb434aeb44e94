"""The catalogue: by what lists of books are sorted and filtered, in memory; an entry is read again when it changes."""

import hashlib
import logging
import threading
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Annotated, Literal, NamedTuple, get_args

from pydantic import BaseModel, ConfigDict, Field

from flickbook.core.model import State
from flickbook.errors import UsageError, WireError
from flickbook.library.index import Index

PARALLEL_READS = 16
Sort = Literal["name", "-name", "added", "-added", "duration", "-duration", "state", "-state"]
# What is under way first, then what needs attention.
_STATES: tuple[State, ...] = ("making", "waiting", "refused", "partial", "cancelled", "complete")
assert {*_STATES} == {*get_args(State)}

_log = logging.getLogger("flickbook")


class Choice(BaseModel):
    """Which books a list has, in which order, and which part of it is wanted."""

    model_config = ConfigDict(frozen=True)

    after: Annotated[str, Field(description="The `next` of the last answer.")] = ""
    limit: Annotated[int, Field(ge=1, le=200)] = 24
    search: Annotated[str, Field(description="Text that names contain, in any case.")] = ""
    sort: Annotated[Sort, Field(description="The order; with `-` it is turned round.")] = "name"
    state: Annotated[tuple[State, ...], Field(description="States of books; without any, all states.")] = ()
    added_since: Annotated[float, Field(description="Earliest time of `added`, in seconds since 1970.")] = 0.0
    min_duration: Annotated[float, Field(description="Shortest duration in seconds.")] = 0.0
    max_duration: Annotated[float | None, Field(description="Longest duration in seconds.")] = None

    @property
    def by_name(self) -> bool:
        """Whether a list of names is enough to choose and sort."""
        filtered = self.state or self.added_since or self.min_duration or self.max_duration is not None
        return self.sort == "name" and not filtered

    def accepts(self, facts: "Facts") -> bool:
        """Return whether a book is in the list, its name apart. A book of unknown duration counts as the shortest."""
        longest = float("inf") if self.max_duration is None else self.max_duration
        fits = self.min_duration <= facts.duration <= longest
        return fits and facts.added >= self.added_since and (not self.state or facts.state in self.state)


class Facts(NamedTuple):
    """What an entry says: the state, when it was added, and the duration, 0 while unknown."""

    state: State
    added: float
    duration: float


class Place(NamedTuple):
    """A book's place in a sorted list: `value` is what the list is sorted by, 0 in lists sorted by name."""

    value: float
    name: str

    def cursor(self, choice: Choice) -> str:
        """Return the text that says where a list goes on after this place."""
        return self.name if choice.sort.endswith("name") else f"{self.value!r} {self.name}"


class Catalogue:
    """The facts of all books below an output URL. Safe to use from several threads.

    Each look costs one listing, and a read for each entry that has changed since the last look.
    """

    def __init__(self, out: str) -> None:
        self._index = Index(out)
        self._lock = threading.Lock()
        self._versions: dict[str, str] = {}
        self._facts: dict[str, Facts] = {}
        self._digest = ""

    def digest(self) -> str:
        """Return a text that changes when a book is added or deleted, or changes its state."""
        with self._lock:
            self._refresh()
            if not self._digest:
                states = "\0".join(f"{name}\0{self._facts[name].state}" for name in sorted(self._facts))
                self._digest = hashlib.blake2b(states.encode(), digest_size=12).hexdigest()
            return self._digest

    def places(self, choice: Choice) -> list[Place]:
        """Return, in order, the places of the chosen books after `choice.after`. Raises UsageError for a bad cursor."""
        down = choice.sort.startswith("-")
        if choice.by_name:
            return [Place(0.0, name) for name in self._index.names(choice.after, choice.search)]
        start = _read_cursor(choice) if choice.after else None
        with self._lock:
            self._refresh()
            facts: Mapping[str, Facts] = self._facts.copy()
        wanted = choice.search.casefold()
        places = sorted(
            (
                Place(_value(fact, choice.sort), name)
                for name, fact in facts.items()
                if wanted in name.casefold() and choice.accepts(fact)
            ),
            reverse=down,
        )
        return [place for place in places if start is None or (place < start if down else place > start)]

    def _refresh(self) -> None:
        versions = self._index.versions()
        changed = [name for name, version in versions.items() if self._versions.get(name) != version]
        gone = self._versions.keys() - versions.keys()
        if changed:
            with ThreadPoolExecutor(PARALLEL_READS) as pool:
                read = list(pool.map(self._read, changed))
            for name, facts in zip(changed, read, strict=True):
                self._facts.pop(name, None)
                if facts is not None:
                    self._facts[name] = facts
        for name in gone:
            self._facts.pop(name, None)
        self._versions = versions
        if changed or gone:
            self._digest = ""

    def _read(self, name: str) -> Facts | None:
        try:
            entry = self._index.entry(name)
        except WireError as error:
            # A damaged entry is left out of lists.
            _log.error("%s", error)
            return None
        return None if entry is None else Facts(entry.state, entry.added, entry.duration or 0.0)


def _read_cursor(choice: Choice) -> Place:
    """Return the place after which the list goes on. Raises UsageError."""
    if choice.sort.endswith("name"):
        return Place(0.0, choice.after)
    value, _, name = choice.after.partition(" ")
    try:
        return Place(float(value), name)
    except ValueError:
        raise UsageError("after", "is no place in this list", "send the `next` of the last answer") from None


def _value(facts: Facts, sort: Sort) -> float:
    match sort.removeprefix("-"):
        case "added":
            return facts.added
        case "duration":
            return facts.duration
        case "state":
            return _STATES.index(facts.state)
    return 0.0
