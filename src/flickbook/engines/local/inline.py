"""Do jobs in this process, one after the other: for tests, debuggers, and machines that cannot start processes."""

from concurrent.futures import Future

from flickbook.core.model import Job
from flickbook.core.settings import Engine
from flickbook.engines.job import work
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.engines.local.processes import Processes


class _NoProcesses(Processes):
    def __init__(self) -> None:
        pass

    def check(self) -> None:
        pass

    def close(self) -> None:
        pass


class InlineDispatcher(PoolDispatcher):
    """Does each job within `send`. A crash of libav ends the calling program, so use a pool for untrusted videos."""

    def __init__(self) -> None:
        super().__init__(Engine(workers=1), processes=_NoProcesses())

    def _begin(self, job: Job, attempt: int) -> None:
        # After a fatal error, the plan's other jobs are skipped.
        if job.plan not in self._fatal:
            super()._begin(job, attempt)

    def _call(self, job: Job, limit: float) -> "Future[None]":  # noqa: ARG002  # a time limit needs a process
        future: Future[None] = Future()
        try:
            work(job)
            future.set_result(None)
        except Exception as error:  # noqa: BLE001  # `_finish` decides what follows
            future.set_exception(error)
        return future
