"""Long use of the library in Chromium: tokens change, tabs stay open, lists grow and shrink."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from flickbook.core.model import Entry
from flickbook.library.index import Index
from tests import clips
from tests.web.browser import REFUSALS, drop, until, visit
from tests.web.conftest import Closed
from tests.web.server import Serving, halted

MANY = 50  # more than twice what the page asks for at once
# Makes the page believe that another tab is looked at, or that it is looked at again.
_HIDE = """hidden => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""
_PICTURE = "fetch('v/film/film-0.gif', { cache: 'no-store' })"

pytestmark = pytest.mark.xdist_group("service")


@pytest.fixture
def page(browser: Browser, service: Serving) -> Iterator[Page]:
    with visit(browser, f"{service.url}/#token={service.token}", tolerated=REFUSALS) as page:
        yield page


def _refused(service: Serving, name: str) -> None:
    answer = service.client.post(f"/api/videos?filename={name}.mp4", content=b"text")
    assert answer.status_code == 201, answer.text


def test_a_token_put_into_the_address_of_an_open_page_is_used(browser: Browser, service: Serving) -> None:
    with visit(browser, f"{service.url}/#token=old%", tolerated=REFUSALS) as page:
        expect(page.get_by_role("button", name="Unlock")).to_be_visible()
        page.goto(f"{service.url}/#token={service.token}")
        expect(page.get_by_role("link", name="Upload", exact=True)).to_be_visible()
        assert "token" not in page.url


def test_a_token_that_is_no_longer_valid_can_be_replaced(page: Page, service: Serving) -> None:
    _refused(service, "film")
    expect(page.get_by_role("link", name="Upload", exact=True)).to_be_visible()
    page.evaluate("localStorage.setItem('flickbook.token', 'old')")
    page.route("**/api/**", lambda route: route.continue_(headers={**route.request.headers, **_old(route)}))
    page.goto(f"{service.url}/#/watch/film")
    # Not the button of that name in the library, which may be there for another moment.
    page.locator("[data-role=watch][data-state=refused]").get_by_role("button", name="Delete film").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.get_by_role("alert")).to_contain_text("token")
    expect(page.get_by_role("button", name="Unlock")).to_be_visible()


def _old(route: Route) -> dict[str, str]:
    return {"authorization": "Bearer old"} if "authorization" in route.request.headers else {}


def test_a_locked_page_and_its_dialog_have_one_field_each(browser: Browser, closed: Closed) -> None:
    with visit(browser, closed.url, tolerated=REFUSALS) as page:
        page.get_by_role("button", name="Unlock").first.click()
        page.get_by_role("dialog").get_by_label("Token").fill("reader")
        assert page.locator("main input").input_value() == ""
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
        assert len(set(ids)) == len(ids)


def test_a_page_whose_session_ended_opens_another_with_its_token(browser: Browser, closed: Closed) -> None:
    with visit(browser, f"{closed.url}/#token=reader", tolerated=REFUSALS) as page:
        until(page.locator(".card img").first, "image => image.complete && image.naturalWidth > 0")
        # As a service does that starts anew.
        assert page.evaluate("fetch('api/session', { method: 'DELETE' }).then((answer) => answer.status)") == 204
        assert page.evaluate(f"{_PICTURE}.then((answer) => answer.status)") == 401
        with page.expect_response(lambda heard: heard.request.method == "POST" and heard.status == 204):
            page.evaluate("document.body.append(Object.assign(new Image(), { src: 'v/film/film-0.gif?another' }))")
        assert page.evaluate(f"{_PICTURE}.then((answer) => answer.status)") == 200
        until(page.locator(".card img").first, "image => image.complete && image.naturalWidth > 0")


def test_after_a_deletion_the_keyboard_goes_on_at_the_heading(page: Page, service: Serving) -> None:
    _refused(service, "film")
    page.reload()
    page.get_by_role("button", name="Delete film").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator("li.card")).to_have_count(0)
    expect(page.get_by_role("heading", name="Library")).to_be_focused()


def test_a_tall_screen_shows_all_videos_by_itself(browser: Browser, service: Serving) -> None:
    for number in range(MANY):
        Index(service.out.as_uri()).note(Entry(f"film{number}", "refused", f"file:///film{number}.mp4", 1.0))
    with visit(browser, service.url, tolerated=REFUSALS) as page:
        page.set_viewport_size({"width": 1280, "height": 6000})
        page.reload()
        expect(page.locator("li.card")).to_have_count(MANY)


def test_a_cancelled_upload_is_not_offered_as_unfinished(page: Page, long: Path) -> None:
    page.route("**/api/uploads/*", lambda route: None if route.request.method == "PATCH" else route.continue_())
    with page.expect_request(lambda request: request.method == "PATCH"):
        drop(page, long)
    page.get_by_role("button", name="Cancel long.mp4").click()
    expect(page.locator("[data-role=upload]")).to_have_count(0)
    expect(page.get_by_role("heading", name="Not finished")).to_have_count(0)


def test_a_hidden_tab_closes_its_stream_and_catches_up_when_shown(page: Page, service: Serving, long: Path) -> None:
    with halted(service.process.pid, service.out / "long") as halt:
        drop(page, long)
        making = page.locator("[data-role=making]")
        expect(making.locator("li[data-state=waiting]").first).to_be_visible()
        halt.wait()
        expect(making).to_have_attribute("data-state", "making")
        with page.expect_event("requestfailed", lambda request: "/api/events" in request.url):
            page.evaluate(_HIDE, True)
        halt.go()
        service.wait_for("long")
        assert making.get_attribute("data-state") == "making"
        with page.expect_request(lambda request: "/api/events" in request.url):
            page.evaluate(_HIDE, False)
        expect(making).to_have_attribute("data-state", "complete")


@pytest.fixture
def page_with_a_clock(browser: Browser, service: Serving) -> Iterator[Page]:
    with visit(browser, service.url, tolerated=REFUSALS, fresh=True) as page:
        page.clock.install()
        yield page


def test_a_freeze_frame_that_failed_to_load_is_loaded_later(page_with_a_clock: Page, service: Serving) -> None:
    page = page_with_a_clock
    clips.make(service.source / "film.mp4", frames=75)
    service.order("film.mp4")
    service.wait_for("film")
    page.route("**/film-1-frame-0.jpg", lambda route: route.fulfill(status=404))
    page.goto(f"{service.url}/#/watch/film")
    slider = page.get_by_role("slider", name="Second of the video")
    slider.fill("1")
    expect(page.get_by_text("There is no freeze frame of second 1")).to_be_visible()
    page.unroute("**/film-1-frame-0.jpg")
    slider.fill("2")
    page.clock.fast_forward(5100)
    slider.fill("1")
    expect(page.locator("[data-role=still] img")).to_have_attribute("data-second", "1")


def test_at_320_pixels_nothing_is_cut_off(browser: Browser, service: Serving) -> None:
    with visit(browser, f"{service.url}/#token={service.token}", tolerated=REFUSALS) as page:
        page.set_viewport_size({"width": 320, "height": 600})
        for place in ("", "upload", "open"):
            page.goto(f"{service.url}/#/{place}")
            expect(page.get_by_role("link", name="Open anything")).to_be_in_viewport(ratio=1)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
