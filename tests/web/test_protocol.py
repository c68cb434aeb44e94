"""Limits on requests and connections, by raw sockets: no client blocks the service, or fills its memory or log."""

import logging
from collections.abc import Callable, Iterator
from select import select

import pytest

from flickbook.web import protocol
from tests.waiting import LONG, until
from tests.web.asgi import served
from tests.web.sockets import (
    GOOD,
    HANG,
    LARGE,
    all_of,
    answer,
    app,
    ask,
    begun,
    connect,
    counted,
    gone,
    read_slowly,
    send,
)

pytestmark = pytest.mark.attack


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(protocol, "HEAD_SECONDS", LONG)
        patch.setattr(protocol, "STALL_SECONDS", LONG)
        with served(app) as url:
            yield url


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Return a function that shortens the time limits, for tests of clients that are too slow."""

    def hurry() -> None:
        monkeypatch.setattr(protocol, "HEAD_SECONDS", 0.3)
        monkeypatch.setattr(protocol, "STALL_SECONDS", 0.3)

    return hurry


@pytest.fixture
def nothing_is_logged(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    with caplog.at_level(logging.ERROR, "uvicorn"):
        yield
    assert caplog.messages == []


def test_a_small_head_is_answered_and_the_connection_stays(url: str, hasty: Callable[[], None]) -> None:
    with connect(url) as connection:
        for _ in range(3):
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
            assert answer(connection).startswith(b"HTTP/1.1 200")
        hasty()
        with connect(url) as silent:
            assert answer(silent) == b"", "a connection without a request is closed after the time limit of a head"
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert answer(connection).startswith(b"HTTP/1.1 200"), "waiting between requests is no crime"


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
    with connect(url) as connection:
        send(connection, head)
        assert answer(connection).startswith(b"HTTP/1.1 431")


def test_endless_trailers_end_the_connection(url: str) -> None:
    with connect(url) as connection:
        connection.sendall(b"POST /read HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n")
        send(connection, b"X-More: y\r\n" * 20_000)
        assert answer(connection) == b""


def test_a_head_that_takes_too_long_is_refused_even_if_it_drips(url: str, hasty: Callable[[], None]) -> None:
    with connect(url) as connection:
        connection.sendall(GOOD)
        assert answer(connection).startswith(b"HTTP/1.1 200")
        hasty()
        send(connection, b"GET / HTTP/1.1\r\nHost: ")
        # It would go on for ever.
        while not select([connection], [], [], 0.05)[0]:
            send(connection, b"x")
        assert answer(connection).startswith(b"HTTP/1.1 408")


def test_a_silent_connection_is_closed(url: str, hasty: Callable[[], None]) -> None:
    hasty()
    with connect(url) as connection:
        assert answer(connection) == b""


def test_a_large_body_is_not_a_large_head(url: str) -> None:
    with connect(url) as connection:
        connection.sendall(b"POST /read HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n" + b"x" * 500_000)
        assert answer(connection).startswith(b"HTTP/1.1 200")


def test_a_client_that_goes_on_sending_an_answered_body_is_cut_off(url: str, hasty: Callable[[], None]) -> None:
    with connect(url) as connection:
        connection.sendall(GOOD)
        assert answer(connection).startswith(b"HTTP/1.1 200")
        hasty()
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n")
        assert answer(connection).startswith(b"HTTP/1.1 200")
        until(lambda: not send(connection, b"x"), "the end of the connection", pause=0.05)


def test_a_client_that_reads_nothing_of_an_answer_is_cut_off(url: str, hasty: Callable[[], None]) -> None:
    hasty()
    with connect(url) as connection:
        connection.sendall(b"GET /untaken HTTP/1.1\r\nHost: x\r\n\r\n")
        assert gone.acquire(timeout=LONG)
        assert read_slowly(connection, pause=0) < LARGE


def test_a_client_that_reads_slowly_gets_the_whole_answer(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "STALL_SECONDS", 2.0)
    with connect(url) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        assert read_slowly(connection, pause=0.05) > LARGE


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
def test_a_request_has_exactly_one_host_header_except_by_http_1_0(head: bytes, status: bytes, url: str) -> None:
    with connect(url) as connection:
        connection.sendall(head)
        assert all_of(connection).startswith(b"HTTP/1.1 " + status)


def test_a_request_in_one_packet_with_a_refused_one_is_not_carried_out(url: str) -> None:
    with connect(url) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n\r\nGET /count HTTP/1.1\r\nHost: x\r\n\r\n")
        assert all_of(connection).count(b"HTTP/1.1 ") == 1
    assert not counted.acquire(blocking=False)


def test_endless_requests_before_the_first_answer_end_the_connection(url: str) -> None:
    with connect(url) as connection:
        send(connection, HANG + GOOD * protocol.MAX_PIPELINED)
        assert all_of(connection) == b""
    assert begun.acquire(timeout=LONG)
    assert gone.acquire(timeout=LONG)


@pytest.mark.usefixtures("nothing_is_logged")
def test_each_pipelined_request_learns_that_the_client_disconnected(url: str) -> None:
    with connect(url) as connection:
        connection.sendall(HANG + GOOD)
        assert begun.acquire(timeout=LONG)
    assert gone.acquire(timeout=LONG)
    with connect(url) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n" + GOOD)
        connection.recv(1000)
    assert ask(url).startswith(b"HTTP/1.1 200")


@pytest.mark.usefixtures("nothing_is_logged")
@pytest.mark.parametrize("junk", [b"\0\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n"])
def test_junk_behind_a_request_is_not_answered_into_its_answer(junk: bytes, url: str) -> None:
    with connect(url) as connection:
        connection.sendall(HANG)
        assert begun.acquire(timeout=LONG)
        connection.sendall(junk)
        assert all_of(connection) == b""
    assert gone.acquire(timeout=LONG)
