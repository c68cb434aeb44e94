"""Send orders and jobs to a cluster's workers through a broker."""

import threading
import time
from collections.abc import Sequence
from math import ceil
from typing import Any

import msgspec

from flickbook.core import wire
from flickbook.core.model import Failure, Job, Order
from flickbook.core.settings import Cluster
from flickbook.engines.base import Closing, ClusterSeen, Dispatcher, JobSeen, WorkerSeen
from flickbook.engines.celery.queues import (
    DEAD,
    LONG,
    PLAN,
    RENDER,
    RETRIES,
    SHORT,
    calling,
    dead_queue,
    errors_of,
    make_app,
    transport_of,
    work_queues,
)

# Videos of at most so many snippets need not queue with the films.
SHORT_SNIPPETS = 4
# So long it is waited for the broker to confirm what it was sent, or to answer.
CONFIRM_SECONDS = 10.0
# So long workers may take to answer what they do.
ASK_SECONDS = 0.7
# The inspect command that workers answer.
STATE = "flickbook_state"


class GivenUp(msgspec.Struct, frozen=True):
    """What a dead letter holds: a task's name, the job or order as JSON, and why it was given up."""

    task: str
    document: str
    error: str
    message: str
    attempts: int
    died: float | None


class CeleryDispatcher(Dispatcher, Closing):
    """Sends orders and jobs, each confirmed by the broker where it can.

    `app` is given by a worker, which waits for a confirmation as long as it takes. Every method raises DispatchFailed
    if the broker cannot be used; sending again is safe.
    """

    def __init__(self, settings: Cluster, visibility: float = 3600.0, app: Any = None) -> None:
        self.broker = settings.broker
        self.app = app or make_app(settings, visibility)
        self._scheme = transport_of(settings.broker)
        # A worker has time. A broker that has no memory left confirms when it has some, and is not to be sent copies.
        confirm = CONFIRM_SECONDS if app is None else None
        self._options = {"confirm_timeout": confirm, "retry": True, "retry_policy": RETRIES}
        # The one that questions are asked by, by one thread at a time.
        self._connection: Any = None
        self._lock = threading.Lock()

    def check(self) -> None:
        """Raise DispatchFailed if the broker cannot be reached."""
        self.depths()

    def send(self, jobs: Sequence[Job], attempt: int = 1) -> None:
        """Send jobs on their way; `attempt` counts from 1."""
        self._declare()
        for job in jobs:
            self._send(RENDER, wire.encode(job), attempt, lane_of(job))

    def order(self, order: Order, attempt: int = 1) -> None:
        """Have a video planned and made by the cluster."""
        self._declare()
        self._send(PLAN, wire.encode(order), attempt, SHORT)

    def bury(self, task: str, document: str, failure: Failure, attempts: int) -> None:
        """Put a dead letter: a task's name, the job or order it was about, and why it was given up."""
        letter = GivenUp(task, document, failure.error, failure.message, attempts, round(time.time(), 3))
        self._declare()
        with calling(self.broker), self.app.producer_or_acquire() as producer:
            producer.publish(
                msgspec.json.encode(letter),
                routing_key=DEAD,
                exchange="",
                content_type="application/json",
                content_encoding="utf-8",
                delivery_mode=2,
                **self._options,
            )

    def depths(self) -> dict[str, int]:
        """Return the number of messages that wait in each queue, and make those queues that are not there."""
        return {name: seen.message_count for name, seen in self._declare().items()}

    def slots_to_be_had(self, own: int) -> int:
        """Return how many jobs a video is worth cutting into, for a worker with so many slots: one while others wait.

        Else all slots there are, if each worker has as many; brokers that do not count workers have one.
        """
        short, films, _ = self._declare().values()
        waiting = short.message_count or films.message_count
        return 1 if waiting else own * max(1, films.consumer_count)

    def _declare(self) -> dict[str, Any]:
        """Make the queues where there are none, as after a broker lost its disk: what is sent to none is lost."""
        queues = (*work_queues(self._scheme), dead_queue(self._scheme))
        with calling(self.broker), self._lock:
            try:
                return _declared(queues, self._channel())
            except errors_of(self.broker):
                # The broker was started anew since it was asked last.
                self._hang_up()
                return _declared(queues, self._channel())

    def look(self) -> ClusterSeen:
        """Return what waits, as the broker says, and what the workers do, as they say; it takes most of a second."""
        depths = self.depths()
        with calling(self.broker):
            replies = self.app.control.broadcast(STATE, reply=True, timeout=ASK_SECONDS) or []
        found = [(name, one) for reply in replies for name, one in reply.items() if "slots" in one]
        workers = [
            WorkerSeen(name, one["slots"], [JobSeen(*job) for job in one["jobs"]]) for name, one in sorted(found)
        ]
        return ClusterSeen(depths[SHORT] + depths[LONG], depths[DEAD], workers)

    def close(self) -> None:
        """Close the connections."""
        with self._lock:
            self._hang_up()
        self.app.close()

    def _send(self, task: str, document: bytes, attempt: int, queue: str) -> None:
        with calling(self.broker):
            self.app.send_task(
                task,
                args=[document.decode()],
                kwargs={"attempt": attempt},
                queue=queue,
                headers={"sent": time.time()},
                **self._options,
            )

    def _channel(self) -> Any:
        if self._connection is None:
            # By itself it would wait for ever for what is lost in a network that was cut.
            timeouts = {"read_timeout": CONFIRM_SECONDS, "write_timeout": CONFIRM_SECONDS}
            options = timeouts if self._scheme == "amqp" else {}
            connection = self.app.connection_for_write(transport_options=options)
            connection.ensure_connection(max_retries=2, interval_start=0.2, interval_step=0.3)
            # Not before: kombu would try for six seconds to open one that was kept though it never was open.
            self._connection = connection
        return self._connection.default_channel

    def _hang_up(self) -> None:
        if self._connection is not None:
            self._connection.collect()
            self._connection = None


def _declared(queues: Sequence[Any], channel: Any) -> dict[str, Any]:
    # Not passive: what comes through kombu's own transports has no queue where there is no message.
    return {queue.name: queue(channel).queue_declare() for queue in queues}


def lane_of(job: Job) -> str:
    """Return the queue of a job, by how long its video is."""
    return SHORT if ceil(job.video.duration / job.recipe.snippet) <= SHORT_SNIPPETS else LONG
