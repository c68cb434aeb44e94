"""The catalogue: a small card a book, all below one prefix, so that ten thousand books are one listing.

A card follows from plan and receipts, which stay the truth; only the refusal of a video stands nowhere else.
"""

import time
from collections.abc import Sequence

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.model import Card, Order, Outcome, Plan, State
from flickbook.errors import Cancelled, NameTaken, Superseded
from flickbook.outputs.gif import GIF
from flickbook.outputs.stills import STILLS
from flickbook.storage import Store, shown


class Catalogue:
    """The cards of the books below an output URL."""

    def __init__(self, out: str) -> None:
        self._store = Store(out)

    def check(self) -> None:
        """Raise StoreError or OutputError if the store cannot be read."""
        self._store.list_folder(layout.RESERVED)

    def card(self, name: str) -> Card | None:
        """Read a book's card, or None. Raises WireError for one that is not ours."""
        key = layout.card_key(name)
        data = self._store.get(key)
        # Whatever name is written in it, it is this book's.
        return None if data is None else replace(wire.decode(data, Card, f"{shown(self._store.url)}/{key}"), name=name)

    def note(self, card: Card) -> Card:
        """Write a book's card, and give it as written: what it does not say of times and orders is kept."""
        return self.restore(card.after(self.card(card.name)))

    def restore(self, card: Card) -> Card:
        """Write a book's card as it is given, and give it."""
        self._store.put(layout.card_key(card.name), wire.encode(card))
        return card

    def note_progress(self, card: Card) -> None:
        """Write what has become of a plan on its book's card, unless that tells of a later order without a plan."""
        held = self.card(card.name)
        if held is None or not held.unplanned:
            self.restore(card.after(held))

    def order(self, wanted: Order) -> Card:
        """Note on its card that a video is ordered and waits; the order stands there as it is to be sent.

        Raises NameTaken if its book's name is another video's.
        """
        held = self.card(wanted.name)
        if held is not None and held.source != wanted.source:
            where, fault = f"{shown(self._store.url)}/{wanted.name}", f"is the book of {shown(held.source)} already"
            raise NameTaken(where, fault, f"choose another --out for {shown(wanted.source)}")
        now = round(time.time(), 3)
        card = held or Card(wanted.name, "waiting", wanted.source, added=now)
        if card.order is not None and card.order != wanted:
            # It is the later one, whatever the clocks of those who order say.
            wanted = replace(wanted, at=max(wanted.at, round(card.order.at + 0.001, 3)))
        return self.note(replace(card, state="waiting", failure=None, begun=now, order=wanted))

    def check_wanted(self, order: Order) -> Card:
        """Give the card of a video that was ordered, if this is the order that counts.

        Raises Cancelled if the video is wanted no more, as it is without a card: then it was deleted. Raises Superseded
        if it was ordered anew.
        """
        held = self.card(order.name)
        where = f"{shown(self._store.url)}/{order.name}"
        if held is None or held.state == "cancelled":
            raise Cancelled(where, "was cancelled", "submit its video again to go on")
        if held.order is not None and order.at < held.order.at:
            raise Superseded(where, "was ordered anew", "nothing is to be done, the newer order is filled")
        return held

    def drop(self, name: str) -> None:
        """Remove a book's card, if there is one."""
        self._store.delete([layout.card_key(name)])

    def names(self, after: str = "", search: str = "") -> list[str]:
        """List the books that have a card by name, in the order of code points.

        Only those after a name, and only those that have the text in their name, in whatever case.
        """
        # A key ends in `.json`, so keys are in another order than names: `a b.json` comes before `a.json`.
        # But whatever name comes after another, its key comes after that name.
        keys = self._store.list_all(layout.CARDS, f"{layout.CARDS}/{after}" if after else "")
        names = (key[len(layout.CARDS) + 1 : -len(".json")] for key in keys if key.endswith(".json"))
        wanted = search.casefold()
        return sorted(name for name in names if name > after and wanted in name.casefold())


def card_of(plan: Plan, receipts: Sequence[Outcome], state: State, begun: float = 0.0) -> Card:
    """Make a book's card from its plan and the plan's receipts."""
    made = [receipt for receipt in receipts if receipt.ok]
    poster, gif = _pictures(plan, made)
    return Card(
        name=plan.name,
        state=state,
        source=plan.source.url,
        added=round(time.time(), 3),
        begun=round(begun, 3),
        plan=plan.id,
        duration=float(plan.video.duration),
        snippet=plan.recipe.snippet,
        snippets=len(plan.snippets),
        done=len(made),
        failed=sum(not receipt.ok and receipt.settled for receipt in receipts),
        poster=poster,
        gif=gif,
    )


def _pictures(plan: Plan, made: Sequence[Outcome]) -> tuple[str | None, str | None]:
    """Return the keys of a still and of a GIF of the snippet that is nearest to the video's middle."""
    if not made:
        return None, None
    centre = plan.snippets[len(plan.snippets) // 2].start
    nearest = min((receipt.snippet for receipt in made), key=lambda snippet: abs(snippet.start - centre))
    poster, gif = (
        output.preview(plan.name, nearest) if output.name in plan.recipe.outputs else None for output in (STILLS, GIF)
    )
    return poster, gif
