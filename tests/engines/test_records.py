"""What a record says of an order that was planned: copies of it, late failures and cancelling take nothing away."""

import json
import uuid
from pathlib import Path

import pytest
from msgspec.structs import replace

from flickbook.core import layout, settings
from flickbook.core.model import Entry, Failure, Order, OrderRecord
from flickbook.core.settings import Limits
from flickbook.engines import orders as submission
from flickbook.engines.base import Collector
from flickbook.engines.job import work
from flickbook.engines.orders import plan_source, submit
from flickbook.errors import Cancelled
from flickbook.library.book import Book
from flickbook.library.index import Index
from flickbook.library.order_records import Orders
from flickbook.outputs.recipes import make_recipe
from tests import clips

ONE = settings.Engine(workers=1, run_length=1)
AWAY = Failure("StoreError", "movie: the store is away", final=False)


class Stage:
    """An order of a video whose plan is stored and whose jobs are sent."""

    def __init__(self, folder: Path) -> None:
        self.out = f"memory://{uuid.uuid4().hex}"
        self.orders = Orders(self.out)
        self.plan = plan_source(str(clips.make(folder / "movie.mp4", frames=75)), make_recipe(snippet=1), Limits())
        wanted = Order(self.plan.source.url, "movie", self.plan.recipe, self.out, afresh=True)
        self.order = self.orders.place(wanted)
        self.sent = Collector()
        self.fill()

    def fill(self) -> None:
        submit(self.plan, self.out, self.sent, ONE, order=self.order)

    @property
    def record(self) -> OrderRecord:
        found = self.orders.record("movie")
        assert found is not None
        return found

    @property
    def entry(self) -> Entry:
        found = Index(self.out).entry("movie")
        assert found is not None
        return found


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path)


def test_a_failed_attempt_at_a_copy_leaves_the_order_planned(stage: Stage) -> None:
    stage.orders.note_failure(stage.order, AWAY, final=False)
    assert (stage.record.state, stage.record.failure, stage.entry.state) == ("planned", AWAY, "making")
    assert stage.record.fills(stage.order)
    for job in stage.sent.jobs:
        work(job)
    assert (stage.entry.state, stage.entry.done) == ("complete", 3)


def test_a_copy_that_fails_for_good_does_not_hide_what_is_made(stage: Stage) -> None:
    stage.orders.note_failure(stage.order, replace(AWAY, final=True), final=True)
    assert (stage.record.state, stage.entry.state) == ("refused", "refused")
    for job in stage.sent.jobs:
        work(job)
    assert (stage.entry.state, stage.entry.done) == ("complete", 3)


def test_what_is_sent_again_after_it_was_planned_does_not_begin_afresh(stage: Stage) -> None:
    stage.orders.note_failure(stage.order, replace(AWAY, final=True), final=True)
    stage.orders.reopen(stage.order)
    assert (stage.record.state, stage.entry.state) == ("planned", "making")
    assert stage.orders.check_wanted(stage.order).fills(stage.order)


def test_a_failure_does_not_take_back_that_it_was_cancelled(stage: Stage) -> None:
    waiting = stage.orders.place(replace(stage.order, recipe=make_recipe(snippet=2)))
    submission.cancel(stage.out, "movie")
    for failure, final in ((None, False), (AWAY, False), (replace(AWAY, final=True), True)):
        stage.orders.note_failure(waiting, failure, final=final)
        assert (stage.record.state, stage.entry.state) == ("cancelled", "cancelled")


def test_an_order_that_is_sent_again_by_the_next_service_stays_planned(stage: Stage) -> None:
    before = stage.record
    assert stage.orders.place(stage.order) == stage.order
    assert (stage.record, stage.entry.state) == (before, "making")


def test_what_is_cancelled_while_its_plan_is_recorded_stays_cancelled(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage.order = stage.orders.place(replace(stage.order, at=stage.order.at + 1))
    honest = Orders.note_planned

    def cancelled_before(orders: Orders, order: Order, plan: str) -> None:
        submission.cancel(stage.out, "movie")
        honest(orders, order, plan)

    monkeypatch.setattr(Orders, "note_planned", cancelled_before)
    with pytest.raises(Cancelled):
        stage.fill()
    assert (stage.record.state, stage.entry.state) == ("cancelled", "cancelled")
    with pytest.raises(Cancelled):
        stage.orders.check_wanted(stage.order)


@pytest.mark.parametrize("state", ["cancelled", "refused"])
def test_an_earlier_flickbooks_card_tells_what_became_of_a_planned_order(stage: Stage, state: str) -> None:
    order = {"source": stage.order.source, "name": "movie", "recipe": {}, "out": stage.out, "at": 5.0}
    said = {"name": "movie", "state": state, "source": stage.order.source, "added": 1.0, "plan": "b", "begun": 7.0}
    card = {"type": "card", "version": 1, **said, "order": order, "filled": 5.0}
    stage.orders.delete("movie")
    Book(stage.out, "").store.put(layout.entry_key("movie"), json.dumps(card).encode())
    assert (stage.record.state, stage.record.plan) == (state, "b")
    assert stage.record.fills(stage.record.order)
