"""Component signals that swscale does not know: YCgCo, BT.2020 with constant luminance, ICtCp, IPT.

Here they are converted exactly, at a picture's small size: from 16-bit planes to R'G'B', or to light.
"""

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from flickbook.media.colours import (
    BT2020,
    BT2020_CONSTANT,
    DERIVED_CONSTANT,
    HLG,
    ICTCP,
    IPT_C2,
    YCGCO,
    Colours,
    Matrix,
)
from flickbook.media.tone import Codes, Light, hlg_light, hlg_scene, pq_light, sdr_of_codes, sdr_of_light

# ITU-R BT.2100, table 7: linear BT.2020 to LMS, which contains a crosstalk of 4 %.
_TO_LMS = np.array([[1688, 2146, 262], [683, 2951, 462], [99, 309, 3688]]) / 4096
_CROSSTALK = 0.04
# L'M'S' to ICtCp with PQ and with HLG (BT.2100, table 7), and to IPT (SMPTE ST 2128).
_TO_ICTCP_PQ = np.array([[2048, 2048, 0], [6610, -13613, 7003], [17933, -17390, -543]]) / 4096
_TO_ICTCP_HLG = np.array([[2048, 2048, 0], [3625, -7465, 3840], [9500, -9212, -288]]) / 4096
_TO_IPT = np.array([[0.4, 0.4, 0.2], [4.455, -4.851, 0.396], [0.8056, 0.3572, -1.1628]])
_IPT_CROSSTALK = 0.02
# ITU-R BT.2020, tables 4 and 5.
_RED, _GREEN, _BLUE = 0.2627, 0.6780, 0.0593
_BLUE_SCALES, _RED_SCALES = (1.9404, 1.5816), (1.7184, 0.9936)
_ALPHA, _BETA = 1.09929682680944, 0.018053968510807


class Signal(NamedTuple):
    """How 16-bit planes become R'G'B' (`rgb`), or light in BT.2020 (`light`); by default they are R'G'B'."""

    rgb: Callable[[Codes], Codes] | None = None
    light: Callable[[Codes], Light] | None = None

    def develop(self, planes: Codes, colours: Colours) -> NDArray[np.uint8]:
        """Return planes as 8 bits in BT.709."""
        if self.light is not None:
            return sdr_of_light(self.light(planes))
        return sdr_of_codes(planes if self.rgb is None else self.rgb(planes), colours)


def signal_of(colours: Colours) -> Signal | None:
    """Return how planes of some colours are converted; None if swscale does it."""
    matrix, transfer = colours.matrix, colours.transfer
    if matrix == YCGCO:
        return Signal(rgb=lambda planes: _from_ycgco(_normalised(planes, colours)))
    if matrix == BT2020_CONSTANT or (matrix == DERIVED_CONSTANT and colours.primaries == BT2020):
        return Signal(rgb=lambda planes: _from_constant_luminance(_normalised(planes, colours)))
    if matrix not in (ICTCP, IPT_C2):
        return None
    table = _TO_IPT if matrix == IPT_C2 else _TO_ICTCP_HLG if transfer == HLG else _TO_ICTCP_PQ
    to_lms = np.linalg.inv(table).astype(np.float32)
    to_rgb = lms_to_rgb(_IPT_CROSSTALK if matrix == IPT_C2 else _CROSSTALK)
    light = _hlg_light_of_lms if transfer == HLG and matrix == ICTCP else light_of_lms
    return Signal(light=lambda planes: light(product(_normalised(planes, colours), to_lms), to_rgb))


def light_of_lms(lms: Light, to_rgb: Matrix) -> Light:
    """Return L'M'S' by PQ as light in BT.2020."""
    return product(pq_light(_codes(lms)), to_rgb)


def _hlg_light_of_lms(lms: Light, to_rgb: Matrix) -> Light:
    return hlg_light(np.maximum(product(hlg_scene(_codes(lms)), to_rgb), 0))


def product(pixels: Light, matrix: Matrix) -> Light:
    """Return pixels, whose components are the last axis, multiplied by a matrix."""
    multiplied: Light = pixels @ matrix.T
    return multiplied


def _normalised(planes: Codes, colours: Colours) -> Light:
    """Return planes with luma in [0, 1] and chroma in [-0.5, 0.5]."""
    if colours.full:
        levels = planes.astype(np.float32) - np.array([0, 32768, 32768], np.float32)
        return (levels / full_scale(colours.bits)).astype(np.float32)
    offset, scale = np.array([16, 128, 128], np.float32), np.array([219, 224, 224], np.float32)
    return ((planes.astype(np.float32) / 256 - offset) / scale).astype(np.float32)


def full_scale(bits: int) -> int:
    """Return the 16-bit code of the highest code of fewer bits: swscale shifts."""
    return (1 << bits) - 1 << 16 - bits


def _codes(signal: Light) -> Codes:
    return np.rint(np.clip(signal, 0, 1) * 65535).astype(np.uint16)


@cache
def lms_to_rgb(crosstalk: float) -> Matrix:
    """Return the matrix from linear LMS with some crosstalk to linear BT.2020."""
    without = np.linalg.inv(_mixing(_CROSSTALK)) @ _TO_LMS
    return np.linalg.inv(_mixing(crosstalk) @ without).astype(np.float32)


def _mixing(crosstalk: float) -> NDArray[np.float64]:
    return np.array(np.full((3, 3), crosstalk) + np.diag([1 - 3 * crosstalk] * 3))


def _from_ycgco(signal: Light) -> Codes:
    luma, green, orange = np.moveaxis(signal, -1, 0)
    rest = luma - green
    return _codes(np.stack([rest + orange, luma + green, rest - orange], axis=-1))


def _from_constant_luminance(signal: Light) -> Codes:
    luma, blue_difference, red_difference = np.moveaxis(signal, -1, 0)
    blue = luma + blue_difference * np.where(blue_difference <= 0, *_BLUE_SCALES).astype(np.float32)
    red = luma + red_difference * np.where(red_difference <= 0, *_RED_SCALES).astype(np.float32)
    rest = _linear(luma) - _RED * _linear(red) - _BLUE * _linear(blue)
    return _codes(np.stack([red, _nonlinear(rest / _GREEN), blue], axis=-1))


def _linear(code: Light) -> Light:
    high = ((np.maximum(code, 0) + (_ALPHA - 1)) / _ALPHA) ** np.float32(1 / 0.45)
    return np.where(code < 4.5 * _BETA, code / 4.5, high).astype(np.float32)


def _nonlinear(light: Light) -> Light:
    high = _ALPHA * np.maximum(light, 0) ** np.float32(0.45) - (_ALPHA - 1)
    return np.where(light < _BETA, 4.5 * light, high).astype(np.float32)
