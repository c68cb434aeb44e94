"""A job's end, whatever it was: failures are signed or taken back, and a book of which all is settled is bound.

Whoever sends, carries or gives up jobs comes here, so none of it needs libav, and NumPy only where a book is bound.
"""

import time
from collections.abc import Sequence

from msgspec.structs import replace

from flickbook.bind import bind, is_whole
from flickbook.book import Book
from flickbook.catalogue import Catalogue, card_of
from flickbook.errors import FlickbookError
from flickbook.model import Failure, Job, Order, Plan, Receipt, Snippet, State
from flickbook.storyboard import make_storyboard

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
            Catalogue(book.out).note_progress(card_of(plan, receipts, "making", begun=time.time()))


def reopen_order(order: Order) -> None:
    """Have the card of a video that was refused say that it waits, because it is to be looked at again."""
    catalogue = Catalogue(order.out)
    card = catalogue.card(order.name)
    if card is not None and card.state == "refused" and card.source == order.source:
        catalogue.note(replace(card, state="waiting", failure=None, begun=round(time.time(), 3)))


def failure_of(error: FlickbookError) -> Failure:
    """Give what a receipt says of an error that ended all attempts."""
    return Failure(type(error).__name__, str(error))


def unfinished(book: Book, job: Job) -> Sequence[Snippet]:
    """List a job's snippets that have no receipt of success."""
    signed = job.snippets if len(job.snippets) <= FEW else book.signed(job.snippets)
    receipts = [(snippet, book.receipt(snippet) if snippet in signed else None) for snippet in job.snippets]
    return [snippet for snippet, receipt in receipts if receipt is None or receipt.plan != job.plan or not receipt.ok]


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
        storyboard = make_storyboard(plan, receipts, lambda sheets: book.read_sheets(plan, sheets))
        book.bind(plan, bind(plan, receipts), storyboard)
        state: State = "complete" if all(one.ok for one in receipts) else "partial"
        Catalogue(book.out).note_progress(card_of(plan, receipts, state))
        known = receipts


def _sign_failures(book: Book, job: Job, failure: Failure, attempts: int = 1) -> None:
    book.check_current(job.plan)
    for snippet in unfinished(book, job):
        book.sign(Receipt(plan=job.plan, snippet=snippet, failure=failure, attempt=attempts))
