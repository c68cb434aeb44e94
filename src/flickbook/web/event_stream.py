"""Event streams: for each book one watcher reads the store, however many streams listen to it.

No events are queued: a listener compares the newest view of a book with the one whose events it sent last. A slow
listener therefore costs nothing. All watchers together use about a quarter of a core; the rest is for the workers.
"""

import asyncio
import logging
import time
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from flickbook.engines.base import FramesSeen
from flickbook.errors import FlickbookError, TooManyStreams, WireError
from flickbook.web.event_blocks import blocks, event, news
from flickbook.web.list_watcher import Listed, ListWatcher
from flickbook.web.sharing import ClientLimit
from flickbook.web.tasks import Tasks
from flickbook.web.views import View, Views

LOCAL_SECONDS, REMOTE_SECONDS = 0.2, 0.4
QUIET_SECONDS = 15.0
FRAMES_SECONDS = 1.0
FINAL = ("complete", "partial", "refused", "cancelled")
MOST_STREAMS = 400
MOST_STREAMS_A_CLIENT = 100
# Books that are read at the same time. A rest follows each read, so that all reads together use this share of a core.
READS_AT_ONCE = 4
SHARE = 0.25
# A read counts for at most MOST_SECONDS, because a store that hangs uses no core.
MOST_SECONDS = 1.0

_COMMENT = b": \n\n"

_log = logging.getLogger("flickbook")


class EventStreams:
    """The event streams of a service.

    A book's watcher starts with its first listener. It ends with its last listener, or at the book's final state.
    """

    def __init__(
        self,
        out: str,
        views: Views,
        count_uploads: Callable[[], int] = lambda: 0,
        frames: Callable[[str], Sequence[FramesSeen]] = lambda _: (),
    ) -> None:
        self._views = views
        self._frames = frames
        self._local = out.startswith("file://")
        self._list = ListWatcher(views.catalogue, count_uploads, local=self._local)
        self._seconds = LOCAL_SECONDS if self._local else REMOTE_SECONDS
        self._watchers: dict[str, _Watcher] = {}
        self._listeners: set[_Listener] = set()
        fault = f"allows {MOST_STREAMS_A_CLIENT} event streams a client, and {MOST_STREAMS} in all"
        # A context in which a stream of a client counts; raises TooManyStreams.
        self.admit = ClientLimit(
            MOST_STREAMS, MOST_STREAMS_A_CLIENT, TooManyStreams, fault, "close some, or poll the video instead"
        ).admit
        self._reading = asyncio.Semaphore(READS_AT_ONCE)
        self._pool = ThreadPoolExecutor(READS_AT_ONCE, "watch")
        self._closed = False
        self._tasks = Tasks()

    async def close(self) -> None:
        """End all streams."""
        self._closed = True
        for listener in self._listeners:
            listener.news.set()

    async def listen(self, names: Sequence[str], *, with_list: bool = False) -> AsyncGenerator[bytes, None]:
        """Yield the events of videos, beginning with their present states, until all states are final.

        With `with_list`, events of the list of all videos come too, and the stream does not end. A block has one or
        more events. After `QUIET_SECONDS` without events, a comment is yielded.
        """
        listener = _Listener()
        self._listeners.add(listener)
        joining = asyncio.create_task(self._join_all(listener, list(dict.fromkeys(names))))
        if with_list:
            self._list.join(listener.news)
        try:
            while not self._closed:
                listener.news.clear()
                for block in self._next_blocks(listener, with_list=with_list):
                    yield block
                if joining.done() and not listener.sent and not with_list:
                    yield event("end", {})
                    return
                if not await _is_set(listener.news):
                    yield _COMMENT
        finally:
            joining.cancel()
            self._list.leave(listener.news)
            self._listeners.discard(listener)
            for watcher in list(listener.sent):
                self._leave(listener, watcher)

    def _next_blocks(self, listener: "_Listener", *, with_list: bool) -> Iterator[bytes]:
        """Yield the events that a stream has not sent, and leave the watchers that have no more."""
        if with_list and self._list.seen not in (None, listener.listed):
            listener.listed = self._list.seen
            yield event("list", listener.listed._asdict())
        for watcher in [watcher for watcher, sent in listener.sent.items() if watcher.number != sent[0]]:
            yield from listener.next_blocks(watcher)
            # A newer view may have come while the blocks were sent.
            if watcher.over and listener.sent[watcher][0] == watcher.number:
                self._leave(listener, watcher)

    async def _join_all(self, listener: "_Listener", names: Sequence[str]) -> None:
        """Join the watchers of books one after the other: a stream of fifty books must not delay other streams."""
        for name in names:
            watcher = self._watchers.get(name)
            if watcher is None:
                watcher = self._watchers[name] = _Watcher(name)
                watcher.task = self._tasks.start(self._follow(watcher))
            watcher.listeners.add(listener)
            listener.sent[watcher] = (0, None)
            listener.news.set()
            await watcher.seen.wait()
        listener.news.set()

    def _leave(self, listener: "_Listener", watcher: "_Watcher") -> None:
        del listener.sent[watcher]
        watcher.listeners.discard(listener)
        if not watcher.listeners:
            self._end(watcher)

    def _end(self, watcher: "_Watcher") -> None:
        """Stop a watcher. Later listeners get a new one, because the video may be made again."""
        if self._watchers.get(watcher.name) is watcher:
            del self._watchers[watcher.name]
        if watcher.task is not None and not watcher.over:
            watcher.task.cancel()

    async def _follow(self, watcher: "_Watcher") -> None:
        """Read a book repeatedly, and wake the listeners when it has changed, until its state is final."""
        logged = ""
        try:
            while not watcher.over:
                try:
                    view = await self._read(watcher.name)
                    making = view is not None and view.entry.state == "making"
                    watcher.show(view, self._frames(view.entry.plan) if view is not None and making else ())
                except WireError:
                    raise
                except FlickbookError as error:
                    # The store may answer later; until then, the stream sends no events.
                    if str(error) != logged:
                        logged = str(error)
                        _log.error("%s", logged)
                watcher.seen.set()
                await asyncio.sleep(0 if watcher.over else self._seconds)
        except WireError as error:
            _log.error("%s", error)
        finally:
            # A book that cannot be decoded counts as gone, so that its listeners do not wait for events.
            if not watcher.over:
                watcher.show(None)
            watcher.seen.set()
            self._end(watcher)

    async def _read(self, name: str) -> View | None:
        await self._reading.acquire()
        loop = asyncio.get_running_loop()
        begun = time.monotonic()
        reading = loop.run_in_executor(self._pool, _timed_read, self._views, name)
        # The rest delays the next read, but not this result. It follows also if this watcher is cancelled meanwhile.
        reading.add_done_callback(lambda done: loop.call_later(self._rest(done, begun), self._reading.release))
        return (await asyncio.shield(reading))[0]

    def _rest(self, reading: "asyncio.Future[tuple[View | None, float]]", begun: float) -> float:
        """Return the seconds to rest after a read, from its duration or, for a remote store, its processor time."""
        if self._local or reading.cancelled() or reading.exception() is not None:
            seconds = time.monotonic() - begun
        else:
            seconds = reading.result()[1]
        return min(seconds, MOST_SECONDS) * (READS_AT_ONCE / SHARE - 1)


