"""Dead letters: events that Lambda or EventBridge could not deal with, in an SQS queue, and how they are sent again."""

import time
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from flickbook import events, wire
from flickbook.dispatch.aws import JOB_PLANNED, EventBridgeDispatcher, Message, calling, connect, upload_message
from flickbook.errors import FlickbookError, UsageError, WireError
from flickbook.model import Job

# What is taken and not deleted within this time comes back to the queue.
HELD_SECONDS = 120


class Letter(NamedTuple):
    """A dead letter: its number, its text, and the handle by which it is deleted or put back."""

    number: str
    body: str
    handle: str


class Redriven(NamedTuple):
    """What came of a redrive: how many letters were sent again, and what was wrong with those left in the queue."""

    sent: int
    left: list[FlickbookError]


class DeadLetters:
    """The queue at a URL."""

    def __init__(self, url: str) -> None:
        if not url:
            raise UsageError(
                "--dead-letters", "is not given", "name the queue's URL there or in FLICKBOOK_DEAD_LETTERS"
            )
        self.url = url
        self._client = connect("sqs")

    def take(self) -> Iterator[Letter]:
        """Yield the letters that lie there, each once. Raises DispatchFailed.

        Letters that come meanwhile are left for another time: some may be those just sent again.
        """
        begun, seen = time.time(), set[str]()
        while True:
            with calling(self.url):
                answer = self._client.receive_message(
                    QueueUrl=self.url,
                    MaxNumberOfMessages=10,
                    VisibilityTimeout=HELD_SECONDS,
                    WaitTimeSeconds=1,
                    MessageSystemAttributeNames=["SentTimestamp"],
                )
            if not answer.get("Messages"):
                return
            for found in answer["Messages"]:
                # What was left comes back after a while.
                if found["MessageId"] in seen or int(found["Attributes"]["SentTimestamp"]) > begun * 1000:
                    continue
                seen.add(found["MessageId"])
                yield Letter(found["MessageId"], found["Body"], found["ReceiptHandle"])

    def delete(self, letter: Letter) -> None:
        """Remove a letter. Raises DispatchFailed."""
        with calling(self.url):
            self._client.delete_message(QueueUrl=self.url, ReceiptHandle=letter.handle)

    def put_back(self, letter: Letter) -> None:
        """Let others see a letter that was taken, at once. Raises DispatchFailed."""
        with calling(self.url):
            handle = {"QueueUrl": self.url, "ReceiptHandle": letter.handle}
            self._client.change_message_visibility(**handle, VisibilityTimeout=0)


def redrive(queue: DeadLetters, bus: EventBridgeDispatcher) -> Redriven:
    """Send every dead letter again, and delete it once the bus has taken it.

    A letter that is none of ours stays. Raises DispatchFailed if queue or bus fail; what was not sent stays too.
    """
    bus.check()
    sent, left = 0, dict[Letter, FlickbookError]()
    for letter in queue.take():
        try:
            messages = _messages(letter)
        except WireError as error:
            left[letter] = WireError(f"dead letter {letter.number}", error.fault, "look at it and delete it by hand")
            continue
        bus.put(messages)
        queue.delete(letter)
        sent += 1
    for letter in left:
        queue.put_back(letter)
    return Redriven(sent, list(left.values()))


def _messages(letter: Letter) -> list[Message]:
    """Read a letter: the event itself, or Lambda's record of an invocation that failed with it."""
    try:
        document = msgspec.json.decode(letter.body)
    except msgspec.DecodeError as error:
        raise WireError("dead letter", f"is not JSON ({error})", "") from error
    event = document.get("requestPayload", document) if isinstance(document, dict) else document
    if isinstance(event, dict) and event.get("detail-type") == JOB_PLANNED:
        detail = msgspec.json.encode(event.get("detail"))
        wire.decode(detail, Job, "dead letter")
        return [Message(JOB_PLANNED, detail)]
    return [upload_message(source) for source in events.uploads(event)]
