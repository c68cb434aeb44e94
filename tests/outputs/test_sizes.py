"""A storyboard in several sizes: all are made from the same frames, and each has files of its own."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from flickbook import api
from flickbook.core.settings import Limits
from flickbook.core.settings.fitting import Given
from flickbook.engines import configuration
from flickbook.engines.job import work
from flickbook.errors import LimitExceeded, UsageError
from flickbook.library.book import Book
from flickbook.library.completion import give_up
from flickbook.outputs.recipes import check_limits, make_recipe, recipe_of
from flickbook.outputs.registry import media_type
from flickbook.outputs.storyboard import MAIN_FILES
from flickbook.storage import locate
from tests import clips
from tests.books import jpeg, render, storyboard
from tests.library.test_races import OUTAGE
from tests.outputs.test_again import marks, submitted

USUAL: dict[str, Any] = {"snippet": 3, "size": 64, "outputs": ["storyboard"]}
SIZES = USUAL | {"tile_width": "160,320,64"}


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "a.mp4", frames=210, size=(640, 384))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "out" / "a"


def numbers(book: Path, key: str, shape: tuple[int, int, int]) -> list[tuple[int, int]]:
    """Return the milliseconds and the frame's number of each tile, after checking its height and width."""
    tiles = storyboard(book, key)
    assert {tile.picture.shape for tile in tiles} == {shape}
    return [(tile.start, clips.read(tile.picture)) for tile in tiles]


def test_each_size_shows_the_same_frames(video: Path, book: Path) -> None:
    usual = render(video, book.parent.parent / "usual", make_recipe(**USUAL))
    manifest = render(video, book.parent, make_recipe(**SIZES))
    assert manifest.totals.frames_decoded == usual.totals.frames_decoded
    expected = [(1000 * second, 25 * second) for second in range(9)]
    assert numbers(book, "storyboard.vtt", (96, 160, 3)) == expected
    assert numbers(book, "storyboard.320.vtt", (192, 320, 3)) == expected
    assert numbers(book, "storyboard.64.vtt", (38, 64, 3)) == expected
    for file in usual.files:
        assert (book / file.key).read_bytes() == (book.parent.parent / "usual" / "a" / file.key).read_bytes()
    for key in MAIN_FILES:
        assert (book / key).read_bytes() == (book.parent.parent / "usual" / "a" / key).read_bytes()
    assert manifest.details == usual.details
    assert [(file.key, file.kind, file.width, file.height) for file in manifest.files if file.start == 3] == [
        ("a-3-sheet-0.jpg", "sheet", 480, 96),
        ("a-3-tiles-320.jpg", "tiles", 960, 192),
        ("a-3-tiles-64.jpg", "tiles", 192, 38),
    ]
    assert media_type("a", "a-3-tiles-320.jpg") == "image/jpeg"
    assert media_type("a", "storyboard.320.vtt") == "text/vtt"


def test_each_size_has_a_json_and_a_sheet_of_the_whole_video(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**SIZES))
    document = json.loads((book / "storyboard.320.json").read_text())
    assert (document["url"], document["tile_width"], document["tile_height"]) == ("storyboard.320.jpg", 320, 192)
    sheet = jpeg(book / document["url"])
    shown = [clips.read(sheet[tile["y"] : tile["y"] + 192, tile["x"] : tile["x"] + 320]) for tile in document["tiles"]]
    assert shown == [int(25 * tile["start"]) for tile in document["tiles"]]
    assert len(shown) == 9


