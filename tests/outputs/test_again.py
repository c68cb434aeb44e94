"""Rendering again with another recipe makes only what is new; the rest stays as it is, byte for byte."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from flickbook import api
from flickbook.core.model import Recipe
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import Collector
from flickbook.engines.job import work
from flickbook.engines.orders import plan_source, submit
from flickbook.library.book import Book
from flickbook.library.completion import give_up
from flickbook.library.receipts import Receipts
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import Store, locate
from tests import clips
from tests.books import render
from tests.library.test_races import OUTAGE

USUAL: dict[str, Any] = {"snippet": 1, "size": 64}


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "a.mp4", frames=75)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "out" / "a"


def marks(book: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in book.glob("a-*")}


def changed(book: Path, before: dict[str, int]) -> set[str]:
    """Return the names of the outputs with new or rewritten files."""
    files = json.loads((book / "manifest.json").read_text())["files"]
    after = marks(book)
    assert {file["key"] for file in files} == after.keys(), "no file that is not listed"
    return {file["output"] for file in files if after[file["key"]] != before.get(file["key"])}


@pytest.mark.parametrize(
    ("first", "then", "made"),
    [
        ({"outputs": ["gif"]}, {"outputs": ["gif", "stills"]}, {"stills"}),
        ({"outputs": ["gif"]}, {}, {"stills", "storyboard"}),
        (
            {},
            {"outputs": ["gif", "stills", "storyboard", "mp4", "webp", "webm", "avif"]},
            {"mp4", "webp", "webm", "avif"},
        ),
        ({}, {"fps": 5}, {"gif"}),
        ({}, {"size": 32}, {"gif"}),
        ({}, {"gif.quality": 80}, {"gif"}),
        ({}, {"gif.quality": 50}, set()),
        ({}, {"still_quality": 90}, {"stills"}),
        ({}, {"tile_width": 80}, {"storyboard"}),
        ({}, {"tile_quality": 90, "fps": 5}, {"gif", "storyboard"}),
        ({}, {"outputs": ["stills"]}, set()),
        ({"outputs": ["stills"], "still_quality": 90}, {"still_quality": 90}, {"gif", "storyboard"}),
        ({}, {"snippet": 2}, {"gif", "stills", "storyboard"}),
    ],
)
def test_only_what_another_recipe_asks_for_is_made(
    video: Path, book: Path, first: dict[str, Any], then: dict[str, Any], made: set[str]
) -> None:
    render(video, book.parent, make_recipe(**(USUAL | first)))
    before = marks(book)
    recipe = make_recipe(**(USUAL | then))
    manifest = render(video, book.parent, recipe)
    assert (manifest.complete, {file.output for file in manifest.files}) == (True, {*recipe.outputs})
    assert changed(book, before) == made
    fresh = render(video, book.parent.parent / "fresh", recipe)
    assert {file.key: file.digest for file in fresh.files} == {file.key: file.digest for file in manifest.files}
    assert not list(book.glob("receipts/*.kept.json"))
    before = marks(book)
    render(video, book.parent, recipe)
    assert changed(book, before) == set()


def test_force_makes_all_again(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**USUAL, outputs=["gif"]))
    before = marks(book)
    render(video, book.parent, make_recipe(**USUAL), force=True)
    assert changed(book, before) == {"gif", "stills", "storyboard"}


def submitted(video: Path, book: Path, recipe: Recipe) -> Collector:
    sent = Collector()
    plan = plan_source(str(video), recipe, Limits())
    submit(plan, locate(str(book.parent)), sent, Engine(workers=1, run_length=1))
    return sent


def test_kept_files_survive_a_stop_and_a_failure(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**USUAL, outputs=["gif"]))
    before = marks(book)
    recipe = make_recipe(**USUAL, outputs=["gif", "stills"])
    submitted(video, book, recipe)
    first, second, third = submitted(video, book, recipe).jobs
    assert first.reuse
    work(first)
    give_up(second, OUTAGE)
    work(third)
    manifest = Book(first.out, first.name).manifest()
    assert manifest is not None
    assert [failed.start for failed in manifest.failed] == [1]
    assert {file.key for file in manifest.files if file.output == "gif"} == {"a-0.gif", "a-1.gif", "a-2.gif"}
    (again,) = submitted(video, book, recipe).jobs
    work(again)
    assert api.status(book).state == "complete"
    assert changed(book, before) == {"stills"}


def test_kept_files_of_a_failed_snippet_suffice_for_a_recipe_that_needs_only_them(video: Path, book: Path) -> None:
    usual = make_recipe(**USUAL, outputs=["gif"])
    render(video, book.parent, usual)
    before = marks(book)
    for job in submitted(video, book, make_recipe(**USUAL)).jobs:
        give_up(job, OUTAGE)
    assert api.status(book).state == "partial"
    manifest = render(video, book.parent, usual)
    assert (manifest.complete, manifest.totals.files) == (True, {"gif": 3})
    assert changed(book, before) == set()


def test_returning_to_the_first_recipe_finds_its_files_again(video: Path, book: Path) -> None:
    usual = make_recipe(**USUAL, outputs=["gif"])
    render(video, book.parent, usual)
    before = marks(book)
    submitted(video, book, make_recipe(**USUAL))
    assert api.status(book).state == "unfinished"
    assert render(video, book.parent, usual).complete
    assert changed(book, before) == set()


@pytest.mark.parametrize("half", ["adopted", "whole"])
def test_files_that_a_plan_between_replaced_are_made_again_for_the_first_recipe(
    half: str, video: Path, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual, other = make_recipe(**USUAL, fps=1), make_recipe(**USUAL, fps=2)
    expected = {file.key: file.digest for file in render(video, book.parent, usual).files}
    if half == "adopted":
        # Whoever submits the second plan dies in the middle of it: the receipts of the first are left.
        monkeypatch.setattr(Receipts, "keep_usable", die)
        with pytest.raises(RuntimeError):
            submitted(video, book, other)
        monkeypatch.undo()
    jobs = submitted(video, book, other).jobs
    # The worker stores its files, and dies before it signs for them.
    monkeypatch.setattr(Book, "store_receipt", die)
    with pytest.raises(RuntimeError):
        work(jobs[0])
    monkeypatch.undo()
    manifest = render(video, book.parent, usual)
    stored = {file.key: hashlib.sha256((book / file.key).read_bytes()).hexdigest() for file in manifest.files}
    assert (manifest.complete, stored) == (True, expected)


def die(*_: object, **__: object) -> None:
    raise RuntimeError("dies")


def test_a_deleted_file_is_made_again(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**USUAL))
    (book / "a-1.gif").unlink()
    first, second, third = submitted(video, book, make_recipe(**USUAL, still_quality=90)).jobs
    work(first)
    work(third)
    give_up(second, OUTAGE)
    manifest = Book(first.out, first.name).manifest()
    assert manifest is not None
    assert {file.key for file in manifest.files if file.output == "gif"} == {"a-0.gif", "a-2.gif"}
    assert all((book / file.key).exists() for file in manifest.files)


def test_a_failed_snippet_whose_kept_file_was_deleted_is_completed_by_the_last_worker(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**USUAL, outputs=["gif"]))
    first, second, third = submitted(video, book, make_recipe(**USUAL, outputs=["gif", "stills"])).jobs
    give_up(second, OUTAGE)
    (book / "a-1.gif").unlink()
    work(first)
    work(third)
    manifest = Book(first.out, first.name).manifest()
    assert manifest is not None
    assert (manifest.complete, manifest.totals.files) == (True, {"gif": 3, "stills": 3})
    assert all((book / file.key).exists() for file in manifest.files)
    assert not list(book.glob("receipts/*.kept.json"))


def test_foreign_files_in_a_books_folder_stay(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**USUAL))
    others = [book / name for name in (".gif", "-frame-#.jpg", "a-007.gif", "a-٣.gif", "a.gif", "storyboard.txt")]
    for path in others:
        path.write_text("theirs")
    render(video, book.parent, make_recipe(**USUAL, fps=5))
    Book(locate(str(book.parent)), "a").remove()
    assert [path.name for path in others if not path.exists()] == []


def test_a_fresh_video_is_submitted_with_one_listing(video: Path, book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed: list[str] = []
    honest = Store.list_folder

    def list_folder(self: Store, folder: str = "") -> dict[str, str]:
        listed.append(folder)
        return honest(self, folder)

    monkeypatch.setattr(Store, "list_folder", list_folder)
    submitted(video, book, make_recipe(**USUAL))
    assert listed == ["receipts"]
