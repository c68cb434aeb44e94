"""Videos are read only from where the operator allows, however the URL is written."""

import posixpath
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import quote, unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook import storage
from flickbook.core import layout
from flickbook.core.model import Entry
from flickbook.errors import FlickbookError, NameRefused, SourceDenied, SourceMissing
from flickbook.library.index import Index
from flickbook.outputs import registry
from flickbook.web.allowed import Sources, book_name
from tests.loopback import serving as serving_by
from tests.web.server import start

pytestmark = pytest.mark.attack

ALLOWED = ("https://films.example/public/", "s3://films/public", "http://127.0.0.1:9/films")

REFUSED = [
    "http://films.example/public/a.mp4",
    "ftp://films.example/public/a.mp4",
    "file:///etc/passwd",
    "gs://films/public/a.mp4",
    "s3://films/public-not/a.mp4",
    "s3://films/private/a.mp4",
    "s3://films/public/../private/a.mp4",
    "s3://other/public/a.mp4",
    "http://127.0.0.1:9/other/a.mp4",
    "http://127.0.0.1:9/filmsx/a.mp4",
    "http://127.0.0.1:10/films/a.mp4",
    "http://127.0.0.1/films/a.mp4",
    "http://127.0.0.1:9/films/../other/a.mp4",
    "http://127.0.0.1:9/films/%2e%2e/other/a.mp4",
    "http://127.0.0.1:9/films/%2E%2E%2Fother/a.mp4",
    "http://127.0.0.1:9/films\\..\\other\\a.mp4",
    "http://127.0.0.1:9/films//a.mp4",
    "http://127.0.0.1:9/films/a.mp4?x=1",
    "http://127.0.0.1:9/films/a.mp4#x",
    "http://127.0.0.1:9/films/a.mp4?X-Amz-Signature=5ec3e7",
    "http://user@127.0.0.1:9/films/a.mp4",
    "http://films.example@127.0.0.1:9/films/a.mp4",
    "http://127.0.0.1:9\\@films.example/films/a.mp4",
    "http://127.0.0.1:9/films/a.mp4\n",
    "http://127.0.0.1:99999/films/a.mp4",
    "https://127.0.0.1/a.mp4",
    "https://127.1/a.mp4",
    "https://2130706433/a.mp4",
    "https://0x7f000001/a.mp4",
    "https://0177.0.0.1/a.mp4",
    "https://0.0.0.0/a.mp4",
    "https://[::1]/a.mp4",
    "https://[::]/a.mp4",
    "https://[::ffff:127.0.0.1]/a.mp4",
    "https://[::ffff:7f00:1]/a.mp4",
    "https://[2002:7f00:1::]/a.mp4",
    "https://[64:ff9b::7f00:1]/a.mp4",
    "https://[64:ff9b:1::7f00:1]/a.mp4",
    "https://[::7f00:1]/a.mp4",
    "https://[fec0::1]/a.mp4",
    "https://[fe80::1]/a.mp4",
    "https://[fd00::1]/a.mp4",
    "https://169.254.169.254/latest/meta-data/a.mp4",
    "https://[::ffff:169.254.169.254]/a.mp4",
    "https://10.0.0.1/a.mp4",
    "https://172.16.0.1/a.mp4",
    "https://192.168.1.1/a.mp4",
    "https://100.64.0.1/a.mp4",
    "https://224.0.0.1/a.mp4",
    "https://localhost/a.mp4",
    "https://LOCALHOST./a.mp4",
    "https://localhost.films.example@127.0.0.1/a.mp4",
    "https:///a.mp4",
    "//films.example/public/a.mp4",
    "a.mp4",
    "",
    "http://[/a.mp4",
]


@pytest.mark.parametrize("url", REFUSED)
def test_urls_that_are_not_allowed_are_refused_before_any_request(url: str, tmp_path: Path) -> None:
    with pytest.raises((SourceDenied, SourceMissing)) as refused:
        Sources(str(tmp_path), ALLOWED).admit(url)
    assert "5ec3e7" not in str(refused.value)


@pytest.mark.parametrize(
    "prefix", ["https://me:5ec3e7@films.example/a/", "https://films.example/a/?sig=5ec3e7", "file:///films/../a/"]
)
def test_an_allowed_url_is_plain(prefix: str, tmp_path: Path) -> None:
    with pytest.raises(SourceDenied) as refused:
        Sources(str(tmp_path), (prefix,))
    assert "5ec3e7" not in str(refused.value)


