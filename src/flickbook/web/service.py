"""The service's videos: order, retry, cancel and delete them, and resume what an earlier service left unfinished.

All lasting state is in the output store, so a new service finds there what a killed one left.
"""

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from weakref import WeakValueDictionary

from flickbook.core import layout
from flickbook.core.model import Entry, Order, State
from flickbook.engines.configuration import Settings
from flickbook.errors import FlickbookError, SourceDenied, SourceMissing, only_ours
from flickbook.library.book import Book
from flickbook.library.cleaning import delete_markers
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from flickbook.storage import delete_source, find_source, is_same, local_path, locate
from flickbook.web.allowed import Sources, book_name, name_taken
from flickbook.web.async_engine import AsyncEngine
from flickbook.web.metrics import Metrics
from flickbook.web.tasks import Tasks
from flickbook.webhooks.courier import Courier

# Each access to a store blocks a thread; an access that hangs must not delay the others.
THREADS = 32
PARALLEL_READS = 8

_log = logging.getLogger("flickbook")


class Service:
    """Orders videos and changes them. Lives from `open` to `close`, in one event loop."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self.sources = Sources(settings.web.source, settings.web.allow)
        self.out = locate(settings.web.out).rstrip("/")
        self._recipe = settings.recipe
        self.index = Index(self.out)
        self._orders = Orders(self.out)
        # A lock for each name, which lives as long as somebody uses it.
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()
        self._courier = Courier(settings.webhook, metrics.count_events)
        self.engine = AsyncEngine(settings, metrics, self._courier.wake)
        self._tasks = Tasks()

    def open(self) -> None:
        """Start, and resume what an earlier service left unfinished. Call it within the event loop."""
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
        self.engine.open()
        self._tasks.start(self._resume())

    async def close(self) -> None:
        """Stop. The next service resumes what is unfinished."""
        await self._tasks.close()
        await self.engine.close()
        await asyncio.to_thread(self._courier.close)

    async def check_free(self, key: str) -> str:
        """Return the book's name for a key to be uploaded. Raises NameRefused, or NameTaken if that book exists."""
        name = book_name(key)
        if await asyncio.to_thread(self._entry, name) is not None:
            raise name_taken(name)
        return name

    async def order(self, url: str, *, replaces: bool = False) -> Entry:
        """Order the video at a URL, and return its entry. The caller knows that the video exists.

        A video that `replaces` may have the name of another one, which is then deleted with its pictures. A book that
        has this very version of the video is planned anew. Raises NameRefused, NameTaken if another video has the name,
        StoreError or OutputError.
        """
        name = self.sources.name_of(url)
        entry = await asyncio.to_thread(self._entry, name) if replaces else None
        if entry is not None:
            # The new video may have the old one's place.
            same_place = await asyncio.to_thread(_is_same_file, entry.source, url)
            url = entry.source if same_place else url
            if not await asyncio.to_thread(self._is_made_of, name, url):
                await self.delete(name, keep_source=same_place)
        return await self._place(self._order_of(url, name), restart=replaces)

    async def order_key(self, key: str, *, replaces: bool = False) -> Entry:
        """Order the video of a key in the source store. Raises what `order` raises, and SourceMissing."""
        book_name(key)
        url = self.sources.url_of(key)
        await asyncio.to_thread(find_source, url)
        return await self.order(url, replaces=replaces)

    async def order_url(self, text: str, *, replaces: bool = False) -> Entry:
        """Order the video at a URL that a client sent. Raises what `order_key` raises, and SourceDenied."""
        url = await asyncio.to_thread(self.sources.admit, text)
        await asyncio.to_thread(find_source, url)
        return await self.order(url, replaces=replaces)

    async def order_announced(self, text: str) -> Entry:
        """Order the newest version of the video at a URL that a bucket's notification names.

        Does nothing if this version is made or being made. Raises what `order_url` raises.
        """
        url = await asyncio.to_thread(self.sources.admit, text)
        name = self.sources.name_of(url)
        made = await asyncio.to_thread(self._is_made_of, name, url)
        entry = await asyncio.to_thread(self._entry, name)
        if made and entry is not None and entry.state not in ("waiting", "refused"):
            return entry
        return await self._place(self._order_of(url, name), restart=True)

    async def retry(self, name: str) -> Entry:
        """Plan a video anew, with its last recipe, and make what is missing.

        Raises SourceMissing for an unknown video, SourceDenied if the service may not read its source.
        """
        entry = await self._known(name)
        await asyncio.to_thread(self.sources.check, entry.source)
        record = await asyncio.to_thread(self._orders.record, name)
        return await self._place(self._order_of(entry.source, name, None if record is None else record.order))

    async def cancel(self, name: str) -> Entry:
        """Stop the work on a video. The snippets that are made stay, and a finished video does not change.

        Raises SourceMissing for an unknown video.
        """
        async with self._lock(name):
            entry = await self._known(name)
            await self._stop(name)
            self._courier.wake()
            return await asyncio.to_thread(self._entry, name) or entry

    async def delete(self, name: str, *, keep_source: bool = False) -> None:
        """Delete a video: its book, its entry, and unless `keep_source` its source if that is in the source store.

        Raises SourceMissing for an unknown video.
        """
        async with self._lock(name):
            entry = await self._known(name)
            if await self._stop(name) in ("waiting", "making"):
                await asyncio.sleep(self.engine.last_writes)
            await asyncio.to_thread(self._delete, entry, keep_source=keep_source)
        _log.info("%s: deleted", name)

    async def _place(self, order: Order, *, restart: bool = False) -> Entry:
        """Record an order and send it to the engine, unless it works on that video; with `restart`, stop that first."""
        name = order.name
        await asyncio.to_thread(self._courier.serve, self.out)
        async with self._lock(name):
            entry = await asyncio.to_thread(self._entry, name)
            if entry is not None and entry.source != order.source:
                raise name_taken(name)
            if entry is not None and self.engine.is_at(name):
                if not restart:
                    return entry
                await self.engine.cancel(name)
            if entry is None:
                # A deleted book may have left its order record behind.
                await asyncio.to_thread(self._orders.delete, name)
            self.engine.begin(await asyncio.to_thread(self._orders.place, order))
            return await self._known(name)

    def _order_of(self, url: str, name: str, last: Order | None = None) -> Order:
        """Return an order with the last order's recipe, or else the service's own."""
        return Order(url, name, self._recipe if last is None else last.recipe, self.out)

    def _lock(self, name: str) -> asyncio.Lock:
        return self._locks.setdefault(name, asyncio.Lock())

    async def _stop(self, name: str) -> State:
        """Cancel a book in the store and in the engine, and return the state that it had."""
        state = await asyncio.to_thread(_cancel, self.out, name)
        await self.engine.cancel(name)
        return state

    def _delete(self, entry: Entry, *, keep_source: bool) -> None:
        # The entry last: while it is there, a deletion that was interrupted can be repeated.
        if not keep_source and self.sources.holds(entry.source):
            delete_source(entry.source)
            # After the source: a watch orders every video without markers. They stay if the source stays.
            delete_markers(self.out, entry.name)
        Book(self.out, entry.name).remove()
        self._orders.delete(entry.name)

    def _is_made_of(self, name: str, url: str) -> bool:
        """Return whether a book's plan has the version of a video that is at its URL now. Raises SourceMissing."""
        found, plan = find_source(url), Book(self.out, name).plan()
        return plan is not None and plan.source == found

    async def _known(self, name: str) -> Entry:
        entry = await asyncio.to_thread(self._entry, name)
        if entry is None:
            raise SourceMissing(name, "is not a video of this service", "look at the list of videos")
        return entry

    def _entry(self, name: str) -> Entry | None:
        """Return a book's entry, or a new one for a book without an entry; None if there is no such book."""
        # Clients send names, so any text may come.
        if not layout.is_name(name):
            return None
        entry = self.index.entry(name)
        book = Book(self.out, name)
        if entry is not None:
            # An entry whose plan is gone is the rest of a deleted book: the name is free.
            return entry if not entry.plan or book.store.has(layout.PLAN_KEY) else None
        plan = book.plan()
        if plan is None:
            return None
        return Entry(name=name, state="making", source=plan.source.url, added=round(time.time(), 3), plan=plan.id)

    async def _resume(self) -> None:
        """Order again the unfinished videos of an earlier service, as far as this service may read them."""
        try:
            await asyncio.to_thread(self._courier.serve, self.out)
        except FlickbookError as error:
            _log.error("%s", error)
        for entry, order in await asyncio.to_thread(list_unfinished, self.index, self._orders):
            if not self.engine.resumes(entry):
                continue
            try:
                with only_ours(entry.name, "could not be resumed"):
                    if self.sources.key_of(entry.source) is None:
                        await asyncio.to_thread(self.sources.admit, entry.source)
                    # The same order again: if the first is still on its way, nothing is made twice.
                    await self._place(order or self._order_of(entry.source, entry.name))
                _log.info("%s: resumed", entry.name)
            except SourceDenied:
                # A command line ordered it, or a service that may read more.
                continue
            except FlickbookError as error:
                _log.error("%s", error)


