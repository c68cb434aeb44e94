"""The task `flickbook.image`: a worker makes a requested picture, for which a service waits.

The service reads from the output store whether the picture is stored, or why it could not be made. Nobody tries it
again but the viewer, so it becomes no dead letter.
"""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from flickbook.core import wire
from flickbook.core.model import ImageTask
from flickbook.engines.celery.dispatcher import IMAGE_SECONDS
from flickbook.engines.celery.handler import Parts
from flickbook.engines.celery.queues import deliveries_before
from flickbook.errors import FlickbookError, WireError, WorkerCrashed, as_ours
from flickbook.images.failures import ImageFailures

# Deliveries after which the picture is not tried again: it may have ended the workers that made it.
_MOST_DELIVERIES = 2

_log = logging.getLogger("flickbook")


class ImageMaker:
    """Makes requested pictures in the slots of a worker."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def receive(self, document: str, _attempt: int, request: Mapping[str, Any], _stale: Callable[[], bool]) -> None:
        """Make and store a picture, or store why it could not be made."""
        begun = time.monotonic()
        try:
            task = wire.decode(document.encode(), ImageTask, "message", "ask for the picture again")
        except WireError as error:
            _log.error("%s", error)
            return
        waited = time.time() - float(request.get("sent") or 0)
        self._parts.metrics.waits.labels("image").observe(max(0.0, waited))
        wanted = waited <= IMAGE_SECONDS
        failure = self._make(task, request) if wanted else None
        outcome = "failed" if failure else "done" if wanted else "dropped"
        self._parts.metrics.jobs.labels("image", outcome).inc()
        seconds = round(time.monotonic() - begun, 3)
        plan = "" if task.plan is None else task.plan.id
        fields = {"plan": plan, "book": task.request.name, "outcome": outcome, "seconds": seconds}
        if failure is not None:
            fields["error"] = type(failure).__name__
        _log.log(logging.INFO if failure is None else logging.WARNING, str(failure or outcome), extra=fields)

    def _make(self, task: ImageTask, request: Mapping[str, Any]) -> FlickbookError | None:
        """Make a picture; return the error that it ended with, once it is stored for the service."""
        name = task.request.name
        try:
            if deliveries_before(request, self._parts.sender.app) >= _MOST_DELIVERIES:
                raise WorkerCrashed(name, "every worker that made this picture died", "check the workers' memory")
            self._parts.slots.make_image(task)
        except Exception as raised:  # noqa: BLE001  # the service waits for it
            error = as_ours(raised, name, "could not be made")
            try:
                ImageFailures(task.out).note(task, error)
            except FlickbookError as fault:
                _log.error("%s", fault)
            return error
        return None
