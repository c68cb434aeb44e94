"""Who may read and who may write: a token, sent as `Authorization: Bearer TOKEN`.

Without a read token all may read, but only by names that are known: a page from elsewhere can give its own name
the address 127.0.0.1 (DNS rebinding), and would then be let read here as if it came from here.

For reading the cookie of a session will do, since pictures and videos are fetched by the browser itself.
"""

import hmac
import ipaddress
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import Scope

from flickbook.errors import Unauthorized
from flickbook.web.guesses import Guesses, client_of
from flickbook.web.sessions import Sessions


class Rights(NamedTuple):
    """What a token allows its holder: to read, to write, and to say what was uploaded to a bucket."""

    reads: bool = False
    writes: bool = False
    announces: bool = False


class Guard:
    """Knows the two tokens and the hook's secret, and the names by which all may read if there is no token for that.

    `names=None` allows all names. An empty `read_token` allows reading without one.
    """

    def __init__(
        self, token: str, read_token: str, names: frozenset[str] | None = None, *, hook_secret: str = ""
    ) -> None:
        self._names = names
        self._held = [held.encode() for held in (token, read_token, hook_secret)]
        self._guesses = Guesses()
        self.sessions = Sessions()
        self.closed = bool(read_token)  # whether reading needs a token
        self.hears = bool(hook_secret)  # whether buckets may say what was uploaded

    def may_read(self, scope: Scope) -> bool:
        """Return whether a request, as ASGI gives it, may read. Raises TooManyGuesses."""
        headers = Headers(scope=scope)
        if not self.closed and (self._names is None or _is_known(headers.get("host", ""), self._names)):
            return True
        return self.sessions.has(scope) or self.rights(_bearer(headers), scope).reads

    def may_write(self, scope: Scope) -> bool:
        """Return whether a request, as ASGI gives it, may write. Raises TooManyGuesses."""
        return self.rights(_bearer(Headers(scope=scope)), scope).writes

    def rights(self, token: str, scope: Scope) -> Rights:
        """Return what a token allows that a request shows, or nothing for an empty one.

        Raises TooManyGuesses for a client that showed too many wrong ones; then this one is not looked at.
        """
        if not token:
            return Rights()
        client = client_of(scope)
        self._guesses.check(client, token)
        sent = token.encode()
        # All are compared, so that the time taken tells nothing.
        writes, reads, announces = [hmac.compare_digest(sent, held) for held in self._held]
        if not (writes or reads or announces):
            self._guesses.add(client, token)
        return Rights(reads or writes, writes, announces)

    async def reader(self, request: Request) -> None:
        """Raise Unauthorized unless a request may read."""
        if not self.may_read(request.scope):
            remedy = "send `Authorization: Bearer TOKEN`"
            if self.closed:
                raise Unauthorized(request.url.path, "needs a token to be read", remedy)
            fault = "needs no token only by names that are known"
            raise Unauthorized(request.url.path, fault, f"{remedy}, or have the name in `hosts`")

    async def writer(self, request: Request) -> None:
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
