"""Which moments of a film its contact sheet shows: none that is blank, none that looks like the one before."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from flickbook.outputs.base import Made
from flickbook.outputs.stored import count_pictures, pictures_at, scaled

# So many moments are looked at for each tile.
_LOOKS = 4
# Pictures are compared at this size; larger ones are decoded at no less than the width.
_SMALL, _WIDTH = (32, 18), 64
# Levels of 255: the standard deviation of a picture with something to see, the mean difference of unlike pictures.
_PLAIN, _ALIKE = 6, 10


def choose(made: Made, tiles: int) -> list[Fraction]:
    """Return the seconds of at most so many stored pictures; an empty list if none is stored."""
    step = Fraction(max(1, made.plan.video.duration // (_LOOKS * tiles)))
    moments = [k * step for k in range(count_pictures(made.plan.video, step))]
    seen = ((start, scaled(picture, *_SMALL).astype(np.int64)) for start, picture in pictures_at(made, moments, _WIDTH))
    first = next(seen, None)
    if first is None:
        return []
    # A film that is blank from beginning to end has one tile.
    good = list(_distinct([first, *seen])) or [first[0]]
    return good if len(good) <= tiles else [good[(2 * k + 1) * len(good) // (2 * tiles)] for k in range(tiles)]


def _distinct(seen: list[tuple[Fraction, NDArray[np.int64]]]) -> Iterator[Fraction]:
    """Yield the seconds of the pictures that are neither blank nor like the last one that was yielded."""
    last: NDArray[np.int64] | None = None
    for start, picture in seen:
        count = picture.size // 3
        sums, squares = picture.sum((0, 1)), (picture * picture).sum((0, 1))
        # Whole numbers: every machine chooses the same pictures.
        blank = bool((count * squares - sums * sums < (_PLAIN * count) ** 2).all())
        if blank or (last is not None and np.abs(picture - last).sum() < _ALIKE * picture.size):
            continue
        yield start
        last = picture
