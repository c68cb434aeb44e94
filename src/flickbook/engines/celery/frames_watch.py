"""How far the workers of a cluster are within their snippets, for a service whose clients watch."""

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence

from flickbook.engines.base import FramesSeen
from flickbook.errors import FlickbookError, only_ours

# The pause between two questions, and how long after the last call of `of` the workers are still asked.
PAUSE_SECONDS = 1.0
IDLE_SECONDS = 10.0
CLOSE_SECONDS = 2.0

_log = logging.getLogger("flickbook")


class FramesWatch:
    """Asks the workers by a thread, as long as `of` is called: one message to each, however many clients watch."""

    def __init__(self, ask: Callable[[], Mapping[str, Sequence[FramesSeen]]]) -> None:
        self._ask = ask
        self._frames: Mapping[str, Sequence[FramesSeen]] = {}
        self._wanted = 0.0
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()

    def of(self, plan: str) -> Sequence[FramesSeen]:
        """Return what the workers said last about a plan. Does not wait for them."""
        self._wanted = time.monotonic()
        with self._lock:
            if self._thread is None and not self._closing.is_set():
                self._thread = threading.Thread(target=self._run, name="frames", daemon=True)
                self._thread.start()
        return self._frames.get(plan, ())

    def close(self) -> None:
        """Ask no more, and wait a moment for the end of the last question; a broker may hang."""
        self._closing.set()
        with self._lock:
            thread = self._thread
        if thread is not None:
            thread.join(CLOSE_SECONDS)

    def _run(self) -> None:
        fault = ""
        while self._is_wanted():
            try:
                with only_ours("the workers", "could not be asked for their frames"):
                    self._frames, fault = self._ask(), ""
            except FlickbookError as error:
                self._frames = {}
                if str(error) != fault:
                    fault = str(error)
                    _log.error("%s", fault)
            self._closing.wait(PAUSE_SECONDS)

    def _is_wanted(self) -> bool:
        """Return whether to ask again; if not, the next call of `of` starts another thread."""
        with self._lock:
            if not self._closing.is_set() and time.monotonic() - self._wanted < IDLE_SECONDS:
                return True
            self._thread, self._frames = None, {}
            return False
