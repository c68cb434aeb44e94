"""What every kind of notification ends in: checked fields, and the object they name as a Source."""

import base64
import binascii
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta

from flickbook.core.decoding import ANYTHING, Decoder
from flickbook.core.model import Source
from flickbook.errors import WireError

SUBJECT = "notification"
REMEDY = "send one of the kinds that docs/notifications.md lists"

# Every container that media opens, by the suffixes in use for it. Flickbook writes none of them
# (.gif, .jpg, .json, .vtt), so pictures stored beside their video start nothing. SWF is no upload format.
VIDEO_SUFFIXES = (
    *(".mp4", ".m4v", ".mov", ".qt", ".3gp", ".3g2", ".mj2", ".f4v"),
    *(".mkv", ".mk3d", ".webm"),
    *(".ts", ".m2ts", ".mts", ".m2t", ".mpg", ".mpeg", ".vob"),
    *(".avi", ".divx", ".flv", ".asf", ".wmv", ".ogv", ".ogg", ".ogm"),
    *(".mxf", ".nut", ".ivf", ".dv", ".wtv"),
)

Size = Annotated[int, Meta(ge=0)]

Fields = TypeVar("Fields")


def is_video(key: str) -> bool:
    """Tell whether a key ends as videos do, in whatever case."""
    return key.lower().endswith(VIDEO_SUFFIXES)


def uploaded(scheme: str, bucket: str, key: str, etag: str, size: int | None) -> list[Source]:
    """Give the object as a Source, or nothing if it is no video or is empty.

    `key` is raw, `size` in bytes or None where the notification does not tell. Raises WireError for
    a bucket or key that cannot stand in a URL.
    """
    if not is_video(key) or size == 0:
        return []
    if not bucket or "/" in bucket:
        raise WireError(SUBJECT, f"names no usable bucket ({bucket!r})", REMEDY)
    source = Source(f"{scheme}://{bucket}/{key}", etag.strip('"'), size or 0)
    try:
        (source.url + source.etag).encode()
    except UnicodeEncodeError as error:
        raise WireError(SUBJECT, f"names an object that is not Unicode ({key!r})", REMEDY) from error
    return [source]


def fields(document: object, decoder: Decoder[Fields], what: str) -> Fields:
    """Return the fields that a decoder knows of a document, without all others.

    The decoder is one without `strict`, because some senders write numbers as text. `what` names the document in
    errors. Raises WireError that names a field which is missing or wrong.
    """
    try:
        return decoder.convert(document)
    except msgspec.ValidationError as error:
        raise WireError(SUBJECT, f"is no whole {what} ({error})", REMEDY) from error


def parse(data: bytes | str, what: str) -> object:
    """Decode JSON. Raises WireError if it is none, or is nested too deeply."""
    try:
        document: object = ANYTHING.decode(data)
    except msgspec.DecodeError as error:
        raise WireError(SUBJECT, f"is or holds {what} that is not JSON ({error})", REMEDY) from error
    return document


def from_base64(text: str, what: str) -> bytes:
    """Decode base64. Raises WireError if it is none."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise WireError(SUBJECT, f"holds {what} that is not base64 ({error})", REMEDY) from error
