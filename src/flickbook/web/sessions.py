"""Sessions: what a browser shows in place of a token, to read and never to write."""

import hashlib
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import Scope

SESSION_SECONDS = 7 * 24 * 3600.0
MAX_SESSIONS = 10_000
MAX_A_CLIENT = 100


class Sessions:
    """The sessions of one service, held in its memory by their digests; a service that starts anew has none.

    `cookie` is the name of the cookie. Cookies know no ports, so each service makes a name of its own. It is random: a
    digest of the token would let anybody try tokens without asking the service.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.cookie = f"flickbook-{secrets.token_hex(4)}"
        self._clock = clock
        self._opened: OrderedDict[bytes, tuple[float, str]] = OrderedDict()  # digest → when and whose, the oldest first

    def open(self, client: str) -> str:
        """Begin a session, and return the value of its cookie; of too many the oldest of its client ends, or of all."""
        value = secrets.token_urlsafe(32)
        own = [digest for digest, (_, other) in self._opened.items() if other == client]
        if len(own) >= MAX_A_CLIENT:
            del self._opened[own[0]]
        elif len(self._opened) >= MAX_SESSIONS:
            self._opened.popitem(last=False)
        self._opened[_digest(value)] = self._clock(), client
        return value

    def has(self, scope: Scope) -> bool:
        """Return whether a request, as ASGI gives it, has the cookie of a session that goes on."""
        opened = self._opened.get(_digest(self._value(scope)))
        return opened is not None and self._clock() - opened[0] < SESSION_SECONDS

    def close(self, scope: Scope) -> None:
        """End the session of a request: its cookie is worth nothing any more, wherever it was copied to."""
        self._opened.pop(_digest(self._value(scope)), None)

    def _value(self, scope: Scope) -> str:
        return cookie_parser(Headers(scope=scope).get("cookie", "")).get(self.cookie, "")


def _digest(value: str) -> bytes:
    return hashlib.sha256(value.encode()).digest()
