"""Sources: look a video up and read it, in a folder or by ranges from a remote store."""

import io
import os
import stat
from collections import OrderedDict
from typing import TYPE_CHECKING, BinaryIO

import obstore

from flickbook.errors import FormatRefused, SourceChanged
from flickbook.model import Source
from flickbook.storage.faults import reading
from flickbook.storage.urls import connect, local_path, shown

if TYPE_CHECKING:
    from obstore import GetOptions
    from typing_extensions import Buffer

BLOCK_BYTES = 512 * 1024
BLOCKS_KEPT = 32
# Marks a version by its date, for servers that give no ETag.
_DATED = "modified "


def find_source(url: str) -> Source:
    """Look a video up: its size in bytes and the mark of its version.

    Raises SourceMissing, SourceDenied, FormatRefused (a folder or a device) or StoreError.
    """
    if url.startswith("file://"):
        with reading(shown(url)):
            status = os.stat(local_path(url))
        if not stat.S_ISREG(status.st_mode):
            raise FormatRefused(shown(url), "is not a regular file", "give the path of a video file")
        return Source(url=url, etag=f"{status.st_mtime_ns:x}-{status.st_size:x}", size=status.st_size)
    store, key = connect(url)
    with reading(shown(url)):
        meta = obstore.head(store, key)
    return Source(url=url, etag=meta["e_tag"] or f"{_DATED}{meta['last_modified'].isoformat()}", size=meta["size"])


def check_unchanged(source: Source) -> None:
    """Raise SourceChanged if the video is no longer the version that was planned."""
    if find_source(source.url) != source:
        raise SourceChanged(shown(source.url), "was replaced during the work", "run again to render the new version")


def open_source(source: Source) -> BinaryIO:
    """Open a video for reading, by ranges if it lies in a remote store.

    Raises SourceMissing, SourceDenied, SourceChanged or StoreError, now or while reading.
    """
    check_unchanged(source)
    if source.url.startswith("file://"):
        with reading(shown(source.url)):
            return io.BufferedReader(LocalReader(source.url))
    return io.BufferedReader(BlockReader(source), BLOCK_BYTES)


class LocalReader(io.FileIO):
    """A local file whose read errors name it."""

    def __init__(self, url: str) -> None:
        super().__init__(local_path(url))
        self._shown = shown(url)

    def readinto(self, buffer: "Buffer", /) -> int | None:
        with reading(self._shown):
            return super().readinto(buffer)


class BlockReader(io.RawIOBase):
    """A remote object as a file: range requests of whole blocks, the last few of them kept.

    libav reads in small pieces and jumps between index and data; blocks turn that into few
    requests. Every request names the planned version (If-Match) where the server has strong ETags.
    """

    def __init__(self, source: Source, block: int = BLOCK_BYTES, kept: int = BLOCKS_KEPT) -> None:
        self._source = source
        self._store, self._key = connect(source.url)
        # A date is no ETag, and a weak ETag matches nothing (RFC 9110, 13.1.1).
        weak = source.etag.startswith((_DATED, "W/"))
        self._condition: GetOptions = {} if weak else {"if_match": source.etag}
        self._block = block
        self._kept = kept
        self._blocks: OrderedDict[int, bytes] = OrderedDict()
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._source.size}[whence]
        self._position = max(0, base + offset)
        return self._position

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: bytearray | memoryview, /) -> int:  # type: ignore[override]
        index, skip = divmod(self._position, self._block)
        if self._position >= self._source.size:
            return 0
        piece = self._get(index)[skip : skip + len(buffer)]
        buffer[: len(piece)] = piece
        self._position += len(piece)
        return len(piece)

    def _get(self, index: int) -> bytes:
        if index in self._blocks:
            self._blocks.move_to_end(index)
            return self._blocks[index]
        start = index * self._block
        end = min(start + self._block, self._source.size)
        with reading(shown(self._source.url)):
            answer = obstore.get(self._store, self._key, options={"range": (start, end), **self._condition})
            data = bytes(answer.bytes())
        self._blocks[index] = data
        if len(self._blocks) > self._kept:
            self._blocks.popitem(last=False)
        return data
