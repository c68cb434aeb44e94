"""A book deletes and replaces its own files only: a person's videos and pictures may lie among them."""

from pathlib import Path
from typing import Any

import pytest

from flickbook.core.model import Plan
from flickbook.core.settings import Limits
from flickbook.engines.orders import plan_source
from flickbook.errors import NameTaken
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.registry import output_keys
from flickbook.storage import locate
from tests import clips
from tests.books import render

# What a person may have in a folder that is named like a video beside it.
ORIGINALS = (
    *(
        "film-0.mp4",
        "film-1.mp4",
        "film-900.webm",
        "highlight.mp4",
        "contact.jpg",
        "poster.jpg",
        "dash.mpd",
        "hls.m3u8",
    ),
    *("film.trickplay/320 - 10x10/0.jpg", "film-hd.bif", "chapters.vtt"),
)


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "film.mp4", frames=50)


@pytest.fixture
def originals(tmp_path: Path) -> dict[Path, bytes]:
    found = {tmp_path / "film" / name: name.encode() for name in ORIGINALS}
    for path, data in found.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return found


def planned(video: Path, **options: Any) -> Plan:
    return plan_source(video.as_uri(), make_recipe(snippet=2, size=64, **options), Limits())


def test_files_of_a_person_stay_whatever_a_book_does(video: Path, originals: dict[Path, bytes]) -> None:
    out = video.parent
    for options in ({}, {"outputs": ["gif", "stills", "chapters"]}, {"outputs": ["stills"]}):
        render(video, out, make_recipe(snippet=1, size=64, **options))  # type: ignore[arg-type]
        if "chapters" in str(options):
            originals.pop(out / "film" / "chapters.vtt")  # the recipe asks for that file
        assert {path: path.read_bytes() for path in originals} == originals
    render(video, out, make_recipe(snippet=1, size=64), force=True)
    Book(locate(str(out)), "film").remove()
    assert {path: path.read_bytes() for path in originals} == originals
    assert not (out / "film" / "film-0.gif").exists()


def test_files_of_another_recipe_are_deleted_with_it(video: Path) -> None:
    out = video.parent
    render(video, out, make_recipe(snippet=1, size=64, outputs=["gif", "stills", "mp4", "contact"]))
    render(video, out, make_recipe(snippet=1, size=64, outputs=["stills"]))
    names = {path.name for path in (out / "film").iterdir()}
    assert names & {"film-0.mp4", "contact.jpg", "film-0.gif"} == set()


def test_a_video_in_the_place_of_a_file_of_its_book_is_refused(tmp_path: Path) -> None:
    (tmp_path / "highlight").mkdir()
    video = clips.make(tmp_path / "highlight" / "highlight.mp4", frames=20)
    data = video.read_bytes()
    render(video, tmp_path, make_recipe(snippet=1, size=64))
    with pytest.raises(NameTaken, match="would get a file in the place of its video"):
        Book(locate(str(tmp_path)), "highlight").adopt(planned(video, outputs=["stills", "highlight", "mp4"]))
    assert video.read_bytes() == data


def test_a_poster_counts_only_beside_its_list(video: Path) -> None:
    plan = planned(video, outputs=["stills", "gif", "poster"])
    assert output_keys("film", ["poster.jpg", "film-0.gif", "cover.jpg"], [plan]) == ["film-0.gif"]
    assert output_keys("film", ["poster.jpg", "posters.json"], [plan]) == ["poster.jpg", "posters.json"]


def test_a_folder_with_files_of_a_person_is_not_replaced(video: Path) -> None:
    folder = video.parent / "film" / "film.trickplay"
    folder.mkdir(parents=True)
    (folder / "note.txt").write_text("mine")
    with pytest.raises(NameTaken, match=r"note\.txt"):
        render(video, video.parent, make_recipe(snippet=1, size=64, outputs=["stills", "jellyfin"]))
    assert (folder / "note.txt").read_text() == "mine"
