"""Deliver events: post each that is due, and try again for a day.

Several programs may deliver from one outbox. Each attempt is first noted in the event, by a conditional write, so that
usually only one program makes it. An event may still arrive twice, with the same id, as the specification allows.
"""

import hashlib
import logging
import random
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import NamedTuple

from msgspec.structs import replace

from flickbook.core.layout import event_key
from flickbook.core.model import Event, Subscription
from flickbook.core.settings import Webhook
from flickbook.errors import SourceDenied
from flickbook.library.outbox import UNPROVEN_SECONDS, Outbox
from flickbook.storage import is_outside
from flickbook.webhooks.standard import body_of, headers_for, host_of, keys_of

DAY = 24 * 3600.0
# The pauses between attempts: those of the specification's example within a day, and one more that fills the day.
PAUSES = (5.0, 300.0, 1800.0, 7200.0, 18_000.0, 36_000.0, 23_000.0)
# Each pause is changed by up to this part at random, so that many events are not tried again at the same moment.
JITTER = 0.1
# Longer than an attempt may take. If its program has died, another makes the next attempt after so many seconds.
ATTEMPT_SECONDS = 120.0
# A program marks an event as happened within a moment. After so many seconds it must have died before.
CONFIRM_SECONDS = 60.0
# Further events are left to the next pass.
PASS_SECONDS = 60.0
# How long an event is kept that was given up, and how long programs record events after the last delivery.
KEPT_SECONDS = 7 * DAY
# An older event that was attempted is deleted after the next failure, however few its attempts were: programs that
# deliver only now and then would never give it up.
OLDEST_SECONDS = DAY + KEPT_SECONDS

_log = logging.getLogger("flickbook")


class Pass(NamedTuple):
    """The counts of a pass: events delivered, failed attempts, and events given up; and those that are left.

    `fresh` of them are just being recorded.
    """

    delivered: int = 0
    failed: int = 0
    given_up: int = 0
    waiting: int = 0
    fresh: int = 0


