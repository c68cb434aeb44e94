"""Compare one scan of a source with the previous one: which videos are new, which are whole, and the books' names."""

from collections.abc import Iterable
from typing import NamedTuple

from flickbook.errors import FlickbookError, NameRefused, NameTaken
from flickbook.library.previews import Previews
from flickbook.outputs.registry import book_name
from flickbook.storage import Listed, below, key_of, shown
from flickbook.watch.markers import Markers, VideoVersion


class Scan(NamedTuple):
    """The result of a scan: the numbers of videos and of unprocessed versions, the whole ones of these, name conflicts.

    Each conflict is reported once.
    """

    found: int
    waiting: int
    whole: list[VideoVersion]
    faults: list[FlickbookError]


class Scanner:
    """The state between scans of a source. A scan needs memory and time for one listing.

    The markers are read at the first scan, and again when a processed video reappears: its book and its marker may have
    been deleted meanwhile.
    """

    def __init__(self, source: str, out: str, every: float, markers: Markers) -> None:
        self._source = source
        self._out = out
        self._every = every
        self._markers = markers
        self._folder = "" if source.startswith("file://") else key_of(source)
        self._previous: dict[str, Listed] | None = None
        # Key → book name, and back.
        self._names: dict[str, str] = {}
        self._owners: dict[str, str] = {}
        # Keys without a usable name, or with the name of another video, that were reported.
        self._reported: set[str] = set()
        # Keys of moving previews, which lie among the videos if books are stored there.
        self._previews: set[str] = set()
        # Book name → processed version.
        self._processed: dict[str, str] = {}

    def scan(self, listed: Iterable[Listed], now: float) -> Scan:
        """Compare a listing with the previous one; `now` is in seconds since 1970.

        A version is whole if two scans in a row found it unchanged, and it was last written before the first of them.
        Raises OutputDenied or StoreError.
        """
        found = self._without_previews({file.key: file for file in listed if file.size > 0})
        previous = self._previous or {}
        new = [file for key, file in found.items() if previous.get(key) != file]
        if self._previous is None or any(self._has_marker(file) for file in new):
            self._markers.load()
        self._delete_gone(found, new)
        faults = self._assign_names(found)
        waiting, whole = 0, []
        for key in sorted(self._names):
            video = self._version_of(found[key], self._names[key])
            if self._is_processed(video):
                continue
            waiting += 1
            # A time in the future comes from another clock and is ignored.
            fresh = 0 <= now - found[key].modified < self._every
            if previous.get(key) == found[key] and not fresh:
                whole.append(video)
        self._previous = found
        return Scan(len(found), waiting, whole, faults)

    def finish(self, video: VideoVersion) -> None:
        """Treat a version as processed until it is deleted or replaced."""
        self._processed[video.name] = video.version

    def _without_previews(self, found: dict[str, Listed]) -> dict[str, Listed]:
        """Leave out the previews of books. A key that has a book's name is a video's and is not looked up again."""
        self._previews &= found.keys()
        previews = Previews(self._out)
        new = found.keys() - self._names.keys() - self._previews
        self._previews |= {key for key in new if previews.has(self._url(key))}
        return {key: file for key, file in found.items() if key not in self._previews}

    def _is_processed(self, video: VideoVersion) -> bool:
        if self._processed.get(video.name) == video.version:
            return True
        if self._markers.has(video):
            self.finish(video)
            return True
        return False

    def _has_marker(self, file: Listed) -> bool:
        try:
            name = self._book_of(file.key)
        except NameRefused:
            return False
        return self._markers.has(self._version_of(file, name))

    def _delete_gone(self, found: dict[str, Listed], new: Iterable[Listed]) -> None:
        """Delete the state of keys that are gone, and the processed versions of files that were written again."""
        for key in [key for key in self._names if key not in found]:
            name = self._names.pop(key)
            del self._owners[name]
            self._processed.pop(name, None)
        for file in new:
            self._processed.pop(self._names.get(file.key, ""), None)
        self._reported &= found.keys()

    def _assign_names(self, found: dict[str, Listed]) -> list[FlickbookError]:
        """Assign book names to new keys, and return the conflicts.

        Of two keys with the same name, the one with a marker has precedence, then the one that sorts first.
        """
        faults: dict[str, FlickbookError] = {}
        named: list[tuple[bool, str, str]] = []
        for key in found.keys() - self._names.keys():
            try:
                name = self._book_of(key)
                named.append((not self._markers.has_any_version(self._url(key), name), key, name))
            except NameRefused as error:
                faults[key] = error
        for _, key, name in sorted(named):
            owner = self._owners.setdefault(name, key)
            if owner == key:
                self._names[key] = name
                self._reported.discard(key)
            else:
                fault = f"has the same book name {name!r} as {owner}"
                faults[key] = NameTaken(shown(self._url(key)), fault, "rename one of the two videos, or remove it")
        new = [error for key, error in faults.items() if key not in self._reported]
        self._reported |= faults.keys()
        return new

    def _book_of(self, key: str) -> str:
        return book_name(f"{self._folder}/{key}" if self._folder else key)

    def _version_of(self, file: Listed, name: str) -> VideoVersion:
        return VideoVersion(self._url(file.key), name, f"{file.etag} {file.size}")

    def _url(self, key: str) -> str:
        return f"{self._source}/{below(self._source, key)}"
