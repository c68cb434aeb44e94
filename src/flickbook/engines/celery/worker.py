"""A Celery worker with a pool of threads. Each thread handles a message, and waits for a child process of Flickbook's.

Celery's own process pool is not used, for two reasons: libraries with threads do not survive a fork, and the process
that decodes may crash, whereas the process that handles the message must survive.
"""

import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Mapping
from functools import partial
from types import FrameType
from typing import Any

from celery import Celery, bootsteps, signals
from celery.exceptions import WorkerShutdown
from celery.worker.control import inspect_command
from msgspec.structs import replace

from flickbook.engines.celery.celery_engine import visibility
from flickbook.engines.celery.dispatcher import STATE, CeleryDispatcher
from flickbook.engines.celery.handler import Handler, Parts, Receive
from flickbook.engines.celery.health import Health, Metrics
from flickbook.engines.celery.image_task import ImageMaker
from flickbook.engines.celery.logs import log_json
from flickbook.engines.celery.outages import OutageRetry
from flickbook.engines.celery.plan_task import PlanTask
from flickbook.engines.celery.queues import HEARTBEAT_SECONDS, IMAGE, LONG, PLAN, RENDER, SHORT, make_app, transport_of
from flickbook.engines.celery.render_task import RenderTask
from flickbook.engines.celery.slots import Slots
from flickbook.engines.configuration import Settings
from flickbook.webhooks.courier import Courier

# The interval of a timer in Celery's loop. Each round sends the acknowledgements of threads and checks for a stop.
TICK_SECONDS = 0.02
# After so many rounds without a message, the last acknowledgements have reached the broker.
LAST_TICKS = 15
# The key of a request under which the number of its connection is kept.
_CONNECTION = "flickbook_connection"

_log = logging.getLogger("flickbook")


def run(settings: Settings) -> None:
    """Run a worker until SIGTERM or SIGINT; then release every job after its current snippet, and return.

    A second signal ends the worker at once, and the broker redelivers its messages. Raises UsageError, DispatchFailed
    if the broker cannot be reached at the start, or SystemExit if the worker had to stop.
    """
    log_json()
    app = make_worker_app(settings)
    with CeleryDispatcher(settings.cluster, visibility(settings)) as sender:
        sender.check()
    # Mingle, gossip and Celery's heartbeat let workers observe each other. Nothing here needs that.
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
    """Return a Celery app with the tasks, and with the step that keeps the state of a worker. Raises UsageError."""
    app = make_app(settings.cluster, visibility(settings))
    app.conf.update(
        broker_heartbeat=HEARTBEAT_SECONDS,
        worker_pool="threads",
        worker_concurrency=settings.engine.workers,
        worker_consumer="flickbook.engines.celery.consumer:Consumer",
    )
    app.flickbook_settings = settings
    app.steps["consumer"].add(_Step)
    signals.setup_logging.connect(log_json)
    return app


