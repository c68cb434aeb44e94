"""Sheets of tiles: small pictures in rows on one JPEG. The sink makes those of a snippet, in each size."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

import numpy as np
import simplejpeg

from flickbook.core.model import Snippet
from flickbook.media.picture import Frame, Painter, Rgb
from flickbook.outputs.base import File, Output
from flickbook.outputs.storyboard import Board
from flickbook.outputs.storyboard.tiling import Sheet


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


class SheetsOfBoard:
    """Makes a snippet's sheets of one size, with one tile for each interval of the storyboard."""

    def __init__(
        self, output: Output[Any], name: str, snippet: Snippet, board: Board, painter: Painter, quality: int
    ) -> None:
        tiles = board.tiling.tiles(snippet)
        self.instants: Sequence[Fraction] = [board.tiling.start(tile) for tile in tiles]
        self.files: list[File] = []
        self._output = output
        self._name = name
        self._snippet = snippet
        self._board = board
        self._painter = painter
        self._quality = quality
        self._sheets = board.tiling.sheets(tiles)
        self._canvas: Canvas | None = None

    def add_frame(self, frame: Frame) -> None:
        """Add the frame to the current sheet, and encode a full sheet: only one is in memory as pixels."""
        if self._canvas is None:
            self._canvas = Canvas(self._sheets[len(self.files)])
        self._canvas.add(self._painter.paint(frame))
        if self._canvas.full:
            self.files.append(self._encode(self._canvas))
            self._canvas = None

    def _encode(self, canvas: Canvas) -> File:
        number = len(self.files)
        sheet, tiling = self._sheets[number], self._board.tiling
        place = self._board.place(self._name, self._snippet, number)
        kind = "tiles" if self._board.width else "sheet"
        window = tiling.start(sheet.tiles[0]), tiling.end(sheet.tiles[-1])
        return self._output.file(place, kind, canvas.encode(self._quality), sheet.size, window, len(sheet.tiles))


class SheetSink:
    """Makes a snippet's sheets of all sizes from the same frames."""

    def __init__(self, sizes: Sequence[SheetsOfBoard]) -> None:
        self.instants = sizes[0].instants
        self._sizes = sizes

    def add_frame(self, frame: Frame) -> None:
        for size in self._sizes:
            size.add_frame(frame)

    def finish(self) -> list[File]:
        """Return the sheets in order; an empty list if no tile's instant is in the snippet."""
        return [file for size in self._sizes for file in size.files]


def tiles_of(data: bytes, corners: Sequence[tuple[int, int]], size: tuple[int, int]) -> Iterator[Rgb]:
    """Yield the tiles of an encoded sheet at the given corners (left, top); `size` is a tile's width and height."""
    pixels: Rgb = simplejpeg.decode_jpeg(data, "RGB")
    for x, y in corners:
        yield pixels[y : y + size[1], x : x + size[0]]
