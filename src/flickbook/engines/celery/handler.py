"""Handles messages. A message is acknowledged once all that follows from it is stored or sent.

The death of a worker fails every job in it, and a broker that restarts redelivers every message, so a delivery count
alone proves nothing. The last attempt therefore runs with no other job in its worker, after a note in the store. A
message that comes back with such a note has killed its worker.
"""

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar, Generic, NamedTuple, NoReturn, TypeVar

from celery.exceptions import Reject

from flickbook.core import wire
from flickbook.core.model import Job, Order
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.health import Metrics
from flickbook.engines.celery.logs import log_fields
from flickbook.engines.celery.outages import OUTAGES, OutageRetry
from flickbook.engines.celery.queues import MOST_DELIVERIES, deliveries_before
from flickbook.engines.celery.slots import Slots
from flickbook.engines.configuration import Settings
from flickbook.errors import DispatchFailed, FlickbookError, RenderFailed, Superseded, WireError, WorkerCrashed, as_ours
from flickbook.library.completion import failure_of
from flickbook.storage import shown
from flickbook.webhooks.courier import Courier

Value = TypeVar("Value", Job, Order)

# What receives a task's messages: the document, the attempt, Celery's request, and whether the broker has given the
# message to another worker.
Receive = Callable[[str, int, Mapping[str, Any], Callable[[], bool]], None]

# The pause before a message is released that cannot be handled now. Without it, the message would come back at once.
PAUSE_SECONDS = 2.0

_log = logging.getLogger("flickbook")


class Parts(NamedTuple):
    """The parts of a worker that tasks use. `short_waits` counts the received short messages that wait for a thread."""

    settings: Settings
    slots: Slots
    sender: CeleryDispatcher
    metrics: Metrics
    backoff: OutageRetry
    courier: Courier
    short_waits: Callable[[], int]


class Result(NamedTuple):
    """The result of an attempt: its outcome, the jobs or orders to send on, and the id of a new plan."""

    outcome: str
    left: Sequence[Any] = ()
    plan: str = ""


class Task(ABC, Generic[Value]):
    """The differences between orders and jobs. Notes are written to the output store."""

    name: ClassVar[str]
    kind: type[Value]
    verb: ClassVar[str]
    # Errors that are worth another attempt, besides the retryable ones.
    transient: ClassVar[tuple[type[FlickbookError], ...]] = ()

    def __init__(self, parts: Parts) -> None:
        self._settings, self._slots, self._sender, self._metrics, _, _, self._short_waits = parts

    def pass_on(self, value: Value, attempt: int) -> bool:  # noqa: ARG002  # for subclasses
        """Send the work on without an attempt if that is better, and return whether it was sent."""
        return False

    @abstractmethod
    def attempt(self, delivery: "Delivery[Value]") -> Result:
        """Carry out a job or order."""

    def send_again(self, value: Value, attempt: int) -> None:
        """Send a job or order after a failed attempt."""
        self._sender.send_work(value, attempt)

    @abstractmethod
    def note_last(self, value: Value, crash: FlickbookError | None) -> None:
        """Note before the last attempt that every worker crashed; None deletes the note."""

    @abstractmethod
    def has_note(self, value: Value, crash: FlickbookError) -> bool:
        """Return whether the note of `note_last` exists."""

    def note_failure(self, value: Value, error: FlickbookError) -> None:
        """Note a failed attempt that will be followed by another."""

    @abstractmethod
    def note_end(self, value: Value, error: FlickbookError, attempts: int) -> None:
        """Note the failure of the last attempt."""


@dataclass
class Delivery(Generic[Value]):
    """A received message: its job or order, and the number of its attempt.

    `stale` returns whether the broker has given the message to another worker. `begun` is a time of the monotonic
    clock. With `split`, the rest of the job is sent as two jobs.
    """

    task: Task[Value]
    value: Value
    attempt: int
    stale: Callable[[], bool]
    begun: float = field(default_factory=time.monotonic)
    split: bool = False

    @property
    def fields(self) -> dict[str, object]:
        """The log fields of the job or order."""
        return log_fields(self.value)


