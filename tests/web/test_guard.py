"""Every route needs a token, except those listed here."""

import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx
import pytest
from starlette.routing import BaseRoute, Mount

from flickbook.cli.serve import serve, warn_if_open
from flickbook.core.settings import Cluster, Engine, Web
from flickbook.engines.configuration import Settings
from flickbook.errors import UsageError
from flickbook.web.app import make_app
from flickbook.web.guard import Guard, known_names
from flickbook.web.token_file import digest_of
from tests.web.asgi import served
from tests.web.conftest import Closed

# Open routes: sessions, tus's options, health, the OpenAPI document, and the page.
OPEN = {
    ("GET", "/api/session"),
    ("POST", "/api/session"),
    ("DELETE", "/api/session"),
    ("OPTIONS", "/api/videos"),
    ("POST", "/api/hooks/bucket"),  # which has a secret of its own, or is not there
    ("GET", "/healthz"),
    ("GET", "/openapi.json"),
    ("GET", "/"),
}
OPEN |= {("HEAD", path) for method, path in OPEN if method == "GET" and path != "/"}
READING = {"GET", "HEAD"}

pytestmark = pytest.mark.attack


def walk(routes: Sequence[BaseRoute]) -> Iterator[tuple[str, str]]:
    """Yield the method and path of every route of an app; a mount counts as GET."""
    for route in routes:
        # FastAPI keeps a router that was included as one route.
        included = getattr(route, "original_router", None)
        if included is not None:
            yield from walk(included.routes)
        elif isinstance(route, Mount):
            yield "GET", f"{route.path}/x"
        else:
            yield from ((method, getattr(route, "path", "")) for method in getattr(route, "methods", None) or ())


def routes(folder: str) -> list[tuple[str, str]]:
    found = set(walk(make_app(Settings(web=Web(token="t", source=folder))).routes))
    assert len(found) > 15
    # The page and its files are mounted at the root; pictures are taken out before any route.
    return sorted((found | {("GET", "/v/x")}) - OPEN - {("GET", "/x")})


def ask(client: httpx.Client, method: str, path: str, **headers: str) -> int:
    path = path.replace("{name:path}", "a").replace("{upload}", "a").replace("{name}", "a")
    query = "?name=a" if path == "/api/events" else ""
    return client.request(method, path + query, headers=headers).status_code


def test_no_route_answers_without_a_token_unless_it_is_listed(closed: Closed) -> None:
    found = routes(str(closed.source))
    assert ("DELETE", "/api/videos/{name:path}") in found
    assert {ask(closed.stranger, *route) for route in found} == {401}
    assert {ask(closed.stranger, *route, Authorization="Bearer wrong") for route in found} == {401}
    assert {ask(closed.stranger, *route, Cookie="flickbook=reader") for route in found} == {401}
    for route in OPEN - {("POST", "/api/session")}:
        assert ask(closed.stranger, *route) != 401


def test_the_read_token_allows_no_writing(closed: Closed) -> None:
    for method, path in routes(str(closed.source)):
        # The offset of an upload and the list of tokens need the write token.
        reads = method in READING and not path.startswith(("/api/uploads", "/api/tokens"))
        status = ask(closed.stranger, method, path, Authorization="Bearer reader")
        assert (status != 401) == reads, (method, path)


def test_the_routes_of_a_cluster_and_the_hook_need_their_tokens(tmp_path: Path) -> None:
    web = Web(token="t", read_token="r", hook_secret="s", source=str(tmp_path), out=str(tmp_path))
    cluster = Settings(web=web, engine=Engine(engine="celery"), cluster=Cluster(broker="amqp://127.0.0.1:9//"))
    with served(make_app(cluster)) as url, httpx.Client(base_url=url) as stranger:
        for route in (("GET", "/api/cluster"), ("GET", "/api/dead"), ("POST", "/api/hooks/bucket")):
            assert ask(stranger, *route) == 401
            assert ask(stranger, *route, Authorization="Bearer wrong") == 401
        for token in ("r", "s"):
            assert ask(stranger, "POST", "/api/dead/redrive", Authorization=f"Bearer {token}") == 401


def test_a_cookie_allows_reading_only_and_does_not_contain_the_token(closed: Closed) -> None:
    with httpx.Client(base_url=closed.url) as browser:
        assert browser.post("/api/session", json={"token": "wrong"}).status_code == 401
        assert browser.get("/api/session").json()["reads"] is False
        opened = browser.post("/api/session", json={"token": closed.token})
        assert opened.status_code == 204
        cookie = opened.headers["set-cookie"]
        assert closed.token not in cookie
        assert {"HttpOnly", "SameSite=strict", "Path=/"} <= set(cookie.split("; "))
        session = browser.get("/api/session").json()
        assert (session["reads"], session["writes"]) == (True, False)
        assert browser.get("/api/videos").status_code == 200
        assert browser.delete("/api/videos/a").status_code == 401
        assert browser.post("/api/videos", json={"key": "a.mp4"}).status_code == 401
        assert browser.delete("/api/session").status_code == 204
        assert browser.get("/api/videos").status_code == 401


@pytest.mark.parametrize(("host", "read_token"), [("127.0.0.1", ""), ("0.0.0.0", "reader")])
def test_no_warning_is_printed_for_a_service_that_only_this_machine_reaches(
    host: str, read_token: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server((host, 0)) as listening:
        warn_if_open(Web(read_token=read_token), listening)
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("proxy", ["ingress", "*", "10.0.0.1/8", "127.0.0.1:80"])
def test_a_proxy_without_an_address_is_refused(proxy: str) -> None:
    with pytest.raises(UsageError, match="proxies: contains an invalid address"):
        serve({"proxies": ("::1", "10.0.0.0/24", proxy)})


@pytest.mark.parametrize(
    "host", ["localhost", "LOCALHOST.:8000", "127.0.0.1:8000", "[::1]:8000", "app.localhost", "films.example", ""]
)
def test_everybody_may_read_by_a_known_host_name(host: str) -> None:
    guard = Guard("t", "", known_names("127.0.0.1", ("Films.Example",)))
    assert guard.may_read(_asked_by(host))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1.evil.example:8000", "localhost.evil.example", "localhost@evil.example", "[::1", "x"],
)
def test_a_foreign_host_name_that_resolves_to_the_service_may_not_read(host: str) -> None:
    guard = Guard("t", "", known_names("127.0.0.1", ()))
    assert not guard.may_read(_asked_by(host))
    assert guard.may_read(_asked_by(host, authorization="Bearer t"))
    assert guard.may_read(
        _asked_by(host, cookie=f"{guard.sessions.cookie}={guard.sessions.open('--token', digest_of('t'))}")
    )


def test_host_names_of_a_service_on_all_addresses_are_unknown_unless_configured() -> None:
    assert known_names("0.0.0.0", ()) is None
    assert Guard("t", "").may_read(_asked_by("films.lan"))
    assert not Guard("t", "", known_names("0.0.0.0", ("films.lan",))).may_read(_asked_by("evil.example"))


def _asked_by(host: str, **headers: str) -> dict[str, object]:
    sent = {"host": host, **headers}
    return {"type": "http", "headers": [(name.encode(), value.encode()) for name, value in sent.items()]}
