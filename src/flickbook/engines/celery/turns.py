"""A worker's turn at a job: some of its snippets are made, and what is left goes to the end of the queue.

So films take turns. A job that is at fault is tried again one snippet at a time, and in the end buried: its snippets
get receipts of failure, and the job becomes a dead letter.

A worker that dies takes others' jobs with it, and a broker that was away gives out again all that it gave out before.
So a last attempt is made with nothing else in the worker, and noted; only what comes back from there is at fault.
"""

import logging
import time
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from flickbook.core import wire
from flickbook.core.model import Job, Snippet
from flickbook.core.planning import runs
from flickbook.engines.celery.dispatcher import CeleryDispatcher, lane_of
from flickbook.engines.celery.hunger import Hunger
from flickbook.engines.celery.logs import log_end, told
from flickbook.engines.celery.patience import Patience, may_pass
from flickbook.engines.celery.queues import LONG, RENDER, SHORT
from flickbook.engines.celery.slot_process import Turn
from flickbook.engines.celery.slots import Slots
from flickbook.engines.celery.worker_metrics import Metrics
from flickbook.engines.configuration import Settings
from flickbook.errors import FlickbookError, Superseded, WorkerCrashed, as_ours
from flickbook.library.book import Book
from flickbook.library.completion import failure_of, give_up, set_back
from flickbook.storage import shown

_log = logging.getLogger("flickbook")


class Delivery(NamedTuple):
    """How a message came: which attempt it is, counting those of which nobody told the end.

    `stale` tells whether the broker has taken the message back meanwhile, so that somebody else has it, and `begun` is
    when it came, on the monotonic clock.
    """

    attempt: int
    stale: Callable[[], bool]
    begun: float


