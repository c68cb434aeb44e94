"""What accompanies a frame: its side data, and what libavfilter says of a frame that PyAV does not.

PyAV 18 raises ValueError for a whole frame if it does not know the type of one piece of its side data. FFmpeg 8.1 has
four such types, among them those of MV-HEVC (spatial video), of LCEVC, and of Exif in Motion JPEG.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import cast

import numpy as np
from av.filter import Graph
from av.sidedata.sidedata import SideData, Type
from av.video.frame import VideoFrame

# An upper bound of FFmpeg's types of side data: version 8.1 has 32.
_TYPES = 40
_ASPECT_STEPS = 1000
_WIDEST = 60


def side_data(frame: VideoFrame) -> Mapping[str, SideData]:
    """Return a frame's side data by name, without the types that PyAV does not know."""
    try:
        return cast("Mapping[str, SideData]", frame.side_data)
    except ValueError:
        known: set[object] = {kind.value for kind in Type}
        unknown = [kind for kind in range(_TYPES) if kind not in known]
        rest = filtered(frame, *(("sidedata", f"mode=delete:type={kind}") for kind in unknown))
        return cast("Mapping[str, SideData]", rest.side_data)


def orientation_of(frame: VideoFrame) -> tuple[int, bool]:
    """Return, from a frame's display matrix, the rotation that makes it upright, and whether it is mirrored.

    The rotation is 0, 90, 180 or 270 degrees counter-clockwise; a mirrored frame is first mirrored left to right. The
    matrix is 3×3, with row vectors, in 16.16 fixed point (ISO/IEC 14496-12, 8.3.2). A matrix of zeros says nothing.
    """
    data = side_data(frame).get("DISPLAYMATRIX")
    if data is None:
        return 0, False
    a, b, _, c, d = (int(value) for value in np.frombuffer(bytes(data), np.int32)[:5])
    mirrored = a * d - b * c < 0
    x, y = (-a, -b) if mirrored else (a, b)
    # (x, y) is the direction of the coded picture's left-to-right axis; y points downwards.
    quarters = (0 if x >= 0 else 2) if abs(x) >= abs(y) else (1 if y < 0 else 3)
    return quarters * 90, mirrored


def pixel_aspect_of(frame: VideoFrame) -> Fraction:
    """Return the width of a frame's pixels divided by their height, to a thousandth; 1 if the frame does not say it.

    PyAV does not show it. libavfilter's `scale` makes a picture as wide as the ratio says.
    """
    width = f"w=clip({_ASPECT_STEPS}*sar\\,1\\,{_WIDEST * _ASPECT_STEPS})"
    ruler = filtered(frame, ("crop", "2:2:0:0"), ("scale", f"eval=frame:{width}:h=2:flags=neighbor"))
    return Fraction(ruler.width, _ASPECT_STEPS)


def filtered(frame: VideoFrame, *filters: tuple[str, str]) -> VideoFrame:
    """Return a frame after libavfilter's filters, each a name and its arguments."""
    if frame.sw_format is not None:
        frame = frame.reformat(format=frame.sw_format.name)  # from a card
    graph = Graph()
    graph.threads = 1
    base = frame.time_base or Fraction(1)  # no filter looks at the time
    source = graph.add_buffer(width=frame.width, height=frame.height, format=frame.format, time_base=base)
    graph.link_nodes(source, *(graph.add(*each) for each in filters), graph.add("buffersink")).configure()
    source.push(frame)
    source.push(None)  # some filters return a frame only after the next frame or the end
    result = graph.pull()
    assert isinstance(result, VideoFrame)
    return result
