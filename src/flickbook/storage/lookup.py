"""Sources: look a video up and read it, in a folder or by ranges from a remote store."""

import io
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO

import obstore

from flickbook.core.model import Source
from flickbook.errors import FormatRefused, SourceChanged
from flickbook.storage.faults import reading, writing
from flickbook.storage.range_reader import RangeReader, version_of
from flickbook.storage.urls import connect, is_web, local_path, shown

if TYPE_CHECKING:
    from typing_extensions import Buffer


def find_source(url: str) -> Source:
    """Look a video up: its size in bytes and the mark of its version.

    Raises SourceMissing, SourceDenied, FormatRefused (a folder or a device) or StoreError.
    """
    if url.startswith("file://"):
        with reading(shown(url)):
            status = os.stat(local_path(url))
        if not stat.S_ISREG(status.st_mode):
            raise FormatRefused(shown(url), "is not a regular file", "give the path of a video file")
        return Source(url=url, etag=local_version(status), size=status.st_size)
    if is_web(url):
        from flickbook.storage import http_source

        return http_source.find(url)
    store, key = connect(url)
    with reading(shown(url)):
        meta = obstore.head(store, key)
    return Source(url=url, etag=version_of(meta), size=meta["size"])


def check_direct(url: str) -> None:
    """Raise SourceDenied if a web server sends readers to another URL, or StoreError if it does not answer."""
    from flickbook.storage import http_source

    http_source.check_direct(url)


def local_version(status: os.stat_result) -> str:
    """Give the mark of a local file's version: when it was last written, and its size."""
    return f"{status.st_mtime_ns:x}-{status.st_size:x}"


def check_unchanged(source: Source) -> None:
    """Raise SourceChanged if a local video is no longer the version that was planned.

    A remote one needs no look: each of its reads is of that version.
    """
    if source.url.startswith("file://") and find_source(source.url) != source:
        raise SourceChanged(shown(source.url), "was replaced during the work", "run again to render the new version")


def open_source(source: Source) -> BinaryIO:
    """Open a video for reading, by ranges if it lies in a remote store.

    Raises SourceMissing, SourceDenied, SourceChanged or StoreError, now or while reading.
    """
    check_unchanged(source)
    if source.url.startswith("file://"):
        with reading(shown(source.url)):
            return io.BufferedReader(LocalReader(source.url))
    return RemoteFile(RangeReader(source))


def remove_source(url: str) -> None:
    """Remove a video; one that is gone already does not matter. Raises OutputDenied or StoreError."""
    store, key = connect(url)
    with suppress(FileNotFoundError), writing(shown(url)):
        obstore.delete(store, key)


class RemoteFile(io.BufferedReader):
    """A remote video, which takes the hint how far reading will go."""

    def __init__(self, reader: RangeReader) -> None:
        super().__init__(reader)
        self.expect = reader.expect


class LocalReader(io.FileIO):
    """A local file whose read errors name it."""

    def __init__(self, url: str) -> None:
        super().__init__(local_path(url))
        self._shown = shown(url)

    def readinto(self, buffer: "Buffer", /) -> int | None:
        with reading(self._shown):
            return super().readinto(buffer)
