"""HLS: the storyboard's sheets as an image media playlist, and the line for the master playlist.

The format is version 0.4 of https://github.com/image-media-playlist/spec.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import Annotated, ClassVar, NamedTuple
from urllib.parse import quote

from msgspec import Meta, Struct

from flickbook.core import layout
from flickbook.outputs.base import FromStored, Made, Place
from flickbook.outputs.storyboard import SHEET, STORYBOARD
from flickbook.outputs.storyboard.tiling import Sheet, Tiling

PLAYLIST, LINE, PADDED = "hls.m3u8", "hls.txt", "hls.#.jpg"
# Padded sheets are encoded a second time.
_QUALITY = 80


class HlsOptions(Struct, frozen=True, forbid_unknown_fields=True):
    """With `pad`, all sheets of the playlist have one layout: smaller ones are copied to sheets of full size."""

    pad: Annotated[
        bool, Meta(description="Copy smaller sheets to sheets of full size: Shaka Player knows only one layout.")
    ] = True


class _Segment(NamedTuple):
    """A sheet of the playlist: its tiles and seconds a tile, its window, columns and rows, key and bytes (0: a gap)."""

    sheet: Sheet
    interval: Fraction
    start: Fraction
    end: Fraction
    grid: tuple[int, int]
    key: str
    bytes: int


class Hls(FromStored[HlsOptions]):
    """A playlist of the storyboard's sheets."""

    name = "hls"
    summary = "Make an HLS image playlist of the storyboard."
    options = HlsOptions
    video_files: ClassVar = {PLAYLIST: "application/vnd.apple.mpegurl", LINE: "text/plain", PADDED: "image/jpeg"}
    sources: ClassVar = ("storyboard",)

    def complete(self, made: Made, options: HlsOptions) -> Mapping[str, bytes]:
        """Return playlist, line and padded sheets; an empty dictionary if no sheet is stored."""
        storyboard = STORYBOARD.options_in(made.plan.recipe)
        segments = [] if storyboard is None else _segments(made, storyboard.tiling(made.plan.video))
        if not any(segment.bytes for segment in segments):
            return {}
        files: dict[str, bytes] = {}
        if options.pad:
            segments, files = _pad(made, segments)
        return {PLAYLIST: _playlist(segments), LINE: _line(segments), **files}


def _segments(made: Made, tiled: Tiling) -> list[_Segment]:
    """Return all sheets that the plan asks for, in order, as they are stored."""
    stored = {file.key: file for file in made.files()}
    found: list[_Segment] = []
    for snippet in made.plan.snippets:
        for number, sheet in enumerate(tiled.sheets(tiled.tiles(snippet))):
            key = Place(made.plan.name, snippet, SHEET, number).key
            window = tiled.start(sheet.tiles[0]), tiled.end(sheet.tiles[-1])
            grid = sheet.columns, ceil(len(sheet.tiles) / sheet.columns)
            found.append(_Segment(sheet, tiled.interval, *window, grid, key, stored[key].bytes if key in stored else 0))
    return found


def _pad(made: Made, segments: Sequence[_Segment]) -> tuple[list[_Segment], dict[str, bytes]]:
    """Return the segments with the layout of the largest one, and copies by key of the sheets that are smaller."""
    grid = max((segment.grid for segment in segments), key=lambda grid: (grid[0] * grid[1], grid))
    stored = {file.key: file for file in made.files()}
    other = [number for number, segment in enumerate(segments) if segment.grid != grid and segment.bytes]
    copies: dict[int, bytes] = {}
    for number, data in zip(other, made.read([stored[segments[number].key] for number in other]), strict=True):
        copies[number] = _copy(segments[number].sheet, data, grid)
    keys = {number: layout.video_key(made.plan.name, PADDED, number) for number in copies}
    padded = [
        segment._replace(grid=grid, key=keys[number], bytes=len(copies[number]))
        if number in copies
        else segment._replace(grid=grid)
        for number, segment in enumerate(segments)
    ]
    return padded, {keys[number]: data for number, data in copies.items()}


def _copy(sheet: Sheet, data: bytes, grid: tuple[int, int]) -> bytes:
    """Return a copy of an encoded sheet on a grid of more columns or rows; the rest is black."""
    from flickbook.outputs.storyboard.sheets import Canvas, tiles_of

    canvas = Canvas(Sheet(range(grid[0] * grid[1]), grid[0], sheet.width, sheet.height))
    corners = [sheet.corner(place) for place in range(len(sheet.tiles))]
    for tile in tiles_of(data, corners, (sheet.width, sheet.height)):
        canvas.add(tile)
    return canvas.encode(_QUALITY)


def _playlist(segments: Sequence[_Segment]) -> bytes:
    longest = max(ceil(segment.end - segment.start) for segment in segments)
    lines = [
        *("#EXTM3U", f"#EXT-X-TARGETDURATION:{longest}", "#EXT-X-VERSION:7", "#EXT-X-MEDIA-SEQUENCE:0"),
        *("#EXT-X-PLAYLIST-TYPE:VOD", "#EXT-X-IMAGES-ONLY"),
    ]
    for segment in segments:
        # The differences of rounded times add up to the video's duration.
        lasts = round(segment.end, 6) - round(segment.start, 6)
        columns, rows = segment.grid
        tiles = f"{_resolution(segment)},LAYOUT={columns}x{rows},DURATION={float(segment.interval):.6f}"
        gap = () if segment.bytes else ("#EXT-X-GAP",)
        lines += [f"#EXTINF:{float(lasts):.6f},", f"#EXT-X-TILES:{tiles}", *gap, quote(segment.key, safe="")]
    return ("\n".join((*lines, "#EXT-X-ENDLIST")) + "\n").encode()


def _line(segments: Sequence[_Segment]) -> bytes:
    """Return the line for the master playlist: the address is to be completed, relative to that playlist."""
    rate = max(ceil(8 * segment.bytes / (segment.end - segment.start)) for segment in segments)
    described = f'BANDWIDTH={rate},{_resolution(segments[0])},CODECS="jpeg",URI="{PLAYLIST}"'
    return f"#EXT-X-IMAGE-STREAM-INF:{described}\n".encode()


def _resolution(segment: _Segment) -> str:
    return f"RESOLUTION={segment.sheet.width}x{segment.sheet.height}"


HLS = Hls()
