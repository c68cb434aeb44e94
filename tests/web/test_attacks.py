"""Ways around the tokens and out of the store, by the hundred. `pytest -m attack` runs all attacks.

All is asked of the app in this process; nothing leaves it.
"""

import asyncio
import base64
import json
from itertools import count
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, unquote

import pytest
from starlette.types import ASGIApp, Message

from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.web.app import make_app
from tests.web.test_guard import READING, routes

pytestmark = pytest.mark.attack

SECRET = "what nobody may read"
TOKEN, READER = "the token that writes", "the token that reads"
# Headers by which a stranger may pretend to have rights.
DISGUISES: list[dict[str, str]] = [
    {},
    {"Authorization": "Bearer"},
    {"Authorization": "Bearer "},
    {"Authorization": "Bearer null"},
    {"Authorization": f"Bearer {TOKEN[:-1]}"},
    {"Authorization": f"Bearer {TOKEN}x"},
    {"Authorization": f"Bearer {TOKEN.upper()}"},
    {"Authorization": f"Bearer Bearer {TOKEN}"},
    {"Authorization": f"Basic {base64.b64encode(f'x:{TOKEN}'.encode()).decode()}"},
    {"Authorization": f"Token {TOKEN}"},
    {"Authorization": TOKEN},
    {"Proxy-Authorization": f"Bearer {TOKEN}"},
    {"X-Authorization": f"Bearer {TOKEN}"},
    {"X-Api-Key": TOKEN},
    {"Cookie": f"flickbook={TOKEN}"},
    {"Cookie": f"flickbook={READER}; token={TOKEN}"},
    {"Cookie": 'flickbook=""; flickbook'},
    {"X-Forwarded-For": "127.0.0.1", "Host": "localhost"},
    {"X-Original-URL": "/healthz", "X-Rewrite-URL": "/healthz"},
    {"X-HTTP-Method-Override": "OPTIONS"},
]
# Paths that some servers read as another place.
CLIMBS = [
    "..",
    "../secret",
    "../secret/film",
    "a/../../secret",
    "./../secret",
    "..\\secret",
    "..%5csecret",
    "%2e%2e/secret",
    "%2e%2e%2fsecret",
    "%252e%252e%252fsecret",
    "..%2fsecret",
    "..%252fsecret",
    "..%00/secret",
    "%2e%2e%00",
    "....//secret",
    "..;/secret",
    "%c0%ae%c0%ae/secret",
    "%ef%bc%8e%ef%bc%8e/secret",
    "%e2%80%a5/secret",
    "/secret",
    "//secret",
    "%2fsecret",
    "~/secret",
    "film/../../secret",
    "film/~x/../../../secret",
    "link/film",
    "link",
    ".flickbook/books/film",
    "\u202e..\u202d/secret",
]
PLACES = [
    "/v/{}/film.mp4",
    "/v/{}/plan.json",
    "/v/{}/manifest.json",
    "/v/{}/storyboard.vtt",
    "/v/{}",
    "/v/film/{}",
    "/v/film/{}/manifest.json",
    "/v/film/~{}/manifest.json",
    "/v/film/~x/{}",
    "/api/videos/{}",
    "/api/videos/{}/video",
    "/api/videos/{}/events",
    "/api/events?name={}",
    "/api/videos?after={}",
    "/api/videos?search={}",
    "/api/uploads/{}",
    "/{}",
    "/assets/{}",
    "/openapi.json/{}",
]


class Answer(NamedTuple):
    """The answer to a request."""

    status: int
    headers: dict[bytes, bytes]
    body: bytes


class Target(NamedTuple):
    """A service, and the folder in which it and its surroundings lie."""

    app: ASGIApp
    folder: Path

    def files(self) -> dict[str, bytes]:
        """Return all files beside, in source and in output, with their contents."""
        found = (path for path in self.folder.rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}


