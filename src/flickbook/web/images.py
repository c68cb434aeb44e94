"""Serves the pictures that URLs ask for: stored ones as fast as any file of a book, others as soon as they are made."""

import asyncio
import hashlib
import logging
import time
from math import ceil
from typing import NamedTuple

import msgspec
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from flickbook.core import settings
from flickbook.core.model import ImageRequest, ImageTask
from flickbook.errors import FlickbookError, SignatureRefused, SourceMissing, Unauthorized, WorkerCrashed, WorkerTimeout
from flickbook.images.cache import ImageCache, key_of
from flickbook.images.requests import MEDIA_TYPES, is_open, is_url, parameters, parse_image
from flickbook.images.signing import keys_of, verify
from flickbook.images.tiles import signed_sheet, tiles_of_book
from flickbook.outputs.storyboard import OVERVIEW_KEY, TILES_KEY
from flickbook.storage import CachedObject, ObjectReader, Served
from flickbook.web.answers import answer_for, without_places
from flickbook.web.byte_ranges import send_file
from flickbook.web.guard import Guard
from flickbook.web.guesses import client_of
from flickbook.web.image_making import ImageMaking
from flickbook.web.image_videos import Found, ImageVideos
from flickbook.web.service import Service

# A URL does not name the version of its video. So a client uses a picture for five minutes without asking, and for a
# day more shows the old one while it asks whether it is still the same.
_FRESH_SECONDS, _STALE_SECONDS = 300, 86400
# Whoever has a signed URL may show the picture on any page.
_ANY_PAGE = (b"cross-origin-resource-policy", b"cross-origin")
# The most URLs in memory.
_URLS_KEPT = 4096
_ENDINGS = ("/thumbnails/thumbnail.jpg", "/thumbnails/thumbnail.gif")

_log = logging.getLogger("flickbook")


def is_image_path(path: str) -> bool:
    """Return whether a decoded path is that of a picture that is made on request."""
    return path.startswith("/image/") or (path.endswith(_ENDINGS) and not path.startswith("/api/"))


class _Wanted(NamedTuple):
    """What a URL asks for, until when its signature is valid in seconds since 1970 (None: it has none), and the URL."""

    request: ImageRequest
    expires: int | None
    url: tuple[str, str]


