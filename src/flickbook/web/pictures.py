"""Serves the files of books from the output store: pictures, manifests and storyboards."""

import time
from functools import lru_cache
from typing import NamedTuple

import msgspec
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from flickbook.core import layout
from flickbook.core.decoding import Decoder
from flickbook.errors import FlickbookError, SourceMissing, Unauthorized
from flickbook.outputs.gif import GIF
from flickbook.outputs.registry import media_type
from flickbook.outputs.stills import STILLS
from flickbook.storage import ObjectReader
from flickbook.web.answers import answer_for, without_places
from flickbook.web.byte_ranges import send_file
from flickbook.web.guard import Guard
from flickbook.web.images import Images, is_image_path

# Files of other outputs are not redirected: players read them by CORS, which buckets refuse unless configured for it.
_REDIRECTED = (GIF, STILLS)
# How long a signed URL is valid, and how long a browser may cache the redirect to it.
SIGNED_SECONDS = 3600
REDIRECT_SECONDS = 1800
# How long a plan's id is cached. A book's plan changes when its video is replaced; until then, the older one is served.
_PLAN_SECONDS = 1.0
_PLANS_KEPT = 1000
# The most parts that the key of a book's file has: `film.trickplay/320 - 10x10/0.jpg`.
_DEPTH = 3


class FileRequest(NamedTuple):
    """A requested file: its book, its key there, the id of its plan if the URL has one, and its media type."""

    name: str
    key: str
    plan: str | None
    media_type: bytes


class _PlanId(msgspec.Struct):
    id: str


_PLAN_ID = Decoder(_PlanId)


class Pictures:
    """Serves `/v/NAME/KEY`, and `/v/NAME/~PLAN/KEY`, which never changes and which browsers cache for a year.

    NAME is a book below the output URL, KEY a key that `core.layout` gives to files for viewers; no other files are
    served. If the store can sign URLs, GIFs and stills are answered by redirects, unless `presign` is off.
    """

    def __init__(self, out: str, guard: Guard, *, presign: bool) -> None:
        self._reader = ObjectReader(out)
        self._guard = guard
        self._presign = presign
        self._plans: dict[str, tuple[float, str | None]] = {}
        share = b"private" if guard.closed else b"public"
        self._immutable = (b"cache-control", share + b", max-age=31536000, immutable")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            await Response(status_code=405, headers={"allow": "GET, HEAD"})(scope, receive, send)
            return
        try:
            if not self._guard.may_read(scope):
                raise Unauthorized(scope["path"], "needs a token to be read", "send `Authorization: Bearer TOKEN`")
            wanted = parse(scope["path"])
            cache = await self._cache(wanted)
            url = await self._signed(scope["method"], wanted)
            opened = None if url else await self._reader.open(f"{wanted.name}/{wanted.key}")
        except FlickbookError as error:
            response = answer_for(without_places(error, scope["path"]))
            response.headers["cache-control"] = "no-store"
            await response(scope, receive, send)
            return
        if opened is None:
            headers = {"location": url or "", "cache-control": f"private, max-age={REDIRECT_SECONDS}"}
            await Response(status_code=307, headers=headers)(scope, receive, send)
            return
        with opened:
            await send_file(opened, [cache, (b"content-type", wanted.media_type)], scope, receive, send)

    async def _cache(self, wanted: FileRequest) -> tuple[bytes, bytes]:
        """Return the cache header of a file. Raises SourceMissing if the book has another plan now."""
        if wanted.plan is None:
            return b"cache-control", b"no-cache"
        if await self._plan_of(wanted.name) != wanted.plan:
            raise _missing(wanted.key, "use the book's present plan")
        # Whole-video files change when a failed snippet is made by a retry.
        return self._immutable if layout.suffix_of(wanted.name, wanted.key) else (b"cache-control", b"no-cache")

    async def _plan_of(self, name: str) -> str | None:
        """Return the id of a book's plan, at most a second old, or None."""
        known = self._plans.get(name)
        now = time.monotonic()
        if known is not None and now - known[0] < _PLAN_SECONDS:
            return known[1]
        if len(self._plans) >= _PLANS_KEPT:
            self._plans.clear()
        try:
            with await self._reader.open(f"{name}/{layout.PLAN_KEY}") as opened:
                data = await opened.read_all()
            found = _PLAN_ID.decode(data).id
        except (SourceMissing, msgspec.DecodeError):
            found = None
        self._plans[name] = (now, found)
        return found

    async def _signed(self, method: str, wanted: FileRequest) -> str | None:
        suffix = layout.suffix_of(wanted.name, wanted.key)
        if not self._presign or not any(suffix in output.snippet_files for output in _REDIRECTED):
            return None
        key = f"{wanted.name}/{wanted.key}"
        return await self._reader.sign("HEAD" if method == "HEAD" else "GET", key, SIGNED_SECONDS)


class PicturesFirst:
    """ASGI middleware that passes requests for pictures, which are most, on before any route is matched."""

    def __init__(self, app: ASGIApp, pictures: Pictures, images: Images) -> None:
        self._app = app
        self._pictures = pictures
        self._images = images

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/v/"):
            scope["root_path"] = "/v"  # as a mount does: the metrics use it
            await self._pictures(scope, receive, send)
        elif scope["type"] == "http" and is_image_path(scope["path"]):
            scope["root_path"] = "/image"
            await self._images(scope, receive, send)
        else:
            await self._app(scope, receive, send)


@lru_cache(maxsize=4096)
def parse(path: str) -> FileRequest:
    """Return the file that a decoded path `/v/NAME/KEY` or `/v/NAME/~PLAN/KEY` requests.

    Raises SourceMissing for a key that is not served, and for a name with empty parts, `.` or `..`.
    """
    parts = path[path.index("/v/") + 3 :].split("/")
    if "\0" in path or any(part in ("", ".", "..") for part in parts):
        raise _missing(path, "check the URL")
    # A key has folders only in outputs such as Jellyfin's, and no book's name is like such a folder.
    for depth in range(1, min(_DEPTH + 1, len(parts))):
        names, key = parts[:-depth], "/".join(parts[-depth:])
        plan = names.pop()[1:] if len(names) > 1 and names[-1].startswith("~") else None
        name = "/".join(names)
        found = None if key == layout.PLAN_KEY else media_type(name, key)
        if found is not None:
            shown = f"{found}; charset=utf-8" if found == "text/vtt" else found
            return FileRequest(name, key, plan, shown.encode())
    raise _missing(path, "check the URL")


def _missing(subject: str, remedy: str) -> SourceMissing:
    return SourceMissing(subject, "does not exist", remedy)
