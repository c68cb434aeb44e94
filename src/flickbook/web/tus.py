"""The words of tus 1.0 (https://tus.io/protocols/resumable-upload): its headers read, and put on answers."""

import base64
from collections.abc import Awaitable

from fastapi import Request
from starlette.exceptions import HTTPException
from starlette.responses import Response

from flickbook.errors import FlickbookError, UsageError
from flickbook.web.answers import answer_for

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,expiration"
BYTES = "application/offset+octet-stream"


async def check_version(request: Request) -> None:
    """Raise HTTPException unless a request speaks this version of tus."""
    if request.headers.get("tus-resumable") != VERSION:
        raise HTTPException(412, f"speaks tus {VERSION} and nothing else", {"Tus-Version": VERSION})


async def check_version_if_any(request: Request) -> None:
    """Raise HTTPException if a request speaks another version of tus; it need not speak tus at all."""
    if "tus-resumable" in request.headers:
        await check_version(request)


async def speak(work: Awaitable[Response]) -> Response:
    """Return an answer as tus wants every answer to be, errors too."""
    try:
        answer = await work
    except FlickbookError as error:
        answer = answer_for(error)
    answer.headers["Tus-Resumable"] = VERSION
    answer.headers["Cache-Control"] = "no-store"
    return answer


def read_number(request: Request, header: str) -> int:
    """Return the number of bytes that a header holds. Raises UsageError if it holds none."""
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise UsageError(header, f"is no number of bytes ({text!r})", "send it as digits")
    return int(text)


def read_filename(metadata: str) -> str:
    """Return the file's name out of tus metadata: `KEY BASE64,KEY BASE64`, of which `filename` is one.

    Raises UsageError if there is none.
    """
    pairs = (pair.strip().partition(" ") for pair in metadata.split(","))
    encoded = next((value for key, _, value in pairs if key == "filename"), None)
    if encoded is None:
        raise UsageError("upload-metadata", "has no filename", "send `filename BASE64`")
    try:
        return base64.b64decode(encoded, validate=True).decode()
    except ValueError as error:
        raise UsageError(
            "upload-metadata", f"has a filename that is not UTF-8 in base64 ({error})", "encode it"
        ) from error
