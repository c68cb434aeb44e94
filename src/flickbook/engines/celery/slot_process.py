"""What runs in a worker's child processes. Light to import: NumPy must not load before `prepare` has run."""

import ctypes
import logging
from collections.abc import Sequence
from typing import NamedTuple

from flickbook.core.model import Receipt, Snippet
from flickbook.engines.local import child
from flickbook.errors import FlickbookError, as_ours


class SlotState(ctypes.Structure):
    """What parent and child share about the job in a slot.

    The child writes the start of the last snippet that was `made`. The parent writes the start of the first snippet
    that is not to be made any more, the `limit`, and whether the job is to be released after the current snippet.
    """

    _fields_ = (("made", ctypes.c_int64), ("limit", ctypes.c_int64), ("released", ctypes.c_bool))


_states: Sequence[SlotState] = ()

_log = logging.getLogger("flickbook")


class TimeSlice(NamedTuple):
    """What came of a time slice: the snippets that are left, the receipts of those made, and what went wrong."""

    left: Sequence[Snippet]
    made: list[Receipt]
    error: FlickbookError | None = None


def prepare(states: Sequence[SlotState]) -> None:
    """Make the process fit to be a worker's child."""
    from flickbook.engines.celery.logs import log_json

    global _states  # noqa: PLW0603  # an initializer has no other place for what it is given
    _states = states
    log_json()
    child.prepare()


def render_job(document: bytes, most: int, slot: int, threads: int) -> TimeSlice:
    """Do a job, given as JSON: at most so many snippets, and only as far as the slot's state allows."""
    from msgspec.structs import replace

    from flickbook.core import wire
    from flickbook.core.model import Job
    from flickbook.engines.job import work
    from flickbook.storage import shown

    job, state = wire.decode(document, Job, "job"), _states[slot]
    made: list[Receipt] = []

    def go_on(receipt: Receipt) -> bool:
        made.append(receipt)
        wall = receipt.timing.wall if receipt.timing else 0.0
        about = {"plan": job.plan, "book": job.name, "snippet": receipt.snippet.start, "seconds": wall}
        _log.info("made", extra=about)
        state.made = receipt.snippet.start
        following = next((one.start for one in job.snippets if one.start > receipt.snippet.start), None)
        return following is None or not (state.released or following >= state.limit)

    try:
        left = work(replace(job, snippets=job.snippets[:most]), threads, go_on)
        if left and left[0].start >= state.limit:
            # The snippets that are left are another job's, which may have ended before: complete the book.
            work(replace(job, snippets=()))
    except Exception as error:  # noqa: BLE001  # whatever it was, what was made before counts
        return TimeSlice(job.snippets, made, as_ours(error, shown(job.source.url), "could not be rendered"))
    return TimeSlice((*left, *job.snippets[most:]), made)
