"""Small bodies of requests. FastAPI would read one of any size, of anybody, into memory."""

import asyncio
from typing import Any, TypeVar

import msgspec
from starlette.requests import Request

from flickbook.core.decoding import Decoder
from flickbook.errors import LimitExceeded, UploadStalled, UsageError

BODY_SECONDS = 10.0
MAX_JSON_BYTES = 16_384
Sent = TypeVar("Sent")


async def read_body(request: Request, most: int, remedy: str) -> bytes:
    """Read a body of at most so many bytes. Raises LimitExceeded, or UploadStalled for one that takes too long."""
    body = b""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > most:
                    raise LimitExceeded("the request", "is more JSON than it needs", remedy)
    except TimeoutError as error:
        raise UploadStalled("the request", f"did not come within {BODY_SECONDS:g} s", "send it again") from error
    return body


async def read_json(request: Request, decoder: Decoder[Sent], most: int, remedy: str) -> Sent:
    """Read a JSON body. Raises what `read_body` raises, and UsageError for one that is none."""
    body = await read_body(request, most, remedy)
    try:
        return decoder.decode(body)
    except msgspec.DecodeError as error:
        raise UsageError("the request", f"is not the JSON it should be ({error})", remedy) from error


def json_body(kind: type[msgspec.Struct], *, video: bool = False) -> dict[str, Any]:
    """Describe a JSON body that `read_json` reads, or besides it a video as such."""
    schema = msgspec.json.schema(kind)["$defs"][kind.__name__]
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    if video:
        content["application/octet-stream"] = {"schema": {"type": "string", "format": "binary"}}
    return {"requestBody": {"required": True, "content": content}}
