"""Who may read and who may write: a token, sent as `Authorization: Bearer TOKEN`.

Without a read token all may read, but only by names that are known: a page from elsewhere can give its own name
the address 127.0.0.1 (DNS rebinding), and would then be let read here as if it came from here.

For reading a cookie will do, since pictures and videos are fetched by the browser itself. It does not hold the
token but a digest of it: cookies of localhost reach every port there, and whoever listens must not learn to write.
"""

import hashlib
import hmac
import ipaddress
from collections.abc import Sequence
from functools import lru_cache
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Scope

from flickbook.errors import Unauthorized

COOKIE = "flickbook"


class Guard:
    """Knows the two tokens, and the names by which all may read if there is no token for that; None are all names."""

    def __init__(self, token: str, read_token: str, names: frozenset[str] | None = None) -> None:
        self._names = names
        self._token = token.encode()
        self._read_token = read_token.encode()
        self.cookie = hmac.new(self._read_token or self._token, b"flickbook may read", hashlib.sha256).hexdigest()

    @property
    def closed(self) -> bool:
        """Whether reading needs a token."""
        return bool(self._read_token)

    def may_read(self, scope: Scope) -> bool:
        """Tell whether a request, as ASGI gives it, may read."""
        headers = Headers(scope=scope)
        if not self._read_token and (self._names is None or _is_known(headers.get("host", ""), self._names)):
            return True
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
            remedy = "send `Authorization: Bearer TOKEN`"
            if self.closed:
                raise Unauthorized(request.url.path, "needs a token to be read", remedy)
            fault = "needs no token only by names that are known"
            raise Unauthorized(request.url.path, fault, f"{remedy}, or have the name in `hosts`")

    def writer(self, request: Request) -> None:
        """Raise Unauthorized unless a request may write."""
        if not self.may_write(request.scope):
            fault = "needs the token that `flickbook serve` printed when it started"
            raise Unauthorized(request.url.path, fault, "send `Authorization: Bearer TOKEN`")


def known_names(host: str, hosts: Sequence[str]) -> frozenset[str] | None:
    """Give the names by which a service that listens at `host` is known, or None if nobody can tell."""
    if not hosts and not (_is_address(host, loopback=True) or host == "localhost"):
        return None
    return frozenset(name.lower().rstrip(".") for name in (host, *hosts))


@lru_cache(maxsize=256)
def _is_known(host: str, names: frozenset[str]) -> bool:
    """Tell whether a Host header is a known name, or one that nobody else can have; who sends none is no browser."""
    try:
        name = (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return False
    return not host or name in names or name == "localhost" or name.endswith(".localhost") or _is_address(name)


def _is_address(host: str, *, loopback: bool = False) -> bool:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or not loopback


def _bearer(headers: Headers) -> str:
    scheme, _, token = headers.get("authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _cookie(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return "" if found is None else found.value
