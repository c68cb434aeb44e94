"""Serve one file by ranges on loopback and count what is asked for: what a bucket would bill."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ETAG = '"one"'


@dataclass
class Tally:
    """Requests (HEAD and GET) and body bytes since the last `take`."""

    requests: int = 0
    bytes: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, size: int) -> None:
        """Count a request whose answer has a body of `size` bytes."""
        with self._lock:
            self.requests += 1
            self.bytes += size

    def take(self) -> tuple[int, int]:
        """Give requests and bytes, and begin anew."""
        with self._lock:
            taken = self.requests, self.bytes
            self.requests = self.bytes = 0
        return taken


@contextmanager
def served(path: Path) -> Iterator[tuple[str, Tally]]:
    """Serve a file and give its URL and the tally. It has a strong ETag and `If-Match` is honoured."""
    tally = Tally()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(path, tally))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{path.name}", tally
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(path: Path, tally: Tally) -> type[BaseHTTPRequestHandler]:
    size = path.stat().st_size

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_HEAD(self) -> None:
            tally.add(0)
            self._head(200, size)

        def do_GET(self) -> None:
            if self.headers["If-Match"] not in (None, ETAG):
                tally.add(0)
                self._head(412, 0)
                return
            first, last = map(int, re.findall(r"\d+", self.headers["Range"]))
            count = min(last + 1, size) - first
            tally.add(count)
            self._head(206, count, f"bytes {first}-{first + count - 1}/{size}")
            with path.open("rb") as file:
                file.seek(first)
                self.wfile.write(file.read(count))

        def _head(self, code: int, length: int, content_range: str | None = None) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(length))
            self.send_header("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT")
            self.send_header("ETag", ETAG)
            if content_range:
                self.send_header("Content-Range", content_range)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    return Handler
