"""Tokens cannot be guessed: wrong ones are counted for each client."""

import pytest
from starlette.types import ASGIApp

from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.errors import TooManyGuesses
from flickbook.web.app import make_app
from flickbook.web.guesses import GUESS_SECONDS, GUESSES, MAX_CLIENTS, Guesses, client_of
from flickbook.web.hook import PATH as HOOK
from tests.web.asgi import Asker

pytestmark = pytest.mark.attack


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def guess(guesses: Guesses, client: str, *tokens: str) -> None:
    for token in tokens:
        guesses.check(client, token)
        guesses.add(client, token)


def test_after_ten_wrong_tokens_a_client_may_try_another_every_six_seconds() -> None:
    clock = Clock()
    guesses = Guesses(clock)
    guess(guesses, "192.0.2.1", *map(str, range(GUESSES)))
    for number in range(3):
        with pytest.raises(TooManyGuesses):
            guesses.check("192.0.2.1", "next")
        clock.now += GUESS_SECONDS
        guess(guesses, "192.0.2.1", f"more {number}")
    guess(guesses, "192.0.2.2", "x")
    clock.now += GUESSES * GUESS_SECONDS
    guess(guesses, "192.0.2.1", *map(str, range(100, 100 + GUESSES)))


def test_an_old_page_that_sends_the_same_old_token_for_hours_guesses_once() -> None:
    guesses = Guesses(Clock())
    guess(guesses, "192.0.2.1", *["old"] * 1000)


def test_only_the_most_recent_clients_are_remembered() -> None:
    guesses = Guesses(Clock())
    guess(guesses, "first", *map(str, range(GUESSES)))
    for number in range(MAX_CLIENTS - 1):
        guesses.add(str(number), "x")
    with pytest.raises(TooManyGuesses):
        guesses.check("first", "next")
    guesses.add("one more", "x")
    guesses.check("first", "next")


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown" * 1000, ""),
        (None, ""),
    ],
)
def test_a_client_is_an_ipv4_address_or_an_ipv6_network(address: str | None, client: str) -> None:
    assert client_of({"type": "http", "client": address and (address, 1)}) == client


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> ASGIApp:
    folder = tmp_path_factory.mktemp("guesses")
    for name in ("in", "out"):
        (folder / name).mkdir()
    web = Web(
        token="write",
        read_token="read",
        hook_secret="hook",
        source=str(folder / "in"),
        out=(folder / "out").as_uri(),
    )
    return make_app(Settings(web=web))


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@pytest.mark.parametrize("way", ["header", "session", "hook", "picture", "shown"])
def test_a_client_that_guesses_is_answered_429_until_it_waits_in_every_way_to_send_a_token(
    way: str, app: ASGIApp
) -> None:
    address = {"header": "1", "session": "2", "hook": "3", "picture": "4", "shown": "5"}[way]
    guesser, other = Asker(app, f"192.0.2.{address}"), Asker(app, f"198.51.100.{address}")

    def show(asker: Asker, token: str) -> int:
        answer = {
            "header": lambda: asker.delete("/api/videos/film", headers=bearer(token)),
            "session": lambda: asker.post("/api/session", json={"token": token}),
            "hook": lambda: asker.post(HOOK, params={"token": token}, content=b"{}"),
            "picture": lambda: asker.get("/v/film/film-0.gif", headers=bearer(token)),
            "shown": lambda: asker.get("/api/session", headers=bearer(token)),
        }[way]()
        if answer.status_code == 429:
            assert answer.json()["error"] == "TooManyGuesses"
            assert answer.headers["retry-after"] == "6"
        return answer.status_code

    good = {"header": "write", "session": "read", "hook": "hook", "picture": "read", "shown": "read"}[way]
    right, wrong = show(guesser, good), show(guesser, "guess 0")
    assert right != 429
    assert wrong == (200 if way == "shown" else 401)
    assert {show(guesser, f"guess {number}") for number in range(1, GUESSES)} == {wrong}
    assert show(guesser, f"guess {GUESSES}") == 429
    assert show(guesser, good) == 429
    assert guesser.post("/api/session", json={"token": "write"}).status_code == 429
    assert guesser.post(HOOK, content=b"{}", headers=bearer("hook")).status_code == 429
    assert guesser.post("/api/session", content=b"[", headers=bearer("write")).status_code == 429
    assert show(other, good) == right


def test_requests_without_a_token_or_with_a_session_are_not_limited_by_guesses(app: ASGIApp) -> None:
    viewer, guesser = Asker(app, "203.0.113.1"), Asker(app, "203.0.113.1")
    assert viewer.post("/api/session", json={"token": "read"}).status_code == 204
    for number in range(GUESSES + 1):
        status = guesser.post("/api/session", json={"token": f"guess {number}"}).status_code
    assert status == 429
    assert viewer.get("/api/videos").status_code == 200
    assert viewer.get("/v/film/film-0.gif").status_code == 404
    assert [guesser.get(path).status_code for path in ("/", "/openapi.json", "/api/session", "/api/videos")] == [
        *(200, 200, 200),
        401,
    ]


def test_a_token_for_something_else_is_no_guess(app: ASGIApp) -> None:
    asker = Asker(app, "203.0.113.2")
    for _ in range(2 * GUESSES):
        assert asker.delete("/api/videos/a", headers=bearer("read")).status_code == 401
        assert asker.get("/api/videos", headers=bearer("hook")).status_code == 401
        assert asker.post(HOOK, content=b"{}", headers=bearer("write")).status_code == 401
    assert asker.get("/api/videos", headers=bearer("read")).status_code == 200
