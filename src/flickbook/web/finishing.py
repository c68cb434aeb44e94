"""What becomes of whole uploads: put into the source, where exactly one gets a name, and handed to the works."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any, Protocol

from flickbook.errors import FlickbookError, NameTaken, UploadBusy
from flickbook.model import Card
from flickbook.naming import book_name
from flickbook.web.spool import Spool, Upload

SWEEP_SECONDS = 600.0
_FIRST_WAIT_SECONDS = 1.0
_LONGEST_WAIT_SECONDS = 300.0

_log = logging.getLogger("flickbook")


class Taker(Protocol):
    """Makes videos that lie in their store."""

    async def check_free(self, key: str) -> str:
        """Give the book's name for a key. Raises NameRefused or NameTaken."""

    async def take(self, url: str) -> Card:
        """Have the video at a URL made."""


class Finisher:
    """Finishes uploads: at once into a local source, in the background into a store."""

    def __init__(self, spool: Spool, works: Taker) -> None:
        self._spool = spool
        self._works = works
        # The names that uploads have until their book has a card, and whose they are.
        self._claimed: dict[str, str] = {}
        self._tasks: set[asyncio.Task[Any]] = set()

    async def finish(self, upload: Upload) -> Card:
        """Put a whole upload into the source and have it made.

        Raises NameTaken, and then forgets the upload; or StoreError, OutputDenied or OutputFull, and keeps it.
        """
        claimed = await self._claim(upload)
        try:
            return await self._put(claimed)
        finally:
            self._claimed.pop(book_name(upload.key), None)

    async def finish_later(self, upload: Upload) -> None:
        """Finish an upload as `finish` does, but in the background once it has the name, if its source is a store."""
        if self._spool.local:
            await self.finish(upload)
        else:
            self._start(self._put_at_last(await self._claim(upload)))

    async def run(self) -> None:
        """Finish what an earlier service left whole, and forget what nobody goes on with; until cancelled."""
        for upload in await asyncio.to_thread(self._spool.all):
            try:
                await self._take_up(upload)
            except FlickbookError as error:
                _log.error("%s", error)
        while True:
            await asyncio.to_thread(self._spool.sweep)
            await asyncio.sleep(SWEEP_SECONDS)

    async def close(self) -> None:
        """Break off what is in the background; the next service does it again."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _take_up(self, upload: Upload) -> None:
        if upload.state == "storing" or (upload.state == "receiving" and self._spool.is_placed(upload)):
            self._claimed[book_name(upload.key)] = upload.id
            self._start(self._put_at_last(upload))
        elif upload.state == "receiving" and not upload.resumable:
            await asyncio.to_thread(self._spool.remove, upload)
        elif upload.state == "receiving" and self._spool.offset(upload) == upload.size:
            await self.finish_later(upload)

    async def _claim(self, upload: Upload) -> Upload:
        """Bring an upload to the disk and make the name its own.

        Raises NameTaken, and then forgets the upload; UploadBusy if the name is its own already, or StoreError.
        """
        settled = await asyncio.to_thread(self._spool.settle, upload)
        name = book_name(upload.key)
        if self._claimed.get(name) == upload.id:
            raise UploadBusy(upload.key, "is being stored", "wait until it is there")
        try:
            if name in self._claimed:
                raise taken(name)
            self._claimed[name] = upload.id
            try:
                # One that lies there already, but could not be handed on, has its name.
                if not await asyncio.to_thread(self._spool.is_placed, settled):
                    await self.check_free(upload.key)
                return settled if self._spool.local else await asyncio.to_thread(self._spool.claim, settled)
            except FlickbookError:
                del self._claimed[name]
                raise
        except NameTaken:
            await asyncio.to_thread(self._spool.remove, settled)
            raise

    async def check_free(self, key: str) -> str:
        """Give the book's name for a key that neither a book nor the source has. Raises NameRefused or NameTaken."""
        name = await self._works.check_free(key)
        if not await asyncio.to_thread(self._spool.is_free, key):
            raise taken(name)
        return name

    async def _put(self, upload: Upload) -> Card:
        try:
            url = await asyncio.to_thread(self._spool.place, upload)
            card = await self._works.take(url)
        except NameTaken:
            await asyncio.to_thread(self._spool.remove, upload)
            raise
        await asyncio.to_thread(self._spool.close, upload)
        return card

    async def _put_at_last(self, upload: Upload) -> None:
        """Put an upload into the source as soon as that can be done."""
        wait = _FIRST_WAIT_SECONDS
        try:
            while True:
                try:
                    await self._put(upload)
                    return
                except FlickbookError as error:
                    _log.error("%s", error)
                    if not error.retryable:
                        return
                await asyncio.sleep(wait)
                wait = min(2 * wait, _LONGEST_WAIT_SECONDS)
        finally:
            self._claimed.pop(book_name(upload.key), None)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def taken(name: str) -> NameTaken:
    """Give the error of a name that is not free."""
    return NameTaken(name, "is the name of a video that is there already", "delete that one, or rename this one")
