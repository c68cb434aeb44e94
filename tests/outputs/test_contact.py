"""A contact sheet shows different pictures of the whole film, each with its time, and decodes nothing for it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook import api
from flickbook.engines.job import work
from flickbook.errors import UsageError
from flickbook.library.completion import give_up
from flickbook.outputs.contact.lettering import known, line
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.registry import media_type
from tests import clips
from tests.books import jpeg, render
from tests.clips import Rgb
from tests.library.test_races import OUTAGE
from tests.outputs.test_again import marks, submitted

USUAL: dict[str, Any] = {"snippet": 3, "size": 64}
CONTACT = USUAL | {"contact": True, "contact.columns": 3, "contact.rows": 3}


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "out" / "a"


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "a.mp4", frames=210, size=(320, 192))


def tiles(book: Path, columns: int = 3, size: tuple[int, int] = (320, 192)) -> list[Rgb]:
    """Cut a sheet into its tiles: the header is above them, and a gap around each."""
    sheet = jpeg(book / "contact.jpg")
    width, height = size
    gap = max(2, width // 40)
    assert sheet.shape[1] == columns * (width + gap) + gap
    header = 3 * gap + max(14, width // 9) + max(10, width // 14)
    rows, rest = divmod(sheet.shape[0] - header - gap, height + gap)
    assert (rest, rows > 0) == (0, True)
    uppers = [header + row * (height + gap) for row in range(rows)]
    lefts = [gap + column * (width + gap) for column in range(columns)]
    found = [sheet[upper : upper + height, left : left + width] for upper in uppers for left in lefts]
    return [tile for tile in found if abs(tile.astype(int) - 22).max() > 8]


def number(tile: Rgb) -> int:
    """Return the number of the frame on a tile, whose lower right corner holds the time."""
    picture = tile.copy()
    picture[-picture.shape[0] // 4 :, -picture.shape[1] // 4 :] = 245
    return clips.read(picture)


def stamp(tile: Rgb, among: Sequence[str]) -> str:
    """Return which of some times stands in a tile's corner: the one whose letters are most like it."""
    height, width = max(9, tile.shape[1] // 16), tile.shape[1]
    edge = max(1, width // 160)

    def difference(text: str) -> float:
        letters = line(text, height, width).astype(int)
        shown = tile[-edge - height : -edge, -edge - letters.shape[1] : -edge].mean(axis=2)
        ground = tile[-2 * edge - height : -edge - height, -edge - letters.shape[1] : -edge].mean()
        return float(abs(shown - (ground + (240 - ground) * letters / 255)).mean())

    return min(among, key=difference)


CLOCKS = [f"0:{second:02}" for second in range(60)]


def shown(book: Path, **layout: Any) -> list[tuple[str, int]]:
    return [(stamp(tile, CLOCKS), number(tile)) for tile in tiles(book, **layout)]


@pytest.mark.parametrize("outputs", [["stills"], ["storyboard"], ["stills", "storyboard"]])
def test_a_finished_book_gets_a_sheet_and_nothing_else_is_made_again(
    video: Path, book: Path, outputs: list[str]
) -> None:
    usual: dict[str, Any] = {"outputs": outputs, "tile_width": 320}
    render(video, book.parent, make_recipe(**USUAL | usual))
    before = marks(book)
    manifest = render(video, book.parent, make_recipe(**CONTACT | usual))
    assert marks(book) == before
    assert (manifest.complete, manifest.totals.frames_decoded) == (True, 0)
    assert shown(book) == [(f"0:0{second}", 25 * second) for second in range(9)]
    render(video, book.parent.parent / "fresh", make_recipe(**CONTACT | usual))
    assert (book.parent.parent / "fresh" / "a" / "contact.jpg").read_bytes() == (book / "contact.jpg").read_bytes()
    assert media_type("a", "contact.jpg") == "image/jpeg"
    render(video, book.parent, make_recipe(**USUAL | usual))
    assert not (book / "contact.jpg").exists()


def test_of_many_pictures_those_are_shown_that_are_spread_over_the_film(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**CONTACT | {"contact.rows": 1}))
    assert shown(book) == [("0:01", 25), ("0:04", 100), ("0:07", 175)]


def test_small_tiles_are_not_enlarged(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**CONTACT | {"outputs": ["storyboard", "contact"]}))
    assert [number(tile) for tile in tiles(book, size=(160, 96))] == list(range(0, 210, 25))


