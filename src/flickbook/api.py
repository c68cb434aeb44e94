"""The library's front door: what `import flickbook` offers and the command line calls."""

import os
import time
from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from flickbook.core import reporting
from flickbook.core.manifest import add_up, state_of
from flickbook.core.model import Failure, Manifest, Plan, Receipt, Recipe, State, Totals, Video
from flickbook.core.reporting import Report
from flickbook.engines import configuration
from flickbook.engines import orders as submission
from flickbook.engines.base import LocalDispatcher
from flickbook.engines.configuration import Settings
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.errors import SourceMissing, Superseded
from flickbook.library.book import Book
from flickbook.library.index import Index
from flickbook.storage import locate, split_last, splits

DEFAULT_OUT = "previews"
_LOOK_SECONDS = {"file": 0.2, "memory": 0.2}
_REMOTE_LOOK_SECONDS = 1.0
# How often it is asked whether the book is still wanted.
_CHECK_SECONDS = 1.0

Progress = Callable[[Plan, list[Receipt]], None]


class Outcome(Struct, frozen=True):
    """What one call made: the manifest, where the book lies, and the wall seconds it took.

    `made` are the receipts of the snippets made now, `kept` counts those that were there before.
    """

    manifest: Manifest
    where: str
    wall: float
    made: tuple[Receipt, ...]
    kept: int


class Status(Struct, frozen=True):
    """How far a book is: `bound` says whether its manifest is written, `failed` are receipts of failure.

    A video that is `waiting` is to be planned, for the first time or again. `failure` says why it was refused, or what
    went wrong so far. `duration` and `totals` are None where nothing was planned yet.
    """

    name: str
    where: str
    source: str
    state: Literal["waiting", "unfinished", "complete", "partial", "refused", "cancelled"]
    failure: Failure | None = None
    duration: float | None = None
    snippets: int = 0
    done: int = 0
    failed: tuple[Receipt, ...] = ()
    bound: bool = False
    totals: Totals | None = None


def probe(video: str | os.PathLike[str]) -> Video:
    """Find out what the video at a path or URL is: duration in seconds, size in pixels as shown, rate, codec.

    Raises InputError (a subclass says why) or StoreError.
    """
    return submission.probe_source(os.fspath(video), configuration.load(environ=os.environ).limits)


def plan(video: str | os.PathLike[str], recipe: Recipe | None = None) -> Plan:
    """Plan the video at a path or URL, without making anything.

    Raises InputError, StoreError, or UsageError for a recipe that cannot be made.
    """
    settings = configuration.load(environ=os.environ)
    return submission.plan_source(os.fspath(video), recipe or settings.recipe, settings.limits)


def render(
    video: str | os.PathLike[str],
    out: str | os.PathLike[str] = DEFAULT_OUT,
    recipe: Recipe | None = None,
    *,
    workers: int | None = None,
    force: bool = False,
) -> Manifest:
    """Make the previews of the video at a path or URL below `out`, a folder or URL, and return the manifest.

    What an earlier call made is kept, unless `force` is set. Work goes to `workers` processes, one a
    core by default; they are spawned, so a script must call this below `if __name__ == "__main__":`.
    Snippets that could not be made are listed in `manifest.failed`, seconds missing from a file that was
    cut off are in `manifest.lost`. Raises InputError, OutputError, StoreError or UsageError, and Cancelled if somebody
    cancels the book meanwhile.
    """
    settings = configuration.load({"workers": workers}, os.environ)
    with PoolDispatcher(settings.engine) as dispatcher:
        outcome = render_with(
            dispatcher, settings, os.fspath(video), os.fspath(out), recipe or settings.recipe, force=force
        )
    return outcome.manifest