class Deliverer:
    """Delivers the events below an output URL to the webhook of the settings. Threads may share it."""

    def __init__(self, settings: Webhook, out: str, clock: Callable[[], float] = time.time) -> None:
        """Raise UsageError for an invalid secret or URL."""
        self.out = out
        self._url = settings.url
        self._digest = hashlib.sha256(settings.url.encode()).hexdigest()
        self._keys = keys_of(settings.secret)
        self._may_visit = _anywhere if settings.allow_private else is_outside
        self._host = host_of(settings.url)
        self._outbox = Outbox(out)
        self._clock = clock
        self._lock = threading.Lock()
        # What was read, each with the store's version tag.
        self._known: dict[str, tuple[str, Event]] = {}
        # The webhook asked for no attempt before this time.
        self._not_before = 0.0

    def subscribe(self, *, again: bool = False) -> bool:
        """Have events recorded; return whether the webhook wants them. `again` is for one that answered 410 Gone."""
        found, now = self._outbox.subscription(), self._clock()
        if found is not None and found.gone == self._digest and not again:
            return False
        if found is None or found.gone or found.until < now + KEPT_SECONDS - DAY:
            self._outbox.subscribe(Subscription(until=round(now + KEPT_SECONDS, 3)))
        return True

    def events(self) -> list[Event]:
        """Return all events, the oldest first."""
        listed = self._outbox.listing()
        known = {key: value for key, value in self._known.items() if listed.get(key) == value[0]}
        for key, tag in listed.items():
            stored = self._outbox.read(key) if key not in known else None
            if stored is not None:
                known[key] = tag, stored.event
        self._known = known
        return sorted((event for _, event in known.values()), key=lambda event: event.at)

    def deliver(self, *, now: bool = False, only_new: bool = False) -> Pass:
        """Deliver what is due, and delete what is too old.

        `now` delivers all events, also those that were given up, and `only_new` those that were not attempted yet.
        Stops at the first failed attempt: an endpoint that is down is asked once in a pass. Raises StoreError or
        OutputError.
        """
        with self._lock:
            if not self.subscribe(again=now) or (self._clock() < self._not_before and not now):
                return Pass(waiting=len(self.events()))
            outcomes = Counter(self._handle_all(now=now, only_new=only_new))
            fresh = sum(self._is_fresh(event) for _, event in self._known.values())
            return Pass(outcomes["delivered"], outcomes["failed"], outcomes["given_up"], len(self._known), fresh)

    def deliver_fresh(self, seconds: float = 5.0) -> None:
        """Deliver at the end of a run, and wait some seconds for events that other programs are just recording."""
        deadline = time.monotonic() + seconds
        while self.deliver().fresh and time.monotonic() < deadline:
            time.sleep(0.1)

    def _handle_all(self, *, now: bool, only_new: bool) -> Iterator[str]:
        """Attempt what is due, and yield the outcome of each attempt."""
        begun = time.monotonic()
        # Those with fewest attempts first: an event that always fails delays no other.
        for event in sorted(self.events(), key=lambda event: (event.attempts, event.at)):
            if time.monotonic() - begun > PASS_SECONDS or (only_new and event.attempts):
                return
            if (event.due <= self._clock() or now) and self._is_to_be_sent(event, now=now):
                outcome = self._attempt(event)
                if outcome:
                    yield outcome
                if outcome in ("failed", "given_up"):
                    if not now:
                        self._delete_oldest()
                    return

    def _delete_oldest(self) -> None:
        for _, event in list(self._known.values()):
            if 0 < event.attempts <= len(PAUSES) and self._clock() - event.at > OLDEST_SECONDS:
                self._delete(event)

    def _is_to_be_sent(self, event: Event, *, now: bool) -> bool:
        """Return whether an event has happened and is not given up; delete it if that is so for long."""
        if event.attempts > len(PAUSES):
            if not now:
                self._delete(event)
            return now
        if event.happened or (not self._is_fresh(event) and self._outbox.has_happened(event)):
            return True
        if self._clock() - event.at > UNPROVEN_SECONDS:
            self._delete(event)
        return False

    def _is_fresh(self, event: Event) -> bool:
        """Return whether the program that recorded an event may be about to mark it as happened."""
        return not event.happened and self._clock() - event.at < CONFIRM_SECONDS

    def _delete(self, event: Event) -> None:
        self._outbox.delete(event)
        del self._known[event_key(event.id)]

    def _attempt(self, event: Event) -> str:
        """Attempt to deliver an event, and return the outcome; an empty text if another program attempts it."""
        stored = self._outbox.read(event_key(event.id))
        due = round(self._clock() + ATTEMPT_SECONDS, 3)
        claimed = replace(event, happened=True, attempts=event.attempts + 1, due=due)
        if stored is None or stored.event != event or not self._outbox.replace(claimed, stored):
            return ""
        fault = self._post(claimed)
        if fault is not None:
            return self._note_failure(claimed, fault)
        self._delete(claimed)
        return "delivered"

    def _post(self, event: Event) -> "_Fault | None":
        """Make an attempt, and return why it failed, or None."""
        from flickbook.storage.http_client import post  # imports urllib3, which takes 0.07 s

        body = body_of(event)
        headers = headers_for(event.id, body, self._clock(), self._keys)
        try:
            answer = post(self._url, headers, body, self._may_visit)
        except SourceDenied:
            return _Fault(f"{self._host} resolves to a private address; FLICKBOOK_WEBHOOK_ALLOW_PRIVATE=true allows it")
        except (OSError, ValueError) as error:
            return _Fault(f"{self._host} did not answer ({error})")
        if HTTPStatus.OK <= answer.status < HTTPStatus.MULTIPLE_CHOICES:
            return None
        wait = _seconds_in(answer.headers.get("Retry-After", ""), self._clock())
        return _Fault(f"{self._host} answered {answer.status}", wait, gone=answer.status == HTTPStatus.GONE)

    def _note_failure(self, event: Event, fault: "_Fault") -> str:
        """Note a failed attempt and the time of the next, and return the outcome."""
        now, over = self._clock(), event.attempts > len(PAUSES)
        pause = KEPT_SECONDS if over else PAUSES[event.attempts - 1] * random.uniform(1 - JITTER, 1 + JITTER)  # noqa: S311
        pause = max(pause, fault.wait)
        if fault.wait:
            self._not_before = now + fault.wait
        stored = self._outbox.read(event_key(event.id))
        if stored is not None:
            self._outbox.replace(replace(event, due=round(now + pause, 3), error=fault.text), stored)
        then = "it is given up" if over else f"the next attempt is due in {pause:.0f} s"
        if fault.gone:
            self._outbox.subscribe(Subscription(until=round(now + KEPT_SECONDS, 3), gone=self._digest))
            then = "no event is recorded or sent until its URL changes or `flickbook webhooks --send` is run"
        _log.warning("webhook: %s is %s, but %s; %s", event.name, event.state, fault.text, then)
        return "given_up" if over else "failed"


class _Fault(NamedTuple):
    """Why an attempt failed, and for how many seconds the webhook asks to wait; `gone` if it wants no more events."""

    text: str
    wait: float = 0.0
    gone: bool = False


def _anywhere(address: str) -> bool:  # noqa: ARG001  # as `is_outside`
    return True


def _seconds_in(text: str, now: float) -> float:
    """Return for how long a Retry-After header asks to wait, a day at most; 0 for an absent or invalid one."""
    try:
        date = parsedate_to_datetime(text) if not text.strip().isdecimal() else None
    except (ValueError, OverflowError):
        return 0.0
    seconds = float(text) if date is None else (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - now
    return min(DAY, max(0.0, seconds))
