"""Celery's consumer, changed in two ways: foreign messages become dead letters, and delayed delivery is left out.

Celery's message format: https://docs.celeryq.dev/en/stable/internals/protocol.html.
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
    """The headers that Celery acts on. Flickbook's messages are never delayed, expired or limited in time."""

    task: Literal["flickbook.plan", "flickbook.render", "flickbook.image"]
    id: str
    sent: float = 0.0
    eta: None = None
    expires: None = None
    timelimit: tuple[None, None] | None = None


class _Keywords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The keyword arguments. The only positional argument is the job, order or image as JSON."""

    attempt: int = 1


_HEADERS = Decoder(_Headers)
_BODY = Decoder(tuple[tuple[str], _Keywords, dict[str, Any]])


class Consumer(CeleryConsumer):  # type: ignore[misc]  # Celery's is untyped
    """A consumer that checks messages. Celery's own deletes or delays foreign messages, or ends because of them."""

    class Blueprint(CeleryConsumer.Blueprint):  # type: ignore[misc]  # Celery's is untyped
        """Celery's steps without delayed delivery, which would make 28 queues on every broker."""

        default_steps = tuple(
            step for step in CeleryConsumer.Blueprint.default_steps if not step.endswith(":DelayedDelivery")
        )

    def create_task_handler(self, *arguments: Any, **keywords: Any) -> Any:
        """Return a handler that checks every message before Celery's handler receives it."""
        receive = super().create_task_handler(*arguments, **keywords)

        def check(message: Any) -> None:
            try:
                _check(message)
            except Exception as error:  # noqa: BLE001  # it would end this worker, and then the next
                self.on_decode_error(message, error)
            else:
                receive(message)

        return check

    def on_decode_error(self, message: Any, exc: Exception) -> None:
        """Make a foreign message a dead letter."""
        _log.error("foreign message, now a dead letter (%s)", exc)
        if transport_of(self.app.conf.broker_url) == "amqp":
            # RabbitMQ itself moves a rejected message to the dead letters, and loses none.
            message.reject()
            return
        # Redis and SQS delete a rejected message. Without the header the body is not decompressed again.
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
    """Raise WireError or msgspec.DecodeError for a message that was not sent by Flickbook."""
    if message.content_type != "application/json":
        raise WireError("message", f"has the content type {message.content_type}", "inspect it with `flickbook dead`")
    _HEADERS.convert(message.headers)
    _BODY.decode(message.body)
