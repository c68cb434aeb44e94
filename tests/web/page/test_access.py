"""Who may use the page in Chromium: in new tabs, after a restart of the service, with named tokens, after a log-out."""

from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, Page, expect

from tests.cli.run import call
from tests.waiting import until as until_found
from tests.web.browser import REFUSALS, SCHEMES, faults, put_on, visit
from tests.web.server import start

SIZES = (390, 1280, 1920)
# The page asks again and again while the service is away.
AWAY = ("net::ERR_CONNECTION_", "net::ERR_INCOMPLETE_CHUNKED_ENCODING")


def test_a_token_lasts_in_new_tabs_and_over_a_restart_until_it_is_logged_out(browser: Browser, tmp_path: Path) -> None:
    places = (tmp_path / "in", tmp_path / "out", "--private")
    with start(*places, token="") as serving:
        url, token = serving.url, serving.token
    # The address of a page has its port.
    again = (*places, "--port", str(urlsplit(url).port))
    with (
        start(*again, token="") as killed,
        visit(browser, f"{url}/#token={token}", fresh=True, tolerated=(*REFUSALS, *AWAY)) as first,
    ):
        expect(_link(first, "Upload")).to_be_visible()
        killed.stop()
        with start(*again, token=""):
            second = first.context.new_page()
            second.goto(f"{url}/#token=old")  # as in a bookmark
            expect(_link(second, "Upload")).to_be_visible()
            assert first.evaluate("fetch('api/videos').then((answer) => answer.status)") == 200, "the cookie lasts too"
            viewer = _make_token(first)
            first.get_by_role("dialog").get_by_role("button", name="Log out").click()
            for page in (first, second):
                expect(page.get_by_role("heading", name="This library is locked")).to_be_visible()
            assert first.evaluate("localStorage.length") == 0
            _view_until_revoked(second, viewer, tmp_path / "out")


def _link(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=name, exact=True)


def _make_token(page: Page) -> str:
    """Make a token for reading in the dialog, and return the link with it."""
    page.get_by_role("button", name="Access").click()
    dialog = page.get_by_role("dialog", name="Access")
    expect(dialog.locator("[data-role=token]")).to_contain_text(["service"])
    dialog.get_by_label("Name").fill("Living room")
    dialog.get_by_role("button", name="Make token").click()
    expect(dialog.locator("[data-role=token]")).to_contain_text(["used here", "not used yet"])
    link = dialog.get_by_role("textbox", name="Link that opens this page with it").input_value()
    token = dialog.get_by_role("textbox", name="Token", exact=True).input_value()
    assert link == f"{page.url.partition('#')[0]}#token={token}"
    for width in SIZES:
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for scheme in SCHEMES:
        put_on(page, scheme)
        assert faults(page) == []
    return link


def _view_until_revoked(page: Page, link: str, out: Path) -> None:
    page.goto(link)  # it loads anew by itself
    expect(page.get_by_role("heading", name="Library")).to_be_visible()
    expect(_link(page, "Upload")).to_have_count(0)
    assert call("token", "revoke", "Living room", "--out", out).code == 0
    refused = "fetch('api/videos').then((answer) => answer.status === 401)"
    until_found(lambda: page.evaluate(refused), "the session to end", pause=0.1)
    page.reload()
    expect(page.get_by_role("heading", name="This library is locked")).to_be_visible()


def test_a_token_is_revoked_in_the_page_after_a_question(browser: Browser, tmp_path: Path) -> None:
    call("token", "add", "ci", "--rights", "write", "--out", tmp_path / "out")
    with (
        start(tmp_path / "in", tmp_path / "out") as serving,
        visit(browser, f"{serving.url}/#token={serving.token}", fresh=True, tolerated=REFUSALS) as page,
    ):
        page.get_by_role("button", name="Access").click()
        tokens = page.get_by_role("dialog", name="Access").locator("[data-role=token]")
        expect(tokens).to_contain_text(["--token", "ci"])
        page.get_by_role("button", name="Revoke ci").click()
        question = page.get_by_role("dialog", name="Revoke ci?")
        question.get_by_role("button", name="Keep").click()
        expect(tokens).to_have_count(2)
        page.get_by_role("button", name="Revoke ci").click()
        question.get_by_role("button", name="Revoke").click()
        expect(tokens).to_have_count(1)
        expect(page.get_by_role("button", name="Revoke")).to_have_count(0)
