"""The library's public functions: `import flickbook` offers them, and the command line calls them."""

import os
import time
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from flickbook.core import reporting
from flickbook.core.manifest import add_up, state_of
from flickbook.core.model import Failure, Manifest, Plan, Receipt, Recipe, State, Totals, Video
from flickbook.core.reporting import Report
from flickbook.engines import configuration
from flickbook.engines import orders as submission
from flickbook.engines.configuration import Settings
from flickbook.engines.local.one_video import Progress, make_video
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.errors import SourceMissing
from flickbook.library.beside import BesideFiles, check_beside
from flickbook.library.book import Book
from flickbook.library.index import Index
from flickbook.storage import locate, locate_output, split_last, splits
from flickbook.webhooks.courier import delivering

DEFAULT_OUT = "previews"

PathOrUrl = str | os.PathLike[str]


class Outcome(Struct, frozen=True):
    """The result of rendering: the manifest, the book's place, and the wall seconds.

    `made` are the receipts of the snippets made by this call, `kept` counts the snippets that were there before.
    `beside` are the paths of the files and folders beside the video.
    """

    manifest: Manifest
    where: str
    wall: float
    made: tuple[Receipt, ...]
    kept: int
    beside: tuple[str, ...] = ()


class Status(Struct, frozen=True):
    """The progress of a book.

    A `waiting` video has an order without a plan. `failure` says why the order was refused, or how the last attempt
    failed. `failed` are the failure receipts, `bound` says whether the manifest is written. `duration` in seconds and
    `totals` are None without a plan.
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


def probe(video: PathOrUrl, *, headers: Mapping[str, str] | None = None) -> Video:
    """Return the properties of a video: duration in seconds, size in pixels as shown, frame rate, codec.

    Args:
        video: A path or URL; a web URL may be signed.
        headers: Headers for the requests to the video's web server. Neither they nor a signature are stored.

    Raises:
        InputError: The video is at fault; a subclass names the fault.
        StoreError: The store failed.
        UsageError: A header is invalid.
    """
    return submission.probe_source(os.fspath(video), configuration.load(environ=os.environ).limits, headers)


def plan(video: PathOrUrl, recipe: Recipe | None = None, *, headers: Mapping[str, str] | None = None) -> Plan:
    """Return the plan of a video. Nothing is stored.

    Args:
        video: A path or URL; a web URL may be signed.
        recipe: The outputs and their options, see `make_recipe`; by default those of the settings.
        headers: Headers for the requests to the video's web server. Neither they nor a signature are in the plan.

    Raises:
        InputError: The video is at fault; a subclass names the fault.
        StoreError: The store failed.
        UsageError: The recipe is invalid.
    """
    settings = configuration.load(environ=os.environ)
    return submission.plan_source(os.fspath(video), recipe or settings.recipe, settings.limits, headers=headers)


def render(
    video: PathOrUrl,
    out: PathOrUrl = DEFAULT_OUT,
    recipe: Recipe | None = None,
    *,
    workers: int | None = None,
    force: bool = False,
    beside: bool = False,
    headers: Mapping[str, str] | None = None,
) -> Manifest:
    """Make the previews of a video and return the manifest.

    Work is done by spawned processes, so a script must call this below `if __name__ == "__main__":`. Snippets that
    failed are listed in `manifest.failed`; `manifest.lost` is the number of seconds missing from a truncated file.

    Args:
        video: A path or URL; a web URL may be signed.
        out: The folder or URL below which the book is stored.
        recipe: The outputs and their options, see `make_recipe`; by default those of the settings.
        workers: The number of processes; by default one per core.
        force: Make everything again. Without it, snippets from earlier calls are kept.
        beside: Also copy the files that media servers read into the video's folder, under the servers' names.
        headers: Headers for the requests to the video's web server. Neither they nor a signature are stored. When a
            signature expires, `SourceDenied` is raised; a call with a fresh URL makes what is missing.

    Raises:
        InputError: The video is at fault; a subclass names the fault.
        OutputError: The output cannot be written, or the book belongs to another video.
        StoreError: A store failed.
        UsageError: The recipe or a setting is invalid.
        Cancelled: The book was cancelled meanwhile.
    """
    settings = configuration.load({"workers": workers}, os.environ)
    with PoolDispatcher(settings.engine) as dispatcher:
        paths = os.fspath(video), os.fspath(out)
        recipe = recipe or settings.recipe
        outcome = render_with(dispatcher, settings, *paths, recipe, force=force, beside=beside, headers=headers)
    return outcome.manifest


def render_with(
    dispatcher: PoolDispatcher,
    settings: Settings,
    video: str,
    out: str,
    recipe: Recipe,
    *,
    force: bool = False,
    beside: bool = False,
    progress: Progress | None = None,
    headers: Mapping[str, str] | None = None,
) -> Outcome:
    """Render as `render` does, with an existing dispatcher; `progress` is called with the receipts so far.

    What a webhook is to be told is delivered at the end, and is not part of the wall seconds.
    """
    begun = time.perf_counter()
    if beside:
        check_beside(locate(video), recipe)
    place = locate_output(out)
    with delivering(settings.webhook, place):
        sent = make_video(dispatcher, settings, video, place, recipe, force=force, progress=progress, headers=headers)
        manifest = sent.book.manifest()
        receipts = sent.book.receipts(sent.plan)
        if manifest is None or manifest.plan != sent.plan.id:
            fault = "received another plan meanwhile"
            raise SourceMissing(sent.book.where, fault, "see its state with `flickbook status`")
        old = {receipt.snippet.start for receipt in sent.before}
        made = tuple(receipt for receipt in receipts if receipt.snippet.start not in old)
        copies = BesideFiles(sent.book.out).put(sent.plan) if beside else ()
        return Outcome(manifest, sent.book.where, time.perf_counter() - begun, made, len(sent.before), tuple(copies))


def status(book: PathOrUrl) -> Status:
    """Read the progress of a book from the output store, also before its video is planned.

    Args:
        book: The book's path or URL, OUT/NAME.

    Raises:
        SourceMissing: There is no such book.
        StoreError: The store failed.
    """
    out, name = _split(book)
    stored, entry = Book(out, name), Index(out).entry(name)
    planned = stored.plan()
    failure = None if entry is None else entry.failure
    if planned is None:
        if entry is None or entry.plan:
            raise _missing(stored)
        return Status(name, stored.where, entry.source, _shown(entry.state), failure)
    receipts = stored.receipts(planned)
    manifest = stored.manifest()
    # A receipt that is not final belongs to a snippet that is tried again.
    failed = tuple(receipt for receipt in receipts if receipt.final and not receipt.ok)
    state: State = state_of(planned, receipts, manifest)
    if entry is not None and entry.state in ("waiting", "refused"):
        # The video was ordered again; the stored plan is that of an earlier order.
        state = entry.state
    return Status(
        name=planned.name,
        where=stored.where,
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


def cancel(book: PathOrUrl) -> State:
    """Stop the work on a book, in all programs and on all machines, and return its state before.

    Only a book that is `waiting` or `unfinished` changes. Stored files stay; rendering again continues from there.

    Args:
        book: The book's path or URL, OUT/NAME.

    Raises:
        SourceMissing: There is no such book.
        OutputError: The book cannot be written.
        StoreError: The store failed.
    """
    return submission.cancel(*_split(book))


def report(book: PathOrUrl) -> Report:
    """Return statistics of a book, read from its receipts: times, errors, retries, concurrency.

    Args:
        book: The book's path or URL, OUT/NAME.

    Raises:
        SourceMissing: There is no such book.
        StoreError: The store failed.
    """
    return reporting.report(*read_book(book))


def read_book(book: PathOrUrl) -> tuple[Plan, list[Receipt]]:
    """Read the plan and the receipts of the book at OUT/NAME. Raises the errors of `report`."""
    stored = Book(*split_last(locate(os.fspath(book), "OUT/NAME")))
    planned = stored.plan()
    if planned is None:
        raise _missing(stored)
    return planned, stored.receipts(planned)


def _missing(book: Book) -> SourceMissing:
    return SourceMissing(book.where, "no previews found here", "pass the OUT/NAME that `flickbook render` printed")


def _split(book: PathOrUrl) -> tuple[str, str]:
    """Return OUT and NAME. A name may have several parts; only the plan or the index tells how many."""
    ways = splits(locate(os.fspath(book), "OUT/NAME"))
    planned = Book(*ways[0]).plan()
    fits = [
        (out, name)
        for out, name in ways
        if (planned.name == name if planned is not None else Index(out).entry(name) is not None)
    ]
    return (fits or ways)[0]


def _shown(state: State) -> Literal["waiting", "unfinished", "complete", "partial", "refused", "cancelled"]:
    return "unfinished" if state == "making" else state
