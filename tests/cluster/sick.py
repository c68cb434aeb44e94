"""`flickbook`, whose workers come to grief on certain videos, by the name of their book.

slow…     every snippet takes a while longer
poison…   a process dies of the snippet at 2 s, as a decoder that crashes on it would
deadly…   the whole worker dies of it, as one does that has no memory left
stuck…    a process never comes back from it; only its jobs are overdue after the seconds that the settings allow
strange…  the worker itself makes a mistake that nobody foresaw
many…     the worker can start no thread for it, as on a host that has too many
"""

import logging
import os
import signal
import sys
import time
from collections.abc import Iterator
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from flickbook.core import wire
from flickbook.core.model import Job, Snippet
from flickbook.engines.celery import slot_process
from flickbook.engines.celery.slot_process import TimeSlice
from tests.cluster import nursery
from tests.waiting import LONG

BAD = 2
SLOW_SECONDS = 0.1
# The variable that says how often, in seconds, a worker tells the broker that it lives.
BEAT = "SICK_HEARTBEAT"
LOADED = (
    "flickbook.engines.celery.worker",
    "flickbook.cli.awaiting",
    "kombu.transport.pyamqp",
    "kombu.transport.redis",
)
# How often kombu may look whether a worker has had a message for too long; it really looks every tenth time.
LOOK_SECONDS = 0.1
# How long a worker waits at most until it looks for a store again.
STORE_SECONDS = 1.0
# How long a worker waits before it gives back what it cannot deal with.
PAUSE_SECONDS = 0.05

_log = logging.getLogger("flickbook")


def render_job(document: bytes, most: int, slot: int, threads: int) -> TimeSlice:
    """Stand in for `slot_process.render_job`."""
    from flickbook.engines import job as engine_job
    from flickbook.outputs.render import render

    def ailing(job: Job, *more: Any) -> Iterator[Any]:
        for page in render(job, *more):
            _suffer(job.name, page.snippet)
            yield page

    vars(engine_job)["render"] = ailing
    return slot_process.render_job(document, most, slot, threads)


def _suffer(name: str, snippet: Snippet) -> None:
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


def make_mistakes() -> None:
    """Have workers fall over certain jobs before any process has them, and give them back without much ado."""
    from celery.concurrency.thread import TaskPool

    from flickbook.engines.celery import handler
    from flickbook.engines.celery.render_task import RenderTask

    own = RenderTask.pass_on

    def pass_on(task: RenderTask, job: Job, *more: Any) -> bool:
        if job.name.startswith("strange"):
            raise LookupError("nobody foresaw it")
        return own(task, job, *more)

    RenderTask.pass_on = pass_on  # type: ignore[method-assign,assignment]  # mypy knows no stand-ins
    start = TaskPool.on_apply

    def on_apply(threads: Any, *given: Any, **named: Any) -> Any:
        if b"/many" in repr(given).encode():
            raise RuntimeError("can't start new thread")
        return start(threads, *given, **named)

    TaskPool.on_apply = on_apply
    vars(handler)["PAUSE_SECONDS"] = PAUSE_SECONDS


def have_time() -> None:
    """Have only what hangs be overdue: all else may take as long as a busy machine needs."""
    from flickbook.engines.local.processes import Processes

    call = Processes.call

    def patient(processes: Processes, function: Any, *given: Any, limit: float) -> Any:
        return call(processes, function, *given, limit=limit if _hangs(given[0]) else LONG)

    Processes.call = patient  # type: ignore[method-assign,assignment]


def _hangs(document: object) -> bool:
    if not isinstance(document, bytes):
        return False
    job = wire.decode(document, Job, "job")
    return job.name.startswith("stuck") and any(snippet.start == BAD for snippet in job.snippets)


def look_often() -> None:
    """Have workers on Redis look often for what others left; kombu's own looks come every hundred seconds."""
    from kombu.transport.redis import Channel

    Channel.unacked_restore_interval = LOOK_SECONDS  # type: ignore[assignment]  # it is told to be whole


def beat_often() -> None:
    """Have the broker notice sooner that a worker is silent, if that is asked for."""
    from flickbook.engines.celery import worker

    if BEAT in os.environ:
        vars(worker)["HEARTBEAT_SECONDS"] = int(os.environ[BEAT])


def load() -> None:
    """Load what workers and those who send them work need; nothing that makes pictures, which is for their children."""
    for name in LOADED:
        import_module(name)


def main() -> None:
    """Run the command line with sick children."""
    from flickbook.cli.program import app
    from flickbook.engines.celery import backoff, slots

    look_often()
    make_mistakes()
    have_time()
    if sys.argv[1:] == [nursery.WORD]:
        load()
        nursery.serve()
    beat_often()
    vars(slots)["slot_process"] = SimpleNamespace(prepare=slot_process.prepare, render_job=render_job)
    vars(backoff)["LONGEST_PAUSE"] = STORE_SECONDS
    app()


if __name__ == "__main__":
    main()
