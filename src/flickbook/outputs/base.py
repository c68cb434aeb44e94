"""The base class of outputs: kinds of pictures or files that are made of a video.

The rest of Flickbook derives everything from an `Output`: flags, settings and their bounds, keys and media types of
files, timings, totals, and which files an option's change makes anew.
"""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING, Annotated, ClassVar, Generic, Literal, NamedTuple, Protocol, TypeVar

import msgspec
from msgspec import Meta, Struct

from flickbook.core import layout
from flickbook.core.decoding import Decoder
from flickbook.core.manifest import files_of
from flickbook.core.model import Artifact, Option, Plan, Receipt, Recipe, Snippet, Video
from flickbook.core.settings import Limits
from flickbook.core.settings.fitting import as_fraction
from flickbook.errors import LimitExceeded

if TYPE_CHECKING:
    from flickbook.media.picture import Frame

Options = TypeVar("Options", bound=Struct)
# The most pixels that libjpeg-turbo allows a side of a picture.
MAX_JPEG_SIDE = 65_500
# An option of outputs that show pictures, for `Painter`.
Background = Annotated[
    str,
    Meta(
        pattern="^#[0-9a-fA-F]{6}$",
        description="#rrggbb, the colour behind transparent pixels and beside other shapes",
    ),
]
# Seconds by which a picture's time may differ from its instant, for outputs that show single pictures.
Tolerance = Annotated[
    Annotated[float, Meta(ge=0, le=3600)] | Literal["keyframes"],
    Meta(
        description="Seconds by which pictures may be earlier or later, to be made faster; 0 is exact. At most half "
        "the time from one picture to the next, which `keyframes` stands for."
    ),
]
EXACT = Fraction(0)


def tolerated(tolerance: Tolerance, interval: Fraction) -> Fraction:
    """Return a tolerance in seconds, for pictures `interval` seconds apart: a keyframe is that of one of them."""
    return interval / 2 if tolerance == "keyframes" else min(Fraction(str(tolerance)), interval / 2)


class File(NamedTuple):
    """One finished file of a snippet, and its description."""

    artifact: Artifact
    data: bytes


class Place(NamedTuple):
    """Which file of a snippet it is: the book's name, the suffix in the output's `snippet_files`, and a number."""

    name: str
    snippet: Snippet
    suffix: str
    number: int = 0

    @property
    def key(self) -> str:
        """The file's key, relative to its book."""
        return layout.snippet_key(*self)


class Sink(Protocol):
    """Receives the frames of one snippet and makes its files. `instants` are the wanted seconds, ascending."""

    instants: Sequence[Fraction]

    def add_frame(self, frame: "Frame") -> None:
        """Add the frame that is on screen at the next instant."""

    def finish(self) -> list[File]:
        """Return the files; called after the frame of the last instant."""


class Made(NamedTuple):
    """The input of whole-video files: plan, receipts, and `read`, which yields the bytes of stored files."""

    plan: Plan
    receipts: Sequence[Receipt]
    read: Callable[[Sequence[Artifact]], Iterable[bytes]]

    def files(self) -> list[Artifact]:
        """Return the stored files of all snippets, in order of time."""
        return [file for receipt in self.receipts for file in files_of(self.plan, receipt)]


