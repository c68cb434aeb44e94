"""Plan + receipts + stored sheets → the storyboard's whole-video files.

`storyboard.vtt` has a cue for every tile, on the sheet where it lies. Some players want one sheet for the
whole video: `storyboard.jpg` shows every n-th tile, and `storyboard.json` says in Mux's format which. All follows
from plan and receipts, so whoever binds gets the same bytes.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from flickbook.core.model import Plan, Receipt
from flickbook.outputs.base import Made
from flickbook.outputs.storyboard import OVERVIEW_KEY, TILES_KEY, VTT_KEY, sheet_key
from flickbook.outputs.storyboard.canvas import Canvas, tiles_of
from flickbook.outputs.storyboard.tiling import Sheet, Tiling


class Cue(NamedTuple):
    """A tile as players look it up: the seconds it is shown, and the sheet and corner where it lies."""

    start: Fraction
    end: Fraction
    key: str
    x: int
    y: int


def make_storyboard(made: Made, tiled: Tiling, quality: int) -> dict[str, bytes]:
    """Make a book's storyboard as key → bytes; nothing if no snippet has a tile."""
    cues = list_cues(made.plan, made.receipts, tiled)
    if not cues:
        return {}
    chosen = cues[:: tiled.every(len(cues))]
    (sheet,) = tiled.sheets(range(len(chosen)))
    return {
        VTT_KEY: write_vtt(cues, tiled),
        OVERVIEW_KEY: _overview(chosen, sheet, made, quality),
        TILES_KEY: _mux(chosen, sheet, tiled),
    }


def list_cues(plan: Plan, receipts: Sequence[Receipt], tiled: Tiling) -> list[Cue]:
    """List the tiles that are stored, in the order of time; failed snippets leave gaps."""
    cues: list[Cue] = []
    for receipt in receipts:
        there = any(file.output == "storyboard" for file in receipt.artifacts)
        sheets = tiled.sheets(tiled.tiles(receipt.snippet)) if there else []
        for number, sheet in enumerate(sheets):
            key = sheet_key(plan.name, receipt.snippet, number)
            cues += [
                Cue(tiled.start(tile), tiled.end(tile), key, *sheet.corner(place))
                for place, tile in enumerate(sheet.tiles)
            ]
    return cues


def write_vtt(cues: Sequence[Cue], tiled: Tiling) -> bytes:
    """Write cues as WebVTT thumbnails: URLs relative to the file, each with its part of the sheet.

    The format is that of JW Player, https://docs.jwplayer.com/platform/docs/vdh-add-preview-thumbnails.
    """
    blocks = ["WEBVTT"]
    for cue in cues:
        first = _milliseconds(cue.start)
        # A video may end less than half a millisecond after its last tile's instant; no cue may be empty.
        last = max(_milliseconds(cue.end), first + 1)
        place = f"{cue.x},{cue.y},{tiled.width},{tiled.height}"
        blocks.append(f"{_clock(first)} --> {_clock(last)}\n{quote(cue.key, safe='')}#xywh={place}")
    return ("\n\n".join(blocks) + "\n").encode()


def _milliseconds(seconds: Fraction) -> int:
    return round(seconds * 1000)


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _overview(chosen: Sequence[Cue], sheet: Sheet, made: Made, quality: int) -> bytes:
    """Put tiles of stored sheets together on one."""
    stored = {artifact.key: artifact for receipt in made.receipts for artifact in receipt.artifacts}
    wanted = {key: list(cues) for key, cues in groupby(chosen, lambda cue: cue.key)}
    canvas = Canvas(sheet)
    for cues, data in zip(wanted.values(), made.read([stored[key] for key in wanted]), strict=True):
        for tile in tiles_of(data, [(cue.x, cue.y) for cue in cues], (sheet.width, sheet.height)):
            canvas.add(tile)
    return canvas.encode(quality)


def _mux(chosen: Sequence[Cue], sheet: Sheet, tiled: Tiling) -> bytes:
    """Write the overview's tiles as Mux does: https://www.mux.com/docs/guides/create-timeline-hover-previews."""
    corners = [sheet.corner(place) for place in range(len(chosen))]
    document = {
        "url": OVERVIEW_KEY,
        "tile_width": tiled.width,
        "tile_height": tiled.height,
        "duration": float(tiled.duration),
        "tiles": [{"start": float(cue.start), "x": x, "y": y} for cue, (x, y) in zip(chosen, corners, strict=True)],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1)
