"""What is wanted: a recipe, the plan of a video, and the orders and jobs that carry it."""

import time
from fractions import Fraction

from msgspec import Struct, field

from flickbook.model.video import Source, Video


class Recipe(Struct, frozen=True):
    """What to make of a video; it travels inside every job.

    `snippet` is a snippet's length in whole seconds, `fps` the GIF's frames a second (at most 50:
    players slow faster GIFs down), `size` the GIF's longer side in pixels. `tile_width` is the longer side of the
    storyboard's tiles in pixels, `tile_interval` the seconds from one to the next, None for what suits the video's
    duration. `still_quality` and `tile_quality` are JPEG qualities from 1 to 100.
    """

    snippet: int = 30
    fps: Fraction = field(default_factory=lambda: Fraction(10))
    size: int = 240
    stills: bool = True
    still_quality: int = 50
    storyboard: bool = True
    tile_width: int = 160
    tile_interval: Fraction | None = None
    tile_quality: int = 35


class Snippet(Struct, frozen=True):
    """A half-open window of time `[start, end)` in seconds; `start` is whole."""

    start: int
    end: Fraction

    @property
    def length(self) -> Fraction:
        """The window's length in seconds."""
        return self.end - self.start


class Plan(Struct, frozen=True):
    """What must come to be: a source, cut into snippets, by a recipe.

    `id` is a digest of the source's version and the recipe; `name` is the book's, below the output URL. Of one that is
    `cancelled` nothing more is made until it is submitted again.
    """

    id: str
    name: str
    source: Source
    video: Video
    recipe: Recipe
    snippets: tuple[Snippet, ...]
    cancelled: bool = False


class Order(Struct, frozen=True):
    """What is to be made of which video: all that a planner anywhere needs.

    `source` is the video's URL, `name` the book's, `out` the output URL without it. `afresh` drops what was
    made before. `at` is when it was given, in seconds since 1970: of two orders of one book the later counts.
    """

    source: str
    name: str
    recipe: Recipe
    out: str
    afresh: bool = False
    at: float = field(default_factory=lambda: round(time.time(), 3))


class Job(Struct, frozen=True):
    """One run of consecutive snippets, with all that a worker anywhere needs to make them.

    `out` is the output URL without the book's name.
    """

    plan: str
    name: str
    source: Source
    video: Video
    recipe: Recipe
    snippets: tuple[Snippet, ...]
    out: str
