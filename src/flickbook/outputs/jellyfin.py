"""Jellyfin: a folder of trickplay sheets, as Jellyfin's own task would make it beside the video."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from flickbook.core import layout
from flickbook.core.model import Video
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded
from flickbook.outputs.base import Made, Output

SHEETS = "*.trickplay/# - #x#/#.jpg"
_WIDTHS = "^[1-9][0-9]{1,2}(,[1-9][0-9]{1,2}){0,3}$"


class JellyfinOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`widths` are in pixels, separated by commas; `interval` is in seconds, `quality` from 1 to 100."""

    widths: Annotated[
        str, Meta(pattern=_WIDTHS, description="1 to 4 widths of the pictures, each 10 to 999 pixels, such as 320,640.")
    ] = "320"
    interval: Annotated[int, Meta(ge=1, le=60, description="Seconds from picture to picture, as set in Jellyfin.")] = 10
    columns: Annotated[int, Meta(ge=1, le=10, description="Pictures in a row of a sheet.")] = 10
    rows: Annotated[int, Meta(ge=1, le=10, description="Rows of a sheet.")] = 10
    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the sheets, 1 to 100.")] = 75


class Jellyfin(Output[JellyfinOptions]):
    """Trickplay sheets of each width, made of the stored stills or tiles."""

    name = "jellyfin"
    summary = "Make trickplay sheets for Jellyfin."
    options = JellyfinOptions
    video_files: ClassVar = {SHEETS: "image/jpeg"}
    sources: ClassVar = ("stills", "storyboard")

    def check_limits(
        self,
        subject: str,
        video: Video,
        snippet: int,  # noqa: ARG002  # the base class's signature
        options: JellyfinOptions,
        limits: Limits,
    ) -> None:
        count = -(-video.duration // options.interval)
        if count > limits.max_tiles:
            fault = f"would have {count:,} pictures for Jellyfin, more than the {limits.max_tiles:,} allowed"
            raise LimitExceeded(subject, fault, "use a longer jellyfin.interval or raise FLICKBOOK_MAX_TILES")

    def sinks(self, name: str, video: Video, options: JellyfinOptions) -> None:
        """Return None: no frame is decoded for the sheets."""

    def complete(self, made: Made, options: JellyfinOptions) -> Mapping[str, bytes]:
        """Return the sheets by key; an empty dictionary if no picture is stored."""
        widths = sorted({_width(made.plan.video, int(width)) for width in options.widths.split(",")})
        return {key: data for width in widths for key, data in _sheets(made, options, width)}


def _width(video: Video, width: int) -> int:
    """Return the width that Jellyfin would choose: an even number, not larger than the video."""
    return max(2, min(width, video.width) // 2 * 2)


def _sheets(made: Made, options: JellyfinOptions, width: int) -> Iterator[tuple[str, bytes]]:
    from flickbook.outputs.stored import pictures, sheets

    video = made.plan.video
    size = width, max(2, width * video.height // video.width // 2 * 2)
    grid = options.columns, options.rows
    shown = pictures(made, Fraction(options.interval), width)
    for number, data in enumerate(sheets(shown, grid, size, options.quality)):
        yield layout.video_key(made.plan.name, SHEETS, width, *grid, number), data


JELLYFIN = Jellyfin()
