"""Waiting for what comes back: a store that does not answer, or has no room for the moment."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from flickbook.errors import FlickbookError, OutputFull, StoreError

Result = TypeVar("Result")

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 8.0

_log = logging.getLogger("flickbook")


class Patience:
    """A worker's patience, shared by all that it does: so many seconds, and none once it is `stopping`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self.stopping = False

    def keep(self, do: Callable[[], Result]) -> Result:
        """Do something; where a store fails do it again, later and later, for so many seconds from then on.

        Raises what it raises last.
        """
        deadline, pause = 0.0, FIRST_PAUSE
        while True:
            try:
                return do()
            except (StoreError, OutputFull) as error:
                # What failed may have worked for minutes before.
                deadline = deadline or time.monotonic() + self._seconds
                if time.monotonic() + pause > deadline or self.stopping:
                    raise
                _say(error, pause)
            time.sleep(pause)
            pause = min(LONGEST_PAUSE, pause * 2)


def _say(error: FlickbookError, pause: float) -> None:
    _log.warning("%s", error, extra={"error": type(error).__name__, "pause": pause})
