"""An ordered dither that stands still: each colour is shown as a fixed pattern of palette entries.

Where the palette lacks a colour, the eye mixes it from neighbouring pixels. A pattern has 2×2 pixels: the first entry
is nearest to the colour, each further one is nearest after a share of the error so far is added (Knoll's pattern
dithering). The share is below 1, because entries that are far from each other look like grain.
"""

import numpy as np
from numpy.typing import NDArray

from flickbook.outputs.gif.lab import Rgb, to_lab
from flickbook.outputs.gif.palette import nearest

# Colours are told apart by 6 bits of red, 7 of green and 6 of blue.
BINS = 1 << 19
_SHARE = 0.5
# Bayer's matrix: which of a pattern's entries, in the order of their lightness, a pixel shows.
_ORDER = np.array([[0, 2], [3, 1]])


def bins_of(pixels: Rgb) -> NDArray[np.int32]:
    """Return the bins of pixels of shape (n, 3)."""
    red, green, blue = pixels.T.astype(np.int32)
    bins: NDArray[np.int32] = red >> 2 << 13 | green >> 1 << 6 | blue >> 2
    return bins


def places(height: int, width: int) -> NDArray[np.int32]:
    """Return, for each pixel of a picture, the offset of its entry in the table of `patterns`, in shape (h × w)."""
    tiled = np.tile(_ORDER, (height // 2 + 1, width // 2 + 1))[:height, :width]
    return (tiled.ravel() * BINS).astype(np.int32)


def patterns(bins: NDArray[np.intp], palette: Rgb) -> NDArray[np.uint8]:
    """Return a table of palette indices: that of bin `b` at place `p` is at `p × BINS + b`. Other bins stay 0."""
    entries = to_lab(palette)
    wanted = to_lab(np.stack([(bins >> 13) * 4 + 1.5, (bins >> 6 & 127) * 2 + 0.5, (bins & 63) * 4 + 1.5], axis=1))
    error = np.zeros_like(wanted)
    chosen = []
    for _ in range(_ORDER.size):
        chosen.append(nearest(wanted + _SHARE * error, entries))
        error += wanted - entries[chosen[-1]]
    pattern = np.stack(chosen, axis=1)
    order = np.argsort(entries[pattern, 0], axis=1, kind="stable")
    table = np.zeros((_ORDER.size, BINS), np.uint8)
    table[:, bins] = np.take_along_axis(pattern, order, axis=1).T
    return table.ravel()
