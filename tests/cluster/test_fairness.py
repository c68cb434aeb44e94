"""Nobody waits for the films of others: films take turns, and clips pass them."""

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


def test_films_take_turns_and_a_clip_is_made_before_films_that_came_first(
    fleet: Fleet, film: Path, named: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    # One slot, and short turns.
    (worker,) = fleet.keep(1, FLICKBOOK_TURN_SECONDS="0.3", FLICKBOOK_LONGEST_TURN="60")
    films = [fleet.order(named(film, f"slow-{number}")) for number in range(FILMS)]
    until(lambda: all(one.book.plan() for one in films), "the plans", PAUSE)
    before = count(worker, films)
    until(lambda: (count(worker, films) - before).total() >= 20, "some turns", PAUSE)
    made = count(worker, films) - before
    # Some five each; one after the other, one or two would have had all.
    assert all(made[one.order.name] >= 2 for one in films)

    clip = fleet.order(clips.make(tmp_path / "clip.mp4", frames=30, rate=10))
    ordered = time.time()
    clip.bound()
    # Before the order and before its job a film lets go, which here takes two or three of its snippets.
    assert len(made_meanwhile(worker, ordered, clip)) <= 10
    assert not any(one.book.manifest() for one in films)
    for one in films:
        cancel(one.order.out, one.order.name)
    fleet.dismiss()
    fleet.clear()


def count(worker: Worker, ordered: Sequence[Ordered]) -> Counter[str]:
    """Count the snippets of books that were made."""
    return Counter({one.order.name: len(worker.made(one)) for one in ordered})


def made_meanwhile(worker: Worker, since: float, clip: Ordered) -> list[str]:
    """List the books of which something was made between an instant and the end of a clip."""
    made = [line for line in worker.lines if line["message"] == "made"]
    last = max(number for number, line in enumerate(made) if line["book"] == clip.order.name)
    later = [line for line in made[:last] if datetime.fromisoformat(line["time"]).timestamp() > since]
    return [line["book"] for line in later if line["book"] != clip.order.name]
