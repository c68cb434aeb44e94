"""Frames → an animated GIF: one palette, look-up mapping, temporal hold, libavcodec's LZW.

A GIF pays for every pixel that changes. So a pixel keeps the colour it shows (temporal hold) as long
as that is hardly worse than the nearest colour, and the encoder writes kept pixels as transparent.
"""

import io
from fractions import Fraction

import av
import numpy as np
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from numpy.typing import NDArray

from flickbook.media.palette import Colours, bins_of, make_lookup, make_palette

# One of the 256 entries is the transparent one.
COLOURS = 255
# The squared RGB error a kept pixel may have above that of the nearest colour. 250 is where the bytes fall
# below 0.45 of the usual palettegen/paletteuse GIF with PSNR and SSIM still above it (benchmarks/pictures.py).
HOLD = 250.0
_HUNDREDTHS = 100
_SHORTEST_DELAY = 2


def make_gif(frames: Colours, rows: NDArray[np.intp], fps: Fraction, length: Fraction) -> bytes:
    """Encode an animation that loops for ever.

    `frames` has shape (n, height, width, 3); `rows` says which of them is shown at each instant k / fps.
    `length` in seconds is the sum of all delays (GIF counts time in 1/100 s, so delays differ by one).
    """
    palette = make_palette(frames, COLOURS)
    indices = map_frames(frames, palette, HOLD)
    return _encode(indices, rows, palette, _times(len(rows), fps), round(length * _HUNDREDTHS))


def map_frames(frames: Colours, palette: Colours, hold: float) -> NDArray[np.uint8]:
    """Give palette indices of shape (n, height, width), holding pixels in time."""
    count, height, width, _ = frames.shape
    lookup = make_lookup(palette)
    colours = palette.astype(np.float32)
    indices = np.empty((count, height * width), np.uint8)
    for number in range(count):
        pixels = frames[number].reshape(-1, 3)
        nearest = lookup[bins_of(pixels)]
        if number > 0:
            kept = indices[number - 1]
            moved = np.flatnonzero(nearest != kept)
            exact = pixels[moved].astype(np.float32)
            worse = _error(exact, colours[kept[moved]]) - _error(exact, colours[nearest[moved]])
            held = moved[worse <= hold]
            nearest[held] = kept[held]
        indices[number] = nearest
    return indices.reshape(count, height, width)


def _error(pixels: NDArray[np.float32], colours: NDArray[np.float32]) -> NDArray[np.float32]:
    apart = pixels - colours
    squared: NDArray[np.float32] = np.einsum("ij,ij->i", apart, apart)
    return squared


def _times(count: int, fps: Fraction) -> list[int]:
    return [round(k * _HUNDREDTHS / fps) for k in range(count)]


def _encode(
    indices: NDArray[np.uint8], rows: NDArray[np.intp], palette: Colours, times: list[int], total: int
) -> bytes:
    last = max(total - times[-1], _SHORTEST_DELAY)
    table = np.zeros((256, 4), np.uint8)
    table[: len(palette)] = np.insert(palette, 0, 255, axis=1)  # ARGB; what is left stays transparent
    target = io.BytesIO()
    with av.open(target, "w", format="gif", options={"loop": "0", "final_delay": str(last)}) as container:
        stream = container.add_stream("gif", rate=_HUNDREDTHS)
        assert isinstance(stream, VideoStream)
        stream.height, stream.width = indices.shape[1:]
        stream.pix_fmt = "pal8"
        for row, time in zip(rows, times, strict=True):
            frame = VideoFrame.from_ndarray((indices[row], table), format="pal8")  # type: ignore[arg-type]
            frame.pts = time
            frame.time_base = Fraction(1, _HUNDREDTHS)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return target.getvalue()
