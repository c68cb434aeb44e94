"""Pictures by URL, asked of a service: who gets which, how often they are made, and what becomes of them."""

import io
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import httpx
import numpy as np
import pytest
from PIL import Image

from flickbook.core.settings import Engine, Images, Web
from flickbook.engines.configuration import Settings
from flickbook.engines.local import imager
from flickbook.errors import SourceMissing
from flickbook.images.signing import sign_url
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from flickbook.web.app import make_app
from tests import books, clips
from tests.engines.image_killers import CRASHING, counted, poisoned
from tests.waiting import LONG, until
from tests.web.asgi import served
from tests.web.conftest import Closed

# One service serves them all.
pytestmark = pytest.mark.xdist_group("images")

KEYS = {"new": "a secret of the operator", "old": "an older secret of his"}
FRAMES = 50


class Open(NamedTuple):
    """A service that makes pictures for everybody, and a client without a token."""

    folder: Path
    client: httpx.Client

    def frame(self, path: str) -> int:
        """Return the number of the frame in a picture."""
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        with Image.open(io.BytesIO(answer.content)) as image:
            return clips.read(np.asarray(image.convert("RGB")))

    @property
    def images(self) -> Path:
        return self.folder / "out" / ".flickbook" / "images"

    def stored(self) -> list[Path]:
        """List the stored pictures."""
        return [path for path in self.images.rglob("*") if path.is_file()]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Open]:
    folder = tmp_path_factory.mktemp("open")
    (folder / "in" / "a show").mkdir(parents=True)
    (folder / "archive").mkdir()
    film = clips.make(folder / "in" / "a show" / "film.mp4", frames=FRAMES)
    books.render(film, folder / "out" / "a show", make_recipe(snippet=1, size=64, tile_width=32))
    allow = (str(folder / "archive"),)
    web = Web(token="secret", source=str(folder / "in"), out=str(folder / "out"), allow=allow, min_free_bytes=0)
    keys = tuple(f"{key}:{secret}" for key, secret in KEYS.items())
    images = Images(image_workers=1, image_keys=keys, image_open=True)
    app = make_app(Settings(web=web, engine=Engine(workers=1), images=images))
    with served(app, lifespan="on") as url, httpx.Client(base_url=url, timeout=LONG) as client:
        yield Open(folder, client)


def signed(url: str, seconds: int = 60, key: str = "new") -> str:
    """Sign a URL for some seconds."""
    return sign_url(url, key, KEYS[key], time.time() + seconds)


def test_both_forms_of_url_give_the_picture(opened: Open) -> None:
    assert opened.frame("/image/a%20show/film/thumbnail.png?time=1") == 25
    assert opened.frame("/a%20show/film/thumbnails/thumbnail.jpg?time=1s&height=90") == 25
    gif = opened.client.get("/a%20show/film/thumbnails/thumbnail.gif?time=1s")
    assert (gif.headers["content-type"], gif.content[:6]) == ("image/gif", b"GIF89a")
    assert opened.client.get("/image/a%20show/film/animated.mp4", headers={"Range": "bytes=4-7"}).content == b"ftyp"


def test_an_answer_can_be_cached_and_asked_for_again(opened: Open) -> None:
    url = "/image/a%20show/film/thumbnail.webp?width=160"
    first = opened.client.get(url)
    assert first.headers["content-type"] == "image/webp"
    assert first.headers["cache-control"] == "public, max-age=300, stale-while-revalidate=86400"
    again = opened.client.get(url, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    head = opened.client.head(url)
    assert (head.headers["etag"], head.headers["content-length"]) == (first.headers["etag"], str(len(first.content)))
    assert opened.client.post(url).status_code == 405


def test_a_stored_picture_is_answered_without_work(opened: Open) -> None:
    url = "/image/a%20show/film/thumbnail.avif?width=160"
    first = opened.client.get(url)
    (path,) = [path for path in opened.stored() if path.suffix == ".avif"]
    path.write_bytes(b"as it is stored")
    assert (first.status_code, opened.client.get(url).content) == (200, b"as it is stored")
    path.unlink()


def test_what_many_ask_for_at_once_is_made_once(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imager, "make_image", counted)
    # Two times after the end are the same picture.
    urls = [signed(f"/image/a%20show/film/thumbnail.jpg?time={time}&width=80") for time in (8, 9)] * 20
    with ThreadPoolExecutor(len(urls)) as threads:
        answers = list(threads.map(opened.client.get, urls))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.content for answer in answers}) == 1
    assert len((opened.folder / "out" / "made").read_text().splitlines()) == 1


