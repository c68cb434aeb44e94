"""Transparent pixels show the background, and nothing of the colours that lie under them."""

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from av.video.stream import VideoStream
from numpy.typing import NDArray

from flickbook import api
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.picture import Painter
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import jpeg, render

SIZE = (96, 64)
# In columns of 24 pixels: opaque orange, half of it, transparent over green, transparent over white.
COLUMNS = [(250, 120, 20, 255), (250, 120, 20, 128), (0, 255, 0, 0), (255, 255, 255, 0)]


def drawn() -> NDArray[np.uint8]:
    return np.repeat(np.repeat(np.array([COLUMNS], np.uint8), 24, axis=1), 64, axis=0)


def encoded(path: Path, codec: str, pixels: str, options: dict[str, str], frames: int = 6) -> Path:
    """Encode the columns, one picture a second."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=1, options=options)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height, stream.pix_fmt = *SIZE, pixels
        for second in range(frames):
            frame = av.VideoFrame.from_ndarray(drawn(), format="rgba").reformat(format=pixels)
            frame.pts, frame.time_base = second, Fraction(1)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def painted(path: Path, background: str, size: tuple[int, int] = SIZE, second: int = 0) -> clips.Rgb:
    video = api.probe(path)
    with path.open("rb") as file, open_video(file, path.name, 10**7) as opened:
        (frame,) = FrameReader(opened, video.origin, clock=video.clock).at([Fraction(second)])
        return Painter(video, *size, background).paint(frame)


@pytest.mark.parametrize(
    ("name", "codec", "pixels", "options"),
    [
        ("a.webm", "libvpx", "yuva420p", {"auto-alt-ref": "0", "crf": "4", "b": "4M"}),
        ("a.webm", "libvpx-vp9", "yuva420p", {"lossless": "1"}),
        ("a.mov", "prores_ks", "yuva444p10le", {"profile": "4444"}),
        ("a.mov", "qtrle", "argb", {}),
        ("a.mov", "png", "rgba", {}),
        ("a.mkv", "ffv1", "yuva422p", {}),
        ("a.mkv", "ffv1", "gbrap12le", {}),
    ],
)
def test_transparent_pixels_show_the_background(
    name: str, codec: str, pixels: str, options: dict[str, str], tmp_path: Path
) -> None:
    path = encoded(tmp_path / name, codec, pixels, options)
    for size in (SIZE, (32, 21)):
        for background, behind in (("#000000", (0, 0, 0)), ("#2040ff", (32, 64, 255))):
            picture = painted(path, background, size).astype(int)
            colours = [picture[size[1] // 2, (2 * column + 1) * size[0] // 8] for column in range(4)]
            half = [(a + b) / 2 for a, b in zip(COLUMNS[0][:3], behind, strict=True)]
            for colour, expected in zip(colours, (COLUMNS[0][:3], half, behind, behind), strict=True):
                assert np.abs(colour - np.array(expected)).max() <= 6, f"{colour}, not {expected}"


@pytest.mark.parametrize("matrix", [1, 5, 9, 8])
@pytest.mark.parametrize("levels", [1, 2])
@pytest.mark.parametrize("pixels", ["yuva420p", "yuva422p10le", "yuva444p12le"])
def test_opaque_pixels_keep_their_colours(pixels: str, levels: int, matrix: int, tmp_path: Path) -> None:
    video = api.probe(clips.make(tmp_path / "a.mp4", size=SIZE, frames=2))
    opaque = np.tile(np.array([[[250, 120, 20, 255]]], np.uint8), (64, 96, 1))
    frame = av.VideoFrame.from_ndarray(opaque, format="rgba")
    written = 1 if matrix == 8 else matrix
    frame = frame.reformat(format=pixels, dst_colorspace=written, dst_color_range=levels)
    frame.colorspace, frame.color_range = matrix, levels
    for background in ("#000000", "#ffffff"):
        picture = Painter(video, *SIZE, background).paint(frame)
        assert matrix == 8 or np.abs(picture.astype(int) - COLUMNS[0][:3]).max() <= 4


def test_a_job_that_starts_in_mid_stream_shows_the_background_too(tmp_path: Path) -> None:
    options = {"auto-alt-ref": "0", "g": "2", "crf": "4", "b": "4M"}
    path = encoded(tmp_path / "a.webm", "libvpx", "yuva420p", options)
    recipe = make_recipe(snippet=2, outputs=["stills"], **{"stills.background": "#ffffff"})
    manifest = render(path, tmp_path / "out", recipe)
    assert len(manifest.files) == 6
    for file in manifest.files:
        picture = jpeg(tmp_path / "out" / "a" / file.key)
        assert picture[32, 60].min() >= 245
        assert np.abs(picture[32, 12].astype(int) - COLUMNS[0][:3]).max() <= 12


def test_the_fourth_byte_of_raw_pixels_is_no_transparency(tmp_path: Path) -> None:
    path = encoded(tmp_path / "a.avi", "rawvideo", "bgra", {})
    assert painted(path, "#000000")[32, 60].tolist() == [0, 255, 0]


def test_the_background_also_fills_bars(tmp_path: Path) -> None:
    video = api.probe(clips.make(tmp_path / "a.mp4", size=(160, 96)))
    narrow = av.VideoFrame.from_ndarray(np.zeros((96, 96, 3), np.uint8), format="rgb24")
    picture = Painter(video, 80, 48, "#ff8000").paint(narrow)
    assert picture[24, 2].tolist() == picture[24, 77].tolist() == [255, 128, 0]
    assert not picture[:, 16:64].any()
