"""Notifications of buckets: of a real SeaweedFS, and captured ones of all other kinds."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from urllib.parse import quote
from urllib.request import HTTPBasicAuthHandler, HTTPPasswordMgrWithDefaultRealm, Request, build_opener

import httpx
import obstore
import pytest

from flickbook.core.settings import Limits, Web
from flickbook.engines.configuration import Settings
from flickbook.engines.orders import plan_source
from flickbook.errors import UsageError
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from flickbook.web.app import make_app
from flickbook.web.hook import PATH, sns_host
from scripts.process import free_ports
from scripts.services import seaweed, store_environ
from tests import clips
from tests.notifications.samples import PAYLOADS, UPLOADS
from tests.storage.seaweed import bucket
from tests.tools import small_disk_at
from tests.waiting import LONG, until
from tests.web.asgi import Asker
from tests.web.conftest import HOOK_SECRET as SECRET
from tests.web.server import Serving, start, wait_until_known

BEARER = {"Authorization": f"Bearer {SECRET}"}
EMPTY: dict[str, list[object]] = {"taken": [], "refused": []}

pytestmark = pytest.mark.xdist_group("hook")


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """A SeaweedFS that sends notifications to a port on which nothing listens yet."""
    (port,) = free_ports(1)
    with pytest.MonkeyPatch.context() as patch:
        for name, value in (("ENABLED", "true"), ("ENDPOINT", _url(port)), ("BEARER_TOKEN", SECRET)):
            patch.setenv(f"WEED_NOTIFICATION_WEBHOOK_{name}", value)
        with seaweed(tmp_path_factory.mktemp("announcing"), ["films"]) as server:
            yield server.url, port


@pytest.fixture(scope="module")
def serving(store: tuple[str, int], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    endpoint, port = store
    folder = tmp_path_factory.mktemp("hook")
    environ = {**store_environ(endpoint), "FLICKBOOK_HOOK_SECRET": SECRET, "FLICKBOOK_SPOOL": str(folder / "spool")}
    with start("s3://films", folder / "out", "--port", str(port), environ=environ) as serving:
        yield serving
    assert SECRET not in serving.log.read_text()


def _is_made(serving: Serving, name: str, snippets: int) -> bool:
    seen = serving.detail(name)
    return bool(seen["state"] == "complete" and seen["snippets"] == snippets)


def _url(port: int) -> str:
    return f"http://127.0.0.1:{port}{PATH}"


def test_a_video_put_into_a_real_bucket_is_made_and_made_again_when_replaced(
    serving: Serving, store: tuple[str, int], tmp_path: Path
) -> None:
    for frames, snippets in ((30, 2), (60, 3)):
        film = clips.make(tmp_path / "film.mp4", frames=frames).read_bytes()
        obstore.put(bucket(store[0], "films"), "shows/a film.mp4", film)
        wait_until_known(serving, "shows/a film")
        until(partial(_is_made, serving, "shows/a film", snippets), "the film", pause=0.1)


def test_names_with_special_characters_of_urls_are_ordered_from_a_bucket(
    serving: Serving, store: tuple[str, int], tmp_path: Path
) -> None:
    film = clips.make(tmp_path / "film.mp4", frames=30).read_bytes()
    names = ["odd/film #1", "odd/what?", "odd/a%2Fb"]
    for name in names:
        obstore.put(bucket(store[0], "films"), f"{name}.mp4", film)
    for name in names:
        wait_until_known(serving, quote(name))
        assert serving.wait_for(quote(name))["name"] == name


def test_every_captured_notification_is_understood_and_a_repetition_changes_nothing(
    serving: Serving, store: tuple[str, int], tmp_path: Path
) -> None:
    film = clips.make(tmp_path / "film.mp4", frames=30).read_bytes()
    keys = {source.url.removeprefix("s3://films/") for found in UPLOADS.values() for source in found}
    there = sorted(key for key in keys if "://" not in key and key.endswith(".mp4"))
    for key in there:
        obstore.put(bucket(store[0], "films"), key, film)
    # All but the one upon which the service would request a URL of AWS.
    for path in set(PAYLOADS.glob("*.json")) - {PAYLOADS / "sns-subscription-confirmation.json"}:
        expected = {source.url for source in UPLOADS.get(path.stem, [])}
        for _ in range(2):
            answer = serving.stranger.post(PATH, content=path.read_bytes(), headers=BEARER)
            assert answer.status_code == 200, (path.stem, answer.text)
            if "validationResponse" in answer.json():
                continue
            refused = {video["url"] for video in answer.json()["refused"]}
            taken = {url.removeprefix("s3://films/").rpartition(".")[0] for url in expected - refused}
            assert set(answer.json()["taken"]) == taken
            assert all(url.removeprefix("s3://films/") not in there for url in refused)
    for key in there:
        serving.wait_for(key.removesuffix(".mp4"))


def test_the_secret_is_accepted_in_three_ways_and_no_token_opens_the_hook(serving: Serving) -> None:
    hello = (PAYLOADS / "s3-test-event.json").read_bytes()

    def ask(auth: tuple[str, str] | None = None, headers: dict[str, str] | None = None, query: str = "") -> int:
        given = httpx.BasicAuth(*auth) if auth else httpx.USE_CLIENT_DEFAULT
        answer = serving.stranger.post(PATH, content=hello, auth=given, headers=headers, params={"token": query})
        assert answer.status_code == 401 or answer.json() == EMPTY
        return answer.status_code

    assert (ask(headers=BEARER), ask(auth=("any", SECRET)), ask(query=SECRET)) == (200, 200, 200)
    assert {ask(), ask(headers={"Authorization": f"Bearer {serving.token}"}), ask(auth=(SECRET, "x"))} == {401}
    assert {ask(query="x"), ask(headers={"Authorization": "Basic ~"}), ask(query="ä")} == {401}
    assert serving.stranger.get("/api/videos", headers={"Authorization": f"Bearer {SECRET}"}).status_code == 200
    assert serving.stranger.delete("/api/videos/a", headers=BEARER).status_code == 401


def test_sns_is_challenged_for_the_secret(serving: Serving) -> None:
    """urllib acts as SNS does for `https://any:SECRET@…`: it sends the password only after the answer asks for it."""
    passwords = HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, serving.url, "any", SECRET)
    request = Request(
        serving.url + PATH, (PAYLOADS / "s3-in-sns-over-http.json").read_bytes(), {"Content-Type": "text/plain"}
    )
    with build_opener(HTTPBasicAuthHandler(passwords)).open(request, timeout=LONG) as answer:
        assert (answer.status, set(json.load(answer))) == (200, set(EMPTY))
    refused = serving.stranger.post(PATH, content=b"{}")
    assert (refused.status_code, refused.json()["error"]) == (401, "Unauthorized")
    # No other route accepts the secret as a password.
    assert serving.stranger.delete("/api/videos/a").headers["WWW-Authenticate"] == "Bearer"


def test_a_video_named_several_times_in_a_notification_is_ordered_once(serving: Serving) -> None:
    batch = json.loads((PAYLOADS / "s3-put.json").read_bytes())
    batch["Records"] *= 3
    heard = serving.stranger.post(PATH, json=batch, headers=BEARER).json()
    assert len(heard["taken"]) + len(heard["refused"]) == 1


def test_a_preview_of_a_book_is_not_ordered(
    store: tuple[str, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in store_environ(store[0]).items():
        monkeypatch.setenv(name, value)
    out = "s3://films/books"
    video = clips.make(tmp_path / "film.mp4", frames=15)
    Book(out, "film").adopt(plan_source(video.as_uri(), make_recipe(snippet=1, outputs=["mp4"]), Limits()))
    batch = json.loads((PAYLOADS / "s3-put.json").read_bytes())
    batch["Records"][0]["s3"]["object"]["key"] = "books/film/film-0.mp4"
    settings = Settings(web=Web(token="secret", hook_secret=SECRET, source="s3://films", out=out))
    assert Asker(make_app(settings)).post(PATH, json=batch, headers=BEARER).json() == EMPTY


def test_a_notification_during_a_full_disk_is_answered_503(
    serving: Serving, store: tuple[str, int], tmp_path: Path
) -> None:
    put = (PAYLOADS / "s3-put.json").read_bytes()
    ((source,), film) = UPLOADS["s3-put"], clips.make(tmp_path / "film.mp4", frames=45)
    with small_disk_at(serving.out, "8k"):
        (serving.out / "more").write_bytes(bytes(8192))
        # The bucket itself sends a notification too.
        obstore.put(bucket(store[0], "films"), source.url.removeprefix("s3://films/"), film.read_bytes())
        answer = serving.stranger.post(PATH, content=put, headers=BEARER)
        assert answer.status_code == 503
    heard = serving.stranger.post(PATH, content=put, headers=BEARER).json()
    assert (len(heard["taken"]), heard["refused"]) == (1, [])
    serving.wait_for(heard["taken"][0])


def test_handshakes_are_answered(serving: Serving) -> None:
    code = json.loads((PAYLOADS / "azure-validation.json").read_bytes())[0]["data"]["validationCode"]
    asked = serving.stranger.post(PATH, content=(PAYLOADS / "azure-validation.json").read_bytes(), headers=BEARER)
    assert asked.json() == {"validationResponse": code}
    elsewhere = {"Type": "SubscriptionConfirmation", "SubscribeURL": "http://127.0.0.1/"}
    assert serving.stranger.post(PATH, json=elsewhere, headers=BEARER).status_code == 422


def test_a_body_that_is_no_notification_is_refused(serving: Serving) -> None:
    for body, status in (
        (b"{}", 422),
        (b"[]", 422),
        (b'{"Records": []}', 422),
        (b'[{"eventType": "x"}]', 422),
        (b"[" * 9000, 422),
        (b"\xff", 422),
        (b"", 422),
        (b"x" * 4_000_001, 413),
    ):
        assert serving.stranger.post(PATH, content=body, headers=BEARER).status_code == status


def test_without_a_secret_there_is_no_hook(tmp_path: Path) -> None:
    asker = Asker(make_app(Settings(web=Web(token="secret", source=str(tmp_path), out=str(tmp_path)))))
    answer = asker.post(PATH, json={})
    assert (answer.status_code, answer.json()["error"]) == (404, "NotFound")
    assert "FLICKBOOK_HOOK_SECRET" in answer.json()["message"]
    assert PATH not in asker.get("/openapi.json").json()["paths"]


def test_only_hosts_of_sns_are_requested() -> None:
    good = "https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&Token=1"
    assert sns_host(good) == "sns.eu-west-1.amazonaws.com"
    assert sns_host("https://sns.cn-north-1.amazonaws.com.cn/?a=b") == "sns.cn-north-1.amazonaws.com.cn"
    for url in (
        good.replace("https", "http"),
        good.replace(".com/", ".com.evil.example/"),
        good.replace(".com/", ".com:8443/"),
        good.replace("https://", "https://user@"),
        good.replace("https://sns.", "https://evil.example/sns."),
        good.replace("https://sns.", "https://evil-sns."),
        good.replace("/?", "\r\nHost: evil.example/?"),
        "https://[/",
        "",
    ):
        with pytest.raises(UsageError):
            sns_host(url)
