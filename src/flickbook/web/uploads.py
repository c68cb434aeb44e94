"""Uploads: resumable ones by tus 1.0 (https://tus.io/protocols/resumable-upload), and plain ones in one request."""

import asyncio
import base64
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import aclosing, asynccontextmanager, contextmanager
from email.utils import formatdate
from urllib.parse import quote

from fastapi import APIRouter, Depends, FastAPI, Request
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response

from flickbook.errors import FlickbookError, FormatRefused, UploadBusy, UploadMismatch, UsageError
from flickbook.web.answers import answer_for, problems
from flickbook.web.details import show_card
from flickbook.web.filenames import key_for
from flickbook.web.finishing import Finisher, Taker
from flickbook.web.guard import Guard
from flickbook.web.receiving import Body
from flickbook.web.spool import Spool, Upload

VERSION = "1.0.0"
EXTENSIONS = "creation,creation-with-upload,termination,expiration"
BYTES = "application/offset+octet-stream"
# If a client asks how far its upload came, and the one who sends it has been as silent as this, it is the same client
# on a new connection.
_LOST_SECONDS = 2.0
_LOST_REMEDY = "wait until that one is done, or ask by HEAD how far it came"

# What is answered to a client that is gone.
_UNHEARD = Response(status_code=400)


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

        Raises UsageError, NameRefused, NameTaken, FormatRefused, LimitExceeded, OutputFull, StoreError, or
        UploadStalled.
        """
        if "tus-resumable" in request.headers:
            _check_version(request)
            return await _speaking(self._create(request))
        try:
            return await self._receive_whole(request)
        except ClientDisconnect:
            return _UNHEARD

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
            if request.headers.get("content-type") != BYTES:
                raise FormatRefused("the body", f"is not said to be {BYTES}", "set Content-Type")
            sent = _number(request, "upload-offset")
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

    def offer(self) -> Response:
        """Tell what of tus is spoken here."""
        told = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS, "Tus-Max-Size": f"{self._spool.limit}"}
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
        upload, name = await self._begin(_filename(metadata), _number(request, "upload-length"), metadata)
        if request.headers.get("content-type") == BYTES:
            with self._alone(request, upload.id) as body:
                await self._receive_rest(body, upload, 0)
        headers = {"Location": f"/api/uploads/{upload.id}", "Flickbook-Name": quote(name)}
        return await self._answer(201, upload, headers)

    async def _receive_whole(self, request: Request) -> Response:
        if request.headers.get("content-type", "").startswith("multipart/"):
            raise FormatRefused("the body", "is a form", "send the video itself as the body, as `curl -T FILE` does")
        length = request.headers.get("content-length")
        size = None if length is None else int(length)
        upload, _ = await self._begin(request.query_params.get("filename", ""), size, "", resumable=False)
        try:
            with self._alone(request, upload.id) as body:
                await self._receive_body(body, upload, 0)
                return JSONResponse(show_card(await self._finisher.finish(upload)).model_dump(), 201)
        except BaseException:
            # Who sent it is told that it failed, or is gone: it cannot go on. What lies in the source already can.
            if not self._spool.is_placed(upload):
                self._spool.remove(upload)
            raise

    async def _begin(
        self, filename: str, size: int | None, metadata: str, *, resumable: bool = True
    ) -> tuple[Upload, str]:
        """Begin an upload, and give the name that its book will have."""
        key = key_for(filename)
        if size == 0:
            raise FormatRefused(key, "is empty", "send a video")
        name = await self._finisher.check_free(key)
        # One at a time, so that each counts on the room that is left by those before.
        async with self._creating:
            return await asyncio.to_thread(self._spool.create, key, size, metadata, resumable=resumable), name

    @contextmanager
    def _alone(self, request: Request, name: str) -> Iterator[Body]:
        """Hold an upload for one request until it has its answer. Raises UploadBusy if another has it."""
        if name in self._receiving:
            raise UploadBusy(f"upload {name}", "is being sent by another request", _LOST_REMEDY)
        body = self._receiving[name] = Body(request, self._idle_seconds)
        try:
            yield body
        finally:
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
    path, spoken = "/api/uploads/{upload}", [Depends(guard.writer), Depends(_check_version)]

    @router.options("/api/videos", status_code=204, summary="What of tus 1.0 is spoken here", response_class=Response)
    async def offer() -> Response:
        return uploads.offer()

    @router.head(path, dependencies=spoken, summary="How far an upload came", responses=problems(401, 404, 412))
    async def look(upload: str) -> Response:
        return await _speaking(uploads.look(upload))

    @router.patch(
        path,
        dependencies=spoken,
        status_code=204,
        summary="Go on with an upload",
        responses=problems(401, 404, 408, 409, 412, 413, 415, 422, 423, 503, 507),
    )
    async def go_on(request: Request, upload: str) -> Response:
        return await _speaking(uploads.go_on(request, upload))

    @router.delete(
        path, dependencies=spoken, status_code=204, summary="End an upload", responses=problems(401, 404, 412, 423)
    )
    async def end(request: Request, upload: str) -> Response:
        return await _speaking(uploads.end(request, upload))

    @router.post(path, dependencies=spoken, include_in_schema=False)
    async def override(request: Request, upload: str) -> Response:
        # For clients behind something that knows no PATCH.
        method = request.headers.get("x-http-method-override", "")
        if method == "PATCH":
            return await _speaking(uploads.go_on(request, upload))
        if method == "DELETE":
            return await _speaking(uploads.end(request, upload))
        raise HTTPException(405, "Method Not Allowed", {"Allow": "HEAD, PATCH, DELETE"})

    return router


async def _speaking(work: Awaitable[Response]) -> Response:
    """Answer as tus wants every answer to be, errors too."""
    try:
        answer = await work
    except FlickbookError as error:
        answer = answer_for(error)
    except ClientDisconnect:
        return _UNHEARD
    answer.headers["Tus-Resumable"] = VERSION
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _check_version(request: Request) -> None:
    if request.headers.get("tus-resumable") != VERSION:
        raise HTTPException(412, f"speaks tus {VERSION} and nothing else", {"Tus-Version": VERSION})


def _number(request: Request, header: str) -> int:
    text = request.headers.get(header, "")
    if not (text.isascii() and text.isdecimal()) or len(text) > 18:
        raise UsageError(header, f"is no number of bytes ({text!r})", "send it as digits")
    return int(text)


def _filename(metadata: str) -> str:
    """Take the file's name out of tus metadata: `KEY BASE64,KEY BASE64`, of which `filename` is one."""
    pairs = (pair.strip().partition(" ") for pair in metadata.split(","))
    encoded = next((value for key, _, value in pairs if key == "filename"), None)
    if encoded is None:
        raise UsageError("upload-metadata", "has no filename", "send `filename BASE64`")
    try:
        return base64.b64decode(encoded, validate=True).decode()
    except ValueError as error:
        raise UsageError(
            "upload-metadata", f"has a filename that is not UTF-8 in base64 ({error})", "encode it"
        ) from error
