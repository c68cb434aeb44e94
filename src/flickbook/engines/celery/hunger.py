"""Who has nothing to do: workers say so to each other, so that long jobs are shared."""

import threading
import time
from collections.abc import Mapping

# What was said so long ago counts no more: that worker may be dead.
FORGET_SECONDS = 15.0
REPEAT_SECONDS = 5.0
# The name under which it is said.
HUNGRY = "flickbook_hungry"


class Hunger:
    """The free slots of the other workers, as they said last."""

    def __init__(self, own: str) -> None:
        self._own = own
        self._lock = threading.Lock()
        self._heard: dict[str, tuple[int, float]] = {}
        self._said = (0, 0.0)

    def hear(self, told: Mapping[str, object]) -> None:
        """Take in what a worker said: its name, and how many of its slots are free."""
        name, free = told.get("worker"), told.get("free")
        if isinstance(name, str) and isinstance(free, int) and name != self._own:
            with self._lock:
                self._heard[name] = (free, time.monotonic())

    def elsewhere(self) -> int:
        """Count the free slots of other workers."""
        with self._lock:
            now = time.monotonic()
            self._heard = {name: one for name, one in self._heard.items() if now - one[1] < FORGET_SECONDS}
            return sum(free for free, _ in self._heard.values())

    def say(self, free: int) -> dict[str, object] | None:
        """Give what is to be said to all if so many slots are free here; None if it was said just now."""
        now = time.monotonic()
        last, at = self._said
        if free == last and (not free or now - at < REPEAT_SECONDS):
            return None
        self._said = (free, now)
        return {"worker": self._own, "free": free}
