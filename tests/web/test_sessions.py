"""Sessions: a browser's cookie in place of a token, for one service, until the session ends."""

from pathlib import Path

import pytest

from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.web import sessions as sessions_module
from flickbook.web.app import make_app
from flickbook.web.sessions import SESSION_SECONDS, Sessions
from flickbook.web.token_file import TokenFile
from tests.web.asgi import Asker
from tests.web.server import Serving
from tests.web.test_guesses import Clock

pytestmark = pytest.mark.attack


def client(folder: Path, url: str = "http://localhost") -> Asker:
    """Return a client of a new service, which has the same tokens as the others."""
    web = Web(token="write", read_token="read", source=str(folder), out=folder.as_uri())
    return Asker(make_app(Settings(web=web)), url=url)


def open_session(asker: Asker) -> str:
    """Open a session, and return its cookie as a browser sends it back."""
    answer = asker.post("/api/session", json={"token": "read"})
    assert answer.status_code == 204
    return answer.headers["set-cookie"].partition(";")[0]


def status(asker: Asker, cookie: str) -> int:
    asker.cookies.clear()
    return asker.get("/api/videos", headers={"Cookie": cookie}).status_code


def asked_with(sessions: Sessions, value: str) -> dict[str, object]:
    return {"type": "http", "headers": [(b"cookie", f"a=b; {sessions.cookie}={value}".encode("latin-1"))]}


def holding(sessions: Sessions, value: str) -> bool:
    return sessions.find(asked_with(sessions, value)) is not None


def test_two_services_on_one_host_keep_their_cookies_apart(tmp_path: Path) -> None:
    first, other = client(tmp_path / "first"), client(tmp_path / "other")
    cookies = [open_session(first), open_session(other)]
    assert len({cookie.partition("=")[0] for cookie in cookies}) == 2
    both = "; ".join(cookies)
    assert (status(first, both), status(other, both)) == (200, 200)
    assert (status(first, cookies[1]), status(other, cookies[0])) == (401, 401)


def test_the_cookie_of_an_ended_session_is_invalid_also_its_copies(tmp_path: Path) -> None:
    asker = client(tmp_path)
    copied, another = open_session(asker), open_session(asker)
    asker.cookies.clear()
    ended = asker.delete("/api/session", headers={"Cookie": copied})
    assert (ended.status_code, "Max-Age=0" in ended.headers["set-cookie"]) == (204, True)
    assert (status(asker, copied), status(asker, another)) == (401, 200)


def test_a_cookie_has_neither_a_token_nor_a_digest_of_one(tmp_path: Path) -> None:
    cookies = [open_session(client(tmp_path / folder)) for folder in ("first", "other")]
    names, values = zip(*(cookie.split("=", 1) for cookie in cookies), strict=True)
    assert len({*names, *values}) == 4, "the same tokens give other cookies each time"
    assert min(map(len, values)) >= 43


def test_a_cookie_set_over_tls_is_sent_over_tls_only(tmp_path: Path) -> None:
    for scheme, secure in (("http", False), ("https", True)):
        answer = client(tmp_path, f"{scheme}://localhost").post("/api/session", json={"token": "read"})
        assert ("Secure" in answer.headers["set-cookie"].split("; ")) == secure


@pytest.mark.xdist_group("service")
def test_a_proxy_on_this_machine_is_believed_about_tls(service: Serving) -> None:
    sent = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.1"}
    answer = service.stranger.post("/api/session", json={"token": service.token}, headers=sent)
    service.stranger.cookies.clear()
    assert "Secure" in answer.headers["set-cookie"].split("; ")


def test_a_session_ends_after_a_week() -> None:
    clock = Clock()
    sessions = Sessions(TokenFile(), {"tv": "digest"}.get, clock)
    value = sessions.open("tv", "digest")
    clock.now += SESSION_SECONDS - 1
    assert holding(sessions, value)
    clock.now += 1
    assert not holding(sessions, value)


def test_a_cookie_is_valid_only_as_it_was_signed() -> None:
    digests = {"tv": "first", "other": "other"}
    sessions = Sessions(TokenFile(), digests.get, Clock())
    value = sessions.open("tv", "first")
    session, expires, signature, name = value.split(".")
    assert holding(sessions, value)
    for forged in (
        f"{session}.{int(expires) + 1}.{signature}.{name}",
        f"x{session}.{expires}.{signature}.{name}",
        f"{session}.{expires}.{signature}.other",
        f"{session}.{expires}.{signature}.unknown",
        f"{session}.{expires}.{signature}\u00ff.{name}",
        f"{session}.{expires}..{name}",
        f"{session}.{'9' * 500}.{signature}.{name}",
        f"{session}.-1.{signature}.{name}",
        "...",
        "",
    ):
        assert not holding(sessions, forged), forged
    digests["tv"] = "another token of the same name"
    assert not holding(sessions, value)


def test_when_very_many_sessions_were_ended_all_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list of ended sessions stays short, and no session in it becomes valid again."""
    monkeypatch.setattr(sessions_module, "MAX_ENDED", 3)
    sessions = Sessions(TokenFile(tmp_path / "tokens.json"), {"tv": "digest"}.get)
    values = [sessions.open("tv", "digest") for _ in range(5)]
    for value in values[:4]:
        assert holding(sessions, value)
        sessions.close(asked_with(sessions, value))
    assert not any(holding(sessions, value) for value in values)
    assert holding(sessions, sessions.open("tv", "digest"))


def test_a_service_without_a_cluster_names_its_engine_and_has_no_cluster_routes(tmp_path: Path) -> None:
    asker = client(tmp_path)
    shown = {"Authorization": "Bearer read"}
    assert asker.get("/api/session", headers=shown).json()["engine"] == "pool"
    assert asker.get("/api/cluster", headers=shown).status_code == 404
