"""Uploads: resumable ones by tus 1.0, and plain ones in one request."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from email.utils import formatdate
from functools import partial
from urllib.parse import quote

from fastapi import APIRouter, Depends, FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from flickbook.errors import FormatRefused, UploadBusy, UploadMismatch
from flickbook.web import tus
from flickbook.web.allowed import upload_key
from flickbook.web.answer_types import UploadAnswer, UploadListing
from flickbook.web.answers import problems
from flickbook.web.bodies import UploadBody
from flickbook.web.details import show_entry
from flickbook.web.finishing import Finisher, VideoOrders
from flickbook.web.guard import Guard
from flickbook.web.guesses import client_of
from flickbook.web.spool import Spool
from flickbook.web.upload_table import Upload, UploadProgress

# If a sender has been silent for so long, a HEAD request for its upload is taken as its return on a new connection.
_LOST_SECONDS = 2.0
_LOST_REMEDY = "wait until that request is done, or get the offset by HEAD"


class Uploads:
    """Receives uploads into the spool and finishes them."""

    def __init__(
        self, spool: Spool, orders: VideoOrders, idle_seconds: float, count: Callable[[float], None] = lambda _: None
    ) -> None:
        self._spool = spool
        self._finisher = Finisher(spool, orders)
        self._idle_seconds = idle_seconds
        self._count = count
        self._creating = asyncio.Lock()
        self._receiving: dict[str, UploadBody] = {}

    async def receive(self, request: Request, *, replaces: bool = False) -> Response:
        """Create a tus upload, or receive a whole video in the body; it may replace the video that has its name.

        Raises UsageError, NameRefused, NameTaken, FormatRefused, LimitExceeded, TooManyUploads, OutputFull, StoreError,
        or UploadStalled.
        """
        if "tus-resumable" in request.headers:
            await tus.check_version(request)
            return await self._create(request, replaces)
        return await self._receive_whole(request, replaces)

    async def list_uploads(self) -> UploadListing:
        """Return the uploads under way, the oldest first."""
        return UploadListing(uploads=[_show(progress) for progress in self._spool.table.list()])

    @tus.answers
    async def show_upload(self, upload: str) -> Response:
        """Return the offset of an upload."""
        body = self._receiving.get(upload)
        if body is not None and body.silent_seconds > _LOST_SECONDS:
            body.cut()
            await body.ended.wait()
        found = await asyncio.to_thread(self._spool.find, upload)
        headers = {"Upload-Length": f"{found.size}"} if found.size is not None else {}
        if found.metadata:
            headers["Upload-Metadata"] = found.metadata
        return await self._answer(200, found, headers)

    @tus.answers
    async def resume_upload(self, request: Request, upload: str) -> Response:
        """Receive more bytes of an upload, and finish it if they were the last."""
        with self._locked(request, upload) as body:
            found = await asyncio.to_thread(self._spool.find, upload)
            if request.headers.get("content-type") != tus.BYTES:
                raise FormatRefused("the body", f"is not of the type {tus.BYTES}", "set Content-Type")
            sent = tus.read_number(request, "upload-offset")
            offset = await asyncio.to_thread(self._spool.offset, found)
            if sent != offset:
                raise UploadMismatch(found.key, f"continues at byte {offset}, not {sent}", "get the offset by HEAD")
            if found.state == "receiving":
                await self._receive_rest(body, found, offset)
        return await self._answer(204, found)

    @tus.answers
    async def end_upload(self, request: Request, upload: str) -> Response:
        """Delete an upload that is not being stored yet."""
        while (body := self._receiving.get(upload)) is not None:
            body.cut()
            await body.ended.wait()
        with self._locked(request, upload):
            found = await asyncio.to_thread(self._spool.find, upload)
            if found.state == "storing" or self._finisher.is_storing(found):
                raise UploadBusy(found.key, "is being stored", "delete the video when it is there")
            await asyncio.to_thread(self._spool.delete, found)
        return Response(status_code=204)

    async def override(self, request: Request, upload: str) -> Response:
        """Resume or end an upload by POST and a header, for clients behind a proxy that blocks PATCH."""
        method = request.headers.get("x-http-method-override", "")
        if method == "PATCH":
            return await self.resume_upload(request, upload)
        if method == "DELETE":
            return await self.end_upload(request, upload)
        raise HTTPException(405, "Method Not Allowed", {"Allow": "HEAD, PATCH, DELETE"})

    async def show_tus_options(self) -> Response:
        """Answer with the version and extensions of tus that the service supports."""
        headers = {"Tus-Version": tus.VERSION, "Tus-Extension": tus.EXTENSIONS, "Tus-Max-Size": f"{self._spool.limit}"}
        return Response(status_code=204, headers=headers)

    @asynccontextmanager
    async def live(self, app: FastAPI) -> AsyncIterator[None]:  # noqa: ARG002  # FastAPI's signature
        """Run the finisher until the service ends."""
        self._finisher.open()
        yield
        await self._finisher.close()

    @tus.answers
    async def _create(self, request: Request, replaces: bool) -> Response:
        metadata = request.headers.get("upload-metadata", "")
        size = tus.read_number(request, "upload-length")
        upload, name = await self._begin(request, tus.read_filename(metadata), size, metadata, replaces=replaces)
        if request.headers.get("content-type") == tus.BYTES:
            with self._locked(request, upload.id) as body:
                await self._receive_rest(body, upload, 0)
        headers = {"Location": f"/api/uploads/{upload.id}", "Flickbook-Name": quote(name)}
        return await self._answer(201, upload, headers)

    async def _receive_whole(self, request: Request, replaces: bool) -> Response:
        if request.headers.get("content-type", "").startswith("multipart/"):
            raise FormatRefused("the body", "is a form", "send the video itself as the body, such as by `curl -T FILE`")
        length = request.headers.get("content-length")
        size = None if length is None else int(length)
        filename = request.query_params.get("filename", "")
        upload, _ = await self._begin(request, filename, size, resumable=False, replaces=replaces)
        try:
            with self._locked(request, upload.id) as body:
                await self._receive_body(body, upload, 0)
                return JSONResponse(show_entry(await self._finisher.finish(upload)).model_dump(), 201)
        except BaseException:
            # Its client cannot resume it. An upload that is in the source already is kept: the next service orders it.
            if not self._spool.is_placed(upload):
                self._spool.delete(upload)
            raise

    async def _begin(
        self,
        request: Request,
        filename: str,
        size: int | None,
        metadata: str = "",
        *,
        resumable: bool = True,
        replaces: bool,
    ) -> tuple[Upload, str]:
        """Begin an upload, and return it and the name that its book will have."""
        key = upload_key(filename)
        if size == 0:
            raise FormatRefused(key, "is empty", "send a video")
        name = await self._finisher.check_name(key, replaces=replaces)
        client = client_of(request.scope)
        create = partial(self._spool.create, key, size, metadata, resumable=resumable, client=client, replaces=replaces)
        # One at a time: waiting requests occupy no threads, and no upload is evicted before its request receives it.
        async with self._creating:
            return await asyncio.to_thread(create), name

    @contextmanager
    def _locked(self, request: Request, name: str) -> Iterator[UploadBody]:
        """Lock an upload for one request, and yield the request's body. Raises UploadBusy if another request has it."""
        if name in self._receiving:
            raise UploadBusy(f"upload {name}", "is being sent by another request", _LOST_REMEDY)
        body = self._receiving[name] = UploadBody(request, self._idle_seconds)
        self._spool.table.receiving.add(name)
        try:
            yield body
        finally:
            self._spool.table.receiving.discard(name)
            del self._receiving[name]
            body.ended.set()

    async def _receive_rest(self, body: UploadBody, upload: Upload, offset: int) -> None:
        if body.length is not None and upload.size is not None and offset + body.length > upload.size:
            raise self._spool.too_large(upload.key)
        if await self._receive_body(body, upload, offset) == upload.size:
            await self._finisher.finish_later(upload)

    async def _receive_body(self, body: UploadBody, upload: Upload, offset: int) -> int:
        async with aclosing(body.blocks()) as blocks:
            async for block in blocks:
                offset = await asyncio.to_thread(self._spool.append, upload, offset, block)
                self._count(len(block))
        return offset

    async def _answer(self, status: int, upload: Upload, headers: dict[str, str] | None = None) -> Response:
        # Read again, because it may be done by now.
        now = await asyncio.to_thread(self._spool.find, upload.id)
        progress = {
            "Upload-Offset": str(await asyncio.to_thread(self._spool.offset, now)),
            "Upload-Expires": formatdate(await asyncio.to_thread(self._spool.expires, now), usegmt=True),
        }
        return Response(status_code=status, headers={**progress, **(headers or {})})


