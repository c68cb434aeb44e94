"""What happens to whole uploads: they are stored in the source, where exactly one gets a name, and then ordered."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

from flickbook.core.backoff import Backoff
from flickbook.core.model import Entry
from flickbook.errors import FlickbookError, NameTaken, UploadBusy, only_ours
from flickbook.outputs.registry import book_name
from flickbook.web import allowed
from flickbook.web.spool import Spool
from flickbook.web.tasks import Tasks
from flickbook.web.upload_table import Upload

EXPIRE_SECONDS = 600.0
# Each upload that is being stored has some parts in memory.
STORED_AT_ONCE = 4
BACKOFF = Backoff(1.0, 300.0)

Result = TypeVar("Result")

_log = logging.getLogger("flickbook")


class VideoOrders(Protocol):
    """The part of the service that orders uploaded videos."""

    async def check_free(self, key: str) -> str:
        """Return the book's name for a key. Raises NameRefused or NameTaken."""

    async def order(self, url: str, *, replaces: bool = False) -> Entry:
        """Order the video at a URL; it may replace the video that has its name."""


class Finisher:
    """Finishes uploads: at once into a local source, in the background into a remote store."""

    def __init__(self, spool: Spool, orders: VideoOrders) -> None:
        self._spool = spool
        self._orders = orders
        self._storing = asyncio.Semaphore(STORED_AT_ONCE)
        # The id of the upload that claimed each name.
        self._claimed: dict[str, str] = {}
        self._tasks = Tasks()

    async def finish(self, upload: Upload) -> Entry:
        """Store a whole upload in the source and order it.

        Raises NameTaken, which deletes the upload; or StoreError, OutputDenied or OutputFull, which keep it.
        """
        claimed = await self._claim(upload)
        try:
            return await self._store(claimed)
        finally:
            self._release(upload)

    async def finish_later(self, upload: Upload) -> None:
        """Finish an upload as `finish` does; for a remote source, claim its name now and store it in the background.

        After an error that may pass, this raises it and also tries again in the background, because the client has sent
        everything and will not send it again.
        """
        try:
            if self._spool.local:
                await self.finish(upload)
            else:
                self._tasks.start(self._store_with_retries(await self._claim(upload)))
        except FlickbookError as error:
            if error.retryable:
                self._tasks.start(self._finish_with_retries(upload))
            raise

    def is_storing(self, upload: Upload) -> bool:
        """Return whether an upload is being stored in the source."""
        return self._claimed.get(book_name(upload.key)) == upload.id

    def open(self) -> None:
        """Finish the whole uploads that an earlier service left, and delete uploads that expire, until `close`."""
        self._tasks.start(self._run())

    async def close(self) -> None:
        """Stop the work in the background. The next service does it again."""
        await self._tasks.close()

    async def _run(self) -> None:
        # Listed before the first request comes, so that all of them are an earlier service's.
        for progress in self._spool.table.list():
            try:
                with only_ours(progress.upload.key, "could not be finished"):
                    await self._resume(progress.upload)
            except FlickbookError as error:
                _log.error("%s", error)
        while True:
            try:
                with only_ours("uploads", "could not be deleted when they expired"):
                    await asyncio.to_thread(self._spool.delete_expired)
            except FlickbookError as error:
                _log.error("%s", error)
            await asyncio.sleep(EXPIRE_SECONDS)

    async def _resume(self, upload: Upload) -> None:
        if upload.state == "storing" or (upload.state == "receiving" and self._spool.is_placed(upload)):
            self._claimed[book_name(upload.key)] = upload.id
            self._tasks.start(self._store_with_retries(upload))
        elif upload.state == "receiving" and not upload.resumable:
            await asyncio.to_thread(self._spool.delete, upload)
        elif upload.state == "receiving" and self._spool.offset(upload) == upload.size:
            await self.finish_later(upload)

    async def _claim(self, upload: Upload) -> Upload:
        """Flush an upload to the disk and claim its name.

        Raises NameTaken, which deletes the upload, UploadBusy if the upload has claimed it before, or StoreError.
        """
        flushed = await asyncio.to_thread(self._spool.flush, upload)
        name = book_name(upload.key)
        if self.is_storing(upload):
            raise UploadBusy(upload.key, "is being stored", "wait until the video is there")
        try:
            if name in self._claimed:
                raise allowed.name_taken(name)
            self._claimed[name] = upload.id
            try:
                # The upload may be in the source already: after an order that failed, it is finished again.
                if not await asyncio.to_thread(self._spool.is_placed, flushed):
                    await self.check_name(upload.key, replaces=upload.replaces)
                return flushed if self._spool.local else await asyncio.to_thread(self._spool.claim, flushed)
            except FlickbookError:
                self._release(upload)
                raise
        except NameTaken:
            await asyncio.to_thread(self._spool.delete, flushed)
            raise

    async def check_name(self, key: str, *, replaces: bool) -> str:
        """Return the book's name for a key.

        Raises NameRefused, or NameTaken if a book or the source has the name already. An upload that `replaces` may
        have it, but not the place of a folder.
        """
        name = allowed.book_name(key) if replaces else await self._orders.check_free(key)
        if not await asyncio.to_thread(self._spool.is_free, key) and not replaces:
            raise allowed.name_taken(name)
        return name

    async def _store(self, upload: Upload) -> Entry:
        try:
            async with self._storing:
                url = await _in_thread(lambda: self._spool.place(upload))
            entry = await self._orders.order(url, replaces=upload.replaces)
        except NameTaken:
            await asyncio.to_thread(self._spool.delete, upload)
            raise
        await asyncio.to_thread(self._spool.mark_done, upload)
        return entry

    async def _store_with_retries(self, upload: Upload) -> None:
        """Store an upload that has claimed its name, and then release the name."""
        try:
            await _retry(lambda: self._store(upload))
        finally:
            self._release(upload)

    async def _finish_with_retries(self, upload: Upload) -> None:
        await asyncio.sleep(BACKOFF.first)
        await _retry(lambda: self.finish(upload))

    def _release(self, upload: Upload) -> None:
        self._claimed.pop(book_name(upload.key), None)


def _in_thread(function: Callable[[], Result]) -> "asyncio.Future[Result]":
    """Run a function in a daemon thread. The service can end meanwhile: storing a film may take hours."""
    result: Future[Result] = Future()

    def run() -> None:
        if not result.set_running_or_notify_cancel():
            return
        try:
            result.set_result(function())
        except BaseException as error:  # noqa: BLE001  # the caller that awaits the future receives it
            result.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return asyncio.wrap_future(result)


async def _retry(attempt: Callable[[], Awaitable[object]]) -> None:
    """Make attempts, with growing pauses, until one succeeds or fails with an error that will not pass."""
    for pause in BACKOFF.pauses():
        try:
            await attempt()
            return
        except FlickbookError as error:
            _log.error("%s", error)
            if not error.retryable:
                return
        await asyncio.sleep(pause)
