"""Looks at what a worker's slots are at, and has them let go where others wait, idle, or want no more of it."""

import logging
import time
from collections.abc import Callable

from flickbook.core.settings import Cluster
from flickbook.engines.celery.dispatcher import CeleryDispatcher, lane_of
from flickbook.engines.celery.hunger import HUNGRY, Hunger
from flickbook.engines.celery.queues import LONG, SHORT
from flickbook.engines.celery.slots import Running, Slots
from flickbook.errors import DispatchFailed, FlickbookError, Superseded
from flickbook.library.book import Book

LOOK_SECONDS = 0.5
# Within so many seconds all have heard who idles.
NEWS_SECONDS = 1.5
# So many snippets must be left of a job for others to be given some.
LEAST_SHARED = 2
# How often it is asked whether somebody still wants what is being made.
ASK_SECONDS = 2.0

_log = logging.getLogger("flickbook")


class Monitor:
    """One worker's. `short_waits` tells whether an order or the job of a short video is here and has no slot."""

    def __init__(
        self,
        settings: Cluster,
        slots: Slots,
        sender: CeleryDispatcher,
        hunger: Hunger,
        short_waits: Callable[[], bool],
    ) -> None:
        self._settings = settings
        self._slots = slots
        self._sender = sender
        self._hunger = hunger
        self._short_waits = short_waits
        self._asked = 0.0

    def stop(self) -> None:
        """Tell the others that no slot here is free any more."""
        self._tell_of_hunger(0)

    def look(self) -> None:
        """Look once at what is under way here; call it every `LOOK_SECONDS`."""
        self._slots.check()
        try:
            self._share()
        except DispatchFailed as error:
            _log.warning("%s", error)

    def ask(self) -> None:
        """Tell others who idles here, and ask stores what is wanted no more; call it every `LOOK_SECONDS`."""
        self._tell_of_hunger(self._slots.free)
        if time.monotonic() - self._asked > ASK_SECONDS:
            self._asked = time.monotonic()
            for running in self._slots.running():
                self._end_unwanted(running)

    def _tell_of_hunger(self, free: int) -> None:
        told = self._hunger.say(free)
        try:
            if told is not None:
                self._sender.tell(HUNGRY, told)
        except DispatchFailed as error:
            _log.warning("%s", error)

    def _share(self) -> None:
        """Have long jobs let go, of which there is something left to do for others."""
        running = [one for one in self._slots.running() if len(one.job.snippets) > 1]
        over = [one for one in running if one.seconds > self._settings.turn_seconds]
        # Whoever got a part of the same film a moment ago may not have said yet that it idles no more.
        shareable = [one for one in running if one.seconds > NEWS_SECONDS] if self._hunger.elsewhere() else []
        if over or shareable:
            waiting = self._sender.depths()
            if waiting[SHORT] or waiting[LONG]:
                self._halt(over)
            else:
                # Each part begins with decoding from the keyframe before it: one snippet alone is not worth that.
                self._halt(shareable[:1], LEAST_SHARED)
        # Something short has come, and waits here for a slot.
        if self._short_waits():
            self._halt([one for one in running if lane_of(one.job) == LONG][:1])
        self._halt([one for one in running if one.seconds > self._settings.longest_turn])

    def _halt(self, some: list[Running], left: int = 1) -> None:
        for one in some:
            self._slots.halt(one, left)

    def _end_unwanted(self, running: Running) -> None:
        job = running.job
        try:
            Book(job.out, job.name).check_current(job.plan)
        except Superseded:
            self._slots.end(running)
        except FlickbookError as error:
            # Whoever stores the pictures sees to it.
            _log.debug("%s", error)
