"""The services that tests and `make cluster` start lose nothing when they are killed."""

import os
import time
from pathlib import Path

import obstore
import pytest
from kombu.connection import Connection
from kombu.entity import Queue
from obstore.exceptions import GenericError
from obstore.store import S3Store

from scripts.process import Service
from scripts.services import seaweed
from tests.storage.seaweed import bucket

QUORUM = Queue("kept", durable=True, queue_arguments={"x-queue-type": "quorum"})


def patiently_read(store: S3Store, key: str) -> bytes:
    """Read an object of a server that answers already, but has not found all its volumes yet."""
    deadline = time.monotonic() + 60
    while True:
        try:
            return bytes(obstore.get(store, key).bytes())
        except GenericError:
            assert time.monotonic() < deadline, "the server does not find its volumes"
            time.sleep(0.2)


def put(broker: Service, text: str) -> None:
    """Put a message into the queue, and wait until the broker has confirmed it."""
    with Connection(broker.url, transport_options={"confirm_publish": True}) as connection:
        producer = connection.Producer()
        producer.publish(text, routing_key=QUORUM.name, declare=[QUORUM], delivery_mode="persistent")


def take(broker: Service) -> str:
    """Take the queue's first message."""
    with Connection(broker.url) as connection:
        message = QUORUM(connection.default_channel).get()
        assert message is not None
        message.ack()
        return str(message.payload)


@pytest.mark.xdist_group("brokers")
@pytest.mark.parametrize("kind", ["rabbitmq", "redis"])
def test_a_broker_that_is_killed_and_started_again_still_has_its_messages(
    kind: str, request: pytest.FixtureRequest
) -> None:
    broker: Service = request.getfixturevalue(kind)
    put(broker, "survivor")
    if kind == "rabbitmq":
        # A quorum queue whose broker dies in the second after it was declared gets no leader again (seen with RabbitMQ
        # 3.10, rabbitmq-server#10070): its term is not on disk yet. Messages are, as soon as they are confirmed.
        time.sleep(3)
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
        assert patiently_read(store, "film.mp4") == b"pictures"
