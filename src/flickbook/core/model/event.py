"""What a webhook is told of: events, and that a program wants them."""

from msgspec import Struct

from flickbook.core.model.order import State
from flickbook.core.model.receipt import Failure


class Event(Struct, frozen=True):
    """What became of a book at the time `at`, in seconds since 1970, and how far its delivery to a webhook is.

    It is written before the state that it announces. The object whose write makes the state has the key `proof`, and
    then the SHA-256 `digest`; an empty digest means that the object is deleted then. `happened` says that the state is
    known to be stored. `attempts` to deliver it were begun, the last one failed with `error`, and `due` is the time of
    the next. `duration` is in seconds.
    """

    id: str
    state: State
    name: str
    at: float
    plan: str = ""
    duration: float | None = None
    snippets: int = 0
    failed: int = 0
    failure: Failure | None = None
    proof: str = ""
    digest: str = ""
    happened: bool = False
    attempts: int = 0
    due: float = 0.0
    error: str = ""

    def is_of(self, other: "Event") -> bool:
        """Return whether two events announce the same state of a book, made by the same write."""
        return (self.name, self.state, self.proof, self.digest) == (other.name, other.state, other.proof, other.digest)


class Subscription(Struct, frozen=True):
    """That events of the books below an output URL are wanted, until a time in seconds since 1970.

    `gone` is the SHA-256 of the URL of a webhook that answered 410 Gone: it wants no more events.
    """

    until: float
    gone: str = ""
