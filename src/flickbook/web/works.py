"""The engine side of the service: videos are taken, planned, made, tried again and deleted.

All that must last lies in the output store. A service that was killed finds there what it had not finished, and
goes on; what it holds in memory is only which videos it is at.
"""

import asyncio
import logging
import time
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from msgspec.structs import replace

from flickbook import naming
from flickbook.book import Book
from flickbook.catalogue import Catalogue
from flickbook.errors import Cancelled, FlickbookError, SourceDenied, SourceMissing
from flickbook.model import Card, Failure, Plan
from flickbook.planner import Planner
from flickbook.settings import Settings
from flickbook.storage import find_source, locate, remove_source
from flickbook.web.metrics import Metrics
from flickbook.web.sources import Sources, book_name, taken
from flickbook.web.unfinished import list_unfinished, read_card

if TYPE_CHECKING:
    # libav and NumPy come with it, for which the page need not wait: see `_make_dispatcher`.
    from flickbook.dispatch.base import LocalDispatcher

# How often it is asked which plans are through, and how long a worker that was stopped may still write.
TEND_SECONDS = 0.3
LAST_WRITES_SECONDS = 0.5
# The page comes first; processes that start at the same time would only make it wait.
WARM_SECONDS = 1.0
# So many processes look at what was uploaded.
PLANNERS = 2
# Every look at a store waits in a thread; one that hangs must not keep the others waiting.
THREADS = 32

_log = logging.getLogger("flickbook")


