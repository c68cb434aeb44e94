"""A video on a web server: look it up, and read ranges of the planned version."""

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar
from urllib.parse import quote, urlsplit, urlunsplit

from flickbook.core.backoff import Backoff
from flickbook.core.model import Source
from flickbook.errors import SourceDenied, SourceMissing, StoreError
from flickbook.storage.access import NO_ACCESS, Access, access_to
from flickbook.storage.faults import changed, first_line, reading
from flickbook.storage.http_client import Answer, ask, ask_once
from flickbook.storage.range_reader import DATED, is_strong
from flickbook.storage.urls import check_unsecret, key_of

Result = TypeVar("Result")

# Seconds to wait before each further attempt, and after which no attempt begins: obstore's values for object stores.
_BACKOFF = Backoff(0.1, 1.6, tries=6)
_LAST_ATTEMPT_SECONDS = 60.0
# Characters that a path may contain as they are (RFC 3986, section 3.3).
_PATH_CHARACTERS = "/!$&'()*+,;=:@~"
_CONTENT_RANGE = re.compile(r"bytes (\d+)-(\d+)/(\d+)")
# Statuses of HEAD with which a server may still answer GET.
_NO_HEAD = (403, 405, 501)
# How much of an error's body is read.
_MESSAGE_BYTES = 4096
_EXPIRED = re.compile(rb"expired|not valid in the specified time frame", re.IGNORECASE)
_HEADERS = {"Accept": "*/*", "Accept-Encoding": "identity", "User-Agent": "flickbook"}


def find(url: str) -> Source:
    """Return a video's Source: its URL, version tag and size.

    Raises SourceMissing, SourceDenied or StoreError, and UsageError for a URL that must not be stored.
    """
    check_unsecret(url)
    return _tried(url, lambda: _find(url))


def read(source: Source, start: int, end: int) -> bytes:
    """Return the bytes `[start, end)` of a video.

    Raises SourceChanged if the server has another version, SourceMissing, SourceDenied or StoreError.
    """
    return _tried(source.url, lambda: _read(source, start, end))


def check_direct(url: str) -> None:
    """Raise SourceDenied if a video's server redirects, or StoreError if it does not answer."""
    try:
        answer = ask_once("HEAD", _request_url(url), _HEADERS)
    except (OSError, ValueError) as error:
        raise StoreError(url, f"does not answer ({first_line(error)})", "check the URL and try again") from error
    if 300 <= answer.status < 400:
        raise SourceDenied(url, "redirects to another URL", "give the URL of the video itself")


def _find(url: str) -> Source:
    # A signature is for one method, that of reading. Some servers answer only that method anyway.
    answer = None if access_to(url).url else _send(url, "HEAD", {}, 0)
    if answer is None or answer.status in _NO_HEAD:
        answer = _send(url, "GET", {"Range": "bytes=0-0"}, 1)
    size = answer.headers.get("Content-Length", "")
    if answer.status in (206, 416):
        size = answer.headers.get("Content-Range", "").rpartition("/")[2]
    if answer.status != 416 or size != "0":  # an empty file has no first byte
        _check(url, answer)
    if not size.isdecimal():
        raise StoreError(url, "has no size: its server sends no Content-Length", "download it, or use another server")
    return Source(url=url, etag=_version_of(answer.headers), size=int(size))


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
    """Send a request for a video and check the answer. Raises OSError if another attempt may succeed."""
    answer = _send(url, method, headers, most)
    _check(url, answer)
    return answer


def _send(url: str, method: str, headers: Mapping[str, str], most: int) -> Answer:
    access = access_to(url)
    most = max(most, _MESSAGE_BYTES)
    try:
        return ask(method, _request_url(url, access), {**_HEADERS, **headers}, most, private=access.headers)
    except SourceDenied as error:
        raise SourceDenied(url, access.redacted(error.fault), error.remedy) from None
    except (OSError, ValueError) as error:
        # Not chained: the message of a library may contain the URL with its signature.
        kind = OSError if isinstance(error, OSError) else ValueError
        raise kind(access.redacted(first_line(error))) from None


def _check(url: str, answer: Answer) -> None:
    """Raise an error unless the answer has the requested bytes; OSError if another attempt may succeed."""
    status = answer.status
    if status in (404, 410):
        raise SourceMissing(url, "does not exist", "check the path or URL")
    # Google answers 400 to an expired signature.
    if access_to(url).url and status in (400, 401, 403):
        why = "has expired" if _EXPIRED.search(answer.body) else f"is refused, its server answers {status}"
        remedy = "run again with a fresh URL of the same video; what is made stays"
        raise SourceDenied(url, f"cannot be read, the signature of its URL {why}", remedy)
    if status in (401, 403):
        raise SourceDenied(url, "cannot be read, access is denied", "check the permissions or credentials")
    # 416: the range begins beyond the end, so the video is shorter than it was.
    if status in (412, 416):
        raise changed(url)
    if status in (408, 429) or status >= 500:
        raise OSError(f"its server answers {status}")
    if not 200 <= status < 300:
        raise StoreError(url, f"cannot be read, its server answers {status}", "check the URL")


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


def _request_url(url: str, access: Access = NO_ACCESS) -> str:
    """Return a video's URL escaped for a request; all URLs with the same key give the same text.

    A signed URL stays as it is escaped, because its signature may cover that.
    """
    parts = urlsplit(access.url or url)
    host = parts.netloc.rpartition("@")[2]
    host = host if host.isascii() else host.encode("idna").decode()
    path = parts.path if access.url else f"/{quote(key_of(url), _PATH_CHARACTERS)}"
    return urlunsplit((parts.scheme, host, path, parts.query, ""))
