"""Jellyfin: a folder of trickplay sheets, as Jellyfin's own task would make it beside the video."""

from collections.abc import Collection, Iterator, Mapping
from fractions import Fraction
from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from flickbook.core import layout
from flickbook.core.model import Video
from flickbook.core.settings import Limits
from flickbook.outputs.base import FromStored, Made

SHEETS = "*.trickplay/# - #x#/#.jpg"
_WIDTHS = "^[1-9][0-9]{1,2}(,[1-9][0-9]{1,2}){0,3}$"


class JellyfinOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """`widths` are in pixels, separated by commas; `interval` is in seconds, `quality` from 1 to 100."""

    widths: Annotated[
        str, Meta(pattern=_WIDTHS, description="1 to 4 widths of the pictures, each 10 to 999 pixels, such as 320,640")
    ] = "320"
    interval: Annotated[int, Meta(ge=1, le=60, description="Seconds from picture to picture, as set in Jellyfin.")] = 10
    columns: Annotated[int, Meta(ge=1, le=10, description="Pictures in a row of a sheet.")] = 10
    rows: Annotated[int, Meta(ge=1, le=10, description="Rows of a sheet.")] = 10
    quality: Annotated[int, Meta(ge=1, le=100, description="JPEG quality of the sheets, 1 to 100.")] = 75

    def all_widths(self) -> list[int]:
        """Return the widths in pixels."""
        return [int(width) for width in self.widths.split(",")]


class Jellyfin(FromStored[JellyfinOptions]):
    """Trickplay sheets of each width, made of the stored stills or tiles."""

    name = "jellyfin"
    summary = "Make trickplay sheets for Jellyfin."
    options = JellyfinOptions
    video_files: ClassVar = {SHEETS: "image/jpeg"}

    def check_limits(
        self,
        subject: str,
        video: Video,
        snippet: int,  # noqa: ARG002  # the base class's signature
        options: JellyfinOptions,
        limits: Limits,
    ) -> None:
        self.check_count(subject, video, options.interval, limits)
        largest = _size(video, max(options.all_widths()))
        self.check_sheets(subject, largest, (options.columns, options.rows), limits)

    def beside(self, options: JellyfinOptions) -> Collection[str]:  # noqa: ARG002  # the base class's signature
        return (SHEETS,)

    def complete(self, made: Made, options: JellyfinOptions) -> Mapping[str, bytes]:
        """Return the sheets by key; an empty dictionary if no picture is stored."""
        sizes = sorted({_size(made.plan.video, width) for width in options.all_widths()})
        return {key: data for size in sizes for key, data in _sheets(made, options, size)}


def _size(video: Video, width: int) -> tuple[int, int]:
    """Return the size of pictures that Jellyfin would choose: even sides, not larger than the video."""
    width = max(2, min(width, video.width) // 2 * 2)
    return width, max(2, width * video.height // video.width // 2 * 2)


def _sheets(made: Made, options: JellyfinOptions, size: tuple[int, int]) -> Iterator[tuple[str, bytes]]:
    from flickbook.outputs.stored import pictures, sheets

    grid = options.columns, options.rows
    shown = pictures(made, Fraction(options.interval), size[0])
    for number, data in enumerate(sheets(shown, grid, size, options.quality)):
        yield layout.video_key(made.plan.name, SHEETS, size[0], *grid, number), data


JELLYFIN = Jellyfin()
