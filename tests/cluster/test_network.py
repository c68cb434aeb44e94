"""A worker that is cut off from its broker loses its jobs to others, and works again when it is back."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.process import Service
from tests.cluster.fleet import SICK, Fleet, until
from tests.cluster.network import network

pytestmark = pytest.mark.xdist_group("cluster")


def test_a_job_whose_worker_is_cut_off_is_done_elsewhere_soon(
    fleet: Fleet, rabbitmq: Service, film: Path, clip: Path, named: Callable[[Path, str], Path]
) -> None:
    with network(urlsplit(rabbitmq.url).port or 0) as cable:
        away = fleet.start(command=[*cable.command, *SICK], broker=f"amqp://guest:guest@{cable.broker}//").ready()
        stuck = fleet.order(named(clip, "stuck"))
        until(lambda: away.made(stuck), "the worker to be at it")
        near = fleet.start().ready()
        cable.cut()
        # Within ten seconds, as `benchmarks.cluster noticed` measures; without heartbeats it would be half an hour.
        until(lambda: any(line.get("book") == "stuck" for line in near.lines), "another worker to be at it")
        near.kill()
        near.end()
        cable.mend()
        again = fleet.order(film)
        assert again.bound().complete
        assert away.made(again)
        fleet.dismiss()
    fleet.clear()
