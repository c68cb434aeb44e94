"""Do one job for another program, in a separate process, and report by an exit code whether to try again."""

import logging
import os

from msgspec.structs import replace

from flickbook.core import wire
from flickbook.core.model import Job
from flickbook.core.settings import Engine
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.errors import FlickbookError, Superseded
from flickbook.library.book import Book
from flickbook.library.completion import failure_of, give_up, unfinished

DONE, FAILED, TRY_AGAIN = 0, 1, os.EX_TEMPFAIL

_log = logging.getLogger("flickbook")


def do_job(document: bytes, subject: str, settings: Engine) -> int:
    """Do a job, given as JSON, and return `DONE`, `FAILED` or `TRY_AGAIN`.

    Raises WireError if it is not a job, UsageError if this machine lacks the card that the settings name.

    A snippet that crashes or fails is tried twice and then gets a failure receipt, so that the rest of its book can be
    completed: the job has failed for good. If a store does not answer, the job should be tried again.
    """
    job = wire.decode(document, Job, subject, "make the file again with `flickbook plan VIDEO > FILE`")
    # A card that is not there is no fault of the job.
    dispatcher = PoolDispatcher(replace(settings, workers=1))
    try:
        with dispatcher:
            dispatcher.send([job])
            while not dispatcher.wait(1.0):
                dispatcher.check(job.plan)
            dispatcher.check(job.plan)
        book = Book(job.out, job.name)
        book.check_current(job.plan)
        return _log_failures(book, job)
    except Superseded as error:
        _log.warning("%s", error)
        return DONE
    except FlickbookError as error:
        _log.error("error: %s", error)
        if error.retryable:
            return TRY_AGAIN
        # Another attempt would fail too: these snippets get failure receipts, and the book can be completed.
        give_up(job, failure_of(error))
        return FAILED


def _log_failures(book: Book, job: Job) -> int:
    """Log why snippets of a job failed, and return `FAILED` or `DONE`."""
    failed = unfinished(book, job)
    for left in failed:
        receipt = book.receipt(left.snippet)
        if receipt is not None and receipt.failure is not None:
            _log.error("error: %s", receipt.failure.message)
    return FAILED if failed else DONE
