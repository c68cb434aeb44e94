"""Draw a contact sheet: a header about the film, and below it tiles in rows, each with its time."""

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

import numpy as np

from flickbook.core.model import Plan, Video
from flickbook.media.picture import Rgb
from flickbook.outputs.contact.lettering import Coverage, line
from flickbook.outputs.stored import scaled
from flickbook.storage import key_of

_GROUND, _BRIGHT, _DIM = 22, 240, 165
_UNITS = ((10**9, "GB"), (10**6, "MB"), (10**3, "kB"))
_CODECS = {
    "h264": "H.264",
    "hevc": "H.265",
    "mpeg1video": "MPEG-1",
    "mpeg2video": "MPEG-2",
    "mpeg4": "MPEG-4",
    "prores": "ProRes",
    "vc1": "VC-1",
    "theora": "Theora",
    "rawvideo": "uncompressed",
}


def draw(plan: Plan, tiles: Sequence[tuple[Fraction, Rgb]], size: tuple[int, int], columns: int) -> Rgb:
    """Return the sheet; `tiles` are pictures with their seconds, shown at most `size` (width, height) large."""
    # A stored tile may be smaller than that; it is not enlarged.
    width, height = min(size, (tiles[0][1].shape[1], tiles[0][1].shape[0]))
    gap = max(2, width // 40)
    top = _header_height(width, gap)
    rows = ceil(len(tiles) / columns)
    sheet: Rgb = np.full((top + rows * (height + gap) + gap, columns * (width + gap) + gap, 3), _GROUND, np.uint8)
    _draw_header(sheet, plan, width, gap)
    for place, (start, picture) in enumerate(tiles):
        row, column = divmod(place, columns)
        left, upper = gap + column * (width + gap), top + row * (height + gap)
        tile = sheet[upper : upper + height, left : left + width]
        tile[:] = scaled(picture, width, height)
        _draw_stamp(tile, _clock(start, plan.video))
    return sheet


def _header_height(width: int, gap: int) -> int:
    return 3 * gap + sum(_line_heights(width))


def _line_heights(width: int) -> tuple[int, int]:
    return max(14, width // 9), max(10, width // 14)


def _draw_header(sheet: Rgb, plan: Plan, width: int, gap: int) -> None:
    heights, room = _line_heights(width), sheet.shape[1] - 2 * gap
    name = key_of(plan.source.url).rpartition("/")[2]
    _draw(sheet, line(name, heights[0], room), gap, gap, _BRIGHT)
    _draw(sheet, line("  ·  ".join(_facts(plan)), heights[1], room), gap, gap + heights[0] + gap // 2, _DIM)


def _facts(plan: Plan) -> list[str]:
    """Return what the header says of the film: duration, size, codec, frame rate and bytes."""
    video, count = plan.video, plan.source.size
    codec = _CODECS.get(video.codec, video.codec.upper())
    rate = [f"{float(video.frame_rate):.5g} fps"] if video.frame_rate else []
    unit, name = next(unit for unit in _UNITS if count >= unit[0] or unit is _UNITS[-1])
    return [
        _clock(Fraction(round(video.duration)), video),
        f"{video.width} × {video.height}",
        codec + " HDR" * video.hdr,
        *rate,
        f"{count / unit:.1f} {name}",
    ]


def _clock(seconds: Fraction, video: Video) -> str:
    """Return a time as 1:02:03, in videos below an hour as 2:03; a time between seconds has tenths."""
    whole = int(seconds)
    hours = f"{whole // 3600}:{whole // 60 % 60:02}" if video.duration >= 3600 else f"{whole // 60}"
    tenths = f".{int(seconds * 10) % 10}" if seconds != whole else ""
    return f"{hours}:{whole % 60:02}{tenths}"


def _draw_stamp(tile: Rgb, text: str) -> None:
    """Draw a time into a tile's lower right corner, on a dark ground."""
    height, width = tile.shape[:2]
    letters = line(text, max(9, width // 16), width)
    edge = max(1, width // 160)
    high, wide = min(height, letters.shape[0] + 2 * edge), min(width, letters.shape[1] + 2 * edge)
    ground = tile[height - high :, width - wide :]
    ground[:] = ground // 3
    _draw(tile, letters, width - wide + edge, height - high + edge, _BRIGHT)


def _draw(picture: Rgb, letters: Coverage, left: int, upper: int, level: int) -> None:
    """Draw letters in a grey level; what lies outside the picture is cut off."""
    place = picture[upper : upper + letters.shape[0], left : left + letters.shape[1]]
    cover = letters[: place.shape[0], : place.shape[1], None].astype(np.int32)
    place[:] = (place * (255 - cover) + level * cover + 127) // 255
