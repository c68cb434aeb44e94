"""Dead letters: orders and jobs that were given up, kept until a person removes the cause and sends them again."""

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

# Characters shown of a foreign message.
LONGEST = 80
# A letter that another program is reading comes back to the queue soon. To receive all letters, the queue is read in
# rounds, this many seconds apart, until this many rounds in a row were empty.
QUIET_ROUNDS, PAUSE_SECONDS, MOST_ROUNDS = 2, 1.0, 60


class Letter(Struct, frozen=True):
    """A dead letter: the order or job that was given up, and the reason.

    `number` is the queue's id for this delivery, `name` the letter's lasting name. `task` is None for a foreign
    message; then `message` says what is wrong with it, and `work` is text. `died` is in seconds since 1970.
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
        """The video's place as people write it; the beginning of a foreign message."""
        if isinstance(self.work, Order):
            return shown(self.work.source)
        return shown(self.work.source.url) if isinstance(self.work, Job) else self.work


class Redriven(NamedTuple):
    """The result of a redrive: how many letters were sent again, and why the others stay in the queue."""

    sent: int
    left: list[FlickbookError]


class Deleted(NamedTuple):
    """The result of deleting letters: how many were deleted, and the names that were not found."""

    deleted: int
    missing: list[str]


class DeadLetters(Closing):
    """A queue of dead letters. A subclass implements `check`, `receive`, `send_again`, `delete`, `release`, `close`.

    A received letter is invisible to other programs until it is released or deleted.
    """

    def peek(self) -> list[Letter]:
        """Return all letters, the oldest first. They stay in the queue. Raises DispatchFailed."""
        received: dict[str, Letter] = {}
        with self._releasing(received):
            return sorted(self._receive(received), key=lambda letter: letter.died or inf)

    def redrive(self) -> Redriven:
        """Send every dead letter again and delete it.

        Letters stay if they are foreign, if their book cannot be reached, or if they come back meanwhile. Raises
        DispatchFailed if the broker fails; letters that were not sent stay too.
        """
        self.check()
        received: dict[str, Letter] = {}
        left: dict[str, FlickbookError] = {}
        count, done = 0, set[Order | Job | str]()
        with self._releasing(received):
            for letters in self._rounds(received):
                left |= {letter.number: _foreign(letter) for letter in letters if letter.task is None}
                left |= {letter.number: _came_back(letter) for letter in letters if letter.work in done}
                # All letters of a book are reopened before the first is sent. Otherwise the first worker could
                # complete the book with the failure receipts of the other letters.
                left |= _reopen([letter for letter in letters if letter.number not in left])
                sendable = [letter for letter in letters if letter.number not in left]
                for letter in sendable:
                    self.send_again(letter)
                    self.delete(letter)
                    del received[letter.number]
                count += len(sendable)
                done |= {letter.work for letter in sendable}
        return Redriven(count, list(left.values()))

    def delete_named(self, names: Collection[str] | None = None) -> Deleted:
        """Delete the letters with these names, or all. Raises DispatchFailed."""
        received: dict[str, Letter] = {}
        deleted: list[str] = []
        with self._releasing(received):
            for letters in self._rounds(received):
                for letter in letters:
                    if names is None or letter.name in names:
                        self.delete(letter)
                        del received[letter.number]
                        deleted.append(letter.name)
        return Deleted(len(deleted), [name for name in names or () if name not in deleted])

    def _rounds(self, received: dict[str, Letter]) -> Iterator[list[Letter]]:
        """Yield all letters in rounds, and add them to `received`."""
        quiet, pause = 0, PAUSE_SECONDS
        for _ in range(MOST_ROUNDS):
            begun = time.monotonic()
            letters = self._receive(received)
            # Another program needs about as long as this one to read the letters and release them.
            pause = max(pause, time.monotonic() - begun)
            quiet = 0 if letters else quiet + 1
            if letters:
                yield letters
            elif quiet == QUIET_ROUNDS:
                return
            time.sleep(pause)

    def _receive(self, received: dict[str, Letter]) -> list[Letter]:
        letters = []
        # Added one by one: if the broker fails, the letters received so far are released.
        for letter in self.receive():
            received[letter.number] = letter
            letters.append(letter)
        return letters

    @contextmanager
    def _releasing(self, received: dict[str, Letter]) -> Iterator[None]:
        """Release all letters that are in `received` at the end."""
        try:
            yield
        finally:
            for letter in received.values():
                self.release(letter)

    @abstractmethod
    def check(self) -> None:
        """Raise UsageError or DispatchFailed if letters cannot be sent again."""

    @abstractmethod
    def receive(self) -> Iterator[Letter]:
        """Yield each letter once, and hide it from other programs. Raises DispatchFailed."""

    @abstractmethod
    def send_again(self, letter: Letter) -> None:
        """Send a letter's order or job with a new count of attempts, and wait until it is accepted.

        Raises DispatchFailed.
        """

    @abstractmethod
    def delete(self, letter: Letter) -> None:
        """Delete a received letter. Raises DispatchFailed."""

    @abstractmethod
    def release(self, letter: Letter) -> None:
        """Return a received letter to the queue, where other programs see it. Raises DispatchFailed."""


def name_of(body: bytes | str) -> str:
    """Return a letter's name, a digest of its body: its id in the queue changes with each delivery."""
    return sha256(body.encode() if isinstance(body, str) else body).hexdigest()[:10]


def _reopen(letters: Iterable[Letter]) -> dict[str, FlickbookError]:
    """Prepare the books of letters for another attempt; return an error by letter number where that is impossible."""
    books: dict[object, list[Letter]] = {}
    for letter in letters:
        work = letter.work
        book = (work.out, work.name, work.plan) if isinstance(work, Job) else letter.number
        books.setdefault(book, []).append(letter)
    failed: dict[str, FlickbookError] = {}
    for letters_of_book in books.values():
        try:
            _reopen_book([letter.work for letter in letters_of_book])
        except Superseded:
            continue  # the letter is sent all the same; its worker reads the book's plan and skips the job
        except FlickbookError as error:
            failed |= {letter.number: error for letter in letters_of_book}
    return failed


def _reopen_book(works: Sequence[Order | Job | str]) -> None:
    jobs = [work for work in works if isinstance(work, Job)]
    if jobs:
        reopen(jobs)
    for work in works:
        if isinstance(work, Order):
            Orders(work.out).reopen(work)


def _foreign(letter: Letter) -> FlickbookError:
    remedy = f"look at it with `flickbook dead`, delete it with `flickbook drop {letter.name}`"
    return WireError(f"dead letter {letter.name}", letter.message, remedy)


def _came_back(letter: Letter) -> FlickbookError:
    # Without this, a job that fails at once would be sent again for ever.
    fault = "was sent again, and came back"
    return DispatchFailed(f"dead letter {letter.name}", fault, "see why with `flickbook dead`")
