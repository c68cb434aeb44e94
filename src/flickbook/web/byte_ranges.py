"""What is answered to a request for a file: all of it, a range, or that the asker has it already.

By RFC 9110, sections 13 and 14.
"""

import asyncio
import re
from typing import NamedTuple

from starlette.types import Receive, Scope, Send

from flickbook.storage import Served

Headers = list[tuple[bytes, bytes]]

_CONDITIONS = (b"range", b"if-range", b"if-none-match")
_RANGE = re.compile(rb"bytes=(\d{0,18})-(\d{0,18})")


class Answer(NamedTuple):
    """A status, the headers that belong to it, and the bytes `[start, end)` that make the body."""

    status: int
    headers: Headers
    start: int
    end: int


def answer_to(asked: Headers, size: int, etag: str) -> Answer:
    """Choose the answer to a request for a file of `size` bytes.

    `asked` are the request's headers, `etag` is as it stands in a header, or empty. Of several ranges asked for
    at once none is given but the whole, as the standard allows.
    """
    tag = etag.encode()
    common = [(b"accept-ranges", b"bytes"), *([(b"etag", tag)] if tag else [])]
    sent = {name: value for name, value in asked if name in _CONDITIONS}
    if tag and _knows(sent.get(b"if-none-match", b""), tag):
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
    """Answer with an open file, or what of it was asked for; nothing more is read once the asker is gone."""
    status, more, start, end = answer_to(scope["headers"], opened.size, opened.etag)
    await send({"type": "http.response.start", "status": status, "headers": headers + more})
    if scope["method"] == "GET" and start < end:
        gone: asyncio.Task[None] | None = None
        try:
            async for piece in opened.read(start, end):
                start += len(piece)
                await send({"type": "http.response.body", "body": piece, "more_body": start < end})
                # Players ask for all of a film and leave after a minute of it; what is sent then goes nowhere.
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


def _knows(known: bytes, tag: bytes) -> bool:
    """Tell whether If-None-Match lists a tag, by the weak comparison."""
    plain = tag.removeprefix(b"W/")
    return (
        known == tag or known.strip() == b"*" or plain in [one.strip().removeprefix(b"W/") for one in known.split(b",")]
    )


def _span(wanted: bytes, size: int) -> tuple[int, int] | None:
    """Give a range as `(start, end)`, `(0, 0)` if the file has no such bytes, or None if it is to be left unheeded."""
    match = _RANGE.fullmatch(wanted.replace(b" ", b"").lower())
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
