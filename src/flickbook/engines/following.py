"""Orders from a distance: an engine is asked to make a video, and the output store tells how far it is."""

import time
from collections.abc import Callable
from math import inf
from typing import NamedTuple

from msgspec.structs import replace

from flickbook import errors
from flickbook.core import layout
from flickbook.core.manifest import state_of
from flickbook.core.model import Manifest, Order, OrderRecord, Plan, Receipt, Recipe
from flickbook.engines.base import Engine
from flickbook.errors import Cancelled, DispatchFailed, FlickbookError, RenderFailed, StoreError
from flickbook.library.book import Book
from flickbook.library.completion import failure_of
from flickbook.library.index import Index, entry_of
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import check_recipe
from flickbook.storage import find_source, key_of, locate

Progress = Callable[[Plan, list[Receipt]], None]
Away = Callable[[StoreError], None]

_AGAIN = "submit its video again to have it made"

LOOK_SECONDS = 0.5
LOCAL_LOOK_SECONDS = 0.1
# When all is signed, only binding is left, which takes a moment.
LAST_LOOK_SECONDS = 0.05


def order(engine: Engine, video: str, out: str, recipe: Recipe, *, afresh: bool = False) -> Order:
    """Order the video at a path or URL, and return as soon as the engine has the order.

    Raises InputError, UsageError, NameTaken, StoreError or DispatchFailed; then nothing was ordered.
    """
    check_recipe(recipe)
    url = locate(video)
    find_source(url)
    return send(engine, Order(url, layout.book_name(key_of(url)), recipe, locate(out), afresh))


def send(engine: Engine, wanted: Order) -> Order:
    """Record an order, send it, and return it as it was sent.

    Raises NameTaken, OutputError, StoreError, DispatchFailed, or what the engine says of the video; then nothing was
    ordered.
    """
    # Before the record says that the video waits.
    engine.check()
    orders = Orders(wanted.out)
    held = orders.record(wanted.name)
    wanted = orders.place(wanted)
    try:
        engine.order(wanted)
    except (FlickbookError, KeyboardInterrupt, SystemExit):
        _withdraw(wanted, held)
        raise
    return wanted


def follow(
    wanted: Order, progress: Progress, patience: float, away: Away, check: Callable[[], None] = lambda: None
) -> tuple[Manifest, list[Receipt], list[Receipt]]:
    """Wait until an order is filled; return the manifest, all receipts, and those that are older than its plan.

    `progress` is called with the receipts so far. A store that does not answer is waited for, `patience` seconds from
    its first failure on, of which `away` is told. `check` is called at each look, and may end the waiting by an error.
    Raises what the planner refused the video for, Cancelled or StoreError.
    """
    pause = LOCAL_LOOK_SECONDS if wanted.out.startswith("file://") else LOOK_SECONDS
    failing = 0.0
    while True:
        check()
        try:
            seen = _look(wanted)
            failing = 0.0
        except StoreError as error:
            if not failing:
                failing = time.monotonic()
                away(error)
            if time.monotonic() - failing >= patience:
                raise
            time.sleep(pause)
            continue
        _check(seen.record, seen.plan)
        if seen.plan is not None:
            progress(seen.plan, seen.receipts)
        if seen.manifest is not None:
            begun = seen.record.begun
            return seen.manifest, seen.receipts, [one for one in seen.receipts if _begun(one) < begun]
        signed = seen.plan is not None and len(seen.receipts) == len(seen.plan.snippets)
        time.sleep(LAST_LOOK_SECONDS if signed else pause)


class _Seen(NamedTuple):
    """What the store has of an order: plan and receipts once it is planned, the manifest once it is filled."""

    record: OrderRecord
    plan: Plan | None = None
    receipts: list[Receipt] = []  # noqa: RUF012  # a NamedTuple's default, which nobody changes
    manifest: Manifest | None = None


def _withdraw(placed: Order, held: OrderRecord | None) -> None:
    """Record what would be recorded without an order that could not be sent; `held` is the record before it."""
    orders = Orders(placed.out)
    record = orders.record(placed.name)
    if record is None or record.state != "waiting" or record.order != placed:
        # Somebody got the order after all, or placed another.
        return
    if held is None:
        orders.delete(placed.name)
    elif held.state == "waiting":
        # A worker that got the order before meanwhile has dropped it for this one; one that gets it yet fills it.
        fault = "may have been dropped for a later order, which could not be sent"
        failure = failure_of(DispatchFailed(placed.name, fault, _AGAIN))
        orders.write(replace(held, state="refused", failure=failure))
    else:
        orders.write(held)
    book = Book(placed.out, placed.name)
    plan = book.plan() if held is None or held.state == "planned" else None
    if plan is not None:
        # Nobody notes on the entry of an order that waits how far the plan before has come.
        receipts = book.receipts(plan)
        Index(placed.out).note(entry_of(plan, receipts, state_of(plan, receipts, book.manifest())))


def _look(wanted: Order) -> _Seen:
    record = Orders(wanted.out).record(wanted.name)
    if record is None:
        raise Cancelled(wanted.name, "was deleted meanwhile", _AGAIN)
    book = Book(wanted.out, wanted.name)
    plan = book.plan() if record.fills(wanted) else None
    if plan is None or plan.id != record.plan:
        return _Seen(record)
    receipts, manifest = book.receipts(plan), book.manifest()
    filled = state_of(plan, receipts, manifest) in ("complete", "partial")
    return _Seen(record, plan, receipts, manifest if filled else None)


def _begun(receipt: Receipt) -> float:
    return receipt.timing.begun if receipt.timing is not None else inf


def _check(record: OrderRecord, plan: Plan | None) -> None:
    name = record.order.name
    if record.state == "cancelled" or (plan is not None and plan.cancelled):
        raise Cancelled(name, "was cancelled", "submit it again to go on where it stopped")
    if record.state == "refused" and record.failure is not None:
        raise _error_of(name, record.failure.error, record.failure.message)


def _error_of(name: str, kind: str, message: str) -> FlickbookError:
    """Return the error that a failure tells of: its class and its line, which begins with the book's name."""
    found = getattr(errors, kind, RenderFailed)
    raised = found if isinstance(found, type) and issubclass(found, FlickbookError) else RenderFailed
    fault, _, remedy = message.removeprefix(f"{name}: ").rstrip(".").rpartition("; ")
    return raised(name, fault or remedy, remedy)
