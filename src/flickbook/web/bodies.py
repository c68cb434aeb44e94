"""Bodies of requests: small ones are read whole, within limits; uploads are read in blocks.

FastAPI would read a body of any size, from any client, into memory.
"""

import asyncio
from collections.abc import AsyncGenerator
from typing import Any, TypeVar

import msgspec
from starlette.requests import ClientDisconnect, Request

from flickbook.core.decoding import Decoder
from flickbook.errors import LimitExceeded, UploadStalled, UsageError

BODY_SECONDS = 10.0
MAX_JSON_BYTES = 16_384
BLOCK_BYTES = 1024 * 1024
Sent = TypeVar("Sent")


async def read_body(request: Request, most: int, remedy: str) -> bytes:
    """Return a body of at most `most` bytes. Raises LimitExceeded, or UploadStalled if it takes too long."""
    body = b""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > most:
                    raise LimitExceeded("the request", f"has a body of more than {most} bytes", remedy)
    except TimeoutError as error:
        raise UploadStalled("the request", f"took longer than {BODY_SECONDS:g} s to arrive", "send it again") from error
    return body


async def read_json(request: Request, decoder: Decoder[Sent], most: int, remedy: str) -> Sent:
    """Return a decoded JSON body. Raises what `read_body` raises, and UsageError if it cannot be decoded."""
    body = await read_body(request, most, remedy)
    try:
        return decoder.decode(body)
    except msgspec.DecodeError as error:
        raise UsageError("the request", f"has invalid JSON ({error})", remedy) from error


def json_body(kind: type[msgspec.Struct], *, video: bool = False) -> dict[str, Any]:
    """Return the OpenAPI description of a JSON body that `read_json` reads; with `video`, or of the video itself."""
    schema = msgspec.json.schema(kind)["$defs"][kind.__name__]
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    if video:
        content["application/octet-stream"] = {"schema": {"type": "string", "format": "binary"}}
    return {"requestBody": {"required": True, "content": content}}


class UploadBody:
    """A body of any size, read in blocks. In memory are one block and what uvicorn reads ahead (64 KB).

    `length` is the Content-Length, or None. The request that receives the body sets `ended`.
    """

    def __init__(self, request: Request, idle_seconds: float) -> None:
        length = request.headers.get("content-length")
        self.length = None if length is None else int(length)
        self._stream = request.stream()
        self._idle_seconds = idle_seconds
        self._last = asyncio.get_running_loop().time()
        self.ended = asyncio.Event()
        self._wait: asyncio.Timeout | None = None
        self._cut = False

    @property
    def silent_seconds(self) -> float:
        """The seconds since the last byte came."""
        return asyncio.get_running_loop().time() - self._last

    def cut(self) -> None:
        """Stop waiting for the rest."""
        self._cut = True
        if self._wait is not None:
            self._wait.reschedule(asyncio.get_running_loop().time())

    async def blocks(self) -> AsyncGenerator[bytearray, None]:
        """Yield the body in blocks of a megabyte; the last is shorter.

        All bytes that came are yielded before it raises: UploadStalled if the client falls silent, ClientDisconnect if
        it disconnects.
        """
        block = bytearray()
        failure: Exception | None = None
        try:
            while (chunk := await self._next()) is not None:
                block += chunk
                if len(block) >= BLOCK_BYTES:
                    yield block
                    block = bytearray()
        except ClientDisconnect as error:
            failure = error
        except TimeoutError:
            remedy = "resume where it stopped"
            failure = UploadStalled("the upload", f"sent nothing for {self._idle_seconds:g} s", remedy)
        if block:
            yield block
        if failure is not None:
            raise failure

    async def _next(self) -> bytes | None:
        try:
            async with asyncio.timeout(0 if self._cut else self._idle_seconds) as self._wait:
                chunk = await anext(self._stream, None)
        finally:
            self._wait = None  # a timeout that is over cannot be rescheduled
        self._last = asyncio.get_running_loop().time()
        return chunk
