"""The index entry of a book: what a list of videos shows of it."""

from typing import Literal

from msgspec import Struct

from flickbook.core.model.receipt import Failure

State = Literal["waiting", "making", "complete", "partial", "refused", "cancelled"]


class Entry(Struct, frozen=True):
    """What a list of videos shows of one book, derived from its order record, plan and receipts.

    `state` is `waiting` while the last order has no plan, and `refused` if `failure` says why it gets none. `added`
    (when the entry was first written) and `begun` (when snippets were last sent to be made) are in seconds since 1970,
    `duration` and `snippet` in seconds. `poster` and `gif` are the keys of pictures near the video's middle.
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
