"""Functions that processes run in tests. Light to import, because each process imports it."""

import os
import time
from pathlib import Path


def begin_and_stay(mark: Path) -> None:
    """Signal that the call has begun, and run for ten minutes."""
    mark.touch()
    time.sleep(600)


def die() -> None:
    """End a process as it begins."""
    os._exit(1)


def nothing() -> None:
    """Prepare nothing."""


def touch(mark: Path) -> None:
    """Signal that the process has begun."""
    mark.touch()
