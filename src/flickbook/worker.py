"""A worker's whole life: Job → pages stored → receipt → bind if it was the last.

A job is a value, so this may run anywhere, twice, or late: what is done already is not done again,
and a worker whose plan is no longer the book's stops without a trace.
"""

import time
from collections.abc import Callable, Sequence

from flickbook.book import Book
from flickbook.model import Job, Receipt, Snippet, Timing
from flickbook.planning import stretches
from flickbook.rendering import Page, render
from flickbook.settling import bind_whole, signed_by_all, unfinished
from flickbook.storage import check_unchanged, open_source, shown

GoOn = Callable[[Receipt], bool]


def work(job: Job, threads: int = 1, go_on: GoOn = lambda _: True) -> Sequence[Snippet]:
    """Do a job: make the pages that have no receipt yet, store them one by one, and bind after the last.

    The last one first makes again what lost files meanwhile, whoever's it was. `threads` is for the decoder. `go_on` is
    called with each receipt that was signed, and may say no; then the snippets that are left are given. Raises
    InputError or OutputError where no snippet can succeed, Superseded if a newer plan took over.
    """
    book = Book(job.out, job.name)
    book.check_current(job.plan)
    left = _make(book, job, unfinished(book, job), threads, go_on)
    plan = signed_by_all(book) if not left else None
    if plan is not None and plan.id == job.plan:
        _make(book, job, book.forget_torn(plan), threads, lambda _: True)
        bind_whole(book, plan)
    return left


def _make(book: Book, job: Job, snippets: Sequence[Snippet], threads: int, go_on: GoOn) -> Sequence[Snippet]:
    """Make pages until `go_on` says no; give the snippets that are left."""
    made = 0
    for stretch in stretches(snippets):
        with open_source(job.source) as file:
            for page in render(job, stretch, file, shown(job.source.url), threads):
                check_unchanged(job.source)
                receipt = _store(book, job.plan, page)
                made += 1
                if not go_on(receipt):
                    return snippets[made:]
    return ()


def _store(book: Book, plan: str, page: Page) -> Receipt:
    begun, cpu = time.perf_counter(), time.process_time()
    book.publish(plan, page.files)
    store = time.perf_counter() - begun
    timing = Timing(
        begun=round(page.begun, 3),
        wall=round(page.wall + store, 4),
        cpu=round(page.cpu + time.process_time() - cpu, 4),
        decode=round(page.steps.get("decode", 0.0), 4),
        gif=round(page.steps.get("gif", 0.0), 4),
        stills=round(page.steps.get("stills", 0.0), 4),
        storyboard=round(page.steps.get("storyboard", 0.0), 4),
        store=round(store, 4),
    )
    artifacts = tuple(file.artifact for file in page.files)
    receipt = Receipt(plan, page.snippet, timing, None, artifacts, page.decoded, page.damaged)
    book.sign(receipt)
    return receipt
