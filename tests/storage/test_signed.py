"""Signed URLs and extra headers are sent to the video's server, and stored, logged and shown nowhere."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import obstore
import pytest

import flickbook
from flickbook.core.backoff import Backoff
from flickbook.core.model import Order
from flickbook.core.settings import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.following import send
from flickbook.engines.local.local_engine import LocalEngine
from flickbook.errors import SourceDenied, StoreError, UsageError
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import find_source, http_source, locate, locate_video, open_source, without_secrets
from flickbook.storage.http_client import ask
from tests import clips
from tests.cli.run import Ran, call
from tests.loopback import serving
from tests.storage.seaweed import bucket
from tests.storage.site import site

RECIPE = ("--no-gif", "--no-storyboard", "--snippet", "1")
AMZ = "X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIA%2F20261127&X-Amz-Date=20261127T100000Z&X-Amz-Expires=60"
AMZ += "&X-Amz-SignedHeaders=host&X-Amz-Signature=5ec3e7"
SAS = "sp=r&st=2026-11-27&se=2026-11-28&spr=https&sv=2026-02-06&sr=b&sig=5ec3e7%3D"


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        (AMZ, ""),
        (f"versionId=7&{AMZ}&x-id=GetObject&response-content-type=video%2Fmp4", "?versionId=7"),
        (SAS, ""),
        (f"{SAS}&snapshot=2026", "?snapshot=2026"),
        ("sp=1&st=2&sv=3", "?sp=1&st=2&sv=3"),
        ("X-Goog-Algorithm=GOOG4&X-Goog-Signature=5ec3e7", ""),
        ("GoogleAccessId=me&Expires=1&Signature=5ec3e7%2B", ""),
        ("AWSAccessKeyId=AKIA&Expires=1&Signature=5ec3e7", ""),
        ("Policy=5ec3e7&Signature=5ec3e7&Key-Pair-Id=K", ""),
        ("id=4&token=5ec3e7&access_token=5ec3e7&exp=9", "?id=4"),
        ("hdnts=exp=9~hmac=5ec3e7", ""),
        ("v=a%20b&t=+1", "?v=a%20b&t=+1"),
    ],
)
def test_all_signatures_of_one_object_give_one_url_without_them(query: str, kept: str) -> None:
    assert locate(f"https://films.example/a%20b.mp4?{query}") == f"https://films.example/a%20b.mp4{kept}"
    assert locate(f"https://me:5ec3e7@films.example/a.mp4?{query}") == f"https://films.example/a.mp4{kept}"


@pytest.mark.parametrize("text", ["s3://films/a.mp4?sig=1", "/films/a.mp4?sig=1", "https://films.example/a.mp4#b", "-"])
def test_what_only_looks_like_a_signature_stays(text: str) -> None:
    assert without_secrets(text) == text


class Guarded:
    """A server that answers GET to those who send one of `keys`, each as often as its number says."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.keys: dict[str, int] = {}
        self.paths: list[str] = []
        self.url = ""

    def admits(self, path: str, header: str | None) -> bool:
        self.paths.append(path)
        for key in self.keys:
            if key == header or key in path:
                self.keys[key] -= 1
                return self.keys[key] >= 0
        return False


@contextmanager
def guarded(data: bytes) -> Iterator[Guarded]:
    server = Guarded(data)

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self._answer(405)

        def do_GET(self) -> None:
            if not server.admits(self.path, self.headers["Authorization"]):
                self._answer(403, b"<Error><Message>Request has expired</Message></Error>")
                return
            first, last = map(int, re.findall(r"\d+", self.headers["Range"]))
            if first >= len(data):
                self._answer(416, content_range=f"bytes */{len(data)}")
                return
            piece = data[first : last + 1]
            self._answer(206, piece, f"bytes {first}-{first + len(piece) - 1}/{len(data)}")

        def _answer(self, code: int, body: bytes = b"", content_range: str = "") -> None:
            self.send_response(code)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("ETag", '"one"')
            if content_range:
                self.send_header("Content-Range", content_range)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return

    with serving(Handler) as server.url:
        yield server


def assert_secret(secret: str, ran: Ran, out: Path) -> None:
    """Assert that a secret is neither in the output of a command nor in any stored file."""
    assert secret not in ran.out + ran.err
    for path in out.rglob("*"):
        assert secret not in str(path)
        assert path.is_dir() or secret.encode() not in path.read_bytes(), path


