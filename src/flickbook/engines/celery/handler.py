"""What a worker does with a message: it is acknowledged only when all that follows from it is stored or sent.

A worker that dies takes others' jobs with it, and a broker that was away delivers again all that it delivered before.
So a last attempt is made with nothing else in the worker, and noted; only what comes back from there is at fault.
"""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, Generic, NamedTuple, NoReturn, Protocol, TypeVar

from celery.exceptions import Reject

from flickbook.core import wire
from flickbook.core.model import Job, Order
from flickbook.engines.celery.backoff import AWAY, Backoff
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.health import Metrics
from flickbook.engines.celery.logs import log_fields
from flickbook.engines.celery.queues import MOST_DELIVERIES, deliveries_before
from flickbook.engines.celery.slots import Slots
from flickbook.engines.configuration import Settings
from flickbook.errors import DispatchFailed, FlickbookError, RenderFailed, Superseded, WireError, WorkerCrashed, as_ours
from flickbook.library.completion import failure_of
from flickbook.storage import shown

Value = TypeVar("Value", Job, Order)

# Before a message is released that cannot be handled now, so that it does not come back at once.
PAUSE_SECONDS = 2.0

_log = logging.getLogger("flickbook")


class Parts(NamedTuple):
    """What handling a message takes. `short_waits` counts the orders and short jobs here that wait for a thread."""

    settings: Settings
    slots: Slots
    sender: CeleryDispatcher
    metrics: Metrics
    backoff: Backoff
    short_waits: Callable[[], int]


class Result(NamedTuple):
    """How an attempt ended: its outcome, a line for the log, what is left to be sent on, and the plan it led to."""

    outcome: str
    message: str
    left: Any = None
    plan: str = ""


class Task(Protocol[Value]):
    """What differs between orders and jobs: `verb` is what is done to them. The store keeps the notes.

    `pass_on` may send a message on before any attempt, and returns whether it did. `note_last` notes before the last
    attempt that every worker died of it, or takes that back; `was_noted` returns whether it is so noted. `note_failure`
    is for an attempt that another follows, `note_end` for the last. Errors that `may_pass` are worth another attempt.
    """

    name: str
    kind: type[Value]
    verb: str
    may_pass: tuple[type[FlickbookError], ...]

    def pass_on(self, value: Value, attempt: int) -> bool: ...
    def attempt(self, delivery: "Delivery[Value]") -> Result: ...
    def send(self, value: Value, attempt: int) -> None: ...
    def send_again(self, value: Value, attempt: int) -> None: ...
    def note_last(self, value: Value, lost: FlickbookError | None) -> None: ...
    def was_noted(self, value: Value, lost: FlickbookError) -> bool: ...
    def note_failure(self, value: Value, error: FlickbookError) -> None: ...
    def note_end(self, value: Value, error: FlickbookError, attempts: int) -> None: ...


class Delivery(Generic[Value]):
    """A message: the job or order, and which attempt it is, with those that ended in the death of a worker.

    `value` shrinks when parts of it are sent as jobs of their own. `stale` returns whether the broker has taken the
    message back, so that another worker has it. `begun` is when it came, on the monotonic clock.
    """

    def __init__(self, task: Task[Value], value: Value, attempt: int, stale: Callable[[], bool]) -> None:
        self.task: Task[Value] = task
        self.value: Value = value
        self.attempt = attempt
        self.stale = stale
        self.begun = time.monotonic()
        self.fields = log_fields(value)


