"""Slow calls whose results are shared by all requests that wait for the same one; limits of what a client may do."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from weakref import WeakValueDictionary

from flickbook.errors import FlickbookError

Answer = TypeVar("Answer")


class Fresh(Generic[Answer]):
    """The last result of a function, which is called in a thread at most once every `seconds`.

    With `alone` it has a thread of its own, and waits for no other call of the service.
    """

    def __init__(self, call: Callable[[], Answer], seconds: float, *, alone: bool = False) -> None:
        self._call = call
        self._seconds = seconds
        self._thread = ThreadPoolExecutor(1) if alone else None
        self._answer: asyncio.Future[Answer] | None = None
        self._until = 0.0

    async def get(self) -> Answer:
        """Return a result that is at most `seconds` old. Raises what the function raises."""
        if self._answer is None or (self._answer.done() and time.monotonic() > self._until):
            self._answer = asyncio.get_running_loop().run_in_executor(self._thread, self._call)
            self._answer.add_done_callback(self._done)
        return await asyncio.shield(self._answer)

    def expire(self) -> None:
        """Make the next `get` call the function again."""
        self._until = 0.0

    def _done(self, answer: "asyncio.Future[Answer]") -> None:
        self._until = time.monotonic() + self._seconds
        retrieve(answer)


class ClientLimit:
    """A limit of what goes on at a time: `most` in all, and `a_client` of each client.

    Beyond it, `refusal` is raised for the service, with the fault and the remedy.
    """

    def __init__(self, most: int, a_client: int, refusal: type[FlickbookError], fault: str, remedy: str) -> None:
        self._most = most
        self._a_client = a_client
        self._refusal = refusal
        self._words = fault, remedy
        self._clients: Counter[str] = Counter()

    @contextmanager
    def admit(self, client: str) -> Iterator[None]:
        """Count one more of a client while the context lasts. Raises the refusal."""
        if self._clients.total() >= self._most or self._clients[client] >= self._a_client:
            raise self._refusal("the service", *self._words)
        self._clients[client] += 1
        try:
            yield
        finally:
            self._clients[client] -= 1
            if not self._clients[client]:
                del self._clients[client]


class Shared:
    """Calls by key, run in a few threads.

    Of each key one call runs at a time. Requests that come meanwhile share the next call, which starts after they came:
    no result is older than its request. Of each client, `a_client` calls run at a time, however many keys it requests,
    so that other clients need not wait for them.
    """

    def __init__(self, threads: int, a_client: int = 1) -> None:
        self._pool = ThreadPoolExecutor(threads)
        self._a_client = a_client
        self._newest: dict[Hashable, _Call[Any]] = {}
        self._clients: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    async def get(self, key: Hashable, find: Callable[[], Answer], client: str = "") -> Answer:
        """Return the result of `find`, called for this or another request of the same key. Raises what it raises."""
        call: _Call[Answer] | None = self._newest.get(key)
        if call is None or call.begun:
            before = None if call is None else call.task
            call = self._newest[key] = _Call()
            call.task = asyncio.create_task(self._run(key, call, before, find, client))
            call.task.add_done_callback(retrieve)
        assert call.task is not None
        return await asyncio.shield(call.task)

    async def _run(
        self,
        key: Hashable,
        call: "_Call[Answer]",
        before: asyncio.Task[Answer] | None,
        find: Callable[[], Answer],
        client: str,
    ) -> Answer:
        def run() -> Answer:
            call.begun = True
            return find()

        if before is not None:
            await asyncio.wait([before])
        try:
            async with self._clients.setdefault(client, asyncio.Semaphore(self._a_client)):
                return await asyncio.get_running_loop().run_in_executor(self._pool, run)
        finally:
            if self._newest.get(key) is call:
                del self._newest[key]


@dataclass(eq=False)
class _Call(Generic[Answer]):
    """A call by its task, and whether the function was called."""

    task: asyncio.Task[Answer] | None = None
    begun: bool = False


def retrieve(answer: "asyncio.Future[Answer]") -> None:
    """Read the error of a call: asyncio logs an error that nobody read, and all who waited for it may be gone."""
    if not answer.cancelled():
        answer.exception()
