"""Objects for the web server: read any range of an object, or get a signed URL of it from a store that can sign.

No call blocks the event loop for longer than reading a quarter of a megabyte from a disk takes.
"""

import asyncio
import errno
import os
import stat
from collections import OrderedDict
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self

import obstore
from obstore.store import AzureStore, GCSStore, ObjectStore, S3Store

from flickbook.core.model import Source
from flickbook.errors import FormatRefused, SourceChanged, SourceMissing
from flickbook.storage.faults import reading
from flickbook.storage.range_reader import DATED
from flickbook.storage.urls import connect, is_web, local_path, shown

if TYPE_CHECKING:
    from obstore import GetOptions

Method = Literal["GET", "HEAD"]

# Reading so many bytes from the system's cache takes 40 µs; starting a thread for it takes as long again.
AT_ONCE_BYTES = 256 * 1024
# Memory for the small files of one folder: some thousand pictures.
CACHE_BYTES = 32 * 1024 * 1024
# The largest request to a remote store: obstore gives up a response that takes longer than 30 s.
PIECE_BYTES = 2 * 1024 * 1024
# Videos on web servers have threads of their own, so that slow servers delay only each other.
_WEB_READERS = ThreadPoolExecutor(16, thread_name_prefix="web-source")
_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
# The system's errors for a path that is missing, invalid, or leads through a link or a file.
_NO_PATH = (errno.ENOENT, errno.ELOOP, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EISDIR)


class Served:
    """One version of an object, open for reading; `with` closes it. `etag` is as in a header, or empty."""

    size: int
    etag: str

    def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Yield the bytes `[start, end)` piece by piece.

        Raises SourceChanged if the object was replaced meanwhile, SourceMissing, SourceDenied or StoreError.
        """
        raise NotImplementedError

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close what is open; only local files are."""

    async def read_all(self) -> bytes:
        """Return all bytes. Raises what `read` raises."""
        return b"".join([piece async for piece in self.read(0, self.size)])


class LocalObject(Served):
    """An open local file."""

    def __init__(self, descriptor: int, name: str) -> None:
        self.descriptor = descriptor
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            os.close(descriptor)
            raise FormatRefused(name, "is not a regular file", "give the path of a file")
        self.size = status.st_size
        self.version = _version(status)
        self.etag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self.descriptor)

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Yield the bytes `[start, end)` piece by piece; fewer if the file was truncated meanwhile."""
        while start < end:
            piece = await asyncio.to_thread(os.pread, self.descriptor, min(end - start, AT_ONCE_BYTES), start)
            if not piece:
                return
            yield piece
            start += len(piece)


@dataclass(frozen=True)
class RemoteObject(Served):
    """An object in a store."""

    store: ObjectStore
    key: str
    name: str
    size: int
    etag: str

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        condition: GetOptions = {"if_match": self.etag} if self.etag.startswith('"') else {}
        while start < end:
            stop = min(end, start + PIECE_BYTES)
            with reading(self.name):
                answer = await obstore.get_async(self.store, self.key, options={"range": (start, stop), **condition})
                piece = bytes(await answer.bytes_async())
            if answer.meta["size"] != self.size or header_etag(answer.meta["e_tag"]) != self.etag or not piece:
                raise SourceChanged(self.name, "was replaced while it was read", "read it again")
            yield piece
            start += len(piece)


@dataclass(frozen=True)
class WebObject(Served):
    """A video on a web server."""

    source: Source
    size: int
    etag: str

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        from flickbook.storage import http_source

        for at in range(start, end, PIECE_BYTES):
            stop = min(end, at + PIECE_BYTES)
            yield await asyncio.get_running_loop().run_in_executor(
                _WEB_READERS, http_source.read, self.source, at, stop
            )


@dataclass(frozen=True)
class CachedObject(Served):
    """A small file in memory; `version` is that of the local file when it was read."""

    data: bytes
    size: int
    etag: str
    version: tuple[int, int, int] = (0, 0, 0)

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        yield self.data if end - start == len(self.data) else self.data[start:end]


class ObjectReader:
    """Reads the objects below one URL. Keys are relative to this URL, unquoted, with parts joined by `/`."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._store, self._prefix = connect(self._url)
        self._folder = _Folder(os.path.realpath(local_path(self._url))) if url.startswith("file://") else None

    async def open(self, key: str) -> Served:
        """Open an object; links in local folders are not followed. Raises SourceMissing, SourceDenied or StoreError."""
        if self._folder is not None:
            return self._folder.open(key)
        path = self._path(key)
        with reading(key):
            meta = await obstore.head_async(self._store, path)
        return RemoteObject(self._store, path, key, meta["size"], header_etag(meta["e_tag"]))

    async def sign(self, method: Method, key: str, seconds: float) -> str | None:
        """Return a URL that lets anybody read an object for some seconds; None if the store cannot sign URLs."""
        return await _sign(self._store, method, self._path(key), key, seconds)

    def _path(self, key: str) -> str:
        return "/".join(part for part in (self._prefix, key) if part)


