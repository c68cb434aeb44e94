"""A cluster makes the same files as one machine."""

import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import httpx
import pytest
from amqp.exceptions import NotFound
from kombu.connection import Connection

from flickbook import api
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import locate
from scripts.process import free_ports
from tests.books import render
from tests.cli.run import flickbook
from tests.cluster.fleet import FLICKBOOK, PAUSE, Fleet, metrics
from tests.tools import ROOT
from tests.waiting import until

pytestmark = pytest.mark.xdist_group("cluster")

CELERY = [sys.executable, "-m", "celery", "-A", "flickbook.engines.celery"]
SMALL = ("--snippet", "1", "--size", "64")
# Files about the work, which differ.
RECORDS = {"manifest.json", "receipts", ".flickbook"}


def pictures(folder: Path) -> dict[str, bytes]:
    files = [path.relative_to(folder) for path in folder.rglob("*") if path.is_file()]
    return {str(path): (folder / path).read_bytes() for path in files if not RECORDS & set(path.parts)}


def test_a_cluster_makes_the_same_bytes_as_one_machine_and_serves_metrics(
    fleet: Fleet, film: Path, tmp_path: Path
) -> None:
    fleet.kill_workers()
    ports = free_ports(2)
    begun = time.time()
    workers = [fleet.start(command=FLICKBOOK, FLICKBOOK_HEALTH=f"127.0.0.1:{port}") for port in ports]
    workers = [worker.ready() for worker in workers]
    ran = fleet.run("submit", film, "--out", fleet.out, *SMALL, "--wait", "--json", "--broker", fleet.broker)
    assert (ran.code, ran.err) == (0, "")
    (video,) = ran.json["videos"]
    assert ran.json["type"] == "submit-wait"
    assert (video["totals"]["snippets"], video["kept"]) == (20, 0)
    render(film, tmp_path / "here", make_recipe(snippet=1, size=64))
    assert pictures(fleet.out) == pictures(tmp_path / "here")
    made = [line for worker in workers for line in worker.lines if line["message"] == "made"]
    assert sorted((line["plan"], line["snippet"]) for line in made) == [(video["plan"], k) for k in range(20)]
    answers = [httpx.get(f"http://127.0.0.1:{ports[0]}/{path}").text for path in ("healthz", "readyz")]
    assert answers == ["ok\n", "ok\n"]
    count = until(lambda: counted(ports, len(made)), "the counts", PAUSE)
    book = Book(locate(str(fleet.out)), "film")
    plan = book.plan()
    assert plan is not None
    receipts = book.receipts(plan)
    for step in ("decode", "gif", "stills", "storyboard", "store"):
        took = sum(receipt.timing.steps[step] for receipt in receipts if receipt.timing is not None)
        assert count[f"flickbook_step_seconds_total {step}"] == pytest.approx(took)
    stored = sum(file.bytes for receipt in receipts for file in receipt.artifacts)
    assert count["flickbook_stored_bytes_total"] == stored
    assert count["flickbook_decoded_frames_total"] == sum(receipt.decoded for receipt in receipts)
    assert count["flickbook_decode_speed_count"] == 20
    speeds = [1 / receipt.timing.steps["decode"] for receipt in receipts if receipt.timing is not None]
    assert count["flickbook_decode_speed_sum"] == pytest.approx(sum(speeds))
    ended = Counter(line["outcome"] for worker in workers for line in worker.lines if "outcome" in line)
    assert (count["flickbook_jobs_total done plan"], ended["done"] > 1) == (1, True)
    for outcome in ended:
        assert sum(count[f"flickbook_jobs_total {outcome} {task}"] for task in ("plan", "render")) == ended[outcome]
    assert count["flickbook_queue_wait_seconds_count plan"] == 1
    assert count["flickbook_queue_wait_seconds_count render"] == ended.total() - 1
    assert 0 < count["flickbook_queue_wait_seconds_sum render"] < ended.total() * (time.time() - begun)


def test_celerys_own_command_starts_a_worker(fleet: Fleet, clip: Path) -> None:
    fleet.kill_workers()
    words = ["worker", "--concurrency", "2", "--hostname", "own@test"]
    worker = fleet.start(2, CELERY, words=words, FLICKBOOK_BROKER=fleet.broker)
    ordered = fleet.order(clip)
    assert ordered.wait().complete
    assert sorted(worker.made(ordered)) == [0, 1, 2, 3, 4, 5]
    until(fleet.is_idle, "the worker to be idle", PAUSE)
    (seen,) = fleet.sender.view().workers or []
    assert (seen.name, seen.slots) == ("own@test", 2)
    worker.kill(signal.SIGTERM)
    assert worker.end() == 0
    assert any(line["message"] == "stopped" for line in worker.lines)


def test_no_queues_for_delayed_messages_are_made(fleet: Fleet) -> None:
    fleet.keep(1)[0].ready()
    until(lambda: fleet.sender.view().workers, "the worker to answer", PAUSE)
    with Connection(fleet.broker) as connection, pytest.raises(NotFound, match="celery_delayed_27"):
        connection.default_channel.queue_declare("celery_delayed_27", passive=True)


def test_a_worker_that_starts_later_shares_a_long_film(
    fleet: Fleet, film: Path, named: Callable[[Path, str], Path]
) -> None:
    (first,) = fleet.keep(1)
    ordered = fleet.order(named(film, "slow-shared"))
    until(lambda: first.made(ordered), "the worker to begin", PAUSE)
    second = fleet.keep(2)[1]
    assert ordered.wait().complete
    assert fleet.made(ordered) == list(range(20))
    assert second.made(ordered)


def counted(ports: list[int], snippets: int) -> Counter[str]:
    """Return the sum of the workers' metrics once all snippets and all outcomes are counted."""
    count: Counter[str] = Counter()
    for port in ports:
        count.update(metrics(port))
    ended = sum(value for name, value in count.items() if name.startswith("flickbook_jobs_total"))
    begun = sum(value for name, value in count.items() if name.startswith("flickbook_queue_wait_seconds_count"))
    return count if count["flickbook_snippets_total"] == snippets and ended == begun else Counter()


def test_the_example_of_an_own_celery_app_orders_a_video(fleet: Fleet, clip: Path) -> None:
    fleet.keep(1)
    code = "import sys, celery_app; print(celery_app.make_previews(*sys.argv[1:]))"
    environ = {"FLICKBOOK_BROKER": fleet.broker, "FLICKBOOK_SNIPPET": "1", "FLICKBOOK_SIZE": "64"}
    command = [sys.executable, "-c", code]
    ran = flickbook(clip, fleet.out, cwd=ROOT / "examples", environ=environ, command=command)
    assert (ran.code, ran.err) == (0, "")
    where = ran.out.strip()
    until(lambda: api.status(where).state == "complete", "the book", PAUSE)
