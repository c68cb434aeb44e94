"""Do a job: render its snippets, store their files and receipts, and complete the book after the last one.

A job may run anywhere, twice, or late: snippets that are done are skipped, and a worker stops if the book has a newer
plan.
"""

import time
from collections.abc import Callable, Sequence

from flickbook.core.model import Artifact, Job, Receipt, Snippet, Timing
from flickbook.core.planning import identities, stretches
from flickbook.library.book import Book
from flickbook.library.completion import Unfinished, complete_book, plan_if_ready, unfinished
from flickbook.outputs.render import NoteFrames, SnippetFiles, Wanted, ignore_frames, render
from flickbook.storage import check_unchanged, open_source, shown

GoOn = Callable[[Receipt], bool]


def work(
    job: Job, threads: int = 1, go_on: GoOn = lambda _: True, note: NoteFrames = ignore_frames
) -> Sequence[Snippet]:
    """Do a job: make each snippet that has no receipt, and complete the book if all its receipts are there then.

    Before that, snippets of any job whose files are missing are made again. `threads` is for the decoder. `go_on` is
    called with each stored receipt; if it returns False, the work stops, and the remaining snippets are returned.
    `note` is called after each frame.
    Raises InputError or OutputError if no snippet can succeed, Superseded if the book has a newer plan.
    """
    book = Book(job.out, job.name)
    book.check_current(job.plan)
    remaining = _make(book, job, unfinished(book, job), threads, go_on, note)
    plan = plan_if_ready(book) if not remaining else None
    if plan is not None and plan.id == job.plan:
        outputs = frozenset(job.recipe.outputs)
        broken = [Unfinished(snippet, outputs) for snippet in book.delete_broken(plan)]
        _make(book, job, broken, threads, lambda _: True, note)
        complete_book(book, plan)
    return remaining


def _make(
    book: Book, job: Job, wanted: Sequence[Unfinished], threads: int, go_on: GoOn, note: NoteFrames
) -> Sequence[Snippet]:
    """Make snippets until `go_on` returns False; return the remaining ones."""
    by_start = {entry.snippet.start: entry for entry in wanted}
    snippets = [entry.snippet for entry in wanted]
    made = 0
    for stretch in stretches(snippets):
        missing = [Wanted(snippet, by_start[snippet.start].outputs) for snippet in stretch]
        with open_source(job.source) as file:
            for files in render(job, missing, file, shown(job.source.url), threads, note):
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
    book.store_receipt(receipt)
    return receipt
