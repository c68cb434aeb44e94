"""A request's body, in blocks: nothing that came is lost when its sender falls silent or goes away."""

import asyncio
from collections.abc import AsyncGenerator

from starlette.requests import ClientDisconnect, Request

from flickbook.errors import UploadStalled

BLOCK_BYTES = 1024 * 1024


class Body:
    """The body of a request, of any size; a block of it is in memory, and what uvicorn reads ahead (64 KB).

    `ended` is set by whoever receives it.
    """

    def __init__(self, request: Request, idle_seconds: float) -> None:
        self._stream = request.stream()
        self._idle_seconds = idle_seconds
        self._heard = asyncio.get_running_loop().time()
        self.ended = asyncio.Event()
        self._wait: asyncio.Timeout | None = None

    @property
    def silent_seconds(self) -> float:
        """How long nothing has come."""
        return asyncio.get_running_loop().time() - self._heard

    def cut(self) -> None:
        """Wait no longer for the rest."""
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
        async with asyncio.timeout(self._idle_seconds) as self._wait:
            chunk = await anext(self._stream, None)
        self._heard = asyncio.get_running_loop().time()
        return chunk
