"""Server-sent events of a book: the differences between two views of it, joined to blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import msgspec

from flickbook.engines.base import FramesSeen
from flickbook.web.details import show_frames, show_progress
from flickbook.web.views import View

# A stream whose client reads nothing has one block in memory.
BLOCK_BYTES = 16 * 1024


def news(name: str, sent: View | None, view: View | None, frames: Sequence[FramesSeen]) -> Iterator[bytes]:
    """Yield an event for each difference between two views of a book, and one for snippets that are being made."""
    if view is None:
        yield event("gone", {"name": name})
        return
    before, now = None if sent is None else show_progress(sent), show_progress(view)
    if before is None:
        yield event("state", now)
    # Cells before the state: a client that receives "complete" has received all cells.
    known = {} if sent is None else {cell.start: cell for cell in sent.cells}
    for cell in view.cells:
        if cell != known.get(cell.start) and (cell.state != "waiting" or cell.start in known):
            yield event("cell", {"name": name, **asdict(cell)})
    if before is not None and now != before:
        yield event("state", now)
    if frames and view.entry.state == "making":
        yield event("frames", show_frames(view, frames))


def event(kind: str, data: dict[str, Any]) -> bytes:
    """Return a server-sent event."""
    return b"event: %s\ndata: %s\n\n" % (kind.encode(), msgspec.json.encode(data))


def blocks(events: Iterator[bytes]) -> list[bytes]:
    """Return the events joined to blocks of `BLOCK_BYTES` or little more."""
    full, block = [], b""
    for data in events:
        block += data
        if len(block) >= BLOCK_BYTES:
            full.append(block)
            block = b""
    return [*full, block] if block else full
