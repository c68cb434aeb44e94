"""Which video a picture's URL names: that of a book, or one without a book that the service may read."""

import asyncio
import time
from functools import partial
from typing import NamedTuple

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.model import Plan, Source
from flickbook.errors import FormatRefused, SourceMissing
from flickbook.images.cache import id_without_book
from flickbook.images.requests import is_url
from flickbook.storage import ObjectReader
from flickbook.web.allowed import Sources
from flickbook.web.sharing import Shared

# How long a video is used without a look at the store, and the most videos in memory.
_FRESH_SECONDS = 1.0
_MOST_KEPT = 100
# Videos without a book that are looked up at a time: a web server that does not answer must not delay the service.
_LOOKUPS = 4


class Found(NamedTuple):
    """A video: the plan of its book, None without a book, and its version. The plan had this ETag at a time."""

    plan: Plan | None
    source: Source
    etag: str
    at: float

    @property
    def id(self) -> str:
        """The id of the video's plan."""
        return id_without_book(self.source) if self.plan is None else self.plan.id


class ImageVideos:
    """Finds the videos of requested pictures, and remembers each for a second."""

    def __init__(self, reader: ObjectReader, sources: Sources) -> None:
        self._reader = reader
        self._sources = sources
        self._lookups = Shared(_LOOKUPS)
        self._found: dict[str, Found] = {}

    async def find(self, name: str, client: str | None) -> Found:
        """Return the video of a book with a name. For a `client` that may order videos, it needs no book.

        The name is then also a key in the source, or a URL. Raises SourceMissing, SourceDenied, NameRefused, WireError
        or StoreError.
        """
        found, now = self._found.get(name), time.monotonic()
        if found is None or now - found.at >= _FRESH_SECONDS:
            found = await self._look_up(name, found, now, client)
            if len(self._found) >= _MOST_KEPT:
                self._found.clear()
            self._found[name] = found
        if found.plan is None and client is None:
            raise _missing(name)
        return found

    async def _look_up(self, name: str, before: Found | None, now: float, client: str | None) -> Found:
        try:
            opened = None if is_url(name) else await self._reader.open(f"{name}/{layout.PLAN_KEY}")
        except SourceMissing:
            opened = None
        if opened is None:
            self._found.pop(name, None)
            if client is None:
                raise _missing(name)
            try:
                source = await self._lookups.get(name, partial(self._sources.find, name), client)
            except (SourceMissing, FormatRefused) as error:
                raise _missing(name) from error
            return Found(None, source, "", now)
        with opened:
            if before is not None and opened.etag and before.etag == opened.etag:
                return before._replace(at=now)
            data, key = await opened.read_all(), f"{name}/{layout.PLAN_KEY}"
            # The folder decides the name: a plan may have been copied.
            plan = replace(await asyncio.to_thread(wire.decode, data, Plan, key), name=name)
            return Found(plan, plan.source, opened.etag, now)


def _missing(name: str) -> SourceMissing:
    return SourceMissing(name, "is no video here", "check the name, or order the video first")
