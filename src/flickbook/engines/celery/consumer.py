"""Celery's consumer with only the steps that a worker needs."""

import logging
from typing import Any

from celery.concurrency.thread import TaskPool
from celery.worker.consumer import Consumer as CeleryConsumer
from celery.worker.consumer import Control, Events, Tasks
from celery.worker.consumer.connection import Connection
from celery.worker.consumer.consumer import Evloop
from celery.worker.state import maybe_shutdown

from flickbook.engines.celery import strays
from flickbook.engines.celery.queues import HEARTBEAT_SECONDS, transport_of

# How long it is waited before the broker is looked for again: first, and most.
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 3.0

# What is raised where a host lacks something.
_THE_HOSTS = (OSError, MemoryError, RuntimeError)

_log = logging.getLogger("flickbook")


class Consumer(CeleryConsumer):  # type: ignore[misc]  # Celery's is untyped
    """Takes messages and answers questions; nothing else.

    Workers do not watch each other in Celery's way, and messages are not delayed, for which Celery would make 28 queues
    on a broker with quorum queues.
    """

    class Blueprint(CeleryConsumer.Blueprint):  # type: ignore[misc]  # Celery's is untyped
        """The steps."""

        default_steps = (Connection, Events, Control, Tasks, Evloop)

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, amqheartbeat=HEARTBEAT_SECONDS, **named)

    def ensure_connected(self, connection: Any) -> Any:
        """Look for the broker until it is there. Celery's own pauses grow to half a minute."""
        self.first_connection_attempt = False
        return connection.ensure_connection(
            lambda error, _: _log.warning("the broker is away (%s)", error),
            callback=maybe_shutdown,
            interval_start=FIRST_PAUSE,
            interval_step=FIRST_PAUSE,
            interval_max=LONGEST_PAUSE,
        )

    def create_task_handler(self, *arguments: Any, **named: Any) -> Any:
        """Look at every message before Celery does, which drops strays, delays them or falls over them."""
        receive = super().create_task_handler(*arguments, **named)

        def take(message: Any) -> None:
            try:
                strays.check(message)
            except Exception as error:  # noqa: BLE001  # else it would end one worker after the other
                self.on_decode_error(message, error)
                return
            try:
                receive(message)
            except _THE_HOSTS:
                # No message is at fault where no thread can be started, say: the worker ends, others get what it had.
                # Only a connection that is lost is opened again.
                raise
            except Exception as error:  # noqa: BLE001  # see above
                self.on_decode_error(message, error)

        return take

    def on_decode_error(self, message: Any, exc: Exception) -> None:
        """Put what cannot be read among the dead. Celery's own forgets it."""
        _log.error("a message cannot be read (%s)", exc)
        strays.put_aside(message, transport_of(self.app.conf.broker_url))


class Threads(TaskPool):  # type: ignore[misc]  # Celery's is untyped
    """Celery's threads, but what waits for one when the broker goes away is forgotten: others get it."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._given: set[Any] = set()

    def on_apply(self, *arguments: Any, **named: Any) -> Any:
        """Give a message to a thread, as soon as one is free."""
        result = super().on_apply(*arguments, **named)
        self._given.add(result.f)
        result.f.add_done_callback(self._given.discard)
        return result

    def flush(self) -> None:
        """Forget what waits; Celery calls it when the connection is lost."""
        for future in tuple(self._given):
            future.cancel()
