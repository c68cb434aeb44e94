"""Frames that came from a card, in the planes that the processor's decoder returns, and whether they are the same.

A card returns NV12, P010 or the like. swscale takes these apart, or moves their bits, without loss; so whatever is made
of the frames has the same bytes.
"""

from typing import Any

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import ColorRange, VideoReformatter
from numpy.typing import NDArray

from flickbook.media.colours import BT709
from flickbook.media.side_data import orientation_of, side_data

_SEMIPLANAR = frozenset({"nv12", "nv16", "p010le", "p012le", "p016le", "p210le"})
# Of 8 bits, the grey levels that a picture must span to show faults: black frames, as at a film's beginning, show none.
_SPAN = 32


class Converter:
    """Puts a card's frames into the processor's planes, once frames of their kind were compared."""

    def __init__(self) -> None:
        # The processor's pixel format for each kind of the card's frames that was compared.
        self._formats: dict[tuple[str, int, int], str] = {}
        self._reformatter = VideoReformatter()

    def knows(self, frame: VideoFrame) -> bool:
        """Return whether frames of a card in this format and size were compared."""
        return _kind(frame) in self._formats

    def planar(self, frame: VideoFrame) -> VideoFrame:
        """Return a frame of the card in the processor's planes, any other frame as it is."""
        return self._in_planes(frame, self._formats.get(_kind(frame)))

    def difference(self, ours: VideoFrame, theirs: VideoFrame) -> str:
        """Return in which way a frame of the card differs from the processor's; empty if it does not."""
        wanted, format_name = ours.format.name, _pixel_format(theirs)
        if format_name not in _SEMIPLANAR and format_name != wanted:
            return f"returns {format_name} for {wanted}"
        if (ours.width, ours.height) != (theirs.width, theirs.height):
            return f"shows {theirs.width}×{theirs.height} pixels of {ours.width}×{ours.height}"
        planar = self._in_planes(theirs, wanted)
        if _facts(ours) != _facts(planar):
            return "returns frames with other times, colours or side data"
        if not all(map(np.array_equal, _pixels(ours), _pixels(planar))):
            return "shows other pixels"
        self._formats[_kind(theirs)] = wanted
        return ""

    def _in_planes(self, frame: VideoFrame, format_name: str | None) -> VideoFrame:
        if format_name is None or format_name == frame.format.name:
            return frame
        full = ColorRange.JPEG
        planar = self._reformatter.reformat(
            frame,
            format=format_name,
            src_colorspace=BT709,
            dst_colorspace=BT709,
            src_color_range=full,
            dst_color_range=full,
            threads=1,
        )
        planar.colorspace, planar.color_range = frame.colorspace, frame.color_range
        planar.opaque = frame.opaque
        return planar


def shows_faults(frame: VideoFrame) -> bool:
    """Return whether a frame has enough in it to show a decoder's faults."""
    return int(np.ptp(_pixels(frame)[0])) >= _SPAN << frame.format.components[0].bits - 8


def _facts(frame: VideoFrame) -> tuple[object, ...]:
    times = frame.pts, frame.dts, frame.time_base
    colours = frame.colorspace, frame.color_range, frame.color_primaries, frame.color_trc
    known = orientation_of(frame), side_data(frame).get("DOVI_METADATA") is None
    return (*times, *colours, *known, frame.key_frame, frame.interlaced_frame)


def _kind(frame: VideoFrame) -> tuple[str, int, int]:
    return _pixel_format(frame), frame.width, frame.height


def _pixel_format(frame: VideoFrame) -> str:
    """Return a frame's pixel format, also if its pixels are still on the card."""
    return (frame.sw_format or frame.format).name


def _pixels(frame: VideoFrame) -> list[NDArray[Any]]:
    """Return the planes of a frame, without what lies between its rows."""
    kind = np.dtype("<u2" if frame.format.components[0].bits > 8 else "u1")
    rows = [np.frombuffer(bytes(plane), kind).reshape(-1, plane.line_size // kind.itemsize) for plane in frame.planes]
    return [row[: plane.height, : plane.width] for row, plane in zip(rows, frame.planes, strict=True)]
