"""Dolby Vision with a base layer in IPT (profile 5) shows the colours of the HDR10 picture that it stands for."""

import re
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.stream import VideoStream

from flickbook import api
from tests.boxes import with_box
from tests.media.test_colours import BT2020, HDR, PQ, SIZE, TO_LMS, Picture, code, columns, light, painted, rgb_frame
from tests.media.test_pictures import first_picture

DENOMINATOR = 23
# L'M'S' of IPT, and the mixing that takes the 2 % of crosstalk out again, as profile 5 has them.
TO_IPT = np.linalg.inv(np.array([[1, 0.0976, 0.2052], [1, -0.1139, 0.1332], [1, 0.0326, -0.6769]]))
MIX = np.linalg.inv(np.full((3, 3), 0.02) + 0.94 * np.eye(3))
LMS_PLAIN = np.linalg.inv(np.full((3, 3), 0.04) + 0.88 * np.eye(3)) @ TO_LMS
Write = Callable[["Bits"], None]


class Bits:
    """Writes the bits of a reference processing unit (ETSI GS CCM 001, 5.3)."""

    def __init__(self) -> None:
        self.text = ""

    def u(self, bits: int, *values: int) -> None:
        self.text += "".join(f"{value & (1 << bits) - 1:0{bits}b}" for value in values)

    def ue(self, *values: int) -> None:
        self.text += "".join("0" * ((value + 1).bit_length() - 1) + f"{value + 1:b}" for value in values)

    def fixed(self, *values: float) -> None:
        for value in values:
            whole, rest = divmod(round(value * 2**DENOMINATOR), 1 << DENOMINATOR)
            self.ue(2 * whole - 1 if whole > 0 else -2 * whole)
            self.u(DENOMINATOR, rest)


def identity(bits: Bits) -> None:
    bits.ue(0)
    bits.u(10, 0, 1023)