class Attacker:
    """Sends requests unchanged, each from another address, so that no limit for a client applies."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self._numbers = count()

    async def ask(self, method: str, target: str, headers: dict[str, str], sent: object = None) -> Answer:
        """Send one request, and return its answer."""
        number = next(self._numbers)
        path, _, query = target.partition("?")
        body = b"" if sent is None else json.dumps(sent).encode()
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode(),
            "query_string": query.encode(),
            "root_path": "",
            "headers": [
                (name.lower().encode(), value.encode("latin-1"))
                for name, value in ({"host": "service", "content-type": "application/json"} | headers).items()
            ],
            "client": (f"198.51.{number // 250 % 250}.{number % 250}", 1),
            "server": ("127.0.0.1", 80),
        }
        came: list[Message] = []
        whole = asyncio.Event()
        requested = iter([{"type": "http.request", "body": body, "more_body": False}])

        async def receive() -> Message:
            message = next(requested, None)
            if message is None:
                await whole.wait()
            return message or {"type": "http.disconnect"}

        async def send(message: Message) -> None:
            came.append(message)
            if message["type"] == "http.response.body" and not message.get("more_body"):
                whole.set()

        await self._app(scope, receive, send)
        return Answer(came[0]["status"], dict(came[0]["headers"]), b"".join(m.get("body", b"") for m in came[1:]))


@pytest.fixture
def target(tmp_path: Path) -> Target:
    """A service with a read token, secrets beside its folders, and a link to them inside."""
    for folder in ("in", "out", "secret"):
        (tmp_path / folder).mkdir()
    for name in ("manifest.json", "storyboard.vtt", "film.mp4", "film-0.gif", "film"):
        (tmp_path / "secret" / name).write_text(SECRET)
    (tmp_path / "out" / "link").symlink_to(tmp_path / "secret")
    web = Web(token=TOKEN, read_token=READER, source=str(tmp_path / "in"), out=str(tmp_path / "out"))
    return Target(make_app(Settings(web=web)), tmp_path)


def test_no_disguise_replaces_the_token(target: Target) -> None:
    before, found = target.files(), routes(str(target.folder / "in"))
    # Tokens are looked for in no query.
    queries = ("", f"token={quote(TOKEN)}", f"access_token={quote(TOKEN)}")

    async def attack() -> list[int]:
        attacker = Attacker(target.app)
        return [
            (await attacker.ask(method, f"{_filled(path)}?name=film&{query}", headers)).status
            for method, path in found
            for headers in DISGUISES
            for query in queries
        ]

    statuses = asyncio.run(attack())
    assert len(statuses) > 800
    assert set(statuses) == {401}
    assert target.files() == before


def test_the_read_token_writes_nothing_by_any_request(target: Target) -> None:
    before = target.files()
    writing = [route for route in routes(str(target.folder / "in")) if route[0] not in READING]
    shown = {"Authorization": f"Bearer {READER}", "Tus-Resumable": "1.0.0"}

    async def attack() -> list[int]:
        attacker = Attacker(target.app)
        opened = await attacker.ask("POST", "/api/session", {}, {"token": READER})
        cookie = opened.headers[b"set-cookie"].decode().partition(";")[0]
        return [
            (await attacker.ask(method, _filled(path), {**headers, **override})).status
            for method, path in writing
            for headers in (shown, {"Cookie": cookie, "Tus-Resumable": "1.0.0"}, {**shown, "Cookie": cookie})
            for override in ({}, {"X-HTTP-Method-Override": method})
        ]

    statuses = asyncio.run(attack())
    assert len(statuses) == 6 * len(writing)
    assert set(statuses) == {401}
    after = target.files()
    del after["out-tokens.json"]  # the key of the session, which it may begin
    assert after == before


def _filled(template: str) -> str:
    return template.replace("{name:path}", "film").replace("{upload}", "0" * 32)


def test_no_path_climbs_out_of_the_store(target: Target) -> None:
    before = target.files()
    forms = {form for climb in CLIMBS for form in (climb, quote(climb), quote(climb, safe=""), f"{climb}/film")}
    paths = [place.format(form) for place in PLACES for form in sorted(forms) if form.isascii()]

    async def attack() -> dict[tuple[str, str], Answer]:
        attacker = Attacker(target.app)
        return {
            (token, path): await attacker.ask("GET", path, {"Authorization": f"Bearer {token}"})
            for token in (READER, TOKEN)
            for path in paths
        }

    answers = asyncio.run(attack())
    assert len(answers) > 3000
    assert [path for path, answer in answers.items() if SECRET.encode() in answer.body] == []
    nothing = (b'{"videos":[],"next":null}', b"event: gone")
    found = [path for path, answer in answers.items() if answer.status == 200 and not answer.body.startswith(nothing)]
    assert found == []
    assert {answer.status for answer in answers.values()} <= {200, 404, 405, 412, 422}
    assert target.files() == before


def test_no_uploads_name_climbs_out_of_the_source(target: Target) -> None:
    before = target.files()
    outside = (target.folder / "secret" / "film.mp4").as_uri()
    asked = [
        {kind: f"{start}{name}"}
        for climb in CLIMBS
        for name in (f"{climb}.mp4", f"{climb}/film.mp4", climb)
        for kind, start in (("key", ""), ("url", "file://"), ("url", f"{(target.folder / 'in').as_uri()}/"))
    ] + [{"url": outside}, {"url": outside.replace("/secret", "/in/../secret")}]

    async def attack() -> dict[str, Answer]:
        attacker = Attacker(target.app)
        shown = {"Authorization": f"Bearer {TOKEN}"}
        return {json.dumps(sent): await attacker.ask("POST", "/api/videos", shown, sent) for sent in asked}

    answers = asyncio.run(attack())
    assert len(answers) > 200
    assert {sent: answer for sent, answer in answers.items() if answer.status not in (404, 422)} == {}
    assert target.files() == before
