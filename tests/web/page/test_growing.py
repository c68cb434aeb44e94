"""Chromium uploads videos to the real service and shows their snippets as they are made, also after interruptions."""

import os
import signal
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from flickbook.core.model import Failure, Job
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import Dispatcher
from flickbook.engines.orders import plan_source, submit
from flickbook.library.completion import give_up
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.web import tus
from tests.web.browser import REFUSALS, drop, until, visit
from tests.web.conftest import LONG_SECONDS
from tests.web.server import Serving, halted

# As the service has it.
RECIPE = make_recipe(snippet=1, size=64)

# Notes in which order cells were seen waiting and done.
_NOTE = """() => {
    window.seen = new Set();
    new MutationObserver(() => {
        for (const cell of document.querySelectorAll("li[data-start]"))
            window.seen.add(cell.dataset.start + " " + cell.dataset.state);
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ["data-state"] });
}"""

pytestmark = pytest.mark.xdist_group("service")


@pytest.fixture
def page(browser: Browser, service: Serving) -> Iterator[Page]:
    with visit(browser, f"{service.url}/#token={service.token}", tolerated=REFUSALS) as page:
        expect(page.locator("[data-role=empty]")).to_be_visible()
        yield page


def test_a_dropped_video_turns_into_pictures_cell_by_cell_and_is_played(
    page: Page, service: Serving, long: Path
) -> None:
    """Also if the page is reloaded half-way, and the workers are killed."""
    page.evaluate(_NOTE)
    with halted(service.process.pid, service.out / "long") as halt:
        drop(page, long)
        making = page.locator("[data-role=making]")
        expect(making.locator("li[data-state=waiting]").first).to_be_visible()
        halt.wait()
        expect(making.locator("li[data-state=done]").first).to_be_visible()
        seen = page.evaluate("[...window.seen]")
        # The first was done while others were still waited for.
        assert "0 done" in seen
        assert f"{LONG_SECONDS - 1} waiting" in seen
        assert f"{LONG_SECONDS - 1} done" not in seen
        page.reload()
        expect(page.locator("[data-role=being-made]")).to_contain_text("long")
        page.goto(f"{service.url}/#/watch/long")
        page.reload()
        watched = page.locator("[data-role=watch]")
        expect(watched).to_have_attribute("data-state", "making")
        for worker in halt.halted:
            os.kill(worker, signal.SIGKILL)
    expect(watched).to_have_attribute("data-state", "complete")
    expect(page.locator("li[data-start][data-state=done]")).to_have_count(LONG_SECONDS)
    expect(page.locator("[data-role=still] img")).to_be_visible()


def test_a_dropped_video_that_is_made_offers_to_be_watched(page: Page, video: Path) -> None:
    drop(page, video)
    expect(page.locator("[data-role=making]")).to_have_attribute("data-state", "complete")
    page.get_by_role("link", name="Watch").click()
    expect(page.locator("[data-role=watch][data-state=complete]")).to_be_visible()
    expect(page.locator("[data-role=still] img")).to_be_visible()


def test_several_files_are_all_made_and_a_file_that_is_no_video_can_only_be_deleted(
    page: Page, service: Serving, tmp_path: Path
) -> None:
    films = [clips.make(tmp_path / f"film {part}.mp4", frames=30) for part in range(3)]
    (tmp_path / "notes.txt").write_text("not a video")
    (tmp_path / "fake.mp4").write_text("not a video either")
    drop(page, *films, tmp_path / "notes.txt", tmp_path / "fake.mp4")
    uploads = page.locator("[data-role=upload]")
    expect(uploads).to_have_count(5)
    expect(uploads.filter(has_text="notes.txt")).to_contain_text("does not end like a video")
    fake = uploads.filter(has_text="fake.mp4")
    expect(fake).to_contain_text("is text, not a video")
    expect(fake.locator(".tick")).to_have_count(0)
    expect(fake.get_by_role("button", name="Retry")).to_have_count(0)
    for part in range(3):
        making = uploads.filter(has_text=f"film {part}.mp4").locator("[data-role=making]")
        expect(making).to_have_attribute("data-state", "complete")
    fake.get_by_role("button", name="Delete").click()
    page.get_by_role("dialog", name="Delete “fake”?").get_by_role("button", name="Delete").click()
    expect(uploads).to_have_count(4)
    assert service.client.get("/api/videos/fake").status_code == 404


