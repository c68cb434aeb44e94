"""The route that buckets call: what they say was uploaded is taken, whatever store they are of.

Each sender shows the one secret in the way that it can: MinIO and SeaweedFS as `Authorization: Bearer SECRET`, SNS as
the password in `https://any:SECRET@host/…`, Pub/Sub and Event Grid as `?token=SECRET`. What fails and may go well
later is answered by 503, upon which all of them send again; doing a notification twice changes nothing.
"""

import asyncio
import base64
import binascii
import http.client
import logging
import re
from typing import Any
from urllib.parse import urlsplit

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.responses import JSONResponse, Response

from flickbook import notifications
from flickbook.core.decoding import Decoder
from flickbook.errors import (
    FlickbookError,
    NameTaken,
    OutputError,
    RenderFailed,
    StoreError,
    UsageError,
    WireError,
    only_ours,
)
from flickbook.storage import shown
from flickbook.web.answers import Answer, problems
from flickbook.web.bodies import read_body
from flickbook.web.guard import Guard
from flickbook.web.works import Works

PATH = "/api/hooks/bucket"
# A batch of Event Grid is at most 1 MB; SQS and SNS have less.
MOST_BYTES = 4_000_000
_REMEDY = "send what a bucket sends, see docs/notifications.md"
_SNS = re.compile(r"sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?")
_VISIT_SECONDS = 10.0
# SNS sends what its URL holds only to whoever asks for it like this.
_CHALLENGE = {"WWW-Authenticate": 'Basic realm="flickbook"'}
_VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent"

_log = logging.getLogger("flickbook")


class Refused(Answer):
    """A video that is not taken, and why."""

    url: str
    error: str
    message: str


class Heard(Answer):
    """What came of a notification: the names of the videos that are taken, and what is not."""

    taken: list[str]
    refused: list[Refused]


class _Hello(msgspec.Struct):
    """What some services send first, to see whether who gets their notifications wants them."""

    type: str = msgspec.field(name="Type", default="")
    subscribe: str = msgspec.field(name="SubscribeURL", default="")
    kind: str = msgspec.field(name="eventType", default="")
    data: dict[str, Any] = msgspec.field(default_factory=dict)


_HELLO: Decoder[_Hello | list[_Hello]] = Decoder(_Hello | list[_Hello])


def make_hook(guard: Guard, works: Works) -> APIRouter:
    """Make the route that takes notifications from whoever knows the secret; without one it is not there."""
    router = APIRouter(tags=["notifications"], include_in_schema=guard.hears)

    async def known(request: Request) -> None:
        if not guard.hears:
            raise HTTPException(404, "is there only where FLICKBOOK_HOOK_SECRET is set")
        if not guard.rights(_secret_of(request), request.scope).announces:
            detail = "needs the secret of the hook, as Bearer token, password of Basic, or ?token="
            raise HTTPException(401, detail, _CHALLENGE)

    @router.post(
        PATH,
        dependencies=[Depends(known)],
        response_model=Heard,
        summary="Take what a bucket says was uploaded",
        responses=problems(401, 408, 413, 422, 503, 507),
        openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": {}}}}},
    )
    async def hear(request: Request) -> Response:
        body = await read_body(request, MOST_BYTES, _REMEDY)
        return JSONResponse(await _greet(body) or (await _take_all(works, body)).model_dump())

    return router


async def _take_all(works: Works, body: bytes) -> Heard:
    """Take what was uploaded. Raises UsageError, or what may go well later."""
    try:
        found = notifications.read(body)
    except WireError as error:
        raise UsageError("the notification", error.fault, error.remedy) from error
    taken, refused, put_off = [], [], None
    # An object that was written twice is announced twice, and taken as it is now.
    for url in dict.fromkeys(source.url for source in found):
        try:
            with only_ours(shown(url), "could not be taken"):
                taken.append((await works.take_found(url)).name)
        except FlickbookError as error:
            if error.retryable and not isinstance(error, RenderFailed):
                raise
            _log.warning("%s", error)
            if error.retryable or _may_be_mended(error):
                # Or it is only this book's place that is at fault: the others are taken.
                put_off = put_off or error
            else:
                refused.append(Refused(url=url, error=type(error).__name__, message=str(error)))
    if put_off is not None:
        raise put_off
    return Heard(taken=taken, refused=refused)


def _may_be_mended(error: FlickbookError) -> bool:
    """Tell whether it is the output that is at fault; the video will not be announced again when that is mended."""
    return isinstance(error, OutputError) and not isinstance(error, NameTaken)


async def _greet(body: bytes) -> dict[str, str] | None:
    """Answer a service that only wants to know whether it may send; None for what is something else."""
    try:
        document = _HELLO.decode(body)
    except msgspec.DecodeError:
        return None
    hello = document if isinstance(document, _Hello) else next(iter(document), _Hello())
    if hello.type == "SubscriptionConfirmation":
        await asyncio.to_thread(_visit, hello.subscribe)
        return {"confirmed": "SNS"}
    if hello.kind == _VALIDATION:
        return {"validationResponse": str(hello.data.get("validationCode", ""))}
    return None


def _visit(url: str) -> None:
    """Confirm a subscription of SNS by its URL, and no other: whoever knows the secret must not reach what we can.

    Redirects are not followed. Raises UsageError for a URL of somebody else, StoreError if SNS does not answer.
    """
    host = sns_host(url)
    parts = urlsplit(url)
    connection = http.client.HTTPSConnection(host, timeout=_VISIT_SECONDS)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise StoreError(host, f"does not confirm the subscription ({error})", "send it again") from error
    finally:
        connection.close()
    if status != 200:
        raise StoreError(host, f"does not confirm the subscription (status {status})", "send it again")
    _log.info("%s: a subscription is confirmed", host)


def sns_host(url: str) -> str:
    """Give the host of a URL at which SNS confirms subscriptions. Raises UsageError if it is none."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        whole = parts.scheme == "https" and parts.netloc == host and _SNS.fullmatch(host) is not None
    except ValueError:
        whole = False
    if not whole or not url.isascii() or any(character <= " " for character in url):
        raise UsageError("the notification", "names no URL at which SNS confirms subscriptions", _REMEDY)
    return host


def _secret_of(request: Request) -> str:
    """Give what a request shows as the secret, or nothing."""
    scheme, _, rest = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return rest.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(rest.strip(), validate=True).decode().partition(":")[2]
        except (binascii.Error, ValueError):
            return ""
    return request.query_params.get("token", "")
