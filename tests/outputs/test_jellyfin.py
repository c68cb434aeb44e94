"""Trickplay folders follow Jellyfin's rules, and a reader sees a whole set of sheets or none."""

import os
import re
import uuid
from concurrent.futures import ThreadPoolExecutor
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from flickbook import api
from flickbook.core import layout
from flickbook.core.model import Job
from flickbook.core.settings import Limits
from flickbook.engines.base import Collector
from flickbook.engines.job import work
from flickbook.engines.orders import plan_source, submit
from flickbook.errors import LimitExceeded, NameRefused, UsageError
from flickbook.library.book import Book
from flickbook.library.completion import give_up
from flickbook.outputs.recipes import check_limits, make_recipe
from flickbook.outputs.registry import book_name, media_type
from flickbook.storage import Store, locate
from flickbook.storage.folder_swap import replace_folder
from tests import clips
from tests.books import jpeg, render
from tests.library.test_races import ONE_EACH, OUTAGE
from tests.outputs.test_again import submitted

USUAL: dict[str, Any] = {"snippet": 4, "size": 64, "outputs": ["stills", "storyboard"]}
JELLYFIN = USUAL | {"outputs": ["stills", "storyboard", "jellyfin"], "jellyfin.interval": 1, "jellyfin.widths": "80"}
SMALL = JELLYFIN | {"jellyfin.columns": 3, "jellyfin.rows": 2}


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "a.b.mp4", frames=210)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "out" / "a.b"


def numbers(book: Path, width: int, stem: str = "a.b") -> list[int | None]:
    """Read a folder as Jellyfin does: the grid from its name, the sheets by number. None is a place that is black."""
    found: list[int | None] = []
    (folder,) = (path for path in (book / f"{stem}.trickplay").iterdir() if path.name.startswith(f"{width} "))
    match = re.fullmatch(r"(\d+) - (\d+)x(\d+)", folder.name)
    assert match is not None
    _, columns, rows = map(int, match.groups())
    sheets = sorted(folder.iterdir(), key=lambda path: int(path.stem))
    assert [path.name for path in sheets] == [f"{number}.jpg" for number in range(len(sheets))]
    for sheet in map(jpeg, sheets):
        assert (sheet.shape[1], sheet.shape[0] % rows) == (width * columns, 0)
        height = sheet.shape[0] // rows
        for place in range(columns * rows):
            row, column = divmod(place, columns)
            tile = sheet[row * height : (row + 1) * height, column * width : (column + 1) * width]
            found.append(None if tile.max() < 9 else clips.read(tile))
    return found


def test_a_finished_book_gets_a_folder_and_nothing_else_is_made_again(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**USUAL))
    before = {path.name: path.stat().st_mtime_ns for path in book.glob("a.b-*")}
    manifest = render(video, book.parent, make_recipe(**JELLYFIN))
    assert {path.name: path.stat().st_mtime_ns for path in book.glob("a.b-*")} == before
    assert manifest.totals.frames_decoded == 0
    assert [path.name for path in (book / "a.b.trickplay").iterdir()] == ["80 - 10x10"]
    shown = numbers(book, 80)
    assert (len(shown), shown[:9]) == (100, [0, 25, 50, 75, 100, 125, 150, 175, 200])
    assert set(shown[ceil(manifest.duration) :]) == {None}


def test_other_options_replace_the_folder_and_no_folder_is_left_without_the_output(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**JELLYFIN))
    render(video, book.parent, make_recipe(**SMALL | {"jellyfin.widths": "80,999"}))
    names = sorted(path.name for path in (book / "a.b.trickplay").iterdir())
    assert names == ["160 - 3x2", "80 - 3x2"], "never enlarged"
    assert numbers(book, 80) == numbers(book, 160) == [0, 25, 50, 75, 100, 125, 150, 175, 200, None, None, None]
    render(video, book.parent, make_recipe(**SMALL))
    assert [path.name for path in (book / "a.b.trickplay").iterdir()] == ["80 - 3x2"]
    render(video, book.parent, make_recipe(**USUAL))
    assert not [path for path in book.iterdir() if "trickplay" in path.name]


def test_a_book_that_is_made_anew_without_the_output_loses_the_folder(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**JELLYFIN))
    plan = plan_source(str(video), make_recipe(**USUAL), Limits())
    Book(locate(str(book.parent)), "a.b").adopt(plan, afresh=True)
    assert not [path for path in book.iterdir() if "trickplay" in path.name]


def test_a_book_in_a_bucket_has_and_loses_the_same_keys(video: Path) -> None:
    out = f"memory://{uuid.uuid4().hex}"
    for options in (SMALL, JELLYFIN):
        for job in submitted_to(video, out, options):
            work(job)
    store = Book(out, "a.b").store
    assert list(store.list_all("a.b.trickplay")) == ["a.b.trickplay/80 - 10x10/0.jpg"]
    for job in submitted_to(video, out, USUAL):
        work(job)
    assert not list(store.list_all("a.b.trickplay"))