def test_a_video_of_the_source_needs_no_book(opened: Open) -> None:
    clip = clips.make(opened.folder / "in" / "a show" / "new.mp4", frames=FRAMES)
    url = "/image/a%20show/new.mp4/thumbnail.png?time=1"
    assert opened.frame(signed(url)) == 25
    with_token = opened.client.get(url, headers={"Authorization": "Bearer secret"})
    assert with_token.headers["cache-control"].startswith("private")
    gif = opened.client.get(signed("/a%20show/new.mp4/thumbnails/thumbnail.gif?duration=1s"))
    assert (gif.status_code, gif.content[:6]) == (200, b"GIF89a")
    # Not even `image_open` tells everybody which videos there are.
    unknown = opened.client.get(url.replace("new", "none")).json()["message"]
    assert opened.client.get(url).json()["message"] == unknown.replace("none", "new")
    clips.make(clip, pictures=[clips.paint(number, 320, 180) for number in range(100, 100 + FRAMES)])
    until(lambda: opened.frame(signed(url)) == 125, "the picture of the new version")
    clip.unlink()
    until(lambda: opened.client.get(signed(url)).status_code == 404, "the end of the deleted video")


def test_a_video_below_an_allowed_url_needs_no_book(opened: Open) -> None:
    clip = clips.make(opened.folder / "archive" / "old.mp4", frames=FRAMES)
    url = f"/image/{quote(clip.as_uri(), safe='')}/thumbnail.png?time=1"
    assert opened.frame(signed(url)) == 25
    board = opened.client.get(signed(url.replace("thumbnail.png?time=1", "storyboard.vtt")))
    assert (board.status_code, "has no storyboard" in board.json()["message"]) == (404, True)
    assert opened.client.get(url).status_code == 404


@pytest.mark.attack
def test_no_other_video_can_be_read(opened: Open) -> None:
    clip = clips.make(opened.folder / "private.mp4", frames=FRAMES)
    for name in (clip.as_uri(), f"{opened.folder.as_uri()}/archive/%2e%2e/private.mp4", "http://127.0.0.1:1/a.mp4"):
        answer = opened.client.get(signed(f"/image/{quote(name, safe='')}/thumbnail.png"))
        assert (answer.status_code, answer.json()["error"]) == (422, "SourceDenied"), answer.text
    with pytest.raises(SourceMissing, match="names no picture"):
        signed("/image/%2E%2E/private.mp4/thumbnail.png")


def test_the_storyboard_is_that_of_the_book(opened: Open) -> None:
    book = opened.folder / "out" / "a show" / "film"
    base = "/image/a%20show/film/storyboard"
    assert opened.client.get(f"{base}.jpg").content == (book / "storyboard.jpg").read_bytes()
    assert opened.client.get(f"{base}.json").json()["url"] == "storyboard.jpg"
    cues = opened.client.get(signed(f"{base}.vtt")).text
    assert cues.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nstoryboard.jpg?expires=")
    sheet = cues.splitlines()[3].partition("#xywh=0,0,32,19")[0]
    assert opened.client.get(f"/image/a%20show/film/{sheet}").headers["content-type"] == "image/jpeg"
    (book / "storyboard.json").rename(book / "away")
    missing = opened.client.get(f"{base}.vtt")
    (book / "away").rename(book / "storyboard.json")
    assert (missing.status_code, "has no storyboard" in missing.json()["message"]) == (404, True)


def test_only_a_signature_opens_any_time_and_size(opened: Open) -> None:
    url = "/image/a%20show/film/thumbnail.jpg?time=1.4&width=100"
    assert opened.client.get(url).status_code == 403
    assert opened.client.get(url, headers={"Authorization": "Bearer secret"}).status_code == 403
    for key in KEYS:
        assert opened.frame(signed(url, key=key)) == 35
    late = opened.client.get(signed(url, -1))
    assert (late.status_code, "has expired" in late.json()["message"]) == (403, True)
    changed = signed(url).replace("width=100", "width=101")
    assert opened.client.get(changed).status_code == 403


