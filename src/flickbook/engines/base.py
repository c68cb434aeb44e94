"""The interfaces of engines and dispatchers."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Self

from flickbook.core.model import ImageTask, Job, Order
from flickbook.errors import FlickbookError, UsageError
from flickbook.library.completion import failure_of
from flickbook.library.order_records import Orders

if TYPE_CHECKING:
    from flickbook.engines.dead_letters import DeadLetters

_log = logging.getLogger("flickbook")


class Closing(ABC):
    """A context manager that closes itself at the end of a `with`."""

    @abstractmethod
    def close(self) -> None:
        """Close connections and end processes."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


class JobSeen(NamedTuple):
    """A running job: its book, its window in seconds of the video, and the seconds it has run."""

    book: str
    start: int
    end: float
    seconds: float


class FramesSeen(NamedTuple):
    """A snippet that is being made: where it begins, and how many of the frames that it needs its outputs have."""

    start: int
    done: int
    wanted: int


class WorkerSeen(NamedTuple):
    """A worker: how many jobs it can do at once, and its running jobs."""

    name: str
    slots: int
    jobs: list[JobSeen]


class ClusterSeen(NamedTuple):
    """The state of a cluster: counts of waiting messages and dead letters, and its workers.

    `workers` is None if the engine cannot ask them.
    """

    waiting: int
    dead: int
    workers: list[WorkerSeen] | None


class Ended(NamedTuple):
    """How an order ended: the book's state, the snippets made and failed for it, and the error, if one ended it."""

    order: Order
    state: str
    made: int = 0
    failed: int = 0
    error: FlickbookError | None = None


class Engine(Closing):
    """Carries out recorded orders. Their progress is read from the output store.

    A subclass implements `check`, `order`, `cancel` and `close`.
    """

    # Whether the work continues after this program has ended.
    outlives: ClassVar[bool] = True
    # Seconds after `cancel` in which a worker may still write to the book.
    last_writes: ClassVar[float] = 3.0
    # Called from a thread with each finished or refused order. An engine that outlives the program does not call it.
    ended: Callable[[Ended], None] = staticmethod(lambda _: None)

    def start(self) -> None:
        """Start processes or connections before the first order. Optional."""

    @abstractmethod
    def check(self) -> None:
        """Raise DispatchFailed or WorkerCrashed if the engine cannot accept or carry out orders."""

    @abstractmethod
    def order(self, order: Order) -> None:
        """Accept an order, which replaces an earlier one of the same book, and return before it is carried out.

        Raises DispatchFailed if the order was not accepted; ordering again is safe. An engine that plans the video at
        once may raise InputError, and Cancelled or Superseded if the order is no longer wanted.
        """

    @abstractmethod
    def cancel(self, name: str) -> None:
        """Stop the work on a book. The output store marks it as cancelled already."""

    def is_at(self, name: str) -> bool:  # noqa: ARG002  # for subclasses
        """Return whether this program is planning or making the book."""
        return False

    def frames(self, plan: str) -> Sequence[FramesSeen]:  # noqa: ARG002  # for subclasses
        """Return the snippets of the plan with an id that are being made, as far as this program knows. Never waits."""
        return ()

    def view(self) -> ClusterSeen | None:
        """Return the state of the cluster, None if the engine has none. Raises DispatchFailed."""
        return None

    def make_image(self, task: ImageTask) -> None:
        """Have a requested picture made and stored by `images.making.work`, and return when it is stored.

        Called from several threads. Raises InputError, OutputError or StoreError, DispatchFailed, WorkerCrashed or
        WorkerTimeout; UsageError if the engine makes no images.
        """
        raise UsageError(task.request.name, "cannot be made here: this engine makes no images", "use another engine")

    def refuse(self, order: Order, error: FlickbookError) -> None:
        """Record that a video cannot be made, and why."""
        # The book's name replaces the video's URL: not every reader of the record may know the URL.
        failure = failure_of(type(error)(order.name, error.fault, error.remedy))
        try:
            Orders(order.out).note_failure(order, failure, final=True)
        except FlickbookError as fault:
            # The record still says "waiting", so the next program orders the video again.
            _log.error("%s", fault)
        self.ended(Ended(order, "refused", error=error))

    def dead_letters(self) -> "DeadLetters | None":
        """Open the queue of dead letters, None if the engine has none. Raises DispatchFailed."""
        return None


class Dispatcher(ABC):
    """Sends jobs to workers. Their results are read from the output store.

    A video of enough snippets becomes at least `jobs_per_worker` jobs for each worker.
    """

    jobs_per_worker = 1

    @abstractmethod
    def send(self, jobs: Sequence[Job]) -> None:
        """Send jobs. Raises DispatchFailed if a job could not be sent; sending all again is safe."""


class Collector(Dispatcher):
    """Collects jobs in a list, for a program that sends them itself."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def send(self, jobs: Sequence[Job]) -> None:
        """Append the jobs to the list."""
        self.jobs += jobs
