"""The service survives kills, its own and its workers', and leaves nothing running when it ends."""

import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from flickbook.cli.demo import SAMPLE
from tests import clips
from tests.processes import descendants, wait_until_gone, workers_of
from tests.web.server import Serving, start


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    shutil.copy(SAMPLE, tmp_path / "in" / "long.mp4")
    return tmp_path / "in"


@pytest.fixture
def long(service: Serving) -> Path:
    """A video of the shared service that takes a while."""
    return Path(shutil.copy(SAMPLE, service.source / "long.mp4"))


def wait_for_cells(serving: Serving, name: str, count: int) -> None:
    deadline = time.monotonic() + 60
    while serving.detail(name)["done"] < count:
        assert time.monotonic() < deadline, "no snippets come"
        time.sleep(0.05)


def wait_until_heard(heard: list[str], kind: str) -> None:
    deadline = time.monotonic() + 60
    while kind not in heard:
        assert time.monotonic() < deadline, heard
        time.sleep(0.05)


def wait_for_workers(serving: Serving, count: int) -> list[int]:
    deadline = time.monotonic() + 20
    while len(workers := workers_of(serving.process.pid)) < count:
        assert time.monotonic() < deadline, "no workers come"
        time.sleep(0.05)
    return workers


def test_after_kill_9_the_next_service_goes_on_and_makes_only_what_is_missing(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with start(source, out) as serving:
        serving.take("long.mp4")
        wait_for_cells(serving, "long", 3)
        clips.make(source / "late.mp4", frames=30)
        serving.take("late.mp4")
        family = descendants(serving.process.pid)
        serving.stop(signal.SIGKILL)
        wait_until_gone(family)
    receipts = {path: path.stat().st_mtime_ns for path in out.glob("long/receipts/*.json")}
    assert 3 <= len(receipts) < 30
    with start(source, out) as serving:
        assert serving.wait_for("long")["done"] == 30
        assert serving.wait_for("late")["done"] == 2
    assert {path: path.stat().st_mtime_ns for path in receipts} == receipts


def test_kill_9_of_workers_at_work_is_survived(service: Serving, long: Path) -> None:
    service.take("long.mp4")
    wait_for_cells(service, "long", 2)
    workers = workers_of(service.process.pid)
    assert len(workers) >= 3
    for worker in workers:
        os.kill(worker, signal.SIGKILL)
    assert service.wait_for("long")["failed"] == 0


def test_kill_9_of_idle_workers_is_survived_again_and_again(service: Serving) -> None:
    for number in range(4):
        clips.make(service.source / f"{number}.mp4", frames=30)
        service.take(f"{number}.mp4")
        assert service.wait_for(f"{number}")["failed"] == 0
        for worker in wait_for_workers(service, 3):
            os.kill(worker, signal.SIGKILL)
    assert service.stranger.get("/healthz").json() == {"status": "ok"}


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_ends_all_at_once_though_streams_are_open(how: signal.Signals, source: Path, tmp_path: Path) -> None:
    with start(source, tmp_path / "out") as serving:
        serving.take("long.mp4")
        heard: list[str] = []
        listener = threading.Thread(target=listen, args=(serving.events("long"), heard))
        listener.start()
        wait_until_heard(heard, "cell")
        family = descendants(serving.process.pid)
        assert len(workers_of(serving.process.pid)) >= 3
        begun = time.monotonic()
        code = serving.stop(how)
        assert time.monotonic() - begun < 5
        assert code == (130 if how == signal.SIGINT else 0)
        listener.join(5)
        assert "end" not in heard
        wait_until_gone(family)


def listen(events: Iterator[tuple[str, object]], heard: list[str]) -> None:
    for kind, _ in events:
        heard.append(kind)  # one by one: another thread waits for them


def test_a_store_that_is_away_is_said_by_health(tmp_path: Path) -> None:
    out = tmp_path / "out"
    (tmp_path / "in").mkdir()
    with start(tmp_path / "in", out) as serving:
        assert serving.stranger.get("/healthz").status_code == 200
        shutil.rmtree(out)
        out.write_text("a file where the folder was")
        answer = serving.stranger.get("/healthz")
        assert (answer.status_code, answer.json()["error"]) == (503, "StoreError")


def test_what_ends_the_work_on_a_video_is_told_and_can_be_tried_again(
    service: Serving, long: Path, tmp_path: Path
) -> None:
    service.take("long.mp4")
    wait_for_cells(service, "long", 1)
    # Another version, in place of that which is being made.
    clips.make(tmp_path / "other.mp4", frames=50)
    (tmp_path / "other.mp4").replace(long)
    refused = service.wait_for("long", "refused")
    assert refused["error"].startswith("long: was replaced during the work")
    assert service.client.post("/api/videos/long/retry").status_code == 202
    assert service.wait_for("long")["snippets"] == 2
