"""Order the videos that a watch finds, and wait for them if the engine ends with the watch."""

import logging
import threading
import time
from typing import NamedTuple

from flickbook.core.model import Manifest, Order
from flickbook.engines.base import Closing, Ended
from flickbook.engines.choice import make_engine
from flickbook.engines.configuration import Settings
from flickbook.engines.following import follow, send
from flickbook.errors import DispatchFailed, FlickbookError, WorkerCrashed
from flickbook.storage import below, shown
from flickbook.watch.markers import VideoVersion
from flickbook.webhooks.courier import Courier

_log = logging.getLogger("flickbook")


class Handled(NamedTuple):
    """The result for a video: a message for the log, and whether the video was made without faults."""

    message: str
    ok: bool = True


class Maker(Closing):
    """Makes one video after the other below an output URL. `close` stops running work at once."""

    def __init__(self, settings: Settings, out: str) -> None:
        """Raise UsageError for an engine that is not installed or lacks a setting."""
        self._recipe = settings.recipe
        self._out = out
        self._engine = make_engine(settings)
        self._engine.ended = self._note_end
        self._courier = Courier(settings.webhook)
        self._closing = threading.Event()
        # How the last order ended.
        self._ended: Ended | None = None

    @property
    def able(self) -> bool:
        """Whether processes can run on this machine, as far as is known."""
        try:
            self._engine.check()
        except WorkerCrashed:
            return False
        except FlickbookError:
            pass  # An unreachable broker may come back.
        return True

    def make(self, video: VideoVersion) -> Handled:
        """Make a video, or send its order to a cluster.

        Raises InputError, or SnippetError if the video cannot be planned. OutputError, StoreError and DispatchFailed
        have causes other than the video.
        """
        order = Order(source=video.url, name=video.name, recipe=self._recipe, out=self._out)
        if self._engine.outlives:
            send(self._engine, order)
            return Handled("is new and whole; sent to the cluster")
        _log.info("%s: is new and whole; it is being made", shown(video.url))
        begun = time.perf_counter()
        self._ended = None
        try:
            order = send(self._engine, order)
            manifest, _, _ = follow(order, lambda *_: None, 0.0, lambda _: None, lambda: self._check_order(video.name))
        except FlickbookError as error:
            self._check()
            if error.subject == video.name:
                # Engines name the book; the log names the video's place.
                raise type(error)(shown(video.url), error.fault, error.remedy) from error
            raise
        marker = shown(f"{self._out.rstrip('/')}/{below(self._out, video.marker)}")
        return _summary(manifest, time.perf_counter() - begun, marker)

    def deliver(self) -> None:
        """Deliver events to the webhook from now on, if there is one. Raises OutputError or StoreError."""
        self._courier.serve(self._out)
        self._courier.wake()

    def close(self) -> None:
        """End all processes, and stop `make`."""
        self._closing.set()
        self._engine.close()
        self._courier.close()

    def _check(self) -> None:
        """Raise SystemExit after `close`, DispatchFailed if no process can run on this machine."""
        if self._closing.is_set():
            raise SystemExit
        try:
            self._engine.check()
        except WorkerCrashed as error:
            raise DispatchFailed(error.subject, error.fault, error.remedy) from error

    def _check_order(self, name: str) -> None:
        """Raise what `_check` raises, and the error that ended the order: the engine may have failed to record it."""
        self._check()
        end = self._ended
        if end is not None and end.order.name == name and end.error is not None:
            raise end.error

    def _note_end(self, end: Ended) -> None:
        self._ended = end


def _summary(manifest: Manifest, wall: float, marker: str) -> Handled:
    snippets = manifest.totals.snippets
    if manifest.failed:
        message = f"{len(manifest.failed)} of {snippets} snippets failed; to retry, delete {marker} and watch again"
        return Handled(message, False)
    if manifest.lost > 0:
        message = f"is cut off: the available part was made, the last {manifest.lost:.1f} s are missing"
        return Handled(message, False)
    remarks = "".join(f"; {remark}" for remark in manifest.remarks)
    return Handled(f"is made, {snippets} snippet{'s' if snippets != 1 else ''} in {wall:.1f} s{remarks}")
