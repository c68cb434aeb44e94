"""A worker: an ordinary Celery worker with a pool of threads, each of which waits for a child process of ours.

Celery's own pool of processes is not used: libraries with threads do not survive a fork, and a message must stay with
a process that knows what became of it, whatever happens to the one that works on it.
"""

import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Mapping
from types import FrameType
from typing import Any

from celery import Celery, bootsteps, signals
from celery.exceptions import WorkerShutdown
from celery.worker.control import inspect_command
from msgspec.structs import replace

from flickbook.engines.celery.backoff import Backoff
from flickbook.engines.celery.celery_engine import visibility
from flickbook.engines.celery.dispatcher import STATE, CeleryDispatcher
from flickbook.engines.celery.handler import Handler, Parts, Task
from flickbook.engines.celery.health import Health, Metrics
from flickbook.engines.celery.logs import log_json
from flickbook.engines.celery.plan_task import PlanTask
from flickbook.engines.celery.queues import (
    HEARTBEAT_SECONDS,
    LONG,
    PLAN,
    RENDER,
    SHORT,
    make_app,
    transport_of,
)
from flickbook.engines.celery.render_task import RenderTask
from flickbook.engines.celery.slots import Slots
from flickbook.engines.configuration import Settings

# Celery's loop comes round so often: acknowledgements of threads go out then, and the worker sees that it is to stop.
TICK_SECONDS = 0.02
# So many rounds with nothing under way bring the last acknowledgements to the broker.
LAST_TICKS = 15
# What a request carries: the number of the connection by which it came.
_CONNECTION = "flickbook_connection"

_log = logging.getLogger("flickbook")


