"""A worker's whole life: Job → pages stored → receipt → bind if it was the last.

A job is a value, so this may run anywhere, twice, or late: what is done already is not done again,
and a worker whose plan is no longer the book's stops without a trace.
"""

import time
from collections.abc import Callable, Sequence

from flickbook.core.model import Artifact, Job, Receipt, Snippet, Timing
from flickbook.core.planning import identities, stretches
from flickbook.library.book import Book
from flickbook.library.completion import Unfinished, bind_whole, signed_by_all, unfinished
from flickbook.outputs.render import SnippetFiles, Wanted, render
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
        outputs = frozenset(job.recipe.outputs)
        torn = [Unfinished(snippet, outputs) for snippet in book.forget_torn(plan)]
        _make(book, job, torn, threads, lambda _: True)
        bind_whole(book, plan)
    return left


def _make(book: Book, job: Job, wanted: Sequence[Unfinished], threads: int, go_on: GoOn) -> Sequence[Snippet]:
    """Make snippets until `go_on` says no; return those that are left."""
    by_start = {left.snippet.start: left for left in wanted}
    snippets = [left.snippet for left in wanted]
    made = 0
    for stretch in stretches(snippets):
        missing = [Wanted(snippet, by_start[snippet.start].outputs) for snippet in stretch]
        with open_source(job.source) as file:
            for files in render(job, missing, file, shown(job.source.url), threads):
                check_unchanged(job.source)
                receipt = _store(book, job, files, by_start[files.snippet.start].kept)
                made += 1
                if not go_on(receipt):
                    return snippets[made:]
    return ()


def _store(book: Book, job: Job, made: SnippetFiles, kept: Sequence[Artifact]) -> Receipt:
    begun, cpu = time.perf_counter(), time.process_time()
    book.publish(job.plan, made.files)
    store = time.perf_counter() - begun
    steps = {**made.steps, "store": store}
    timing = Timing(
        begun=round(made.begun, 3),
        wall=round(made.wall + store, 4),
        cpu=round(made.cpu + time.process_time() - cpu, 4),
        steps={step: round(seconds, 4) for step, seconds in steps.items()},
    )
    order = list(job.recipe.outputs)
    files = sorted((*kept, *(file.artifact for file in made.files)), key=lambda file: order.index(file.output))
    receipt = Receipt(
        plan=job.plan,
        snippet=made.snippet,
        timing=timing,
        made=identities(job.source, job.recipe),
        artifacts=tuple(files),
        decoded=made.decoded,
        damaged=made.damaged,
    )
    book.sign(receipt)
    return receipt
