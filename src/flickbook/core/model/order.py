"""A request to make a book, what became of it, and what a list of videos shows of the book."""

import time
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from flickbook.core.model.plan import Recipe
from flickbook.core.model.receipt import Failure

State = Literal["waiting", "making", "complete", "partial", "refused", "cancelled"]


class Order(Struct, frozen=True):
    """A request to make a book, with all that a planner on any machine needs.

    `source` is the video's URL, `name` the book's name, `out` the output URL without the name. `afresh` deletes what
    was made before. `at` is the time of the order in seconds since 1970; the later of two orders of a book counts.
    """

    source: str
    name: str
    recipe: Recipe
    out: str
    afresh: bool = False
    at: float = field(default_factory=lambda: round(time.time(), 3))


class OrderRecord(Struct, frozen=True):
    """The last order of a book, and what became of it.

    The order is `waiting` until a planner stores the plan (`planned`) or refuses the order because of `failure`
    (`refused`). `plan` is the plan's id, `begun` the time in seconds since 1970 at which its jobs were sent. In
    an order that is waiting or planned, `failure` describes a failed attempt to plan it, or to plan a copy of it.
    """

    order: Order
    state: Literal["waiting", "planned", "refused", "cancelled"] = "waiting"
    plan: str = ""
    begun: float = 0.0
    failure: Failure | None = None

    def fills(self, order: Order) -> bool:
        """Return whether an order, or a later order of the same book, has a plan."""
        return bool(self.plan) and self.order.at >= order.at


class Entry(Struct, frozen=True):
    """What a list of videos shows of one book, derived from its order record, plan and receipts.

    `state` is `waiting` while the last order has no plan, and `refused` if `failure` says why it gets none. `added`
    (when the entry was first written) and `begun` (when jobs were last sent) are in seconds since 1970, `duration` and
    `snippet` in seconds. `poster` is the key of the poster, or of a still near the video's middle; `gif` that
    of a GIF there. `storyboard` is the key of the WebVTT of a finished book's tiles.
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
    storyboard: str | None = None


class LegacyEntry(Struct, frozen=True):
    """What earlier versions stored: index entry and order record in one document.

    `filled` is the time in seconds since 1970 of the last order that has a plan.
    """

    state: str
    plan: str = ""
    begun: float = 0.0
    failure: Failure | None = None
    order: Order | None = None
    filled: float = 0.0

    def record(self) -> OrderRecord | None:
        """Return the order record in this document; None if it has no order."""
        if self.order is None:
            return None
        planned = OrderRecord(self.order, "planned", self.plan, self.begun)
        record = planned if self.filled >= self.order.at else OrderRecord(self.order, failure=self.failure)
        if self.state == "refused":
            return replace(record, state="refused", failure=self.failure)
        return replace(record, state="cancelled") if self.state == "cancelled" else record
