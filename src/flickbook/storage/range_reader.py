"""A remote object as a file: range requests that grow while reading goes straight on."""

import io
import threading
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import obstore
from obstore import exceptions as foreign

from flickbook.core.model import Source
from flickbook.errors import SourceChanged
from flickbook.storage.faults import reading
from flickbook.storage.urls import connect, is_web, shown

if TYPE_CHECKING:
    from obstore import GetOptions, GetResult, ObjectMeta
    from obstore.store import ObjectStore

# The request after a jump: what libav reads at once; and where reading is known to go on.
FIRST_BYTES = 32 * 1024
SURE_FIRST_BYTES = 512 * 1024
# The largest request where nobody said how far reading will go: what is read too much is half of it on average.
GUESSED_BYTES = 1024 * 1024
# The largest request where the end is known.
SURE_BYTES = 4 * 1024 * 1024
KEPT_BYTES = 16 * 1024 * 1024
# Seconds to wait before asking again for an answer that was cut in two. Where there is none obstore asks again, but
# it goes on with half a one only where it has an ETag, and takes a replaced object for a network fault meanwhile.
_WAITS = (0.1, 0.4, 1.6)
# Marks a version by its date, for servers that give no ETag.
DATED = "modified "


def version_of(meta: "ObjectMeta") -> str:
    """Give the mark of an object's version: its ETag, or else its date."""
    return meta["e_tag"] or f"{DATED}{meta['last_modified'].isoformat()}"


def is_strong(mark: str) -> bool:
    """Return whether a version's mark can be asked for: a date is no ETag, and a weak ETag matches nothing.

    By RFC 9110, section 13.1.1.
    """
    return not mark.startswith((DATED, "W/"))


class _Piece(NamedTuple):
    start: int
    data: bytes

    @property
    def end(self) -> int:
        return self.start + len(self.data)


class _Ahead(NamedTuple):
    """A piece that is on its way."""

    start: int
    end: int
    answer: "Future[bytes]"


class RangeReader(io.RawIOBase):
    """A remote object as a file, read by range requests; the last 16 MB of answers are kept.

    A jump is followed by a small request, because libav often looks at a few bytes and jumps on; each
    request that goes straight on is four times as long as the one before, up to a limit. Where the end is
    known, the next piece is fetched while this one is decoded. Every answer is of the planned version, or
    reading raises SourceChanged. Also raises SourceMissing, SourceDenied or StoreError.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._fetch = _fetcher(source)
        self._pieces: deque[_Piece] = deque()
        self._expected = 0
        self._position = 0
        self._ahead: _Ahead | None = None

    def expect(self, end: int) -> None:
        """Take the hint that reading goes on until byte `end` and hardly further."""
        # libav reads whole buffers, so a little more than it needs.
        self._expected = min(end + FIRST_BYTES, self._source.size)

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
        if self._position >= self._source.size:
            return 0
        piece = self._piece()
        skip = self._position - piece.start
        part = memoryview(piece.data)[skip : skip + len(buffer)]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)

    def _piece(self) -> _Piece:
        """Give the piece that holds the byte at the position, from those kept or from the store."""
        for piece in self._pieces:
            if piece.start <= self._position < piece.end:
                return piece
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.start <= self._position < ahead.end:
            piece = _Piece(ahead.start, ahead.answer.result())
        else:
            start, end = self._missing(self._position)
            piece = _Piece(start, self._fetch(start, end))
        straight_on = any(kept.end == piece.start for kept in self._pieces)
        self._pieces.append(piece)
        while sum(len(kept.data) for kept in self._pieces) > KEPT_BYTES:
            self._pieces.popleft()
        if straight_on:
            self._look_ahead(piece.end)
        return piece

    def _look_ahead(self, at: int) -> None:
        """Ask for the piece that begins at a byte, if that is sure to be read and is not here already."""
        if at >= self._expected or any(piece.start == at for piece in self._pieces):
            return
        self._ahead = _Ahead(*self._missing(at), Future())
        # A daemon, so that a program that is done need not wait for a store that does not answer.
        threading.Thread(target=self._fetch_ahead, args=self._ahead, daemon=True).start()

    def _fetch_ahead(self, start: int, end: int, answer: "Future[bytes]") -> None:
        try:
            answer.set_result(self._fetch(start, end))
        except BaseException as error:  # noqa: BLE001  # raised where the piece is read
            answer.set_exception(error)

    def _missing(self, at: int) -> tuple[int, int]:
        """Choose which bytes to ask for, if the one at `at` is wanted."""
        known = at < self._expected
        start = max([at - at % FIRST_BYTES, *(piece.end for piece in self._pieces if piece.end <= at)])
        length = SURE_FIRST_BYTES if known else FIRST_BYTES
        # A gap no longer than the last request is another track's packets: reading still goes straight on.
        before = [len(piece.data) for piece in self._pieces if 0 <= at - piece.end <= len(piece.data)]
        if before and at != self._expected:
            start, length = at, max(length, min(4 * before[-1], SURE_BYTES if known else GUESSED_BYTES))
        limits = [piece.start for piece in self._pieces if piece.start > at]
        return start, min([at + length, self._source.size, *limits, *([self._expected] if known else [])])


def _fetcher(source: Source) -> Callable[[int, int], bytes]:
    """Return what reads the bytes `[start, end)` of a version."""
    if is_web(source.url):
        from flickbook.storage import http_source  # urllib3 comes with it, which takes 0.07 s

        return partial(http_source.read, source)
    return partial(_fetch, *connect(source.url), source)


def _fetch(store: "ObjectStore", key: str, source: Source, start: int, end: int) -> bytes:
    with reading(shown(source.url)):
        for wait in _WAITS:
            answer = _ask(store, key, source, start, end)
            try:
                return _body(answer, end - start)
            except foreign.GenericError:
                time.sleep(wait)
        return _body(_ask(store, key, source, start, end), end - start)


def _ask(store: "ObjectStore", key: str, source: Source, start: int, end: int) -> "GetResult":
    condition: GetOptions = {"if_match": source.etag} if is_strong(source.etag) else {}
    answer = obstore.get(store, key, options={"range": (start, end), **condition})
    # Not every server minds If-Match, and without a strong ETag there is none.
    if (version_of(answer.meta), answer.meta["size"]) != (source.etag, source.size):
        raise SourceChanged(shown(source.url), "was replaced during the work", "run again to render the new version")
    return answer


def _body(answer: "GetResult", length: int) -> bytes:
    data = bytes(answer.bytes())
    if len(data) != length:
        raise OSError(f"an answer of {length} bytes has {len(data)}")
    return data