def submitted_to(video: Path, out: str, options: dict[str, Any]) -> list[Job]:
    sent = Collector()
    submit(plan_source(str(video), make_recipe(**options), Limits()), out, sent, ONE_EACH)
    return sent.jobs


def test_a_removed_book_leaves_nothing(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**JELLYFIN))
    (book / "a.b.trickplay" / "80 - 10x10" / "notes.txt").write_text("not ours")
    Book(locate(str(book.parent)), "a.b").remove()
    left = [path for path in book.rglob("*") if path.is_file()]
    assert [path.name for path in left] == ["notes.txt"]
    left[0].unlink()
    render(video, book.parent, make_recipe(**JELLYFIN))
    Book(locate(str(book.parent)), "a.b").remove()
    assert not book.exists()


def test_a_failed_snippet_shows_the_picture_before(video: Path, book: Path) -> None:
    first, second, third = submitted(video, book, make_recipe(**SMALL | {"snippet": 3})).jobs
    work(first)
    work(third)
    give_up(second, OUTAGE)
    assert numbers(book, 80)[:9] == [0, 25, 50, 50, 50, 50, 150, 175, 200]


def test_a_folder_is_replaced_by_one_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a.trickplay"
    replace_folder(folder, {"1/0.jpg": b"a", "1/1.jpg": b"b"})
    seen: list[list[str]] = []
    honest = Path.write_bytes

    def write_bytes(self: Path, data: bytes) -> int:
        seen.append(sorted(path.name for path in folder.rglob("*.jpg")))
        return honest(self, data)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    replace_folder(folder, {"2/0.jpg": b"c"})
    assert seen == [["0.jpg", "1.jpg"]]
    assert [path.name for path in tmp_path.iterdir()] == ["a.trickplay"]
    assert [path.read_bytes() for path in folder.rglob("*.jpg")] == [b"c"]


def test_a_folder_whose_replacement_fails_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a.trickplay"
    replace_folder(folder, {"0.jpg": b"a"})
    honest = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if self.name == "new":
            raise PermissionError
        return honest(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PermissionError):
        replace_folder(folder, {"0.jpg": b"b"})
    assert [path.read_bytes() for path in folder.iterdir()] == [b"a"]
    assert [path.name for path in tmp_path.iterdir()] == ["a.trickplay"]


def test_what_a_killed_worker_left_beside_a_folder_is_deleted_with_the_book(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**JELLYFIN))
    (book / ".flickbook-swap-killed").mkdir()
    os.utime(book / ".flickbook-swap-killed", (0, 0))
    Book(locate(str(book.parent)), "a.b").remove()
    assert not book.exists()


def test_a_folder_that_is_as_it_should_be_stays(tmp_path: Path) -> None:
    folder = tmp_path / "a.trickplay"
    replace_folder(folder, {"1/0.jpg": b"a"})
    before = folder.stat().st_ino
    replace_folder(folder, {"1/0.jpg": b"a"})
    assert folder.stat().st_ino == before
    replace_folder(folder, {"1/0.jpg": b"b"})
    assert (folder / "1" / "0.jpg").read_bytes() == b"b"


def test_workers_that_replace_a_folder_at_the_same_time_leave_one_whole_set(tmp_path: Path) -> None:
    folder = tmp_path / "a.trickplay"
    sets = [{f"{number}/{sheet}.jpg": bytes([number]) for sheet in range(5)} for number in range(4)]

    def replace(number: int) -> None:
        for _ in range(10):
            replace_folder(folder, sets[number])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(replace, range(4)))
    assert [path.name for path in tmp_path.iterdir()] == ["a.trickplay"]
    assert {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.jpg")} in sets


def test_a_bucket_gets_the_first_sheet_last(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(Store, "put", lambda self, key, data: written.append(key))
    Store("memory://x").put_folder("a", {"a/0": b"", "a/1": b"", "a/2": b""}, lambda _: True)
    assert written == ["a/2", "a/1", "a/0"]


def test_names_limits_and_options(video: Path) -> None:
    with pytest.raises(NameRefused):
        book_name("a/a.trickplay/b.mp4")
    key = layout.video_key("shows/a", "*.trickplay/# - #x#/#.jpg", 320, 10, 10, 12)
    assert (key, media_type("shows/a", key)) == ("a.trickplay/320 - 10x10/12.jpg", "image/jpeg")
    with pytest.raises(UsageError, match=r"jellyfin.widths: is 320;640; it must be 1 to 4 widths"):
        make_recipe(**JELLYFIN | {"jellyfin.widths": "320;640"})
    with pytest.raises(LimitExceeded, match="would have 9 pictures for jellyfin, more than the 8 allowed"):
        check_limits(
            "a",
            api.probe(str(video)),
            make_recipe(**JELLYFIN | {"outputs": ["stills", "jellyfin"]}),
            Limits(max_tiles=8),
        )
    tall = replace(api.probe(str(video)), width=100, height=8000)
    with pytest.raises(LimitExceeded, match="sheets of 1,000×80,000 pixels for jellyfin, which is too large"):
        check_limits("a", tall, make_recipe(**JELLYFIN | {"jellyfin.widths": "100"}), Limits())
