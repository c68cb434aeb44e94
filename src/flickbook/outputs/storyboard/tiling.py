"""Tiling: the instants of a storyboard's tiles, and their positions on sheets.

Tile k shows the frame on screen at k × interval. It lies on a sheet of the snippet that contains this instant, so the
worker of that snippet makes the whole sheet. A tiling is computed from the video and the recipe, never stored.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from msgspec import Struct

from flickbook.core.model import Snippet, Video

# The largest side in pixels that old clients show: Android crops from 4096 on, some Rokus fail above 2048.
MAX_SIDE = 2048
# Enough tiles for a slider as wide as a screen; storyboards of up to an hour stay at about a megabyte.
USUAL_TILES = 600
LONGEST_INTERVAL = 6


class Sheet(NamedTuple):
    """One sheet: the numbers of its tiles of `width` × `height` pixels, laid out in rows of `columns`."""

    tiles: Sequence[int]
    columns: int
    width: int
    height: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole sheet in pixels."""
        return self.columns * self.width, ceil(len(self.tiles) / self.columns) * self.height

    def corner(self, place: int) -> tuple[int, int]:
        """Return the left and upper edge in pixels of the tile at a place, counted from 0."""
        row, column = divmod(place, self.columns)
        return column * self.width, row * self.height


class Tiling(Struct, frozen=True):
    """A video's tiles: one of `width` × `height` pixels for each `interval` of its `duration`, both in seconds."""

    duration: Fraction
    interval: Fraction
    width: int
    height: int

    @property
    def count(self) -> int:
        """The number of tiles of the video."""
        return ceil(self.duration / self.interval)

    @property
    def capacity(self) -> int:
        """The largest number of tiles on a sheet."""
        return (MAX_SIDE // self.width) * (MAX_SIDE // self.height)

    def every(self, tiles: int) -> int:
        """Return the least n for which every n-th of so many tiles fits on one sheet."""
        return ceil(tiles / self.capacity)

    def start(self, tile: int) -> Fraction:
        """Return a tile's instant, at which players begin to show it."""
        return tile * self.interval

    def end(self, tile: int) -> Fraction:
        """Return the second until which players show a tile."""
        return min(self.start(tile + 1), self.duration)

    def tiles(self, snippet: Snippet) -> range:
        """Return the numbers of the tiles whose instants are in a snippet; the range may be empty."""
        return range(ceil(snippet.start / self.interval), ceil(snippet.end / self.interval))

    def sheets(self, tiles: Sequence[int]) -> list[Sheet]:
        """Return the sheets for these tiles, the last one as small as possible."""
        parts = [tiles[first : first + self.capacity] for first in range(0, len(tiles), self.capacity)]
        return [Sheet(part, self._columns(len(part)), self.width, self.height) for part in parts]

    def _columns(self, tiles: int) -> int:
        # Rows of equal length leave the fewest places free.
        rows = ceil(tiles / (MAX_SIDE // self.width))
        return ceil(tiles / rows)


def tiling(video: Video, tile_width: int, interval: Fraction | None) -> Tiling:
    """Return the tiling by tiles of `tile_width` pixels on the longer side; None is the usual `interval`."""
    return Tiling(video.duration, interval or usual_interval(video.duration), *video.fitted(tile_width))


def usual_interval(duration: Fraction) -> Fraction:
    """Return the usual seconds from tile to tile for a duration: 1 s up to ten minutes, 6 s from an hour on.

    >>> [str(usual_interval(Fraction(60 * minutes))) for minutes in (10, 11, 30, 50, 180)]
    ['1', '2', '3', '5', '6']
    """
    return Fraction(min(LONGEST_INTERVAL, max(1, ceil(duration / USUAL_TILES))))
