"""The task `flickbook.render`: some snippets of a job are made, and the rest goes to the end of the queue.

So films take turns. While nothing waits, half of what is left is sent as a job of its own, again and again, so that
idle workers share a film. A job that is at fault is tried again one snippet at a time.
"""

import logging
import threading
import time
from collections.abc import Sequence

from msgspec.structs import replace

from flickbook.core.model import Job, Snippet
from flickbook.engines.celery.dispatcher import lane_of
from flickbook.engines.celery.handler import Delivery, Parts, Result
from flickbook.engines.celery.queues import LONG, RENDER, SHORT
from flickbook.engines.celery.slots import Running
from flickbook.errors import DispatchFailed, FlickbookError, Superseded
from flickbook.library.book import Book
from flickbook.library.completion import failure_of, give_up, sign_attempt

# How often the broker is asked what waits. A job is shared no sooner, since the next may end it.
ASK_SECONDS = 0.5
# How often the store is asked whether a job is still wanted.
WANTED_SECONDS = 2.0
# So many snippets must be left of a job to be shared: each part begins with decoding from the keyframe before it.
LEAST_SHARED = 3

_log = logging.getLogger("flickbook")


class RenderTask:
    """Renders jobs."""

    name, kind, verb = RENDER, Job, "rendered"
    may_pass: tuple[type[FlickbookError], ...] = ()

    def __init__(self, parts: Parts) -> None:
        self._settings, self._slots, self._sender, self._metrics, _, self._short_waits = parts
        self._lock = threading.Lock()
        # What waited when the broker was asked last.
        self._waiting, self._asked = 0, 0.0
        # When a film had a time slice here last.
        self._film_at = 0.0

    def send(self, value: Job, attempt: int) -> None:
        """Send a job on."""
        self._sender.send([value], attempt)

    def send_again(self, value: Job, attempt: int) -> None:
        """Send a failed job one snippet at a time, so that a poisonous one takes no others down."""
        # Only these can have been begun.
        most = self._settings.engine.run_length
        begun, rest = value.snippets[:most], value.snippets[most:]
        self._sender.send([_part(value, (snippet,)) for snippet in begun], attempt)
        if rest:
            self._sender.send([_part(value, rest)])

    def pass_on(self, value: Job, attempt: int) -> bool:
        """Take apart what came back, and send a film to the end of its queue while something short waits."""
        if attempt > 1:
            if len(value.snippets) > 1:
                self.send_again(value, attempt)
            return len(value.snippets) > 1
        # A film has its time slice now and then, however much waits.
        recent = time.monotonic() - self._film_at <= self._settings.cluster.turn_seconds
        gives_way = recent and lane_of(value) == LONG and self._sender.depths()[SHORT] > 0
        if gives_way:
            self.send(value, attempt)
        return gives_way

    def attempt(self, delivery: Delivery[Job]) -> Result:
        """Work on a job for a time slice, and count what was made, whatever it ended with."""
        job = delivery.value
        try:
            done = self._slots.render(job, lambda running: self._watch(running, delivery))
        finally:
            if lane_of(job) == LONG:
                self._film_at = time.monotonic()
        if done is None:
            return Result("dropped", "ended")
        self._metrics.made(done.made)
        if done.error is not None:
            raise done.error
        own = {snippet.start for snippet in delivery.value.snippets}
        left = [snippet for snippet in done.left if snippet.start in own]
        if left:
            return Result("shared", "shared", _part(job, left))
        outcome = "done" if len(own) == len(job.snippets) else "shared"
        return Result(outcome, outcome)

    def note_last(self, value: Job, lost: FlickbookError | None) -> None:
        """Sign receipts of a failure that is not final."""
        if lost is not None:
            sign_attempt(value, lost, max(1, self._settings.cluster.tries - 1))

    def was_noted(self, value: Job, lost: FlickbookError) -> bool:
        """Return whether there is such a receipt."""
        receipt = Book(value.out, value.name).receipt(value.snippets[0])
        noted = replace(failure_of(lost), final=False)
        return receipt is not None and receipt.plan == value.plan and receipt.failure == noted

    def note_failure(self, value: Job, error: FlickbookError) -> None:
        """Sign receipts of a failed attempt."""
        sign_attempt(value, error)

    def note_end(self, value: Job, error: FlickbookError, attempts: int) -> None:
        """Sign final receipts of failure, and complete the book if they were the last."""
        give_up(value, failure_of(error), attempts)

    def _watch(self, running: Running, delivery: Delivery[Job]) -> None:
        """Release, shorten or cancel a job under way, as others need it; go on whatever is wrong with that."""
        try:
            if delivery.stale() or self._must_release(running):
                running.state.released = True
            else:
                self._share(running, delivery)
            if time.monotonic() - running.asked > WANTED_SECONDS:
                running.asked = time.monotonic()
                Book(running.job.out, running.job.name).check_current(running.job.plan)
        except Superseded:
            running.future.cancel()
        except DispatchFailed as error:
            _log.warning("%s", error)
        except FlickbookError as error:
            # The process that stores the pictures handles it.
            _log.debug("%s", error)
        except Exception:  # noqa: BLE001  # it is logged whole
            _log.exception("a worker could not watch a job; report it", extra=delivery.fields)

    def _must_release(self, running: Running) -> bool:
        if self._slots.emptying or running.seconds > self._settings.cluster.longest_turn:
            return True
        released = sum(one.state.released for one in self._slots.running())
        return lane_of(running.job) == LONG and self._short_waits() > released

    def _share(self, running: Running, delivery: Delivery[Job]) -> None:
        """Send half of what is left as a job of its own while nothing waits; else end the time slice in time."""
        left = running.left()
        over = running.seconds > self._settings.cluster.turn_seconds
        shareable = len(left) >= LEAST_SHARED and running.seconds > ASK_SECONDS
        if running.state.released or not (over or shareable):
            return
        with self._lock:
            if time.monotonic() - self._asked > ASK_SECONDS:
                depths = self._sender.depths()
                self._waiting, self._asked = depths[SHORT] + depths[LONG], time.monotonic()
            waiting = self._waiting
            # One job at a time, so that no more is sent than somebody may be idle for.
            self._waiting += 1 if not waiting and shareable else 0
        if waiting and over:
            running.state.released = True
        elif not waiting and shareable:
            given = left[-(len(left) // 2) :]
            running.state.limit = given[0].start
            self._sender.send([_part(running.job, given)])
            kept = [snippet for snippet in delivery.value.snippets if snippet.start < given[0].start]
            delivery.value = _part(running.job, kept)


def _part(job: Job, snippets: Sequence[Snippet]) -> Job:
    return replace(job, snippets=tuple(snippets))
