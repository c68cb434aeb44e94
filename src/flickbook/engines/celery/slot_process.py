"""What runs in a worker's child processes. Light to import: NumPy must not load before `prepare` has run."""

import logging
from collections.abc import MutableSequence, Sequence
from typing import NamedTuple

from flickbook.core.model import Receipt, Snippet
from flickbook.engines.local import child
from flickbook.errors import FlickbookError, as_ours

# Shared with the parent: one number a slot. If it is not 0, what runs there lets go when so many snippets are left.
_flags: MutableSequence[int] = [0]

_log = logging.getLogger("flickbook")


class Turn(NamedTuple):
    """What came of a turn: the snippets that are left, the receipts of those that were made, and what went wrong."""

    left: Sequence[Snippet]
    made: list[Receipt]
    error: FlickbookError | None = None


def prepare(flags: MutableSequence[int]) -> None:
    """Make the process fit to be a worker's child."""
    from flickbook.engines.celery.logs import log_json

    global _flags  # noqa: PLW0603  # an initializer has no other place for what it is given
    _flags = flags
    log_json()
    child.prepare()


def take_turn(document: bytes, most: int, slot: int, threads: int) -> Turn:
    """Do a job, given as JSON: at most so many snippets, and none after the slot's flag says so."""
    from msgspec.structs import replace

    from flickbook.core import wire
    from flickbook.core.model import Job
    from flickbook.engines.job import work
    from flickbook.storage import shown

    job = wire.decode(document, Job, "job")
    made: list[Receipt] = []

    def go_on(receipt: Receipt) -> bool:
        made.append(receipt)
        _log.info("made", extra=_told(job.plan, job.name, receipt))
        left = sum(snippet.start > receipt.snippet.start for snippet in job.snippets)
        return not 0 < _flags[slot] <= left

    try:
        left = work(replace(job, snippets=job.snippets[:most]), threads, go_on)
    except Exception as error:  # noqa: BLE001  # whatever it was, what was made before counts
        return Turn(job.snippets, made, as_ours(error, shown(job.source.url), "could not be rendered"))
    return Turn((*left, *job.snippets[most:]), made)


def _told(plan: str, book: str, receipt: Receipt) -> dict[str, object]:
    wall = receipt.timing.wall if receipt.timing else 0.0
    return {"plan": plan, "book": book, "snippet": receipt.snippet.start, "seconds": wall}
