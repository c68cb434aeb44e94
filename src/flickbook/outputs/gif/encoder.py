"""Frames → an animated GIF: one palette, mapping by a lookup table, temporal hold.

Each pixel that changes adds bytes to a GIF. Therefore a pixel keeps its colour (temporal hold) while that colour is
almost as good as the nearest one of the palette, and kept pixels are written as transparent.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from flickbook.media.gif_writer import HUNDREDTHS, write_gif
from flickbook.media.picture import Frame, Painter, Rgb
from flickbook.outputs.base import File, Output, Place
from flickbook.outputs.gif.palette import Colours, bins_of, make_lookup, make_palette

# Of the 256 entries of a GIF's palette, one is transparent.
COLOURS = 255
# How much larger a kept pixel's squared RGB error may be than that of the nearest colour. From about 200 on, a GIF has
# less than 0.45 of the bytes that FFmpeg's palettegen and paletteuse give, with higher PSNR and SSIM
# (benchmarks/pictures.py).
HOLD = 225.0


class GifSink:
    """Collects a snippet's scaled frames and makes one GIF of them."""

    def __init__(self, output: Output[Any], place: Place, fps: Fraction, painter: Painter) -> None:
        # A frame for every instant k / fps that lies in the snippet.
        snippet = place.snippet
        count = ceil(snippet.length * fps)
        self.instants: Sequence[Fraction] = [snippet.start + k / fps for k in range(count)]
        self._output = output
        self._place = place
        self._fps = fps
        self._painter = painter
        self._frames: Rgb | None = None
        self._rows: list[int] = []
        self._last: Frame | None = None

    def add_frame(self, frame: Frame) -> None:
        """Scale the frame, or repeat the last picture if the frame is still the same."""
        if frame is self._last:
            self._rows.append(self._rows[-1])
            return
        picture = self._painter.paint(frame)
        if self._frames is None:
            self._frames = np.empty((len(self.instants), *picture.shape), np.uint8)
        row = self._rows[-1] + 1 if self._rows else 0
        self._frames[row] = picture
        self._last = frame
        self._rows.append(row)

    def finish(self) -> list[File]:
        assert self._frames is not None
        frames = self._frames[: self._rows[-1] + 1]
        data = make_gif(frames, np.array(self._rows), self._fps, self._place.snippet.length)
        height, width = frames.shape[1:3]
        window = Fraction(self._place.snippet.start), self._place.snippet.end
        return [self._output.file(self._place, "gif", data, (width, height), window, len(self._rows))]


def make_gif(frames: Colours, rows: NDArray[np.intp], fps: Fraction, length: Fraction) -> bytes:
    """Encode an animation that loops for ever.

    `frames` has shape (n, height, width, 3); `rows` holds the row of `frames` that is shown at each instant k / fps.
    `length` in seconds is the sum of all delays. GIF counts time in 1/100 s, so delays may differ by one unit.
    """
    palette = make_palette(frames, COLOURS)
    indices = map_frames(frames, palette, HOLD)
    return write_gif(indices, rows, palette, _times(len(rows), fps), round(length * HUNDREDTHS))


def map_frames(frames: Colours, palette: Colours, hold: float) -> NDArray[np.uint8]:
    """Return palette indices of shape (n, height, width), with temporal hold."""
    count, height, width, _ = frames.shape
    lookup = make_lookup(palette)
    colours = palette.astype(np.float32)
    norms = (colours * colours).sum(axis=1)
    indices = np.empty((count, height * width), np.uint8)
    for number in range(count):
        pixels = frames[number].reshape(-1, 3)
        nearest = lookup.take(bins_of(pixels))
        if number > 0:
            kept = indices[number - 1]
            moved = np.flatnonzero(nearest != kept)
            old, new = kept.take(moved), nearest.take(moved)
            # |p − old|² − |p − new|², multiplied out: |p|² cancels.
            apart = colours.take(new, axis=0) - colours.take(old, axis=0)
            along = np.einsum("ij,ij->i", pixels.take(moved, axis=0).astype(np.float32), apart)
            close = norms.take(old) - norms.take(new) + 2 * along <= hold
            nearest[moved[close]] = old[close]
        indices[number] = nearest
    return indices.reshape(count, height, width)


def _times(count: int, fps: Fraction) -> list[int]:
    return [round(k * HUNDREDTHS / fps) for k in range(count)]
