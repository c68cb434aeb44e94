"""S3 and MinIO: records as a bucket sends them, and events as EventBridge carries them.

Formats: docs.aws.amazon.com/AmazonS3/latest/userguide, `notification-content-structure.html` and `ev-events.html`;
for MinIO, its bucket notification guide.
"""

from urllib.parse import unquote_plus

from msgspec import Struct, field

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.errors import WireError
from flickbook.notifications.objects import REMEDY, SUBJECT, Size, fields, uploaded

_WHAT = "S3 record"
# Suffixes of MinIO's events for changed tags and locks, which it also calls creations.
_NOT_CONTENT = ("Tagging", "Retention", "LegalHold")


class _RecordName(Struct, frozen=True):
    event: str = field(name="eventName")


class _Record(Struct, frozen=True):
    bucket: str = field(name="s3.bucket.name")
    key: str = field(name="s3.object.key")
    etag: str = field(name="s3.object.eTag")
    size: Size | None = field(name="s3.object.size", default=None)


class _Event(Struct, frozen=True):
    bucket: str = field(name="detail.bucket.name")
    key: str = field(name="detail.object.key")
    etag: str = field(name="detail.object.etag")
    size: Size = field(name="detail.object.size")


_RECORD_NAME = Decoder(_RecordName, strict=False)
_RECORD = Decoder(_Record, strict=False)
_EVENT = Decoder(_Event, strict=False)


def sources(document: dict[str, object]) -> list[Source] | None:
    """Return the uploads in an S3 record, event or test message; None for other documents."""
    if document.get("eventSource") in ("aws:s3", "minio:s3"):
        return _from_record(document)
    if document.get("source") == "aws.s3" and "detail-type" in document:
        return _from_event(document)
    # Only AWS may send events of source `aws.s3` to a bus; to announce an upload again, send source `flickbook`.
    if document.get("source") == "flickbook" and document.get("detail-type") == "Object Created":
        return _from_event(document)
    return [] if document.get("Event") == "s3:TestEvent" else None


def _from_record(document: dict[str, object]) -> list[Source]:
    name = fields(document, _RECORD_NAME, _WHAT).event.removeprefix("s3:")
    if not name.startswith("ObjectCreated:") or name.endswith(_NOT_CONTENT):
        return []
    record = fields(document, _RECORD, _WHAT)
    if record.size is None and document["eventSource"] == "aws:s3":
        raise WireError(SUBJECT, f"is an invalid {_WHAT} (it lacks `s3.object.size`)", REMEDY)
    # MinIO leaves out a size of 0.
    return uploaded("s3", record.bucket, _decoded(record.key), record.etag, record.size or 0)


def _decoded(key: str) -> str:
    """Return a record's key without form encoding: `red+flower.jpg` means `red flower.jpg`."""
    try:
        return unquote_plus(key, errors="strict")
    except UnicodeError as error:
        raise WireError(SUBJECT, f"names an object that is not UTF-8 ({key!r})", REMEDY) from error


def _from_event(document: dict[str, object]) -> list[Source]:
    if document["detail-type"] != "Object Created":
        return []
    event = fields(document, _EVENT, "S3 event of EventBridge")
    return uploaded("s3", event.bucket, event.key, event.etag, event.size)
