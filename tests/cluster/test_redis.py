"""Redis neither notices dead workers nor counts deliveries: messages come back after a time, and workers count them."""

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
    on_redis.kill_workers()
    yield on_redis
    # A copy of a message that kills workers would come back in a later test.
    on_redis.kill_workers()
    on_redis.clear()


def test_snippets_that_kill_processes_or_workers_fail_alone_on_redis(
    fleet: Fleet, clip: Path, film: Path, named: Named
) -> None:
    sick = [fleet.order(named(clip, name)) for name in ("poison", "deadly")]
    well = [fleet.order(film), fleet.order(named(clip, "slow-well"))]
    # With one slot, it does not wait for a message when it dies. Otherwise Redis might lose that message
    # (docs/cluster.md).
    worker = fleet.start()

    def ended() -> bool:
        nonlocal worker
        if not worker.is_alive:
            # Make all unacknowledged messages old, so that Redis redelivers them. All are those of the dead worker.
            age(fleet.broker)
            worker = fleet.start()
        return fleet.has_manifests(*sick, *well) and fleet.is_idle()

    until(ended, "the last book and the last dead letter", PAUSE)
    for ordered in sick:
        assert [(failed.start, failed.error) for failed in ordered.wait().failed] == [(2, "WorkerCrashed")]
    for ordered in well:
        assert ordered.wait().complete
    letters = {(job_of(letter).name, letter["attempts"]) for letter in fleet.letters()}
    assert letters == {("deadly", 3), ("poison", 3)}
    worker.kill(signal.SIGTERM)
    assert worker.end() == 0


def test_a_worker_that_starts_later_shares_a_long_film_on_redis_too(fleet: Fleet, film: Path, named: Named) -> None:
    first = fleet.start()
    ordered = fleet.order(named(film, "slow-shared"))
    until(lambda: first.made(ordered), "the worker to begin", PAUSE)
    second = fleet.start()
    assert ordered.wait().complete
    assert fleet.made(ordered) == list(range(20))
    assert second.made(ordered)
