"""Clips whose frames carry their number in their pixels, so that any picture can say which frame it is.

The picture is a grid of 4 × 4 cells, black or white. The corners mark which way is up (only the lower left is
black), the twelve other cells are the number's bits.
"""

import os
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
from av.audio.stream import AudioStream
from av.video.stream import VideoStream
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]

CORNERS = {0: 1, 3: 1, 12: 0, 15: 1}
CELLS = [cell for cell in range(16) if cell not in CORNERS]
NUMBERS = 1 << len(CELLS)
X264 = {"preset": "veryfast", "crf": "18"}


def paint(number: int, width: int, height: int) -> Rgb:
    """Paint a frame that carries a number."""
    bits = {cell: number >> place & 1 for place, cell in enumerate(CELLS)} | CORNERS
    grid = np.array([bits[cell] for cell in range(16)], np.uint8).reshape(4, 4) * 235 + 10
    rows = np.arange(height) * 4 // height
    columns = np.arange(width) * 4 // width
    return np.repeat(grid[rows][:, columns, None], 3, axis=2)


def read(picture: Rgb) -> int:
    """Read a picture's number; a cell that is neither black nor white, or a wrong corner, is an AssertionError."""
    height, width = picture.shape[:2]
    number = 0
    for cell in range(16):
        y, x = divmod(cell, 4)
        top, left = (2 * y + 1) * height // 8, (2 * x + 1) * width // 8
        patch = picture[max(0, top - 2) : top + 2, max(0, left - 2) : left + 2]
        level = float(patch.mean())
        assert not 80 < level < 176, f"cell {cell} is grey ({level:.0f}): two frames in one picture?"
        if cell in CORNERS:
            assert (level > 128) == bool(CORNERS[cell]), f"corner {cell} is wrong: the picture is not upright"
        elif level > 128:
            number |= 1 << CELLS.index(cell)
    return number


def make(
    path: Path,
    *,
    frames: int = 100,
    rate: Fraction | int = 25,
    times: Sequence[Fraction] | None = None,
    codec: str = "libx264",
    options: dict[str, str] | None = None,
    size: tuple[int, int] = (160, 96),
    pixels: str = "yuv420p",
    base: Fraction | None = None,
    muxer: str | None = None,
    muxer_options: dict[str, str] | None = None,
    rotation: int | None = None,
    aspect: Fraction | None = None,
    audio_seconds: float = 0,
    pictures: Iterable[Rgb] | None = None,
    tags: dict[str, int] | None = None,
) -> Path:
    """Encode a numbered clip with PyAV. `times` are the frames' seconds, else they come at `rate`."""
    rate = Fraction(rate)
    times = times if times is not None else [k / rate for k in range(frames)]
    base = base or 1 / (rate * 512)
    with av.open(str(path), "w", format=muxer, options=muxer_options or {}) as container:
        stream = container.add_stream(codec, rate=rate, options=X264 if options is None else options)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = size
        stream.pix_fmt = pixels
        stream.codec_context.time_base = base
        if aspect is not None:
            stream.codec_context.sample_aspect_ratio = aspect
        for name, value in (tags or {}).items():
            setattr(stream.codec_context, name, value)
        if rotation is not None:
            stream.set_display_rotation(rotation)
        sound = container.add_stream("aac", rate=48000) if audio_seconds else None
        drawn = pictures if pictures is not None else (paint(number % NUMBERS, *size) for number in range(len(times)))
        for picture, instant in zip(drawn, times, strict=False):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame = _convert(frame, pixels, tags or {})
            frame.pts = round(instant / base)
            frame.time_base = base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if isinstance(sound, AudioStream):
            _add_sound(container, sound, audio_seconds)
    # SVT-AV1, run as root, makes its caller a real-time process, and with it all that the tests start from then on.
    if hasattr(os, "sched_setscheduler"):
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    return path


def cut(video: Path, path: Path, seconds: float) -> Path:
    """Copy the beginning of a video without its sound, to the packet."""
    with av.open(str(video)) as source, av.open(str(path), "w") as target:
        stream = source.streams.video[0]
        copied = target.add_stream_from_template(stream)
        for packet in source.demux(stream):
            if packet.dts is not None and packet.dts * packet.time_base < seconds:
                packet.stream = copied
                target.mux(packet)
    return path


def decode_all(path: Path) -> list[tuple[Fraction, Rgb]]:
    """Decode every frame in order, by nothing but a plain loop: the truth to compare with."""
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        assert stream.time_base is not None
        return [(_time(frame) * stream.time_base, _rgb(frame)) for frame in container.decode(stream)]


def numbers(path: Path) -> list[tuple[Fraction, int]]:
    """Give every frame's time and number."""
    return [(instant, read(picture)) for instant, picture in decode_all(path)]


def on_screen(frames: Sequence[tuple[Fraction, Any]], instant: Fraction) -> Any:
    """Give what is on screen at an instant: the last frame that is not after it, else the first."""
    shown = [what for at, what in frames if at <= instant]
    return shown[-1] if shown else frames[0][1]


def _time(frame: av.VideoFrame) -> int:
    return frame.pts if frame.pts is not None else frame.dts or 0


def _rgb(frame: av.VideoFrame) -> Rgb:
    return np.asarray(frame.to_ndarray(format="rgb24"), np.uint8)


def _convert(frame: av.VideoFrame, pixels: str, tags: dict[str, int]) -> av.VideoFrame:
    names = {"colorspace": "dst_colorspace", "color_range": "dst_color_range"}
    wanted = {names[name]: value for name, value in tags.items() if name in names}
    return frame.reformat(format=pixels, **wanted)


def _add_sound(container: av.container.OutputContainer, stream: AudioStream, seconds: float) -> None:
    for start in range(0, round(seconds * 48000), 1024):
        frame = av.AudioFrame.from_ndarray(np.zeros((2, 1024), np.float32), format="fltp", layout="stereo")
        frame.sample_rate = 48000
        frame.pts = start
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))
