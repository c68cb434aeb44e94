"""`flickbook submit --wait`: what was ordered from a cluster is waited for, and shown as `render` shows it."""

import shlex
import sys
import time
from collections.abc import Sequence

from flickbook.api import Outcome
from flickbook.cli import tables
from flickbook.cli.lookout import Lookout, looking_out
from flickbook.cli.rendering import Follower, progress_bar
from flickbook.cli.results import Result
from flickbook.core.model import Order, Plan, Receipt
from flickbook.engines.configuration import Settings
from flickbook.engines.following import follow
from flickbook.errors import FlickbookError, only_ours
from flickbook.storage import locate, shown


def await_all(
    videos: Sequence[str],
    ordered: Sequence[Order | FlickbookError],
    chosen: Settings,
    begun: float,
    *,
    as_json: bool,
) -> int:
    """Wait until all that could be ordered is made, show the results, and give the exit code: the worst of theirs.

    `begun` is when the first was ordered, on the clock of `time.perf_counter`. A KeyboardInterrupt says what goes on.
    """
    patience, pairs = chosen.cluster.patience, zip(videos, ordered, strict=True)
    try:
        with looking_out(chosen) as lookout:
            results = [_wait(video, one, begun, patience, lookout, quiet=as_json) for video, one in pairs]
    except KeyboardInterrupt:
        raise KeyboardInterrupt(_what_goes_on(ordered)) from None
    return tables.show_all(results, kind="submit-wait", as_json=as_json)


def _what_goes_on(ordered: Sequence[Order | FlickbookError]) -> str:
    books = [_where(one) for one in ordered if isinstance(one, Order)]
    book = shlex.quote(books[0]) if len(books) == 1 else "OUT/NAME"
    return f"stopped waiting; the cluster goes on; `flickbook cancel {book}` stops it"


def _wait(
    video: str, ordered: Order | FlickbookError, begun: float, patience: float, lookout: Lookout, *, quiet: bool
) -> Result:
    if isinstance(ordered, FlickbookError):
        return Result(video, None, ordered)
    try:
        with only_ours(video, "could not be waited for"), progress_bar(quiet=quiet) as bar:
            follower = Follower(bar, shown(locate(video)).rpartition("/")[2])

            def tell(plan: Plan, receipts: list[Receipt]) -> None:
                follower(plan, receipts)
                lookout.note((plan.id, len(receipts)))

            manifest, receipts, before = follow(ordered, tell, patience, _say_away)
    except FlickbookError as error:
        return Result(video, None, error)
    old = {receipt.snippet.start for receipt in before}
    made = tuple(receipt for receipt in receipts if receipt.snippet.start not in old)
    return Result(video, Outcome(manifest, _where(ordered), time.perf_counter() - begun, made, len(before)), None)


def _where(ordered: Order) -> str:
    return shown(f"{ordered.out.rstrip('/')}/{ordered.name}")


def _say_away(error: FlickbookError) -> None:
    # A bar that is shown makes room for it.
    sys.stderr.write(f"waiting: {error}\n")