def test_allowed_urls_are_requested_in_the_form_that_was_compared(tmp_path: Path) -> None:
    sources = Sources(str(tmp_path), ALLOWED)
    assert sources.admit("s3://films/public/a b.mp4") == "s3://films/public/a b.mp4"
    own = (tmp_path / "shows" / "a b.mp4").as_uri()
    assert sources.admit(own) == own
    assert (sources.name_of(own), sources.key_of(own)) == ("shows/a b", "shows/a b.mp4")


def test_a_folder_beside_the_source_is_not_the_source(tmp_path: Path) -> None:
    sources = Sources(str(tmp_path / "in"), ())
    for path in (tmp_path / "in2" / "a.mp4", tmp_path / "a.mp4"):
        with pytest.raises(SourceDenied):
            sources.admit(path.as_uri())
    with pytest.raises(SourceDenied):
        sources.admit(f"{(tmp_path / 'in').as_uri()}/../a.mp4")


# Keys of stores that would mean something else in a URL.
LEGAL = ["film #1.mp4", "what?.mp4", "a%2Fb.mp4", "100%.mp4", "a b/ä&=+;@:1.mp4", "a\\b.mp4", "x#7.mp4", "..a/b...mp4"]
LEGAL += ["cafe\u0301.mp4", "\u202efi\u200blm\ufeff.mp4"]


@pytest.mark.parametrize("key", LEGAL)
def test_a_key_in_the_source_is_taken_literally(key: str, tmp_path: Path) -> None:
    bucket, folder = Sources("s3://films/in", ()), Sources(str(tmp_path), ())
    url = bucket.admit(f"s3://films/in/{key}")
    assert (url, bucket.key_of(url)) == (f"s3://films/in/{key}", key)
    own = (tmp_path / key).as_uri()
    assert (folder.admit(own), folder.key_of(own)) == (own, key)


@pytest.mark.parametrize("key", ["cafe\u0301.mp4", "\u202efi\u200blm\ufeff.mp4"])
def test_the_service_names_a_key_as_render_and_notifications_do(key: str, tmp_path: Path) -> None:
    url = f"s3://films/{key}"
    name = registry.book_name(storage.key_of(url))
    assert Sources("s3://films", ()).name_of(url) == Sources("s3://others", ("s3://films/",)).name_of(url) == name
    assert Sources(str(tmp_path), ()).name_of((tmp_path / key).as_uri()) == name == layout.tidy(key)[:-4]


@pytest.mark.parametrize(
    "key", ["a//b.mp4", "/a.mp4", "a\n.mp4", ".flickbook/a.mp4", "ä" * 120 + ".mp4", "a<b.mp4", ""]
)
def test_a_key_in_the_source_that_cannot_name_a_book_is_refused(key: str, tmp_path: Path) -> None:
    for source, url in (("s3://films", f"s3://films/{key}"), (str(tmp_path), f"{tmp_path.as_uri()}/{quote(key)}")):
        with pytest.raises(NameRefused):
            Sources(source, ()).admit(url)


@pytest.mark.parametrize(
    "key", ["..%2fa.mp4", "..%5Ca.mp4", "x\\..\\..\\a.mp4", "%2E%2e/a.mp4", "../a.mp4", "./a.mp4", ".."]
)
def test_no_key_climbs_out_of_a_bucket_even_if_its_store_decodes_it(key: str) -> None:
    sources = Sources("s3://films/in", ())
    assert sources.key_of(f"s3://films/in/{key}") is None
    with pytest.raises(SourceDenied):
        sources.admit(f"s3://films/in/{key}")
    with pytest.raises(NameRefused):
        book_name(key)


@given(
    st.lists(st.sampled_from(["/", ".", "..", "%2e", "%2F", "%25", "%5c", "\\", "#", "?", "a", "ä", " ", "@b", ":"]))
)
def test_admitted_urls_are_in_the_source_and_in_canonical_form(parts: list[str]) -> None:
    text = "".join(parts)
    for root in ("s3://films/in", "file:///films/in"):
        sources = Sources(root, ())
        for url in (f"{root}/{text}", f"{root}{text}", text):
            try:
                found = sources.admit(url)
            except (SourceDenied, NameRefused):
                continue
            # However often it is unescaped.
            for path in (found, unquote(found), unquote(unquote(found))):
                inside = posixpath.relpath(path.replace("\\", "/"), root)
                assert not inside.startswith("../")
            assert sources.admit(found) == found


