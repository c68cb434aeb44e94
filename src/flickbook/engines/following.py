"""Order a video from an engine, and follow its progress in the output store."""

import time
from collections.abc import Callable
from math import inf
from typing import NamedTuple

from msgspec.structs import replace

from flickbook import errors
from flickbook.core.manifest import state_of
from flickbook.core.model import Manifest, Order, OrderRecord, Plan, Receipt, Recipe
from flickbook.engines.base import Engine
from flickbook.engines.orders import name_of
from flickbook.errors import Cancelled, DispatchFailed, FlickbookError, RenderFailed, StoreError
from flickbook.library.book import Book
from flickbook.library.completion import failure_of
from flickbook.library.index import Index, entry_of
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import check_recipe
from flickbook.storage import check_unsecret, find_source, locate, locate_output

Progress = Callable[[Plan, list[Receipt]], None]

_AGAIN = "submit its video again to have it made"

POLL_SECONDS = 0.5
LOCAL_POLL_SECONDS = 0.1
# Once all receipts are there, the manifest follows within a moment.
LAST_POLL_SECONDS = 0.05


def order(engine: Engine, video: str, out: str, recipe: Recipe, *, afresh: bool = False) -> Order:
    """Order the video at a path or URL, and return as soon as the engine has accepted the order.

    Raises InputError, UsageError, NameTaken, StoreError or DispatchFailed; then nothing was ordered.
    """
    check_recipe(recipe)
    check_unsecret(video)
    url, place = locate(video, "VIDEO"), locate_output(out)
    name = name_of(url)
    find_source(url)
    return send(engine, Order(url, name, recipe, place, afresh))


def send(engine: Engine, wanted: Order) -> Order:
    """Record an order, send it, and return it as it was sent, with its time adjusted.

    Raises NameTaken, OutputError, StoreError, DispatchFailed, UsageError for a signed URL, or the engine's error about
    the video; then nothing was ordered.
    """
    check_unsecret(wanted.source)
    engine.check()
    orders = Orders(wanted.out)
    previous = orders.record(wanted.name)
    wanted = orders.place(wanted)
    try:
        engine.order(wanted)
    except (FlickbookError, KeyboardInterrupt, SystemExit):
        _withdraw(wanted, previous)
        raise
    return wanted


def follow(
    wanted: Order,
    progress: Progress,
    timeout: float,
    store_failed: Callable[[StoreError], None],
    check: Callable[[], None] = lambda: None,
) -> tuple[Manifest, list[Receipt], list[Receipt]]:
    """Wait until an order is carried out; return the manifest, all receipts, and those older than the order's plan.

    `progress` is called with the receipts so far. If the store fails, `store_failed` is called once, and the store is
    tried again for `timeout` seconds. `check` is called before each read and may raise an error to stop the waiting.
    Raises the error for which the planner refused the video, Cancelled or StoreError.
    """
    pause = LOCAL_POLL_SECONDS if wanted.out.startswith("file://") else POLL_SECONDS
    failing_since = 0.0
    while True:
        check()
        try:
            view = _read(wanted)
            failing_since = 0.0
        except StoreError as error:
            if not failing_since:
                failing_since = time.monotonic()
                store_failed(error)
            if time.monotonic() - failing_since >= timeout:
                raise
            time.sleep(pause)
            continue
        _check(view.record, view.plan)
        if view.plan is not None:
            progress(view.plan, view.receipts)
        if view.manifest is not None:
            begun = view.record.begun
            return view.manifest, view.receipts, [receipt for receipt in view.receipts if _begun(receipt) < begun]
        ready = view.plan is not None and len(view.receipts) == len(view.plan.snippets)
        time.sleep(LAST_POLL_SECONDS if ready else pause)


class _View(NamedTuple):
    """An order in the store: its plan and receipts once it is planned, the manifest once the book is complete."""

    record: OrderRecord
    plan: Plan | None = None
    receipts: list[Receipt] = []  # noqa: RUF012  # a NamedTuple's default, never changed
    manifest: Manifest | None = None


def _withdraw(placed: Order, previous: OrderRecord | None) -> None:
    """Undo the record of an order that could not be sent; `previous` is the record before it."""
    orders = Orders(placed.out)
    record = orders.record(placed.name)
    if record is None or record.state != "waiting" or record.order != placed:
        # A worker got the order after all, or another order was placed.
        return
    entry = Index(placed.out).entry(placed.name)
    if previous is None:
        orders.delete(placed.name)
    elif previous.state == "waiting":
        # A worker that received the previous order meanwhile has ignored it in favour of this one.
        fault = "may have been ignored in favour of a later order, which could not be sent"
        orders.refuse(previous, failure_of(DispatchFailed(placed.name, fault, _AGAIN)))
    else:
        orders.write(previous)
    book = Book(placed.out, placed.name)
    plan = book.plan() if previous is None or previous.state == "planned" else None
    if plan is not None:
        # The progress of this plan was not written to the index entry while the order was waiting.
        receipts = book.receipts(plan)
        known = entry_of(plan, receipts, state_of(plan, receipts, book.manifest()))
        Index(placed.out).note(known if entry is None else replace(known, added=entry.added))


def _read(wanted: Order) -> _View:
    record = Orders(wanted.out).record(wanted.name)
    if record is None:
        raise Cancelled(wanted.name, "was deleted meanwhile", _AGAIN)
    book = Book(wanted.out, wanted.name)
    # The plan may differ from the recorded one: `render` may have replaced it, and makes the book in its place.
    plan = book.plan() if record.fills(wanted) else None
    if plan is None:
        return _View(record)
    receipts, manifest = book.receipts(plan), book.manifest()
    made = state_of(plan, receipts, manifest) in ("complete", "partial")
    return _View(record, plan, receipts, manifest if made else None)


def _begun(receipt: Receipt) -> float:
    return receipt.timing.begun if receipt.timing is not None else inf


def _check(record: OrderRecord, plan: Plan | None) -> None:
    name = record.order.name
    if record.state == "cancelled" or (plan is not None and plan.cancelled):
        raise Cancelled(name, "was cancelled", "submit it again to go on where it stopped")
    if record.state == "refused" and record.failure is not None:
        raise _error_of(name, record.failure.error, record.failure.message)


def _error_of(name: str, kind: str, message: str) -> FlickbookError:
    """Rebuild an error from a recorded failure: the name of its class, and its message, which begins with the book."""
    found = getattr(errors, kind, RenderFailed)
    raised = found if isinstance(found, type) and issubclass(found, FlickbookError) else RenderFailed
    fault, _, remedy = message.removeprefix(f"{name}: ").rstrip(".").rpartition("; ")
    return raised(name, fault or remedy, remedy)