def test_a_signature_that_expires_in_mid_work_is_resumed_with_a_fresh_one(tmp_path: Path) -> None:
    video, out = clips.make(tmp_path / "a.mp4", frames=150), tmp_path / "out"
    one_by_one = {"FLICKBOOK_RUN_LENGTH": "1"}
    with guarded(video.read_bytes()) as server:
        server.keys = {"5ec3e7": 7, "5ec3e8": 1000}
        words = ("--out", out, *RECIPE, "--json")
        ran = call("render", f"{server.url}/a.mp4?{AMZ}", *words, environ=one_by_one)
        assert ran.code == 2
        assert ran.error == (
            f"error: {server.url}/a.mp4: cannot be read, the signature of its URL has expired; "
            "run again with a fresh URL of the same video; what is made stays."
        )
        assert_secret("5ec3e7", ran, out)
        assert_secret("X-Amz", ran, out)
        made = len(list((out / "a" / "receipts").iterdir()))
        assert 0 < made < 6
        again = call("render", f"{server.url}/a.mp4?{AMZ.replace('5ec3e7', '5ec3e8')}", *words, environ=one_by_one)
        (row,) = again.json["videos"]
        assert (again.code, row["kept"], len(row["snippets"])) == (0, made, 6 - made)
        assert_secret("5ec3e8", again, out)
    # As it is signed: its escapes too.
    assert server.paths[0] == f"/a.mp4?{AMZ}"
    assert not call("status", out / "a").code


def test_the_workers_get_headers_and_nobody_else(tmp_path: Path) -> None:
    video, out = clips.make(tmp_path / "a.mp4", frames=10), tmp_path / "out"
    with guarded(video.read_bytes()) as server:
        server.keys = {"Bearer 5ec3e7": 1000}
        url = f"{server.url}/a.mp4?id=3"
        refused = call("render", url, "--out", out, *RECIPE)
        assert refused.error.startswith(f"error: {url}: cannot be read, access is denied")
        header = ("--header", "Authorization: Bearer 5ec3e7")
        ran = call("render", url, "--out", out, *RECIPE, *header, "--json", pool=True)
        assert (ran.code, ran.json["videos"][0]["video"]) == (0, url)
        assert_secret("5ec3e7", ran, out)
        assert flickbook.probe(url, headers={"authorization": "Bearer 5ec3e7"}).width == 160
        # Not kept for a later call.
        with pytest.raises(SourceDenied):
            flickbook.probe(url)


def test_a_user_name_and_a_password_are_sent_and_not_stored(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=10)
    with guarded(video.read_bytes()) as server:
        server.keys = {"Basic bWU6czoz": 1000}
        plan = flickbook.plan(server.url.replace("//", "//me:s%3A3@") + "/a.mp4")
    assert plan.source.url == f"{server.url}/a.mp4"


def test_headers_are_not_sent_to_the_server_of_a_redirect() -> None:
    headers, private = {"User-Agent": "flickbook", "Accept": "*/*"}, {"authorization": "s", "user-agent": "mine"}
    with site(b"data") as (there, asked):
        port = urlsplit(there).port
        with site(get=f"http://localhost:{port}/b.mp4") as (root, first):
            ask("GET", f"{root}/a.mp4", headers, 10, lambda _: True, private)
    (request,) = first
    assert (request.headers["authorization"], request.headers["user-agent"]) == ("s", "mine")
    assert ("authorization" in asked[0].headers, asked[0].headers["user-agent"]) == (False, "flickbook")


