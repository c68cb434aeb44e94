"""A worker's slots: child processes, each at one job, which can be released after a snippet or shortened."""

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import Any

from flickbook.core import wire
from flickbook.core.model import Job, Order, Plan, Snippet
from flickbook.core.settings import usable_cores
from flickbook.engines.celery import slot_process
from flickbook.engines.celery.slot_process import SlotState, TimeSlice
from flickbook.engines.configuration import Settings
from flickbook.engines.local.planner import LIMIT_SECONDS, explained, plan_video
from flickbook.engines.local.processes import Processes, error_of

# How often the thread that waits for a child process looks around.
WATCH_SECONDS = 0.1
# Beyond the start of any snippet.
_NO_LIMIT = 2**62


class Running:
    """A job under way in a slot, since a moment of the monotonic clock, at which it was wanted when last `asked`.

    Set `state.released` to have it released after its current snippet; cancel the future to end it at once.
    """

    def __init__(self, job: Job, state: SlotState, future: "Future[TimeSlice]") -> None:
        self.job = job
        self.state = state
        self.future = future
        self.since = self.asked = time.monotonic()

    @property
    def seconds(self) -> float:
        """How long it has been under way."""
        return time.monotonic() - self.since

    def left(self) -> list[Snippet]:
        """List the snippets of the job that are not made; the first of them is under way."""
        return [one for one in self.job.snippets if self.state.made < one.start < self.state.limit]


class Slots:
    """As many child processes as the engine has workers, and the job of each."""

    def __init__(self, settings: Settings) -> None:
        self.count = settings.engine.workers
        self._settings = settings
        # Each child reads and writes its own element, so no lock is needed.
        self._states: Any = multiprocessing.get_context("spawn").RawArray(SlotState, self.count)
        self._processes = Processes(self.count, slot_process.prepare, (self._states,))
        # Before there is work for them.
        self._processes.start()
        self._lock = threading.Condition()
        # How many threads wait to be alone here, and which one is.
        self._lonely = 0
        self._alone: int | None = None
        self._free = list(range(self.count))
        self._running: dict[int, Running] = {}
        # Once it is set no job is begun.
        self.stopping = False

    @property
    def able(self) -> bool:
        """Whether processes can live here, as far as is known."""
        return self._processes.able

    @property
    def emptying(self) -> bool:
        """Whether all that is under way is to be released."""
        return self.stopping or self._lonely > 0

    @property
    def free(self) -> int:
        """How many slots have nothing to do."""
        return 0 if self._lonely else len(self._free)

    def close(self) -> None:
        """End all processes and wait for their end."""
        self._processes.close()

    def running(self) -> list[Running]:
        """List the jobs under way."""
        return list(self._running.values())

    def render(self, job: Job, watch: Callable[[Running], None]) -> TimeSlice | None:
        """Do a job until it is done or released, maybe before it is begun; return None if it was cancelled.

        `watch` is called every `WATCH_SECONDS`. Raises WorkerCrashed or WorkerTimeout; what `job.work` raised is in
        the time slice.
        """
        engine = self._settings.engine
        most = min(len(job.snippets), engine.run_length)
        # A job that lasts longer than a time slice and the snippet that ends it hangs.
        limit = min(engine.snippet_timeout * most, self._settings.cluster.longest_turn + engine.snippet_timeout)
        # A video that is one job cannot keep several slots busy; so its decoder may have the cores of those that idle.
        threads = max(1, min(usable_cores(), self.free)) if job.video.duration <= job.recipe.snippet else 1
        with self._slot() as slot:
            if self.stopping:
                return TimeSlice(job.snippets, [])
            state = self._states[slot]
            state.made, state.limit, state.released = -1, _NO_LIMIT, False
            called = slot_process.render_job, wire.encode(job), most, slot, threads
            running = self._running[slot] = Running(job, state, self._processes.call(*called, limit=limit))
            try:
                self._wait(running.future, lambda: watch(running))
            finally:
                del self._running[slot]
            error = error_of(job, limit, running.future)
            if error is not None:
                raise error
            return None if running.future.cancelled() else running.future.result()

    def plan(self, order: Order) -> Plan:
        """Plan the video of an order. Raises what `orders.plan_source` raises, WorkerCrashed or WorkerTimeout."""
        with self._slot():
            wanted = order.source, order.name, order.recipe
            call = self._processes.call(plan_video, *wanted, self._settings.limits, limit=LIMIT_SECONDS)
            with explained(order.source):
                self._wait(call, lambda: None)
                return call.result()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have nothing else begun here, and all that is under way released after its snippet; then go on."""
        with self._lock:
            self._lonely += 1
            self._lock.wait_for(lambda: self._alone is None and len(self._free) == self.count)
            self._alone = threading.get_ident()
        try:
            yield
        finally:
            with self._lock:
                self._lonely -= 1
                self._alone = None
                self._lock.notify_all()

    def _wait(self, call: "Future[Any]", watch: Callable[[], None]) -> None:
        while not wait([call], WATCH_SECONDS).done:
            self._processes.check()
            watch()

    @contextmanager
    def _slot(self) -> Iterator[int]:
        with self._lock:
            self._lock.wait_for(lambda: not self._lonely or self._alone == threading.get_ident())
            slot = self._free.pop()
        try:
            yield slot
        finally:
            with self._lock:
                self._free.append(slot)
                self._lock.notify_all()
