"""Sheets of tiles: small pictures in rows on one JPEG, put together and taken apart."""

from collections.abc import Iterator, Sequence

import numpy as np
import simplejpeg

from flickbook.media.picture import Rgb
from flickbook.outputs.storyboard.tiling import Sheet


class Canvas:
    """A sheet being filled, tile after tile, from black."""

    def __init__(self, sheet: Sheet) -> None:
        width, height = sheet.size
        self._sheet = sheet
        self._pixels: Rgb = np.zeros((height, width, 3), np.uint8)
        self._filled = 0

    @property
    def full(self) -> bool:
        """Whether every tile is there."""
        return self._filled == len(self._sheet.tiles)

    def add(self, tile: Rgb) -> None:
        """Put the next tile in its place."""
        x, y = self._sheet.corner(self._filled)
        self._pixels[y : y + self._sheet.height, x : x + self._sheet.width] = tile
        self._filled += 1

    def encode(self, quality: int) -> bytes:
        """Give the sheet as JPEG, 4:2:0, by libjpeg-turbo."""
        return bytes(simplejpeg.encode_jpeg(self._pixels, quality, "RGB", "420"))


def tiles_of(data: bytes, corners: Sequence[tuple[int, int]], size: tuple[int, int]) -> Iterator[Rgb]:
    """Cut tiles of a size, width and height, out of an encoded sheet, at their left and upper edges."""
    pixels: Rgb = simplejpeg.decode_jpeg(data, "RGB")
    for x, y in corners:
        yield pixels[y : y + size[1], x : x + size[0]]
