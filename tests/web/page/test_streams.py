"""The tile that a player of streams has for a time is that time's frame: Shaka Player, dash.js; hls.js plays on."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests import clips
from tests.books import jpeg
from tests.tools import need
from tests.web.browser import visit
from tests.web.page.streams import BOOKS, OTHER_LENGTH, PACKAGES, RATE, SECONDS, UNKNOWN, Site

pytestmark = pytest.mark.xdist_group("service")

SCRIPTS = (
    *("shaka-player/dist/shaka-player.compiled.js", "dashjs/dist/modern/umd/dash.all.min.js"),
    "hls.js/dist/hls.light.min.js",
)
# Each returns the tile for each time: the sheet's URL, and x, y, width and height in it.
SHAKA = """async ([address, storyboard, times]) => {
    const player = new shaka.Player();
    await player.attach(document.body.appendChild(document.createElement("video")));
    await player.load(address);
    const track = storyboard ? await player.addThumbnailsTrack(storyboard, "text/vtt") : player.getImageTracks()[0];
    const tiles = await Promise.all(times.map((time) => player.getThumbnails(track.id, time)));
    await player.destroy();
    return tiles.map((tile) => [tile.uris[0], tile.positionX, tile.positionY, tile.width, tile.height]);
}"""
DASHJS = """async ([address, times]) => {
    const player = dashjs.MediaPlayer().create();
    player.updateSettings({ debug: { logLevel: dashjs.Debug.LOG_LEVEL_ERROR } });
    const ready = new Promise((done) => player.on("playbackMetaDataLoaded", done));
    player.initialize(document.body.appendChild(document.createElement("video")), address, false);
    await ready;
    const tile = (time) => new Promise((done) => player.provideThumbnail(time, done));
    const tiles = await Promise.all(times.map(tile));
    player.destroy();
    return tiles.map(({ url, x, y, width, height }) => [url, x, y, width, height]);
}"""
# Returns the heights in a master playlist, all errors, and the width of what is shown after a seek.
HLSJS = """async (address) => {
    const hls = new Hls();
    const errors = [];
    hls.on(Hls.Events.ERROR, (name, error) => errors.push(error.details));
    const video = document.body.appendChild(document.createElement("video"));
    hls.loadSource(address);
    hls.attachMedia(video);
    await new Promise((done) => { video.onloadeddata = done; });
    video.currentTime = 20;
    await new Promise((done) => { video.onseeked = done; });
    const found = [hls.levels.map((level) => level.height), errors, video.videoWidth];
    hls.destroy();
    return found;
}"""


@pytest.fixture(scope="module")
def tab(site: Site, browser: Browser) -> Iterator[Tab]:
    """A page with the three players."""
    if not (PACKAGES / ".package-lock.json").is_file():
        need("the page's packages (`npm ci` in frontend)")
    scripts = "".join(f'<script src="/packages/{script}"></script>' for script in SCRIPTS)
    (site.folder / "streams.html").write_text(f'<!doctype html><link rel="icon" href="data:,"><body>{scripts}')
    with visit(browser, f"{site.url}films/streams.html", tolerated=[UNKNOWN, OTHER_LENGTH], fresh=True) as tab:
        yield tab


@pytest.fixture(params=BOOKS)
def book(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def times(book: str) -> list[float]:
    """Return the seconds right after each tile begins and right before it ends."""
    begins = [tile * BOOKS[book] for tile in range(ceil(SECONDS / BOOKS[book]))]
    near = [begin + part for begin in begins for part in (Fraction(1, 100), BOOKS[book] - Fraction(1, 100))]
    return [float(time) for time in near if time < SECONDS]


def check(site: Site, book: str, tiles: list[tuple[str, float, float, float, float]]) -> None:
    """Read the frame's number from the pixels of each time's tile."""
    shown = []
    for address, *box in tiles:
        x, y, width, height = map(round, box)
        sheet = jpeg(site.folder / unquote(urlsplit(address).path).removeprefix("/films/"))
        shown.append(clips.read(sheet[y : y + height, x : x + width]))
    assert shown == [int(time // BOOKS[book] * BOOKS[book] * RATE) for time in times(book)]


@pytest.mark.parametrize("kind", ["m3u8", "mpd"])
def test_shaka_player_has_the_tiles_of_a_stream(site: Site, tab: Tab, book: str, kind: str) -> None:
    check(site, book, tab.evaluate(SHAKA, [f"{site.url}films/{book}.{kind}", None, times(book)]))


def test_shaka_player_has_the_tiles_of_the_storyboard(site: Site, tab: Tab, book: str) -> None:
    storyboard = f"{site.url}films/{book}/my%20film/storyboard.vtt"
    check(site, book, tab.evaluate(SHAKA, [f"{site.url}films/my%20film.mp4", storyboard, times(book)]))


def test_dashjs_has_the_tiles_of_an_mpd(site: Site, tab: Tab, book: str) -> None:
    check(site, book, tab.evaluate(DASHJS, [f"{site.url}films/{book}.mpd", times(book)]))


def test_hlsjs_plays_a_master_playlist_with_the_line_that_it_does_not_read(site: Site, tab: Tab) -> None:
    assert tab.evaluate(HLSJS, f"{site.url}films/previews.m3u8") == [[180], [], 320]
