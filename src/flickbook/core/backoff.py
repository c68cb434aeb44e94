"""Growing pauses between the attempts at something that may succeed later."""

from collections.abc import Iterator
from typing import NamedTuple


class Backoff(NamedTuple):
    """Pauses that double from `first` up to `longest`, in seconds; `tries` attempts have one pause fewer."""

    first: float
    longest: float
    tries: int = 0

    def pauses(self) -> Iterator[float]:
        """Yield the pause after each failed attempt but the last; without end where `tries` is 0."""
        pause, left = self.first, self.tries - 1
        while left:
            yield pause
            pause, left = min(self.longest, 2 * pause), left - 1
