"""A store that is away or full is waited for; what cannot be stored in the end can be made later."""

import json
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from flickbook import following
from flickbook.book import Book
from flickbook.catalogue import Catalogue
from flickbook.dispatch.celery.queues import DEAD, LONG, SHORT
from flickbook.errors import StoreError
from flickbook.following import follow
from flickbook.model import Failure, Order
from flickbook.planning import job_for
from flickbook.settings import Limits
from flickbook.storage import locate
from flickbook.submit import plan_source
from scripts.process import Service, free_ports
from scripts.services import seaweed, store_environ
from tests.cli.run import COMMAND
from tests.cluster.fleet import RECIPE, Fleet, Ordered, job_of, metrics, until
from tests.tools import small_disk_at

FULL, ROOMY = "100k", "10m"
OUTAGE_SECONDS = 10.0
BURIED = "flickbook_jobs_total buried render"


pytestmark = pytest.mark.xdist_group("cluster")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    with seaweed(tmp_path / "store", ["previews"]) as server:
        for name, value in store_environ(server.url).items():
            monkeypatch.setenv(name, value)
        yield server


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder with room for a few pictures."""
    folder = tmp_path / "disk"
    with small_disk_at(folder, FULL):
        yield folder


def test_a_store_that_is_away_for_ten_seconds_leaves_no_mark(
    fleet: Fleet, store: Service, film: Path, named: Callable[[Path, str], Path], tmp_path: Path
) -> None:
    fleet.dismiss()
    workers = [fleet.start(FLICKBOOK_PATIENCE="60", FLICKBOOK_SNIPPET_TIMEOUT="60") for _ in range(2)]
    video = named(film, "slow-store")
    ordered = Ordered(Order(locate(str(video)), "slow-store", RECIPE, "s3://previews"))
    words = ("submit", str(video), "--out", "s3://previews", "--snippet", "1", "--size", "64", "--wait", "--json")
    with (tmp_path / "told").open("w+") as told, (tmp_path / "errors").open("w+") as errors:
        command = [*COMMAND, *words, "--broker", fleet.broker]
        submit = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=told, stderr=errors)
        until(lambda: all(worker.made(ordered) for worker in workers), "both to be at work")
        store.kill()
        begun = time.monotonic()
        until(lambda: all("error" in line for line in (worker.lines[-1] for worker in workers)), "both to notice")
        time.sleep(max(0.0, begun + OUTAGE_SECONDS - time.monotonic()))
        store.restart()
        assert ordered.bound().complete
        assert all(receipt.attempt == 1 for receipt in ordered.receipts)
        # Who waits for it waits for the store too, and says so once.
        assert submit.wait(60) == 0
        assert json.loads((tmp_path / "told").read_text())["videos"][0]["totals"]["snippets"] == 20
        (line,) = (tmp_path / "errors").read_text().splitlines()
        assert line.startswith("waiting: s3://previews/")


def test_who_must_stop_while_the_store_is_away_leaves_work_as_often_tried_as_it_was(
    fleet: Fleet, store: Service, clip: Path
) -> None:
    fleet.dismiss()
    plan = plan_source(str(clip), RECIPE, Limits(), "job")
    Book("s3://previews", plan.name).adopt(plan)
    store.kill()
    # Its last attempt, after which it would be buried.
    fleet.sender.send([job_for(plan, plan.snippets[:1], "s3://previews")], attempt=3)
    fleet.sender.order(Order(locate(str(clip)), "order", RECIPE, "s3://previews"), attempt=2)
    worker = fleet.start(slots=2, FLICKBOOK_PATIENCE="60").ready()

    def waiting() -> dict[str, dict[str, Any]]:
        return {line["book"]: line for line in worker.lines if "pause" in line}

    until(lambda: len(waiting()) == 2, "both to wait")
    worker.kill(signal.SIGTERM)
    assert worker.end() == 0
    assert (waiting()["job"]["plan"], waiting()["job"]["snippet"]) == (plan.id, 0)
    left = [msgspec.json.decode(body)[1] for queue in (LONG, SHORT) for body in fleet.take(queue)]
    assert left == [{"attempt": 3}, {"attempt": 2}]
    assert fleet.sender.depths()[DEAD] == 0
    assert [line["outcome"] for line in worker.lines if "outcome" in line] == ["shared", "shared"]


def test_who_waits_for_a_video_waits_no_longer_than_was_asked_for(
    fleet: Fleet, store: Service, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "LOOK_SECONDS", 0.01)
    ordered = fleet.order(clip, "s3://previews")
    store.kill()
    told: list[StoreError] = []
    with pytest.raises(StoreError):
        follow(ordered.order, print, 0.5, told.append)
    assert len(told) == 1
    fleet.clear()


def test_a_refusal_because_of_a_store_is_no_outage_for_who_waits(fleet: Fleet, clip: Path) -> None:
    ordered = fleet.order(clip, "memory://waiting")
    assert ordered.card is not None
    away = Failure("StoreError", f"{ordered.order.name}: is away; try again.")
    Catalogue("memory://waiting").note(replace(ordered.card, state="refused", failure=away))
    told: list[StoreError] = []
    with pytest.raises(StoreError, match="is away; try again"):
        follow(ordered.order, print, 60, told.append)
    assert told == []
    fleet.clear()


def test_an_order_for_a_full_disk_is_tried_as_often_as_a_job(fleet: Fleet, clip: Path, disk: Path) -> None:
    fleet.dismiss()
    fleet.start(FLICKBOOK_PATIENCE="0.1").ready()
    wanted = Order(locate(str(clip)), "clip", RECIPE, locate(str(disk)))
    wanted = Catalogue(wanted.out).order(wanted).order or wanted
    with suppress(OSError):
        (disk / "more").write_bytes(bytes(1_000_000))
    fleet.sender.order(wanted)
    (letter,) = fleet.last_letters()
    assert (letter["error"], letter["attempts"]) == ("OutputFull", 3)


def test_a_full_disk_becomes_dead_letters_that_can_be_sent_again(fleet: Fleet, film: Path, disk: Path) -> None:
    fleet.dismiss()
    (port,) = free_ports(1)
    worker = fleet.start(FLICKBOOK_PATIENCE="0.1", FLICKBOOK_HEALTH=f"127.0.0.1:{port}")
    ordered = fleet.order(film, str(disk))
    letters = fleet.last_letters()
    assert {letter["error"] for letter in letters} == {"OutputFull"}
    assert ordered.book.manifest() is None
    # What was made before a turn failed counts, and each end once.
    until(lambda: metrics(port).get(BURIED) == len(letters), "the last to be counted")
    counts = metrics(port)
    assert counts["flickbook_snippets_total"] == len(worker.made(ordered)) > 0
    ends = Counter(line["outcome"] for line in worker.lines if "outcome" in line)
    assert ends["buried"] == len(letters)
    assert ends.total() == sum(value for name, value in counts.items() if name.startswith("flickbook_jobs_total"))
    for receipt in ordered.receipts:
        assert all((disk / "film" / file.key).stat().st_size == file.bytes for file in receipt.artifacts)
    assert not list(disk.rglob("*#*"))
    subprocess.run(["mount", "-o", f"remount,size={ROOMY}", disk], check=True)
    fleet.sender.send([job_of(letter) for letter in letters])
    assert ordered.bound().complete
