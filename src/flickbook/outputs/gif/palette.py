"""A GIF's palette: up to 255 colours chosen from the snippet's own pixels, and the table that maps colours to them.

The steps are a histogram of 5 bits a channel, a variance cut (Wan, Wong and Prusinkiewicz 1990: split the box with the
largest gain), then k-means on the histogram's bins. Each step is a few NumPy calls.
"""

from heapq import heappop, heappush
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Colours = NDArray[np.uint8]

BINS = 1 << 15
_ROUNDS = 3
_SAMPLES = 600_000


class Histogram(NamedTuple):
    """The bins with pixels: their mean colours, shape (bins, 3), and their numbers of pixels."""

    means: NDArray[np.float32]
    weights: NDArray[np.float32]


class _Box(NamedTuple):
    members: NDArray[np.intp]
    axis: int
    spread: float


def bins_of(pixels: Colours) -> NDArray[np.uint16]:
    """Return each pixel's bin: 5 bits each of red, green and blue, in that order."""
    red, green, blue = (pixels[..., channel] for channel in range(3))
    out = (red & 0xF8).astype(np.uint16)
    out <<= 7
    out |= (green & np.uint8(0xF8)).astype(np.uint16) << 2
    out |= blue >> 3
    return out


def make_palette(frames: Colours, colours: int) -> Colours:
    """Return at most `colours` colours for frames of shape (n, height, width, 3), in shape (k, 3)."""
    histogram = _histogram(frames.reshape(-1, 3))
    return _refine(histogram, _cut(histogram, colours))


def make_lookup(palette: Colours) -> NDArray[np.uint8]:
    """Return the nearest palette entry for each of the 32,768 bins."""
    axis = np.arange(32, dtype=np.float32) * 8 + 3.5
    grid = np.stack(np.meshgrid(axis, axis, axis, indexing="ij"), axis=-1).reshape(-1, 3)
    return _nearest(grid, palette.astype(np.float32)).astype(np.uint8)


def _histogram(pixels: Colours) -> Histogram:
    # An odd stride spreads the samples over all columns of the picture.
    sample = pixels[:: max(1, len(pixels) // _SAMPLES) | 1]
    bins = bins_of(sample)
    counts = np.bincount(bins, minlength=BINS)
    used = np.flatnonzero(counts)
    sums = [np.bincount(bins, weights=sample[:, channel], minlength=BINS)[used] for channel in range(3)]
    means = np.stack(sums, axis=1) / counts[used, None]
    return Histogram(means.astype(np.float32), counts[used].astype(np.float32))


def _cut(histogram: Histogram, colours: int) -> NDArray[np.float32]:
    boxes = [_measure(histogram, np.arange(len(histogram.weights)))]
    widest = [(-boxes[0].spread, 0)]
    while widest and len(boxes) < colours:
        spread, index = heappop(widest)
        if spread >= 0:
            break
        halves = _split(histogram, boxes[index])
        for place, half in zip((index, len(boxes)), halves, strict=True):
            box = _measure(histogram, half)
            boxes[place : place + 1] = [box]
            heappush(widest, (-box.spread, place))
    return np.stack([_mean(histogram, box.members) for box in boxes])


def _measure(histogram: Histogram, members: NDArray[np.intp]) -> _Box:
    weights = histogram.weights[members]
    means = histogram.means[members]
    centred = means - weights @ means / weights.sum()
    spread = weights @ (centred * centred)
    axis = int(spread.argmax())
    return _Box(members, axis, float(spread[axis]) if len(members) > 1 else 0.0)


def _split(histogram: Histogram, box: _Box) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Split a box where the sum of the two parts' squared errors is least."""
    values = histogram.means[box.members, box.axis]
    order = np.argsort(values, kind="stable")
    weights = histogram.weights[box.members][order].astype(np.float64)
    mass = np.cumsum(weights)
    moment = np.cumsum(weights * values[order])
    gain = moment[:-1] ** 2 / mass[:-1] + (moment[-1] - moment[:-1]) ** 2 / (mass[-1] - mass[:-1])
    at = int(gain.argmax()) + 1
    return box.members[order[:at]], box.members[order[at:]]


def _mean(histogram: Histogram, members: NDArray[np.intp]) -> NDArray[np.float32]:
    weights = histogram.weights[members]
    mean: NDArray[np.float32] = weights @ histogram.means[members] / weights.sum()
    return mean


def _refine(histogram: Histogram, palette: NDArray[np.float32]) -> Colours:
    """Apply a few rounds of Lloyd's k-means: each colour moves to the mean of the bins nearest to it."""
    for _ in range(_ROUNDS):
        nearest = _nearest(histogram.means, palette)
        mass = np.bincount(nearest, weights=histogram.weights, minlength=len(palette))
        sums = [
            np.bincount(nearest, weights=histogram.weights * histogram.means[:, channel], minlength=len(palette))
            for channel in range(3)
        ]
        moved = np.stack(sums, axis=1) / np.maximum(mass, 1)[:, None]
        palette = np.where(mass[:, None] > 0, moved, palette).astype(np.float32)
    return np.clip(np.rint(palette), 0, 255).astype(np.uint8)


def _nearest(colours: NDArray[np.float32], palette: NDArray[np.float32]) -> NDArray[np.intp]:
    # |c − p|² without |c|², which is the same for every p.
    nearest: NDArray[np.intp] = ((palette * palette).sum(axis=1) - 2 * colours @ palette.T).argmin(axis=1)
    return nearest
