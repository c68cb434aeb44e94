"""Matrices, transfers and primaries beyond BT.709: each shows the same colours as the plain way to say them."""

import struct
from pathlib import Path

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from flickbook import api
from flickbook.media.container_header import read_header
from flickbook.media.first_picture import first_picture as first_picture_fields
from flickbook.media.input import open_video
from flickbook.media.picture import Painter
from tests import clips
from tests.boxes import with_box
from tests.media.test_pictures import BARS, first_picture, probe_result

Picture = NDArray[np.float64]

BT709, UNSPECIFIED, BT2020, P3 = 1, 2, 9, 12
PQ, HLG = 16, 18
YCGCO, CONSTANT, DERIVED, ICTCP = 8, 10, 12, 14
SIZE = (96, 64)
# R'G'B' in [0, 1]: of SDR, and of HDR in PQ or HLG.
SDR: Picture = BARS / 255
HDR: Picture = np.array(
    [[0.5, 0.5, 0.5], [0.55, 0.4, 0.2], [0.3, 0.5, 0.45], [0.2, 0.45, 0.2], [0.5, 0.3, 0.3], [0, 0, 0]]
)
TO_LMS = np.array([[1688, 2146, 262], [683, 2951, 462], [99, 309, 3688]]) / 4096
TO_ICTCP = {
    PQ: np.array([[2048, 2048, 0], [6610, -13613, 7003], [17933, -17390, -543]]) / 4096,
    HLG: np.array([[2048, 2048, 0], [3625, -7465, 3840], [9500, -9212, -288]]) / 4096,
}


def columns(colours: Picture) -> Picture:
    return np.repeat(np.repeat(colours[None], SIZE[0] // len(colours), axis=1), SIZE[1], axis=0)


def rgb_frame(colours: Picture, transfer: int, primaries: int) -> av.VideoFrame:
    frame = av.VideoFrame.from_ndarray(np.rint(columns(colours) * 65535).astype(np.uint16), format="rgb48le")
    frame.color_trc, frame.color_primaries = transfer, primaries
    return frame


def planar_frame(signal: Picture, matrix: int, transfer: int, primaries: int, *, full: bool = False) -> av.VideoFrame:
    """Return 10-bit planes of luma in [0, 1] and chroma in [-0.5, 0.5]."""
    scale, offset = ((1023, 1023), (0, 512)) if full else ((876, 896), (64, 512))
    levels = columns(signal) * (scale[0], scale[1], scale[1]) + (offset[0], offset[1], offset[1])
    frame = av.VideoFrame(*SIZE, "yuv444p10le")
    for number, plane in enumerate(frame.planes):
        plane.update(np.rint(levels[..., number]).clip(0, 1023).astype(np.uint16).tobytes())
    frame.colorspace, frame.color_trc, frame.color_primaries, frame.color_range = matrix, transfer, primaries, 1 + full
    return frame


def painted(frame: av.VideoFrame, **fields: object) -> NDArray[np.int64]:
    picture = Painter(probe_result(width=SIZE[0], height=SIZE[1], **fields), *SIZE).paint(frame)
    return picture[32, 8::16].astype(int)


def light(code: Picture, transfer: int) -> Picture:
    if transfer == PQ:
        root = code ** (32 / 2523)
        return (np.maximum(root - 3424 / 4096, 0) / (2413 / 128 - 2392 / 128 * root)) ** (16384 / 2610)
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(code <= 0.5, code**2 / 3, (np.exp((code - c) / a) + b) / 12)


def code(light: Picture, transfer: int) -> Picture:
    if transfer == PQ:
        root = light ** (2610 / 16384)
        return ((3424 / 4096 + 2413 / 128 * root) / (1 + 2392 / 128 * root)) ** (2523 / 32)
    a, b, c = 0.17883277, 0.28466892, 0.55991073
    return np.where(light <= 1 / 12, np.sqrt(3 * light), a * np.log(np.maximum(12 * light - b, 1e-9)) + c)


@pytest.mark.parametrize("full", [False, True])
def test_ycgco_is_converted_exactly(full: bool) -> None:
    red, green, blue = SDR.T
    signal = np.stack([(red + 2 * green + blue) / 4, (2 * green - red - blue) / 4, (red - blue) / 2], axis=1)
    assert np.abs(painted(planar_frame(signal, YCGCO, 1, 1, full=full)) - BARS).max() <= 2


def test_constant_luminance_is_converted_exactly() -> None:
    def curve(light: Picture) -> Picture:
        return np.where(light < 0.018, 4.5 * light, 1.0993 * light**0.45 - 0.0993)

    def linear(code: Picture) -> Picture:
        return np.where(code < 0.081, code / 4.5, ((code + 0.0993) / 1.0993) ** (1 / 0.45))

    red, green, blue = SDR.T
    luma = curve(0.2627 * linear(red) + 0.6780 * linear(green) + 0.0593 * linear(blue))
    blues, reds = blue - luma, red - luma
    signal = np.stack(
        [luma, blues / np.where(blues <= 0, 1.9404, 1.5816), reds / np.where(reds <= 0, 1.7184, 0.9936)], axis=1
    )
    assert np.abs(painted(planar_frame(signal, CONSTANT, 14, UNSPECIFIED)) - BARS).max() <= 3


@pytest.mark.parametrize("transfer", [PQ, HLG])
def test_ictcp_shows_the_colours_of_rgb(transfer: int) -> None:
    signal = code(light(HDR, transfer) @ TO_LMS.T, transfer) @ TO_ICTCP[transfer].T
    expected = painted(rgb_frame(HDR, transfer, BT2020))
    assert np.ptp(expected) > 150
    assert np.abs(painted(planar_frame(signal, ICTCP, transfer, BT2020)) - expected).max() <= 4


@pytest.mark.parametrize(("primaries", "matrix"), [(BT709, BT709), (BT2020, BT2020), (UNSPECIFIED, BT709)])
def test_a_matrix_derived_from_the_primaries_is_that_of_their_standard(primaries: int, matrix: int) -> None:
    red_share, blue_share = {BT709: (0.2126, 0.0722), BT2020: (0.2627, 0.0593)}[matrix]
    red, green, blue = SDR.T
    luma = red_share * red + (1 - red_share - blue_share) * green + blue_share * blue
    signal = np.stack([luma, (blue - luma) / 2 / (1 - blue_share), (red - luma) / 2 / (1 - red_share)], axis=1)
    plain = painted(planar_frame(signal, matrix, 1, primaries))
    assert np.abs(painted(planar_frame(signal, DERIVED, 1, primaries)) - plain).max() <= 1


@pytest.mark.parametrize("matrix", [3, 11, 16, 17, 200])
def test_an_unknown_matrix_still_gives_a_picture(matrix: int) -> None:
    grey = np.array([[0.5, 0, 0]] * 6)
    assert np.abs(painted(planar_frame(grey, matrix, 1, 1)) - 127).max() <= 2


@pytest.mark.parametrize(("matrix", "remarks"), [(11, 1), (BT2020, 0), (YCGCO, 0)])
def test_an_unknown_matrix_is_remarked(matrix: int, remarks: int, tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mkv", frames=1)
    with av.open(str(video)) as container, video.open("rb") as file, open_video(file, "a.mkv", 10**7) as opened:
        frame = next(container.decode(video=0))
        frame.colorspace = matrix
        assert len(first_picture_fields(frame, opened, read_header(opened))["remarks"]) == remarks


def test_hdr_in_the_primaries_of_bt709_keeps_its_colours() -> None:
    """A red in BT.709 is a mixture in BT.2020: both must look alike."""
    light_709 = light(HDR, PQ)
    to_2020 = np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]])
    in_2020 = rgb_frame(code(light_709 @ to_2020.T, PQ), PQ, BT2020)
    # The tone curve bends by the brightest channel, which depends on the primaries: colours keep their ratios.
    ours, theirs = painted(rgb_frame(HDR, PQ, BT709)), painted(in_2020)
    assert np.abs(ours - theirs).max() <= 25
    assert np.abs(ours[0] - theirs[0]).max() <= 2