class Turns:
    """Takes turns at jobs in a worker's slots."""

    def __init__(
        self,
        settings: Settings,
        slots: Slots,
        sender: CeleryDispatcher,
        hunger: Hunger,
        metrics: Metrics,
        patience: Patience,
    ) -> None:
        self._settings = settings.cluster
        self._most = settings.engine.run_length
        self._slots = slots
        self._sender = sender
        self._hunger = hunger
        self._metrics = metrics
        self._patience = patience
        # When a film had a turn here last.
        self._film_at = 0.0

    def take(self, job: Job, delivery: Delivery) -> None:
        """Take a turn at a job, and see to all that may come of it. Raises DispatchFailed if the broker is away."""
        if self._patience.stopping:
            self._sender.send([job], delivery.attempt)
        elif delivery.attempt > 1 and len(job.snippets) > 1:
            self._take_apart(job, delivery.attempt)
        elif delivery.attempt > self._settings.tries and self._came_back(job):
            self._bury(job, delivery, _lost(job), self._settings.tries)
        elif delivery.attempt == 1 and self._gives_way(job):
            self._sender.send([job])
        else:
            self._take(job, delivery)

    def _gives_way(self, job: Job) -> bool:
        """Tell whether a film is to go to the end of its queue because something short waits; never for a whole turn.

        Else every order and every clip of many would wait for a snippet of a film.
        """
        if lane_of(job) == SHORT or time.monotonic() - self._film_at > self._settings.turn_seconds:
            return False
        return self._sender.depths()[SHORT] > 0

    def _take(self, job: Job, delivery: Delivery) -> None:
        take = self._take_last if 1 < delivery.attempt >= self._settings.tries else self._take_one
        # What came more often, and was not begun, has its last attempt now.
        delivery = delivery._replace(attempt=min(delivery.attempt, self._settings.tries))
        try:
            turn = self._patience.keep(lambda: take(job), told(job))
        except Superseded as error:
            self._ended(job, delivery, "dropped", str(error))
        except Exception as raised:  # noqa: BLE001  # whatever it was, the job must not be lost
            fault = as_ours(raised, shown(job.source.url), "could not be rendered")
            # It is the host that is at fault, or this worker that cannot wait.
            if not self._slots.able or self._patience.cut_short(fault):
                self._give_back(job, delivery, fault)
            else:
                self._failed(job, delivery, fault)
        else:
            self._hand_over(job, delivery, turn)

    def _take_one(self, job: Job) -> Turn | None:
        """Take a turn in a slot, and count what was made, whatever it ended with."""
        turn = self._slots.take_turn(job)
        if turn is not None:
            self._metrics.made(turn.made)
            if turn.error is not None:
                raise turn.error
        return turn

    def _take_last(self, job: Job) -> Turn | None:
        with self._slots.alone():
            if self._patience.stopping:
                return Turn(job.snippets, [])
            set_back(job, _lost(job), max(1, self._settings.tries - 1))
            return self._take_one(job)

    def _came_back(self, job: Job) -> bool:
        """Tell whether a last attempt at a job was begun."""
        book, noted = Book(job.out, job.name), replace(failure_of(_lost(job)), final=False)
        try:
            receipt = self._patience.keep(lambda: book.receipt(job.snippets[0]), told(job))
        except FlickbookError:
            return False
        return receipt is not None and receipt.plan == job.plan and receipt.failure == noted

    def _hand_over(self, job: Job, delivery: Delivery, turn: Turn | None) -> None:
        """Send on what a turn left, unless somebody else has the whole job by now."""
        if turn is None:
            self._ended(job, delivery, "dropped", "ended")
            return
        if turn.left and not delivery.stale():
            rest = _part(job, turn.left)
            self._sender.send(self._shared(rest), delivery.attempt)
        outcome = "shared" if turn.left else "done"
        self._ended(job, delivery, outcome, outcome)

    def _shared(self, job: Job) -> list[Job]:
        """Split a job for all slots that have nothing to do, while nobody else waits for them."""
        idle = self._hunger.elsewhere()
        if len(job.snippets) == 1 or not idle or self._sender.depths()[LONG]:
            return [job]
        most = len(job.snippets)
        return [_part(job, run) for run in runs(job.snippets, idle + 1, most)]

    def _failed(self, job: Job, delivery: Delivery, error: FlickbookError) -> None:
        if not may_pass(error) or delivery.attempt >= self._settings.tries:
            self._bury(job, delivery, error, delivery.attempt)
        elif self._noted(lambda: set_back(job, error), job, delivery):
            self._take_apart(job, delivery.attempt + 1)
            self._ended(job, delivery, "failed", str(error), error)

    def _take_apart(self, job: Job, attempt: int) -> None:
        """Send a job again of which somebody died: one snippet at a time, a poisonous one takes no others down."""
        # Only these can have been begun.
        begun, rest = job.snippets[: self._most], job.snippets[self._most :]
        self._sender.send([_part(job, (snippet,)) for snippet in begun], attempt)
        if rest:
            self._sender.send([_part(job, rest)])

    def _bury(self, job: Job, delivery: Delivery, error: FlickbookError, attempts: int) -> None:
        failure = failure_of(error)
        if self._noted(lambda: give_up(job, failure, attempts), job, delivery):
            self._sender.bury(RENDER, wire.encode(job).decode(), failure, attempts)
            self._ended(job, delivery, "buried", f"gave up: {error}", error)

    def _noted(self, note: Callable[[], None], job: Job, delivery: Delivery) -> bool:
        """Sign receipts, and tell whether the job goes on; not if nobody wants it, or if others are to try it.

        Where they cannot be signed the job goes on without: a dead letter says it all.
        """
        try:
            self._patience.keep(note, told(job))
        except Superseded as error:
            self._ended(job, delivery, "dropped", str(error))
            return False
        except FlickbookError as error:
            if self._patience.cut_short(error):
                self._give_back(job, delivery, error)
                return False
            _log.error("%s", error, extra=told(job))
        return True

    def _give_back(self, job: Job, delivery: Delivery, error: FlickbookError) -> None:
        """Leave a job to others, as if this attempt had not been."""
        self._sender.send([job], delivery.attempt)
        self._ended(job, delivery, "shared", f"given back: {error}", error)

    def _ended(
        self, job: Job, delivery: Delivery, outcome: str, message: str, error: FlickbookError | None = None
    ) -> None:
        """Count and log how a job ended here; once each."""
        if lane_of(job) == LONG:
            self._film_at = time.monotonic()
        self._metrics.jobs.labels("render", outcome).inc()
        log_end(job, outcome, delivery.begun, message, error)


def _part(job: Job, snippets: Sequence[Snippet]) -> Job:
    return replace(job, snippets=tuple(snippets))


def _lost(job: Job) -> FlickbookError:
    return WorkerCrashed(
        shown(job.source.url), "every worker that began it died", "look at the workers' memory, then redrive it"
    )
