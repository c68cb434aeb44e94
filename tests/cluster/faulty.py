"""`flickbook` with faults. The name of a book begins with the fault that its video causes.

slow…     each snippet takes longer
poison…   the snippet at 2 s kills its child process, as a crash of the decoder does
deadly…   the snippet at 2 s kills the whole worker, as a lack of memory does
stuck…    the snippet at 2 s hangs; only such jobs time out as set, all others have plenty of time
strange…  the worker raises an unforeseen error
many…     the worker cannot start a thread, as on a host that has too many
"""

import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from flickbook.core import wire
from flickbook.core.model import ImageTask, Job, Snippet
from flickbook.core.settings import Limits
from flickbook.engines.celery import slot_process
from flickbook.engines.celery.slot_process import TimeSlice
from flickbook.engines.local import imager
from flickbook.storage import Access
from tests.cluster import forkserver
from tests.waiting import LONG

BAD = 2
SLOW_SECONDS = 0.1
# The variable for the heartbeat of a worker, in seconds.
HEARTBEAT = "FAULTY_HEARTBEAT"
MODULES = (
    "flickbook.engines.celery.worker",
    "flickbook.cli.awaiting",
    "kombu.transport.pyamqp",
    "kombu.transport.redis",
)
# The interval after which kombu on Redis may restore old messages. It does so every tenth time.
RESTORE_SECONDS = 0.1
# The longest pause between two retries of a store.
STORE_SECONDS = 1.0
# The pause before a message is released that cannot be handled.
PAUSE_SECONDS = 0.05

_log = logging.getLogger("flickbook")


def render_job(document: bytes, most: int, slot: int, threads: int) -> TimeSlice:
    """Replace `slot_process.render_job`, and cause the fault of the book."""
    from flickbook.engines import job as engine_job
    from flickbook.outputs.render import render

    def render_with_fault(job: Job, *more: Any) -> Iterator[Any]:
        for files in render(job, *more):
            _cause_fault(job.name, files.snippet)
            yield files

    vars(engine_job)["render"] = render_with_fault
    return slot_process.render_job(document, most, slot, threads)


def make_image(task: ImageTask, threads: int, limits: Limits, access: Access) -> None:
    """Replace `imager.make_image`, and cause the fault of the book."""
    _cause_fault(task.request.name, Snippet(BAD, Fraction(1)))
    imager.make_image(task, threads, limits, access)


def _cause_fault(name: str, snippet: Snippet) -> None:
    if name.startswith("slow"):
        time.sleep(SLOW_SECONDS)
    elif snippet.start != BAD:
        return
    elif name.startswith("poison"):
        os.kill(os.getpid(), signal.SIGKILL)
    elif name.startswith("deadly"):
        os.kill(os.getppid(), signal.SIGKILL)
        time.sleep(600)
    elif name.startswith("stuck"):
        _log.info("stuck")
        time.sleep(600)


def raise_errors() -> None:
    """Raise errors in workers for certain jobs, and release their messages after a short pause."""
    from celery.concurrency.thread import TaskPool

    from flickbook.engines.celery import handler
    from flickbook.engines.celery.render_task import RenderTask

    own = RenderTask.pass_on

    def pass_on(task: RenderTask, job: Job, *more: Any) -> bool:
        if job.name.startswith("strange"):
            raise LookupError("an unforeseen error")
        return own(task, job, *more)

    RenderTask.pass_on = pass_on  # type: ignore[method-assign,assignment]  # mypy knows no stand-ins
    start = TaskPool.on_apply

    def on_apply(threads: Any, *arguments: Any, **keywords: Any) -> Any:
        if b"/many" in repr(arguments).encode():
            raise RuntimeError("can't start new thread")
        return start(threads, *arguments, **keywords)

    TaskPool.on_apply = on_apply
    vars(handler)["PAUSE_SECONDS"] = PAUSE_SECONDS


def relax_timeouts() -> None:
    """Keep the timeouts of jobs that hang, and extend all others, for busy machines."""
    from flickbook.engines.celery import image_task
    from flickbook.engines.local.processes import Processes

    call = Processes.call

    def call_with_limit(processes: Processes, function: Any, *arguments: Any, limit: float) -> Any:
        return call(processes, function, *arguments, limit=limit if _hangs(arguments[0]) else LONG)

    Processes.call = call_with_limit  # type: ignore[method-assign,assignment]
    vars(image_task)["IMAGE_SECONDS"] = LONG


def _hangs(document: object) -> bool:
    if not isinstance(document, bytes):
        return False
    job = wire.decode(document, Job, "job")
    return job.name.startswith("stuck") and any(snippet.start == BAD for snippet in job.snippets)


def restore_often() -> None:
    """Let workers on Redis restore old messages often; kombu's own interval is 100 seconds."""
    from kombu.transport.redis import Channel

    Channel.unacked_restore_interval = RESTORE_SECONDS  # type: ignore[assignment]  # kombu declares an integer


def set_heartbeat() -> None:
    """Set the heartbeat of a worker, if the variable is set."""
    from flickbook.engines.celery import worker

    if HEARTBEAT in os.environ:
        vars(worker)["HEARTBEAT_SECONDS"] = int(os.environ[HEARTBEAT])


def import_modules() -> None:
    """Import what workers and `submit` need. Rendering is imported by the child processes."""
    for name in MODULES:
        import_module(name)


def main() -> None:
    """Run the command line with faults."""
    from flickbook.cli.program import app
    from flickbook.engines.celery import outages, slots

    restore_often()
    raise_errors()
    relax_timeouts()
    if sys.argv[1:] == [forkserver.WORD]:
        import_modules()
        forkserver.serve()
    set_heartbeat()
    vars(slots)["slot_process"] = SimpleNamespace(prepare=slot_process.prepare, render_job=render_job)
    vars(slots)["make_image"] = make_image
    vars(outages)["BACKOFF"] = outages.BACKOFF._replace(longest=STORE_SECONDS)
    app()


if __name__ == "__main__":
    main()
