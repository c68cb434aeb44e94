"""uvicorn's HTTP protocol, with limits on connections and on the size and duration of a request's head.

A head is a request line and its headers. uvicorn itself waits for a head for ever, reads a head of any size, and
accepts any number of connections. The limits cost a few comparisons a packet.
"""

import asyncio
import ipaddress
import resource
from collections import Counter, OrderedDict, deque
from collections.abc import Callable, Sequence
from typing import Any, ClassVar

from uvicorn.protocols.http.httptools_impl import STATUS_LINE, HttpToolsProtocol, RequestResponseCycle

MAX_HEAD_BYTES = 16 * 1024
HEAD_SECONDS = 10.0
# A client that reads nothing of an answer for STALL_SECONDS is cut off, as by nginx's send_timeout. A player that was
# paused for longer requests the rest anew.
STALL_SECONDS = 60.0
# Requests that one connection may send before the first of them is answered. Browsers send one.
MAX_PIPELINED = 100
MAX_CONNECTIONS = 10_000


def open_more_files() -> int:
    """Raise the soft limit on open files as far as the service needs, and return how many connections it allows.

    A connection needs one descriptor, and its request may need another, for the file that is sent or received.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * MAX_CONNECTIONS
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return MAX_CONNECTIONS if soft == resource.RLIM_INFINITY else min(MAX_CONNECTIONS, soft // 2)


class Connections:
    """The open connections of one server: at most `limit` in all, and a quarter of that for each address.

    At a limit, a new connection closes the one that has waited longest for a request's head, as in nginx. A flood of
    unfinished heads therefore does not keep out a client that sends a whole one. An address for which `may_have_all`
    returns True, a proxy's, may have all connections.
    """

    def __init__(self, limit: int, may_have_all: Callable[[str], bool]) -> None:
        self._limit = limit
        self._may_have_all = may_have_all
        self._open: dict[LimitedProtocol, str] = {}
        self._peers: Counter[str] = Counter()
        self._waiting: OrderedDict[LimitedProtocol, None] = OrderedDict()

    def add(self, connection: "LimitedProtocol", peer: str) -> bool:
        """Add a connection that waits for a head, and return whether there is room for it."""
        crowded = self._peers[peer] >= max(1, self._limit // 4) and not self._may_have_all(peer)
        if (crowded or len(self._open) >= self._limit) and not self._make_room(peer if crowded else None):
            return False
        self._open[connection] = peer
        self._peers[peer] += 1
        self._waiting[connection] = None
        return True

    def _make_room(self, peer: str | None) -> bool:
        """Close the connection, of one address or of any, that waits longest for a head and has sent its answers."""
        for oldest in self._waiting:
            sent = not oldest.transport.get_write_buffer_size()
            if sent and (peer is None or self._open[oldest] == peer):
                self.discard(oldest)
                oldest.transport.abort()
                return True
        return False

    def discard(self, connection: "LimitedProtocol") -> None:
        """Remove a connection, if it was added."""
        self._waiting.pop(connection, None)
        peer = self._open.pop(connection, None)
        if peer is not None:
            self._peers[peer] -= 1
            if not self._peers[peer]:
                del self._peers[peer]

    def begin_waiting(self, connection: "LimitedProtocol") -> None:
        """Mark a connection as waiting for a head, or as refused: it may be closed to make room."""
        if connection in self._open:
            self._waiting[connection] = None

    def end_waiting(self, connection: "LimitedProtocol") -> None:
        """Mark a connection as busy with a request: it stays."""
        self._waiting.pop(connection, None)


class LimitedProtocol(HttpToolsProtocol):
    """Answers 431 to a head of more than 16 KB, and 408 to one that takes longer than 10 s.

    A client that goes on sending a body after the answer, as to a body that is too large, is cut off after 10 s. A
    client that reads nothing of an answer for a minute is cut off too. `limited_to` makes the class for a server.
    """

    _connections: ClassVar[Connections]

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        # Requests that are not answered yet, the oldest first. uvicorn itself has only the newest.
        self._unanswered: deque[RequestResponseCycle] = deque()
        self._in_head = True
        self._refused = False
        # Bytes that came since the parser finished its last part: of an unfinished head, trailer or chunk size.
        self._unread = 0
        self._timer: asyncio.TimerHandle | None = None
        self._stall_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as in uvicorn
        super().connection_made(transport)
        if self._connections.add(self, self.client[0] if self.client else ""):
            self._start_timer(self._refuse_slow)
        else:
            self._refuse(503)

    def connection_lost(self, exc: Exception | None) -> None:
        self._connections.discard(self)
        self._stop_timer()
        self._stop_stall_timer()
        super().connection_lost(exc)
        # uvicorn does this for the newest request only; the others would write their answers to the closed connection.
        for cycle in self._unanswered:
            cycle.disconnected = True
            cycle.message_event.set()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._check_progress(None)

    def resume_writing(self) -> None:
        self._stop_stall_timer()
        super().resume_writing()

    def data_received(self, data: bytes) -> None:
        if self._refused:
            return
        self._unread += len(data)
        super().data_received(data)
        if self._unread > MAX_HEAD_BYTES:
            self._refuse(431)
        elif self._in_head and self._unread and self._timer is None:
            self._start_timer(self._refuse_slow)

    def on_headers_complete(self) -> None:
        self._in_head = False
        self._unread = 0
        self._stop_timer()
        if self._refused:
            return  # this request came in one packet with the refused one
        self._connections.end_waiting(self)
        if len(self.url) + sum(len(name) + len(value) + 4 for name, value in self.headers) > MAX_HEAD_BYTES:
            self._refuse(431)
        elif not self._names_one_host():
            self._refuse(400)
        elif len(self._unanswered) >= MAX_PIPELINED:
            self._refuse(503)
        else:
            super().on_headers_complete()
            self._unanswered.append(self.cycle)

    def on_body(self, body: bytes) -> None:
        self._unread = 0
        if not self._refused:
            super().on_body(body)

    def on_message_complete(self) -> None:
        self._in_head = True
        self._unread = 0
        self._stop_timer()
        if not self._refused:
            super().on_message_complete()

    def on_response_complete(self) -> None:
        self._unanswered.popleft()
        super().on_response_complete()
        if not self._unanswered:
            self._connections.begin_waiting(self)
        if not self._in_head and self.cycle.response_complete:
            self._start_timer(self.transport.close)

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002  # uvicorn's signature
        self._refuse(400)

    def _names_one_host(self) -> bool:
        """Return whether the request has one Host header, or none by HTTP/1.0 (RFC 9112, section 3.2)."""
        hosts = sum(name == b"host" for name, _ in self.headers)
        return hosts == 1 or (hosts == 0 and self.parser.get_http_version() == "1.0")

    def _refuse_slow(self) -> None:
        if self._unread:
            self._refuse(408)
        else:
            self.transport.close()  # a connection that a browser opened in advance and did not use

    def _refuse(self, status: int) -> None:
        self._refused = True
        self._stop_timer()
        self._connections.begin_waiting(self)
        # An answer that has begun must not be mixed with this one.
        if self.cycle is None or self.cycle.response_complete:
            self.transport.write(STATUS_LINE[status] + b"content-length: 0\r\nconnection: close\r\n\r\n")
        self.transport.close()

    def _check_progress(self, before: int | None) -> None:
        """Cut the client off if it has read nothing since the last check, else check again after STALL_SECONDS."""
        left = self.transport.get_write_buffer_size()
        if left == before:
            self.transport.abort()
        else:
            self._stop_stall_timer()
            self._stall_timer = self.loop.call_later(STALL_SECONDS, self._check_progress, left)

    def _stop_stall_timer(self) -> None:
        if self._stall_timer is not None:
            self._stall_timer.cancel()
            self._stall_timer = None

    def _start_timer(self, callback: Callable[[], None]) -> None:
        self._stop_timer()
        self._timer = self.loop.call_later(HEAD_SECONDS, callback)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None


def limited_to(connections: int, proxies: Sequence[str]) -> type[LimitedProtocol]:
    """Return the protocol class of one server, with its limit of open connections.

    `proxies` are the addresses and networks that may have all connections instead of a quarter.
    """
    networks = [ipaddress.ip_network(proxy) for proxy in proxies]

    def may_have_all(peer: str) -> bool:
        return any(ipaddress.ip_address(peer.partition("%")[0]) in network for network in networks)

    class Limited(LimitedProtocol):
        _connections = Connections(connections, may_have_all)

    return Limited
