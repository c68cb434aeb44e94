"""Workers wait for a store that is unreachable or full. Jobs that fail for it can be sent again later."""

import json
import os
import signal
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from flickbook.core.model import Failure, Order
from flickbook.core.planning import job_for
from flickbook.core.settings import Limits
from flickbook.engines import following
from flickbook.engines.celery.queues import DEAD, LONG, SHORT
from flickbook.engines.following import follow
from flickbook.engines.orders import plan_source
from flickbook.errors import StoreError
from flickbook.library.order_records import Orders
from flickbook.storage import locate
from scripts.process import Service, free_ports
from scripts.services import seaweed, store_environ
from tests.cluster.fleet import PAUSE, RECIPE, Fleet, Ordered, Worker, job_of, metrics
from tests.cluster.forkserver import ForkServer
from tests.tools import small_disk_at
from tests.waiting import until

FULL, ROOMY = "100k", "10m"
BURIED = "flickbook_jobs_total buried render"


pytestmark = pytest.mark.xdist_group("outages")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    with seaweed(tmp_path / "store", ["previews"]) as server:
        use(server.url, monkeypatch)
        yield server


@pytest.fixture
def no_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Set the store's address to a port where nothing listens."""
    (port,) = free_ports(1)
    use(f"http://127.0.0.1:{port}", monkeypatch)


