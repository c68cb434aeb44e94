"""Plans videos in processes of its own: a damaged or malicious video may crash libav, but not this program."""

import threading
from collections.abc import Iterator
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from pebble import ProcessExpired

from flickbook.core.model import Plan, Recipe
from flickbook.core.settings import Limits
from flickbook.engines.local.processes import Processes
from flickbook.errors import WorkerCrashed, WorkerTimeout, only_ours
from flickbook.storage import shown

# Planning mostly waits for the store: an index at the end of a long film takes several reads.
LIMIT_SECONDS = 120.0
CHECK_SECONDS = 1.0
_REMEDY = "try again; if it happens again, the video may be damaged"


class Planner(Processes):
    """Processes that plan videos."""

    def __init__(self, limits: Limits, count: int = 1) -> None:
        super().__init__(count)
        self._limits = limits
        self._closed = threading.Event()

    def close(self) -> None:
        """End the processes and wait for their end; a running `plan` raises WorkerCrashed."""
        self._closed.set()
        super().close()

    def plan(self, url: str, name: str, recipe: Recipe) -> Plan:
        """Look up, probe and plan the video at a URL for the book with a name.

        Raises the errors of `orders.plan_source`, and WorkerCrashed, WorkerTimeout or RenderFailed if the process ends.
        """
        call = self.call(plan_video, url, name, recipe, self._limits, limit=LIMIT_SECONDS)
        with explained(url):
            while not wait([call], CHECK_SECONDS).done:
                if self._closed.is_set():
                    raise WorkerCrashed(shown(url), "was not planned before its engine was closed", "order it again")
                self.check()
            return call.result()


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Translate the errors of a process that plans the video at a URL."""
    with only_ours(shown(url), "could not be planned"):
        try:
            yield
        except FutureTimeout as error:
            raise WorkerTimeout(shown(url), f"planning took more than {LIMIT_SECONDS:g} s", _REMEDY) from error
        except (ProcessExpired, BrokenProcessPool) as error:
            raise WorkerCrashed(shown(url), f"planning ended the worker process ({error})", _REMEDY) from error


def plan_video(url: str, name: str, recipe: Recipe, limits: Limits) -> Plan:
    """Call `orders.plan_source`, imported late: a process must start before it loads libav."""
    # An error that cannot be pickled and unpickled would break the parent's pool.
    with only_ours(shown(url), "could not be planned"):
        from flickbook.engines.orders import plan_source

        return plan_source(url, recipe, limits, name)
