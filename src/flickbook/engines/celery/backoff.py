"""Retry with backoff: a store that does not answer, or has no room for the moment, is waited for."""

import logging
import time
from collections.abc import Callable, Mapping
from typing import TypeVar

from flickbook.errors import OutputFull, StoreError

Result = TypeVar("Result")

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 8.0
# What a store raises that is away or full.
AWAY = (StoreError, OutputFull)

_log = logging.getLogger("flickbook")


class Backoff:
    """Retries for so many seconds, shared by all threads of a worker; once it is `stopping`, nothing is retried."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.stopping = False

    def retry(self, call: Callable[[], Result], fields: Mapping[str, object]) -> Result:
        """Return what a call returns; while a store fails, repeat it with growing pauses. Raises what it raises last.

        The seconds count from the first failure. `fields` are logged with each.
        """
        deadline, pause = 0.0, FIRST_PAUSE
        while True:
            try:
                return call()
            except AWAY as error:
                # The call may have worked for minutes before it failed.
                deadline = deadline or time.monotonic() + self._seconds
                if time.monotonic() + pause > deadline or self.stopping:
                    raise
                _log.warning("%s", error, extra={**fields, "error": type(error).__name__, "pause": pause})
            time.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)

    def cut_short(self, error: BaseException) -> bool:
        """Return whether an error was not retried because the worker stops; another worker will retry."""
        return self.stopping and isinstance(error, AWAY)
