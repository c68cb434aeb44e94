"""Which requests may read and write: those with a token, sent as `Authorization: Bearer TOKEN`.

Without a read token everybody may read, but only by known host names. A foreign page can point its own host name to
127.0.0.1 (DNS rebinding); with any host name allowed, it could read here as if it came from here.

A session's cookie allows reading too, because the browser itself fetches pictures and videos, without the token.

Tokens come from the settings and from the token file, whose tokens have names and can be revoked.
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
from flickbook.web.token_file import Stored, TokenFile, digest_of


class Rights(NamedTuple):
    """What a token allows: to read, to write, and to announce uploads to a bucket."""

    reads: bool = False
    writes: bool = False
    announces: bool = False


class KnownToken(NamedTuple):
    """A token that is valid now: its name, digest and rights, and whether it is in the token file."""

    name: str
    digest: str
    rights: Rights
    stored: bool = False


class Guard:
    """Checks the tokens and host names of requests.

    Unless `read_token` or `private` is set, everybody may read by the host names `names`; `names=None` allows any.
    """

    def __init__(
        self,
        token: str,
        read_token: str,
        names: frozenset[str] | None = None,
        *,
        hook_secret: str = "",
        private: bool = False,
        file: TokenFile | None = None,
    ) -> None:
        self._names = names
        self._given = [
            KnownToken(name, digest_of(secret), rights)
            for name, secret, rights in (
                ("--token", token, Rights(reads=True, writes=True)),
                ("--read-token", read_token, Rights(reads=True)),
                ("hook_secret", hook_secret, Rights(announces=True)),
            )
            if secret
        ]
        self._guesses = Guesses()
        self.file = file or TokenFile()
        self._stored = Stored()
        self._known = tuple(self._given)
        self.sessions = Sessions(self.file, self._digest_of_reader)
        self.closed = private or bool(read_token)  # whether reading needs a token
        self.has_hook = bool(hook_secret)  # whether buckets may announce uploads

    def tokens(self) -> tuple[KnownToken, ...]:
        """Return the tokens that are valid now. A token in the settings replaces the service's own."""
        stored = self.file.stored()
        if stored is not self._stored:
            given = any(known.rights.writes for known in self._given)
            named = [
                KnownToken(token.name, token.digest, Rights(reads=True, writes=token.rights == "write"), stored=True)
                for token in stored.tokens
                if not (given and token.secret)
            ]
            self._stored, self._known = stored, (*self._given, *named)
        return self._known

    def may_read(self, scope: Scope) -> bool:
        """Return whether a request may read. Raises TooManyGuesses."""
        headers = Headers(scope=scope)
        if not self.closed and (self._names is None or _is_known(headers.get("host", ""), self._names)):
            return True
        return self.is_known(scope)

    def is_known(self, scope: Scope) -> bool:
        """Return whether a request has a session, or a token that may read. Raises TooManyGuesses."""
        session = self.sessions.find(scope)
        if session is not None:
            self._mark_used(session.name)
            return True
        return self.rights(_bearer(Headers(scope=scope)), scope).reads

    def may_write(self, scope: Scope) -> bool:
        """Return whether a request may write. Raises TooManyGuesses."""
        return self.rights(_bearer(Headers(scope=scope)), scope).writes

    def sent_token(self, scope: Scope) -> KnownToken | None:
        """Return the valid token in a request's header, or None. Raises TooManyGuesses."""
        return self.find(_bearer(Headers(scope=scope)), scope)

    def rights(self, token: str, scope: Scope) -> Rights:
        """Return what the token in a request allows. Raises what `find` raises."""
        known = self.find(token, scope)
        return known.rights if known else Rights()

    def find(self, token: str, scope: Scope) -> KnownToken | None:
        """Return the valid token of a text in a request, or None.

        Raises TooManyGuesses, without a look at the token, if the client sent too many wrong ones before.
        """
        if not token:
            return None
        client = client_of(scope)
        self._guesses.check(client, token)
        digest = digest_of(token)
        # Always compared with all, so that the duration reveals nothing.
        found = [known for known in self.tokens() if hmac.compare_digest(digest, known.digest)]
        if not found:
            self._guesses.add(client, token)
            return None
        self._mark_used(found[0].name)
        return found[0]._replace(
            rights=Rights(*(any(each) for each in zip(*(known.rights for known in found), strict=True)))
        )

    def _mark_used(self, name: str) -> None:
        if any(token.name == name for token in self._stored.tokens):
            self.file.mark_used(name)

    def _digest_of_reader(self, name: str) -> str | None:
        return next((known.digest for known in self.tokens() if known.name == name and known.rights.reads), None)

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
            fault = "needs a token that may write, such as that which `flickbook serve` printed"
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
