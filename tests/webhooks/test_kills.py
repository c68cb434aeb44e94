"""A program that is killed before any of its writes loses no event of a state, and invents none."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from flickbook.core.model import Order
from flickbook.engines.job import work
from flickbook.engines.orders import cancel
from flickbook.errors import Damaged
from flickbook.library.book import Book
from flickbook.library.completion import failure_of, give_up
from flickbook.library.order_records import Orders
from flickbook.storage import Store
from flickbook.webhooks.delivery import Deliverer
from tests.webhooks.film import RECIPE, Film, after_confirmation
from tests.webhooks.receiver import Receiver


class Killed(BaseException):
    """The end of a program."""


def killed_at(monkeypatch: pytest.MonkeyPatch, write: int, act: Callable[[], object]) -> bool:
    """Act as a program that is killed before its write with this number. Return whether it was killed."""
    count = 0

    def counted(method: Callable[..., Any]) -> Callable[..., Any]:
        def call(store: Store, *arguments: Any) -> Any:
            nonlocal count
            count += 1
            if count > write:
                raise Killed
            return method(store, *arguments)

        return call

    with monkeypatch.context() as patch:
        for name in ("put", "create", "replace", "delete"):
            patch.setattr(Store, name, counted(getattr(Store, name)))
        try:
            act()
        except Killed:
            return True
    return False


@pytest.mark.parametrize("ends", ["complete", "partial", "cancelled", "refused"])
def test_a_kill_before_any_write_loses_no_event_and_invents_none(
    ends: str, film: Film, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, killed = 0, True
    while killed:
        film.out = film.deliverer.out = f"memory://{uuid.uuid4().hex}"
        film.deliverer = Deliverer(receiver.settings, film.out, after_confirmation)
        film.deliverer.subscribe()
        receiver.received.clear()
        orders, act, again = prepared(film, ends)
        killed = killed_at(monkeypatch, write, act)
        film.deliverer.deliver()
        happened = state(film, orders) == ends
        assert receiver.types() == ([f"book.{ends}"] if happened else []), f"killed before write {write}"
        # Whatever was left is done by the next program, and announced once, with the same id.
        again()
        film.deliverer.deliver()
        assert set(receiver.types()) == {f"book.{ends}"}
        assert len({event.id for event in receiver.received}) == 1, f"killed before write {write}"
        assert film.deliverer.events() == []
        write += 1
    assert write > 3


def prepared(film: Film, ends: str) -> tuple[Orders, Callable[[], object], Callable[[], object]]:
    """Return what writes the state, ready to be called, and what makes it after a kill: the book is submitted again."""
    act: Callable[[], object]
    orders = Orders(film.out)
    if ends == "refused":
        order = orders.place(Order(film.plan.source.url, "film", RECIPE, film.out))
        failure = failure_of(Damaged("film", "has no picture", "upload it again"))
        act = partial(orders.note_failure, order, failure, final=True)
        return orders, act, act
    first, second = film.submit()
    work(first)
    if ends == "cancelled":
        act = partial(cancel, film.out, "film")
        return orders, act, act
    if ends == "partial":
        failure = failure_of(Damaged("film", "cannot be decoded there", "upload it again"))

        def give_up_all() -> None:
            for job in film.submit():
                give_up(job, failure)

        return orders, partial(give_up, second, failure), give_up_all
    return orders, lambda: work(second), film.make


def state(film: Film, orders: Orders) -> str | None:
    """Return the state that the store shows."""
    book = Book(film.out, "film")
    record, plan, manifest = orders.record("film"), book.plan(), book.manifest()
    if manifest is not None:
        return "complete" if manifest.complete else "partial"
    if plan is not None and plan.cancelled:
        return "cancelled"
    return None if record is None else record.state
