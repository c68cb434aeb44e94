"""A request's body, in blocks: nothing that came is lost when its sender falls silent or goes away."""

import asyncio
from collections.abc import AsyncGenerator

from starlette.requests import ClientDisconnect, Request

from flickbook.errors import UploadStalled

BLOCK_BYTES = 1024 * 1024


class Body:
    """The body of a request, of any size; a block of it is in memory, and what uvicorn reads ahead (64 KB).

    `length` is what its sender said, or None. `ended` is set by whoever receives it.
    """

    def __init__(self, request: Request, idle_seconds: float) -> None:
        length = request.headers.get("content-length")
        self.length = None if length is None else int(length)
        self._stream = request.stream()
        self._idle_seconds = idle_seconds
        self._heard = asyncio.get_running_loop().time()
        self.ended = asyncio.Event()
        self._wait: asyncio.Timeout | None = None
        self._cut = False

    @property
    def silent_seconds(self) -> float:
        """How long nothing has come."""
        return asyncio.get_running_loop().time() - self._heard

    def cut(self) -> None:
        """Wait no longer for the rest."""
        self._cut = True
        if self._wait is not None:
            self._wait.reschedule(asyncio.get_running_loop().time())

    async def blocks(self) -> AsyncGenerator[bytearray, None]:
        """Give the body in blocks of a megabyte, the last shorter.

        What came is given before it raises UploadStalled, or ClientDisconnect for a sender who went away.
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
            remedy = "go on where it stopped"
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
            self._wait = None  # one that is over cannot be rescheduled
        self._heard = asyncio.get_running_loop().time()
        return chunk
