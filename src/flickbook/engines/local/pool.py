"""A pool of processes on this machine: a worker that crashes or exceeds its time limit ends only its own job."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

from msgspec.structs import replace

from flickbook.core import wire
from flickbook.core.model import Job
from flickbook.core.settings import Engine, usable_cores
from flickbook.engines.base import Closing, Dispatcher, FramesSeen
from flickbook.engines.local import child
from flickbook.engines.local.frame_board import FrameBoard
from flickbook.engines.local.processes import Processes, error_of
from flickbook.errors import FlickbookError, Superseded, WorkerCrashed, as_ours
from flickbook.library.completion import failure_of, give_up, record_attempt
from flickbook.media.card_places import card_folder
from flickbook.storage import access_to, shown

TRIES = 2
_GUARD = 'a script must call Flickbook below `if __name__ == "__main__":`'


class PoolDispatcher(Dispatcher, Closing):
    """Does jobs in `settings.workers` processes. A niceness above 0 leaves the processor to other programs first.

    Raises UsageError if this machine lacks the card that the settings name.

    A failed job is retried once, one snippet at a time, so that a snippet that crashes its worker costs no other
    snippet. A snippet that fails again gets a failure receipt.
    """

    def __init__(self, settings: Engine, niceness: int = 0, processes: Processes | None = None) -> None:
        self._card = None if processes else card_folder(settings.decode)
        card = self._card and (settings.decode, self._card.name, settings.workers)
        if self._card is not None:
            self.jobs_per_worker = 2  # a card and a core are not equally fast
        self._board = FrameBoard()
        self.processes = processes or Processes(settings.workers, arguments=(niceness, card, self._board.numbers))
        self._settings = settings
        self._changed = threading.Condition()
        self._jobs: dict[Future[None], Job] = {}
        self._fatal: dict[str, FlickbookError] = {}
        self._closing = False
        self._threads = 1

    def prepare(self) -> None:
        """Start the processes before the first job if they have a card to set up, which takes a while."""
        if self._card is not None:
            self.processes.start()

    def send(self, jobs: Sequence[Job]) -> None:
        """Send jobs. With fewer jobs than cores, each decoder uses several threads."""
        with self._changed:
            waiting = len(self._jobs) + len(jobs)
        self._threads = max(1, min(usable_cores(), self._settings.workers) // max(1, waiting))
        for job in jobs:
            self._begin(job, 1)

    def wait(self, seconds: float) -> bool:
        """Wait until all sent jobs have ended, at most so many seconds. Return whether they have."""
        self.processes.check()
        with self._changed:
            return self._changed.wait_for(lambda: not self._jobs, seconds)

    def under_way(self) -> frozenset[str]:
        """Return the ids of the plans that have unfinished jobs."""
        self.processes.check()
        with self._changed:
            return frozenset(job.plan for job in self._jobs.values())

    def frames(self, plan: str) -> list[FramesSeen]:
        """Return how far the running jobs of the plan with this id are within their snippets."""
        with self._changed:
            jobs = [job for job in self._jobs.values() if job.plan == plan]
        return [seen for job in jobs if (seen := self._board.read(job)) is not None]

    def check(self, plan: str) -> None:
        """Raise the error that stopped all work on the plan with this id, if there was one."""
        if plan in self._fatal:
            raise self._fatal.pop(plan)

    def cancel(self, plan: str) -> None:
        """Cancel all jobs of the plan with this id, without receipts. Running workers are stopped within a moment."""
        self._cancel(plan)
        self._fatal.pop(plan, None)

    def close(self) -> None:
        """End all workers and wait for their end."""
        self._closing = True
        self.processes.close()
        if self._card is not None:
            self._card.cleanup()

    def _begin(self, job: Job, attempt: int) -> None:
        limit = self._settings.snippet_timeout * min(len(job.snippets), self._settings.run_length)
        # Called without our lock: a thread that holds the lock of `processes` may wait for ours.
        future = self._call(job, limit)
        with self._changed:
            self._jobs[future] = job
        future.add_done_callback(lambda done: self._ended(job, attempt, limit, done))

    def _call(self, job: Job, limit: float) -> "Future[None]":
        access = access_to(job.source.url)
        return self.processes.call(child.run, wire.encode(job), self._threads, access, limit=limit)

    def _ended(self, job: Job, attempt: int, limit: float, future: "Future[None]") -> None:
        try:
            error = None if future.cancelled() else future.exception()
            if isinstance(error, BrokenProcessPool):
                name, fault = shown(job.source.url), f"the pool of workers broke ({error})"
                self._stop_plan(job.plan, WorkerCrashed(name, fault, f"run again; {_GUARD}"))
            elif not self._closing:
                # `close` ends running jobs, which are not at fault.
                self._finish(job, attempt, error_of(job, limit, future))
        finally:
            with self._changed:
                del self._jobs[future]
                self._changed.notify_all()

    def _finish(self, job: Job, attempt: int, error: BaseException | None) -> None:
        """Decide what follows a job's end: nothing, another attempt, failure receipts, or the end of its plan."""
        if error is None or isinstance(error, Superseded):
            return
        error = as_ours(error, shown(job.source.url), "could not be rendered")
        try:
            if not error.retryable:
                raise error
            if attempt == TRIES:
                give_up(job, failure_of(error))
                return
            record_attempt(job, error)
        except Superseded:
            return
        except Exception as fatal:  # noqa: BLE001  # an output may fail again when its book is completed
            self._stop_plan(job.plan, as_ours(fatal, shown(job.source.url), "could not be completed"))
            return
        for snippet in job.snippets:
            self._begin(replace(job, snippets=(snippet,)), attempt + 1)

    def _stop_plan(self, plan: str, error: FlickbookError) -> None:
        self._fatal.setdefault(plan, error)
        self._cancel(plan)

    def _cancel(self, plan: str) -> None:
        with self._changed:
            futures = [future for future, job in self._jobs.items() if job.plan == plan]
        for future in futures:
            future.cancel()
