"""A worker's program: Celery takes messages from the broker into threads, which have child processes do the work.

Celery's own pool of processes is not used: libraries with threads do not survive a fork, and a message must stay with
a process that knows what became of it, whatever happens to the one that works on it.
"""

import logging
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any

from celery.worker import WorkController, state
from celery.worker.control import Panel

from flickbook.engines.celery.celery_engine import visibility
from flickbook.engines.celery.consumer import Consumer, Threads
from flickbook.engines.celery.deliveries import DeliveryCounter
from flickbook.engines.celery.dispatcher import TELL, CeleryDispatcher
from flickbook.engines.celery.health import Health
from flickbook.engines.celery.hunger import HUNGRY, Hunger
from flickbook.engines.celery.logs import log_json
from flickbook.engines.celery.monitor import LOOK_SECONDS, Monitor
from flickbook.engines.celery.patience import Patience
from flickbook.engines.celery.plans import Plans
from flickbook.engines.celery.queues import LONG, SHORT, make_app, transport_of
from flickbook.engines.celery.slots import Slots
from flickbook.engines.celery.taking import Taking
from flickbook.engines.celery.turns import Turns
from flickbook.engines.celery.worker_metrics import Metrics
from flickbook.engines.configuration import Settings
from flickbook.errors import WorkerCrashed

# A thread's acknowledgement goes to the broker when Celery's loop comes round; by itself that takes up to a second.
TICK_SECONDS = 0.02
# The loop does not come round while there is no connection.
AWAY_SECONDS = 5.0

_log = logging.getLogger("flickbook")


def run(settings: Settings) -> None:
    """Work until SIGTERM or SIGINT; then let go of every job after its current snippet, and return.

    A second signal ends it at once: the broker gives what it had to others. Raises UsageError, or DispatchFailed where
    there is no broker to begin with.
    """
    log_json()
    _Program(settings).run()


