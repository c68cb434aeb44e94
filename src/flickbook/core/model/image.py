"""A picture that a URL asks for, and the work of making it."""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from flickbook.core.model.plan import Plan, Source

Fit = Literal["preserve", "stretch", "crop", "smartcrop", "pad"]


class ImageRequest(Struct, frozen=True):
    """One picture of a video, or a short moving picture, or a sheet.

    `name` is the book's name; of a video without a book it is the video's key or URL. A thumbnail shows `time`; an
    animated picture goes from `time` to `end` with `fps` pictures per second. Times are in seconds; None is the default
    of the kind. Width and height are in pixels; None follows from the other one and the video's shape. `fit` says what
    happens if both differ from the shape.
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
    """All that a worker needs to make a requested picture. `out` is the output URL; the picture is stored below it.

    `plan` is that of the book. A video without a book has none until a worker plans it, and has its `source` here.
    """

    request: ImageRequest
    plan: Plan | None
    out: str
    source: Source | None = None

    @property
    def video(self) -> Source:
        """The video's URL and version."""
        source = self.source if self.plan is None else self.plan.source
        assert source is not None, "a task has a plan or a source"
        return source
