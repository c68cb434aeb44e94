"""Middleware for the headers of all answers, which other origins may read them, and HEAD."""

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from flickbook.core.settings import Web

# Player elements have style elements in their shadow trees, and Video.js has its font in its style sheet. Pictures,
# videos and JSON may come from any host: the page opens books of any bucket, and a signed URL leads to a store.
_CONTENT_SECURITY = (
    b"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; "
    b"img-src 'self' https: http: blob: data:; media-src 'self' https: http: blob:; connect-src 'self' https: http:; "
    b"worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    b"object-src 'none'"
)
_ALWAYS = [
    (b"content-security-policy", _CONTENT_SECURITY),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
]
_METHODS = ("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS")
_SENT = (
    *("authorization", "content-type", "if-none-match", "last-event-id", "range"),
    *("tus-resumable", "upload-length", "upload-metadata", "upload-offset"),
)
_EXPOSED = (
    *("accept-ranges", "content-length", "content-range", "etag", "flickbook-name", "location", "retry-after"),
    *("tus-extension", "tus-max-size", "tus-resumable", "tus-version"),
    *("upload-expires", "upload-length", "upload-offset"),
)


class SafeHeaders:
    """ASGI middleware that adds the headers, and lets pages of the origins in the settings read answers by CORS.

    A header that an answer has stays as it is.
    Such a page writes by sending the token itself, because cookies are not allowed across origins.
    """

    def __init__(self, app: ASGIApp, settings: Web) -> None:
        share = b"same-origin"
        if settings.origins:
            share = b"cross-origin"
            app = CORSMiddleware(app, settings.origins, _METHODS, _SENT, expose_headers=_EXPOSED)
        self._app = app
        self._always = [*_ALWAYS, (b"cross-origin-resource-policy", share)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = message.get("headers", ())
                chosen = {name for name, _ in headers}
                message["headers"] = [*headers, *(header for header in self._always if header[0] not in chosen)]
            await send(message)

        await self._app(scope, receive, send_more)


class Heads:
    """ASGI middleware that ends the answer to HEAD after its headers, also that of an event stream.

    The web server then reports to the app that the client is gone.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self._app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
                await send({"type": "http.response.body", "body": b""})

        await self._app(scope, receive, send_head)


def with_heads(router: APIRouter) -> APIRouter:
    """Return the router with a HEAD route beside each GET route (RFC 9110, section 9.3.2); FastAPI adds none."""
    methods = [(route, route.methods or set()) for route in router.routes if isinstance(route, APIRoute)]
    answered = {route.path for route, known in methods if "HEAD" in known}
    for route, known in methods:
        if "GET" in known and route.path not in answered:
            router.add_api_route(
                route.path, route.endpoint, methods=["HEAD"], dependencies=route.dependencies, include_in_schema=False
            )
    return router
