"""Answers to requests for files by RFC 9110, sections 13 and 14: the whole file, a range, or 304 Not Modified."""

import asyncio
import re
from typing import NamedTuple

from starlette.types import Receive, Scope, Send

from flickbook.storage import Served

Headers = list[tuple[bytes, bytes]]

_CONDITIONS = (b"range", b"if-range", b"if-none-match")
_RANGE = re.compile(rb"bytes=(\d{0,18})-(\d{0,18})")


class Answer(NamedTuple):
    """An answer's status, headers, and body, the bytes `[start, end)` of the file."""

    status: int
    headers: Headers
    start: int
    end: int


def answer_to(headers: Headers, size: int, etag: str) -> Answer:
    """Return the answer to a request's headers, for a file of `size` bytes with a quoted `etag`, which may be empty.

    A request for several ranges is answered with the whole file, as the standard allows.
    """
    tag = etag.encode()
    common = [(b"accept-ranges", b"bytes"), *([(b"etag", tag)] if tag else [])]
    sent = {name: value for name, value in headers if name in _CONDITIONS}
    if tag and _matches(sent.get(b"if-none-match", b""), tag):
        return Answer(304, common, 0, 0)
    condition = sent.get(b"if-range", tag)
    if b"range" in sent and condition == tag and not (b"if-range" in sent and tag.startswith(b"W/")):
        span = _span(sent[b"range"], size)
        if span == (0, 0):
            return Answer(416, [*common, (b"content-range", b"bytes */%d" % size), (b"content-length", b"0")], 0, 0)
        if span is not None:
            start, end = span
            part = b"bytes %d-%d/%d" % (start, end - 1, size)
            return Answer(206, [*common, (b"content-range", part), (b"content-length", b"%d" % (end - start))], *span)
    return Answer(200, [*common, (b"content-length", b"%d" % size)], 0, size)


async def send_file(opened: Served, headers: Headers, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer with an open file or the requested range; stop reading when the client disconnects."""
    status, more, start, end = answer_to(scope["headers"], opened.size, opened.etag)
    await send({"type": "http.response.start", "status": status, "headers": headers + more})
    if scope["method"] == "GET" and start < end:
        gone: asyncio.Task[None] | None = None
        try:
            async for piece in opened.read(start, end):
                start += len(piece)
                await send({"type": "http.response.body", "body": piece, "more_body": start < end})
                # Players request a whole film and often disconnect after a minute.
                if start < end and gone is None:
                    gone = asyncio.create_task(_wait_until_gone(receive))
                if gone is not None and gone.done():
                    return
        finally:
            if gone is not None:
                gone.cancel()
        if start == end:
            return
    await send({"type": "http.response.body", "body": b""})


async def _wait_until_gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _matches(condition: bytes, tag: bytes) -> bool:
    """Return whether If-None-Match lists a tag, by the weak comparison."""
    listed = [item.strip().removeprefix(b"W/") for item in condition.split(b",")]
    return condition in (tag, b"*") or tag.removeprefix(b"W/") in listed


def _span(header: bytes, size: int) -> tuple[int, int] | None:
    """Return a range as `(start, end)`, `(0, 0)` if the file has no such bytes, or None if the header is ignored."""
    match = _RANGE.fullmatch(header.replace(b" ", b"").lower())
    if match is None or match.groups() == (b"", b""):
        return None
    first, last = match.groups()
    if not first:
        start, end = max(0, size - int(last)), size
    else:
        start, end = int(first), min(int(last) + 1, size) if last else size
        if last and int(last) < int(first):
            return None
    return (start, end) if start < end else (0, 0)