class Handler:
    """Handles the messages of both tasks, in the threads of Celery's pool."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._tries = parts.settings.cluster.tries

    def receive(
        self, task: Task[Value], document: str, attempt: int, request: Mapping[str, Any], stale: Callable[[], bool]
    ) -> None:
        """Handle a message. Raises Reject if the broker is to deliver it again."""
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
        except Exception as error:  # noqa: BLE001  # the message must not be lost, whatever the error
            _log.exception("a message could not be handled; report this")
            if before < MOST_DELIVERIES:
                _release_message(error)
            # RabbitMQ would now dead-letter it; Redis and SQS would deliver it for ever.
            fault = f"could not be handled ({type(error).__name__}: {error})"
            self._dead_letter(task, document, RenderFailed("message", fault, "report it"), attempt + before)

    def _handle(self, delivery: Delivery[Value]) -> None:
        task, value, attempt = delivery.task, delivery.value, delivery.attempt
        # Deliveries beyond `tries` that never started count as the last attempt.
        delivery.attempt = min(attempt, self._tries)
        if self._parts.backoff.stopping:
            self._parts.sender.send_work(value, attempt)
        elif task.pass_on(value, attempt):
            return
        elif attempt > self._tries and self._has_note(delivery):
            self._give_up(delivery, _crash_of(value))
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
        except Exception as raised:  # noqa: BLE001  # the work must not be lost, whatever the error
            failure = as_ours(raised, _subject(delivery.value), f"could not be {task.verb}")
            # This attempt does not count if the host is broken, or if the worker stops and cannot wait for the store.
            if not self._parts.slots.able or backoff.cut_short(failure):
                self._release(delivery, failure)
            else:
                self._fail(delivery, failure)
        else:
            for part in [] if delivery.stale() else result.left:
                self._parts.sender.send_work(part, delivery.attempt)
            self._end(delivery, result.outcome, result.outcome, plan=result.plan)

    def _attempt(self, delivery: Delivery[Value], *, last: bool) -> Result:
        task, value = delivery.task, delivery.value
        self._parts.courier.serve(value.out)
        if not last:
            return task.attempt(delivery)
        with self._parts.slots.exclusive():
            if self._parts.backoff.stopping:
                return Result("shared", [value])
            task.note_last(value, _crash_of(value))
            try:
                return task.attempt(delivery)
            except DispatchFailed:
                # The message will be released. No worker crashed, so the note must go.
                task.note_last(delivery.value, None)
                raise

    def _has_note(self, delivery: Delivery[Value]) -> bool:
        task, value = delivery.task, delivery.value
        try:
            return self._parts.backoff.retry(lambda: task.has_note(value, _crash_of(value)), delivery.fields)
        except FlickbookError:
            return False

    def _fail(self, delivery: Delivery[Value], error: FlickbookError) -> None:
        task, value = delivery.task, delivery.value
        retryable = error.retryable or isinstance(error, OUTAGES + task.transient)
        if not retryable or delivery.attempt >= self._tries:
            self._give_up(delivery, error)
        elif self._note(delivery, lambda: task.note_failure(value, error)):
            task.send_again(value, delivery.attempt + 1)
            self._end(delivery, "failed", str(error), error)

    def _give_up(self, delivery: Delivery[Value], error: FlickbookError) -> None:
        task, value, attempts = delivery.task, delivery.value, delivery.attempt
        if self._note(delivery, lambda: task.note_end(value, error, attempts)):
            document = wire.encode(value).decode()
            self._parts.sender.send_dead_letter(task.name, document, failure_of(error), attempts)
            self._end(delivery, "buried", f"gave up: {error}", error)

    def _note(self, delivery: Delivery[Value], note: Callable[[], None]) -> bool:
        """Write a note to the store. Return False if the work is not wanted, or if it was released to other workers.

        If the store fails, the work continues without the note: the dead letter has the same information.
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
        """Send the work to other workers. This attempt does not count."""
        self._parts.sender.send_work(delivery.value, delivery.attempt)
        self._end(delivery, "shared", f"released: {error}", error)

    def _end(
        self, delivery: Delivery[Value], outcome: str, message: str, error: FlickbookError | None = None, plan: str = ""
    ) -> None:
        """Count and log the outcome of a message, once for each delivery."""
        self._parts.courier.wake()
        self._parts.metrics.jobs.labels(_label(delivery.task), outcome).inc()
        extra = {**delivery.fields, "outcome": outcome, "seconds": round(time.monotonic() - delivery.begun, 3)}
        extra |= {"plan": plan} if plan else {}
        extra |= {"error": type(error).__name__} if error is not None else {}
        level = logging.INFO if error is None else logging.ERROR if outcome == "buried" else logging.WARNING
        _log.log(level, message, extra=extra)

    def _dead_letter(self, task: Task[Value], document: str, error: FlickbookError, attempts: int) -> None:
        try:
            self._parts.sender.send_dead_letter(task.name, document, failure_of(error), attempts)
        except DispatchFailed as unsent:
            _release_message(unsent)


def _subject(value: Job | Order) -> str:
    return shown(value.source.url if isinstance(value, Job) else value.source)


def _crash_of(value: Job | Order) -> FlickbookError:
    remedy = "check the workers' memory, then redrive it"
    return WorkerCrashed(_subject(value), "every worker that began it died", remedy)


def _label(task: Task[Any]) -> str:
    return task.name.rpartition(".")[2]


def _release_message(error: Exception) -> NoReturn:
    _log.error("%s", error)
    time.sleep(PAUSE_SECONDS)
    raise Reject(str(error), requeue=True) from error
