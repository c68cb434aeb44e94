"""The built page without our service: in one bucket, with pictures in another, as plain files on plain web servers."""

from collections.abc import Iterator
from fractions import Fraction
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import numpy as np
import pytest
from playwright.sync_api import Browser, expect

import flickbook
from flickbook.outputs.gif.encoder import make_gif
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import render
from tests.loopback import serving
from tests.web.browser import OTHER_HOSTS, REFUSALS, number, visit

PAGE = Path(flickbook.__file__).parent / "web" / "page"
RATE, SECONDS = 25, 4

pytestmark = pytest.mark.xdist_group("service")


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder's files, to pages of its own host only, and logs nothing."""

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    tmp_path = tmp_path_factory.mktemp("static")
    video = clips.make(tmp_path / "my.film.mp4", frames=RATE * (SECONDS - 1) + 1, rate=RATE, size=(320, 192))
    render(video, tmp_path / "out", make_recipe(snippet=3, size=240))
    (tmp_path / "out" / "my.film" / "manifest.json").unlink()  # as the public sample leaves its pictures
    with serving(partial(Quiet, directory=str(tmp_path / "out"))) as url:  # type: ignore[arg-type]
        yield f"{url}/my.film/"


@pytest.mark.parametrize("place", ["?", "#/open?"])
def test_pictures_on_any_server_are_scrubbed_by_an_address_alone(browser: Browser, pictures: str, place: str) -> None:
    asked = urlencode({"base": pictures, "snippet": 3, "length": "3.04"})
    # A manifest is read where the other host lets us; here it does not.
    with (
        serving(partial(Quiet, directory=str(PAGE))) as url,  # type: ignore[arg-type]
        visit(browser, f"{url}/index.html{place}{asked}", tolerated=(*REFUSALS, *OTHER_HOSTS)) as page,
    ):
        slider = page.get_by_label("Second of the video")
        expect(slider).to_be_visible()
        slider.press("Home")
        for second in range(SECONDS):
            still = page.locator(f"[data-role=still] img[data-second='{second}']")
            expect(still).to_be_visible()
            assert number(still) == second * RATE
            gif = page.locator(f"[data-role=gif] img[data-second='{second}']")
            assert f"/my.film-{second - second % 3}.gif" in (gif.get_attribute("src") or "")
            slider.press("ArrowRight")
        for key, second in (("5", 1), (".", 2), ("0", 0)):  # without a video a frame is a second's
            page.keyboard.press(key)
            expect(page.locator("[data-role=still] img")).to_have_attribute("data-second", str(second))


# Decodes the GIF of an address to its end.
_DECODE = """async address => {
    const answer = await fetch(address);
    const decoder = new ImageDecoder({ data: await answer.arrayBuffer(), type: "image/gif" });
    await decoder.completed;
    await decoder.tracks.ready;
    const track = decoder.tracks.selectedTrack;
    const seen = [];
    for (let frameIndex = 0; frameIndex < track.frameCount; frameIndex++) {
        const { image } = await decoder.decode({ frameIndex });
        seen.push([image.duration, image.displayWidth, image.displayHeight]);
        image.close();
    }
    return { seen, endless: track.repetitionCount === Infinity };
}"""


def test_chromium_agrees_on_size_count_and_duration_of_a_gif(browser: Browser, tmp_path: Path) -> None:
    frames = np.stack([clips.paint(number, 64, 40) for number in range(45)])
    (tmp_path / "a.gif").write_bytes(make_gif(frames, np.arange(45), Fraction(15), Fraction(3)))
    # Its icon is in it: a request that is cut off when all is over would be a complaint of the page.
    (tmp_path / "index.html").write_text('<link rel="icon" href="data:,">')
    with serving(partial(Quiet, directory=str(tmp_path))) as url, visit(browser, url, tolerated=REFUSALS) as page:  # type: ignore[arg-type]
        found = page.evaluate(_DECODE, f"{url}/a.gif")
    assert found["endless"]
    assert len(found["seen"]) == 45
    assert sum(duration for duration, _, _ in found["seen"]) == 3_000_000
    assert {(width, height) for _, width, height in found["seen"]} == {(64, 40)}


def test_without_a_service_only_open_anything_is_there_and_its_form_makes_a_link(
    browser: Browser, pictures: str
) -> None:
    with (
        serving(partial(Quiet, directory=str(PAGE.parent))) as url,  # type: ignore[arg-type]
        visit(browser, f"{url}/page/index.html", tolerated=(*REFUSALS, *OTHER_HOSTS)) as page,
    ):
        expect(page.get_by_role("heading", name="Open anything")).to_be_visible()
        expect(page.get_by_role("link", name="Library")).to_have_count(0)
        page.get_by_label("Base URL of the pictures").fill("javascript:alert(1)")
        page.get_by_role("button", name="Open", exact=True).click()
        expect(page.get_by_role("alert")).to_be_visible()
        page.get_by_label("Base URL of the pictures").fill(pictures)
        page.get_by_label("Snippet size").fill("3")
        page.get_by_label("Video length").fill("3.04")
        page.get_by_role("button", name="Open", exact=True).click()
        expect(page.get_by_label("Second of the video")).to_be_visible()
        page.goto(page.url)
        expect(page.locator("[data-role=still] img")).to_be_visible()
