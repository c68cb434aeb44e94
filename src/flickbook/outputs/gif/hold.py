"""Which pixels of an animation are drawn anew: those whose source differs from that at their last drawing.

Every pixel that is drawn adds bytes to a GIF, so a pixel is held while its source is still near to what it was when the
pixel was drawn last. Two source pictures are compared, never a dithered one, so errors cannot add up.
"""

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from flickbook.outputs.gif.lab import Rgb

# In rough places that move, such as foliage, and of a single pixel the eye sees less: the limit is up to so many times
# as high.
ROUGH = 6
ALONE = 3
# In a rough place, the limit grows with the mean change from frame to frame. So a picture that comes to rest is right.
_MOTION = 3
# The sum of the weights of a pixel and its neighbours: 1, 2, 1 in each direction.
_WEIGHTS = 16
# At a cut, the mean difference of two frames is larger than this number of levels (in fast pans, it is up to 25), and
# at least twice that of the frames before and after, so that flicker and noise have no cuts.
_CUT = 30
_SPARSE = 4
_SHORTEST = 16


def changes(frames: Rgb, limit: float) -> NDArray[np.bool_]:
    """Return which pixels of frames of shape (n, height, width, 3) are drawn, in shape (n, height, width).

    A pixel is held while, in each channel, the weighted mean of its own and its neighbours' differences to what was
    drawn is at most `limit` levels, and its own at most `ALONE` times that. Where the picture is rough and moves, the
    limit grows, up to `ROUGH` times. A pixel is drawn too if drawn neighbours have half of the weight and
    its own difference exceeds `limit`: alone it would be a speck.
    """
    drawn = np.ones(frames.shape[:3], np.bool_)
    least = np.int16(round(limit * _WEIGHTS))
    known = before = _planes(frames[0])
    for number in range(1, len(frames)):
        source = _planes(frames[number])
        apart = source - known
        own = np.abs(apart).max(axis=0)
        more = np.minimum(_roughness(source[1]), _MOTION * _blur(np.abs(source[1] - before[1])))
        allowed = np.minimum(least + more, ROUGH * least)
        moved = (np.abs(_blur(apart)).max(axis=0) > allowed) | (own * _WEIGHTS > ALONE * allowed)
        moved |= (_blur(moved.astype(np.int16)) >= _WEIGHTS // 2) & (own > limit)
        drawn[number] = moved
        known, before = np.where(moved, source, known), source
    return drawn


def _planes(frame: Rgb) -> NDArray[np.int16]:
    return np.ascontiguousarray(frame.transpose(2, 0, 1)).astype(np.int16)


def _roughness(plane: NDArray[np.int16]) -> NDArray[np.int16]:
    """Return how far pixels are from the mean of their surroundings, in 1/16 levels."""
    # Divided in two steps, so that the sums stay below 2 to the power 15.
    return _blur(np.abs(plane * _WEIGHTS - _blur(plane)) // 4) // 4


def _blur(values: NDArray[np.int16]) -> NDArray[np.int16]:
    """Return weighted sums over rows and columns; a neighbour that is missing is like the pixel itself."""
    rows = values * 2
    rows[..., 1:, :] += values[..., :-1, :]
    rows[..., :1, :] += values[..., :1, :]
    rows[..., :-1, :] += values[..., 1:, :]
    rows[..., -1:, :] += values[..., -1:, :]
    sums = rows * 2
    sums[..., 1:] += rows[..., :-1]
    sums[..., :1] += rows[..., :1]
    sums[..., :-1] += rows[..., 1:]
    sums[..., -1:] += rows[..., -1:]
    return sums


def scenes(frames: Rgb) -> list[slice]:
    """Return the runs of frames between cuts; each but the last has at least a certain number of frames."""
    small = frames[:, ::_SPARSE, ::_SPARSE].astype(np.int16)
    steps = np.array([np.abs(after - before).mean() for before, after in pairwise(small)])
    around = np.maximum(np.concatenate([[0], steps[:-1]]), np.concatenate([steps[1:], [0]]))
    starts = [0]
    for number in np.flatnonzero((steps > _CUT) & (steps > 2 * around)).tolist():
        if number + 1 - starts[-1] >= _SHORTEST:
            starts.append(number + 1)
    return [slice(start, end) for start, end in pairwise([*starts, len(frames)])]
