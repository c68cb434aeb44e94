"""Progress, told to all who listen: one watcher a book, however many they are, that reads what the store holds.

Nothing is queued for anybody: a listener compares the newest view with the one it has told of. One that is slow, or
gone, costs nothing. All watchers together have about a quarter of a core: they cannot slow down what they watch.
"""

import asyncio
import logging
import time
from collections import Counter
from collections.abc import AsyncGenerator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any

import msgspec

from flickbook.errors import FlickbookError, TooManyStreams, WireError
from flickbook.web.details import show_progress
from flickbook.web.tasks import Tasks
from flickbook.web.views import View, Views

LOCAL_SECONDS, REMOTE_SECONDS = 0.2, 0.4
QUIET_SECONDS = 15.0
FINAL = ("complete", "partial", "refused", "cancelled")
MOST_STREAMS = 400
MOST_STREAMS_A_CLIENT = 100
# So many books are looked at at a time. A rest follows each look, so that all together take this share of a core.
LOOKS_AT_ONCE = 4
SHARE = 0.25
# A store that hangs is no work.
MOST_SECONDS = 1.0
# A stream that nobody reads holds one block in memory.
BLOCK_BYTES = 16 * 1024

_COMMENT = b": \n\n"

_log = logging.getLogger("flickbook")


class Watch:
    """The watchers of a service: begun when someone listens, ended when nobody does any more or nothing more comes."""

    def __init__(self, out: str, views: Views) -> None:
        self._views = views
        self._local = out.startswith("file://")
        self._seconds = LOCAL_SECONDS if self._local else REMOTE_SECONDS
        self._watchers: dict[str, _Watcher] = {}
        self._listeners: set[_Listener] = set()
        self._clients: Counter[str] = Counter()
        self._looking = asyncio.Semaphore(LOOKS_AT_ONCE)
        self._pool = ThreadPoolExecutor(LOOKS_AT_ONCE, "watch")
        self._closed = False
        self._tasks = Tasks()

    async def close(self) -> None:
        """End all streams."""
        self._closed = True
        for listener in self._listeners:
            listener.news.set()

    @contextmanager
    def admit(self, client: str) -> Iterator[None]:
        """Count a stream of a client as long as it lasts. Raises TooManyStreams."""
        if self._clients.total() >= MOST_STREAMS or self._clients[client] >= MOST_STREAMS_A_CLIENT:
            fault = f"follows no more than {MOST_STREAMS_A_CLIENT} event streams for a client, {MOST_STREAMS} in all"
            raise TooManyStreams("the service", fault, "close some, or ask for the video now and then")
        self._clients[client] += 1
        try:
            yield
        finally:
            self._clients[client] -= 1
            if not self._clients[client]:
                del self._clients[client]

    async def listen(self, names: Sequence[str]) -> AsyncGenerator[bytes, None]:
        """Yield events of what becomes of some videos, beginning with how they are now, until nothing more will.

        A block has one or more events; a comment is yielded where nothing has come for `QUIET_SECONDS`.
        """
        listener = _Listener()
        self._listeners.add(listener)
        joining = asyncio.create_task(self._join_all(listener, list(dict.fromkeys(names))))
        try:
            while not self._closed:
                listener.news.clear()
                for watcher in [watcher for watcher, told in listener.told.items() if watcher.number != told[0]]:
                    for block in listener.hear(watcher):
                        yield block
                    # It may have gone on while the blocks were sent.
                    if watcher.over and listener.told[watcher][0] == watcher.number:
                        self._leave(listener, watcher)
                if joining.done() and not listener.told:
                    yield _event("end", {})
                    return
                if not await _is_set(listener.news):
                    yield _COMMENT
        finally:
            joining.cancel()
            self._listeners.discard(listener)
            for watcher in list(listener.told):
                self._leave(listener, watcher)

    async def _join_all(self, listener: "_Listener", names: Sequence[str]) -> None:
        """Join the watchers of some books, one after the other, so that a stream of fifty books gets ahead of none."""
        for name in names:
            watcher = self._watchers.get(name)
            if watcher is None:
                watcher = self._watchers[name] = _Watcher(name)
                watcher.task = self._tasks.start(self._follow(watcher))
            watcher.listeners.add(listener)
            listener.told[watcher] = (0, None)
            listener.news.set()
            await watcher.seen.wait()
        listener.news.set()

    def _leave(self, listener: "_Listener", watcher: "_Watcher") -> None:
        del listener.told[watcher]
        watcher.listeners.discard(listener)
        if not watcher.listeners:
            self._end(watcher)

    def _end(self, watcher: "_Watcher") -> None:
        """Let go of a watcher; whoever listens from now on gets a new one, because the video may be made again."""
        if self._watchers.get(watcher.name) is watcher:
            del self._watchers[watcher.name]
        if watcher.task is not None and not watcher.over:
            watcher.task.cancel()

    async def _follow(self, watcher: "_Watcher") -> None:
        """Look at a book again and again, and wake the listeners when it has changed, until nothing more will come."""
        said = ""
        try:
            while not watcher.over:
                try:
                    watcher.show(await self._look(watcher.name))
                except WireError:
                    raise
                except FlickbookError as error:
                    # A store that does not answer now may do so in a while; the stream says nothing meanwhile.
                    if str(error) != said:
                        said = str(error)
                        _log.error("%s", said)
                watcher.seen.set()
                await asyncio.sleep(0 if watcher.over else self._seconds)
        except WireError as error:
            _log.error("%s", error)
        finally:
            # What cannot be read is not followed either: nobody waits for news that will not come.
            if not watcher.over:
                watcher.show(None)
            watcher.seen.set()
            self._end(watcher)

    async def _look(self, name: str) -> View | None:
        await self._looking.acquire()
        loop = asyncio.get_running_loop()
        begun = time.monotonic()
        look = loop.run_in_executor(self._pool, _timed_look, self._views, name)
        # The next in line waits for the rest, not whoever wants this view; and also where nobody wants it any more.
        look.add_done_callback(lambda done: loop.call_later(self._rest(done, begun), self._looking.release))
        return (await asyncio.shield(look))[0]

    def _rest(self, look: "asyncio.Future[tuple[View | None, float]]", begun: float) -> float:
        """Return the seconds to rest after a look: on a local store all of it was work, on another most was waiting."""
        if self._local or look.cancelled() or look.exception() is not None:
            seconds = time.monotonic() - begun
        else:
            seconds = look.result()[1]
        return min(seconds, MOST_SECONDS) * (LOOKS_AT_ONCE / SHARE - 1)


