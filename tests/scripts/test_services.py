"""The services that tests and `make cluster` start lose nothing when they are killed."""

import os
from pathlib import Path

import obstore
import pytest
from kombu.connection import Connection
from kombu.entity import Queue
from obstore.exceptions import GenericError
from obstore.store import S3Store

from scripts.process import Service
from scripts.services import SEARCH, redis, seaweed
from tests.storage.seaweed import bucket
from tests.tools import need
from tests.waiting import until

QUEUE = Queue("kept", durable=True)


def read(store: S3Store, key: str) -> bytes | None:
    """Read an object; None of a server that answers already, but has not found all its volumes yet."""
    try:
        return bytes(obstore.get(store, key).bytes())
    except GenericError:
        return None


def put(broker: Service, text: str) -> None:
    """Put a message into the queue."""
    with Connection(broker.url) as connection:
        connection.Producer().publish(text, routing_key=QUEUE.name, declare=[QUEUE], delivery_mode="persistent")


def take(broker: Service) -> str:
    """Take the queue's first message."""
    with Connection(broker.url) as connection:
        message = QUEUE(connection.default_channel).get()
        assert message is not None
        message.ack()
        return str(message.payload)


def test_a_redis_that_is_killed_and_started_again_still_has_its_messages(tmp_path: Path) -> None:
    """That RabbitMQ has is proven by tests/cluster/test_broker_away.py."""
    need("redis-server", SEARCH)
    with redis(tmp_path) as broker:
        put(broker, "survivor")
        put(broker, "late survivor")
        before = broker.pid
        broker.kill()
        with pytest.raises(ProcessLookupError):
            os.kill(before, 0)
        broker.restart()
        assert [take(broker), take(broker)] == ["survivor", "late survivor"]


def test_an_s3_server_that_is_killed_and_started_again_still_has_its_objects(tmp_path: Path) -> None:
    with seaweed(tmp_path) as server:
        store = bucket(server.url, "films")
        obstore.put(store, "film.mp4", b"pictures")
        server.restart()
        assert until(lambda: read(store, "film.mp4"), "the server to find its volumes") == b"pictures"
