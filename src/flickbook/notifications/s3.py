"""S3 and MinIO: records as a bucket sends them, and events as EventBridge carries them.

Shapes: docs.aws.amazon.com/AmazonS3/latest/userguide, `notification-content-structure.html` and `ev-events.html`;
for MinIO its bucket notification guide.
"""

from urllib.parse import unquote_plus

from msgspec import UNSET, Struct, UnsetType, field

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.errors import WireError
from flickbook.notifications.objects import REMEDY, SUBJECT, Size, fields, uploaded

_RECORD = "S3 record"
_EVENT = "S3 event of EventBridge"
# MinIO calls changes of an object's tags and locks creations too.
_NOT_CONTENT = ("Tagging", "Retention", "LegalHold")


class _Bucket(Struct, frozen=True):
    name: str


class _RecordHead(Struct, frozen=True, rename="camel"):
    event_source: str
    event_name: str


class _RecordObject(Struct, frozen=True):
    key: str
    etag: str = field(name="eTag")
    size: Size | UnsetType = UNSET


class _RecordBody(Struct, frozen=True):
    bucket: _Bucket
    object: _RecordObject


class _Record(Struct, frozen=True):
    s3: _RecordBody


class _EventHead(Struct, frozen=True):
    source: str
    kind: str = field(name="detail-type")


class _EventObject(Struct, frozen=True):
    key: str
    etag: str
    size: Size


class _Detail(Struct, frozen=True):
    bucket: _Bucket
    object: _EventObject


class _Event(Struct, frozen=True):
    detail: _Detail


_RECORD_HEAD = Decoder(_RecordHead, strict=False)
_RECORD_FIELDS = Decoder(_Record, strict=False)
_EVENT_HEAD = Decoder(_EventHead, strict=False)
_EVENT_FIELDS = Decoder(_Event, strict=False)


def sources(document: dict[str, object]) -> list[Source] | None:
    """Give what an S3 record, event or test message says was uploaded; None if it is none of them."""
    if document.get("eventSource") in ("aws:s3", "minio:s3"):
        return _from_record(document)
    if document.get("source") == "aws.s3" and "detail-type" in document:
        return _from_event(document)
    # Only AWS may put events of source `aws.s3` on a bus, so an upload that is announced again is `flickbook`'s.
    if document.get("source") == "flickbook" and document.get("detail-type") == "Object Created":
        return _from_event(document)
    return [] if document.get("Event") == "s3:TestEvent" else None


def _from_record(document: dict[str, object]) -> list[Source]:
    head = fields(document, _RECORD_HEAD, _RECORD)
    name = head.event_name.removeprefix("s3:")
    if not name.startswith("ObjectCreated:") or name.endswith(_NOT_CONTENT):
        return []
    body = fields(document, _RECORD_FIELDS, _RECORD).s3
    size = body.object.size
    if isinstance(size, UnsetType):
        if head.event_source == "aws:s3":
            raise WireError(SUBJECT, f"is no whole {_RECORD} (it lacks `size` at `$.s3.object`)", REMEDY)
        size = 0  # MinIO leaves out what is zero
    return uploaded("s3", body.bucket.name, _decoded(body.object.key), body.object.etag, size)


def _decoded(key: str) -> str:
    """Undo the form encoding of a record's key: `red+flower.jpg` is `red flower.jpg`."""
    try:
        return unquote_plus(key, errors="strict")
    except UnicodeError as error:
        raise WireError(SUBJECT, f"names an object that is not UTF-8 ({key!r})", REMEDY) from error


def _from_event(document: dict[str, object]) -> list[Source]:
    if fields(document, _EVENT_HEAD, _EVENT).kind != "Object Created":
        return []
    detail = fields(document, _EVENT_FIELDS, _EVENT).detail
    return uploaded("s3", detail.bucket.name, detail.object.key, detail.object.etag, detail.object.size)
