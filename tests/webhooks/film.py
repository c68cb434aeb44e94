"""A video whose book is made step by step, with a subscription to its events."""

import time
import uuid
from pathlib import Path

from flickbook.core.model import Failure, Job, Plan
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import Collector
from flickbook.engines.job import work
from flickbook.engines.orders import plan_source, submit
from flickbook.library.completion import give_up
from flickbook.outputs.recipes import make_recipe
from flickbook.webhooks import delivery
from flickbook.webhooks.delivery import Deliverer
from tests import clips
from tests.webhooks.receiver import Receiver

RECIPE = make_recipe(snippet=1, size=64, outputs=["gif"])
OUTAGE = Failure("StoreError", "the store was away")


class Clock:
    """A clock that is set by hand."""

    def __init__(self, now: float) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class Film:
    """A video of two seconds, and its book `film` in a store with conditional writes."""

    def __init__(self, folder: Path, receiver: Receiver, out: str = "") -> None:
        self.video = clips.make(folder / "film.mp4", frames=20, rate=10, size=(64, 48))
        self.out = out or f"memory://{uuid.uuid4().hex}"
        self.plan = plan_source(str(self.video), RECIPE, Limits())
        self.deliverer = Deliverer(receiver.settings, self.out)
        self.deliverer.subscribe()

    def submit(self, plan: Plan | None = None, *, afresh: bool = False) -> list[Job]:
        """Plan the book and return its jobs, one a snippet."""
        sent = Collector()
        submit(plan or self.plan, self.out, sent, Engine(workers=1, run_length=1), afresh=afresh)
        return sent.jobs

    def make(self) -> None:
        """Plan and make the whole book."""
        for job in self.submit():
            work(job)

    def make_in_part(self) -> None:
        """Plan the book, make its first snippet, and give up the second."""
        first, second = self.submit()
        work(first)
        give_up(second, OUTAGE)


def after_confirmation() -> float:
    """Return a time at which a program that has not marked its event must have died."""
    return time.time() + delivery.CONFIRM_SECONDS + 1
