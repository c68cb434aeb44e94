"""Dead letters of a cluster: what its workers gave up, and what killed them so often that the broker gave it up.

They lie in a queue of their own. To look at them is to take them all and to give them back, the same on every broker.
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

# SQS asks all its servers when it is given a second; it is also how long a letter stays unseen that is given back.
WAIT_SECONDS = 1


_GIVEN_UP = Decoder(GivenUp)
_MOVED = Decoder(tuple[tuple[str], Any, Any])


class CeleryDeadLetters(DeadLetters):
    """The dead letters of the cluster that a dispatcher sends to."""

    def __init__(self, cluster: CeleryDispatcher) -> None:
        self._cluster = cluster
        self._connection: Any = None
        self._channel: Any = None
        self._taken: dict[str, Any] = {}
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
        """Yield the letters that lie there, each once, and keep them from others meanwhile. Raises DispatchFailed."""
        self.check()
        with calling(self._cluster.broker):
            channel = self._open()
            # Not by the queue's own `get`, which raises an error for a message that cannot be unpacked.
            while (found := channel.basic_get(DEAD)) is not None:
                message = channel.message_to_python(found)
                number = str(next(self._numbers))
                self._taken[number] = message
                yield read_letter(number, message.body, message.headers)

    def send_again(self, letter: Letter) -> None:
        """Send the job or order that a letter holds, as if it had never been tried. Raises DispatchFailed."""
        if isinstance(letter.work, Job):
            self._cluster.send([letter.work])
        elif isinstance(letter.work, Order):
            self._cluster.order(letter.work)

    def delete(self, letter: Letter) -> None:
        """Remove a letter. Raises DispatchFailed."""
        with calling(self._cluster.broker):
            self._taken[letter.number].ack()
        del self._taken[letter.number]

    def release(self, letter: Letter) -> None:
        """Let others see a letter that was taken. Raises DispatchFailed."""
        with calling(self._cluster.broker):
            self._taken[letter.number].requeue()
        del self._taken[letter.number]

    def _open(self) -> Any:
        # One for all rounds: on SQS each loads boto3's description of it anew.
        if self._channel is None:
            # Without a heartbeat: nobody answers the broker's while books are opened again.
            options = {"wait_time_seconds": WAIT_SECONDS}
            self._connection = self._cluster.app.connection_for_read(heartbeat=0, transport_options=options)
            self._channel = self._connection.channel()
        return self._channel


def read_letter(number: str, body: bytes | str, headers: dict[str, Any]) -> Letter:
    """Read a letter that a worker wrote, or a message as it was, which the broker moved among the dead."""
    task = headers.get("task")
    try:
        given_up = _moved(task, body, headers) if task is not None else _GIVEN_UP.decode(body)
        work, kind = _work_of(given_up)
    except (msgspec.DecodeError, WireError) as error:
        fault = error.fault if isinstance(error, WireError) else f"is no letter of a worker's ({error})"
        text = body if isinstance(body, str) else bytes(body).decode(errors="replace")
        return Letter(number, name_of(body), None, text[:LONGEST], "WireError", fault)
    video = shown(work.source.url if isinstance(work, Job) else work.source)
    message = given_up.message or f"{video}: every worker that had it died"
    return Letter(number, name_of(body), kind, work, given_up.error, message, given_up.attempts, given_up.died)


def _moved(task: str, body: bytes | str, headers: dict[str, Any]) -> GivenUp:
    """Read a Celery message: https://docs.celeryq.dev/en/stable/internals/protocol.html.

    RabbitMQ adds when and why it moved it: https://www.rabbitmq.com/docs/dlx#effects.
    """
    (document,), _, _ = _MOVED.decode(body)
    attempts = MOST_DELIVERIES + 1 if headers.get("x-first-death-reason") == "delivery_limit" else 1
    died = headers["x-death"][0]["time"].replace(tzinfo=UTC).timestamp() if "x-death" in headers else None
    return GivenUp(task, document, "WorkerCrashed", "", attempts, died)


def _work_of(given_up: GivenUp) -> tuple[Order | Job, Literal["order", "job"]]:
    data = given_up.document.encode()
    if given_up.task == RENDER:
        return wire.decode(data, Job, "dead letter"), "job"
    if given_up.task == PLAN:
        return wire.decode(data, Order, "dead letter"), "order"
    raise WireError("dead letter", f"is of no task that is known ({given_up.task})", "")
