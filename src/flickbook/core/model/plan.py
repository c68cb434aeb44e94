"""What is wanted: a recipe, the plan of a video, and the jobs that carry it."""

from fractions import Fraction

from msgspec import Struct, field

from flickbook.core.model.video import Source, Video

# The value of an output's option as it is stored: a Fraction is a text such as "25/2".
Option = bool | int | float | str | None


class Recipe(Struct, frozen=True):
    """What to make of a video: a set of outputs with their options. It travels inside every job.

    `snippet` is a snippet's length in whole seconds. `outputs` maps the name of each output to its options; those that
    have their default are left out. `make_recipe` of `flickbook.outputs.recipes` makes a checked one.
    """

    snippet: int = 30
    outputs: dict[str, dict[str, Option]] = field(default_factory=dict)

    def __hash__(self) -> int:
        # Dictionaries have no hash, and nobody changes these.
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


class Job(Struct, frozen=True):
    """One run of consecutive snippets, with all that a worker anywhere needs to make them.

    `out` is the output URL without the book's name. With `reuse` there may be receipts of an earlier recipe, some of
    whose files are still wanted.
    """

    plan: str
    name: str
    source: Source
    video: Video
    recipe: Recipe
    snippets: tuple[Snippet, ...]
    out: str
    reuse: bool = False
