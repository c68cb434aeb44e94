"""Watches the list of books while streams listen to it: what is new, what is gone, and which states have changed."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import NamedTuple

from flickbook.errors import FlickbookError
from flickbook.web.catalogue import Catalogue
from flickbook.web.tasks import Tasks

# The pause after each look, and how many times as long as the look it is at least. Buckets bill each listing.
LOCAL_SECONDS, REMOTE_SECONDS = 1.0, 5.0
REST = 10.0

_log = logging.getLogger("flickbook")


class Listed(NamedTuple):
    """A version of the list, which changes with each book's name and state, and how many uploads are under way."""

    version: str
    uploads: int


class ListWatcher:
    """The newest state of the list in `seen`, None before the first look.

    It looks only while somebody listens, and then at the store once for all listeners.
    """

    def __init__(self, catalogue: Catalogue, count_uploads: Callable[[], int], *, local: bool) -> None:
        self.seen: Listed | None = None
        self._catalogue = catalogue
        self._seconds = LOCAL_SECONDS if local else REMOTE_SECONDS
        self._count_uploads = count_uploads
        self._listeners: set[asyncio.Event] = set()
        self._tasks = Tasks()
        self._watching: asyncio.Task[None] | None = None

    def join(self, news: asyncio.Event) -> None:
        """Set an asyncio event whenever there is news."""
        self._listeners.add(news)
        news.set()
        if self._watching is None or self._watching.done():
            self._watching = self._tasks.start(self._watch())

    def leave(self, news: asyncio.Event) -> None:
        """Set the asyncio event no more."""
        self._listeners.discard(news)
        if not self._listeners and self._watching is not None:
            self._watching.cancel()
            self.seen = None

    async def _watch(self) -> None:
        logged = ""
        while self._listeners:
            begun = time.monotonic()
            try:
                seen = Listed(await asyncio.to_thread(self._catalogue.digest), self._count_uploads())
            except FlickbookError as error:
                # The store may answer later; until then the list stays as it is.
                if str(error) != logged:
                    logged = str(error)
                    _log.error("%s", logged)
            else:
                if seen != self.seen:
                    self.seen = seen
                    for news in self._listeners:
                        news.set()
            await asyncio.sleep(max(self._seconds, (time.monotonic() - begun) * REST))
