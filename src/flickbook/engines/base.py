"""What every engine offers, and what those on this machine share: how a job that failed is tried again or given up."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Self

from msgspec.structs import replace

from flickbook.core.model import Job, Order
from flickbook.errors import FlickbookError, Superseded, as_ours
from flickbook.library.completion import failure_of, give_up, set_back
from flickbook.library.order_records import Orders
from flickbook.storage import shown

if TYPE_CHECKING:
    from flickbook.engines.dead_letters import DeadLetters

TRIES = 2

_log = logging.getLogger("flickbook")


class Closing(ABC):
    """What is closed at the end of a `with`."""

    @abstractmethod
    def close(self) -> None:
        """Let go of all that is held."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class JobSeen(NamedTuple):
    """A job under way: a book's window in seconds on the viewer's clock, and the seconds it has been worked on."""

    book: str
    start: int
    end: float
    seconds: float


class WorkerSeen(NamedTuple):
    """A worker: how many jobs it can do at once, and the jobs that it is doing."""

    name: str
    slots: int
    jobs: list[JobSeen]


class ClusterSeen(NamedTuple):
    """A look at a cluster: counts of messages that wait and of dead letters, and its workers.

    `workers` is None where workers cannot be asked.
    """

    waiting: int
    dead: int
    workers: list[WorkerSeen] | None


class Ended(NamedTuple):
    """How an order ended: the state of its book, the snippets made and failed since, and the error that ended it."""

    order: Order
    state: str
    made: int = 0
    failed: int = 0
    error: FlickbookError | None = None


class Engine(Closing):
    """Has books made. It is given orders that are recorded; what becomes of them is read from the output store.

    A subclass fills `check`, `order`, `cancel` and `close`.
    """

    # Whether the work goes on when this program ends.
    outlives: ClassVar[bool] = True
    # Seconds for which somebody may still write to a book that was cancelled.
    last_writes: ClassVar[float] = 3.0
    # Called in a thread with each order that this program has filled or refused; not if the engine outlives it.
    ended: Callable[[Ended], None] = staticmethod(lambda _: None)

    def start(self) -> None:
        """Get ready before there is an order; nothing, unless a subclass has something to do."""

    @abstractmethod
    def check(self) -> None:
        """Raise DispatchFailed or WorkerCrashed if no order can be taken, or none filled."""

    @abstractmethod
    def order(self, order: Order) -> None:
        """Take an order, in place of an earlier one of the same book, and return before it is filled.

        Raises DispatchFailed if it was not taken; ordering again is safe. An engine that looks at the video at once may
        raise InputError, and Cancelled or Superseded if the order is no longer wanted.
        """

    @abstractmethod
    def cancel(self, name: str) -> None:
        """Stop the work on a book that is no longer wanted, as the output store says already."""

    def is_at(self, name: str) -> bool:  # noqa: ARG002  # for subclasses
        """Return whether this program plans or makes a book."""
        return False

    def look(self) -> ClusterSeen | None:
        """Return what waits and what the workers do, None where there is nobody to ask. Raises DispatchFailed."""
        return None

    def refuse(self, order: Order, error: FlickbookError) -> None:
        """Record that a video cannot be made, and why."""
        # By its name: where the video lies is not for all who may read.
        failure = failure_of(type(error)(order.name, error.fault, error.remedy))
        try:
            Orders(order.out).note_failure(order, failure, final=True)
        except FlickbookError as fault:
            # Its record still says that it waits, so the next program orders it again.
            _log.error("%s", fault)
        self.ended(Ended(order, "refused", error=error))

    def dead_letters(self) -> "DeadLetters | None":
        """Open the queue of what was given up, None where there is none. Raises DispatchFailed."""
        return None


class Dispatcher(ABC):
    """Carries jobs outward. What becomes of them is read from the output store."""

    @abstractmethod
    def send(self, jobs: Sequence[Job]) -> None:
        """Send jobs on their way. Raises DispatchFailed if not all could be sent; sending all again is safe."""


class Collector(Dispatcher):
    """Keeps jobs for a program that carries them itself."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def send(self, jobs: Sequence[Job]) -> None:
        """Keep the jobs."""
        self.jobs += jobs


class LocalDispatcher(Dispatcher, Closing):
    """Carries jobs to workers on this machine. A subclass fills `_carry`, `_abandon`, `wait`, `under_way` and `close`.

    An adapter reports a job's end to `_settle`: a failed job is tried once more, one snippet at a time, so that
    a poisonous snippet takes no others down; then its snippets get failure receipts.
    """

    def __init__(self) -> None:
        self._fatal: dict[str, FlickbookError] = {}

    def send(self, jobs: Sequence[Job]) -> None:
        """Send jobs on their way."""
        for job in jobs:
            self._carry(job, 1)

    @abstractmethod
    def wait(self, seconds: float) -> bool:
        """Wait until every job sent is settled, at most so long; tell whether that is so."""

    def check(self, plan: str) -> None:
        """Raise the error that makes all further work on the plan of this id pointless, if there was one."""
        if plan in self._fatal:
            raise self._fatal.pop(plan)

    @abstractmethod
    def under_way(self) -> frozenset[str]:
        """List the plans of which jobs are not settled."""

    def drop(self, plan: str) -> bool:
        """Let go of all jobs of the plan of this id, without receipts, and tell whether there were any.

        Workers that are at it are ended, a moment later.
        """
        there = plan in self.under_way()
        self._abandon(plan)
        self._fatal.pop(plan, None)
        return there

    @property
    def able(self) -> bool:
        """Whether workers can do their work here, as far as is known."""
        return True

    def start(self) -> None:
        """Make ready for work before there is any; nothing, unless a subclass has something to do."""

    @abstractmethod
    def close(self) -> None:
        """Stop at once: jobs under way are ended, nothing is left running."""

    @abstractmethod
    def _carry(self, job: Job, attempt: int) -> None:
        """Take one job to a worker; `attempt` counts from 1."""

    def _settle(self, job: Job, attempt: int, error: BaseException | None) -> None:
        """Record how a job ended: well, to be tried again, given up, or in a way that ends everything."""
        if error is None or isinstance(error, Superseded):
            return
        error = as_ours(error, shown(job.source.url), "could not be rendered")
        if not error.retryable:
            self._end_plan(job.plan, error)
        else:
            self._try_again(job, attempt, error)

    def _try_again(self, job: Job, attempt: int, error: FlickbookError) -> None:
        try:
            if attempt == TRIES:
                give_up(job, failure_of(error))
                return
            set_back(job, error)
        except Superseded:
            return
        except FlickbookError as fatal:
            self._end_plan(job.plan, fatal)
            return
        for snippet in job.snippets:
            self._carry(replace(job, snippets=(snippet,)), attempt + 1)

    def _end_plan(self, plan: str, error: FlickbookError) -> None:
        self._fatal.setdefault(plan, error)
        self._abandon(plan)

    @abstractmethod
    def _abandon(self, plan: str) -> None:
        """Drop what is queued and under way for a plan that cannot be finished."""
