"""Pictures at a constant rate → an animated WebP that loops for ever, by libwebp's encoder of animations."""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np
from av.codec.context import CodecContext
from av.video.codeccontext import VideoCodecContext
from av.video.frame import VideoFrame
from av.video.reformatter import VideoReformatter
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]

# A WebP counts time in milliseconds.
THOUSANDTHS = 1000
# Sizes in bytes: of the file's header `RIFF size WEBP`, and of a chunk's header, which is its name and size.
_HEAD = 12
_CHUNK = 8
# Where the 24 bits of a frame's duration lie in its chunk `ANMF`, after four fields of 24 bits.
_DURATION = slice(_CHUNK + 12, _CHUNK + 15)
# libwebp's qualities for the qualities 1 and 100, and its method, from 0 (fast) to 6 (small).
_QUALITIES = 30, 100
_METHOD = "4"


class WebpWriter:
    """Encodes pictures of `size` (width and height), `fps` a second; the last one lasts until `length`, in seconds.

    Equal pictures in a row are one frame of the file. If all are equal, the file is a still WebP.
    """

    def __init__(self, size: tuple[int, int], fps: Fraction, length: Fraction, quality: int) -> None:
        self.size = size
        self._fps = fps
        self._total = round(length * THOUSANDTHS)
        self._count = 0
        self._reformatter = VideoReformatter()
        codec = CodecContext.create("libwebp_anim", "w")
        assert isinstance(codec, VideoCodecContext)
        codec.width, codec.height = size
        codec.pix_fmt, codec.time_base = "bgra", Fraction(1, THOUSANDTHS)
        worst, best = _QUALITIES
        libwebp = worst + (best - worst) * (quality - 1) / 99
        codec.options = {"quality": f"{libwebp:.1f}", "compression_level": _METHOD}
        self._codec = codec

    def add(self, picture: Rgb) -> None:
        """Add the next picture, R'G'B', of shape (height, width, 3)."""
        frame = self._reformatter.reformat(VideoFrame.from_ndarray(picture, format="rgb24"), format="bgra", threads=1)
        frame.pts, frame.time_base = round(self._count * THOUSANDTHS / self._fps), Fraction(1, THOUSANDTHS)
        self._count += 1
        self._codec.encode(frame)

    def finish(self) -> bytes:
        """Return the file, in which the last frame's duration is set: libwebp guesses it."""
        (packet,) = self._codec.encode(None)
        data = bytearray(packet)
        frames = list(_frames(data))
        shown = 0
        for start in frames:
            field = slice(start + _DURATION.start, start + _DURATION.stop)
            if start == frames[-1]:
                data[field] = max(1, self._total - shown).to_bytes(3, "little")
            shown += int.from_bytes(data[field], "little")
        return bytes(data)


def _frames(data: bytearray) -> Iterator[int]:
    """Yield where the chunks `ANMF` of a WebP begin; a chunk of odd size is followed by a zero."""
    start = _HEAD
    while start < len(data):
        if data[start : start + 4] == b"ANMF":
            yield start
        size = int.from_bytes(data[start + 4 : start + _CHUNK], "little")
        start += _CHUNK + size + size % 2
