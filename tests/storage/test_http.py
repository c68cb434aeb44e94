"""A video behind a web server is read by ranges, with an ETag or without one."""

import http.server
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import flickbook
from tests import clips


@contextmanager
def served(data: bytes, etag: str | None) -> Iterator[tuple[str, list[str]]]:
    """Serve one file on loopback, and list the ranges asked for."""
    ranges: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._head(200, len(data))

        def do_GET(self) -> None:
            asked = self.headers["Range"]
            first, last = map(int, re.findall(r"\d+", asked))
            ranges.append(asked)
            if self.headers["If-Match"] not in (None, etag):
                self._head(412, 0)
                return
            piece = data[first : last + 1]
            self._head(206, len(piece), f"bytes {first}-{first + len(piece) - 1}/{len(data)}")
            self.wfile.write(piece)

        def _head(self, code: int, length: int, content_range: str | None = None) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(length))
            self.send_header("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT")
            if content_range:
                self.send_header("Content-Range", content_range)
            if etag:
                self.send_header("ETag", etag)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", ranges
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize("etag", ['"one"', 'W/"one"', None])
def test_it_is_read_by_ranges(etag: str | None, tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    with served(video.read_bytes(), etag) as (root, ranges):
        found = flickbook.probe(f"{root}/shows/my%20film.mp4")
    assert found.duration == flickbook.probe(video).duration
    assert ranges
