"""Uploads and orders that replace the video of their name: nothing of it is lost before the new one is stored."""

from pathlib import Path

import pytest

from flickbook.core.settings import Web
from flickbook.errors import NameTaken
from flickbook.outputs.recipes import make_recipe
from flickbook.web.spool import FOLDER, Spool
from tests import books, clips
from tests.web import tus
from tests.web.server import Serving

pytestmark = pytest.mark.xdist_group("service")


@pytest.fixture(scope="module")
def newer(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A video of three snippets."""
    return clips.make(tmp_path_factory.mktemp("newer") / "film.mp4", frames=75).read_bytes()


@pytest.fixture
def film(service: Serving) -> Path:
    """The source of a video of two snippets, whose book is made."""
    film = clips.make(service.source / "film.mp4", frames=30)
    service.order("film.mp4")
    service.wait_for("film")
    return film


def test_an_upload_that_breaks_off_leaves_the_old_book_whole_and_a_whole_one_is_planned_anew(
    service: Serving, film: Path, newer: bytes
) -> None:
    old, before = film.read_bytes(), service.detail("film")
    assert tus.create(service.client, "film.mp4", len(newer)).json()["error"] == "NameTaken"
    where = tus.begin(service.client, "film.mp4", len(newer), replace="true")
    assert tus.send(service.client, where, 0, newer[:-1]).status_code == 204
    assert film.read_bytes() == old
    assert service.detail("film") == before
    assert service.client.get(before["gif"]).status_code == 200
    assert tus.send(service.client, where, len(newer) - 1, newer[-1:]).status_code == 204
    assert film.read_bytes() == newer
    after = service.wait_for("film")
    assert (after["snippets"], after["done"]) == (3, 3)
    assert after["base"] != before["base"]
    assert tus.left_in(service.source) == []


def test_a_video_of_another_format_takes_the_place_of_the_old_one(service: Serving, film: Path, newer: bytes) -> None:
    asked = {"filename": "film.mov", "replace": "true"}
    assert service.client.post("/api/videos", params=asked, content=newer).status_code == 201
    assert not film.exists()
    assert service.wait_for("film")["source"]["url"].endswith("/film.mov")
    film.write_bytes(newer)
    assert service.order("film.mp4").status_code == 409
    assert service.client.post("/api/videos", params={"replace": "true"}, json={"key": "film.mp4"}).status_code == 202
    assert service.wait_for("film")["source"]["url"].endswith("/film.mp4")
    assert not film.with_suffix(".mov").exists()


def test_a_book_of_the_same_file_through_a_link_is_replaced_and_the_new_video_stays(
    service: Serving, newer: bytes
) -> None:
    film = clips.make(service.source / "film.mp4", frames=30)
    (service.source / "link").symlink_to(service.source)
    books.render(service.source / "link" / "film.mp4", service.out, make_recipe(snippet=1, size=64))
    asked = {"filename": "film.mp4", "replace": "true"}
    assert service.client.post("/api/videos", params=asked, content=newer).status_code == 201
    assert service.wait_for("film")["snippets"] == 3
    assert film.read_bytes() == newer


def test_a_file_that_is_no_video_replaces_a_video_with_its_pictures_and_can_only_be_deleted(
    service: Serving, film: Path
) -> None:
    gif = service.detail("film")["gif"]
    asked = {"filename": film.name, "replace": "true"}
    assert service.client.post("/api/videos", params=asked, content=b"text").status_code == 201
    assert service.wait_for("film", "refused")["retry"] is False
    assert service.client.get(gif).status_code == 404
    assert film.read_bytes() == b"text"


def test_a_video_that_replaces_itself_keeps_its_pictures(service: Serving, film: Path) -> None:
    (gif, *_) = service.out.rglob("*.gif")
    before = gif.stat().st_ctime_ns
    assert service.client.post("/api/videos", params={"replace": "true"}, json={"key": film.name}).status_code == 202
    service.wait_for("film")
    assert gif.stat().st_ctime_ns == before


def test_a_folder_is_never_replaced(service: Serving) -> None:
    (service.source / "film.mp4").mkdir()
    asked = {"filename": "film.mp4", "replace": "true"}
    answer = service.client.post("/api/videos", params=asked, content=b"x")
    assert (answer.status_code, answer.json()["error"]) == (409, "NameTaken")


def test_a_link_that_a_killed_service_left_does_not_stop_a_replacement(tmp_path: Path) -> None:
    spool = Spool(str(tmp_path), Web(min_free_bytes=0))
    (tmp_path / "film.mp4").write_bytes(b"old")
    for replaces in (False, True):
        upload = spool.create("film.mp4", 3, replaces=replaces)
        spool.append(upload, 0, b"new")
        spool.part(upload).with_suffix(".link").write_bytes(b"left")
        assert not spool.is_placed(upload)
        if replaces:
            spool.place(upload)
            assert spool.is_placed(upload)
            spool.mark_done(upload)
        else:
            with pytest.raises(NameTaken):
                spool.place(upload)
            spool.part(upload).with_suffix(".link").unlink()
    assert (tmp_path / "film.mp4").read_bytes() == b"new"
    assert list((tmp_path / FOLDER).glob("*.link")) == []
