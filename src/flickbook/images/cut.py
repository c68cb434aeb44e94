"""Pictures of a video that fill a box of another shape."""

from collections.abc import Callable

import numpy as np
from msgspec.structs import replace

from flickbook.core.model import Video
from flickbook.images.shape import Shape
from flickbook.media.picture import BLACK, Frame, Painter, Rgb


class CutPainter(Painter):
    """Paints frames as a shape says. Of a moving picture, all frames are cut as the first one is."""

    def __init__(self, video: Video, shape: Shape, background: str = BLACK) -> None:
        # Without a known shape of its pixels, a frame is stretched.
        stretched = shape.scaled == shape.box and not _is_like(video, shape)
        super().__init__(replace(video, aspect=None) if stretched else video, *shape.scaled, background)
        self._shape = shape
        self._corner: tuple[int, int] | None = None

    def _paint(self, frame: Frame) -> Rgb:
        return self.cut(super()._paint(frame))

    def cut(self, picture: Rgb) -> Rgb:
        """Return a scaled picture as it fills the box."""
        cut, (width, height) = self._shape.cut, self._shape.box
        if not cut:
            return picture
        if cut == "pad":
            return _padded(picture, width, height)
        if self._corner is None:
            self._corner = _corner(picture, width, height, _best if cut == "smartcrop" else _middle)
        top, left = self._corner
        return np.ascontiguousarray(picture[top : top + height, left : left + width])


def _is_like(video: Video, shape: Shape) -> bool:
    """Return whether a box has the video's shape, but for rounding."""
    width, height = shape.box
    return abs(width * video.height - height * video.width) <= max(video.width, video.height)


def _padded(picture: Rgb, width: int, height: int) -> Rgb:
    whole = np.zeros((height, width, 3), np.uint8)
    top, left = _middle(picture, height, 0), _middle(picture, width, 1)
    whole[-top : picture.shape[0] - top, -left : picture.shape[1] - left] = picture
    return whole


def _corner(picture: Rgb, width: int, height: int, choose: Callable[[Rgb, int, int], int]) -> tuple[int, int]:
    return choose(picture, height, 0), choose(picture, width, 1)


def _middle(picture: Rgb, side: int, axis: int) -> int:
    return int(picture.shape[axis] - side) // 2


def _best(picture: Rgb, side: int, axis: int) -> int:
    """Return where the part of so many pixels begins that has most to see.

    Of parts with at least nine tenths of the most detail, it is the one nearest to the middle. Detail is the sum
    of the steps from each pixel to the next one, across and down.
    """
    green = picture[:, :, 1].astype(np.int16)
    lines = np.zeros(picture.shape[axis], np.int64)
    for direction in (0, 1):
        steps = np.diff(green, axis=direction)
        sums = np.abs(steps, out=steps).sum(axis=1 - axis, dtype=np.int64)
        lines[: len(sums)] += sums
    sums = np.concatenate([[0], lines.cumsum()])
    parts = sums[side:] - sums[:-side]
    places = np.flatnonzero(10 * parts >= 9 * parts.max())
    return int(places[np.argmin(np.abs(2 * places - (picture.shape[axis] - side)))])
