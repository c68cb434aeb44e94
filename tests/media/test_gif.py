"""GIFs are valid, and their delays add up to the length of the snippet."""

import io
import shutil
import subprocess
from fractions import Fraction
from math import ceil
from pathlib import Path

import av
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageSequence

from flickbook.outputs.gif.encoder import draw, make_gif
from flickbook.outputs.gif.palette import make_palette
from tests import clips
from tests.tools import need


def numbered(count: int, width: int = 64, height: int = 40) -> clips.Rgb:
    return np.stack([clips.paint(number, width, height) for number in range(count)])


def gif_of(count: int, fps: Fraction, length: Fraction) -> bytes:
    return make_gif(numbered(count), np.arange(count), fps, length)


def delays(data: bytes) -> list[int]:
    """Read the delays, in hundredths of a second, from the graphic control extensions themselves."""
    with Image.open(io.BytesIO(data)) as image:
        return [round(frame.info["duration"] / 10) for frame in ImageSequence.Iterator(image)]


@settings(max_examples=40)
@given(
    fps=st.fractions(min_value=Fraction(1, 2), max_value=50, max_denominator=1001),
    hundredths=st.integers(min_value=4, max_value=400),
)
def test_frame_count_and_total_delay_are_right_for_any_rate_and_length(fps: Fraction, hundredths: int) -> None:
    length = Fraction(hundredths, 100)
    count = ceil(length * fps)
    found = delays(gif_of(count, fps, length))
    assert len(found) == count
    assert sum(found) in (hundredths, hundredths + 1, hundredths + 2)
    assert sum(found) == hundredths or found[-1] == 2
    starts = np.cumsum([0, *found[:-1]])
    assert all(abs(int(start) - 100 * k / fps) <= Fraction(1, 2) for k, start in enumerate(starts))


def test_delays_are_long_enough_for_players_to_keep_them() -> None:
    assert min(delays(gif_of(151, Fraction(50), Fraction(302, 100)))) == 2


def test_pillow_ffmpeg_and_gifsicle_agree_on_size_count_and_duration(tmp_path: Path) -> None:
    data = gif_of(45, Fraction(15), Fraction(3))
    path = tmp_path / "a.gif"
    path.write_bytes(data)
    with Image.open(path) as image:
        assert (image.size, image.info["loop"]) == ((64, 40), 0)
    assert (len(delays(data)), sum(delays(data))) == (45, 300)
    with av.open(str(path)) as container:
        frames = list(container.decode(video=0))
        assert (len(frames), frames[0].width, frames[0].height) == (45, 64, 40)
        assert frames[-1].time == pytest.approx(44 / 15, abs=0.01)
    need("gifsicle")
    answer = subprocess.run(["gifsicle", "--info", str(path)], capture_output=True, text=True, check=True)
    assert answer.stderr == ""
    assert "45 images" in answer.stdout
    assert "logical screen 64x40" in answer.stdout
    assert "loop forever" in answer.stdout


def test_a_frame_in_which_nothing_changes_costs_a_few_bytes() -> None:
    frames = np.repeat(numbered(1), 30, axis=0)
    single = len(make_gif(frames[:1], np.arange(1), Fraction(10), Fraction(1, 10)))
    thirty = len(make_gif(frames, np.arange(30), Fraction(10), Fraction(3)))
    assert (thirty - single) / 29 < 32


def test_few_colours_come_out_exactly() -> None:
    colours = np.array([[0, 0, 0], [255, 255, 255], [200, 30, 40], [8, 200, 16]], np.uint8)
    frames = colours[np.random.default_rng(2).integers(0, 4, (5, 24, 32))]
    palette = make_palette(frames, 255)
    assert {tuple(colour) for colour in palette} == {tuple(colour) for colour in colours}
    scene = draw(frames, np.ones(frames.shape[:3], np.bool_), palette)
    assert np.array_equal(palette[scene.indices], frames)


def test_the_systems_ffmpeg_reads_a_gif_without_warnings(tmp_path: Path) -> None:
    need("ffmpeg")
    path = tmp_path / "a.gif"
    path.write_bytes(gif_of(20, Fraction(10), Fraction(2)))
    answer = subprocess.run(
        [shutil.which("ffmpeg") or "", "-v", "warning", "-i", str(path), "-f", "null", "-"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stderr == ""
