"""Tiles tile the video, each lies in one snippet, and no sheet is larger than old clients show."""

from fractions import Fraction
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook.core.planning import cut
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded
from flickbook.outputs.recipes import check_limits, make_recipe
from flickbook.outputs.storyboard import MIN_INTERVAL
from flickbook.outputs.storyboard.tiling import MAX_SIDE, Tiling, tiling, usual_interval
from tests.core.test_planning import durations, lengths, video

intervals = st.fractions(min_value=MIN_INTERVAL, max_value=100, max_denominator=1001)
sides = st.integers(1, 8192)
widths = st.integers(16, 1024)


@given(sides, sides, widths, st.integers(1, 5000))
def test_no_sheet_is_larger_than_2048_pixels_a_side_and_its_tiles_do_not_overlap(
    width: int, height: int, tile_width: int, count: int
) -> None:
    tiled = tiling(video(width=width, height=height), tile_width, None)
    assert max(tiled.width, tiled.height) <= min(tile_width, max(width, height))
    sheets = tiled.sheets(range(count))
    assert [tile for sheet in sheets for tile in sheet.tiles] == list(range(count))
    for sheet in sheets:
        across, down = sheet.size
        assert max(across, down) <= MAX_SIDE == 2048
        corners = {sheet.corner(place) for place in range(len(sheet.tiles))}
        assert len(corners) == len(sheet.tiles)
        assert all(
            x % tiled.width == y % tiled.height == 0 and x + tiled.width <= across and y + tiled.height <= down
            for x, y in corners
        )
        assert across // tiled.width * (down // tiled.height) - len(corners) < down // tiled.height, "a place too many"


@given(durations, lengths, intervals)
def test_every_tile_lies_in_exactly_one_snippet_and_they_tile_the_video(
    duration: Fraction, length: int, interval: Fraction
) -> None:
    seconds = min(duration, 300 * interval)
    tiled = Tiling(seconds, interval, 160, 90)
    snippets = cut(seconds, length)
    tiles = [tile for snippet in snippets for tile in tiled.tiles(snippet)]
    assert tiles == list(range(tiled.count))
    assert tiled.count == ceil(seconds / interval)
    assert all(
        snippet.start <= tiled.start(tile) < snippet.end for snippet in snippets for tile in tiled.tiles(snippet)
    )
    assert all(tiled.end(tile) == tiled.start(other) for tile, other in pairwise(tiles))
    assert tiled.start(tiles[-1]) < tiled.end(tiles[-1]) == seconds


@given(durations)
def test_a_video_has_at_most_600_tiles_up_to_an_hour_and_600_an_hour_beyond(duration: Fraction) -> None:
    interval = usual_interval(duration)
    assert interval.denominator == 1
    assert ceil(duration / interval) <= max(600, ceil(duration / 6))


@pytest.mark.parametrize(
    ("duration", "interval"),
    [("0.04", 1), ("600", 1), ("600.04", 2), ("1800", 3), ("3599", 6), ("3600", 6), ("80000", 6)],
)
def test_the_interval_grows_with_the_duration_from_1_to_6_seconds(duration: str, interval: int) -> None:
    assert usual_interval(Fraction(duration)) == interval
    film = video(duration=Fraction(duration))
    assert tiling(film, 160, None).interval == interval
    assert tiling(film, 160, Fraction(1, 2)).interval == Fraction(1, 2)


@given(st.integers(1, 10**6), st.integers(1, 500))
def test_every_nth_of_so_many_tiles_fits_on_a_sheet_and_with_one_less_it_would_not(tiles: int, side: int) -> None:
    tiled = Tiling(Fraction(1), Fraction(1), side, side)
    n = tiled.every(tiles)
    assert len(range(0, tiles, n)) <= tiled.capacity
    assert n == 1 or len(range(0, tiles, n - 1)) > tiled.capacity


def test_a_storyboard_of_too_many_tiles_is_refused_but_not_if_none_is_asked_for() -> None:
    film = video(duration=Fraction(20_000), declared=Fraction(20_000))
    with pytest.raises(LimitExceeded, match="would have 200,000 tiles in its storyboard"):
        check_limits("a", film, make_recipe(tile_interval=MIN_INTERVAL), Limits())
    check_limits("a", film, make_recipe(tile_interval=MIN_INTERVAL, storyboard=False), Limits())
