"""The sink that makes a freeze frame of every second."""

from collections.abc import Sequence
from fractions import Fraction

import simplejpeg
from av.video.frame import VideoFrame

from flickbook import naming
from flickbook.media.picture import Painter
from flickbook.media.sinks.base import File, make_file
from flickbook.model import Recipe, Snippet, Video
from flickbook.planning import still_count


class StillSink:
    """Makes a JPEG of the frame at each second of a snippet."""

    step = "stills"

    def __init__(self, name: str, video: Video, recipe: Recipe, snippet: Snippet, painter: Painter) -> None:
        self.instants: Sequence[Fraction] = [Fraction(snippet.start + n) for n in range(still_count(snippet))]
        self._name = name
        self._size = (video.width, video.height)
        self._quality = recipe.still_quality
        self._snippet = snippet
        self._painter = painter
        self._files: list[File] = []

    def take(self, frame: VideoFrame) -> None:
        """Encode the frame at full size, 4:2:0, by libjpeg-turbo."""
        picture = self._painter.paint(frame)
        data = simplejpeg.encode_jpeg(picture, self._quality, "RGB", "420")
        second = len(self._files)
        start = self.instants[second]
        key = naming.still_key(self._name, self._snippet, second)
        self._files.append(make_file(key, "still", data, self._size, (start, min(start + 1, self._snippet.end))))

    def finish(self) -> list[File]:
        """Give the stills, in the order of time."""
        return self._files