def test_a_video_of_a_name_in_use_is_renamed_or_replaces_the_other_or_opens_it(
    page: Page, service: Serving, tmp_path: Path
) -> None:
    clips.make(service.source / "film.mp4", frames=30)
    service.order("film.mp4")
    before = service.wait_for("film")
    longer = clips.make(tmp_path / "film.mp4", frames=75)
    drop(page, longer)
    upload = page.locator("[data-role=upload]").first
    expect(upload).to_contain_text("There is a video named “film” already")
    upload.get_by_label("New name").fill("film.txt")
    upload.get_by_role("button", name="Upload under this name").click()
    expect(upload.get_by_role("alert")).to_contain_text("does not end like a video")
    upload.get_by_label("New name").fill("film 2.mp4")
    upload.get_by_role("button", name="Upload under this name").click()
    expect(upload.locator("[data-name='film 2']")).to_have_attribute("data-state", "complete")
    assert service.detail("film") == before
    drop(page, longer)
    expect(page.locator("[data-role=upload]")).to_have_count(2)
    upload.get_by_role("button", name="Replace it…").click()
    page.get_by_role("dialog", name="Replace “film”?").get_by_role("button", name="Replace").click()
    expect(upload.locator("[data-name=film]")).to_have_attribute("data-state", "complete")
    assert service.detail("film")["snippets"] == 3
    drop(page, longer)
    expect(page.locator("[data-role=upload]")).to_have_count(3)
    upload.get_by_role("link", name="Open it").click()
    expect(page.locator("[data-role=watch][data-state=complete]")).to_be_visible()


def test_an_upload_resumes_after_the_page_was_reloaded(page: Page, long: Path) -> None:
    wire = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 300_000}
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", slow)
    drop(page, long)
    bar = page.get_by_role("progressbar", name="Upload of long.mp4")
    until(bar, "bar => bar.value > 4e5")
    page.get_by_role("button", name="Pause long.mp4").click()
    page.reload()
    wire.send("Network.emulateNetworkConditions", {**slow, "uploadThroughput": -1})
    offsets: list[int] = []
    page.on(
        "request",
        lambda sent: offsets.append(int(sent.headers["upload-offset"])) if sent.method == "PATCH" else None,
    )
    drop(page, long)
    making = page.locator("[data-role=making]")
    expect(making).to_have_attribute("data-state", "complete")
    assert 200_000 < offsets[0] < long.stat().st_size


def test_a_cancelled_upload_leaves_nothing(page: Page, service: Serving, long: Path) -> None:
    wire = page.context.new_cdp_session(page)
    wire.send("Network.enable")
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 200_000}
    wire.send("Network.emulateNetworkConditions", slow)
    drop(page, long)
    bar = page.get_by_role("progressbar", name="Upload of long.mp4")
    until(bar, "bar => bar.value > 1e5")
    with page.expect_response(lambda answer: answer.request.method == "DELETE"):
        page.get_by_role("button", name="Cancel long.mp4").click()
    expect(page.locator("[data-role=upload]")).to_have_count(0)
    wire.detach()
    assert service.client.get("/api/videos").json()["videos"] == []
    assert tus.left_in(service.source) == []
    assert not (service.source / "long.mp4").exists()


class Failing(Dispatcher):
    """Fails on every snippet."""

    def send(self, jobs: Sequence[Job]) -> None:
        for job in jobs:
            give_up(job, Failure("WorkerTimeout", "it took too long"))


def test_snippets_that_failed_say_why_and_are_made_on_retry(page: Page, service: Serving) -> None:
    film = clips.make(service.source / "film.mp4", frames=75)
    plan = plan_source(str(film), RECIPE, Limits(), "film")
    submit(plan, service.out.as_uri(), Failing(), Engine())
    page.reload()
    card = page.locator("[data-name=film]")
    expect(card).to_contain_text("3 of 3 snippets failed")
    card.get_by_role("button", name="Retry film").click()
    expect(card).to_have_attribute("data-state", "complete")
    card.get_by_role("link", name="film").click()
    expect(page.locator("li[data-start][data-state=done]")).to_have_count(3)
    page.get_by_label("Second of the video").press("End")
    expect(page.locator("[data-role=still] img[data-second='2']")).to_be_visible()


def test_without_a_token_everything_is_shown_and_nothing_can_be_changed(browser: Browser, service: Serving) -> None:
    film = clips.make(service.source / "film.mp4", frames=30)
    service.order("film.mp4")
    service.wait_for("film")
    with visit(browser, service.url, tolerated=REFUSALS) as page:
        expect(page.locator("[data-name=film]")).to_be_visible()
        expect(page.get_by_role("button", name="Delete film")).to_have_count(0)
        drop(page, film)
        expect(page.locator("main").get_by_label("Token")).to_be_visible()
    # The pointer that comes to the button has the page load the film's GIF, which may be gone before it is loaded.
    with visit(browser, f"{service.url}/#token={service.token}", tolerated=REFUSALS) as page:
        assert "token" not in page.url
        page.get_by_role("button", name="Delete film").click()
        page.get_by_role("dialog").get_by_role("button", name="Delete").click()
        expect(page.locator("[data-role=empty]")).to_be_visible()
    assert not film.exists()
    assert not (service.out / "film").exists()
