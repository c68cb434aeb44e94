"""The handler of the function URL: signed URLs of pictures, on a real S3 server."""

import base64
import io
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import httpx
import numpy as np
import obstore
import pytest
from PIL import Image

from flickbook.engines.aws import handlers, image_url
from flickbook.errors import UsageError
from flickbook.images.signing import sign_url
from tests import clips
from tests.aws.bus import Bus
from tests.aws.test_functions import VIDEO, upload
from tests.storage.seaweed import bucket

NAME = VIDEO.removesuffix(".mp4")
PATH = f"/image/{quote(NAME)}/thumbnail.png?width=64&time="
SECRET = "0123456789abcdef"
Event = dict[str, Any]

pytestmark = pytest.mark.xdist_group("seaweed")


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return clips.make(tmp_path_factory.mktemp("film") / "film.mp4", frames=65).read_bytes()


@pytest.fixture(autouse=True)
def planned(endpoint: str, bus: Bus, video: bytes, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Plan the video; nothing of it is made."""
    monkeypatch.setenv("FLICKBOOK_IMAGE_KEYS", f"a1:{SECRET}")
    handlers.plan(upload(endpoint, video), None)
    yield
    bus.jobs()


def signed(url: str, expires: float = 9_999_999_999) -> str:
    return sign_url(url, "a1", SECRET, expires)


def event(url: str, *, decoded: bool = False, method: str = "GET", **headers: str) -> Event:
    """Return the event of a function URL, as Lambda documents it."""
    parts = urlsplit(url)
    path = httpx.URL(url).path if decoded else parts.path
    http = {"method": method, "path": path, "protocol": "HTTP/1.1", "sourceIp": "192.0.2.1", "userAgent": "curl"}
    return {
        "version": "2.0",
        "routeKey": "$default",
        "rawPath": path,
        "rawQueryString": parts.query,
        "headers": {"host": "id.lambda-url.us-east-1.on.aws", **headers},
        "requestContext": {"accountId": "anonymous", "http": http, "stage": "$default"},
        "isBase64Encoded": False,
    }


def ask(url: str, **more: Any) -> Event:
    return image_url.answer(event(url, **more), None)


def shown(data: bytes) -> int:
    return clips.read(np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))


def test_a_signed_url_gives_the_frame_and_later_the_stored_picture(endpoint: str) -> None:
    answer = ask(signed(f"{PATH}1.5"))
    assert (answer["statusCode"], answer["isBase64Encoded"]) == (200, True)
    assert answer["headers"]["content-type"] == "image/png"
    assert answer["headers"]["cache-control"] == "public, max-age=300"
    assert shown(base64.b64decode(answer["body"])) == 37
    obstore.delete(bucket(endpoint, "films"), VIDEO)
    # Whether Lambda decodes the path or not.
    assert ask(signed(f"{PATH}1.5"), decoded=True)["body"] == answer["body"]
    again = ask(signed(f"{PATH}1.5"), **{"if-none-match": answer["headers"]["etag"]})
    assert (again["statusCode"], again.get("body")) == (304, None)


def test_a_replaced_video_has_new_pictures(endpoint: str, tmp_path: Path) -> None:
    first = ask(signed(f"{PATH}1.5"))
    pictures = (clips.paint(1000 + number, 160, 96) for number in range(65))
    handlers.plan(upload(endpoint, clips.make(tmp_path / "new.mp4", frames=65, pictures=pictures).read_bytes()), None)
    second = ask(signed(f"{PATH}1.5"), **{"if-none-match": first["headers"]["etag"]})
    assert shown(base64.b64decode(second["body"])) == 1037


def test_a_storyboard_comes_from_the_book_and_its_sheet_is_signed(bus: Bus) -> None:
    for job in bus.jobs():
        handlers.render(job, None)
    folder = f"/image/{quote(NAME)}/"
    cues = base64.b64decode(ask(signed(f"{folder}storyboard.vtt"))["body"]).decode()
    (sheet, *_) = re.findall("^(storyboard.jpg[^#]*)#xywh=0,0,", cues, re.MULTILINE)
    answer = ask(f"{folder}{sheet}")
    assert (answer["statusCode"], answer["headers"]["content-type"]) == (200, "image/jpeg")
    assert base64.b64decode(answer["body"])[:3] == b"\xff\xd8\xff"
    again = ask(f"{folder}{sheet}", **{"if-none-match": answer["headers"]["etag"]})
    assert again["statusCode"] == 304


def test_a_picture_stays_in_caches_no_longer_than_its_signature_is_valid() -> None:
    age = int(ask(signed(f"{PATH}1", time.time() + 60))["headers"]["cache-control"].removeprefix("public, max-age="))
    assert 0 < age <= 60


def test_a_picture_too_large_for_an_answer_is_read_from_the_bucket(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_url, "MOST_BYTES", 10)
    answer = ask(signed(f"{PATH}0.5"))
    assert answer["statusCode"] == 307
    assert shown(httpx.get(answer["headers"]["location"]).raise_for_status().content) == 12


def test_a_redirect_to_the_bucket_is_valid_no_longer_than_the_signature(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_url, "MOST_BYTES", 10)
    for seconds, most in ((60, 60), (7200, 3600)):
        location = ask(signed(f"{PATH}0.5", time.time() + seconds))["headers"]["location"]
        assert 0 < int(httpx.URL(location).params["X-Amz-Expires"]) <= most


@pytest.mark.parametrize(
    ("url", "status", "error", "fault"),
    [
        (f"{PATH}1", 403, "SignatureRefused", "needs a signature"),
        (f"{PATH}1&expires=9999999999&key=a1&signature=x", 403, "SignatureRefused", "has a wrong signature"),
        (signed(f"{PATH}1", 1), 403, "SignatureRefused", "has expired"),
        (signed("/image/gone/thumbnail.png"), 404, "SourceMissing", "is no picture of a video here"),
        (signed(f"/image/{quote(NAME)}/storyboard.vtt"), 404, "SourceMissing", "has no storyboard"),
        (signed(f"/image/{quote(NAME)}/animated.gif?start=100"), 422, "UsageError", "shows nothing"),
        (f"{PATH}1&time=2", 422, "UsageError", "has the parameter time twice"),
    ],
)  # fmt: skip
def test_a_refusal_is_an_answer_with_the_reason(url: str, status: int, error: str, fault: str) -> None:
    answer = ask(url)
    document = json.loads(answer["body"])
    assert (answer["statusCode"], document["error"]) == (status, error)
    assert f": {fault}" in document["message"]
    assert answer["headers"]["cache-control"] == "no-store"


def test_a_missing_video_shows_no_place_and_other_methods_are_refused(endpoint: str) -> None:
    obstore.delete(bucket(endpoint, "films"), VIDEO)
    answer = ask(signed(f"{PATH}2"))
    assert answer["statusCode"] == 404
    assert "films" not in answer["body"]
    assert ask(signed(f"{PATH}2"), method="POST")["statusCode"] == 405


def test_a_function_without_an_output_fails_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FLICKBOOK_OUT")
    with pytest.raises(UsageError, match="FLICKBOOK_OUT: is not set"):
        ask(signed(f"{PATH}2"))
