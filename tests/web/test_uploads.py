"""Plain uploads: a video in the body of one request."""

import socket
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import pytest

from flickbook.core.settings import Web
from flickbook.errors import FormatRefused, NameRefused, UsageError
from flickbook.web.allowed import upload_key
from flickbook.web.spool import Spool
from tests.waiting import until
from tests.web import tus
from tests.web.conftest import MAX_UPLOAD_BYTES
from tests.web.server import Serving

pytestmark = pytest.mark.xdist_group("service")


@pytest.fixture
def source(service: Serving) -> Path:
    return service.source


def test_a_video_in_a_body_is_stored_and_made(service: Serving, source: Path, video: Path) -> None:
    answer = service.client.post("/api/videos", params={"filename": "a b.mp4"}, content=video.read_bytes())
    assert (answer.status_code, answer.json()["name"], answer.json()["state"]) == (201, "a b", "waiting")
    assert (source / "a b.mp4").read_bytes() == video.read_bytes()
    assert service.wait_for("a b")["done"] > 0
    again = service.client.post("/api/videos", params={"filename": "a b.mp4"}, content=b"x")
    assert (again.status_code, again.json()["error"]) == (409, "NameTaken")


def test_a_body_of_unknown_length_is_received_up_to_the_limit(service: Serving, source: Path, video: Path) -> None:
    streamed = service.client.post("/api/videos", params={"filename": "streamed.mp4"}, content=iter([b"1", b"2"]))
    assert streamed.status_code == 201
    assert (source / "streamed.mp4").read_bytes() == b"12"
    endless = service.client.post("/api/videos", params={"filename": "endless.mp4"}, content=iter([b"x" * 99_999] * 51))
    assert (endless.status_code, endless.json()["error"]) == (413, "LimitExceeded")
    declared = service.client.post(
        "/api/videos", params={"filename": "declared.mp4"}, content=b"x" * (MAX_UPLOAD_BYTES + 1)
    )
    assert declared.status_code == 413
    assert tus.left_in(source) == []


def test_half_a_body_leaves_nothing(service: Serving, source: Path) -> None:
    address = urlsplit(service.url)
    head = f"POST /api/videos?filename=half.mp4 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {service.token}\r\n"
    with socket.create_connection((address.hostname or "", address.port or 0)) as connection:
        connection.sendall(head.encode() + b"Content-Length: 900000\r\n\r\n" + b"x" * 400_000)
        until(lambda: tus.left_in(source), "its first bytes")
    until(lambda: not tus.left_in(source), "the end of it")
    assert not (source / "half.mp4").exists()


def test_forms_and_uploads_without_the_token_are_refused(service: Serving, video: Path) -> None:
    form = service.client.post("/api/videos", params={"filename": "f.mp4"}, files={"file": video.read_bytes()})
    assert form.status_code == 415
    assert service.stranger.post("/api/videos", params={"filename": "f.mp4"}, content=b"x").status_code == 401
    assert service.client.post("/api/videos", content=b"x").status_code == 422


@pytest.mark.parametrize(
    "name",
    [
        *("", ".", "..", "../x.mp4", "a/../x.mp4", "/etc/x.mp4", "a//x.mp4", "..\\x.mp4", "a\\x.mp4", ".hidden.mp4"),
        *(".flickbook-uploads/x.mp4", "a\0.mp4", "a\n.mp4", "a\x7f.mp4", "<b>.mp4", "a>.mp4", "~plan/x.mp4", " a.mp4"),
        *("a/" * 460 + "x.mp4", "x" * 220 + ".mp4", "ä" * 110 + ".mp4", "\ud800.mp4"),
    ],
)
def test_a_name_that_climbs_hides_or_is_markup_is_refused(name: str) -> None:
    with pytest.raises(NameRefused):
        upload_key(name)


@pytest.mark.parametrize("name", ["a b.mp4", "shows/my.film.v2.MKV", "100% sure.mov", "日本語 é.webm", "a+b&c='d'.ts"])
def test_ordinary_names_are_kept_unchanged(name: str) -> None:
    assert upload_key(name) == name


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("cafe\u0301/e\u0301.mp4", "caf\u00e9/\u00e9.mp4"),
        ("\u202efi\u200blm.mp4\ufeff", "film.mp4"),
        ("\u0645\u06cc\u200c\u062e.mp4", "\u0645\u06cc\u200c\u062e.mp4"),
    ],
)
def test_names_that_look_the_same_become_one_key(name: str, key: str) -> None:
    assert upload_key(name) == key


@pytest.mark.parametrize("name", ["\u200b.hidden.mp4", "\u2060~plan/x.mp4", "a/\ufeff b.mp4", ".\u200b./x.mp4"])
def test_invisible_characters_are_removed_before_a_name_is_checked(name: str) -> None:
    with pytest.raises(NameRefused):
        upload_key(name)


@pytest.mark.parametrize("name", ["page.html", "film", "film.mp4.exe", "film.jpg", "playlist.m3u8"])
def test_a_name_without_a_videos_suffix_is_refused(name: str) -> None:
    with pytest.raises(FormatRefused):
        upload_key(name)


def test_a_gif_is_taken_unless_it_has_the_name_of_a_books_own() -> None:
    assert upload_key("film-0.GIF") == "film-0.GIF"
    assert upload_key("film/party-0.gif") == "film/party-0.gif"
    for name in ("film/film-0.gif", "shows/film/film-30-frame-2.webp"):
        with pytest.raises(NameRefused, match="the book"):
            upload_key(name)


@pytest.mark.parametrize("name", ["../climbs.mp4", "x/events.mp4", "<img src=x>.mp4"])
def test_refused_names_are_refused_by_plain_uploads_and_by_tus(name: str, service: Serving) -> None:
    plain = service.client.post("/api/videos", params={"filename": name}, content=b"x")
    assert (plain.status_code, plain.json()["error"]) == (422, "NameRefused")
    assert tus.create(service.client, name, 10).status_code == 422


def test_a_link_out_of_the_source_is_not_followed(service: Serving, source: Path, tmp_path: Path) -> None:
    (source / "away").symlink_to(tmp_path)
    answer = service.client.post("/api/videos", params={"filename": "away/x.mp4"}, content=b"x")
    assert (answer.status_code, answer.json()["error"]) == (422, "NameRefused")
    assert list(tmp_path.iterdir()) == []


def test_a_spool_on_another_file_system_than_its_folder_is_refused(tmp_path: Path) -> None:
    with TemporaryDirectory(dir="/dev/shm") as elsewhere, pytest.raises(UsageError, match="is on another file system"):
        Spool(str(tmp_path), Web(spool=elsewhere))
