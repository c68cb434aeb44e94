"""Redis does not notice when a worker dies, and does not count; what was begun comes back and is counted."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flickbook.model import Manifest
from tests.cluster.fleet import PAUSE, Fleet, Ordered, job_of
from tests.waiting import until

Named = Callable[[Path, str], Path]


pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture
def fleet(on_redis: Fleet, tmp_path: Path) -> Iterator[Fleet]:
    on_redis.begin(tmp_path / "out")
    yield on_redis
    assert not on_redis.letters()


def test_what_dies_or_kills_on_redis_loses_nothing_else(fleet: Fleet, clip: Path, film: Path, named: Named) -> None:
    fleet.keep(2)
    sick = [fleet.order(named(clip, name)) for name in ("poison", "deadly")]
    well = [fleet.order(film), fleet.order(named(film, "slow-well"))]
    for ordered in sick:
        assert [(failed.start, failed.error) for failed in bound(fleet, ordered).failed] == [(2, "WorkerCrashed")]
    for ordered in well:
        assert bound(fleet, ordered).complete
    letters = [(job_of(letter).name, letter["attempts"]) for letter in fleet.last_letters()]
    assert sorted(letters) == [("deadly", 3), ("poison", 3)]
    worker = fleet.keep(1)[0]
    worker.kill(signal.SIGTERM)
    assert worker.end() == 0


def bound(fleet: Fleet, ordered: Ordered) -> Manifest:
    """Wait for a book; meanwhile workers that died are replaced."""
    until(lambda: fleet.keep(2) and ordered.book.manifest(), f"the book of {ordered.order.name}", PAUSE)
    return ordered.bound()
