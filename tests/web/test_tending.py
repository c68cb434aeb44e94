"""What happens around a library's life in Chromium: tokens that change, tabs left open, lists that grow and shrink."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests import clips
from tests.web.browser import REFUSALS, drop, visit
from tests.web.server import Serving, start

MANY = 50  # more than twice what the page asks for at once
WAIT = 60_000
# Makes the page believe that another tab is looked at, or that it is looked at again.
_HIDE = """hidden => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def page(browser: Browser, service: Serving) -> Iterator[Page]:
    with visit(browser, f"{service.url}/#token={service.token}", tolerated=REFUSALS) as page:
        yield page


def _refused(service: Serving, name: str) -> None:
    answer = service.client.post(f"/api/videos?filename={name}.mp4", content=b"text")
    assert answer.status_code == 201, answer.text


def test_a_token_put_into_the_address_of_an_open_page_is_taken(browser: Browser, service: Serving) -> None:
    with visit(browser, f"{service.url}/#token=old%", tolerated=REFUSALS) as page:
        expect(page.get_by_role("button", name="Unlock")).to_be_visible()
        page.goto(f"{service.url}/#token={service.token}")
        expect(page.get_by_role("link", name="Upload", exact=True)).to_be_visible()
        assert "token" not in page.url


def test_a_token_that_is_no_longer_taken_can_be_given_anew(page: Page, service: Serving) -> None:
    _refused(service, "film")
    expect(page.get_by_role("link", name="Upload", exact=True)).to_be_visible()
    page.evaluate("sessionStorage.setItem('flickbook.token', 'old')")
    page.route("**/api/**", lambda route: route.continue_(headers={**route.request.headers, **_old(route)}))
    page.goto(f"{service.url}/#/watch/film")
    page.get_by_role("button", name="Retry").click()
    expect(page.get_by_role("alert")).to_contain_text("token")
    expect(page.get_by_role("button", name="Unlock")).to_be_visible()


def _old(route: Route) -> dict[str, str]:
    return {"authorization": "Bearer old"} if "authorization" in route.request.headers else {}


def test_a_locked_page_and_its_dialog_have_a_field_each(browser: Browser, tmp_path: Path) -> None:
    locked = start(tmp_path / "in", tmp_path / "out", "--read-token", "reader")
    with locked as service, visit(browser, service.url, tolerated=REFUSALS) as page:
        page.get_by_role("button", name="Unlock").first.click()
        page.get_by_role("dialog").get_by_label("Token").fill("reader")
        assert page.locator("main input").input_value() == ""
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
        assert len(set(ids)) == len(ids)


def test_after_a_deletion_the_keyboard_goes_on_at_the_heading(page: Page, service: Serving) -> None:
    _refused(service, "film")
    page.reload()
    page.get_by_role("button", name="Delete film").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete").click()
    expect(page.locator("li.card")).to_have_count(0)
    expect(page.get_by_role("heading", name="Library")).to_be_focused()


def test_a_tall_screen_shows_all_videos_by_itself(browser: Browser, service: Serving) -> None:
    for number in range(MANY):
        _refused(service, f"film{number}")
    tall = {"width": 1280, "height": 6000}
    with visit(browser, service.url, tolerated=REFUSALS, viewport=tall) as page:
        expect(page.locator("li.card")).to_have_count(MANY)


def test_an_upload_taken_back_is_not_offered_as_unfinished(page: Page, bunny: Path) -> None:
    page.route("**/api/uploads/*", lambda route: None if route.request.method == "PATCH" else route.continue_())
    with page.expect_request(lambda request: request.method == "PATCH"):
        drop(page, bunny)
    page.get_by_role("button", name="Cancel bunny.mp4").click()
    expect(page.locator("[data-role=upload]")).to_have_count(0)
    expect(page.get_by_role("heading", name="Not finished")).to_have_count(0)


def test_a_tab_that_nobody_sees_holds_no_stream_and_catches_up(page: Page, bunny: Path) -> None:
    drop(page, bunny)
    making = page.locator("[data-role=making]")
    expect(making.locator("li[data-state=waiting]").first).to_be_visible(timeout=WAIT)
    with page.expect_event("requestfailed", lambda request: "/api/events" in request.url):
        page.evaluate(_HIDE, True)
    with page.expect_request(lambda request: "/api/events" in request.url):
        page.evaluate(_HIDE, False)
    expect(making).to_have_attribute("data-state", "complete", timeout=WAIT)


def test_a_freeze_frame_that_failed_once_comes_later(page: Page, service: Serving) -> None:
    clips.make(service.source / "film.mp4", frames=75)
    service.take("film.mp4")
    service.wait_for("film")
    page.route("**/film-1-frame-0.jpg", lambda route: route.fulfill(status=404))
    page.clock.install()
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
    narrow = {"width": 320, "height": 600}
    with visit(browser, f"{service.url}/#token={service.token}", tolerated=REFUSALS, viewport=narrow) as page:
        for place in ("", "upload", "open"):
            page.goto(f"{service.url}/#/{place}")
            expect(page.get_by_role("link", name="Open anything")).to_be_in_viewport(ratio=1)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
