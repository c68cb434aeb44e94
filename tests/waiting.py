"""Waiting in tests: always for something that happens, and never with a bound that a busy machine could reach."""

import time
from collections.abc import Callable
from typing import TypeVar

Found = TypeVar("Found")

# The one bound of all tests, in seconds: far above what anything takes on a machine with a dozen other programs.
LONG = 600.0


def until(look: Callable[[], Found | None], what: str, pause: float = 0.02) -> Found:
    """Look again and again until something is found, and return it. Fails, and says `what`, if it does not come."""
    deadline = time.monotonic() + LONG
    while not (found := look()):
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        time.sleep(pause)
    return found
