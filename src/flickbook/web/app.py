"""Puts the service together: routes, errors, middleware, start and stop."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from pydantic import Field
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.errors import FlickbookError, StoreError, TooManyGuesses
from flickbook.web import answers
from flickbook.web.answer_types import Answer, Problem
from flickbook.web.archive import make_archives
from flickbook.web.cluster import make_cluster
from flickbook.web.event_stream import EventStreams
from flickbook.web.guard import Guard, known_names
from flickbook.web.headers import Heads, SafeHeaders, with_heads
from flickbook.web.hook import make_hook
from flickbook.web.images import Images
from flickbook.web.metrics import Measured, Metrics
from flickbook.web.page import Page
from flickbook.web.pictures import Pictures, PicturesFirst
from flickbook.web.progress import FewAtATime, make_events
from flickbook.web.service import Service
from flickbook.web.session_routes import make_sessions
from flickbook.web.sharing import Shared
from flickbook.web.spool import Spool
from flickbook.web.token_file import TokenFile, token_path
from flickbook.web.token_routes import make_tokens
from flickbook.web.uploads import Uploads, make_uploads
from flickbook.web.videos import make_video_reads, make_video_writes
from flickbook.web.views import Views

HEALTH_SECONDS = 5.0

_log = logging.getLogger("flickbook")

_ABOUT = "Makes scrubbing previews of videos. Writing needs `Authorization: Bearer TOKEN`; reading may need it too."


def make_app(settings: Settings) -> FastAPI:
    """Return the ASGI app of a service. Without `settings.web.token`, only stored tokens allow writing.

    A server must call `app.state.streams.close()` before it waits for running requests: event streams would not end.
    """
    web = settings.web
    metrics = Metrics()
    guard = _make_guard(web)
    service = Service(settings, metrics)
    views = Views(service.out)
    spool = Spool(web.source, web)
    streams = EventStreams(service.out, views, lambda: len(spool.table.list()), service.engine.frames)
    uploads = Uploads(spool, service, web.idle_seconds, metrics.uploaded.inc)

    app = _make_bare(guard, service, streams)
    for router in (
        make_sessions(guard, settings),
        make_tokens(guard),
        make_events(guard, streams, metrics),
        make_archives(guard, views, service.out),
        make_video_reads(guard, service, views, presign=web.presign),
        make_video_writes(guard, service, uploads),
        make_uploads(uploads, guard),
        make_hook(guard, service),
        make_monitoring(guard, service, metrics),
    ):
        app.include_router(with_heads(router))
    if service.engine.outlives:
        app.include_router(with_heads(make_cluster(guard, service.engine)))
    pictures = Pictures(service.out, guard, presign=web.presign)
    app.add_middleware(PicturesFirst, pictures=pictures, images=Images(service, guard, settings.images))
    app.add_middleware(Measured, metrics=metrics)
    app.add_middleware(SafeHeaders, settings=web)
    app.add_middleware(Heads)
    app.add_middleware(FewAtATime)
    app.mount("/", Page())
    return app


def _make_guard(web: Web) -> Guard:
    return Guard(
        web.token,
        web.read_token,
        known_names(web.host, web.hosts),
        hook_secret=web.hook_secret,
        private=web.private,
        file=TokenFile(token_path(web)),
    )


class _App(FastAPI):
    """An app whose OpenAPI document has the shape of errors, which FastAPI leaves out."""

    def openapi(self) -> dict[str, Any]:
        schema = super().openapi()
        schema["components"]["schemas"].setdefault(Problem.__name__, Problem.model_json_schema())
        return schema


def _make_bare(guard: Guard, service: Service, streams: EventStreams) -> FastAPI:
    """Return an app without routes, which opens and closes the service and answers errors."""

    async def answer_error(request: Request, error: Exception) -> Response:
        assert isinstance(error, FlickbookError)
        try:
            full = guard.may_write(request.scope)
        except TooManyGuesses as refusal:
            return answers.answer_for(refusal)
        return answers.answer_for(error if full else answers.without_places(error, request.scope["path"]))

    @asynccontextmanager
    async def live(app: FastAPI) -> AsyncIterator[None]:  # noqa: ARG001  # FastAPI's signature
        service.open()
        yield
        await streams.close()
        await service.close()

    app = _App(
        title="Flickbook",
        version=version("flickbook"),
        description=_ABOUT,
        lifespan=live,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.streams = streams
    app.add_exception_handler(FlickbookError, answer_error)
    app.add_exception_handler(RequestValidationError, answers.answer_invalid)
    app.add_exception_handler(HTTPException, answers.answer_http)
    app.add_exception_handler(ClientDisconnect, answers.answer_gone)
    app.add_exception_handler(Exception, answers.answer_bug)
    return app


class Health(Answer):
    """The service can make videos."""

    status: Annotated[Literal["ok"], Field(description="Videos can be made.")]


def make_monitoring(guard: Guard, service: Service, metrics: Metrics) -> APIRouter:
    """Return the routes for health checks and metrics."""
    router = APIRouter(tags=["service"])
    # A thread of its own, so that a health check waits for no other request.
    alone = Shared(1)

    @router.get("/healthz", response_model=Health, responses=answers.problems(503))
    async def check_health() -> Response:
        """Check whether videos can be made."""
        fault = await _fault_of("the output store", alone.get("store", service.index.check))
        fault = fault or await _fault_of("the engine that makes the pictures", service.engine.check())
        if fault:
            return answers.answer_for(StoreError("the service", fault, "look at its log"))
        return JSONResponse({"status": "ok"})

    reads = [Depends(guard.reader)]

    @router.get("/metrics", dependencies=reads, response_class=Response, responses=answers.problems(401))
    async def show_metrics() -> Response:
        """Return the metrics, in Prometheus's text format."""
        return metrics.answer()

    return router


async def _fault_of(part: str, check: Awaitable[None]) -> str:
    """Return what is wrong with a part of the service, or nothing; without its place, because everybody may read it."""
    try:
        await asyncio.wait_for(check, HEALTH_SECONDS)
    except TimeoutError:
        return f"{part} does not answer"
    except FlickbookError as error:
        _log.error("%s", error)
        return f"{part} cannot be used"
    return ""
