"""Azure Blob Storage: events as Event Grid posts them, in its own schema and as CloudEvents 1.0.

Shapes: learn.microsoft.com/azure/event-grid/event-schema-blob-storage. The blob's name is taken from `subject` as it
stands: how it writes special characters is not documented, but Azure-Samples/azure-event-grid-viewer issue 9 shows
it raw. `url` is escaped like any URL and on one of two hosts. The storage account is not part of an `az://` URL; it
comes from the environment, as the credentials do.
"""

from msgspec import Struct, field

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.errors import WireError
from flickbook.notifications.objects import REMEDY, SUBJECT, Size, fields, uploaded

_WHAT = "Event Grid event of Blob Storage"
# The Data Lake and SFTP interfaces announce a file when it is opened, still empty, and again when it is closed.
_OPENED = ("CreateFile", "SftpCreate")


class _Created(Struct, frozen=True, rename="camel"):
    api: str
    content_length: Size
    etag: str = field(name="eTag")


class _Creation(Struct, frozen=True):
    subject: str
    data: _Created


class _Renaming(Struct, frozen=True):
    subject: str


_CREATION = Decoder(_Creation, strict=False)
_RENAMING = Decoder(_Renaming, strict=False)


def sources(document: dict[str, object]) -> list[Source] | None:
    """Give what an Event Grid event says was uploaded; None if it is no event of Blob Storage."""
    kind = document.get("type") if "specversion" in document else document.get("eventType")
    if not isinstance(kind, str) or not kind.startswith(("Microsoft.Storage.", "Microsoft.EventGrid.")):
        return None
    if kind == "Microsoft.Storage.BlobCreated":
        return _from_creation(fields(document, _CREATION, _WHAT))
    if kind == "Microsoft.Storage.BlobRenamed":
        # The subject is the new name; the event tells neither ETag nor size.
        return uploaded("az", *_place(fields(document, _RENAMING, _WHAT).subject), etag="", size=None)
    return []


def _from_creation(event: _Creation) -> list[Source]:
    data = event.data
    if data.api in _OPENED:
        return []
    # Microsoft's own sample of a finished SFTP upload says 0 bytes, so there 0 tells nothing.
    size = None if data.api == "SftpCommit" and data.content_length == 0 else data.content_length
    return uploaded("az", *_place(event.subject), data.etag, size)


def _place(subject: str) -> tuple[str, str]:
    """Split `/blobServices/default/containers/CONTAINER/blobs/PATH` into container and path."""
    head, mark, path = subject.partition("/blobs/")
    container = head.removeprefix("/blobServices/default/containers/")
    if not mark or container == head:
        raise WireError(SUBJECT, f"is no whole {_WHAT} (its `subject` {subject!r} names no blob)", REMEDY)
    return container, path
