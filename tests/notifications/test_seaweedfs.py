"""Flickbook understands the notifications of a real SeaweedFS filer."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import obstore
import pytest

from flickbook import notifications
from flickbook.core.model import Source
from scripts.services import seaweed
from tests.notifications.samples import ODD
from tests.storage.seaweed import bucket
from tests.waiting import until


class Receiver(ThreadingHTTPServer):
    """A web server that stores the bodies of POST requests."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Keep)
        self.bodies: list[bytes] = []

    def uploads(self) -> list[Source]:
        return [source for body in list(self.bodies) for source in notifications.read(body)]


class _Keep(BaseHTTPRequestHandler):
    server: Receiver

    def do_POST(self) -> None:
        self.server.bodies.append(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *args: object) -> None:
        """Keep the tests' output clean."""


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with Receiver() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def test_uploads_to_a_real_filer_are_noticed_once(
    receiver: Receiver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WEED_NOTIFICATION_WEBHOOK_ENABLED", "true")
    monkeypatch.setenv("WEED_NOTIFICATION_WEBHOOK_ENDPOINT", f"http://127.0.0.1:{receiver.server_port}/")
    with seaweed(tmp_path) as server:
        store = bucket(server.url, "films")
        sizes = {ODD: 6_000, "small.webm": 1, "big.mkv": 11_000_000}
        for key, size in sizes.items():
            obstore.put(store, key, bytes(size), use_multipart=size > 10_000_000)
        obstore.put(store, "film/film-0.gif", b"GIF89a")
        obstore.put(store, "empty.mp4", b"")
        obstore.delete(store, "small.webm")
        obstore.put(store, "last.mp4", b"last")
        sizes["last.mp4"] = 4
        # In whatever order the filer's five senders do it.
        announced = {f"s3://films/{key}" for key in sizes}
        until(lambda: {source.url for source in receiver.uploads()} >= announced, "every upload", pause=0.1)
        noticed = receiver.uploads()
        assert sorted((source.url, source.size) for source in noticed) == sorted(
            (f"s3://films/{key}", size) for key, size in sizes.items()
        )
        for key in (ODD, "big.mkv", "last.mp4"):
            [etag] = [source.etag for source in noticed if source.url.endswith(key)]
            assert f'"{etag}"' == obstore.head(store, key)["e_tag"]
