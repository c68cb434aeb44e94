"""A watch that orders from a cluster sends one order a version of a video, and keeps those it could not send."""

import json
from pathlib import Path

from kombu.connection import Connection

from flickbook import wire
from flickbook.model import Order
from flickbook.storage import locate
from scripts.process import Service
from tests import clips
from tests.cli.run import flickbook
from tests.watching.watcher import QUICK, watching


def take_orders(broker: str) -> list[Order]:
    """Take all orders that wait."""
    orders = []
    with Connection(broker) as connection, connection.channel() as channel:
        while (message := channel.basic_get("flickbook.short", no_ack=True)) is not None:
            document = json.loads(message.body)[0][0]
            orders.append(wire.decode(document.encode(), Order, "order"))
    return orders


def test_one_order_a_video_lies_in_the_queue_however_often_the_watch_is_started(
    rabbitmq: Service, tmp_path: Path
) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    (source / "shows").mkdir(parents=True)
    for key in ("a.mp4", "shows/ä b.mp4"):
        clips.make(source / key, frames=30)
    celery = ("--engine", "celery", "--broker", rabbitmq.url)
    with watching(source, out, tmp_path / "log", *celery) as watcher:
        watcher.wait_for("sent to the cluster", 2)
        assert watcher.stop() == 0
    ran = flickbook("watch", source, "--out", out, *celery, "--once", environ=QUICK)
    assert (ran.code, ran.err.count("sent to the cluster")) == (0, 0)
    orders = take_orders(rabbitmq.url)
    assert [order.name for order in orders] == ["a", "shows/ä b"]
    assert (orders[1].source, orders[1].out) == (locate(str(source / "shows" / "ä b.mp4")), locate(str(out)))
    assert (orders[0].recipe.snippet, orders[0].recipe.size) == (1, 64)


def test_a_watch_tells_of_orders_and_not_of_what_comes_of_them(rabbitmq: Service, tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    (source / "text.mp4").write_text("no video")
    celery = ("--engine", "celery", "--broker", rabbitmq.url)
    ran = flickbook("watch", source, "--out", out, *celery, "--once", environ=QUICK)
    assert (ran.code, "text.mp4: is new and whole; sent to the cluster" in ran.err) == (0, True)
    assert [order.name for order in take_orders(rabbitmq.url)] == ["text"]


def test_a_broker_that_is_away_loses_no_video(tmp_path: Path) -> None:
    source, out = tmp_path / "in", tmp_path / "out"
    source.mkdir()
    clips.make(source / "a.mp4", frames=30)
    nobody = ("--engine", "celery", "--broker", "amqp://127.0.0.1:9//")
    with watching(source, out, tmp_path / "log", *nobody) as watcher:
        watcher.wait_for("127.0.0.1:9//: the broker cannot be used")
        assert watcher.stop() == 0
    assert not (out / ".flickbook").exists()
    ran = flickbook("watch", source, "--out", out, *nobody, "--once", environ=QUICK)
    assert (ran.code, "the broker cannot be used" in ran.error) == (2, True)
