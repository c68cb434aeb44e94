"""Serves source videos to browsers: by ranges, from a folder or a store, in flat memory."""

import logging

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Message, Receive, Scope, Send

from flickbook.core.model import Source
from flickbook.errors import FlickbookError
from flickbook.storage import Served, open_version, sign_source
from flickbook.web.byte_ranges import send_file

# A signed URL is valid long enough to watch a film; browsers cache the redirect to it for an hour.
SIGNED_SECONDS = 6 * 3600
REDIRECT_SECONDS = 3600

_log = logging.getLogger("flickbook")

_MEDIA_TYPES = {
    **dict.fromkeys(("mp4", "m4v", "f4v"), "video/mp4"),
    # Declared as MP4, because browsers can play QuickTime but refuse its own media type.
    **dict.fromkeys(("mov", "qt"), "video/mp4"),
    **dict.fromkeys(("mkv", "mk3d"), "video/x-matroska"),
    **dict.fromkeys(("mpg", "mpeg", "vob"), "video/mpeg"),
    **dict.fromkeys(("ogv", "ogg", "ogm"), "video/ogg"),
    **dict.fromkeys(("ts", "m2ts", "mts", "m2t"), "video/mp2t"),
    **dict.fromkeys(("avi", "divx"), "video/x-msvideo"),
    "webm": "video/webm",
    "3gp": "video/3gpp",
    "3g2": "video/3gpp2",
    "mj2": "video/mj2",
    "flv": "video/x-flv",
    "asf": "video/x-ms-asf",
    "wmv": "video/x-ms-wmv",
    "mxf": "application/mxf",
    **dict.fromkeys(("rm", "rmvb"), "application/vnd.rn-realmedia"),
    **{suffix: f"image/{suffix}" for suffix in ("gif", "apng", "webp", "avif")},
}


def media_type_of(url: str) -> str:
    """Return the media type of a video by its suffix."""
    return _MEDIA_TYPES.get(url.rpartition(".")[2].lower(), "application/octet-stream")


async def send_original(request: Request, source: Source, *, presign: bool) -> Response:
    """Return the answer with a video or the requested range; with `presign`, a redirect if its store can sign URLs.

    Raises SourceMissing, SourceDenied, SourceChanged or StoreError.
    """
    if presign:
        url = await sign_source(source, "HEAD" if request.method == "HEAD" else "GET", SIGNED_SECONDS)
        if url is not None:
            kept = {"cache-control": f"private, max-age={REDIRECT_SECONDS}"}
            return RedirectResponse(url, status_code=307, headers=kept)
    return _Original(await open_version(source), media_type_of(source.url))


class _Original(Response):
    """The answer with an open video. It starts with the first bytes read, so an error before gets its own status."""

    def __init__(self, opened: Served, media_type: str) -> None:
        super().__init__(media_type=media_type)
        self._opened = opened

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start: list[Message] = []

        async def send_late(message: Message) -> None:
            if message["type"] == "http.response.start":
                start.append(message)
                return
            if start:
                await send(start.pop())
            await send(message)

        with self._opened:
            kept = [(b"content-type", (self.media_type or "").encode()), (b"cache-control", b"no-cache")]
            try:
                await send_file(self._opened, kept, scope, receive, send_late)
            except FlickbookError as error:
                if start:
                    raise
                # The answer has begun, so it can only be cut off, with its connection.
                _log.warning("%s", error)
