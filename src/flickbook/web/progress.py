"""The routes for server-sent events of progress (https://html.spec.whatwg.org/multipage/server-sent-events.html).

FastAPI's own event streams raise an exception if the client disconnects during an event.
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import ExitStack, aclosing, suppress
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from flickbook.errors import TooManyGuesses, TooManyStreams, UsageError
from flickbook.web.answers import answer_for, problems
from flickbook.web.event_stream import EventStreams
from flickbook.web.guard import Guard
from flickbook.web.guesses import client_of
from flickbook.web.metrics import Metrics

MOST_NAMES = 50
BEGINNING_AT_ONCE = 2
_KIND = "text/event-stream"
# Caches and proxies must pass events on at once.
_HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


def make_events(guard: Guard, streams: EventStreams, metrics: Metrics) -> APIRouter:
    """Return the routes of event streams."""
    router = APIRouter(tags=["progress"], dependencies=[Depends(guard.reader)])
    responses = {**problems(401, 404, 422, 429), 200: {"content": {_KIND: {}}}}

    @router.get("/api/events", response_class=Response, responses=responses)
    async def follow_videos(
        request: Request,
        name: Annotated[list[str], Query(max_length=MOST_NAMES)] = [],  # noqa: B006  # FastAPI copies it
        all_videos: Annotated[bool, Query(alias="list")] = False,
    ) -> Response:
        """Follow the progress of videos by server-sent events, and with `list=true` the list of all videos."""
        if not name and not all_videos:
            raise UsageError("the request", "names no video", "send `name=NAME` or `list=true`")
        return _Stream(request, name, guard, streams, metrics, with_list=all_videos)

    @router.get("/api/videos/{name:path}/events", response_class=Response, responses=responses)
    async def follow_video(request: Request, name: str) -> Response:
        """Follow the progress of a video by server-sent events."""
        return _Stream(request, [name], guard, streams, metrics)

    return router


class FewAtATime:
    """ASGI middleware that lets few event streams begin at the same time: many at once would delay other requests."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._beginning = asyncio.Semaphore(BEGINNING_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or not scope["path"].endswith("/events"):
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
    """The answer with an event stream, or with 429 if there are too many streams."""

    def __init__(
        self,
        request: Request,
        names: Sequence[str],
        guard: Guard,
        streams: EventStreams,
        metrics: Metrics,
        *,
        with_list: bool = False,
    ) -> None:
        super().__init__(media_type=_KIND, headers=_HEADERS)
        self._scope = request.scope
        self._guard = guard
        self._client = client_of(request.scope)
        self._names = names
        self._with_list = with_list
        self._streams = streams
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            with self._streams.admit(self._client), self._metrics.streams.track_inprogress():
                await StreamingResponse(self._write(), media_type=_KIND, headers=_HEADERS)(scope, receive, send)
        except TooManyStreams as error:
            await answer_for(error)(scope, receive, send)

    async def _write(self) -> AsyncIterator[bytes]:
        async with aclosing(self._streams.listen(self._names, with_list=self._with_list)) as blocks:
            with suppress(TooManyGuesses):
                async for block in blocks:
                    # Its token may have been revoked meanwhile, or its session ended.
                    if not self._guard.may_read(self._scope):
                        return
                    yield block
