"""Pictures of palette indices → a GIF file, by libavcodec's LZW.

libavcodec encodes each scene as a GIF of its own, because it writes only differences while the palette stays the same.
Here the frames of all scenes are put into one file. The table of the scene that is shown in most frames is the file's;
each frame of another scene carries its own.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from av.codec.context import CodecContext
from av.video.frame import VideoFrame
from numpy.typing import NDArray

# A GIF counts time in hundredths of a second.
HUNDREDTHS = 100
_SHORTEST_DELAY = 2
# Bytes of a colour table, and of a file's header with one: signature and logical screen come before it.
TABLE = 768
_HEAD = 13 + TABLE
# A frame begins with the graphic control extension, 8 bytes, and the image descriptor, whose tenth byte has the flags.
_DELAY = slice(4, 6)
_FLAGS = 17
_FOREVER = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00"
_END = b"\x3b"


class Scene(NamedTuple):
    """Frames with one palette: indices of shape (n, height, width), colours of shape (k, 3), k at most 255."""

    indices: NDArray[np.uint8]
    palette: NDArray[np.uint8]


def write_gif(scenes: Sequence[Scene], rows: NDArray[np.intp], times: list[int], total: int) -> bytes:
    """Return an animation that loops for ever; unchanged pixels are transparent.

    `rows` holds the row, counted through all scenes, that is shown from each of `times` on. `times`, and the length
    `total`, are in 1/100 s.
    """
    starts = np.cumsum([0, *(len(scene.indices) for scene in scenes)])
    shown = [rows[(rows >= start) & (rows < end)] - start for start, end in pairwise(starts)]
    usual = max(range(len(scenes)), key=lambda number: len(shown[number]))
    head, frames = bytearray(), []
    for number, (scene, own) in enumerate(zip(scenes, shown, strict=True)):
        packets = list(_encode(scene, own))
        first, packets[0] = packets[0][:_HEAD], packets[0][_HEAD:]
        if number == usual:
            head = first
        else:
            for place in np.flatnonzero(np.diff(own, prepend=-1)):  # a repeated picture needs no colours
                packets[place] = _with_table(packets[place], first[-TABLE:], len(scene.palette).bit_length())
        frames += packets
    ends = [*times[1:], max(total, times[-1] + _SHORTEST_DELAY)]
    for frame, time, end in zip(frames, times, ends, strict=True):
        frame[_DELAY] = (end - time).to_bytes(2, "little")
    return b"".join([head, _FOREVER, *frames, _END])


def _encode(scene: Scene, rows: NDArray[np.intp]) -> Iterator[bytearray]:
    """Yield each frame as libavcodec encodes it; the first comes with a file's header."""
    height, width = scene.indices.shape[1:]
    codec = CodecContext.create("gif", "w")
    codec.width, codec.height, codec.pix_fmt = width, height, "pal8"
    codec.time_base = Fraction(1, HUNDREDTHS)
    table = np.zeros((256, 4), np.uint8)
    table[: len(scene.palette)] = np.insert(scene.palette, 0, 255, axis=1)  # ARGB; the other entries stay transparent
    for number, row in enumerate(rows):
        frame = VideoFrame.from_ndarray((scene.indices[row], table), format="pal8")  # type: ignore[arg-type]
        frame.pts = number
        yield from (bytearray(packet) for packet in codec.encode(frame))
    yield from (bytearray(packet) for packet in codec.encode(None))


def _with_table(frame: bytearray, table: bytearray, bits: int) -> bytearray:
    """Return a frame with a colour table of its own, of 2 to the power `bits` colours."""
    flags = frame[_FLAGS] | 0x80 | bits - 1
    return frame[:_FLAGS] + bytes([flags]) + table[: 3 << bits] + frame[_FLAGS + 1 :]
