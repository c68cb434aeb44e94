"""The values everything else passes around: frozen, self-contained, comparable.

Time is `Fraction` seconds on the viewer's clock: zero is the first moment the player shows,
windows are half-open `[start, end)`. Sizes are pixels, lengths of files are bytes.
"""

from fractions import Fraction
from typing import Literal

from msgspec import Struct, field

MediaType = Literal["image/gif", "image/jpeg"]
Kind = Literal["gif", "still", "sheet"]


class Source(Struct, frozen=True):
    """A video's URL and the version of it that is meant.

    `etag` is the store's own mark of a version; `size` is in bytes.
    """

    url: str
    etag: str
    size: int


class Video(Struct, frozen=True):
    """What probing found.

    `width` and `height` are the picture as shown: upright, square pixels. `duration` is from the
    viewer's zero to the end of the last picture, measured on the packets; `declared` is what the
    header says. `origin` is the viewer's zero on the stream's own clock. `rotation` in degrees
    counter-clockwise, after mirroring left to right if `mirrored`, makes the coded picture upright.
    All times in seconds.
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

    @property
    def lost(self) -> Fraction:
        """Seconds that the header promises and the file does not hold; 0 for a whole file."""
        missing = self.declared - self.duration
        return missing if missing > max(Fraction(1), self.declared / 100) else Fraction(0)

    def fitted(self, side: int) -> tuple[int, int]:
        """Give width and height in pixels with at most `side` on the longer side, never enlarged."""
        scale = min(Fraction(1), Fraction(side, max(self.width, self.height)))
        return max(1, round(self.width * scale)), max(1, round(self.height * scale))


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
    made before.
    """

    source: str
    name: str
    recipe: Recipe
    out: str
    afresh: bool = False


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


class Artifact(Struct, frozen=True):
    """One stored file: `key` is relative to the book, `digest` is the SHA-256 in hex.

    The window `[start, end)` is in seconds on the viewer's clock. `frames` are a GIF's frames or a sheet's tiles.
    """

    key: str
    kind: Kind
    media_type: MediaType
    bytes: int
    digest: str
    width: int
    height: int
    start: Fraction
    end: Fraction
    frames: int = 1


class Timing(Struct, frozen=True):
    """When a snippet was begun, in seconds since 1970, and what it took: wall, processor, and wall seconds by step."""

    begun: float
    wall: float
    cpu: float
    decode: float
    gif: float
    stills: float
    store: float
    storyboard: float = 0.0


class Failure(Struct, frozen=True):
    """Why a snippet could not be made: the error's class and its one-line message.

    One that is not `final` will be tried again by whoever carries the job.
    """

    error: str
    message: str
    final: bool = True


class Receipt(Struct, frozen=True):
    """Proof that a snippet's page is stored, or the reason why it is not.

    `decoded` counts the frames the decoder put out for it, `damaged` the packets it could not read,
    `attempt` how often it was tried, from 1.
    """

    plan: str
    snippet: Snippet
    artifacts: tuple[Artifact, ...] = ()
    timing: Timing | None = None
    decoded: int = 0
    damaged: int = 0
    failure: Failure | None = None
    attempt: int = 1

    @property
    def ok(self) -> bool:
        """Whether the page is stored."""
        return self.failure is None

    @property
    def settled(self) -> bool:
        """Whether this is the last word: the page is stored, or nobody will try again unasked."""
        return self.failure is None or self.failure.final


class ManifestFile(Struct, frozen=True):
    """One file of a finished book, times in seconds as plain numbers for front ends."""

    key: str
    kind: Kind
    media_type: MediaType
    bytes: int
    digest: str
    width: int
    height: int
    start: float
    end: float
    frames: int


class ManifestFailure(Struct, frozen=True):
    """A window of a finished book that has no pictures, and why."""

    start: float
    end: float
    error: str
    message: str


class Totals(Struct, frozen=True):
    """Sums over a book: counts, bytes, and the seconds its snippets took."""

    snippets: int
    failed: int
    gifs: int
    stills: int
    sheets: int
    bytes: int
    frames_decoded: int
    damaged_packets: int
    wall: float
    cpu: float
    longest: float
    mean: float


class Storyboard(Struct, frozen=True):
    """What a book's storyboard is made of: `tiles` of so many pixels, `interval` seconds from one to the next."""

    interval: float
    tile_width: int
    tile_height: int
    tiles: int


State = Literal["waiting", "making", "complete", "partial", "refused", "cancelled"]


class Card(Struct, frozen=True):
    """What a list of videos shows of one book; derived, so that a list need not open the books.

    `state` is `waiting` before there is a plan, `refused` if `failure` says why there is nothing more to come, and
    `cancelled` if somebody wanted no more.
    `added` and `begun` (when its snippets were last sent to be made) are in seconds since 1970, `duration` and
    `snippet` in seconds; `poster` and `gif` are the keys of pictures in the middle, or of what is there.
    """

    name: str
    state: State
    source: str
    added: float
    begun: float = 0.0
    plan: str = ""
    duration: float | None = None
    snippet: int | None = None
    snippets: int = 0
    done: int = 0
    failed: int = 0
    poster: str | None = None
    gif: str | None = None
    failure: Failure | None = None


class Manifest(Struct, frozen=True):
    """The whole-video file, written last: every picture, and what it took to make them.

    `duration` and `lost` are in seconds; `width` and `height` are the picture as shown. `storyboard` is None where
    there is not one tile.
    """

    plan: str
    name: str
    source: Source
    recipe: Recipe
    duration: float
    lost: float
    width: int
    height: int
    codec: str
    files: tuple[ManifestFile, ...]
    failed: tuple[ManifestFailure, ...]
    totals: Totals
    storyboard: Storyboard | None = None

    @property
    def complete(self) -> bool:
        """Whether every snippet of the plan has its pictures."""
        return not self.failed
