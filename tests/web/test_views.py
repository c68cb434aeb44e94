"""Views of books: each shows the present state, and nothing is read twice."""

import gc
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import asdict, replace

from flickbook.core.model import Failure, Outcome, Plan, Receipt, Source, Timing, Video
from flickbook.core.planning import make_plan
from flickbook.errors import OutputDenied
from flickbook.library.book import Book
from flickbook.library.index import Index, entry_of
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import Store
from flickbook.web import views
from flickbook.web.views import View, Views

VIDEO = Video(Fraction(90), Fraction(90), Fraction(0), 64, 36, 0, Fraction(25), "h264", "yuv420p", "mp4")


@pytest.fixture(params=["file", "memory"])
def out(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return tmp_path.as_uri() if request.param == "file" else f"memory://{tmp_path.name}"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Count the requests to the store."""
    counted: Counter[str] = Counter()
    for verb in ("get", "list_folder"):
        monkeypatch.setattr(Store, verb, _counting(counted, verb, getattr(Store, verb)))
    return counted


def _counting(counted: Counter[str], verb: str, real: Any) -> Any:
    def ask(store: Store, key: str = "") -> Any:
        counted[f"{verb} {key.partition('/')[0]}"] += 1
        return real(store, key)

    return ask


def begin(out: str, name: str = "film") -> Plan:
    """Store the plan of a book of three snippets, and its index entry."""
    plan = make_plan(name, Source(f"file:///{name}.mp4", "1", 1), VIDEO, make_recipe())
    Book(out, name).adopt(plan)
    Index(out).note(entry_of(plan, [], "making"))
    return plan


def store_receipt(out: str, plan: Plan, at: int, failure: Failure | None = None) -> None:
    timing = Timing(begun=10.0 * at, wall=5.0, cpu=1)
    Book(out, plan.name).store_receipt(Receipt(plan.id, plan.snippets[at], timing, failure))


def finish(out: str, plan: Plan) -> None:
    """Store the manifest and the entry, as the last worker does."""
    book = Book(out, plan.name)
    book.store.put("manifest.json", b'{"plan": "%s"}' % plan.id.encode())
    Index(out).note(entry_of(plan, book.receipts(plan), "complete"))


def view_of(views: Views, name: str = "film") -> View:
    view = views.view(name)
    assert view is not None
    return view


def test_a_view_is_the_same_object_until_the_book_changes(out: str) -> None:
    plan, shared = begin(out), Views(out)
    first = view_of(shared)
    assert [cell.state for cell in first.cells] == ["waiting"] * 3
    assert view_of(shared) is first
    store_receipt(out, plan, 1)
    store_receipt(out, plan, 2, Failure("Damaged", "no picture"))
    second = view_of(shared)
    assert [(cell.start, cell.end, cell.state, cell.error) for cell in second.cells] == [
        (0, 30, "waiting", None),
        (30, 60, "done", None),
        (60, 90, "failed", "no picture"),
    ]
    assert (second.entry.state, second.entry.done, second.entry.failed) == ("making", 1, 1)
    assert (second.speed, second.left) == (4.0, 7.5)
    assert view_of(shared) is second


def test_a_receipt_is_read_once_and_once_for_its_stills_and_a_finished_book_is_not_listed(
    out: str, asked: Counter[str]
) -> None:
    plan, shared = begin(out), Views(out)
    for at in (0, 1):
        store_receipt(out, plan, at)
    view_of(shared)
    asked.clear()
    store_receipt(out, plan, 2)
    view_of(shared)
    assert asked["get receipts"] == 2
    assert asked["get plan.json"] == 0
    finish(out, plan)
    done = view_of(shared)
    assert done.entry.state == "complete"
    asked.clear()
    assert view_of(shared) is done
    assert asked == {"get .flickbook": 1}


def test_a_view_shows_that_a_book_is_deleted_made_again_or_cancelled(out: str) -> None:
    plan, shared = begin(out), Views(out)
    for at in range(3):
        store_receipt(out, plan, at)
    finish(out, plan)
    assert view_of(shared).entry.state == "complete"
    Book(out, "film").remove()
    assert shared.view("film") is None
    Index(out).delete("film")
    assert shared.view("film") is None
    again = begin(out)
    assert view_of(shared).entry.state == "making"
    Index(out).note(replace(entry_of(again, [], "cancelled")))
    Book(out, "film").cancel()
    assert view_of(shared).entry.state == "cancelled"


def test_an_invalid_or_unknown_name_has_no_view(out: str) -> None:
    shared = Views(out)
    assert [shared.view(name) for name in ("none", "../x", "", "a\0")] == [None] * 4


def test_a_failing_store_leaves_no_views_of_made_up_names(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file in the place of the output")
    shared = Views((tmp_path / "out").as_uri())
    for number in range(5):
        with pytest.raises(OutputDenied):
            shared.view(f"film-{number}")
    # The errors refer to them in cycles.
    gc.collect()
    assert not [book for book in gc.get_objects() if isinstance(book, Book) and book.name.startswith("film-")]


def test_snippets_in_memory_are_limited_and_the_views_last_used_stay(out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_SNIPPETS", 7)
    shared = Views(out)
    for name in ("a", "b", "c"):
        begin(out, name)
    first, second = view_of(shared, "a"), view_of(shared, "b")
    assert view_of(shared, "a") is first
    view_of(shared, "c")
    assert view_of(shared, "a") is first
    assert view_of(shared, "b") is not second


def test_an_outcome_is_a_receipt_without_its_files(out: str) -> None:
    plan = begin(out)
    store_receipt(out, plan, 0)
    store_receipt(out, plan, 2, Failure("Damaged", "no picture", final=False))
    book = Book(out, "film")
    (first, second), outcomes = book.receipts(plan), book.outcomes(plan)
    fields = Outcome.__struct_fields__
    assert [asdict(outcome) for outcome in outcomes] == [
        {field: getattr(receipt, field) for field in fields} for receipt in (first, second)
    ]
    assert [(outcome.ok, outcome.final) for outcome in outcomes] == [(True, True), (False, False)]
