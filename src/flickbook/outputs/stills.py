"""Stills: a JPEG of the frame at each second, or every few seconds, at the video's full size."""

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
    """`interval` is the whole seconds from one still to the next; a still's time is a multiple of it.

    `quality` is the JPEG quality, from 1 to 100; `tolerance` is in seconds.
    """

    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the stills, 1 to 100.")] = 50
    background: Background = "#000000"
    tolerance: Tolerance = 0.0
    interval: Annotated[int, Meta(ge=1, le=3600, description="Whole seconds from still to still.")] = 1

    def seconds(self, snippet: Snippet) -> range:
        """Return the times of a snippet's stills, in seconds of the video; some snippets may have none."""
        return range(ceil(snippet.start / self.interval) * self.interval, ceil(snippet.end), self.interval)


class Stills(Output[StillsOptions]):
    """A still of each second, or of every few seconds."""

    name = "stills"
    summary = "Make a still of each second."
    options = StillsOptions
    standard = True
    flags: ClassVar = {"quality": "still_quality", "interval": "still_interval"}
    snippet_files: ClassVar = {"-frame-#.jpg": "image/jpeg"}

    def tolerance(self, duration: Fraction, options: StillsOptions) -> Fraction:  # noqa: ARG002  # the base class's signature
        return tolerated(options.tolerance, Fraction(options.interval))

    def sinks(self, name: str, video: Video, options: StillsOptions) -> Callable[[Snippet], Sink]:
        from flickbook.media.picture import Painter

        painter = Painter(video, video.width, video.height, options.background)
        return lambda snippet: StillSink(self, Place(name, snippet, "-frame-#.jpg"), options, painter, video.duration)

    def preview(self, name: str, snippet: Snippet, options: StillsOptions) -> str | None:
        """Return the key of a snippet's middle still; the first one is often black. None if it has no still."""
        seconds = options.seconds(snippet)
        if not seconds:
            return None
        return Place(name, snippet, "-frame-#.jpg", seconds[len(seconds) // 2] - snippet.start).key


class StillSink(FrameSink):
    """Makes JPEGs of a snippet's stills, at full size. Their keys count the seconds from the snippet's start.

    A still stands for the time until the next one, or the video's end at `duration`.
    """

    def __init__(
        self, output: Output[Any], place: Place, options: StillsOptions, painter: "Painter", duration: Fraction
    ) -> None:
        shots = []
        for second in map(Fraction, options.seconds(place.snippet)):
            window = second, min(second + options.interval, duration)
            shots.append(Shot(second, int(second) - place.snippet.start, window))
        super().__init__(output, place, "still", shots, options.quality, painter)


STILLS = Stills()
