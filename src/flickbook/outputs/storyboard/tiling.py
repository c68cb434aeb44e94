"""Tiling: the instants that a storyboard's tiles show, and where on sheets the tiles lie.

Tile k shows the frame on screen at k × interval. It lies on a sheet of the snippet that its instant is in,
so that a snippet's worker makes the sheet alone. Nothing here is stored: it follows from the video and the recipe.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import NamedTuple

from msgspec import Struct

from flickbook.core.model import Snippet, Video

# Pixels a side that old clients still show (Android crops from 4096 on, some Rokus fail above 2048).
MAX_SIDE = 2048
# So many tiles are enough for a slider a screen wide, and keep up to an hour at about a megabyte.
USUAL_TILES = 600
LONGEST_INTERVAL = 6


class Sheet(NamedTuple):
    """One sheet of tiles of `width` × `height` pixels: their numbers, in rows of `columns` from the left."""

    tiles: Sequence[int]
    columns: int
    width: int
    height: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the whole sheet in pixels."""
        return self.columns * self.width, ceil(len(self.tiles) / self.columns) * self.height

    def corner(self, place: int) -> tuple[int, int]:
        """Give the left and upper edge, in pixels, of the tile at a place counted from 0."""
        row, column = divmod(place, self.columns)
        return column * self.width, row * self.height


class Tiling(Struct, frozen=True):
    """A video's tiles: one of `width` × `height` pixels every `interval` of its `duration` seconds."""

    duration: Fraction
    interval: Fraction
    width: int
    height: int

    @property
    def count(self) -> int:
        """How many tiles the video has."""
        return ceil(self.duration / self.interval)

    @property
    def capacity(self) -> int:
        """How many tiles a sheet holds at most."""
        return (MAX_SIDE // self.width) * (MAX_SIDE // self.height)

    def every(self, tiles: int) -> int:
        """Give the least n with which every n-th of so many tiles fits on one sheet."""
        return ceil(tiles / self.capacity)

    def start(self, tile: int) -> Fraction:
        """Give a tile's instant, from which on it is shown."""
        return tile * self.interval

    def end(self, tile: int) -> Fraction:
        """Give the second until which a tile is shown."""
        return min(self.start(tile + 1), self.duration)

    def tiles(self, snippet: Snippet) -> range:
        """Give the numbers of the tiles whose instants lie in a snippet; there may be none."""
        return range(ceil(snippet.start / self.interval), ceil(snippet.end / self.interval))

    def sheets(self, tiles: Sequence[int]) -> list[Sheet]:
        """Lay tiles out on sheets, the last no larger than it must be."""
        parts = [tiles[first : first + self.capacity] for first in range(0, len(tiles), self.capacity)]
        return [Sheet(part, self._columns(len(part)), self.width, self.height) for part in parts]

    def _columns(self, tiles: int) -> int:
        # As many as make the rows equally long: the fewest places stay empty.
        rows = ceil(tiles / (MAX_SIDE // self.width))
        return ceil(tiles / rows)


def tiling(video: Video, tile_width: int, interval: Fraction | None) -> Tiling:
    """Tile a video: tiles of `tile_width` pixels on the longer side, every `interval` seconds, None for the usual."""
    return Tiling(video.duration, interval or usual_interval(video.duration), *video.fitted(tile_width))


def usual_interval(duration: Fraction) -> Fraction:
    """Return the seconds from tile to tile that suit a duration: 1 s up to ten minutes and 6 s from an hour on.

    >>> [str(usual_interval(Fraction(60 * minutes))) for minutes in (10, 11, 30, 50, 180)]
    ['1', '2', '3', '5', '6']
    """
    return Fraction(min(LONGEST_INTERVAL, max(1, ceil(duration / USUAL_TILES))))
