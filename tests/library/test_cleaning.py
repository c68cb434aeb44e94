"""`flickbook clean` lists what is left behind, and deletes with `--yes` just that."""

from pathlib import Path

import pytest

from flickbook.core.model import Order
from flickbook.errors import StoreError
from flickbook.library.beside import BesideFiles
from flickbook.library.book import Book
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import Store, locate
from flickbook.watch.markers import Markers, VideoVersion
from tests import clips
from tests.books import render
from tests.cli.run import Ran, call

BOTH = make_recipe(for_="emby,jellyfin")
STEMS = ("Süße Träume", "b")


@pytest.fixture
def films(tmp_path: Path) -> list[Path]:
    """Make two videos, each in a folder of its own."""
    paths = [tmp_path / "Filme & mehr" / stem / f"{stem}.mp4" for stem in STEMS]
    for path in paths:
        path.parent.mkdir(parents=True)
        clips.make(path, frames=15, rate=1)
    return paths


@pytest.fixture
def out(films: list[Path], tmp_path: Path) -> Path:
    """Make the books of both, with copies beside them."""
    for film in films:
        render(film, tmp_path / "out", BOTH, beside=True)
    return tmp_path / "out"


def tree(*folders: Path) -> set[Path]:
    return {path for folder in folders for path in folder.rglob("*") if path.is_file()}


def clean(out: Path, *flags: str | Path) -> Ran:
    return call("clean", out, *flags)


def test_a_library_whose_videos_are_there_has_nothing_to_delete(out: Path, tmp_path: Path) -> None:
    before = tree(tmp_path)
    assert clean(out, "--yes") == Ran(0, "nothing to delete\n", "")
    nowhere = f"error: OUT {tmp_path}/nowhere: is no folder; pass the --out of `flickbook render`.\n"
    assert clean(tmp_path / "nowhere", "--yes") == Ran(2, "", nowhere)
    assert "is a web server" in clean("https://localhost/a").err  # type: ignore[arg-type]
    assert tree(tmp_path) == before


def test_a_book_whose_video_is_gone_is_listed_and_then_deleted_with_all_that_belongs_to_it(
    out: Path, films: list[Path], tmp_path: Path
) -> None:
    first, second = films
    place, name = locate(str(out)), first.stem
    Orders(place).place(Order(locate(str(first)), name, BOTH, place))
    Markers(place).add(VideoVersion(locate(str(first)), name, "v1"))
    (first.parent / "movie.nfo").write_text("theirs")
    first.unlink()
    before = tree(tmp_path)
    ran = clean(out)
    assert (ran.code, ran.err, tree(tmp_path)) == (0, "", before)
    assert ran.out.splitlines() == [
        f"{out / name}: its video is gone: {first}",
        f"  {first.parent / name}-320-10.bif",
        f"  {first.parent / name}.trickplay",
        "to delete: 1 book and 2 files and folders next to videos; nothing is deleted without --yes",
    ]
    assert clean(out, "--yes").out.endswith("\ndeleted: 1 book and 2 files and folders next to videos\n")
    assert [path.name for path in first.parent.iterdir()] == ["movie.nfo"]
    assert not [path for path in tree(out) if name in str(path)]
    assert {path for path in before if second.parent in path.parents or out / "b" in path.parents} <= tree(tmp_path)
    assert (Index(place).names(), BesideFiles(place).names()) == (["b"], ["b"])
    assert clean(out).out == "nothing to delete\n"


def test_a_video_that_cannot_be_reached_keeps_its_book(out: Path, films: list[Path], tmp_path: Path) -> None:
    away = films[0].parents[1].rename(tmp_path / "unmounted")
    for flags in ((), ("--beside",)):
        ran = clean(out, "--yes", *flags)
        assert (ran.code, ran.out) == (1, "nothing to delete\n")
        faults = [line.split(": is missing, but so is its folder")[0] for line in ran.err.splitlines()]
        assert faults == [f"error: {film}" for film in films]
    away.rename(films[0].parents[1])
    assert clean(out).out == "nothing to delete\n"
    assert all(Book(locate(str(out)), stem).plan() for stem in STEMS)


def test_below_a_folder_that_is_there_a_video_is_gone_if_its_folder_is(out: Path, films: list[Path]) -> None:
    for path in sorted(films[0].parent.rglob("*"), reverse=True):
        path.unlink() if path.is_file() else path.rmdir()
    films[0].parent.rmdir()
    assert clean(out, "--yes").code == 1
    ran = clean(out, "--below", films[0].parents[1], "--yes", "--json")
    assert (ran.code, [(book["name"], book["deleted"]) for book in ran.json["books"]]) == (0, [("Süße Träume", True)])
    assert not (out / "Süße Träume").exists()
    assert clean(out, "--below", out / "nowhere").code == 2


def test_the_copies_of_all_books_are_removed_on_request_and_the_books_stay(out: Path, films: list[Path]) -> None:
    theirs = films[1].parent / "b-320-10.bif"
    theirs.write_text("changed")
    before = tree(out)
    ran = clean(out, "--beside")
    assert ran.out.splitlines() == [
        str(films[0].parent / "Süße Träume-320-10.bif"),
        str(films[0].parent / "Süße Träume.trickplay"),
        str(films[1].parent / "b.trickplay"),
        "to delete: 3 files and folders next to videos; nothing is deleted without --yes",
    ]
    assert clean(out, "--beside", "--yes").code == 0
    assert {path for film in films for path in film.parent.iterdir()} == {*films, theirs}
    assert tree(out) == {path for path in before if "beside" not in path.parts}
    assert clean(out, "--beside").out == "nothing to delete\n"
    render(films[0], out, BOTH, beside=True)
    assert (films[0].parent / "Süße Träume-320-10.bif").exists()


def test_copies_whose_book_a_person_deleted_are_found(out: Path, films: list[Path]) -> None:
    place = locate(str(out))
    Book(place, "b").remove()
    Index(place).delete("b")
    (films[1].parent / "movie.nfo").touch()
    assert clean(out, "--yes").out == "nothing to delete\n"
    films[1].unlink()
    ran = clean(out, "--yes")
    assert ran.out.startswith(f"b (its book is gone too): its video is gone: {films[1]}\n")
    assert [path.name for path in films[1].parent.iterdir()] == ["movie.nfo"]


def test_a_deletion_that_was_interrupted_is_finished_by_the_next(out: Path, films: list[Path]) -> None:
    place = locate(str(out))
    BesideFiles(place).remove("b")
    Book(place, "b").remove()
    (films[1].parent / "movie.nfo").touch()
    films[1].unlink()
    assert clean(out, "--yes").out.splitlines()[-1] == "deleted: 1 book"
    assert Index(place).names() == ["Süße Träume"]


def test_a_book_that_fails_stops_no_other(out: Path, films: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    for film in films:
        (film.parent / "movie.nfo").touch()
        film.unlink()
    (out / "b" / "plan.json").write_text("{")
    honest = Store.delete

    def delete(self: Store, keys: list[str]) -> None:
        if "manifest.json" in keys:
            raise StoreError("a", "the store failed", "run again")
        honest(self, keys)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "delete", delete)
        ran = clean(out, "--yes")
    assert (ran.code, ran.err.count("error: ")) == (1, 2)
    ran = clean(out, "--yes")
    assert (ran.code, "plan.json: is not a plan" in ran.error, (out / "Süße Träume").exists()) == (1, True, False)
