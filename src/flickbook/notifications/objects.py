"""What all kinds of notifications share: check fields, and return the named object as a Source."""

import base64
import binascii
from typing import Annotated, TypeVar

import msgspec
from msgspec import UNSET, Meta

from flickbook.core.decoding import ANYTHING, Decoder
from flickbook.core.model import Source
from flickbook.errors import WireError

SUBJECT = "notification"
REMEDY = "send one of the kinds that docs/notifications.md lists"

# The usual suffixes of every container and raw stream that `media` opens, except SWF, which nobody uploads. Those of
# images are not here: most images do not move, and Flickbook's own files (.gif, .jpg) may lie beside their video.
VIDEO_SUFFIXES = (
    *(".mp4", ".m4v", ".mov", ".qt", ".3gp", ".3g2", ".mj2", ".f4v"),
    *(".mkv", ".mk3d", ".webm"),
    *(".ts", ".m2ts", ".mts", ".m2t", ".mpg", ".mpeg", ".vob"),
    *(".avi", ".divx", ".flv", ".asf", ".wmv", ".ogv", ".ogg", ".ogm"),
    *(".mxf", ".nut", ".ivf", ".dv", ".wtv", ".rm", ".rmvb"),
    *(".h264", ".264", ".hevc", ".h265", ".265", ".m1v", ".m2v", ".obu", ".y4m"),
)
# Images that a person gives as a video: they are refused if they do not move.
IMAGE_SUFFIXES = (".gif", ".apng", ".webp", ".avif", ".avifs")

Size = Annotated[int, Meta(ge=0)]

Fields = TypeVar("Fields")


def is_video(key: str) -> bool:
    """Return whether a key has a video's suffix, in upper or lower case."""
    return key.lower().endswith(VIDEO_SUFFIXES)


def uploaded(scheme: str, bucket: str, key: str, etag: str, size: int | None) -> list[Source]:
    """Return the object as a Source, in a list; the list is empty for other files than videos and for empty objects.

    `key` is raw; `size` is in bytes, or None if the notification leaves it out. Raises WireError for a bucket or key
    that cannot be part of a URL.
    """
    if not is_video(key) or size == 0:
        return []
    if not bucket or "/" in bucket:
        raise WireError(SUBJECT, f"has an invalid bucket name ({bucket!r})", REMEDY)
    source = Source(f"{scheme}://{bucket}/{key}", etag.strip('"'), size or 0)
    try:
        (source.url + source.etag).encode()
    except UnicodeEncodeError as error:
        raise WireError(SUBJECT, f"names an object that is not Unicode ({key!r})", REMEDY) from error
    return [source]


def fields(document: object, decoder: Decoder[Fields], what: str) -> Fields:
    """Return those fields of a document that a decoder's struct names, each by its path: `s3.bucket.name`.

    The decoder is made without `strict`, because some senders write numbers as text. `what` names the document in
    errors. Raises WireError that names a missing or invalid field.
    """
    paths = {path: _value_at(document, path) for path in decoder.kind.__struct_encode_fields__}
    try:
        return decoder.convert({path: value for path, value in paths.items() if value is not UNSET})
    except msgspec.ValidationError as error:
        raise WireError(SUBJECT, f"is an invalid {what} ({error})", REMEDY) from error


def _value_at(document: object, path: str) -> object:
    for name in path.split("."):
        if not isinstance(document, dict) or name not in document:
            return UNSET
        document = document[name]
    return document


def parse(data: bytes | str, what: str) -> object:
    """Return decoded JSON. Raises WireError for other data and for too deep nesting."""
    try:
        document: object = ANYTHING.decode(data)
    except msgspec.DecodeError as error:
        raise WireError(SUBJECT, f"is or contains {what} that is not JSON ({error})", REMEDY) from error
    return document


def from_base64(text: str, what: str) -> bytes:
    """Return decoded base64. Raises WireError for other text."""
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise WireError(SUBJECT, f"contains {what} that is not base64 ({error})", REMEDY) from error
