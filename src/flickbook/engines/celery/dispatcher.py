"""Sends orders, jobs and dead letters through the broker, and asks the broker and the workers for their state."""

import threading
import time
from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

import msgspec

from flickbook.core import wire
from flickbook.core.model import Failure, ImageTask, Job, Order
from flickbook.core.settings import Cluster
from flickbook.engines.base import Closing, ClusterSeen, Dispatcher, FramesSeen, JobSeen, WorkerSeen
from flickbook.engines.celery import queues
from flickbook.engines.celery.queues import DEAD, IMAGE, LONG, PLAN, RENDER, SHORT, calling

# A video of at most so many snippets is short: its jobs do not queue behind films.
SHORT_SNIPPETS = 4
# How long to wait for an answer of the broker, such as the confirmation of a message.
CONFIRM_SECONDS = 10.0
# How long a service waits for a requested picture, and after which no worker begins to make it.
IMAGE_SECONDS = 30.0
# How long to wait for the answers of the workers.
ASK_SECONDS = 0.7
# The inspect command that workers answer.
STATE = "flickbook_state"


class GivenUp(msgspec.Struct, frozen=True):
    """The content of a dead letter: the task's name, the job or order as JSON, and why it was given up."""

    task: str
    document: str
    error: str
    message: str
    attempts: int
    died: float | None


class CeleryDispatcher(Dispatcher, Closing):
    """Sends orders and jobs, and waits until the broker has confirmed each, where it can.

    A worker passes an `app` and waits for confirmations without limit: a broker that is out of memory confirms later,
    and a retry would only add copies. Every method raises DispatchFailed if the broker fails; sending again is safe.
    """

    def __init__(self, settings: Cluster, visibility: float = 3600.0, app: Any = None) -> None:
        self.broker = settings.broker
        self.app = app or queues.make_app(settings, visibility)
        self._scheme = queues.transport_of(settings.broker)
        # Messages to all workers do not go through SQS.
        self.asks_workers = self._scheme != "sqs"
        timeout = CONFIRM_SECONDS if app is None else None
        self._options = {"confirm_timeout": timeout, "retry": True, "retry_policy": queues.RETRIES}
        # The connection for questions, used by one thread at a time.
        self._connection: Any = None
        self._lock = threading.Lock()

    def check(self) -> None:
        """Raise DispatchFailed if the broker cannot be reached."""
        self.depths()

    def send(self, jobs: Sequence[Job], attempt: int = 1) -> None:
        """Send jobs; `attempt` counts from 1."""
        self._declare()
        for job in jobs:
            self._send(RENDER, wire.encode(job), attempt, queue_of(job))

    def order(self, order: Order, attempt: int = 1) -> None:
        """Send an order; `attempt` counts from 1."""
        self._declare()
        self._send(PLAN, wire.encode(order), attempt, SHORT)

    def send_work(self, work: Job | Order, attempt: int = 1) -> None:
        """Send a job or an order; `attempt` counts from 1."""
        if isinstance(work, Job):
            self.send([work], attempt)
        else:
            self.order(work, attempt)

    def send_image(self, task: ImageTask) -> None:
        """Send a requested picture; it overtakes films."""
        self._declare()
        self._send(IMAGE, wire.encode(task, indent=-1), 1, SHORT)

    def send_dead_letter(self, task: str, document: str, failure: Failure, attempts: int) -> None:
        """Send a dead letter: a task's name, its job or order as JSON, and why it was given up."""
        letter = GivenUp(task, document, failure.error, failure.message, attempts, round(time.time(), 3))
        self._declare()
        with calling(self.broker), self.app.producer_or_acquire() as producer:
            properties = {"routing_key": DEAD, "exchange": "", "serializer": "json", "delivery_mode": 2}
            producer.publish(msgspec.to_builtins(letter), **properties, **self._options)

    def depths(self) -> dict[str, int]:
        """Return the number of messages that wait in each queue."""
        return {name: declared.message_count for name, declared in self._declare().items()}

    def available_slots(self, own: int) -> int:
        """Return how many slots a new video may use: one while other messages wait, otherwise those of all workers.

        Each worker is taken to have `own` slots, as the calling one. Redis and SQS do not count workers: there, only
        its own slots are available.
        """
        short, films, _ = self._declare().values()
        waiting = short.message_count or films.message_count
        return 1 if waiting else own * max(1, films.consumer_count)

    def view(self) -> ClusterSeen:
        """Return the number of messages, and the slots and jobs of the workers that answer within `ASK_SECONDS`.

        Workers cannot be asked through SQS.
        """
        depths, workers = self.depths(), None
        if self.asks_workers:
            states = sorted(self._states().items())
            workers = [WorkerSeen(name, of["slots"], [JobSeen(*job) for job in of["jobs"]]) for name, of in states]
        return ClusterSeen(depths[SHORT] + depths[LONG], depths[DEAD], workers)

    def frames_by_plan(self) -> Mapping[str, Sequence[FramesSeen]]:
        """Return the snippets that the workers are making, by the id of their plan. Raises DispatchFailed."""
        found: dict[str, dict[int, FramesSeen]] = {}
        for state in self._states().values():
            # Workers of another version may say more, or nothing.
            for plan, start, done, wanted, *_ in state.get("frames", ()):
                found.setdefault(plan, {})[start] = FramesSeen(start, done, wanted)
        return {plan: list(snippets.values()) for plan, snippets in found.items()}

    def close(self) -> None:
        """Close the connections."""
        with self._lock:
            self._disconnect()
        self.app.close()

    def _states(self) -> dict[str, Any]:
        """Ask all workers, and return the states of those that answer within `ASK_SECONDS`, by name."""
        with calling(self.broker):
            replies = self.app.control.broadcast(STATE, reply=True, timeout=ASK_SECONDS) or []
        return {name: state for reply in replies for name, state in reply.items() if "slots" in state}

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

    def _declare(self) -> dict[str, Any]:
        """Make the queues that do not exist: a broker that lost its disk deletes messages for unknown queues."""
        with calling(self.broker), self._lock:
            try:
                return self._declare_all()
            except queues.errors_of(self.broker):
                # The broker may have restarted since the last question.
                self._disconnect()
                return self._declare_all()

    def _declare_all(self) -> dict[str, Any]:
        if self._connection is None:
            # Without timeouts, amqp waits for ever for packets that a broken network lost.
            timeouts = {"read_timeout": CONFIRM_SECONDS, "write_timeout": CONFIRM_SECONDS}
            options = timeouts if self._scheme == "amqp" else {}
            connection = self.app.connection_for_write(transport_options=options)
            connection.ensure_connection(max_retries=2, interval_start=0.2, interval_step=0.3)
            # It is kept only once it is open: otherwise kombu would later try for six seconds to open it.
            self._connection = connection
        channel = self._connection.default_channel
        # Not passive: on Redis and SQS a queue without messages does not exist.
        every = (*queues.work_queues(self._scheme), queues.dead_queue(self._scheme))
        return {queue.name: queue(channel).queue_declare() for queue in every}

    def _disconnect(self) -> None:
        if self._connection is not None:
            self._connection.collect()
            self._connection = None


def queue_of(job: Job) -> str:
    """Return the name of a job's queue: short videos and films have one each."""
    return SHORT if ceil(job.video.duration / job.recipe.snippet) <= SHORT_SNIPPETS else LONG