class _Step(bootsteps.StartStopStep):  # type: ignore[misc]  # Celery's is untyped
    """A step of Celery's consumer. It starts with each connection, stops when the connection is lost, and closes once.

    A worker has one instance of it, which makes and keeps the parts of the worker.
    """

    requires = ("celery.worker.consumer:Tasks",)

    def __init__(self, consumer: Any, **options: Any) -> None:
        super().__init__(consumer, **options)
        consumer.flickbook_step = self
        app, worker = consumer.app, consumer.controller
        settings: Settings = app.flickbook_settings
        settings = replace(settings, engine=replace(settings.engine, workers=worker.concurrency))
        self._name = worker.hostname
        # RabbitMQ redelivers the messages of a lost connection. Redis and SQS still accept their acknowledgements.
        self._redelivers = transport_of(app.conf.broker_url) == "amqp"
        self._lock = threading.Lock()
        # Counts of lost connections, of unfinished messages, and of short messages that wait for a thread.
        self._lost = self._unfinished = self._short_waits = 0
        self._consumer: Any = None
        self._timer: Any = None
        # Set as soon as the worker must stop.
        self._exit_code: int | None = None
        self._quiet_ticks = 0
        self._celery_handler: Any = None
        self._slots = slots = Slots(settings)
        metrics = Metrics(slots.count, lambda: slots.count - slots.free)
        place = settings.cluster.health
        self._health = Health(place, metrics, self._fault, self._unready) if place else None
        self._backoff = OutageRetry(settings.cluster.patience)
        self._courier = Courier(settings.webhook, metrics.count_events)
        # An app of its own for sending: Celery sends heartbeats only for the connection by which it receives.
        sender = CeleryDispatcher(settings.cluster, app=make_app(settings.cluster, visibility(settings)))
        parts = Parts(settings, slots, sender, metrics, self._backoff, self._courier, lambda: self._short_waits)
        handler = Handler(parts)
        self._add_task(app, PLAN, partial(handler.receive, PlanTask(parts)))
        self._add_task(app, RENDER, partial(handler.receive, RenderTask(parts)))
        self._add_task(app, IMAGE, ImageMaker(parts).receive)
        signals.task_received.connect(self._on_received)
        signals.worker_shutting_down.connect(self._on_shutting_down)
        signals.worker_shutdown.connect(self._on_shutdown)

    def start(self, consumer: Any) -> None:
        """Begin with the first connection; continue with each later one."""
        if self._celery_handler is None:
            url = self._health.url if self._health else ""
            _log.info("started", extra={"worker": self._name, "slots": self._slots.count, "health": url})
            self._celery_handler = signal.getsignal(signal.SIGTERM)
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, self._on_signal)
        self._consumer = consumer
        self._timer = consumer.controller.timer.call_repeatedly(TICK_SECONDS, self._tick)

    def stop(self, consumer: Any) -> None:  # noqa: ARG002  # Celery's signature
        """Count a connection that was lost, or closed because the worker stops."""
        self._lost += 1
        # If the broker closed it at once, `start` was not called.
        if self._consumer is not None:
            self._consumer = None
            self._timer.cancel()
            if self._exit_code is not None and self._quiet_ticks <= LAST_TICKS:
                self._stop_unconnected()

    def close(self, consumer: Any) -> None:  # noqa: ARG002  # Celery's signature
        """Release all jobs: the worker stops."""
        self._release_all()

    def state(self) -> dict[str, object]:
        """Return the number of slots, the running jobs and their frames, as `CeleryDispatcher` reads them."""
        jobs, frames = [], []
        for running in self._slots.running():
            job, snippets, state = running.job, running.job.snippets, running.state
            jobs.append((job.name, snippets[0].start, float(snippets[-1].end), round(running.seconds, 1)))
            done, wanted = state.done, state.wanted
            if 0 < done <= wanted:
                frames.append((job.plan, state.start, done, wanted))
        return {"slots": self._slots.count, "jobs": jobs, "frames": frames}

    def _add_task(self, app: Celery, name: str, receive: Receive) -> None:
        @app.task(name=name, bind=True)  # type: ignore[untyped-decorator]  # Celery's is
        def handle(celery_task: Any, document: str, attempt: int = 1) -> None:
            self._handle(receive, document, attempt, vars(celery_task.request))

    def _release_all(self) -> None:
        """Release all jobs after their current snippets, and end all waits for a store."""
        self._backoff.stopping = self._slots.stopping = True

    def _on_signal(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  # signal's signature
        # Celery's own handler would end the loop at once, before the last acknowledgements are sent.
        signal.signal(number, signal.SIG_DFL)
        self._exit_code = self._exit_code or 0
        if self._consumer is None:
            self._stop_unconnected()

    def _stop_unconnected(self) -> None:
        """Stop without a connection: Celery's loop, which calls `_tick`, does not run."""
        self._release_all()
        self._celery_handler(signal.SIGTERM, None)

    def _tick(self) -> None:
        """If the worker must stop: consume no more, release all jobs, and leave once all is acknowledged."""
        if self._exit_code is None and self._fault():
            # A worker whose child processes cannot run would receive message after message, and fail with each.
            _log.critical(self._fault(), extra={"worker": self._name})
            self._exit_code = 1
        if self._exit_code is None:
            return
        if not self._slots.stopping:
            for queue in (SHORT, LONG):
                self._consumer.cancel_task_queue(queue)
            self._release_all()
        self._quiet_ticks = 0 if self._unfinished else self._quiet_ticks + 1
        if self._quiet_ticks > LAST_TICKS:
            raise WorkerShutdown(self._exit_code)

    def _on_received(self, request: Any, **_: Any) -> None:
        """Note the connection of a message, which now waits for a thread."""
        with self._lock:
            self._unfinished += 1
            self._short_waits += request.delivery_info.get("routing_key") == SHORT
        request.request_dict[_CONNECTION] = self._lost

    def _handle(self, receive: Receive, document: str, attempt: int, request: Mapping[str, Any]) -> None:
        """Handle a message in its thread, unless the broker has given it to another worker meanwhile."""

        def stale() -> bool:
            return self._redelivers and self._lost != request[_CONNECTION]

        with self._lock:
            self._short_waits -= request["delivery_info"].get("routing_key") == SHORT
        try:
            if not stale():
                receive(document, attempt, request, stale)
        finally:
            with self._lock:
                self._unfinished -= 1

    def _on_shutting_down(self, **_: Any) -> None:
        """Note that Celery stops the worker, whatever the signal or command."""
        self._exit_code = self._exit_code or 0

    def _on_shutdown(self, **_: Any) -> None:
        """Close the parts after Celery's worker has stopped."""
        self._slots.close()
        self._courier.close()
        if self._health is not None:
            self._health.close()
        _log.info("stopped", extra={"worker": self._name})
        if self._exit_code is None:
            fault = "the worker stopped unexpectedly; see the lines before, then start it again"
            _log.critical(fault, extra={"worker": self._name})

    def _fault(self) -> str:
        return "" if self._slots.able else "child processes cannot run on this host"

    def _unready(self) -> str:
        if self._exit_code is not None:
            return "the worker is stopping"
        return "no connection to the broker" if self._consumer is None else self._fault()


@inspect_command(name=STATE)  # type: ignore[untyped-decorator]  # Celery's is
def _state(state: Any) -> object:
    """Return the slots and jobs of a Flickbook worker."""
    return state.consumer.flickbook_step.state()
