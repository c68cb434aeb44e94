"""What was made: the receipt of each snippet, and the manifest that front ends read of a finished book."""

from fractions import Fraction

from msgspec import UNSET, Struct, UnsetType, field

from flickbook.core.model.plan import Recipe, Snippet, Source


class Artifact(Struct, frozen=True):
    """One stored file: `key` is relative to the book, `digest` is the SHA-256 in hex.

    `output` names the output that made the file; `kind` is `gif`, `still`, `sheet` or a word that the output chooses.
    The window `[start, end)` is in seconds on the viewer's clock. `frames` counts a GIF's frames or a sheet's tiles.
    Where an output has a tolerance, and pictures are off their instants, `shown` has the seconds of all the file's
    pictures, and `largest_error` is the largest distance in seconds.
    """

    key: str
    output: str
    kind: str
    media_type: str
    bytes: int
    digest: str
    width: int
    height: int
    start: Fraction
    end: Fraction
    frames: int = 1
    shown: tuple[Fraction, ...] | UnsetType = UNSET
    largest_error: Fraction | UnsetType = UNSET


class Timing(Struct, frozen=True):
    """When work on a snippet began, in seconds since 1970, and the wall and processor seconds that it took.

    `steps` holds wall seconds by step: `decode`, the name of each output, and `store`.
    """

    begun: float
    wall: float
    cpu: float
    steps: dict[str, float] = field(default_factory=dict)


class Failure(Struct, frozen=True):
    """Why a snippet, or the planning of an order, failed: the error's class and its one-line message.

    `final` failures stay; after any other failure the engine tries again.
    """

    error: str
    message: str
    final: bool = True


class Outcome(Struct, frozen=True):
    """What became of a snippet, without the list of its files: the part of a receipt that progress is read from.

    `made` maps the name of each output whose files are stored to its identity (`planning.identities`).
    """

    plan: str
    snippet: Snippet
    timing: Timing | None = None
    failure: Failure | None = None
    made: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the snippet's files are stored."""
        return self.failure is None

    @property
    def final(self) -> bool:
        """Whether the snippet's files are stored, or its failure is final."""
        return self.failure is None or self.failure.final


class Receipt(Outcome, frozen=True):
    """Proof that a snippet's files are stored, or the reason why they are not.

    `decoded` counts the frames that the decoder returned for it, `damaged` the pictures that are incomplete or missing
    because their packets are damaged, `attempt` the attempts, from 1.
    """

    artifacts: tuple[Artifact, ...] = ()
    decoded: int = 0
    damaged: int = 0
    attempt: int = 1


class ManifestFile(Struct, frozen=True):
    """One file of a finished book. Front ends read it, so times are plain numbers of seconds.

    Only where pictures are off their instants, `shown` has the times of all the file's pictures, and
    `largest_error` is the largest distance.
    """

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
    shown: tuple[float, ...] | UnsetType = UNSET
    largest_error: float | UnsetType = UNSET


class ManifestFailure(Struct, frozen=True):
    """A window of a finished book without pictures, and the reason."""

    start: float
    end: float
    error: str
    message: str


class Totals(Struct, frozen=True):
    """Sums over a book: counts, bytes, and the seconds that its snippets took. `files` counts by output."""

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
    """All files of a finished book, and the time that rendering took. It is stored last.

    `duration` and `lost` are in seconds; `width` and `height` are those of the picture as shown. `details` holds what
    an output adds about its files, by its name; a storyboard adds `interval`, `tile_width`, `tile_height` and `tiles`.
    `remarks` are sentences for people about what could not be made right. `largest_error` is the most seconds by
    which a picture is off its instant, where an output has a tolerance.
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
    remarks: tuple[str, ...] = ()
    largest_error: float | UnsetType = UNSET

    @property
    def complete(self) -> bool:
        """Whether every snippet of the plan has its pictures."""
        return not self.failed


class Copied(Struct, frozen=True):
    """A copy of a book's file: its key relative to the video's folder, and its SHA-256 in hex."""

    key: str
    digest: str


class Beside(Struct, frozen=True):
    """The copies of a book's files beside its video, whose URL is `video`."""

    video: str
    files: tuple[Copied, ...]
