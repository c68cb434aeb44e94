"""Retry with backoff while a store is unreachable or full."""

import logging
import time
from collections.abc import Callable, Mapping
from typing import TypeVar

from flickbook.core.backoff import Backoff
from flickbook.errors import OutputFull, StoreError

Result = TypeVar("Result")

BACKOFF = Backoff(0.5, 8.0)
# The errors that are retried.
OUTAGES = (StoreError, OutputFull)

_log = logging.getLogger("flickbook")


class OutageRetry:
    """Retries calls for a number of seconds. All threads of a worker share it; `stopping` ends all retries."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.stopping = False

    def retry(self, call: Callable[[], Result], fields: Mapping[str, object]) -> Result:
        """Return the result of a call. While a store fails, repeat the call with growing pauses, then raise its error.

        The seconds count from the first failure: the call may have worked for minutes before. `fields` are logged with
        each failure.
        """
        deadline = 0.0
        for pause in BACKOFF.pauses():
            try:
                return call()
            except OUTAGES as error:
                deadline = deadline or time.monotonic() + self._seconds
                if time.monotonic() + pause > deadline or self.stopping:
                    raise
                _log.warning("%s", error, extra={**fields, "error": type(error).__name__, "pause": pause})
            time.sleep(pause)
        raise AssertionError("the pauses have no end")

    def cut_short(self, error: BaseException) -> bool:
        """Return whether an error was not retried because the worker stops. Another worker will retry."""
        return self.stopping and isinstance(error, OUTAGES)
