"""How good a picture is as a poster: what is measured of it, and its score.

All sums are of whole numbers, so the same picture has the same score on every machine.
"""

from collections.abc import Sequence
from math import sqrt
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from flickbook.media.picture import Rgb
from flickbook.outputs.stored import scaled

Grey = NDArray[Any]
Grid = NDArray[np.int64]

# Rows and columns at the edges whose lightest pixel is darker than this are bars.
_BAR = 40
_WHITE = 255
_DARK, _BRIGHT = 24, 240
# The best mean of a picture, and the standard deviation and colourfulness from which more is no better.
_MIDDLE, _CONTRAST, _COLOURS = 115, 52.0, 70.0
# A title card has nearly all of its pixels within two such bands of grey levels.
_BAND, _FEW = 20, 0.35
# White letters have these levels or more, and fall by so much at their edges; there are so many edges a pixel.
_PAPER, _HARD, _MANY = 225, 70, 0.02
# Width in pixels of the blur that a sharp picture loses much by; so many rows or columns stand for all. Steps
# from row to row of so many grey levels count. From such a sharpness on, a picture is not blurred.
_BLUR, _EVERY, _STEP, _SHARP = 9, 3, 6, 0.6
# Columns and rows of the grid by which neighbours are compared: motion changes it little. It is made of every so many
# rows and columns.
_GRID, _COARSE = (16, 9), 4
# From such a correlation on, neighbours are alike; a picture fades if it has less than such a share of a neighbour's
# contrast. It is a mix if such shares of two others at least explain so much of it.
_ALIKE, _DIMMER, _SHARE, _MIXED = 0.8, 0.88, 0.2, 0.92


class Look(NamedTuple):
    """What is measured of a picture; each is from 0 to 1, the best.

    `exposure`, `contrast` and `colour` are merits. `detail` is low for plain areas and title cards, `wordless` for
    pictures with large white letters.
    """

    exposure: float
    contrast: float
    colour: float
    detail: float
    wordless: float

    @property
    def score(self) -> float:
        """The score of a picture of which only this is known."""
        return self.detail * self.wordless * (0.35 * self.exposure + 0.35 * self.contrast + 0.3 * self.colour)


BLACK = Look(0.0, 0.0, 0.0, 0.0, 1.0)


def look_of(picture: Rgb) -> Look:
    """Measure a small picture; bars above and below or at both sides are left out."""
    inside = _without_bars(picture)
    if inside is None:
        return BLACK
    red, green, blue = (inside[..., channel].astype(np.int32) for channel in range(3))
    grey = (54 * red + 183 * green + 19 * blue) >> 8
    count = grey.size
    mean = int(grey.sum()) / count
    clipped = (int((grey < _DARK).sum()) + int((grey > _BRIGHT).sum())) / count
    off = (mean - _MIDDLE) / (_MIDDLE if mean < _MIDDLE else _WHITE - _MIDDLE)
    return Look(
        exposure=(1 - off * off) * (1 - max(0.0, clipped - 0.2) / 0.8),
        contrast=min(1.0, sqrt(_variance(grey)) / _CONTRAST),
        colour=min(1.0, _colourfulness(red - green, red + green - 2 * blue) / _COLOURS),
        detail=min(1.0, (1 - _few_greys(grey)) / _FEW),
        wordless=wordless_of(grey),
    )


def sharpness_of(grey: Grey) -> float:
    """Return how much of a picture's differences between neighbours a blur removes: little if it is blurred already.

    `grey` are the levels of a picture that is not small. The method is Crété and others', "The blur effect", 2007: the
    worse of both directions counts.
    """
    return min(_sharpness(grey[:, ::_EVERY]), _sharpness(grey[::_EVERY].T))


