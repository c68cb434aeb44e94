"""A watch with a cluster sends one order per version of a video, and retries orders that it could not send."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from kombu.connection import Connection

from flickbook.core import wire
from flickbook.core.model import Order
from flickbook.engines import configuration
from flickbook.errors import DispatchFailed
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import locate
from flickbook.watch.maker import Maker
from flickbook.watch.watcher import Watch
from scripts.process import Service
from tests import clips
from tests.cli.run import flickbook
from tests.queues import empty
from tests.waiting import until
from tests.watch.watcher import QUICK, running

# Where the broker runs already.
pytestmark = pytest.mark.xdist_group("brokers")


def receive_orders(broker: str) -> list[Order]:
    """Receive all waiting orders."""
    orders = []
    with Connection(broker) as connection, connection.channel() as channel:
        while (message := channel.basic_get("flickbook.short", no_ack=True)) is not None:
            document = json.loads(message.body)[0][0]
            orders.append(wire.decode(document.encode(), Order, "order"))
    return orders


@contextmanager
def maker_of(broker: str, out: Path) -> Iterator[Maker]:
    chosen = configuration.load({"engine": "celery", "broker": broker, "snippet": 1, "size": 64}, {})
    with Maker(chosen, locate(str(out))) as maker:
        yield maker


def watch_of(source: Path, out: Path, maker: Maker, *, once: bool = True) -> Watch:
    return Watch(locate(str(source)), locate(str(out)), maker, 0.2, once=once)


@pytest.fixture
def source(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> Path:
    caplog.set_level(logging.INFO, "flickbook")
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def test_restarted_watches_send_one_order_per_video(
    rabbitmq: Service, source: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    out = tmp_path / "out"
    (source / "shows").mkdir(parents=True)
    for key in ("a.mp4", "shows/ä b.mp4"):
        clips.make(source / key, frames=30)
    empty(rabbitmq.url)
    with maker_of(rabbitmq.url, out) as maker:
        assert watch_of(source, out, maker).run() == 0
        assert caplog.text.count("sent to the cluster") == 2
        assert watch_of(source, out, maker).run() == 0
        assert caplog.text.count("sent to the cluster") == 2
    orders = receive_orders(rabbitmq.url)
    assert [order.name for order in orders] == ["a", "shows/ä b"]
    assert (orders[1].source, orders[1].out) == (locate(str(source / "shows" / "ä b.mp4")), locate(str(out)))
    assert orders[0].recipe == make_recipe(snippet=1, size=64)


def test_a_watch_reports_orders_but_not_their_results(rabbitmq: Service, source: Path, tmp_path: Path) -> None:
    (source / "text.mp4").write_text("no video")
    empty(rabbitmq.url)
    celery = ("--engine", "celery", "--broker", rabbitmq.url)
    ran = flickbook("watch", source, "--out", tmp_path / "out", *celery, "--once", environ=QUICK)
    assert (ran.code, "text.mp4: is new and whole; sent to the cluster" in ran.err) == (0, True)
    assert [order.name for order in receive_orders(rabbitmq.url)] == ["text"]


def test_an_unreachable_broker_loses_no_video(source: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    out = tmp_path / "out"
    clips.make(source / "a.mp4", frames=30)
    with maker_of("amqp://127.0.0.1:9//", out) as maker:
        with running(watch_of(source, out, maker, once=False)):
            until(lambda: "127.0.0.1:9//: the broker cannot be used" in caplog.text, "what is wrong")
        assert not (out / ".flickbook").exists()
        with pytest.raises(DispatchFailed, match="the broker cannot be used"):
            watch_of(source, out, maker).run()


def test_a_single_scan_exits_with_2_if_the_broker_is_unreachable(source: Path, tmp_path: Path) -> None:
    clips.make(source / "a.mp4", frames=5)
    nobody = ("--engine", "celery", "--broker", "amqp://127.0.0.1:9//")
    ran = flickbook("watch", source, "--out", tmp_path / "out", *nobody, "--once", environ=QUICK)
    assert (ran.code, "the broker cannot be used" in ran.error) == (2, True)
