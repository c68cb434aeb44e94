"""`flickbook submit --wait`: wait for videos that a cluster makes, and show them as `render` does."""

import shlex
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from flickbook.api import Outcome
from flickbook.cli import tables
from flickbook.cli.rendering import Follower, progress_bar
from flickbook.cli.tables import Result
from flickbook.core.model import Order, Plan, Receipt
from flickbook.engines import choice
from flickbook.engines.configuration import Settings
from flickbook.engines.following import follow
from flickbook.errors import DispatchFailed, FlickbookError, only_ours
from flickbook.storage import locate, shown

# Without progress for this many seconds, the workers are asked to answer. After an answer the time doubles.
STILL_SECONDS = 4.0
# A worker on a busy machine may miss one question.
MISSED_ANSWERS = 2

Moved = Callable[[object], None]


def await_all(
    videos: Sequence[str],
    ordered: Sequence[Order | FlickbookError],
    chosen: Settings,
    begun: float,
    *,
    as_json: bool,
) -> int:
    """Wait until all ordered videos are made, show the results, and return the worst exit code.

    `begun` is the time of the first order by `time.perf_counter`. Ctrl-C raises KeyboardInterrupt with a message that
    the cluster continues.
    """
    timeout, pairs = chosen.cluster.patience, zip(videos, ordered, strict=True)
    try:
        with warning_without_workers(chosen) as moved:
            results = [_wait(video, order, begun, timeout, moved, quiet=as_json) for video, order in pairs]
    except KeyboardInterrupt:
        books = [_where(order) for order in ordered if isinstance(order, Order)]
        book = shlex.quote(books[0]) if len(books) == 1 else "OUT/NAME"
        message = f"stopped waiting; the cluster goes on; `flickbook cancel {book}` stops it"
        raise KeyboardInterrupt(message) from None
    return tables.show_all(results, kind="submit-wait", as_json=as_json)


@contextmanager
def warning_without_workers(settings: Settings) -> Iterator[Moved]:
    """Warn on stderr, once, if there is no progress and no worker answers. Yield a function that receives the progress.

    The workers are asked from another thread, so that the question delays nothing.
    """
    changed, ended = threading.Event(), threading.Event()
    last: object = None

    def moved(state: object) -> None:
        nonlocal last
        if state != last:
            last = state
            changed.set()

    threading.Thread(target=_ask_for_workers, args=(settings, changed, ended), daemon=True).start()
    try:
        yield moved
    finally:
        ended.set()
        changed.set()


def _ask_for_workers(settings: Settings, changed: threading.Event, ended: threading.Event) -> None:
    still, missed = STILL_SECONDS, 0
    while missed < MISSED_ANSWERS and not ended.is_set():
        if changed.wait(still):
            changed.clear()
        elif _may_have_workers(settings):
            still, missed = 2 * still, 0
        else:
            missed += 1
    if not ended.is_set():
        sys.stderr.write("no worker answers: the videos wait until there is one; `flickbook worker` starts it\n")


def _may_have_workers(settings: Settings) -> bool:
    """Return False if the engine can ask its workers and none answers."""
    try:
        with choice.make_engine(settings) as engine:
            cluster = engine.view()
    except DispatchFailed:
        return True
    return cluster is None or cluster.workers is None or bool(cluster.workers)


def _wait(
    video: str, order: Order | FlickbookError, begun: float, timeout: float, moved: Moved, *, quiet: bool
) -> Result:
    if isinstance(order, FlickbookError):
        return Result(video, None, order)
    try:
        with only_ours(video, "could not be waited for"), progress_bar(quiet=quiet) as bar:
            follower = Follower(bar, shown(locate(video)).rpartition("/")[2])

            def progress(plan: Plan, receipts: list[Receipt]) -> None:
                follower(plan, receipts)
                moved((plan.id, len(receipts)))

            manifest, receipts, before = follow(order, progress, timeout, _show_store_error)
    except FlickbookError as error:
        return Result(video, None, error)
    old = {receipt.snippet.start for receipt in before}
    made = tuple(receipt for receipt in receipts if receipt.snippet.start not in old)
    return Result(video, Outcome(manifest, _where(order), time.perf_counter() - begun, made, len(before)), None)


def _where(order: Order) -> str:
    return shown(f"{order.out.rstrip('/')}/{order.name}")


def _show_store_error(error: FlickbookError) -> None:
    # The progress bar redirects stderr, so this line appears above it.
    sys.stderr.write(f"waiting: {error}\n")
