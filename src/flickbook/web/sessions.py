"""Sessions: a browser sends a cookie in place of a token, which allows reading but never writing."""

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
    """The sessions of one service, in memory, by the digests of their cookies. They end with the service.

    `cookie` is the cookie's name, random for each service: browsers send a cookie to all ports of a host. A digest of
    the token as name would let anybody test guesses offline.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self.cookie = f"flickbook-{secrets.token_hex(4)}"
        self._clock = clock
        self._opened: OrderedDict[bytes, tuple[float, str]] = OrderedDict()  # digest → time, client; the oldest first

    def open(self, client: str) -> str:
        """Begin a session and return its cookie's value. At a limit, the oldest one of the client, or of all, ends."""
        value = secrets.token_urlsafe(32)
        own = [digest for digest, (_, other) in self._opened.items() if other == client]
        if len(own) >= MAX_A_CLIENT:
            del self._opened[own[0]]
        elif len(self._opened) >= MAX_SESSIONS:
            self._opened.popitem(last=False)
        self._opened[_digest(value)] = self._clock(), client
        return value

    def has(self, scope: Scope) -> bool:
        """Return whether a request has the cookie of a session that has not ended."""
        opened = self._opened.get(_digest(self._value(scope)))
        return opened is not None and self._clock() - opened[0] < SESSION_SECONDS

    def close(self, scope: Scope) -> None:
        """End the session of a request. Copies of its cookie are invalid from then on."""
        self._opened.pop(_digest(self._value(scope)), None)

    def _value(self, scope: Scope) -> str:
        return cookie_parser(Headers(scope=scope).get("cookie", "")).get(self.cookie, "")


def _digest(value: str) -> bytes:
    return hashlib.sha256(value.encode()).digest()
