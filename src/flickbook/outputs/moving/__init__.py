"""Moving previews beside the GIF or in place of it: a short silent video of each snippet."""

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from math import ceil
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, field

from flickbook.core.model import Snippet, Video
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded, UsageError
from flickbook.outputs.base import Background, Output, Place, Sink

MAX_FPS = 60
# Clocks of files and encoders count in 32 bits; television has rates such as 30000/1001.
FINEST = 1001


class MovingOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`fps` is in frames per second, `size` the longer side in pixels; a preview is never larger than its video.

    `quality` is from 1, the fewest bytes, to 100, nearest to the source.
    """

    fps: Annotated[Fraction, Meta(description="Frames a second, at most 60, such as 10, 12.5 or 30000/1001.")] = field(
        default_factory=lambda: Fraction(10)
    )
    size: Annotated[int, Meta(ge=16, le=640, description="Longer side of the preview in pixels.")] = 240
    background: Background = "#000000"
    quality: Annotated[int, Meta(ge=1, le=100, description="1: the fewest bytes; 100: nearest to the source.")] = 50


class Moving(Output[MovingOptions]):
    """A moving preview of each snippet; a subclass's name is its format, for `open_writer`."""

    options = MovingOptions

    def check(self, options: MovingOptions) -> None:
        if not 0 < options.fps <= MAX_FPS or options.fps.denominator > FINEST:
            remedy = f"it must be above 0 and at most {MAX_FPS}, as a fraction with a denominator up to {FINEST}"
            raise UsageError(f"{self.name}.fps", f"is {options.fps}", remedy)

    def check_limits(self, subject: str, video: Video, snippet: int, options: MovingOptions, limits: Limits) -> None:
        """Raise LimitExceeded if a snippet's file, which is kept in memory, could need too many bytes."""
        width, height = video.fitted(options.size)
        # An encoded pixel takes less than a byte, also of noise at the best quality.
        needed = ceil(options.fps * min(Fraction(snippet), video.duration)) * width * height
        if needed > limits.max_page_bytes:
            shape = f"{options.fps} frames/s and {width}×{height}"
            fault = f"an {self.name} of {snippet} s at {shape} may need {needed / 1e6:,.0f} MB"
            remedy = f"lower --snippet, {self.name}.fps or {self.name}.size, or raise FLICKBOOK_MAX_PAGE_BYTES"
            raise LimitExceeded(subject, fault, remedy)

    def sinks(self, name: str, video: Video, options: MovingOptions) -> Callable[[Snippet], Sink]:
        from flickbook.media.picture import shared_painter
        from flickbook.outputs.moving.sink import MovingSink, open_writer

        size = video.fitted(options.size)
        painter = shared_painter(video, *size, options.background)
        (suffix,) = self.snippet_files

        def make(snippet: Snippet) -> Sink:
            begin = partial(open_writer, self.name, size, options.fps, snippet.length, options.quality)
            return MovingSink(self, Place(name, snippet, suffix), options.fps, painter, begin)

        return make


class Mp4(Moving):
    """An MP4 (H.264) of each snippet: every browser plays it."""

    name = "mp4"
    summary = "Make a silent MP4 (H.264) of each snippet."
    snippet_files: ClassVar = {".mp4": "video/mp4"}


class Webp(Moving):
    """An animated WebP of each snippet: it is shown wherever a picture is."""

    name = "webp"
    summary = "Make an animated WebP of each snippet."
    snippet_files: ClassVar = {".webp": "image/webp"}


class Webm(Moving):
    """A WebM (AV1) of each snippet: fewer bytes than an MP4 for browsers that know AV1."""

    name = "webm"
    summary = "Make a silent WebM (AV1) of each snippet."
    snippet_files: ClassVar = {".webm": "video/webm"}


class Avif(Moving):
    """An animated AVIF of each snippet: a picture with the bytes of an AV1 video."""

    name = "avif"
    summary = "Make an animated AVIF of each snippet."
    snippet_files: ClassVar = {".avif": "image/avif"}


MP4 = Mp4()
WEBP = Webp()
WEBM = Webm()
AVIF = Avif()
