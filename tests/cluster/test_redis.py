"""Redis does not notice when a worker dies, and does not count; what was begun comes back and is counted."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cluster.fleet import PAUSE, Fleet, job_of
from tests.queues import age
from tests.waiting import until

Named = Callable[[Path, str], Path]


pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture
def fleet(on_redis: Fleet, tmp_path: Path) -> Iterator[Fleet]:
    on_redis.begin(tmp_path / "out")
    on_redis.dismiss()
    yield on_redis
    # A copy of what kills workers would come back in a later test.
    on_redis.dismiss()
    on_redis.clear()


def test_what_dies_or_kills_on_redis_loses_nothing_else(fleet: Fleet, clip: Path, film: Path, named: Named) -> None:
    sick = [fleet.order(named(clip, name)) for name in ("poison", "deadly")]
    well = [fleet.order(film), fleet.order(named(clip, "slow-well"))]
    # Of one slot, so that it waits for no message when it dies: Redis loses what is on its way to a dead worker
    # (docs/cluster.md), and no test can tell when that is.
    worker = fleet.start()

    def ended() -> bool:
        nonlocal worker
        if not worker.lives:
            # Nobody else has anything, and so much time goes by that Redis gives it out again.
            age(fleet.broker)
            worker = fleet.start()
        return fleet.has_bound(*sick, *well) and fleet.is_idle()

    until(ended, "the last book and the last dead letter", PAUSE)
    for ordered in sick:
        assert [(failed.start, failed.error) for failed in ordered.bound().failed] == [(2, "WorkerCrashed")]
    for ordered in well:
        assert ordered.bound().complete
    letters = {(job_of(letter).name, letter["attempts"]) for letter in fleet.letters()}
    assert letters == {("deadly", 3), ("poison", 3)}
    worker.kill(signal.SIGTERM)
    assert worker.end() == 0


def test_a_worker_that_comes_later_shares_a_long_film_on_redis_too(fleet: Fleet, film: Path, named: Named) -> None:
    first = fleet.start()
    ordered = fleet.order(named(film, "slow-shared"))
    until(lambda: first.made(ordered), "it to be at work", PAUSE)
    second = fleet.start()
    assert ordered.bound().complete
    assert fleet.made(ordered) == list(range(20))
    assert second.made(ordered)
