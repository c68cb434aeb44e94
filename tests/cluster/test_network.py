"""A worker that is cut off from its broker loses its jobs to others, and works again when it is back."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from flickbook.engines.celery.queues import HEARTBEAT_SECONDS
from flickbook.engines.orders import cancel
from scripts.process import Service
from tests.cluster.fleet import PAUSE, SICK, Fleet
from tests.cluster.network import network
from tests.waiting import until

pytestmark = pytest.mark.xdist_group("outages")

# RabbitMQ notices after two to three heartbeats: https://www.rabbitmq.com/docs/heartbeats.
MOST_HEARTBEATS = 3
NOTICED_SECONDS = 10


def test_a_job_whose_worker_is_cut_off_is_done_elsewhere_within_ten_seconds(
    fleet: Fleet, rabbitmq: Service, film: Path, clip: Path, named: Callable[[Path, str], Path]
) -> None:
    fleet.dismiss()
    with network(urlsplit(rabbitmq.url).port or 0) as cable:
        command, broker = [*cable.command, *SICK], f"amqp://guest:guest@{cable.broker}{urlsplit(fleet.broker).path}"
        # It would not let go of the job by itself.
        away = fleet.start(command=command, broker=broker, FLICKBOOK_SNIPPET_TIMEOUT="600").ready()
        stuck = fleet.order(named(clip, "stuck"))
        until(lambda: away.made(stuck), "the worker to be at it", PAUSE)
        near = fleet.start().ready()
        said = rabbitmq.log.stat().st_size
        cable.cut()
        # Not only at what it was given a share of before.
        until(lambda: any(line["message"] == "stuck" for line in near.lines), "another worker to be at it", PAUSE)
        # It is the silence by which the broker notices, and so within ten seconds.
        noticed = f"missed heartbeats from client, timeout: {HEARTBEAT_SECONDS}s"
        assert noticed in rabbitmq.log.read_bytes()[said:].decode(errors="replace")
        assert HEARTBEAT_SECONDS * MOST_HEARTBEATS <= NOTICED_SECONDS
        near.kill()
        near.end()
        cancel(stuck.order.out, stuck.order.name)
        cable.mend()
        again = fleet.order(film)
        assert again.bound().complete
        assert away.made(again)
        fleet.dismiss()
    fleet.clear()
