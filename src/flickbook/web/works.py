"""The service's videos: taken, had made by its engine, tried again, cancelled and deleted.

All that must last lies in the output store. A service that was killed finds there what it had not finished, and
goes on.
"""

import asyncio
import logging
import time
from concurrent.futures import ThreadPoolExecutor

from flickbook.core import layout
from flickbook.core.model import Entry, Order, State
from flickbook.engines.configuration import Settings
from flickbook.errors import FlickbookError, SourceDenied, SourceMissing
from flickbook.library.book import Book
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from flickbook.storage import delete_source, find_source, locate
from flickbook.web.allowed import Sources, book_name, taken
from flickbook.web.making import Locks, Making
from flickbook.web.metrics import Metrics
from flickbook.web.tasks import Tasks
from flickbook.web.unfinished import list_unfinished
from flickbook.web.watched import forget_marks

# Every look at a store waits in a thread; one that hangs must not keep the others waiting.
THREADS = 32

_log = logging.getLogger("flickbook")


class Works:
    """Takes videos and has them made. Lives from `open` to `close`, in one event loop."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self.sources = Sources(settings.web.source, settings.web.allow)
        self.out = locate(settings.web.out).rstrip("/")
        self._recipe = settings.recipe
        self.index = Index(self.out)
        self._orders = Orders(self.out)
        self._locks = Locks()
        self.making = Making(settings, metrics)
        self._tasks = Tasks()

    def open(self) -> None:
        """Begin, and go on with what an earlier service left. Within the event loop."""
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
        self.making.open()
        self._tasks.start(self._resume())

    async def close(self) -> None:
        """End; what is unfinished is taken up by the next service."""
        await self._tasks.close()
        await self.making.close()

    def check_store(self) -> None:
        """Raise StoreError or OutputError if the output store cannot be reached."""
        self.index.check()

    async def check_free(self, key: str) -> str:
        """Give the name of the book of a key to be uploaded. Raises NameRefused, or NameTaken if there is one."""
        name = book_name(key)
        if await asyncio.to_thread(self._held, name) is not None:
            raise taken(name)
        return name

    async def take(self, url: str) -> Entry:
        """Have the video at a URL made, which lies in its store, and give its entry.

        Raises NameRefused, NameTaken if the name is another video's, StoreError or OutputError.
        """
        return await self._take(self._order(url, self.sources.name_of(url)))

    async def _take(self, wanted: Order, *, anew: bool = False) -> Entry:
        name = wanted.name
        async with self._locks.of(name):
            held = await asyncio.to_thread(self._held, name)
            if held is not None and held.source != wanted.source:
                raise taken(name)
            if held is not None and self.making.is_at(name):
                if not anew:
                    return held
                await self.making.cancel(name)
            if held is None:
                # A record may be left of a book that is gone.
                await asyncio.to_thread(self._orders.delete, name)
            self.making.begin(await asyncio.to_thread(self._orders.place, wanted))
            return await self._known(name)

    def _order(self, url: str, name: str, last: Order | None = None) -> Order:
        """Order a video as this service makes them, or as it was ordered last."""
        return Order(url, name, self._recipe if last is None else last.recipe, self.out)

    async def take_key(self, key: str) -> Entry:
        """Have the video of a key in the source store made. Raises SourceMissing too."""
        book_name(key)
        url = self.sources.url_of(key)
        await asyncio.to_thread(find_source, url)
        return await self.take(url)

    async def take_url(self, text: str) -> Entry:
        """Have the video at a URL that someone sent made. Raises SourceDenied or SourceMissing too."""
        url = await asyncio.to_thread(self.sources.admit, text)
        await asyncio.to_thread(find_source, url)
        return await self.take(url)

    async def take_found(self, text: str) -> Entry:
        """Have the video at a URL made of which a store says that it is there now, in whatever version.

        Nothing is begun again that is made, or being made, of this version. Raises what `take_url` raises.
        """
        url = await asyncio.to_thread(self.sources.admit, text)
        found = await asyncio.to_thread(find_source, url)
        name = self.sources.name_of(url)
        plan = await asyncio.to_thread(Book(self.out, name).plan)
        held = await asyncio.to_thread(self._held, name)
        if held is not None and held.state not in ("waiting", "refused") and plan is not None and plan.source == found:
            return held
        return await self._take(self._order(url, name), anew=True)

    async def retry(self, name: str) -> Entry:
        """Plan a video anew and make what is not made.

        Raises SourceMissing if there is no such video, SourceDenied if it lies where the service may not read.
        """
        known = await self._known(name)
        await asyncio.to_thread(self.sources.check, known.source)
        record = await asyncio.to_thread(self._orders.record, name)
        return await self._take(self._order(known.source, name, None if record is None else record.order))

    async def cancel(self, name: str) -> Entry:
        """Have nothing more made of a video that waits or is being made; what is made stays.

        Raises SourceMissing if there is no such video.
        """
        async with self._locks.of(name):
            entry = await self._known(name)
            await self._stop(name)
            return await asyncio.to_thread(self._held, name) or entry

    async def delete(self, name: str) -> None:
        """Remove a video: its pictures, its source if that lies in the source store, its entry.

        Raises SourceMissing if there is no such video.
        """
        async with self._locks.of(name):
            entry = await self._known(name)
            if await self._stop(name) in ("waiting", "making"):
                await asyncio.sleep(self.making.last_writes)
            await asyncio.to_thread(self._remove, entry)
        _log.info("%s: deleted", name)

    async def _stop(self, name: str) -> State:
        was = await asyncio.to_thread(_cancel, self.out, name)
        await self.making.cancel(name)
        return was

    def _remove(self, entry: Entry) -> None:
        # The entry last: as long as it is there, whoever was stopped half-way can delete again.
        if self.sources.holds(entry.source):
            delete_source(entry.source)
            # After it: a watch would find it without, and take it. One whose source stays was dealt with.
            forget_marks(self.out, entry.name)
        Book(self.out, entry.name).remove()
        self._orders.delete(entry.name)

    async def _known(self, name: str) -> Entry:
        held = await asyncio.to_thread(self._held, name)
        if held is None:
            raise SourceMissing(name, "is no video of this service", "look at the list of videos")
        return held

    def _held(self, name: str) -> Entry | None:
        """Give a book's entry, or one for a book that never had one; None for one whose plan is gone."""
        # Names come from whoever asks.
        if not layout.is_name(name):
            return None
        entry = self.index.entry(name)
        book = Book(self.out, name)
        if entry is not None:
            # Who deleted it was killed before the entry went, or did it by hand: the name is free.
            return entry if not entry.plan or book.store.has(layout.PLAN_KEY) else None
        plan = book.plan()
        if plan is None:
            return None
        return Entry(name=name, state="making", source=plan.source.url, added=round(time.time(), 3), plan=plan.id)

    async def _resume(self) -> None:
        """Take up again what an earlier service had not finished and this one may read."""
        for entry, order in await asyncio.to_thread(list_unfinished, self.index, self._orders):
            if not self.making.resumes(entry):
                continue
            try:
                if self.sources.key_of(entry.source) is None:
                    await asyncio.to_thread(self.sources.admit, entry.source)
                # As it was ordered, so that nothing is made twice if its order is on its way already.
                await self._take(order or self._order(entry.source, entry.name))
                _log.info("%s: taken up again", entry.name)
            except SourceDenied:
                # It was begun by a command line, or by a service that may read more.
                continue
            except FlickbookError as error:
                _log.error("%s", error)


def _cancel(out: str, name: str) -> State:
    # libav and NumPy come with it, for which the page need not wait.
    from flickbook.engines.orders import cancel

    try:
        return cancel(out, name)
    except SourceMissing:
        # An index entry is left of a book that is gone.
        return "cancelled"
