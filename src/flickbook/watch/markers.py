"""Processed markers: one small object in the output store per processed video, whose key contains all data.

One listing reads all markers, and two programs always write the same key for the same video.
"""

import hashlib
from typing import NamedTuple

from flickbook.core import layout
from flickbook.storage import Store


class VideoVersion(NamedTuple):
    """A version of a video found by a scan: its URL, its book's name, and `version`, its ETag and size."""

    url: str
    name: str
    version: str

    @property
    def marker(self) -> str:
        """The key of its processed marker, relative to the output URL."""
        # Digests are short, because the last part of a key has room for 255 bytes.
        return layout.marker_key(self.name, _digest(self.url, 12), _digest(self.version, 16))


class Markers:
    """The processed markers below an output URL. Methods raise OutputDenied, OutputFull or StoreError."""

    def __init__(self, out: str) -> None:
        self._store = Store(out)
        self._versions: dict[str, set[str]] = {}

    def load(self) -> None:
        """Read all markers from the store, in place of those in memory."""
        keys = list(self._store.list_all(layout.WATCHED))
        self._versions.clear()
        for key in keys:
            self._remember(key)

    def has(self, video: VideoVersion) -> bool:
        """Return whether a version is marked as processed in memory."""
        key, version = layout.marker_parts(video.marker)
        return version in self._versions.get(key, ())

    def has_any_version(self, url: str, name: str) -> bool:
        """Return whether any version of a video is marked as processed in memory."""
        key, _ = layout.marker_parts(VideoVersion(url, name, "").marker)
        return bool(self._versions.get(key))

    def is_stored(self, video: VideoVersion) -> bool:
        """Return whether a version is marked as processed in the store, by any program."""
        if self._store.has(video.marker):
            self._remember(video.marker)
            return True
        key, version = layout.marker_parts(video.marker)
        self._versions.get(key, set()).discard(version)
        return False

    def add(self, video: VideoVersion) -> None:
        """Mark a version as processed, and delete the markers of earlier versions."""
        self._store.create(video.marker, f"{video.url}\n".encode())
        key, version = layout.marker_parts(video.marker)
        self._store.delete([f"{key}~{old}" for old in self._versions.get(key, set()) - {version}])
        self._versions[key] = {version}

    def _remember(self, marker: str) -> None:
        key, version = layout.marker_parts(marker)
        self._versions.setdefault(key, set()).add(version)


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]
