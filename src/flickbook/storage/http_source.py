"""A video on a web server: look it up, and read ranges of the planned version."""

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar
from urllib.parse import quote

from flickbook.core.backoff import Backoff
from flickbook.core.model import Source
from flickbook.errors import SourceDenied, SourceMissing, StoreError
from flickbook.storage.faults import changed, first_line, reading
from flickbook.storage.http_client import Answer, ask, ask_once
from flickbook.storage.range_reader import DATED, is_strong
from flickbook.storage.urls import key_of

Result = TypeVar("Result")

# Seconds to wait before each further attempt, and after which no attempt begins: obstore's values for object stores.
_BACKOFF = Backoff(0.1, 1.6, tries=6)
_LAST_ATTEMPT_SECONDS = 60.0
# Characters that a path may contain as they are (RFC 3986, section 3.3).
_PATH_CHARACTERS = "/!$&'()*+,;=:@~"
_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
_HEADERS = {"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": "flickbook"}


def find(url: str) -> Source:
    """Return a video's Source: its URL, version tag and size. Raises SourceMissing, SourceDenied or StoreError."""
    return _tried(url, lambda: _find(url))


def read(source: Source, start: int, end: int) -> bytes:
    """Return the bytes `[start, end)` of a video.

    Raises SourceChanged if the server has another version, SourceMissing, SourceDenied or StoreError.
    """
    return _tried(source.url, lambda: _read(source, start, end))


def check_direct(url: str) -> None:
    """Raise SourceDenied if a video's server redirects, or StoreError if it does not answer."""
    try:
        answer = ask_once("HEAD", _escaped(url), _HEADERS)
    except (OSError, ValueError) as error:
        raise StoreError(url, f"does not answer ({first_line(error)})", "check the URL and try again") from error
    if 300 <= answer.status < 400:
        raise SourceDenied(url, "redirects to another URL", "give the URL of the video itself")


def _find(url: str) -> Source:
    headers = _ask(url, "HEAD", {}, 0).headers
    size = headers.get("Content-Length", "")
    if not size.isdecimal():
        raise StoreError(url, "has no size: its server sends no Content-Length", "download it, or use another server")
    return Source(url=url, etag=_version_of(headers), size=int(size))


def _read(source: Source, start: int, end: int) -> bytes:
    condition = {"If-Match": source.etag} if is_strong(source.etag) else {}
    answer = _ask(source.url, "GET", {"Range": f"bytes={start}-{end - 1}", **condition}, end - start)
    if answer.status != 206:
        fault = "cannot be read in parts: its server ignores range requests"
        raise StoreError(source.url, fault, "download it, or use another server")
    match = _CONTENT_RANGE.fullmatch(answer.headers.get("Content-Range", ""))
    first, last, size = map(int, match.groups()) if match else (0, -1, source.size)
    # Some servers ignore If-Match, and a weak ETag cannot be sent in it.
    if (_version_of(answer.headers), size) != (source.etag, source.size):
        raise changed(source.url)
    if (first, last + 1) != (start, end):
        raise StoreError(source.url, "has a server that sends other ranges than requested", "use another server")
    if len(answer.body) != end - start:
        raise OSError(f"{len(answer.body)} of {end - start} bytes came")
    return answer.body


def _ask(url: str, method: str, headers: Mapping[str, str], most: int) -> Answer:
    """Send a request for a video. Raises OSError if another attempt may succeed."""
    answer = ask(method, _escaped(url), {**_HEADERS, **headers}, most)
    status = answer.status
    if status in (404, 410):
        raise SourceMissing(url, "does not exist", "check the path or URL")
    if status in (401, 403):
        raise SourceDenied(url, "cannot be read, access is denied", "check the permissions or credentials")
    # 416: the range begins beyond the end, so the video is shorter than it was.
    if status in (412, 416):
        raise changed(url)
    if status in (408, 429) or status >= 500:
        raise OSError(f"its server answers {status}")
    if not 200 <= status < 300:
        raise StoreError(url, f"cannot be read, its server answers {status}", "check the URL")
    return answer


def _tried(url: str, attempt: Callable[[], Result]) -> Result:
    """Return the result of an attempt; try again after an OSError, while time is left."""
    deadline = time.monotonic() + _LAST_ATTEMPT_SECONDS
    with reading(url):
        for pause in _BACKOFF.pauses():
            try:
                return attempt()
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(pause)
        return attempt()


def _version_of(headers: Mapping[str, str]) -> str:
    """Return a version tag: the ETag, or else the date of the last change, 1970 if the server sends none."""
    etag, date = headers.get("ETag"), headers.get("Last-Modified")
    if etag:
        return etag
    when = parsedate_to_datetime(date) if date else datetime.fromtimestamp(0, UTC)
    return f"{DATED}{when.isoformat()}"


def _escaped(url: str) -> str:
    """Return a URL escaped for a request; all URLs with the same key give the same text."""
    scheme, _, rest = url.partition("://")
    host = rest.partition("/")[0].rpartition("@")[2]
    return (
        f"{scheme}://{host if host.isascii() else host.encode('idna').decode()}/{quote(key_of(url), _PATH_CHARACTERS)}"
    )
