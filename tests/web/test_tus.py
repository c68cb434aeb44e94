"""Resumable uploads by tus 1.0: nothing that came is lost, and of two of one name exactly one wins."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests import clips
from tests.web import tus
from tests.web.server import Serving, start, wait_until_known

pytestmark = pytest.mark.xdist_group("tus")


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return clips.make(tmp_path_factory.mktemp("clips") / "a.mp4", frames=30).read_bytes()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tus") / "in"


@pytest.fixture(scope="module")
def serving(source: Path) -> Iterator[Serving]:
    limits = {"FLICKBOOK_MAX_UPLOAD_BYTES": "200000000", "FLICKBOOK_IDLE_SECONDS": "5"}
    with start(source, source.parent / "out", environ=limits) as started:
        yield started


def test_a_video_in_three_pieces_is_stored_whole_and_made(serving: Serving, source: Path, video: bytes) -> None:
    created = tus.create(serving.client, "shows/my film é.v2.mp4", len(video))
    assert created.status_code == 201
    assert created.headers["Flickbook-Name"] == "shows/my%20film%20%C3%A9.v2"
    assert created.headers["Tus-Resumable"] == "1.0.0"
    where = created.headers["Location"]
    third = len(video) // 3
    for begun in (0, third):
        answer = tus.send(serving.client, where, begun, video[begun : begun + third])
        assert (answer.status_code, answer.headers["Upload-Offset"]) == (204, str(begun + third))
        assert "GMT" in answer.headers["Upload-Expires"]
    looked = serving.client.head(where, headers=tus.TUS)
    assert looked.headers["Upload-Length"] == str(len(video))
    assert looked.headers["Upload-Metadata"] == tus.metadata("shows/my film é.v2.mp4")
    assert looked.headers["Cache-Control"] == "no-store"
    assert tus.send(serving.client, where, 2 * third, video[2 * third :]).status_code == 204
    assert (source / "shows" / "my film é.v2.mp4").read_bytes() == video
    assert serving.wait_for("shows/my film é.v2")["done"] > 0
    assert tus.left_in(source) == []
    assert tus.offset(serving.client, where) == len(video), "who missed the last answer may ask again"


def test_a_small_video_may_come_with_its_creation(serving: Serving, source: Path, video: bytes) -> None:
    asked = {**tus.BYTES, "Upload-Length": str(len(video)), "Upload-Metadata": tus.metadata("at once.mp4")}
    answer = serving.client.post("/api/videos", content=video, headers=asked)
    assert (answer.status_code, answer.headers["Upload-Offset"]) == (201, str(len(video)))
    assert (source / "at once.mp4").read_bytes() == video


def test_what_is_spoken_is_told_to_everybody(serving: Serving) -> None:
    told = serving.stranger.options("/api/videos")
    assert told.status_code == 204
    assert told.headers["Tus-Version"] == "1.0.0"
    assert told.headers["Tus-Max-Size"] == "200000000"
    assert set(told.headers["Tus-Extension"].split(",")) == {
        "creation",
        "creation-with-upload",
        "termination",
        "expiration",
    }


def test_who_does_not_keep_to_the_protocol_is_told(serving: Serving) -> None:
    where = tus.begin(serving.client, "rules.mp4", 100)
    assert tus.send(serving.client, where, 7, b"1").status_code == 409
    assert tus.send(serving.client, where, 0, b"1", **{"Content-Type": "text/plain"}).status_code == 415
    assert tus.send(serving.client, where, 0, b"1" * 101).status_code == 413
    assert tus.send(serving.client, where, 0, b"1", **{"Upload-Offset": "-1"}).status_code == 422
    other = tus.send(serving.client, where, 0, b"1", **{"Tus-Resumable": "0.2.2"})
    assert (other.status_code, other.headers["Tus-Version"]) == (412, "1.0.0")
    assert tus.create(serving.client, "rules 2.mp4", 200_000_001).status_code == 413
    assert tus.create(serving.client, "rules 2.mp4", 0).status_code == 415
    assert tus.create(serving.client, "rules 2.mp4", 5, **{"Upload-Metadata": "filename &&&"}).status_code == 422
    assert serving.stranger.head(where, headers=tus.TUS).status_code == 401
    assert serving.client.head("/api/uploads/" + "0" * 32, headers=tus.TUS).status_code == 404
    assert serving.client.head("/api/uploads/..%2f..%2fetc", headers=tus.TUS).status_code == 404
    assert tus.offset(serving.client, where) == 0


def test_a_body_longer_than_it_was_said_to_be_is_refused_while_it_comes(serving: Serving) -> None:
    where = tus.begin(serving.client, "long.mp4", 100)
    chunks = (b"x" * 60 for _ in range(3))
    headers = {**tus.BYTES, "Upload-Offset": "0"}
    assert serving.client.patch(where, content=chunks, headers=headers).status_code == 413


def test_an_upload_is_ended_on_demand(serving: Serving, source: Path) -> None:
    before = tus.left_in(source)
    where = tus.begin(serving.client, "ended.mp4", 100)
    tus.send(serving.client, where, 0, b"x" * 50)
    assert serving.client.delete(where, headers=tus.TUS).status_code == 204
    assert serving.client.head(where, headers=tus.TUS).status_code == 404
    assert tus.left_in(source) == before


def test_a_client_without_patch_says_so(serving: Serving, video: bytes) -> None:
    where = tus.begin(serving.client, "override.mp4", 100)
    headers = {**tus.BYTES, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    assert serving.client.post(where, content=b"x" * 10, headers=headers).headers["Upload-Offset"] == "10"


def test_of_two_uploads_of_one_name_exactly_one_wins(serving: Serving, source: Path, video: bytes) -> None:
    both = [tus.begin(serving.client, f"prize.{suffix}", len(video)) for suffix in ("mp4", "mp4", "mov")]
    with ThreadPoolExecutor(3) as pool:
        ends = list(pool.map(lambda where: tus.send(serving.client, where, 0, video).status_code, both))
    assert sorted(ends) == [204, 409, 409]
    assert len(list(source.glob("prize.*"))) == 1
    refused = tus.create(serving.client, "prize.mp4", len(video))
    assert (refused.status_code, refused.json()["error"]) == (409, "NameTaken")


def test_a_file_that_lies_in_the_source_is_never_written_over(serving: Serving, source: Path, video: bytes) -> None:
    where = tus.begin(serving.client, "there.mp4", len(video))
    (source / "there.mp4").write_bytes(b"mine")
    assert tus.create(serving.client, "there.mp4", len(video)).status_code == 409
    assert tus.send(serving.client, where, 0, video).status_code == 409
    assert (source / "there.mp4").read_bytes() == b"mine"


def test_what_came_before_a_connection_broke_is_kept(serving: Serving) -> None:
    where = tus.begin(serving.client, "broken.mp4", 1_000_000)
    _open_patch(serving, where, 1_000_000, b"x" * 300_000).close()
    deadline = time.monotonic() + 10
    while tus.offset(serving.client, where) != 300_000:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_sender_who_falls_silent_is_cut_off_and_may_go_on(serving: Serving) -> None:
    where = tus.begin(serving.client, "silent.mp4", 1_000_000)
    with _open_patch(serving, where, 1_000_000, b"x" * 70_000) as connection:
        assert connection.recv(100).startswith(b"HTTP/1.1 408")
    assert tus.offset(serving.client, where) == 70_000


def test_one_request_at_a_time_sends_an_upload(serving: Serving, source: Path) -> None:
    where = tus.begin(serving.client, "busy.mp4", 3_000_000)
    with _open_patch(serving, where, 3_000_000, b"x" * 2_000_000):
        _wait_for_bytes(source, where)
        assert tus.send(serving.client, where, 0, b"x").status_code == 423


def test_of_requests_that_come_at_once_one_sends_an_upload_and_it_is_stored(
    serving: Serving, source: Path, video: bytes
) -> None:
    for number in range(10):
        where = tus.begin(serving.client, f"at once {number}.mp4", len(video))
        with ThreadPoolExecutor(6) as pool:
            sent = pool.map(lambda where: tus.send(serving.client, where, 0, video).status_code, [where] * 6)
            statuses = sorted(sent)
        assert statuses[0] == 204
        assert set(statuses[1:]) <= {409, 423}
        assert (source / f"at once {number}.mp4").read_bytes() == video
        assert tus.offset(serving.client, where) == len(video)


def test_who_asks_how_far_it_came_takes_over_from_a_sender_long_silent(serving: Serving, source: Path) -> None:
    where = tus.begin(serving.client, "taken over.mp4", 3_000_000)
    with _open_patch(serving, where, 3_000_000, b"x" * 2_000_000):
        _wait_for_bytes(source, where)
        time.sleep(2.1)
        assert tus.offset(serving.client, where) == 2_000_000
        assert tus.send(serving.client, where, 2_000_000, b"x").status_code == 204


def _wait_for_bytes(source: Path, where: str) -> None:
    deadline = time.monotonic() + 10
    while _part(source, where).stat().st_size == 0:
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_fifty_come_at_once(serving: Serving, source: Path) -> None:
    data = [os.urandom(300_000) for _ in range(50)]

    def upload(number: int) -> int:
        where = tus.begin(serving.client, f"many/{number}.mkv", 300_000)
        tus.send(serving.client, where, 0, data[number][:100_000])
        return tus.send(serving.client, where, 100_000, data[number][100_000:]).status_code

    with ThreadPoolExecutor(50) as pool:
        assert list(pool.map(upload, range(50))) == [204] * 50
    assert all((source / "many" / f"{number}.mkv").read_bytes() == data[number] for number in range(50))


def test_after_a_kill_uploads_are_gone_on_with_finished_or_forgotten_by_the_next_service(
    tmp_path: Path, video: bytes
) -> None:
    source, half = tmp_path / "in", len(video) // 2
    with start(source, tmp_path / "out") as serving:
        names = ("under way", "half", "whole", "old")
        under_way, half_way, whole, old = (tus.begin(serving.client, f"{name}.mp4", len(video)) for name in names)
        for where in (half_way, whole, old):
            tus.send(serving.client, where, 0, video[:half])
        with _open_patch(serving, under_way, len(video), video[:half]):
            serving.stop(signal.SIGKILL)
    _part(source, whole).write_bytes(video)
    for suffix in (".part", ".json"):
        os.utime(_part(source, old).with_suffix(suffix), (0, time.time() - 25 * 3600))
    with start(source, tmp_path / "out") as serving:
        assert tus.offset(serving.client, half_way) == half, "what the service said it has is there"
        for where in (under_way, half_way):
            come = tus.offset(serving.client, where)
            assert tus.send(serving.client, where, come, video[come:]).status_code == 204
        wait_until_known(serving, "whole")
        assert all((source / f"{name}.mp4").read_bytes() == video for name in names[:3])
        assert tus.offset(serving.client, whole) == len(video)
        assert serving.client.head(old, headers=tus.TUS).status_code == 404
        serving.wait_for("under way")


def _part(source: Path, where: str) -> Path:
    return source / ".flickbook-uploads" / f"{where.rpartition('/')[2]}.part"


def _open_patch(serving: Serving, where: str, length: int, data: bytes) -> socket.socket:
    """Begin to send an upload, and leave it at that."""
    address = urlsplit(serving.url)
    connection = socket.create_connection((address.hostname or "", address.port or 0), timeout=10)
    head = [f"PATCH {where} HTTP/1.1", "Host: x", f"Authorization: Bearer {serving.token}", f"Content-Length: {length}"]
    head += [f"{name}: {value}" for name, value in {**tus.BYTES, "Upload-Offset": "0"}.items()]
    connection.sendall("\r\n".join([*head, "", ""]).encode() + data)
    return connection