def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; then release every job after its current snippet, and return.

    A second signal ends it at once: the broker delivers to others what it had. Raises UsageError, DispatchFailed where
    there is no broker to begin with, or SystemExit if the worker had to end.
    """
    log_json()
    app = make_worker_app(settings)
    with CeleryDispatcher(settings.cluster, visibility(settings)) as sender:
        sender.check()
    # Workers do not watch each other in Celery's way.
    worker = app.Worker(
        hostname=f"worker-{os.getpid()}@{socket.gethostname()}",
        quiet=True,
        without_mingle=True,
        without_gossip=True,
        without_heartbeat=True,
    )
    worker.start()
    if worker.exitcode:
        sys.exit(worker.exitcode)


def make_worker_app(settings: Settings) -> Celery:
    """Return an app with the tasks, and with the steps that make a worker of it. Raises UsageError."""
    app = make_app(settings.cluster, visibility(settings))
    app.conf.update(
        broker_heartbeat=HEARTBEAT_SECONDS,
        worker_pool="threads",
        worker_concurrency=settings.engine.workers,
        worker_consumer="flickbook.engines.celery.consumer:Consumer",
    )
    _Program(settings).add_to(app)
    return app


class _Program:
    """The parts of a worker, put together as Celery starts it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        # Only RabbitMQ takes back what a lost connection had; others go on to wait for it to be acknowledged.
        self._takes_back = transport_of(settings.cluster.broker) == "amqp"
        self._lock = threading.Lock()
        # Counts the connections that were lost; messages that are here; short ones of them that wait for a thread.
        self._lost = self._held = self._short = 0
        self._consumer: Any = None
        self._timer: Any = None
        # Set once the worker is to stop, for whatever reason.
        self._exit_code: int | None = None
        self._quiet_ticks = 0
        self._celerys_handler: Any = None

    def add_to(self, app: Celery) -> None:
        """Add tasks, steps, receivers of signals and the inspect command to an app."""
        app.steps["consumer"].add(_step(self))
        inspect_command(name=STATE)(self._state)
        signals.setup_logging.connect(log_json)
        signals.task_received.connect(self._on_received)
        signals.worker_shutting_down.connect(self._on_shutting_down)
        signals.worker_shutdown.connect(self._on_shutdown)

        @app.task(name=RENDER, bind=True)  # type: ignore[untyped-decorator]  # Celery's is
        def render(task: Any, document: str, attempt: int = 1) -> None:
            self._do(self._render, document, attempt, vars(task.request))

        @app.task(name=PLAN, bind=True)  # type: ignore[untyped-decorator]  # Celery's is
        def plan(task: Any, document: str, attempt: int = 1) -> None:
            self._do(self._plan, document, attempt, vars(task.request))

    def prepare(self, worker: Any) -> None:
        """Make the parts of a worker that is not started yet."""
        engine = replace(self._settings.engine, workers=worker.concurrency)
        settings = replace(self._settings, engine=engine)
        self._name = worker.hostname
        self._slots = slots = Slots(settings)
        metrics = Metrics(slots.count, lambda: slots.count - slots.free)
        place = settings.cluster.health
        self._health = Health(place, metrics, self._sick, self._unready) if place else None
        self._backoff = Backoff(settings.cluster.patience)
        # Celery sends heartbeats for its own connection only, so those for sending are another app's, without any.
        sender = CeleryDispatcher(settings.cluster, app=make_app(settings.cluster, visibility(settings)))
        parts = Parts(settings, slots, sender, metrics, self._backoff, lambda: self._short)
        self._render, self._plan = RenderTask(parts), PlanTask(parts)
        self._handler = Handler(parts)

    def connect(self, consumer: Any) -> None:
        """Begin with the first connection, and go on with each other."""
        if self._celerys_handler is None:
            url = self._health.url if self._health else ""
            _log.info("started", extra={"worker": self._name, "slots": self._slots.count, "health": url})
            self._celerys_handler = signal.getsignal(signal.SIGTERM)
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._on_signal)
        self._consumer = consumer
        self._timer = consumer.controller.timer.call_repeatedly(TICK_SECONDS, self._tick)

    def disconnect(self) -> None:
        """Note that the connection is lost, or given up because the worker stops."""
        self._lost += 1
        # It never came to `connect` where the broker closed it at once.
        if self._consumer is not None:
            self._consumer = None
            self._timer.cancel()
            if self._exit_code is not None and self._quiet_ticks <= LAST_TICKS:
                self._leave()

    def stop(self) -> None:
        """Have all jobs released, if that was not asked for before: the worker stops, whatever the reason."""
        self._backoff.stopping = self._slots.stopping = True

    def _on_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  # signal's signature
        # Celery's own handler would end the loop at once, and the last acknowledgements would not go out.
        signal.signal(number, signal.SIG_DFL)
        self._exit_code = self._exit_code or 0
        if self._consumer is None:
            self._leave()

    def _leave(self) -> None:
        """Have Celery stop where its loop does not run, which waits for a broker."""
        self.stop()
        self._celerys_handler(signal.SIGTERM, None)

    def _tick(self) -> None:
        """Stop if that was asked for: consume no more, release all jobs, and leave when all is acknowledged."""
        if self._exit_code is None and self._sick():
            # It would get all there is, and fail at it.
            _log.critical(self._sick(), extra={"worker": self._name})
            self._exit_code = 1
        if self._exit_code is None:
            return
        if not self._slots.stopping:
            for queue in (SHORT, LONG):
                self._consumer.cancel_task_queue(queue)
            self.stop()
        self._quiet_ticks = 0 if self._held else self._quiet_ticks + 1
        if self._quiet_ticks > LAST_TICKS:
            raise WorkerShutdown(self._exit_code)

    def _on_received(self, request: Any, **_: Any) -> None:
        """Note with what connection a message came; it will have a thread when one is free."""
        with self._lock:
            self._held += 1
            self._short += request.delivery_info.get("routing_key") == SHORT
        request.request_dict[_CONNECTION] = self._lost

    def _do(self, task: "Task[Any]", document: str, attempt: int, request: Mapping[str, Any]) -> None:
        """Do a task that has got its thread."""
        came_by = request[_CONNECTION]

        def stale() -> bool:
            return self._takes_back and self._lost != came_by

        with self._lock:
            self._short -= request["delivery_info"].get("routing_key") == SHORT
        try:
            if not stale():
                self._handler.receive(task, document, attempt, request, stale)
        finally:
            with self._lock:
                self._held -= 1

    def _on_shutting_down(self, **_: Any) -> None:
        """Note that the worker was asked to stop, by whatever signal."""
        self._exit_code = self._exit_code or 0

    def _on_shutdown(self, **_: Any) -> None:
        """Close all that was opened; Celery's worker has stopped."""
        self._slots.close()
        if self._health is not None:
            self._health.close()
        _log.info("stopped", extra={"worker": self._name})
        if self._exit_code is None:
            _log.critical("it ended unasked, and its log says why; start it again", extra={"worker": self._name})

    def _state(self, _: object) -> dict[str, object]:
        """Slots and jobs of a worker of Flickbook."""
        jobs = [
            (one.job.name, one.job.snippets[0].start, float(one.job.snippets[-1].end), round(one.seconds, 1))
            for one in self._slots.running()
        ]
        return {"slots": self._slots.count, "jobs": jobs}

    def _sick(self) -> str:
        return "" if self._slots.able else "no process that makes pictures can live here"

    def _unready(self) -> str:
        if self._exit_code is not None:
            return "it is stopping"
        return "the broker is away" if self._consumer is None else self._sick()


def _step(program: _Program) -> type[Any]:
    """Return a step of Celery's consumer, of which Celery makes one for a worker."""

    class Step(bootsteps.StartStopStep):  # type: ignore[misc]  # Celery's is untyped
        """Starts with each new connection, stops when it is lost, and closes when the worker stops."""

        requires = ("celery.worker.consumer:Tasks",)

        def __init__(self, consumer: Any, **options: Any) -> None:
            super().__init__(consumer, **options)
            program.prepare(consumer.controller)

        def start(self, consumer: Any) -> None:
            program.connect(consumer)

        def stop(self, consumer: Any) -> None:  # noqa: ARG002  # Celery's signature
            program.disconnect()

        def close(self, consumer: Any) -> None:  # noqa: ARG002  # Celery's signature
            program.stop()

    return Step
