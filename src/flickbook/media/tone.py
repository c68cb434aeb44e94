"""HDR → SDR: PQ or HLG pictures in BT.2020 become BT.709 pictures of natural brightness.

Steps for each pixel: code → light in units of reference white (203 cd/m², ITU-R BT.2408); tone-map the brightest
channel by a Möbius curve, and scale the other channels alike to keep the hue; BT.2020 → BT.709 primaries
(ITU-R BT.2087); display gamma. The curves are tables over 16-bit codes.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

PQ = 16
HLG = 18
HDR_TRANSFERS = frozenset({PQ, HLG})

_WHITE_NITS = 203.0
_PEAK_NITS = 1000.0
_KNEE = 0.3
_GAMMA_STEPS = 4095
_ROWS = 64

# ITU-R BT.2087-0, M2: linear BT.2020 to linear BT.709.
_TO_BT709 = np.array([[1.6605, -0.5876, -0.0728], [-0.1246, 1.1329, -0.0083], [-0.0182, -0.1006, 1.1187]], np.float32)
_HLG_LUMA = np.array([0.2627, 0.6780, 0.0593], np.float32)


def to_sdr(picture: NDArray[np.uint16], transfer: int) -> NDArray[np.uint8]:
    """Tone-map a picture of shape (height, width, 3), full-range 16-bit R'G'B' in BT.2020, to 8 bits in BT.709."""
    out = np.empty(picture.shape, np.uint8)
    for row in range(0, len(picture), _ROWS):
        block = picture[row : row + _ROWS]
        light = _hlg_light(block) if transfer == HLG else _pq_table()[block]
        out[row : row + _ROWS] = _display(_tone_map(light) @ _TO_BT709.T)
    return out


@cache
def _pq_table() -> NDArray[np.float32]:
    """Return SMPTE ST 2084's curve: code → light, in units of reference white."""
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
    root = np.linspace(0, 1, 65536) ** (1 / m2)
    nits = 10000 * (np.maximum(root - c1, 0) / (c2 - c3 * root)) ** (1 / m1)
    return (nits / _WHITE_NITS).astype(np.float32)


@cache
def _hlg_table() -> NDArray[np.float32]:
    """Return ARIB STD-B67's curve (ITU-R BT.2100): code → scene light in [0, 1]."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    code = np.linspace(0, 1, 65536)
    return np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12).astype(np.float32)


def _hlg_light(block: NDArray[np.uint16]) -> NDArray[np.float32]:
    scene = _hlg_table()[block]
    # The system gamma of 1.2 for a display of 1000 cd/m² (BT.2100, table 5, note 5f).
    luma = np.maximum(scene @ _HLG_LUMA, 1e-6)
    light: NDArray[np.float32] = scene * (luma**0.2 * np.float32(_PEAK_NITS / _WHITE_NITS))[..., None]
    return light


def _tone_map(light: NDArray[np.float32]) -> NDArray[np.float32]:
    """Apply a Möbius curve: linear up to the knee, then bent so that the peak becomes 1."""
    peak = _PEAK_NITS / _WHITE_NITS
    a = -(_KNEE**2) * (peak - 1) / (_KNEE**2 - 2 * _KNEE + peak)
    b = (_KNEE**2 - 2 * _KNEE * peak + peak) / (peak - 1)
    brightest = np.maximum(light.max(axis=-1), 1e-6)
    bent = (b * b + 2 * b * _KNEE + _KNEE**2) / (b - a) * (brightest + a) / (brightest + b)
    scale = np.where(brightest > _KNEE, bent / brightest, np.float32(1))
    return light * scale[..., None].astype(np.float32)


@cache
def _gamma_table() -> NDArray[np.uint8]:
    """Return √light → 8-bit code for a display of gamma 2.2; the root makes the table's steps fine in dark parts."""
    root = np.linspace(0, 1, _GAMMA_STEPS + 1)
    return np.rint(255 * (root * root) ** (1 / 2.2)).astype(np.uint8)


def _display(light: NDArray[np.float32]) -> NDArray[np.uint8]:
    steps = np.sqrt(np.clip(light, 0, 1)) * _GAMMA_STEPS
    return _gamma_table()[(steps + 0.5).astype(np.uint16)]
