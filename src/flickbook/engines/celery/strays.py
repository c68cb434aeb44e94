"""Strays: messages on the queues of work that no dispatcher sent. They are put among the dead as they are.

Celery's form of a message: https://docs.celeryq.dev/en/stable/internals/protocol.html.
"""

from typing import Any, Literal

import msgspec
from kombu.messaging import Producer

from flickbook.core.decoding import Decoder
from flickbook.engines.celery.queues import DEAD
from flickbook.errors import WireError


class _Headers(msgspec.Struct, frozen=True):
    """Those of which something is made; ours let no task wait, expire or end early."""

    task: Literal["flickbook.plan", "flickbook.render"]
    id: str
    sent: float = 0.0
    eta: None = None
    expires: None = None
    timelimit: tuple[None, None] | None = None


class _Named(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The arguments by name; the job or order, as JSON, is the only other."""

    attempt: int = 1


_HEADERS = Decoder(_Headers)
_BODY = Decoder(tuple[tuple[str], _Named, dict[str, Any]])


def check(message: Any) -> None:
    """Raise WireError or msgspec.DecodeError for a message that is none of ours."""
    if message.content_type != "application/json":
        raise WireError("message", f"is of the type {message.content_type}", "look at it with `flickbook dead`")
    _HEADERS.convert(message.headers)
    _BODY.decode(message.body)


def put_aside(message: Any, transport: str) -> None:
    """Move a message among the dead; `transport` is the broker's family."""
    if transport == "amqp":
        # RabbitMQ moves what is rejected, and confirms it to itself.
        message.reject()
        return
    # The others forget it. The body is unpacked by now, or never will be.
    headers = {name: value for name, value in message.headers.items() if name != "compression"}
    Producer(message.channel).publish(
        message.body or b"",
        exchange="",
        routing_key=DEAD,
        content_type=message.content_type,
        content_encoding=message.content_encoding,
        headers=headers,
    )
    message.ack()
