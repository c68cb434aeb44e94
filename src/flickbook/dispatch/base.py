"""What every dispatcher shares: how a job that went wrong is tried again or given up."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from msgspec.structs import replace

from flickbook.errors import FlickbookError, RenderFailed, Superseded
from flickbook.model import Job
from flickbook.storage import shown
from flickbook.worker import give_up

TRIES = 2


class Dispatcher(ABC):
    """Carries jobs to workers. A subclass fills `_carry`, `wait` and `close`.

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
    def close(self) -> None:
        """Stop at once: jobs under way are ended, nothing is left running."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @abstractmethod
    def _carry(self, job: Job, attempt: int) -> None:
        """Take one job to a worker; `attempt` counts from 1."""

    def _settle(self, job: Job, attempt: int, error: BaseException | None) -> None:
        """Record how a job ended: well, to be tried again, given up, or in a way that ends everything."""
        if error is None or isinstance(error, Superseded):
            return
        if not isinstance(error, FlickbookError):
            name, fault = shown(job.source.url), f"rendering failed ({type(error).__name__}: {error})"
            error = RenderFailed(name, fault, "run again; if it stays, report it with the video")
        if not error.retryable:
            self._end_plan(job.plan, error)
        elif attempt < TRIES:
            for snippet in job.snippets:
                self._carry(replace(job, snippets=(snippet,)), attempt + 1)
        else:
            self._give_up(job, error)

    def _give_up(self, job: Job, error: FlickbookError) -> None:
        try:
            give_up(job, error)
        except FlickbookError as fatal:
            self._end_plan(job.plan, fatal)

    def _end_plan(self, plan: str, error: FlickbookError) -> None:
        self._fatal.setdefault(plan, error)
        self._abandon(plan)

    @abstractmethod
    def _abandon(self, plan: str) -> None:
        """Drop what is queued and under way for a plan that cannot be finished."""
