"""DASH: sheets of one layout, and an MPD that describes them as thumbnail tiles.

The format is that of DASH-IF's interoperability points 4.3, section 6.2.6.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import ceil
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from flickbook.core import layout
from flickbook.core.model import Plan, Video
from flickbook.core.settings import Limits
from flickbook.outputs.base import FromStored, Made
from flickbook.outputs.storyboard import STORYBOARD
from flickbook.outputs.storyboard.tiling import usual_interval

MPD, SET, SHEETS = "dash.mpd", "dash.xml", "dash.#.jpg"


class DashOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`width` is the longer side of a tile in pixels, `interval` in seconds; 0 is the storyboard's.

    `quality` is from 1 to 100.
    """

    width: Annotated[int, Meta(ge=16, le=1024, description="Longer side of a tile in pixels.")] = 160
    interval: Annotated[
        int, Meta(ge=0, le=60, description="Seconds from tile to tile; 0: as many as in the storyboard.")
    ] = 0
    columns: Annotated[int, Meta(ge=1, le=10, description="Tiles in a row of a sheet.")] = 5
    rows: Annotated[int, Meta(ge=1, le=10, description="Rows of a sheet.")] = 5
    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the sheets, 1 to 100.")] = 75

    def seconds(self, video: Video, usual: Fraction | None = None) -> Fraction:
        """Return the seconds from tile to tile; `usual` is the storyboard's interval, if there is one."""
        return Fraction(self.interval) or usual or usual_interval(video.duration)


class Dash(FromStored[DashOptions]):
    """Sheets of equal layout, made of the stored tiles or stills, and their description."""

    name = "dash"
    summary = "Make thumbnail tiles for DASH."
    options = DashOptions
    video_files: ClassVar = {SHEETS: "image/jpeg", MPD: "application/dash+xml", SET: "application/xml"}

    def check_limits(
        self,
        subject: str,
        video: Video,
        snippet: int,  # noqa: ARG002  # the base class's signature
        options: DashOptions,
        limits: Limits,
    ) -> None:
        self.check_count(subject, video, options.seconds(video), limits)
        self.check_sheets(subject, video.fitted(options.width), (options.columns, options.rows), limits)

    def complete(self, made: Made, options: DashOptions) -> Mapping[str, bytes]:
        """Return sheets, MPD and adaptation set; an empty dictionary if no picture is stored."""
        from flickbook.outputs.stored import pictures, sheets

        interval = options.seconds(made.plan.video, _storyboard_interval(made.plan))
        size, grid = made.plan.video.fitted(options.width), (options.columns, options.rows)
        shown = pictures(made, interval, size[0])
        found = list(sheets(shown, grid, size, options.quality))
        if not found:
            return {}
        # Numbers begin at 1, the default of `startNumber`.
        files = {layout.video_key(made.plan.name, SHEETS, number): data for number, data in enumerate(found, 1)}
        seconds = interval * grid[0] * grid[1]
        described = _adaptation_set(size, grid, seconds, ceil(8 * max(map(len, found)) / seconds))
        return {**files, SET: described.encode(), MPD: _mpd(described, made.plan.video.duration).encode()}


def _storyboard_interval(plan: Plan) -> Fraction | None:
    options = STORYBOARD.options_in(plan.recipe)
    return None if options is None else options.tiling(plan.video).interval


def _adaptation_set(size: tuple[int, int], grid: tuple[int, int], seconds: Fraction, bandwidth: int) -> str:
    """Return the set of sheets that last so many seconds each."""
    time = f'timescale="{seconds.denominator}" duration="{seconds.numerator}"'
    sheet = f'width="{size[0] * grid[0]}" height="{size[1] * grid[1]}"'
    return f"""<AdaptationSet contentType="image" mimeType="image/jpeg">
  <SegmentTemplate media="{SHEETS.replace("#", "$Number$")}" {time} startNumber="1"/>
  <Representation id="thumbnails" bandwidth="{bandwidth}" {sheet}>
    <EssentialProperty schemeIdUri="http://dashif.org/guidelines/thumbnail_tile" value="{grid[0]}x{grid[1]}"/>
  </Representation>
</AdaptationSet>
"""


def _mpd(described: str, duration: Fraction) -> str:
    head = 'xmlns="urn:mpeg:dash:schema:mpd:2011" profiles="urn:mpeg:dash:profile:isoff-live:2011" type="static"'
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<MPD {head} minBufferTime="PT2S" mediaPresentationDuration="PT{float(duration):.6f}S">
<Period id="0" start="PT0S">
{described}</Period>
</MPD>
"""


DASH = Dash()
