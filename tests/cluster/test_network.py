"""The network of a worker is cut: other workers get its jobs. After it is connected again, it continues."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from flickbook.engines.celery.queues import HEARTBEAT_SECONDS
from flickbook.engines.orders import cancel
from scripts.process import Service
from tests.cluster.fleet import FAULTY, PAUSE, Fleet
from tests.cluster.network import network
from tests.waiting import until

pytestmark = pytest.mark.xdist_group("outages")

# RabbitMQ closes a connection after two to three missed heartbeats: https://www.rabbitmq.com/docs/heartbeats.
MOST_HEARTBEATS = 3
NOTICED_SECONDS = 10


def test_another_worker_gets_the_job_of_a_cut_off_worker_within_ten_seconds(
    fleet: Fleet, rabbitmq: Service, film: Path, clip: Path, named: Callable[[Path, str], Path]
) -> None:
    fleet.kill_workers()
    with network(urlsplit(rabbitmq.url).port or 0) as cable:
        command, broker = [*cable.command, *FAULTY], f"amqp://guest:guest@{cable.broker}{urlsplit(fleet.broker).path}"
        # With a long timeout, so that the worker does not end the job by itself.
        away = fleet.start(command=command, broker=broker, FLICKBOOK_SNIPPET_TIMEOUT="600").ready()
        stuck = fleet.order(named(clip, "stuck"))
        until(lambda: away.made(stuck), "the worker to begin", PAUSE)
        near = fleet.start().ready()
        logged = rabbitmq.log.stat().st_size
        cable.cut()
        # The snippet that hangs: the other worker may have got a part of the job before.
        until(lambda: any(line["message"] == "stuck" for line in near.lines), "another worker to begin", PAUSE)
        # The reason was the missed heartbeats, so it took at most ten seconds.
        noticed = f"missed heartbeats from client, timeout: {HEARTBEAT_SECONDS}s"
        assert noticed in rabbitmq.log.read_bytes()[logged:].decode(errors="replace")
        assert HEARTBEAT_SECONDS * MOST_HEARTBEATS <= NOTICED_SECONDS
        near.kill()
        near.end()
        cancel(stuck.order.out, stuck.order.name)
        cable.mend()
        again = fleet.order(film)
        assert again.wait().complete
        assert away.made(again)
        fleet.kill_workers()
    fleet.clear()
