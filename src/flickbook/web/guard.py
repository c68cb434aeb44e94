"""Who may read and who may write: a token, sent as `Authorization: Bearer TOKEN`.

For reading a cookie will do, since pictures and videos are fetched by the browser itself. It does not hold the
token but a digest of it: cookies of localhost reach every port there, and whoever listens must not learn to write.
"""

import hashlib
import hmac
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Scope

from flickbook.errors import Unauthorized

COOKIE = "flickbook"


class Guard:
    """Knows the two tokens. Without a read token all may read."""

    def __init__(self, token: str, read_token: str) -> None:
        self._token = token.encode()
        self._read_token = read_token.encode()
        self.cookie = hmac.new(self._read_token or self._token, b"flickbook may read", hashlib.sha256).hexdigest()

    @property
    def closed(self) -> bool:
        """Whether reading needs a token."""
        return bool(self._read_token)

    def may_read(self, scope: Scope) -> bool:
        """Tell whether a request, as ASGI gives it, may read."""
        if not self._read_token:
            return True
        headers = Headers(scope=scope)
        return self.reads(_bearer(headers)) or hmac.compare_digest(_cookie(headers).encode(), self.cookie.encode())

    def may_write(self, scope: Scope) -> bool:
        """Tell whether a request, as ASGI gives it, may write."""
        return hmac.compare_digest(_bearer(Headers(scope=scope)).encode(), self._token)

    def reads(self, token: str) -> bool:
        """Tell whether a token lets its holder read."""
        sent = token.encode()
        allowed = [held for held in (self._token, self._read_token) if held]
        # All are compared, so that the time taken tells nothing.
        return any([hmac.compare_digest(sent, held) for held in allowed])  # noqa: C419

    def reader(self, request: Request) -> None:
        """Raise Unauthorized unless a request may read."""
        if not self.may_read(request.scope):
            raise Unauthorized(request.url.path, "needs a token to be read", "send `Authorization: Bearer TOKEN`")

    def writer(self, request: Request) -> None:
        """Raise Unauthorized unless a request may write."""
        if not self.may_write(request.scope):
            fault = "needs the token that `flickbook serve` printed when it started"
            raise Unauthorized(request.url.path, fault, "send `Authorization: Bearer TOKEN`")


def _bearer(headers: Headers) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return "" if found is None else found.value
