"""Do jobs at once, in this process: for tests, debuggers, and machines where processes cannot be started."""

from flickbook.core.model import Job
from flickbook.engines.base import LocalDispatcher
from flickbook.engines.job import work


class InlineDispatcher(LocalDispatcher):
    """Does each job within `send`. A crash takes the caller down, so hostile input belongs in a pool."""

    def wait(self, seconds: float) -> bool:  # noqa: ARG002  # the family's signature
        """Give True: `send` returns when all is settled."""
        return True

    def under_way(self) -> frozenset[str]:
        """Give none: `send` returns when all is settled."""
        return frozenset()

    def close(self) -> None:
        """Do nothing: nothing is ever under way."""

    def _abandon(self, plan: str) -> None:
        pass  # `_carry` passes the plan's other jobs over

    def _carry(self, job: Job, attempt: int) -> None:
        error: BaseException | None = None
        if job.plan not in self._fatal:
            try:
                work(job)
            except Exception as raised:  # noqa: BLE001  # _settle tells what kind of end it is
                error = raised
            self._settle(job, attempt, error)
