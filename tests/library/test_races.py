"""Races of several workers, planners and failure handlers on one book, played one move at a time."""

import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from flickbook import api
from flickbook.core import layout
from flickbook.core.model import Failure, Job, Plan
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import Collector
from flickbook.engines.job import work
from flickbook.engines.orders import plan_source, submit
from flickbook.errors import SourceChanged, StoreError
from flickbook.library.book import Book
from flickbook.library.completion import give_up, record_attempt
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.storyboard import MAIN_FILES, VTT_KEY
from tests import clips

OUTAGE = Failure("StoreError", "the store was away")
ERROR = StoreError("the store", "was away", "wait")
ONE_EACH = Engine(workers=1, run_length=1)


class Stage:
    """A video with a book in memory, and its jobs, one a snippet."""

    def __init__(self, folder: Path, seconds: int) -> None:
        folder.mkdir(exist_ok=True)
        self.video = clips.make(folder / "movie.mp4", frames=25 * seconds)
        # An own store in memory, with conditional writes as in S3.
        self.out = f"memory://{uuid.uuid4().hex}"
        self.plan = self.planned()
        self.jobs = self.submit()

    def planned(self) -> Plan:
        return plan_source(str(self.video), make_recipe(snippet=1, size=64), Limits())

    def submit(self) -> list[Job]:
        sent = Collector()
        submit(self.plan, self.out, sent, ONE_EACH)
        return sent.jobs

    def book(self) -> Book:
        return Book(self.out, "movie")

    def check_complete(self) -> None:
        """Check that every picture of the plan is stored, in a receipt and in the manifest."""
        assert api.status(f"{self.out}/movie").state == "complete"
        manifest = self.book().manifest()
        assert manifest is not None
        listed = {file.key for file in manifest.files}
        assert len(listed) == 3 * len(self.plan.snippets)
        there = set(self.book().store.list_folder()) - {layout.PLAN_KEY, layout.MANIFEST_KEY}
        assert there == listed | set(MAIN_FILES)
        vtt = self.book().store.get(VTT_KEY)
        assert vtt is not None
        assert vtt.count(b"-->") == len(self.plan.snippets)


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path, seconds=3)


def once_before(monkeypatch: pytest.MonkeyPatch, verb: str, act: Callable[[], object], after: int = 0) -> None:
    """Call `act` just before the next call of a method of Book, or after so many calls."""
    honest = getattr(Book, verb)
    calls: list[object] = []

    def called(*arguments: Any, **options: Any) -> Any:
        calls.append(arguments)
        if len(calls) > after:
            monkeypatch.setattr(Book, verb, honest)
            act()
        return honest(*arguments, **options)

    monkeypatch.setattr(Book, verb, called)


def test_completing_a_book_keeps_files_that_are_stored_but_not_signed(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = stage.jobs
    work(first)
    for job in (second, third):
        give_up(job, OUTAGE, attempts=3)
    # Both are sent again. Between the files and the receipt of the third, the second completes the book.
    once_before(monkeypatch, "store_receipt", lambda: work(second))
    work(third)
    stage.check_complete()


def test_dead_letters_sent_again_all_at_once_make_the_whole_book(tmp_path: Path) -> None:
    stage = Stage(tmp_path, seconds=8)
    for job in stage.jobs:
        give_up(job, OUTAGE, attempts=3)
    threads = [threading.Thread(target=work, args=(job,)) for job in stage.jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    stage.check_complete()


def test_a_worker_that_completes_a_book_from_old_receipts_repeats_it(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = stage.jobs
    work(first)
    work(second)
    # The failure handler has read the receipts; then a duplicate of the job succeeds and completes the book.
    once_before(monkeypatch, "complete", lambda: work(third))
    give_up(third, OUTAGE, attempts=3)
    stage.check_complete()


def test_files_deleted_by_a_slow_planner_are_made_again(stage: Stage) -> None:
    first, second, third = stage.jobs
    work(first)
    work(second)
    stage.book().store.delete(["movie-0.gif", "movie-1-frame-0.jpg"])
    work(third)
    stage.check_complete()


def test_planning_again_makes_snippets_with_missing_files_again(stage: Stage) -> None:
    for job in stage.jobs:
        work(job)
    stage.book().store.delete(["movie-1.gif"])
    again = stage.submit()
    assert [job.snippets[0].start for job in again] == [1]
    work(again[0])
    stage.check_complete()


def test_a_failed_attempt_does_not_replace_a_success_that_was_signed_meanwhile(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, third = stage.jobs
    work(first)
    work(second)
    record_attempt(third, ERROR)
    once_before(monkeypatch, "check_current", lambda: work(third), after=1)
    record_attempt(third, ERROR)
    stage.check_complete()


def test_a_slow_planner_does_not_replace_the_plan_of_a_newer_version(stage: Stage) -> None:
    clips.make(stage.video, frames=50)
    with pytest.raises(SourceChanged, match="was replaced while it was planned"):
        stage.submit()
    stage.plan = stage.planned()
    for job in stage.submit():
        work(job)
    stage.check_complete()
