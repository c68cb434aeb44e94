"""The engine as the service uses it, from an event loop.

An order record that waits is the order's other half: an order that the engine did not take is sent again, until it is
taken or the service ends. The next service sends the orders of all records that wait, as they stand there; to send one
twice does no harm.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakValueDictionary

from flickbook.core.model import Entry, Order
from flickbook.engines.base import ClusterSeen, Ended
from flickbook.engines.choice import make_engine
from flickbook.engines.configuration import Settings
from flickbook.engines.dead_letters import DeadLetters, Letter, Redriven
from flickbook.errors import DispatchFailed, FlickbookError, Superseded
from flickbook.web.metrics import Metrics
from flickbook.web.sharing import Fresh
from flickbook.web.tasks import Tasks

# How often the engine is asked, however many ask the service; and how soon again after it took no order.
LOOK_SECONDS = 2.0
AGAIN_SECONDS = 2.0
# The page comes first; processes that start at the same time would only make it wait.
WARM_SECONDS = 1.0

Answer = TypeVar("Answer")

_log = logging.getLogger("flickbook")


class Locks:
    """A lock for each name, which lives as long as someone holds it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, name: str) -> asyncio.Lock:
        """Return the lock of a name."""
        return self._locks.setdefault(name, asyncio.Lock())


class Making:
    """Has videos made by the engine that the settings ask for. Lives from `open` to `close`, in one event loop."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        """Raise UsageError for an engine that is not installed, or that lacks a setting."""
        self._engine = make_engine(settings, service=True)
        self._engine.ended = self._note_end
        self._metrics = metrics
        self._orders: asyncio.Queue[Order] = asyncio.Queue()
        self._unsent: dict[str, Order] = {}
        self._tasks = Tasks()
        # Nobody else can read the dead letters that somebody reads.
        self._at_letters = asyncio.Lock()
        # Workers have most of a second to answer, which is too long for a client that asks whether the service is well.
        self._well = Fresh(self._engine.check, LOOK_SECONDS, alone=True)
        self._seen = Fresh(self._engine.look, LOOK_SECONDS)
        self._letters = Fresh(lambda: self._with_letters(lambda letters: letters.peek()) or [], LOOK_SECONDS)

    @property
    def outlives(self) -> bool:
        """Whether the work goes on when the service ends."""
        return self._engine.outlives

    @property
    def last_writes(self) -> float:
        """Seconds for which somebody may still write to a book that was cancelled."""
        return self._engine.last_writes

    def open(self) -> None:
        """Begin to send orders."""
        self._tasks.start(self._warm())
        self._tasks.start(self._send())

    async def close(self) -> None:
        """End; the next service takes up what is unfinished."""
        await self._tasks.close()
        await asyncio.to_thread(self._engine.close)

    async def check(self) -> None:
        """Raise an error of ours if no videos can be made."""
        await self._well.get()

    def is_at(self, name: str) -> bool:
        """Return whether an order of a book is being sent or filled, so that no other is needed."""
        return name in self._unsent or self._engine.is_at(name)

    def resumes(self, entry: Entry) -> bool:
        """Return whether a service that starts must order an unfinished video again."""
        return entry.state == "waiting" or not self.outlives

    def begin(self, order: Order) -> None:
        """Have a recorded order filled; the lock of its book's name is held."""
        self._unsent[order.name] = order
        self._orders.put_nowait(order)

    async def cancel(self, name: str) -> None:
        """Stop the work on a book, as the store says already. The lock of its name is held."""
        self._unsent.pop(name, None)
        await asyncio.to_thread(self._engine.cancel, name)

    async def look(self) -> ClusterSeen:
        """Return what waits and what the workers do, as it was a moment ago. Raises DispatchFailed."""
        return await self._seen.get() or ClusterSeen(0, 0, None)

    async def letters(self) -> list[Letter]:
        """Return the dead letters as they were a moment ago. Raises DispatchFailed."""
        async with self._at_letters:
            return await self._letters.get()

    async def redrive(self) -> Redriven:
        """Send the dead letters again. Raises DispatchFailed."""
        async with self._at_letters:
            try:
                redriven = await asyncio.to_thread(self._with_letters, lambda letters: letters.redrive())
            finally:
                self._letters.forget()
                self._seen.forget()
        return redriven or Redriven(0, [])

    def _with_letters(self, do: Callable[[DeadLetters], Answer]) -> Answer | None:
        opened = self._engine.dead_letters()
        if opened is None:
            return None
        with opened as letters:
            return do(letters)

    async def _warm(self) -> None:
        await asyncio.sleep(WARM_SECONDS)
        await asyncio.to_thread(self._engine.start)

    async def _send(self) -> None:
        """Send orders, one after the other, each until it is taken or not wanted any more."""
        while True:
            order = await self._orders.get()
            while self._unsent.get(order.name) is order and not await self._sent(order):
                await asyncio.sleep(AGAIN_SECONDS)

    async def _sent(self, order: Order) -> bool:
        try:
            await asyncio.to_thread(self._engine.order, order)
        except DispatchFailed as error:
            _log.error("%s", error)
            return False
        except Superseded as error:
            _log.info("%s", error)
        except FlickbookError as error:
            await asyncio.to_thread(self._engine.refuse, order, error)
        else:
            _log.info("%s: ordered", order.name)
        if self._unsent.get(order.name) is order:
            del self._unsent[order.name]
        return True

    def _note_end(self, end: Ended) -> None:
        """Count and log how an order ended."""
        if end.error is not None:
            _log.error("%s", end.error)
        else:
            _log.info("%s: %s, %d snippets made, %d failed", end.order.name, end.state, end.made, end.failed)
        self._metrics.videos.labels(end.state).inc()
        self._metrics.snippets.labels("made").inc(end.made)
        self._metrics.snippets.labels("failed").inc(end.failed)
