"""Plan a video, store the plan and send its jobs; or cancel a book."""

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from fractions import Fraction
from typing import NamedTuple

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.manifest import state_of
from flickbook.core.model import Clock, Entry, Order, OrderRecord, Plan, Receipt, Recipe, Source, State, Video
from flickbook.core.planning import job_for, longest_run, make_plan, runs
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import Dispatcher
from flickbook.errors import Cancelled, NameRefused, SourceChanged, SourceMissing
from flickbook.library.book import Book
from flickbook.library.completion import complete_if_ready
from flickbook.library.index import Index, entry_of
from flickbook.library.order_records import Orders
from flickbook.library.outbox import Outbox
from flickbook.outputs.recipes import check_limits, check_recipe, for_duration
from flickbook.outputs.registry import book_name, tolerance_of
from flickbook.storage import find_source, key_of, locate_video, open_source, shown


class Submission(NamedTuple):
    """A submitted video: its plan, its book, and the receipts that were there before."""

    plan: Plan
    book: Book
    before: list[Receipt]


def name_of(video: str) -> str:
    """Return the name of the book of the video at a URL. Raises NameRefused."""
    if not key_of(video):
        raise NameRefused(shown(video), "names no file", "give one video, such as s3://BUCKET/KEY or https://HOST/PATH")
    return book_name(key_of(video))


def probe_source(video: str, limits: Limits, headers: Mapping[str, str] | None = None) -> Video:
    """Probe the video at a path or URL. Raises InputError, UsageError or StoreError."""
    return _probe(find_source(locate_video(video, headers)), limits)


def plan_source(
    video: str, recipe: Recipe, limits: Limits, name: str = "", headers: Mapping[str, str] | None = None
) -> Plan:
    """Look up, probe and plan the video at a path or URL. Raises InputError, UsageError or StoreError.

    Without `name`, the book is named after the video's key. `headers` are sent to the video's web server; the plan has
    neither them nor the signature in the URL, which stay in this process's memory.
    """
    url = locate_video(video, headers)
    name = name or name_of(url)
    check_recipe(recipe)
    source = find_source(url)
    probed = _probe(source, limits)
    recipe = for_duration(recipe, probed.duration)
    check_limits(shown(source.url), probed, recipe, limits)
    return make_plan(name, source, probed, recipe)


def submit(
    plan: Plan, out: str, dispatcher: Dispatcher, engine: Engine, *, afresh: bool = False, order: Order | None = None
) -> Submission:
    """Store a plan below an output URL and send jobs for all snippets that are not done.

    `afresh` deletes everything made before. An earlier cancellation is lifted. With an `order`, raises Cancelled if it
    was cancelled while it waited, and Superseded if there is a later one. Raises SourceChanged if the video has changed
    since it was planned: a slow planner must not replace the plan of a newer version. Raises OutputError or StoreError.
    """
    book, index, orders = Book(out, plan.name), Index(out), Orders(out)
    if order is not None:
        orders.check_wanted(order)
    _check_source(plan)
    plan = book.adopt(plan, afresh=afresh)
    # Checked again: two planners may run at the same time, and one may have planned an older version.
    _check_source(plan)
    before, reuse = book.resume(plan)
    done = {receipt.snippet.start for receipt in before}
    missing = [snippet for snippet in plan.snippets if snippet.start not in done]
    if order is not None:
        _check_still_wanted(book, orders, order)
        orders.note_planned(order, plan.id)
    index.note(entry_of(plan, before, "making", begun=time.time()))
    _check_not_cancelled(book, index, plan, order)
    if not missing:
        complete_if_ready(book)
    # Of such videos no keyframe is decoded alone.
    exact = plan.video.interlaced or plan.video.clock != Clock()
    tolerance = Fraction(0) if exact else tolerance_of(plan.recipe, plan.video.duration)
    longest = longest_run(engine.run_length, tolerance, plan.recipe.snippet)
    jobs = engine.workers * dispatcher.jobs_per_worker
    dispatcher.send([job_for(plan, run, out, reuse=reuse) for run in runs(missing, jobs, longest)])
    return Submission(plan, book, before)


def cancel(out: str, name: str) -> State:
    """Cancel a book and return its state before; only `waiting` and `making` books change.

    Stored files stay, and submitting the video again continues from there. Raises SourceMissing if there is no such
    book, OutputError or StoreError.
    """
    book, orders = Book(out, name), Orders(out)
    record, state = orders.record(name), book_state(book)
    if record is not None and record.state != "planned" and (record.state == "waiting" or state is None):
        state = record.state
    if state is None:
        raise SourceMissing(book.where, "no previews found here", "pass the OUT/NAME that `flickbook render` printed")
    if state not in ("waiting", "making"):
        return state
    with _cancellation_announced(book, record):
        # Written before the plan is checked. A planner stores its plan before it reads the record, so one sees the
        # other.
        if record is not None:
            orders.write(replace(record, state="cancelled"))
        if book_state(book) == "making":
            book.cancel()
            _note_cancelled(book, Index(out))
    return state


def _probe(source: Source, limits: Limits) -> Video:
    # Imported late: a program that only submits plans or cancels needs neither libav nor NumPy.
    from flickbook.media.probe import probe

    with open_source(source) as file:
        return probe(file, shown(source.url), limits)


def _check_source(plan: Plan) -> None:
    if find_source(plan.source.url) != plan.source:
        raise SourceChanged(shown(plan.source.url), "was replaced while it was planned", "run again")


def _check_not_cancelled(book: Book, index: Index, plan: Plan, order: Order | None) -> None:
    """Correct index entry and order record if the book was cancelled a moment ago."""
    try:
        book.check_current(plan.id)
    except Cancelled:
        _note_cancelled(book, index)
        if order is not None:
            Orders(book.out).note_cancelled(order)
        raise


def _check_still_wanted(book: Book, orders: Orders, order: Order) -> None:
    try:
        orders.check_wanted(order)
    except Cancelled:
        book.cancel()
        raise


def _cancellation_announced(book: Book, record: OrderRecord | None) -> AbstractContextManager[None]:
    """Announce that a book is cancelled: the plan that is being made shows it, or else the record of its order."""
    plan, outbox = book.plan(), Outbox(book.out)
    if plan is not None and (record is None or record.plan == plan.id):
        entry, key = entry_of(plan, book.receipts(plan), "cancelled"), f"{book.name}/{layout.PLAN_KEY}"
        return outbox.announced(entry, key, wire.encode(replace(plan, cancelled=True)))
    assert record is not None
    entry = Entry(book.name, "cancelled", record.order.source, added=0.0)
    return outbox.announced(entry, layout.order_key(book.name), wire.encode(replace(record, state="cancelled")))


def _note_cancelled(book: Book, index: Index) -> None:
    plan = book.plan()
    if plan is not None:
        index.note(entry_of(plan, book.receipts(plan), "cancelled"))


def book_state(book: Book) -> State | None:
    """Return the book's state, None without a plan."""
    plan = book.plan()
    return None if plan is None else state_of(plan, book.receipts(plan), book.manifest())
