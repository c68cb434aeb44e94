"""What every engine does: it has videos made of which there is an entry, and stops."""

import asyncio
import logging
from abc import ABC, abstractmethod
from typing import ClassVar, NamedTuple
from weakref import WeakValueDictionary

from flickbook.core.model import Entry, Failure, Order
from flickbook.engines.configuration import Settings
from flickbook.errors import FlickbookError
from flickbook.library.order_records import Orders
from flickbook.web.metrics import Metrics

_log = logging.getLogger("flickbook")


class Locks:
    """A lock for each name, which lives as long as someone holds it."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def of(self, name: str) -> asyncio.Lock:
        """Give the lock of a name."""
        return self._locks.setdefault(name, asyncio.Lock())


class Surroundings(NamedTuple):
    """What an engine works with; whoever changes a book holds the lock of its name."""

    settings: Settings
    out: str
    metrics: Metrics
    locks: Locks


class Engine(ABC):
    """Has videos made. Lives from `open` to `close`, in one event loop.

    Whoever was at a video that is let go of may still write for `last_writes` seconds.
    """

    last_writes: ClassVar[float]

    @abstractmethod
    def open(self) -> None:
        """Begin, within the event loop."""

    @abstractmethod
    async def close(self) -> None:
        """End; what is unfinished is taken up by the next service."""

    @abstractmethod
    async def check(self) -> None:
        """Raise an error of ours if no videos can be made."""

    @abstractmethod
    def is_at(self, name: str) -> bool:
        """Tell whether it has been told to make a video, and need not be told again."""

    @abstractmethod
    def resumes(self, entry: Entry) -> bool:
        """Tell whether a video that is not finished must be begun again when the service starts."""

    @abstractmethod
    def begin(self, order: Order) -> None:
        """Have a video planned and made, whose entry says that it waits; the lock of its name is held."""

    @abstractmethod
    async def drop(self, name: str) -> None:
        """Let go of a video, which the store says is wanted no more. The lock of its name is held."""


async def refuse(around: Surroundings, order: Order, error: FlickbookError) -> None:
    """Record that an error ended the making of a video."""
    name = order.name
    _log.error("%s", error)
    around.metrics.videos.labels("refused").inc()
    # By its name: where the video lies is not for all who may read.
    failure = Failure(type(error).__name__, str(type(error)(name, error.fault, error.remedy)))
    try:
        await asyncio.to_thread(Orders(around.out).note_failure, order, failure, final=True)
    except FlickbookError as fault:
        # Its record still says that it waits: the next service takes it up again.
        _log.error("%s", fault)
