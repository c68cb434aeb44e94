"""A cancelled book keeps its files, gets no more, and continues when its video is submitted again."""

import subprocess
import uuid
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from flickbook import api
from flickbook.core import layout
from flickbook.core.model import Entry, Failure, Job, Order, Plan
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import Collector
from flickbook.engines.job import work
from flickbook.engines.orders import cancel, plan_source, submit
from flickbook.errors import Cancelled, SourceMissing, StoreError
from flickbook.library.book import Book
from flickbook.library.completion import give_up, record_attempt
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import local_path, locate
from flickbook.web.catalogue import Choice
from flickbook.web.details import list_videos
from flickbook.web.views import Views
from tests import clips
from tests.books import render
from tests.cli.run import COMMAND, call
from tests.waiting import LONG
from tests.web.server import halted

RECIPE = make_recipe(snippet=1, size=64)
ONE_EACH = Engine(workers=1, run_length=1)
OUTAGE = Failure("StoreError", "the store was away")


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    video = clips.make(tmp_path_factory.mktemp("video") / "movie.mp4", frames=75)
    return plan_source(str(video), RECIPE, Limits())


def fresh() -> str:
    """Return an own output URL in memory, with conditional writes as in S3."""
    return f"memory://{uuid.uuid4().hex}"


def submitted(plan: Plan, out: str, order: Order | None = None) -> list[Job]:
    sent = Collector()
    submit(plan, out, sent, ONE_EACH, order=order)
    return sent.jobs


def ordered(plan: Plan, out: str) -> Order:
    return Orders(out).place(Order(plan.source.url, plan.name, plan.recipe, out))


def entry(out: str) -> Entry:
    found = Index(out).entry("movie")
    assert found is not None
    return found


def files(out: str) -> dict[str, str]:
    store = Book(out, "movie").store
    return store.list_folder() | store.list_folder(layout.RECEIPTS)


def state(out: str) -> str:
    """Return a book's state, on which all its readers must agree."""
    (listed,) = list_videos(Views(out), Choice(limit=9)).videos
    view = Views(out).view("movie")
    assert view is not None
    shown = api.status(f"{out}/movie").state
    assert listed.state == view.entry.state == ("making" if shown == "unfinished" else shown)
    return shown


def test_workers_of_a_cancelled_book_stop_sign_nothing_and_do_not_complete_it(plan: Plan) -> None:
    out = fresh()
    first, second, third = submitted(plan, out)
    work(first)
    assert api.cancel(f"{out}/movie") == "making"
    before = files(out)
    acts: tuple[Callable[[], object], ...] = (
        lambda: work(second),
        lambda: give_up(third, OUTAGE),
        lambda: record_attempt(third, StoreError("the store", "was away", "wait")),
        lambda: Book(out, "movie").publish(plan.id, []),
    )
    for act in acts:
        with pytest.raises(Cancelled, match=r"was cancelled; submit or render its video again to go on"):
            act()
    assert files(out) == before
    assert (state(out), entry(out).done) == ("cancelled", 1)


def test_a_book_cancelled_before_its_last_receipt_is_not_completed(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    out = fresh()
    first, second, third = submitted(plan, out)
    work(first)
    work(second)
    store = Book.store_receipt

    def store_late(book: Book, receipt: object) -> None:
        cancel(out, "movie")
        store(book, receipt)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Book, "store_receipt", store_late)
        work(third)
    assert Book(out, "movie").manifest() is None
    assert state(out) == "cancelled"
    assert submitted(plan, out) == []
    assert state(out) == "complete"


def test_submitting_again_continues_from_the_stored_snippets(plan: Plan) -> None:
    out = fresh()
    jobs = submitted(plan, out)
    work(jobs[0])
    cancel(out, "movie")
    assert cancel(out, "movie") == "cancelled"
    again = submitted(plan, out)
    assert [job.snippets[0].start for job in again] == [1, 2]
    assert state(out) == "unfinished"
    for job in again:
        work(job)
    assert state(out) == "complete"


def test_a_finished_book_cannot_be_cancelled(plan: Plan) -> None:
    out = fresh()
    *jobs, last = submitted(plan, out)
    for job in jobs:
        work(job)
    give_up(last, OUTAGE)
    assert cancel(out, "movie") == "partial"
    work(last)
    before = Book(out, "movie").plan()
    assert cancel(out, "movie") == "complete"
    assert Book(out, "movie").plan() == before
    assert state(out) == "complete"


def test_a_video_cancelled_while_it_waits_is_planned_only_after_another_order(plan: Plan) -> None:
    out = fresh()
    first = ordered(plan, out)
    assert state(out) == "waiting"
    assert api.cancel(f"{out}/movie") == "waiting"
    assert state(out) == "cancelled"
    with pytest.raises(Cancelled):
        submitted(plan, out, first)
    assert Book(out, "movie").plan() is None
    assert len(submitted(plan, out, ordered(plan, out))) == 3


