"""Attacks on the service: by strangers, by foreign pages, and by files written to its stores."""

import re
import shutil
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import clips
from tests.waiting import LONG, until
from tests.web.server import Serving

pytestmark = [pytest.mark.attack, pytest.mark.xdist_group("service")]


@pytest.fixture
def film(service: Serving) -> Path:
    path = clips.make(service.source / "film.mp4", frames=30)
    service.order("film.mp4")
    service.wait_for("film")
    # The service shows a complete book a moment before its index entry says so.
    until(lambda: '"complete"' in _entry_of(service).read_text(), "the index entry")
    return path


def _entry_of(service: Serving) -> Path:
    return service.out / ".flickbook" / "books" / "film.json"


def test_a_strangers_json_does_not_fill_the_memory(service: Serving) -> None:
    before = _resident_megabytes(service)
    head = (
        b"POST /api/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 999999999\r\n\r\n"
    )
    with _connect(service) as connection:
        connection.sendall(head + b"[" * 20_000)
        assert connection.recv(100).startswith(b"HTTP/1.1 413")
        for _ in range(200):
            connection.sendall(b"x" * 1_000_000)  # it is thrown away, for ten seconds
    assert _resident_megabytes(service) - before < 50


@pytest.mark.parametrize(
    "body", [b"", b"[" * 9_000, b'{"token": 1}', b'{"token": "\\ud800"}', b"\xff", b'{"key": "a"}']
)
def test_json_without_a_token_is_refused(body: bytes, service: Serving) -> None:
    answer = service.stranger.post("/api/session", content=body)
    assert (answer.status_code, answer.json()["error"]) == (422, "UsageError")


@pytest.mark.parametrize("name", ["..", "../in", "a/../film", ".flickbook/books", "x" * 300, "a\0"])
def test_an_invalid_name_names_no_video(name: str, service: Serving) -> None:
    said = len(service.log.read_text())
    assert [event.kind for event in service.events(name)] == ["gone", "end"]
    assert "ERROR" not in service.log.read_text()[said:]
    for client in (service.stranger, service.client):
        assert client.get(f"/api/videos/{name.replace('..', '%2e%2e')}".replace("\0", "%00")).status_code == 404


def test_a_foreign_host_name_reads_nothing(service: Serving, film: Path) -> None:
    foreign = {"Host": "evil.example"}
    for path in ("/api/videos", "/api/videos/film", "/api/videos/film/video", "/api/events?name=film", "/metrics"):
        answer = service.stranger.get(path, headers=foreign)
        assert answer.status_code == 401
        assert "`hosts`" in answer.json()["message"]
    assert service.stranger.get("/v/film/manifest.json", headers=foreign).status_code == 401
    assert service.stranger.get("/api/session", headers=foreign).json()["reads"] is False
    assert service.client.get("/api/videos", headers=foreign).status_code == 200


def test_a_forged_plan_opens_and_deletes_nothing_outside(service: Serving, film: Path) -> None:
    outside, out = clips.make(service.source.parent / "private.mp4", frames=30), service.out
    real = film.as_uri()
    for written in (outside.as_uri(), f"{service.source.as_uri()}/../private.mp4"):
        for path in (out / "film" / "plan.json", _entry_of(service)):
            path.write_text(path.read_text().replace(real, written))
        real = written
        # The service reads a plan again when it has seen the book complete.
        until(lambda: service.stranger.get("/api/videos/film").json()["video"] is None, "the forged plan to be read")
        answer = service.stranger.get("/api/videos/film/video")
        assert (answer.status_code, answer.json()["error"]) == (422, "SourceDenied")
        assert "private" not in answer.text
        assert service.client.post("/api/videos/film/retry").status_code == 422
    assert service.client.delete("/api/videos/film").status_code == 204
    assert outside.exists()
    assert not (out / "film").exists()


def test_an_entry_stands_for_the_book_it_is_named_after(service: Serving, film: Path) -> None:
    out = service.out
    entry = _entry_of(service)
    entry.with_name("other.json").write_text(entry.read_text().replace('"plan": "', '"plan": "x'))
    (out / "other").mkdir()
    (out / "other" / "plan.json").write_bytes((out / "film" / "plan.json").read_bytes())
    (out / "other" / "receipts").mkdir()
    assert service.detail("other")["name"] == "other"


def test_deleting_keeps_files_behind_a_link(service: Serving, tmp_path: Path) -> None:
    film = clips.make(tmp_path / "film.mp4", frames=30)
    (service.source / "linked").symlink_to(tmp_path)
    service.order("linked/film.mp4")
    service.wait_for("linked/film")
    assert service.client.delete("/api/videos/linked/film").status_code == 204
    assert film.exists()


def test_a_name_is_free_after_a_deletion_that_left_its_entry(service: Serving, film: Path) -> None:
    data = film.read_bytes()
    shutil.rmtree(service.out / "film")
    film.unlink()
    assert service.client.get("/api/videos").json()["videos"] == []
    assert service.client.post("/api/videos", params={"filename": "film.mp4"}, content=data).status_code == 201
    assert service.wait_for("film")["done"] == 2


def _connect(service: Serving) -> socket.socket:
    address = urlsplit(service.url)
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=LONG)


def _resident_megabytes(service: Serving) -> int:
    status = Path(f"/proc/{service.process.pid}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    assert found
    return int(found[1]) // 1024
