"""The handler of a function URL: the signed URL of a picture → the picture, which is made if it is not stored.

Event and answer have the payload format 2.0: https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html.
"""

import asyncio
import logging
import time
from base64 import b64encode
from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple
from urllib.parse import unquote

import msgspec
from msgspec.structs import replace

from flickbook import errors
from flickbook.core.model import ImageRequest, ImageTask
from flickbook.core.settings import usable_cores
from flickbook.engines.aws.handlers import load_settings
from flickbook.errors import FlickbookError, SignatureRefused, SourceMissing, as_ours
from flickbook.images.cache import ImageCache, key_of
from flickbook.images.making import make_image
from flickbook.images.requests import MEDIA_TYPES, parameters, parse_image
from flickbook.images.signing import keys_of, verify
from flickbook.images.tiles import signed_sheet, tiles_of_book
from flickbook.library.book import Book
from flickbook.outputs.storyboard import OVERVIEW_KEY, TILES_KEY
from flickbook.storage import ObjectReader

Event = dict[str, Any]

# An answer of a function URL may have 6 MB. In base64, three bytes become four.
MOST_BYTES = 4_500_000
# A URL does not name the version of its video, so a picture is used for five minutes before it is asked for again.
FRESH_SECONDS = 300
# How long the URL in a redirect to the bucket is valid at most.
SIGNED_SECONDS = 3600
_STATUS: dict[type[FlickbookError], int] = {
    errors.SignatureRefused: 403,
    errors.SourceMissing: 404,
    errors.InputError: 422,
    errors.UsageError: 422,
    FlickbookError: 503,
}

_log = logging.getLogger("flickbook")


class _Found(NamedTuple):
    """A picture: its key below the output, its ETag, and what reads it."""

    key: str
    etag: str
    read: Callable[[], bytes]


def answer(event: Event, context: object) -> Event:  # noqa: ARG001  # Lambda's signature
    """Answer a request for a picture. Errors become answers too: nobody but the viewer tries again."""
    settings, path = load_settings(), unquote(event["rawPath"])
    keys = keys_of(settings.images.image_keys)
    if event["requestContext"]["http"]["method"] not in ("GET", "HEAD"):
        return _problem(405, "MethodNotAllowed", f"{path}: can only be read; send GET.")
    try:
        return _picture(event, keys, settings.aws.out)
    except Exception as raised:  # noqa: BLE001  # the answer says so
        error = as_ours(raised, path, "could not be made")
        status = next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)
        if status < 500:
            return _problem(status, type(error).__name__, str(type(error)(path, error.fault, error.remedy)))
        _log.error("%s", error)
        return _problem(status, type(error).__name__, f"{path}: could not be made; try again.")


def _picture(event: Event, keys: Mapping[str, str], out: str) -> Event:
    query = event.get("rawQueryString", "")
    path = _signed_path(event["rawPath"], query, keys)
    request, expires = parse_image(path, query), int(parameters(path, query)["expires"])
    book = Book(out, request.name)
    plan = book.plan()
    if plan is None:
        raise SourceMissing(path, "is no picture of a video here", "check the name, or upload the video first")
    if request.kind == "storyboard":
        found = _storyboard(book, request, keys, expires)
    else:
        # The folder decides the name: a plan may have been copied.
        found = _requested(ImageTask(request, replace(plan, name=request.name), out))
    left = max(0, expires - int(time.time()))
    age = f"max-age={min(FRESH_SECONDS, left)}"
    headers = {"etag": found.etag, "cache-control": f"public, {age}"}
    if event.get("headers", {}).get("if-none-match") == found.etag:
        return {"statusCode": 304, "headers": headers}
    data = found.read()
    if len(data) > MOST_BYTES:
        url = asyncio.run(ObjectReader(out).sign("GET", found.key, max(1, min(SIGNED_SECONDS, left))))
        return {"statusCode": 307, "headers": {"location": url, "cache-control": age}}
    headers["content-type"] = MEDIA_TYPES[request.suffix]
    return {"statusCode": 200, "headers": headers, "body": b64encode(data).decode(), "isBase64Encoded": True}


def _requested(task: ImageTask) -> _Found:
    """Find a thumbnail or animated picture. It is made when it is read, if it is not stored."""

    def read() -> bytes:
        cache = ImageCache(task.out)
        data = cache.get(task)
        if data is None:
            data = make_image(task, usable_cores())
            cache.put(task, data)
        return data

    key = key_of(task)
    # Its last two parts are the plan's id, which names the version of the video, and what is shown.
    return _Found(key, f'"{"-".join(key.split("/")[-2:])}"', read)


def _storyboard(book: Book, request: ImageRequest, keys: Mapping[str, str], expires: int) -> _Found:
    """Find the storyboard that is stored with a book. The links to its sheet are signed as the request is."""
    data = book.store.get(OVERVIEW_KEY if request.suffix == "jpg" else TILES_KEY)
    if data is None:
        raise SourceMissing(request.name, "has no storyboard", "wait until the book is complete")
    if request.suffix != "jpg":
        data = tiles_of_book(data, request.suffix, signed_sheet(request.name, keys, expires))
    return _Found(f"{request.name}/{OVERVIEW_KEY}", f'"{sha256(data).hexdigest()[:32]}"', lambda: data)


def _signed_path(raw: str, query: str, keys: Mapping[str, str]) -> str:
    """Return the decoded path that was signed. Raises SignatureRefused.

    Whether Lambda has decoded the path is not documented. Only one of the two readings has the signature.
    """
    try:
        verify(raw, query, keys, time.time())
    except SignatureRefused:
        verify(unquote(raw), query, keys, time.time())
        return unquote(raw)
    return raw


def _problem(status: int, error: str, message: str) -> Event:
    headers = {"content-type": "application/json", "cache-control": "no-store"}
    body = msgspec.json.encode({"error": error, "message": message}).decode()
    return {"statusCode": status, "headers": headers, "body": body}
