"""Sessions: a browser sends a cookie in place of a token, which allows reading but never writing.

A session needs no memory: its cookie is signed with the key in the token file. So it outlives the service, and all
services that share the file know it.
"""

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote, unquote

from msgspec.structs import replace
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import Scope

from flickbook.errors import FlickbookError
from flickbook.web.token_file import Stored, TokenFile

SESSION_SECONDS = 7 * 24 * 3600.0
MAX_ENDED = 1000


class Session(NamedTuple):
    """A session: its id, when it expires, and the name and digest of its token."""

    id: str
    expires: int
    name: str
    digest: str


class Sessions:
    """Makes and checks the cookies of sessions. `digest` finds the digest of the token of a name, or None."""

    def __init__(
        self, file: TokenFile, digest: Callable[[str], str | None], clock: Callable[[], float] = time.time
    ) -> None:
        self._file = file
        self._digest = digest
        self._clock = clock
        # Used where the token file cannot be written: sessions then end with the service.
        self._key = secrets.token_hex(32)
        self._ended: set[str] = set()

    @property
    def cookie(self) -> str:
        """The cookie's name, which follows from the random key: browsers send a cookie to all ports of a host."""
        return f"flickbook-{self._sign('name')[:8]}"

    def open(self, name: str, digest: str) -> str:
        """Begin a session with a token, and return its cookie's value. May write the token file."""
        self._change(lambda stored: stored if stored.key else replace(stored, key=self._key))
        session = Session(secrets.token_urlsafe(16), int(self._clock() + SESSION_SECONDS), name, digest)
        return f"{session.id}.{session.expires}.{self._signature(session)}.{quote(name, safe='')}"

    def find(self, scope: Scope) -> Session | None:
        """Return the session of a request's cookie, unless it has ended or its token is no longer valid."""
        value = cookie_parser(Headers(scope=scope).get("cookie", "")).get(self.cookie, "")
        parts = value.split(".", 3)
        if len(parts) < 4 or not parts[1].isdecimal() or len(parts[1]) > 12:
            return None
        name = unquote(parts[3])
        session = Session(parts[0], int(parts[1]), name, self._digest(name) or "")
        if not session.digest or not hmac.compare_digest(parts[2].encode(), self._signature(session).encode()):
            return None
        over = session.expires <= self._clock() or session.id in self._file.stored().ended or session.id in self._ended
        return None if over else session

    def close(self, scope: Scope) -> None:
        """End the session of a request. Copies of its cookie are invalid from then on. May write the token file."""
        session = self.find(scope)
        if session is None:
            return
        self._ended.add(session.id)

        def with_end(stored: Stored) -> Stored:
            now = self._clock()
            ended = {**{each: at for each, at in stored.ended.items() if at > now}, session.id: session.expires}
            # Another key ends all sessions, and the list need not grow. The page then opens another with its token.
            full = len(ended) > MAX_ENDED
            return replace(stored, key=secrets.token_hex(32) if full else stored.key, ended={} if full else ended)

        self._change(with_end)

    def _change(self, edit: Callable[[Stored], Stored]) -> None:
        try:
            self._file.change(edit)
        except FlickbookError:
            return

    def _signature(self, session: Session) -> str:
        # The token's digest is signed, so that a new token with an old name revives no session.
        return self._sign(repr(tuple(session)))

    def _sign(self, text: str) -> str:
        return hmac.new((self._file.stored().key or self._key).encode(), text.encode(), hashlib.sha256).hexdigest()
