"""Dead letters: what no worker could do, kept until somebody has mended the cause and sends it again."""

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from math import inf
from typing import Literal, NamedTuple

from msgspec import Struct

from flickbook.dispatch.base import Closing
from flickbook.errors import FlickbookError, Superseded, WireError
from flickbook.model import Job, Order
from flickbook.settling import reopen, reopen_order
from flickbook.storage import shown

# Of a letter that is none of ours, so many characters are shown.
LONGEST = 80


class Letter(Struct, frozen=True):
    """A dead letter: what was to be done, and why it was given up.

    `number` is the queue's own name of it. `task` is None for a letter that is none of ours, which `message` explains.
    `work` is the job or order, or text where a letter holds neither. `died` is in seconds since 1970.
    """

    number: str
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


class DeadLetters(Closing):
    """A queue of dead letters. A subclass fills `check`, `take`, `send_again`, `delete`, `put_back` and `close`.

    One process at a time: what one has taken, no other sees meanwhile.
    """

    def peek(self) -> list[Letter]:
        """Give the letters that lie there, the oldest first; they stay. Raises DispatchFailed."""
        with self._held() as letters:
            return sorted(letters.values(), key=lambda letter: letter.died or inf)

    def redrive(self) -> Redriven:
        """Send every dead letter again, and delete it once it is taken.

        A letter stays that is none of ours, or of a book that cannot be reached. Raises DispatchFailed if nothing can
        be sent; what was not sent stays too.
        """
        self.check()
        with self._held() as letters:
            left = {number: _strange(letter) for number, letter in letters.items() if letter.task is None}
            # All of a book's before the first is sent: nobody must bind it on the failures of the others.
            left |= _reopen(letters.values())
            ours = [letter for number, letter in letters.items() if number not in left]
            for letter in ours:
                self.send_again(letter)
                self.delete(letter)
                del letters[letter.number]
            return Redriven(len(ours), list(left.values()))

    @contextmanager
    def _held(self) -> Iterator[dict[str, Letter]]:
        """Take all letters, by number; those that are there at the end are put back."""
        letters: dict[str, Letter] = {}
        try:
            for letter in self.take():
                letters[letter.number] = letter
            yield letters
        finally:
            for letter in letters.values():
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
            reopen_order(work)


def _strange(letter: Letter) -> FlickbookError:
    return WireError(f"dead letter {letter.number}", letter.message, "look at it and delete it by hand")