class _Watcher:
    """The newest view of one book, and the number of views that were different from the one before."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.number = 0
        self.over = False
        self.seen = asyncio.Event()
        self.listeners: set[_Listener] = set()
        self.task: asyncio.Task[None] | None = None
        self.view: View | None = None
        self._news: dict[int, list[bytes]] = {}

    def show(self, view: View | None) -> None:
        """Wake the listeners if a view is another one than the last."""
        if self.number and view is self.view:
            return
        self.view = view
        self.number += 1
        self.over = view is None or view.entry.state in FINAL
        self._news.clear()
        for listener in self.listeners:
            listener.news.set()

    def news_since(self, number: int, told: View | None) -> list[bytes]:
        """Return events that tell what is new since the view of that number; they are written once for all."""
        if number not in self._news:
            self._news[number] = _blocks(_news(self.name, told, self.view))
        return self._news[number]


class _Listener:
    """One stream: what it has told of each book that it follows, and whether there may be news."""

    def __init__(self) -> None:
        self.told: dict[_Watcher, tuple[int, View | None]] = {}
        self.news = asyncio.Event()

    def hear(self, watcher: _Watcher) -> list[bytes]:
        """Return the events that it has not told of a book, and count them as told."""
        blocks = watcher.news_since(*self.told[watcher])
        self.told[watcher] = (watcher.number, watcher.view)
        return blocks


def _timed_look(views: Views, name: str) -> tuple[View | None, float]:
    """Look at a book, and measure the processor seconds that it took."""
    begun = time.thread_time()
    return views.look(name), time.thread_time() - begun


def _news(name: str, told: View | None, view: View | None) -> Iterator[bytes]:
    """Yield an event for whatever is different between two views of a book."""
    if view is None:
        yield _event("gone", {"name": name})
        return
    before, now = None if told is None else show_progress(told), show_progress(view)
    if before is None:
        yield _event("state", now)
    # Cells before the state: who hears that a video is complete has heard of all of it.
    known = {} if told is None else {cell.start: cell for cell in told.cells}
    for cell in view.cells:
        if cell != known.get(cell.start) and (cell.state != "waiting" or cell.start in known):
            yield _event("cell", {"name": name, **asdict(cell)})
    if before is not None and now != before:
        yield _event("state", now)


def _event(kind: str, data: dict[str, Any]) -> bytes:
    return b"event: %s\ndata: %s\n\n" % (kind.encode(), msgspec.json.encode(data))


def _blocks(events: Iterator[bytes]) -> list[bytes]:
    """Join events to blocks of `BLOCK_BYTES` or little more."""
    blocks, block = [], b""
    for event in events:
        block += event
        if len(block) >= BLOCK_BYTES:
            blocks.append(block)
            block = b""
    return [*blocks, block] if block else blocks


async def _is_set(event: asyncio.Event) -> bool:
    """Wait for an event, not too long; return whether it came."""
    try:
        async with asyncio.timeout(QUIET_SECONDS):
            return await event.wait()
    except TimeoutError:
        return False
