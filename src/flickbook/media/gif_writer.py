"""Pictures of palette indices → a GIF file, by libavcodec's LZW."""

import io
from fractions import Fraction

import av
import numpy as np
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

# A GIF counts time in hundredths of a second.
HUNDREDTHS = 100
_SHORTEST_DELAY = 2


def write_gif(
    indices: NDArray[np.uint8], rows: NDArray[np.intp], palette: NDArray[np.uint8], times: list[int], total: int
) -> bytes:
    """Return an animation that loops for ever; unchanged pixels are transparent.

    `indices` has shape (n, height, width), `palette` (colours, 3). `rows` holds the row of `indices` that is shown from
    each of `times` on. `times`, and the length `total`, are in 1/100 s.
    """
    last = max(total - times[-1], _SHORTEST_DELAY)
    table = np.zeros((256, 4), np.uint8)
    table[: len(palette)] = np.insert(palette, 0, 255, axis=1)  # ARGB; the other entries stay transparent
    target = io.BytesIO()
    with av.open(target, "w", format="gif", options={"loop": "0", "final_delay": str(last)}) as container:
        stream = container.add_stream("gif", rate=HUNDREDTHS)
        assert isinstance(stream, VideoStream)
        stream.height, stream.width = indices.shape[1:]
        stream.pix_fmt = "pal8"
        for row, time in zip(rows, times, strict=True):
            frame = VideoFrame.from_ndarray((indices[row], table), format="pal8")  # type: ignore[arg-type]
            frame.pts = time
            frame.time_base = Fraction(1, HUNDREDTHS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return target.getvalue()
