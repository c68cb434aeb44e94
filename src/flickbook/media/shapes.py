"""Frames of any shape → pictures of one size: which part of a frame is shown, how it is turned, and at which size.

A stream may change its frames' size, pixel aspect ratio and rotation at any time. Its pictures keep the size of the
first frame: a frame of the same shape is scaled to it, and another one is put into its middle.
"""

from fractions import Fraction
from typing import NamedTuple

from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation

from flickbook.core.model import Video
from flickbook.media.input import Opened
from flickbook.media.packets import exact
from flickbook.media.side_data import orientation_of, pixel_aspect_of

_AVERAGE_FROM = 4
# Shapes that differ less count as equal: encoders round sizes to even numbers, and some to multiples of 16.
_TOLERANCE = Fraction(1, 100)
# No decoder holds back this many frames, for reordering and threads together.
_DELAYED = 64
# Containers that declare the aspect ratio of pixels; their word counts more than the stream's.
_DECLARING = ("mov", "matroska")


class View(NamedTuple):
    """How a frame becomes a picture: crop, scale to `size` (width and height), mirror, then turn by `rotation`."""

    crop: str | None
    size: tuple[int, int]
    interpolation: Interpolation
    mirrored: bool
    rotation: int


class Views:
    """Returns the view for each frame of a video; its upright picture fits into `width` × `height` pixels."""

    def __init__(self, video: Video, width: int, height: int) -> None:
        self._video = video
        self._book = width, height
        self._known: dict[tuple[int, int, Fraction | None, int, bool], View] = {}
        self._orientations = Orientations()

    def of(self, frame: VideoFrame) -> View:
        """Return the view for a frame."""
        mark = frame.opaque if isinstance(frame.opaque, Mark) else Mark(None, self._orientations.of(frame))
        key = frame.width, frame.height, mark.aspect, *mark.orientation
        view = self._known.get(key)
        if view is None:
            view = self._known[key] = self._view(*key)
        return view

    def _view(self, width: int, height: int, aspect: Fraction | None, rotation: int, mirrored: bool) -> View:
        crop, (width, height) = cropped(self._video.crop, width, height)
        aspect = self._video.aspect if aspect is None else aspect
        upright = rotation in (0, 180)
        size = self._book
        if aspect is not None:
            shape = width * aspect / height
            size = self._fitted(shape if upright else 1 / shape)
        interpolation = _filter_for(Fraction(max(width, height), max(size)))
        return View(crop, size if upright else size[::-1], interpolation, mirrored, rotation)

    def _fitted(self, shape: Fraction) -> tuple[int, int]:
        width, height = self._book
        if abs(shape * height / width - 1) <= _TOLERANCE:
            return self._book
        fitted = min(width, max(1, round(height * shape))), min(height, max(1, round(width / shape)))
        # Of small pictures, rounding to whole pixels makes another shape.
        return self._book if width - fitted[0] <= 1 and height - fitted[1] <= 1 else fitted


def cropped(crop: tuple[int, int, int, int], width: int, height: int) -> tuple[str | None, tuple[int, int]]:
    """Return libavfilter's arguments for a crop, and the size after it.

    The arguments are None if nothing is cut off, or if nothing would be left.
    """
    left, right, top, bottom = crop
    inner = width - left - right, height - top - bottom
    if not any(crop) or min(inner) < 1:
        return None, (width, height)
    return f"{inner[0]}:{inner[1]}:{left}:{top}:exact=1", inner


def _filter_for(shrinking: Fraction) -> Interpolation:
    """Return the filter for a picture that becomes `shrinking` times smaller.

    For much smaller pictures averaging looks as good as Lanczos and costs a quarter (1080p to 240: 0.9 against 3.3 ms,
    0.3 dB). At the same size bicubic is exact.
    """
    if shrinking >= _AVERAGE_FROM:
        return Interpolation.AREA
    return Interpolation.LANCZOS if shrinking > 1 else Interpolation.BICUBIC


class Mark(NamedTuple):
    """What a frame itself does not say: its pixel aspect ratio (None: the first frame's), rotation and mirroring."""

    aspect: Fraction | None
    orientation: tuple[int, bool]


class Orientations:
    """Returns the orientation of frames, which is read once for each rotation.

    PyAV ties a frame whose side data is read to that data in a cycle: its memory is freed late, by the collection of
    garbage, so a job would keep hundreds of frames.
    """

    def __init__(self) -> None:
        self._known: dict[float, tuple[int, bool]] = {}

    def of(self, frame: VideoFrame) -> tuple[int, bool]:
        """Return the orientation of a frame, by `orientation_of`."""
        rotation = frame.rotation
        if rotation not in self._known:
            self._known[rotation] = orientation_of(frame)
        return self._known[rotation]


class Marker:
    """Marks decoded frames (`frame.opaque`) whose shape follows from other frames or from the decoder.

    The pixel aspect ratio is marked while it is another than at the beginning. A rotation in an H.264 or HEVC stream
    (SEI, ITU-T H.264, D.2.27) comes with keyframes and lasts until the next.
    """

    def __init__(self, opened: Opened) -> None:
        self._codec = opened.codec
        self._first = self._latest = exact(self._codec.sample_aspect_ratio) or Fraction(1)
        self._watches = not opened.container.format.name.startswith(_DECLARING)
        self._unsure = 0
        self._rotation = 0
        self._orientation = (0, False)
        self._orientations = Orientations()

    def mark(self, frame: VideoFrame) -> None:
        """Mark the next frame."""
        aspect = self._aspect(frame) if self._watches else None
        rotation = frame.rotation
        inherits = rotation == 0 and not frame.key_frame and self._rotation != 0
        if not inherits and rotation != self._rotation:
            self._rotation, self._orientation = rotation, self._orientations.of(frame)
        if aspect is not None or inherits:
            frame.opaque = Mark(aspect, self._orientation if inherits else self._orientations.of(frame))

    def _aspect(self, frame: VideoFrame) -> Fraction | None:
        """Return a frame's pixel aspect ratio if it has changed. Soon after a change, the decoder is ahead of it."""
        latest = exact(self._codec.sample_aspect_ratio) or Fraction(1)
        if latest != self._latest:
            self._latest, self._unsure = latest, _DELAYED
        if self._unsure:
            self._unsure -= 1
            return pixel_aspect_of(frame)
        return latest if latest != self._first else None
