"""Stand-ins for `dispatch.child.run` that end badly or not at all, in the very process where a decoder would."""

import os
import signal
import time
from pathlib import Path

from flickbook import wire
from flickbook.dispatch import child
from flickbook.model import Job
from tests.waiting import until

# Where the one that is held writes its process's number, and from which second on.
MARK, FROM = "TEST_HELD_MARK", 6


def poisoned(document: bytes, threads: int) -> None:
    """Die when it comes to the snippet at 2 s, every time, as a decoder that crashes on it would."""
    if _has_poison(document):
        os.kill(os.getpid(), signal.SIGKILL)
    child.run(document, threads)


def hanging(document: bytes, threads: int) -> None:
    """Never come back from the snippet at 2 s."""
    if _has_poison(document):
        time.sleep(600)
    child.run(document, threads)


def raising(document: bytes, threads: int) -> None:
    """Raise what nobody foresaw at the snippet at 2 s."""
    if _has_poison(document):
        raise ZeroDivisionError("no one saw this coming")
    child.run(document, threads)


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


def _has_poison(document: bytes) -> bool:
    return any(snippet.start == 2 for snippet in wire.decode(document, Job, "job").snippets)
