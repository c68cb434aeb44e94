"""Parts of a cluster are killed: no video is lost, and few snippets are made twice."""

import os
import signal
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import msgspec
import pytest
from msgspec.structs import replace

from flickbook.core.model import Order, Snippet
from flickbook.core.planning import job_for
from flickbook.engines.celery.queues import DEAD
from flickbook.engines.orders import cancel
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import locate
from scripts.process import free_ports
from tests import clips
from tests.cluster.fleet import PAUSE, RECIPE, Fleet, Ordered, Worker, job_of
from tests.waiting import until

Named = Callable[[Path, str], Path]

pytestmark = pytest.mark.xdist_group("cluster")


def at_work(fleet: Fleet, ordered: Ordered) -> Worker:
    """Wait for a worker that is in the middle of a job, and return it."""

    def found() -> list[Worker]:
        return [worker for worker in fleet.keep(2) if len(worker.made(ordered)) > 2]

    return until(found, f"a worker at {ordered.order.name}", PAUSE)[0]


def deliveries(fleet: Fleet, ordered: Ordered) -> int:
    """Return how many time slices began with the job of the whole film."""
    whole = ordered.order.name, 0, len(ordered.snippets)
    lines = [line for worker in fleet.workers for line in worker.lines]
    return [(line.get("book"), line.get("snippet"), line.get("snippets")) for line in lines].count(whole)


def assert_complete(fleet: Fleet, ordered: Ordered, twice: int) -> None:
    """Check that the book is complete, and that at most `twice` snippets were made again."""
    assert ordered.wait().complete
    made = fleet.made(ordered)
    assert sorted(set(made)) == [snippet.start for snippet in ordered.snippets]
    assert len(made) - len(set(made)) <= twice


def dropped(fleet: Fleet, ordered: Ordered) -> list[str]:
    """Return the reasons why orders of a video were dropped."""
    lines = [line for worker in fleet.workers for line in worker.lines if line.get("outcome") == "dropped"]
    return [line["message"] for line in lines if "video" in line and line["book"] == ordered.order.name]


def letters_of_death(fleet: Fleet, deadly: Ordered, *others: Ordered, **kind: Any) -> list[dict[str, Any]]:
    """Replace the worker whenever it has died, until all work is done, and return the dead letters.

    There may be two of a snippet: a worker that dies after it has sent a job on, but before its acknowledgement is
    sent, leaves a copy.
    """

    def ended() -> bool:
        fleet.keep(1, **kind)
        return fleet.has_manifests(deadly, *others) and fleet.sender.depths()[DEAD] > 0 and fleet.is_idle()

    until(ended, "the last book and the last dead letter", PAUSE)
    assert [(failed.start, failed.error) for failed in deadly.wait().failed] == [(2, "WorkerCrashed")]
    return fleet.letters()


def noted(fleet: Fleet, video: Path) -> Ordered:
    """Record an order in the output store without sending it."""
    wanted = Order(locate(str(video)), video.stem, RECIPE, locate(str(fleet.out)))
    return Ordered(Orders(wanted.out).place(wanted))


def is_partial(ordered: Ordered) -> bool:
    return ordered.state == "partial"


def test_a_killed_process_costs_only_its_snippet(fleet: Fleet, film: Path, named: Named) -> None:
    fleet.keep(2)
    ordered = fleet.order(named(film, "slow-child"))
    (victim,) = at_work(fleet, ordered).children
    os.kill(victim, signal.SIGKILL)
    assert_complete(fleet, ordered, twice=1)


def test_a_killed_worker_costs_only_its_snippet(fleet: Fleet, film: Path, named: Named) -> None:
    fleet.keep(2)
    ordered = fleet.order(named(film, "slow-worker"))
    at_work(fleet, ordered).kill()
    assert_complete(fleet, ordered, twice=1)


def test_sigterm_ends_a_worker_after_its_snippet_and_nothing_is_made_twice(
    fleet: Fleet, film: Path, named: Named
) -> None:
    fleet.keep(2)
    ordered = fleet.order(named(film, "slow-term"))
    worker = at_work(fleet, ordered)
    worker.kill(signal.SIGTERM)
    assert worker.end() == 0
    assert_complete(fleet, ordered, twice=0)


def test_a_repeated_order_and_a_repeated_job_make_one_book(fleet: Fleet, film: Path, named: Named) -> None:
    fleet.keep(2)
    ordered = fleet.order(named(film, "slow-twice"))
    fleet.sender.order(ordered.order)
    plan = until(ordered.book.plan, "the plan", PAUSE)
    fleet.sender.send([job_for(plan, plan.snippets, ordered.order.out)] * 2)
    assert ordered.wait().complete
    until(lambda: ordered.state == "complete" and fleet.is_idle(), "the end of all copies", PAUSE)
    made = fleet.made(ordered)
    # When the book is complete, a copy makes nothing again, nor does a copy with `afresh`.
    fleet.sender.order(ordered.order)
    fleet.sender.order(replace(ordered.order, afresh=True))
    until(lambda: len(dropped(fleet, ordered)) >= 2, "the copies", PAUSE)
    assert (fleet.made(ordered), ordered.state) == (made, "complete")


def test_an_order_of_what_was_cancelled_or_deleted_changes_nothing(fleet: Fleet, clip: Path, named: Named) -> None:
    fleet.keep(2)
    cancelled, deleted = (
        {attempt: noted(fleet, named(clip, f"{what}{attempt}")) for attempt in (1, 3)}
        for what in ("cancelled", "deleted")
    )
    for ordered in cancelled.values():
        cancel(ordered.order.out, ordered.order.name)
    for ordered in deleted.values():
        Orders(ordered.order.out).delete(ordered.order.name)
    for attempt, ordered in (*cancelled.items(), *deleted.items()):
        fleet.sender.order(ordered.order, attempt)
    for ordered in (*cancelled.values(), *deleted.values()):
        until(lambda ordered=ordered: dropped(fleet, ordered), f"the end of {ordered.order.name}", PAUSE)  # type: ignore[misc]
    assert [ordered.state for ordered in cancelled.values()] == ["cancelled"] * 2
    assert [(ordered.record, ordered.book.plan()) for ordered in deleted.values()] == [(None, None)] * 2


