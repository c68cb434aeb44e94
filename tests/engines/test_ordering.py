"""Of all orders of a book the last one counts; a late planner of an earlier order changes nothing."""

import json
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from flickbook.core import settings
from flickbook.core.model import Entry, Order, OrderRecord, Plan
from flickbook.core.settings import Limits
from flickbook.engines import following
from flickbook.engines.base import Collector, Engine
from flickbook.engines.job import work
from flickbook.engines.orders import plan_source, submit
from flickbook.errors import Cancelled, DispatchFailed, NameTaken, SourceChanged, Superseded
from flickbook.library.book import Book
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import make_recipe
from tests import clips

ONE = settings.Engine(workers=1, run_length=100)


@pytest.fixture
def out() -> str:
    return f"memory://{uuid.uuid4().hex}"


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "movie.mp4", frames=60)


def placed(order: Order) -> Order:
    return Orders(order.out).place(order)


def recorded(out: str) -> OrderRecord:
    record = Orders(out).record("movie")
    assert record is not None
    return record


def listed(out: str) -> Entry:
    entry = Index(out).entry("movie")
    assert entry is not None
    return entry


def planned(video: Path, size: int) -> Plan:
    return plan_source(str(video), make_recipe(snippet=1, size=size), Limits())


def filled(plan: Plan, order: Order) -> None:
    """Plan and make an order as a planner and its workers do."""
    kept = Collector()
    submit(plan, order.out, kept, ONE, order=order)
    for job in kept.jobs:
        work(job)


def test_an_order_planned_after_a_later_one_changes_nothing(out: str, video: Path) -> None:
    small, large = planned(video, 32), planned(video, 64)
    earlier = placed(Order(small.source.url, "movie", small.recipe, out))
    later = placed(Order(large.source.url, "movie", large.recipe, out))
    filled(large, later)
    with pytest.raises(Superseded, match="ordered again"):
        filled(small, earlier)
    assert Book(out, "movie").plan() == large
    assert (listed(out).state, recorded(out)) == (
        "complete",
        OrderRecord(later, "planned", large.id, recorded(out).begun),
    )


def test_the_progress_of_an_order_does_not_appear_in_the_next(
    out: str, video: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "POLL_SECONDS", 0.01)
    small, large = planned(video, 32), planned(video, 64)
    kept = Collector()
    submit(small, out, kept, ONE, order=placed(Order(small.source.url, "movie", small.recipe, out)))
    later = placed(Order(large.source.url, "movie", large.recipe, out))
    with ThreadPoolExecutor(1) as pool:
        following_it = pool.submit(following.follow, later, lambda *_: None, 60, print)
        for job in kept.jobs:
            work(job)
        assert Book(out, "movie").manifest() is not None
        assert (listed(out).state, recorded(out)) == ("waiting", OrderRecord(later))
        filled(large, later)
        manifest, receipts, _ = following_it.result(60)
    assert (manifest.plan, {receipt.plan for receipt in receipts}) == (large.id, {large.id})
    assert (listed(out).state, recorded(out).fills(later)) == ("complete", True)


