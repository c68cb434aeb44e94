"""Plans videos in processes of its own: a damaged or malicious video may crash libav, but not this program."""

from collections.abc import Iterator
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeout
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
_REMEDY = "try again; if it happens again, the video may be damaged"


class Planner(Processes):
    """Processes that plan videos."""

    def __init__(self, limits: Limits, count: int = 1) -> None:
        super().__init__(count)
        self._limits = limits

    def plan(self, url: str, name: str, recipe: Recipe) -> Plan:
        """Look up, probe and plan the video at a URL for the book with a name.

        Raises the errors of `orders.plan_source`, and WorkerCrashed, WorkerTimeout or RenderFailed if the process ends.
        """
        call = self.call(plan_video, url, name, recipe, self._limits, limit=LIMIT_SECONDS)
        with explained(url):
            return self.result(call)


@contextmanager
def explained(url: str, doing: str = "planning", done: str = "planned", limit: float = LIMIT_SECONDS) -> Iterator[None]:
    """Translate the errors of a process that plans the video at a URL, or is `doing` something else with it."""
    name = shown(url)
    with only_ours(name, f"could not be {done}"):
        try:
            yield
        except FutureTimeout as error:
            raise WorkerTimeout(name, f"{doing} took more than {limit:g} s", _REMEDY) from error
        except CancelledError as error:
            raise WorkerCrashed(name, f"was not {done} before its engine was closed", "order it again") from error
        except (ProcessExpired, BrokenProcessPool) as error:
            raise WorkerCrashed(name, f"{doing} ended the worker process ({error})", _REMEDY) from error


def plan_video(url: str, name: str, recipe: Recipe, limits: Limits) -> Plan:
    """Call `orders.plan_source`, imported late: a process must start before it loads libav."""
    # An error that cannot be pickled and unpickled would break the parent's pool.
    with only_ours(shown(url), "could not be planned"):
        from flickbook.engines.orders import plan_source

        return plan_source(url, recipe, limits, name)
