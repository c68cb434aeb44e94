"""Storyboards: small pictures of the whole video on sprite sheets, and files with their positions for players."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Annotated, ClassVar, Literal, NamedTuple

from msgspec import Meta, Struct
from msgspec.structs import replace

from flickbook.core.model import Option, Snippet, Video
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded, UsageError
from flickbook.outputs.base import Background, Made, Output, Place, Sink, Tolerance, tolerated
from flickbook.outputs.storyboard.tiling import MAX_SIDE, Tiling, tiling, usual_interval

VTT_KEY = "storyboard.vtt"
OVERVIEW_KEY = "storyboard.jpg"
TILES_KEY = "storyboard.json"
SHEET = "-sheet-#.jpg"
# Sheets and whole-video files of further sizes; the sheet's number has the width in its last four digits.
WIDER_SHEET, WIDER_FILE = "-tiles-#.jpg", "storyboard.#."
_DIGITS = 10_000
MAIN_FILES = {VTT_KEY: "text/vtt", OVERVIEW_KEY: "image/jpeg", TILES_KEY: "application/json"}
MIN_INTERVAL = Fraction(1, 10)
_SMALLEST, _LARGEST, _MOST_SIZES = 16, 1024, 4


class Board(NamedTuple):
    """One size of a storyboard. `width` is in the names of its files; the first size has 0 and names without it."""

    tiling: Tiling
    width: int = 0

    def place(self, name: str, snippet: Snippet, number: int) -> Place:
        """Return the place of a snippet's sheet in the book `name`; `number` counts the snippet's sheets from 0."""
        if not self.width:
            return Place(name, snippet, SHEET, number)
        return Place(name, snippet, WIDER_SHEET, number * _DIGITS + self.width)

    def key(self, main: str) -> str:
        """Return the key of the whole-video file that is called `main` in the first size."""
        return main if not self.width else main.replace("storyboard.", WIDER_FILE).replace("#", str(self.width))


class StoryboardOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`tile_width` is the tiles' longer side in pixels, `interval` the seconds from one tile to the next.

    Several widths make a storyboard of each size. The default `interval` follows from the video's duration. `quality`
    is the JPEG quality, from 1 to 100; `tolerance` is in seconds.
    """

    tile_width: Annotated[
        int | str | tuple[int, ...],
        Meta(description="Longer side of the storyboard's tiles in pixels, or of several sizes, such as 160,320."),
    ] = 160
    interval: Annotated[
        Fraction | None,
        Meta(description="Seconds from tile to tile, such as 2, 0.5 or 1/3.  [default: 1 to 6, by duration]"),
    ] = None
    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the storyboard, 1 to 100.")] = 35
    background: Background = "#000000"
    tolerance: Tolerance = 0.0
    side: Annotated[
        Literal["longer", "width"],
        Meta(description="What `tile_width` is: the tiles' longer side, or their width, as media servers count."),
    ] = "longer"

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of all sizes in pixels, the first one first. Raises ValueError for another text."""
        if isinstance(self.tile_width, str):
            return tuple(int(width) for width in self.tile_width.split(","))
        return (self.tile_width,) if isinstance(self.tile_width, int) else self.tile_width

    def tiling(self, video: Video) -> Tiling:
        """Return the arrangement of a video's tiles in the first size."""
        return self.boards(video)[0].tiling

    def boards(self, video: Video) -> list[Board]:
        """Return all sizes, the first one first."""
        return [
            Board(tiling(video, self._longer(video, width), self.interval), width if place else 0)
            for place, width in enumerate(self.widths)
        ]

    def _longer(self, video: Video, width: int) -> int:
        """Return the longer side of tiles of a width."""
        portrait = self.side == "width" and video.height > video.width
        return min(MAX_SIDE, width * video.height // video.width) if portrait else width


class Storyboard(Output[StoryboardOptions]):
    """Sheets of tiles for each snippet; finally a WebVTT, and one sheet of the whole video with its JSON."""

    name = "storyboard"
    summary = "Make sprite sheets and a WebVTT."
    options = StoryboardOptions
    standard = True
    flags: ClassVar = {"tile_width": "tile_width", "interval": "tile_interval", "quality": "tile_quality"}
    snippet_files: ClassVar = {SHEET: "image/jpeg", WIDER_SHEET: "image/jpeg"}
    video_files: ClassVar = MAIN_FILES | {
        key.replace("storyboard.", WIDER_FILE): kind for key, kind in MAIN_FILES.items()
    }

    def stored(self, options: StoryboardOptions) -> dict[str, Option]:
        """Return options as a recipe stores them: a single width as a number, several as a text."""
        first, *more = options.widths
        return super().stored(replace(options, tile_width=",".join(map(str, (first, *more))) if more else first))

    def check(self, options: StoryboardOptions) -> None:
        try:
            widths = options.widths
        except ValueError:
            widths = ()
        alike = len({*widths}) < len(widths)
        if alike or not 1 <= len(widths) <= _MOST_SIZES or not all(_SMALLEST <= width <= _LARGEST for width in widths):
            allowed = f"1 to {_MOST_SIZES} whole numbers from {_SMALLEST} to {_LARGEST}"
            raise UsageError(
                "--tile-width", f"is {options.tile_width}", f"it must be {allowed}, such as 160 or 160,320"
            )
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
        tiles = options.tiling(video).count * len(options.widths)
        if tiles > limits.max_tiles:
            fault = f"would have {tiles:,} tiles in its storyboard, more than the {limits.max_tiles:,} allowed"
            raise LimitExceeded(subject, fault, "use a longer --tile-interval or raise FLICKBOOK_MAX_TILES")

    def tolerance(self, duration: Fraction, options: StoryboardOptions) -> Fraction:
        return tolerated(options.tolerance, options.interval or usual_interval(duration))

    def sinks(self, name: str, video: Video, options: StoryboardOptions) -> Callable[[Snippet], Sink]:
        from flickbook.media.picture import shared_painter
        from flickbook.outputs.storyboard.sheets import SheetSink, SheetsOfBoard

        sizes = [
            (board, shared_painter(video, board.tiling.width, board.tiling.height, options.background))
            for board in options.boards(video)
        ]

        def make(snippet: Snippet) -> Sink:
            return SheetSink([SheetsOfBoard(self, name, snippet, *size, options.quality) for size in sizes])

        return make

    def complete(self, made: Made, options: StoryboardOptions) -> Mapping[str, bytes]:
        """Return each size's WebVTT, sheet of the whole video and its JSON; an empty dictionary without tiles."""
        from flickbook.outputs.storyboard.whole_video import make_storyboard

        files: dict[str, bytes] = {}
        for board in options.boards(made.plan.video):
            files |= make_storyboard(made, board, options.quality)
        return files

    def details(self, made: Made, options: StoryboardOptions) -> dict[str, float]:
        """Return the interval, size and number of the stored tiles of the first size."""
        files = (file for receipt in made.receipts for file in receipt.artifacts if file.output == self.name)
        tiles = sum(file.frames for file in files if file.kind == "sheet")
        tiled = options.tiling(made.plan.video)
        sizes = {"tile_width": tiled.width, "tile_height": tiled.height, "tiles": tiles}
        return {"interval": float(tiled.interval), **sizes} if tiles else {}


STORYBOARD = Storyboard()
