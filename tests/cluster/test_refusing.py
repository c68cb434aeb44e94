"""Videos that cannot be planned are refused, and foreign messages become dead letters. Workers continue."""

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


def test_files_that_are_no_videos_are_refused_with_dead_letters(fleet: Fleet, clip: Path, tmp_path: Path) -> None:
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
    assert all(worker.is_alive for worker in workers)


def foreign_messages() -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Yield messages that Flickbook does not send, each with its body and properties."""
    json = {"content_type": "application/json", "content_encoding": "utf-8"}
    pickle = {"content_type": "application/x-python-serialize", "content_encoding": "binary"}
    valid = {"task": RENDER, "id": "1"}
    good = b'[["{}"], {}, {}]'
    yield b"\xff\x00", {"content_type": "application/octet-stream", "content_encoding": "binary"}
    yield b"gAR9lC4=", {**pickle, "headers": valid}
    for body in (b"{broken", b'{"no": "task"}', b"[1]", b"[" * 100_000):
        yield body, json
    for body in (b"", b"7", b"[1]", b"[[], {}, {}]", b"[[7], {}, {}]", b'[["{}"], {"attempt": "x"}, {}]', good):
        yield body, {**json, "headers": valid}
    for headers in ({"id": 7}, {"task": [RENDER]}, {"task": "somebody.elses"}, {"eta": "never"}, {"timelimit": 3}):
        yield good, {**json, "headers": {**valid, **headers}}
    yield good, {**json, "headers": {"task": RENDER}}
    yield b"neither packed", {**json, "headers": {**valid, "compression": "application/x-gzip"}}
    yield b"nor known", {**json, "headers": {**valid, "compression": "application/nonsense"}}


def test_foreign_messages_become_dead_letters_and_end_no_worker(fleet: Fleet, clip: Path) -> None:
    workers = fleet.keep(2)
    sent = list(foreign_messages())
    for number, (body, properties) in enumerate(sent):
        fleet.send((SHORT, LONG)[number % 2], body, **properties)
    until(lambda: fleet.sender.depths()[DEAD] >= len(sent), "all dead letters", PAUSE)
    with choice.make_dead_letters(Settings(cluster=Cluster(broker=fleet.broker))) as queue:
        letters = queue.peek()
    assert [letter.task for letter in letters] == [None] * len(sent)
    fleet.clear()
    assert fleet.order(clip).wait().complete
    assert all(worker.is_alive for worker in workers)


def test_a_message_that_raises_unforeseen_errors_is_given_up_after_as_many_deliveries_on_every_broker(
    fleet: Fleet, clip: Path, named: Callable[[Path, str], Path]
) -> None:
    workers = fleet.keep(2)
    # One snippet, and therefore one job.
    fleet.order(named(clip, "strange"), recipe=replace(RECIPE, snippet=6))
    (letter,) = [msgspec.json.decode(body) for body in fleet.gather(DEAD, 1)]
    assert (job_of(letter).name, letter["attempts"], letter["error"]) == (
        "strange",
        MOST_DELIVERIES + 1,
        "RenderFailed",
    )
    assert "LookupError: an unforeseen error" in letter["message"]
    assert fleet.sender.depths() == {SHORT: 0, LONG: 0, DEAD: 0}
    assert all(worker.is_alive for worker in workers)
