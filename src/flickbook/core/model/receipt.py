"""What came of a snippet: its stored files, what they took, or why there are none."""

from fractions import Fraction

from msgspec import Struct, field

from flickbook.core.model.plan import Snippet


class Artifact(Struct, frozen=True):
    """One stored file: `key` is relative to the book, `digest` is the SHA-256 in hex.

    `output` names the output that made it, `kind` says what it is: `gif`, `still`, `sheet` or a word of its output's.
    The window `[start, end)` is in seconds on the viewer's clock. `frames` are a GIF's frames or a sheet's tiles.
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


class Timing(Struct, frozen=True):
    """When a snippet was begun, in seconds since 1970, and the wall and processor seconds that it took.

    `steps` holds wall seconds by step: `decode`, the name of each output, and `store`.
    """

    begun: float
    wall: float
    cpu: float
    steps: dict[str, float] = field(default_factory=dict)


class Failure(Struct, frozen=True):
    """Why a snippet could not be made: the error's class and its one-line message.

    One that is not `final` will be tried again by whoever carries the job.
    """

    error: str
    message: str
    final: bool = True


class Outcome(Struct, frozen=True):
    """What came of a snippet, without the list of its files: as much of a receipt as a view of a book needs.

    `made` maps the name of each output whose files are stored to its identity, see `planning.identities`.
    """

    plan: str
    snippet: Snippet
    timing: Timing | None = None
    failure: Failure | None = None
    made: dict[str, str] = field(default_factory=dict)

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
