"""The task `flickbook.plan`: a worker looks at a video, stores the plan, and sends jobs for the slots it can have."""

from msgspec.structs import replace

from flickbook.core.manifest import state_of
from flickbook.core.model import Failure, Order
from flickbook.engines.celery.handler import Delivery, Parts, Result
from flickbook.engines.celery.queues import PLAN
from flickbook.engines.orders import submit
from flickbook.errors import FlickbookError, NameTaken, SourceChanged, Superseded
from flickbook.library.book import Book
from flickbook.library.completion import failure_of
from flickbook.library.order_records import Orders

# The most jobs that a video is cut into before any worker has one.
MOST_JOBS = 256


class PlanTask:
    """Fills orders."""

    name, kind, verb = PLAN, Order, "planned"
    # Of a video that was replaced meanwhile the next attempt plans the new version.
    may_pass: tuple[type[FlickbookError], ...] = (SourceChanged,)

    def __init__(self, parts: Parts) -> None:
        self._settings, self._slots, self._sender, *_, self._short_waits = parts

    def pass_on(self, value: Order, attempt: int) -> bool:  # noqa: ARG002  # the family's signature
        """Return False: every order is tried where it is received."""
        return False

    def send(self, value: Order, attempt: int) -> None:
        """Send an order on."""
        self._sender.order(value, attempt)

    send_again = send

    def attempt(self, delivery: Delivery[Order]) -> Result:
        """Plan a video and send its jobs."""
        order = delivery.value
        planned = check_wanted(order)
        plan = self._slots.plan(order)
        jobs = 1 if self._short_waits() else self._sender.slots_to_be_had(self._slots.count)
        engine = replace(self._settings.engine, workers=min(jobs, MOST_JOBS), run_length=len(plan.snippets))
        # What a copy of this order made, or what it made itself before it was delivered again, is fresh.
        submit(plan, order.out, self._sender, engine, afresh=order.afresh and not planned, order=order)
        return Result("done", "planned", plan=plan.id)

    def note_last(self, value: Order, lost: FlickbookError | None) -> None:
        """Record a failure of the order that is not final, or none."""
        if lost is not None:
            check_wanted(value)
        _note(value, lost, final=False)

    def was_noted(self, value: Order, lost: FlickbookError) -> bool:
        """Return whether there is such a note."""
        record = Orders(value.out).record(value.name)
        return record is not None and record.failure == _failure(value, lost, final=False)

    def note_failure(self, value: Order, error: FlickbookError) -> None:
        """Do nothing: a video whose plan failed goes on to wait."""

    def note_end(self, value: Order, error: FlickbookError, attempts: int) -> None:  # noqa: ARG002  # the family's signature
        """Record for good why the video cannot be made."""
        _note(value, error, final=True)


def check_wanted(order: Order) -> bool:
    """Return whether an order was planned before. Raises Superseded if nothing is to be done for it."""
    planned = Orders(order.out).check_wanted(order).fills(order)
    if planned and _is_made(order):
        raise Superseded(order.name, "is made already", "nothing is to be done")
    return planned


def _is_made(order: Order) -> bool:
    book = Book(order.out, order.name)
    plan = book.plan()
    return plan is not None and state_of(plan, book.receipts(plan), book.manifest()) in ("complete", "partial")


def _note(order: Order, error: FlickbookError | None, *, final: bool) -> None:
    """Record what went wrong with an order, and whether that is final, unless its name is another video's."""
    if not isinstance(error, NameTaken):
        Orders(order.out).note_failure(
            order, None if error is None else _failure(order, error, final=final), final=final
        )


def _failure(order: Order, error: FlickbookError, *, final: bool) -> Failure:
    # By the book's name: where the video lies is not for all who may see the index.
    return replace(failure_of(type(error)(order.name, error.fault, error.remedy)), final=final)
