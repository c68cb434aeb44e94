"""A web server on loopback that serves a file by ranges, or redirects, and records its requests."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import NamedTuple

from tests.loopback import serving

# Of `localhost`, valid until 2126. Its key is no secret.
CERTIFICATE = Path(__file__).with_name("localhost.pem")


class Asked(NamedTuple):
    """A request: its method, its path with the query, its headers in lower case, and the client's port."""

    method: str
    path: str
    headers: dict[str, str]
    port: int


@contextmanager
def site(
    data: bytes = b"", *, head: str | None = None, get: str | None = None, status: int = 302, certified: bool = False
) -> Iterator[tuple[str, list[Asked]]]:
    """Serve `data` at every path, or redirect HEAD or GET to these locations, or answer GET with another status."""
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_HEAD(self) -> None:
            self._answer(head, None)

        def do_GET(self) -> None:
            self._answer(get, self.headers["Range"])

        def _answer(self, location: str | None, ranged: str | None) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            asked.append(Asked(self.command, self.path, headers, self.client_address[1]))
            if location is not None:
                self._head(status, 0, ("Location", location) if location else ("X-Location", "none"))
                return
            first, last = map(int, re.findall(r"\d+", ranged or f"0-{len(data) - 1}"))
            piece = data[first : last + 1]
            part = ("Content-Range", f"bytes {first}-{first + len(piece) - 1}/{len(data)}")
            self._head(206 if ranged else 200, len(piece), part)
            if self.command == "GET":
                self.wfile.write(piece)

        def _head(self, code: int, length: int, more: tuple[str, str]) -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(length))
            self.send_header("ETag", '"one"')
            self.send_header(*more)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    with serving(Handler, CERTIFICATE if certified else None) as url:
        yield url, asked
