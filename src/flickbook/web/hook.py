"""The route for notifications of buckets: the service orders the videos that were uploaded there.

Each kind of bucket sends the secret in its own way: MinIO and SeaweedFS as `Authorization: Bearer SECRET`, SNS as the
password in `https://any:SECRET@host/…`, Pub/Sub and Event Grid as `?token=SECRET`. An error that may pass is answered
with 503, and the bucket sends the notification again. Handling a notification twice changes nothing.
"""

import asyncio
import base64
import binascii
import http.client
import logging
import re
from typing import Annotated, Any
from urllib.parse import urlsplit

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Request
from pydantic import Field
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
from flickbook.library.previews import Previews
from flickbook.storage import shown
from flickbook.web.answer_types import Answer
from flickbook.web.answers import problems
from flickbook.web.bodies import read_body
from flickbook.web.guard import Guard
from flickbook.web.service import Service

PATH = "/api/hooks/bucket"
# A batch of Event Grid has at most 1 MB, one of SQS or SNS less.
MOST_BYTES = 4_000_000
_REMEDY = "send a bucket's notification, see docs/notifications.md"
_SNS = re.compile(r"sns\.[a-z0-9-]+\.amazonaws\.com(\.cn)?")
_CONFIRM_SECONDS = 10.0
# SNS sends the password of its URL only after an answer with this header.
_CHALLENGE = {"WWW-Authenticate": 'Basic realm="flickbook"'}
_VALIDATION = "Microsoft.EventGrid.SubscriptionValidationEvent"

_log = logging.getLogger("flickbook")


class Refused(Answer):
    """A video that was not ordered, and why."""

    url: Annotated[str, Field(description="The video's URL.")]
    error: Annotated[str, Field(description="The error's class.")]
    message: Annotated[str, Field(description="The error's text.")]


class Heard(Answer):
    """The result of a notification."""

    taken: Annotated[list[str], Field(description="Names of the books that were ordered.")]
    refused: Annotated[list[Refused], Field(description="The videos that were not ordered.")]


class _Handshake(msgspec.Struct):
    """A message by which SNS and Event Grid check, before any notification, that the receiver wants them."""

    type: str = msgspec.field(name="Type", default="")
    subscribe: str = msgspec.field(name="SubscribeURL", default="")
    kind: str = msgspec.field(name="eventType", default="")
    data: dict[str, Any] = msgspec.field(default_factory=dict)


_HANDSHAKE: Decoder[_Handshake | list[_Handshake]] = Decoder(_Handshake | list[_Handshake])


def make_hook(guard: Guard, service: Service) -> APIRouter:
    """Return the route for notifications that come with the secret. Without a secret in the settings it answers 404."""
    router = APIRouter(tags=["notifications"], include_in_schema=guard.has_hook)

    async def check_secret(request: Request) -> None:
        if not guard.has_hook:
            raise HTTPException(404, "exists only if FLICKBOOK_HOOK_SECRET is set")
        if not guard.rights(_secret_of(request), request.scope).announces:
            detail = "needs the hook's secret, as Bearer token, as Basic password, or as ?token="
            raise HTTPException(401, detail, _CHALLENGE)

    @router.post(
        PATH,
        dependencies=[Depends(check_secret)],
        response_model=Heard,
        responses=problems(401, 408, 413, 422, 503, 507),
        openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": {}}}}},
    )
    async def receive_notification(request: Request) -> Response:
        """Order the videos that a bucket announces."""
        body = await read_body(request, MOST_BYTES, _REMEDY)
        return JSONResponse(await _answer_handshake(body) or (await _order_all(service, body)).model_dump())

    return router


async def _order_all(service: Service, body: bytes) -> Heard:
    """Order the videos of a notification. Raises UsageError, or an error after which it should be sent again."""
    ordered, refused, passing = [], [], None
    previews = Previews(service.out)
    for url in _announced(body):
        try:
            with only_ours(shown(url), "could not be ordered"):
                # Previews in the bucket of the videos are announced too.
                if await asyncio.to_thread(previews.has, url):
                    continue
                ordered.append((await service.order_announced(url)).name)
        except FlickbookError as error:
            if error.retryable and not isinstance(error, RenderFailed):
                raise
            _log.warning("%s", error)
            # An output can be repaired, and the video must then be announced again.
            if error.retryable or (isinstance(error, OutputError) and not isinstance(error, NameTaken)):
                # The error may concern this video alone: the others are ordered before it is raised.
                passing = passing or error
            else:
                refused.append(Refused(url=url, error=type(error).__name__, message=str(error)))
    if passing is not None:
        raise passing
    return Heard(taken=ordered, refused=refused)


def _announced(body: bytes) -> list[str]:
    """Return the URLs of the videos in a notification."""
    try:
        found = notifications.read(body)
    except WireError as error:
        raise UsageError("the notification", error.fault, error.remedy) from error
    # An object that was written twice is announced twice, and ordered once, in its newest version.
    return list(dict.fromkeys(source.url for source in found))


async def _answer_handshake(body: bytes) -> dict[str, str] | None:
    """Return the answer to a handshake of SNS or Event Grid, or None for any other message."""
    try:
        document = _HANDSHAKE.decode(body)
    except msgspec.DecodeError:
        return None
    handshake = document if isinstance(document, _Handshake) else next(iter(document), _Handshake())
    if handshake.type == "SubscriptionConfirmation":
        await asyncio.to_thread(_confirm_subscription, handshake.subscribe)
        return {"confirmed": "SNS"}
    if handshake.kind == _VALIDATION:
        return {"validationResponse": str(handshake.data.get("validationCode", ""))}
    return None


def _confirm_subscription(url: str) -> None:
    """Confirm a subscription of SNS by a request to its URL, without following redirects.

    Only hosts of SNS are requested: a sender with the secret must not make the service request other hosts. Raises
    UsageError for another host, StoreError if SNS does not answer.
    """
    host = sns_host(url)
    parts = urlsplit(url)
    connection = http.client.HTTPSConnection(host, timeout=_CONFIRM_SECONDS)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}")
        status = connection.getresponse().status
    except (OSError, http.client.HTTPException) as error:
        raise StoreError(host, f"did not confirm the subscription ({error})", "send it again") from error
    finally:
        connection.close()
    if status != 200:
        raise StoreError(host, f"did not confirm the subscription (status {status})", "send it again")
    _log.info("%s: subscription confirmed", host)


def sns_host(url: str) -> str:
    """Return the host of a URL for confirming subscriptions of SNS. Raises UsageError for any other URL."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        of_sns = parts.scheme == "https" and parts.netloc == host and _SNS.fullmatch(host) is not None
    except ValueError:
        of_sns = False
    if not of_sns or not url.isascii() or any(character <= " " for character in url):
        raise UsageError("the notification", "has a SubscribeURL that is not of SNS", _REMEDY)
    return host


def _secret_of(request: Request) -> str:
    """Return the secret that a request shows, or an empty string."""
    scheme, _, rest = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() == "bearer":
        return rest.strip()
    if scheme.lower() == "basic":
        try:
            return base64.b64decode(rest.strip(), validate=True).decode().partition(":")[2]
        except (binascii.Error, ValueError):
            return ""
    return request.query_params.get("token", "")
