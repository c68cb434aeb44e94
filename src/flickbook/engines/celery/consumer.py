"""Celery's consumer, but foreign messages become dead letters, and no queues for delayed messages are made.

Celery's form of a message: https://docs.celeryq.dev/en/stable/internals/protocol.html.
"""

import logging
from typing import Any, Literal

import msgspec
from celery.worker.consumer import Consumer as CeleryConsumer
from kombu.messaging import Producer

from flickbook.core.decoding import Decoder
from flickbook.engines.celery.queues import DEAD, transport_of
from flickbook.errors import WireError

_log = logging.getLogger("flickbook")


class _Headers(msgspec.Struct, frozen=True):
    """The headers that matter; ours let no task wait, expire or end early."""

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


class Consumer(CeleryConsumer):  # type: ignore[misc]  # Celery's is untyped
    """Set by `worker_consumer`. Celery itself deletes foreign messages, delays them, or ends because of them."""

    class Blueprint(CeleryConsumer.Blueprint):  # type: ignore[misc]  # Celery's is untyped
        """Without delayed delivery: nothing here is delayed, and it would make 28 queues on every broker."""

        default_steps = tuple(
            step for step in CeleryConsumer.Blueprint.default_steps if not step.endswith(":DelayedDelivery")
        )

    def create_task_handler(self, *arguments: Any, **named: Any) -> Any:
        """Check every message before Celery sees it."""
        receive = super().create_task_handler(*arguments, **named)

        def check(message: Any) -> None:
            try:
                _check(message)
            except Exception as error:  # noqa: BLE001  # else it would end one worker after the other
                self.on_decode_error(message, error)
            else:
                receive(message)

        return check

    def on_decode_error(self, message: Any, exc: Exception) -> None:
        """Make a dead letter of a message that cannot be read."""
        _log.error("a message cannot be read (%s)", exc)
        if transport_of(self.app.conf.broker_url) == "amqp":
            # RabbitMQ dead-letters what is rejected, and confirms it to itself.
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


def _check(message: Any) -> None:
    """Raise WireError or msgspec.DecodeError for a message that no dispatcher of ours sent."""
    if message.content_type != "application/json":
        raise WireError("message", f"is of the type {message.content_type}", "look at it with `flickbook dead`")
    _HEADERS.convert(message.headers)
    _BODY.decode(message.body)