def use(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in store_environ(endpoint).items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a small disk, with room for a few pictures."""
    folder = tmp_path / "disk"
    with small_disk_at(folder, FULL):
        yield folder


def test_a_store_that_is_unreachable_for_a_while_costs_no_attempt(
    fleet: Fleet,
    forks: ForkServer,
    store: Service,
    film: Path,
    named: Callable[[Path, str], Path],
    tmp_path: Path,
) -> None:
    workers = fleet.keep(2, FLICKBOOK_PATIENCE="60", FLICKBOOK_SNIPPET_TIMEOUT="60")
    video = named(film, "slow-store")
    ordered = Ordered(Order(locate(str(video)), "slow-store", RECIPE, "s3://previews"))
    words = ["submit", str(video), "--out", "s3://previews", "--snippet", "1", "--size", "64", "--wait", "--json"]
    out, errors = tmp_path / "out.json", tmp_path / "errors"
    submit = forks.start([*words, "--broker", fleet.broker], os.environ, out, errors)
    until(lambda: all(worker.made(ordered) for worker in workers), "both workers to begin", PAUSE)
    store.kill()
    # Longer than the retries of the store's client: the workers and `submit` wait.
    until(lambda: all(map(waits, workers)) and errors.read_text(), "workers and `submit` to wait for it", PAUSE)
    store.restart()
    assert ordered.wait().complete
    assert all(receipt.attempt == 1 for receipt in ordered.receipts)
    # `submit --wait` waits for the store too, and prints one line.
    assert submit.wait() == 0
    assert json.loads(out.read_text())["videos"][0]["totals"]["snippets"] == 20
    (line,) = errors.read_text().splitlines()
    assert line.startswith("waiting: s3://previews/")


def waits(worker: Worker) -> bool:
    """Return whether a worker has logged that it waits for a store."""
    return any("pause" in line for line in worker.lines)


@pytest.mark.usefixtures("no_store")
def test_a_worker_that_stops_while_the_store_is_unreachable_sends_work_on_with_the_same_attempt(
    fleet: Fleet, clip: Path
) -> None:
    plan = plan_source(str(clip), RECIPE, Limits(), "job")
    (worker,) = fleet.keep(1, slots=2, FLICKBOOK_PATIENCE="60")
    # Its last attempt: another failure would make it a dead letter.
    fleet.sender.send([job_for(plan, plan.snippets[:1], "s3://previews")], attempt=3)
    until(lambda: waits(worker), "the worker to wait", PAUSE)
    fleet.sender.order(Order(locate(str(clip)), "order", RECIPE, "s3://previews"), attempt=2)

    def waiting() -> dict[str, dict[str, Any]]:
        return {line["book"]: line for line in worker.lines if "pause" in line}

    until(lambda: len(waiting()) == 2, "the job and the order to wait", PAUSE)
    worker.kill(signal.SIGTERM)
    assert worker.end() == 0
    assert (waiting()["job"]["plan"], waiting()["job"]["snippet"]) == (plan.id, 0)
    left = [msgspec.json.decode(body)[1] for queue in (LONG, SHORT) for body in fleet.receive(queue)]
    assert left == [{"attempt": 3}, {"attempt": 2}]
    assert fleet.sender.depths()[DEAD] == 0
    assert [line["outcome"] for line in worker.lines if "outcome" in line] == ["shared", "shared"]


@pytest.mark.usefixtures("no_store")
def test_follow_waits_for_a_store_only_for_the_given_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "POLL_SECONDS", 0.01)
    outages: list[StoreError] = []
    with pytest.raises(StoreError):
        follow(Order("memory://films/a.mp4", "a", RECIPE, "s3://previews"), print, 0.5, outages.append)
    assert len(outages) == 1


@pytest.fixture(scope="module")
def impatient() -> dict[str, Any]:
    """Return settings of a worker that hardly waits for a store, and serves metrics."""
    (port,) = free_ports(1)
    return {"FLICKBOOK_PATIENCE": "0.1", "FLICKBOOK_HEALTH": f"127.0.0.1:{port}"}


def counted(port: int, before: Mapping[str, float]) -> Counter[str]:
    """Return the metrics of a worker, less those of an earlier time."""
    counts = Counter[str](metrics(port))
    counts.subtract(before)
    return counts


def test_follow_raises_a_refusal_for_a_store_error_without_waiting() -> None:
    wanted = Order("memory://films/a.mp4", "a", RECIPE, "memory://waiting")
    orders = Orders(wanted.out)
    wanted = orders.place(wanted)
    refusal = Failure("StoreError", "a: is away; try again.")
    orders.note_failure(wanted, refusal, final=True)
    outages: list[StoreError] = []
    with pytest.raises(StoreError, match="is away; try again"):
        follow(wanted, print, 60, outages.append)
    assert outages == []


def test_an_order_for_a_full_disk_is_tried_three_times(
    fleet: Fleet, clip: Path, disk: Path, impatient: dict[str, Any]
) -> None:
    fleet.keep(1, **impatient)
    wanted = Order(locate(str(clip)), "clip", RECIPE, locate(str(disk)))
    wanted = Orders(wanted.out).place(wanted)
    with suppress(OSError):
        (disk / "more").write_bytes(bytes(1_000_000))
    fleet.sender.order(wanted)
    (letter,) = fleet.letters_when_idle()
    assert (letter["error"], letter["attempts"]) == ("OutputFull", 3)


def test_a_full_disk_becomes_dead_letters_that_can_be_sent_again(
    fleet: Fleet, film: Path, disk: Path, impatient: dict[str, Any]
) -> None:
    (worker,) = fleet.keep(1, **impatient)
    worker.ready()
    port = int(impatient["FLICKBOOK_HEALTH"].rpartition(":")[2])
    before = metrics(port)
    ordered = fleet.order(film, str(disk))
    letters = fleet.letters_when_idle()
    assert {letter["error"] for letter in letters} == {"OutputFull"}
    assert ordered.book.manifest() is None
    # Snippets made before the error are counted, and each outcome is counted once.
    until(lambda: counted(port, before)[BURIED] == len(letters), "the last to be counted", PAUSE)
    counts = counted(port, before)
    assert counts["flickbook_snippets_total"] == len(worker.made(ordered)) > 0
    ends = Counter(line["outcome"] for line in worker.lines if "outcome" in line)
    assert ends["buried"] == len(letters)
    assert ends.total() == sum(value for name, value in counts.items() if name.startswith("flickbook_jobs_total"))
    for receipt in ordered.receipts:
        assert all((disk / "film" / file.key).stat().st_size == file.bytes for file in receipt.artifacts)
    assert not list(disk.rglob("*#*"))
    subprocess.run(["mount", "-o", f"remount,size={ROOMY}", disk], check=True)
    fleet.sender.send([job_of(letter) for letter in letters])
    assert ordered.wait().complete
