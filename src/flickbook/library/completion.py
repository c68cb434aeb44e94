"""How a job ends: failures are recorded in receipts, and a book with all receipts is completed.

Programs that only send or give up jobs import this module too. It needs no libav, and NumPy only to complete a book.
"""

import time
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.manifest import is_whole, make_manifest
from flickbook.core.model import Artifact, Entry, Failure, Job, Plan, Receipt, Snippet, State
from flickbook.core.planning import identities, missing_outputs
from flickbook.errors import Damaged, FlickbookError
from flickbook.library.book import Book
from flickbook.library.index import Index, entry_of
from flickbook.library.order_records import Orders
from flickbook.library.outbox import Outbox
from flickbook.outputs.base import Made
from flickbook.outputs.registry import usable
from flickbook.storage import shown

# Up to this many receipts are looked up singly; for more, one listing is cheaper.
FEW = 3


def record_attempt(job: Job, error: FlickbookError, attempts: int = 1) -> None:
    """For each snippet of the job that is not done, store a failure receipt that is not final: it will be tried again.

    `attempts` is the engine's own count, for attempts that died before they could store a receipt; 1 leaves the
    counting to the receipts. Raises Superseded if the book has a newer plan, Cancelled if it was cancelled.
    """
    _store_failures(Book(job.out, job.name), job, Failure(type(error).__name__, str(error), final=False), attempts)


def give_up(job: Job, failure: Failure, attempts: int = 1) -> None:
    """Store a final failure receipt for each snippet of the job that is not done; complete the book if it is ready.

    `attempts` is as in `record_attempt`. Raises Superseded if the book has a newer plan, Cancelled if it was cancelled.
    """
    book = Book(job.out, job.name)
    _store_failures(book, job, failure, attempts)
    complete_if_ready(book)


def reopen(jobs: Sequence[Job]) -> None:
    """Delete the failure receipts of jobs of one book that are tried again; until then the book is incomplete.

    Raises Superseded if the book has a newer plan, Cancelled if it was cancelled.
    """
    book = Book(jobs[0].out, jobs[0].name)
    book.check_current(jobs[0].plan)
    plan = book.plan()
    if plan is not None:
        book.delete_failures(plan, {snippet.start for job in jobs for snippet in job.snippets})
        receipts = book.receipts(plan)
        if not is_whole(plan, receipts):
            Index(book.out).note_progress(entry_of(plan, receipts, "making", begun=time.time()))


def failure_of(error: FlickbookError) -> Failure:
    """Return the final failure that a receipt records for an error."""
    return Failure(type(error).__name__, str(error))


class Unfinished(NamedTuple):
    """A snippet that is not done: the outputs to make, and the files of its other outputs, which are kept."""

    snippet: Snippet
    outputs: frozenset[str]
    kept: tuple[Artifact, ...] = ()


def unfinished(book: Book, job: Job) -> list[Unfinished]:
    """List the job's snippets that lack files of an output, by the receipts of this plan."""
    wanted = identities(job.source, job.recipe)
    listed = job.snippets if len(job.snippets) <= FEW else book.with_receipt(job.snippets)
    found: list[Unfinished] = []
    for snippet in job.snippets:
        receipts = [book.receipt(snippet) if snippet in listed else None]
        if job.reuse and missing_outputs(job.plan, wanted, receipts[0]):
            receipts.append(book.receipt(snippet, kept=True))
        best = min(receipts, key=lambda receipt: len(missing_outputs(job.plan, wanted, receipt)))
        if missing := missing_outputs(job.plan, wanted, best):
            kept = wanted.keys() - missing
            files = best.artifacts if best is not None else ()
            found.append(Unfinished(snippet, missing, tuple(file for file in files if file.output in kept)))
    return found


def complete_if_ready(book: Book) -> None:
    """Complete the book if every snippet of its plan has a final receipt."""
    plan = plan_if_ready(book)
    if plan is not None:
        complete_book(book, plan)


def plan_if_ready(book: Book) -> Plan | None:
    """Return the book's plan if every snippet has a receipt and the plan is not cancelled, else None.

    Every worker asks this after every job, so a negative answer costs only one listing.
    """
    plan = book.plan()
    if plan is None or plan.cancelled or len(book.with_receipt(plan.snippets)) < len(plan.snippets):
        return None
    return plan


def complete_book(book: Book, plan: Plan) -> None:
    """Write the whole-video files and the manifest if all receipts are final; refuse a video that has no picture.

    Repeats until no receipt has changed meanwhile, so that the last write includes all receipts.
    """
    known: list[Receipt] = []
    while (receipts := book.receipts(plan)) != known and is_whole(plan, receipts):
        failures = [receipt.failure for receipt in receipts if receipt.failure is not None]
        if len(failures) == len(receipts) and all(failure.error == Damaged.__name__ for failure in failures):
            _refuse(book, plan, failures[0])
            return
        state: State = "partial" if failures else "complete"
        entry = entry_of(plan, receipts, state)
        first = _without_url(failures[0], plan) if failures else None
        _write(book, plan, receipts, replace(entry, failure=first))
        known = receipts


def withdraw(book: Book, plan: str) -> None:
    """Delete the book and its index entry if its plan has this id and no receipt records a success."""
    stored = book.plan()
    if stored is not None and stored.id == plan and not any(receipt.ok for receipt in book.receipts(stored)):
        book.remove()
        Index(book.out).delete(book.name)


def _refuse(book: Book, plan: Plan, failure: Failure) -> None:
    """Withdraw a plan, and refuse the order that it came from."""
    failure = _without_url(failure, plan)
    orders = Orders(book.out)
    record = orders.record(book.name)
    if record is not None and record.plan == plan.id:
        withdraw(book, plan.id)
        orders.note_failure(record.order, failure, final=True)
    else:
        refused = replace(entry_of(plan, (), "refused"), failure=failure)
        with Outbox(book.out).announced(refused, f"{book.name}/{layout.PLAN_KEY}", None):
            withdraw(book, plan.id)


def _without_url(failure: Failure, plan: Plan) -> Failure:
    """Return a failure with the book's name in place of the video's URL, which not every reader may know."""
    return replace(failure, message=failure.message.replace(f"{shown(plan.source.url)}: ", f"{plan.name}: ", 1))


def _write(book: Book, plan: Plan, receipts: Sequence[Receipt], entry: Entry) -> None:
    """Write the whole-video files, the manifest and the index entry, and announce the state of `entry`."""
    made = Made(plan, receipts, lambda files: book.read_files(plan, files))
    files: dict[str, bytes] = {}
    details: dict[str, dict[str, float]] = {}
    # An output that is not installed here is left out: its snippets have failed, and the other outputs are good.
    for output, options in usable(plan.recipe):
        files |= output.complete(made, options)
        if found := output.details(made, options):
            details[output.name] = found
    manifest = make_manifest(plan, receipts, details)
    announced = Outbox(book.out).announced(entry, f"{book.name}/{layout.MANIFEST_KEY}", wire.encode(manifest))
    with announced:
        book.complete(plan, manifest, files, receipts)
        Index(book.out).note_progress(replace(entry, failure=None))


def _store_failures(book: Book, job: Job, failure: Failure, attempts: int) -> None:
    book.check_current(job.plan)
    wanted = identities(job.source, job.recipe)
    for snippet, missing, files in unfinished(book, job):
        made = {name: identity for name, identity in wanted.items() if name not in missing}
        book.store_receipt(Receipt(job.plan, snippet, failure=failure, made=made, artifacts=files, attempt=attempts))
