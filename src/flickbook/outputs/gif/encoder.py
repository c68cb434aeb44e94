"""Frames → an animated GIF: one palette, look-up mapping, temporal hold.

A GIF pays for every pixel that changes. So a pixel keeps the colour it shows (temporal hold) as long
as that is hardly worse than the nearest colour, and the encoder writes kept pixels as transparent.
"""

from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from flickbook.media.gif_writer import HUNDREDTHS, write_gif
from flickbook.outputs.gif.palette import Colours, bins_of, make_lookup, make_palette

# One of the 256 entries is the transparent one.
COLOURS = 255
# The squared RGB error a kept pixel may have above that of the nearest colour. Up from about 200 the bytes fall
# below 0.45 of the usual palettegen/paletteuse GIF with PSNR and SSIM still above it (benchmarks/pictures.py).
HOLD = 225.0


def make_gif(frames: Colours, rows: NDArray[np.intp], fps: Fraction, length: Fraction) -> bytes:
    """Encode an animation that loops for ever.

    `frames` has shape (n, height, width, 3); `rows` says which of them is shown at each instant k / fps.
    `length` in seconds is the sum of all delays (GIF counts time in 1/100 s, so delays differ by one).
    """
    palette = make_palette(frames, COLOURS)
    indices = map_frames(frames, palette, HOLD)
    return write_gif(indices, rows, palette, _times(len(rows), fps), round(length * HUNDREDTHS))


def map_frames(frames: Colours, palette: Colours, hold: float) -> NDArray[np.uint8]:
    """Give palette indices of shape (n, height, width), holding pixels in time."""
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
            # |p − old|² − |p − new|², multiplied out so that |p|² falls away.
            apart = colours.take(new, axis=0) - colours.take(old, axis=0)
            along = np.einsum("ij,ij->i", pixels.take(moved, axis=0).astype(np.float32), apart)
            held = norms.take(old) - norms.take(new) + 2 * along <= hold
            nearest[moved[held]] = old[held]
        indices[number] = nearest
    return indices.reshape(count, height, width)


def _times(count: int, fps: Fraction) -> list[int]:
    return [round(k * HUNDREDTHS / fps) for k in range(count)]
