"""Animated GIFs, one for each snippet."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil
from typing import Annotated, ClassVar

from msgspec import Meta, Struct, field

from flickbook.core.model import Snippet, Video
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded, UsageError
from flickbook.outputs.base import Background, Output, Place, Sink

MAX_FPS = 50


class GifOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`fps` is in frames per second, `size` the longer side in pixels; a GIF is never larger than its video.

    `quality` is from 1, the fewest bytes, to 100, nearest to the source.
    """

    fps: Annotated[Fraction, Meta(description="Frames a second, at most 50, such as 10, 12.5 or 30000/1001.")] = field(
        default_factory=lambda: Fraction(10)
    )
    size: Annotated[int, Meta(ge=16, le=2048, description="Longer side of the GIF in pixels.")] = 240
    background: Background = "#000000"
    quality: Annotated[int, Meta(ge=1, le=100, description="1: the fewest bytes; 100: nearest to the source.")] = 50


class Gif(Output[GifOptions]):
    """An animated GIF of each snippet."""

    name = "gif"
    summary = "Make an animated GIF of each snippet."
    options = GifOptions
    standard = True
    flags: ClassVar = {"fps": "fps", "size": "size"}
    snippet_files: ClassVar = {".gif": "image/gif"}

    def check(self, options: GifOptions) -> None:
        if not 0 < options.fps <= MAX_FPS:
            remedy = f"it must be above 0 and at most {MAX_FPS}, because players slow faster GIFs down"
            raise UsageError("gif.fps", f"is {options.fps}", remedy)

    def check_limits(self, subject: str, video: Video, snippet: int, options: GifOptions, limits: Limits) -> None:
        """Raise LimitExceeded if a snippet's frames, which are kept in memory, would need too many bytes."""
        width, height = video.fitted(options.size)
        length = min(Fraction(snippet), video.duration)
        needed = ceil(options.fps * length) * width * height * 3
        if needed > limits.max_page_bytes:
            shape = f"{float(length):g} s at {options.fps} frames/s, {width}×{height}"
            allowed = f"more than the {limits.max_page_bytes / 1e6:,.0f} MB allowed"
            fault = f"needs {needed / 1e6:,.0f} MB for the frames of one snippet ({shape}), {allowed}"
            raise LimitExceeded(subject, fault, "lower --snippet, --fps or --size, or raise FLICKBOOK_MAX_PAGE_BYTES")

    def sinks(self, name: str, video: Video, options: GifOptions) -> Callable[[Snippet], Sink]:
        from flickbook.media.picture import shared_painter
        from flickbook.outputs.gif.encoder import GifSink

        painter = shared_painter(video, *video.fitted(options.size), options.background)
        return lambda snippet: GifSink(self, Place(name, snippet, ".gif"), options, painter)

    def preview(self, name: str, snippet: Snippet, options: GifOptions) -> str:  # noqa: ARG002  # the base class's signature
        return Place(name, snippet, ".gif").key


GIF = Gif()
