"""The sink that makes a snippet's GIF."""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np
from av.video.frame import VideoFrame

from flickbook import naming
from flickbook.media.gif import make_gif
from flickbook.media.picture import Painter, Rgb
from flickbook.media.sinks.base import File, make_file
from flickbook.model import Recipe, Snippet, Video
from flickbook.planning import gif_frames, gif_size


class GifSink:
    """Gathers a snippet's scaled frames and makes one GIF of them."""

    step = "gif"

    def __init__(self, name: str, video: Video, recipe: Recipe, snippet: Snippet, painter: Painter) -> None:
        count = gif_frames(snippet, recipe.fps)
        width, height = gif_size(video, recipe)
        self.instants: Sequence[Fraction] = [snippet.start + k / recipe.fps for k in range(count)]
        self._key = naming.gif_key(name, snippet)
        self._snippet = snippet
        self._fps = recipe.fps
        self._painter = painter
        self._shape = (count, height, width, 3)
        self._frames: Rgb | None = None
        self._rows: list[int] = []
        self._last: VideoFrame | None = None

    def take(self, frame: VideoFrame) -> None:
        """Scale the frame, unless it is the one shown already."""
        if self._frames is None:
            self._frames = np.empty(self._shape, np.uint8)
        if frame is not self._last:
            row = self._rows[-1] + 1 if self._rows else 0
            self._frames[row] = self._painter.paint(frame)
            self._last = frame
            self._rows.append(row)
        else:
            self._rows.append(self._rows[-1])

    def finish(self) -> list[File]:
        """Give the GIF."""
        assert self._frames is not None
        frames = self._frames[: self._rows[-1] + 1]
        data = make_gif(frames, np.array(self._rows), self._fps, self._snippet.length)
        height, width = frames.shape[1:3]
        window = Fraction(self._snippet.start), self._snippet.end
        return [make_file(self._key, "gif", data, (width, height), window, len(self._rows))]
