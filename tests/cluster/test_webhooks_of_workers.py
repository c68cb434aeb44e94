"""A worker delivers the event of a book that it completes; without a webhook it records it for another program."""

from pathlib import Path

import pytest

from tests.cluster.fleet import Fleet
from tests.webhooks.receiver import receiving

pytestmark = pytest.mark.xdist_group("cluster")


def test_a_worker_delivers_that_a_book_is_complete_or_a_video_refused(fleet: Fleet, clip: Path, tmp_path: Path) -> None:
    fleet.kill_workers()
    bad = tmp_path / "bad.mp4"
    bad.write_text("not a video")
    with receiving() as receiver:
        fleet.keep(1, 1, **receiver.environ)[0].ready()
        fleet.order(clip).wait()
        fleet.order(bad)
        complete, refused = receiver.wait_for(2)
        fleet.letters_when_idle()
        fleet.kill_workers()
    assert (complete["type"], complete["data"]["name"]) == ("book.complete", "clip")
    assert (refused["type"], refused["data"]["name"]) == ("book.refused", "bad")


def test_submit_wait_delivers_what_workers_without_a_webhook_recorded(
    fleet: Fleet, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleet.keep(1)
    with receiving() as receiver:
        for name, value in receiver.environ.items():
            monkeypatch.setenv(name, value)
        ran = fleet.run("submit", clip, "--out", fleet.out, "--size", "64", "--wait", "--broker", fleet.broker)
        assert (ran.code, receiver.types()) == (0, ["book.complete"])
