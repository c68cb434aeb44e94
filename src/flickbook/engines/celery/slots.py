"""A worker's slots: one child process for each job that runs at the same time."""

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from flickbook.core import wire
from flickbook.core.model import ImageTask, Job, Order, Plan, Snippet
from flickbook.core.settings import usable_cores
from flickbook.engines.celery import slot_process
from flickbook.engines.celery.dispatcher import IMAGE_SECONDS
from flickbook.engines.celery.slot_process import SlotState, TimeSlice
from flickbook.engines.configuration import Settings
from flickbook.engines.local.imager import DONE, make_image
from flickbook.engines.local.planner import LIMIT_SECONDS, explained, plan_video
from flickbook.engines.local.processes import Processes, error_of
from flickbook.media.card_places import card_folder
from flickbook.storage import access_to

# How often `watch` is called for a running job.
WATCH_SECONDS = 0.1


@dataclass
class Running:
    """A job that runs in a slot. Times are those of the monotonic clock.

    Set `state.released` to end it after its current snippet; cancel `future` to end it at once. `checked` is the time
    of the last check that the job is still wanted.
    """

    job: Job
    state: SlotState
    future: "Future[TimeSlice]"
    since: float = field(default_factory=time.monotonic)
    checked: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        """How long the job has run."""
        return time.monotonic() - self.since

    def left(self) -> list[Snippet]:
        """Return the remaining snippets of the job. The child is making the first of them."""
        return [snippet for snippet in self.job.snippets if self.state.made < snippet.start]


class Slots:
    """As many child processes as the engine has workers. After `stopping` is set, no job begins."""

    def __init__(self, settings: Settings) -> None:
        self.count = settings.engine.workers
        self._settings = settings
        # Shared memory without a lock: each child has its own element.
        self._states: Any = multiprocessing.get_context("spawn").RawArray(SlotState, self.count)
        decode = settings.engine.decode
        self._card = card_folder(decode)
        card = self._card and (decode, self._card.name, self.count)
        self._processes = Processes(self.count, slot_process.prepare, (self._states, card))
        self._processes.start()
        self._lock = threading.Condition()
        # How many threads need the worker for themselves, and the id of the one that has it.
        self._exclusive_count = 0
        self._exclusive_thread: int | None = None
        self._free = list(range(self.count))
        self._running: dict[int, Running] = {}
        self.stopping = False

    @property
    def able(self) -> bool:
        """Whether child processes can run on this host, as far as is known."""
        return self._processes.able

    @property
    def emptying(self) -> bool:
        """Whether all running jobs are to be released."""
        return self.stopping or self._exclusive_count > 0

    @property
    def free(self) -> int:
        """The number of idle slots."""
        return 0 if self._exclusive_count else len(self._free)

    def close(self) -> None:
        """Stop the child processes."""
        self._processes.close()
        if self._card is not None:
            self._card.cleanup()

    def running(self) -> list[Running]:
        """Return the running jobs."""
        return list(self._running.values())

    def render(self, job: Job, watch: Callable[[Running], None]) -> TimeSlice | None:
        """Run a job until it is done, released or cancelled; return None if it was cancelled.

        `watch` is called every `WATCH_SECONDS`. The time slice has the error of a job that failed by itself. Raises
        WorkerCrashed or WorkerTimeout if its process failed.
        """
        engine = self._settings.engine
        most = min(len(job.snippets), engine.run_length)
        # After the longest time slice, a job is released and ends with its current snippet. A longer job hangs.
        limit = min(engine.snippet_timeout * most, self._settings.cluster.longest_turn + engine.snippet_timeout)
        # A video of one snippet uses one slot. Its decoder may use the processors of the idle slots.
        threads = max(1, min(usable_cores(), self.free)) if job.video.duration <= job.recipe.snippet else 1
        with self._slot() as slot:
            if self.stopping:
                return TimeSlice(job.snippets, [])
            state = self._states[slot]
            state.made, state.released, state.done, state.wanted = -1, False, 0, 0
            call = slot_process.render_job, wire.encode(job), most, slot, threads
            running = self._running[slot] = Running(job, state, self._processes.call(*call, limit=limit))
            try:
                self._wait(running.future, lambda: watch(running))
            finally:
                del self._running[slot]
            error = error_of(job, limit, running.future)
            if error is not None:
                raise error
            return None if running.future.cancelled() else running.future.result()

    def plan(self, order: Order) -> Plan:
        """Plan the video of an order. Raises the errors of `orders.plan_source`, WorkerCrashed or WorkerTimeout."""
        with self._slot(), explained(order.source):
            wanted = order.source, order.name, order.recipe
            future = self._processes.call(plan_video, *wanted, self._settings.limits, limit=LIMIT_SECONDS)
            self._wait(future, lambda: None)
            return future.result()

    def make_image(self, task: ImageTask) -> None:
        """Make and store a requested picture. Raises what `making.work` raises, WorkerCrashed or WorkerTimeout."""
        url = task.video.url
        with self._slot(), explained(url, "making a picture", DONE, IMAGE_SECONDS):
            threads = min(usable_cores(), self.free + 1)
            call = make_image, task, threads, self._settings.limits, access_to(url)
            future = self._processes.call(*call, limit=IMAGE_SECONDS)
            self._wait(future, lambda: None)
            future.result()

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Release all running jobs, wait for them, and let only the calling thread begin jobs."""
        with self._lock:
            self._exclusive_count += 1
            self._lock.wait_for(lambda: self._exclusive_thread is None and len(self._free) == self.count)
            self._exclusive_thread = threading.get_ident()
        try:
            yield
        finally:
            with self._lock:
                self._exclusive_count -= 1
                self._exclusive_thread = None
                self._lock.notify_all()

    def _wait(self, future: "Future[Any]", watch: Callable[[], None]) -> None:
        while not wait([future], WATCH_SECONDS).done:
            self._processes.check()
            watch()

    @contextmanager
    def _slot(self) -> Iterator[int]:
        with self._lock:
            self._lock.wait_for(lambda: not self._exclusive_count or self._exclusive_thread == threading.get_ident())
            slot = self._free.pop()
        try:
            yield slot
        finally:
            with self._lock:
                self._free.append(slot)
                self._lock.notify_all()
