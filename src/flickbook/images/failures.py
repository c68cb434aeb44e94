"""Why a requested picture could not be made: stored beside the pictures, for a service that waits for a cluster."""

import msgspec
from msgspec import Struct

from flickbook import errors
from flickbook.core.decoding import Decoder
from flickbook.core.model import ImageTask
from flickbook.errors import FlickbookError, RenderFailed
from flickbook.images.cache import key_with_suffix
from flickbook.storage import Store


class _Failure(Struct, frozen=True):
    """The class of an error, and its three parts."""

    error: str
    subject: str
    fault: str
    remedy: str


_FAILURE = Decoder(_Failure)


class ImageFailures:
    """The failures of requested pictures below an output URL."""

    def __init__(self, out: str) -> None:
        self._store = Store(out)

    def note(self, task: ImageTask, error: FlickbookError) -> None:
        """Store why a picture could not be made. It replaces an earlier failure."""
        failure = _Failure(type(error).__name__, error.subject, error.fault, error.remedy)
        self._store.put(_key_of(task), msgspec.json.encode(failure))

    def find(self, task: ImageTask) -> FlickbookError | None:
        """Return the stored failure of a picture as the error that was raised, or None."""
        data = self._store.get(_key_of(task))
        if data is None:
            return None
        failure = _FAILURE.decode(data)
        kind = getattr(errors, failure.error, None)
        if not (isinstance(kind, type) and issubclass(kind, FlickbookError)):
            kind = RenderFailed
        return kind(failure.subject, failure.fault, failure.remedy)

    def delete(self, task: ImageTask) -> None:
        """Delete the failure of an earlier attempt."""
        self._store.delete([_key_of(task)])


def _key_of(task: ImageTask) -> str:
    return key_with_suffix(task, "failed")