def list_unfinished(index: Index, orders: Orders) -> list[tuple[Entry, Order | None]]:
    """Return the videos that wait or are being made, each with its last order, the oldest first.

    Entries and records that cannot be read are left out.
    """
    try:
        # A service killed between writing a record and its entry leaves only the record.
        names = {*index.names(), *orders.names()}
    except FlickbookError as error:
        _log.error("%s", error)
        return []
    with ThreadPoolExecutor(PARALLEL_READS) as pool:
        found = [video for video in pool.map(lambda name: _unfinished(index, orders, name), names) if video is not None]
    return sorted(found, key=lambda video: video[0].added)


def _unfinished(index: Index, orders: Orders, name: str) -> tuple[Entry, Order | None] | None:
    try:
        with only_ours(name, "could not be resumed"):
            entry = index.entry(name)
            if entry is not None and entry.state not in ("waiting", "making"):
                return None
            record = orders.record(name)
    except FlickbookError as error:
        _log.error("%s", error)
        return None
    if entry is None and record is not None and record.state == "waiting":
        entry = Entry(name, "waiting", record.order.source, added=record.order.at)
    return None if entry is None else (entry, None if record is None else record.order)


def _is_same_file(stored: str, url: str) -> bool:
    """Return whether two URLs lead to the same video, also through links."""
    if is_same(stored, url):
        return True
    with suppress(OSError):
        local = stored.startswith("file://") and url.startswith("file://")
        return local and Path(local_path(stored)).samefile(local_path(url))
    return False


def _cancel(out: str, name: str) -> State:
    # Imported here because libav and NumPy come with it: the page is served before they are loaded.
    from flickbook.engines.orders import cancel

    try:
        return cancel(out, name)
    except SourceMissing:
        # The index entry of a book that is gone.
        return "cancelled"
