"""Progress is told to who listens, however long nothing comes and whenever a listener goes."""

import asyncio
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from flickbook.catalogue import Catalogue
from flickbook.model import Card
from flickbook.web import watch
from flickbook.web.watch import Watch
from tests.web.server import Serving


def test_a_listener_who_goes_while_something_is_told_is_no_fault(service: Serving) -> None:
    (service.source / "bad.mp4").write_text("not a video")
    service.take("bad.mp4")
    for _ in range(100):
        listen_and_go(service, "bad")
    # That no fault was logged is asked when the service ends.
    service.wait_for("bad", "refused")


def listen_and_go(serving: Serving, name: str) -> None:
    address = urlsplit(serving.url)
    with socket.create_connection((address.hostname or "", address.port or 0), timeout=10) as connection:
        connection.sendall(f"GET /api/events?name={name} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 200")


def test_a_stream_in_which_nothing_comes_is_kept_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "QUIET_SECONDS", 0.05)
    out = tmp_path.as_uri()
    Catalogue(out).note(Card("a", "waiting", "file:///a.mp4", 1.0))

    async def listen() -> list[str]:
        heard: list[str] = []
        watching = Watch(out)
        async for event in watching.listen(["a"]):
            heard.append("" if event is None else event.kind)
            if len(heard) == 10:
                await watching.close()
        return heard

    heard = asyncio.run(asyncio.wait_for(listen(), 30))
    assert set(heard) == {"state", ""}
    assert heard[-1] == ""
