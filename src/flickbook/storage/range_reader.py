"""A remote object as a file: the range requests grow while reading is sequential."""

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

from flickbook.core.backoff import Backoff
from flickbook.core.model import Source
from flickbook.storage.faults import changed, reading
from flickbook.storage.urls import connect, is_web, shown

if TYPE_CHECKING:
    from obstore import GetOptions, GetResult, ObjectMeta
    from obstore.store import ObjectStore

# The first request after a jump: the size of libav's buffer, and more where reading is known to go on.
FIRST_BYTES = 32 * 1024
SURE_FIRST_BYTES = 512 * 1024
# The largest request where the end is unknown; on average half a request is read in vain.
GUESSED_BYTES = 1024 * 1024
# The largest request where the end is known.
SURE_BYTES = 4 * 1024 * 1024
KEPT_BYTES = 16 * 1024 * 1024
# Seconds to wait before repeating a request whose body was cut off. obstore repeats requests without a response; after
# half a body it continues only with an ETag, and then reports a replaced object as a network fault.
_BACKOFF = Backoff(0.2, 1.6, tries=4)
# Begins the version tag of an object whose server sends no ETag: a date follows.
DATED = "modified "


def version_of(meta: "ObjectMeta") -> str:
    """Return an object's version tag: its ETag, or else the date of its last change."""
    return meta["e_tag"] or f"{DATED}{meta['last_modified'].isoformat()}"


def is_strong(tag: str) -> bool:
    """Return whether a version tag can be sent in If-Match: it is a strong ETag (RFC 9110, section 13.1.1)."""
    return not tag.startswith((DATED, "W/"))


class _Piece(NamedTuple):
    start: int
    data: bytes

    @property
    def end(self) -> int:
        return self.start + len(self.data)


class _Ahead(NamedTuple):
    """A piece that another thread is fetching."""

    start: int
    end: int
    answer: "Future[bytes]"


class RangeReader(io.RawIOBase):
    """A remote object as a file, read by range requests; the last 16 MB are kept in memory.

    The first request after a jump is small, because libav often reads a few bytes and jumps again. Each sequential
    request is four times as long as the one before, up to a limit. Where the end is known, the next piece is fetched
    while the current one is decoded. Reading raises SourceChanged for another version than the planned one, and
    SourceMissing, SourceDenied or StoreError.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._fetch = _fetcher(source)
        self._pieces: deque[_Piece] = deque()
        self._expected = 0
        self._position = 0
        self._ahead: _Ahead | None = None

    def expect(self, end: int) -> None:
        """Expect sequential reading until about byte `end`."""
        # libav reads whole buffers, and so a little further.
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
        """Return the piece with the byte at the position, from memory or from the store."""
        for piece in self._pieces:
            if piece.start <= self._position < piece.end:
                return piece
        ahead, self._ahead = self._ahead, None
        if ahead is not None and ahead.start <= self._position < ahead.end:
            piece = _Piece(ahead.start, ahead.answer.result())
        else:
            start, end = self._missing(self._position)
            piece = _Piece(start, self._fetch(start, end))
        sequential = any(kept.end == piece.start for kept in self._pieces)
        self._pieces.append(piece)
        while sum(len(kept.data) for kept in self._pieces) > KEPT_BYTES:
            self._pieces.popleft()
        if sequential:
            self._start_fetch(piece.end)
        return piece

    def _start_fetch(self, at: int) -> None:
        """Fetch the piece that begins at a byte in another thread, if it will be read and is not in memory."""
        if at >= self._expected or any(piece.start == at for piece in self._pieces):
            return
        self._ahead = _Ahead(*self._missing(at), Future())
        # A daemon thread: the program can end while a store does not answer.
        threading.Thread(target=self._fetch_ahead, args=self._ahead, daemon=True).start()

    def _fetch_ahead(self, start: int, end: int, answer: "Future[bytes]") -> None:
        try:
            answer.set_result(self._fetch(start, end))
        except BaseException as error:  # noqa: BLE001  # raised where the piece is read
            answer.set_exception(error)

    def _missing(self, at: int) -> tuple[int, int]:
        """Return the bounds of the request for the byte at `at`."""
        known = at < self._expected
        start = max([at - at % FIRST_BYTES, *(piece.end for piece in self._pieces if piece.end <= at)])
        length = SURE_FIRST_BYTES if known else FIRST_BYTES
        # What is left to the expected end comes along rather than by a short request of its own.
        if known and self._expected - at < 2 * SURE_FIRST_BYTES:
            length = self._expected - at
        # A gap no longer than the last request is another track's packets: reading is still sequential.
        before = [len(piece.data) for piece in self._pieces if 0 <= at - piece.end <= len(piece.data)]
        if before and at != self._expected:
            start, length = at, max(length, min(4 * before[-1], SURE_BYTES if known else GUESSED_BYTES))
        limits = [piece.start for piece in self._pieces if piece.start > at]
        return start, min([at + length, self._source.size, *limits, *([self._expected] if known else [])])


def _fetcher(source: Source) -> Callable[[int, int], bytes]:
    """Return the function that reads the bytes `[start, end)` of a version."""
    if is_web(source.url):
        from flickbook.storage import http_source  # imports urllib3, which takes 0.07 s

        return partial(http_source.read, source)
    return partial(_fetch, *connect(source.url), source)


def _fetch(store: "ObjectStore", key: str, source: Source, start: int, end: int) -> bytes:
    with reading(shown(source.url)):
        for pause in _BACKOFF.pauses():
            answer = _ask(store, key, source, start, end)
            try:
                return _body(answer, end - start)
            except foreign.GenericError:
                time.sleep(pause)
        return _body(_ask(store, key, source, start, end), end - start)


def _ask(store: "ObjectStore", key: str, source: Source, start: int, end: int) -> "GetResult":
    condition: GetOptions = {"if_match": source.etag} if is_strong(source.etag) else {}
    answer = obstore.get(store, key, options={"range": (start, end), **condition})
    # Some servers ignore If-Match, and a weak ETag cannot be sent in it.
    if (version_of(answer.meta), answer.meta["size"]) != (source.etag, source.size):
        raise changed(shown(source.url))
    return answer


def _body(answer: "GetResult", length: int) -> bytes:
    data = bytes(answer.bytes())
    if len(data) != length:
        raise OSError(f"{len(data)} of {length} bytes came")
    return data
