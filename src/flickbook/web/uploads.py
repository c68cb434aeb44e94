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
from flickbook.web.admission import Progress, Upload
from flickbook.web.answers import UploadAnswer, UploadListing, problems
from flickbook.web.details import show_entry
from flickbook.web.filenames import key_for
from flickbook.web.finishing import Finisher, Taker
from flickbook.web.guard import Guard
from flickbook.web.guesses import client_of
from flickbook.web.receiving import Body
from flickbook.web.spool import Spool

# If a client asks how far its upload came, and the one who sends it has been as silent as this, it is the same client
# on a new connection.
_LOST_SECONDS = 2.0
_LOST_REMEDY = "wait until that one is done, or ask by HEAD how far it came"


class Uploads:
    """Receives uploads into the spool and has them finished."""

    def __init__(
        self, spool: Spool, works: Taker, idle_seconds: float, count: Callable[[float], None] = lambda _: None
    ) -> None:
        self._spool = spool
        self._finisher = Finisher(spool, works)
        self._idle_seconds = idle_seconds
        self._count = count
        self._creating = asyncio.Lock()
        self._receiving: dict[str, Body] = {}

    async def receive(self, request: Request) -> Response:
        """Create a tus upload, or receive a whole video in the body.

        Raises UsageError, NameRefused, NameTaken, FormatRefused, LimitExceeded, TooManyUploads, OutputFull, StoreError,
        or UploadStalled.
        """
        if "tus-resumable" in request.headers:
            await tus.check_version(request)
            return await tus.speak(self._create(request))
        return await self._receive_whole(request)

    async def list_under_way(self) -> UploadListing:
        """Return what is known of the uploads under way, the oldest first."""
        return UploadListing(uploads=[_show(progress) for progress in self._spool.table.list()])

    async def look(self, name: str) -> Response:
        """Tell how far an upload came. Raises UploadMissing."""
        body = self._receiving.get(name)
        if body is not None and body.silent_seconds > _LOST_SECONDS:
            body.cut()
            await body.ended.wait()
        upload = await asyncio.to_thread(self._spool.find, name)
        headers = {"Upload-Length": f"{upload.size}"} if upload.size is not None else {}
        if upload.metadata:
            headers["Upload-Metadata"] = upload.metadata
        return await self._answer(200, upload, headers)

    async def go_on(self, request: Request, name: str) -> Response:
        """Receive more of an upload, and finish it if that was the rest.

        Raises UploadMissing, UploadBusy, UploadMismatch, UploadStalled, FormatRefused, LimitExceeded, and what
        finishing raises.
        """
        with self._alone(request, name) as body:
            upload = await asyncio.to_thread(self._spool.find, name)
            if request.headers.get("content-type") != tus.BYTES:
                raise FormatRefused("the body", f"is not said to be {tus.BYTES}", "set Content-Type")
            sent = tus.read_number(request, "upload-offset")
            offset = await asyncio.to_thread(self._spool.offset, upload)
            if sent != offset:
                raise UploadMismatch(upload.key, f"goes on at byte {offset}, not {sent}", "ask by HEAD how far it came")
            if upload.state == "receiving":
                await self._receive_rest(body, upload, offset)
        return await self._answer(204, upload)

    async def end(self, request: Request, name: str) -> Response:
        """Forget an upload. Raises UploadMissing, or UploadBusy if it is too late."""
        while (body := self._receiving.get(name)) is not None:
            body.cut()
            await body.ended.wait()
        with self._alone(request, name):
            upload = await asyncio.to_thread(self._spool.find, name)
            if upload.state == "storing" or self._finisher.is_at(upload):
                raise UploadBusy(upload.key, "is being stored", "delete the video when it is there")
            await asyncio.to_thread(self._spool.remove, upload)
        return Response(status_code=204)

    async def override(self, request: Request, upload: str) -> Response:
        """Do what a header asks for, for clients behind something that knows no PATCH."""
        method = request.headers.get("x-http-method-override", "")
        if method == "PATCH":
            return await tus.speak(self.go_on(request, upload))
        if method == "DELETE":
            return await tus.speak(self.end(request, upload))
        raise HTTPException(405, "Method Not Allowed", {"Allow": "HEAD, PATCH, DELETE"})

    async def offer(self) -> Response:
        """Tell what of tus is spoken here."""
        told = {"Tus-Version": tus.VERSION, "Tus-Extension": tus.EXTENSIONS, "Tus-Max-Size": f"{self._spool.limit}"}
        return Response(status_code=204, headers=told)

    @asynccontextmanager
    async def live(self, app: FastAPI) -> AsyncIterator[None]:  # noqa: ARG002  # FastAPI's signature
        """Finish what an earlier service left, and go on so until the service ends."""
        running = asyncio.create_task(self._finisher.run())
        yield
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        await self._finisher.close()

    async def _create(self, request: Request) -> Response:
        metadata = request.headers.get("upload-metadata", "")
        size = tus.read_number(request, "upload-length")
        upload, name = await self._begin(request, tus.read_filename(metadata), size, metadata)
        if request.headers.get("content-type") == tus.BYTES:
            with self._alone(request, upload.id) as body:
                await self._receive_rest(body, upload, 0)
        headers = {"Location": f"/api/uploads/{upload.id}", "Flickbook-Name": quote(name)}
        return await self._answer(201, upload, headers)

    async def _receive_whole(self, request: Request) -> Response:
        if request.headers.get("content-type", "").startswith("multipart/"):
            raise FormatRefused("the body", "is a form", "send the video itself as the body, as `curl -T FILE` does")
        length = request.headers.get("content-length")
        size = None if length is None else int(length)
        upload, _ = await self._begin(request, request.query_params.get("filename", ""), size, resumable=False)
        try:
            with self._alone(request, upload.id) as body:
                await self._receive_body(body, upload, 0)
                return JSONResponse(show_entry(await self._finisher.finish(upload)).model_dump(), 201)
        except BaseException:
            # Who sent it is told that it failed, or is gone: it cannot go on. What lies in the source already can.
            if not self._spool.is_placed(upload):
                self._spool.remove(upload)
            raise

    async def _begin(
        self, request: Request, filename: str, size: int | None, metadata: str = "", *, resumable: bool = True
    ) -> tuple[Upload, str]:
        """Begin an upload, and return it and the name that its book will have."""
        key = key_for(filename)
        if size == 0:
            raise FormatRefused(key, "is empty", "send a video")
        name = await self._finisher.check_free(key)
        client = client_of(request.scope)
        create = partial(self._spool.create, key, size, metadata, resumable=resumable, client=client)
        # One at a time, so that those that wait take up no threads, and none gives way before its request holds it.
        async with self._creating:
            return await asyncio.to_thread(create), name

    @contextmanager
    def _alone(self, request: Request, name: str) -> Iterator[Body]:
        """Hold an upload for one request until it has its answer. Raises UploadBusy if another has it."""
        if name in self._receiving:
            raise UploadBusy(f"upload {name}", "is being sent by another request", _LOST_REMEDY)
        body = self._receiving[name] = Body(request, self._idle_seconds)
        self._spool.table.receiving.add(name)
        try:
            yield body
        finally:
            self._spool.table.receiving.discard(name)
            del self._receiving[name]
            body.ended.set()

    async def _receive_rest(self, body: Body, upload: Upload, offset: int) -> None:
        if body.length is not None and upload.size is not None and offset + body.length > upload.size:
            raise self._spool.too_large(upload.key)
        if await self._receive_body(body, upload, offset) == upload.size:
            await self._finisher.finish_later(upload)

    async def _receive_body(self, body: Body, upload: Upload, offset: int) -> int:
        async with aclosing(body.blocks()) as blocks:
            async for block in blocks:
                offset = await asyncio.to_thread(self._spool.append, upload, offset, block)
                self._count(len(block))
        return offset

    async def _answer(self, status: int, upload: Upload, headers: dict[str, str] | None = None) -> Response:
        # It may be done by now, and that is kept by its record alone.
        now = await asyncio.to_thread(self._spool.find, upload.id)
        told = {
            "Upload-Offset": str(await asyncio.to_thread(self._spool.offset, now)),
            "Upload-Expires": formatdate(await asyncio.to_thread(self._spool.expires, now), usegmt=True),
        }
        return Response(status_code=status, headers={**told, **(headers or {})})


