"""What becomes of whole uploads: put into the source, where exactly one gets a name, and handed to the works."""

import asyncio
import logging
import threading
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from typing import Any, Protocol, TypeVar

from flickbook.core.layout import book_name
from flickbook.core.model import Entry
from flickbook.errors import FlickbookError, NameTaken, UploadBusy
from flickbook.web.admission import Upload
from flickbook.web.allowed import taken
from flickbook.web.spool import Spool

SWEEP_SECONDS = 600.0
# Each has some parts in memory.
PLACED_AT_ONCE = 4
_FIRST_WAIT_SECONDS = 1.0
_LONGEST_WAIT_SECONDS = 300.0

Result = TypeVar("Result")

_log = logging.getLogger("flickbook")


class Taker(Protocol):
    """Makes videos that lie in their store."""

    async def check_free(self, key: str) -> str:
        """Give the book's name for a key. Raises NameRefused or NameTaken."""

    async def take(self, url: str) -> Entry:
        """Have the video at a URL made."""


class Finisher:
    """Finishes uploads: at once into a local source, in the background into a store."""

    def __init__(self, spool: Spool, works: Taker) -> None:
        self._spool = spool
        self._works = works
        self._placing = asyncio.Semaphore(PLACED_AT_ONCE)
        # Which upload each name is claimed by.
        self._claimed: dict[str, str] = {}
        self._tasks: set[asyncio.Task[Any]] = set()

    async def finish(self, upload: Upload) -> Entry:
        """Put a whole upload into the source and have it made.

        Raises NameTaken, and then forgets the upload; or StoreError, OutputDenied or OutputFull, and keeps it.
        """
        claimed = await self._claim(upload)
        try:
            return await self._put(claimed)
        finally:
            self._let_go(upload)

    async def finish_later(self, upload: Upload) -> None:
        """Finish an upload as `finish` does, but in the background once it has the name, if its source is a store.

        All of it came, so nobody would send it again: what cannot be done now is done later, though it is raised.
        """
        try:
            if self._spool.local:
                await self.finish(upload)
            else:
                self._start(self._put_at_last(await self._claim(upload)))
        except FlickbookError as error:
            if error.retryable:
                self._start(self._finish_at_last(upload))
            raise

    def is_at(self, upload: Upload) -> bool:
        """Tell whether an upload is being put into the source."""
        return self._claimed.get(book_name(upload.key)) == upload.id

    async def run(self) -> None:
        """Finish what an earlier service left whole, and forget what nobody goes on with; until cancelled."""
        # Listed before the service is asked for anything: what is begun from now on is not an earlier service's.
        for progress in self._spool.table.list():
            try:
                await self._take_up(progress.upload)
            except FlickbookError as error:
                _log.error("%s", error)
        while True:
            try:
                await asyncio.to_thread(self._spool.sweep)
            except FlickbookError as error:
                _log.error("%s", error)
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

        Raises NameTaken, and then forgets the upload, UploadBusy if that is done already, or StoreError.
        """
        settled = await asyncio.to_thread(self._spool.settle, upload)
        name = book_name(upload.key)
        if self.is_at(upload):
            raise UploadBusy(upload.key, "is being stored", "wait until the video is there")
        try:
            if name in self._claimed:
                raise taken(name)
            self._claimed[name] = upload.id
            try:
                # It may be there because its book could not be begun just then.
                if not await asyncio.to_thread(self._spool.is_placed, settled):
                    await self.check_free(upload.key)
                return settled if self._spool.local else await asyncio.to_thread(self._spool.claim, settled)
            except FlickbookError:
                self._let_go(upload)
                raise
        except NameTaken:
            await asyncio.to_thread(self._spool.remove, settled)
            raise

    async def check_free(self, key: str) -> str:
        """Return the book's name for a key that neither a book nor the source has. Raises NameRefused or NameTaken."""
        name = await self._works.check_free(key)
        if not await asyncio.to_thread(self._spool.is_free, key):
            raise taken(name)
        return name

    async def _put(self, upload: Upload) -> Entry:
        try:
            async with self._placing:
                url = await _in_thread(lambda: self._spool.place(upload))
            entry = await self._works.take(url)
        except NameTaken:
            await asyncio.to_thread(self._spool.remove, upload)
            raise
        await asyncio.to_thread(self._spool.close, upload)
        return entry

    async def _put_at_last(self, upload: Upload) -> None:
        """Put an upload that has its name into the source as soon as that can be done."""
        try:
            await _at_last(lambda: self._put(upload))
        finally:
            self._let_go(upload)

    async def _finish_at_last(self, upload: Upload) -> None:
        """Finish an upload as soon as that can be done."""
        await asyncio.sleep(_FIRST_WAIT_SECONDS)
        await _at_last(lambda: self.finish(upload))

    def _let_go(self, upload: Upload) -> None:
        self._claimed.pop(book_name(upload.key), None)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _in_thread(function: Callable[[], Result]) -> "asyncio.Future[Result]":
    """Run a function in a thread that the end of the service does not wait for: a film takes hours to a far store."""
    told: Future[Result] = Future()

    def run() -> None:
        if not told.set_running_or_notify_cancel():
            return
        try:
            told.set_result(function())
        except BaseException as error:  # noqa: BLE001  # whoever awaits it gets it
            told.set_exception(error)

    threading.Thread(target=run, daemon=True).start()
    return asyncio.wrap_future(told)


async def _at_last(attempt: Callable[[], Awaitable[object]]) -> None:
    """Try something until it is done or can never be."""
    wait = _FIRST_WAIT_SECONDS
    while True:
        try:
            await attempt()
            return
        except FlickbookError as error:
            _log.error("%s", error)
            if not error.retryable:
                return
        await asyncio.sleep(wait)
        wait = min(2 * wait, _LONGEST_WAIT_SECONDS)
