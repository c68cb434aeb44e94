"""`flickbook demo`: its page, and golden pictures of the sample."""

from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from flickbook.cli.demo import SAMPLE
from tests import eye
from tests.books import gif_frames, jpeg
from tests.cli.run import Ran, call
from tests.web.browser import SCHEMES, chromium, pixels, put_on, until, visit

# They share the sample's book.
pytestmark = pytest.mark.xdist_group("demo")
GOLDEN = Path(__file__).parent / "golden"
NAME = "bbb-480p24-30s"
_PREVIEW = "element.shadowRoot.querySelector('img')"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(folder: Path) -> Ran:
    return call("demo", "--out", folder)


def test_demo_makes_the_sample_and_a_page_that_shows_it(demo: Ran, folder: Path) -> None:
    assert demo.code == 0
    assert str(folder / f"{NAME}.html") in demo.out
    assert (folder / f"{NAME}.mp4").read_bytes() == SAMPLE.read_bytes()
    assert (folder / NAME / f"{NAME}-0-frame-29.jpg").exists()


@pytest.mark.usefixtures("demo")
def test_the_page_is_the_player_and_works_from_a_folder(folder: Path) -> None:
    """On a phone, without a server. Chromium logs an error for all that a page may not load from `file://`."""
    address = (folder / f"{NAME}.html").as_uri()
    with chromium() as browser, visit(browser, address, viewport={"width": 390, "height": 844}) as page:
        until(page.locator("video"), "video => video.readyState > 0 && video.duration > 29")
        slider = page.get_by_label("Second of the video")
        slider.press("Home")
        for second in range(3):
            expect(page.locator(f"[data-role=still] img[data-second='{second}']")).to_be_visible()
            slider.press("ArrowRight")
        until(page.locator("[data-role=gif] img"), "image => image.complete && image.naturalWidth > 0")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        box = slider.bounding_box()
        assert box is not None
        page.mouse.move(box["x"] + box["width"] * 0.52, box["y"] + box["height"] / 2)
        until(page.locator("canvas[data-role=tile]"), "canvas => canvas.dataset.start === '15'")
        page.locator("media-time-range").hover()
        until(page.locator("media-preview-thumbnail[slot=preview]"), f"element => {_PREVIEW}.naturalWidth > 0")
        ground = []
        for scheme in SCHEMES:
            put_on(page, scheme)
            ground.append(pixels(page.locator("h1"))[0, 0].mean())
        assert ground[0] > 200
        assert ground[1] < 60


@pytest.mark.usefixtures("demo")
def test_golden_pictures_of_the_sample(folder: Path) -> None:
    """Compared as the eye sees them, with a tolerance for other builds of the codecs."""
    animation = gif_frames((folder / NAME / f"{NAME}-0.gif").read_bytes())
    for name, picture in (
        ("gif-0.png", animation[0]),
        ("gif-171.png", animation[171]),
        ("still-17.png", jpeg(folder / NAME / f"{NAME}-0-frame-17.jpg")[::4, ::4]),
    ):
        expected = jpeg(GOLDEN / name)
        assert picture.shape == expected.shape
        apart = np.abs(eye.blur(picture) - eye.blur(expected))
        assert apart.mean() < 2, name
        assert np.percentile(apart, 99) < 20, name
