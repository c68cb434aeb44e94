"""A worker's slots: child processes, each at one job, that can be told to let go of it after a snippet."""

import multiprocessing
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, wait
from contextlib import contextmanager
from typing import Any

from flickbook.core import wire
from flickbook.core.model import Job, Order, Plan
from flickbook.core.settings import usable_cores
from flickbook.engines.celery import slot_process
from flickbook.engines.celery.slot_process import Turn
from flickbook.engines.configuration import Settings
from flickbook.engines.local.ends import error_of
from flickbook.engines.local.planner import LIMIT_SECONDS, explained, plan_video
from flickbook.engines.local.processes import Processes


class Running:
    """A job under way in a slot, since a moment of the monotonic clock."""

    def __init__(self, job: Job, slot: int) -> None:
        self.job = job
        self.slot = slot
        self.since = time.monotonic()
        self.future: Future[Turn] | None = None

    @property
    def seconds(self) -> float:
        """How long it has been under way."""
        return time.monotonic() - self.since


class Slots:
    """So many child processes, and what each is at."""

    def __init__(self, settings: Settings) -> None:
        self.count = settings.engine.workers
        self._engine = settings.engine
        self._longest_turn = settings.cluster.longest_turn
        self._limits = settings.limits
        # Bytes that the children read and this process writes; each is one slot's, so no lock is needed.
        self._flags: Any = multiprocessing.get_context("spawn").RawArray("b", self.count)
        self._processes = Processes(self.count, slot_process.prepare, (self._flags,))
        self._lock = threading.Condition()
        # Threads that wait to be alone here, and the one that is.
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
    def free(self) -> int:
        """How many slots have nothing to do."""
        return 0 if self._lonely else len(self._free)

    def start(self) -> None:
        """Start the processes before there is work for them."""
        self._processes.start()

    def check(self) -> None:
        """Take over from processes that died without a word; call it now and then."""
        self._processes.check()

    def close(self) -> None:
        """End all processes and wait for their end."""
        self._processes.close()

    def running(self) -> list[Running]:
        """List the jobs under way, the longest first."""
        with self._lock:
            return sorted(self._running.values(), key=lambda running: running.since)

    def halt(self, running: Running, left: int = 1) -> None:
        """Have a job let go of after its current snippet, if so many are left then."""
        with self._lock:
            if self._running.get(running.slot) is running:
                self._flags[running.slot] = min(left, self._flags[running.slot] or left)

    def end(self, running: Running) -> None:
        """End a job at once."""
        if running.future is not None:
            running.future.cancel()

    def take_turn(self, job: Job) -> Turn | None:
        """Do a job until it is done or is to be let go of, maybe before it is begun; None if it was ended.

        Raises WorkerCrashed or WorkerTimeout; what `worker.work` raised is in the turn.
        """
        most = min(len(job.snippets), self._engine.run_length)
        # Whoever is at it for longer than a turn and the snippet that ends it hangs.
        limit = min(self._engine.snippet_timeout * most, self._longest_turn + self._engine.snippet_timeout)
        # A video that is one job cannot keep several slots busy; so its decoder may have the cores of those that idle.
        threads = max(1, min(usable_cores(), self.free)) if job.video.duration <= job.recipe.snippet else 1
        with self._slot() as slot:
            if self.stopping:
                return Turn(job.snippets, [])
            running = Running(job, slot)
            running.future = self._processes.call(
                slot_process.take_turn, wire.encode(job), most, slot, threads, limit=limit
            )
            with self._lock:
                self._running[slot] = running
            wait([running.future])
            with self._lock:
                del self._running[slot]
            error = error_of(job, limit, running.future)
            if error is not None:
                raise error
            return None if running.future.cancelled() else running.future.result()

    def plan(self, order: Order) -> Plan:
        """Plan the video of an order. Raises what `submit.plan_source` raises, WorkerCrashed or WorkerTimeout."""
        with self._slot():
            wanted = order.source, order.name, order.recipe
            call = self._processes.call(plan_video, *wanted, self._limits, limit=LIMIT_SECONDS)
            with explained(order.source):
                return call.result()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Have nothing else begun here, and all that is under way let go of after its snippet; then go on."""
        with self._lock:
            self._lonely += 1
            for slot in set(range(self.count)) - set(self._free):
                self._flags[slot] = 1
            self._lock.wait_for(lambda: self._alone is None and len(self._free) == self.count)
            self._alone = threading.get_ident()
        try:
            yield
        finally:
            with self._lock:
                self._lonely -= 1
                self._alone = None
                self._lock.notify_all()

    @contextmanager
    def _slot(self) -> Iterator[int]:
        with self._lock:
            self._lock.wait_for(lambda: not self._lonely or self._alone == threading.get_ident())
            slot = self._free.pop()
            self._flags[slot] = 0
        try:
            yield slot
        finally:
            with self._lock:
                self._free.append(slot)
                self._lock.notify_all()
