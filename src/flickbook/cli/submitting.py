"""`flickbook submit`: videos are ordered from a cluster, and if that is wanted, waited for."""

import os
import sys
import time
from collections.abc import Mapping, Sequence

import msgspec

from flickbook import settings, wiring
from flickbook.api import Outcome
from flickbook.cli import tables
from flickbook.cli.rendering import Follower, progress_bar
from flickbook.cli.results import Result
from flickbook.dispatch.celery.dispatcher import CeleryDispatcher
from flickbook.errors import FlickbookError
from flickbook.following import follow, order
from flickbook.model import Order
from flickbook.settings import Settings
from flickbook.storage import locate, shown


def submit_videos(
    videos: Sequence[str], out: str, flags: Mapping[str, object], *, wait: bool, force: bool, as_json: bool
) -> int:
    """Order videos, and give the exit code: the worst of theirs, as `render` gives it if they are waited for."""
    chosen = settings.load(flags, os.environ)
    begun = time.perf_counter()
    with wiring.make_cluster(chosen) as cluster:
        ordered = [_order(cluster, chosen, video, out, force) for video in videos]
    if not wait:
        return _show_ordered(ordered, as_json=as_json)
    results = [_wait(video, one, begun, quiet=as_json) for video, one in zip(videos, ordered, strict=True)]
    return tables.show_all(results, as_json=as_json)


def _order(cluster: CeleryDispatcher, chosen: Settings, video: str, out: str, force: bool) -> Order | FlickbookError:
    try:
        return order(cluster, video, out, chosen.recipe, afresh=force)
    except FlickbookError as error:
        return error


def _show_ordered(ordered: Sequence[Order | FlickbookError], *, as_json: bool) -> int:
    errors = [one for one in ordered if isinstance(one, FlickbookError)]
    books = [f"{one.out.rstrip('/')}/{one.name}" for one in ordered if isinstance(one, Order)]
    if as_json:
        document = {"type": "submit", "version": 1, "books": books, "errors": [str(error) for error in errors]}
        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
    for book in [] if as_json else books:
        sys.stdout.write(f"ordered: {shown(book)}\n")
    for error in errors:
        sys.stderr.write(f"error: {error}\n")
    return max((error.exit_code for error in errors), default=0)


def _wait(video: str, ordered: Order | FlickbookError, begun: float, *, quiet: bool) -> Result:
    if isinstance(ordered, FlickbookError):
        return Result(video, None, ordered)
    try:
        with progress_bar(quiet=quiet) as bar:
            told = Follower(bar, shown(locate(video)).rpartition("/")[2])
            manifest, receipts, before = follow(ordered, told)
    except FlickbookError as error:
        return Result(video, None, error)
    old = {receipt.snippet.start for receipt in before}
    made = tuple(receipt for receipt in receipts if receipt.snippet.start not in old)
    where = shown(f"{ordered.out.rstrip('/')}/{ordered.name}")
    return Result(video, Outcome(manifest, where, time.perf_counter() - begun, made, len(before)), None)
