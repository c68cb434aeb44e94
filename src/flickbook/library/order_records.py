"""The order records: what was asked for last of each book, and what became of that.

A record says what stands nowhere else: that a video waits, why it was refused, and which plan an order has.
"""

import time

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.model import Failure, LegacyEntry, Order, OrderRecord
from flickbook.errors import Cancelled, NameTaken, Superseded
from flickbook.library.index import Index
from flickbook.storage import Store, shown


class Orders:
    """The order records below an output URL. Each change is shown by the index too."""

    def __init__(self, out: str) -> None:
        self._store = Store(out)
        self._index = Index(out)

    def record(self, name: str) -> OrderRecord | None:
        """Return the record of a book's last order, or None. Raises WireError for a document that is none."""
        key = layout.order_key(name)
        data = self._store.get(key)
        if data is not None:
            return wire.decode(data, OrderRecord, f"{shown(self._store.url)}/{key}")
        key = layout.entry_key(name)
        data = self._store.get(key)
        return None if data is None else wire.decode(data, LegacyEntry, f"{shown(self._store.url)}/{key}").record()

    def write(self, record: OrderRecord) -> None:
        """Write a record, and show in the index what it says."""
        self.write_unseen(record)
        self._index.note_order(record)

    def write_unseen(self, record: OrderRecord) -> None:
        """Write a record only: the index says already what there is to say."""
        self._store.put(layout.order_key(record.order.name), wire.encode(record))

    def place(self, wanted: Order) -> Order:
        """Record that a video is ordered and waits, and return the order as it is to be sent.

        Raises NameTaken if its book's name is another video's.
        """
        held, entry = self.record(wanted.name), self._index.entry(wanted.name)
        if entry is not None and entry.plan and not self._store.has(f"{wanted.name}/{layout.PLAN_KEY}"):
            # Somebody deleted the book by hand: its name is free.
            self.delete(wanted.name)
        elif entry is not None and entry.source != wanted.source:
            where, fault = f"{shown(self._store.url)}/{wanted.name}", f"is the book of {shown(entry.source)} already"
            raise NameTaken(where, fault, f"choose another --out for {shown(wanted.source)}")
        if held is not None and held.order != wanted:
            # It is the later one, whatever the clocks of those who order say.
            wanted = replace(wanted, at=max(wanted.at, round(held.order.at + 0.001, 3)))
        self.write(OrderRecord(wanted))
        return wanted

    def check_wanted(self, order: Order) -> OrderRecord:
        """Return the record of a video that was ordered, if this is the order that counts.

        Raises Cancelled if the video is wanted no more, as it is without a record: then it was deleted. Raises
        Superseded if it was ordered anew.
        """
        held = self.record(order.name)
        where = f"{shown(self._store.url)}/{order.name}"
        if held is None or held.state == "cancelled":
            raise Cancelled(where, "was cancelled", "submit its video again to go on")
        if order.at < held.order.at:
            raise Superseded(where, "was ordered anew", "nothing is to be done, the newer order is filled")
        return held

    def note_planned(self, order: Order, plan: str) -> None:
        """Record the id of the plan that fills an order, whose jobs are sent now."""
        self.write_unseen(OrderRecord(order, "planned", plan, begun=round(time.time(), 3)))

    def note_failure(self, order: Order, failure: Failure | None, *, final: bool) -> None:
        """Record why an order is refused, or how an attempt at it failed, unless another video or order counts now."""
        held = self.record(order.name)
        # Without one it was deleted, and what was ordered anew is not at fault.
        if held is None or held.order.source != order.source or held.order.at > order.at:
            return
        self.write(replace(held, state="refused" if final else "waiting", failure=failure))

    def reopen(self, order: Order) -> None:
        """Have a video that was refused wait again, because it is to be looked at again."""
        held = self.record(order.name)
        if held is not None and held.state == "refused" and held.order.source == order.source:
            self.write(replace(held, state="waiting", failure=None))

    def delete(self, name: str) -> None:
        """Delete a book's record, and its index entry."""
        self._store.delete([layout.order_key(name)])
        self._index.delete(name)

    def names(self) -> list[str]:
        """List the books that have a record of this Flickbook."""
        keys = self._store.list_all(layout.ORDERS)
        return [key[len(layout.ORDERS) + 1 : -len(".json")] for key in keys if key.endswith(".json")]
