"""Limits on requests and connections, by raw sockets: nobody keeps the service waiting, or fills memory or log."""

import logging
import resource
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from urllib.parse import urlsplit

import pytest

from flickbook.web import protocol
from tests.waiting import LONG
from tests.web.asgi import served

pytestmark = pytest.mark.attack

# More than all buffers between hold.
LARGE = 30_000_000
# Connections that a small server has.
FEW = 4
HANG = b"GET /hang HTTP/1.1\r\nHost: x\r\n\r\n"
GOOD = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"

# What requests to `/hang` and `/count` did.
begun, gone, counted = (threading.Semaphore(0) for _ in range(3))


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protocol, "HEAD_SECONDS", 0.5)
        patch.setattr(protocol, "TAKE_SECONDS", 0.5)
        with served(_app) as url:
            yield url


@pytest.fixture
def small() -> Iterator[str]:
    with served(_app, FEW) as url:
        yield url


@pytest.fixture
def nothing_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.ERROR, "uvicorn"):
        yield
    assert caplog.messages == []


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


def test_a_flood_of_half_heads_shuts_nobody_out_who_sends_a_whole_one(small: str) -> None:
    with ExitStack() as all_of_them:
        flood = [all_of_them.enter_context(_connect(small)) for _ in range(5 * FEW)]
        for connection in flood:
            _send(connection, b"GET / HTTP/1.1\r\nHost: x")
        with _connect(small) as connection:
            connection.sendall(GOOD)
            assert _answer(connection).startswith(b"HTTP/1.1 200")
        assert _answer(flood[0]) == b"", "the oldest gives way"
        _send(flood[-1], b"\r\n\r\n")
        assert _answer(flood[-1]).startswith(b"HTTP/1.1 200"), "the newest does not"


def test_where_all_connections_are_being_answered_one_more_is_told_so(small: str) -> None:
    with ExitStack() as all_of_them:
        busy = [all_of_them.enter_context(_connect(small)) for _ in range(FEW)]
        for connection in busy:
            connection.sendall(HANG)
            assert begun.acquire(timeout=10)
        with _connect(small) as connection:
            assert _answer(connection).startswith(b"HTTP/1.1 503")
        busy[0].close()
        assert gone.acquire(timeout=10)
        deadline = time.monotonic() + 10
        while not _ask(small).startswith(b"HTTP/1.1 200"):
            assert time.monotonic() < deadline
    for _ in busy[1:]:
        assert gone.acquire(timeout=10)


def test_a_connection_that_was_answered_gives_way_too(small: str) -> None:
    with ExitStack() as all_of_them:
        idle = [all_of_them.enter_context(_connect(small)) for _ in range(FEW)]
        for connection in idle:
            connection.sendall(GOOD)
            assert _answer(connection).startswith(b"HTTP/1.1 200")
        assert _ask(small).startswith(b"HTTP/1.1 200")
        assert _answer(idle[0]) == b""


