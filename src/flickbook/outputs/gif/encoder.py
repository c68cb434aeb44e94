"""Frames → an animated GIF: scenes, held pixels, a palette a scene, a dither that stands still.

Each pixel that changes adds bytes to a GIF; so does each further colour. The quality is the trade-off between these
and errors that the eye sees: CIEDE2000 after a blur (benchmarks/gifs.py).
"""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from flickbook.media.gif_writer import HUNDREDTHS, TABLE, Scene, write_gif
from flickbook.media.picture import Frame, Painter
from flickbook.outputs.base import File, Output, Place
from flickbook.outputs.gif.dither import BINS, bins_of, patterns, places
from flickbook.outputs.gif.hold import changes, scenes
from flickbook.outputs.gif.lab import Rgb
from flickbook.outputs.gif.palette import make_palette

if TYPE_CHECKING:
    from flickbook.outputs.gif import GifOptions

USUAL = 50
# The limit of what is held, in levels, at the usual quality; it doubles each time that the quality falls by 35.
_HOLD = 1.75
_DOUBLES = 35
# Of the 256 entries of a GIF's palette, one is transparent. Below the usual quality, palettes have fewer entries.
_COLOURS = 255
_FEWEST = 80
# Tables of scenes may have this share of a GIF's bytes, where each drawn pixel counts as one.
_TABLES = 0.1


class GifSink:
    """Collects a snippet's scaled frames and makes one GIF of them."""

    def __init__(self, output: Output[Any], place: Place, options: "GifOptions", painter: Painter) -> None:
        # A frame for every instant k / fps that lies in the snippet.
        snippet = place.snippet
        count = ceil(snippet.length * options.fps)
        self.instants: Sequence[Fraction] = [snippet.start + k / options.fps for k in range(count)]
        self._output = output
        self._place = place
        self._options = options
        self._painter = painter
        self._frames: Rgb | None = None
        self._rows: list[int] = []
        self._last: Frame | None = None

    def add_frame(self, frame: Frame) -> None:
        """Scale the frame, or repeat the last picture if the frame is still the same."""
        if frame is self._last:
            self._rows.append(self._rows[-1])
            return
        picture = self._painter.paint(frame)
        if self._frames is None:
            self._frames = np.empty((len(self.instants), *picture.shape), np.uint8)
        row = self._rows[-1] + 1 if self._rows else 0
        self._frames[row] = picture
        self._last = frame
        self._rows.append(row)

    def finish(self) -> list[File]:
        assert self._frames is not None
        frames = self._frames[: self._rows[-1] + 1]
        rows, length = np.array(self._rows), self._place.snippet.length
        data = make_gif(frames, rows, self._options.fps, length, self._options.quality)
        height, width = frames.shape[1:3]
        window = Fraction(self._place.snippet.start), self._place.snippet.end
        return [self._output.file(self._place, "gif", data, (width, height), window, len(self._rows))]


def make_gif(frames: Rgb, rows: NDArray[np.intp], fps: Fraction, length: Fraction, quality: int = USUAL) -> bytes:
    """Encode an animation that loops for ever.

    `frames` has shape (n, height, width, 3); `rows` holds the row of `frames` that is shown at each instant k / fps.
    `length` in seconds is the sum of all delays. GIF counts time in 1/100 s, so delays may differ by one unit.
    `quality` is from 1, the fewest bytes, to 100, nearest to the source.
    """
    hold = _HOLD * 2 ** ((USUAL - quality) / _DOUBLES)
    colours = min(_COLOURS, _FEWEST + (_COLOURS - _FEWEST) * (quality - 1) // (USUAL - 1))
    runs = scenes(frames)
    drawn = np.concatenate([changes(frames[run], hold) for run in runs])
    carried = TABLE * (len(frames) - max(run.stop - run.start for run in runs))
    if carried > _TABLES * np.count_nonzero(drawn):
        runs = [slice(0, len(frames))]
    made = [draw(frames[run], drawn[run], make_palette(frames[run], colours)) for run in runs]
    return write_gif(made, rows, _times(len(rows), fps), round(length * HUNDREDTHS))


def draw(frames: Rgb, drawn: NDArray[np.bool_], palette: Rgb) -> Scene:
    """Return the frames of a scene, dithered; pixels that are not drawn stay as they were."""
    count, height, width, _ = frames.shape
    pixels, changed = frames.reshape(count, -1, 3), drawn.reshape(count, -1)
    bins = [bins_of(some.take(np.flatnonzero(chosen), axis=0)) for some, chosen in zip(pixels, changed, strict=True)]
    used = np.zeros(BINS, np.bool_)
    for some in bins:
        used[some] = True
    table, place = patterns(np.flatnonzero(used), palette), places(height, width)
    indices = np.empty((count, height * width), np.uint8)
    for number in range(count):
        at = np.flatnonzero(changed[number])
        indices[number] = indices[number - 1]
        indices[number][at] = table.take(bins[number] + place.take(at))
    return Scene(indices.reshape(count, height, width), palette)


def _times(count: int, fps: Fraction) -> list[int]:
    return [round(k * HUNDREDTHS / fps) for k in range(count)]
