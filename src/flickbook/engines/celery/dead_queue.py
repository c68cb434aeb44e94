"""The dead letters of a cluster: work that its workers gave up, and messages that the broker gave up.

They are in a queue of their own. On every broker, reading means to receive each message and to release it again.
"""

from collections.abc import Iterator
from datetime import UTC
from itertools import count
from typing import Any, Literal

import msgspec

from flickbook.core import wire
from flickbook.core.decoding import Decoder
from flickbook.core.model import Job, Order
from flickbook.engines.celery.dispatcher import CeleryDispatcher, GivenUp
from flickbook.engines.celery.queues import DEAD, MOST_DELIVERIES, PLAN, RENDER, calling
from flickbook.engines.dead_letters import LONGEST, DeadLetters, Letter, name_of
from flickbook.errors import WireError
from flickbook.storage import shown

# SQS asks all its servers only if a request may wait for a second. A released letter stays hidden for as long.
WAIT_SECONDS = 1

_GIVEN_UP = Decoder(GivenUp)
_MOVED = Decoder(tuple[tuple[str], Any, Any])


class CeleryDeadLetters(DeadLetters):
    """The dead letters of the cluster that a dispatcher sends to."""

    def __init__(self, cluster: CeleryDispatcher) -> None:
        self._cluster = cluster
        self._connection: Any = None
        self._channel: Any = None
        self._received: dict[str, Any] = {}
        self._numbers = count(1)

    def check(self) -> None:
        """Raise DispatchFailed if the broker cannot be reached."""
        self._cluster.check()

    def close(self) -> None:
        """Close the connections."""
        if self._connection is not None:
            self._connection.close()
        self._cluster.close()

    def receive(self) -> Iterator[Letter]:
        """Yield each letter once, and hide it from other programs. Raises DispatchFailed."""
        self.check()
        with calling(self._cluster.broker):
            channel = self._open()
            # The queue's own `get` raises an error for a message that it cannot decompress.
            while (raw := channel.basic_get(DEAD)) is not None:
                message, number = channel.message_to_python(raw), str(next(self._numbers))
                self._received[number] = message
                yield read_letter(number, message.body, message.headers)

    def send_again(self, letter: Letter) -> None:
        """Send the job or order of a letter as a first attempt. Raises DispatchFailed."""
        if not isinstance(letter.work, str):
            self._cluster.send_work(letter.work)

    def delete(self, letter: Letter) -> None:
        """Delete a received letter. Raises DispatchFailed."""
        with calling(self._cluster.broker):
            self._received[letter.number].ack()
        del self._received[letter.number]

    def release(self, letter: Letter) -> None:
        """Return a received letter to the queue. Raises DispatchFailed."""
        with calling(self._cluster.broker):
            self._received[letter.number].requeue()
        del self._received[letter.number]

    def _open(self) -> Any:
        # The channel is kept, because on SQS each new one loads boto3's description of the service.
        if self._channel is None:
            # No heartbeat: this program could not send one while it reopens books.
            options = {"wait_time_seconds": WAIT_SECONDS}
            self._connection = self._cluster.app.connection_for_read(heartbeat=0, transport_options=options)
            self._channel = self._connection.channel()
        return self._channel


def read_letter(number: str, body: bytes | str, headers: dict[str, Any]) -> Letter:
    """Read a letter that a worker wrote, or a message that the broker moved to the dead letters."""
    task = headers.get("task")
    try:
        given_up = _GIVEN_UP.decode(body) if task is None else _read_moved(task, body, headers)
        work, kind = _read_work(given_up)
    except (msgspec.DecodeError, WireError) as error:
        fault = error.fault if isinstance(error, WireError) else f"is a foreign message ({error})"
        text = body if isinstance(body, str) else bytes(body).decode(errors="replace")
        return Letter(number, name_of(body), None, text[:LONGEST], "WireError", fault)
    video = shown(work.source.url if isinstance(work, Job) else work.source)
    message = given_up.message or f"{video}: every worker that had it died"
    return Letter(number, name_of(body), kind, work, given_up.error, message, given_up.attempts, given_up.died)


def _read_moved(task: str, body: bytes | str, headers: dict[str, Any]) -> GivenUp:
    """Read a Celery message: https://docs.celeryq.dev/en/stable/internals/protocol.html.

    RabbitMQ adds the time and the reason of the move: https://www.rabbitmq.com/docs/dlx#effects.
    """
    (document,), _, _ = _MOVED.decode(body)
    attempts = MOST_DELIVERIES + 1 if headers.get("x-first-death-reason") == "delivery_limit" else 1
    died = headers["x-death"][0]["time"].replace(tzinfo=UTC).timestamp() if "x-death" in headers else None
    return GivenUp(task, document, "WorkerCrashed", "", attempts, died)


def _read_work(given_up: GivenUp) -> tuple[Order | Job, Literal["order", "job"]]:
    data = given_up.document.encode()
    if given_up.task == RENDER:
        return wire.decode(data, Job, "dead letter"), "job"
    if given_up.task == PLAN:
        return wire.decode(data, Order, "dead letter"), "order"
    raise WireError("dead letter", f"has an unknown task ({given_up.task})", "")