def test_a_signature_that_was_valid_expires(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    url = signed("/image/a%20show/film/thumbnail.jpg?time=1.5")
    assert opened.frame(url) == 37
    monkeypatch.setattr("flickbook.web.images.time.time", lambda now=time.time: now() + 90)
    assert opened.client.get(url).status_code == 403


def test_no_cache_keeps_a_picture_for_longer_than_its_signature(opened: Open) -> None:
    url = "/image/a%20show/film/thumbnail.jpg?time=1.5"
    kept = {}
    for seconds in (60, 3600, 10**6):
        caching = opened.client.get(signed(url, seconds)).headers["cache-control"]
        fresh, stale = map(int, re.findall("[0-9]+", caching))
        assert caching == f"public, max-age={fresh}, stale-while-revalidate={stale}"
        kept[seconds] = fresh, fresh + stale
    assert (kept[60][0] <= 60, kept[60][1] <= 60, kept[3600][0], 300 < kept[3600][1] <= 3600) == (True, True, 300, True)
    assert kept[10**6] == (300, 300 + 86400)


def test_any_page_may_show_a_signed_picture(opened: Open) -> None:
    url = "/image/a%20show/film/thumbnail.jpg?time=1"
    policies = [
        opened.client.get(asked).headers.get_list("cross-origin-resource-policy") for asked in (url, signed(url))
    ]
    assert policies == [["same-origin"], ["cross-origin"]]


def test_without_the_setting_a_picture_needs_a_token(closed: Closed) -> None:
    url = "/image/film/thumbnail.jpg?time=1"
    answer = closed.stranger.get(url)
    assert (answer.status_code, answer.headers["cache-control"]) == (401, "no-store")
    assert "ask for a signed URL" in answer.json()["message"]
    known = closed.client.get(url, timeout=LONG)
    assert (known.status_code, known.headers["cache-control"][:7]) == (200, "private")
    assert closed.client.get("/image/film/thumbnail.jpg?time=0.5").status_code == 403


def test_who_may_only_read_sees_pictures_of_books_only(closed: Closed) -> None:
    clip = clips.make(closed.source / "new.mp4", frames=30)
    url = "/image/new.mp4/thumbnail.jpg?time=1"
    assert closed.client.get(url, timeout=LONG).status_code == 200
    answer = closed.stranger.get(url, headers={"Authorization": "Bearer reader"})
    assert (answer.status_code, "no video here" in answer.json()["message"]) == (404, True)
    # The answer is the same for everything that is no video.
    clip.unlink()
    (closed.source / "folder.mp4").mkdir()
    for name in ("none.mp4", "folder.mp4", "none"):
        answer = closed.client.get(f"/image/{name}/thumbnail.jpg")
        assert (answer.status_code, "no video here" in answer.json()["message"]) == (404, True), answer.text


def test_what_cannot_be_shown_is_said(opened: Open) -> None:
    for url, status, words in (
        ("/image/nobody/thumbnail.jpg", 404, "nobody|is no video here"),
        ("/image/a%20show/film/thumbnail.bmp", 422, "unknown suffix .bmp"),
        ("/image/a%20show/film/animated.gif?start=5", 422, "the video ends at 2 s"),
        ("/image/a%20show/film/thumbnail.jpg?size=3", 422, "unknown parameter size"),
        ("/image/../secret/thumbnail.jpg", 404, ""),
    ):
        answer = opened.client.get(url)
        assert (answer.status_code, words.split("|")[-1] in answer.text) == (status, True), answer.text
        assert str(opened.folder) not in answer.text


def test_a_video_that_crashes_the_decoder_costs_only_its_own_request(
    opened: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imager, "make_image", poisoned)
    answer = opened.client.get(signed(f"/image/a%20show/film/thumbnail.jpg?time={CRASHING}&width=70"))
    assert (answer.status_code, answer.json()["error"]) == (503, "WorkerCrashed")
    assert str(opened.folder) not in answer.text
    assert opened.frame(signed("/image/a%20show/film/thumbnail.jpg?time=1.8&width=70")) == 45
    assert opened.client.get("/healthz").status_code == 200


def test_a_plan_of_a_video_that_the_service_may_not_read_gives_nothing(opened: Open, video: Path) -> None:
    books.render(video, opened.folder / "out" / "foreign")
    answer = opened.client.get("/image/foreign/a/thumbnail.jpg?time=1")
    assert (answer.status_code, "neither in the source store" in answer.text) == (422, True)
    assert str(video) not in answer.text


def test_requested_pictures_go_with_their_book(opened: Open) -> None:
    film = clips.make(opened.folder / "in" / "gone.mp4", frames=30)
    for name in ("gone", "gone/more"):
        books.render(film, opened.folder / "out" / Path(name).parent, make_recipe(snippet=1, outputs=["storyboard"]))
        plan = opened.folder / "out" / Path(name).parent / "gone"
        assert plan.is_dir()
    assert opened.frame("/image/gone/thumbnail.jpg?time=1") == 25
    assert opened.frame("/image/gone/gone/thumbnail.jpg?time=1") == 25
    Book((opened.folder / "out").as_uri(), "gone").remove()
    left = [path.relative_to(opened.images).parts[:2] for path in opened.stored() if "gone" in path.parts]
    assert left == [("gone", "gone")]
