"""Uploads under way: how far each came, which client began it, and which one gives way when there are too many.

All of it is in memory, so that one more costs the same however many there are. An upload of which no byte came yet, or
of which less than a megabyte came and nothing for ten minutes, reserves nothing: it wants no room on the disk, and
gives way to others. So whoever only begins uploads, however many and however large, keeps nobody from sending one.
"""

import threading
import time
from collections import Counter
from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from flickbook.errors import OutputFull, TooManyUploads

MOST_UNDER_WAY = 1000
MOST_A_CLIENT = 100
# After its last byte, or after its beginning if no byte came.
KEPT_SECONDS = 24 * 3600
KEPT_EMPTY_SECONDS = 3600
# With fewer bytes than these, one that has been silent for so long counts as one that was only begun.
LITTLE_BYTES = 1_000_000
SILENT_SECONDS = 600


class Upload(Struct, frozen=True):
    """What an upload is to become: `key` is its place below the source, `size` its bytes, None if nobody knows yet.

    `metadata` is kept as it was sent. One that is not `resumable` ends with its request or its service. From `storing`
    on the name in the source is the upload's own. `client` is who began it, as `client_of` of `guesses` returns it;
    `begun` is when, in seconds since 1970.
    """

    id: str
    key: str
    size: int | None
    metadata: str = ""
    resumable: bool = True
    state: Literal["receiving", "storing", "done"] = "receiving"
    client: str = ""
    begun: float = 0.0


class Progress(NamedTuple):
    """An upload under way: the bytes that came, and when the last of them did, or when it began."""

    upload: Upload
    offset: int
    last: float

    @property
    def expires(self) -> float:
        """Return when the upload is forgotten, in seconds since 1970."""
        return self.last + (KEPT_SECONDS if self.offset else KEPT_EMPTY_SECONDS)

    @property
    def only_begun(self) -> bool:
        """Return whether nothing came, or a little and then nothing for a while."""
        return not self.offset or (self.offset < LITTLE_BYTES and time.time() - self.last > SILENT_SECONDS)

    @property
    def wanted(self) -> int:
        """Return how many bytes are still to come, for which there must be room; 0 for one that is only begun."""
        if self.only_begun or self.upload.size is None or self.upload.state != "receiving":
            return 0
        return self.upload.size - self.offset


class UploadTable:
    """The uploads under way. Safe to use from several threads.

    `receiving` holds the ids of those that a request is sending just now; they never give way.
    """

    def __init__(self) -> None:
        self.receiving: set[str] = set()
        self._lock = threading.Lock()
        self._under_way: dict[str, Progress] = {}

    def add(self, progress: Progress) -> None:
        """Add an upload, the youngest by now."""
        with self._lock:
            self._under_way[progress.upload.id] = progress

    def find(self, name: str) -> Progress | None:
        """Return an upload by its id, or None if it is not under way."""
        return self._under_way.get(name)

    def update(self, upload: Upload) -> None:
        """Replace the record of an upload, if it is still under way."""
        with self._lock:
            held = self._under_way.get(upload.id)
            if held is not None:
                self._under_way[upload.id] = held._replace(upload=upload)

    def note_bytes(self, name: str, offset: int) -> None:
        """Note how many bytes of an upload came by now, if it is still under way."""
        with self._lock:
            held = self._under_way.get(name)
            if held is not None:
                self._under_way[name] = held._replace(offset=offset, last=time.time())

    def remove(self, name: str) -> None:
        """Remove an upload that has ended."""
        with self._lock:
            self._under_way.pop(name, None)

    def list(self) -> Sequence[Progress]:
        """Return all uploads under way, the oldest first."""
        with self._lock:
            return list(self._under_way.values())

    def wanted(self) -> int:
        """Count the bytes that are still to come of the uploads that have some already."""
        return sum(one.wanted for one in self.list())

    def make_way(self, key: str, client: str) -> Upload | None:
        """Remove the upload that gives way to a client's new one and return it; None if there is a place.

        Where the client has as many as it may have, its own oldest empty one gives way. Where there are as many as
        there may be in all, it is the oldest empty one of the client that has most of those. Raises TooManyUploads or
        OutputFull if none is empty.
        """
        under_way = self.list()
        own = [one for one in under_way if one.upload.client == client]
        if len(own) < MOST_A_CLIENT and len(under_way) < MOST_UNDER_WAY:
            return None
        empty = [one.upload for one in (own if len(own) >= MOST_A_CLIENT else under_way) if self._is_empty(one)]
        if not empty:
            remedy = "wait until one is done, or end some: GET /api/uploads lists them"
            if len(own) >= MOST_A_CLIENT:
                raise TooManyUploads(key, f"has to wait, {len(own)} uploads of its client are under way", remedy)
            raise OutputFull(key, f"has to wait, {len(under_way)} uploads are under way", remedy)
        counts = Counter(upload.client for upload in empty)
        gives_way = max(empty, key=lambda upload: counts[upload.client])
        self.remove(gives_way.id)
        return gives_way

    def _is_empty(self, progress: Progress) -> bool:
        upload = progress.upload
        return progress.only_begun and upload.state == "receiving" and upload.id not in self.receiving