def unit(curves: list[tuple[list[int], list[Write]]]) -> bytes:
    """Return the NAL unit of a frame's metadata: three reshaping curves, each with its pivots and pieces."""
    bits = Bits()
    bits.u(6, 2)  # rpu_type
    bits.u(11, 0x12)  # rpu_format
    bits.u(4, 0, 0)  # profile, level
    bits.u(1, 1, 0)  # vdr_seq_info_present, chroma_resampling_explicit_filter
    bits.u(2, 0)  # coefficients are fixed-point numbers
    bits.ue(DENOMINATOR)
    bits.u(2, 1)  # vdr_rpu_normalized_idc
    bits.u(1, 1)  # bl_video_full_range
    bits.ue(2, 2, 4)  # bits above 8 of base layer, enhancement layer and result
    bits.u(1, 0)
    bits.u(3, 0)
    bits.u(1, 0, 1)  # no enhancement layer: disable_residual
    bits.u(1, 1, 0)  # metadata is here, and is not that of the frame before
    bits.ue(0, 0, 0)
    for pivots, _ in curves:
        bits.ue(len(pivots) - 2)
        bits.u(10, *np.diff(pivots, prepend=0).tolist())
    bits.ue(0, 0)  # one partition
    for _, pieces in curves:
        for piece in pieces:
            piece(bits)
    bits.ue(0, 0, 1)
    for matrix, scale in ((np.linalg.inv(TO_IPT), 1 << 13), (MIX, 1 << 14)):
        bits.u(16, *(round(value * scale) for value in matrix.ravel()))
        if matrix is not MIX:
            bits.u(32, 0, 1 << 27, 1 << 27)
    bits.u(16, 65535, 0, 0)
    bits.u(32, 0)
    bits.u(5, 12)
    bits.u(2, 2, 0, 1)  # the colour space is IPT
    bits.u(12, 62, 3696)
    bits.u(10, 42)
    bits.ue(0)
    bits.text += "0" * (-len(bits.text) % 8)
    payload = b"\x19" + int(bits.text, 2).to_bytes(len(bits.text) // 8) + bytes(4) + b"\x80"
    # No three bytes of a NAL unit may look like a start code (ITU-T H.265, 7.4.2).
    return b"\0\0\0\1\x7c\1" + re.sub(rb"\0\0(?=[\0-\3])", b"\0\0\3", payload)


def polynomial(*factors: float) -> Write:
    def write(bits: Bits) -> None:
        bits.ue(0, len(factors) - 2)
        if len(factors) == 2:
            bits.u(1, 0)
        bits.fixed(*factors)

    return write


def regression(constant: float, *orders: list[float]) -> Write:
    def write(bits: Bits) -> None:
        bits.ue(1)
        bits.u(2, len(orders) - 1)
        bits.fixed(constant)
        for factors in orders:
            bits.fixed(*factors)

    return write


PLAIN = [([0, 1023], [polynomial(0, 1)])] * 3
CURVED = [
    ([0, 512, 1023], [polynomial(0.02, 0.7, 0.2), polynomial(-0.18, 1.2)]),
    ([0, 1023], [regression(0.1, [0.05, 0.8, 0, 0.1, 0, 0, 0])]),
    ([0, 1023], [regression(0.2, [0, 0, 0.6, 0, 0, 0, 0], [0.3, 0, 0, 0, 0, 0, 0])]),
]


def ipt() -> Picture:
    """Return HDR's colours as IPT, with its differences around 0.5."""
    return code(light(HDR, PQ) @ LMS_PLAIN.T @ np.linalg.inv(MIX).T, PQ) @ TO_IPT.T + (0, 0.5, 0.5)


def unshaped(signal: Picture) -> Picture:
    """Return what CURVED makes a signal of."""
    high = (signal[:, 0] + 0.18) / 1.2
    low = (-0.7 + np.sqrt(0.49 - 0.8 * (0.02 - signal[:, 0]))) / 0.4
    first = np.where(high >= 512 / 1023, high, low)
    second = (signal[:, 1] - 0.1 - 0.05 * first) / (0.8 + 0.1 * first)
    third = (signal[:, 2] - 0.2 - 0.3 * first**2) / 0.6
    return np.stack([first, second, third], axis=1)


def encoded(path: Path, signal: Picture, metadata: bytes) -> Path:
    """Encode a signal in [0, 1] as 10-bit HEVC, with metadata after each frame."""
    options = {"preset": "ultrafast", "x265-params": "log-level=none:lossless=1:bframes=0:range=full"}
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx265", rate=1, options=options)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt, stream.color_range = *SIZE, "yuv420p10le", 2
        for number in [0, 1, 2, None]:
            frame = None
            if number is not None:
                frame = av.VideoFrame(*SIZE, "yuv420p10le")
                frame.pts, frame.time_base, frame.color_range = number, Fraction(1), 2
                levels = np.rint(columns(signal) * 1023).clip(0, 1023).astype(np.uint16)
                for component, plane in enumerate(frame.planes):
                    step = 2 if component else 1
                    rows = np.zeros((plane.height, plane.line_size // 2), np.uint16)
                    rows[:, : plane.width] = levels[::step, ::step, component]
                    plane.update(rows.tobytes())
            for packet in stream.encode(frame):
                whole = av.Packet(bytes(packet) + metadata)
                whole.pts, whole.dts, whole.time_base = packet.pts, packet.dts, packet.time_base
                whole.is_keyframe, whole.stream = packet.is_keyframe, stream
                container.mux(whole)
    return path


@pytest.mark.parametrize(("curves", "signal"), [(PLAIN, ipt()), (CURVED, unshaped(ipt()))])
def test_profile_5_shows_the_colours_of_hdr10(
    curves: list[tuple[list[int], list[Write]]], signal: Picture, tmp_path: Path
) -> None:
    path = encoded(tmp_path / "a.mp4", signal, unit(curves))
    video = api.probe(path)
    assert (video.hdr, video.remarks) == (True, ())
    assert np.abs(first_picture(path)[32, 8::16].astype(int) - painted(rgb_frame(HDR, PQ, BT2020))).max() <= 6


def test_profile_5_without_its_metadata_is_remarked_and_nearly_right(tmp_path: Path) -> None:
    plain = encoded(tmp_path / "a.mp4", ipt(), b"")
    # dvcC: version 1.0, profile 5, level 1, base layer with metadata, no compatibility.
    path = with_box(plain, tmp_path / "b.mp4", b"dvcC" + bytes([1, 0, 5 << 1, 1 << 3 | 5, 0]) + bytes(19), b"hev1")
    video = api.probe(path)
    assert video.hdr
    assert video.remarks == ("its Dolby Vision metadata is missing: colours are approximate",)
    assert np.abs(first_picture(path)[32, 8::16].astype(int) - painted(rgb_frame(HDR, PQ, BT2020))).max() <= 6
