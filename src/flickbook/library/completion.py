"""A job's end, whatever it was: failures are signed or taken back, and a book of which all is settled is bound.

Whoever sends, carries or gives up jobs comes here, so none of it needs libav, and NumPy only where a book is bound.
"""

import time
from collections.abc import Sequence
from typing import NamedTuple

from flickbook.core.manifest import is_whole, make_manifest
from flickbook.core.model import Artifact, Failure, Job, Plan, Receipt, Snippet, State
from flickbook.core.planning import identities, missing_outputs
from flickbook.errors import FlickbookError
from flickbook.library.book import Book
from flickbook.library.index import Index, entry_of
from flickbook.outputs.base import Made
from flickbook.outputs.registry import usable

# So many receipts are asked for one by one; for more, one listing tells which there are.
FEW = 3


def set_back(job: Job, error: FlickbookError, attempts: int = 1) -> None:
    """Sign receipts of a failed attempt, to be followed by another, for those of a job's snippets that are not done.

    `attempts` says how often they were tried, if it is more often than receipts tell. Raises Superseded if a newer plan
    took over, or the book was cancelled.
    """
    _sign_failures(Book(job.out, job.name), job, Failure(type(error).__name__, str(error), final=False), attempts)


def give_up(job: Job, failure: Failure, attempts: int = 1) -> None:
    """Sign failure receipts for those of a job's snippets that are not done, and bind if they were the last.

    `attempts` says how often they were tried, if it is more often than receipts tell. Raises Superseded if a newer plan
    took over, or the book was cancelled.
    """
    book = Book(job.out, job.name)
    _sign_failures(book, job, failure, attempts)
    bind_if_last(book)


def reopen(jobs: Sequence[Job]) -> None:
    """Drop the failure receipts of jobs of one book that are to be tried again, so that nobody takes it for whole.

    Raises Superseded if it follows another plan by now, or was cancelled.
    """
    book = Book(jobs[0].out, jobs[0].name)
    book.check_current(jobs[0].plan)
    plan = book.plan()
    if plan is not None:
        book.forget_failures(plan, {snippet.start for job in jobs for snippet in job.snippets})
        receipts = book.receipts(plan)
        if not is_whole(plan, receipts):
            Index(book.out).note_progress(entry_of(plan, receipts, "making", begun=time.time()))


def failure_of(error: FlickbookError) -> Failure:
    """Give what a receipt says of an error that ended all attempts."""
    return Failure(type(error).__name__, str(error))


class Unfinished(NamedTuple):
    """A snippet that is not done: the outputs that are to be made, and the files of the others, which are kept."""

    snippet: Snippet
    outputs: frozenset[str]
    kept: tuple[Artifact, ...] = ()


def unfinished(book: Book, job: Job) -> list[Unfinished]:
    """List a job's snippets that have no receipt of success."""
    wanted = identities(job.source, job.recipe)
    signed = job.snippets if len(job.snippets) <= FEW else book.signed(job.snippets)
    found: list[Unfinished] = []
    for snippet in job.snippets:
        receipts = [book.receipt(snippet) if snippet in signed else None]
        if job.reuse and missing_outputs(job.plan, wanted, receipts[0]):
            receipts.append(book.receipt(snippet, kept=True))
        best = min(receipts, key=lambda receipt: len(missing_outputs(job.plan, wanted, receipt)))
        if missing := missing_outputs(job.plan, wanted, best):
            kept = wanted.keys() - missing
            files = best.artifacts if best is not None else ()
            found.append(Unfinished(snippet, missing, tuple(file for file in files if file.output in kept)))
    return found


def bind_if_last(book: Book) -> None:
    """Write the whole-video files if every snippet of the book's plan has its last word."""
    plan = signed_by_all(book)
    if plan is not None:
        bind_whole(book, plan)


def signed_by_all(book: Book) -> Plan | None:
    """Give the book's plan if all its snippets have a receipt and nobody cancelled it.

    A film's workers all ask this, so the answer no must be cheap: one listing.
    """
    plan = book.plan()
    return plan if plan is not None and not plan.cancelled and book.may_be_whole(plan) else None


def bind_whole(book: Book, plan: Plan) -> None:
    """Bind what is whole, again and again until no receipt has come while binding: the last to bind knows all."""
    known: list[Receipt] = []
    while (receipts := book.receipts(plan)) != known and is_whole(plan, receipts):
        _write(book, plan, receipts)
        state: State = "complete" if all(one.ok for one in receipts) else "partial"
        Index(book.out).note_progress(entry_of(plan, receipts, state))
        known = receipts


def _write(book: Book, plan: Plan, receipts: Sequence[Receipt]) -> None:
    made = Made(plan, receipts, lambda files: book.read_files(plan, files))
    files: dict[str, bytes] = {}
    details: dict[str, dict[str, float]] = {}
    # Where one cannot be made here its snippets have failed, and the rest of the book is as good as ever.
    for output, options in usable(plan.recipe):
        files |= output.complete(made, options)
        if found := output.details(made, options):
            details[output.name] = found
    book.complete(plan, make_manifest(plan, receipts, details), files, receipts)


def _sign_failures(book: Book, job: Job, failure: Failure, attempts: int = 1) -> None:
    book.check_current(job.plan)
    wanted = identities(job.source, job.recipe)
    for snippet, missing, files in unfinished(book, job):
        made = {name: identity for name, identity in wanted.items() if name not in missing}
        book.sign(Receipt(job.plan, snippet, failure=failure, made=made, artifacts=files, attempt=attempts))
