"""Answers to slow questions, which many may ask: never twice at once, and not again for a while."""

import asyncio
import time
from collections.abc import Callable
from typing import Generic, TypeVar

Answer = TypeVar("Answer")


class Fresh(Generic[Answer]):
    """What a function gave last, or raised; it is called in a thread, at most once in so many seconds."""

    def __init__(self, ask: Callable[[], Answer], seconds: float) -> None:
        self._ask = ask
        self._seconds = seconds
        self._answer: asyncio.Future[Answer] | None = None
        self._until = 0.0

    async def get(self) -> Answer:
        """Give an answer that is no older than that. Raises what the function raises."""
        if self._answer is None or (self._answer.done() and time.monotonic() > self._until):
            self._answer = asyncio.ensure_future(asyncio.to_thread(self._ask))
            self._answer.add_done_callback(self._came)
        return await asyncio.shield(self._answer)

    def forget(self) -> None:
        """Ask anew the next time."""
        self._until = 0.0

    def _came(self, answer: "asyncio.Future[Answer]") -> None:
        self._until = time.monotonic() + self._seconds
        # Whoever asked may be gone: then nobody else takes the error.
        if not answer.cancelled():
            answer.exception()
