"""An output of your own: a strip of pictures of each snippet, side by side on one JPEG.

Flickbook finds it by an entry point in the `pyproject.toml` of this file's package:

    [project.entry-points."flickbook.outputs"]
    strip = "own_output:STRIP"

Then `flickbook render film.mp4 --strip` makes `film/film-0-strip-0.jpg` and so on, and `--set strip.pictures=8` sets
an option. See docs/outputs.md.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, ClassVar

from msgspec import Meta, Struct

from flickbook.core.model import Snippet, Video
from flickbook.outputs.base import File, Output, Place, Sink

if TYPE_CHECKING:
    from flickbook.media.picture import Frame, Painter, Rgb


class StripOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`pictures` is the number of pictures on a strip, `size` the longer side of each in pixels."""

    pictures: Annotated[int, Meta(ge=1, le=20, description="Pictures on a strip, 1 to 20.")] = 6
    size: Annotated[int, Meta(ge=16, le=640, description="Longer side of a picture in pixels.")] = 160


class Strip(Output[StripOptions]):
    """A strip of pictures of each snippet."""

    name = "strip"
    summary = "Make a strip of pictures a snippet."
    options = StripOptions
    snippet_files: ClassVar = {"-strip-#.jpg": "image/jpeg"}

    def sinks(self, name: str, video: Video, options: StripOptions) -> Callable[[Snippet], Sink]:
        """Return a function that makes the sink of a snippet. Slow modules are imported here."""
        from flickbook.media.picture import Painter

        painter = Painter(video, *video.fitted(options.size))
        return lambda snippet: StripSink(Place(name, snippet, "-strip-#.jpg"), options.pictures, painter)


class StripSink:
    """Collects pictures at equal distances in time and encodes them side by side."""

    def __init__(self, place: Place, pictures: int, painter: "Painter") -> None:
        step = place.snippet.length / pictures
        self.instants: Sequence[Fraction] = [place.snippet.start + k * step for k in range(pictures)]
        self._place = place
        self._painter = painter
        self._pictures: list[Rgb] = []

    def add_frame(self, frame: "Frame") -> None:
        """Scale the frame of the next instant."""
        self._pictures.append(self._painter.paint(frame))

    def finish(self) -> list[File]:
        """Return the strip as a file."""
        import numpy as np
        import simplejpeg

        strip = np.ascontiguousarray(np.concatenate(self._pictures, axis=1))
        data = simplejpeg.encode_jpeg(strip, 75, "RGB", "420")
        window = Fraction(self._place.snippet.start), self._place.snippet.end
        size = strip.shape[1], strip.shape[0]
        return [STRIP.file(self._place, "strip", data, size, window, len(self._pictures))]


STRIP = Strip()
