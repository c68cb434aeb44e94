"""The task `flickbook.plan`: a worker probes a video, stores its plan, and sends its jobs."""

from msgspec.structs import replace

from flickbook.core.model import Failure, Order
from flickbook.engines.celery.handler import Delivery, Result, Task
from flickbook.engines.celery.queues import PLAN
from flickbook.engines.orders import book_state, submit
from flickbook.errors import FlickbookError, NameTaken, SourceChanged, Superseded
from flickbook.library.book import Book
from flickbook.library.completion import failure_of
from flickbook.library.order_records import Orders

# A planner cuts a video into at most so many jobs.
MOST_JOBS = 256


class PlanTask(Task[Order]):
    """Plans ordered videos."""

    name, kind, verb = PLAN, Order, "planned"
    # If the video was replaced meanwhile, the next attempt plans the new version.
    transient = (SourceChanged,)

    def attempt(self, delivery: Delivery[Order]) -> Result:
        """Plan a video and send its jobs."""
        order = delivery.value
        planned = check_wanted(order)
        plan = self._slots.plan(order)
        jobs = 1 if self._short_waits() else self._sender.available_slots(self._slots.count)
        engine = replace(self._settings.engine, workers=min(jobs, MOST_JOBS), run_length=len(plan.snippets))
        # An order that was planned before is a copy or a redelivery: what its jobs made is fresh already.
        submit(plan, order.out, self._sender, engine, afresh=order.afresh and not planned, order=order)
        return Result("done", plan=plan.id)

    def note_last(self, value: Order, crash: FlickbookError | None) -> None:
        """Record a failure that is not final, or delete it."""
        if crash is not None:
            check_wanted(value)
        _note(value, crash, final=False)

    def has_note(self, value: Order, crash: FlickbookError) -> bool:
        """Return whether the order record has that failure."""
        record = Orders(value.out).record(value.name)
        return record is not None and record.failure == _failure(value, crash, final=False)

    def note_end(self, value: Order, error: FlickbookError, attempts: int) -> None:  # noqa: ARG002  # as in `Task`
        """Record that the video is refused, and why."""
        _note(value, error, final=True)


def check_wanted(order: Order) -> bool:
    """Return whether an order was planned before. Raises Superseded if it is cancelled, replaced or made."""
    planned = Orders(order.out).check_wanted(order).fills(order)
    if planned and book_state(Book(order.out, order.name)) in ("complete", "partial"):
        raise Superseded(order.name, "is made already", "nothing is to be done")
    return planned


def _note(order: Order, error: FlickbookError | None, *, final: bool) -> None:
    """Record the failure of an order, or that there is none; but leave the record alone if it is another video's."""
    if not isinstance(error, NameTaken):
        failure = None if error is None else _failure(order, error, final=final)
        Orders(order.out).note_failure(order, failure, final=final)


def _failure(order: Order, error: FlickbookError, *, final: bool) -> Failure:
    # The book's name replaces the video's URL: not every reader of the record may know the URL.
    return replace(failure_of(type(error)(order.name, error.fault, error.remedy)), final=final)
