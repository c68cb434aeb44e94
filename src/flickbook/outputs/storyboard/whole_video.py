"""Plan + receipts + stored sheets → the storyboard's whole-video files.

`storyboard.vtt` has a cue for each tile, with its position on its sheet. For players that need one sheet for the whole
video, `storyboard.jpg` holds every n-th tile, and `storyboard.json` their positions in Mux's format. All bytes follow
from the plan, the receipts and the stored sheets: every worker that completes the book makes the same files.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple
from urllib.parse import quote

import msgspec

from flickbook.core.model import Plan, Receipt
from flickbook.outputs.base import Made
from flickbook.outputs.storyboard import OVERVIEW_KEY, TILES_KEY, VTT_KEY, Board
from flickbook.outputs.storyboard.sheets import Canvas, tiles_of
from flickbook.outputs.storyboard.tiling import Sheet, Tiling
from flickbook.outputs.webvtt import write_webvtt


class Cue(NamedTuple):
    """A tile as players find it: when it is shown, and the sheet and corner where it is."""

    start: Fraction
    end: Fraction
    key: str
    x: int
    y: int


def make_storyboard(made: Made, board: Board, quality: int) -> dict[str, bytes]:
    """Return the whole-video files of one size as key → bytes; an empty dictionary without tiles."""
    cues, tiled = list_cues(made.plan, made.receipts, board), board.tiling
    if not cues:
        return {}
    chosen = cues[:: tiled.every(len(cues))]
    (sheet,) = tiled.sheets(range(len(chosen)))
    return {
        board.key(VTT_KEY): write_vtt(cues, tiled),
        board.key(OVERVIEW_KEY): _overview(chosen, sheet, made, quality),
        board.key(TILES_KEY): _mux(chosen, sheet, board),
    }


def list_cues(plan: Plan, receipts: Sequence[Receipt], board: Board) -> list[Cue]:
    """Return the cues of all stored tiles of one size, in order; failed snippets leave gaps."""
    cues: list[Cue] = []
    tiled = board.tiling
    for receipt in receipts:
        stored = any(file.output == "storyboard" for file in receipt.artifacts)
        sheets = tiled.sheets(tiled.tiles(receipt.snippet)) if stored else []
        for number, sheet in enumerate(sheets):
            key = board.place(plan.name, receipt.snippet, number).key
            cues += [
                Cue(tiled.start(tile), tiled.end(tile), key, *sheet.corner(place))
                for place, tile in enumerate(sheet.tiles)
            ]
    return cues


def write_vtt(cues: Sequence[Cue], tiled: Tiling) -> bytes:
    """Return cues as WebVTT thumbnails: relative URLs of sheets, each with the tile's rectangle.

    The format is that of JW Player, https://docs.jwplayer.com/platform/docs/vdh-add-preview-thumbnails.
    """
    size = f"{tiled.width},{tiled.height}"
    places = (f"{quote(cue.key, safe='')}#xywh={cue.x},{cue.y},{size}" for cue in cues)
    return write_webvtt((cue.start, cue.end, place) for cue, place in zip(cues, places, strict=True))


def _overview(chosen: Sequence[Cue], sheet: Sheet, made: Made, quality: int) -> bytes:
    """Return one sheet with the chosen tiles, cut out of the stored sheets."""
    stored = {artifact.key: artifact for receipt in made.receipts for artifact in receipt.artifacts}
    wanted = {key: list(cues) for key, cues in groupby(chosen, lambda cue: cue.key)}
    canvas = Canvas(sheet)
    for cues, data in zip(wanted.values(), made.read([stored[key] for key in wanted]), strict=True):
        for tile in tiles_of(data, [(cue.x, cue.y) for cue in cues], (sheet.width, sheet.height)):
            canvas.add(tile)
    return canvas.encode(quality)


def _mux(chosen: Sequence[Cue], sheet: Sheet, board: Board) -> bytes:
    """Return the overview's tiles in Mux's format: https://www.mux.com/docs/guides/create-timeline-hover-previews."""
    corners = [sheet.corner(place) for place in range(len(chosen))]
    document = {
        "url": board.key(OVERVIEW_KEY),
        "tile_width": board.tiling.width,
        "tile_height": board.tiling.height,
        "duration": float(board.tiling.duration),
        "tiles": [{"start": float(cue.start), "x": x, "y": y} for cue, (x, y) in zip(chosen, corners, strict=True)],
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1)
