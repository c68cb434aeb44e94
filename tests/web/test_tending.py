"""What happens around a library's life in Chromium: tokens that change, tabs left open, lists that grow and shrink."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from flickbook.cli.demo import SAMPLE
from tests.web.browser import REFUSALS, chromium, drop, visit
from tests.web.server import Serving, start

MANY = 60  # more than twice what the page asks for at once
WAIT = 60_000
# Makes the page believe that another tab is looked at, or that it is looked at again.
_HIDE = """hidden => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
}"""

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Serving]:
    (tmp_path / "in").mkdir()
    with start(tmp_path / "in", tmp_path / "out") as serving:
        yield serving


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
    (tmp_path / "in").mkdir()
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


def test_an_upload_taken_back_is_not_offered_as_unfinished(page: Page, tmp_path: Path) -> None:
    page.route("**/api/uploads/*", lambda route: None if route.request.method == "PATCH" else route.continue_())
    drop(page, Path(shutil.copy(SAMPLE, tmp_path / "bunny.mp4")))
    with page.expect_request(lambda request: request.method == "PATCH"):
        pass
    page.get_by_role("button", name="Cancel bunny.mp4").click()
    expect(page.locator("[data-role=upload]")).to_have_count(0)
    expect(page.get_by_role("heading", name="Not finished")).to_have_count(0)


def test_a_tab_that_nobody_sees_holds_no_stream_and_catches_up(page: Page, tmp_path: Path) -> None:
    drop(page, Path(shutil.copy(SAMPLE, tmp_path / "bunny.mp4")))
    making = page.locator("[data-role=making]")
    expect(making.locator("li[data-state=waiting]").first).to_be_visible(timeout=WAIT)
    with page.expect_event("requestfailed", lambda request: "/api/events" in request.url):
        page.evaluate(_HIDE, True)
    with page.expect_request(lambda request: "/api/events" in request.url):
        page.evaluate(_HIDE, False)
    expect(making).to_have_attribute("data-state", "complete", timeout=WAIT)


def test_a_freeze_frame_that_failed_once_comes_later(page: Page, service: Serving) -> None:
    content = SAMPLE.read_bytes()
    service.client.post("/api/videos?filename=bunny.mp4", content=content)
    service.wait_for("bunny")
    page.route("**/bunny-20-frame-0.jpg", lambda route: route.fulfill(status=404))
    page.goto(f"{service.url}/#/watch/bunny")
    slider = page.get_by_role("slider", name="Second of the video")
    slider.fill("20")
    expect(page.get_by_text("There is no freeze frame of second 20")).to_be_visible()
    page.unroute("**/bunny-20-frame-0.jpg")
    slider.fill("21")
    page.wait_for_timeout(5100)
    slider.fill("20")
    expect(page.locator("[data-role=still] img")).to_have_attribute("data-second", "20")


def test_at_320_pixels_nothing_is_cut_off(browser: Browser, service: Serving) -> None:
    narrow = {"width": 320, "height": 600}
    with visit(browser, f"{service.url}/#token={service.token}", tolerated=REFUSALS, viewport=narrow) as page:
        for place in ("", "upload", "open"):
            page.goto(f"{service.url}/#/{place}")
            expect(page.get_by_role("link", name="Open anything")).to_be_in_viewport(ratio=1)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
