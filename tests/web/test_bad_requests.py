"""A client that disconnects, or sends invalid HTTP, leaves at most one line in the log."""

import asyncio
import base64
import socket
import struct
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from starlette.types import ASGIApp, Message, Scope

from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.web.app import make_app
from tests import books, clips
from tests.waiting import LONG, until
from tests.web.asgi import Asker
from tests.web.conftest import HOOK_SECRET
from tests.web.server import Serving

pytestmark = pytest.mark.attack

TUS = {
    "Tus-Resumable": "1.0.0",
    "Upload-Length": "1000",
    "Upload-Metadata": f"filename {base64.b64encode(b'tus.mp4').decode()}",
    "Content-Type": "application/offset+octet-stream",
}
BODIES: dict[str, dict[str, str]] = {
    "POST /api/session": {},
    "POST /api/videos": {"Content-Type": "application/json"},
    "POST /api/videos?filename=plain.mp4": {},
    "POST /api/videos?": TUS,
    "POST /api/hooks/bucket": {"Authorization": "Bearer hook"},
    "PATCH /api/uploads/": {**TUS, "Upload-Offset": "0"},
}
ANSWERS = ["/api/events?name=film", "/v/film/film-0.gif", "/api/videos/film/video", "/api/videos", "/"]
AUTHORIZATION = {"Authorization": "Bearer secret"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    folder = tmp_path_factory.mktemp("bad")
    (folder / "in").mkdir()
    books.render(clips.make(folder / "in" / "film.mp4", frames=30), folder / "out")
    web = Web(token="secret", hook_secret="hook", source=str(folder / "in"), out=(folder / "out").as_uri())
    return make_app(Settings(web=web))


def _begin_upload(asker: Asker) -> str:
    created = asker.post("/api/videos", headers={**AUTHORIZATION, **TUS, "Content-Type": ""})
    assert created.status_code == 201, created.text
    return str(created.headers["location"])


def _call(app: ASGIApp, method: str, target: str, headers: dict[str, str], heard: list[Message]) -> list[Message]:
    """Call an app as uvicorn does for a client that sends messages and disconnects; return the answer's messages."""
    path, _, query = target.partition("?")
    sent = {"host": "localhost", **AUTHORIZATION, **headers}
    raw = [(name.lower().encode(), value.encode()) for name, value in sent.items()]
    scope: Scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "scheme": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": query.encode(),
        "headers": raw,
        "client": ("192.0.2.1", 1),
        "server": ("localhost", 80),
    }
    answered: list[Message] = []
    left = iter(heard)

    async def receive() -> Message:
        return next(left, {"type": "http.disconnect"})

    async def send(message: Message) -> None:
        answered.append(message)

    async def call() -> None:
        async with asyncio.timeout(LONG):
            await app(scope, receive, send)

    asyncio.run(call())
    return answered


@pytest.mark.parametrize("route", BODIES)
def test_half_a_body_raises_nothing_in_the_service(route: str, app: ASGIApp) -> None:
    method, _, target = route.partition(" ")
    if target.endswith("/"):
        target = _begin_upload(Asker(app))
    half: Message = {"type": "http.request", "body": b"{", "more_body": True}
    headers = {**BODIES[route], "Content-Length": "100"}
    # What an app raises, uvicorn logs with its traceback.
    answered = _call(app, method, target, headers, [half])
    assert answered[0]["status"] in (400, 201)


@pytest.mark.parametrize("target", ANSWERS)
def test_an_answer_to_a_disconnected_client_raises_nothing_in_the_service(target: str, app: ASGIApp) -> None:
    whole: Message = {"type": "http.request", "body": b"", "more_body": False}
    assert _call(app, "GET", target, {}, [whole])[0]["status"] == 200


def _half(connection: socket.socket, head: bytes) -> None:
    connection.sendall(head + b"Content-Length: 100\r\n\r\n{")


def _bad_chunk(connection: socket.socket, head: bytes) -> None:
    connection.sendall(head + b"Transfer-Encoding: chunked\r\n\r\n3\r\n{xxXX\r\n")


def _bad_size(connection: socket.socket, head: bytes) -> None:
    connection.sendall(head + b"Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\nzz\r\n")


def _upgrade(connection: socket.socket, head: bytes) -> None:
    connection.sendall(head + b"Connection: upgrade\r\nUpgrade: websocket\r\nContent-Length: 2\r\n\r\n{}")


def _reset(connection: socket.socket, head: bytes) -> None:
    _half(connection, head)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


@pytest.mark.xdist_group("service")
def test_a_bad_request_logs_at_most_one_line(service: Serving) -> None:
    ways: list[Callable[[socket.socket, bytes], None]] = [_half, _bad_chunk, _bad_size, _upgrade, _reset]
    before, answered, address, sent = _lines(service.log), _answered(service), urlsplit(service.url), 0
    for way in ways:
        # There is no upload of that name here: half of its body is sent in the test above.
        for route, more in {**BODIES, "POST /api/hooks/bucket": {"Authorization": f"Bearer {HOOK_SECRET}"}}.items():
            headers = {"Host": address.netloc, **AUTHORIZATION, **more}
            lines = [f"{route} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), ""]
            with socket.create_connection((address.hostname or "", address.port or 0), timeout=LONG) as connection:
                way(connection, "\r\n".join(lines).encode())
            sent += 1
    until(lambda: _answered(service) - answered >= sent, f"{sent} answers")
    assert _lines(service.log) - before <= sent
    assert "Traceback" not in service.log.read_text()


def _lines(log: Path) -> int:
    return len(log.read_text().splitlines())


def _answered(service: Serving) -> float:
    """Return the number of requests so far, without GET."""
    counts = service.client.get("/metrics").text.splitlines()
    named = [line for line in counts if line.startswith("flickbook_requests_total{") and 'method="GET"' not in line]
    return sum(float(line.rpartition(" ")[2]) for line in named)
