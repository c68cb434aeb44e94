"""Which kind a document is of: envelopes are opened, everything else goes to the family that knows it."""

from flickbook.core.model import Source
from flickbook.errors import WireError
from flickbook.notifications import azure, envelopes, google, s3, seaweedfs
from flickbook.notifications.objects import REMEDY, SUBJECT, parse

# The deepest that occurs: a batch of SQS records, each an SNS message, holding a batch of S3 records.
MAX_WRAPPINGS = 4

_FAMILIES = (s3.sources, seaweedfs.sources, google.sources, azure.sources)


def read(data: bytes) -> list[Source]:
    """Give the videos that a notification, as JSON, says were uploaded.

    Raises WireError as `uploads` does, and for data that is not JSON.
    """
    return uploads(parse(data, "data"))


def uploads(document: object) -> list[Source]:
    """Give the videos that a notification, decoded from JSON, says were uploaded.

    ETag and size are the notification's, the ETag without quotes, "" and 0 where it does not tell. They inform
    only: the planner looks the object up again. What is no upload of a video gives nothing. Raises WireError
    for a document of no known kind, and for one that lacks a field; one bad record fails its whole batch.
    """
    return _uploads(document, MAX_WRAPPINGS)


def _uploads(document: object, wrappings: int) -> list[Source]:
    inner = _inner(document)
    if inner is not None:
        if wrappings == 0:
            raise WireError(SUBJECT, f"is wrapped more than {MAX_WRAPPINGS} times", REMEDY)
        return [source for one in inner for source in _uploads(one, wrappings - 1)]
    if isinstance(document, dict):
        for sources in _FAMILIES:
            found = sources(document)
            if found is not None:
                return found
    raise WireError(SUBJECT, f"is of no kind that Flickbook reads ({_gist(document)})", REMEDY)


def _inner(document: object) -> list[object] | None:
    # A list without anything in it was sent by nobody: it announces nothing.
    if isinstance(document, list) and document:
        return document
    return envelopes.contents(document) if isinstance(document, dict) else None


def _gist(document: object) -> str:
    """Say what a document looks like, in few words even if it is hostile."""
    if not isinstance(document, dict):
        return f"it is {type(document).__name__}" if document != [] else "it is empty"
    names = ", ".join(sorted(repr(name)[:40] for name in document)[:8])
    return f"it has {names or 'no fields'}"