@pytest.mark.parametrize("primaries", [BT2020, P3])
def test_a_wide_gamut_is_brought_into_bt709(primaries: int) -> None:
    """Players that ignore the primaries show pale colours."""
    matrix = {
        BT2020: np.array([[0.6274, 0.3293, 0.0433], [0.0691, 0.9195, 0.0114], [0.0164, 0.0880, 0.8956]]),
        P3: np.array([[0.8225, 0.1774, 0], [0.0332, 0.9669, 0], [0.0171, 0.0724, 0.9108]]),
    }[primaries]
    wide = (SDR**2.2 @ matrix.T) ** (1 / 2.2)
    assert np.abs(wide - SDR).max() > 0.1
    assert np.abs(painted(rgb_frame(wide, 1, primaries)) - BARS).max() <= 3


@pytest.mark.parametrize("transfer", [PQ, HLG])
def test_hdr_that_only_the_container_tells_is_toned(transfer: int, tmp_path: Path) -> None:
    """HEVC without colours of its own, in an MP4 with `colr`."""
    options = {"preset": "ultrafast", "x265-params": "log-level=none:lossless=1:bframes=0"}
    greys = np.repeat(HDR[:, :1], 3, axis=1)
    plain = clips.make(
        tmp_path / "a.mp4",
        pictures=[np.rint(columns(greys) * 255).astype(np.uint8)] * 3,
        frames=3,
        size=SIZE,
        pixels="yuv420p10le",
        codec="libx265",
        options=options,
    )
    colr = struct.pack(">4s4sHHHB", b"colr", b"nclx", BT2020, transfer, BT2020, 0)
    path = with_box(plain, tmp_path / "b.mp4", colr, b"hev1")
    assert not api.probe(plain).hdr
    assert api.probe(path).hdr
    shown = first_picture(path)[32, 8::16].astype(int)
    assert np.abs(shown - painted(rgb_frame(greys, transfer, BT2020))).max() <= 4