async def open_version(source: Source) -> Served:
    """Open a source's version of a video. Raises SourceMissing, SourceDenied, SourceChanged or StoreError."""
    name = shown(source.url)
    if source.url.startswith("file://"):
        with reading(name):
            return LocalObject(os.open(local_path(source.url), _FLAGS & ~os.O_NOFOLLOW), name)
    etag = "" if source.etag.startswith(DATED) else header_etag(source.etag)
    if is_web(source.url):
        return WebObject(source, source.size, etag)
    store, key = connect(source.url)
    return RemoteObject(store, key, name, source.size, etag)


async def sign_source(source: Source, method: Method, seconds: float) -> str | None:
    """Return a URL that lets anybody read a video for some seconds; None if the store cannot sign URLs.

    Raises SourceDenied or StoreError.
    """
    if is_web(source.url):
        return None
    store, key = connect(source.url)
    return await _sign(store, method, key, shown(source.url), seconds)


def header_etag(etag: str | None) -> str:
    """Return a store's ETag as in a header, in quotes; empty for None."""
    if not etag or etag.startswith(('"', "W/")):
        return etag or ""
    return f'"{etag}"'


async def _sign(store: ObjectStore, method: Method, key: str, name: str, seconds: float) -> str | None:
    if not isinstance(store, S3Store | GCSStore | AzureStore):
        return None
    with reading(name):
        return await obstore.sign_async(store, method, key, timedelta(seconds=seconds))


class _Folder:
    """A local folder that caches its most recently read small files in memory.

    Checking that a file is unchanged takes a fifth of the time of opening and reading it.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._cache: OrderedDict[str, CachedObject] = OrderedDict()
        self._cached_bytes = 0

    def open(self, key: str) -> Served:
        """Open a file without following links. Raises SourceMissing, SourceDenied, FormatRefused or StoreError."""
        cached = self._cache.get(key)
        if cached is not None:
            if self._current_version(key) == cached.version:
                self._cache.move_to_end(key)
                return cached
            del self._cache[key]
            self._cached_bytes -= cached.size
        opened = LocalObject(_open_below(self._path, key), key)
        if opened.size > AT_ONCE_BYTES:
            return opened
        with opened:
            return self._add(key, opened)

    def _current_version(self, key: str) -> tuple[int, int, int] | None:
        try:
            return _version(os.lstat(f"{self._path}/{key}"))
        except OSError:
            return None

    def _add(self, key: str, opened: LocalObject) -> CachedObject:
        with reading(key):
            data = os.pread(opened.descriptor, opened.size, 0)
        cached = CachedObject(data, len(data), opened.etag, opened.version)
        self._cache[key] = cached
        self._cached_bytes += cached.size
        while self._cached_bytes > CACHE_BYTES:
            self._cached_bytes -= self._cache.popitem(last=False)[1].size
        return cached


def _version(status: os.stat_result) -> tuple[int, int, int]:
    return status.st_ino, status.st_mtime_ns, status.st_size


def _open_below(folder: str, key: str) -> int:
    """Return the descriptor of a file below a folder. Opening each part of the key by itself rules links out."""
    opened = -1
    try:
        opened = os.open(folder, _FLAGS)
        for part in key.split("/"):
            above, opened = opened, os.open(part, _FLAGS, dir_fd=opened)
            os.close(above)
    except OSError as error:
        if opened >= 0:
            os.close(opened)
        if error.errno in _NO_PATH:
            raise SourceMissing(key, "does not exist", "check the path or URL") from error
        with reading(key):
            raise
    return opened
