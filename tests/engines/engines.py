"""The queues of dead letters of all engines, on real brokers: tests add letters and receive what is sent again."""

import json
import os
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import msgspec
import pytest

from flickbook.core import wire
from flickbook.core.model import Failure, Job, Order
from flickbook.core.settings import Aws, Cluster
from flickbook.engines import choice
from flickbook.engines.base import Closing
from flickbook.engines.celery.celery_engine import visibility
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.queues import DEAD, PLAN, RENDER, dead_queue, transport_of, work_queues
from flickbook.engines.configuration import Settings
from flickbook.engines.dead_letters import DeadLetters, Letter
from tests.aws.ministack import client
from tests.waiting import until

FAILURE = Failure("WorkerCrashed", "the worker process died")
ATTEMPTS = 3
UPLOAD = "s3://films/gone.mp4"


class Sent(NamedTuple):
    """A message that was sent again: the start seconds of a job's snippets, empty for an order."""

    video: str
    starts: tuple[int, ...]


class Engine(Closing):
    """A queue of dead letters, empty at first, and what its letters are sent to.

    `eye` is another reader of the letters, which stays connected, because connecting is slow.
    """

    settings: Settings
    eye: DeadLetters

    def close(self) -> None:
        """Close the connections."""
        self.eye.close()

    @contextmanager
    def letters(self) -> Iterator[DeadLetters]:
        """Open the queue as the commands do."""
        with choice.make_dead_letters(self.settings) as letters:
            yield letters

    @abstractmethod
    def empty(self) -> None:
        """Delete all letters and all messages that were sent again."""

    @abstractmethod
    def add_letter(self, work: Job | Order) -> None:
        """Add a letter as a worker does that gives up."""

    @abstractmethod
    def put(self, text: str) -> None:
        """Add a foreign message."""

    @abstractmethod
    def sent(self) -> list[Sent]:
        """Receive the messages that were sent again, in no certain order."""


class CeleryEngine(Engine):
    """A cluster's broker: RabbitMQ, Redis or SQS."""

    def __init__(self, broker: str) -> None:
        self.settings = Settings(cluster=Cluster(broker=broker))
        self.cluster = CeleryDispatcher(self.settings.cluster, visibility(self.settings))
        scheme = transport_of(broker)
        self._work, self._dead = work_queues(scheme), dead_queue(scheme)
        self._connection = self.cluster.app.connection_for_read(transport_options={"wait_time_seconds": 0})
        self.channel = self._connection.channel()
        self.eye = choice.make_dead_letters(self.settings)
        self.cluster.check()
        self.empty()

    def empty(self) -> None:
        for queue in (*self._work, self._dead):
            queue(self.channel).purge()

    def close(self) -> None:
        super().close()
        self._connection.release()
        self.cluster.close()

    def add_letter(self, work: Job | Order) -> None:
        task = RENDER if isinstance(work, Job) else PLAN
        self.cluster.send_dead_letter(task, wire.encode(work).decode(), FAILURE, ATTEMPTS)

    def put(self, text: str) -> None:
        with self.cluster.app.producer_or_acquire() as producer:
            producer.publish(text, routing_key=DEAD, exchange="", serializer="raw", content_type="text/plain")

    def sent(self) -> list[Sent]:
        return [_sent(message) for queue in self._work for message in _received(queue(self.channel))]


