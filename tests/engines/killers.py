"""Stand-ins for `dispatch.child.run` that end badly or not at all, in the very process where a decoder would."""

import os
import signal
import time
from pathlib import Path

from flickbook.core import wire
from flickbook.core.model import Job
from flickbook.engines.local import child
from tests.waiting import until

# Where the one that is held writes its process's number, and from which second on.
MARK, FROM = "TEST_HELD_MARK", 6
# The seconds of snippets at which a process dies, as of a decoder that crashes on it, raises, or never comes back.
CRASHING, RAISING, HANGING = 1, 4, 6


def poisoned(document: bytes, threads: int) -> None:
    """Come to a bad end at each of the three snippets, every time."""
    if holds(document, CRASHING):
        os.kill(os.getpid(), signal.SIGKILL)
    if holds(document, RAISING):
        raise ZeroDivisionError("no one saw this coming")
    if holds(document, HANGING):
        time.sleep(600)
    child.run(document, threads)


def stuck(document: bytes, threads: int) -> None:
    """Never come back."""
    time.sleep(600)


def holds(document: bytes, second: int) -> bool:
    """Tell whether a job holds the snippet at a second."""
    return any(snippet.start == second for snippet in wire.decode(document, Job, "job").snippets)


def held(document: bytes, threads: int) -> None:
    """Do not come back from the first job with a snippet at 6 s or later; do all others."""
    if any(snippet.start >= FROM for snippet in wire.decode(document, Job, "job").snippets):
        try:
            with Path(os.environ[MARK]).open("x") as mark:
                mark.write(str(os.getpid()))
        except FileExistsError:
            pass
        else:
            time.sleep(600)
    child.run(document, threads)


def wait_until_held(mark: Path) -> int:
    """Wait until a worker is held, and give its process."""
    return int(until(lambda: mark.read_text() if mark.exists() else "", "a worker that is held"))
