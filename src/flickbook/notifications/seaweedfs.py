"""SeaweedFS: what the filer's webhook posts, as captured from version 4.48.

Every path of the filer is announced, buckets being the folders below `/buckets/`. Parts of multipart uploads lie
in `BUCKET/.uploads/` until the object is made of them. With versioning the object KEY is a folder `KEY.versions`,
and an upload is complete when that folder names its latest version.
"""

from typing import NamedTuple

from msgspec import Struct, field

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.notifications.objects import Size, fields, from_base64, uploaded

_WHAT = "SeaweedFS notification"
_VERSIONS = ".versions"


class _Attributes(Struct, frozen=True):
    file_size: Size = 0
    md5: str = ""
    mtime: int = 0
    mtime_ns: int = 0


class _Entry(Struct, frozen=True):
    """A file or folder; what is empty or zero is left out of the JSON. Values of `extended` are base64."""

    name: str
    attributes: _Attributes
    is_directory: bool = False
    extended: dict[str, str] = field(default_factory=dict)


class _Message(Struct, frozen=True):
    new_entry: _Entry
    new_parent_path: str
    old_entry: _Entry | None = None


class _Head(Struct, frozen=True):
    event_type: str


class _Notification(Struct, frozen=True):
    message: _Message


_HEAD = Decoder(_Head, strict=False)
_NOTIFICATION = Decoder(_Notification, strict=False)
_ATTRIBUTES = Decoder(_Attributes, strict=False)


class _Version(NamedTuple):
    """ETag, size, and a mark that every write changes."""

    etag: str
    size: int
    mark: str


def sources(document: dict[str, object]) -> list[Source] | None:
    """Give what a filer's notification says was uploaded; None if the document is none."""
    if not {"event_type", "key", "message"} <= document.keys():
        return None
    event = fields(document, _HEAD, _WHAT).event_type
    if event not in ("create", "update", "rename"):
        return []
    message = fields(document, _NOTIFICATION, _WHAT).message
    entry = message.new_entry
    # `key` is where a renamed file was before.
    path = f"{message.new_parent_path}/{entry.name}"
    bucket, _, key = path.removeprefix("/buckets/").partition("/")
    if not path.startswith("/buckets/") or bucket.startswith(".") or key.startswith(".uploads/"):
        return []
    version = _version(entry)
    # New tags are an update too, but leave the version as it was.
    if event == "update" and message.old_entry is not None and version == _version(message.old_entry):
        return []
    if entry.is_directory:
        key = key.removesuffix(_VERSIONS)
    return uploaded("s3", bucket, key, version.etag, version.size)


def _version(entry: _Entry) -> _Version:
    """Tell a file's version, or the latest version that a folder of versions names."""
    if entry.is_directory:
        size = _extended(entry, "Seaweed-X-Amz-Latest-Version-Size") or "0"
        return _Version(
            _extended(entry, "Seaweed-X-Amz-Latest-Version-ETag"),
            fields({"file_size": size}, _ATTRIBUTES, _WHAT).file_size,
            _extended(entry, "Seaweed-X-Amz-Latest-Version-Id"),
        )
    about = entry.attributes
    # What comes by the filer's own interface, not by S3, has only the checksum that S3 would take as ETag.
    etag = _extended(entry, "Seaweed-X-Amz-ETag") or from_base64(about.md5, "an md5").hex()
    return _Version(etag, about.file_size, f"{about.mtime}.{about.mtime_ns:09}")


def _extended(entry: _Entry, name: str) -> str:
    # These values are ASCII; Latin-1 also takes whatever else somebody may send.
    return from_base64(entry.extended.get(name, ""), name).decode("latin-1")
