"""Poster: the best picture of the video, chosen among its stills, and five ranked candidates."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from flickbook.core.model import Snippet, Video
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded, UsageError
from flickbook.outputs.base import EXACT, Background, Made, Output, Place, Sink
from flickbook.outputs.frame_sink import FrameSink, Shot

POSTER_KEY, POSTERS_KEY = "poster.jpg", "posters.json"
OWN = "-poster-#.jpg"


class PosterOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`at` is a second of the video whose frame becomes the poster; by default the best still does.

    `size` is the poster's longer side in pixels; it is never larger than the video. `quality` is from 1 to 100.
    """

    at: Annotated[
        Fraction | None,
        Meta(description="The second whose frame becomes the poster, such as 83.5.  [default: the best still]"),
    ] = None
    size: Annotated[int, Meta(ge=16, le=4096, description="Longer side of the poster in pixels.")] = 1280
    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the poster, 1 to 100.")] = 85
    background: Background = "#000000"


class Poster(Output[PosterOptions]):
    """One picture that stands for the whole video."""

    name = "poster"
    summary = "Choose the best still as the poster."
    options = PosterOptions
    flags: ClassVar = {"at": "poster_at"}
    snippet_files: ClassVar = {OWN: "image/jpeg"}
    video_files: ClassVar = {POSTER_KEY: "image/jpeg", POSTERS_KEY: "application/json"}
    sources: ClassVar = ("stills",)

    def check(self, options: PosterOptions) -> None:
        if options.at is not None and options.at < 0:
            raise UsageError("poster.at", f"is {options.at}", "it must be a second of the video, from 0")

    def check_limits(
        self,
        subject: str,
        video: Video,
        snippet: int,  # noqa: ARG002  # the base class's signature
        options: PosterOptions,
        limits: Limits,  # noqa: ARG002  # the base class's signature
    ) -> None:
        if options.at is not None and options.at >= video.duration:
            fault = f"lasts {float(video.duration):,.3f} s, so it has no frame at {float(options.at):g} s"
            raise LimitExceeded(subject, fault, "choose an earlier --poster-at")

    def tolerance(self, duration: Fraction, options: PosterOptions) -> Fraction:
        """Return the whole duration unless `at` asks for a frame: no frame is decoded."""
        return duration if options.at is None else EXACT

    def sinks(self, name: str, video: Video, options: PosterOptions) -> Callable[[Snippet], Sink] | None:
        """Return None unless `at` asks for a frame: stills need no second decode."""
        if options.at is None:
            return None
        from flickbook.media.picture import shared_painter

        at, painter = options.at, shared_painter(video, *video.fitted(options.size), options.background)

        def make(snippet: Snippet) -> Sink:
            shots = [Shot(at, 0, (at, snippet.end))] if snippet.start <= at < snippet.end else []
            return FrameSink(self, Place(name, snippet, OWN), "poster", shots, options.quality, painter)

        return make

    def complete(self, made: Made, options: PosterOptions) -> Mapping[str, bytes]:
        """Return the poster and the list of candidates; an empty dictionary if no still is stored."""
        from flickbook.outputs.poster.ranking import make_posters

        return make_posters(made, options)


POSTER = Poster()
