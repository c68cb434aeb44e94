"""The engine of one machine: processes plan and make the ordered videos while this program runs."""

import logging
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple
from weakref import WeakValueDictionary

from flickbook.core.model import ImageTask, Order, Plan
from flickbook.engines.base import Ended, Engine, FramesSeen
from flickbook.engines.configuration import Settings
from flickbook.engines.local.imager import Imager
from flickbook.engines.local.planner import Planner
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.engines.orders import submit
from flickbook.errors import Damaged, FlickbookError, Superseded, WorkerCrashed, only_ours
from flickbook.library.book import Book
from flickbook.library.completion import withdraw
from flickbook.library.index import Index

# Seconds between two checks for finished plans.
CHECK_SECONDS = 0.3
# In a service, requests come before pictures. Workers still use all processor time that is free.
SERVICE_NICENESS = 5
# Somebody waits for a picture that a URL asks for, so it comes before the pictures of books.
IMAGE_NICENESS = 3
SERVICE_PLANNERS = 2

_log = logging.getLogger("flickbook")


class _Making(NamedTuple):
    """A book that is being made: its order, its plan's id, and how many snippets were done before."""

    order: Order
    plan: str
    before: int


class LocalEngine(Engine):
    """Plans each video in a separate process, because it may crash libav, and makes it in a pool of workers.

    With `service` the workers yield to other programs, two videos are planned at a time, and requested pictures are
    made.
    """

    outlives = False
    last_writes = 0.5

    def __init__(self, settings: Settings, *, service: bool = False) -> None:
        planners = SERVICE_PLANNERS if service else 1
        self._settings = settings.engine
        self._planner = Planner(settings.limits, planners)
        self._dispatcher = PoolDispatcher(settings.engine, SERVICE_NICENESS if service else 0)
        self._imager = Imager(settings.images.image_workers, IMAGE_NICENESS, settings.limits) if service else None
        # Else its processes start at the first request, so that a service without such requests has none.
        self._expects_images = bool(settings.images.image_keys) or settings.images.image_open
        self._threads = ThreadPoolExecutor(planners)
        # By book name: submitting and cancelling a book exclude each other.
        self._locks: WeakValueDictionary[str, threading.Lock] = WeakValueDictionary()
        self._lock = threading.Lock()
        self._ordered: dict[str, Order] = {}
        self._making: dict[str, _Making] = {}
        self._closing = threading.Event()
        threading.Thread(target=self._watch_plans, daemon=True).start()

    def start(self) -> None:
        """Start the processes before the first order."""
        self._planner.start()
        self._dispatcher.processes.start()
        if self._imager is not None and self._expects_images:
            self._imager.start()

    def check(self) -> None:
        """Raise WorkerCrashed if no process can run on this machine."""
        if not (self._planner.able and self._dispatcher.processes.able):
            fault = "cannot start a worker process"
            raise WorkerCrashed("this machine", fault, "check its limits of memory and processes")

    def order(self, order: Order) -> None:
        """Plan and make a video as soon as a process is free."""
        self.cancel(order.name)
        self._ordered[order.name] = order
        self._threads.submit(self._begin, order)

    def is_at(self, name: str) -> bool:
        """Return whether the book waits, is planned or is made here."""
        return name in self._ordered or name in self._making

    def frames(self, plan: str) -> Sequence[FramesSeen]:
        """Return the snippets of a plan that workers are making."""
        return self._dispatcher.frames(plan)

    def cancel(self, name: str) -> None:
        """Cancel a book's order and stop its workers."""
        with self._lock_of(name):
            self._ordered.pop(name, None)
            making = self._making.pop(name, None)
        if making is not None:
            self._dispatcher.cancel(making.plan)

    def make_image(self, task: ImageTask) -> None:
        """Make a requested picture in a process, and store it."""
        if self._imager is None:
            super().make_image(task)
        else:
            self._imager.make(task)

    def close(self) -> None:
        """End all processes. The next order of an unfinished book continues it."""
        self._closing.set()
        self._ordered.clear()
        self._planner.close()
        self._dispatcher.close()
        if self._imager is not None:
            self._imager.close()
        self._threads.shutdown(cancel_futures=True)

    def _begin(self, order: Order) -> None:
        """Plan a video and send its jobs."""
        name = order.name
        try:
            with only_ours(name, "could not be made"):
                plan = self._plan(order) if self._ordered.get(name) is order else None
                with self._lock_of(name):
                    # The order may have been cancelled or replaced meanwhile.
                    if plan is not None and self._ordered.get(name) is order:
                        self._submit(plan, order)
        except Superseded as error:
            _log.info("%s", error)
        except FlickbookError as error:
            if self._ordered.get(name) is order:
                self.refuse(order, error)
        finally:
            if self._ordered.get(name) is order:
                self._ordered.pop(name, None)

    def _plan(self, order: Order) -> Plan:
        video = order.source, order.name, order.recipe
        try:
            return self._planner.plan(*video)
        except FlickbookError as error:
            if not error.retryable:
                raise
        return self._planner.plan(*video)

    def _submit(self, plan: Plan, order: Order) -> None:
        sent = submit(plan, order.out, self._dispatcher, self._settings, afresh=order.afresh, order=order)
        self._making[order.name] = _Making(order, sent.plan.id, len(sent.before))

    def _watch_plans(self) -> None:
        """Report each plan whose jobs have all ended, until the engine is closed."""
        while not self._closing.wait(CHECK_SECONDS):
            self._planner.check()
            # The books are listed before the running plans. So a plan that is sent in between does not look finished.
            sent = list(self._making.values())
            busy = self._dispatcher.under_way()
            for making in [making for making in sent if making.plan not in busy]:
                with self._lock_of(making.order.name):
                    current = self._making.get(making.order.name) is making
                    if current:
                        del self._making[making.order.name]
                if current:
                    self._finish(making)

    def _finish(self, making: _Making) -> None:
        order = making.order
        try:
            with only_ours(order.name, "could not be made"):
                try:
                    self._dispatcher.check(making.plan)
                except Damaged:
                    withdraw(Book(order.out, order.name), making.plan)
                    raise
                entry = Index(order.out).entry(order.name)
        except FlickbookError as error:
            self.refuse(order, error)
            return
        if entry is not None and entry.plan == making.plan:
            self.ended(Ended(order, entry.state, max(0, entry.done - making.before), entry.failed))

    def refuse(self, order: Order, error: FlickbookError) -> None:
        """Record the error that ended an order, except while the engine closes, which causes errors itself."""
        if not self._closing.is_set():
            super().refuse(order, error)

    def _lock_of(self, name: str) -> threading.Lock:
        # Without this lock, two threads could create a lock for the same name.
        with self._lock:
            return self._locks.setdefault(name, threading.Lock())
