"""Failed attempts are recorded in receipts, and only a final receipt completes a snippet."""

from pathlib import Path

import pytest

from flickbook.core.manifest import is_whole
from flickbook.core.model import Failure, Job, Plan, Receipt
from flickbook.core.planning import job_for
from flickbook.core.settings import Limits
from flickbook.engines.job import work
from flickbook.engines.orders import plan_source
from flickbook.errors import StoreError
from flickbook.library.book import Book
from flickbook.library.completion import failure_of, give_up, record_attempt
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import locate
from tests import clips

ERROR = StoreError("the store", "was away", "wait")


@pytest.fixture
def job(tmp_path: Path) -> Job:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    plan = plan_source(str(video), make_recipe(snippet=2, size=64), Limits())
    out = locate(str(tmp_path / "out"))
    Book(out, plan.name).adopt(plan)
    return job_for(plan, plan.snippets, out)


def receipts(job: Job) -> list[Receipt]:
    return book(job).receipts(plan(job))


def book(job: Job) -> Book:
    return Book(job.out, job.name)


def plan(job: Job) -> Plan:
    found = book(job).plan()
    assert found is not None
    return found


def test_an_attempt_that_will_be_repeated_does_not_make_the_book_whole(job: Job) -> None:
    record_attempt(job, ERROR)
    assert [receipt.failure for receipt in receipts(job)] == [Failure("StoreError", str(ERROR), final=False)] * 2
    assert not is_whole(plan(job), receipts(job))
    assert book(job).manifest() is None


def test_the_attempts_before_success_are_counted(job: Job) -> None:
    record_attempt(job, ERROR)
    record_attempt(job, ERROR)
    work(job)
    assert [(receipt.ok, receipt.attempt) for receipt in receipts(job)] == [(True, 3)] * 2
    manifest = book(job).manifest()
    assert manifest is not None
    assert manifest.complete


def test_giving_up_signs_final_receipts_and_completes_the_book(job: Job) -> None:
    record_attempt(job, ERROR)
    give_up(job, failure_of(ERROR))
    assert [(receipt.final, receipt.attempt) for receipt in receipts(job)] == [(True, 2)] * 2
    manifest = book(job).manifest()
    assert manifest is not None
    assert len(manifest.failed) == 2


def test_a_late_attempt_neither_undoes_success_nor_reopens_what_was_given_up(job: Job) -> None:
    give_up(job, failure_of(ERROR), attempts=3)
    record_attempt(job, ERROR)
    assert [(receipt.final, receipt.attempt) for receipt in receipts(job)] == [(True, 3)] * 2
    work(job)
    record_attempt(job, ERROR)
    give_up(job, failure_of(ERROR))
    assert all(receipt.ok for receipt in receipts(job))
