"""In which colours a frame is: code points of ITU-T H.273, and matrices between primaries.

A frame's own code points count; what it does not say, the container says, or else what players assume.
"""

from functools import cache
from typing import NamedTuple

import numpy as np
from av.video.format import VideoFormat
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, Colorspace
from numpy.typing import NDArray

# The container's primaries, transfer, matrix, and libav's range, as in `Video`.
Declared = tuple[int, int, int, int]
Matrix = NDArray[np.float32]

UNSPECIFIED = 2
PQ, HLG = 16, 18
BT709, BT2020, P3_D65 = 1, 9, 12
RGB, YCGCO, BT2020_CONSTANT, DERIVED_CONSTANT, ICTCP, IPT_C2 = 0, 8, 10, 13, 14, 15
# Code points of matrices that are 3×3 and known to swscale; RGB has none.
_SWSCALE = frozenset({RGB, BT709, UNSPECIFIED, 4, 5, 6, 7, BT2020})
# Matrices that `signals` converts, and code point 12, derived from the primaries: for them swscale knows the matrix.
_CONVERTED = frozenset({YCGCO, BT2020_CONSTANT, 12, ICTCP, IPT_C2})
_DERIVED = {6: 7, 7: 7, BT2020: BT2020}
# Chromaticities of red, green and blue; DCI-P3 (11) is taken with the white of the others.
_P3 = ((0.680, 0.320), (0.265, 0.690), (0.150, 0.060))
_CHROMATICITIES = {
    BT709: ((0.640, 0.330), (0.300, 0.600), (0.150, 0.060)),
    BT2020: ((0.708, 0.292), (0.170, 0.797), (0.131, 0.046)),
    11: _P3,
    P3_D65: _P3,
}
_D65 = (0.3127, 0.3290)


class Colours(NamedTuple):
    """A frame's code points, whether its levels are full, and the bits of a component."""

    primaries: int
    transfer: int
    matrix: int
    full: bool
    bits: int

    @property
    def hdr(self) -> bool:
        return self.transfer in (PQ, HLG)

    @property
    def approximate(self) -> bool:
        """Whether the nearest matrix is taken instead of the right one."""
        if self.matrix == DERIVED_CONSTANT:
            return self.primaries != BT2020
        return self.matrix not in _SWSCALE | _CONVERTED

    @property
    def gamut(self) -> int | None:
        """The primaries that must be brought into BT.709; None if the picture is shown in them as it is."""
        if self.hdr and self.primaries == UNSPECIFIED:
            return BT2020
        return self.primaries if self.primaries in _CHROMATICITIES and self.primaries != BT709 else None


def colours_of(frame: VideoFrame, declared: Declared) -> Colours:
    """Return a frame's colours; `declared` is what the container says."""
    own = frame.color_primaries, frame.color_trc, frame.colorspace
    full = frame.color_range == ColorRange.JPEG
    known = _format(frame.format.name)
    if UNSPECIFIED in own and declared[:3] != own:
        full = full or (own == (UNSPECIFIED,) * 3 and declared[3] == ColorRange.JPEG)
        own = tuple(a if a != UNSPECIFIED else b for a, b in zip(own, declared, strict=False))  # type: ignore[assignment]
    primaries, transfer, matrix = own
    return Colours(primaries, transfer, RGB if known.is_rgb else matrix, full, known.components[0].bits)


def swscale_matrix(colours: Colours, frame: VideoFrame) -> int | None:
    """Return the matrix that swscale shall use, None for the frame's own: the one it names, or the nearest."""
    matrix = colours.matrix
    if matrix == UNSPECIFIED:
        # Players assume BT.709 for HD, else BT.601.
        return Colorspace.ITU709 if frame.height >= 720 or frame.width >= 1280 else Colorspace.ITU601
    if matrix not in _SWSCALE:
        return _DERIVED.get(colours.primaries, BT709)
    # swscale's name for BT.601 is 5, whichever of the two code points is meant.
    return None if matrix in (RGB, frame.colorspace) else Colorspace.ITU601 if matrix == 6 else matrix


@cache
def _format(name: str) -> VideoFormat:
    return VideoFormat(name)


@cache
def to_bt709(primaries: int) -> Matrix:
    """Return the matrix from linear light in some primaries to BT.709's (for BT.2020 that of ITU-R BT.2087)."""
    return (np.linalg.inv(_to_xyz(BT709)) @ _to_xyz(primaries)).astype(np.float32)


def _to_xyz(primaries: int) -> NDArray[np.float64]:
    corners = np.array([_xyz(*corner) for corner in _CHROMATICITIES[primaries]]).T
    return corners * np.linalg.solve(corners, np.array(_xyz(*_D65)))


def _xyz(x: float, y: float) -> tuple[float, float, float]:
    return x / y, 1, (1 - x - y) / y
