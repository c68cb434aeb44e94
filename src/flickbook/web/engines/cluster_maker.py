"""Videos are made by a cluster's workers, which get their orders through a broker and tell nobody but the store.

An entry that waits is the order's other half: an order that the broker did not take is sent again, until it is or the
service ends, and the next service sends those of all entries that wait, as they stand there. Twice is as good as once.
"""

import asyncio
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from flickbook.core.model import Entry, Order
from flickbook.core.settings import Aws
from flickbook.engines.configuration import Settings
from flickbook.errors import DispatchFailed
from flickbook.web.engines.base import Engine, Surroundings
from flickbook.web.sharing import Fresh
from flickbook.web.tasks import Tasks

if TYPE_CHECKING:
    # Celery is an extra.
    from flickbook.engines.celery.dispatcher import CeleryDispatcher, ClusterSeen
    from flickbook.engines.dead_letters import DeadLetters, Letter, Redriven

# How often the broker is asked, however many ask the service; and how soon again after it could not be reached.
LOOK_SECONDS = 2.0
AGAIN_SECONDS = 2.0

Answer = TypeVar("Answer")

_log = logging.getLogger("flickbook")


class ClusterEngine(Engine):
    """Sends orders, and looks at who fills them."""

    # Workers ask every two seconds whether their plan is still wanted, and end what they are at if not.
    last_writes = 3.0

    def __init__(self, around: Surroundings) -> None:
        """Raise UsageError if no broker is named or Celery is missing."""
        from flickbook.engines import choice

        self._around = around
        self._dispatcher: CeleryDispatcher = choice.make_cluster(around.settings)
        self._orders: asyncio.Queue[Order] = asyncio.Queue()
        self._wanted: dict[str, Order] = {}
        self._tasks = Tasks()
        # Whoever takes the letters to look at them, nobody else can meanwhile.
        self._at_letters = asyncio.Lock()
        # Workers are given most of a second to answer, which is too long for who asks whether the service is well.
        self._answered = Fresh(self._dispatcher.check, LOOK_SECONDS, alone=True)
        self._seen = Fresh(self._dispatcher.look, LOOK_SECONDS)
        self._letters = Fresh(lambda: _with_letters(around.settings, lambda letters: letters.peek()), LOOK_SECONDS)

    def open(self) -> None:
        """Begin to send orders."""
        self._tasks.start(self._send())

    async def close(self) -> None:
        """Close the connections; workers go on."""
        await self._tasks.close()
        await asyncio.to_thread(self._dispatcher.close)

    async def check(self) -> None:
        """Raise DispatchFailed if the broker does not answer."""
        await self._answered.get()

    def is_at(self, name: str) -> bool:
        """Tell whether a video's order is not sent yet."""
        return name in self._wanted

    def resumes(self, entry: Entry) -> bool:
        """Tell whether a video waits: what is being made the workers go on with."""
        return entry.state == "waiting"

    def begin(self, order: Order) -> None:
        """Order a video as soon as the broker takes it."""
        self._wanted[order.name] = order
        self._orders.put_nowait(order)

    async def drop(self, name: str) -> None:
        """Send no order of a video any more; its workers stop by themselves."""
        self._wanted.pop(name, None)

    async def look(self) -> "ClusterSeen":
        """Give what waits, and what the workers are at, as it was a moment ago. Raises DispatchFailed."""
        return await self._seen.get()

    async def letters(self) -> "list[Letter]":
        """Give the dead letters as they were a moment ago. Raises DispatchFailed."""
        async with self._at_letters:
            return await self._letters.get()

    async def redrive(self) -> "Redriven":
        """Send the dead letters again. Raises DispatchFailed."""
        async with self._at_letters:
            try:
                return await asyncio.to_thread(_with_letters, self._around.settings, lambda letters: letters.redrive())
            finally:
                self._letters.forget()
                self._seen.forget()

    async def _send(self) -> None:
        """Send orders, one after the other, each until it is taken or not wanted any more."""
        while True:
            order = await self._orders.get()
            while self._wanted.get(order.name) is order:
                if await self._sent(order):
                    break
                await asyncio.sleep(AGAIN_SECONDS)

    async def _sent(self, order: Order) -> bool:
        try:
            await asyncio.to_thread(self._dispatcher.order, order)
        except DispatchFailed as error:
            _log.error("%s", error)
            return False
        if self._wanted.get(order.name) is order:
            del self._wanted[order.name]
        _log.info("%s: ordered", order.name)
        return True


def _with_letters(settings: Settings, do: "Callable[[DeadLetters], Answer]") -> Answer:
    """Do something with the dead letters, by a connection of its own: it holds them until it is closed."""
    from flickbook.engines import choice

    # Those on AWS may be named too, but are none of this cluster's.
    with choice.make_dead_letters(replace(settings, aws=Aws())) as letters:
        return do(letters)
