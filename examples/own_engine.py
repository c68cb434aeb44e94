"""An engine of your own: each job becomes a file in a folder, for a batch system that reads the folder.

Flickbook finds it by an entry point in the `pyproject.toml` of this file's package:

    [project.entry-points."flickbook.engines"]
    folder = "own_engine:FolderEngine"

Then `FLICKBOOK_JOBS=/shared/jobs flickbook submit film.mp4 --engine folder` writes the jobs of the film, and a batch
system does each of them by `flickbook job FILE`. `watch` and `serve` take `--engine folder` too. See docs/engines.md.
"""

import os
from collections.abc import Sequence
from pathlib import Path

from flickbook.core import wire
from flickbook.core.model import Job, Order
from flickbook.engines.base import ClusterSeen, Dispatcher, Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.orders import plan_source, submit
from flickbook.errors import DispatchFailed, UsageError

VARIABLE = "FLICKBOOK_JOBS"


class FolderDispatcher(Dispatcher):
    """Writes each job into a folder, as a JSON file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, jobs: Sequence[Job]) -> None:
        """Write the jobs. Raises DispatchFailed if the folder cannot be written to."""
        try:
            for job in jobs:
                name = f"{job.plan}-{job.snippets[0].start}"
                (self._folder / f"{name}.part").write_bytes(wire.encode(job))
                # The rename is atomic, so no reader sees half a job.
                (self._folder / f"{name}.part").rename(self._folder / f"{name}.json")
        except OSError as error:
            raise DispatchFailed(str(self._folder), f"cannot be written to ({error})", "try again") from error


class FolderEngine(Engine):
    """Plans each video when it is ordered, and writes its jobs into the folder that `FLICKBOOK_JOBS` names."""

    def __init__(self, settings: Settings, *, service: bool = False) -> None:  # noqa: ARG002  # it makes no pictures
        if VARIABLE not in os.environ:
            raise UsageError(VARIABLE, "is not set", "name the folder for the jobs")
        self._settings = settings
        self._folder = Path(os.environ[VARIABLE])

    def check(self) -> None:
        """Raise DispatchFailed if there is no such folder."""
        if not self._folder.is_dir():
            raise DispatchFailed(str(self._folder), "is not a folder", f"create it, or change {VARIABLE}")

    def order(self, order: Order) -> None:
        """Plan a video and write its jobs. Raises InputError too."""
        plan = plan_source(order.source, order.recipe, self._settings.limits, order.name)
        dispatcher = FolderDispatcher(self._folder)
        submit(plan, order.out, dispatcher, self._settings.engine, afresh=order.afresh, order=order)

    def cancel(self, name: str) -> None:
        """Do nothing: `flickbook job` reads from the output store that its book was cancelled."""

    def view(self) -> ClusterSeen:
        """Count the jobs that wait. The workers are unknown here."""
        return ClusterSeen(len(list(self._folder.glob("*.json"))), 0, None)

    def close(self) -> None:
        """Do nothing: there is nothing open."""
