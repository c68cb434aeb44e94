"""Highlight: one short clip of the whole video, of segments with much to see."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from flickbook.core.model import Snippet, Video
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded
from flickbook.outputs.base import Background, Made, Output, Place, Sink

# Candidates for each segment of the highlight.
CHOICE = 5
LIST_KEY = "highlight.json"
SHEET = "-highlight-#.jpg"
_FORMATS = "^(mp4|webm|webp|gif)(,(mp4|webm|webp|gif))*$"


class HighlightOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`length` is in seconds, `fps` in frames per second, `size` the longer side in pixels.

    `quality` is from 1, the fewest bytes, to 100, nearest to the source.
    """

    length: Annotated[int, Meta(ge=5, le=15, description="Seconds of the highlight.")] = 9
    segments: Annotated[int, Meta(ge=1, le=15, description="Segments of the highlight, all of the same length.")] = 6
    formats: Annotated[
        str, Meta(pattern=_FORMATS, description="one or more of mp4, webm, webp, gif, separated by commas")
    ] = "mp4"
    fps: Annotated[int, Meta(ge=1, le=30, description="Frames a second.")] = 10
    size: Annotated[int, Meta(ge=16, le=640, description="Longer side of the highlight in pixels.")] = 320
    background: Background = "#000000"
    quality: Annotated[int, Meta(ge=1, le=100, description="1: the fewest bytes; 100: nearest to the source.")] = 50

    @property
    def frames(self) -> int:
        """The number of frames of a segment."""
        return max(1, self.length * self.fps // self.segments)

    @property
    def seconds(self) -> Fraction:
        """The length of a segment."""
        return Fraction(self.frames, self.fps)

    def count(self, video: Video) -> int:
        """Return the number of segments: fewer for a short video, of which a quarter is shown at most."""
        return max(1, min(self.segments, video.duration // (4 * self.seconds)))

    def starts(self, video: Video, snippet: Snippet) -> list[int]:
        """Return the seconds at which a snippet's candidates begin: whole ones, spread evenly over the video.

        Half of the video is stored at most.
        """
        step = max(ceil(2 * self.seconds), ceil(video.duration / (CHOICE * self.count(video))))
        first = ceil(snippet.start / Fraction(step)) * step
        last = snippet.end - self.seconds
        return [start for start in range(first, ceil(snippet.end), step) if start <= last]


class Highlight(Output[HighlightOptions]):
    """A clip of the whole video. Each snippet stores candidates; the best segments of all are joined."""

    name = "highlight"
    summary = "Make one short clip of the whole video."
    options = HighlightOptions
    snippet_files: ClassVar = {SHEET: "image/jpeg"}
    video_files: ClassVar = {
        "highlight.mp4": "video/mp4",
        "highlight.webm": "video/webm",
        "highlight.webp": "image/webp",
        "highlight.gif": "image/gif",
        LIST_KEY: "application/json",
    }

    def check_limits(self, subject: str, video: Video, snippet: int, options: HighlightOptions, limits: Limits) -> None:
        if snippet < options.seconds:
            fault = f"would have snippets of {snippet} s, too short for segments of {float(options.seconds):g} s"
            raise LimitExceeded(subject, fault, "use a longer --snippet or more highlight.segments")
        width, height = video.fitted(options.size)
        # A sheet has the frames of a segment; a GIF needs those of all segments at once.
        segments = options.count(video) if "gif" in options.formats else 1
        needed = 3 * width * height * segments * options.frames
        if needed > limits.max_page_bytes:
            fault = f"needs {needed / 1e6:,.0f} MB for the frames of the highlight"
            remedy = "lower highlight.length, highlight.fps or highlight.size, or raise FLICKBOOK_MAX_PAGE_BYTES"
            raise LimitExceeded(subject, fault, remedy)

    def sinks(self, name: str, video: Video, options: HighlightOptions) -> Callable[[Snippet], Sink]:
        from flickbook.media.picture import shared_painter
        from flickbook.outputs.highlight.segments import SegmentSink

        painter = shared_painter(video, *video.fitted(options.size), options.background)
        return lambda snippet: SegmentSink(self, Place(name, snippet, SHEET), video, options, painter)

    def complete(self, made: Made, options: HighlightOptions) -> Mapping[str, bytes]:
        """Return the clip in each format, and the list of its segments; an empty dictionary without a candidate."""
        from flickbook.outputs.highlight.segments import make_highlight

        return make_highlight(made, options)


HIGHLIGHT = Highlight()
