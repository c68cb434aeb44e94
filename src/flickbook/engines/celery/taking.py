"""What a worker does with a message: it is done with only when all that may come of it is stored or sent."""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any, NoReturn, TypeVar

from celery.exceptions import Reject

from flickbook.core import wire
from flickbook.core.model import Job, Order
from flickbook.engines.celery.deliveries import DeliveryCounter
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.logs import told
from flickbook.engines.celery.plans import Plans
from flickbook.engines.celery.queues import MOST_DELIVERIES, PLAN, RENDER
from flickbook.engines.celery.turns import Delivery, Turns
from flickbook.engines.celery.worker_metrics import Metrics
from flickbook.errors import DispatchFailed, RenderFailed, WireError
from flickbook.library.completion import failure_of

Value = TypeVar("Value", Job, Order)

# Before a message goes back that cannot be dealt with now, so that it does not come round at once.
PAUSE_SECONDS = 2.0

_log = logging.getLogger("flickbook")


class Taking:
    """Takes orders and jobs as Celery's tasks.

    `epoch` counts connections to the broker: what came by an older one is another worker's now.
    """

    def __init__(
        self,
        plans: Plans,
        turns: Turns,
        sender: CeleryDispatcher,
        counter: DeliveryCounter,
        metrics: Metrics,
        epoch: Callable[[], int],
    ) -> None:
        self._plans = plans
        self._turns = turns
        self._sender = sender
        self._counter = counter
        self._metrics = metrics
        self._epoch = epoch
        self._lock = threading.Lock()
        self.under_way = 0

    def register(self, app: Any) -> None:
        """Make Celery bring messages here."""

        @app.task(name=RENDER, bind=True)  # type: ignore[untyped-decorator]  # Celery's is
        def render(task: Any, document: str, attempt: int = 1) -> None:
            self._take(RENDER, document, Job, attempt, vars(task.request), self._turns.take)

        @app.task(name=PLAN, bind=True)  # type: ignore[untyped-decorator]  # Celery's is
        def plan(task: Any, document: str, attempt: int = 1) -> None:
            self._take(PLAN, document, Order, attempt, vars(task.request), self._plans.fill)

    def _take(
        self,
        task: str,
        document: str,
        kind: type[Value],
        attempt: int,
        request: Mapping[str, Any],
        take: Callable[[Value, Delivery], None],
    ) -> None:
        with self._lock:
            self.under_way += 1
        epoch, before = self._epoch(), 0
        about: dict[str, object] = {}
        try:
            before = self._counter.before(request)
            value = self._read(task, document, kind, attempt)
            if value is None:
                return
            about = told(value)
            sent = float(request.get("sent") or time.time())
            self._metrics.waits.labels(task.rpartition(".")[2]).observe(max(0.0, time.time() - sent))
            take(value, Delivery(attempt + before, lambda: self._epoch() != epoch, time.monotonic()))
        except DispatchFailed as error:
            _log.error("%s", error, extra=about)
            _give_back(error)
        except Exception as error:  # noqa: BLE001  # whatever it was, the message must not be lost
            _log.exception("a message could not be dealt with; report it", extra=about)
            if before < MOST_DELIVERIES:
                _give_back(error)
            self._give_up(task, document, error, attempt + before, about)
        finally:
            with self._lock:
                self.under_way -= 1

    def _read(self, task: str, document: str, kind: type[Value], attempt: int) -> Value | None:
        """Read a message; one that is none of ours, or of another version, is buried."""
        try:
            return wire.decode(document.encode(), kind, "message")
        except WireError as error:
            _log.error("%s", error)
            self._sender.bury(task, document, failure_of(error), attempt)
            return None

    def _give_up(self, task: str, document: str, error: Exception, attempts: int, about: dict[str, object]) -> None:
        """Bury what went back so often that RabbitMQ would move it; Redis and SQS would give it out for ever."""
        fault = f"could not be dealt with ({type(error).__name__}: {error})"
        try:
            self._sender.bury(task, document, failure_of(RenderFailed("message", fault, "report it")), attempts)
        except DispatchFailed as away:
            _log.error("%s", away, extra=about)
            _give_back(away)


def _give_back(error: Exception) -> NoReturn:
    time.sleep(PAUSE_SECONDS)
    raise Reject(str(error), requeue=True) from error
