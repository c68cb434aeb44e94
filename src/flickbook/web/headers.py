"""Headers that every answer carries: what its pages may load, and which other origins may read it."""

from starlette.datastructures import Headers as RequestHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from flickbook.core.settings import Web

# Style elements stand in the shadow trees of player elements, and Video.js has its font in its style sheet. Pictures,
# videos and JSON may come from anywhere, because the page opens any bucket's books and a signed URL leads to a store.
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
_METHODS = b"GET, HEAD, POST, PATCH, DELETE, OPTIONS"
_SENT = (
    b"authorization, content-type, if-none-match, last-event-id, range, "
    b"tus-resumable, upload-length, upload-metadata, upload-offset"
)
_EXPOSED = (
    b"accept-ranges, content-length, content-range, etag, flickbook-name, location, retry-after, "
    b"tus-extension, tus-max-size, tus-resumable, tus-version, upload-expires, upload-length, upload-offset"
)
_PREFLIGHT_SECONDS = b"600"


class SafeHeaders:
    """ASGI middleware that adds the headers, and answers preflight requests of the origins in the settings.

    A page of such an origin may read with scripts and show what it reads; it writes by sending the token itself,
    because cookies are not allowed across origins.
    """

    def __init__(self, app: ASGIApp, settings: Web) -> None:
        self._app = app
        self._origins = frozenset(origin.encode() for origin in settings.origins)
        share = b"cross-origin" if settings.origins else b"same-origin"
        self._always = [*_ALWAYS, (b"cross-origin-resource-policy", share)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        added = self._always + self._shared(scope) if self._origins else self._always

        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = list(message.get("headers", ())) + added
            await send(message)

        if self._origins and scope["method"] == "OPTIONS" and _is_preflight(scope):
            await send_more({"type": "http.response.start", "status": 204})
            await send({"type": "http.response.body"})
            return
        await self._app(scope, receive, send_more)

    def _shared(self, scope: Scope) -> list[tuple[bytes, bytes]]:
        """Give the headers by which a browser lets a page of another origin read the answer."""
        vary = (b"vary", b"origin")
        origin = next((value for name, value in scope["headers"] if name == b"origin"), b"")
        if origin not in self._origins:
            return [vary]
        shared = [vary, (b"access-control-allow-origin", origin), (b"access-control-expose-headers", _EXPOSED)]
        if scope["method"] == "OPTIONS":
            shared += [
                (b"access-control-allow-methods", _METHODS),
                (b"access-control-allow-headers", _SENT),
                (b"access-control-max-age", _PREFLIGHT_SECONDS),
            ]
        return shared


def _is_preflight(scope: Scope) -> bool:
    headers = RequestHeaders(scope=scope)
    return "origin" in headers and "access-control-request-method" in headers
