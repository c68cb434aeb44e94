"""Sheets of tiles: small pictures in rows on one JPEG. The sink makes those of a snippet."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import simplejpeg

from flickbook.media.picture import Frame, Painter, Rgb
from flickbook.outputs.base import File, Output, Place
from flickbook.outputs.storyboard.tiling import Sheet, Tiling


class Canvas:
    """A sheet to which tiles are added in order; free places are black."""

    def __init__(self, sheet: Sheet) -> None:
        width, height = sheet.size
        self._sheet = sheet
        self._pixels: Rgb = np.zeros((height, width, 3), np.uint8)
        self._filled = 0

    @property
    def full(self) -> bool:
        """Whether all tiles have been added."""
        return self._filled == len(self._sheet.tiles)

    def add(self, tile: Rgb) -> None:
        """Add the next tile at its place."""
        x, y = self._sheet.corner(self._filled)
        self._pixels[y : y + self._sheet.height, x : x + self._sheet.width] = tile
        self._filled += 1

    def encode(self, quality: int) -> bytes:
        """Return the sheet as JPEG, 4:2:0, by libjpeg-turbo."""
        return bytes(simplejpeg.encode_jpeg(self._pixels, quality, "RGB", "420"))


class SheetSink:
    """Makes a snippet's sheets, with one tile for each interval of the storyboard."""

    def __init__(self, output: Output[Any], place: Place, tiling: Tiling, quality: int, painter: Painter) -> None:
        tiles = tiling.tiles(place.snippet)
        self.instants: Sequence[Fraction] = [tiling.start(tile) for tile in tiles]
        self._output = output
        self._place = place
        self._tiling = tiling
        self._quality = quality
        self._painter = painter
        self._sheets = tiling.sheets(tiles)
        self._files: list[File] = []
        self._canvas: Canvas | None = None

    def add_frame(self, frame: Frame) -> None:
        """Add the frame to the current sheet, and encode a full sheet: only one is in memory as pixels."""
        if self._canvas is None:
            self._canvas = Canvas(self._sheets[len(self._files)])
        self._canvas.add(self._painter.paint(frame))
        if self._canvas.full:
            self._files.append(self._encode(self._canvas))
            self._canvas = None

    def finish(self) -> list[File]:
        """Return the sheets in order; an empty list if no tile's instant is in the snippet."""
        return self._files

    def _encode(self, canvas: Canvas) -> File:
        number = len(self._files)
        sheet = self._sheets[number]
        place = self._place._replace(number=number)
        window = self._tiling.start(sheet.tiles[0]), self._tiling.end(sheet.tiles[-1])
        return self._output.file(place, "sheet", canvas.encode(self._quality), sheet.size, window, len(sheet.tiles))


def tiles_of(data: bytes, corners: Sequence[tuple[int, int]], size: tuple[int, int]) -> Iterator[Rgb]:
    """Yield the tiles of an encoded sheet at the given corners (left, top); `size` is a tile's width and height."""
    pixels: Rgb = simplejpeg.decode_jpeg(data, "RGB")
    for x, y in corners:
        yield pixels[y : y + size[1], x : x + size[0]]
