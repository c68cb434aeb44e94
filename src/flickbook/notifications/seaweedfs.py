"""SeaweedFS: notifications of the filer's webhook, as captured from version 4.48.

The filer announces all its paths; buckets are the folders below `/buckets/`. Parts of a multipart upload are in
`BUCKET/.uploads/` until the object is complete. With versioning, the object KEY is a folder `KEY.versions`, and its
upload is complete when that folder names the latest version.
"""

from typing import NamedTuple

from msgspec import Struct, field

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.notifications.objects import Size, fields, from_base64, uploaded

_WHAT = "SeaweedFS notification"
_VERSIONS = ".versions"


class _Entry(Struct, frozen=True):
    """A file or folder; its JSON leaves empty and zero values out. Values of `extended` are base64."""

    name: str
    attributes: dict[str, object]  # required; the fields below read its values
    is_directory: bool = False
    extended: dict[str, str] = field(default_factory=dict)
    size: Size = field(name="attributes.file_size", default=0)
    md5: str = field(name="attributes.md5", default="")
    mtime: int = field(name="attributes.mtime", default=0)
    mtime_ns: int = field(name="attributes.mtime_ns", default=0)


class _Notification(Struct, frozen=True):
    entry: dict[str, object] = field(name="message.new_entry")
    folder: str = field(name="message.new_parent_path")
    old_entry: dict[str, object] | None = field(name="message.old_entry", default=None)


class _LatestVersion(Struct, frozen=True):
    size: Size


_ENTRY = Decoder(_Entry, strict=False)
_NOTIFICATION = Decoder(_Notification, strict=False)
_LATEST_VERSION = Decoder(_LatestVersion, strict=False)


class _Version(NamedTuple):
    """ETag and size of a file, and a tag that every write changes."""

    etag: str
    size: int
    tag: str


def sources(document: dict[str, object]) -> list[Source] | None:
    """Return the uploads in a filer's notification; None for other documents."""
    if not {"event_type", "key", "message"} <= document.keys():
        return None
    event = document["event_type"]
    if event not in ("create", "update", "rename"):
        return []
    notification = fields(document, _NOTIFICATION, _WHAT)
    entry = fields(notification.entry, _ENTRY, _WHAT)
    # The document's `key` is the path before a renaming.
    path = f"{notification.folder}/{entry.name}"
    bucket, _, key = path.removeprefix("/buckets/").partition("/")
    if not path.startswith("/buckets/") or bucket.startswith(".") or key.startswith(".uploads/"):
        return []
    version = _version(entry)
    # A change of tags is an update too, but keeps the version.
    old = notification.old_entry
    if event == "update" and old is not None and version == _version(fields(old, _ENTRY, _WHAT)):
        return []
    if entry.is_directory:
        key = key.removesuffix(_VERSIONS)
    return uploaded("s3", bucket, key, version.etag, version.size)


def _version(entry: _Entry) -> _Version:
    """Return a file's version, or the latest version in a folder of versions."""
    if entry.is_directory:
        size = _extended(entry, "Seaweed-X-Amz-Latest-Version-Size") or "0"
        return _Version(
            _extended(entry, "Seaweed-X-Amz-Latest-Version-ETag"),
            fields({"size": size}, _LATEST_VERSION, _WHAT).size,
            _extended(entry, "Seaweed-X-Amz-Latest-Version-Id"),
        )
    # Files uploaded by the filer's own interface have an MD5 checksum, which is the ETag that S3 would use.
    etag = _extended(entry, "Seaweed-X-Amz-ETag") or from_base64(entry.md5, "an md5").hex()
    return _Version(etag, entry.size, f"{entry.mtime}.{entry.mtime_ns:09}")


def _extended(entry: _Entry, name: str) -> str:
    # The values are ASCII; Latin-1 decodes any other bytes without an error.
    return from_base64(entry.extended.get(name, ""), name).decode("latin-1")
