"""Storyboards: small pictures of the whole video on sprite sheets, and files with their positions for players."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from flickbook.core.model import Snippet, Video
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded, UsageError
from flickbook.outputs.base import Background, Made, Output, Place, Sink
from flickbook.outputs.storyboard.tiling import Tiling, tiling

VTT_KEY = "storyboard.vtt"
OVERVIEW_KEY = "storyboard.jpg"
TILES_KEY = "storyboard.json"
SHEET = "-sheet-#.jpg"
MIN_INTERVAL = Fraction(1, 10)


class StoryboardOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`tile_width` is the tiles' longer side in pixels, `interval` the seconds from one tile to the next.

    The default `interval` follows from the video's duration. `quality` is the JPEG quality, from 1 to 100.
    """

    tile_width: Annotated[int, Meta(ge=16, le=1024, description="Longer side of the storyboard's tiles in pixels.")] = (
        160
    )
    interval: Annotated[
        Fraction | None,
        Meta(description="Seconds from tile to tile, such as 2, 0.5 or 1/3.  [default: 1 to 6, by duration]"),
    ] = None
    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the storyboard, 1 to 100.")] = 35
    background: Background = "#000000"

    def tiling(self, video: Video) -> Tiling:
        """Return the arrangement of a video's tiles."""
        return tiling(video, self.tile_width, self.interval)


class Storyboard(Output[StoryboardOptions]):
    """Sheets of tiles for each snippet; finally a WebVTT, and one sheet of the whole video with its JSON."""

    name = "storyboard"
    summary = "Make sprite sheets and a WebVTT."
    options = StoryboardOptions
    standard = True
    flags: ClassVar = {"tile_width": "tile_width", "interval": "tile_interval", "quality": "tile_quality"}
    snippet_files: ClassVar = {SHEET: "image/jpeg"}
    video_files: ClassVar = {VTT_KEY: "text/vtt", OVERVIEW_KEY: "image/jpeg", TILES_KEY: "application/json"}

    def check(self, options: StoryboardOptions) -> None:
        if options.interval is not None and options.interval < MIN_INTERVAL:
            raise UsageError("storyboard.interval", f"is {options.interval}", "it must be at least 0.1 seconds")

    def check_limits(
        self,
        subject: str,
        video: Video,
        snippet: int,  # noqa: ARG002  # the base class's signature
        options: StoryboardOptions,
        limits: Limits,
    ) -> None:
        tiles = options.tiling(video).count
        if tiles > limits.max_tiles:
            fault = f"would have {tiles:,} tiles in its storyboard, more than the {limits.max_tiles:,} allowed"
            raise LimitExceeded(subject, fault, "use a longer --tile-interval or raise FLICKBOOK_MAX_TILES")

    def sinks(self, name: str, video: Video, options: StoryboardOptions) -> Callable[[Snippet], Sink]:
        from flickbook.media.picture import Painter
        from flickbook.outputs.storyboard.sheets import SheetSink

        painter = Painter(video, *video.fitted(options.tile_width), options.background)
        tiled = options.tiling(video)
        return lambda snippet: SheetSink(self, Place(name, snippet, SHEET), tiled, options.quality, painter)

    def complete(self, made: Made, options: StoryboardOptions) -> Mapping[str, bytes]:
        """Return the WebVTT, the sheet of the whole video and its JSON; an empty dictionary without tiles."""
        from flickbook.outputs.storyboard.whole_video import make_storyboard

        return make_storyboard(made, options.tiling(made.plan.video), options.quality)

    def details(self, made: Made, options: StoryboardOptions) -> dict[str, float]:
        """Return the interval, size and number of the stored tiles."""
        files = (file for receipt in made.receipts for file in receipt.artifacts if file.output == self.name)
        tiles = sum(file.frames for file in files)
        tiled = options.tiling(made.plan.video)
        sizes = {"tile_width": tiled.width, "tile_height": tiled.height, "tiles": tiles}
        return {"interval": float(tiled.interval), **sizes} if tiles else {}


STORYBOARD = Storyboard()
