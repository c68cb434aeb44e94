"""`flickbook submit --wait`: what was ordered from a cluster is waited for, and shown as `render` shows it."""

import sys
import time
from collections.abc import Sequence

from flickbook.api import Outcome
from flickbook.cli import tables
from flickbook.cli.rendering import Follower, progress_bar
from flickbook.cli.results import Result
from flickbook.errors import FlickbookError
from flickbook.following import follow
from flickbook.model import Order
from flickbook.storage import locate, shown


def await_all(
    videos: Sequence[str], ordered: Sequence[Order | FlickbookError], begun: float, patience: float, *, as_json: bool
) -> int:
    """Wait until all that could be ordered is made, show the results, and give the exit code: the worst of theirs.

    `begun` is when the first was ordered, on the clock of `time.perf_counter`, and `patience` how many seconds a
    store is waited for.
    """
    results = [_wait(video, one, begun, patience, quiet=as_json) for video, one in zip(videos, ordered, strict=True)]
    return tables.show_all(results, as_json=as_json)


def _wait(video: str, ordered: Order | FlickbookError, begun: float, patience: float, *, quiet: bool) -> Result:
    if isinstance(ordered, FlickbookError):
        return Result(video, None, ordered)
    try:
        with progress_bar(quiet=quiet) as bar:
            told = Follower(bar, shown(locate(video)).rpartition("/")[2])
            manifest, receipts, before = follow(ordered, told, patience, _say_away)
    except FlickbookError as error:
        return Result(video, None, error)
    old = {receipt.snippet.start for receipt in before}
    made = tuple(receipt for receipt in receipts if receipt.snippet.start not in old)
    where = shown(f"{ordered.out.rstrip('/')}/{ordered.name}")
    return Result(video, Outcome(manifest, where, time.perf_counter() - begun, made, len(before)), None)


def _say_away(error: FlickbookError) -> None:
    # A bar that is shown makes room for it.
    sys.stderr.write(f"waiting: {error}\n")
