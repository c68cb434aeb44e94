"""Waiting for what comes back: a store that does not answer, or has no room for the moment."""

import logging
import time
from collections.abc import Callable, Mapping
from typing import TypeVar

from flickbook.errors import FlickbookError, OutputFull, StoreError

Result = TypeVar("Result")

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 8.0
# What is said by a store that is away or full.
AWAY = (StoreError, OutputFull)

_log = logging.getLogger("flickbook")


def may_pass(error: FlickbookError) -> bool:
    """Tell whether what failed may go well the next time it is tried."""
    return error.retryable or isinstance(error, AWAY)


class Patience:
    """A worker's patience, shared by all that it does: so many seconds, and none once it is `stopping`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.stopping = False

    def keep(self, do: Callable[[], Result], told: Mapping[str, object]) -> Result:
        """Do something; where a store fails do it again, later and later, for so many seconds from then on.

        `told` is what the log says of it. Raises what it raises last.
        """
        deadline, pause = 0.0, FIRST_PAUSE
        while True:
            try:
                return do()
            except AWAY as error:
                # What failed may have worked for minutes before.
                deadline = deadline or time.monotonic() + self._seconds
                if time.monotonic() + pause > deadline or self.stopping:
                    raise
                _log.warning("%s", error, extra={**told, "error": type(error).__name__, "pause": pause})
            time.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)

    def cut_short(self, error: BaseException) -> bool:
        """Tell whether something failed for want of patience: then somebody else will have some."""
        return self.stopping and isinstance(error, AWAY)
