"""Replacements for `child.run` that crash, raise or hang in the worker process, as a decoder may."""

import os
import signal
import time
from pathlib import Path

from flickbook.core import wire
from flickbook.core.model import Job
from flickbook.engines.local import child
from flickbook.errors import Damaged
from flickbook.media.picture import Frame
from flickbook.outputs.stills import StillSink
from flickbook.storage import Access
from tests.waiting import until

# The file to which the hanging worker writes its process id, and the second from which it hangs.
MARK, FROM = "TEST_HANGING", 6
# The seconds of snippets at which a process crashes, raises, or hangs.
CRASHING, RAISING, HANGING = 1, 4, 6


def poisoned(document: bytes, threads: int, access: Access) -> None:
    """Crash, raise or hang at each of the three snippets, every time."""
    if holds(document, CRASHING):
        os.kill(os.getpid(), signal.SIGKILL)
    if holds(document, RAISING):
        raise ZeroDivisionError("no one saw this coming")
    if holds(document, HANGING):
        time.sleep(600)
    child.run(document, threads, access)


def pictureless(document: bytes, threads: int, access: Access) -> None:
    """Find no picture."""
    raise Damaged("bad.mp4", "has no decodable picture", "upload it again")


def stuck(document: bytes, threads: int, access: Access) -> None:
    """Hang."""
    time.sleep(600)


def holds(document: bytes, second: int) -> bool:
    """Return whether a job contains the snippet at a second."""
    return any(snippet.start == second for snippet in wire.decode(document, Job, "job").snippets)


def hang_once(document: bytes, threads: int, access: Access) -> None:
    """Hang at the first job with a snippet at 6 s or later; do all other jobs."""
    if any(snippet.start >= FROM for snippet in wire.decode(document, Job, "job").snippets):
        try:
            with Path(os.environ[MARK]).open("x") as mark:
                mark.write(str(os.getpid()))
        except FileExistsError:
            pass
        else:
            time.sleep(600)
    child.run(document, threads, access)


def wait_until_hanging(mark: Path) -> int:
    """Wait until a worker hangs, and return its process id."""
    return int(until(lambda: mark.read_text() if mark.exists() else "", "a worker that hangs"))


def buggy(document: bytes, threads: int, access: Access) -> None:
    """Do a job with an output that has a bug, which shows in the book named `bad`."""
    add_frame = StillSink.add_frame

    def raising(sink: StillSink, frame: Frame) -> None:
        if sink._place.name == "bad":
            raise ValueError("a bug")
        add_frame(sink, frame)

    StillSink.add_frame = raising  # type: ignore[method-assign, assignment]
    try:
        child.run(document, threads, access)
    finally:
        StillSink.add_frame = add_frame  # type: ignore[method-assign]
