"""Dolby Vision whose base layer is in IPT (profile 5, and profile 10 without compatibility) → light in BT.2020.

Steps: each component is reshaped by the frame's curves; a matrix makes L'M'S' of it, PQ's curve LMS, and two further
matrices BT.2020 (ETSI GS CCM 001; FFmpeg's `libavutil/dovi_meta.h`, whose structures arrive as side data). Base layers
of other profiles are ordinary HDR or SDR, and are shown as such.
"""

from typing import Any

import numpy as np
from av.video.frame import VideoFrame
from numpy.typing import NDArray

from flickbook.media.side_data import side_data
from flickbook.media.signals import Signal, full_scale, light_of_lms, lms_to_rgb, product
from flickbook.media.tone import Codes, Light

_PIECES = 8
# AVDOVIReshapingCurve, the beginnings of AVDOVIDataMapping, AVDOVIRpuDataHeader and AVDOVIColorMetadata.
_CURVE = np.dtype(
    [
        ("pivots", "u1"),
        ("pivot", "u2", _PIECES + 1),
        ("method", "i4", _PIECES),
        ("order", "u1", _PIECES),
        ("polynomial", "i8", (_PIECES, 3)),
        ("mmr_order", "u1", _PIECES),
        ("mmr_constant", "i8", _PIECES),
        ("mmr", "i8", (_PIECES, 3, 7)),
    ],
    align=True,
)
_MAPPING = np.dtype([("ids", "u1", 3), ("curves", _CURVE, 3)], align=True)
_HEADER = np.dtype(
    [("a", "u1"), ("b", "u2"), ("c", "u1", 4), ("denominator", "u1"), ("d", "u1", 2), ("bits", "u1")], align=True
)
_COLOUR = np.dtype(
    [
        ("ids", "u1", 2),
        ("to_lms", "i4", (3, 3, 2)),
        ("offset", "i4", (3, 2)),
        ("mix", "i4", (3, 3, 2)),
        ("eotf", "u2", 3),
        ("eotf_parameter", "u4"),
        ("bits", "u1"),
        ("space", "u1"),
    ],
    align=True,
)
_OFFSETS = np.dtype([("header", "u8"), ("mapping", "u8"), ("colour", "u8")])
_IPT = 2
_MMR = 1


def dolby_vision_signal(frame: VideoFrame) -> Signal | None:
    """Return how a frame's planes become light; None for a frame that is not in Dolby Vision's IPT."""
    data = side_data(frame).get("DOVI_METADATA")
    return None if data is None else signal_by(bytes(data))


def signal_by(metadata: bytes) -> Signal | None:
    """Return how planes become light by FFmpeg's `AVDOVIMetadata`; None if they are not in IPT."""
    at = np.frombuffer(metadata, _OFFSETS, 1)[0]
    colour = np.frombuffer(metadata, _COLOUR, 1, int(at["colour"]))[0]
    if colour["space"] != _IPT:
        return None
    header = np.frombuffer(metadata, _HEADER, 1, int(at["header"]))[0]
    mapping = np.frombuffer(metadata, _MAPPING, 1, int(at["mapping"]))[0]
    top, unit = full_scale(int(header["bits"])), 2.0 ** -int(header["denominator"])
    to_lms, mix, offset = (_ratios(colour[name]) for name in ("to_lms", "mix", "offset"))
    to_rgb: Light = lms_to_rgb(0) @ mix

    def light(planes: Codes) -> Light:
        signal = planes.astype(np.float32) / np.float32(top)
        shaped = np.stack([_reshaped(signal, n, mapping["curves"][n], int(header["bits"]), unit) for n in range(3)], -1)
        return light_of_lms(product(shaped - offset, to_lms), to_rgb)

    return Signal(light=light)


def _ratios(pairs: NDArray[np.int32]) -> Light:
    return (pairs[..., 0] / pairs[..., 1]).astype(np.float32)


def _reshaped(signal: Light, component: int, curve: Any, bits: int, unit: float) -> Light:
    """Return a component after its piecewise curve: polynomials of itself, or of all components (MMR)."""
    own = signal[..., component]
    pieces = int(curve["pivots"]) - 1
    inner = curve["pivot"][1:pieces] / ((1 << bits) - 1)
    piece_of = np.searchsorted(inner.astype(np.float32), own, side="right")
    shaped = np.zeros_like(own)
    for piece in range(pieces):
        value = (
            _mmr(signal, curve, piece, unit) if curve["method"][piece] == _MMR else _polynomial(own, curve, piece, unit)
        )
        shaped = np.where(piece_of == piece, value, shaped)
    return np.clip(shaped, 0, 1)


def _polynomial(own: Light, curve: Any, piece: int, unit: float) -> Light:
    factors = (curve["polynomial"][piece][: curve["order"][piece] + 1] * unit).astype(np.float32)
    value = np.full(own.shape, factors[-1], np.float32)
    for factor in factors[-2::-1]:
        value = value * own + factor
    return value


def _mmr(signal: Light, curve: Any, piece: int, unit: float) -> Light:
    """Return a multiple multivariate regression: powers of the components and of their products."""
    first, second, third = np.moveaxis(signal, -1, 0)
    terms = np.stack(
        [first, second, third, first * second, first * third, second * third, first * second * third], axis=-1
    )
    value = np.full(first.shape, curve["mmr_constant"][piece] * unit, np.float32)
    for power in range(int(curve["mmr_order"][piece])):
        value += terms ** (power + 1) @ (curve["mmr"][piece][power] * unit).astype(np.float32)
    return value
