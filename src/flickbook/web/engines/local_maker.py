"""Videos are made by processes of this machine, which live as long as the service does."""

import asyncio
import logging
from typing import TYPE_CHECKING

from flickbook.core.model import Entry, Order, Plan
from flickbook.engines.configuration import Settings
from flickbook.engines.local.planner import Planner
from flickbook.errors import FlickbookError, Superseded, WorkerCrashed, only_ours
from flickbook.library.index import Index
from flickbook.web.engines.base import Engine, Surroundings, refuse
from flickbook.web.tasks import Tasks
from flickbook.web.unfinished import read_entry

if TYPE_CHECKING:
    # libav and NumPy come with it, for which the page need not wait: see `_make_dispatcher`.
    from flickbook.engines.base import LocalDispatcher

# How often it is asked which plans are through.
TEND_SECONDS = 0.3
# The page comes first; processes that start at the same time would only make it wait.
WARM_SECONDS = 1.0
# Whoever asks the service comes before its pictures; a processor that nobody else wants is theirs as ever.
NICENESS = 5
# So many processes look at what was uploaded.
PLANNERS = 2

_log = logging.getLogger("flickbook")


class LocalEngine(Engine):
    """A planner and a pool of workers."""

    last_writes = 0.5

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._index = Index(around.out)
        self._planner = Planner(around.settings.limits, PLANNERS)
        self._dispatcher: asyncio.Task[LocalDispatcher] | None = None
        self._wanted: dict[str, object] = {}
        self._making: dict[str, tuple[Order, str, int]] = {}
        self._tasks = Tasks()

    def open(self) -> None:
        """Get the workers ready."""
        self._dispatcher = asyncio.create_task(asyncio.to_thread(_make_dispatcher, self._around.settings))
        self._tasks.start(self._warm())
        self._tasks.start(self._tend())

    async def close(self) -> None:
        """End all processes."""
        await self._tasks.close()
        dispatcher = await self._workers()
        await asyncio.gather(asyncio.to_thread(dispatcher.close), asyncio.to_thread(self._planner.close))

    async def check(self) -> None:
        """Raise WorkerCrashed if no process can live here."""
        workers = self._dispatcher
        broken = workers is not None and workers.done() and not workers.result().able
        if broken or not self._planner.able:
            raise WorkerCrashed("the service", "no process that makes pictures can live here", "look at its log")

    def is_at(self, name: str) -> bool:
        """Tell whether a video is being planned or made."""
        return name in self._wanted or name in self._making

    def resumes(self, entry: Entry) -> bool:  # noqa: ARG002  # the interface's
        """Tell that all is begun again: whoever was at it has ended."""
        return True

    def begin(self, order: Order) -> None:
        """Have a video planned and made."""
        ticket = self._wanted[order.name] = object()
        self._tasks.start(self._make(order, ticket))

    async def drop(self, name: str) -> None:
        """End the workers that are at a video."""
        self._wanted.pop(name, None)
        making = self._making.pop(name, None)
        dispatcher = await self._workers()
        if making is not None:
            await asyncio.to_thread(dispatcher.drop, making[1])

    async def _make(self, order: Order, ticket: object) -> None:
        """Plan a video and send its jobs; it ends in `_tend`."""
        around = self._around
        try:
            with only_ours(order.name, "could not be made"):
                plan = await self._plan(order)
                dispatcher = await self._workers()
                async with around.locks.of(order.name):
                    # Deleted meanwhile, and perhaps there again.
                    if self._wanted.get(order.name) is not ticket:
                        return
                    before = await asyncio.to_thread(_submit, plan, order, dispatcher, around.settings)
                    self._making[order.name] = (order, plan.id, before)
        except Superseded as error:
            _log.info("%s", error)
        except FlickbookError as error:
            if self._wanted.get(order.name) is ticket:
                await refuse(around, order, error)
        finally:
            if self._wanted.get(order.name) is ticket:
                del self._wanted[order.name]

    async def _plan(self, order: Order) -> Plan:
        wanted = order.source, order.name, order.recipe
        try:
            return await self._planner.plan_soon(*wanted)
        except FlickbookError as error:
            if not error.retryable:
                raise
        return await self._planner.plan_soon(*wanted)

    async def _tend(self) -> None:
        """See which plans are through, and note what ended them before their time."""
        dispatcher = await self._workers()
        while True:
            await asyncio.sleep(TEND_SECONDS)
            self._planner.check()
            busy = await asyncio.to_thread(dispatcher.under_way)
            for order, plan, before in [making for making in self._making.values() if making[1] not in busy]:
                self._making.pop(order.name, None)
                self._tasks.start(self._settle(dispatcher, order, plan, before))

    async def _settle(self, dispatcher: "LocalDispatcher", order: Order, plan: str, before: int) -> None:
        name = order.name
        try:
            dispatcher.check(plan)
        except FlickbookError as error:
            await refuse(self._around, order, error)
            return
        entry = await asyncio.to_thread(read_entry, self._index, name)
        if entry is not None and entry.plan == plan:
            metrics = self._around.metrics
            metrics.videos.labels(entry.state).inc()
            metrics.snippets.labels("made").inc(max(0, entry.done - before))
            metrics.snippets.labels("failed").inc(entry.failed)
            _log.info("%s: %s, %d of %d snippets", name, entry.state, entry.done, entry.snippets)

    async def _warm(self) -> None:
        await asyncio.sleep(WARM_SECONDS)
        dispatcher = await self._workers()
        await asyncio.to_thread(self._planner.start)
        await asyncio.to_thread(dispatcher.start)

    async def _workers(self) -> "LocalDispatcher":
        assert self._dispatcher is not None
        return await asyncio.shield(self._dispatcher)


def _make_dispatcher(settings: Settings) -> "LocalDispatcher":
    from flickbook.engines import choice

    return choice.make_dispatcher(settings, NICENESS)


def _submit(plan: Plan, order: Order, dispatcher: "LocalDispatcher", settings: Settings) -> int:
    """Store a plan and send its jobs; give how many snippets were there before."""
    from flickbook.engines.orders import submit

    return len(submit(plan, order.out, dispatcher, settings.engine, order=order).before)
