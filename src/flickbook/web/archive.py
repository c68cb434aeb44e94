"""Download of a finished book as one ZIP archive, written while its files are read, in flat memory.

The archive's directory comes last. If the book changes meanwhile, the answer is cut off before it, and no program takes
what has arrived for a whole archive.
"""

import asyncio
import hashlib
import logging
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import NamedTuple
from urllib.parse import quote
from zipfile import ZipFile, ZipInfo

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from flickbook.core import layout
from flickbook.errors import FlickbookError, SourceChanged, SourceMissing, TooManyDownloads
from flickbook.library.book import Book
from flickbook.library.own_files import OwnFiles
from flickbook.storage import ObjectReader
from flickbook.web.answers import answer_for, problems
from flickbook.web.guard import Guard
from flickbook.web.guesses import client_of
from flickbook.web.sharing import ClientLimit, Shared
from flickbook.web.views import Views

MOST_DOWNLOADS = 16
MOST_DOWNLOADS_A_CLIENT = 4
# Files up to this size are read whole, so many at a time: a store in a bucket takes as long for one as for all.
SMALL_BYTES = 512 * 1024
READ_AHEAD = 8

_log = logging.getLogger("flickbook")
_UNSAFE = re.compile(r"[^A-Za-z0-9 ._()-]")


class Contents(NamedTuple):
    """The files of a finished book, as key → SHA-256 in hex, or an empty text where the manifest has none.

    `state` changes if one of them is replaced or deleted.
    """

    name: str
    digests: dict[str, str]
    state: bytes


def list_contents(book: Book) -> Contents:
    """Return the files of a finished book, the manifest first. Raises SourceMissing if the book is not finished."""
    plan, manifest = book.plan(), book.manifest()
    if plan is None or manifest is None or manifest.plan != plan.id:
        raise SourceMissing(book.name, "is not finished", "wait until its pictures are made, then download it")
    stored = book.store.list_folder()
    own = OwnFiles(book.store, book.name).list([plan])
    whole_video = sorted(key for key in own if layout.suffix_of(book.name, key) is None)
    digests = dict.fromkeys([layout.MANIFEST_KEY, *whole_video], "")
    digests |= {file.key: file.digest for file in manifest.files}
    state = repr([(key, stored.get(key)) for key in digests])
    return Contents(book.name, digests, hashlib.sha256(state.encode()).digest())


def make_archives(guard: Guard, views: Views, out: str) -> APIRouter:
    """Return the route that downloads a whole book."""
    router = APIRouter(tags=["videos"], dependencies=[Depends(guard.reader)])
    archives = Archives(out)
    shared = Shared(2)
    responses = {**problems(401, 404, 422, 429, 503), 200: {"content": {"application/zip": {}}}}

    # Included before `/api/videos/{name:path}`, which would match it too.
    @router.get("/api/videos/{name:path}/zip", response_class=Response, responses=responses)
    async def send_archive(request: Request, name: str) -> Response:
        """Return all files of a finished book as one ZIP archive, without compression."""

        def find() -> Contents:
            if views.view(name) is None:
                raise SourceMissing(name, "is not a video of this service", "look at the list of videos")
            return list_contents(Book(out, name))

        client = client_of(request.scope)
        return _Download(archives, await shared.get(name, find, client), client)

    return router


class Archives:
    """Writes archives of the books below an output URL, a few at a time."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._reader = ObjectReader(out)
        fault = f"sends {MOST_DOWNLOADS_A_CLIENT} books to a client at a time, and {MOST_DOWNLOADS} in all"
        # A context in which a download of a client counts; raises TooManyDownloads.
        self.admit = ClientLimit(
            MOST_DOWNLOADS, MOST_DOWNLOADS_A_CLIENT, TooManyDownloads, fault, "wait until one has ended"
        ).admit

    async def write(self, contents: Contents) -> AsyncGenerator[bytes, None]:
        """Yield the archive of a book piece by piece.

        Raises SourceChanged or SourceMissing if a file was replaced or deleted meanwhile, SourceDenied or StoreError.
        """
        written = _Written()
        archive = ZipFile(written, "w")
        keys = list(contents.digests)
        for first in range(0, len(keys), READ_AHEAD):
            batch = keys[first : first + READ_AHEAD]
            small = await asyncio.gather(*(self._read_small(f"{contents.name}/{key}") for key in batch))
            for key, data in zip(batch, small, strict=True):
                digest = hashlib.sha256(data or b"")
                if data is not None:
                    archive.writestr(_entry(key, len(data)), data)
                    yield written.release()
                else:
                    with (
                        await self._reader.open(f"{contents.name}/{key}") as opened,
                        archive.open(_entry(key, opened.size), "w") as entry,
                    ):
                        async for piece in opened.read(0, opened.size):
                            digest.update(piece)
                            entry.write(piece)
                            yield written.release()
                if contents.digests[key] not in ("", digest.hexdigest()):
                    raise _changed(contents.name)
        # Also the files without a digest must still be those that were listed.
        if await asyncio.to_thread(self._state_of, contents.name) != contents.state:
            raise _changed(contents.name)
        archive.close()
        yield written.release()

    async def _read_small(self, path: str) -> bytes | None:
        """Return the bytes of a file, or None if it is large."""
        with await self._reader.open(path) as opened:
            if opened.size > SMALL_BYTES:
                return None
            return await opened.read_all()

    def _state_of(self, name: str) -> bytes:
        return list_contents(Book(self._out, name)).state


class _Written:
    """A stream for ZipFile that holds what was written until it is released."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._pieces.append(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: what is written waits to be released."""

    def close(self) -> None:
        """Do nothing: there is nothing to close."""

    def release(self) -> bytes:
        """Return what was written since the last call."""
        released = b"".join(self._pieces)
        self._pieces.clear()
        return released


class _Download(Response):
    """The answer with an archive, or with 429 if there are too many downloads."""

    def __init__(self, archives: Archives, contents: Contents, client: str) -> None:
        super().__init__(media_type="application/zip")
        self._archives = archives
        self._contents = contents
        self._client = client

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        name = layout.last_part(self._contents.name)
        headers = {"content-disposition": disposition(f"{name}.zip"), "cache-control": "no-cache"}
        try:
            with self._archives.admit(self._client):
                async with aclosing(self._archives.write(self._contents)) as pieces:
                    answer = StreamingResponse(pieces, headers=headers, media_type=self.media_type)
                    await answer(scope, receive, send)
        except TooManyDownloads as error:
            await answer_for(error)(scope, receive, send)
        except FlickbookError as error:
            # The answer has begun, so it can only be cut off, with its connection.
            _log.warning("%s", error)


def disposition(filename: str) -> str:
    """Return the Content-Disposition that saves an answer as a file (RFC 6266, with a plain name for old clients)."""
    return f"attachment; filename=\"{_UNSAFE.sub('_', filename)}\"; filename*=UTF-8''{quote(filename, safe='')}"


def _entry(key: str, size: int) -> ZipInfo:
    """Return the entry of a file; ZipFile chooses ZIP64 by its size. Its date is always the same, 1980-01-01."""
    entry = ZipInfo(key)
    entry.file_size = size
    entry.external_attr = 0o644 << 16
    return entry


def _changed(name: str) -> SourceChanged:
    return SourceChanged(name, "changed while it was downloaded", "download it again")
