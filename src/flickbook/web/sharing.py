"""Answers to slow questions that many ask at the same time: each is found once, and all who asked get it."""

import asyncio
import time
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Generic, TypeVar
from weakref import WeakValueDictionary

Answer = TypeVar("Answer")


class Fresh(Generic[Answer]):
    """What a function returned last, or raised; it is called in a thread, at most once in so many seconds.

    With `alone` it has a thread of its own, and waits for nothing else that the service does.
    """

    def __init__(self, ask: Callable[[], Answer], seconds: float, *, alone: bool = False) -> None:
        self._ask = ask
        self._seconds = seconds
        self._thread = ThreadPoolExecutor(1) if alone else None
        self._answer: asyncio.Future[Answer] | None = None
        self._until = 0.0

    async def get(self) -> Answer:
        """Return an answer that is no older than that. Raises what the function raises."""
        if self._answer is None or (self._answer.done() and time.monotonic() > self._until):
            self._answer = asyncio.get_running_loop().run_in_executor(self._thread, self._ask)
            self._answer.add_done_callback(self._came)
        return await asyncio.shield(self._answer)

    def forget(self) -> None:
        """Ask anew the next time."""
        self._until = 0.0

    def _came(self, answer: "asyncio.Future[Answer]") -> None:
        self._until = time.monotonic() + self._seconds
        _retrieve(answer)


class Shared:
    """Questions of many kinds, answered in a few threads.

    Of each question one is answered at a time. Whoever asks meanwhile gets the next answer, together with all others
    who asked meanwhile: no answer was begun before it was asked for. Of each client's questions, however many differ,
    `a_client` are answered at a time, so that other clients need not wait for them.
    """

    def __init__(self, threads: int, a_client: int = 1) -> None:
        self._pool = ThreadPoolExecutor(threads)
        self._a_client = a_client
        self._asked: dict[Hashable, _Question[Any]] = {}
        self._clients: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    async def get(self, key: Hashable, find: Callable[[], Answer], client: str = "") -> Answer:
        """Return what `find` returns, called for this or another request of the same key. Raises what it raises."""
        question: _Question[Answer] | None = self._asked.get(key)
        if question is None or question.begun:
            question = _Question(find, question)
            question.answer = asyncio.create_task(self._find(key, question, client))
            question.answer.add_done_callback(_retrieve)
            self._asked[key] = question
        assert question.answer is not None
        return await asyncio.shield(question.answer)

    async def _find(self, key: Hashable, question: "_Question[Answer]", client: str) -> Answer:
        before, question.before = question.before, None
        if before is not None and before.answer is not None:
            await asyncio.wait([before.answer])
        try:
            async with self._clients.setdefault(client, asyncio.Semaphore(self._a_client)):
                return await asyncio.get_running_loop().run_in_executor(self._pool, question.find)
        finally:
            if self._asked.get(key) is question:
                del self._asked[key]


class _Question(Generic[Answer]):
    """A question, whether its answer is being found already, and the same question from before, if that still is."""

    def __init__(self, find: Callable[[], Answer], before: "_Question[Answer] | None") -> None:
        self.answer: asyncio.Task[Answer] | None = None
        self.begun = False
        self.before = before
        self._find = find

    def find(self) -> Answer:
        """Find the answer, in a thread."""
        self.begun = True
        return self._find()


def _retrieve(answer: "asyncio.Future[Answer]") -> None:
    # Whoever asked may be gone: then nobody else takes the error.
    if not answer.cancelled():
        answer.exception()
