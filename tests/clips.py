"""Clips whose frames carry their number in their pixels, so that any picture can say which frame it is.

The picture is a grid of 4 × 4 cells, black or white. The corners mark which way is up (only the lower left is
black), the twelve other cells are the number's bits.
"""

import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import Any, TypedDict, Unpack

import av
import numpy as np
from av.audio.stream import AudioStream
from av.video.reformatter import VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]

CORNERS = {0: 1, 3: 1, 12: 0, 15: 1}
CELLS = [cell for cell in range(16) if cell not in CORNERS]
NUMBERS = 1 << len(CELLS)
X264 = {"preset": "veryfast", "crf": "18"}
_made: dict[str, bytes] = {}


def paint(number: int, width: int, height: int) -> Rgb:
    """Paint a frame that carries a number."""
    bits = {cell: number >> place & 1 for place, cell in enumerate(CELLS)} | CORNERS
    grid = np.array([bits[cell] for cell in range(16)], np.uint8).reshape(4, 4) * 235 + 10
    rows = np.arange(height) * 4 // height
    columns = np.arange(width) * 4 // width
    return np.repeat(grid[rows][:, columns, None], 3, axis=2)


def read(picture: Rgb) -> int:
    """Read a picture's number; a cell that is neither black nor white, or a wrong corner, is an AssertionError."""
    rows, columns = (_middles(side) for side in picture.shape[:2])
    cells = picture[rows[:, None], columns].reshape(4, 4, 4, 4, -1)
    levels: list[float] = cells.mean(axis=(1, 3, 4)).ravel().tolist()
    for cell, level in enumerate(levels):
        assert not 80 < level < 176, f"cell {cell} is grey ({level:.0f}): two frames in one picture?"
    for cell, white in CORNERS.items():
        assert (levels[cell] > 128) == bool(white), f"corner {cell} is wrong: the picture is not upright"
    return sum(1 << place for place, cell in enumerate(CELLS) if levels[cell] > 128)


@cache
def _middles(side: int) -> NDArray[np.intp]:
    """Give the four pixels in the middle of each of a side's four cells."""
    middles = [(2 * cell + 1) * side // 8 for cell in range(4)]
    return np.clip([middle + k for middle in middles for k in range(-2, 2)], 0, side - 1)


class Options(TypedDict, total=False):
    """How a clip is made. `times` are the frames' seconds, else they come at `rate`."""

    frames: int
    rate: Fraction | int
    times: Sequence[Fraction] | None
    codec: str
    options: dict[str, str] | None
    size: tuple[int, int]
    pixels: str
    base: Fraction | None
    muxer: str | None
    muxer_options: dict[str, str] | None
    rotation: int | None
    aspect: Fraction | None
    audio_seconds: float
    tags: dict[str, int] | None


def make(path: Path, *, pictures: Iterable[Rgb] | None = None, **options: Unpack[Options]) -> Path:
    """Write a numbered clip, or one of other pictures; a numbered one is encoded only once a process."""
    if pictures is not None:
        return _encode(path, pictures, **options)
    like = f"{path.suffix} {sorted(options.items())}"
    if like not in _made:
        _made[like] = _encode(path, None, **options).read_bytes()
    path.unlink(missing_ok=True)
    path.write_bytes(_made[like])
    return path


def _encode(
    path: Path,
    pictures: Iterable[Rgb] | None,
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
    tags: dict[str, int] | None = None,
) -> Path:
    rate = Fraction(rate)
    times = times if times is not None else [k / rate for k in range(frames)]
    base = base or 1 / (rate * 512)
    with av.open(str(path), "w", format=muxer, options=muxer_options or {}) as container:
        stream = container.add_stream(codec, rate=rate, options=X264 if options is None else options)
        assert isinstance(stream, VideoStream)
        stream.width, stream.height = size
        stream.pix_fmt = pixels
        stream.codec_context.time_base = base
        _describe(stream, rotation, aspect, tags or {})
        sound = container.add_stream("aac", rate=48000) if audio_seconds else None
        drawn = pictures if pictures is not None else (paint(number % NUMBERS, *size) for number in range(len(times)))
        for frame, instant in zip(_convert(drawn, pixels, tags or {}), times, strict=False):
            frame.pts = round(instant / base)
            frame.time_base = base
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        if isinstance(sound, AudioStream):
            _add_sound(container, sound, audio_seconds)
    _take_back_priority()
    return path


def _describe(stream: VideoStream, rotation: int | None, aspect: Fraction | None, tags: dict[str, int]) -> None:
    if aspect is not None:
        stream.codec_context.sample_aspect_ratio = aspect
    for name, value in tags.items():
        setattr(stream.codec_context, name, value)
    if rotation is not None:
        stream.set_display_rotation(rotation)


def _take_back_priority() -> None:
    # SVT-AV1, run as root, makes its caller a real-time process, and with it all that the tests start from then on.
    if hasattr(os, "sched_setscheduler"):
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))


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
        scaler = VideoReformatter()
        return [(_time(frame) * stream.time_base, _rgb(scaler, frame)) for frame in container.decode(stream)]


def numbers(path: Path) -> list[tuple[Fraction, int]]:
    """Give every frame's time and number."""
    return [(instant, read(picture)) for instant, picture in decode_all(path)]


def on_screen(frames: Sequence[tuple[Fraction, Any]], instant: Fraction) -> Any:
    """Give what is on screen at an instant: the last frame that is not after it, else the first."""
    return frames[max(bisect_right(frames, instant, key=itemgetter(0)) - 1, 0)][1]


def _time(frame: av.VideoFrame) -> int:
    return frame.pts if frame.pts is not None else frame.dts or 0


def _rgb(scaler: VideoReformatter, frame: av.VideoFrame) -> Rgb:
    return np.asarray(scaler.reformat(frame, format="rgb24", threads=1).to_ndarray(), np.uint8)


def _convert(pictures: Iterable[Rgb], pixels: str, tags: dict[str, int]) -> Iterator[av.VideoFrame]:
    names = {"colorspace": "dst_colorspace", "color_range": "dst_color_range"}
    wanted = {names[name]: value for name, value in tags.items() if name in names}
    # One for all frames: making a scaler takes five times as long as using it.
    scaler = VideoReformatter()
    for picture in pictures:
        frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
        yield scaler.reformat(frame, format=pixels, threads=1, **wanted)


def _add_sound(container: av.container.OutputContainer, stream: AudioStream, seconds: float) -> None:
    for start in range(0, round(seconds * 48000), 1024):
        frame = av.AudioFrame.from_ndarray(np.zeros((2, 1024), np.float32), format="fltp", layout="stereo")
        frame.sample_rate = 48000
        frame.pts = start
        container.mux(stream.encode(frame))
    container.mux(stream.encode(None))
