"""What front ends read of a finished book: plain numbers, one document."""

from msgspec import Struct

from flickbook.model.plan import Recipe
from flickbook.model.receipt import Kind, MediaType
from flickbook.model.video import Source


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
