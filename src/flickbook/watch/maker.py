"""What a watch finds is ordered from an engine, and waited for where the engine would end with the watch."""

import logging
import threading
import time
from typing import NamedTuple

from flickbook.core.model import Manifest, Order
from flickbook.engines.base import Closing, Engine
from flickbook.engines.choice import make_engine
from flickbook.engines.configuration import Settings
from flickbook.engines.following import follow, send
from flickbook.errors import DispatchFailed, FlickbookError, WorkerCrashed
from flickbook.storage import shown
from flickbook.watch.markers import Seen

_log = logging.getLogger("flickbook")


class Dealt(NamedTuple):
    """How a video was dealt with, in words, and whether there is nothing to complain of."""

    how: str
    well: bool = True


class Maker(Closing):
    """Has one video after the other made below an output URL. Closing it stops at once what is under way."""

    def __init__(self, settings: Settings, out: str) -> None:
        """Raise UsageError for an engine that is not installed, or that lacks a setting."""
        self._recipe = settings.recipe
        self._out = out
        self._engine: Engine = make_engine(settings)
        self._closing = threading.Event()

    @property
    def able(self) -> bool:
        """Whether processes can live here, as far as is known."""
        try:
            self._engine.check()
        except WorkerCrashed:
            return False
        except FlickbookError:
            pass  # A broker that is away comes back.
        return True

    def make(self, seen: Seen) -> Dealt:
        """Have a video made, or sent to be made.

        Raises InputError, or SnippetError for a video that cannot be looked at; OutputError, StoreError and
        DispatchFailed have other reasons than the video.
        """
        order = Order(source=seen.url, name=seen.name, recipe=self._recipe, out=self._out)
        if self._engine.outlives:
            send(self._engine, order)
            return Dealt("is new and whole; sent to the cluster")
        _log.info("%s: is new and whole; it is being made", shown(seen.url))
        begun = time.perf_counter()
        try:
            order = send(self._engine, order)
            manifest, _, _ = follow(order, lambda *_: None, 0.0, lambda _: None, self._check)
        except FlickbookError as error:
            self._check()
            if error.subject == seen.name:
                # It names the book, for readers who may not know where the video lies.
                raise type(error)(shown(seen.url), error.fault, error.remedy) from error
            raise
        return _judge(manifest, time.perf_counter() - begun)

    def close(self) -> None:
        """End all processes, and the waiting for them."""
        self._closing.set()
        self._engine.close()

    def _check(self) -> None:
        """Raise SystemExit while the watch is closed, DispatchFailed where no process can live."""
        if self._closing.is_set():
            raise SystemExit
        try:
            self._engine.check()
        except WorkerCrashed as error:
            raise DispatchFailed(error.subject, error.fault, error.remedy) from error


def _judge(manifest: Manifest, wall: float) -> Dealt:
    snippets = manifest.totals.snippets
    if manifest.failed:
        return Dealt(
            f"{len(manifest.failed)} of {snippets} snippets failed; `flickbook render` tries them again", False
        )
    if manifest.lost > 0:
        return Dealt(f"is cut off: what is there was made, the last {manifest.lost:.1f} s are lost", False)
    return Dealt(f"is made, {snippets} snippet{'s' if snippets != 1 else ''} in {wall:.1f} s")
