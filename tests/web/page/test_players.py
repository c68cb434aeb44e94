"""The page that shows the storyboard in other players: each shows the tile of the pointed second."""

import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Locator, expect
from playwright.sync_api import Page as Tab

from tests import clips
from tests.waiting import LONG, until
from tests.web.browser import LOCALE, REFUSALS, pixels, visit
from tests.web.page.streams import RATE, SECONDS, UNKNOWN, Site

pytestmark = pytest.mark.xdist_group("service")

ROOT = Path(__file__).parents[3]
# Two players write the time over the tile. Video.js also writes the time that is playing over tiles near it: the slower
# the machine, the further the film plays before it is paused.
BARE_TILES = """.plyr__preview-thumb__time-container, .vjs-play-progress { visibility: hidden }
.vjs-play-progress .vjs-time-tooltip { display: none !important }
.vjs-time-tooltip { color: transparent !important; text-shadow: none !important }"""


class Parts(NamedTuple):
    """Selectors of a player's parts: the time line, the tile that appears, and the time beside it."""

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
    "Shaka Player": Parts(
        ".shaka-seek-bar", ".shaka-player-ui-thumbnail-image-container", ".shaka-player-ui-thumbnail-time"
    ),
    "dash.js": Parts("[aria-label=Seek]", "[aria-label=Seek] + div", "output"),
}


class Opened(NamedTuple):
    """The page in a browser, with its errors and its requests to other hosts so far."""

    tab: Tab
    faults: list[str]


@pytest.fixture(scope="module")
def opened(site: Site, browser: Browser) -> Iterator[Opened]:
    """The page, showing the film."""
    # The larger tiles; the other tests of players show the usual ones.
    addresses = {"video": "films/my film.mp4", "storyboard": "films/previews/my film/storyboard.240.vtt"}
    addresses["mpd"] = "films/previews.mpd"
    with browser.new_context(viewport={"width": 1400, "height": 900}, locale=LOCALE) as context:
        tab = context.new_page()
        tab.set_default_timeout(LONG * 1000)
        faults: list[str] = []
        tab.on("console", lambda message: faults.append(message.text) if UNKNOWN not in message.text else None)
        tab.on("pageerror", lambda error: faults.append(str(error)))
        tab.on("request", lambda request: faults.append(request.url) if site.url not in request.url else None)
        tab.goto(f"{site.url}players.html?{urlencode(addresses)}")
        tab.add_style_tag(content=BARE_TILES)
        yield Opened(tab, faults)


@pytest.mark.parametrize("name", PLAYERS)
def test_a_player_shows_the_tile_of_the_pointed_second(opened: Opened, name: str) -> None:
    tab, faults = opened
    section = tab.locator("section", has=tab.get_by_role("heading", name=name))
    section.scroll_into_view_if_needed()
    if name == "Video.js":  # its time line appears once it plays
        section.locator(".vjs-big-play-button").click()
    for aim in (2, 17, 38):
        assert _point_at(tab, section, PLAYERS[name], aim) == pytest.approx(aim, abs=1)
        section.locator("video").first.evaluate("video => video.pause()")  # while it moves, it costs a processor
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
def test_the_page_says_why_it_shows_no_tiles(
    browser: Browser, site: Site, addresses: dict[str, str], said: str
) -> None:
    with visit(browser, f"{site.url}players.html#{urlencode(addresses)}", tolerated=REFUSALS) as tab:
        expect(tab.locator("#notice [role=alert]")).to_contain_text(said)
        expect(tab.locator("section")).to_have_count(len(PLAYERS))
        # No player is started: a player without tiles would raise.
        expect(tab.locator(".player > *")).to_have_count(0)


def test_the_guide_has_the_lines_that_run() -> None:
    guide = (ROOT / "docs" / "players.md").read_text()
    lines = [*(ROOT / "frontend" / "src" / "players").glob("*.html")]
    lines += [path.with_suffix(".ts") for path in lines]
    assert [path.name for path in lines if f"```{path.suffix[1:]}\n{path.read_text()}```" not in guide] == []
    assert len(lines) == 2 * len(PLAYERS)


def _point_at(tab: Tab, section: Locator, parts: Parts, aim: int) -> int:
    """Point at a second of a time line, wait for its tile, and return the second that the player shows."""
    section.locator(".player").hover()
    nudges = cycle((0.4, 0.6))

    def look() -> tuple[int] | None:
        # A player that did not have its tiles yet shows them when the pointer next moves, as a hand's always does; a
        # time line may still move, too.
        box = section.locator(parts.track).bounding_box()
        assert box is not None
        tab.mouse.move(box["x"] + box["width"] * (aim + next(nudges)) / SECONDS, box["y"] + box["height"] / 2)
        shown = section.locator(parts.time).first.text_content() or ""
        if not re.fullmatch(r"\d+:\d\d", shown.strip()):
            return None
        minutes, seconds = shown.strip().split(":")
        named = int(minutes) * 60 + int(seconds)
        with suppress(AssertionError):  # players fade tiles in
            if clips.read(pixels(section.locator(parts.tile).first)) == named * RATE:
                return (named,)
        return None

    return until(look, f"the tile of second {aim}", pause=0.1)[0]
