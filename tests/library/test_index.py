"""A list of books is read from index entries, which are derived from the stored books."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from msgspec.structs import replace

from flickbook.core.model import Entry, Receipt, Recipe
from flickbook.errors import NameRefused
from flickbook.library.book import Book
from flickbook.library.index import Index, entry_of
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.registry import book_name
from flickbook.storage import locate
from flickbook.web.catalogue import Choice
from flickbook.web.details import list_videos
from flickbook.web.views import Views
from tests import clips
from tests.books import render

RECIPE = make_recipe(snippet=1, size=64)
NAMES = ["a", "a b", "a - b", "a!", "a.json", "a/b", "aa", "Ä", "z/y/x"]


@pytest.fixture(params=["file", "memory"])
def out(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return tmp_path.as_uri() if request.param == "file" else f"memory://{tmp_path.name}"


def test_names_are_listed_in_the_order_of_code_points_a_page_at_a_time(out: str) -> None:
    index = Index(out)
    for name in NAMES:
        index.note(Entry(name, "waiting", "file:///a", 1.0))
    listed = sorted(NAMES)
    assert index.names() == listed
    for place, name in enumerate(listed):
        assert index.names(after=name) == listed[place + 1 :]
    assert index.names(search="A B") == ["a b"]
    assert index.names(search="ä") == ["Ä"]
    page = list_videos(Views(out), Choice(limit=2))
    pages = [entry.name for entry in page.videos]
    while page.next is not None:
        page = list_videos(Views(out), Choice(after=page.next, limit=2))
        pages += [entry.name for entry in page.videos]
    assert pages == listed


def test_rendering_writes_the_entry_and_keeps_when_the_video_was_added(tmp_path: Path) -> None:
    index = Index(locate(str(tmp_path / "out")))
    video = clips.make(tmp_path / "movie.mp4", frames=70)
    render(video, tmp_path / "out", RECIPE)
    first = index.entry("movie")
    assert first is not None
    assert (first.state, first.snippets, first.done, first.failed) == ("complete", 3, 3, 0)
    assert (first.poster, first.gif) == ("movie-1-frame-0.jpg", "movie-1.gif")
    render(video, tmp_path / "out", RECIPE, force=True)
    second = index.entry("movie")
    assert second is not None
    assert second.added == first.added
    assert second.begun > first.begun


def test_an_entry_whose_book_is_gone_is_not_shown_and_others_fill_the_page(tmp_path: Path) -> None:
    out = locate(str(tmp_path / "out"))
    for name in ("a", "b", "c"):
        render(clips.make(tmp_path / f"{name}.mp4", frames=10), tmp_path / "out", RECIPE)
    Book(out, "a").remove()
    assert [entry.name for entry in list_videos(Views(out), Choice(limit=2)).videos] == ["b", "c"]


def test_a_book_of_a_later_version_has_an_entry_without_the_pictures_that_are_not_known(tmp_path: Path) -> None:
    render(clips.make(tmp_path / "a.mp4", frames=10), tmp_path / "out", make_recipe(outputs=["gif", "stills"]))
    book = Book(locate(str(tmp_path / "out")), "a")
    plan = book.plan()
    assert plan is not None
    later = replace(plan, recipe=Recipe(30, {"gif": {}, "stills": {"later_option": 1}}))
    made = [Receipt(plan.id, plan.snippets[0])]
    entry = entry_of(later, made, "making")
    assert (entry.poster, entry.gif) == (None, "a-0.gif")
    assert entry_of(plan, made, "making").poster == "a-0-frame-0.jpg"


def test_an_unreadable_entry_or_plan_hides_no_other_book(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name in ("a", "b", "c"):
        render(clips.make(tmp_path / f"{name}.mp4", frames=10), out, RECIPE)
    (out / ".flickbook" / "books" / "a.json").write_bytes(b"")
    (out / "b" / "plan.json").write_bytes(b"")
    entry = Index(locate(str(out))).entry("b")
    assert entry is not None
    Index(locate(str(out))).note(Entry("b", "making", entry.source, 1.0, plan=entry.plan))
    assert [entry.name for entry in list_videos(Views(locate(str(out))), Choice(limit=2)).videos] == ["c"]


def test_a_complete_book_with_an_outdated_entry_is_listed_as_complete(tmp_path: Path) -> None:
    out = locate(str(tmp_path / "out"))
    render(clips.make(tmp_path / "a.mp4", frames=30), tmp_path / "out", RECIPE)
    index = Index(out)
    entry = index.entry("a")
    assert entry is not None
    index.note(Entry("a", "making", entry.source, 1.0, plan=entry.plan))
    (shown,) = list_videos(Views(out), Choice(limit=2)).videos
    assert (shown.state, shown.done) == ("complete", 2)


@pytest.mark.parametrize("key", [".flickbook/books/a.json", ".flickbook.mp4", ".flickbook-uploads/a.mp4"])
def test_no_book_can_be_named_like_the_index(key: str) -> None:
    with pytest.raises(NameRefused):
        book_name(key)


def test_removing_a_book_keeps_the_books_below_it_and_foreign_files(tmp_path: Path) -> None:
    out = tmp_path / "out"
    render(clips.make(tmp_path / "shows.mp4", frames=30), out, RECIPE)
    inner = out / "shows" / "receipts"
    (inner / "notes.json").write_text("mine")
    Book(locate(str(out)), "shows").remove()
    assert [path.name for path in (out / "shows").rglob("*") if path.is_file()] == ["notes.json"]
    (inner / "notes.json").unlink()
    Book(locate(str(out)), "shows").remove()
    assert not (out / "shows").exists()


def test_a_books_picture_is_its_poster_or_else_its_richest_still(tmp_path: Path) -> None:
    index = Index(locate(str(tmp_path / "out")))
    noise = np.random.default_rng(1).integers(0, 256, (96, 160, 3), np.uint8)
    pictures = [np.full_like(noise, 9), noise, np.full_like(noise, 99)]
    video = clips.make(tmp_path / "movie.mp4", pictures=(each for each in pictures for _ in range(25)))
    recipe: dict[str, Any] = {"size": 64, "outputs": ["stills"]}
    for poster, wanted in ((False, "movie-0-frame-1.jpg"), (True, "poster.jpg"), (False, "movie-0-frame-1.jpg")):
        render(video, tmp_path / "out", make_recipe(**recipe, poster=poster))
        entry = index.entry("movie")
        assert entry is not None
        assert entry.poster == wanted
        assert (tmp_path / "out" / "movie" / wanted).exists()


def test_a_film_with_a_black_middle_is_shown_by_the_nearest_picture_that_is_not_black(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 256, (96, 160, 3), np.uint8)
    black = np.full_like(noise, 9)
    pictures = [noise, noise, black, black, black, black, noise, noise]
    video = clips.make(tmp_path / "movie.mp4", pictures=(each for each in pictures for _ in range(25)), frames=200)
    render(video, tmp_path / "out", make_recipe(snippet=1, size=64, outputs=["stills", "gif"]))
    entry = Index(locate(str(tmp_path / "out"))).entry("movie")
    assert entry is not None
    assert (entry.poster, entry.gif) == ("movie-6-frame-0.jpg", "movie-6.gif")
