"""The library in Chromium: sorted and filtered by its address, selected, and kept up to date by events."""

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace
from playwright.sync_api import Browser, Page, expect

from flickbook.core.model import Entry, Failure, Plan, Receipt, Source
from flickbook.core.planning import make_plan
from flickbook.library.book import Book
from flickbook.library.completion import complete_book
from flickbook.library.index import Index
from flickbook.outputs.recipes import make_recipe
from tests.web.browser import REFUSALS, drop, until, visit
from tests.web.server import Serving
from tests.web.test_views import VIDEO

DAY_SECONDS = 86_400
OLD = 1_000_000_000.0

pytestmark = pytest.mark.xdist_group("service")


@pytest.fixture
def page(browser: Browser, service: Serving) -> Iterator[Page]:
    """The library of five refused videos, `b` the newest and `c` the longest."""
    for number, name in enumerate("cdaeb"):
        duration = 7200.0 if name == "c" else 60.0
        failure = Failure("FormatRefused", "is text")
        entry = Entry(name, "refused", f"{service.source.as_uri()}/{name}.mp4", OLD + number, duration=duration)
        Index(service.out.as_uri()).note(replace(entry, failure=failure))
    with visit(browser, f"{service.url}/#token={service.token}", tolerated=REFUSALS) as page:
        yield page


def _expect_names(page: Page, names: str) -> None:
    until(page, f"[...document.querySelectorAll('li.card[data-name]')].map(c => c.dataset.name).join('') === '{names}'")


def test_the_address_sorts_and_filters_the_library(page: Page, service: Serving) -> None:
    _expect_names(page, "abcde")
    page.get_by_label("Order").select_option("Newest first")
    _expect_names(page, "beadc")
    page.get_by_label("Length").select_option("Over 30 minutes")
    _expect_names(page, "c")
    assert page.url.endswith("#/?sort=-added&length=long")
    page.get_by_label("State").select_option("Complete")
    page.get_by_role("button", name="Show all videos").click()
    _expect_names(page, "beadc")
    page.goto(f"{service.url}/#/?sort=-name&state=refused&q=b")
    page.reload()
    _expect_names(page, "b")
    expect(page.get_by_label("Order")).to_have_value("-name")


def test_several_are_selected_and_deleted_at_once(page: Page, service: Serving) -> None:
    page.get_by_label("Select b").click()
    page.get_by_label("Select d").click(modifiers=["Shift"])
    bar = page.locator("[data-role=selection]")
    expect(bar).to_contain_text("3 selected")
    page.keyboard.press("Escape")
    expect(bar).to_have_count(0)
    page.get_by_label("Select a").click()
    page.get_by_label("Select c").click()
    bar.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog", name="Delete 2 videos?").get_by_role("button", name="Delete").click()
    _expect_names(page, "bde")
    expect(page.get_by_role("heading", name="Library")).to_be_focused()
    assert Index(service.out.as_uri()).names() == ["b", "d", "e"]


def test_a_tab_shows_what_others_add_change_and_delete(page: Page, service: Serving) -> None:
    _expect_names(page, "abcde")
    index = Index(service.out.as_uri())
    index.note(Entry("bb", "refused", "file:///bb.mp4", OLD))
    _expect_names(page, "abbbcde")
    index.delete("bb")
    index.note(Entry("d", "cancelled", "file:///d.mp4", OLD))
    expect(page.locator("[data-name=d][data-state=cancelled]")).to_be_visible()
    _expect_names(page, "abcde")


def test_an_upload_under_way_is_in_the_library_of_every_tab_and_leaving_is_asked_for(
    browser: Browser, service: Serving, long: Path
) -> None:
    with visit(browser, f"{service.url}/#token={service.token}", tolerated=REFUSALS, fresh=True) as page:
        _upload_and_leave(page, service, long)


def _upload_and_leave(page: Page, service: Serving, long: Path) -> None:
    page.route("**/api/uploads/*", lambda route: None if route.request.method == "PATCH" else route.continue_())
    with page.expect_request(lambda request: request.method == "PATCH"):
        drop(page, long)
    other = page.context.new_page()
    other.goto(f"{service.url}/#token={service.token}")
    expect(other.locator("[data-role=upload-card]")).to_contain_text("long.mp4")
    page.get_by_role("link", name="Library").click()
    expect(page.locator("[data-role=upload-card]")).to_contain_text("long.mp4")
    page.once("dialog", lambda dialog: dialog.accept())
    with page.expect_event("dialog", lambda dialog: dialog.type == "beforeunload"):
        page.get_by_role("heading", name="Library").click()  # Chromium asks only after a gesture
        page.reload()
    other.close()
    for upload in service.client.get("/api/uploads").json()["uploads"]:
        service.client.delete(f"/api/uploads/{upload['id']}")
    expect(page.locator("[data-role=upload-card]")).to_have_count(0)


def _note_a_day(service: Serving) -> Plan:
    """Store a finished book of 24 hours without pictures."""
    video = replace(VIDEO, duration=Fraction(DAY_SECONDS))
    source = Source(f"{service.source.as_uri()}/day.mp4", "etag", 1)
    plan = make_plan("day", source, video, make_recipe(snippet=30, outputs=["gif", "stills"]))
    book = Book(service.out.as_uri(), "day")
    book.adopt(plan)
    for snippet in plan.snippets:
        book.store_receipt(Receipt(plan.id, snippet))
    complete_book(book, plan)
    return plan


def test_of_a_film_of_24_hours_only_the_snippets_that_are_near_are_rendered(browser: Browser, service: Serving) -> None:
    plan = _note_a_day(service)
    middle = plan.snippets[len(plan.snippets) // 2].start
    with visit(browser, f"{service.url}/#/watch/day?t={middle}", tolerated=REFUSALS) as page:
        strip = page.get_by_role("list", name="Snippets")
        strip.scroll_into_view_if_needed()
        expect(strip.locator(f"li[data-start='{middle}']")).to_be_in_viewport()
        assert strip.locator("li[data-start]").count() < 60
        strip.evaluate("list => list.scrollTo({ left: list.scrollWidth, behavior: 'instant' })")
        last = strip.locator(f"li[data-start='{plan.snippets[-1].start}']")
        expect(last).to_be_in_viewport()
        expect(last).to_have_attribute("aria-posinset", str(len(plan.snippets)))
        assert strip.locator("li[data-start]").count() < 60
