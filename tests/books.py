"""Render in this process and look at what came out."""

import io
import re
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import numpy as np
from PIL import Image, ImageSequence

from flickbook import api
from flickbook.core.model import Manifest, Recipe
from flickbook.core.settings import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.outputs.recipes import make_recipe
from tests.clips import Rgb


def render(video: Path, out: Path, recipe: Recipe | None = None, **more: Any) -> Manifest:
    """Render inline, with runs of at most three snippets, so that runs start in mid-video."""
    settings = Settings(engine=Engine(workers=1, run_length=3))
    recipe = recipe or make_recipe(snippet=2, size=80)
    return api.render_with(InlineDispatcher(), settings, str(video), str(out), recipe, **more).manifest


class Tile(NamedTuple):
    """A cue of a storyboard, its times in milliseconds, and the picture that it points at."""

    start: int
    end: int
    sheet: str
    box: tuple[int, int, int, int]
    picture: Rgb


def storyboard(book: Path, key: str = "storyboard.vtt") -> list[Tile]:
    """Read a book's storyboard to the letter, and what its cues show."""
    head, *cues = (book / key).read_text(encoding="utf-8").removesuffix("\n").split("\n\n")
    assert head == "WEBVTT"
    return [_tile(book, cue) for cue in cues]


def _tile(book: Path, cue: str) -> Tile:
    time = r"(\d\d+):([0-5]\d):([0-5]\d)\.(\d{3})"
    found = re.fullmatch(rf"{time} --> {time}\n([\w.~%-]+)#xywh=(\d+),(\d+),(\d+),(\d+)", cue, re.ASCII)
    assert found is not None, cue
    start, end = (
        3_600_000 * hours + 60_000 * minutes + 1000 * seconds + milliseconds
        for hours, minutes, seconds, milliseconds in (map(int, found.groups()[:4]), map(int, found.groups()[4:8]))
    )
    x, y, width, height = map(int, found.groups()[9:])
    sheet = unquote(found[9])
    picture = jpeg(book / sheet)[y : y + height, x : x + width]
    assert picture.shape == (height, width, 3), f"{cue} lies outside its sheet"
    return Tile(start, end, sheet, (x, y, width, height), picture)


def instant(tile: Tile, manifest: Manifest) -> Fraction:
    """Give the exact instant of a tile, which a cue tells to the millisecond."""
    assert "storyboard" in manifest.details
    step = Fraction(manifest.details["storyboard"]["interval"]).limit_denominator(1000)
    return round(Fraction(tile.start, 1000) / step) * step


def gif_frames(data: bytes) -> list[Rgb]:
    """Decode a GIF by Pillow."""
    with Image.open(io.BytesIO(data)) as image:
        return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]


def jpeg(path: Path) -> Rgb:
    """Decode a JPEG by Pillow."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))
