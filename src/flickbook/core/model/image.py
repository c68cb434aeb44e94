"""A picture that a URL asks for, and the work of making it."""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from flickbook.core.model.plan import Plan

Fit = Literal["preserve", "stretch", "crop", "smartcrop", "pad"]


class ImageRequest(Struct, frozen=True):
    """One picture of a book's video, or a short moving picture, or a sheet.

    `name` is the book's name. A thumbnail shows `time`; an animated picture goes from `time` to `end` with `fps`
    pictures per second. Times are in seconds; None is the default of the kind. Width and height are in pixels; None
    follows from the other one and the video's shape. `fit` says what happens if both differ from the shape.
    """

    name: str
    kind: Literal["thumbnail", "animated", "storyboard"]
    suffix: str
    time: Fraction | None = None
    end: Fraction | None = None
    fps: Fraction | None = None
    width: int | None = None
    height: int | None = None
    fit: Fit = "preserve"


class ImageTask(Struct, frozen=True):
    """All that a worker needs to make a requested picture. `out` is the output URL; the picture is stored below it."""

    request: ImageRequest
    plan: Plan
    out: str