class Handler:
    """Handles messages of every task, in the threads of Celery's pool."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._tries = parts.settings.cluster.tries

    def receive(
        self, task: Task[Value], document: str, attempt: int, request: Mapping[str, Any], stale: Callable[[], bool]
    ) -> None:
        """Handle a message, whatever it is. Raises Reject if the broker is to deliver it again."""
        before = 0
        try:
            before = deliveries_before(request, self._parts.sender.app)
            value = wire.decode(document.encode(), task.kind, "message")
            waited = time.time() - float(request.get("sent") or time.time())
            self._parts.metrics.waits.labels(_label(task)).observe(max(0.0, waited))
            self._handle(Delivery(task, value, attempt + before, stale))
        except WireError as error:
            _log.error("%s", error)
            self._dead_letter(task, document, error, attempt)
        except DispatchFailed as error:
            _release_message(error)
        except Exception as error:  # noqa: BLE001  # whatever it was, the message must not be lost
            _log.exception("a message could not be handled; report it")
            if before < MOST_DELIVERIES:
                _release_message(error)
            # RabbitMQ would give it up now; Redis and SQS would deliver it for ever.
            fault = f"could not be handled ({type(error).__name__}: {error})"
            self._dead_letter(task, document, RenderFailed("message", fault, "report it"), attempt + before)

    def _handle(self, delivery: Delivery[Value]) -> None:
        task, value, attempt = delivery.task, delivery.value, delivery.attempt
        # Deliveries beyond `tries` that never started count as the last attempt.
        delivery.attempt = min(attempt, self._tries)
        if self._parts.backoff.stopping:
            task.send(value, attempt)
        elif task.pass_on(value, attempt):
            return
        elif attempt > self._tries and self._last_was_begun(delivery):
            self._give_up(delivery, _lost(value))
        else:
            self._try(delivery, last=1 < attempt >= self._tries)

    def _try(self, delivery: Delivery[Value], *, last: bool) -> None:
        task, backoff = delivery.task, self._parts.backoff
        try:
            result = backoff.retry(lambda: self._attempt(delivery, last=last), delivery.fields)
        except DispatchFailed:
            raise
        except Superseded as error:
            self._end(delivery, "dropped", str(error))
        except Exception as raised:  # noqa: BLE001  # whatever it was, the work must not be lost
            fault = as_ours(raised, _subject(delivery.value), f"could not be {task.verb}")
            # The host is at fault, or the worker stops and cannot wait.
            if not self._parts.slots.able or backoff.cut_short(fault):
                self._release(delivery, fault)
            else:
                self._fail(delivery, fault)
        else:
            if result.left is not None and not delivery.stale():
                task.send(result.left, delivery.attempt)
            self._end(delivery, result.outcome, result.message, plan=result.plan)

    def _attempt(self, delivery: Delivery[Value], *, last: bool) -> Result:
        """Make an attempt; the last one with nothing else in the worker, after a note of it."""
        task = delivery.task
        if not last:
            return task.attempt(delivery)
        with self._parts.slots.alone():
            if self._parts.backoff.stopping:
                return Result("shared", "shared", delivery.value)
            task.note_last(delivery.value, _lost(delivery.value))
            try:
                return task.attempt(delivery)
            except DispatchFailed:
                # It will come back, and nobody died of it.
                task.note_last(delivery.value, None)
                raise

    def _last_was_begun(self, delivery: Delivery[Value]) -> bool:
        task, value = delivery.task, delivery.value
        try:
            return self._parts.backoff.retry(lambda: task.was_noted(value, _lost(value)), delivery.fields)
        except FlickbookError:
            return False

    def _fail(self, delivery: Delivery[Value], error: FlickbookError) -> None:
        task, value = delivery.task, delivery.value
        may_pass = error.retryable or isinstance(error, AWAY + delivery.task.may_pass)
        if not may_pass or delivery.attempt >= self._tries:
            self._give_up(delivery, error)
        elif self._note(delivery, lambda: task.note_failure(value, error)):
            task.send_again(value, delivery.attempt + 1)
            self._end(delivery, "failed", str(error), error)

    def _give_up(self, delivery: Delivery[Value], error: FlickbookError) -> None:
        task, value, attempts = delivery.task, delivery.value, delivery.attempt
        if self._note(delivery, lambda: task.note_end(value, error, attempts)):
            self._parts.sender.bury(task.name, wire.encode(value).decode(), failure_of(error), attempts)
            self._end(delivery, "buried", f"gave up: {error}", error)

    def _note(self, delivery: Delivery[Value], note: Callable[[], None]) -> bool:
        """Write a note into the store, and return whether to go on; not if nobody wants it or others are to try.

        Where it cannot be written the work goes on without: a dead letter says it all.
        """
        try:
            self._parts.backoff.retry(note, delivery.fields)
        except Superseded as error:
            self._end(delivery, "dropped", str(error))
            return False
        except FlickbookError as error:
            if self._parts.backoff.cut_short(error):
                self._release(delivery, error)
                return False
            _log.error("%s", error, extra=delivery.fields)
        return True

    def _release(self, delivery: Delivery[Value], error: FlickbookError) -> None:
        """Leave the work to others, as if this attempt had not been."""
        delivery.task.send(delivery.value, delivery.attempt)
        self._end(delivery, "shared", f"released: {error}", error)

    def _end(
        self, delivery: Delivery[Value], outcome: str, message: str, error: FlickbookError | None = None, plan: str = ""
    ) -> None:
        """Count and log how a message ended here; once each."""
        self._parts.metrics.jobs.labels(_label(delivery.task), outcome).inc()
        extra = {**log_fields(delivery.value), "outcome": outcome}
        extra |= {"seconds": round(time.monotonic() - delivery.begun, 3)}
        extra |= {"plan": plan} if plan else {}
        extra |= {"error": type(error).__name__} if error is not None else {}
        level = logging.INFO if error is None else logging.ERROR if outcome == "buried" else logging.WARNING
        _log.log(level, message, extra=extra)

    def _dead_letter(self, task: Task[Value], document: str, error: FlickbookError, attempts: int) -> None:
        try:
            self._parts.sender.bury(task.name, document, failure_of(error), attempts)
        except DispatchFailed as away:
            _release_message(away)


def _subject(value: Job | Order) -> str:
    return shown(value.source.url if isinstance(value, Job) else value.source)


def _lost(value: Job | Order) -> FlickbookError:
    remedy = "look at the workers' memory, then redrive it"
    return WorkerCrashed(_subject(value), "every worker that began it died", remedy)


def _label(task: Task[Any]) -> str:
    return task.name.rpartition(".")[2]


def _release_message(error: Exception) -> NoReturn:
    _log.error("%s", error)
    time.sleep(PAUSE_SECONDS)
    raise Reject(str(error), requeue=True) from error
