"""Whoever waits for a cluster is told if nobody is there who could do the work."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from flickbook.engines import choice
from flickbook.engines.configuration import Settings
from flickbook.errors import DispatchFailed

# After so long without news it is asked who is there; later and later, as long as somebody is.
STILL_SECONDS = 4.0
# A worker on a busy machine may answer too late once.
SURE = 2


class Lookout:
    """Asks for workers when nothing has moved for some seconds, and says so on stderr, once, if none answers."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._moved = threading.Event()
        self._ended = False
        self._seen: object = None

    def note(self, state: object) -> None:
        """Take in how far it is: something has moved if that is not what it was."""
        if state != self._seen:
            self._seen = state
            self._moved.set()

    def end(self) -> None:
        """Ask no more."""
        self._ended = True
        self._moved.set()

    def run(self) -> None:
        """Look out until told to end, or until it is said that nobody is there."""
        still, missed = STILL_SECONDS, 0
        while missed < SURE and not self._ended:
            if self._moved.wait(still):
                self._moved.clear()
            elif self._is_somebody_there():
                still, missed = 2 * still, 0
            else:
                missed += 1
        if not self._ended:
            sys.stderr.write("no worker answers: the videos wait until there is one; `flickbook worker` starts it\n")

    def _is_somebody_there(self) -> bool:
        try:
            with choice.make_engine(self._settings) as engine:
                seen = engine.look()
        except DispatchFailed:
            return True  # nobody can tell, and it is the store that is waited for
        # Nor where workers cannot be asked.
        return seen is None or seen.workers is None or bool(seen.workers)


@contextmanager
def looking_out(settings: Settings) -> Iterator[Lookout]:
    """Have somebody look out meanwhile, by a thread of its own: nothing is slower for it."""
    lookout = Lookout(settings)
    threading.Thread(target=lookout.run, daemon=True).start()
    try:
        yield lookout
    finally:
        lookout.end()
