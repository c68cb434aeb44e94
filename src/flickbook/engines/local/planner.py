"""Plans videos in processes of its own: a video may be made to crash libav, and must not take the program down."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import Future, wait
from concurrent.futures import TimeoutError as FutureTimeout
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager

from pebble import ProcessExpired

from flickbook.core.model import Plan, Recipe
from flickbook.core.settings import Limits
from flickbook.engines.local.processes import Processes
from flickbook.errors import WorkerCrashed, WorkerTimeout, only_ours
from flickbook.storage import shown

# Most of it is waiting for a store: a film whose index lies at its end is read in a few places.
LIMIT_SECONDS = 120.0
# How often it is asked whether the processes live.
CHECK_SECONDS = 1.0


class Planner:
    """So many processes that look at videos."""

    def __init__(self, limits: Limits, count: int = 1) -> None:
        self._limits = limits
        self._processes = Processes(count)

    @property
    def able(self) -> bool:
        """Whether processes can live here, as far as is known."""
        return self._processes.able

    def start(self) -> None:
        """Start the processes before there is work for them."""
        self._processes.start()

    def check(self) -> None:
        """Take over from processes that died while they had no work."""
        self._processes.check()

    def close(self) -> None:
        """End the processes and wait for their end."""
        self._processes.close()

    def plan(self, url: str, name: str, recipe: Recipe) -> Plan:
        """Look up, probe and plan the video at a URL, whose book is to have a name.

        Raises what `submit.plan_source` raises, and WorkerCrashed, WorkerTimeout or RenderFailed for a video that ends
        the process.
        """
        call = self._call(url, name, recipe)
        with explained(url):
            while not wait([call], CHECK_SECONDS).done:
                self.check()
            return call.result()

    async def plan_soon(self, url: str, name: str, recipe: Recipe) -> Plan:
        """Do what `plan` does, in an event loop, where `check` is called now and then."""
        call = self._call(url, name, recipe)
        with explained(url):
            return await asyncio.wrap_future(call)

    def _call(self, url: str, name: str, recipe: Recipe) -> "Future[Plan]":
        return self._processes.call(plan_video, url, name, recipe, self._limits, limit=LIMIT_SECONDS)


@contextmanager
def explained(url: str) -> Iterator[None]:
    """Translate what goes wrong when a process looks at the video at a URL."""
    with only_ours(shown(url), "could not be planned"):
        try:
            yield
        except FutureTimeout as error:
            fault = f"could not be looked at within {LIMIT_SECONDS:g} s"
            raise WorkerTimeout(shown(url), fault, "try again; if it stays, the video may be damaged") from error
        except (ProcessExpired, BrokenProcessPool) as error:
            fault = f"ended the process that looked at it ({error})"
            raise WorkerCrashed(shown(url), fault, "try again; if it stays, the video may be damaged") from error


def plan_video(url: str, name: str, recipe: Recipe, limits: Limits) -> Plan:
    """Do what `submit.plan_source` does; here, because a process that starts must not load libav first."""
    # An error that cannot be pickled, or not be unpickled, would break the parent's pool.
    with only_ours(shown(url), "could not be planned"):
        from flickbook.engines.orders import plan_source

        return plan_source(url, recipe, limits, name)
