"""Limits on connections: clients that send whole requests are not kept out by clients that do not."""

import resource
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from flickbook.web import protocol
from tests.waiting import LONG, until
from tests.web.asgi import served
from tests.web.sockets import FEW, GOOD, HANG, LARGE, answer, app, ask, begun, connect, gone, send

pytestmark = pytest.mark.attack


@pytest.fixture
def small() -> Iterator[str]:
    with served(app, FEW) as url:
        yield url


def test_a_flood_of_half_heads_does_not_keep_out_a_whole_one(small: str) -> None:
    with ExitStack() as all_of_them:
        flood = [all_of_them.enter_context(connect(small)) for _ in range(5 * FEW)]
        for connection in flood:
            send(connection, b"GET / HTTP/1.1\r\nHost: x")
        with connect(small) as connection:
            connection.sendall(GOOD)
            assert answer(connection).startswith(b"HTTP/1.1 200")
        assert answer(flood[0]) == b"", "the oldest gives way"
        send(flood[-1], b"\r\n\r\n")
        assert answer(flood[-1]).startswith(b"HTTP/1.1 200"), "the newest does not"


def test_while_all_connections_are_busy_one_more_is_answered_503(small: str) -> None:
    with ExitStack() as all_of_them:
        busy = [all_of_them.enter_context(connect(small)) for _ in range(FEW)]
        for connection in busy:
            connection.sendall(HANG)
            assert begun.acquire(timeout=LONG)
        with connect(small) as connection:
            assert answer(connection).startswith(b"HTTP/1.1 503")
        busy[0].close()
        assert gone.acquire(timeout=LONG)
        until(lambda: ask(small).startswith(b"HTTP/1.1 200"), "a place that is free again")
    for _ in busy[1:]:
        assert gone.acquire(timeout=LONG)


def test_an_idle_connection_that_was_answered_makes_room_too(small: str) -> None:
    with ExitStack() as all_of_them:
        idle = [all_of_them.enter_context(connect(small)) for _ in range(FEW)]
        for connection in idle:
            connection.sendall(GOOD)
            assert answer(connection).startswith(b"HTTP/1.1 200")
        assert ask(small).startswith(b"HTTP/1.1 200")
        assert answer(idle[0]) == b""


def test_the_limit_of_open_files_is_raised_for_the_connections() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (min(1000, before[1]), before[1]))
        connections = protocol.open_more_files()
        assert connections == min(protocol.MAX_CONNECTIONS, resource.getrlimit(resource.RLIMIT_NOFILE)[0] // 2)
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] == min(2 * protocol.MAX_CONNECTIONS, before[1])
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)


def test_one_address_has_a_quarter_of_the_connections_and_loses_its_own_unfinished_heads() -> None:
    with served(app, 4 * FEW, proxies=()) as url, ExitStack() as opened:
        for _ in range(2 * FEW):
            opened.enter_context(connect(url)).sendall(b"GET / HTTP/1.1\r\n")
        assert ask(url).startswith(b"HTTP/1.1 200")
        hanging = [opened.enter_context(connect(url)) for _ in range(FEW)]
        for connection in hanging:
            connection.sendall(HANG)
            assert begun.acquire(timeout=LONG)
        assert ask(url).startswith(b"HTTP/1.1 503")
    for _ in range(FEW):
        assert gone.acquire(timeout=LONG)


def test_an_answer_that_is_not_read_yet_is_not_cut_off_by_unfinished_heads(small: str) -> None:
    with connect(small) as reader, ExitStack() as opened:
        reader.sendall(b"GET /once HTTP/1.1\r\nHost: x\r\n\r\n")
        received = len(reader.recv(1000))
        for _ in range(2 * FEW):
            opened.enter_context(connect(small)).sendall(b"GET / HTTP/1.1\r\n")
        assert ask(small).startswith(b"HTTP/1.1 200")
        while received < LARGE:
            data = reader.recv(1_000_000)
            assert data, f"the answer ended after {received} bytes"
            received += len(data)
