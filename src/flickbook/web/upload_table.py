"""Uploads under way, in memory: their offsets, their clients, and which one is evicted if there are too many.

An upload is idle while no byte of it came, or if less than a megabyte came and then nothing for ten minutes. An idle
upload reserves no room on the disk, and may be evicted. A client that only begins uploads, however many and however
large, therefore keeps no other client from sending one.
"""

import threading
import time
from collections import Counter
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from msgspec import Struct

from flickbook.errors import OutputFull, TooManyUploads

MOST_UNDER_WAY = 1000
MOST_A_CLIENT = 100
# Counted from the last byte, or from the beginning if no byte came.
KEPT_SECONDS = 24 * 3600
KEPT_EMPTY_SECONDS = 3600
# An upload with less than IDLE_BYTES is idle IDLE_SECONDS after its last byte.
IDLE_BYTES = 1_000_000
IDLE_SECONDS = 600


class Upload(Struct, frozen=True):
    """An upload's record: `key` is its place below the source, `size` its bytes, None while unknown.

    `metadata` is stored as the client sent it. An upload that is not `resumable` ends with its request or its service.
    From the state `storing` on, the name in the source belongs to this upload. An upload that `replaces` takes the name
    of another video. `client` is the result of `guesses.client_of`; `begun` is in seconds since 1970.
    """

    id: str
    key: str
    size: int | None
    metadata: str = ""
    resumable: bool = True
    state: Literal["receiving", "storing", "done"] = "receiving"
    client: str = ""
    begun: float = 0.0
    replaces: bool = False


class UploadProgress(NamedTuple):
    """An upload under way, the bytes that came, and the time of the last byte, or of the beginning if none came."""

    upload: Upload
    offset: int
    last: float

    @property
    def expires(self) -> float:
        """The time at which the upload is deleted, in seconds since 1970."""
        return self.last + (KEPT_SECONDS if self.offset else KEPT_EMPTY_SECONDS)

    @property
    def idle(self) -> bool:
        """Whether no byte came, or few came and then nothing for a while."""
        return not self.offset or (self.offset < IDLE_BYTES and time.time() - self.last > IDLE_SECONDS)

    @property
    def reserved(self) -> int:
        """The bytes still to come, for which the disk must have room; 0 for an idle upload."""
        if self.idle or self.upload.size is None or self.upload.state != "receiving":
            return 0
        return self.upload.size - self.offset


class UploadTable:
    """The uploads under way. Safe to use from several threads.

    `receiving` has the ids of the uploads that a request is sending now; those are never evicted.
    """

    def __init__(self) -> None:
        self.receiving: set[str] = set()
        self._lock = threading.Lock()
        self._under_way: dict[str, UploadProgress] = {}

    def add(self, progress: UploadProgress) -> None:
        """Add an upload as the newest."""
        with self._lock:
            self._under_way[progress.upload.id] = progress

    def find(self, name: str) -> UploadProgress | None:
        """Return an upload by its id, or None if it is not under way."""
        return self._under_way.get(name)

    def update(self, upload: Upload) -> None:
        """Replace the record of an upload, if it is still under way."""
        self._replace(upload.id, upload=upload)

    def note_bytes(self, name: str, offset: int) -> None:
        """Set how many bytes of an upload came, if it is still under way."""
        self._replace(name, offset=offset, last=time.time())

    def _replace(self, name: str, **fields: Any) -> None:
        with self._lock:
            progress = self._under_way.get(name)
            if progress is not None:
                self._under_way[name] = progress._replace(**fields)

    def remove(self, name: str) -> None:
        """Remove an upload that has ended."""
        with self._lock:
            self._under_way.pop(name, None)

    def list(self) -> Sequence[UploadProgress]:
        """Return all uploads under way, the oldest first."""
        with self._lock:
            return list(self._under_way.values())

    def reserved(self) -> int:
        """Return the bytes that are still to come of all uploads that are not idle."""
        return sum(progress.reserved for progress in self.list())

    def evict(self, key: str, client: str) -> Upload | None:
        """Make room for a client's new upload: remove an idle upload and return it, or return None if there is room.

        A client at its own limit loses its oldest idle upload. At the limit of the service, the client with the most
        idle uploads loses its oldest. Raises TooManyUploads or OutputFull if no upload is idle.
        """
        under_way = self.list()
        own = [progress for progress in under_way if progress.upload.client == client]
        client_full = len(own) >= MOST_A_CLIENT
        if not client_full and len(under_way) < MOST_UNDER_WAY:
            return None
        evictable = [
            progress.upload for progress in (own if client_full else under_way) if self._is_evictable(progress)
        ]
        if not evictable:
            remedy = "wait until an upload is done, or end one: GET /api/uploads lists them"
            if client_full:
                raise TooManyUploads(key, f"must wait, {len(own)} uploads of its client are under way", remedy)
            raise OutputFull(key, f"must wait, {len(under_way)} uploads are under way", remedy)
        counts = Counter(upload.client for upload in evictable)
        evicted = max(evictable, key=lambda upload: counts[upload.client])
        self.remove(evicted.id)
        return evicted

    def _is_evictable(self, progress: UploadProgress) -> bool:
        upload = progress.upload
        return progress.idle and upload.state == "receiving" and upload.id not in self.receiving
