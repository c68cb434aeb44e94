"""Source videos: look them up, list them, and open them for reading, in a folder or by ranges from a remote store."""

import io
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

import obstore

from flickbook.core.model import Source
from flickbook.errors import FormatRefused
from flickbook.storage.faults import changed, reading, writing
from flickbook.storage.range_reader import RangeReader, version_of
from flickbook.storage.urls import connect, is_web, local_path, shown

if TYPE_CHECKING:
    from typing_extensions import Buffer

# The most objects that S3 returns for one listing request.
_CHUNK = 1000


def find_source(url: str) -> Source:
    """Return a video's Source: its URL, version tag and size.

    Raises SourceMissing, SourceDenied, FormatRefused (a folder or a device) or StoreError.
    """
    if url.startswith("file://"):
        with reading(shown(url)):
            status = os.stat(local_path(url))
        if not stat.S_ISREG(status.st_mode):
            raise FormatRefused(shown(url), "is not a regular file", "give the path of a file")
        return Source(url=url, etag=_local_version(status), size=status.st_size)
    if is_web(url):
        from flickbook.storage import http_source

        return http_source.find(url)
    store, key = connect(url)
    with reading(shown(url)):
        meta = obstore.head(store, key)
    return Source(url=url, etag=version_of(meta), size=meta["size"])


def check_direct(url: str) -> None:
    """Raise SourceDenied if a video's web server redirects, or StoreError if it does not answer."""
    from flickbook.storage import http_source

    http_source.check_direct(url)


def _local_version(status: os.stat_result) -> str:
    """Return a local file's version tag: the time of the last write, and the size."""
    return f"{status.st_mtime_ns:x}-{status.st_size:x}"


def check_unchanged(source: Source) -> None:
    """Raise SourceChanged if a local video is no longer the planned version.

    Remote videos need no check here: each read asks for the planned version.
    """
    if source.url.startswith("file://") and find_source(source.url) != source:
        raise changed(shown(source.url))


class Listed(NamedTuple):
    """A file or object in a listing; times are in seconds since 1970.

    `key` is relative to the listed folder; `etag` and `size` in bytes are those of `find_source`. `modified` is when a
    file was last written, and 0 for objects of a bucket, which are always complete. `came` is when the file or object
    last appeared: it changes when the same bytes are stored there again.
    """

    key: str
    etag: str
    size: int
    modified: float
    came: float


def list_sources(url: str, wanted: Callable[[str], bool], without: str = "") -> Iterator[Listed]:
    """Yield the files below a local folder, or the objects below a prefix, whose keys `wanted` accepts.

    A bucket costs one request for a thousand objects. Hidden local files and folders are left out, since copying
    programs use them for incomplete files; so are all keys below the folder `without`. Raises SourceMissing,
    SourceDenied or StoreError.
    """
    below = f"{without}/" if without else ""
    if url.startswith("file://"):
        yield from _list_folder(url, wanted, below)
        return
    store, prefix = connect(url)
    start = len(prefix) + 1 if prefix else 0
    with reading(shown(url)):
        for chunk in obstore.list(store, prefix or None, chunk_size=_CHUNK):
            for meta in chunk:
                key = meta["path"][start:]
                if wanted(key) and not (below and key.startswith(below)):
                    yield Listed(key, _quoted(version_of(meta)), meta["size"], 0.0, meta["last_modified"].timestamp())


def _list_folder(url: str, wanted: Callable[[str], bool], below: str) -> Iterator[Listed]:
    root = local_path(url).rstrip("/")
    with reading(shown(url)):
        # `os.walk` silently skips unreadable folders; for the first folder this call raises the error.
        os.scandir(f"{root}/").close()
    for folder, folders, files in os.walk(f"{root}/"):
        start = folder[len(root) + 1 :]
        start = f"{start.rstrip('/')}/" if start else ""
        folders[:] = [name for name in folders if name[0] != "." and f"{start}{name}/" != below]
        for key in (start + name for name in files if name[0] != "."):
            if wanted(key) and (listed := _listed(root, key)) is not None:
                yield listed


def _listed(root: str, key: str) -> Listed | None:
    try:
        status = os.stat(f"{root}/{key}")
    except OSError:
        return None  # deleted meanwhile, or a broken link
    if not stat.S_ISREG(status.st_mode):
        return None
    return Listed(key, _local_version(status), status.st_size, status.st_mtime, status.st_ctime)


def _quoted(version: str) -> str:
    """Return an ETag in quotes, as a HEAD request returns it; Azure's listings leave the quotes out."""
    return version if '"' in version or " " in version else f'"{version}"'


def open_source(source: Source) -> BinaryIO:
    """Open a video for reading, by ranges if it lies in a remote store.

    Raises SourceMissing, SourceDenied, SourceChanged or StoreError, now or while reading.
    """
    check_unchanged(source)
    if source.url.startswith("file://"):
        with reading(shown(source.url)):
            return io.BufferedReader(LocalReader(source.url))
    return RemoteFile(RangeReader(source))


def delete_source(url: str) -> None:
    """Delete a video, if it exists. Raises OutputDenied or StoreError."""
    store, key = connect(url)
    with suppress(FileNotFoundError), writing(shown(url), "--source"):
        obstore.delete(store, key)


class RemoteFile(io.BufferedReader):
    """A remote video; `expect(end)` announces how far it will be read."""

    def __init__(self, reader: RangeReader) -> None:
        super().__init__(reader)
        self.expect = reader.expect


class LocalReader(io.FileIO):
    """A local file; errors while reading name its path."""

    def __init__(self, url: str) -> None:
        super().__init__(local_path(url))
        self._shown = shown(url)

    def readinto(self, buffer: "Buffer", /) -> int | None:
        with reading(self._shown):
            return super().readinto(buffer)