@pytest.mark.parametrize(("where", "verb"), [(Book, "adopt"), (Book, "resume"), (Index, "note")])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_video_cancelled_while_it_is_planned_is_cancelled(
    plan: Plan, monkeypatch: pytest.MonkeyPatch, where: type[Book | Index], verb: str, after: bool
) -> None:
    out = fresh()
    order = ordered(plan, out)
    honest: Callable[..., object] = getattr(where, verb)

    def called(book: Book | Index, *arguments: object, **options: object) -> object:
        patch.setattr(where, verb, honest)
        if not after:
            cancel(out, "movie")
        answer = honest(book, *arguments, **options)
        if after:
            cancel(out, "movie")
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(where, verb, called)
        with pytest.raises(Cancelled):
            submitted(plan, out, order)
    assert state(out) == entry(out).state == "cancelled"


def test_a_book_whose_video_is_ordered_again_waits(plan: Plan) -> None:
    out = fresh()
    for job in submitted(plan, out):
        work(job)
    order = ordered(plan, out)
    assert state(out) == "waiting"
    assert api.status(f"{out}/movie").done == 3
    submitted(plan, out, order)
    assert state(out) == "complete"


def test_a_name_of_many_parts_is_found_by_its_plan_or_its_index_entry(plan: Plan) -> None:
    out = fresh()
    submitted(replace(plan, name="shows/a/movie"), f"{out}/deep")
    Orders(out).place(Order(plan.source.url, "shows/b/movie", plan.recipe, out))
    assert [api.status(f"{out}/{name}").state for name in ("deep/shows/a/movie", "shows/b/movie")] == [
        "unfinished",
        "waiting",
    ]
    assert api.cancel(f"{out}/deep/shows/a/movie") == "making"
    assert api.cancel(f"{out}/shows/b/movie") == "waiting"
    for where, name in ((f"{out}/deep", "shows/a/movie"), (out, "shows/b/movie")):
        found = Index(where).entry(name)
        assert found is not None
        assert found.state == "cancelled"


def test_cancelling_a_missing_book_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="no previews found here"):
        api.cancel(tmp_path / "movie")
    assert list(tmp_path.iterdir()) == []


STEPS = ("submit", "cancel", "work 0", "work 1", "work 2", "give up 1", "give up 2")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=st.lists(st.sampled_from(STEPS), min_size=5, max_size=14))
def test_in_any_order_of_events_no_cancelled_book_is_completed_and_none_is_damaged(
    plan: Plan, steps: list[str]
) -> None:
    out = fresh()
    jobs = submitted(plan, out)
    for step in steps:
        verb, _, number = step.rpartition(" ")
        before = state(out)
        try:
            if step == "submit":
                submitted(plan, out)
            elif step == "cancel":
                cancel(out, "movie")
            else:
                (work if verb == "work" else lambda job: give_up(job, OUTAGE))(jobs[int(number)])
        except Cancelled:
            assert before == "cancelled"
        else:
            assert step in ("submit", "cancel") or before != "cancelled"
        assert step != "cancel" or state(out) in ("cancelled", "complete", "partial")
    for job in submitted(plan, out):
        work(job)
    assert state(out) == "complete"


def test_the_cancel_command_reports_what_it_did(tmp_path: Path, plan: Plan) -> None:
    out = locate(str(tmp_path))
    jobs = submitted(plan, out)
    where = tmp_path / "movie"
    ran = call("cancel", where)
    assert (ran.code, ran.out) == (0, f"{where}: cancelled; submit or render its video again to go on.\n")
    status = call("status", where)
    assert (status.code, "cancelled" in status.out) == (1, True)
    submitted(plan, out)
    for job in jobs:
        work(job)
    ran = call("cancel", where)
    assert (ran.code, ran.out) == (0, f"{where}: is complete already; nothing was changed.\n")


def test_rendering_goes_on_after_a_cancel(tmp_path: Path, plan: Plan) -> None:
    out = locate(str(tmp_path))
    submitted(plan, out)
    cancel(out, "movie")
    assert render(Path(local_path(plan.source.url)), tmp_path, RECIPE).complete


def test_a_running_render_stops_with_one_line_when_its_book_is_cancelled(tmp_path: Path) -> None:
    fast = {"preset": "ultrafast"}
    video = clips.make(tmp_path / "long.mp4", frames=300, rate=5, size=(320, 192), options=fast)
    options = ("--out", str(tmp_path / "out"), "--snippet", "1", "--fps", "25", "--size", "320", "--workers", "1")
    process = subprocess.Popen(
        [*COMMAND, "render", str(video), *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    # The worker hangs, so that the book is cancelled before it is complete.
    with halted(process.pid, tmp_path / "out" / "long") as halt:
        halt.wait()
        assert api.cancel(tmp_path / "out" / "long") == "making"
    printed, said = process.communicate(timeout=LONG)
    assert (process.returncode, printed) == (1, "")
    where = tmp_path / "out" / "long"
    assert said == f"error: {where}: was cancelled; submit or render its video again to go on.\n"
    status = api.status(where)
    assert status.state == "cancelled"
    assert 0 < status.done < 60
