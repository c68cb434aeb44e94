"""What was dealt with, remembered in the output store: a small object for each video, whose key says all.

One listing tells everything, however many there are, and no two programs write the same key differently.
"""

import hashlib
from typing import NamedTuple

from flickbook.core import layout
from flickbook.storage import Store


class Seen(NamedTuple):
    """A version of a video, as a look found it: its URL, its book's name, and `version`, by which it differs."""

    url: str
    name: str
    version: str

    @property
    def mark(self) -> str:
        """The key of its mark, relative to the output URL."""
        # Short, because the last part of a key has room for 255 bytes in all.
        return layout.marker_key(self.name, _digest(self.url, 12), _digest(self.version, 16))


class Memory:
    """The marks below an output URL. Every verb raises OutputDenied, OutputFull or StoreError."""

    def __init__(self, out: str) -> None:
        self._store = Store(out)
        self._marks: dict[str, set[str]] = {}

    def load(self) -> None:
        """Read what there is, and forget what there was."""
        marks = list(self._store.list_all(layout.WATCHED))
        self._marks.clear()
        for key in marks:
            self._learn(key)

    def holds(self, seen: Seen) -> bool:
        """Tell whether a version was dealt with, as far as is known without asking the store."""
        video, version = layout.marker_parts(seen.mark)
        return version in self._marks.get(video, ())

    def knows(self, url: str, name: str) -> bool:
        """Tell whether any version of a video was dealt with, as far as is known."""
        video, _ = layout.marker_parts(Seen(url, name, "").mark)
        return bool(self._marks.get(video))

    def holds_by_now(self, seen: Seen) -> bool:
        """Tell whether a version was dealt with, by whoever."""
        there = self._store.has(seen.mark)
        if there:
            self._learn(seen.mark)
        else:
            self._unlearn(seen.mark)
        return there

    def note(self, seen: Seen) -> None:
        """Remember that a version was dealt with, and forget those before it."""
        self._store.create(seen.mark, f"{seen.url}\n".encode())
        video, version = layout.marker_parts(seen.mark)
        self._store.delete([f"{video}~{old}" for old in self._marks.get(video, set()) - {version}])
        self._marks[video] = {version}

    def _learn(self, key: str) -> None:
        video, version = layout.marker_parts(key)
        self._marks.setdefault(video, set()).add(version)

    def _unlearn(self, key: str) -> None:
        video, version = layout.marker_parts(key)
        self._marks.get(video, set()).discard(version)


def _digest(text: str, length: int) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:length]
