"""The routes that tell of progress, by server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).

FastAPI has some too, but raises where a listener goes while something is told.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, aclosing
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from flickbook.errors import TooManyStreams
from flickbook.web.answers import answer_for, problems
from flickbook.web.event_stream import Watch
from flickbook.web.guard import Guard
from flickbook.web.guesses import client_of
from flickbook.web.metrics import Metrics

MOST_NAMES = 50
BEGINNING_AT_ONCE = 2
_KIND = "text/event-stream"
# What stands between may cut a silent stream, or hold back what it says.
_HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


def make_events(guard: Guard, watch: Watch, metrics: Metrics) -> APIRouter:
    """Make the routes that tell of progress."""
    router = APIRouter(tags=["progress"], dependencies=[Depends(guard.reader)])
    responses = {**problems(401, 404, 422, 429), 200: {"content": {_KIND: {}}}}

    @router.get("/api/events", response_class=Response, responses=responses, summary="What becomes of some videos")
    async def follow_some(
        request: Request, name: Annotated[list[str], Query(min_length=1, max_length=MOST_NAMES)]
    ) -> Response:
        return _Stream(request, name, watch, metrics)

    @router.get(
        "/api/videos/{name:path}/events",
        response_class=Response,
        responses=responses,
        summary="What becomes of a video",
    )
    async def follow_one(request: Request, name: str) -> Response:
        return _Stream(request, [name], watch, metrics)

    return router


class FewAtATime:
    """ASGI middleware that lets few event streams begin at a time: a crowd of them holds up no other request."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._beginning = asyncio.Semaphore(BEGINNING_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = scope["type"] == "http" and scope["method"] in ("GET", "HEAD") and scope["path"].endswith("/events")
        if not asked:
            await self._app(scope, receive, send)
            return
        await self._beginning.acquire()
        release = ExitStack()
        release.callback(self._beginning.release)

        async def send_on(message: Message) -> None:
            release.close()
            await send(message)

        with release:
            await self._app(scope, receive, send_on)


class _Stream(Response):
    """Events as they come, and a comment where long none comes; or the answer that a client has too many streams."""

    def __init__(self, request: Request, names: Sequence[str], watch: Watch, metrics: Metrics) -> None:
        super().__init__(media_type=_KIND, headers=_HEADERS)
        self._client = client_of(request.scope)
        self._names = names
        self._watch = watch
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with self._watch.admit(self._client), self._metrics.streams.track_inprogress():
                await StreamingResponse(self._write(), media_type=_KIND, headers=_HEADERS)(scope, receive, send)
        except TooManyStreams as error:
            await answer_for(error)(scope, receive, send)

    async def _write(self) -> AsyncIterator[bytes]:
        async with aclosing(self._watch.listen(self._names)) as blocks:
            async for block in blocks:
                yield block
