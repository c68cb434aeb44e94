"""Which requests may read and write: those with a token, sent as `Authorization: Bearer TOKEN`.

Without a read token everybody may read, but only by known host names. A foreign page can point its own host name to
127.0.0.1 (DNS rebinding); with any host name allowed, it could read here as if it came from here.

A session's cookie allows reading too, because the browser itself fetches pictures and videos, without the token.
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
    """What a token allows: to read, to write, and to announce uploads to a bucket."""

    reads: bool = False
    writes: bool = False
    announces: bool = False


class Guard:
    """Checks the tokens and host names of requests.

    With an empty `read_token`, everybody may read by the host names `names`; `names=None` allows any.
    """

    def __init__(
        self, token: str, read_token: str, names: frozenset[str] | None = None, *, hook_secret: str = ""
    ) -> None:
        self._names = names
        self._secrets = [secret.encode() for secret in (token, read_token, hook_secret)]
        self._guesses = Guesses()
        self.sessions = Sessions()
        self.closed = bool(read_token)  # whether reading needs a token
        self.has_hook = bool(hook_secret)  # whether buckets may announce uploads

    def may_read(self, scope: Scope) -> bool:
        """Return whether a request may read. Raises TooManyGuesses."""
        headers = Headers(scope=scope)
        if not self.closed and (self._names is None or _is_known(headers.get("host", ""), self._names)):
            return True
        return self.is_known(scope)

    def is_known(self, scope: Scope) -> bool:
        """Return whether a request has a session, or a token that may read. Raises TooManyGuesses."""
        return self.sessions.has(scope) or self.rights(_bearer(Headers(scope=scope)), scope).reads

    def may_write(self, scope: Scope) -> bool:
        """Return whether a request may write. Raises TooManyGuesses."""
        return self.rights(_bearer(Headers(scope=scope)), scope).writes

    def rights(self, token: str, scope: Scope) -> Rights:
        """Return what the token in a request allows; an empty token allows nothing.

        Raises TooManyGuesses, without a look at the token, if the client sent too many wrong ones before.
        """
        if not token:
            return Rights()
        client = client_of(scope)
        self._guesses.check(client, token)
        sent = token.encode()
        # Always compared with all three, so that the duration reveals nothing.
        writes, reads, announces = [hmac.compare_digest(sent, secret) for secret in self._secrets]
        if not (writes or reads or announces):
            self._guesses.add(client, token)
        return Rights(reads or writes, writes, announces)

    async def reader(self, request: Request) -> None:
        """Raise Unauthorized unless a request may read."""
        if not self.may_read(request.scope):
            remedy = "send `Authorization: Bearer TOKEN`"
            if self.closed:
                raise Unauthorized(request.url.path, "needs a token to be read", remedy)
            fault = "is open without a token only by known host names"
            raise Unauthorized(request.url.path, fault, f"{remedy}, or add the host name to `hosts`")

    async def writer(self, request: Request) -> None:
        """Raise Unauthorized unless a request may write."""
        if not self.may_write(request.scope):
            fault = "needs the token that `flickbook serve` printed when it started"
            raise Unauthorized(request.url.path, fault, "send `Authorization: Bearer TOKEN`")


def known_names(host: str, hosts: Sequence[str]) -> frozenset[str] | None:
    """Return the host names of a service that listens at `host`, or None, any name, if they are unknown."""
    if not hosts and not (_is_address(host, loopback=True) or host == "localhost"):
        return None
    return frozenset(name.lower().rstrip(".") for name in (host, *hosts))


@lru_cache(maxsize=256)
def _is_known(host: str, names: frozenset[str]) -> bool:
    """Return whether a Host header has a known name, or one that no other site can have: an address, localhost.

    A request without a Host header is not a browser's, and is known.
    """
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
