"""The engine of a cluster: orders go through a broker to workers on any host."""

import threading
import time
from collections.abc import Sequence

from flickbook.core.backoff import Backoff
from flickbook.core.model import ImageTask
from flickbook.engines.base import Engine, FramesSeen
from flickbook.engines.celery.dead_queue import CeleryDeadLetters
from flickbook.engines.celery.dispatcher import IMAGE_SECONDS, CeleryDispatcher
from flickbook.engines.celery.frames_watch import FramesWatch
from flickbook.engines.configuration import Settings
from flickbook.engines.dead_letters import DeadLetters
from flickbook.errors import DispatchFailed, WorkerTimeout
from flickbook.images.cache import ImageCache
from flickbook.images.failures import ImageFailures

_POLLING = Backoff(0.02, 0.15)


class CeleryEngine(CeleryDispatcher, Engine):
    """Sends orders to the workers of a cluster. Raises UsageError if no broker is set."""

    # Every two seconds a worker checks whether its plan is still wanted, and stops the job if it is not.
    last_writes = 3.0

    def __init__(self, settings: Settings, *, service: bool = False) -> None:  # noqa: ARG002  # workers are elsewhere
        super().__init__(settings.cluster, visibility(settings))
        self._settings = settings
        self._closing = threading.Event()
        self._frames = FramesWatch(self.frames_by_plan) if self.asks_workers else None
        self._sending = threading.Lock()

    def cancel(self, name: str) -> None:
        """Do nothing: the workers read the cancellation from the output store."""

    def frames(self, plan: str) -> Sequence[FramesSeen]:
        """Return the snippets of a plan that workers are making, as they said a moment ago."""
        return () if self._frames is None else self._frames.of(plan)

    def make_image(self, task: ImageTask) -> None:
        """Send a requested picture to the workers, and wait until the output store has it, or why there is none."""
        cache, failures = ImageCache(task.out), ImageFailures(task.out)
        failures.delete(task)
        with self._sending:
            # After `close`, a message would open a connection that nobody closes.
            if self._closing.is_set():
                raise _ended(task)
            self.send_image(task)
        deadline = time.monotonic() + IMAGE_SECONDS
        for pause in _POLLING.pauses():
            if self._closing.wait(pause):
                raise _ended(task)
            if cache.has(task):
                return
            error = failures.find(task)
            if error is not None:
                raise error
            if time.monotonic() > deadline:
                fault = f"no worker of the cluster has made this picture within {IMAGE_SECONDS:g} s"
                raise WorkerTimeout(task.request.name, fault, "try again later")

    def close(self) -> None:
        """Close the connections, and wait for no more pictures."""
        self._closing.set()
        if self._frames is not None:
            self._frames.close()
        # A message that is being sent would be sent again, by another connection.
        with self._sending:
            super().close()

    def dead_letters(self) -> DeadLetters:
        """Open the queue of dead letters, by a connection of its own."""
        return CeleryDeadLetters(CeleryDispatcher(self._settings.cluster, visibility(self._settings)))


def _ended(task: ImageTask) -> DispatchFailed:
    return DispatchFailed(task.request.name, "its picture was not made before the service ended", "ask again")


def visibility(settings: Settings) -> float:
    """Return the seconds after which Redis and SQS, which do not notice a dead worker, deliver a message again.

    No worker keeps a message longer: a time slice and its last snippet, twice, and a wait for a store.
    """
    cluster = settings.cluster
    return 2 * (cluster.longest_turn + settings.engine.snippet_timeout) + cluster.patience + 60.0
