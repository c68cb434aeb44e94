"""What processes do in tests. Light to import: each process loads it."""

import os
import time
from pathlib import Path


def begin_and_stay(mark: Path) -> None:
    """Tell that the call has begun, and do not end."""
    mark.touch()
    time.sleep(600)


def die() -> None:
    """End a process as it begins."""
    os._exit(1)


def nothing() -> None:
    """Prepare nothing."""


def touch(mark: Path) -> None:
    """Tell that the process has begun."""
    mark.touch()
