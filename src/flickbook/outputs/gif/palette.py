"""A palette: up to 255 colours chosen from a scene's own pixels.

The steps are a histogram of 5 bits a channel, a variance cut (Wan, Wong and Prusinkiewicz 1990: split the box with the
largest gain), then k-means on the histogram's bins, both in CIELAB. Each step is a few NumPy calls.
"""

from heapq import heappop, heappush
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from flickbook.outputs.gif.lab import Lab, Rgb, to_lab, to_rgb

_BINS = 1 << 15
_ROUNDS = 3
_SAMPLES = 300_000
# Colours whose distances to all entries are computed at once; more do not fit into a processor's cache.
_AT_ONCE = 512


class Histogram(NamedTuple):
    """The bins with pixels: their mean colours, shape (bins, 3), and their numbers of pixels."""

    means: Lab
    weights: NDArray[np.float32]


class _Box(NamedTuple):
    members: NDArray[np.intp]
    axis: int
    spread: float


def make_palette(frames: Rgb, colours: int) -> Rgb:
    """Return at most `colours` colours for frames of shape (n, height, width, 3), in shape (k, 3)."""
    histogram = _histogram(frames.reshape(-1, 3))
    return _refine(histogram, _cut(histogram, colours))


def _histogram(pixels: Rgb) -> Histogram:
    # An odd stride spreads the samples over all columns of the picture.
    sample = pixels[:: max(1, len(pixels) // _SAMPLES) | 1]
    red, green, blue = (sample >> 3).astype(np.int32).T
    bins = red << 10 | green << 5 | blue
    counts = np.bincount(bins, minlength=_BINS)
    used = np.flatnonzero(counts)
    sums = [np.bincount(bins, weights=sample[:, channel], minlength=_BINS)[used] for channel in range(3)]
    means = to_lab(np.stack(sums, axis=1) / counts[used, None])
    return Histogram(means, counts[used].astype(np.float32))


def _cut(histogram: Histogram, colours: int) -> Lab:
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


def _refine(histogram: Histogram, palette: Lab) -> Rgb:
    """Apply a few rounds of Lloyd's k-means: each colour moves to the mean of the bins nearest to it."""
    for _ in range(_ROUNDS):
        found = nearest(histogram.means, palette)
        mass = np.bincount(found, weights=histogram.weights, minlength=len(palette))
        sums = [
            np.bincount(found, weights=histogram.weights * histogram.means[:, channel], minlength=len(palette))
            for channel in range(3)
        ]
        moved = np.stack(sums, axis=1) / np.maximum(mass, 1)[:, None]
        palette = np.where(mass[:, None] > 0, moved, palette).astype(np.float32)
    return to_rgb(palette)


def nearest(colours: Lab, palette: Lab) -> NDArray[np.intp]:
    """Return the index of the palette's entry that is nearest to each colour."""
    # |c − p|² without |c|², which is the same for every p, as one product of matrices.
    wide = np.hstack([colours, np.ones((len(colours), 1), np.float32)])
    terms = np.vstack([-2 * palette.T, (palette * palette).sum(axis=1)])
    parts = [wide[start : start + _AT_ONCE] for start in range(0, len(wide), _AT_ONCE)]
    return np.concatenate([(part @ terms).argmin(axis=1) for part in parts])
