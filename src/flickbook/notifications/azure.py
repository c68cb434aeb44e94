"""Azure Blob Storage: events as Event Grid posts them, in its own schema and as CloudEvents 1.0.

Formats: learn.microsoft.com/azure/event-grid/event-schema-blob-storage. The blob's name is the raw text of `subject`.
The escaping of special characters there is undocumented, but Azure-Samples/azure-event-grid-viewer issue 9 shows a raw
name. (`url` would be escaped, and on one of two hosts.) An `az://` URL has no storage account: the environment names
it, beside the credentials.
"""

from msgspec import Struct, field

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.errors import WireError
from flickbook.notifications.objects import REMEDY, SUBJECT, Size, fields, uploaded

_WHAT = "Event Grid event of Blob Storage"
# The Data Lake and SFTP interfaces send an event when an empty file is opened, and another when it is closed.
_OPENED = ("CreateFile", "SftpCreate")


class _Creation(Struct, frozen=True):
    subject: str
    api: str = field(name="data.api")
    size: Size = field(name="data.contentLength")
    etag: str = field(name="data.eTag")


class _Renaming(Struct, frozen=True):
    subject: str


_CREATION = Decoder(_Creation, strict=False)
_RENAMING = Decoder(_Renaming, strict=False)


def sources(document: dict[str, object]) -> list[Source] | None:
    """Return the uploads in an Event Grid event; None for other documents than events of Blob Storage."""
    kind = document.get("type") if "specversion" in document else document.get("eventType")
    if not isinstance(kind, str) or not kind.startswith(("Microsoft.Storage.", "Microsoft.EventGrid.")):
        return None
    if kind == "Microsoft.Storage.BlobCreated":
        return _from_creation(fields(document, _CREATION, _WHAT))
    if kind == "Microsoft.Storage.BlobRenamed":
        # The subject is the new name; the event has neither ETag nor size.
        return uploaded("az", *_place(fields(document, _RENAMING, _WHAT).subject), etag="", size=None)
    return []


def _from_creation(event: _Creation) -> list[Source]:
    if event.api in _OPENED:
        return []
    # Microsoft's sample of a finished SFTP upload has 0 bytes, so 0 means "unknown" there.
    size = None if event.api == "SftpCommit" and event.size == 0 else event.size
    return uploaded("az", *_place(event.subject), event.etag, size)


def _place(subject: str) -> tuple[str, str]:
    """Split `/blobServices/default/containers/CONTAINER/blobs/PATH` into container and path."""
    head, separator, path = subject.partition("/blobs/")
    container = head.removeprefix("/blobServices/default/containers/")
    if not separator or container == head:
        raise WireError(SUBJECT, f"is an invalid {_WHAT} (its `subject` {subject!r} names no blob)", REMEDY)
    return container, path
