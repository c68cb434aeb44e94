"""Requests to web servers reuse connections, use proxies, end after a bounded time, and are retried."""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from select import select

import pytest

from flickbook.core.model import Source
from flickbook.errors import FlickbookError, SourceChanged, SourceDenied, SourceMissing, StoreError
from flickbook.storage import find_source, http_client, http_source, open_source
from tests.storage.proxy import proxied
from tests.storage.site import site


def test_one_connection_serves_all_requests_of_a_reader() -> None:
    data = os.urandom(3_000_000)
    with site(data) as (root, asked), open_source(find_source(f"{root}/a.mp4")) as file:
        assert file.read() == data
    assert len(asked) > 4
    assert len({request.port for request in asked}) == 1


def test_all_urls_with_the_same_key_send_the_same_path() -> None:
    with site(b"film") as (root, asked):
        find_source(f"{root}/a%20b c%2B+d/ä%25%5B=~.mp4#x")
    assert asked[0].path == "/a%20b%20c++d/%C3%A4%25%5B=~.mp4"


def test_a_host_may_be_written_in_any_script(monkeypatch: pytest.MonkeyPatch) -> None:
    with site(b"film") as (proxy, asked):
        monkeypatch.setenv("http_proxy", proxy.replace("//", "//me:p%40ss@"))
        assert find_source("http://münchen.example:8080/a.mp4").size == 4
    assert asked[0].path == "http://xn--mnchen-3ya.example:8080/a.mp4"
    assert asked[0].headers["proxy-authorization"] == "Basic bWU6cEBzcw=="


def test_a_host_excluded_from_the_proxy_gets_requests_directly(monkeypatch: pytest.MonkeyPatch) -> None:
    with site(b"no film") as (proxy, asked), site(b"film") as (root, _):
        monkeypatch.setenv("http_proxy", proxy)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        assert find_source(f"{root}/a.mp4").size == 4
    assert not asked


@pytest.mark.parametrize(
    ("status", "error"),
    [
        (401, SourceDenied),
        (403, SourceDenied),
        (404, SourceMissing),
        (410, SourceMissing),
        (412, SourceChanged),
        (416, SourceChanged),
        (304, StoreError),
        (200, StoreError),
    ],
)
def test_a_servers_refusal_raises_our_error_without_retries(status: int, error: type[FlickbookError]) -> None:
    with site(b"film", get="", status=status) as (root, asked), pytest.raises(error):
        open_source(find_source(f"{root}/a.mp4")).read()
    assert len(asked) == 2


def test_a_busy_server_gets_the_request_again() -> None:
    with site(b"film") as (root, _), proxied(root) as proxy:
        proxy.inject("HEAD", "refuse")
        proxy.inject("GET", "refuse", times=2)
        assert open_source(find_source(f"{proxy.url}/a.mp4")).read() == b"film"


def test_another_range_than_the_requested_one_is_refused() -> None:
    with site(b"films") as (root, _), pytest.raises(StoreError, match="other ranges"):
        http_source.read(Source(f"{root}/a.mp4", '"one"', 5), 3, 9)


@contextmanager
def endless(head: bytes, more: bytes) -> Iterator[str]:
    """Answer a request with `head`, then send `more` until the client closes the connection."""

    def serve() -> None:
        with suppress(OSError), listening.accept()[0] as connection:
            connection.sendall(head)
            while True:
                # A send alone can wait a minute for a client that is gone: its window was full when it left.
                heard, _, _ = select([connection], [connection], [])
                if heard and not connection.recv(4096):
                    return
                connection.send(more)

    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/a.mp4"
        thread.join(30)
        assert not thread.is_alive(), "the connection is still open"


@pytest.mark.parametrize(
    ("head", "more"),
    [(b"", b"HTTP/1.1 100 Continue\r\n\r\n"), (b"HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n", b"x")],
)
def test_an_endless_response_is_cut(head: bytes, more: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_client, "ANSWER_SECONDS", 0.2)
    with endless(head, more) as url, pytest.raises(OSError, match=r"took longer|reset|closed|aborted"):
        http_client.ask_once("GET", url, {}, most=1_000_000_000)
