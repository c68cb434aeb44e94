"""What came of a snippet: its stored files, what they took, or why there are none."""

from fractions import Fraction
from typing import Literal

from msgspec import Struct

from flickbook.model.plan import Snippet

MediaType = Literal["image/gif", "image/jpeg"]
Kind = Literal["gif", "still", "sheet"]


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


class Outcome(Struct, frozen=True):
    """What came of a snippet, without the list of its files: as much of a receipt as a view of a book needs."""

    plan: str
    snippet: Snippet
    timing: Timing | None = None
    failure: Failure | None = None

    @property
    def ok(self) -> bool:
        """Whether the page is stored."""
        return self.failure is None

    @property
    def settled(self) -> bool:
        """Whether this is the last word: the page is stored, or nobody will try again unasked."""
        return self.failure is None or self.failure.final


class Receipt(Outcome, frozen=True):
    """Proof that a snippet's page is stored, or the reason why it is not.

    `decoded` counts the frames the decoder put out for it, `damaged` the packets it could not read,
    `attempt` how often it was tried, from 1.
    """

    artifacts: tuple[Artifact, ...] = ()
    decoded: int = 0
    damaged: int = 0
    attempt: int = 1
