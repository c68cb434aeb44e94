"""What to make, and of what: source, video, recipe, the plan of a book, and the jobs that the plan is split into."""

from fractions import Fraction
from typing import Literal

from msgspec import UNSET, Struct, UnsetType, field
from msgspec.structs import replace

# The value of an output's option as stored; a Fraction is stored as text, such as "25/2".
Option = bool | int | float | str | None


class Source(Struct, frozen=True):
    """A video's URL and one version of the video there.

    `etag` is the store's version tag; `size` is in bytes.
    """

    url: str
    etag: str
    size: int


class Cue(Struct, frozen=True, array_like=True):
    """A keyframe at which a job may begin, in a file where seeking by time does not find keyframes.

    Reading from byte `position` on, the keyframe is the packet of `size` bytes with these timestamps. `pts` and `dts`
    are in the stream's ticks, on the video's one line of time; `shift` is what was added to the file's timestamps.
    """

    position: int
    size: int
    pts: int
    dts: int
    shift: int


class Clock(Struct, frozen=True):
    """How the times of a video's frames are found, and where jobs may begin.

    `source` is the file's pts, its dts where its pts are wrong, or a count of packets where it has no timestamps.
    If the pictures are `reordered`, the last two become times only when frames come out of the decoder. `lag` is the
    number of ticks from a dts to its time. `cues` are in order; without cues, jobs seek by time.
    """

    source: Literal["pts", "dts", "count"] = "pts"
    reordered: bool = False
    lag: int = 0
    cues: tuple[Cue, ...] = ()

    @property
    def by_order(self) -> bool:
        """Whether a frame's time is known only when it comes out of the decoder."""
        return self.reordered and self.source != "pts"


class Chapter(Struct, frozen=True):
    """A chapter of the container's list, from `start` until `end` in seconds; `title` may be empty."""

    start: Fraction
    end: Fraction
    title: str = ""


class Video(Struct, frozen=True):
    """What probing found; all times are in seconds.

    `width` and `height` are those of the picture as shown: upright, square pixels. `duration` runs from the viewer's
    zero to the end of the last picture, measured on the packets; `declared` is the duration in the header. `origin` is
    the viewer's zero on the stream's own clock. The coded picture becomes upright by mirroring it left to right if
    `mirrored`, and then turning it by `rotation` degrees counter-clockwise. `remarks` are sentences for people: what
    is shown instead of a picture, colour or time that cannot be made right. `aspect` is a coded pixel's width divided
    by its height (None in older plans), `crop` the pixels that the container cuts off: left, right, top, bottom.
    `colours` are the container's primaries, transfer and matrix (ITU-T H.273; 2: unspecified) and libav's range: they
    count where frames say nothing. `chapters` are in order and do not overlap.
    """

    duration: Fraction
    declared: Fraction
    origin: Fraction
    width: int
    height: int
    rotation: int
    frame_rate: Fraction
    codec: str
    pixel_format: str
    container: str
    mirrored: bool = False
    hdr: bool = False
    interlaced: bool = False
    remarks: tuple[str, ...] = ()
    clock: Clock = Clock()
    aspect: Fraction | None = None
    crop: tuple[int, int, int, int] = (0, 0, 0, 0)
    colours: tuple[int, int, int, int] = (2, 2, 2, 0)
    chapters: tuple[Chapter, ...] = ()

    def is_known_as(self, earlier: "Video") -> bool:
        """Return whether an earlier probe found the same, apart from what earlier versions of Flickbook did not know.

        What they made is kept: a new version of Flickbook does not render a whole library again.
        """
        later = {name: getattr(self, name) for name in ("remarks", "clock", "aspect", "crop", "colours", "chapters")}
        return replace(earlier, **later) == self

    @property
    def lost(self) -> Fraction:
        """Seconds that the header declares and the file lacks; 0 for a complete file."""
        missing = self.declared - self.duration
        return missing if missing > max(Fraction(1), self.declared / 100) else Fraction(0)

    def fitted(self, side: int) -> tuple[int, int]:
        """Return width and height in pixels with at most `side` on the longer side, never enlarged."""
        scale = min(Fraction(1), Fraction(side, max(self.width, self.height)))
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


class Recipe(Struct, frozen=True):
    """What to make of a video: a set of outputs with their options. It travels inside every job.

    `snippet` is a snippet's length in whole seconds. `outputs` maps each output's name to its options; options with
    their default values are left out. `fast` names outputs of which it follows from the video's duration how far their
    pictures are apart; a plan says that, and has no `fast`. `flickbook.outputs.recipes.make_recipe` makes a checked
    recipe.
    """

    snippet: int = 30
    outputs: dict[str, dict[str, Option]] = field(default_factory=dict)
    fast: tuple[str, ...] | UnsetType = UNSET

    def __hash__(self) -> int:
        # Dictionaries have no hash. `outputs` is never changed.
        return hash((self.snippet, *sorted(self.outputs)))


class Snippet(Struct, frozen=True):
    """A half-open window of time `[start, end)` in seconds; `start` is whole."""

    start: int
    end: Fraction

    @property
    def length(self) -> Fraction:
        """The window's length in seconds."""
        return self.end - self.start


class Plan(Struct, frozen=True):
    """What must come to be: the snippets of a source, made by a recipe.

    `id` is a digest of the source's version and the recipe; `name` is the book's name, below the output URL. Workers
    stop at a `cancelled` plan; submitting the same order again resumes it.
    """

    id: str
    name: str
    source: Source
    video: Video
    recipe: Recipe
    snippets: tuple[Snippet, ...]
    cancelled: bool = False

    def is_same_work(self, earlier: "Plan") -> bool:
        """Return whether a stored plan of this video is of the same work; earlier versions gave it another id."""
        return replace(earlier, cancelled=False, id=self.id, video=self.video) == self


class Job(Struct, frozen=True):
    """One run of consecutive snippets, with all that a worker on any machine needs to make them.

    `out` is the output URL without the book's name. With `reuse`, the worker looks for files that an earlier recipe
    made alike, and keeps them.
    """

    plan: str
    name: str
    source: Source
    video: Video
    recipe: Recipe
    snippets: tuple[Snippet, ...]
    out: str
    reuse: bool = False
