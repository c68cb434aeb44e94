"""The routes of `/api/videos`."""

import asyncio
from typing import Annotated, Protocol

import msgspec
from fastapi import APIRouter, Depends, Query, Request
from starlette.responses import JSONResponse, Response

from flickbook.core.decoding import Decoder
from flickbook.core.model import Source
from flickbook.core.settings import Web
from flickbook.errors import FormatRefused, SourceMissing, UsageError
from flickbook.web.answers import CardAnswer, Detail, Listing, problems
from flickbook.web.bodies import MAX_JSON_BYTES, json_body, read_json
from flickbook.web.details import list_videos, show_detail, show_entry
from flickbook.web.guard import Guard
from flickbook.web.guesses import client_of
from flickbook.web.sharing import Shared
from flickbook.web.views import View, Views
from flickbook.web.works import Works

# So many questions about books are answered at a time, however many ask.
LOOKS_AT_ONCE = 4
LOOKS_A_CLIENT = 2


class Receiver(Protocol):
    """Takes a video that is sent in a request."""

    async def receive(self, request: Request) -> Response:
        """Receive a video, or the beginning of one, and answer."""


class Sender(Protocol):
    """Gives a source video out."""

    async def __call__(self, request: Request, source: Source, *, presign: bool) -> Response:
        """Answer a request for a video, or a range of it."""


class Order(msgspec.Struct, forbid_unknown_fields=True):
    """A video to be taken from where it lies: a key in the source store, or a URL."""

    key: str | None = None
    url: str | None = None


_ORDER = Decoder(Order)


class Videos:
    """The routes of the videos themselves."""

    def __init__(
        self,
        guard: Guard,
        works: Works,
        views: Views,
        web: Web,
        receiver: Receiver | None = None,
        sender: Sender | None = None,
    ) -> None:
        self._guard = guard
        self._works = works
        self._views = views
        self._shared = Shared(LOOKS_AT_ONCE, LOOKS_A_CLIENT)
        self._web = web
        self._receiver = receiver
        self._sender = sender

    def router(self) -> APIRouter:
        """Give the routes."""
        router = APIRouter(tags=["videos"])
        self._add_routes_of_all(router)
        self._add_routes_of_one(router)
        return router

    async def list_some(
        self, request: Request, after: str = "", limit: Annotated[int, Query(ge=1, le=200)] = 24, search: str = ""
    ) -> Response:
        """Give videos in the order of their names, after a name, with a text in their names."""

        def find() -> bytes:
            return list_videos(self._views, after, limit, search).model_dump_json().encode()

        return _json(await self._shared.get(("list", after, limit, search), find, client_of(request.scope)))

    async def take(self, request: Request) -> Response:
        """Have a video made that is sent, or that lies in the source store or at a URL."""
        if _media_type(request) == "application/json" and "tus-resumable" not in request.headers:
            order = await _order(request)
            works = self._works
            entry = await (works.take_key(order.key) if order.key is not None else works.take_url(order.url or ""))
            return JSONResponse(show_entry(entry).model_dump(), 202)
        if self._receiver is None:
            raise FormatRefused(request.url.path, "takes no uploads yet", "send JSON that names a key or a URL")
        return await self._receiver.receive(request)

    async def retry(self, name: str) -> CardAnswer:
        """Plan a video anew, and make what is not made."""
        return show_entry(await self._works.retry(name))

    async def cancel(self, name: str) -> CardAnswer:
        """Stop what is made of a video that waits or is being made; another stays as it is."""
        return show_entry(await self._works.cancel(name))

    async def send_source(self, request: Request, name: str) -> Response:
        """Give the video itself, or the range of it that is asked for."""
        view = await self._shared.get(("view", name), lambda: self._look(name), client_of(request.scope))
        plan = view.plan
        if plan is None or self._sender is None:
            raise SourceMissing(name, "has no video to show yet", "wait until it is planned")
        await asyncio.to_thread(self._works.sources.check, plan.source.url)
        return await self._sender(request, plan.source, presign=self._web.presign)

    async def show(self, request: Request, name: str) -> Response:
        """Give all of a video; where its source lies only to those who may write."""
        writes = self._guard.may_write(request.scope)
        key, client = ("detail", name, writes), client_of(request.scope)
        return _json(await self._shared.get(key, lambda: self._detail(name, writes=writes), client))

    def _detail(self, name: str, *, writes: bool) -> bytes:
        view = self._look(name)
        if writes not in view.answers:
            video = view.plan is not None and self._works.sources.reaches(view.plan.source.url)
            view.answers[writes] = show_detail(view, writes=writes, video=video).model_dump_json().encode()
        return view.answers[writes]

    def _look(self, name: str) -> View:
        view = self._views.look(name)
        if view is None:
            raise SourceMissing(name, "is no video of this service", "look at the list of videos")
        return view

    async def delete(self, name: str) -> Response:
        """Stop what is made of a video, and remove it."""
        await self._works.delete(name)
        return Response(status_code=204)

    def _add_routes_of_all(self, router: APIRouter) -> None:
        reads, writes = [Depends(self._guard.reader)], [Depends(self._guard.writer)]
        router.get(
            "/api/videos",
            dependencies=reads,
            response_model=Listing,
            summary="List videos",
            responses=problems(401, 422, 503),
        )(self.list_some)
        router.post(
            "/api/videos",
            dependencies=writes,
            status_code=202,
            response_model=CardAnswer,
            summary="Take a video: one that is sent, or that lies somewhere",
            responses={
                201: {"model": CardAnswer},
                **problems(400, 401, 404, 408, 409, 412, 413, 415, 422, 429, 503, 507),
            },
            openapi_extra=json_body(Order, video=True),
        )(self.take)

    def _add_routes_of_one(self, router: APIRouter) -> None:
        reads, writes = [Depends(self._guard.reader)], [Depends(self._guard.writer)]
        # Routes with an ending come before that of a name, which would take it in.
        one = "/api/videos/{name:path}"
        router.post(
            f"{one}/retry",
            dependencies=writes,
            status_code=202,
            summary="Plan a video anew, and make what is not made",
            responses=problems(401, 404, 409, 422, 503, 507),
        )(self.retry)
        router.post(
            f"{one}/cancel",
            dependencies=writes,
            summary="Have nothing more made of a video; what is made stays, and retry goes on",
            responses=problems(401, 404, 422, 503, 507),
        )(self.cancel)
        router.get(
            f"{one}/video",
            dependencies=reads,
            response_class=Response,
            summary="The source video, by ranges",
            responses=problems(401, 404, 422, 503),
        )(self.send_source)
        router.get(
            one,
            dependencies=reads,
            response_model=Detail,
            summary="All of a video",
            responses=problems(401, 404, 422, 503),
        )(self.show)
        router.delete(
            one,
            dependencies=writes,
            status_code=204,
            summary="Remove a video, its pictures, and its source if that lies in the source store",
            responses=problems(401, 404, 422, 503),
        )(self.delete)


def _json(body: bytes) -> Response:
    return Response(body, media_type="application/json")


def _media_type(request: Request) -> str:
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def _order(request: Request) -> Order:
    remedy = 'send {"key": "film.mp4"} or {"url": "https://…"}'
    order = await read_json(request, _ORDER, MAX_JSON_BYTES, remedy)
    if (order.key is None) == (order.url is None):
        raise UsageError("the request", "names either a key or a URL", remedy)
    return order
