"""Every tile of a storyboard, on every sheet, shows the frame on screen at its instant."""

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import msgspec
import numpy as np
import pytest

from flickbook.core.model import Manifest
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.storyboard import MAIN_FILES
from tests import clips
from tests.books import Tile, instant, jpeg, render, storyboard
from tests.media.test_frame_exactness import CLIPS, NO_B, VARIABLE, repaint_turned

Maker = Callable[[Path], Path]
SMALL = (48, 32)
QUICK = {**clips.X264, "preset": "ultrafast"}


def check_tiles(book: Path, manifest: Manifest, known: list[tuple[Fraction, int]]) -> list[Tile]:
    """Check every tile's time and frame, and that their cues tile the video to the millisecond."""
    tiles = storyboard(book)
    assert "storyboard" in manifest.details
    assert len(tiles) == manifest.details["storyboard"]["tiles"]
    assert [tile.end for tile in tiles] == [*(tile.start for tile in tiles[1:]), round(manifest.duration * 1000)]
    for tile in tiles:
        assert clips.read(tile.picture) == clips.on_screen(known, instant(tile, manifest)), tile.start
    return tiles


def frames_of(video: Path) -> list[tuple[Fraction, int]]:
    """Return every frame's time on the viewer's clock and its number."""
    found = clips.numbers(video)
    if video.suffix == ".asf":
        # ASF has only dts. libav guesses pts, and gives the last two frames the same.
        return [(Fraction(k, 25), number) for k, (_, number) in enumerate(found)]
    return [(at - found[0][0], number) for at, number in found]


@pytest.mark.parametrize("interval", [Fraction(1, 3), Fraction(7, 10), Fraction(5, 2)])
@pytest.mark.parametrize(
    "maker",
    [
        lambda folder: clips.make(folder / "a.mp4", times=sorted(VARIABLE), base=Fraction(1, 15360)),
        lambda folder: clips.make(folder / "a.mkv", times=[Fraction(k, 25) + 7 for k in range(110)]),
        lambda folder: clips.make(
            folder / "a.asf",
            times=[Fraction(k, 25) - 1 for k in range(110)],
            options=NO_B,
            muxer_options={"avoid_negative_ts": "disabled"},
        ),
        lambda folder: clips.make(folder / "a.mp4", rate=Fraction(30000, 1001), frames=140),
    ],
    ids=["variable", "starts-late", "starts-early", "ntsc"],
)
def test_tiles_at_any_interval_show_the_frame_of_their_instant(
    maker: Maker, interval: Fraction, tmp_path: Path
) -> None:
    video = maker(tmp_path)
    manifest = render(video, tmp_path / "out", make_recipe(snippet=2, fps=Fraction(3), size=32, tile_interval=interval))
    tiles = check_tiles(tmp_path / "out" / "a", manifest, frames_of(video))
    assert [tile.start for tile in tiles] == [round(1000 * k * interval) for k in range(len(tiles))]
    assert len(tiles) == int(np.ceil(manifest.duration / float(interval)))


@pytest.mark.parametrize(("turns", "box"), [(3, (60, 100)), (2, (100, 60)), (1, (60, 100))])
def test_tiles_of_a_turned_video_stand_upright_and_their_longer_side_is_bounded(
    turns: int, box: tuple[int, int], tmp_path: Path
) -> None:
    video = repaint_turned(tmp_path / "in" / "a.mp4", "a.mp4", turns)
    known = [(at, clips.read(np.rot90(picture, -turns))) for at, picture in clips.decode_all(video)]
    manifest = render(
        video, tmp_path / "out", make_recipe(snippet=2, size=64, tile_width=100, tile_interval=Fraction(1, 2))
    )
    tiles = check_tiles(tmp_path / "out" / "a", manifest, known)
    assert {tile.box[2:] for tile in tiles} == {box}


def test_an_anamorphic_videos_tiles_have_square_pixels_and_nothing_is_enlarged(tmp_path: Path) -> None:
    wide = clips.make(tmp_path / "wide.mp4", aspect=Fraction(16, 11), frames=30, pixels="yuv444p")
    manifest = render(wide, tmp_path / "out", make_recipe(size=64))
    check_tiles(tmp_path / "out" / "wide", manifest, frames_of(wide))
    assert {tile.box[2:] for tile in storyboard(tmp_path / "out" / "wide")} == {(160, 66)}
    small = clips.make(tmp_path / "small.mp4", size=SMALL, frames=30)
    render(small, tmp_path / "out", make_recipe(size=64))
    assert {tile.box[2:] for tile in storyboard(tmp_path / "out" / "small")} == {SMALL}


def test_the_last_cue_ends_with_the_video_to_the_millisecond(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=109, rate=Fraction(25, 14), size=SMALL, options=QUICK)
    manifest = render(video, tmp_path / "out", make_recipe(size=32, fps=Fraction(1)))
    tiles = check_tiles(tmp_path / "out" / "a", manifest, frames_of(video))
    assert (len(tiles), manifest.duration) == (62, 61.04)
    assert (tiles[-1].start, tiles[-1].end) == (61_000, 61_040)
    text = (tmp_path / "out" / "a" / "storyboard.vtt").read_text()
    assert text.endswith("00:01:01.000 --> 00:01:01.040\na-60-sheet-0.jpg#xywh=48,0,48,32\n")


