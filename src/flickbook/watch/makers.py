"""Who makes what a watch finds: this machine, or a cluster that takes orders."""

import logging
import threading
from abc import abstractmethod
from typing import NamedTuple

from flickbook import api
from flickbook.core.model import Manifest, Order, Plan
from flickbook.engines import choice, following
from flickbook.engines.base import Closing
from flickbook.engines.configuration import Settings
from flickbook.engines.local.planner import Planner
from flickbook.errors import DispatchFailed, SnippetError
from flickbook.storage import shown
from flickbook.watch.markers import Seen

_log = logging.getLogger("flickbook")


class Dealt(NamedTuple):
    """How a video was dealt with, in words, and whether there is nothing to complain of."""

    how: str
    well: bool = True


class Maker(Closing):
    """Takes videos."""

    @property
    def able(self) -> bool:
        """Whether it can do its work, as far as is known."""
        return True

    @abstractmethod
    def take(self, seen: Seen) -> Dealt:
        """Have a video made, or sent to be made.

        Raises InputError, or SnippetError for a video that cannot be looked at; OutputError, StoreError and
        DispatchFailed have other reasons than the video.
        """

    @abstractmethod
    def close(self) -> None:
        """Stop at once: what is under way is ended, nothing is left running."""


def make_maker(settings: Settings, out: str) -> Maker:
    """Give who makes books below an output URL, as the settings say. Raises UsageError where that cannot be."""
    return ByCluster(settings, out) if settings.engine.engine == "celery" else OnThisMachine(settings, out)


class OnThisMachine(Maker):
    """Makes one video after the other, as `flickbook render` does, but looks at them in a process of its own."""

    def __init__(self, settings: Settings, out: str) -> None:
        self._settings = settings
        self._out = out
        self._planner = Planner(settings.limits)
        self._dispatcher = choice.make_dispatcher(settings)
        self._closing = threading.Event()

    @property
    def able(self) -> bool:
        """Whether processes can live here, as far as is known."""
        return self._planner.able and self._dispatcher.able

    def take(self, seen: Seen) -> Dealt:
        """Make a video, and wait until all of it is made or given up."""
        _log.info("%s: is new and whole; it is being made", shown(seen.url))
        try:
            plan = self._plan(seen)
            try:
                outcome = api.render_plan(self._dispatcher, self._settings, plan, self._out)
            except SnippetError as error:
                # Single snippets get receipts of failure. This says that no process can live here.
                raise DispatchFailed(error.subject, error.fault, error.remedy) from error
        finally:
            if self._closing.is_set():
                # Whatever came of it: it was ended before its time.
                raise SystemExit
        return _judge(outcome.manifest, outcome.wall)

    def close(self) -> None:
        """End all processes."""
        self._closing.set()
        self._planner.close()
        self._dispatcher.close()

    def _plan(self, seen: Seen) -> Plan:
        try:
            return self._planner.plan(seen.url, seen.name, self._settings.recipe)
        except SnippetError as error:
            if not self._planner.able:
                raise DispatchFailed(error.subject, error.fault, error.remedy) from error
        return self._planner.plan(seen.url, seen.name, self._settings.recipe)


class ByCluster(Maker):
    """Orders videos from a cluster; what comes of them is told by their books."""

    def __init__(self, settings: Settings, out: str) -> None:
        self._recipe = settings.recipe
        self._out = out
        self._cluster = choice.make_cluster(settings)

    def take(self, seen: Seen) -> Dealt:
        """Send an order, and wait until the broker has it."""
        following.send(self._cluster, Order(source=seen.url, name=seen.name, recipe=self._recipe, out=self._out))
        return Dealt("is new and whole; sent to the cluster")

    def close(self) -> None:
        """Close the connections."""
        self._cluster.close()


def _judge(manifest: Manifest, wall: float) -> Dealt:
    snippets = manifest.totals.snippets
    if manifest.failed:
        return Dealt(
            f"{len(manifest.failed)} of {snippets} snippets failed; `flickbook render` tries them again", False
        )
    if manifest.lost > 0:
        return Dealt(f"is cut off: what is there was made, the last {manifest.lost:.1f} s are lost", False)
    return Dealt(f"is made, {snippets} snippet{'s' if snippets != 1 else ''} in {wall:.1f} s")
