"""Stills: a JPEG of the frame at each second, at the video's full size."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from msgspec import Meta, Struct

from flickbook.core.model import Snippet, Video
from flickbook.outputs.base import Background, File, Output, Place, Sink, Tolerance, tolerated

if TYPE_CHECKING:
    from flickbook.media.picture import Frame, Painter


class StillsOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`quality` is the JPEG quality, from 1 to 100; `tolerance` is in seconds."""

    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the stills, 1 to 100.")] = 50
    background: Background = "#000000"
    tolerance: Tolerance = 0.0


class Stills(Output[StillsOptions]):
    """A still of each second."""

    name = "stills"
    summary = "Make a still of each second."
    options = StillsOptions
    standard = True
    flags: ClassVar = {"quality": "still_quality"}
    snippet_files: ClassVar = {"-frame-#.jpg": "image/jpeg"}

    def tolerance(self, duration: Fraction, options: StillsOptions) -> Fraction:  # noqa: ARG002  # the base class's signature
        return tolerated(options.tolerance, Fraction(1))

    def sinks(self, name: str, video: Video, options: StillsOptions) -> Callable[[Snippet], Sink]:
        from flickbook.media.picture import Painter

        painter = Painter(video, video.width, video.height, options.background)
        return lambda snippet: StillSink(self, Place(name, snippet, "-frame-#.jpg"), options.quality, painter)

    def preview(self, name: str, snippet: Snippet) -> str:
        """Return the key of a snippet's middle still; the first one is often black."""
        return Place(name, snippet, "-frame-#.jpg", still_count(snippet) // 2).key


class StillSink:
    """Makes a JPEG of the frame at each second of a snippet."""

    def __init__(self, output: Output[Any], place: Place, quality: int, painter: "Painter") -> None:
        start = place.snippet.start
        self.instants: Sequence[Fraction] = [Fraction(start + n) for n in range(still_count(place.snippet))]
        self._output = output
        self._place = place
        self._quality = quality
        self._painter = painter
        self._files: list[File] = []

    def add_frame(self, frame: "Frame") -> None:
        """Encode the frame at full size, 4:2:0, by libjpeg-turbo."""
        import simplejpeg

        picture = self._painter.paint(frame)
        data = simplejpeg.encode_jpeg(picture, self._quality, "RGB", "420")
        second = len(self._files)
        start = self.instants[second]
        size = picture.shape[1], picture.shape[0]
        window = start, min(start + 1, self._place.snippet.end)
        self._files.append(self._output.file(self._place._replace(number=second), "still", data, size, window))

    def finish(self) -> list[File]:
        return self._files


def still_count(snippet: Snippet) -> int:
    """Return the number of a snippet's stills: one for every second that begins in it."""
    return ceil(snippet.length)


STILLS = Stills()
