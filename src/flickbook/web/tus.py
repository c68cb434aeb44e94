"""The headers of tus 1.0, the protocol of resumable uploads: https://tus.io/protocols/resumable-upload."""

import base64
from collections.abc import Awaitable, Callable, Coroutine
from functools import wraps
from typing import Any, ParamSpec

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from flickbook.errors import FlickbookError, UsageError
from flickbook.web.answers import answer_for

Sent = ParamSpec("Sent")
VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,expiration"
BYTES = "application/offset+octet-stream"


async def check_version(request: Request) -> None:
    """Raise HTTPException unless a request uses this version of tus."""
    if request.headers.get("tus-resumable") != VERSION:
        raise HTTPException(412, f"supports only tus {VERSION}", {"Tus-Version": VERSION})


async def check_version_if_any(request: Request) -> None:
    """Raise HTTPException if a request uses another version of tus; it may also come without tus."""
    if "tus-resumable" in request.headers:
        await check_version(request)


def answers(method: Callable[Sent, Awaitable[Response]]) -> Callable[Sent, Coroutine[Any, Any, Response]]:
    """Decorate a method that answers requests: answers, also those to errors, get the headers that tus requires."""

    @wraps(method)
    async def answer(*args: Sent.args, **named: Sent.kwargs) -> Response:
        try:
            response = await method(*args, **named)
        except FlickbookError as error:
            response = answer_for(error)
        response.headers["Tus-Resumable"] = VERSION
        response.headers["Cache-Control"] = "no-store"
        return response

    return answer


def read_number(request: Request, header: str) -> int:
    """Return the number of bytes in a header. Raises UsageError if it is not a number."""
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise UsageError(header, f"is not a number of bytes ({text!r})", "send decimal digits")
    return int(text)


def read_filename(metadata: str) -> str:
    """Return the value of the key `filename` in tus metadata, `KEY BASE64,KEY BASE64`.

    Raises UsageError if there is no such key.
    """
    pairs = (pair.strip().partition(" ") for pair in metadata.split(","))
    encoded = next((value for key, _, value in pairs if key == "filename"), None)
    if encoded is None:
        raise UsageError("upload-metadata", "has no filename", "send `filename BASE64`")
    try:
        return base64.b64decode(encoded, validate=True).decode()
    except ValueError as error:
        raise UsageError(
            "upload-metadata", f"has a filename that is not UTF-8 in base64 ({error})", "encode its UTF-8 in base64"
        ) from error
