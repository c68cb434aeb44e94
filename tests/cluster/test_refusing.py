"""What cannot be made is refused, and what is not ours is put aside; workers live on."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from flickbook import api
from flickbook.core.model import Order
from flickbook.core.settings import Cluster
from flickbook.engines import choice
from flickbook.engines.celery.queues import DEAD, LONG, MOST_DELIVERIES, RENDER, SHORT
from flickbook.engines.configuration import Settings
from flickbook.library.order_records import Orders
from flickbook.storage import locate
from tests.cluster.fleet import PAUSE, RECIPE, Fleet, Ordered, job_of
from tests.waiting import until

pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture(params=["rabbitmq", "redis"])
def fleet(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Fleet]:
    cluster: Fleet = request.getfixturevalue(f"on_{request.param}")
    cluster.begin(tmp_path / "out")
    yield cluster
    assert not cluster.letters()


def refused(ordered: Ordered) -> str:
    until(lambda: ordered.state == "refused", "a refusal", PAUSE)
    assert ordered.record is not None
    assert ordered.record.failure is not None
    status = api.status(ordered.book.where)
    assert (status.state, status.failure) == ("refused", ordered.record.failure)
    return ordered.record.failure.error


def test_what_is_no_video_is_refused_with_a_dead_letter(fleet: Fleet, clip: Path, tmp_path: Path) -> None:
    workers = fleet.keep(2)
    text = tmp_path / "text.mp4"
    text.write_text("no video")
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(clip.read_bytes()[:1000])
    orders = [fleet.order(video) for video in (text, cut)]
    wanted = Order(locate(str(tmp_path / "never.mp4")), "never", RECIPE, locate(str(fleet.out)))
    Orders(wanted.out).place(wanted)
    fleet.sender.order(wanted)
    errors = [refused(ordered) for ordered in (*orders, Ordered(wanted))]
    assert errors == ["FormatRefused", "FormatRefused", "SourceMissing"]
    letters = [msgspec.json.decode(body) for body in fleet.gather(DEAD, 3)]
    assert sorted((letter["task"], letter["error"], letter["attempts"]) for letter in letters) == [
        ("flickbook.plan", error, 1) for error in errors
    ]
    assert all(worker.lives for worker in workers)


def strays() -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Give messages that no dispatcher sends, each as its body and properties."""
    json = {"content_type": "application/json", "content_encoding": "utf-8"}
    pickle = {"content_type": "application/x-python-serialize", "content_encoding": "binary"}
    ours = {"task": RENDER, "id": "1"}
    good = b'[["{}"], {}, {}]'
    yield b"\xff\x00", {"content_type": "application/octet-stream", "content_encoding": "binary"}
    yield b"gAR9lC4=", {**pickle, "headers": ours}
    for body in (b"{broken", b'{"no": "task"}', b"[1]", b"[" * 100_000):
        yield body, json
    for body in (b"", b"7", b"[1]", b"[[], {}, {}]", b"[[7], {}, {}]", b'[["{}"], {"attempt": "x"}, {}]', good):
        yield body, {**json, "headers": ours}
    for headers in ({"id": 7}, {"task": [RENDER]}, {"task": "somebody.elses"}, {"eta": "never"}, {"timelimit": 3}):
        yield good, {**json, "headers": {**ours, **headers}}
    yield good, {**json, "headers": {"task": RENDER}}
    yield b"neither packed", {**json, "headers": {**ours, "compression": "application/x-gzip"}}
    yield b"nor known", {**json, "headers": {**ours, "compression": "application/nonsense"}}


def test_messages_that_are_not_ours_end_no_worker_and_lie_among_the_dead(fleet: Fleet, clip: Path) -> None:
    workers = fleet.keep(2)
    sent = list(strays())
    for number, (body, properties) in enumerate(sent):
        fleet.put((SHORT, LONG)[number % 2], body, **properties)
    until(lambda: fleet.sender.depths()[DEAD] >= len(sent), "all strays", PAUSE)
    with choice.make_dead_letters(Settings(cluster=Cluster(broker=fleet.broker))) as queue:
        letters = queue.peek()
    assert [letter.task for letter in letters] == [None] * len(sent)
    fleet.clear()
    assert fleet.order(clip).bound().complete
    assert all(worker.lives for worker in workers)


def test_what_nobody_foresaw_is_tried_as_often_on_every_broker_and_then_given_up(
    fleet: Fleet, clip: Path, named: Callable[[Path, str], Path]
) -> None:
    workers = fleet.keep(2)
    # In one snippet, so that it is one job.
    fleet.order(named(clip, "strange"), recipe=replace(RECIPE, snippet=6))
    (letter,) = [msgspec.json.decode(body) for body in fleet.gather(DEAD, 1)]
    assert (job_of(letter).name, letter["attempts"], letter["error"]) == (
        "strange",
        MOST_DELIVERIES + 1,
        "RenderFailed",
    )
    assert "LookupError: nobody foresaw it" in letter["message"]
    assert fleet.sender.depths() == {SHORT: 0, LONG: 0, DEAD: 0}
    assert all(worker.lives for worker in workers)
