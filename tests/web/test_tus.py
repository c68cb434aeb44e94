"""Resumable uploads by tus 1.0: no received byte is lost, and of two uploads of one name exactly one wins."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.web import uploads
from flickbook.web.app import make_app
from tests.waiting import LONG, until
from tests.web import tus
from tests.web.asgi import served
from tests.web.conftest import MAX_UPLOAD_BYTES
from tests.web.server import Serving

pytestmark = pytest.mark.xdist_group("service")


@pytest.fixture
def source(service: Serving) -> Path:
    return service.source


@pytest.fixture
def data(video: Path) -> bytes:
    return video.read_bytes()


def test_a_video_in_three_pieces_is_stored_whole_and_made(service: Serving, source: Path, data: bytes) -> None:
    created = tus.create(service.client, "shows/my film é.v2.mp4", len(data))
    assert created.status_code == 201
    assert created.headers["Flickbook-Name"] == "shows/my%20film%20%C3%A9.v2"
    assert created.headers["Tus-Resumable"] == "1.0.0"
    where = created.headers["Location"]
    third = len(data) // 3
    for begun in (0, third):
        answer = tus.send(service.client, where, begun, data[begun : begun + third])
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(begun + third))
        assert "GMT" in answer.headers["Upload-Expires"]
    looked = service.client.head(where, headers=tus.TUS)
    assert looked.headers["Upload-Length"] == str(len(data))
    assert looked.headers["Upload-Metadata"] == tus.metadata("shows/my film é.v2.mp4")
    assert looked.headers["Cache-Control"] == "no-store"
    assert tus.send(service.client, where, 2 * third, data[2 * third :]).status_code == 204
    assert (source / "shows" / "my film é.v2.mp4").read_bytes() == data
    assert service.wait_for("shows/my film é.v2")["done"] > 0
    assert tus.left_in(source) == []
    assert tus.offset(service.client, where) == len(data), "who missed the last answer may ask again"


def test_a_small_video_may_come_with_its_creation(service: Serving, source: Path, data: bytes) -> None:
    asked = {**tus.BYTES, "Upload-Length": str(len(data)), "Upload-Metadata": tus.metadata("at once.mp4")}
    answer = service.client.post("/api/videos", content=data, headers=asked)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, str(len(data)))
    assert (source / "at once.mp4").read_bytes() == data


def test_the_supported_parts_of_tus_are_public(service: Serving) -> None:
    offered = service.stranger.options("/api/videos")
    assert offered.status_code == 204
    assert offered.headers["Tus-Version"] == "1.0.0"
    assert offered.headers["Tus-Max-Size"] == str(MAX_UPLOAD_BYTES)
    assert set(offered.headers["Tus-Extension"].split(",")) == {
        "creation",
        "creation-with-upload",
        "termination",
        "expiration",
    }


def test_requests_against_the_protocol_are_refused_with_a_reason(service: Serving) -> None:
    where = tus.begin(service.client, "rules.mp4", 100)
    assert tus.send(service.client, where, 7, b"1").status_code == 409
    assert tus.send(service.client, where, 0, b"1", **{"Content-Type": "text/plain"}).status_code == 415
    assert tus.send(service.client, where, 0, b"1" * 101).status_code == 413
    assert tus.send(service.client, where, 0, b"1", **{"Upload-Offset": "-1"}).status_code == 422
    other = tus.send(service.client, where, 0, b"1", **{"Tus-Resumable": "0.2.2"})
    assert (other.status_code, other.headers["Tus-Version"]) == (412, "1.0.0")
    assert tus.create(service.client, "rules 2.mp4", MAX_UPLOAD_BYTES + 1).status_code == 413
    assert tus.create(service.client, "rules 2.mp4", 0).status_code == 415
    assert tus.create(service.client, "rules 2.mp4", 5, **{"Upload-Metadata": "filename &&&"}).status_code == 422
    assert service.stranger.head(where, headers=tus.TUS).status_code == 401
    assert service.client.head("/api/uploads/" + "0" * 32, headers=tus.TUS).status_code == 404
    assert service.client.head("/api/uploads/..%2f..%2fetc", headers=tus.TUS).status_code == 404
    assert tus.offset(service.client, where) == 0


def test_a_body_longer_than_announced_is_refused_while_it_comes(service: Serving) -> None:
    where = tus.begin(service.client, "long.mp4", 100)
    chunks = (b"x" * 60 for _ in range(3))
    headers = {**tus.BYTES, "Upload-Offset": "0"}
    assert service.client.patch(where, content=chunks, headers=headers).status_code == 413


def test_an_upload_is_ended_on_demand(service: Serving, source: Path) -> None:
    before = tus.left_in(source)
    where = tus.begin(service.client, "ended.mp4", 100)
    tus.send(service.client, where, 0, b"x" * 50)
    assert service.client.delete(where, headers=tus.TUS).status_code == 204
    assert service.client.head(where, headers=tus.TUS).status_code == 404
    assert tus.left_in(source) == before


def test_a_client_that_cannot_send_patch_overrides_the_method_of_post(service: Serving, data: bytes) -> None:
    where = tus.begin(service.client, "override.mp4", 100)
    headers = {**tus.BYTES, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    assert service.client.post(where, content=b"x" * 10, headers=headers).headers["Upload-Offset"] == "10"


def test_of_two_uploads_of_one_name_exactly_one_wins(service: Serving, source: Path, data: bytes) -> None:
    both = [tus.begin(service.client, f"prize.{suffix}", len(data)) for suffix in ("mp4", "mp4", "mov")]
    with ThreadPoolExecutor(3) as pool:
        ends = list(pool.map(lambda where: tus.send(service.client, where, 0, data).status_code, both))
    assert sorted(ends) == [204, 409, 409]
    assert len(list(source.glob("prize.*"))) == 1
    refused = tus.create(service.client, "prize.mp4", len(data))
    assert (refused.status_code, refused.json()["error"]) == (409, "NameTaken")


def test_a_file_in_the_source_is_never_overwritten(service: Serving, source: Path, data: bytes) -> None:
    where = tus.begin(service.client, "there.mp4", len(data))
    (source / "there.mp4").write_bytes(b"mine")
    assert tus.create(service.client, "there.mp4", len(data)).status_code == 409
    assert tus.send(service.client, where, 0, data).status_code == 409
    assert (source / "there.mp4").read_bytes() == b"mine"


def test_what_came_before_a_connection_broke_is_kept(service: Serving) -> None:
    where = tus.begin(service.client, "broken.mp4", 1_000_000)
    tus.open_patch(service, where, 1_000_000, b"x" * 300_000).close()
    until(lambda: tus.offset(service.client, where) == 300_000, "what was sent")


def test_one_request_at_a_time_sends_an_upload(service: Serving, source: Path) -> None:
    where = tus.begin(service.client, "busy.mp4", 3_000_000)
    with tus.open_patch(service, where, 3_000_000, b"x" * 2_000_000):
        _wait_for_bytes(source, where)
        assert tus.send(service.client, where, 0, b"x").status_code == 423


def test_of_simultaneous_requests_for_an_upload_one_sends_it_and_it_is_stored(
    service: Serving, source: Path, data: bytes
) -> None:
    for number in range(10):
        where = tus.begin(service.client, f"at once {number}.mp4", len(data))
        with ThreadPoolExecutor(6) as pool:
            sent = pool.map(lambda where: tus.send(service.client, where, 0, data).status_code, [where] * 6)
            statuses = sorted(sent)
        assert statuses[0] == 204
        assert set(statuses[1:]) <= {409, 423}
        assert (source / f"at once {number}.mp4").read_bytes() == data
        assert tus.offset(service.client, where) == len(data)


@contextmanager
def impatient(folder: Path, idle_seconds: float) -> Iterator[tuple[str, httpx.Client]]:
    """Serve uploads in this process, none of which is ever finished, and yield the URL and a client."""
    source, out = folder / "in", folder / "out"
    for place in (source, out):
        place.mkdir()
    web = Web(token="secret", source=str(source), out=str(out), idle_seconds=idle_seconds, min_free_bytes=0)
    headers = {"Authorization": "Bearer secret"}
    with served(make_app(Settings(web=web))) as url, httpx.Client(base_url=url, headers=headers, timeout=LONG) as made:
        yield url, made


def test_a_silent_sender_is_cut_off_and_may_resume(tmp_path: Path) -> None:
    with impatient(tmp_path, idle_seconds=1) as (url, client):
        where = tus.begin(client, "silent.mp4", 1_000_000)
        with tus.open_patch_at(url, "secret", where, 1_000_000, b"x" * 50_000) as connection:
            assert connection.recv(100).startswith(b"HTTP/1.1 408")
        assert tus.offset(client, where) == 50_000


def test_a_request_for_the_offset_replaces_a_long_silent_sender(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "_LOST_SECONDS", 0)
    with impatient(tmp_path, idle_seconds=LONG) as (url, client):
        where = tus.begin(client, "taken over.mp4", 3_000_000)
        with tus.open_patch_at(url, "secret", where, 3_000_000, b"x" * 2_000_000):
            _wait_for_bytes(tmp_path / "in", where)
            come = tus.offset(client, where)
            assert 1_000_000 <= come <= 2_000_000
            assert tus.send(client, where, come, b"x").status_code == 204


def _wait_for_bytes(source: Path, where: str) -> None:
    until(lambda: tus.part(source, where).stat().st_size, "the first bytes")


def test_fifty_uploads_come_at_the_same_time(service: Serving, source: Path) -> None:
    films = [os.urandom(30_000) for _ in range(50)]

    def upload(number: int) -> int:
        where = tus.begin(service.client, f"many/{number}.mkv", 30_000)
        tus.send(service.client, where, 0, films[number][:10_000])
        return tus.send(service.client, where, 10_000, films[number][10_000:]).status_code

    with ThreadPoolExecutor(50) as pool:
        assert list(pool.map(upload, range(50))) == [204] * 50
    assert all((source / "many" / f"{number}.mkv").read_bytes() == films[number] for number in range(50))
