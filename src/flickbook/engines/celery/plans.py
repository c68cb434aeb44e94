"""A worker plans a video: it looks at it, stores the plan, and sends jobs for all slots that have nothing to do."""

import logging

from msgspec.structs import replace

from flickbook.core import wire
from flickbook.core.manifest import state_of
from flickbook.core.model import Failure, Order, Plan
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.hunger import Hunger
from flickbook.engines.celery.logs import log_end, told
from flickbook.engines.celery.patience import Patience, may_pass
from flickbook.engines.celery.queues import LONG, PLAN
from flickbook.engines.celery.slots import Slots
from flickbook.engines.celery.turns import Delivery
from flickbook.engines.celery.worker_metrics import Metrics
from flickbook.engines.configuration import Settings
from flickbook.engines.orders import submit
from flickbook.errors import (
    DispatchFailed,
    FlickbookError,
    NameTaken,
    SourceChanged,
    Superseded,
    WorkerCrashed,
    as_ours,
)
from flickbook.library.book import Book
from flickbook.library.completion import failure_of
from flickbook.library.order_records import Orders
from flickbook.storage import shown

_log = logging.getLogger("flickbook")


class Plans:
    """Fills orders in a worker's slots."""

    def __init__(
        self,
        settings: Settings,
        slots: Slots,
        sender: CeleryDispatcher,
        hunger: Hunger,
        metrics: Metrics,
        patience: Patience,
    ) -> None:
        self._settings = settings
        self._slots = slots
        self._sender = sender
        self._hunger = hunger
        self._metrics = metrics
        self._patience = patience

    def fill(self, order: Order, delivery: Delivery) -> None:
        """Plan a video and send its jobs, or refuse it. Raises DispatchFailed if the broker is away."""
        if self._patience.stopping:
            self._sender.order(order, delivery.attempt)
        elif delivery.attempt > self._settings.cluster.tries and self._came_back(order):
            self._refuse(order, delivery, _lost(order), self._settings.cluster.tries)
        else:
            self._fill(order, delivery)

    def _fill(self, order: Order, delivery: Delivery) -> None:
        plan_it = self._plan_last if 1 < delivery.attempt >= self._settings.cluster.tries else self._plan
        # What came more often, and was not begun, has its last attempt now.
        delivery = delivery._replace(attempt=min(delivery.attempt, self._settings.cluster.tries))
        try:
            plan = self._patience.keep(lambda: plan_it(order), told(order))
        except DispatchFailed:
            raise
        except Superseded as error:
            self._ended(order, delivery, "dropped", str(error))
        except Exception as raised:  # noqa: BLE001  # whatever it was, the order must not be lost
            fault = as_ours(raised, shown(order.source), "could not be planned")
            # It is the host that is at fault, or this worker that cannot wait.
            if not self._slots.able or self._patience.cut_short(fault):
                self._give_back(order, delivery, fault)
            else:
                self._failed(order, delivery, fault)
        else:
            if plan is None:
                self._sender.order(order, delivery.attempt)
                self._ended(order, delivery, "shared", "shared")
            else:
                self._ended(order, delivery, "done", "planned", plan=plan.id)

    def _plan_last(self, order: Order) -> Plan | None:
        """Plan with nothing else in the worker, and noted; None if it has to stop before that is so."""
        with self._slots.alone():
            if self._patience.stopping:
                return None
            Orders(order.out).check_wanted(order)
            _note(order, _lost(order), final=False)
            try:
                return self._plan(order)
            except DispatchFailed:
                # It will come back, and nobody died of it.
                _note(order, None, final=False)
                raise

    def _came_back(self, order: Order) -> bool:
        """Tell whether a last attempt at an order was begun."""
        orders = Orders(order.out)
        try:
            record = self._patience.keep(lambda: orders.record(order.name), told(order))
        except FlickbookError:
            return False
        return record is not None and record.failure == _failure(order, _lost(order), final=False)

    def _plan(self, order: Order) -> Plan:
        again = Orders(order.out).check_wanted(order).fills(order)
        if again and _is_made(order):
            raise Superseded(order.name, "is made already", "nothing is to be done")
        plan = self._slots.plan(order)
        # Nobody waits: share it out among all who have nothing to do, this slot too.
        waiting = self._sender.depths()[LONG]
        free = 1 if waiting else self._slots.free + self._hunger.elsewhere()
        engine = replace(self._settings.engine, workers=max(1, min(free, 256)), run_length=len(plan.snippets))
        # What a copy of this order made, or what it made itself before it was given out again, is fresh.
        submit(plan, order.out, self._sender, engine, afresh=order.afresh and not again, order=order)
        return plan

    def _failed(self, order: Order, delivery: Delivery, error: FlickbookError) -> None:
        if (may_pass(error) or isinstance(error, SourceChanged)) and delivery.attempt < self._settings.cluster.tries:
            self._sender.order(order, delivery.attempt + 1)
            self._ended(order, delivery, "failed", str(error), error)
        else:
            self._refuse(order, delivery, error, delivery.attempt)

    def _refuse(self, order: Order, delivery: Delivery, error: FlickbookError, attempts: int) -> None:
        """Write down for good why a video cannot be made; the order becomes a dead letter too."""
        try:
            self._patience.keep(lambda: _note(order, error, final=True), told(order))
        except FlickbookError as fault:
            if self._patience.cut_short(fault):
                self._give_back(order, delivery, fault)
                return
            _log.error("%s", fault, extra=told(order))
        self._sender.bury(PLAN, wire.encode(order).decode(), failure_of(error), attempts)
        self._ended(order, delivery, "buried", f"refused: {error}", error)

    def _give_back(self, order: Order, delivery: Delivery, error: FlickbookError) -> None:
        """Leave an order to others, as if this attempt had not been."""
        self._sender.order(order, delivery.attempt)
        self._ended(order, delivery, "shared", f"given back: {error}", error)

    def _ended(
        self,
        order: Order,
        delivery: Delivery,
        outcome: str,
        message: str,
        error: FlickbookError | None = None,
        plan: str = "",
    ) -> None:
        """Count and log how an order ended here; once each."""
        self._metrics.jobs.labels("plan", outcome).inc()
        log_end(order, outcome, delivery.begun, message, error, plan)


def _is_made(order: Order) -> bool:
    book = Book(order.out, order.name)
    plan = book.plan()
    return plan is not None and state_of(plan, book.receipts(plan), book.manifest()) in ("complete", "partial")


def _note(order: Order, error: FlickbookError | None, *, final: bool) -> None:
    """Record what went wrong with an order, and if that is final."""
    if not isinstance(error, NameTaken):
        failure = None if error is None else _failure(order, error, final=final)
        Orders(order.out).note_failure(order, failure, final=final)


def _failure(order: Order, error: FlickbookError, *, final: bool) -> Failure:
    # By the book's name: where the video lies is not for all who may see the index.
    return replace(failure_of(type(error)(order.name, error.fault, error.remedy)), final=final)


def _lost(order: Order) -> FlickbookError:
    fault = "every worker that looked at it died"
    return WorkerCrashed(shown(order.source), fault, "look at the workers' memory, then redrive it")