def test_a_snippet_in_which_no_tile_begins_has_no_sheet(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=130)
    manifest = render(video, tmp_path / "out", make_recipe(snippet=1, size=64, tile_interval=Fraction(5, 2)))
    sheets = [file for file in manifest.files if file.kind == "sheet"]
    assert [(file.key, file.start, file.end, file.frames) for file in sheets] == [
        ("a-0-sheet-0.jpg", 0, 2.5, 1),
        ("a-2-sheet-0.jpg", 2.5, 5, 1),
        ("a-5-sheet-0.jpg", 5, 5.2, 1),
    ]
    check_tiles(tmp_path / "out" / "a", manifest, frames_of(video))


def test_a_snippet_with_more_tiles_than_a_sheet_holds_has_several(tmp_path: Path) -> None:
    """Tall tiles of 640 × 1024: six fill a sheet of 1920 × 2048."""
    video = clips.make(tmp_path / "a.mp4", size=(640, 1024), frames=8, rate=5, options=QUICK)
    recipe = make_recipe(snippet=2, size=64, tile_width=1024, tile_interval=Fraction(1, 5), stills=False)
    manifest = render(video, tmp_path / "out", recipe)
    sheets = [file for file in manifest.files if file.kind == "sheet"]
    assert [(file.key, file.width, file.height, file.frames) for file in sheets] == [
        ("a-0-sheet-0.jpg", 1920, 2048, 6),
        ("a-0-sheet-1.jpg", 1280, 1024, 2),
    ]
    tiles = check_tiles(tmp_path / "out" / "a", manifest, frames_of(video))
    assert [tile.box[:2] for tile in tiles[3:]] == [(0, 1024), (640, 1024), (1280, 1024), (0, 0), (640, 0)]
    # The overview has room for six of the eight: every second.
    board = msgspec.json.decode((tmp_path / "out" / "a" / "storyboard.json").read_bytes())
    assert [tile["start"] for tile in board["tiles"]] == [0, 0.4, 0.8, 1.2]


def test_the_overview_shows_every_nth_tile_as_its_json_says(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", size=(320, 192), frames=100, rate=5, options=QUICK)
    recipe = make_recipe(
        snippet=3, fps=Fraction(1), size=32, tile_width=320, tile_interval=Fraction(1, 5), stills=False
    )
    manifest = render(video, tmp_path / "out", recipe)
    board = msgspec.json.decode((tmp_path / "out" / "a" / "storyboard.json").read_bytes())
    assert (board["url"], board["tile_width"], board["tile_height"], board["duration"]) == (
        "storyboard.jpg",
        320,
        192,
        20.0,
    )
    # 100 tiles, of which 6 × 10 have room: every second.
    assert [tile["start"] for tile in board["tiles"]] == pytest.approx([k * 0.4 for k in range(50)])
    overview = jpeg(tmp_path / "out" / "a" / "storyboard.jpg")
    assert overview.shape == (192 * 9, 320 * 6, 3)
    known = frames_of(video)
    for tile in board["tiles"]:
        x, y = tile["x"], tile["y"]
        at = Fraction(tile["start"]).limit_denominator(1000)
        assert clips.read(overview[y : y + 192, x : x + 320]) == clips.on_screen(known, at)
    check_tiles(tmp_path / "out" / "a", manifest, known)


def test_at_whole_seconds_no_further_frame_is_decoded(tmp_path: Path) -> None:
    named = dict(CLIPS)
    for name, stills in (("pyramid.mp4", True), ("variable.mp4", False)):
        video = named[name](tmp_path)
        with_it, without = (
            render(video, tmp_path / f"{made}", make_recipe(snippet=2, size=32, stills=stills, storyboard=made))
            for made in (True, False)
        )
        assert with_it.totals.files["storyboard"] > 0
        assert with_it.totals.frames_decoded == without.totals.frames_decoded
        assert "storyboard" not in without.details


def test_a_name_with_special_characters_is_quoted_in_urls(tmp_path: Path) -> None:
    name = "100% #1: “ü” --> b&c"
    video = clips.make(tmp_path / f"{name}.mp4", frames=30)
    manifest = render(video, tmp_path / "out", make_recipe(snippet=1, size=64))
    check_tiles(tmp_path / "out" / name, manifest, frames_of(video))
    assert {tile.sheet for tile in storyboard(tmp_path / "out" / name)} == {
        f"{name}-0-sheet-0.jpg",
        f"{name}-1-sheet-0.jpg",
    }


def test_a_recipe_without_storyboard_makes_none(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=30)
    manifest = render(video, tmp_path / "out", make_recipe(snippet=1, size=64, storyboard=False))
    assert (manifest.details, "storyboard" in manifest.totals.files) == ({}, False)
    there = {path.name for path in (tmp_path / "out" / "a").iterdir()}
    assert not there & set(MAIN_FILES)
    assert not [name for name in there if "sheet" in name]
