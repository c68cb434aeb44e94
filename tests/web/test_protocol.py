"""Limits on the head of a request, by raw sockets: nobody keeps the service waiting or fills its memory."""

import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlsplit

import pytest

from flickbook.web import protocol
from tests.web.asgi import served

# More than all buffers between hold.
LARGE = 30_000_000


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protocol, "HEAD_SECONDS", 0.5)
        patch.setattr(protocol, "TAKE_SECONDS", 0.5)
        with served(_app) as url:
            yield url


def test_a_small_head_is_answered_and_the_connection_stays(url: str) -> None:
    with _connect(url) as connection:
        for _ in range(3):
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            assert _answer(connection).startswith(b"HTTP/1.1 200")
        time.sleep(0.8)
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert _answer(connection).startswith(b"HTTP/1.1 200"), "waiting between requests is no crime"


@pytest.mark.parametrize(
    "head",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\nCookie: " + b"x" * 16_400 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nCookie: " + b"x" * 300_000,
        b"GET /" + b"x" * 16_400 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(2_000)) + b"\r\n",
    ],
)
def test_a_head_of_more_than_16_kilobytes_is_refused(head: bytes, url: str) -> None:
    with _connect(url) as connection:
        _send(connection, head)
        assert _answer(connection).startswith(b"HTTP/1.1 431")


def test_endless_trailers_end_the_connection(url: str) -> None:
    with _connect(url) as connection:
        connection.sendall(b"POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n")
        _send(connection, b"X-More: y\r\n" * 20_000)
        assert _answer(connection) == b""


def test_a_head_that_takes_too_long_is_refused_however_it_drips(url: str) -> None:
    with _connect(url) as connection:
        begun = time.monotonic()
        for byte in b"GET / HTTP/1.1\r\nHost: xxxxxxxxxx":
            _send(connection, bytes([byte]))
            time.sleep(0.05)
        assert _answer(connection).startswith(b"HTTP/1.1 408")
        assert time.monotonic() - begun < 5


def test_who_connects_and_says_nothing_is_let_go(url: str) -> None:
    with _connect(url) as connection:
        assert _answer(connection) == b""


def test_a_large_body_is_not_a_large_head(url: str) -> None:
    with _connect(url) as connection:
        connection.sendall(b"POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n" + b"x" * 500_000)
        assert _answer(connection).startswith(b"HTTP/1.1 200")


def test_who_goes_on_sending_what_was_answered_is_cut_off(url: str) -> None:
    with _connect(url) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n")
        assert _answer(connection).startswith(b"HTTP/1.1 200")
        begun = time.monotonic()
        while _send(connection, b"x"):
            assert time.monotonic() - begun < 5
            time.sleep(0.05)


def test_who_takes_nothing_of_an_answer_is_cut_off(url: str) -> None:
    with _connect(url) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n")
        time.sleep(2)
        assert _take(connection, pause=0) < LARGE


def test_who_takes_an_answer_slowly_gets_all_of_it(url: str) -> None:
    with _connect(url) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert _take(connection, pause=0.05) > LARGE


def _take(connection: socket.socket, pause: float) -> int:
    taken = 0
    with suppress(ConnectionResetError):
        while data := connection.recv(500_000):
            taken += len(data)
            time.sleep(pause)
    return taken


async def _app(scope, receive, send):  # type: ignore[no-untyped-def]
    if scope["path"] == "/read":
        while (await receive()).get("more_body"):
            pass
    if scope["path"] == "/large":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(LARGE // 1_000_000):
            await send({"type": "http.response.body", "body": b"x" * 1_000_000, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def _connect(url: str) -> socket.socket:
    address = urlsplit(url)
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=10)


def _send(connection: socket.socket, data: bytes) -> bool:
    """Send, and tell whether the other end still takes it."""
    try:
        connection.sendall(data)
    except (BrokenPipeError, ConnectionResetError):
        return False
    return True


def _answer(connection: socket.socket) -> bytes:
    """Give what comes first, or nothing if the connection ends."""
    try:
        return connection.recv(65_536)
    except ConnectionResetError:
        return b""