def test_presigned_urls_of_a_real_store_are_rendered_and_name_one_book(
    s3: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    video, store = clips.make(tmp_path / "a.mp4", frames=50), bucket(s3, "films")
    key = "shows/ä +b(1).mp4"
    obstore.put(store, key, video.read_bytes())
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.delenv(name)
    words = ("--out", tmp_path / "out", *RECIPE, "--json")
    first = obstore.sign(store, "GET", key, timedelta(seconds=600))
    ran = call("render", first, *words)
    assert (ran.code, ran.err) == (0, "")
    book = tmp_path / "out" / "films" / "shows" / "ä +b(1)"
    assert ran.json["videos"][0]["book"] == str(book)
    assert_secret("X-Amz", ran, tmp_path / "out")
    second = obstore.sign(store, "GET", key, timedelta(seconds=601))
    assert second != first
    assert call("render", second, *words).json["videos"][0]["kept"] == 2
    short = obstore.sign(store, "GET", key, timedelta(seconds=1))
    time.sleep(1.1)
    late = call("render", short, *words)
    assert "the signature of its URL has expired; run again with a fresh URL" in late.error
    assert_secret("X-Amz", late, tmp_path / "out")


@pytest.mark.parametrize("command", [("submit", "--broker", "amqp://127.0.0.1:1"), ("plan",)])
def test_workers_elsewhere_get_neither_signatures_nor_headers(command: tuple[str, ...], tmp_path: Path) -> None:
    out = ("--out", tmp_path / "out")
    signed = call(*command, f"https://films.example/a.mp4?{AMZ}", *out)
    assert signed.error.startswith("error: https://films.example/a.mp4: has a signature or a password, which is never")
    headed = call(*command, "https://films.example/a.mp4", *out, "--header", "Authorization: 5ec3e7")
    assert headed.error.startswith("error: --header: is never stored, and so not sent to workers elsewhere; ")
    assert (signed.code, headed.code, "5ec3e7" in signed.err + headed.err) == (2, 2, False)
    assert not (tmp_path / "out").exists()


def test_no_engine_records_an_order_with_a_signature(tmp_path: Path) -> None:
    order = Order(f"https://films.example/a.mp4?{AMZ}", "a", make_recipe(), tmp_path.as_uri())
    with LocalEngine(Settings(engine=Engine(workers=1))) as engine, pytest.raises(UsageError, match="has a signature"):
        send(engine, order)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("headers", "fault"),
    [
        ({"Authorization": "5ec3e7\r\nHost: b"}, "--header: is not a header of HTTP"),
        ({"5ec3e7 x": "1"}, "--header: is not a header of HTTP"),
        ({"": "5ec3e7"}, "--header: is not a header of HTTP"),
        ({"X": "5ec3e7\u2028"}, "--header: is not a header of HTTP"),
        ({"Range": "5ec3e7"}, "--header Range: is set by Flickbook itself"),
    ],
)
def test_invalid_headers_are_refused_without_their_values(headers: dict[str, str], fault: str) -> None:
    with pytest.raises(UsageError, match=fault) as refused:
        locate_video("https://films.example/a.mp4", headers)
    assert "5ec3e7" not in str(refused.value)


def test_headers_for_other_places_than_web_servers_are_refused(tmp_path: Path) -> None:
    for video in ("s3://films/a.mp4", str(tmp_path / "a.mp4")):
        with pytest.raises(UsageError, match=f"{video}: is not on a web server"):
            flickbook.plan(video, headers={"A": "b"})
    assert call("probe", "https://films.example/a.mp4", "--header", "5ec3e7").error == (
        "error: --header: is not a header of HTTP; write it as 'NAME: VALUE', on one line."
    )


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("http://127.0.0.1:1/a.mp4", StoreError),
        ("http://me:5ec3e7@127.0.0.1:1/a.mp4", StoreError),
        ("http://127.0.0.1:99999/a.mp4", StoreError),
        ("http://[/a.mp4", UsageError),
    ],
)
def test_errors_do_not_show_what_is_secret(url: str, fault: type[Exception], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http_source, "_BACKOFF", Backoff(0.0, 0.0, tries=2))
    with pytest.raises(fault) as failed:
        find_source(locate_video(f"{url}?{AMZ}", {"X-Key": "5ec3e7"}))
    error: BaseException | None = failed.value
    while error is not None and not error.__suppress_context__:
        assert "5ec3e7" not in str(error)
        error = error.__cause__ or error.__context__
    assert "5ec3e7" not in str(error)


@pytest.mark.parametrize("data", [b"data", b""])
def test_a_signature_is_used_for_get_alone(data: bytes) -> None:
    with guarded(data) as server:
        server.keys = {"5ec3e7": 1000}
        source = find_source(locate_video(f"{server.url}/a.mp4?{AMZ}"))
        with open_source(source) as file:
            assert (source.size, file.read()) == (len(data), data)
    with site(b"data") as (root, asked):
        assert find_source(locate_video(f"{root}/a.mp4?{AMZ}")).size == 4
    assert {request.method for request in asked} == {"GET"}


def test_a_server_that_answers_get_alone_is_read() -> None:
    with guarded(b"data") as server:
        server.keys = {"/a.mp4": 1000}
        assert find_source(f"{server.url}/a.mp4").size == 4