class _Watcher:
    """The newest view of one book; `number` counts its different views."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.number = 0
        self.over = False
        self.seen = asyncio.Event()
        self.listeners: set[_Listener] = set()
        self.task: asyncio.Task[None] | None = None
        self.view: View | None = None
        self._frames: Sequence[FramesSeen] = ()
        self._noted = 0.0
        self._news: dict[int, list[bytes]] = {}

    def show(self, view: View | None, frames: Sequence[FramesSeen] = ()) -> None:
        """Set the newest view, and wake the listeners if it differs from the last; for new frames once a second."""
        now = time.monotonic()
        same = self.number > 0 and view is self.view
        if same and (frames == self._frames or now - self._noted < FRAMES_SECONDS):
            return
        self._frames, self._noted = frames, now
        self.view = view
        self.number += 1
        self.over = view is None or view.entry.state in FINAL
        self._news.clear()
        for listener in self.listeners:
            listener.news.set()

    def news_since(self, number: int, sent: View | None) -> list[bytes]:
        """Return the events since a view and its number, encoded once for all listeners."""
        if number not in self._news:
            self._news[number] = blocks(news(self.name, sent, self.view, self._frames))
        return self._news[number]


class _Listener:
    """One stream: for each book the number and the view whose events it sent last, and whether there may be news.

    `listed` is the state of the list that it sent last.
    """

    def __init__(self) -> None:
        self.listed: Listed | None = None
        self.sent: dict[_Watcher, tuple[int, View | None]] = {}
        self.news = asyncio.Event()

    def next_blocks(self, watcher: _Watcher) -> list[bytes]:
        """Return the events of a book that the stream has not sent, and count them as sent."""
        blocks = watcher.news_since(*self.sent[watcher])
        self.sent[watcher] = (watcher.number, watcher.view)
        return blocks


def _timed_read(views: Views, name: str) -> tuple[View | None, float]:
    """Return the view of a book, and the processor seconds that reading it took."""
    begun = time.thread_time()
    return views.view(name), time.thread_time() - begun


async def _is_set(event: asyncio.Event) -> bool:
    """Wait `QUIET_SECONDS` for an asyncio event, and return whether it was set."""
    try:
        async with asyncio.timeout(QUIET_SECONDS):
            return await event.wait()
    except TimeoutError:
        return False
