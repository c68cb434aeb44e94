"""Recognise the kind of a notification: envelopes are opened, and each module of a store reads its own kinds.

AWS puts notifications into batches, SQS messages and SNS messages. Formats: docs.aws.amazon.com, "Using Lambda with
Amazon SQS", "Using Lambda with Amazon SNS" and "Amazon SNS message formats".
"""

from typing import Annotated

from msgspec import Meta, Struct, field

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.errors import WireError
from flickbook.notifications import azure, google, s3, seaweedfs
from flickbook.notifications.objects import REMEDY, SUBJECT, fields, parse

# The deepest nesting in use: a batch of SQS records, each an SNS message that holds a batch of S3 records.
MAX_WRAPPINGS = 4

_READERS = (s3.sources, seaweedfs.sources, google.sources, azure.sources)


class _Batch(Struct, frozen=True):
    records: Annotated[list[dict[str, object]], Meta(min_length=1)] = field(name="Records")


class _SqsRecord(Struct, frozen=True):
    body: str


class _SnsRecord(Struct, frozen=True):
    sns: dict[str, object] = field(name="Sns")


class _SnsMessage(Struct, frozen=True):
    message: str = field(name="Message")


_BATCH = Decoder(_Batch, strict=False)
_SQS_RECORD = Decoder(_SqsRecord, strict=False)
_SNS_RECORD = Decoder(_SnsRecord, strict=False)
_SNS_MESSAGE = Decoder(_SnsMessage, strict=False)


def read(data: bytes) -> list[Source]:
    """Return the videos that a notification, as JSON, announces. Raises WireError, also for data that is not JSON."""
    return uploads(parse(data, "data"))


def uploads(document: object) -> list[Source]:
    """Return the videos that a notification, decoded from JSON, announces.

    ETag (without quotes) and size are the notification's, or "" and 0 if it leaves them out. They are hints: planners
    look the object up again. Raises WireError for an unknown kind of document and for a missing field; one invalid
    record fails its whole batch.
    """
    return _uploads(document, MAX_WRAPPINGS)


def _uploads(document: object, wrappings: int) -> list[Source]:
    inner = _inner(document)
    if inner is not None:
        if wrappings == 0:
            raise WireError(SUBJECT, f"is wrapped more than {MAX_WRAPPINGS} times", REMEDY)
        return [source for part in inner for source in _uploads(part, wrappings - 1)]
    if isinstance(document, dict):
        for sources in _READERS:
            found = sources(document)
            if found is not None:
                return found
    raise WireError(SUBJECT, f"is of an unknown kind ({_summary(document)})", REMEDY)


def _inner(document: object) -> list[object] | None:
    # An empty list is of no known kind: real senders send none.
    if isinstance(document, list) and document:
        return document
    return _contents(document) if isinstance(document, dict) else None


def _contents(document: dict[str, object]) -> list[object] | None:
    """Return the documents in an envelope of AWS, or None for other documents.

    Raises WireError for an envelope without content, and for content that is not JSON.
    """
    if "Records" in document:
        return list(fields(document, _BATCH, "batch of records").records)
    if document.get("eventSource") == "aws:sqs":
        return [parse(fields(document, _SQS_RECORD, "SQS record").body, "a body")]
    if document.get("EventSource") == "aws:sns":
        return [fields(document, _SNS_RECORD, "SNS record").sns]
    if document.get("Type") == "Notification":
        return [parse(fields(document, _SNS_MESSAGE, "SNS message").message, "a Message")]
    return [] if document.get("Type") in ("SubscriptionConfirmation", "UnsubscribeConfirmation") else None


def _summary(document: object) -> str:
    """Describe a document in few words, even a hostile one."""
    if not isinstance(document, dict):
        return f"it is {type(document).__name__}" if document != [] else "it is empty"
    names = ", ".join(sorted(repr(name)[:40] for name in document)[:8])
    return f"it has {names or 'no fields'}"