def test_a_url_that_climbs_out_of_the_source_is_outside_it(tmp_path: Path) -> None:
    sources = Sources(str(tmp_path / "in"), ("s3://films/public",))
    own = (tmp_path / "in").as_uri()
    assert sources.reaches(f"{own}/a%20b.mp4")
    assert sources.reaches("s3://films/public/a.mp4")
    for url in (
        f"{own}/../a.mp4",
        f"{own}/%2e%2e/a.mp4",
        f"{own}/x/..%2f../a.mp4",
        "s3://films/a.mp4",
        "file:///a.mp4",
    ):
        assert sources.key_of(url) is None
        assert not sources.reaches(url)
        with pytest.raises(SourceDenied):
            sources.check(url)


@pytest.mark.parametrize(
    "key",
    [
        *("a/events.mp4", "a/retry.mp4", "a/video", "a/zip.mp4", "a<b.mp4", "a>b.mp4", "~x/a.mp4", "a/~b.mp4"),
        *("a/\u200bevents.mp4", "\u200b~x/a.mp4", "a/.\u200b./b.mp4", "%2\u200be%2e/a.mp4", "..\u200b\\a.mp4"),
    ],
)
def test_names_with_a_meaning_in_the_services_urls_are_refused(key: str) -> None:
    with pytest.raises(NameRefused):
        book_name(key)


class Films(BaseHTTPRequestHandler):
    """A server with one film, and two redirects to elsewhere: at once, or only after the film was looked up."""

    data = b""
    asked: list[str]

    def do_HEAD(self) -> None:
        self._answer(send=False)

    def do_GET(self) -> None:
        self._answer(send=True)

    def log_message(self, *arguments: object) -> None:
        """Be quiet."""

    def _answer(self, *, send: bool) -> None:
        self.asked.append(self.path)
        if self.path.endswith("moved.mp4") or (send and self.path.endswith("moving.mp4")):
            self.send_response(302)
            self.send_header("Location", "/secret.mp4")
            self.end_headers()
            return
        first, _, last = self.headers.get("Range", "bytes=0-").removeprefix("bytes=").partition("-")
        part = self.data[int(first) : int(last) + 1 if last else None]
        self.send_response(206 if "Range" in self.headers else 200)
        self.send_header("Content-Length", str(len(part)))
        self.send_header("ETag", '"1"')
        if "Range" in self.headers:
            self.send_header("Content-Range", f"bytes {first}-{int(first) + len(part) - 1}/{len(self.data)}")
        self.end_headers()
        if send:
            self.wfile.write(part)


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def films(tmp_path: Path, video: Path, asked: list[str]) -> Iterator[str]:
    data = video.read_bytes()
    (tmp_path / "film.mp4").write_bytes(data)
    with serving_by(type("Served", (Films,), {"data": data, "asked": asked})) as url:
        yield url


def test_videos_of_an_allowed_server_are_ordered_and_resumed_and_redirects_are_not_followed(
    films: str, asked: list[str], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    for name, url in (("films/old", f"{films}/films/old.mp4"), ("film", (tmp_path / "film.mp4").as_uri())):
        Index(out.as_uri()).note(Entry(name, "waiting", url, 1.0))
    with start(tmp_path / "in", out, "--allow", f"{films}/films/") as serving:
        # Of an earlier service's videos, only those that this service may read are resumed.
        assert serving.wait_for("films/old")["done"] == 2
        assert serving.detail("film")["state"] == "waiting"
        taken = serving.client.post("/api/videos", json={"url": f"{films}/films/film.mp4"})
        assert taken.json()["name"] == "films/film"
        assert serving.wait_for("films/film")["done"] == 2
        moved = serving.client.post("/api/videos", json={"url": f"{films}/films/moved.mp4"})
        assert (moved.status_code, moved.json()["error"]) == (422, "SourceDenied")
        moving = serving.client.post("/api/videos", json={"url": f"{films}/films/moving.mp4"})
        assert moving.status_code == 202
        fault = "redirects to 127.0.0.1, which resolves to a private address"
        assert fault in serving.wait_for("films/moving", "refused")["error"]
        assert serving.client.get("/api/videos/films/moving/video").status_code == 404
        assert "/secret.mp4" not in asked
        elsewhere = serving.client.post("/api/videos", json={"url": f"{films}/film.mp4"})
        assert (elsewhere.status_code, elsewhere.json()["error"]) == (422, "SourceDenied")
        # The service deletes no source that is not in its source store.
        assert serving.client.delete("/api/videos/films/film").status_code == 204
        assert serving.client.post("/api/videos", json={"url": f"{films}/films/film.mp4"}).status_code == 202


def test_errors_of_the_network_are_translated(tmp_path: Path) -> None:
    with pytest.raises(FlickbookError, match="does not answer"):
        Sources(str(tmp_path), ALLOWED).admit("http://127.0.0.1:9/films/a.mp4")
