"""Progress, told to all who listen: one watcher a book, however many they are, that reads what the store holds.

Nothing is queued for anybody: a listener compares the newest look with what it has told already. One that is slow,
or gone, costs nothing.
"""

import asyncio
import logging
from collections.abc import AsyncGenerator, Iterator, Sequence
from typing import Any, NamedTuple

from flickbook.errors import FlickbookError
from flickbook.web.answers import Cell
from flickbook.web.looks import Look, Looker, show_detail

LOCAL_SECONDS, REMOTE_SECONDS = 0.2, 0.4
QUIET_SECONDS = 15.0
FINAL = ("complete", "partial", "refused", "cancelled")
STATE_FIELDS = (
    "name",
    "state",
    "done",
    "failed",
    "snippets",
    "duration",
    "speed",
    "left",
    "base",
    "storyboard",
    "error",
)

_log = logging.getLogger("flickbook")


class Event(NamedTuple):
    """One event of a stream: its kind and its data."""

    kind: str
    data: dict[str, Any]


class Watch:
    """The watchers of a service: begun when someone listens, ended when nobody does any more."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._seconds = LOCAL_SECONDS if out.startswith("file://") else REMOTE_SECONDS
        self._watchers: dict[str, _Watcher] = {}
        self._news = asyncio.Condition()
        self._closed = False

    async def close(self) -> None:
        """End all streams."""
        self._closed = True
        await self._tell()

    async def listen(self, names: Sequence[str]) -> AsyncGenerator[Event | None, None]:
        """Yield what becomes of some videos, beginning with how they are now, until nothing more will.

        None is yielded where nothing has come for `QUIET_SECONDS`.
        """
        told = [_Told(self._join(name)) for name in dict.fromkeys(names)]
        try:
            while not self._closed:
                events = [event for one in told for event in one.news()]
                for event in events:
                    yield event
                if all(one.over for one in told):
                    yield Event("end", {})
                    return
                if not await self._wait_for_news(told):
                    yield None
        finally:
            for one in told:
                self._leave(one.watcher)

    async def _wait_for_news(self, told: Sequence["_Told"]) -> bool:
        """Wait, not too long, until there is something to tell; say whether there is."""
        async with self._news:
            try:
                async with asyncio.timeout(QUIET_SECONDS):
                    return await self._news.wait_for(lambda: self._closed or any(one.stale for one in told))
            except TimeoutError:
                return False

    def _join(self, name: str) -> "_Watcher":
        watcher = self._watchers.get(name)
        if watcher is None:
            watcher = self._watchers[name] = _Watcher(name)
            watcher.task = asyncio.create_task(self._follow(watcher))
        watcher.listeners += 1
        return watcher

    def _leave(self, watcher: "_Watcher") -> None:
        watcher.listeners -= 1
        if not watcher.listeners:
            del self._watchers[watcher.name]
            if watcher.task is not None:
                watcher.task.cancel()

    async def _follow(self, watcher: "_Watcher") -> None:
        """Look at a book again and again, and wake the listeners when it has changed."""
        looker = Looker(self._out, watcher.name)
        said = ""
        while True:
            try:
                seen = await asyncio.to_thread(looker.look)
            except FlickbookError as error:
                # A store that does not answer now may do so in a while; the stream says nothing meanwhile.
                if str(error) != said:
                    said = str(error)
                    _log.error("%s", said)
            else:
                if not watcher.number or seen != watcher.seen:
                    watcher.seen = seen
                    watcher.number += 1
                    await self._tell()
            await asyncio.sleep(self._seconds)

    async def _tell(self) -> None:
        async with self._news:
            self._news.notify_all()


class _Watcher:
    """The newest look at one book, and the number of looks that were different from the one before."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.seen: Look | None = None
        self.number = 0
        self.listeners = 0
        self.task: asyncio.Task[None] | None = None


class _Told:
    """What one listener was told of one book."""

    def __init__(self, watcher: _Watcher) -> None:
        self.watcher = watcher
        self.over = False
        self._number = 0
        self._state: dict[str, Any] = {}
        self._cells: dict[int, tuple[str, str | None]] = {}

    @property
    def stale(self) -> bool:
        """Whether there is a look that was not told of."""
        return self._number != self.watcher.number

    def news(self) -> Iterator[Event]:
        """Yield what is different from what was told before."""
        if not self.stale:
            return
        self._number, seen = self.watcher.number, self.watcher.seen
        if seen is None:
            self.over = True
            yield Event("gone", {"name": self.watcher.name})
            return
        detail = show_detail(seen, writes=False)
        state = {field: getattr(detail, field) for field in STATE_FIELDS}
        if not self._state:
            self._state = state
            yield Event("state", state)
        # Cells first: who hears that a video is complete has heard of all of it.
        yield from self._cell_news(detail.cells)
        if state != self._state:
            self._state = state
            yield Event("state", state)
        self.over = detail.state in FINAL

    def _cell_news(self, cells: Sequence[Cell]) -> Iterator[Event]:
        for cell in cells:
            now = (cell.state, cell.error)
            if self._cells.get(cell.start, ("waiting", None)) != now:
                self._cells[cell.start] = now
                yield Event("cell", {"name": self.watcher.name, **cell.model_dump()})
