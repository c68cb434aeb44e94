"""Source → probed, planned, plan stored, jobs dispatched; or cancelled."""

import time
from typing import NamedTuple

from msgspec.structs import replace

from flickbook.core import layout
from flickbook.core.manifest import state_of
from flickbook.core.model import Order, Plan, Receipt, Recipe, Source, State, Video
from flickbook.core.planning import job_for, make_plan, runs
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import Dispatcher
from flickbook.errors import Cancelled, SourceChanged, SourceMissing
from flickbook.library.book import Book
from flickbook.library.completion import bind_if_last
from flickbook.library.index import Index, entry_of
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import check_limits, check_recipe
from flickbook.storage import find_source, key_of, locate, open_source, shown


class Submission(NamedTuple):
    """A video on its way: its plan, its book, and what of it was done before."""

    plan: Plan
    book: Book
    before: list[Receipt]


def probe_source(video: str, limits: Limits) -> Video:
    """Probe the video at a path or URL. Raises InputError or StoreError."""
    return _probe(find_source(locate(video)), limits)


def plan_source(video: str, recipe: Recipe, limits: Limits, name: str = "") -> Plan:
    """Look up, probe and plan the video at a path or URL. Raises InputError, UsageError or StoreError.

    Its book is named after the video's key, or as given.
    """
    url = locate(video)
    name = name or layout.book_name(key_of(url))
    check_recipe(recipe)
    source = find_source(url)
    probed = _probe(source, limits)
    check_limits(source.url, probed, recipe, limits)
    return make_plan(name, source, probed, recipe)


def submit(
    plan: Plan, out: str, dispatcher: Dispatcher, engine: Engine, *, afresh: bool = False, order: Order | None = None
) -> Submission:
    """Store a plan below an output URL and send jobs for all of it that is not done yet.

    `afresh` drops what was made before; a book that was cancelled is so no more, unless an `order` is filled: then it
    may have been cancelled while it waited. Raises OutputError or StoreError, Cancelled, Superseded if there is a later
    order, or SourceChanged if the video is another one by now: a planner that was slow must not take the book from one
    that planned the newer version.
    """
    book, index, orders = Book(out, plan.name), Index(out), Orders(out)
    if order is not None:
        orders.check_wanted(order)
    _check_source(plan)
    plan = book.adopt(plan, afresh=afresh)
    # Once more: of two planners at the same time each sees what the other's video is.
    _check_source(plan)
    before, reuse = book.resume(plan)
    done = {receipt.snippet.start for receipt in before}
    left = [snippet for snippet in plan.snippets if snippet.start not in done]
    if order is not None:
        _check_still_wanted(book, orders, order)
        orders.note_planned(order, plan.id)
    index.note(entry_of(plan, before, "making", begun=time.time()))
    _check_not_cancelled(book, index, plan)
    if not left:
        bind_if_last(book)
    dispatcher.send([job_for(plan, run, out, reuse=reuse) for run in runs(left, engine.workers, engine.run_length)])
    return Submission(plan, book, before)


def cancel(out: str, name: str) -> State:
    """Have nothing more made of a video, and return the state it was in; only `waiting` and `making` can be cancelled.

    What is made stays, and submitting the video again goes on from there. Raises SourceMissing if there is no such
    book, OutputError or StoreError.
    """
    book, orders = Book(out, name), Orders(out)
    record, state = orders.record(name), _state(book)
    if record is not None and record.state != "planned" and (record.state == "waiting" or state is None):
        state = record.state
    if state is None:
        raise SourceMissing(book.where, "holds no book", "give the folder that `flickbook render` printed")
    if state not in ("waiting", "making"):
        return state
    # The record before the plan, which a planner stores before it looks at the record: one of both sees the other.
    if record is not None:
        orders.write(replace(record, state="cancelled"))
    if _state(book) == "making":
        book.cancel()
        _note_cancelled(book, Index(out))
    return state


def _probe(source: Source, limits: Limits) -> Video:
    # Here, because whoever has plans made elsewhere submits and cancels too, and needs neither libav nor NumPy.
    from flickbook.media.probe import probe

    with open_source(source) as file:
        return probe(file, shown(source.url), limits)


def _check_source(plan: Plan) -> None:
    if find_source(plan.source.url) != plan.source:
        raise SourceChanged(shown(plan.source.url), "was replaced while it was planned", "run again")


def _check_not_cancelled(book: Book, index: Index, plan: Plan) -> None:
    """See that a book that was cancelled a moment ago does not show as being made."""
    try:
        book.check_current(plan.id)
    except Cancelled:
        _note_cancelled(book, index)
        raise


def _check_still_wanted(book: Book, orders: Orders, order: Order) -> None:
    try:
        orders.check_wanted(order)
    except Cancelled:
        book.cancel()
        raise


def _note_cancelled(book: Book, index: Index) -> None:
    plan = book.plan()
    if plan is not None:
        index.note(entry_of(plan, book.receipts(plan), "cancelled"))


def _state(book: Book) -> State | None:
    """Tell how far a book is, None without a plan."""
    plan = book.plan()
    return None if plan is None else state_of(plan, book.receipts(plan), book.manifest())
