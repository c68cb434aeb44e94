"""Dead letters on AWS: an SQS queue of events that Lambda or EventBridge has given up."""

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

import msgspec

from flickbook import notifications
from flickbook.core import wire
from flickbook.core.decoding import ANYTHING
from flickbook.core.model import Failure, Job
from flickbook.engines.aws.eventbridge import (
    JOB_PLANNED,
    EventBridgeDispatcher,
    Message,
    calling,
    connect,
    upload_message,
)
from flickbook.engines.dead_letters import LONGEST, DeadLetters, Letter, name_of
from flickbook.errors import WireError
from flickbook.storage import shown

# A letter that is received and not deleted is visible again after this time.
HIDDEN_SECONDS = 300
# With a wait of a second, SQS queries all its servers.
WAIT_SECONDS = 1


class _Received(NamedTuple):
    """The events by which a letter is sent again, and the handle by which it is deleted or released."""

    messages: list[Message]
    handle: str


class EventDeadLetters(DeadLetters):
    """The SQS queue at a URL. Its letters are sent again on an EventBridge bus."""

    def __init__(self, url: str, bus: str) -> None:
        self.url = url
        self._bus_name = bus
        self._client = connect("sqs")
        self._received: dict[str, _Received] = {}

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def check(self) -> None:
        """Raise UsageError if no bus is configured, DispatchFailed if it does not exist."""
        self._bus = EventBridgeDispatcher(self._bus_name)
        self._bus.check()

    def receive(self) -> Iterator[Letter]:
        """Yield each letter once, and hide it from other programs. Raises DispatchFailed."""
        while True:
            with calling(self.url):
                answer = self._client.receive_message(
                    QueueUrl=self.url,
                    MaxNumberOfMessages=10,
                    VisibilityTimeout=HIDDEN_SECONDS,
                    WaitTimeSeconds=WAIT_SECONDS,
                    MessageSystemAttributeNames=["SentTimestamp"],
                    MessageAttributeNames=["All"],
                )
            if not answer.get("Messages"):
                return
            for found in answer["Messages"]:
                # SQS may deliver a message twice.
                if found["MessageId"] not in self._received:
                    yield self._letter(found)

    def send_again(self, letter: Letter) -> None:
        """Put the letter's event on the bus. Raises DispatchFailed."""
        self._bus.put(self._received[letter.number].messages)

    def delete(self, letter: Letter) -> None:
        """Delete a received letter. Raises DispatchFailed."""
        with calling(self.url):
            self._client.delete_message(QueueUrl=self.url, ReceiptHandle=self._received[letter.number].handle)
        del self._received[letter.number]

    def release(self, letter: Letter) -> None:
        """Return a received letter to the queue at once. Raises DispatchFailed."""
        with calling(self.url):
            handle = {"QueueUrl": self.url, "ReceiptHandle": self._received[letter.number].handle}
            self._client.change_message_visibility(**handle, VisibilityTimeout=0)
        del self._received[letter.number]

    def _letter(self, found: dict[str, Any]) -> Letter:
        number, body = found["MessageId"], found["Body"]
        name = name_of(body)
        died = int(found["Attributes"]["SentTimestamp"]) / 1000
        try:
            document = _document(body)
            work, messages = _read(document.get("requestPayload", document))
        except WireError as error:
            self._received[number] = _Received([], found["ReceiptHandle"])
            return Letter(number, name, None, body[:LONGEST], type(error).__name__, error.fault, died=died)
        self._received[number] = _Received(messages, found["ReceiptHandle"])
        task: Literal["job", "order"] = "job" if isinstance(work, Job) else "order"
        subject = shown(work.source.url) if isinstance(work, Job) else work
        failure, attempts = _last_failure(document, found.get("MessageAttributes", {}), subject)
        return Letter(number, name, task, work, failure.error, failure.message, attempts, died)


def failure_in(record: dict[str, Any], subject: str) -> Failure:
    """Read from Lambda's record of a failed invocation why the last attempt failed; `subject` is the video's place.

    The record has no `responsePayload` if the function never ran:
    https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
    """
    answer = record.get("responsePayload") or {}
    message = str(answer.get("errorMessage") or "the function died without an error message")
    if record.get("requestContext", {}).get("condition") == "EventAgeExceeded":
        message = "waited too long for a free function"
    # Flickbook's own errors begin with the video already.
    named = message if message.startswith(subject) else f"{subject}: {message}"
    return Failure(str(answer.get("errorType") or "WorkerCrashed"), named)


def _document(body: str) -> dict[str, Any]:
    try:
        document = ANYTHING.decode(body)
    except msgspec.DecodeError as error:
        raise WireError("dead letter", f"is not JSON ({error})", "") from error
    if not isinstance(document, dict):
        raise WireError("dead letter", "is not an event", "")
    return document


def _read(event: object) -> tuple[Job | str, list[Message]]:
    """Read an event: return its job, or its uploaded videos, and the messages that send it again."""
    if isinstance(event, dict) and event.get("detail-type") == JOB_PLANNED:
        detail = msgspec.json.encode(event.get("detail"))
        return wire.decode(detail, Job, "dead letter"), [Message(JOB_PLANNED, detail)]
    sources = notifications.uploads(event)
    return ", ".join(source.url for source in sources), [upload_message(source) for source in sources]


def _last_failure(document: dict[str, Any], attributes: dict[str, Any], subject: str) -> tuple[Failure, int]:
    """Return why the last attempt failed, and the number of attempts, from Lambda's record or EventBridge's attributes.

    https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
    """
    if "requestPayload" in document:
        attempts = document.get("requestContext", {}).get("approximateInvokeCount", 1)
        return failure_in(document, subject), int(attempts)
    values = {name: attribute.get("StringValue", "") for name, attribute in attributes.items()}
    message = values.get("ERROR_MESSAGE", "the event could not be delivered to its function")
    retries = values.get("RETRY_ATTEMPTS", "0")
    return Failure(values.get("ERROR_CODE", "Undelivered"), f"{subject}: {message}"), 1 + int(retries)
