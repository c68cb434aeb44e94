"""The task `flickbook.render`: a worker makes some snippets of a job and sends the rest to the end of the queue.

So films share the workers in time slices. While no message waits, the rest is sent as two jobs, again and again: then
idle workers share a film. A failed job is retried one snippet at a time.
"""

import logging
import threading
import time
from collections.abc import Sequence

from msgspec.structs import replace

from flickbook.core.model import Job, Snippet
from flickbook.engines.celery.dispatcher import queue_of
from flickbook.engines.celery.handler import Delivery, Parts, Result, Task
from flickbook.engines.celery.queues import LONG, RENDER, SHORT
from flickbook.engines.celery.slots import Running
from flickbook.errors import DispatchFailed, FlickbookError, Superseded
from flickbook.library.book import Book
from flickbook.library.completion import failure_of, give_up, record_attempt

# How often a worker asks the broker what waits. A job is shared only after so many seconds: it may soon be done.
ASK_SECONDS = 0.5
# How often a worker asks the store whether a job is still wanted.
WANTED_SECONDS = 2.0
# A job is shared if it has at least so many snippets left: each part costs decoding from an earlier keyframe.
LEAST_SHARED = 3

_log = logging.getLogger("flickbook")


class RenderTask(Task[Job]):
    """Renders jobs."""

    name, kind, verb = RENDER, Job, "rendered"

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts)
        self._lock = threading.Lock()
        # How many messages waited, None if the broker did not answer; and when the broker was asked.
        self._waiting: int | None = None
        self._asked = 0.0
        # When the last time slice of a film ended in this worker.
        self._film_at = 0.0

    def send_again(self, value: Job, attempt: int) -> None:
        """Send a failed job one snippet at a time: then a snippet that crashes its process fails alone."""
        # The snippets after the first `run_length` were not begun, so they stay together as a first attempt.
        most = self._settings.engine.run_length
        begun, rest = value.snippets[:most], value.snippets[most:]
        self._sender.send([_part(value, (snippet,)) for snippet in begun], attempt)
        if rest:
            self._sender.send([_part(value, rest)])

    def pass_on(self, value: Job, attempt: int) -> bool:
        """Split a job that came back, and send a film to the end of its queue while a short message waits."""
        if attempt > 1:
            if len(value.snippets) > 1:
                self.send_again(value, attempt)
            return len(value.snippets) > 1
        # However many short messages wait, a film gets a time slice every `turn_seconds`.
        recent = time.monotonic() - self._film_at <= self._settings.cluster.turn_seconds
        yields = recent and queue_of(value) == LONG and self._sender.depths()[SHORT] > 0
        if yields:
            self._sender.send_work(value, attempt)
        return yields

    def attempt(self, delivery: Delivery[Job]) -> Result:
        """Work on a job for a time slice, and count the snippets that were made, also after an error."""
        job = delivery.value
        # An attempt that is repeated after an outage of the store begins anew.
        delivery.split = False
        try:
            done = self._slots.render(job, lambda running: self._watch(running, delivery))
        finally:
            if queue_of(job) == LONG:
                self._film_at = time.monotonic()
        if done is None:
            return Result("dropped")
        self._metrics.count(done.made)
        if done.error is not None:
            raise done.error
        if not done.left:
            return Result("done")
        middle = len(done.left) // 2 if delivery.split else 0
        parts = [part for part in (done.left[:middle], done.left[middle:]) if part]
        return Result("shared", [_part(job, part) for part in parts])

    def note_last(self, value: Job, crash: FlickbookError | None) -> None:
        """Store receipts of a failure that is not final. The receipts of the attempt overwrite them."""
        if crash is not None:
            record_attempt(value, crash, max(1, self._settings.cluster.tries - 1))

    def has_note(self, value: Job, crash: FlickbookError) -> bool:
        """Return whether the first snippet has such a receipt."""
        receipt = Book(value.out, value.name).receipt(value.snippets[0])
        failure = replace(failure_of(crash), final=False)
        return receipt is not None and receipt.plan == value.plan and receipt.failure == failure

    def note_failure(self, value: Job, error: FlickbookError) -> None:
        """Store receipts of a failed attempt."""
        record_attempt(value, error)

    def note_end(self, value: Job, error: FlickbookError, attempts: int) -> None:
        """Store final receipts of failure, and complete the book if they were the last."""
        give_up(value, failure_of(error), attempts)

    def _watch(self, running: Running, delivery: Delivery[Job]) -> None:
        """Release, share or cancel a running job where other work needs it. Errors are logged; the job goes on."""
        try:
            if delivery.stale() or self._must_release(running):
                running.state.released = True
            else:
                self._share(running, delivery)
            if time.monotonic() - running.checked > WANTED_SECONDS:
                running.checked = time.monotonic()
                Book(running.job.out, running.job.name).check_current(running.job.plan)
        except Superseded:
            running.future.cancel()
        except DispatchFailed as error:
            _log.warning("%s", error)
        except FlickbookError as error:
            # The child process has the same trouble with the store, and handles it.
            _log.debug("%s", error)
        except Exception:  # noqa: BLE001  # the job must go on
            _log.exception("a worker could not watch a job; report this", extra=delivery.fields)

    def _must_release(self, running: Running) -> bool:
        if self._slots.emptying or running.seconds > self._settings.cluster.longest_turn:
            return True
        # One film is released for each short message that waits in this worker.
        released = sum(other.state.released for other in self._slots.running())
        return queue_of(running.job) == LONG and self._short_waits() > released

    def _share(self, running: Running, delivery: Delivery[Job]) -> None:
        """End a job to share its rest if no message waits. If one waits, end its time slice when that is over.

        The rest is sent when the child has ended: a worker that dies leaves no part of its job to two workers.
        """
        left = running.left()
        over = running.seconds > self._settings.cluster.turn_seconds
        shareable = len(left) >= LEAST_SHARED and running.seconds > ASK_SECONDS
        if running.state.released or not (over or shareable):
            return
        with self._lock:
            if time.monotonic() - self._asked > ASK_SECONDS:
                self._waiting = None
                try:
                    depths = self._sender.depths()
                    self._waiting = depths[SHORT] + depths[LONG]
                finally:
                    # If the broker does not answer, the other threads do not wait for it too.
                    self._asked = time.monotonic()
            waiting = self._waiting
            if waiting is None:
                return
            # The parts count as waiting until the broker is asked again, so only one job is shared at a time.
            self._waiting = waiting + (not waiting and shareable)
        if waiting and over:
            running.state.released = True
        elif not waiting and shareable:
            delivery.split = running.state.released = True


def _part(job: Job, snippets: Sequence[Snippet]) -> Job:
    return replace(job, snippets=tuple(snippets))
