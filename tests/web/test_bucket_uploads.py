"""Uploads into a bucket: stored in parts, in the background, and resumed by the next service."""

import os
import signal
import threading
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import obstore
import pytest

from tests.loopback import serving as serving_by
from tests.storage.proxy import FOREVER, proxied
from tests.storage.seaweed import bucket
from tests.waiting import LONG
from tests.web import tus
from tests.web.server import start, wait_until_known


@pytest.fixture
def spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FLICKBOOK_SPOOL", str(tmp_path / "spool"))
    return tmp_path / "spool"


def test_uploads_to_a_bucket_go_in_parts_replace_nothing_unasked_and_survive_a_killed_service(
    s3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spool: Path, video: Path
) -> None:
    data = video.read_bytes()
    with proxied(s3) as proxy:
        monkeypatch.setenv("AWS_ENDPOINT_URL", proxy.url)
        proxy.inject("PUT", "refuse", FOREVER)
        with start("s3://uploads/in", tmp_path / "out") as serving:
            where = tus.begin(serving.client, "a.mp4", len(data))
            assert tus.send(serving.client, where, 0, data).status_code == 204
            serving.stop(signal.SIGKILL)
    monkeypatch.setenv("AWS_ENDPOINT_URL", s3)
    large = data + os.urandom(20_000_000)
    with start("s3://uploads/in", tmp_path / "out") as serving:
        wait_until_known(serving, "a")
        assert obstore.get(bucket(s3, "uploads"), "in/a.mp4").bytes() == data, "what a killed service had not stored"
        where = tus.begin(serving.client, "shows/ä film.mp4", len(large))
        assert tus.send(serving.client, where, 0, large).status_code == 204
        wait_until_known(serving, "shows/ä film")
        assert obstore.get(bucket(s3, "uploads"), "in/shows/ä film.mp4").bytes() == large
        serving.wait_for("shows/ä film", "complete", "partial")
        assert tus.offset(serving.client, where) == len(large)
        obstore.put(bucket(s3, "uploads"), "in/mine.mp4", b"mine")
        assert tus.create(serving.client, "mine.mp4", 10).status_code == 409
        where = tus.begin(serving.client, "mine.mp4", len(data), replace="true")
        assert obstore.get(bucket(s3, "uploads"), "in/mine.mp4").bytes() == b"mine"
        assert tus.send(serving.client, where, 0, data).status_code == 204
        wait_until_known(serving, "mine")
        assert obstore.get(bucket(s3, "uploads"), "in/mine.mp4").bytes() == data
        plain = serving.client.post("/api/videos", params={"filename": "plain.mp4"}, content=data)
        assert plain.status_code == 201
        assert obstore.get(bucket(s3, "uploads"), "in/plain.mp4").bytes() == data
    assert list(spool.glob("*.part")) == []


class Silent(BaseHTTPRequestHandler):
    """A store that has no objects, and never answers a PUT."""

    asked = threading.Event()
    ended = threading.Event()

    def do_HEAD(self) -> None:
        self.send_response(404)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def do_PUT(self) -> None:
        self.asked.set()
        self.ended.wait()

    def log_message(self, *arguments: object) -> None:
        """Be quiet."""


def test_a_stop_does_not_wait_for_an_upload_that_is_being_stored(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spool: Path, video: Path
) -> None:
    data = video.read_bytes()
    for name, value in (("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b"), ("AWS_DEFAULT_REGION", "x")):
        monkeypatch.setenv(name, value)
    with serving_by(Silent) as url:
        monkeypatch.setenv("AWS_ENDPOINT_URL", url)
        with start("s3://films/in", tmp_path / "out") as serving:
            where = tus.begin(serving.client, "a.mp4", len(data))
            assert tus.send(serving.client, where, 0, data).status_code == 204
            assert Silent.asked.wait(LONG)
            assert serving.stop() == 0
        Silent.ended.set()
