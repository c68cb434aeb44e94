"""A worker that is cut off from its broker loses its jobs to others, and works again when it is back."""

import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scripts.process import Service
from tests.cluster.fleet import SICK, Fleet, until
from tests.cluster.network import network

pytestmark = pytest.mark.xdist_group("cluster")

# RabbitMQ notices after two to three heartbeats, which is nine seconds at most.
NOTICED_SECONDS = 10.0


def test_a_job_whose_worker_is_cut_off_is_done_elsewhere_within_ten_seconds(
    fleet: Fleet, rabbitmq: Service, film: Path, clip: Path, named: Callable[[Path, str], Path]
) -> None:
    with network(urlsplit(rabbitmq.url).port or 0) as cable:
        away = fleet.start(command=[*cable.command, *SICK], broker=f"amqp://guest:guest@{cable.broker}//").ready()
        stuck = fleet.order(named(clip, "stuck"))
        until(lambda: away.made(stuck), "the worker to be at it")
        near = fleet.start().ready()
        cable.cut()
        begun = time.monotonic()
        until(lambda: any(line.get("book") == "stuck" for line in near.lines), "another worker to be at it")
        assert time.monotonic() - begun < NOTICED_SECONDS
        near.kill()
        near.end()
        cable.mend()
        again = fleet.order(film)
        assert again.bound().complete
        assert away.made(again)
        fleet.dismiss()
    fleet.clear()
