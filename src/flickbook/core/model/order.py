"""A request to make a book, and what became of it."""

import time
from typing import Literal

from msgspec import Struct, field

from flickbook.core.model.plan import Recipe
from flickbook.core.model.receipt import Failure


class Order(Struct, frozen=True):
    """What is to be made of which video: all that a planner anywhere needs.

    `source` is the video's URL, `name` the book's, `out` the output URL without it. `afresh` deletes what was
    made before. `at` is when it was given, in seconds since 1970: of two orders of one book the later counts.
    """

    source: str
    name: str
    recipe: Recipe
    out: str
    afresh: bool = False
    at: float = field(default_factory=lambda: round(time.time(), 3))


class OrderRecord(Struct, frozen=True):
    """The last order of a book, and what became of it.

    It is `waiting` until a planner has stored the plan (`planned`: the plan's id is `plan`, `begun` the time at which
    its jobs were sent, in seconds since 1970), or has `refused` it because of `failure`. A `failure` of an order that
    is waiting tells of an attempt that did not end.
    """

    order: Order
    state: Literal["waiting", "planned", "refused", "cancelled"] = "waiting"
    plan: str = ""
    begun: float = 0.0
    failure: Failure | None = None

    def fills(self, order: Order) -> bool:
        """Return whether there is a plan for an order, or for a later one."""
        return self.state == "planned" and self.order.at >= order.at


class Card(Struct, frozen=True):
    """What an earlier Flickbook stored of a book: its index entry and its last order in one.

    `filled` is when the last order was given of which there is a plan, in seconds since 1970.
    """

    state: str
    plan: str = ""
    begun: float = 0.0
    failure: Failure | None = None
    order: Order | None = None
    filled: float = 0.0

    def record(self) -> OrderRecord | None:
        """Return the order record that it stands for; None without an order."""
        if self.order is None:
            return None
        if self.filled >= self.order.at:
            return OrderRecord(self.order, "planned", self.plan, self.begun)
        if self.state in ("refused", "cancelled"):
            return OrderRecord(self.order, "refused" if self.state == "refused" else "cancelled", failure=self.failure)
        return OrderRecord(self.order, failure=self.failure)
