"""What an output is: one kind of picture or file that is made of a video.

All that the rest of Flickbook knows of an output follows from its `Output`: flags, settings and their bounds, keys and
media types of files, timings, totals, and what is made again when an option changes.
"""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Generic, NamedTuple, Protocol, TypeVar

import msgspec
from msgspec import Struct

from flickbook.core import layout
from flickbook.core.decoding import Decoder
from flickbook.core.model import Artifact, Option, Plan, Receipt, Recipe, Snippet, Video
from flickbook.core.settings import Limits
from flickbook.core.settings.fitting import as_fraction

if TYPE_CHECKING:
    from flickbook.media.picture import Frame

Options = TypeVar("Options", bound=Struct)


class File(NamedTuple):
    """One finished file of a snippet and what is known of it."""

    artifact: Artifact
    data: bytes


class Place(NamedTuple):
    """Where a file of a snippet lies: in which book, and which of the output's `snippet_files` it is."""

    name: str
    snippet: Snippet
    suffix: str
    number: int = 0

    @property
    def key(self) -> str:
        """The file's key, relative to its book."""
        return layout.snippet_key(*self)


class Sink(Protocol):
    """What the one decode feeds with frames of one snippet. `instants` are the seconds it wants, ascending."""

    instants: Sequence[Fraction]

    def add_frame(self, frame: "Frame") -> None:
        """Accept the frame on screen at the next instant."""

    def finish(self) -> list[File]:
        """Return the files, once every instant has come."""


class Made(NamedTuple):
    """What whole-video files are made of: plan, receipts, and `read`, which yields stored files' bytes in order."""

    plan: Plan
    receipts: Sequence[Receipt]
    read: Callable[[Sequence[Artifact]], Iterable[bytes]]


class Output(ABC, Generic[Options]):
    """One output. A subclass says what it is by its class variables, and makes files by `sinks` and `complete`.

    `name` stands in recipes, timings, totals, metrics and on the command line; `summary` is the help of its switch.
    `options` is a frozen struct whose fields all have defaults, each annotated with `msgspec.Meta`: bounds, and a
    description that becomes the help of its flag. `flags` maps an option to its short flag, for those that have one;
    all have the long form `--set NAME.OPTION=VALUE`. A `standard` output is made unless a recipe leaves it out.

    `snippet_files` maps what follows the snippet's start in a file's key, such as `.gif` or `-frame-#.jpg` (# is a
    number), to its media type; `video_files` maps the whole keys of files of the whole video, which begin with `name`.
    """

    name: ClassVar[str]
    summary: ClassVar[str]
    options: type[Options]
    standard: ClassVar[bool] = False
    flags: ClassVar[Mapping[str, str]] = {}
    snippet_files: ClassVar[Mapping[str, str]] = {}
    video_files: ClassVar[Mapping[str, str]] = {}

    def __init__(self) -> None:
        self.decoder: Decoder[Options] = Decoder(self.options, strict=False, hook=as_fraction)

    def options_in(self, recipe: Recipe) -> Options | None:
        """Return the output's options in a recipe, or None if that leaves it out. Raises msgspec.ValidationError."""
        held = recipe.outputs.get(self.name)
        return None if held is None else self.decoder.convert(held)

    def stored(self, options: Options) -> dict[str, Option]:
        """Return options as a recipe holds them: without those that have their default."""
        plain, usual = (msgspec.to_builtins(some, enc_hook=str) for some in (options, self.options()))
        return {name: value for name, value in plain.items() if value != usual[name]}

    def check(self, options: Options) -> None:
        """Raise UsageError for options that cannot be made, as far as their bounds do not say so."""

    def check_limits(self, subject: str, video: Video, snippet: int, options: Options, limits: Limits) -> None:
        """Raise LimitExceeded where a video would need more than the limits allow; `snippet` is in seconds."""

    @abstractmethod
    def sinks(self, name: str, video: Video, options: Options) -> Callable[[Snippet], Sink] | None:
        """Return what makes the sink of a snippet of the book `name`, or None for an output without snippet files.

        It is called once a job, so that its snippets share what is dear to build. Import what is slow to load in here.
        """

    def complete(self, made: Made, options: Options) -> Mapping[str, bytes]:  # noqa: ARG002  # the family's signature
        """Return the files of the whole video by key. They must follow from what was made, byte for byte."""
        return {}

    def details(self, made: Made, options: Options) -> dict[str, float]:  # noqa: ARG002  # the family's signature
        """Return what the manifest says of the files, beyond their list."""
        return {}

    def preview(self, name: str, snippet: Snippet) -> str | None:  # noqa: ARG002  # the family's signature
        """Return the key of the file that stands for a snippet in a list of videos, if there is one."""
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
        """Describe a finished file of a snippet: its size is width and height in pixels, its window seconds."""
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
