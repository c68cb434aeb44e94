"""Limits how often a client may send a wrong token."""

import ipaddress
import time
from collections import OrderedDict, deque
from collections.abc import Callable

from starlette.types import Scope

from flickbook.errors import TooManyGuesses

# A client may send GUESSES wrong tokens at once and another every GUESS_SECONDS: 14,400 a day. To guess a token of ten
# random characters takes some 10^18.
GUESSES = 10
GUESS_SECONDS = 6.0
MAX_CLIENTS = 10_000


class _Bucket:
    """The wrong tokens of one client: how many count, when that was computed, and the hashes of the last of them."""

    def __init__(self, now: float) -> None:
        self.level = 0.0
        self.at = now
        # The same token again is no new guess: a page left open sends its old token for hours.
        self.tried: deque[int] = deque(maxlen=GUESSES)


class Guesses:
    """Counts the wrong tokens of each client in a leaky bucket; remembers the most recent clients."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def check(self, client: str, token: str) -> None:
        """Raise TooManyGuesses if a client has no guess left, unless it sent this wrong token before."""
        bucket = self._buckets.get(client)
        if bucket is None or hash(token) in bucket.tried:
            return
        now = self._clock()
        bucket.level, bucket.at = max(0.0, bucket.level - (now - bucket.at) / GUESS_SECONDS), now
        if bucket.level > GUESSES - 1:
            raise TooManyGuesses(client, "sent too many wrong tokens", "wait a minute, then send the right one")

    def add(self, client: str, token: str) -> None:
        """Count a wrong token, unless it is one of the last that the client sent."""
        bucket = self._buckets.setdefault(client, _Bucket(self._clock()))
        self._buckets.move_to_end(client)
        if hash(token) not in bucket.tried:
            bucket.tried.append(hash(token))
            bucket.level += 1
        if len(self._buckets) > MAX_CLIENTS:
            self._buckets.popitem(last=False)


def client_of(scope: Scope) -> str:
    """Return the client of a request: an IPv4 address, or the /64 network of an IPv6 address, which is one client's.

    Empty for a client without an address, and if a proxy passed something else as the address.
    """
    try:
        address = ipaddress.ip_address((scope.get("client") or [""])[0])
    except ValueError:
        return ""
    if isinstance(address, ipaddress.IPv4Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address) >> 64 << 64, 64)))
