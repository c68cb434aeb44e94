"""Stored stills and tiles as pixels: what outputs are made of that add no pictures of their own to a book."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, groupby, islice
from math import ceil
from typing import Any, NamedTuple

import numpy as np
import simplejpeg
from numpy.typing import NDArray

from flickbook.core.model import Artifact, Video
from flickbook.media.picture import Rgb
from flickbook.outputs.base import Made
from flickbook.outputs.stills import STILLS
from flickbook.outputs.storyboard import STORYBOARD, Board
from flickbook.outputs.storyboard.sheets import Canvas, tiles_of
from flickbook.outputs.storyboard.tiling import Sheet, Tiling
from flickbook.outputs.storyboard.whole_video import list_cues


class _Shot(NamedTuple):
    """A stored picture: its second, its file, and its left upper corner on a sheet; stills have no corner."""

    start: Fraction
    file: Artifact
    corner: tuple[int, int] | None = None


def count_pictures(video: Video, interval: Fraction) -> int:
    """Return how many pictures a video has with one at each multiple of `interval` seconds."""
    return ceil(video.duration / interval)


def size_for(video: Video, width: int) -> tuple[int, int]:
    """Return width and height in pixels of a video's picture of at most this width, never enlarged."""
    width = min(width, video.width)
    return width, max(1, round(Fraction(width * video.height, video.width)))


def pictures(made: Made, interval: Fraction, width: int) -> Iterator[Rgb]:
    """Yield a picture for each multiple of `interval` seconds, at least `width` pixels wide where that is stored.

    It is the last stored picture up to that second; before the first one, the first. Yields none if none is stored.
    """
    instants = [k * interval for k in range(count_pictures(made.plan.video, interval))]
    return (picture for _, picture in pictures_at(made, instants, width))


def pictures_at(made: Made, instants: Sequence[Fraction], width: int) -> Iterator[tuple[Fraction, Rgb]]:
    """Yield for each instant the picture that `pictures` would, and the second at which that picture is shown."""
    shots = _shots(made, instants, width)
    if not shots:
        return
    starts = [shot.start for shot in shots]
    wanted = [shots[max(0, bisect_right(starts, instant) - 1)] for instant in instants]
    runs = [list(run) for _, run in groupby(wanted, lambda shot: shot.file.key)]
    board = _board(made, width)
    for run, data in zip(runs, made.read([run[0].file for run in runs]), strict=True):
        decoded = _decoded(run, data, board, size_for(made.plan.video, width))
        yield from zip((shot.start for shot in run), decoded, strict=True)


def sheets(shown: Iterator[Rgb], grid: tuple[int, int], size: tuple[int, int], quality: int) -> Iterator[bytes]:
    """Yield pictures of this size on JPEG sheets of so many columns and rows; free places of the last one are black."""
    places = grid[0] * grid[1]
    for first in shown:
        canvas = Canvas(Sheet(range(places), grid[0], *size))
        for picture in chain((first,), islice(shown, places - 1)):
            canvas.add(scaled(picture, *size))
        yield canvas.encode(quality)


def scaled(picture: Rgb, width: int, height: int) -> Rgb:
    """Return a picture of this size, each pixel the mean of the area that it covers.

    The sums are of whole numbers, so the same picture comes out on every machine.
    """
    before = picture.shape[0] * picture.shape[1]
    if picture.shape[:2] == (height, width):
        return picture
    sums = _area_sums(_area_sums(picture, 0, height, 255), 1, width, 255 * picture.shape[0])
    mean: Rgb = ((sums + before // 2) // before).astype(np.uint8)
    return mean


def _area_sums(values: NDArray[Any], axis: int, size: int, most: int) -> NDArray[Any]:
    """Return the sums over `size` equal parts of an axis; a value counts `size` times, or less at the parts' edges.

    `most` is the greatest value that there can be.
    """
    before = values.shape[axis]
    # Half of the range is enough for the sums. What overflows on the way is subtracted again.
    kind = np.dtype(np.uint32 if most * before < 1 << 31 else np.uint64)
    shape = list(values.shape)
    shape[axis] += 1
    totals = np.zeros(shape, kind)
    np.cumsum(values, axis, kind, totals[(slice(None),) * axis + (slice(1, None),)])
    place, rest = np.divmod(np.arange(size + 1) * before, size)
    edge = values.take(np.minimum(place, before - 1), axis).astype(kind, copy=False)
    edge = edge * rest.astype(kind).reshape([-1] + [1] * (values.ndim - axis - 1))
    sums: NDArray[Any] = np.diff(totals.take(place, axis) * size + edge, axis=axis)
    return sums


def _shots(made: Made, instants: Sequence[Fraction], width: int) -> list[_Shot]:
    stills = [_Shot(file.start, file) for file in made.files() if file.output == STILLS.name]
    board = _board(made, width)
    if board is None or (stills and not _fits(board.tiling, instants, min(width, made.plan.video.width))):
        return stills
    by_key = {file.key: file for file in made.files()}
    cues = list_cues(made.plan, made.receipts, board)
    return [_Shot(cue.start, by_key[cue.key], (cue.x, cue.y)) for cue in cues]


def _fits(tiled: Tiling, instants: Sequence[Fraction], width: int) -> bool:
    """Return whether tiles are wide enough, and each instant has a tile of its own."""
    return tiled.width >= width and all(instant % tiled.interval == 0 for instant in instants)


def _board(made: Made, width: int) -> Board | None:
    """Return the size of the storyboard with the smallest tiles of at least this width, else the largest."""
    options = STORYBOARD.options_in(made.plan.recipe)
    if options is None:
        return None
    boards = sorted(options.boards(made.plan.video), key=lambda board: board.tiling.width)
    return next((board for board in boards if board.tiling.width >= width), boards[-1])


def _decoded(run: Sequence[_Shot], data: bytes, board: Board | None, size: tuple[int, int]) -> Iterator[Rgb]:
    """Yield the pictures of a run from one file."""
    corners = [shot.corner for shot in run if shot.corner is not None]
    if board is not None and corners:
        yield from tiles_of(data, corners, (board.tiling.width, board.tiling.height))
        return
    # libjpeg decodes a large still at the least of its own sizes that is large enough.
    still: Rgb = simplejpeg.decode_jpeg(data, "RGB", min_width=size[0], min_height=size[1])
    yield from [still] * len(run)
