"""What cannot be made is refused, and what is not ours is put aside; workers live on."""

from pathlib import Path

import msgspec
import pytest

from flickbook.dispatch.celery.queues import DEAD, LONG, SHORT
from flickbook.model import Order
from flickbook.storage import locate
from tests.cluster.fleet import RECIPE, Fleet, Ordered, until

pytestmark = pytest.mark.xdist_group("cluster")


def refused(ordered: Ordered) -> str:
    until(lambda: ordered.state == "refused", "a refusal")
    assert ordered.card is not None
    assert ordered.card.failure is not None
    return ordered.card.failure.error


def test_what_is_no_video_is_refused_with_a_dead_letter(fleet: Fleet, clip: Path, tmp_path: Path) -> None:
    (worker,) = fleet.keep(1)
    text = tmp_path / "text.mp4"
    text.write_text("no video")
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(clip.read_bytes()[:1000])
    orders = [fleet.order(video) for video in (text, cut)]
    wanted = Order(locate(str(tmp_path / "never.mp4")), "never", RECIPE, locate(str(fleet.out)))
    fleet.sender.order(wanted)
    errors = [refused(ordered) for ordered in (*orders, Ordered(wanted))]
    assert errors == ["FormatRefused", "FormatRefused", "SourceMissing"]
    letters = [msgspec.json.decode(body) for body in fleet.gather(DEAD, 3)]
    assert [(letter["task"], letter["error"], letter["attempts"]) for letter in letters] == [
        ("flickbook.plan", error, 1) for error in errors
    ]
    assert worker.process.poll() is None


def test_messages_that_are_not_ours_are_buried(fleet: Fleet, clip: Path, tmp_path: Path) -> None:
    (worker,) = fleet.keep(1)
    fleet.put(SHORT, b"\xff\x00", content_type="application/octet-stream", content_encoding="binary")
    fleet.put(SHORT, b"{broken", content_type="application/json", content_encoding="utf-8")
    fleet.put(LONG, b'{"no": "task"}', content_type="application/json", content_encoding="utf-8")
    fleet.put(
        LONG,
        b"gAR9lC4=",
        content_type="application/x-python-serialize",
        content_encoding="binary",
        headers={"task": "flickbook.render", "id": "3"},
    )
    celery = {"content_type": "application/json", "content_encoding": "utf-8"}
    fleet.put(LONG, b"[[], {}, {}]", **celery, headers={"task": "flickbook.render", "id": "1"})
    fleet.put(LONG, b'[["{}"], {}, {}]', **celery, headers={"task": "flickbook.render", "id": "2"})
    fleet.put(LONG, b'[["{}"], {}, {}]', **celery, headers={"task": "somebody.elses", "id": "4"})
    fleet.put(SHORT, b"[[7], {}, {}]", **celery, headers={"task": "flickbook.plan", "id": "5"})
    fleet.put(SHORT, b'[["{}"], {"attempt": "x"}, {}]', **celery, headers={"task": "flickbook.plan", "id": "6"})
    assert len(fleet.gather(DEAD, 9)) == 9
    assert fleet.order(clip).bound().complete
    assert worker.process.poll() is None
