"""How a job's call in a process ended, as an error of ours."""

from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from typing import Any

from pebble import ProcessExpired

from flickbook.core.model import Job
from flickbook.errors import WorkerCrashed, WorkerTimeout
from flickbook.storage import shown


def error_of(job: Job, limit: float, future: "Future[Any]") -> BaseException | None:
    """Give the error with which a job's call ended, None if it ended well or was cancelled.

    WorkerCrashed if its process died, WorkerTimeout if it took more than `limit` seconds, else what it raised.
    """
    if future.cancelled():
        return None
    error = future.exception()
    name = shown(job.source.url)
    window = f"{job.snippets[0].start} s to {float(job.snippets[-1].end):g} s"
    if isinstance(error, ProcessExpired):
        fault = f"the worker process died on {window} (exit code {error.exitcode})"
        return WorkerCrashed(name, fault, "run again; if it stays, the video may be damaged there")
    if isinstance(error, FutureTimeout):
        return WorkerTimeout(
            name, f"{window} took more than {limit:g} s", "raise FLICKBOOK_SNIPPET_TIMEOUT and run again"
        )
    return error
