"""Candidates for the highlight, each stored as a sheet of its frames; the best are chosen and joined."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain, pairwise
from math import sqrt
from typing import Any, NamedTuple

import msgspec
import numpy as np

from flickbook.core.model import Artifact, Video
from flickbook.media.picture import Frame, Painter, Rgb
from flickbook.outputs.base import File, Made, Output, Place
from flickbook.outputs.gif.encoder import make_gif
from flickbook.outputs.highlight import LIST_KEY, HighlightOptions
from flickbook.outputs.moving.sink import open_writer
from flickbook.outputs.poster.looks import Grid, focus_of, grid_of, look_of, sharpness_of, wordless_of
from flickbook.outputs.stored import scaled
from flickbook.outputs.storyboard.sheets import Canvas, tiles_of
from flickbook.outputs.storyboard.tiling import Sheet

# JPEG quality of the sheets, of which frames are encoded once more.
_QUALITY = 65
_COLUMNS = 5
_SMALL = 160
# The mean difference of successive frames, in grey levels a second, from which more motion is no better.
_LIVELY = 25.0
# A cut is a difference of so many grey levels, and so many times the mean of the others.
_CUT, _TIMES = 12.0, 4.0
# A segment with less than this share of the best one's score is poor.
_POOR = 0.1


class SegmentSink:
    """Makes a sheet of the frames of each of a snippet's candidates."""

    def __init__(
        self, output: Output[Any], place: Place, video: Video, options: HighlightOptions, painter: Painter
    ) -> None:
        self._starts = options.starts(video, place.snippet)
        self.instants: Sequence[Fraction] = [
            start + Fraction(frame, options.fps) for start in self._starts for frame in range(options.frames)
        ]
        self._output = output
        self._place = place
        self._seconds = options.seconds
        self._sheet = _sheet(options, video)
        self._painter = painter
        self._canvas: Canvas | None = None
        self._files: list[File] = []

    def add_frame(self, frame: Frame) -> None:
        """Add the frame to the current sheet, and encode a full one: only one is in memory as pixels."""
        if self._canvas is None:
            self._canvas = Canvas(self._sheet)
        self._canvas.add(self._painter.paint(frame))
        if self._canvas.full:
            number = len(self._files)
            window = Fraction(self._starts[number]), self._starts[number] + self._seconds
            data, frames = self._canvas.encode(_QUALITY), len(self._sheet.tiles)
            place = self._place._replace(number=number)
            self._files.append(self._output.file(place, "segment", data, self._sheet.size, window, frames))
            self._canvas = None

    def finish(self) -> list[File]:
        return self._files


class Segment(NamedTuple):
    """A candidate, its score, and the grid of its middle frame."""

    file: Artifact
    score: float
    grid: Grid


def make_highlight(made: Made, options: HighlightOptions) -> dict[str, bytes]:
    """Return the clip by key in each format, and the list of its segments; an empty dictionary without a candidate."""
    files = [file for file in made.files() if file.output == "highlight"]
    video = made.plan.video
    sheet = _sheet(options, video)
    found = [_segment(file, frames, options.fps) for file, frames in zip(files, _read(made, files, sheet), strict=True)]
    if not found:
        return {}
    chosen = choose(found, options.count(video), video.duration)
    listed = [{"start": float(k * options.seconds), "time": float(file.start)} for k, file in enumerate(chosen)]
    length = len(chosen) * options.seconds
    # The frames are read once for each format: they are never all in memory, but for a GIF.
    clips = {
        f"highlight.{kind}": _encode(
            kind, chain.from_iterable(_read(made, chosen, sheet)), length, (sheet.width, sheet.height), options
        )
        for kind in sorted({*options.formats.split(",")})
    }
    return {**clips, LIST_KEY: msgspec.json.format(msgspec.json.encode({"segments": listed}), indent=1)}


def choose(found: Sequence[Segment], count: int, duration: Fraction) -> list[Artifact]:
    """Return so many segments in order of time: good ones that differ from each other and lie apart.

    Once half of them are found, poor ones are left out.
    """
    rest, chosen = list(found), list[Segment]()
    while rest and len(chosen) < count:
        worth = [segment.score * _novelty(segment, chosen, duration / count) for segment in rest]
        if 2 * len(chosen) >= count and max(worth) < _POOR * chosen[0].score:
            break
        chosen.append(rest.pop(worth.index(max(worth))))
    return sorted((segment.file for segment in chosen), key=lambda file: file.start)


def _novelty(segment: Segment, chosen: Sequence[Segment], apart: Fraction) -> float:
    """Return 1 for a segment that is like none of the chosen ones and at least `apart` seconds from each; else less."""
    found = 1.0
    for other in chosen:
        power = sqrt(int(segment.grid @ segment.grid)) * sqrt(int(other.grid @ other.grid))
        like = max(0.0, int(segment.grid @ other.grid) / power) if power else 1.0
        near = min(1.0, float(abs(segment.file.start - other.file.start) / apart))
        found = min(found, (1 - 0.6 * like) * (0.4 + 0.6 * near))
    return found


def _segment(file: Artifact, frames: Sequence[Rgb], fps: int) -> Segment:
    """Measure a candidate: how good its worst frame is, how much moves, and whether there is a cut in it."""
    good = min(_worth(frames[place]) for place in (0, len(frames) // 2, -1))
    grids = [grid_of(frame[..., 1]) for frame in frames]
    # Grids are multiplied by their number of cells.
    steps = [int(np.abs(after - before).sum()) / before.size**2 for before, after in pairwise(grids)]
    lively = min(1.0, fps * sum(steps) / len(steps) / _LIVELY) if steps else 0.0
    most = max(steps, default=0.0)
    cut = most > _CUT and most * (len(steps) - 1) > _TIMES * (sum(steps) - most)
    return Segment(file, good * good * (0.4 + 0.6 * lively) * (0.3 if cut else 1), grids[len(grids) // 2])


def _worth(frame: Rgb) -> float:
    """Return how good a frame is, by the poster's measures."""
    height, width = frame.shape[:2]
    small = min(_SMALL, width)
    look, green = look_of(scaled(frame, small, max(1, small * height // width))), frame[..., 1]
    wordless = min(look.wordless, wordless_of(green))
    return look._replace(wordless=wordless).score * focus_of(sharpness_of(green))


def _sheet(options: HighlightOptions, video: Video) -> Sheet:
    """Return the arrangement of a segment's frames."""
    return Sheet(range(options.frames), min(options.frames, _COLUMNS), *video.fitted(options.size))


def _read(made: Made, files: Sequence[Artifact], sheet: Sheet) -> Iterator[list[Rgb]]:
    """Yield the frames of each stored segment."""
    corners = [sheet.corner(place) for place in range(len(sheet.tiles))]
    for data in made.read(files):
        yield [np.ascontiguousarray(tile) for tile in tiles_of(data, corners, (sheet.width, sheet.height))]


def _encode(
    kind: str, frames: Iterable[Rgb], length: Fraction, size: tuple[int, int], options: HighlightOptions
) -> bytes:
    """Return a clip that lasts `length` seconds; `size` is width and height."""
    rate, quality = Fraction(options.fps), options.quality
    if kind == "gif":
        pictures = np.stack(list(frames))
        return make_gif(pictures, np.arange(len(pictures)), rate, length, quality)
    writer = open_writer(kind, size, rate, length, quality)
    for frame in frames:
        writer.add(frame)
    return writer.finish()
