"""The engine as the service uses it, from an event loop.

An order that the engine does not accept is sent again until the engine accepts it or the service ends. The next service
sends the orders of all order records that wait. Sending an order twice does no harm.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from flickbook.core.model import Entry, ImageTask, Order
from flickbook.engines.base import ClusterSeen, Ended, FramesSeen
from flickbook.engines.choice import make_engine
from flickbook.engines.configuration import Settings
from flickbook.engines.dead_letters import DeadLetters, Letter, Redriven
from flickbook.errors import DispatchFailed, FlickbookError, Superseded, only_ours
from flickbook.web.metrics import Metrics
from flickbook.web.sharing import Fresh
from flickbook.web.tasks import Tasks

# How often the engine is asked, however many clients ask the service.
FRESH_SECONDS = 2.0
# The pause before an order that the engine did not accept is sent again.
AGAIN_SECONDS = 2.0
# The engine's processes start after the page was served, which they would slow down.
WARM_SECONDS = 1.0

Answer = TypeVar("Answer")

_log = logging.getLogger("flickbook")


class AsyncEngine:
    """Runs the engine that the settings name. Lives from `open` to `close`, in one event loop.

    `outlives` says whether the work goes on when the service ends, `last_writes` for how many seconds workers may still
    write to a book that was cancelled.
    """

    def __init__(self, settings: Settings, metrics: Metrics, ended: Callable[[], None] = lambda: None) -> None:
        """Raise UsageError if the engine is not installed or lacks a setting. `ended` is called after each order."""
        self._engine = make_engine(settings, service=True)
        self._engine.ended = self._note_end
        self.outlives, self.last_writes = self._engine.outlives, self._engine.last_writes
        self._metrics = metrics
        self._ended = ended
        self._orders: asyncio.Queue[Order] = asyncio.Queue()
        self._unsent: dict[str, Order] = {}
        self._tasks = Tasks()
        self._image_threads = ThreadPoolExecutor(settings.images.image_workers)
        # Dead letters that are being read are invisible to any other reader.
        self._reading_letters = asyncio.Lock()
        # In a thread of its own: other questions wait most of a second for workers, too long for a health check.
        self._health = Fresh(self._engine.check, FRESH_SECONDS, alone=True)
        self._cluster = Fresh(self._engine.view, FRESH_SECONDS)
        self._letters = Fresh(lambda: self._with_letters(lambda letters: letters.peek()) or [], FRESH_SECONDS)

    def open(self) -> None:
        """Start sending orders."""
        self._tasks.start(self._warm())
        self._tasks.start(self._send())

    async def close(self) -> None:
        """Stop. The next service resumes what is unfinished."""
        await self._tasks.close()
        await asyncio.to_thread(self._engine.close)
        self._image_threads.shutdown(wait=False, cancel_futures=True)

    async def check(self) -> None:
        """Raise a FlickbookError if no videos can be made."""
        await self._health.get()

    def is_at(self, name: str) -> bool:
        """Return whether an order of a book is being sent or carried out: then it needs no other order."""
        return name in self._unsent or self._engine.is_at(name)

    def frames(self, plan: str) -> Sequence[FramesSeen]:
        """Return the snippets of a plan that are being made, as far as the engine knows."""
        return self._engine.frames(plan)

    def resumes(self, entry: Entry) -> bool:
        """Return whether a service that starts must order an unfinished video again."""
        return entry.state == "waiting" or not self.outlives

    def begin(self, order: Order) -> None:
        """Send a recorded order. The caller holds the lock of the book's name."""
        self._unsent[order.name] = order
        self._orders.put_nowait(order)

    async def cancel(self, name: str) -> None:
        """Stop the work on a book that is cancelled in the store. The caller holds the lock of its name."""
        self._unsent.pop(name, None)
        await asyncio.to_thread(self._engine.cancel, name)

    async def make_image(self, task: ImageTask) -> None:
        """Have a requested picture made and stored, as soon as fewer than `image_workers` are being made.

        Raises what `Engine.make_image` raises.
        """
        await asyncio.get_running_loop().run_in_executor(self._image_threads, self._engine.make_image, task)

    async def cluster(self) -> ClusterSeen:
        """Return what waits and what the workers do, at most two seconds old. Raises DispatchFailed."""
        return await self._cluster.get() or ClusterSeen(0, 0, None)

    async def dead_letters(self) -> list[Letter]:
        """Return the dead letters, at most two seconds old. Raises DispatchFailed."""
        async with self._reading_letters:
            return await self._letters.get()

    async def redrive(self) -> Redriven:
        """Send the dead letters again. Raises DispatchFailed."""
        async with self._reading_letters:
            try:
                redriven = await asyncio.to_thread(self._with_letters, lambda letters: letters.redrive())
            finally:
                self._letters.expire()
                self._cluster.expire()
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
        """Send orders one after the other, each until it is accepted, refused or cancelled."""
        while True:
            order = await self._orders.get()
            while self._unsent.get(order.name) is order and not await self._sent(order):
                await asyncio.sleep(AGAIN_SECONDS)

    async def _sent(self, order: Order) -> bool:
        """Send an order; return whether it need not be sent again."""
        try:
            with only_ours(order.name, "could not be ordered"):
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
        self._ended()
