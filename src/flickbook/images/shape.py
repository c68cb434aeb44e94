"""A request and the video → what exactly is shown: the times and sizes, with all defaults filled in.

The defaults and bounds are those of Mux: https://www.mux.com/docs/guides/get-images-from-a-video.
"""

import hashlib
from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

import msgspec
from msgspec.structs import replace

from flickbook.core.model import ImageRequest, Video
from flickbook.errors import UsageError

# An animated picture's length in seconds.
USUAL_LENGTH, SHORTEST = Fraction(5), Fraction(1, 4)
USUAL_FPS = Fraction(15)
USUAL_WIDTH = 320
# Pixels of a picture before it is cut: of a video that is a narrow strip, nearly all would be cut off.
_MOST_PIXELS = 2**26

Size = tuple[int, int]


class Shape(NamedTuple):
    """What is shown of a video: the window in seconds, and sizes in pixels, as width and height.

    A thumbnail's `end` is its `start`. The whole picture is scaled to `scaled`; then `cut` says what fills `box`: the
    middle of the picture, its part with most to see, or the picture within black bars.
    """

    start: Fraction
    end: Fraction
    fps: Fraction
    scaled: Size
    box: Size
    cut: Literal["crop", "smartcrop", "pad", ""] = ""


def shape_of(request: ImageRequest, video: Video) -> Shape:
    """Return what a request for a thumbnail or an animated picture shows of a video.

    A thumbnail after the end shows the last picture. Raises UsageError if nothing lies in the window.
    """
    scaled, box = _sizes(request, video)
    cut = request.fit if request.fit in ("crop", "smartcrop", "pad") and scaled != box else ""
    if request.kind == "thumbnail":
        time = video.duration / 2 if request.time is None else min(request.time, video.duration)
        return Shape(time, time, Fraction(1), scaled, box, cut)
    start = request.time or Fraction(0)
    end = min(start + USUAL_LENGTH if request.end is None else request.end, video.duration)
    if end - start < min(SHORTEST, video.duration):
        fault = f"shows nothing: the video ends at {float(video.duration):g} s"
        raise UsageError(f"{request.name} from {float(start):g} s", fault, "use an earlier start")
    return Shape(start, end, request.fps or USUAL_FPS, scaled, box, cut)


def digest_of(request: ImageRequest, video: Video) -> str:
    """Return a digest of what a request shows of a video, in 32 hexadecimal digits. Raises UsageError."""
    return _digest([request.kind, *shape_of(request, video)])


def digest_without_video(request: ImageRequest) -> str:
    """Return a digest of a request for a picture of a video that is not planned yet."""
    return _digest(msgspec.structs.astuple(replace(request, name="")))


def _digest(document: Sequence[object]) -> str:
    return hashlib.sha256(msgspec.json.encode(document, enc_hook=str)).hexdigest()[:32]


def _sizes(request: ImageRequest, video: Video) -> tuple[Size, Size]:
    """Return the size of the whole picture, and that of the box that shows it."""
    width, height = request.width, request.height
    if request.kind == "animated" and not (width or height):
        width = USUAL_WIDTH
    if not (width and height) or request.fit == "preserve":
        size = _fitted(video, width, height)
        return size, size
    box = width, height
    if request.fit == "pad":
        return _fitted(video, width, height), box
    if request.fit == "stretch":
        return box, box
    scale = max(Fraction(width, video.width), Fraction(height, video.height))
    scaled = max(width, round(video.width * scale)), max(height, round(video.height * scale))
    if scaled[0] * scaled[1] > _MOST_PIXELS:
        fault = f"is too large for a video of {video.width}×{video.height}"
        raise UsageError(f"{request.name} cut to {width}×{height}", fault, "ask for a smaller picture")
    return scaled, box


def _fitted(video: Video, width: int | None, height: int | None) -> Size:
    """Return the size of the whole picture within a width and a height, never enlarged."""
    scale = min(
        Fraction(1),
        Fraction(width or video.width, video.width),
        Fraction(height or video.height, video.height),
    )
    return max(1, round(video.width * scale)), max(1, round(video.height * scale))
