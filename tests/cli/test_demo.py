"""`flickbook demo`: its page, and golden pictures of the sample."""

import json
from pathlib import Path

import numpy as np
import pytest

from tests import eye
from tests.books import gif_frames, jpeg
from tests.cli.run import Ran, call

# They share the sample's book.
pytestmark = pytest.mark.xdist_group("demo")
GOLDEN = Path(__file__).parent / "golden"
NAME = "bbb-480p24-30s"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("demo")


@pytest.fixture(scope="module")
def demo(folder: Path) -> Ran:
    return call("demo", "--out", folder)


def test_demo_makes_the_sample_and_a_page_that_shows_it(demo: Ran, folder: Path) -> None:
    assert demo.code == 0
    page = folder / f"{NAME}.html"
    assert str(page) in demo.out
    best = json.loads((folder / NAME / "posters.json").read_text())["time"]
    assert f'max="29" value="{best:g}"' in page.read_text()
    assert page.read_text().count(f"{NAME}-0-sheet-0.jpg#xywh=") == 30
    assert (folder / NAME / f"{NAME}-0-frame-29.jpg").exists()


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
