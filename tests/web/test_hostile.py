"""The service as someone meets it who means no good: strangers, other pages, and stores that were written to."""

import re
import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import clips
from tests.web.server import Serving, start


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    clips.make(folder / "in" / "film.mp4", frames=30)
    return folder


@pytest.fixture(scope="module")
def serving(folder: Path) -> Iterator[Serving]:
    with start(folder / "in", folder / "out") as started:
        started.take("film.mp4")
        started.wait_for("film")
        yield started


def test_a_strangers_json_does_not_fill_the_memory(serving: Serving) -> None:
    before = _resident_megabytes(serving)
    head = (
        b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n"
    )
    with _connect(serving) as connection:
        connection.sendall(head + b"[" * 20_000)
        assert connection.recv(100).startswith(b"HTTP/1.1 413")
        for _ in range(200):
            connection.sendall(b"x" * 1_000_000)  # it is thrown away, for ten seconds
    assert _resident_megabytes(serving) - before < 50


@pytest.mark.parametrize(
    "body", [b"", b"[" * 9_000, b'{"token": 1}', b'{"token": "\\ud800"}', b"\xff", b'{"key": "a"}']
)
def test_json_that_is_no_token_is_refused(body: bytes, serving: Serving) -> None:
    answer = serving.stranger.post("/api/session", content=body)
    assert (answer.status_code, answer.json()["error"]) == (422, "UsageError")


@pytest.mark.parametrize("name", ["..", "../in", "a/../film", ".flickbook/books", "x" * 300, "a\0"])
def test_what_is_no_name_is_no_video(name: str, serving: Serving) -> None:
    assert [event.kind for event in serving.events(name)] == ["gone", "end"]
    assert "ERROR" not in serving.log.read_text()
    for client in (serving.stranger, serving.client):
        assert client.get(f"/api/videos/{name.replace('..', '%2e%2e')}".replace("\0", "%00")).status_code == 404


def _connect(serving: Serving) -> socket.socket:
    address = urlsplit(serving.url)
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=10)


def _resident_megabytes(serving: Serving) -> int:
    status = Path(f"/proc/{serving.process.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    assert found
    return int(found[1]) // 1024
