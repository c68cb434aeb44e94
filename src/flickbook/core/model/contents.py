"""What front ends read of a finished book: plain numbers, one document."""

from msgspec import Struct, field

from flickbook.core.model.plan import Recipe
from flickbook.core.model.video import Source


class ManifestFile(Struct, frozen=True):
    """One file of a finished book, times in seconds as plain numbers for front ends."""

    key: str
    output: str
    kind: str
    media_type: str
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
    """Sums over a book: counts, bytes, and the seconds its snippets took. `files` counts by output."""

    snippets: int
    failed: int
    files: dict[str, int]
    bytes: int
    frames_decoded: int
    damaged_packets: int
    wall: float
    cpu: float
    longest: float
    mean: float


class Manifest(Struct, frozen=True):
    """The whole-video file, written last: every picture, and what it took to make them.

    `duration` and `lost` are in seconds; `width` and `height` are the picture as shown. `details` holds what an output
    says of its files, by its name: of a storyboard `interval`, `tile_width`, `tile_height` and `tiles`.
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
    details: dict[str, dict[str, float]] = field(default_factory=dict)

    @property
    def complete(self) -> bool:
        """Whether every snippet of the plan has its pictures."""
        return not self.failed
