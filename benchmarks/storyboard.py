"""What a storyboard weighs and costs: bytes and SSIM of tiles by quality, an hour in megabytes, its share of the work.

A tile is compared with the picture that it was encoded from. The share is wall seconds of the storyboard's step in one
process of one thread.

    uv run python -m benchmarks.storyboard CLIP…
"""

import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks import measure
from flickbook import api
from flickbook.core.settings import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.picture import Painter
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.storyboard import StoryboardOptions
from flickbook.outputs.storyboard.sheets import Canvas, tiles_of

QUALITIES = (20, 25, 30, 35, 40, 50, 60, 75)
HOUR = 3600
ROUNDS = 3


class Weight(NamedTuple):
    """Bytes a tile, sheets' headers shared out, and SSIM."""

    bytes: float
    ssim: float


def weights(clip: Path, interval: Fraction) -> dict[int, Weight]:
    """Encode a clip's tiles as one sheet at several qualities."""
    video = api.probe(clip)
    tiled = StoryboardOptions(interval=interval).tiling(video)
    tiles = range(tiled.count)
    (sheet,) = tiled.sheets(tiles)
    painter = Painter(video, tiled.width, tiled.height)
    with clip.open("rb") as file, open_video(file, clip.name, 10**8) as opened:
        frames = FrameReader(opened, video.origin).at([tiled.start(tile) for tile in tiles])
        pictures = np.stack([painter.paint(frame) for frame in frames])
    canvas = Canvas(sheet)
    for picture in pictures:
        canvas.add(picture)
    corners = [sheet.corner(place) for place in range(len(tiles))]
    found = {}
    for quality in QUALITIES:
        data = canvas.encode(quality)
        shown = np.stack(list(tiles_of(data, corners, (tiled.width, tiled.height))))
        found[quality] = Weight(len(data) / len(tiles), measure.ssim(measure.luma(shown), measure.luma(pictures)))
    return found


def share(clip: Path, interval: Fraction) -> tuple[float, float]:
    """Give the storyboard's percent of a render's time, the median of a few renders, and its seconds."""
    settings = Settings(engine=Engine(workers=1))
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS):
            recipe = make_recipe(tile_interval=interval)
            api.render_with(InlineDispatcher(), settings, str(clip), folder, recipe, force=True)
            report = api.report(Path(folder) / clip.stem)
            found.append((100 * report.steps["storyboard"] / report.wall, report.steps["storyboard"]))
    return sorted(found)[ROUNDS // 2]


def main(clips: list[Path]) -> None:
    """Print what storyboards of clips weigh and cost, at the intervals of a short video and of an hour."""
    for clip in clips:
        for interval in (Fraction(1), Fraction(6)):
            percent, seconds = share(clip, interval)
            print(f"{clip.name}, a tile every {interval} s: {percent:.2f} % of a render ({1000 * seconds:.0f} ms)")
            for quality, weight in weights(clip, interval).items():
                hour = weight.bytes * HOUR / interval / 1e6
                mark = "  ← default" if quality == StoryboardOptions().quality else ""
                print(
                    f"  quality {quality}: {weight.bytes:,.0f} bytes a tile, SSIM {weight.ssim:.3f}, "
                    f"an hour {hour:.2f} MB{mark}"
                )


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
