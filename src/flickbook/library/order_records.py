"""The order records: the last order of each book, and its state.

Only a record says that a video waits for its plan, why it was refused, and which plan belongs to an order.
"""

import time

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.model import Entry, Failure, LegacyEntry, Order, OrderRecord
from flickbook.errors import Cancelled, NameTaken, Superseded
from flickbook.library.index import Index
from flickbook.library.outbox import Outbox
from flickbook.storage import Store, is_same, shown


class Orders:
    """The order records below an output URL. `write` updates the index too."""

    def __init__(self, out: str) -> None:
        self._store = Store(out)
        self._index = Index(out)
        self._outbox = Outbox(out)

    def record(self, name: str) -> OrderRecord | None:
        """Return the record of a book's last order, or None. Raises WireError for a document that is not a record."""
        key = layout.order_key(name)
        data = self._store.get(key)
        if data is not None:
            return wire.decode(data, OrderRecord, f"{shown(self._store.url)}/{key}")
        # Version 1 stored the order in the index entry.
        key = layout.entry_key(name)
        data = self._store.get(key)
        return None if data is None else wire.decode(data, LegacyEntry, f"{shown(self._store.url)}/{key}").record()

    def write(self, record: OrderRecord) -> None:
        """Write a record, and its state into the index entry."""
        self._put(record)
        self._index.note_order(record)

    def refuse(self, record: OrderRecord, failure: Failure | None) -> None:
        """Write that a record's order is refused, and why, and announce it."""
        refused = replace(record, state="refused", failure=failure)
        order = record.order
        entry = Entry(order.name, "refused", order.source, added=0.0, plan=record.plan, failure=failure)
        with self._outbox.announced(entry, layout.order_key(order.name), wire.encode(refused)):
            self.write(refused)

    def place(self, wanted: Order) -> Order:
        """Record a waiting order, and return it as it must be sent, with its time adjusted.

        Raises NameTaken if the book's name belongs to another video.
        """
        self._outbox.settle(wanted.name)
        record, entry = self.record(wanted.name), self._index.entry(wanted.name)
        if entry is not None and entry.plan and not self._store.has(f"{wanted.name}/{layout.PLAN_KEY}"):
            # A person deleted the book's files: the name is free.
            self.delete(wanted.name)
        elif entry is not None and not is_same(entry.source, wanted.source):
            where, fault = f"{shown(self._store.url)}/{wanted.name}", f"is the book of {shown(entry.source)} already"
            raise NameTaken(where, fault, f"choose another --out for {shown(wanted.source)}")
        elif record is not None and record.state == "planned" and record.order == wanted:
            # The same order is sent again, and has a plan by now.
            return wanted
        if record is not None and record.order != wanted:
            # A new order is later than the recorded one, even if the clocks of two machines disagree.
            wanted = replace(wanted, at=max(wanted.at, round(record.order.at + 0.001, 3)))
        self.write(OrderRecord(wanted))
        return wanted

    def check_wanted(self, order: Order) -> OrderRecord:
        """Return the record of an order that is still the book's last.

        Raises Superseded if there is a later order, Cancelled if the order was cancelled or its record deleted.
        """
        record = self.record(order.name)
        where = f"{shown(self._store.url)}/{order.name}"
        if record is None or record.state == "cancelled":
            raise Cancelled(where, "was cancelled", "submit its video again to go on")
        if order.at < record.order.at:
            raise Superseded(where, "was ordered again", "nothing to do: the newer order is carried out")
        return record

    def note_planned(self, order: Order, plan: str) -> None:
        """Record the id of an order's plan, whose jobs are sent now. The planner writes the index entry."""
        self._put(OrderRecord(order, "planned", plan, begun=round(time.time(), 3)))

    def note_failure(self, order: Order, failure: Failure | None, *, final: bool) -> None:
        """Record why an order is refused or, unless `final`, how an attempt at it failed.

        Nothing is recorded if the book was deleted or cancelled, or its last order is a later one or another video's.
        """
        record = self.record(order.name)
        if record is None or record.order.source != order.source or record.order.at > order.at:
            return
        if record.state == "cancelled":
            return
        if final:
            self.refuse(record, failure)
        elif record.plan:
            # A second copy of the order failed. The jobs of the order are sent, and the index entry shows them.
            self._put(replace(record, state="planned", failure=failure))
        else:
            self.write(replace(record, state="waiting", failure=failure))

    def note_cancelled(self, order: Order) -> None:
        """Record that an order was cancelled while its plan was being recorded."""
        record = self.record(order.name)
        if record is not None and record.order == order:
            self._put(replace(record, state="cancelled"))

    def reopen(self, order: Order) -> None:
        """Record that a refused order is tried again: it is waiting, or planned if it has a plan."""
        record = self.record(order.name)
        if record is not None and record.state == "refused" and record.order.source == order.source:
            self.write(replace(record, state="planned" if record.plan else "waiting", failure=None))

    def delete(self, name: str) -> None:
        """Delete a book's order record and index entry."""
        self._outbox.settle(name)
        self._store.delete([layout.order_key(name)])
        self._index.delete(name)

    def names(self) -> list[str]:
        """List the names of all books that have an order record; those of version 1 are not included."""
        keys = self._store.list_all(layout.ORDERS)
        return [key[len(layout.ORDERS) + 1 : -len(".json")] for key in keys if key.endswith(".json")]

    def _put(self, record: OrderRecord) -> None:
        self._store.put(layout.order_key(record.order.name), wire.encode(record))
