"""The outbox: events about books, stored until a webhook has received them.

An event is stored before the state that it announces, and marked as happened after it. If a program dies in between,
the object that makes the state shows whether the event happened: so none is lost, and none is sent that did not happen.
"""

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.model import Entry, Event, Failure, Subscription
from flickbook.errors import (
    Cancelled,
    InputError,
    NameRefused,
    SourceChanged,
    SourceDenied,
    SourceMissing,
    Superseded,
    WireError,
)
from flickbook.library.index import Index
from flickbook.storage import Store, shown
from flickbook.storage.store import Versioned

# After so many seconds, an event that did not happen is deleted.
UNPROVEN_SECONDS = 24 * 3600.0
# Nothing is known of the video, or its book's name.
_NO_REFUSALS = (SourceMissing, SourceDenied, SourceChanged, NameRefused)


class Stored(NamedTuple):
    """An event as it was read, and what is needed to replace it if nobody else has."""

    event: Event
    versioned: Versioned


class Outbox:
    """The events below an output URL. They are recorded while a program's subscription lasts."""

    def __init__(self, out: str) -> None:
        self._store = Store(out)
        self._index = Index(out)

    def subscription(self) -> Subscription | None:
        """Return the subscription; None if there is none, or a damaged one, which the next subscriber replaces."""
        data = self._store.get(layout.SUBSCRIPTION_KEY)
        with suppress(WireError):
            return None if data is None else wire.decode(data, Subscription, shown(layout.SUBSCRIPTION_KEY))
        return None

    def subscribe(self, subscription: Subscription) -> None:
        """Store a subscription in place of any other."""
        self._store.put(layout.SUBSCRIPTION_KEY, wire.encode(subscription))

    @contextmanager
    def announced(self, entry: Entry, key: str, data: bytes | None) -> Iterator[None]:
        """Announce the state of an entry around the write that makes it, which is the body of the `with`.

        The write stores `data` under a key, or deletes that object if `data` is None. If the object is so already, the
        state was announced when it was made, and is not announced again.
        """
        digest = _digest(data)
        event = None
        if self._wanted() and not self._is(key, digest):
            event = self._event(entry, key, digest, happened=False)
            # A program that died may have recorded it before the book was submitted again.
            same = [other for other in self.settle(entry.name) if other.is_of(event)]
            event = same[0] if same else event
            created = self._store.create(layout.event_key(event.id), wire.encode(event))
            if created and self._is(key, digest):
                # Another program has made this state since, and has announced it.
                self.delete(event)
                event = None
        try:
            yield
        except Superseded as error:
            # The object may be written, but the book has a newer plan. A book that was just cancelled is what it is.
            if event is not None and not isinstance(error, Cancelled):
                self.delete(event)
            raise
        if event is not None and self._is(key, digest):
            self._confirm(event)

    def announce_refusal(self, name: str, error: InputError, version: str) -> None:
        """Announce a refused video that leaves nothing in the store; `version` tells it from others of the name.

        The same version is the same event. An error that says nothing about the video is not announced.
        """
        if self._wanted() and not isinstance(error, _NO_REFUSALS):
            # The book's name replaces the video's URL, which not every reader may know.
            failure = Failure(type(error).__name__, str(type(error)(name, error.fault, error.remedy)))
            entry = Entry(name, "refused", "", added=0.0, failure=failure)
            event = self._event(entry, "", version, happened=True)
            self._store.create(layout.event_key(event.id), wire.encode(event))

    def settle(self, name: str) -> list[Event]:
        """Mark the events of a book that happened, before its state changes: later nothing would show it.

        Return those that did not happen.
        """
        begin = layout.event_key(_book_part(name)).removesuffix(".json")
        keys = [key for key in self.listing() if key.startswith(begin)] if self._wanted() else []
        found = [stored for key in keys if (stored := self.read(key)) is not None and not stored.event.happened]
        happened = [stored for stored in found if self.has_happened(stored.event)]
        for stored in happened:
            self.replace(replace(stored.event, happened=True), stored)
        return [stored.event for stored in found if stored not in happened]

    def has_happened(self, event: Event) -> bool:
        """Return whether an event is marked as happened, or the object that proves it is stored."""
        return event.happened or self._is(event.proof, event.digest)

    def listing(self) -> dict[str, str]:
        """List all events as key → version tag."""
        return self._store.list_folder(layout.EVENTS)

    def read(self, key: str) -> Stored | None:
        """Read an event; None if it is gone or damaged."""
        versioned = self._store.get_versioned(key)
        with suppress(WireError):
            return None if versioned is None else Stored(wire.decode(versioned.data, Event, shown(key)), versioned)
        return None

    def replace(self, event: Event, stored: Stored) -> bool:
        """Replace an event unless another program has replaced or deleted it. Return whether it was replaced."""
        return self._store.replace(layout.event_key(event.id), wire.encode(event), stored.versioned)

    def delete(self, event: Event) -> None:
        """Delete an event."""
        self._store.delete([layout.event_key(event.id)])

    def _wanted(self) -> bool:
        subscription = self.subscription()
        return subscription is not None and not subscription.gone and subscription.until > time.time()

    def _is(self, key: str, digest: str) -> bool:
        return _digest(self._store.get(key)) == digest

    def _event(self, entry: Entry, proof: str, digest: str, *, happened: bool) -> Event:
        previous = self._index.entry(entry.name)
        # By this time, two events differ that announce the same state, such as the cancellations of two orders.
        begun = 0.0 if previous is None else previous.begun
        distinct = f"{entry.name}\n{entry.state}\n{digest}\n{begun}"
        return Event(
            id=_book_part(entry.name) + hashlib.sha256(distinct.encode()).hexdigest()[:24],
            state=entry.state,
            name=entry.name,
            at=round(time.time(), 6),
            plan=entry.plan,
            duration=entry.duration,
            snippets=entry.snippets,
            failed=entry.failed,
            failure=entry.failure,
            proof=proof,
            digest=digest,
            happened=happened,
        )

    def _confirm(self, event: Event) -> None:
        """Mark an event as happened, now, unless it is marked or even received."""
        recorded, now = event.at, round(time.time(), 6)
        event = replace(event, happened=True, at=now)
        while (stored := self.read(layout.event_key(event.id))) is not None:
            if stored.event.happened or self.replace(event, stored):
                return
        if now - recorded > UNPROVEN_SECONDS / 2:
            # A program that died recorded it long ago, so it may have been deleted as one that did not happen.
            self._store.put(layout.event_key(event.id), wire.encode(event))


def _book_part(name: str) -> str:
    """Return the beginning of the ids of a book's events."""
    return f"evt_{hashlib.sha256(name.encode()).hexdigest()[:12]}"


def _digest(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()