class Works:
    """Takes videos and has them made. Lives from `open` to `close`, in one event loop."""

    def __init__(self, settings: Settings, metrics: Metrics) -> None:
        self._settings = settings
        self._metrics = metrics
        self.sources = Sources(settings.web.source, settings.web.allow)
        self.out = locate(settings.web.out).rstrip("/")
        self.catalogue = Catalogue(self.out)
        self._planner = Planner(settings.recipe, settings.limits, PLANNERS)
        self._dispatcher: asyncio.Task[LocalDispatcher] | None = None
        self._wanted: dict[str, object] = {}
        self._making: dict[str, tuple[str, int]] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def open(self) -> None:
        """Begin: get the workers ready, and go on with what an earlier service left. Within the event loop."""
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(THREADS))
        self._dispatcher = asyncio.create_task(asyncio.to_thread(_make_dispatcher, self._settings))
        self._start(self._warm())
        self._start(self._tend())
        self._start(self._resume())

    async def close(self) -> None:
        """End all processes; what is unfinished is taken up by the next service."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        assert self._dispatcher is not None
        dispatcher = await self._dispatcher
        await asyncio.gather(asyncio.to_thread(dispatcher.close), asyncio.to_thread(self._planner.close))

    @property
    def able(self) -> bool:
        """Whether videos can be made."""
        engine = self._dispatcher
        broken = engine is not None and engine.done() and not engine.result().able
        return self._planner.able and not broken

    def check_store(self) -> None:
        """Raise StoreError or OutputError if the output store cannot be reached."""
        self.catalogue.check()

    async def check_free(self, key: str) -> str:
        """Give the name of the book of a key to be uploaded. Raises NameRefused, or NameTaken if there is one."""
        name = book_name(key)
        if await asyncio.to_thread(self._held, name) is not None:
            raise taken(name)
        return name

    async def take(self, url: str) -> Card:
        """Have the video at a URL made, which lies in its store, and give its card.

        Raises NameRefused, NameTaken if the name is another video's, StoreError or OutputError.
        """
        return await self._take(url, self.sources.name_of(url))

    async def _take(self, url: str, name: str) -> Card:
        async with self._lock(name):
            held = await asyncio.to_thread(self._held, name)
            if held is not None and held.source != url:
                raise taken(name)
            if held is not None and (name in self._wanted or name in self._making):
                return held
            card = held or Card(name=name, state="waiting", source=url, added=round(time.time(), 3))
            card = await asyncio.to_thread(
                self.catalogue.note, replace(card, state="waiting", failure=None, begun=round(time.time(), 3))
            )
            ticket = self._wanted[name] = object()
        self._start(self._make(card, ticket))
        return card

    async def take_key(self, key: str) -> Card:
        """Have the video of a key in the source store made. Raises SourceMissing too."""
        book_name(key)
        url = self.sources.url_of(key)
        await asyncio.to_thread(find_source, url)
        return await self.take(url)

    async def take_url(self, text: str) -> Card:
        """Have the video at a URL that someone sent made. Raises SourceDenied or SourceMissing too."""
        url = await asyncio.to_thread(self.sources.admit, text)
        await asyncio.to_thread(find_source, url)
        return await self.take(url)

    async def retry(self, name: str) -> Card:
        """Plan a video anew and make what is not made.

        Raises SourceMissing if there is no such video, SourceDenied if it lies where the service may not read.
        """
        url = (await self._known(name)).source
        await asyncio.to_thread(self.sources.check, url)
        return await self._take(url, name)

    async def delete(self, name: str) -> None:
        """Remove a video: its pictures, its source if that lies in the source store, its card.

        Raises SourceMissing if there is no such video.
        """
        async with self._lock(name):
            card = await self._known(name)
            self._wanted.pop(name, None)
            plan, _ = self._making.pop(name, ("", 0))
            dispatcher = await self._engine()
            stopped = await asyncio.to_thread(dispatcher.drop, plan) if plan else False
            if stopped:
                await asyncio.sleep(LAST_WRITES_SECONDS)
            await asyncio.to_thread(self._remove, card)
        _log.info("%s: deleted", name)

    def _remove(self, card: Card) -> None:
        # The card last: as long as it is there, whoever was stopped half-way can delete again.
        if self.sources.holds(card.source):
            remove_source(card.source)
        Book(self.out, card.name).remove()
        self.catalogue.drop(card.name)

    async def _known(self, name: str) -> Card:
        held = await asyncio.to_thread(self._held, name)
        if held is None:
            raise SourceMissing(name, "is no video of this service", "look at the list of videos")
        return held

    def _held(self, name: str) -> Card | None:
        """Give a book's card, or one for a book that never had one; None for one whose plan is gone."""
        # Names come from whoever asks.
        if not naming.is_name(name):
            return None
        card = self.catalogue.card(name)
        book = Book(self.out, name)
        if card is not None:
            # Who deleted it was killed before the card went, or did it by hand: the name is free.
            return card if not card.plan or book.store.has(naming.PLAN_KEY) else None
        plan = book.plan()
        if plan is None:
            return None
        return Card(name=name, state="making", source=plan.source.url, added=round(time.time(), 3), plan=plan.id)

    async def _make(self, card: Card, ticket: object) -> None:
        """Plan a video and send its jobs; it ends in `_tend`."""
        try:
            plan = await self._plan(card)
            dispatcher = await self._engine()
            async with self._lock(card.name):
                # Deleted meanwhile, and perhaps there again.
                if self._wanted.get(card.name) is not ticket:
                    return
                before = await asyncio.to_thread(_submit, plan, self.out, dispatcher, self._settings)
                self._making[card.name] = (plan.id, before)
        except Cancelled as error:
            _log.info("%s", error)
        except FlickbookError as error:
            if self._wanted.get(card.name) is ticket:
                await self._refuse(card.name, error)
        finally:
            if self._wanted.get(card.name) is ticket:
                del self._wanted[card.name]

    async def _plan(self, card: Card) -> Plan:
        try:
            return await self._planner.plan_soon(card.source, card.name)
        except FlickbookError as error:
            if not error.retryable:
                raise
        return await self._planner.plan_soon(card.source, card.name)

    async def _tend(self) -> None:
        """See which plans are through, and note what ended them before their time."""
        dispatcher = await self._engine()
        while True:
            await asyncio.sleep(TEND_SECONDS)
            self._planner.check()
            busy = await asyncio.to_thread(dispatcher.under_way)
            for name, (plan, before) in [entry for entry in self._making.items() if entry[1][0] not in busy]:
                self._making.pop(name, None)
                self._start(self._settle(dispatcher, name, plan, before))

    async def _settle(self, dispatcher: "LocalDispatcher", name: str, plan: str, before: int) -> None:
        try:
            dispatcher.check(plan)
        except FlickbookError as error:
            await self._refuse(name, error)
            return
        card = await asyncio.to_thread(read_card, self.catalogue, name)
        if card is not None and card.plan == plan:
            self._metrics.videos.labels(card.state).inc()
            self._metrics.snippets.labels("made").inc(max(0, card.done - before))
            self._metrics.snippets.labels("failed").inc(card.failed)
            _log.info("%s: %s, %d of %d snippets", name, card.state, card.done, card.snippets)

    async def _refuse(self, name: str, error: FlickbookError) -> None:
        _log.error("%s", error)
        self._metrics.videos.labels("refused").inc()
        # By its name: where the video lies is not for all who may read.
        failure = Failure(type(error).__name__, str(type(error)(name, error.fault, error.remedy)))
        try:
            held = await asyncio.to_thread(self.catalogue.card, name)
            if held is not None:
                await asyncio.to_thread(self.catalogue.note, replace(held, state="refused", failure=failure))
        except FlickbookError as fault:
            # Its card still says that it waits: the next service takes it up again.
            _log.error("%s", fault)

    async def _resume(self) -> None:
        """Take up again what an earlier service had not finished and this one may read."""
        for card in await asyncio.to_thread(list_unfinished, self.catalogue):
            try:
                if self.sources.key_of(card.source) is None:
                    await asyncio.to_thread(self.sources.admit, card.source)
                await self._take(card.source, card.name)
                _log.info("%s: taken up again", card.name)
            except SourceDenied:
                # It was begun by a command line, or by a service that may read more.
                continue
            except FlickbookError as error:
                _log.error("%s", error)

    async def _warm(self) -> None:
        await asyncio.sleep(WARM_SECONDS)
        dispatcher = await self._engine()
        await asyncio.to_thread(self._planner.start)
        await asyncio.to_thread(dispatcher.start)

    async def _engine(self) -> "LocalDispatcher":
        assert self._dispatcher is not None
        return await asyncio.shield(self._dispatcher)

    def _lock(self, name: str) -> asyncio.Lock:
        """Give the lock of a name, which lives as long as someone holds it."""
        return self._locks.setdefault(name, asyncio.Lock())

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: "asyncio.Task[None]") -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            _log.error("a task of the service failed; report it", exc_info=task.exception())


def _make_dispatcher(settings: Settings) -> "LocalDispatcher":
    from flickbook import wiring

    return wiring.make_dispatcher(settings)


def _submit(plan: Plan, out: str, dispatcher: "LocalDispatcher", settings: Settings) -> int:
    """Store a plan and send its jobs; give how many snippets were there before."""
    from flickbook.submit import submit

    return len(submit(plan, out, dispatcher, settings.engine, ordered=True).before)
