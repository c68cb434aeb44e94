"""A book that version 1 of the stored JSON describes, made by an earlier Flickbook, is as good as one made now."""

import json
import shutil
from pathlib import Path

import pytest

from flickbook import api
from flickbook.core import wire
from flickbook.core.model import Manifest
from flickbook.library.index import Index
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import find_source, locate
from tests.books import render
from tests.cli.run import call

MADE = Path(__file__).parent / "version_1"
RECIPE = make_recipe(snippet=1, size=64, tile_width=32)


@pytest.fixture
def film(tmp_path: Path) -> Path:
    return Path(shutil.copy(MADE / "film.mp4", tmp_path))


@pytest.fixture
def book(film: Path, tmp_path: Path) -> Path:
    """The stored book, moved: it names this folder, and the version that the video has here."""
    book = tmp_path / "out" / "film"
    shutil.copytree(MADE / "film", book)
    cards = tmp_path / "out" / ".flickbook" / "books"
    cards.mkdir(parents=True)
    shutil.copy(MADE / "card.json", cards / "film.json")
    found = find_source(locate(str(film)))
    for path in (book / "plan.json", book / "manifest.json"):
        document = json.loads(path.read_text())
        document["source"] = {"url": found.url, "etag": found.etag, "size": found.size}
        path.write_text(json.dumps(document))
    return book


def versions(book: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in book.glob("film-*")}


def test_it_opens_and_lists(book: Path) -> None:
    assert all(json.loads(path.read_text())["version"] == 1 for path in book.rglob("receipts/*.json"))
    status = api.status(book)
    assert (status.state, status.done, status.bound) == ("complete", 2, True)
    assert status.totals is not None
    assert status.totals.files == {"gif": 2, "stills": 2, "storyboard": 2}
    report = api.report(book)
    assert report.steps.keys() == {"decode", "gif", "stills", "storyboard", "store", "rest"}
    assert report.wall == pytest.approx(sum(report.steps.values()), abs=1e-3)
    ran = call("status", book)
    assert (ran.code, "2 gif, 2 stills, 2 storyboard" in ran.out) == (0, True)
    entry = Index(locate(str(book.parent))).entry("film")
    assert entry is not None
    assert (entry.state, entry.poster, entry.gif) == ("complete", "film-1-frame-0.jpg", "film-1.gif")


def test_its_manifest_says_the_same_as_one_of_today(book: Path, film: Path, tmp_path: Path) -> None:
    old = wire.decode((book / "manifest.json").read_bytes(), Manifest, "it")
    now = render(film, tmp_path / "now", RECIPE)
    assert [(file.key, file.output, file.kind) for file in old.files] == [
        (file.key, file.output, file.kind) for file in now.files
    ]
    assert (old.recipe, old.totals.files, old.details) == (now.recipe, now.totals.files, now.details)


def test_it_is_not_rendered_again_when_the_same_recipe_is_asked_for(book: Path, film: Path) -> None:
    before = versions(book)
    manifest = render(film, book.parent, RECIPE)
    assert manifest.complete
    assert versions(book) == before
    assert json.loads((book / "plan.json").read_text())["id"] == manifest.plan, "the plan keeps its id"


def test_its_missing_snippets_are_made(book: Path, film: Path) -> None:
    before = versions(book)
    for name in ("receipts/1.json", "manifest.json"):
        (book / name).unlink()
    assert render(film, book.parent, RECIPE).complete
    assert api.status(book).state == "complete"
    after = versions(book)
    assert after.keys() == before.keys()
    # GIFs are made by another method now: the snippet's GIF has other bytes, and its other files the same.
    assert {name for name in after if after[name] != before[name]} == {"film-1.gif"}


def test_one_option_changed_makes_only_that_output_again(book: Path, film: Path) -> None:
    before = versions(book)
    assert render(film, book.parent, make_recipe(snippet=1, size=64, tile_width=32, fps=5)).complete
    after = versions(book)
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == {"film-0.gif", "film-1.gif"}


def test_a_recipe_without_an_output_only_deletes_its_files(book: Path, film: Path) -> None:
    before = versions(book)
    assert render(film, book.parent, make_recipe(snippet=1, tile_width=32, gif=False)).complete
    assert versions(book) == {name: version for name, version in before.items() if not name.endswith(".gif")}
