"""What runs in a pool's child process. Light to import: NumPy must not load before `prepare` has run."""

import os
import threading
from importlib import import_module
from multiprocessing import connection, parent_process


def prepare(niceness: int = 0) -> None:
    """Make the process fit to be one of several: one BLAS thread, an end with its parent, all it needs loaded.

    `niceness` is how far it gives way to others that want a processor, from 0 to 19.
    """
    os.nice(niceness)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    import_module("flickbook.engines.job")


def run(document: bytes, threads: int) -> None:
    """Do one job, given as the JSON that would also travel to another machine."""
    from flickbook.core import wire
    from flickbook.core.model import Job
    from flickbook.engines.job import work
    from flickbook.errors import only_ours
    from flickbook.storage import shown

    job = wire.decode(document, Job, "job")
    # An error that cannot be pickled, or not be unpickled, would break the parent's pool.
    with only_ours(shown(job.source.url), "could not be rendered"):
        work(job, threads)


def _end_with(sentinel: int) -> None:
    # kill -9 of the parent leaves nobody to stop us; its end of the pipe closes then.
    connection.wait([sentinel])
    os._exit(1)
