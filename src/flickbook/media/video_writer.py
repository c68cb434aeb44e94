"""Pictures at a constant rate → a silent MP4 (H.264), WebM or AVIF (both AV1), in memory.

Equal pictures give equal bytes: the encoder has one thread and makes the same choices on every processor, and the file
holds no times and versions.
"""

import io
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from fractions import Fraction
from math import ceil
from pathlib import Path
from typing import NamedTuple

import av
import numpy as np
from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.reformatter import ColorPrimaries, ColorRange, Colorspace, ColorTrc, VideoReformatter
from av.video.stream import VideoStream
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]

# Ticks a second of a file's clock, at least: the last picture then ends within 1/20,000 s of the snippet's end.
_TICKS = 10_000
# Pictures that are encoded at once: one by one between decoded frames, they take a quarter longer, because the
# processor's caches then hold the decoder's data.
_AT_ONCE = 64
# Pixels that a side has at least.
_LEAST = 4


class Format(NamedTuple):
    """A container and the encoder of its pictures; `quantizers` are those of the qualities 1 and 100.

    The options have `{crf}` where the quantizer belongs.
    """

    muxer: str
    codec: str
    options: Mapping[str, str]
    quantizers: tuple[float, float]
    muxer_options: Mapping[str, str] = {}


# SVT-AV1 writes errors to stderr, and by default a page of notes too.
_QUIET = "SVT_LOG", "1"
_THREADS = Path("/proc/self/task")
# Chosen by benchmarks/moving.py. Chroma gets more bits than usual: at this size, 4:2:0 has little of it. `psy` would
# add grain, which the eye does not see in small pictures. To go to any picture, a player decodes at most 100.
_X264 = (
    "psy=0:chroma-qp-offset=-8:keyint=100:bframes=4:b-adapt=2:rc-lookahead=20:"
    "me=dia:subme=7:trellis=1:partitions=p8x8,i8x8:cpu-independent=1"
)
MP4 = Format(
    "mp4",
    "libx264",
    {"preset": "veryfast", "crf": "{crf}", "threads": "1", "x264-params": _X264},
    (40, 13.7),
    {"movflags": "+faststart"},
)

# SVT-AV1 with as few threads as it can have. Its default `aq-mode` gives fewer bits to what moves; `crf` sets it too,
# so it comes first.
_SVT_AV1 = {"preset": "5", "svtav1-params": "crf={crf}:lp=1:aq-mode=0"}
WEBM = Format("webm", "libsvtav1", _SVT_AV1, (50, 10.5))
AVIF = Format("avif", "libsvtav1", _SVT_AV1, (50, 10.5))


class VideoWriter:
    """Encodes pictures of `size` (width and height), `fps` a second; the last one lasts until `length`, in seconds.

    Encoders of 4:2:0 need even sides, and SVT-AV1 at least 4 pixels: the last row or column is repeated where needed.
    """

    def __init__(self, kind: Format, size: tuple[int, int], fps: Fraction, length: Fraction, quality: int) -> None:
        times = ceil(Fraction(_TICKS, fps.numerator))
        self._ticks, self._step = fps.numerator * times, fps.denominator * times
        self._end = round(length * self._ticks)
        self._last = ceil(length * fps) - 1
        width, height = (max(_LEAST, side + side % 2) for side in size)
        self.size = width, height
        self._added = width - size[0], height - size[1]
        self._count = 0
        self._waiting: list[Rgb] = []
        self._reformatter = VideoReformatter()
        self._file = io.BytesIO()
        options = {"fflags": "+bitexact", **kind.muxer_options}
        if kind.muxer == "mp4":
            options["video_track_timescale"] = str(self._ticks)
        # `faststart` reads the file once more while it moves the index to the beginning.
        self._container = av.open(self._file, "w", format=kind.muxer, options=options, io_open=_again(self._file))
        self._stream = self._add_stream(kind, fps, quality)

    def _add_stream(self, kind: Format, fps: Fraction, quality: int) -> VideoStream:
        worst, best = kind.quantizers
        quantizer = worst + (best - worst) * (quality - 1) / 99
        options = {name: value.format(crf=f"{quantizer:.2f}") for name, value in kind.options.items()}
        stream = self._container.add_stream(kind.codec, rate=fps, options=options)
        assert isinstance(stream, VideoStream)
        context = stream.codec_context
        context.width, context.height = self.size
        context.pix_fmt, context.time_base = "yuv420p", 1 / fps
        context.color_primaries, context.color_trc = ColorPrimaries.BT709, ColorTrc.BT709
        context.colorspace, context.color_range = Colorspace.ITU709, ColorRange.MPEG
        with _usual_priority():
            context.open()
        return stream

    def add(self, picture: Rgb) -> None:
        """Add the next picture, R'G'B' in BT.709 at full range, of shape (height, width, 3)."""
        self._waiting.append(picture)
        if len(self._waiting) == _AT_ONCE:
            self._encode()

    def _encode(self) -> None:
        for picture in self._waiting:
            frame = self._converted(picture)
            frame.pts, frame.time_base = self._count, Fraction(self._step, self._ticks)
            self._count += 1
            self._write(self._stream.encode(frame))
        self._waiting.clear()

    def _converted(self, picture: Rgb) -> VideoFrame:
        if any(self._added):
            picture = np.pad(picture, ((0, self._added[1]), (0, self._added[0]), (0, 0)), mode="edge")
        return self._reformatter.reformat(
            VideoFrame.from_ndarray(picture, format="rgb24"),
            format="yuv420p",
            dst_colorspace=Colorspace.ITU709,
            dst_color_range=ColorRange.MPEG,
            threads=1,
        )

    def finish(self) -> bytes:
        """Return the file."""
        self._encode()
        self._write(self._stream.encode(None))
        self._container.close()
        return self._file.getvalue()

    def _write(self, packets: "Sequence[Packet[VideoStream]]") -> None:
        """Write packets with their times in ticks; the last picture's duration need not be that of the others."""
        for packet in packets:
            assert packet.pts is not None
            assert packet.dts is not None
            last = packet.pts == self._last
            packet.pts, packet.dts = packet.pts * self._step, packet.dts * self._step
            packet.duration = max(1, self._end - packet.pts) if last else self._step
            packet.time_base = Fraction(1, self._ticks)
            self._container.mux(packet)


def _again(file: io.BytesIO) -> Callable[..., io.BytesIO]:
    return lambda *_: io.BytesIO(file.getvalue())


@contextmanager
def _usual_priority() -> Iterator[None]:
    """Open an encoder without what SVT-AV1 does as root: it makes its caller and its own threads real-time threads."""
    os.environ.setdefault(*_QUIET)
    before = set(_threads())
    usual = (os.sched_getscheduler(0), os.sched_getparam(0)) if before else None
    try:
        yield
    finally:
        if usual is not None and os.sched_getscheduler(0) != usual[0]:
            for thread in (0, *set(_threads()) - before):
                with suppress(ProcessLookupError):
                    os.sched_setscheduler(thread, *usual)


def _threads() -> list[int]:
    """Return the ids of this process's threads; an empty list on other systems than Linux."""
    return [int(task.name) for task in _THREADS.iterdir()] if _THREADS.exists() else []