def test_a_snippet_that_kills_or_hangs_its_process_fails_alone(fleet: Fleet, clip: Path, named: Named) -> None:
    fleet.keep(2)
    sick = [fleet.order(named(clip, name)) for name in ("poison", "stuck")]
    well = [fleet.order(named(clip, name)) for name in ("well", "slow-well")]
    for ordered, error in zip(sick, ("WorkerCrashed", "WorkerTimeout"), strict=True):
        assert [(failed.start, failed.error) for failed in ordered.wait().failed] == [(2, error)]
        until(partial(is_partial, ordered), "its entry", PAUSE)
    for ordered in well:
        assert_complete(fleet, ordered, twice=0)
    letters = [msgspec.json.decode(body) for body in fleet.gather(DEAD, 2)]
    bad = (Snippet(2, Fraction(3)),)
    assert sorted((letter["error"], letter["attempts"], job_of(letter).snippets) for letter in letters) == [
        ("WorkerCrashed", 3, bad),
        ("WorkerTimeout", 3, bad),
    ]


def test_an_order_with_another_recipe_is_filled_though_the_last_one_is_under_way(
    fleet: Fleet, named: Named, tmp_path: Path
) -> None:
    fleet.keep(1)
    # Too short to be released before its end.
    video = named(clips.make(tmp_path / "short.mp4", frames=20, rate=10), "slow-again")
    first = fleet.order(video)
    until(lambda: first.done, "its first snippet", PAUSE)
    other = make_recipe(snippet=1, size=32)
    second = fleet.order(video, recipe=other)
    until(lambda: second.record is not None and second.record.fills(second.order), "the next plan", PAUSE)
    until(lambda: second.state == "complete", "the next book", PAUSE)
    plan = second.book.plan()
    assert plan is not None
    assert plan.recipe == other


def test_a_second_sigterm_ends_a_worker_at_once(fleet: Fleet, clip: Path, named: Named) -> None:
    (port,) = free_ports(1)
    (worker,) = fleet.keep(1, FLICKBOOK_HEALTH=f"127.0.0.1:{port}", FLICKBOOK_SNIPPET_TIMEOUT="600")
    fleet.order(named(clip, "stuck-term"))
    until(lambda: any(line["message"] == "stuck" for line in worker.lines), "the worker to begin", PAUSE)
    (child,) = worker.children
    worker.kill(signal.SIGTERM)
    ready = f"http://127.0.0.1:{port}/readyz"
    until(lambda: httpx.get(ready).text == "the worker is stopping\n", "the worker to be stopping", PAUSE)
    worker.kill(signal.SIGTERM)
    assert worker.end() == -signal.SIGTERM
    until(lambda: not Path(f"/proc/{child}").exists(), "its child process to end", PAUSE)
    fleet.clear()


def test_a_snippet_that_kills_whole_workers_fails_alone_whatever_their_other_jobs(
    fleet: Fleet, film: Path, clip: Path, named: Named
) -> None:
    fleet.kill_workers()
    deadly = fleet.order(named(clip, "deadly"))
    well = [fleet.order(named(film, name)) for name in ("slow-beside", "slow-after")]
    letters = letters_of_death(fleet, deadly, *well, slots=2)
    for ordered in well:
        # If a worker dies after it has sent a film, and before it has confirmed the order, the film is sent again.
        assert_complete(fleet, ordered, twice=3 if deliveries(fleet, ordered) == 1 else len(ordered.snippets))
    for letter in letters:
        assert (letter["task"], letter["error"], letter["attempts"]) == ("flickbook.render", "WorkerCrashed", 3)
        assert "every worker that began it died" in letter["message"]
        assert (job_of(letter).name, len(job_of(letter).snippets)) == ("deadly", 1)


def test_a_snippet_that_kills_whole_workers_fails_alone_with_one_attempt_too(
    fleet: Fleet, clip: Path, named: Named
) -> None:
    fleet.kill_workers()
    deadly = fleet.order(named(clip, "deadly-once"))
    for letter in letters_of_death(fleet, deadly, FLICKBOOK_TRIES="1"):
        assert (letter["error"], letter["attempts"]) == ("WorkerCrashed", 1)


def test_a_worker_that_is_suspended_loses_its_job_and_does_no_harm_when_it_continues(
    fleet: Fleet, film: Path, clip: Path, named: Named
) -> None:
    # The broker closes the connection after two to three heartbeats.
    (worker,) = fleet.keep(1, FAULTY_HEARTBEAT="1")
    ordered = fleet.order(named(film, "slow-still"))
    until(lambda: len(worker.made(ordered)) > 2, "the worker to begin", PAUSE)
    worker.kill(signal.SIGSTOP)
    for child in worker.children:
        os.kill(child, signal.SIGSTOP)
    other = fleet.start()
    manifest = ordered.wait()
    assert manifest.complete
    for child in worker.children:
        os.kill(child, signal.SIGCONT)
    worker.kill(signal.SIGCONT)
    other.kill(signal.SIGTERM)
    other.end()
    again = fleet.order(named(clip, "again"))
    assert_complete(fleet, again, twice=0)
    assert worker.made(again)
    assert ordered.book.manifest() == manifest