def _sharpness(grey: Grey) -> float:
    levels = grey.astype(np.int16)
    # How much a mean of _BLUR rows changes from row to row, times _BLUR, and how much the middle row of them does.
    blurred = np.abs(levels[_BLUR:] - levels[:-_BLUR])
    middle = levels[_BLUR // 2 :][: len(blurred) + 1]
    steps = np.abs(np.diff(middle, axis=0))
    # Smaller steps are those between a JPEG's blocks.
    sharp = _BLUR * steps * (steps >= _STEP)
    total = int(sharp.sum())
    return int(np.maximum(sharp - blurred, 0).sum()) / total if total else 0.0


def focus_of(sharpness: float) -> float:
    """Return 1, or less for a picture that is blurred as a whole."""
    return min(1.0, sharpness / _SHARP) ** 3


def wordless_of(grey: Grey) -> float:
    """Return 1, or less if there are many white edges and most of them are hard, as those of letters are."""
    levels = grey.astype(np.int16)
    edges = hard = 0
    for plane in (levels, levels[::-1], levels.T, levels.T[::-1]):
        last = (plane[:-2] >= _PAPER) & (plane[1:-1] < _PAPER)
        edges += int(last.sum())
        hard += int((last & (plane[:-2] - plane[2:] >= _HARD)).sum())
    if not hard:
        return 1.0
    return 1 - 0.6 * min(1.0, max(0.0, hard / edges - 0.3) / 0.3) * min(1.0, hard / grey.size / _MANY)


def grid_of(grey: Grey) -> Grid:
    """Return grey levels of a grid of few cells: how much each differs from the mean, times the number of cells."""
    cells = scaled(grey[::_COARSE, ::_COARSE], *_GRID).ravel().astype(np.int64)
    grid: Grid = cells * cells.size - cells.sum()
    return grid


def steadiness_of(grid: Grid, neighbours: Sequence[Grid]) -> float:
    """Return 1 for a picture that lasts; less for one that fades in or out, or into another picture.

    `grid` is the picture's, `neighbours` are those of the pictures a second before and after.
    """
    power = _dot(grid, grid)
    found = 1.0
    for other in neighbours:
        strength = _dot(other, other)
        alike = _dot(grid, other) > _ALIKE * sqrt(power) * sqrt(strength)
        if alike and (dimmer := sqrt(power / strength)) < _DIMMER:
            found = min(found, dimmer * dimmer)
    if len(neighbours) > 1 and power and _is_mixed(grid, power, *neighbours):
        found = min(found, 0.3)
    return found


def _is_mixed(grid: Grid, power: int, before: Grid, after: Grid) -> bool:
    """Return whether a picture is a mix of two that differ."""
    aa, ab, bb = _dot(before, before), _dot(before, after), _dot(after, after)
    pa, pb = _dot(grid, before), _dot(grid, after)
    area = aa * bb - ab * ab
    if not area or ab > _ALIKE * sqrt(aa) * sqrt(bb):
        return False
    shares = (pa * bb - pb * ab) / area, (pb * aa - pa * ab) / area
    return min(shares) > _SHARE and (shares[0] * pa + shares[1] * pb) / power > _MIXED


def _dot(grid: Grid, other: Grid) -> int:
    return int(grid @ other)


def _without_bars(picture: Rgb) -> Rgb | None:
    """Return a picture without equal bars at opposite edges; None if it is black."""
    light = picture.max(axis=2) >= _BAR
    for axis in (1, 0):
        lit = np.flatnonzero(light.any(axis=axis))
        if not lit.size:
            return None
        bar = min(int(lit[0]), light.shape[1 - axis] - 1 - int(lit[-1]))
        inside = slice(bar, light.shape[1 - axis] - bar)
        picture, light = (picture[inside], light[inside]) if axis else (picture[:, inside], light[:, inside])
    return picture


def _variance(values: NDArray[Any]) -> float:
    """Return the variance of whole numbers."""
    count, total = values.size, int(values.sum())
    return (count * int((values * values).sum()) - total * total) / (count * count)


def _colourfulness(across: NDArray[Any], along: NDArray[Any]) -> float:
    """Return the colourfulness by Hasler and Süsstrunk, "Measuring colourfulness in natural images", 2003.

    `across` are red less green, `along` twice yellow less blue.
    """
    spread = _variance(across) + _variance(along) / 4
    means = int(across.sum()) / across.size, int(along.sum()) / along.size / 2
    return sqrt(spread) + 0.3 * sqrt(means[0] * means[0] + means[1] * means[1])


def _few_greys(grey: Grey) -> float:
    """Return the share of the pixels in the two fullest bands of grey levels."""
    levels = np.bincount(grey.ravel(), minlength=_WHITE + 1)
    fullest = 0
    for _ in range(2):
        sums = np.cumsum(levels)
        bands = sums[_BAND - 1 :] - np.concatenate(([0], sums[:-_BAND]))
        place = int(bands.argmax())
        fullest += int(bands[place])
        levels[place : place + _BAND] = 0
    return fullest / grey.size
