"""Replacements for `imager.make_image`: one crashes or hangs at some seconds, as a decoder may; one counts."""

import os
import signal
import time
from pathlib import Path

from flickbook.core.model import ImageTask
from flickbook.core.settings import Limits
from flickbook.engines.local import imager
from flickbook.storage import Access

CRASHING, HANGING = 0, 1


def poisoned(task: ImageTask, threads: int, limits: Limits, access: Access) -> None:
    """Crash or hang at two seconds, and make all other pictures."""
    if task.request.time == CRASHING:
        os.kill(os.getpid(), signal.SIGKILL)
    if task.request.time == HANGING:
        time.sleep(600)
    imager.make_image(task, threads, limits, access)


def counted(task: ImageTask, threads: int, limits: Limits, access: Access) -> None:
    """Write a line to the file `made` in the output, and make the picture."""
    with Path(task.out.removeprefix("file://"), "made").open("a") as file:
        file.write(f"{task.request.time}\n")
    imager.make_image(task, threads, limits, access)
