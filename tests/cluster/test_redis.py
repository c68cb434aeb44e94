"""Redis does not notice when a worker dies, and does not count; what was begun comes back and is counted."""

import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from flickbook.model import Manifest
from scripts.process import Service
from tests.cluster.fleet import Fleet, Ordered, job_of, until

Named = Callable[[Path, str], Path]


pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture(scope="module")
def cluster(redis: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    # A database of its own: what other tests took and did not acknowledge comes back there, too.
    cluster = Fleet(f"{redis.url.removesuffix('/0')}/1", tmp_path_factory.mktemp("fleet"))
    yield cluster
    cluster.close()


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
    until(lambda: fleet.keep(2) and ordered.book.manifest(), f"the book of {ordered.order.name}")
    return ordered.bound()
