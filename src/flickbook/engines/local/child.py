"""Code that runs in a child process. Its imports are light: NumPy must not load before `prepare` has run."""

import os
import threading
from functools import partial
from importlib import import_module
from multiprocessing import connection, parent_process
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ctypes import Array, c_double

    from flickbook.engines.local.frame_board import FrameBoard
    from flickbook.storage import Access

# The board that `prepare` was given.
_boards: list["FrameBoard"] = []


def prepare(
    niceness: int = 0, card: tuple[str, str, int] | None = None, numbers: "Array[c_double] | None" = None
) -> None:
    """Set up a child process: one BLAS thread, an end with its parent, all needed modules loaded.

    `niceness` is from 0 to 19; a higher number leaves more of the processor to other programs. `card` has the arguments
    of `media.card.use`. Jobs write how far they are to the board with these `numbers`.
    """
    os.nice(niceness)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    import_module("flickbook.engines.job")
    if numbers is not None:
        from flickbook.engines.local.frame_board import FrameBoard

        _boards.append(FrameBoard(numbers))
    if card is not None:
        from flickbook.media.card import use

        use(*card)


def run(document: bytes, threads: int, access: "Access") -> None:
    """Do one job, given as JSON; requests for its video need `access`, which no job contains."""
    from flickbook.core import wire
    from flickbook.core.model import Job
    from flickbook.engines.job import work
    from flickbook.errors import only_ours
    from flickbook.outputs.render import ignore_frames
    from flickbook.storage import grant, shown

    job = wire.decode(document, Job, "job")
    grant(job.source.url, access)
    # An error that cannot be pickled and unpickled would break the parent's pool.
    with only_ours(shown(job.source.url), "could not be rendered"):
        work(job, threads, note=partial(_boards[0].note, job) if _boards else ignore_frames)


def _end_with(sentinel: int) -> None:
    # After `kill -9` the parent cannot end its children, but its end of this pipe closes.
    connection.wait([sentinel])
    os._exit(1)
