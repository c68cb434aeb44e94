"""Dead letters: what no worker could do, kept until somebody has mended the cause and sends it again."""

import time
from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from math import inf
from typing import Literal, NamedTuple

from msgspec import Struct

from flickbook.core.model import Job, Order
from flickbook.engines.base import Closing
from flickbook.errors import DispatchFailed, FlickbookError, Superseded, WireError
from flickbook.library.completion import reopen
from flickbook.library.order_records import Orders
from flickbook.storage import shown

# Of a letter that is none of ours, so many characters are shown.
LONGEST = 80
# What somebody else looks at comes back soon. So who wants all letters takes them again and again, until there was none
# so often, so many seconds apart; but not for ever.
QUIET_ROUNDS, PAUSE_SECONDS, MOST_ROUNDS = 2, 1.0, 60


class Letter(Struct, frozen=True):
    """A dead letter: what was to be done, and why it was given up.

    `number` is the queue's own for it while it is taken, `name` the same for whoever looks. `task` is None for a letter
    that is none of ours, which `message` explains. `work` is the job or order, or text where a letter holds neither.
    `died` is in seconds since 1970.
    """

    number: str
    name: str
    task: Literal["order", "job"] | None
    work: Order | Job | str
    error: str
    message: str
    attempts: int = 1
    died: float | None = None

    @property
    def video(self) -> str:
        """The video that it is about, as people write its place; the beginning of a letter that is none of ours."""
        if isinstance(self.work, Order):
            return shown(self.work.source)
        return shown(self.work.source.url) if isinstance(self.work, Job) else self.work


class Redriven(NamedTuple):
    """What came of a redrive: how many letters were sent again, and what was wrong with those left in the queue."""

    sent: int
    left: list[FlickbookError]


class Dropped(NamedTuple):
    """What came of dropping letters: how many there were, and the names of which there was none."""

    dropped: int
    missing: list[str]


class DeadLetters(Closing):
    """A queue of dead letters. A subclass fills `check`, `take`, `send_again`, `delete`, `put_back` and `close`.

    What one process has taken, no other sees meanwhile.
    """

    def peek(self) -> list[Letter]:
        """Give the letters that lie there, the oldest first; they stay. Raises DispatchFailed."""
        held: dict[str, Letter] = {}
        with self._returning(held):
            return sorted(self._take(held), key=lambda letter: letter.died or inf)

    def redrive(self) -> Redriven:
        """Send every dead letter again, and delete it once it is taken.

        A letter stays that is none of ours, or of a book that cannot be reached, or that comes back meanwhile. Raises
        DispatchFailed if nothing can be sent; what was not sent stays too.
        """
        self.check()
        held: dict[str, Letter] = {}
        left: dict[str, FlickbookError] = {}
        count, done = 0, set[Order | Job | str]()
        with self._returning(held):
            for letters in self._rounds(held):
                left |= {letter.number: _strange(letter) for letter in letters if letter.task is None}
                left |= {letter.number: _again(letter) for letter in letters if letter.work in done}
                # All of a book's before the first is sent: nobody must bind it on the failures of the others.
                left |= _reopen([letter for letter in letters if letter.number not in left])
                ours = [letter for letter in letters if letter.number not in left]
                for letter in ours:
                    self.send_again(letter)
                    self.delete(letter)
                    del held[letter.number]
                count += len(ours)
                done |= {letter.work for letter in ours}
        return Redriven(count, list(left.values()))

    def drop(self, names: Collection[str] | None = None) -> Dropped:
        """Delete letters by their names, or all. Raises DispatchFailed."""
        held: dict[str, Letter] = {}
        dropped: list[str] = []
        with self._returning(held):
            for letters in self._rounds(held):
                for letter in letters:
                    if names is None or letter.name in names:
                        self.delete(letter)
                        del held[letter.number]
                        dropped.append(letter.name)
        return Dropped(len(dropped), [name for name in names or () if name not in dropped])

    def _rounds(self, held: dict[str, Letter]) -> Iterator[list[Letter]]:
        """Give all letters, as soon as they can be taken; each is added to those that are held."""
        quiet, pause = 0, PAUSE_SECONDS
        for _ in range(MOST_ROUNDS):
            begun = time.monotonic()
            letters = self._take(held)
            # Others need as long to look at them.
            pause = max(pause, time.monotonic() - begun)
            quiet = 0 if letters else quiet + 1
            if letters:
                yield letters
            elif quiet == QUIET_ROUNDS:
                return
            time.sleep(pause)

    def _take(self, held: dict[str, Letter]) -> list[Letter]:
        taken = []
        for letter in self.take():
            held[letter.number] = letter
            taken.append(letter)
        return taken

    @contextmanager
    def _returning(self, held: dict[str, Letter]) -> Iterator[None]:
        """Put back in the end what is held then."""
        try:
            yield
        finally:
            for letter in held.values():
                self.put_back(letter)

    @abstractmethod
    def close(self) -> None:
        """Close the connections."""

    @abstractmethod
    def check(self) -> None:
        """Raise UsageError or DispatchFailed if letters could not be sent again."""

    @abstractmethod
    def take(self) -> Iterator[Letter]:
        """Yield the letters that lie there, each once, and keep them from others meanwhile. Raises DispatchFailed."""

    @abstractmethod
    def send_again(self, letter: Letter) -> None:
        """Send what a letter is about as if it had never been tried; return once it is taken. Raises DispatchFailed."""

    @abstractmethod
    def delete(self, letter: Letter) -> None:
        """Remove a letter that was taken. Raises DispatchFailed."""

    @abstractmethod
    def put_back(self, letter: Letter) -> None:
        """Let others see a letter that was taken. Raises DispatchFailed."""


def name_of(body: bytes | str) -> str:
    """Name a letter by what is written in it: its place in the queue changes when others look."""
    return sha256(body.encode() if isinstance(body, str) else body).hexdigest()[:10]


def _reopen(letters: Iterable[Letter]) -> dict[str, FlickbookError]:
    """Have books be made again; give, by the letters' numbers, what is wrong with those that cannot."""
    books: dict[object, list[Letter]] = {}
    for letter in letters:
        work = letter.work
        book = (work.out, work.name, work.plan) if isinstance(work, Job) else letter.number
        books.setdefault(book, []).append(letter)
    closed: dict[str, FlickbookError] = {}
    for some in books.values():
        try:
            _reopen_book([letter.work for letter in some])
        except Superseded:
            continue  # its worker will notice, and drop the job
        except FlickbookError as error:
            closed |= {letter.number: error for letter in some}
    return closed


def _reopen_book(works: Sequence[Order | Job | str]) -> None:
    jobs = [work for work in works if isinstance(work, Job)]
    if jobs:
        reopen(jobs)
    for work in works:
        if isinstance(work, Order):
            Orders(work.out).reopen(work)


def _strange(letter: Letter) -> FlickbookError:
    remedy = f"look at it with `flickbook dead`, delete it with `flickbook drop {letter.name}`"
    return WireError(f"dead letter {letter.name}", letter.message, remedy)


def _again(letter: Letter) -> FlickbookError:
    # Else what fails at once would be sent again for ever.
    return DispatchFailed(
        f"dead letter {letter.name}", "was sent again, and came back", "see why with `flickbook dead`"
    )
