"""The service, put together: routes, errors, middleware, and what lives as long as it does."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Literal

from fastapi import APIRouter, Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response

from flickbook.engines.configuration import Settings
from flickbook.errors import FlickbookError, StoreError, TooManyGuesses
from flickbook.web import answers
from flickbook.web.cluster import make_cluster
from flickbook.web.docs import make_docs
from flickbook.web.event_stream import Watch
from flickbook.web.guard import Guard, known_names
from flickbook.web.headers import SafeHeaders
from flickbook.web.heads import Heads, with_heads
from flickbook.web.hook import make_hook
from flickbook.web.metrics import Measured, Metrics
from flickbook.web.originals import send_original
from flickbook.web.page import Page
from flickbook.web.pictures import Pictures, PicturesFirst
from flickbook.web.progress import FewAtATime, make_events
from flickbook.web.session_routes import make_sessions
from flickbook.web.sharing import Shared
from flickbook.web.spool import Spool
from flickbook.web.uploads import Uploads, make_uploads
from flickbook.web.videos import Videos
from flickbook.web.views import Views
from flickbook.web.works import Works

HEALTH_SECONDS = 5.0

_log = logging.getLogger("flickbook")

_ABOUT = "Videos become scrubbing previews. Reading may need a token, writing does: `Authorization: Bearer TOKEN`."


def make_app(settings: Settings) -> FastAPI:
    """Make the ASGI app of a service. `settings.web.token` must be set.

    `app.state.watch.close()` ends all event streams, which is needed before a server can wait for its requests.
    """
    web = settings.web
    metrics = Metrics()
    guard = Guard(web.token, web.read_token, known_names(web.host, web.hosts), hook_secret=web.hook_secret)
    works = Works(settings, metrics)
    views = Views(works.out)
    watch = Watch(works.out, views)
    uploads = Uploads(Spool(web.source, web), works, web.idle_seconds, metrics.uploaded.inc)

    app = _make_bare(guard, works, watch)
    for router in (
        make_sessions(guard, settings),
        make_events(guard, watch, metrics),
        Videos(guard, works, views, web, uploads, send_original).router(),
        make_uploads(uploads, guard),
        make_hook(guard, works),
        make_service(guard, works, metrics),
        make_docs(app),
    ):
        app.include_router(with_heads(router))
    if works.making.outlives:
        app.include_router(with_heads(make_cluster(guard, works.making)))
    app.add_middleware(PicturesFirst, pictures=Pictures(works.out, guard, presign=web.presign))
    app.add_middleware(Measured, metrics=metrics)
    app.add_middleware(SafeHeaders, settings=web)
    app.add_middleware(Heads)
    app.add_middleware(FewAtATime)
    app.mount("/", Page())
    return app


def _make_bare(guard: Guard, works: Works, watch: Watch) -> FastAPI:
    """Make an app without routes, which opens and closes the works and answers errors as all do."""

    async def answer_ours(request: Request, error: Exception) -> Response:
        assert isinstance(error, FlickbookError)
        try:
            full = guard.may_write(request.scope)
        except TooManyGuesses as refusal:
            return answers.answer_for(refusal)
        return answers.answer_for(error if full else answers.veiled(error, request.scope["path"]))

    @asynccontextmanager
    async def live(app: FastAPI) -> AsyncIterator[None]:  # noqa: ARG001  # FastAPI's signature
        works.open()
        yield
        await watch.close()
        await works.close()

    app = FastAPI(
        title="Flickbook",
        version=version("flickbook"),
        description=_ABOUT,
        lifespan=live,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    app.state.watch = watch
    app.add_exception_handler(FlickbookError, answer_ours)
    app.add_exception_handler(RequestValidationError, answers.answer_invalid)
    app.add_exception_handler(HTTPException, answers.answer_http)
    app.add_exception_handler(ClientDisconnect, answers.answer_gone)
    app.add_exception_handler(Exception, answers.answer_unforeseen)
    return app


class Health(answers.Answer):
    """All is well."""

    status: Literal["ok"]


def make_service(guard: Guard, works: Works, metrics: Metrics) -> APIRouter:
    """Make the routes for whoever runs the service."""
    router = APIRouter(tags=["service"])
    # A thread that nothing else has to wait for.
    alone = Shared(1)

    @router.get(
        "/healthz", summary="Whether videos can be made", response_model=Health, responses=answers.problems(503)
    )
    async def health() -> Response:
        fault = await _fault_of("the output store", alone.get("store", works.check_store))
        fault = fault or await _fault_of("the engine that makes the pictures", works.making.check())
        return _sick(fault) if fault else JSONResponse({"status": "ok"})

    @router.get(
        "/metrics",
        dependencies=[Depends(guard.reader)],
        summary="Counts, for Prometheus",
        response_class=Response,
        responses=answers.problems(401),
    )
    async def count() -> Response:
        return metrics.answer()

    return router


async def _fault_of(part: str, check: Awaitable[None]) -> str:
    """Say what is wrong with a part of the service, and not where it lies: all may ask."""
    try:
        await asyncio.wait_for(check, HEALTH_SECONDS)
    except TimeoutError:
        return f"{part} does not answer"
    except FlickbookError as error:
        _log.error("%s", error)
        return f"{part} cannot be used"
    return ""


def _sick(fault: str) -> Response:
    return answers.answer_for(StoreError("the service", fault, "look at its log"))
