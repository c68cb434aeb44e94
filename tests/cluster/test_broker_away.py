"""Workers wait for a broker that does not answer; commands fail with an error."""

import signal
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from scripts import services
from scripts.process import Service, free_ports
from tests.cluster.fleet import PAUSE, Fleet
from tests.cluster.forkserver import ForkServer
from tests.tools import need
from tests.waiting import until

pytestmark = pytest.mark.xdist_group("outages")


@pytest.fixture
def mortal(tmp_path: Path) -> Iterator[Service]:
    """Return a broker for this test alone."""
    need("rabbitmq-server", services.SEARCH)
    with services.rabbitmq(tmp_path / "rabbitmq") as broker:
        yield broker


@pytest.fixture
def fleet(mortal: Service, forks: ForkServer, tmp_path: Path) -> Iterator[Fleet]:
    (tmp_path / "out").mkdir()
    with closing(Fleet(mortal.url, forks, tmp_path / "out")) as cluster:
        yield cluster
        assert not cluster.letters()


def test_a_broker_that_is_killed_and_started_again_loses_nothing(
    fleet: Fleet, mortal: Service, film: Path, clip: Path, named: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    (port,) = free_ports(1)
    worker, leaving = fleet.start(FLICKBOOK_HEALTH=f"127.0.0.1:{port}").ready(), fleet.start().ready()
    until(lambda: queues_are_on_disk(mortal), "the queues to be on disk", PAUSE)
    orders = [fleet.order(named(film, f"slow-{number}")) for number in range(2)]
    until(lambda: worker.made(orders[0]), "work", PAUSE)
    mortal.kill()
    try:
        for words in (("submit", clip, "--out", tmp_path / "out"), ("worker",)):
            refused = fleet.run(*words, "--broker", fleet.broker)
            assert (refused.code, "the broker cannot be used" in refused.error) == (2, True)
            assert "guest" not in refused.err
        leaving.kill(signal.SIGTERM)
        ready = f"http://127.0.0.1:{port}/readyz"
        until(lambda: httpx.get(ready).status_code == 503, "the worker to lose its connection", PAUSE)
        assert leaving.end() == 0
    finally:
        mortal.restart()
    until(lambda: httpx.get(ready).status_code == 200, "the worker to reconnect", PAUSE)
    for ordered in orders:
        assert ordered.wait().complete
    assert max(map(len, map(fleet.made, orders))) < 25


def queues_are_on_disk(broker: Service) -> bool:
    """Return whether the broker has stored the leaders of its queues.

    If a broker dies within three seconds after a quorum queue was declared, the queue never has a leader again
    (RabbitMQ 3.10, rabbitmq-server#10070). Messages are on disk as soon as they are confirmed.
    """
    (folder,) = broker.log.parent.glob("data/*/quorum/*")
    queues = [path.parent.name.encode() for path in folder.glob("*/config")]
    return all(queue in (folder / file).read_bytes() for queue in queues for file in ("meta.dets", "names.dets"))
