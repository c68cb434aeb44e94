"""Pictures, manifests and storyboards, straight from the output store: what players ask for most."""

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
from flickbook.web.answers import answer_for, veiled
from flickbook.web.byte_ranges import send_file
from flickbook.web.guard import Guard

# Files of other outputs are not redirected: players read them by CORS, and buckets without rules for that refuse.
_REDIRECTED = (GIF, STILLS)
# How long signed URLs are good for, and how long a browser may go on with one before it asks again.
SIGNED_SECONDS = 3600
REDIRECT_SECONDS = 1800
# A book's plan changes when its video is replaced; who asks meanwhile gets the older plan's pictures, if any.
_PLAN_SECONDS = 1.0
_PLANS_KEPT = 1000


class Asked(NamedTuple):
    """A file that is asked for: its book, its key there, the plan it is to be of, if that was said, and its type."""

    name: str
    key: str
    plan: str | None
    media_type: bytes


class _PlanId(msgspec.Struct):
    id: str


_PLAN_ID = Decoder(_PlanId)


class Pictures:
    """Serves `/v/NAME/KEY`, and `/v/NAME/~PLAN/KEY`, which never changes and is kept by browsers for a year.

    NAME is a book below the output URL, KEY a name that `core.layout` gives to files for viewers: others are
    not served. Where the store has signed URLs, GIFs and stills are answered by redirects to those, unless `presign` is
    off.
    """

    def __init__(self, out: str, guard: Guard, *, presign: bool) -> None:
        self._shelf = ObjectReader(out)
        self._guard = guard
        self._presign = presign
        self._plans: dict[str, tuple[float, str | None]] = {}
        share = b"private" if guard.closed else b"public"
        self._immutable = (b"cache-control", share + b", max-age=31536000, immutable")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await send({"type": "websocket.close"})
            return
        if scope["method"] not in ("GET", "HEAD"):
            await Response(status_code=405, headers={"allow": "GET, HEAD"})(scope, receive, send)
            return
        try:
            if not self._guard.may_read(scope):
                raise Unauthorized(scope["path"], "needs a token to be read", "send `Authorization: Bearer TOKEN`")
            asked = parse(scope["path"])
            cache = await self._cache(asked)
            url = await self._signed(scope["method"], asked)
            opened = None if url else await self._shelf.open(f"{asked.name}/{asked.key}")
        except FlickbookError as error:
            response = answer_for(veiled(error, scope["path"]))
            response.headers["cache-control"] = "no-store"
            await response(scope, receive, send)
            return
        if opened is None:
            kept = f"private, max-age={REDIRECT_SECONDS}"
            await Response(status_code=307, headers={"location": url or "", "cache-control": kept})(
                scope, receive, send
            )
            return
        with opened:
            await send_file(opened, [cache, (b"content-type", asked.media_type)], scope, receive, send)

    async def _cache(self, asked: Asked) -> tuple[bytes, bytes]:
        """Choose how long a file may be kept. Raises SourceMissing if the book is of another plan."""
        if asked.plan is None:
            return b"cache-control", b"no-cache"
        if await self._plan_of(asked.name) != asked.plan:
            raise _missing(asked.key, "ask for the plan that the book has now")
        # Whole-video files are made again when a snippet that failed is made after all.
        return self._immutable if layout.suffix_of(asked.name, asked.key) else (b"cache-control", b"no-cache")

    async def _plan_of(self, name: str) -> str | None:
        """Give the id of a book's plan, or None, as it was at most a second ago."""
        known = self._plans.get(name)
        now = time.monotonic()
        if known is not None and now - known[0] < _PLAN_SECONDS:
            return known[1]
        if len(self._plans) >= _PLANS_KEPT:
            self._plans.clear()
        try:
            with await self._shelf.open(f"{name}/{layout.PLAN_KEY}") as opened:
                data = b"".join([piece async for piece in opened.read(0, opened.size)])
            found = _PLAN_ID.decode(data).id
        except (SourceMissing, msgspec.DecodeError):
            found = None
        self._plans[name] = (now, found)
        return found

    async def _signed(self, method: str, asked: Asked) -> str | None:
        suffix = layout.suffix_of(asked.name, asked.key)
        if not self._presign or not any(suffix in output.snippet_files for output in _REDIRECTED):
            return None
        return await self._shelf.sign(
            "HEAD" if method == "HEAD" else "GET", f"{asked.name}/{asked.key}", SIGNED_SECONDS
        )


class PicturesFirst:
    """ASGI middleware that hands `/v/` to the pictures before any route is looked for: they are asked for most."""

    def __init__(self, app: ASGIApp, pictures: Pictures) -> None:
        self._app = app
        self._pictures = pictures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"].startswith("/v/"):
            scope["root_path"] = "/v"  # as where it is mounted, for whoever counts
            await self._pictures(scope, receive, send)
        else:
            await self._app(scope, receive, send)


@lru_cache(maxsize=4096)
def parse(path: str) -> Asked:
    """Read a path, decoded once, as `/v/NAME/KEY` or `/v/NAME/~PLAN/KEY`.

    Raises SourceMissing for a key that is not served and for a name with parts that lead elsewhere.
    """
    parts = path[path.index("/v/") + 3 :].split("/")
    key = parts.pop()
    plan = parts.pop()[1:] if len(parts) > 1 and parts[-1].startswith("~") else None
    name = "/".join(parts)
    if "\0" in name or any(part in ("", ".", "..") for part in parts):
        raise _missing(path, "check the URL")
    found = None if key == layout.PLAN_KEY else media_type(name, key)
    if found is None:
        raise _missing(path, "check the URL")
    return Asked(name, key, plan, f"{found}; charset=utf-8".encode() if found == "text/vtt" else found.encode())


def _missing(subject: str, remedy: str) -> SourceMissing:
    return SourceMissing(subject, "is not there", remedy)
