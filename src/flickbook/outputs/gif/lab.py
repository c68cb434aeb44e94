"""R'G'B' ↔ CIELAB, where equal distances look about equally large (IEC 61966-2-1; CIE 15:2004; white D65)."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]
Lab = NDArray[np.float32]

_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041]]
)
# XYZ of the linear primaries, divided by the white's.
_FORWARD = (_XYZ / _XYZ.sum(axis=1, keepdims=True)).T
_BACK = np.linalg.inv(_FORWARD)
_EDGE = 6 / 29


def to_lab(colours: NDArray[np.number[Any]]) -> Lab:
    """Return L*, a* and b* of R'G'B' from 0 to 255; the last axis has the three channels."""
    coded = colours.astype(np.float32) / np.float32(255)
    linear = np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)
    ratios = linear @ _FORWARD.astype(np.float32)
    x, y, z = np.moveaxis(np.where(ratios > _EDGE**3, np.cbrt(ratios), ratios / (3 * _EDGE**2) + 4 / 29), -1, 0)
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1).astype(np.float32)


def to_rgb(lab: Lab) -> Rgb:
    """Return the nearest R'G'B' of L*, a* and b*."""
    light, red, blue = np.moveaxis(lab.astype(np.float64), -1, 0)
    y = (light + 16) / 116
    roots = np.stack([y + red / 500, y, y - blue / 200], axis=-1)
    linear = np.where(roots > _EDGE, roots**3, 3 * _EDGE**2 * (roots - 4 / 29)) @ _BACK
    linear = np.clip(linear, 0, 1)
    coded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    colours: Rgb = np.rint(coded * 255).astype(np.uint8)
    return colours
