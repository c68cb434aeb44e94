"""The page that runs the storyboard in other players: each shows the tile of the second that is pointed at."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
import uvicorn
from playwright.sync_api import Locator
from playwright.sync_api import Page as Tab
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

import flickbook
from flickbook.settings.web import Web
from flickbook.web.headers import SafeHeaders
from flickbook.web.page import Page
from tests import clips
from tests.web.browser import chromium, pixels

# All share one rendered clip and one browser.
pytestmark = pytest.mark.xdist_group("players")

ROOT = Path(__file__).parent.parent.parent
SECONDS, RATE = 40, 5
# Two players write the time over the tile, and one moves its handle over the tiles of what is played.
BARE_TILES = """.plyr__preview-thumb__time-container, .vjs-play-progress { visibility: hidden }
.vjs-time-tooltip { color: transparent !important; text-shadow: none !important }"""


class Parts(NamedTuple):
    """Selectors of a player's parts: what one points at, the tile that appears, and the time that stands by it."""

    track: str
    tile: str
    time: str


PLAYERS = {
    "Media Chrome": Parts("media-time-range #range", "media-preview-thumbnail", "media-preview-time-display slot"),
    "Video.js": Parts(".vjs-progress-holder", *[".vjs-mouse-display .vjs-time-tooltip"] * 2),
    "Vidstack": Parts("media-time-slider", ".vds-slider-thumbnail", ".vds-slider-value"),
    "Plyr": Parts(
        ".plyr__progress", ".plyr__preview-thumb__image-container", ".plyr__preview-thumb__time-container span"
    ),
}


@contextmanager
def running(app: ASGIApp) -> Iterator[str]:
    """Run an app on a free loopback port, and give its URL."""
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, lifespan="off", ws="none", log_level="warning"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The built page beside a film and its book, with the headers of the service."""
    folder = tmp_path_factory.mktemp("site")
    film = clips.make(folder / "my film.mp4", frames=SECONDS * RATE, rate=RATE, size=(320, 180))
    # Several snippets, so that the storyboard has several sheets.
    flickbook.render(film, folder / "previews", flickbook.Recipe(snippet=15, fps=Fraction(1), stills=False), workers=1)
    files = [Mount("/films", StaticFiles(directory=folder)), Mount("/", Page())]
    with running(SafeHeaders(Starlette(routes=files), Web())) as url:
        yield url


class Opened(NamedTuple):
    """The page in a browser, and what it complained of or asked of other hosts so far."""

    tab: Tab
    faults: list[str]


@pytest.fixture(scope="module")
def opened(site: str) -> Iterator[Opened]:
    """The page, showing the film."""
    addresses = {"video": "films/my film.mp4", "storyboard": "films/previews/my film/storyboard.vtt"}
    with chromium() as browser:
        tab = browser.new_page(viewport={"width": 1400, "height": 900})
        faults: list[str] = []
        tab.on("console", lambda message: faults.append(message.text))
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("request", lambda request: faults.append(request.url) if site not in request.url else None)
        tab.goto(f"{site}players.html?{urlencode(addresses)}")
        tab.add_style_tag(content=BARE_TILES)
        yield Opened(tab, faults)


@pytest.mark.parametrize("name", PLAYERS)
def test_a_player_shows_the_tile_of_the_second_that_is_pointed_at(opened: Opened, name: str) -> None:
    tab, faults = opened
    section = tab.locator("section", has=tab.get_by_role("heading", name=name))
    section.scroll_into_view_if_needed()
    if name == "Video.js":  # its time line appears once it plays
        section.locator(".vjs-big-play-button").click()
    for aim in (2, 17, 38):
        assert _point_at(tab, section, PLAYERS[name], aim) == pytest.approx(aim, abs=1)
    assert faults == []


@pytest.mark.parametrize(
    ("addresses", "said"),
    [
        (
            {"video": "javascript:alert(1)", "storyboard": "a.vtt"},
            "“javascript:alert(1)” is not an http or https address",
        ),
        (
            {"video": "films/my film.mp4", "storyboard": "none.vtt"},
            "No storyboard at /none.vtt: the server answers 404.",
        ),
    ],
)
def test_the_page_says_why_it_shows_no_tiles(opened: Opened, site: str, addresses: dict[str, str], said: str) -> None:
    browser = opened.tab.context.browser
    assert browser is not None
    tab = browser.new_page()
    tab.goto(f"{site}players.html#{urlencode(addresses)}")
    assert said in tab.locator("#notice [role=alert]").inner_text(timeout=5000)
    tab.close()


def test_the_guide_gives_the_lines_that_run() -> None:
    guide = (ROOT / "docs" / "players.md").read_text()
    lines = [*(ROOT / "frontend" / "src" / "players").glob("*.html")]
    lines += [path.with_suffix(".ts") for path in lines]
    assert [path.name for path in lines if f"```{path.suffix[1:]}\n{path.read_text()}```" not in guide] == []
    assert len(lines) == 2 * len(PLAYERS)


def _point_at(tab: Tab, section: Locator, parts: Parts, aim: int) -> int:
    """Point at a second of a time line, wait for that tile, and give the second that the player names."""
    section.locator(".player").hover()
    box = section.locator(parts.track).bounding_box()
    assert box is not None
    tab.mouse.move(box["x"] + box["width"] * (aim + 0.5) / SECONDS, box["y"] + box["height"] / 2)
    seen = ""
    for _ in range(30):  # players fade tiles in
        tab.wait_for_timeout(100)
        minutes, seconds = (section.locator(parts.time).first.text_content() or "").strip().split(":")
        named = int(minutes) * 60 + int(seconds)
        try:
            seen = f"frame {clips.read(pixels(section.locator(parts.tile).first))}"
        except AssertionError as error:
            seen = str(error)
        if seen == f"frame {named * RATE}":
            return named
    pytest.fail(f"beside {named} s stands {seen}")
