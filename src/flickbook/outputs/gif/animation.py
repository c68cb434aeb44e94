"""The sink that makes a snippet's GIF."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil
from typing import Any

import numpy as np

from flickbook.media.picture import Frame, Painter, Rgb
from flickbook.outputs.base import File, Output, Place
from flickbook.outputs.gif.encoder import make_gif


class GifSink:
    """Gathers a snippet's scaled frames and makes one GIF of them."""

    def __init__(self, output: Output[Any], place: Place, fps: Fraction, painter: Painter) -> None:
        # A frame for every instant k / fps that lies in the snippet.
        snippet = place.snippet
        count = ceil(snippet.length * fps)
        self.instants: Sequence[Fraction] = [snippet.start + k / fps for k in range(count)]
        self._output = output
        self._place = place
        self._fps = fps
        self._painter = painter
        self._frames: Rgb | None = None
        self._rows: list[int] = []
        self._last: Frame | None = None

    def add_frame(self, frame: Frame) -> None:
        """Scale the frame, unless it is the one shown already."""
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
        """Return the GIF."""
        assert self._frames is not None
        frames = self._frames[: self._rows[-1] + 1]
        data = make_gif(frames, np.array(self._rows), self._fps, self._place.snippet.length)
        height, width = frames.shape[1:3]
        window = Fraction(self._place.snippet.start), self._place.snippet.end
        return [self._output.file(self._place, "gif", data, (width, height), window, len(self._rows))]
