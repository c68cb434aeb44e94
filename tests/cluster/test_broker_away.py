"""A broker that is away is waited for by workers, and said to whoever starts something."""

import signal
import time
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from scripts.process import Service, free_ports
from tests.cli.run import flickbook
from tests.cluster.fleet import Fleet, until

pytestmark = pytest.mark.xdist_group("cluster")


def test_a_broker_that_is_killed_and_started_again_loses_nothing(
    fleet: Fleet, rabbitmq: Service, film: Path, clip: Path, named: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    (port,) = free_ports(1)
    worker, leaving = fleet.start(FLICKBOOK_HEALTH=f"127.0.0.1:{port}").ready(), fleet.start().ready()
    begun = time.monotonic()
    orders = [fleet.order(named(film, f"slow-{number}")) for number in range(3)]
    until(lambda: worker.made(orders[0]), "work")
    # A quorum queue whose broker dies soon after it was declared gets no leader again, see tests/scripts.
    time.sleep(max(0.0, 3 - (time.monotonic() - begun)))
    rabbitmq.kill()
    try:
        refused = flickbook("submit", clip, "--out", tmp_path / "out", "--broker", fleet.broker)
        assert (refused.code, "the broker cannot be used" in refused.error) == (2, True)
        assert "guest" not in refused.err
        refused = flickbook("worker", "--broker", fleet.broker)
        assert (refused.code, "the broker cannot be used" in refused.error) == (2, True)
        leaving.kill(signal.SIGTERM)
        ready = f"http://127.0.0.1:{port}/readyz"
        until(lambda: httpx.get(ready).status_code == 503, "the worker to notice")
        assert leaving.end() == 0
    finally:
        rabbitmq.restart()
    until(lambda: httpx.get(ready).status_code == 200, "the worker to be back")
    for ordered in orders:
        assert ordered.bound().complete
    assert max(map(len, map(fleet.made, orders))) < 25