def test_a_book_that_somebody_renders_by_another_recipe_is_followed_to_its_end(
    out: str, video: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(following, "POLL_SECONDS", 0.01)
    small, large = planned(video, 32), planned(video, 64)
    order = placed(Order(small.source.url, "movie", small.recipe, out))
    submit(small, out, Collector(), ONE, order=order)
    kept = Collector()
    submit(large, out, kept, ONE)
    for job in kept.jobs:
        work(job)
    looks = iter(range(100))

    def check() -> None:
        assert next(looks) < 99, "it is not followed"

    manifest, _, _ = following.follow(order, lambda *_: None, 60, print, check)
    assert manifest.plan == large.id


class Refusing(Engine):
    """An engine that passes `check` but refuses orders; `meanwhile` is called before."""

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self._meanwhile = meanwhile

    def check(self) -> None:
        pass

    def order(self, order: Order) -> None:
        self._meanwhile()
        raise DispatchFailed("the broker", "confirms nothing", "try again")

    def cancel(self, name: str) -> None:
        pass

    def close(self) -> None:
        pass


def refuse(video: Path, out: str, meanwhile: Callable[[], object]) -> None:
    """Order a video from a broker that refuses it."""
    with pytest.raises(DispatchFailed):
        following.order(Refusing(meanwhile), str(video), out, make_recipe(size=96))


def test_an_order_that_could_not_be_sent_leaves_a_correct_record(out: str, video: Path) -> None:
    refuse(video, out, lambda: None)
    assert (Index(out).entry("movie"), Orders(out).record("movie")) == (None, None)
    plan = planned(video, 32)
    kept, first = Collector(), placed(Order(plan.source.url, "movie", plan.recipe, out))
    submit(plan, out, kept, ONE, order=first)
    refuse(video, out, lambda: [work(job) for job in kept.jobs])
    assert (listed(out).state, listed(out).done, recorded(out).order) == ("complete", 3, first)
    # A worker may have ignored the previous order in favour of this one.
    waiting = placed(Order(plan.source.url, "movie", make_recipe(size=48), out))
    refuse(video, out, lambda: None)
    failure = listed(out).failure
    assert (listed(out).state, failure is not None and failure.error) == ("refused", "DispatchFailed")
    assert recorded(out) == OrderRecord(waiting, "refused", failure=failure)
    filled(planned(video, 48), waiting)
    # Or a worker received the order all the same.
    refuse(
        video,
        out,
        lambda: filled(planned(video, 96), placed(Order(plan.source.url, "movie", make_recipe(size=96), out))),
    )
    assert listed(out).plan == recorded(out).plan != plan.id


def test_an_order_that_could_not_be_sent_keeps_when_a_rendered_book_was_added(out: str, video: Path) -> None:
    plan = planned(video, 32)
    submit(plan, out, Collector(), ONE)
    Index(out).delete("movie")
    Index(out).note(Entry("movie", "making", plan.source.url, added=5.0, plan=plan.id))
    refuse(video, out, lambda: None)
    assert (listed(out).state, listed(out).added) == ("making", 5.0)


def test_waiting_for_a_deleted_video_ends_with_an_error(out: str) -> None:
    order = placed(Order("memory://films/movie.mp4", "movie", make_recipe(), out))
    Orders(out).delete("movie")
    with pytest.raises(Cancelled, match="was deleted meanwhile"):
        following.follow(order, lambda *_: None, 60, print)


def test_the_later_order_counts_even_if_clocks_disagree(out: str) -> None:
    first = placed(Order("memory://films/movie.mp4", "movie", make_recipe(), out, at=2e9))
    second = placed(Order("memory://films/movie.mp4", "movie", make_recipe(size=64), out, at=1e9))
    assert second.at > first.at
    # The same order again stays the same.
    assert placed(second) == second


def test_a_name_that_is_another_videos_cannot_be_ordered(out: str) -> None:
    first = placed(Order("memory://films/movie.mp4", "movie", make_recipe(), out))
    with pytest.raises(NameTaken, match="is the book of"):
        placed(replace(first, source="memory://others/movie.mp4"))
    assert recorded(out) == OrderRecord(first)


def test_a_slow_planner_takes_nothing_from_one_that_planned_a_newer_version(out: str, video: Path) -> None:
    old = planned(video, 64)
    order = placed(Order(old.source.url, "movie", old.recipe, out))
    clips.make(video, frames=90)
    filled(planned(video, 64), order)
    before = list(Book(out, "movie").store.list_all(""))
    with pytest.raises(SourceChanged):
        filled(old, order)
    assert list(Book(out, "movie").store.list_all("")) == before


@pytest.mark.parametrize(
    ("state", "filled", "expected"),
    [
        ("waiting", 0.0, "waiting"),
        ("complete", 5.0, "planned"),
        ("refused", 0.0, "refused"),
        ("cancelled", 0.0, "cancelled"),
        ("cancelled", 5.0, "cancelled"),
    ],
)
def test_an_order_that_an_earlier_flickbook_kept_on_a_card_is_found_and_can_be_placed_anew(
    out: str, state: str, filled: float, expected: str
) -> None:
    order = {
        "source": "memory://films/a.mp4",
        "name": "a",
        "recipe": {"size": 64},
        "out": out,
        "afresh": False,
        "at": 5,
    }
    said = {"name": "a", "state": state, "source": order["source"], "added": 1.0, "plan": "b", "begun": 7.0}
    card = {"type": "card", "version": 1, **said, "failure": None, "order": order, "filled": filled}
    Book(out, "").store.put(".flickbook/books/a.json", json.dumps(card).encode())
    record, entry = Orders(out).record("a"), Index(out).entry("a")
    assert record is not None
    assert entry is not None
    assert (record.state, record.order.recipe, entry.state, entry.added) == (expected, make_recipe(size=64), state, 1.0)
    assert record.fills(record.order) == (filled > 0)
    later = placed(replace(record.order, recipe=make_recipe(size=32), at=1.0))
    assert later.at > 5
    assert Orders(out).record("a") == OrderRecord(later)
