"""The routes of `/api/session`: what a token allows, and its exchange for a cookie.

The browser itself fetches pictures, videos and event streams. It sends cookies with these requests, but no tokens.
"""

import asyncio
from importlib.metadata import version

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from flickbook.core.decoding import Decoder
from flickbook.engines.configuration import Settings
from flickbook.errors import Unauthorized
from flickbook.notifications import IMAGE_SUFFIXES, VIDEO_SUFFIXES
from flickbook.web.answer_types import SessionAnswer
from flickbook.web.answers import problems
from flickbook.web.bodies import MAX_JSON_BYTES, json_body, read_json
from flickbook.web.guard import Guard
from flickbook.web.sessions import SESSION_SECONDS


class Token(msgspec.Struct, forbid_unknown_fields=True):
    """A token, to be exchanged for a cookie."""

    token: str


_TOKEN = Decoder(Token)


def make_sessions(guard: Guard, settings: Settings) -> APIRouter:
    """Return the routes that show what a token allows, and that begin and end sessions."""
    router, sessions = APIRouter(tags=["session"]), guard.sessions

    @router.get("/api/session", responses=problems(429))
    async def show_session(request: Request) -> SessionAnswer:
        """Return what the sent token or cookie allows."""
        sent = guard.sent_token(request.scope)
        return SessionAnswer(
            token=sent.name if sent else None,
            reads=guard.may_read(request.scope),
            writes=sent is not None and sent.rights.writes,
            engine=settings.engine.engine,
            upload_limit=settings.web.max_upload_bytes,
            suffixes=[*VIDEO_SUFFIXES, *IMAGE_SUFFIXES],
            version=version("flickbook"),
        )

    @router.post(
        "/api/session", status_code=204, responses=problems(401, 408, 413, 422), openapi_extra=json_body(Token)
    )
    async def open_session(request: Request) -> Response:
        """Exchange a token for a cookie."""
        sent = await read_json(request, _TOKEN, MAX_JSON_BYTES, 'send {"token": "TOKEN"}')
        known = guard.find(sent.token, request.scope)
        if known is None or not known.rights.reads:
            raise Unauthorized(request.url.path, "does not know that token", "send a token of this service")
        answer = Response(status_code=204, headers={"Cache-Control": "no-store"})
        # A cookie set over TLS is sent back over TLS only.
        value = await asyncio.to_thread(sessions.open, known.name, known.digest)
        answer.set_cookie(
            sessions.cookie,
            value,
            max_age=int(SESSION_SECONDS),
            path="/",
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answer

    @router.delete("/api/session", status_code=204)
    async def close_session(request: Request) -> Response:
        """End the cookie's session, also for copies of the cookie."""
        answer = Response(status_code=204)
        answer.delete_cookie(sessions.cookie, path="/", httponly=True, samesite="strict")
        await asyncio.to_thread(sessions.close, request.scope)
        return answer

    return router
