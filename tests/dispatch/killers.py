"""Stand-ins for `dispatch.child.run` that end badly, in the very process where a decoder would."""

import os
import signal
import time

from flickbook import wire
from flickbook.dispatch import child
from flickbook.model import Job


def poisoned(document: bytes, threads: int) -> None:
    """Die when it comes to the snippet at 2 s, every time, as a decoder that crashes on it would."""
    job = wire.decode(document, Job, "job")
    if any(snippet.start == 2 for snippet in job.snippets):
        os.kill(os.getpid(), signal.SIGKILL)
    child.run(document, threads)


def hanging(document: bytes, threads: int) -> None:
    """Never come back from the snippet at 2 s."""
    job = wire.decode(document, Job, "job")
    if any(snippet.start == 2 for snippet in job.snippets):
        time.sleep(600)
    child.run(document, threads)


def raising(document: bytes, threads: int) -> None:
    """Raise what nobody foresaw at the snippet at 2 s."""
    job = wire.decode(document, Job, "job")
    if any(snippet.start == 2 for snippet in job.snippets):
        raise ZeroDivisionError("no one saw this coming")
    child.run(document, threads)
