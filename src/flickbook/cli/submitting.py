"""`flickbook submit`: order videos from a cluster."""

import os
import sys
import time
from collections.abc import Mapping, Sequence

import msgspec

from flickbook.cli.options import without_repeats
from flickbook.core.model import Order
from flickbook.engines import choice, configuration
from flickbook.engines.base import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.following import order
from flickbook.errors import FlickbookError, UsageError, only_ours
from flickbook.storage import locate_output, shown, without_secrets
from flickbook.webhooks.courier import delivering


def submit_videos(
    videos: Sequence[str], out: str, flags: Mapping[str, object], *, wait: bool, force: bool, as_json: bool
) -> int:
    """Order videos, wait for them if `wait` is set, and return the worst exit code."""
    chosen = configuration.load(flags, os.environ)
    out, videos = locate_output(out), without_repeats(videos)
    begun = time.perf_counter()
    with delivering(chosen.webhook, out, wait=wait):
        with _lasting_engine(chosen) as engine:
            ordered = [_order(engine, chosen, video, out, force) for video in videos]
        if not wait:
            return _show_ordered(ordered, as_json=as_json)
        # Imported late: progress bars and tables take a tenth of a second to import.
        from flickbook.cli.awaiting import await_all

        return await_all([*map(without_secrets, videos)], ordered, chosen, begun, as_json=as_json)


def _lasting_engine(chosen: Settings) -> Engine:
    """Create the configured engine. Raises UsageError if its work would end with this command."""
    # `pool` is the built-in engine whose work ends with its program.
    engine = choice.make_engine(chosen, offered=[name for name in choice.names() if name != "pool"])
    if not engine.outlives:
        engine.close()
        fault = "makes videos only while its program runs"
        raise UsageError(f"engine {chosen.engine.engine!r}", fault, "use `flickbook render`, or another --engine")
    return engine


def _order(engine: Engine, chosen: Settings, video: str, out: str, force: bool) -> Order | FlickbookError:
    try:
        with only_ours(without_secrets(video), "could not be ordered"):
            return order(engine, video, out, chosen.recipe, afresh=force)
    except FlickbookError as error:
        return error


def _show_ordered(ordered: Sequence[Order | FlickbookError], *, as_json: bool) -> int:
    errors = [entry for entry in ordered if isinstance(entry, FlickbookError)]
    books = [f"{entry.out.rstrip('/')}/{entry.name}" for entry in ordered if isinstance(entry, Order)]
    if as_json:
        document = {"type": "submit", "version": 1, "books": books, "errors": [str(error) for error in errors]}
        sys.stdout.write(msgspec.json.encode(document).decode() + "\n")
    for book in [] if as_json else books:
        sys.stdout.write(f"ordered: {shown(book)}\n")
    for error in errors:
        sys.stderr.write(f"error: {error}\n")
    return max((error.exit_code for error in errors), default=0)
