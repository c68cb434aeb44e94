"""Sessions: what a browser holds in place of a token, for one service, until it is ended."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from flickbook.settings import Settings, Web
from flickbook.web.app import make_app
from flickbook.web.sessions import MAX_A_CLIENT, MAX_SESSIONS, SESSION_SECONDS, Sessions
from tests import clips
from tests.web.asgi import Asker
from tests.web.browser import REFUSALS, until, visit
from tests.web.server import Serving
from tests.web.test_guesses import Clock

pytestmark = pytest.mark.attack

_PICTURE = "fetch('v/film/film-0.gif', { cache: 'no-store' })"


def client(folder: Path, url: str = "http://localhost") -> Asker:
    """Ask a service of its own, which has the same tokens as the others."""
    web = Web(token="write", read_token="read", source=str(folder), out=folder.as_uri())
    return Asker(make_app(Settings(web=web)), url=url)


def open_session(asker: Asker) -> str:
    """Return the cookie as it is sent back."""
    answer = asker.post("/api/session", json={"token": "read"})
    assert answer.status_code == 204
    return answer.headers["set-cookie"].partition(";")[0]


def status(asker: Asker, cookie: str) -> int:
    asker.cookies.clear()
    return asker.get("/api/videos", headers={"Cookie": cookie}).status_code


def holding(sessions: Sessions, value: str) -> bool:
    return sessions.has({"type": "http", "headers": [(b"cookie", f"a=b; {sessions.cookie}={value}".encode())]})


def test_two_services_on_one_host_keep_their_cookies_apart(tmp_path: Path) -> None:
    one, other = client(tmp_path), client(tmp_path)
    cookies = [open_session(one), open_session(other)]
    assert len({cookie.partition("=")[0] for cookie in cookies}) == 2
    both = "; ".join(cookies)
    assert (status(one, both), status(other, both)) == (200, 200)
    assert (status(one, cookies[1]), status(other, cookies[0])) == (401, 401)


def test_a_session_that_was_ended_is_worth_nothing_wherever_its_cookie_was_copied_to(tmp_path: Path) -> None:
    asker = client(tmp_path)
    copied, another = open_session(asker), open_session(asker)
    asker.cookies.clear()
    ended = asker.delete("/api/session", headers={"Cookie": copied})
    assert (ended.status_code, "Max-Age=0" in ended.headers["set-cookie"]) == (204, True)
    assert (status(asker, copied), status(asker, another)) == (401, 200)


def test_a_cookie_holds_neither_a_token_nor_anything_by_which_one_could_be_tried(tmp_path: Path) -> None:
    cookies = [open_session(client(tmp_path)) for _ in range(2)]
    names, values = zip(*(cookie.split("=", 1) for cookie in cookies), strict=True)
    assert len({*names, *values}) == 4, "the same tokens give other cookies each time"
    assert min(map(len, values)) >= 43


def test_over_tls_a_cookie_goes_over_tls_only(tmp_path: Path) -> None:
    for scheme, secure in (("http", False), ("https", True)):
        answer = client(tmp_path, f"{scheme}://localhost").post("/api/session", json={"token": "read"})
        assert ("Secure" in answer.headers["set-cookie"].split("; ")) == secure


@pytest.mark.xdist_group("closed")
def test_a_proxy_on_this_machine_is_believed_that_it_does_tls(closed: Serving) -> None:
    sent = {"X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.1"}
    answer = closed.stranger.post("/api/session", json={"token": "reader"}, headers=sent)
    closed.stranger.cookies.clear()
    assert "Secure" in answer.headers["set-cookie"].split("; ")


def test_a_session_ends_after_a_week() -> None:
    clock = Clock()
    sessions = Sessions(clock)
    value = sessions.open("client")
    clock.now += SESSION_SECONDS - 1
    assert holding(sessions, value)
    clock.now += 1
    assert not holding(sessions, value)


def test_of_too_many_sessions_of_a_client_its_oldest_end_and_no_others() -> None:
    sessions = Sessions(Clock())
    other = sessions.open("other")
    first, second = sessions.open("client"), sessions.open("client")
    for _ in range(MAX_A_CLIENT - 1):
        sessions.open("client")
    assert [holding(sessions, value) for value in (other, first, second)] == [True, False, True]


def test_of_too_many_sessions_in_all_the_oldest_end() -> None:
    sessions = Sessions(Clock())
    first, second = sessions.open("first"), sessions.open("second")
    for number in range(MAX_SESSIONS - 1):
        sessions.open(f"{number}")
    assert (holding(sessions, first), holding(sessions, second)) == (False, True)


@pytest.mark.xdist_group("closed")
def test_a_page_whose_session_ended_opens_another_with_the_token_it_holds(closed: Serving, browser: Browser) -> None:
    clips.make(closed.source / "film.mp4", frames=30)
    closed.take("film.mp4")
    closed.wait_for("film")
    with visit(browser, f"{closed.url}/#token=reader", tolerated=REFUSALS) as page:
        until(page.locator(".card img").first, "image => image.complete && image.naturalWidth > 0")
        # As a service does that starts anew.
        assert page.evaluate("fetch('api/session', { method: 'DELETE' }).then((answer) => answer.status)") == 204
        assert page.evaluate(f"{_PICTURE}.then((answer) => answer.status)") == 401
        with page.expect_response(lambda heard: heard.request.method == "POST" and heard.status == 204):
            page.evaluate("document.body.append(Object.assign(new Image(), { src: 'v/film/film-0.gif?another' }))")
        assert page.evaluate(f"{_PICTURE}.then((answer) => answer.status)") == 200
        until(page.locator(".card img").first, "image => image.complete && image.naturalWidth > 0")
