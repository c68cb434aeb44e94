"""What a list of videos shows of a book."""

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from flickbook.core.model.plan import Order
from flickbook.core.model.receipt import Failure

State = Literal["waiting", "making", "complete", "partial", "refused", "cancelled"]


class Card(Struct, frozen=True):
    """What a list of videos shows of one book; derived, so that a list need not open the books.

    `state` is `waiting` before there is a plan, `refused` if `failure` says why there is nothing more to come, and
    `cancelled` if somebody wanted no more.
    `added` and `begun` (when its snippets were last sent to be made) are in seconds since 1970, `duration` and
    `snippet` in seconds; `poster` and `gif` are the keys of pictures in the middle, or of what is there. `order` is
    the last one that was given, and `filled` when the last one was given of which there is a plan.
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
    order: Order | None = None
    filled: float = 0.0

    def after(self, held: "Card | None") -> "Card":
        """Give it as it follows the one before, from which it has what it does not say of times and orders."""
        if held is None:
            return self
        order, filled = self.order or held.order, max(self.filled, held.filled)
        return replace(self, added=held.added, begun=self.begun or held.begun, order=order, filled=filled)

    def fills(self, order: Order) -> bool:
        """Tell whether there is a plan for an order, or for a later one."""
        return self.filled >= order.at

    @property
    def unplanned(self) -> bool:
        """Whether it tells of an order without a plan, and so of nothing that was ordered before."""
        told = self.state in ("waiting", "refused", "cancelled")
        return told and self.order is not None and not self.fills(self.order)