class Images:
    """Serves `/image/NAME/…` and `/NAME/thumbnails/thumbnail.…`; `images.requests` has the parameters.

    A signed URL may be read by everybody. Without a signature, a session or token is needed, unless the settings open
    the pictures of books; and only those can be asked for of which a video has a bounded number.
    """

    def __init__(self, service: Service, guard: Guard, chosen: settings.Images) -> None:
        self._service = service
        self._guard = guard
        self._open = chosen.image_open
        self._keys = keys_of(chosen.image_keys)
        self._reader = ObjectReader(service.out)
        self._making = ImageMaking(service.engine, self._reader, ImageCache(service.out), chosen)
        self._videos = ImageVideos(self._reader, service.sources)
        self._urls: dict[tuple[str, str], _Wanted] = {}
        # By version of the video and URL: where the requested picture is stored.
        self._stored_as: dict[tuple[str, tuple[str, str]], str] = {}
        self._new_url = asyncio.Lock()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] not in ("GET", "HEAD"):
            await Response(status_code=405, headers={"allow": "GET, HEAD"})(scope, receive, send)
            return
        try:
            wanted = await self._admit(scope)
            found = await self._find(wanted, scope)
            opened = await self._open_picture(wanted, found)
        except FlickbookError as error:
            response = answer_for(_without_places(error, scope["path"]))
            response.headers["cache-control"] = "no-store"
            await response(scope, receive, send)
            return
        media_type = MEDIA_TYPES[wanted.request.suffix].encode()
        caching = self._caching(wanted.expires, of_book=found is None or found.plan is not None)
        headers = [(b"content-type", media_type), (b"cache-control", caching.encode())]
        if wanted.expires is not None:
            headers.append(_ANY_PAGE)
        with opened:
            await send_file(opened, headers, scope, receive, send)

    def _caching(self, expires: int | None, *, of_book: bool) -> str:
        """Return who may keep an answer and how long: no cache uses it after the signature has expired."""
        is_open = of_book and self._open and not self._guard.closed
        share = "public" if expires or is_open else "private"
        left = _FRESH_SECONDS + _STALE_SECONDS if expires is None else max(0, expires - ceil(time.time()))
        fresh = min(left, _FRESH_SECONDS)
        return f"{share}, max-age={fresh}, stale-while-revalidate={min(left - fresh, _STALE_SECONDS)}"

    def _read_url(self, path: str, query: str) -> _Wanted:
        """Return what a URL asks for. Raises SourceMissing, UsageError, and SignatureRefused for a wrong signature."""
        request = parse_image(path, query)
        given = parameters(path, query)
        if "signature" not in given:
            if is_open(request):
                return _Wanted(request, None, (path, query))
            remedy = "ask for a signed URL, or for a whole second and a width such as 320"
            raise SignatureRefused(path, "needs a signature", remedy)
        verify(path, query, self._keys, now=0)
        return _Wanted(request, int(given["expires"]), (path, query))

    async def _admit(self, scope: Scope) -> _Wanted:
        """Return what a request asks for. Raises Unauthorized, and what `_read_url` raises."""
        path, query = url = scope["path"], scope["query_string"].decode("latin-1")
        wanted = self._urls.get(url)
        if wanted is None:
            # After each new URL other requests have their turn: hundreds of URLs at once would delay them.
            async with self._new_url:
                await asyncio.sleep(0)
                wanted = self._read_url(path, query)
            if len(self._urls) >= _URLS_KEPT:
                self._urls.clear()
            self._urls[url] = wanted
        if wanted.expires is not None:
            if wanted.expires <= time.time():
                verify(path, query, self._keys, time.time())
        elif not (self._guard.may_read(scope) if self._open else self._guard.is_known(scope)):
            remedy = "ask for a signed URL, send `Authorization: Bearer TOKEN`, or set `image_open`"
            raise Unauthorized(path, "needs a signed URL or a token", remedy)
        return wanted

    async def _find(self, wanted: _Wanted, scope: Scope) -> Found | None:
        """Return the video of a picture; None for a storyboard, which needs none."""
        if wanted.request.kind == "storyboard":
            return None
        # Who may only read sees what was ordered. A picture of another video costs as much as an order.
        trusted = wanted.expires is not None or self._guard.may_write(scope)
        return await self._videos.find(wanted.request.name, client_of(scope) if trusted else None)

    async def _open_picture(self, wanted: _Wanted, found: Found | None) -> Served:
        """Open a picture; one that is not stored is made first."""
        if found is None:
            return await self._storyboard(wanted)
        key = self._stored_as.get((found.id, wanted.url))
        task = ImageTask(wanted.request, found.plan, self._service.out, None if found.plan else found.source)
        if key is None:
            if len(self._stored_as) >= _URLS_KEPT:
                self._stored_as.clear()
            key = self._stored_as[found.id, wanted.url] = key_of(task)
        try:
            return await self._reader.open(key)
        except SourceMissing:
            self._service.sources.check(found.source.url)
            await self._making.make(key, task)
        return await self._reader.open(key)

    async def _storyboard(self, wanted: _Wanted) -> Served:
        """Open the storyboard that is stored with the book. The links to its sheet are signed as the request is."""
        name, suffix = wanted.request.name, wanted.request.suffix
        key = f"{name}/{OVERVIEW_KEY if suffix == 'jpg' else TILES_KEY}"
        remedy = "wait until the book is complete, or order the video with the output `storyboard`"
        missing = SourceMissing(name, "has no storyboard", remedy)
        if is_url(name):
            raise missing
        try:
            opened = await self._reader.open(key)
        except SourceMissing:
            raise missing from None
        if suffix == "jpg":
            return opened
        sheet = OVERVIEW_KEY if wanted.expires is None else signed_sheet(name, self._keys, wanted.expires)
        with opened:
            try:
                data = tiles_of_book(await opened.read_all(), suffix, sheet)
            except msgspec.DecodeError as error:
                raise SourceMissing(name, f"has a damaged storyboard ({error})", "order the video again") from error
        return CachedObject(data, len(data), f'"{hashlib.sha256(data).hexdigest()[:32]}"')


def _without_places(error: FlickbookError, path: str) -> FlickbookError:
    """Return an error without paths and URLs of stores: not every reader may know them."""
    if isinstance(error, WorkerCrashed | WorkerTimeout):
        _log.error("%s", error)
        return type(error)(path, error.fault, error.remedy)
    return without_places(error, path)
