"""Has requested pictures made: each once, few at a time, and not more than the store may hold."""

import asyncio
import logging
from collections.abc import Sequence

from flickbook.core import layout
from flickbook.core.model import ImageTask
from flickbook.core.settings import Images
from flickbook.errors import FlickbookError, SourceMissing, TooManyImages
from flickbook.images.cache import ImageCache, id_without_book
from flickbook.storage import ObjectReader
from flickbook.web.async_engine import AsyncEngine
from flickbook.web.sharing import retrieve

# When this share of the bytes that may be kept has been added, the oldest pictures are deleted until it is free.
_SPARE = 0.1
# Whoever asked for a picture still has to read it when it is made.
_UNREAD_SECONDS = 30.0

_log = logging.getLogger("flickbook")


class ImageMaking:
    """The pictures that are being made or wait for it, by key."""

    def __init__(self, engine: AsyncEngine, reader: ObjectReader, cache: ImageCache, settings: Images) -> None:
        self._engine = engine
        self._reader = reader
        self._cache = cache
        self._most = settings.image_workers + settings.image_queue
        self._limit = settings.image_cache_bytes
        self._under_way: dict[str, asyncio.Task[None]] = {}
        # The first pictures of videos without a book, by the key of the plan.
        self._planning: dict[str, asyncio.Task[str]] = {}
        self._added = 0
        self._trimming: asyncio.Task[None] | None = None

    async def make(self, key: str, task: ImageTask) -> None:
        """Have a picture made; requests that come meanwhile wait for the same one.

        Raises TooManyImages, and what `Engine.make_image` raises.
        """
        making = self._under_way.get(key)
        if making is None:
            if len(self._under_way) >= self._most:
                fault = f"cannot be made now: {self._most:,} other pictures are being made or wait"
                raise TooManyImages(task.request.name, fault, "ask again in some seconds")
            making = self._under_way[key] = asyncio.create_task(self._make(key, task))
            making.add_done_callback(retrieve)
            making.add_done_callback(lambda _: self._under_way.pop(key, None))
        await asyncio.shield(making)

    async def _make(self, key: str, task: ImageTask) -> None:
        """Make a picture. The first one of a video without a book also plans it; the others wait for the plan."""
        if task.plan is None:
            plan = layout.image_plan_key(id_without_book(task.video))
            planning = self._planning.get(plan)
            if planning is None:
                planning = self._planning[plan] = asyncio.create_task(self._store_first(plan, key, task))
                planning.add_done_callback(retrieve)
                planning.add_done_callback(lambda _: self._planning.pop(plan, None))
            try:
                if await asyncio.shield(planning) == key:
                    return
            except FlickbookError:
                # If only the first picture was at fault, the video is planned.
                if not await self._size_of(plan):
                    raise
        await self._store([key], task)

    async def _store_first(self, plan: str, key: str, task: ImageTask) -> str:
        """Have the first picture of a video made and return its key, or an empty text if the video is planned."""
        if await self._size_of(plan):
            return ""
        await self._store([key, plan], task)
        return key

    async def _store(self, keys: Sequence[str], task: ImageTask) -> None:
        """Have a picture made, and count the bytes of all that may have been stored with these keys."""
        try:
            await self._engine.make_image(task)
        finally:
            self._added += sum([await self._size_of(key) for key in keys])
            self._trim_if_full()

    async def _size_of(self, key: str) -> int:
        """Return the bytes of a stored object, 0 without one."""
        try:
            with await self._reader.open(key) as opened:
                return opened.size
        except SourceMissing:
            return 0

    def _trim_if_full(self) -> None:
        if self._added >= self._limit * _SPARE and (self._trimming is None or self._trimming.done()):
            self._added = 0
            self._trimming = asyncio.create_task(self._trim())

    async def _trim(self) -> None:
        try:
            await asyncio.to_thread(self._cache.trim, round(self._limit * (1 - _SPARE)), _UNREAD_SECONDS)
        except FlickbookError as error:
            _log.error("%s", error)
