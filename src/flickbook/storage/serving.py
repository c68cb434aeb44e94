"""Objects as a web server gives them out: any range of them, by signed URL where the store has those.

Nothing here blocks the event loop for longer than it takes to read a quarter of a megabyte from a disk.
"""

import asyncio
import errno
import os
import stat
from collections import OrderedDict
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from types import TracebackType
from typing import TYPE_CHECKING, Literal, NamedTuple, Self

import obstore
from obstore.store import AzureStore, GCSStore, ObjectStore, S3Store

from flickbook.core.model import Source
from flickbook.errors import FormatRefused, SourceChanged, SourceMissing
from flickbook.storage.faults import reading
from flickbook.storage.range_reader import DATED
from flickbook.storage.urls import connect, is_web, local_path, shown

if TYPE_CHECKING:
    from obstore import GetOptions, SignCapableStore

Method = Literal["GET", "HEAD"]

_SIGNING = (S3Store, GCSStore, AzureStore)
# A cached read of this size takes 40 µs, and a thread to do it in as long again.
AT_ONCE_BYTES = 256 * 1024
# What is held of a folder's files in memory: some thousand pictures.
HELD_BYTES = 32 * 1024 * 1024
# What is asked of a remote store at once: its client gives up an answer that takes longer than 30 s.
PIECE_BYTES = 2 * 1024 * 1024
# Videos on web servers are read by threads of their own, so that slow servers keep only each other waiting.
_WEB_READERS = ThreadPoolExecutor(16, thread_name_prefix="web-source")
_FLAGS = os.O_RDONLY | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK
# How the system says that a path leads through a link, a file, or is none.
_NO_PATH = (errno.ENOENT, errno.ELOOP, errno.ENOTDIR, errno.ENAMETOOLONG, errno.EISDIR)


class LocalObject:
    """An open file, read wherever it is asked for; to be closed, as by `with`."""

    def __init__(self, descriptor: int, name: str) -> None:
        self.descriptor = descriptor
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            os.close(descriptor)
            raise FormatRefused(name, "is not a regular file", "give the path of a file")
        self.size = status.st_size
        self.mark = (status.st_ino, status.st_mtime_ns, status.st_size)
        self.etag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        os.close(self.descriptor)

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Give the bytes `[start, end)` piece by piece; fewer if the file was cut meanwhile."""
        while start < end:
            piece = await asyncio.to_thread(os.pread, self.descriptor, min(end - start, AT_ONCE_BYTES), start)
            if not piece:
                return
            yield piece
            start += len(piece)


class RemoteObject(NamedTuple):
    """One version of an object in a store; `etag` as it stands in a header, or empty."""

    store: ObjectStore
    key: str
    name: str
    size: int
    etag: str

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing is held open."""

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Give the bytes `[start, end)` piece by piece.

        Raises SourceChanged if the object was replaced, SourceMissing if it was removed, or StoreError.
        """
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


class WebObject(NamedTuple):
    """One version of a video on a web server; `etag` as it stands in a header, or empty."""

    source: Source
    size: int
    etag: str

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing is held open."""

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Yield the bytes `[start, end)` piece by piece.

        Raises SourceChanged if the video was replaced, SourceMissing if it was removed, SourceDenied or StoreError.
        """
        from flickbook.storage import http_source

        for at in range(start, end, PIECE_BYTES):
            stop = min(end, at + PIECE_BYTES)
            yield await asyncio.get_running_loop().run_in_executor(
                _WEB_READERS, http_source.read, self.source, at, stop
            )


class HeldObject(NamedTuple):
    """A small file in memory, as it was when its folder had it with this mark."""

    data: bytes
    etag: str
    mark: tuple[int, int, int]

    @property
    def size(self) -> int:
        return len(self.data)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Nothing is held open."""

    async def read(self, start: int, end: int) -> AsyncIterator[bytes]:
        """Give the bytes `[start, end)` at once."""
        yield self.data if end - start == len(self.data) else self.data[start:end]


