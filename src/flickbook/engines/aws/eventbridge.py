"""Send jobs as events to an Amazon EventBridge bus, whose rule invokes a Lambda function for each job.

Without a queue, because a queue's pollers raise concurrency step by step, while asynchronous invocations use all of the
account's concurrency at once. boto3 is imported late, because a renderer needs none of it.
"""

import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, NamedTuple

import msgspec

from flickbook.core import wire
from flickbook.core.backoff import Backoff
from flickbook.core.model import Job, Source
from flickbook.engines.base import Dispatcher
from flickbook.errors import DispatchFailed, UsageError, not_installed

SOURCE = "flickbook"
JOB_PLANNED = "Job Planned"
# The name that S3 uses too. Only AWS may put events with the source aws.s3, so ours carry the source `flickbook`.
UPLOADED = "Object Created"
REFUSED = "Video Refused"

# PutEvents takes ten entries a call: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
BATCH = 10
PARALLEL_CALLS = 8
BACKOFF = Backoff(0.2, 5.0, tries=8)


class Message(NamedTuple):
    """An event for the bus: its detail-type, and its detail as JSON."""

    kind: str
    detail: bytes


class EventBridgeDispatcher(Dispatcher):
    """Puts jobs on a bus, ten per call, several calls at a time.

    An entry that the bus refuses is sent again with backoff; after the last try it raises DispatchFailed. All events
    carry the source `flickbook`.
    """

    def __init__(self, bus: str) -> None:
        if not bus:
            raise UsageError("FLICKBOOK_BUS", "is not set", "set it to the EventBridge bus for jobs, or use --bus")
        self._bus = bus
        self._client = connect("events")

    def check(self) -> None:
        """Raise DispatchFailed if the bus does not exist: AWS accepts events for a missing bus and loses them."""
        with calling(self._bus):
            self._client.describe_event_bus(Name=self._bus)

    def send(self, jobs: Sequence[Job]) -> None:
        self.put([Message(JOB_PLANNED, wire.encode(job)) for job in jobs])

    def put(self, messages: Sequence[Message]) -> None:
        """Put events on the bus. Raises DispatchFailed if some could not be put; putting all again is safe."""
        batches = [messages[start : start + BATCH] for start in range(0, len(messages), BATCH)]
        with ThreadPoolExecutor(PARALLEL_CALLS) as pool:
            # list() raises the error of a call.
            list(pool.map(self._put_batch, batches))

    def _put_batch(self, batch: Sequence[Message]) -> None:
        entries = [self._entry(message) for message in batch]
        for pause in (*BACKOFF.pauses(), 0.0):
            with calling(self._bus):
                answer = self._client.put_events(Entries=entries)
            results = list(zip(entries, answer["Entries"], strict=True))
            refused = [result for _, result in results if "ErrorCode" in result]
            if not refused:
                return
            entries = [entry for entry, result in results if "ErrorCode" in result]
            # Full jitter: senders that were refused at the same moment should retry at different moments.
            time.sleep(random.uniform(0, pause))  # noqa: S311
        reason = f"{refused[0]['ErrorCode']}: {refused[0].get('ErrorMessage', '')}"
        fault = f"refused {len(entries)} of {len(batch)} events in {BACKOFF.tries} tries ({reason})"
        raise DispatchFailed(self._bus, fault, "send the video again; finished snippets are kept")

    def _entry(self, message: Message) -> dict[str, str]:
        return {
            "Source": SOURCE,
            "DetailType": message.kind,
            "Detail": message.detail.decode(),
            "EventBusName": self._bus,
        }


def upload_message(source: Source) -> Message:
    """Return the event that has a video in S3 planned, in the form of S3's own event."""
    bucket, _, key = source.url.partition("://")[2].partition("/")
    detail = {"bucket": {"name": bucket}, "object": {"key": key, "size": source.size, "etag": source.etag}}
    return Message(UPLOADED, msgspec.json.encode(detail))


def connect(service: str) -> Any:
    """Create boto3's client for a service. Raises UsageError if boto3 or the region is missing."""
    try:
        import boto3
        from botocore.config import Config
    except ImportError as error:
        raise not_installed("boto3", "aws") from error
    with calling(service):
        return boto3.client(service, config=Config(retries={"mode": "standard", "total_max_attempts": 5}))


@contextmanager
def calling(name: str) -> Iterator[None]:
    """Translate the errors of boto3."""
    from botocore.exceptions import BotoCoreError, ClientError, NoRegionError

    try:
        yield
    except NoRegionError as error:
        raise UsageError("AWS_DEFAULT_REGION", "is not set", "name the region, such as eu-west-1") from error
    except (BotoCoreError, ClientError) as error:
        raise DispatchFailed(name, f"cannot be used ({error})", "check its name and your credentials") from error