class AwsEngine(Engine):
    """SQS and EventBridge, whose rule brings to another queue what is put on the bus."""

    def __init__(self, environ: dict[str, str]) -> None:
        self._sqs, events = client("sqs", environ), client("events", environ)
        self._queue, self._arrived = (self._sqs.create_queue(QueueName=name)["QueueUrl"] for name in ("dead", "bus"))
        self.empty()
        attributes = self._sqs.get_queue_attributes(QueueUrl=self._arrived, AttributeNames=["QueueArn"])["Attributes"]
        if not events.list_event_buses(NamePrefix="letters")["EventBuses"]:
            events.create_event_bus(Name="letters")
        events.put_rule(Name="all", EventBusName="letters", EventPattern='{"source": ["flickbook"]}')
        events.put_targets(Rule="all", EventBusName="letters", Targets=[{"Id": "1", "Arn": attributes["QueueArn"]}])
        self.settings = Settings(aws=Aws(bus="letters", dead_letters=self._queue))
        self.eye = choice.make_dead_letters(self.settings)

    def empty(self) -> None:
        for url in (self._queue, self._arrived):
            self._sqs.purge_queue(QueueUrl=url)

    def add_letter(self, work: Job | Order) -> None:
        failure = {"errorType": FAILURE.error, "errorMessage": FAILURE.message}
        record = {
            "requestContext": {"condition": "RetriesExhausted", "approximateInvokeCount": ATTEMPTS},
            "requestPayload": _event(work),
            "responsePayload": failure,
        }
        self.put(json.dumps(record))

    def put(self, text: str) -> None:
        self._sqs.send_message(QueueUrl=self._queue, MessageBody=text)

    def sent(self) -> list[Sent]:
        found: list[Sent] = []
        while messages := self._sqs.receive_message(QueueUrl=self._arrived, MaxNumberOfMessages=10).get("Messages"):
            for message in messages:
                self._sqs.delete_message(QueueUrl=self._arrived, ReceiptHandle=message["ReceiptHandle"])
                found.append(_sent_event(json.loads(message["Body"])))
        return found


@contextmanager
def aws_environ(environ: dict[str, str]) -> Iterator[None]:
    """Point boto3 to an AWS on loopback within this context."""
    before = {name: value for name, value in os.environ.items() if name.startswith("AWS_")}
    for name in before:
        del os.environ[name]
    os.environ.update(environ)
    try:
        yield
    finally:
        for name in environ:
            del os.environ[name]
        os.environ.update(before)


def grouped(engine: str) -> Any:
    """Return an engine as a test parameter, for the test worker that runs the brokers or AWS."""
    return pytest.param(engine, marks=pytest.mark.xdist_group("aws" if engine in ("sqs", "aws") else "brokers"))


def order_of(job: Job) -> Order:
    """Return an order for a video without a book."""
    return Order(UPLOAD, "gone", job.recipe, job.out)


def seen(engine: Engine, count: int) -> list[Letter]:
    """Read until there are so many letters: on SQS a released letter is invisible for a second."""

    def read() -> list[Letter] | None:
        letters = engine.eye.peek()
        return letters if len(letters) == count else None

    return until(read, f"{count} dead letters", pause=0.1)


def sent(engine: Engine, count: int) -> list[Sent]:
    """Receive so many messages that were sent again."""
    found: list[Sent] = []

    def arrived() -> bool:
        found.extend(engine.sent())
        return len(found) >= count

    until(arrived, f"{count} that were sent again")
    assert len(found) == count
    return sorted(found)


def _event(work: Job | Order) -> dict[str, Any]:
    if isinstance(work, Job):
        return {"source": "flickbook", "detail-type": "Job Planned", "detail": json.loads(wire.encode(work))}
    bucket, _, key = work.source.removeprefix("s3://").partition("/")
    detail = {"bucket": {"name": bucket}, "object": {"key": key, "size": 1, "etag": "1"}}
    return {"source": "aws.s3", "detail-type": "Object Created", "detail": detail}


def _sent_event(event: dict[str, Any]) -> Sent:
    detail = event["detail"]
    if event["detail-type"] == "Job Planned":
        return Sent(detail["source"]["url"], tuple(snippet["start"] for snippet in detail["snippets"]))
    return Sent(f"s3://{detail['bucket']['name']}/{detail['object']['key']}", ())


def _received(queue: Any) -> Iterator[Any]:
    while (message := queue.get(no_ack=True)) is not None:
        yield message


def _sent(message: Any) -> Sent:
    (document,), kwargs, _ = msgspec.json.decode(message.body)
    assert kwargs == {"attempt": 1}
    if message.headers["task"] == PLAN:
        return Sent(wire.decode(document.encode(), Order, "order").source, ())
    job = wire.decode(document.encode(), Job, "job")
    return Sent(job.source.url, tuple(snippet.start for snippet in job.snippets))