class Output(ABC, Generic[Options]):
    """One output. Subclasses set the class variables, and make files by `sinks` and `complete`.

    `name` is used in recipes, timings, totals, metrics and on the command line; `summary` is the help of its switch.
    `options` is a frozen struct. Each field has a default and a `msgspec.Meta` with bounds and a description, which
    becomes the flag's help. `flags` maps options to short flags; every option also has the form
    `--set NAME.OPTION=VALUE`. A `standard` output is made by default.

    `snippet_files` maps the end of a snippet file's key, such as `.gif` or `-frame-#.jpg` (# is a number), to its media
    type. `video_files` maps the whole keys of whole-video files to their media types. A key begins with `name` and a
    dot, ends in a dot and `name`, or begins with `*`, which stands for the last part of the book's name; # is a number.

    `sources` names outputs whose stored files `complete` needs: a recipe must have one of them.
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    options: type[Options]
    standard: ClassVar[bool] = False
    flags: ClassVar[Mapping[str, str]] = {}
    snippet_files: ClassVar[Mapping[str, str]] = {}
    video_files: ClassVar[Mapping[str, str]] = {}
    sources: ClassVar[Sequence[str]] = ()

    def __init__(self) -> None:
        self.decoder: Decoder[Options] = Decoder(self.options, strict=False, hook=as_fraction)

    def options_in(self, recipe: Recipe) -> Options | None:
        """Return the output's options in a recipe; None if the recipe omits it. Raises msgspec.ValidationError."""
        options = recipe.outputs.get(self.name)
        return None if options is None else self.decoder.convert(options)

    def stored(self, options: Options) -> dict[str, Option]:
        """Return options as a recipe stores them: those that differ from their defaults."""
        plain, default = (msgspec.to_builtins(values, enc_hook=str) for values in (options, self.options()))
        return {name: value for name, value in plain.items() if value != default[name]}

    def check(self, options: Options) -> None:
        """Raise UsageError for invalid options; for what bounds of `msgspec.Meta` cannot describe.

        The error's subject is the option's full name, `NAME.OPTION`; the flag, variable or key in a file replaces it.
        """

    def check_limits(self, subject: str, video: Video, snippet: int, options: Options, limits: Limits) -> None:
        """Raise LimitExceeded if a video would exceed the limits; `snippet` is a snippet's length in seconds."""

    def tolerance(self, duration: Fraction, options: Options) -> Fraction:  # noqa: ARG002  # the base class's signature
        """Return by how many seconds a picture's time may differ from its instant, for a video of so many seconds.

        That is at most half of what lies between two instants. Such an output's files have a picture for each instant,
        in order: as many as their `frames`.
        """
        return EXACT

    @abstractmethod
    def sinks(self, name: str, video: Video, options: Options) -> Callable[[Snippet], Sink] | None:
        """Return the function that makes a snippet's sink for the book `name`; None if the output has no snippet files.

        It is called once for each job, so the job's snippets can share costly objects. Import slow modules in here.
        """

    def complete(self, made: Made, options: Options) -> Mapping[str, bytes]:  # noqa: ARG002  # the base class's signature
        """Return the whole-video files by key. Equal arguments must give equal bytes: several workers may call this."""
        return {}

    def details(self, made: Made, options: Options) -> dict[str, float]:  # noqa: ARG002  # the base class's signature
        """Return figures for the manifest's `details`."""
        return {}

    def beside(self, options: Options) -> Collection[str]:  # noqa: ARG002  # the base class's signature
        """Return those patterns of `video_files`, all with * first, that a media server looks for beside the video."""
        return ()

    def preview(self, name: str, snippet: Snippet, options: Options) -> str | None:  # noqa: ARG002  # the base class's signature
        """Return the key of the picture that represents a snippet in a list of videos; None if the output has none."""
        return None

    def file(
        self,
        place: Place,
        kind: str,
        data: bytes,
        size: tuple[int, int],
        window: tuple[Fraction, Fraction],
        frames: int = 1,
    ) -> File:
        """Return a snippet's file with its description; `size` is width and height in pixels, `window` in seconds."""
        artifact = Artifact(
            key=place.key,
            output=self.name,
            kind=kind,
            media_type=self.snippet_files[place.suffix],
            bytes=len(data),
            digest=hashlib.sha256(data).hexdigest(),
            width=size[0],
            height=size[1],
            start=window[0],
            end=window[1],
            frames=frames,
        )
        return File(artifact, data)


class FromStored(Output[Options]):
    """An output that has only whole-video files, made of stored stills or tiles: no frame is decoded for it."""

    sources: ClassVar[Sequence[str]] = ("stills", "storyboard")

    def sinks(self, name: str, video: Video, options: Options) -> None:
        """Return None: there are no snippet files."""

    def check_count(self, subject: str, video: Video, interval: Fraction | int, limits: Limits) -> None:
        """Raise LimitExceeded if a picture for each `interval` seconds would be too many."""
        count = ceil(video.duration / interval)
        if count > limits.max_tiles:
            fault = f"would have {count:,} pictures for {self.name}, more than the {limits.max_tiles:,} allowed"
            raise LimitExceeded(subject, fault, f"use a longer {self.name}.interval or raise FLICKBOOK_MAX_TILES")

    def check_sheets(self, subject: str, size: tuple[int, int], grid: tuple[int, int], limits: Limits) -> None:
        """Raise LimitExceeded if sheets of so many columns and rows are too large for a JPEG, or for the memory."""
        width, height = size[0] * grid[0], size[1] * grid[1]
        if max(width, height) > MAX_JPEG_SIDE or 3 * width * height > limits.max_page_bytes:
            fault = f"would have sheets of {width:,}×{height:,} pixels for {self.name}, which is too large"
            remedy = f"use fewer {self.name}.columns and {self.name}.rows, or smaller pictures"
            raise LimitExceeded(subject, fault, remedy)