def make_uploads(uploads: Uploads, guard: Guard) -> APIRouter:
    """Return the routes of uploads under way. Uploads begin by `POST /api/videos`, among the routes of videos."""
    router = APIRouter(tags=["uploads"], lifespan=uploads.live)
    path, writes = "/api/uploads/{upload}", Depends(guard.writer)
    by_tus = [writes, Depends(tus.check_version)]
    # To end an upload, the headers of tus are optional: an operator can do it by curl.
    plain = [writes, Depends(tus.check_version_if_any)]
    errors = problems(401, 404, 408, 409, 412, 413, 415, 422, 423, 503, 507)

    router.get("/api/uploads", dependencies=[writes], responses=problems(401))(uploads.list_uploads)
    router.options("/api/videos", status_code=204, response_class=Response)(uploads.show_tus_options)
    router.head(path, dependencies=by_tus, responses=problems(401, 404, 412))(uploads.show_upload)
    router.patch(path, dependencies=by_tus, status_code=204, responses=errors)(uploads.resume_upload)
    router.delete(path, dependencies=plain, status_code=204, responses=problems(401, 404, 412, 423))(uploads.end_upload)
    router.post(path, dependencies=by_tus, include_in_schema=False)(uploads.override)
    return router


def _show(progress: UploadProgress) -> UploadAnswer:
    upload = progress.upload
    return UploadAnswer(
        id=upload.id,
        key=upload.key,
        size=upload.size,
        offset=progress.offset,
        begun=upload.begun,
        expires=progress.expires,
        client=upload.client,
        state="storing" if upload.state == "storing" else "receiving",
    )
