"""Celery's consumer with only the steps that a worker needs."""

from typing import Any

from celery.worker.consumer import Consumer as CeleryConsumer
from celery.worker.consumer import Control, Events, Tasks
from celery.worker.consumer.connection import Connection
from celery.worker.consumer.consumer import Evloop

from flickbook.dispatch.celery.queues import HEARTBEAT_SECONDS


class Consumer(CeleryConsumer):  # type: ignore[misc]  # Celery's is untyped
    """Takes messages and answers questions; nothing else.

    Workers do not watch each other in Celery's way, and messages are not delayed, for which Celery would make 28 queues
    on a broker with quorum queues.
    """

    class Blueprint(CeleryConsumer.Blueprint):  # type: ignore[misc]  # Celery's is untyped
        """The steps."""

        default_steps = (Connection, Events, Control, Tasks, Evloop)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, amqheartbeat=HEARTBEAT_SECONDS, **options)
