"""Stills: a JPEG of the frame at each second, at the video's full size."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from msgspec import Meta, Struct

from flickbook.core.model import Snippet, Video
from flickbook.outputs.base import Background, Output, Place, Sink, Tolerance, tolerated
from flickbook.outputs.frame_sink import FrameSink, Shot

if TYPE_CHECKING:
    from flickbook.media.picture import Painter


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


class StillSink(FrameSink):
    """Makes a JPEG of the frame at each second of a snippet, at full size."""

    def __init__(self, output: Output[Any], place: Place, quality: int, painter: "Painter") -> None:
        start, end = place.snippet.start, place.snippet.end
        seconds = [Fraction(start + number) for number in range(still_count(place.snippet))]
        shots = [Shot(second, number, (second, min(second + 1, end))) for number, second in enumerate(seconds)]
        super().__init__(output, place, "still", shots, quality, painter)


def still_count(snippet: Snippet) -> int:
    """Return the number of a snippet's stills: one for every second that begins in it."""
    return ceil(snippet.length)


STILLS = Stills()
