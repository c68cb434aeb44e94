"""A pool of processes on this machine: a worker that crashes or overruns takes only its job down."""

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

from flickbook.core import wire
from flickbook.core.model import Job
from flickbook.core.settings import Engine, usable_cores
from flickbook.engines.base import LocalDispatcher
from flickbook.engines.local import child
from flickbook.engines.local.ends import error_of
from flickbook.engines.local.processes import Processes
from flickbook.errors import WorkerCrashed
from flickbook.storage import shown

_GUARD = 'a script must call Flickbook below `if __name__ == "__main__":`'


class PoolDispatcher(LocalDispatcher):
    """Does jobs in `settings.workers` processes, which give way to other programs by a niceness from 0 to 19."""

    def __init__(self, settings: Engine, niceness: int = 0) -> None:
        super().__init__()
        self._settings = settings
        self._processes = Processes(settings.workers, arguments=(niceness,))
        self._settled = threading.Condition()
        self._open: dict[Future[None], str] = {}
        self._closing = False
        self._threads = 1

    @property
    def able(self) -> bool:
        """Whether processes can live here, as far as is known."""
        return self._processes.able

    def start(self) -> None:
        """Start the processes before there is work for them."""
        self._processes.start()

    def send(self, jobs: Sequence[Job]) -> None:
        """Send jobs on their way; their decoders share the cores that too few jobs would leave idle."""
        with self._settled:
            waiting = len(self._open) + len(jobs)
        self._threads = max(1, min(usable_cores(), self._settings.workers) // max(1, waiting))
        super().send(jobs)

    def wait(self, seconds: float) -> bool:
        """Wait until every job sent is settled, at most so long; tell whether that is so."""
        self._processes.check()
        with self._settled:
            return self._settled.wait_for(lambda: not self._open, seconds)

    def under_way(self) -> frozenset[str]:
        """List the plans of which jobs are not settled."""
        self._processes.check()
        with self._settled:
            return frozenset(self._open.values())

    def close(self) -> None:
        """End all workers and wait for their end."""
        self._closing = True
        self._processes.close()

    def _carry(self, job: Job, attempt: int) -> None:
        limit = self._settings.snippet_timeout * len(job.snippets)
        # Not under our lock: who tells that no process can live holds that of the processes, and wants ours.
        future = self._processes.call(child.run, wire.encode(job), self._threads, limit=limit)
        with self._settled:
            self._open[future] = job.plan
        future.add_done_callback(lambda done: self._ended(job, attempt, limit, done))

    def _abandon(self, plan: str) -> None:
        with self._settled:
            futures = [future for future, other in self._open.items() if other == plan]
        for future in futures:
            future.cancel()

    def _ended(self, job: Job, attempt: int, limit: float, future: "Future[None]") -> None:
        try:
            error = None if future.cancelled() else future.exception()
            if isinstance(error, BrokenProcessPool):
                name, fault = shown(job.source.url), f"the pool of workers broke ({error})"
                self._end_plan(job.plan, WorkerCrashed(name, fault, f"run again; {_GUARD}"))
            elif not self._closing:
                # What is ended in `close` says nothing about the job.
                self._settle(job, attempt, error_of(job, limit, future))
        finally:
            with self._settled:
                del self._open[future]
                self._settled.notify_all()