def test_as_many_files_may_be_open_as_connections_need() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(1000, before[1]), before[1]))
        connections = protocol.open_more_files()
        assert connections == min(protocol.MAX_CONNECTIONS, resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 2)
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(2 * protocol.MAX_CONNECTIONS, before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


@pytest.mark.parametrize(
    ("head", "status"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nHost: x\r\nhost: x\r\n\r\n", b"400"),
        (b"GET / HTTP/1.0\r\nHost: x\r\nHost: y\r\n\r\n", b"400"),
        (b"GET / HTTP/1.0\r\n\r\n", b"200"),
        (b"GET / HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", b"200"),
    ],
)
def test_a_request_names_one_host_unless_it_is_of_http_1_0(head: bytes, status: bytes, url: str) -> None:
    with _connect(url) as connection:
        connection.sendall(head)
        assert _all_of(connection).startswith(b"HTTP/1.1 " + status)


def test_what_came_with_a_refused_request_is_not_carried_out(url: str) -> None:
    with _connect(url) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n\r\nGET /count HTTP/1.1\r\nHost: x\r\n\r\n")
        assert _all_of(connection).count(b"HTTP/1.1 ") == 1
    assert not counted.acquire(blocking=False)


def test_endless_requests_before_the_first_answer_end_the_connection(url: str) -> None:
    with _connect(url) as connection:
        _send(connection, HANG + GOOD * protocol.MAX_PIPELINED)
        assert _all_of(connection) == b""
    assert begun.acquire(timeout=10)
    assert gone.acquire(timeout=10)


@pytest.mark.usefixtures("nothing_is_logged")
def test_of_requests_that_follow_each_other_each_is_told_that_the_client_is_gone(url: str) -> None:
    with _connect(url) as connection:
        connection.sendall(HANG + GOOD)
        assert begun.acquire(timeout=10)
    assert gone.acquire(timeout=10)
    with _connect(url) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n" + GOOD)
        connection.recv(1000)
    assert _ask(url).startswith(b"HTTP/1.1 200")


@pytest.mark.usefixtures("nothing_is_logged")
@pytest.mark.parametrize("junk", [b"\0\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"])
def test_junk_behind_a_request_is_not_answered_into_its_answer(junk: bytes, url: str) -> None:
    with _connect(url) as connection:
        connection.sendall(HANG)
        assert begun.acquire(timeout=10)
        connection.sendall(junk)
        assert _all_of(connection) == b""
    assert gone.acquire(timeout=10)


def test_one_address_has_a_quarter_of_the_connections_and_its_own_unfinished_heads_give_way() -> None:
    with served(_app, 4 * FEW, proxies=()) as url, ExitStack() as held:
        for _ in range(2 * FEW):
            held.enter_context(_connect(url)).sendall(b"GET / HTTP/1.1\r\n")
        assert _ask(url).startswith(b"HTTP/1.1 200")
        hanging = [held.enter_context(_connect(url)) for _ in range(FEW)]
        for connection in hanging:
            connection.sendall(HANG)
            assert begun.acquire(timeout=LONG)
        assert _ask(url).startswith(b"HTTP/1.1 503")
    for _ in range(FEW):
        assert gone.acquire(timeout=LONG)


def test_an_answer_that_is_not_taken_yet_is_not_cut_off_by_unfinished_heads(small: str) -> None:
    with _connect(small) as reader, ExitStack() as held:
        reader.sendall(b"GET /once HTTP/1.1\r\nHost: x\r\n\r\n")
        taken = len(reader.recv(1000))
        for _ in range(2 * FEW):
            held.enter_context(_connect(small)).sendall(b"GET / HTTP/1.1\r\n")
        assert _ask(small).startswith(b"HTTP/1.1 200")
        while taken < LARGE:
            data = reader.recv(1_000_000)
            assert data, f"the answer ended after {taken} bytes"
            taken += len(data)


def _take(connection: socket.socket, pause: float) -> int:
    taken = 0
    with suppress(ConnectionResetError):
        while data := connection.recv(500_000):
            taken += len(data)
            time.sleep(pause)
    return taken


async def _app(scope, receive, send):  # type: ignore[no-untyped-def]
    if scope["path"] == "/count":
        counted.release()
    if scope["path"] == "/hang":
        begun.release()
        while (await receive())["type"] != "http.disconnect":
            pass
        gone.release()
    if scope["path"] == "/read":
        while (await receive()).get("more_body"):
            pass
    if scope["path"] in ("/large", "/once"):
        piece = LARGE if scope["path"] == "/once" else 1_000_000
        await send({"type": "http.response.start", "status": 200, "headers": []})
        for _ in range(LARGE // piece):
            await send({"type": "http.response.body", "body": b"x" * piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
    await send({"type": "http.response.body", "body": b"ok"})


def _connect(url: str) -> socket.socket:
    address = urlsplit(url)
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=10)


def _ask(url: str) -> bytes:
    with _connect(url) as connection:
        _send(connection, GOOD)
        return _answer(connection)


def _all_of(connection: socket.socket) -> bytes:
    """Return what comes until the connection ends."""
    answer = b""
    while data := _answer(connection):
        answer += data
    return answer


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
