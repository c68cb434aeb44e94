"""The routes of `/api/videos`."""

import asyncio
from typing import Annotated

import msgspec
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import JSONResponse, Response

from flickbook.core.decoding import Decoder
from flickbook.errors import SourceMissing, UsageError
from flickbook.web.answer_types import Answer, CardAnswer, Detail, Listing
from flickbook.web.answers import problems
from flickbook.web.bodies import MAX_JSON_BYTES, json_body, read_json
from flickbook.web.catalogue import Choice
from flickbook.web.details import list_videos, show_detail, show_entry
from flickbook.web.guard import Guard
from flickbook.web.guesses import client_of
from flickbook.web.originals import send_original
from flickbook.web.service import Service
from flickbook.web.sharing import Shared
from flickbook.web.uploads import Uploads
from flickbook.web.views import View, Views

# Answers about books that are prepared at the same time, in all and for one client.
READS_AT_ONCE = 4
READS_A_CLIENT = 2
PATH = "/api/videos/{name:path}"


class Order(msgspec.Struct, forbid_unknown_fields=True):
    """The video to order: a key in the source store, or a URL."""

    key: str | None = None
    url: str | None = None


_ORDER = Decoder(Order)


def make_video_reads(guard: Guard, service: Service, views: Views, *, presign: bool) -> APIRouter:
    """Return the routes that read videos."""
    router = APIRouter(tags=["videos"], dependencies=[Depends(guard.reader)])
    shared = Shared(READS_AT_ONCE, READS_A_CLIENT)

    @router.get("/api/videos", response_model=Listing, responses=problems(401, 422, 503))
    async def show_videos(request: Request, choice: Annotated[Choice, Query()]) -> Response:
        """List videos, chosen and sorted."""
        found = shared.get(("list", choice), lambda: _encode(list_videos(views, choice)), client_of(request.scope))
        return _json(await found)

    # Before the route of `PATH`, which would match it too.
    @router.get(f"{PATH}/video", response_class=Response, responses=problems(401, 404, 422, 503))
    async def send_source(request: Request, name: str) -> Response:
        """Return the source video, or the requested range of it."""
        plan = (await shared.get(("view", name), lambda: _known(views, name), client_of(request.scope))).plan
        if plan is None:
            raise SourceMissing(name, "cannot be played yet", "wait until it is planned")
        await asyncio.to_thread(service.sources.check, plan.source.url)
        return await send_original(request, plan.source, presign=presign)

    @router.get(PATH, response_model=Detail, responses=problems(401, 404, 422, 503))
    async def show_video(request: Request, name: str) -> Response:
        """Return all of a video; its source's URL only to clients that may write."""
        writes = guard.may_write(request.scope)

        def find() -> bytes:
            view = _known(views, name)
            if writes not in view.answers:
                video = view.plan is not None and service.sources.reaches(view.plan.source.url)
                view.answers[writes] = _encode(show_detail(view, writes=writes, video=video))
            return view.answers[writes]

        return _json(await shared.get(("detail", name, writes), find, client_of(request.scope)))

    return router


def make_video_writes(guard: Guard, service: Service, uploads: Uploads) -> APIRouter:
    """Return the routes that add, change and delete videos."""
    router = APIRouter(tags=["videos"], dependencies=[Depends(guard.writer)])
    errors = problems(400, 401, 404, 408, 409, 412, 413, 415, 422, 429, 503, 507)

    @router.post(
        "/api/videos",
        status_code=202,
        response_model=CardAnswer,
        responses={201: {"model": CardAnswer}, **errors},
        openapi_extra=json_body(Order, video=True),
    )
    async def add_video(request: Request, replace: bool = False) -> Response:
        """Add a video: upload it in the body, or order one in the source store or at a URL.

        With `replace`, it may have the name of another video, which is deleted once the new one is stored.
        """
        media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if media_type != "application/json" or "tus-resumable" in request.headers:
            return await uploads.receive(request, replaces=replace)
        order = await _read_order(request)
        if order.key is None:
            entry = await service.order_url(order.url or "", replaces=replace)
        else:
            entry = await service.order_key(order.key, replaces=replace)
        return JSONResponse(show_entry(entry).model_dump(), 202)

    @router.post(f"{PATH}/retry", status_code=202, responses=problems(401, 404, 409, 422, 503, 507))
    async def retry_video(name: str) -> CardAnswer:
        """Plan a video anew, and make what is missing."""
        return show_entry(await service.retry(name))

    @router.post(f"{PATH}/cancel", responses=problems(401, 404, 422, 503, 507))
    async def cancel_video(name: str) -> CardAnswer:
        """Stop the work on a video. Finished snippets stay, and retry resumes; a finished video does not change."""
        return show_entry(await service.cancel(name))

    @router.delete(PATH, status_code=204, responses=problems(401, 404, 422, 503))
    async def delete_video(name: str) -> Response:
        """Stop the work on a video and delete it, with its pictures, and its source if that is in the source store."""
        await service.delete(name)
        return Response(status_code=204)

    return router


def _known(views: Views, name: str) -> View:
    view = views.view(name)
    if view is None:
        raise SourceMissing(name, "is not a video of this service", "look at the list of videos")
    return view


def _encode(answer: Answer) -> bytes:
    return answer.model_dump_json().encode()


def _json(body: bytes) -> Response:
    return Response(body, media_type="application/json")


async def _read_order(request: Request) -> Order:
    remedy = 'send {"key": "film.mp4"} or {"url": "https://…"}'
    order = await read_json(request, _ORDER, MAX_JSON_BYTES, remedy)
    if (order.key is None) == (order.url is None):
        raise UsageError("the request", "must name either a key or a URL", remedy)
    return order
