"""Light → SDR: pictures in HDR or in a wide gamut become BT.709 pictures of natural brightness.

Steps for each pixel: code → light in units of reference white (203 cd/m², ITU-R BT.2408); in HDR, tone-map the
brightest channel by a Möbius curve, and scale the other channels alike to keep the hue; bring the primaries into
BT.709; display gamma. The curves are tables over 16-bit codes.
"""

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from flickbook.media.colours import BT2020, HLG, PQ, Colours, to_bt709

Codes = NDArray[np.uint16]
Light = NDArray[np.float32]

_WHITE_NITS = 203.0
_PEAK_NITS = 1000.0
_KNEE = 0.3
_GAMMA = 2.2
_GAMMA_STEPS = 4095
_ROWS = 64

_HLG_LUMA = np.array([0.2627, 0.6780, 0.0593], np.float32)


def in_rows(picture: Codes, develop: Callable[[Codes], NDArray[np.uint8]]) -> NDArray[np.uint8]:
    """Return a developed picture, computed a few rows at a time to save memory."""
    out = np.empty(picture.shape, np.uint8)
    for row in range(0, len(picture), _ROWS):
        out[row : row + _ROWS] = develop(picture[row : row + _ROWS])
    return out


def sdr_of_codes(block: Codes, colours: Colours) -> NDArray[np.uint8]:
    """Return full-range 16-bit R'G'B' of some colours as 8 bits in BT.709."""
    if colours.gamut is None and not colours.hdr:
        return ((block.astype(np.uint32) + 128) // 257).astype(np.uint8)
    if colours.transfer == PQ:
        light = pq_light(block)
    else:
        light = hlg_light(hlg_scene(block)) if colours.transfer == HLG else _gamma_light()[block]
    return sdr_of_light(light, colours.gamut, hdr=colours.hdr)


def sdr_of_light(light: Light, gamut: int | None = BT2020, *, hdr: bool = True) -> NDArray[np.uint8]:
    """Return light in some primaries (None: BT.709) as 8 bits in BT.709."""
    mapped = _tone_map(light) if hdr else light
    return _display(mapped if gamut is None else mapped @ to_bt709(gamut).T)


def pq_light(block: Codes) -> Light:
    """Return light by SMPTE ST 2084."""
    return _pq_table()[block]


def hlg_scene(block: Codes) -> Light:
    """Return the scene's light in [0, 1] by ARIB STD-B67."""
    return _hlg_table()[block]


def hlg_light(scene: Light) -> Light:
    """Return a display's light, by the system gamma of 1.2 for 1000 cd/m² (BT.2100, table 5, note 5f)."""
    luma = np.maximum(scene @ _HLG_LUMA, 1e-6)
    light: Light = scene * (luma**0.2 * np.float32(_PEAK_NITS / _WHITE_NITS))[..., None]
    return light


@cache
def _gamma_light() -> Light:
    """Return a display's curve: code → light."""
    return (np.linspace(0, 1, 65536) ** _GAMMA).astype(np.float32)


@cache
def _pq_table() -> Light:
    """Return SMPTE ST 2084's curve: code → light, in units of reference white."""
    m1, m2, c1, c2, c3 = 2610 / 16384, 2523 / 32, 3424 / 4096, 2413 / 128, 2392 / 128
    root = np.linspace(0, 1, 65536) ** (1 / m2)
    nits = 10000 * (np.maximum(root - c1, 0) / (c2 - c3 * root)) ** (1 / m1)
    return (nits / _WHITE_NITS).astype(np.float32)


@cache
def _hlg_table() -> Light:
    """Return ARIB STD-B67's curve (ITU-R BT.2100): code → scene light in [0, 1]."""
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    code = np.linspace(0, 1, 65536)
    return np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12).astype(np.float32)


def _tone_map(light: Light) -> Light:
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
    return np.rint(255 * (root * root) ** (1 / _GAMMA)).astype(np.uint8)


def _display(light: Light) -> NDArray[np.uint8]:
    steps = np.sqrt(np.clip(light, 0, 1)) * _GAMMA_STEPS
    return _gamma_table()[(steps + 0.5).astype(np.uint16)]
