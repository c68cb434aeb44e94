"""A list of books is read from their cards, which follow from what is stored."""

from pathlib import Path

import pytest

from flickbook.core import layout
from flickbook.core.model import Card
from flickbook.errors import NameRefused
from flickbook.library.book import Book
from flickbook.library.index import Catalogue
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import locate
from flickbook.web.details import list_videos
from flickbook.web.views import Views
from tests import clips
from tests.books import render

RECIPE = make_recipe(snippet=1, size=64)
NAMES = ["a", "a b", "a - b", "a!", "a.json", "a/b", "aa", "Ä", "z/y/x"]


@pytest.fixture(params=["file", "memory"])
def out(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return tmp_path.as_uri() if request.param == "file" else f"memory://{tmp_path.name}"


def test_names_come_in_the_order_of_code_points_a_page_at_a_time(out: str) -> None:
    catalogue = Catalogue(out)
    for name in NAMES:
        catalogue.note(Card(name, "waiting", "file:///a", 1.0))
    listed = sorted(NAMES)
    assert catalogue.names() == listed
    for place, name in enumerate(listed):
        assert catalogue.names(after=name) == listed[place + 1 :]
    assert catalogue.names(search="A B") == ["a b"]
    assert catalogue.names(search="ä") == ["Ä"]
    page = list_videos(Views(out), "", 2, "")
    pages = [card.name for card in page.videos]
    while page.next is not None:
        page = list_videos(Views(out), page.next, 2, "")
        pages += [card.name for card in page.videos]
    assert pages == listed


def test_rendering_writes_the_card_and_keeps_when_the_video_was_added(tmp_path: Path) -> None:
    catalogue = Catalogue(locate(str(tmp_path / "out")))
    video = clips.make(tmp_path / "movie.mp4", frames=70)
    render(video, tmp_path / "out", RECIPE)
    first = catalogue.card("movie")
    assert first is not None
    assert (first.state, first.snippets, first.done, first.failed) == ("complete", 3, 3, 0)
    assert (first.poster, first.gif) == ("movie-1-frame-0.jpg", "movie-1.gif")
    render(video, tmp_path / "out", RECIPE, force=True)
    second = catalogue.card("movie")
    assert second is not None
    assert second.added == first.added
    assert second.begun > first.begun


def test_a_card_whose_book_is_gone_is_not_shown_and_others_fill_the_page(tmp_path: Path) -> None:
    out = locate(str(tmp_path / "out"))
    for name in ("a", "b", "c"):
        render(clips.make(tmp_path / f"{name}.mp4", frames=10), tmp_path / "out", RECIPE)
    Book(out, "a").remove()
    assert [card.name for card in list_videos(Views(out), "", 2, "").videos] == ["b", "c"]


def test_a_card_or_plan_that_cannot_be_read_takes_no_other_out_of_the_list(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for name in ("a", "b", "c"):
        render(clips.make(tmp_path / f"{name}.mp4", frames=10), out, RECIPE)
    (out / ".flickbook" / "books" / "a.json").write_bytes(b"")
    (out / "b" / "plan.json").write_bytes(b"")
    card = Catalogue(locate(str(out))).card("b")
    assert card is not None
    Catalogue(locate(str(out))).note(Card("b", "making", card.source, 1.0, plan=card.plan))
    assert [card.name for card in list_videos(Views(locate(str(out))), "", 2, "").videos] == ["c"]


def test_a_book_whose_last_worker_died_before_its_card_is_shown_as_it_is(tmp_path: Path) -> None:
    out = locate(str(tmp_path / "out"))
    render(clips.make(tmp_path / "a.mp4", frames=30), tmp_path / "out", RECIPE)
    catalogue = Catalogue(out)
    card = catalogue.card("a")
    assert card is not None
    catalogue.note(Card("a", "making", card.source, 1.0, plan=card.plan))
    (shown,) = list_videos(Views(out), "", 2, "").videos
    assert (shown.state, shown.done) == ("complete", 2)


@pytest.mark.parametrize("key", [".flickbook/books/a.json", ".flickbook.mp4", ".flickbook-uploads/a.mp4"])
def test_no_book_takes_the_place_of_the_cards(key: str) -> None:
    with pytest.raises(NameRefused):
        layout.book_name(key)


def test_removing_a_book_leaves_the_books_below_it_and_what_others_put_there(tmp_path: Path) -> None:
    out = tmp_path / "out"
    render(clips.make(tmp_path / "shows.mp4", frames=30), out, RECIPE)
    inner = out / "shows" / "receipts"
    (inner / "notes.json").write_text("mine")
    Book(locate(str(out)), "shows").remove()
    assert [path.name for path in (out / "shows").rglob("*") if path.is_file()] == ["notes.json"]
    (inner / "notes.json").unlink()
    Book(locate(str(out)), "shows").remove()
    assert not (out / "shows").exists()
