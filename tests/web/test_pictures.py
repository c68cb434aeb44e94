"""Pictures by HTTP: cached while they are valid, by ranges, and no other files of the disk."""

import http.client
import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from flickbook.storage import Store
from flickbook.web.guard import Guard
from flickbook.web.pictures import Pictures
from tests.web.asgi import served

GIF = os.urandom(600_000)
SHEET = b"sheet"
PLAN = b'{"type": "plan", "version": 1, "id": "abc"}'
BASE = "/v/shows/my%20film"
SHEETS = "my film.trickplay/320 - 10x10"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("served") / "out"
    book = out / "shows" / "my film"
    (book / "receipts").mkdir(parents=True)
    (book / SHEETS).mkdir(parents=True)
    for key, data in _files().items():
        (book / key).write_bytes(data)
    (out.parent / "outside-0.gif").write_bytes(b"outside")
    (book / "my film-60.gif").symlink_to(out.parent / "outside-0.gif")
    (out / "link").symlink_to(out.parent)
    (book / "my film-90.gif").mkdir()
    return out


def _files() -> dict[str, bytes]:
    small = {"my film-0-frame-0.jpg": b"jpeg", "plan.json": PLAN, "manifest.json": b"{}", "receipts/0.json": b"{}"}
    sheets = {"my film-0-sheet-0.jpg": SHEET, "storyboard.jpg": SHEET, f"{SHEETS}/0.jpg": SHEET}
    return {"my film-0.gif": GIF, "storyboard.vtt": b"WEBVTT\n", ".hidden-0.gif": b"x", **small, **sheets}


@pytest.fixture(scope="module")
def client(out: Path) -> Iterator[httpx.Client]:
    with served(Pictures(out.as_uri(), Guard("secret", ""), presign=True)) as url, httpx.Client(base_url=url) as client:
        yield client


