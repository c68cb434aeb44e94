"""Raw sockets, and an app that reports what its requests did."""

import socket
import threading
import time
from contextlib import suppress
from urllib.parse import urlsplit

from starlette.types import Receive, Scope, Send

from tests.waiting import LONG

# More than all buffers between app and client take.
LARGE = 30_000_000
# Connections that a small server has.
FEW = 4
HANG = b"GET /hang HTTP/1.1\r\nHost: x\r\n\r\n"
GOOD = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"

# What requests to `/hang` and `/count` did.
begun, gone, counted = (threading.Semaphore(0) for _ in range(3))


def read_slowly(connection: socket.socket, pause: float) -> int:
    """Read to the end, with a pause after each piece, and return the number of bytes."""
    received = 0
    with suppress(ConnectionResetError):
        while data := connection.recv(500_000):
            received += len(data)
            time.sleep(pause)
    return received


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Do what the path says: hang, read, count, or send much; then answer."""
    await _PATHS.get(scope["path"], _read_nothing)(receive, send)
    if scope["path"] not in ("/large", "/untaken", "/once"):
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
        await send({"type": "http.response.body", "body": b"ok"})


async def _read_nothing(receive: Receive, send: Send) -> None:
    pass


async def _count(receive: Receive, send: Send) -> None:
    counted.release()


async def _hang(receive: Receive, send: Send) -> None:
    begun.release()
    while (await receive())["type"] != "http.disconnect":
        pass
    gone.release()


async def _read(receive: Receive, send: Send) -> None:
    while (await receive()).get("more_body"):
        pass


async def _send_much(receive: Receive, send: Send, piece: int = 1_000_000) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    for _ in range(LARGE // piece):
        await send({"type": "http.response.body", "body": b"x" * piece, "more_body": True})
    await send({"type": "http.response.body", "body": b""})


async def _send_untaken(receive: Receive, send: Send) -> None:
    await _send_much(receive, send)
    gone.release()


async def _send_at_once(receive: Receive, send: Send) -> None:
    await _send_much(receive, send, LARGE)


_PATHS = {
    "/count": _count,
    "/hang": _hang,
    "/read": _read,
    "/large": _send_much,
    "/untaken": _send_untaken,
    "/once": _send_at_once,
}


def connect(url: str) -> socket.socket:
    """Connect to a server."""
    address = urlsplit(url)
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=LONG)


def ask(url: str) -> bytes:
    """Send a request by a new connection, and return the first bytes of the answer."""
    with connect(url) as connection:
        send(connection, GOOD)
        return answer(connection)


def all_of(connection: socket.socket) -> bytes:
    """Return all bytes until the connection ends."""
    whole = b""
    while data := answer(connection):
        whole += data
    return whole


def send(connection: socket.socket, data: bytes) -> bool:
    """Send bytes, and return whether the connection is still open."""
    try:
        connection.sendall(data)
    except (BrokenPipeError, ConnectionResetError):
        return False
    return True


def answer(connection: socket.socket) -> bytes:
    """Return the first bytes that come, or nothing if the connection ends."""
    try:
        return connection.recv(65_536)
    except ConnectionResetError:
        return b""
