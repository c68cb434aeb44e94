"""Send jobs as events to an Amazon EventBridge bus, whose rule invokes one Lambda function a job.

Not through a queue: a queue's pollers add concurrency step by step, an asynchronous invocation takes all
the account has at once. boto3 is imported late and only here and in `aws_dead`: a renderer never needs it.
"""

import random
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any, NamedTuple

import msgspec

from flickbook.core import wire
from flickbook.core.model import Job, Source
from flickbook.engines.base import Dispatcher
from flickbook.errors import DispatchFailed, UsageError

SOURCE = "flickbook"
JOB_PLANNED = "Job Planned"
# What S3 calls it too. Only AWS may put events that say they are from aws.s3, so a replay says it is from us.
UPLOADED = "Object Created"
REFUSED = "Video Refused"

# PutEvents takes ten entries a call: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html
BATCH = 10
PARALLEL_CALLS = 8
TRIES = 8
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0


class Message(NamedTuple):
    """An event to be put on the bus: its detail-type, and its detail as JSON."""

    kind: str
    detail: bytes


class EventBridgeDispatcher(Dispatcher):
    """Puts jobs on a bus, ten a call, several calls at a time.

    An entry the bus does not take is sent again, later and later; one that it still does not take raises
    DispatchFailed. Events of ours carry the source `flickbook`.
    """

    def __init__(self, bus: str) -> None:
        if not bus:
            raise UsageError(
                "FLICKBOOK_BUS", "is not set", "name the EventBridge bus that jobs travel on, as --bus too"
            )
        self._bus = bus
        self._client = connect("events")

    def check(self) -> None:
        """Raise DispatchFailed if there is no such bus: events put on one that does not exist vanish without a word."""
        with calling(self._bus):
            self._client.describe_event_bus(Name=self._bus)

    def send(self, jobs: Sequence[Job]) -> None:
        self.put([Message(JOB_PLANNED, wire.encode(job)) for job in jobs])

    def announce(self, kind: str, document: dict[str, object]) -> None:
        """Put one event on the bus. Raises DispatchFailed."""
        self.put([Message(kind, msgspec.json.encode(document))])

    def put(self, messages: Sequence[Message]) -> None:
        """Put events on the bus. Raises DispatchFailed if some could not be put; putting all again is safe."""
        batches = [messages[start : start + BATCH] for start in range(0, len(messages), BATCH)]
        with ThreadPoolExecutor(PARALLEL_CALLS) as pool:
            for _ in pool.map(self._put_batch, batches):
                pass  # taking the results is what raises a call's error here

    def _put_batch(self, batch: Sequence[Message]) -> None:
        entries = [self._entry(message) for message in batch]
        for attempt in range(TRIES):
            if attempt:
                # Full jitter: those who were refused together should not come back together.
                time.sleep(random.uniform(0, min(LONGEST_PAUSE, FIRST_PAUSE * 2**attempt)))  # noqa: S311
            with calling(self._bus):
                answer = self._client.put_events(Entries=entries)
            results = list(zip(entries, answer["Entries"], strict=True))
            refused = [result for _, result in results if "ErrorCode" in result]
            if not refused:
                return
            entries = [entry for entry, result in results if "ErrorCode" in result]
        reason = f"{refused[0]['ErrorCode']}: {refused[0].get('ErrorMessage', '')}"
        fault = f"did not take {len(entries)} of {len(batch)} events in {TRIES} tries ({reason})"
        raise DispatchFailed(self._bus, fault, "send the video again; what is done stays done")

    def _entry(self, message: Message) -> dict[str, str]:
        return {
            "Source": SOURCE,
            "DetailType": message.kind,
            "Detail": message.detail.decode(),
            "EventBusName": self._bus,
        }


def upload_message(source: Source) -> Message:
    """Make the event that asks for a video in S3 to be planned, in the shape of S3's own."""
    bucket, _, key = source.url.partition("://")[2].partition("/")
    detail = {"bucket": {"name": bucket}, "object": {"key": key, "size": source.size, "etag": source.etag}}
    return Message(UPLOADED, msgspec.json.encode(detail))


def connect(service: str) -> Any:
    """Make boto3's client for a service. Raises UsageError where boto3 or the region is missing."""
    try:
        import boto3
        from botocore.config import Config
    except ImportError as error:
        raise UsageError("boto3", "is not installed", "pip install 'flickbook[aws]'") from error
    with calling(service):
        return boto3.client(service, config=Config(retries={"mode": "standard", "total_max_attempts": 5}))


@contextmanager
def calling(name: str) -> Iterator[None]:
    """Translate what boto3 raises."""
    from botocore.exceptions import BotoCoreError, ClientError, NoRegionError

    try:
        yield
    except NoRegionError as error:
        raise UsageError("AWS_DEFAULT_REGION", "is not set", "name the region, such as eu-west-1") from error
    except (BotoCoreError, ClientError) as error:
        raise DispatchFailed(name, f"cannot be used ({error})", "check its name and your credentials") from error
