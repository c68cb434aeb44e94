"""Events of a book's states: each is recorded once, whoever makes the state, and whatever is killed meanwhile."""

import threading
import time
from typing import Any

import pytest
from msgspec.structs import replace

from flickbook.core import layout, wire
from flickbook.core.model import Order
from flickbook.engines.job import work
from flickbook.engines.orders import cancel
from flickbook.errors import Cancelled, Damaged, SourceMissing, Superseded
from flickbook.library.book import Book
from flickbook.library.completion import failure_of, give_up
from flickbook.library.order_records import Orders
from flickbook.library.outbox import Outbox
from flickbook.storage import Store
from flickbook.webhooks import delivery
from flickbook.webhooks.delivery import Deliverer
from tests.webhooks.film import RECIPE, Clock, Film, after_confirmation
from tests.webhooks.receiver import Receiver


def test_a_complete_book_is_announced_with_what_a_receiver_needs(film: Film, receiver: Receiver) -> None:
    film.make()
    film.deliverer.deliver()
    (document,) = receiver.documents()
    assert document.pop("timestamp").endswith("Z")
    assert document == {
        "type": "book.complete",
        "data": {
            "name": "film",
            "state": "complete",
            "plan": film.plan.id,
            "duration": 2.0,
            "snippets": 2,
            "failed": 0,
            "failure": None,
            "manifest": "film/manifest.json",
        },
    }


def test_a_partial_book_names_its_first_failure_and_is_announced_anew_when_a_retry_completes_it(
    film: Film, receiver: Receiver
) -> None:
    film.make_in_part()
    film.make()
    film.deliverer.deliver()
    partial, complete = receiver.documents()
    assert (partial["type"], complete["type"]) == ("book.partial", "book.complete")
    assert (partial["data"]["failed"], partial["data"]["failure"]) == (1, "the store was away")
    assert len({event.id for event in receiver.received}) == 2


def test_an_unchanged_book_is_not_announced_again_and_one_made_afresh_is(film: Film, receiver: Receiver) -> None:
    film.make()
    film.deliverer.deliver()
    assert film.submit() == []
    assert film.deliverer.events() == []
    for job in film.submit(afresh=True):
        work(job)
    film.deliverer.deliver()
    assert receiver.types() == ["book.complete"] * 2
    assert len({event.id for event in receiver.received}) == 2


def test_workers_that_complete_a_book_at_once_write_one_event(film: Film) -> None:
    jobs = film.submit() * 3
    threads = [threading.Thread(target=work, args=(job,)) for job in jobs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [event.happened for event in film.deliverer.events()] == [True]


def test_a_book_that_another_worker_completes_and_delivers_meanwhile_is_announced_once(
    film: Film, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = film.submit()
    work(first)
    complete = Book.complete

    def complete_late(book: Book, *rest: Any) -> None:
        monkeypatch.setattr(Book, "complete", complete)
        work(second)
        assert film.deliverer.deliver().delivered == 1
        complete(book, *rest)

    monkeypatch.setattr(Book, "complete", complete_late)
    work(second)
    assert film.deliverer.deliver().delivered == 0
    assert receiver.types() == ["book.complete"]


def test_a_book_cancelled_while_it_is_completed_is_announced_as_both(
    film: Film, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = film.submit()
    work(first)
    put = Store.put

    def put_late(store: Store, key: str, data: bytes) -> None:
        if key == layout.MANIFEST_KEY:
            monkeypatch.setattr(Store, "put", put)
            cancel(film.out, "film")
        put(store, key, data)

    monkeypatch.setattr(Store, "put", put_late)
    with pytest.raises(Cancelled):
        work(second)
    Deliverer(receiver.settings, film.out, after_confirmation).deliver()
    assert sorted(receiver.types()) == ["book.cancelled", "book.complete"]


def test_a_cancellation_is_announced_once_for_each_time_that_the_book_was_submitted(
    film: Film, receiver: Receiver
) -> None:
    film.submit()
    cancel(film.out, "film")
    cancel(film.out, "film")
    film.submit()
    cancel(film.out, "film")
    film.deliverer.deliver()
    assert receiver.types() == ["book.cancelled"] * 2
    assert len({event.id for event in receiver.received}) == 2


def test_an_order_that_waits_is_cancelled_and_one_that_fails_is_refused(film: Film, receiver: Receiver) -> None:
    orders = Orders(film.out)
    order = orders.place(Order(film.plan.source.url, "film", RECIPE, film.out))
    cancel(film.out, "film")
    order = orders.place(replace(order, at=order.at + 1))
    orders.note_failure(order, failure_of(Damaged("film", "has no picture", "upload it again")), final=True)
    film.deliverer.deliver()
    cancelled, refused = receiver.documents()
    assert (cancelled["type"], cancelled["data"]["snippets"]) == ("book.cancelled", 0)
    assert (refused["type"], refused["data"]["failure"]) == ("book.refused", "film: has no picture; upload it again.")
    assert refused["data"]["manifest"] is None


def test_a_video_without_a_picture_is_refused_also_without_an_order(film: Film, receiver: Receiver) -> None:
    url = film.plan.source.url.removeprefix("file://")
    for job in film.submit():
        give_up(job, failure_of(Damaged(url, "has no decodable picture", "upload it again")))
    film.deliverer.deliver()
    (document,) = receiver.documents()
    assert document["type"] == "book.refused"
    assert document["data"]["failure"] == "film: has no decodable picture; upload it again."


def test_a_refusal_before_planning_is_announced_unless_nothing_is_known_of_the_video(film: Film) -> None:
    box = Outbox(film.out)
    box.announce_refusal("film", Damaged("/secret/film.mp4", "is no video", "upload it again"), "etag")
    box.announce_refusal("film", Damaged("/secret/film.mp4", "is no video", "upload it again"), "etag")
    box.announce_refusal("film", SourceMissing("/secret/film.mp4", "does not exist", "check it"), "etag")
    (event,) = film.deliverer.events()
    assert event.failure is not None
    assert event.failure.message == "film: is no video; upload it again."


def test_nothing_is_recorded_without_a_subscription_or_after_its_end(
    film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", Clock(time.time() + delivery.KEPT_SECONDS + 1))
    film.make()
    assert film.deliverer.events() == []


def test_deleting_a_book_deletes_no_event_of_it(film: Film, receiver: Receiver) -> None:
    film.make()
    (event,) = film.deliverer.events()
    # As if its writer had died before it could mark the event.
    Store(film.out).put(layout.event_key(event.id), wire.encode(replace(event, happened=False)))
    Book(film.out, "film").remove()
    film.deliverer.deliver()
    assert receiver.types() == ["book.complete"]


def test_a_manifest_of_a_plan_that_was_replaced_meanwhile_is_not_announced(
    film: Film, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = film.submit()
    work(first)
    put, newer = Store.put, replace(film.plan, id="newer")

    def put_late(store: Store, key: str, data: bytes) -> None:
        if key == layout.MANIFEST_KEY:
            monkeypatch.setattr(Store, "put", put)
            Book(film.out, "film").adopt(newer, afresh=True)
        put(store, key, data)

    monkeypatch.setattr(Store, "put", put_late)
    with pytest.raises(Superseded):
        work(second)
    assert film.deliverer.events() == []