def make_uploads(uploads: Uploads, guard: Guard) -> APIRouter:
    """Make the routes by which uploads go on. They begin at `POST /api/videos`, which is the videos' own."""
    router = APIRouter(tags=["uploads"], lifespan=uploads.live)
    path, writes = "/api/uploads/{upload}", [Depends(guard.writer)]
    spoken = [*writes, Depends(tus.check_version)]

    router.get("/api/uploads", dependencies=writes, summary="List uploads under way", responses=problems(401))(
        uploads.list_under_way
    )
    router.options("/api/videos", status_code=204, summary="What of tus 1.0 is spoken here", response_class=Response)(
        uploads.offer
    )

    @router.head(path, dependencies=spoken, summary="How far an upload came", responses=problems(401, 404, 412))
    async def look(upload: str) -> Response:
        return await tus.speak(uploads.look(upload))

    @router.patch(
        path,
        dependencies=spoken,
        status_code=204,
        summary="Go on with an upload",
        responses=problems(401, 404, 408, 409, 412, 413, 415, 422, 423, 503, 507),
    )
    async def go_on(request: Request, upload: str) -> Response:
        return await tus.speak(uploads.go_on(request, upload))

    @router.delete(
        path,
        # It needs no word of tus, so that whoever looks after the service can end one by curl.
        dependencies=[*writes, Depends(tus.check_version_if_any)],
        status_code=204,
        summary="End an upload",
        responses=problems(401, 404, 412, 423),
    )
    async def end(request: Request, upload: str) -> Response:
        return await tus.speak(uploads.end(request, upload))

    router.post(path, dependencies=spoken, include_in_schema=False)(uploads.override)
    return router


def _show(progress: Progress) -> UploadAnswer:
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
