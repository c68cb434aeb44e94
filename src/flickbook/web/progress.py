"""The routes that tell of progress, by server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html).

FastAPI has some too, but raises where a listener goes while something is told.
"""

from collections.abc import AsyncIterator, Sequence
from contextlib import aclosing
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query
from starlette.responses import Response, StreamingResponse

from flickbook.web.answers import problems
from flickbook.web.guard import Guard
from flickbook.web.metrics import Metrics
from flickbook.web.watch import Watch

MOST_NAMES = 50
_KIND = "text/event-stream"
# What stands between may cut a silent stream, or hold back what it says.
_HEADERS = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}


def make_events(guard: Guard, watch: Watch, metrics: Metrics) -> APIRouter:
    """Make the routes that tell of progress."""
    router = APIRouter(tags=["progress"], dependencies=[Depends(guard.reader)])
    responses = {**problems(401, 404, 422), 200: {"content": {_KIND: {}}}}

    def stream(names: Sequence[str]) -> Response:
        return StreamingResponse(_write(names, watch, metrics), media_type=_KIND, headers=_HEADERS)

    @router.get("/api/events", response_class=Response, responses=responses, summary="What becomes of some videos")
    async def follow_some(name: Annotated[list[str], Query(min_length=1, max_length=MOST_NAMES)]) -> Response:
        return stream(name)

    @router.get(
        "/api/videos/{name:path}/events",
        response_class=Response,
        responses=responses,
        summary="What becomes of a video",
    )
    async def follow_one(name: str) -> Response:
        return stream([name])

    return router


async def _write(names: Sequence[str], watch: Watch, metrics: Metrics) -> AsyncIterator[bytes]:
    """Write events as they come, and a comment where long none comes."""
    metrics.streams.inc()
    try:
        async with aclosing(watch.listen(names)) as events:
            async for event in events:
                if event is None:
                    yield b": \n\n"
                else:
                    yield b"event: %s\ndata: %s\n\n" % (event.kind.encode(), msgspec.json.encode(event.data))
    finally:
        metrics.streams.dec()