def test_a_snippet_may_have_several_sheets_of_a_size(video: Path, book: Path) -> None:
    recipe = make_recipe(**USUAL | {"tile_width": [160, 640], "tile_interval": Fraction(1, 10)})
    render(video, book.parent, recipe)
    assert sorted(path.name for path in book.glob("a-3-tiles-*")) == ["a-3-tiles-10640.jpg", "a-3-tiles-640.jpg"]
    found = numbers(book, "storyboard.640.vtt", (384, 640, 3))
    assert found == [(100 * k, 5 * k // 2) for k in range(84)]


def test_sizes_come_and_go_with_the_recipe(video: Path, book: Path) -> None:
    render(video, book.parent, make_recipe(**USUAL | {"outputs": ["storyboard", "stills"]}))
    stills = {key: at for key, at in marks(book).items() if "frame" in key}
    render(video, book.parent, make_recipe(**SIZES | {"outputs": ["storyboard", "stills"]}))
    assert {key: at for key, at in marks(book).items() if "frame" in key} == stills
    assert len(list(book.glob("storyboard.*"))) == 9
    render(video, book.parent, make_recipe(**USUAL | {"outputs": ["storyboard", "stills"]}))
    assert sorted(path.name for path in book.glob("*") if "tiles" in path.name or "storyboard" in path.name) == sorted(
        MAIN_FILES
    )
    render(video, book.parent, make_recipe(**SIZES))
    Book(locate(str(book.parent)), "a").remove()
    assert not book.exists()


def test_a_failed_snippet_leaves_a_gap_in_each_size(video: Path, book: Path) -> None:
    first, second, third = submitted(video, book, make_recipe(**SIZES)).jobs
    work(first)
    work(third)
    give_up(second, OUTAGE)
    expected = [0, 1000, 2000, 6000, 7000, 8000]
    assert [tile.start for tile in storyboard(book, "storyboard.vtt")] == expected
    assert [tile.start for tile in storyboard(book, "storyboard.320.vtt")] == expected


@pytest.mark.parametrize(("width", "tiles"), [(64, (38, 64)), (100, (60, 100)), (320, (192, 320)), (500, (192, 320))])
def test_other_outputs_use_the_size_that_fits_best(video: Path, book: Path, width: int, tiles: tuple[int, int]) -> None:
    recipe = SIZES | {"outputs": ["storyboard", "contact"], "contact.width": width, "contact.columns": 3}
    render(video, book.parent, make_recipe(**recipe))
    gap = max(2, tiles[1] // 40)
    assert jpeg(book / "contact.jpg").shape[1] == 3 * (tiles[1] + gap) + gap


@pytest.mark.parametrize(
    "widths", ["8", 8, "160,160", "160,2000", [160, 2000], "320,", "a", [], "32,64,128,256,512", -160, "1e3"]
)
def test_wrong_widths_are_refused(widths: Any) -> None:
    with pytest.raises(
        UsageError, match=r"--tile-width: is .*it must be 1 to 4 whole numbers from 16 to 1024, such as"
    ):
        make_recipe(tile_width=widths)


@pytest.mark.parametrize("widths", [True, 100.5, ["a"], None])
def test_what_is_no_width_at_all_is_refused(widths: Any) -> None:
    with pytest.raises(UsageError, match=r"--tile-width: .*it must be a whole number, or several"):
        recipe_of({"tile_width": Given(widths, "--tile-width")})


def test_however_a_width_is_written_the_recipe_is_the_same(tmp_path: Path) -> None:
    def stored(width: Any) -> dict[str, Any]:
        return dict(make_recipe(tile_width=width).outputs["storyboard"])

    assert [stored(width) for width in ("160", [160], 160)] == [{}] * 3
    assert [stored(width) for width in ("80", [80], 80)] == [{"tile_width": 80}] * 3
    several = ["160,320", [160, 320], (160, 320), " 160, 320"]
    assert [stored(widths) for widths in several] == [{"tile_width": "160,320"}] * 4
    (tmp_path / "flickbook.toml").write_text("[recipe.storyboard]\ntile_width = [160, 320]\n")
    assert configuration.load({}, {}, tmp_path).recipe == make_recipe(tile_width="160,320")


def test_tiles_of_all_sizes_count(video: Path) -> None:
    recipe = make_recipe(**SIZES)
    check_limits("a", api.probe(str(video)), recipe, Limits(max_tiles=27))
    with pytest.raises(LimitExceeded, match="would have 27 tiles in its storyboard, more than the 26 allowed"):
        check_limits("a", api.probe(str(video)), recipe, Limits(max_tiles=26))