def second(*numbers: int | None) -> list[Rgb]:
    """Paint a frame for each second: with a number, or grey."""
    grey = np.full((192, 320, 3), 70, np.uint8)
    return [grey if number is None else clips.paint(number, 320, 192) for number in numbers]


def test_blank_pictures_and_those_like_the_one_before_are_left_out(tmp_path: Path, book: Path) -> None:
    pictures = second(None, None, 7, 7, 7, None, 7, 9, None)
    video = clips.make(tmp_path / "a.mp4", pictures=pictures, frames=9, rate=1, size=(320, 192))
    render(video, book.parent, make_recipe(**CONTACT))
    assert shown(book) == [("0:02", 7), ("0:07", 9)]


def test_a_film_without_anything_to_see_has_one_tile(tmp_path: Path, book: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", pictures=second(*[None] * 5), frames=5, rate=1, size=(320, 192))
    render(video, book.parent, make_recipe(**CONTACT))
    assert [stamp(tile, CLOCKS) for tile in tiles(book)] == ["0:00"]


def test_a_failed_snippet_has_no_tile(video: Path, book: Path) -> None:
    first, middle, last = submitted(video, book, make_recipe(**CONTACT)).jobs
    work(first)
    work(last)
    give_up(middle, OUTAGE)
    assert shown(book) == [(f"0:0{at}", 25 * at) for at in (0, 1, 2, 6, 7, 8)]


def test_a_book_without_a_picture_has_no_sheet(video: Path, book: Path) -> None:
    for job in submitted(video, book, make_recipe(**CONTACT)).jobs:
        give_up(job, OUTAGE)
    assert api.status(book).state == "partial"
    assert not (book / "contact.jpg").exists()


def test_the_header_names_the_video_and_says_what_it_is(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "Größe (2024).mp4", frames=75, size=(320, 192))
    render(video, tmp_path / "out", make_recipe(**CONTACT))
    sheet = jpeg(tmp_path / "out" / "Größe (2024)" / "contact.jpg").mean(axis=2)
    facts = f"0:03  ·  320 × 192  ·  H.264  ·  25 fps  ·  {video.stat().st_size / 1000:.1f} kB"
    for text, upper, height, level in (("Größe (2024).mp4", 8, 35, 240), (facts, 47, 22, 165)):
        letters = line(text, height, sheet.shape[1]).astype(int)
        found = sheet[upper : upper + height, 8 : 8 + letters.shape[1]]
        assert abs(found - (22 + (level - 22) * letters / 255)).mean() < 6


@pytest.mark.parametrize("size", [(16, 960), (960, 16)])
def test_narrow_films_have_sheets_too(tmp_path: Path, book: Path, size: tuple[int, int]) -> None:
    video = clips.make(tmp_path / "a.mp4", pictures=[clips.paint(1, *size)], frames=1, size=size)
    render(video, book.parent, make_recipe(**CONTACT | {"contact.width": 64, "contact.columns": 1}))
    assert jpeg(book / "contact.jpg").size


def test_a_sheet_needs_stills_or_a_storyboard() -> None:
    with pytest.raises(
        UsageError, match="output contact: is made of stills or storyboard, which the recipe leaves out; add stills"
    ):
        make_recipe(outputs=["gif", "contact"])


def test_unknown_letters_lose_their_accents_or_become_question_marks() -> None:
    assert known("Ночной дозор – Ελλάδα, Tiếng Việt, e\u0301") == "Ночной дозор – Ελλάδα, Tiếng Việt, é"
    assert known("ǩ ﬁ 日本 \u0301") == "k fi ?? "


@given(st.text(), st.integers(9, 80), st.integers(20, 500))
def test_a_line_fits(text: str, height: int, width: int) -> None:
    letters = line(text, height, width)
    assert letters.shape[0] == height
    assert letters.shape[1] <= max(width, 2 * height)