def test_a_picture_has_its_media_type_and_is_revalidated(client: httpx.Client) -> None:
    answer = client.get(f"{BASE}/my%20film-0.gif")
    assert (answer.status_code, answer.content) == (200, GIF)
    assert (answer.headers["content-type"], answer.headers["cache-control"]) == ("image/gif", "no-cache")
    again = client.get(f"{BASE}/my%20film-0.gif", headers={"If-None-Match": f'"x", {answer.headers["etag"]}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", answer.headers["etag"])
    assert client.get(f"{BASE}/storyboard.vtt").headers["content-type"] == "text/vtt; charset=utf-8"
    assert client.get(f"{BASE}/manifest.json").headers["content-type"] == "application/json"


def test_files_in_folders_are_served_too(client: httpx.Client) -> None:
    for base in (BASE, f"{BASE}/~abc"):
        answer = client.get(f"{base}/{SHEETS}/0.jpg")
        assert (answer.status_code, answer.content, answer.headers["content-type"]) == (200, SHEET, "image/jpeg")
        assert client.get(f"{base}/{SHEETS}/00.jpg").status_code == 404


def test_pictures_of_the_books_plan_are_cached_for_ever_but_not_whole_video_files(client: httpx.Client) -> None:
    lasting = "public, max-age=31536000, immutable"
    assert client.get(f"{BASE}/~abc/my%20film-0-frame-0.jpg").headers["cache-control"] == lasting
    assert client.get(f"{BASE}/~abc/manifest.json").headers["cache-control"] == "no-cache"
    older = client.get(f"{BASE}/~abd/my%20film-0-frame-0.jpg")
    assert (older.status_code, older.headers["cache-control"]) == (404, "no-store")


@pytest.mark.parametrize(
    ("asked", "status", "first", "last"),
    [
        ("bytes=0-9", 206, 0, 9),
        ("bytes=599990-", 206, 599_990, 599_999),
        ("bytes=-10", 206, 599_990, 599_999),
        ("bytes=-9999999", 206, 0, 599_999),
        ("bytes=100-9999999", 206, 100, 599_999),
        ("bytes=600000-", 416, 0, 0),
        ("bytes=-0", 416, 0, 0),
        ("bytes=9-5", 200, 0, 599_999),
        ("bytes=0-1,5-6", 200, 0, 599_999),
        ("bytes=-", 200, 0, 599_999),
        ("lines=1-2", 200, 0, 599_999),
    ],
)
def test_a_range_is_served_to_the_byte(asked: str, status: int, first: int, last: int, client: httpx.Client) -> None:
    answer = client.get(f"{BASE}/my%20film-0.gif", headers={"Range": asked})
    assert answer.status_code == status
    assert answer.content == (GIF[first : last + 1] if status != 416 else b"")
    content_range = {206: f"bytes {first}-{last}/600000", 416: "bytes */600000"}
    assert answer.headers.get("content-range") == content_range.get(status)


def test_a_range_of_another_version_is_answered_with_the_whole_file(client: httpx.Client) -> None:
    etag = client.head(f"{BASE}/my%20film-0.gif").headers["etag"]
    same = client.get(f"{BASE}/my%20film-0.gif", headers={"Range": "bytes=0-1", "If-Range": etag})
    other = client.get(f"{BASE}/my%20film-0.gif", headers={"Range": "bytes=0-1", "If-Range": '"older"'})
    assert (same.status_code, other.status_code) == (206, 200)


def test_head_answers_with_the_size_and_no_body(client: httpx.Client) -> None:
    answer = client.head(f"{BASE}/my%20film-0.gif")
    assert (answer.status_code, answer.headers["content-length"], answer.content) == (200, "600000", b"")
    assert client.post(f"{BASE}/my%20film-0.gif").status_code == 405


def test_a_replaced_picture_is_served_at_once(client: httpx.Client, out: Path) -> None:
    path = out / "shows" / "my film" / "my film-0-frame-0.jpg"
    before = client.get(f"{BASE}/my%20film-0-frame-0.jpg")
    path.with_name("aside").write_bytes(b"JPEG")
    path.with_name("aside").replace(path)
    after = client.get(f"{BASE}/my%20film-0-frame-0.jpg", headers={"If-None-Match": before.headers["etag"]})
    assert (before.content, after.content) == (b"jpeg", b"JPEG")
    path.unlink()
    assert client.get(f"{BASE}/my%20film-0-frame-0.jpg").status_code == 404
    path.write_bytes(b"jpeg")


@pytest.mark.parametrize(
    "path",
    [
        *(f"{BASE}/plan.json", f"{BASE}/receipts/0.json", f"{BASE}/.hidden-0.gif", f"{BASE}/other-0.gif", f"{BASE}/"),
        *("/v/", "/v/storyboard.vtt", "/v//storyboard.vtt", f"{BASE}//my%20film-0.gif", f"{BASE}/my%20film-1.gif"),
        *("/v/../outside-0.gif", "/v/%2e%2e/outside-0.gif", "/v/..%2foutside/outside-0.gif"),
        *("/v/%252e%252e/outside-0.gif", "/v/shows/../../outside/outside-0.gif", "/v/..%5coutside/outside-0.gif"),
        *("/v/shows/%00/my%20film-0.gif", f"{BASE}%00/my%20film-0.gif", f"{BASE}/my%20film-0.gif%00"),
        *("/v/%2fetc/passwd", f"{BASE}/my%20film-0.gif%0a", "/v/%ff%fe/x-0.gif", "/v/" + "x" * 300 + "/x-0.gif"),
        *(f"{BASE}/my%20film-60.gif", "/v/link/outside-0.gif", f"{BASE}/my%20film-90.gif"),
    ],
)
def test_no_other_file_is_served_by_any_spelling(path: str, client: httpx.Client) -> None:
    url = urlsplit(str(client.base_url))
    # Not httpx, which tidies paths up.
    connection = http.client.HTTPConnection(url.hostname or "", url.port)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        assert answer.status in (404, 415)
        assert b"outside" not in answer.read() or "outside" in path
    finally:
        connection.close()


def test_pictures_that_need_a_token_are_cached_by_the_browser_only(out: Path) -> None:
    pictures = Pictures(out.as_uri(), Guard("secret", "reader"), presign=True)
    with served(pictures) as url, httpx.Client(base_url=url) as client:
        refused = client.get(f"{BASE}/my%20film-0.gif")
        assert (refused.status_code, refused.json()["error"]) == (401, "Unauthorized")
        token = {"Authorization": "Bearer reader"}
        answer = client.get(f"{BASE}/~abc/my%20film-0.gif", headers=token)
        assert answer.headers["cache-control"] == "private, max-age=31536000, immutable"


def test_pictures_of_a_bucket_are_redirects_and_text_is_served(s3: str) -> None:
    store = Store("s3://pictures/served/shows/my film")
    for key, data in _files().items():
        store.put(key, data)
    guard = Guard("secret", "")
    with served(Pictures("s3://pictures/served", guard, presign=True)) as url, httpx.Client(base_url=url) as client:
        answer = client.get(f"{BASE}/~abc/my%20film-0.gif")
        assert (answer.status_code, answer.headers["cache-control"]) == (307, "private, max-age=1800")
        assert httpx.get(answer.headers["location"]).content == GIF
        assert client.head(f"{BASE}/my%20film-0.gif", follow_redirects=True).headers["content-length"] == "600000"
        for sheet in ("my%20film-0-sheet-0.jpg", "storyboard.jpg"):  # read by CORS, which buckets often refuse
            assert client.get(f"{BASE}/~abc/{sheet}").content == SHEET
        text = client.get(f"{BASE}/~abc/storyboard.vtt")
        assert (text.status_code, text.content) == (200, b"WEBVTT\n")
        known = {"If-None-Match": text.headers["etag"]}
        assert client.get(f"{BASE}/storyboard.vtt", headers=known).status_code == 304
        assert client.get(f"{BASE}/storyboard.json").status_code == 404
    with served(Pictures("s3://pictures/served", guard, presign=False)) as url, httpx.Client(base_url=url) as client:
        assert client.get(f"{BASE}/my%20film-0.gif").content == GIF
        part = client.get(f"{BASE}/my%20film-0.gif", headers={"Range": "bytes=5-9"})
        assert (part.status_code, part.content) == (206, GIF[5:10])