def render_with(
    dispatcher: LocalDispatcher,
    settings: Settings,
    video: str,
    out: str,
    recipe: Recipe,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Do what `render` does on an engine that is there already; `progress` is called with the receipts so far."""
    begun = time.perf_counter()
    planned = submission.plan_source(video, recipe, settings.limits)
    outcome = render_plan(dispatcher, settings, planned, out, force=force, progress=progress)
    return replace(outcome, wall=time.perf_counter() - begun)


def render_plan(
    dispatcher: LocalDispatcher,
    settings: Settings,
    planned: Plan,
    out: str,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> Outcome:
    """Make what somebody planned, as `render_with` does what it planned itself."""
    begun = time.perf_counter()
    sent = submission.submit(planned, locate(out), dispatcher, settings.engine, afresh=force)
    _wait(sent, dispatcher, progress)
    sent.book.check_current(sent.plan.id)
    manifest = sent.book.manifest()
    receipts = sent.book.receipts(sent.plan)
    if manifest is None or manifest.plan != sent.plan.id:
        raise SourceMissing(
            sent.book.where, "was taken over by another plan meanwhile", "look at it with `flickbook status`"
        )
    old = {receipt.snippet.start for receipt in sent.before}
    made = tuple(receipt for receipt in receipts if receipt.snippet.start not in old)
    return Outcome(manifest, sent.book.where, time.perf_counter() - begun, made, len(sent.before))


def status(book: str | os.PathLike[str]) -> Status:
    """Read from the output store how far the book at OUT/NAME is, be its video planned or not.

    Raises SourceMissing if there is none, or StoreError.
    """
    out, name = _split(book)
    held, entry = Book(out, name), Index(out).entry(name)
    planned = held.plan()
    failure = None if entry is None else entry.failure
    if planned is None:
        if entry is None or entry.plan:
            raise _missing(held)
        return Status(name, held.where, entry.source, _shown(entry.state), failure)
    receipts = held.receipts(planned)
    manifest = held.manifest()
    # What will be tried again has not failed yet.
    failed = tuple(receipt for receipt in receipts if receipt.final and not receipt.ok)
    state: State = state_of(planned, receipts, manifest)
    if entry is not None and entry.state in ("waiting", "refused"):
        # It was ordered again, of which the plan knows nothing.
        state = entry.state
    return Status(
        name=planned.name,
        where=held.where,
        source=planned.source.url,
        state=_shown(state),
        failure=failure,
        duration=float(planned.video.duration),
        snippets=len(planned.snippets),
        done=sum(receipt.ok for receipt in receipts),
        failed=failed,
        bound=manifest is not None and manifest.plan == planned.id,
        totals=add_up(planned, receipts),
    )


def cancel(book: str | os.PathLike[str]) -> State:
    """Have nothing more made of the book at OUT/NAME, whoever is at it, and give the state it was in.

    There is something to stop only where it was `waiting` or `making`. What is made stays; rendering the video again
    goes on from there. Raises SourceMissing if there is no such book, OutputError or StoreError.
    """
    return submission.cancel(*_split(book))


def report(book: str | os.PathLike[str]) -> Report:
    """Read from the receipts of the book at OUT/NAME what its making took.

    Raises SourceMissing if there is none, or StoreError.
    """
    return reporting.report(*read_book(book))


def read_book(book: str | os.PathLike[str]) -> tuple[Plan, list[Receipt]]:
    """Read the plan and the receipts of the book at OUT/NAME. Raises what `report` raises."""
    held, planned = _open_book(book)
    return planned, held.receipts(planned)


def _open_book(book: str | os.PathLike[str]) -> tuple[Book, Plan]:
    held = Book(*split_last(locate(os.fspath(book))))
    planned = held.plan()
    if planned is None:
        raise _missing(held)
    return held, planned


def _missing(held: Book) -> SourceMissing:
    return SourceMissing(held.where, "holds no book", "give the folder that `flickbook render` printed")


def _split(book: str | os.PathLike[str]) -> tuple[str, str]:
    """Give OUT and NAME; a name may have parts, and only the plan or the index says how many are the book's."""
    ways = splits(locate(os.fspath(book)))
    planned = Book(*ways[0]).plan()
    fits = [
        (out, name)
        for out, name in ways
        if (planned.name == name if planned is not None else Index(out).entry(name) is not None)
    ]
    return (fits or ways)[0]


def _shown(state: State) -> Literal["waiting", "unfinished", "complete", "partial", "refused", "cancelled"]:
    return "unfinished" if state == "making" else state


def _wait(sent: submission.Submission, dispatcher: LocalDispatcher, progress: Progress | None) -> None:
    """Wait for the last receipt, telling `progress` of each look at the store."""
    scheme = sent.book.store.url.partition("://")[0]
    settled, checked = False, time.monotonic()
    while not settled:
        settled = dispatcher.wait(_LOOK_SECONDS.get(scheme, _REMOTE_LOOK_SECONDS))
        dispatcher.check(sent.plan.id)
        if time.monotonic() - checked > _CHECK_SECONDS:
            checked = time.monotonic()
            _check_wanted(sent, dispatcher)
        if progress is not None:
            progress(sent.plan, sent.book.receipts(sent.plan))


def _check_wanted(sent: submission.Submission, dispatcher: LocalDispatcher) -> None:
    """End the work on a book that follows another plan by now, or that somebody cancelled. Raises Superseded."""
    try:
        sent.book.check_current(sent.plan.id)
    except Superseded:
        dispatcher.drop(sent.plan.id)
        raise
