"""What AWS wraps notifications in: batches, SQS messages and SNS messages.

Shapes: docs.aws.amazon.com, "Using Lambda with Amazon SQS" and "… with Amazon SNS", and "Amazon SNS message formats".
"""

from typing import Annotated

from msgspec import Meta, Struct

from flickbook.core.decoding import Decoder
from flickbook.notifications.objects import fields, parse


class _Batch(Struct, frozen=True, rename="pascal"):
    records: Annotated[list[dict[str, object]], Meta(min_length=1)]


class _Queued(Struct, frozen=True):
    body: str


class _Pushed(Struct, frozen=True, rename="pascal"):
    sns: dict[str, object]


class _Published(Struct, frozen=True, rename="pascal"):
    message: str


_BATCH = Decoder(_Batch, strict=False)
_QUEUED = Decoder(_Queued, strict=False)
_PUSHED = Decoder(_Pushed, strict=False)
_PUBLISHED = Decoder(_Published, strict=False)


def contents(document: dict[str, object]) -> list[object] | None:
    """Give the documents in an envelope, or None if it is no envelope.

    Raises WireError for an envelope that lacks its content, or whose content is not JSON.
    """
    if "Records" in document:
        return list(fields(document, _BATCH, "batch of records").records)
    if document.get("eventSource") == "aws:sqs":
        return [parse(fields(document, _QUEUED, "SQS record").body, "a body")]
    if document.get("EventSource") == "aws:sns":
        return [fields(document, _PUSHED, "SNS record").sns]
    if document.get("Type") == "Notification":
        return [parse(fields(document, _PUBLISHED, "SNS message").message, "a Message")]
    if document.get("Type") in ("SubscriptionConfirmation", "UnsubscribeConfirmation"):
        return []
    return None
