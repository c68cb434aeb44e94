"""Code that runs in a worker's child processes. It imports late, because `prepare` must run before NumPy loads."""

import ctypes
import logging
from collections.abc import Sequence
from importlib import import_module
from typing import NamedTuple

from flickbook.core.model import Receipt, Snippet
from flickbook.engines.local import child
from flickbook.errors import FlickbookError, as_ours


class SlotState(ctypes.Structure):
    """The shared memory of a worker and the child process in a slot.

    The child writes `made`, the start of the last snippet that it made, and after each frame how many frames it has of
    those that its current snippet needs. The worker writes `released`: the child stops after its current snippet.
    """

    _fields_ = (
        ("made", ctypes.c_int64),
        ("released", ctypes.c_bool),
        ("start", ctypes.c_int64),
        ("done", ctypes.c_int64),
        ("wanted", ctypes.c_int64),
    )


_states: Sequence[SlotState] = ()

_log = logging.getLogger("flickbook")


class TimeSlice(NamedTuple):
    """The result of a time slice: the remaining snippets, the receipts of the made ones, and the error, if any."""

    left: Sequence[Snippet]
    made: list[Receipt]
    error: FlickbookError | None = None


def prepare(states: Sequence[SlotState], card: tuple[str, str, int] | None = None) -> None:
    """Prepare a child process: shared memory, logs, and all that rendering imports."""
    from flickbook.engines.celery.logs import log_json

    global _states  # noqa: PLW0603  # an initializer can keep its arguments nowhere else
    _states = states
    log_json()
    child.prepare(card=card)
    # The first picture that a URL asks for must not wait for that.
    import_module("flickbook.images.making")


def render_job(document: bytes, most: int, slot: int, threads: int) -> TimeSlice:
    """Render at most `most` snippets of a job, given as JSON, until the slot's state says stop."""
    from msgspec.structs import replace

    from flickbook.core import wire
    from flickbook.core.model import Job
    from flickbook.engines.job import work
    from flickbook.storage import shown

    job, state = wire.decode(document, Job, "job"), _states[slot]
    made: list[Receipt] = []

    def go_on(receipt: Receipt) -> bool:
        made.append(receipt)
        start, wall = receipt.snippet.start, receipt.timing.wall if receipt.timing else 0.0
        _log.info("made", extra={"plan": job.plan, "book": job.name, "snippet": start, "seconds": wall})
        state.made = start
        # After the last snippet nothing is left to release, and the job goes on to complete the book.
        return start == job.snippets[-1].start or not state.released

    def note(snippet: Snippet, done: int, wanted: int) -> None:
        state.wanted, state.start, state.done = wanted, snippet.start, done

    try:
        left = work(replace(job, snippets=job.snippets[:most]), threads, go_on, note)
    except Exception as error:  # noqa: BLE001  # the snippets made before the error are still reported
        return TimeSlice(job.snippets, made, as_ours(error, shown(job.source.url), "could not be rendered"))
    return TimeSlice((*left, *job.snippets[most:]), made)
