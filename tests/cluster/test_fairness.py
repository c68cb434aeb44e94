"""Films share workers in time slices, and short videos overtake films."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest

from flickbook.engines.orders import cancel
from tests import clips
from tests.cluster.fleet import PAUSE, Fleet, Ordered, Worker
from tests.waiting import until

pytestmark = pytest.mark.xdist_group("cluster")

FILMS = 4


def test_films_share_a_worker_and_a_clip_overtakes_earlier_films(
    fleet: Fleet, film: Path, named: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    # One slot and short time slices.
    (worker,) = fleet.keep(1, FLICKBOOK_TURN_SECONDS="0.3", FLICKBOOK_LONGEST_TURN="60")
    films = [fleet.order(named(film, f"slow-{number}")) for number in range(FILMS)]
    until(lambda: all(each.book.plan() for each in films), "the plans", PAUSE)
    before = count(worker, films)
    until(lambda: (count(worker, films) - before).total() >= 20, "some time slices", PAUSE)
    made = count(worker, films) - before
    # About five each. If films were made one after another, one or two would have all.
    assert all(made[each.order.name] >= 2 for each in films)

    clip = fleet.order(clips.make(tmp_path / "clip.mp4", frames=30, rate=10))
    ordered = time.time()
    clip.wait()
    # A film is released for the order, and another for the job. Here this takes two or three snippets.
    assert len(made_meanwhile(worker, ordered, clip)) <= 10
    assert not any(each.book.manifest() for each in films)
    for each in films:
        cancel(each.order.out, each.order.name)
    fleet.kill_workers()
    fleet.clear()


def count(worker: Worker, ordered: Sequence[Ordered]) -> Counter[str]:
    """Count the snippets that a worker made of each book."""
    return Counter({video.order.name: len(worker.made(video)) for video in ordered})


def made_meanwhile(worker: Worker, since: float, clip: Ordered) -> list[str]:
    """Return the book of each snippet that was made between a time and the end of a clip."""
    made = [line for line in worker.lines if line["message"] == "made"]
    last = max(number for number, line in enumerate(made) if line["book"] == clip.order.name)
    later = [line for line in made[:last] if datetime.fromisoformat(line["time"]).timestamp() > since]
    return [line["book"] for line in later if line["book"] != clip.order.name]
