"""A video behind a web server: looked up, and read by ranges, each of which is of the planned version."""

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar
from urllib.parse import quote

from flickbook.core.model import Source
from flickbook.errors import SourceChanged, SourceDenied, SourceMissing, StoreError
from flickbook.storage.faults import first_line, reading
from flickbook.storage.http_client import Answer, ask, ask_once
from flickbook.storage.range_reader import DATED, is_strong
from flickbook.storage.urls import key_of

Result = TypeVar("Result")

# Seconds to wait before each further attempt, and after how many none begins: as obstore does for object stores.
_WAITS = (0.1, 0.2, 0.4, 0.8, 1.6)
_LAST_ATTEMPT_SECONDS = 60.0
# What a path may hold as it is (RFC 3986, section 3.3).
_PATH_CHARACTERS = "/!$&'()*+,;=:@~"
_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_HEADERS = {"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": "flickbook"}


def find(url: str) -> Source:
    """Look a video up: its size in bytes and the mark of its version.

    Raises SourceMissing, SourceDenied or StoreError.
    """
    return _tried(url, lambda: _find(url))


def read(source: Source, start: int, end: int) -> bytes:
    """Read the bytes `[start, end)` of a video.

    Raises SourceChanged unless they are of that version, SourceMissing, SourceDenied or StoreError.
    """
    return _tried(source.url, lambda: _read(source, start, end))


def check_direct(url: str) -> None:
    """Raise SourceDenied if a video's server sends readers to another URL, or StoreError if it does not answer."""
    try:
        answer = ask_once("HEAD", _escaped(url), _HEADERS)
    except (OSError, ValueError) as error:
        raise StoreError(url, f"does not answer ({first_line(error)})", "check the URL and try again") from error
    if 300 <= answer.status < 400:
        raise SourceDenied(url, "sends whoever asks to another URL", "give the URL where the video lies")


def _find(url: str) -> Source:
    headers = _ask(url, "HEAD", {}, 0).headers
    size = headers.get("Content-Length", "")
    if not size.isdecimal():
        raise StoreError(url, "lies on a server that does not tell its size", "download it, or use another server")
    return Source(url=url, etag=_version_of(headers), size=int(size))


def _read(source: Source, start: int, end: int) -> bytes:
    condition = {"If-Match": source.etag} if is_strong(source.etag) else {}
    answer = _ask(source.url, "GET", {"Range": f"bytes={start}-{end - 1}", **condition}, end - start)
    if answer.status != 206:
        raise StoreError(
            source.url, "lies on a server that gives no parts of a file", "download it, or use another server"
        )
    given = _CONTENT_RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    first, last, size = map(int, given.groups()) if given else (0, -1, source.size)
    # Not every server minds If-Match, and without a strong ETag there is none.
    if (_version_of(answer.headers), size) != (source.etag, source.size):
        raise _changed(source.url)
    if (first, last + 1) != (start, end):
        raise StoreError(source.url, "has a server that sends other bytes than are asked for", "use another server")
    if len(answer.body) != end - start:
        raise OSError(f"an answer of {end - start} bytes has {len(answer.body)}")
    return answer.body


def _ask(url: str, method: str, headers: Mapping[str, str], most: int) -> Answer:
    """Ask for a video. Raises OSError where asking again may help."""
    answer = ask(method, _escaped(url), {**_HEADERS, **headers}, most)
    status = answer.status
    if status in (404, 410):
        raise SourceMissing(url, "does not exist", "check the path or URL")
    if status in (401, 403):
        raise SourceDenied(url, "may not be read", "check its permissions or your credentials")
    # It is shorter than it was where a range begins beyond its end.
    if status in (412, 416):
        raise _changed(url)
    if status in (408, 429) or status >= 500:
        raise OSError(f"its server answers {status}")
    if not 200 <= status < 300:
        raise StoreError(url, f"cannot be read, its server answers {status}", "check the URL")
    return answer


def _changed(url: str) -> SourceChanged:
    return SourceChanged(url, "was replaced during the work", "run again to render the new version")


def _tried(url: str, attempt: Callable[[], Result]) -> Result:
    """Return what an attempt returns, and begin it anew while it raises OSError and time is left."""
    began = time.monotonic()
    with reading(url):
        for wait in _WAITS:
            try:
                return attempt()
            except OSError:
                if time.monotonic() - began > _LAST_ATTEMPT_SECONDS:
                    raise
                time.sleep(wait)
        return attempt()


def _version_of(headers: Mapping[str, str]) -> str:
    """Return the mark of a version: its ETag, or else its date, that of no date being 1970."""
    etag, date = headers.get("ETag"), headers.get("Last-Modified")
    if etag:
        return etag
    when = parsedate_to_datetime(date) if date else datetime.fromtimestamp(0, UTC)
    return f"{DATED}{when.isoformat()}"


def _escaped(url: str) -> str:
    """Return a URL as it is sent, in the one form that all have whose key is the same."""
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0].rpartition("@")[2]
    return (
        f"{scheme}://{host if host.isascii() else host.encode('idna').decode()}/{quote(key_of(url), _PATH_CHARACTERS)}"
    )
