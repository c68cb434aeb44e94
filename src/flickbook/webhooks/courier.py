"""When events are delivered: at the end of a run, or by a thread of a program that runs on."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flickbook.core.settings import Webhook
from flickbook.errors import FlickbookError
from flickbook.webhooks.delivery import Deliverer, Pass
from flickbook.webhooks.standard import host_of, keys_of

EVERY_SECONDS = 5.0
# After `close`, so long may the last attempts take.
CLOSING_SECONDS = 3.0

_log = logging.getLogger("flickbook")


@contextmanager
def delivering(settings: Webhook, out: str, *, wait: bool = False, only_new: bool = False) -> Iterator[None]:
    """Have the events of the body recorded, and deliver after it what is due, also if it raised an error.

    With `wait`, events that other programs are just recording are waited for. With `only_new`, events that could not be
    delivered before are left to others. Without a webhook it does nothing.
    """
    if not settings.url:
        yield
        return
    deliverer = Deliverer(settings, out)
    deliverer.subscribe()
    try:
        yield
    except Exception:
        _deliver(deliverer, wait=wait, only_new=only_new)
        raise
    _deliver(deliverer, wait=wait, only_new=only_new)


def _deliver(deliverer: Deliverer, *, wait: bool, only_new: bool) -> None:
    try:
        if wait:
            deliverer.deliver_fresh()
        else:
            deliverer.deliver(only_new=only_new)
    except FlickbookError as error:
        _log.error("%s", error)


class Courier:
    """A thread that delivers what is due below the outputs that it serves, again and again.

    `count` receives the counts of each pass. Without a webhook in the settings it does nothing.
    """

    def __init__(self, settings: Webhook, count: Callable[[Pass], None] = lambda _: None) -> None:
        """Raise UsageError for an invalid secret or URL."""
        if settings.url:
            keys_of(settings.secret)
            host_of(settings.url)
        self._settings = settings
        self._count = count
        self._lock = threading.Lock()
        self._deliverers: dict[str, Deliverer] = {}
        self._subscribed: set[str] = set()
        self._unreachable: set[str] = set()
        self._awake = threading.Event()
        self._closing = False
        self._thread = threading.Thread(target=self._run, daemon=True)

    def serve(self, out: str) -> None:
        """Have events below an output URL recorded, and deliver them from now on. Raises StoreError or OutputError."""
        if not self._settings.url or out in self._subscribed:
            return
        with self._lock:
            if not self._deliverers:
                self._thread.start()
            if out not in self._deliverers:
                self._deliverers[out] = Deliverer(self._settings, out)
        self._deliverers[out].subscribe()
        self._subscribed.add(out)
        self.wake()

    def wake(self) -> None:
        """Deliver at once: an event may be new."""
        self._awake.set()

    def close(self) -> None:
        """Deliver once more what is due, for some seconds at most, and end."""
        self._closing = True
        self.wake()
        if self._deliverers:
            self._thread.join(CLOSING_SECONDS)

    def _run(self) -> None:
        closing = False
        while not closing:
            self._awake.wait(EVERY_SECONDS)
            self._awake.clear()
            closing = self._closing
            for out, deliverer in list(self._deliverers.items()):
                self._pass(out, deliverer)

    def _pass(self, out: str, deliverer: Deliverer) -> None:
        try:
            self._count(deliverer.deliver())
            self._unreachable.discard(out)
        except FlickbookError as error:
            if out not in self._unreachable:
                _log.error("%s", error)
            self._unreachable.add(out)
        except Exception:  # noqa: BLE001  # the thread must go on
            _log.exception("events could not be delivered; report this")