class _Program:
    """The parts of a worker, put together."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._name = f"worker-{os.getpid()}@{socket.gethostname()}"
        self._app = make_app(settings.cluster, visibility(settings))
        self._sender = CeleryDispatcher(settings.cluster, app=self._app)
        self._slots = Slots(settings)
        self._hunger = Hunger(self._name)
        self._metrics = Metrics(self._slots.count, lambda: self._slots.count - self._slots.free)
        self._patience = Patience(settings.cluster.patience)
        parts = self._slots, self._sender, self._hunger, self._metrics, self._patience
        self._turns = Turns(settings, *parts)
        self._plans = Plans(settings, *parts)
        counter = DeliveryCounter(settings.cluster.broker, self._app)
        self._taking = Taking(self._plans, self._turns, self._sender, counter, self._metrics, self._epoch)
        self._monitor = Monitor(settings.cluster, self._slots, self._sender, self._hunger, _short_waits)
        self._takes_back = transport_of(settings.cluster.broker) == "amqp"
        self._controller: Any = None
        self._stopping = threading.Event()
        self._ticked = 0.0

    def run(self) -> None:
        """Do what `run` does."""
        self._taking.register(self._app)
        self._answer_others()
        self._sender.check()
        place = self._settings.cluster.health
        health = Health(place, self._metrics, self._sick, self._unready) if place else None
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        self._controller = WorkController(
            app=self._app,
            hostname=self._name,
            pool=Threads,
            concurrency=self._slots.count,
            queues=[SHORT, LONG],
            consumer_cls=Consumer,
            without_mingle=True,
            ready_callback=self._begin,
        )
        told = {"worker": self._name, "slots": self._slots.count, "health": health.url if health else ""}
        _log.info("started", extra=told)
        try:
            self._slots.start()
            self._controller.start()
            unasked = not self._stopping.is_set()
            if self._sick():
                raise WorkerCrashed(self._name, self._sick(), "look at the limits of memory and processes")
        finally:
            self._slots.close()
            if health is not None:
                health.close()
            _log.info("stopped", extra={"worker": self._name})
        if unasked:
            _log.critical("it ended unasked, and its log says why; start it again", extra={"worker": self._name})
            # Python would wait for threads that wait for children, which are gone.
            os._exit(1)

    def _begin(self, _: object) -> None:
        """Celery's loop runs, for the first time or again after the broker was away."""
        if not self._ticked:
            self._controller.hub.call_repeatedly(TICK_SECONDS, self._tick)
            for task in (self._look, self._ask):
                threading.Thread(target=task, daemon=True).start()
        self._ticked = time.monotonic()

    def _tick(self) -> None:
        self._ticked = time.monotonic()

    def _look(self) -> None:
        """Look after the slots until told to stop; then see that all of them let go."""
        while not self._stopping.wait(LOOK_SECONDS):
            self._guarded(self._monitor.look)
            if self._sick():
                # It would take all there is, and fail at it.
                _log.critical(self._sick(), extra={"worker": self._name})
                self._stopping.set()
        self._patience.stopping = self._slots.stopping = True
        # Of what is asked of Celery's loop nothing is done any more if a connection breaks; a new one asks for this.
        self._app.amqp.queues.deselect([SHORT, LONG])
        for queue in (SHORT, LONG):
            self._controller.hub.call_soon(self._controller.consumer.cancel_task_queue, queue)
        quiet = 0
        while quiet < 3:
            self._guarded(self._slots.check)
            for running in self._slots.running():
                self._slots.halt(running)
            # Three times, so that Celery's loop came round and brought the last acknowledgements to the broker.
            quiet = 0 if self._taking.under_way or _held() else quiet + 1
            time.sleep(TICK_SECONDS * 5)
        state.should_stop = 0

    def _ask(self) -> None:
        """Talk to the other workers and to stores, until told to stop; by itself, because both may take their time."""
        while not self._stopping.wait(LOOK_SECONDS):
            self._guarded(self._monitor.ask)
        self._guarded(self._monitor.stop)

    def _guarded(self, look: Callable[[], None]) -> None:
        """Go on whatever a look ends with: without it the worker would neither share nor stop."""
        try:
            look()
        except Exception:  # noqa: BLE001  # it is logged whole
            _log.exception("a worker could not look after itself; report it", extra={"worker": self._name})

    def _stop(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002  # signal's signature
        signal.signal(number, signal.SIG_DFL)
        self._stopping.set()
        if not self._ticked:
            raise SystemExit(0)

    def _epoch(self) -> int:
        # Only RabbitMQ takes back what a lost connection had; others go on to wait for it to be acknowledged.
        return int(self._controller.consumer.restart_count) if self._takes_back else 0

    def _answer_others(self) -> None:
        """Hear who has nothing to do, and tell whoever asks what this worker is at."""

        def hear(_: object, **told: object) -> None:
            self._hunger.hear(told)

        def tell(_: object) -> Mapping[str, object]:
            jobs = [
                (one.job.name, one.job.snippets[0].start, float(one.job.snippets[-1].end), round(one.seconds, 1))
                for one in self._slots.running()
            ]
            return {"slots": self._slots.count, "jobs": jobs}

        Panel.register(hear, name=HUNGRY)
        Panel.register(tell, name=TELL)

    def _sick(self) -> str:
        return "" if self._slots.able else "no process that makes pictures can live here"

    def _unready(self) -> str:
        if self._stopping.is_set():
            return "it is stopping"
        away = time.monotonic() - self._ticked > AWAY_SECONDS
        return "the broker is away" if away else self._sick()


def _short_waits() -> bool:
    """Tell whether something short is here that waits for a thread."""
    waiting = set(state.reserved_requests) - set(state.active_requests)
    return any(request.delivery_info.get("routing_key") == SHORT for request in waiting)


def _held() -> int:
    """Count the messages that Celery has here, those that wait for a thread too."""
    return len(state.reserved_requests)