Served = LocalObject | RemoteObject | WebObject | HeldObject


class Shelf:
    """The objects below one URL. Keys are relative to it, parts joined by `/`, and are taken as they are."""

    def __init__(self, url: str) -> None:
        self._url = url.rstrip("/")
        self._store, self._prefix = connect(self._url)
        self._folder = _Folder(os.path.realpath(local_path(self._url))) if url.startswith("file://") else None

    async def open(self, key: str) -> Served:
        """Open one object. In a local folder no link is followed. Raises SourceMissing, SourceDenied or StoreError."""
        if self._folder is not None:
            return self._folder.open(key)
        return await _look_up(self._store, self._path(key), key)

    async def sign(self, method: Method, key: str, seconds: float) -> str | None:
        """Give a URL by which anybody can read an object for so many seconds, or None where the store has none."""
        if not isinstance(self._store, _SIGNING):
            return None
        return await _sign(self._store, method, self._path(key), key, seconds)

    def _path(self, key: str) -> str:
        return "/".join(part for part in (self._prefix, key) if part)


async def open_version(source: Source) -> LocalObject | RemoteObject | WebObject:
    """Open the version of a video that is meant. Raises SourceMissing, SourceDenied, SourceChanged or StoreError."""
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
    """Give a URL by which anybody can read a video for so many seconds, or None where the store has no such URLs.

    Raises SourceDenied or StoreError.
    """
    if is_web(source.url):
        return None
    store, key = connect(source.url)
    return await _sign(store, method, key, shown(source.url), seconds) if isinstance(store, _SIGNING) else None


def header_etag(mark: str | None) -> str:
    """Give an ETag as it stands in a header, whether the store quotes its own or not; empty for none."""
    if not mark or mark.startswith(('"', "W/")):
        return mark or ""
    return f'"{mark}"'


async def _sign(store: "SignCapableStore", method: Method, key: str, name: str, seconds: float) -> str:
    with reading(name):
        return await obstore.sign_async(store, method, key, timedelta(seconds=seconds))


async def _look_up(store: ObjectStore, key: str, name: str) -> RemoteObject:
    with reading(name):
        meta = await obstore.head_async(store, key)
    return RemoteObject(store, key, name, meta["size"], header_etag(meta["e_tag"]))


class _Folder:
    """A local folder, of which the small files asked for last are held in memory.

    To see that a file is still the same takes a fifth of the time that it takes to open and read it.
    """

    def __init__(self, path: str) -> None:
        self._path = path
        self._held: OrderedDict[str, HeldObject] = OrderedDict()
        self._held_bytes = 0

    def open(self, key: str) -> LocalObject | HeldObject:
        """Open a file, following no link. Raises SourceMissing, SourceDenied, FormatRefused or StoreError."""
        held = self._held.get(key)
        if held is not None:
            if _mark(f"{self._path}/{key}") == held.mark:
                self._held.move_to_end(key)
                return held
            del self._held[key]
            self._held_bytes -= held.size
        opened = LocalObject(_open_below(self._path, key), key)
        if opened.size > AT_ONCE_BYTES:
            return opened
        with opened:
            return self._hold(key, opened)

    def _hold(self, key: str, opened: LocalObject) -> HeldObject:
        with reading(key):
            data = os.pread(opened.descriptor, opened.size, 0)
        held = HeldObject(data, opened.etag, opened.mark)
        self._held[key] = held
        self._held_bytes += held.size
        while self._held_bytes > HELD_BYTES:
            self._held_bytes -= self._held.popitem(last=False)[1].size
        return held


def _mark(path: str) -> tuple[int, int, int] | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_ino, status.st_mtime_ns, status.st_size


def _open_below(folder: str, key: str) -> int:
    """Open a file below a folder, part by part, so that no link can lead elsewhere."""
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
