"""Chromium watches a book: one moment for all that is shown, the keys, and the lines and URLs to use it elsewhere."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import httpx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import render
from tests.web.browser import number, until, visit
from tests.web.server import Serving, halted

RATE, SECONDS, SNIPPET = 5, 20, 4
ALL = ["gif", "stills", "storyboard", "hls", "dash", "bif", "jellyfin"]
COPYING = ["clipboard-read", "clipboard-write"]
# As on a page without TLS.
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"

pytestmark = pytest.mark.xdist_group("service")


@pytest.fixture(scope="module")
def scene(shared: Serving) -> Serving:
    """The shared service with a book that has the files of all players, and one with the usual files."""
    shared.clear()
    for name, outputs in (("film", ALL), ("plain", ALL[:3])):
        film = clips.make(shared.source / f"{name}.mp4", frames=RATE * SECONDS, rate=RATE, size=(320, 192))
        render(film, shared.out, make_recipe(snippet=SNIPPET, size=80, outputs=outputs))
    return shared


@pytest.fixture
def film(browser: Browser, scene: Serving) -> Iterator[Page]:
    with visit(browser, f"{scene.url}/#/watch/film?t=5") as page:
        expect(page.locator("[data-role=use]")).to_be_visible()
        yield page


def _is_at(page: Page, time: float) -> None:
    """Wait until video, strip, slider, picture and address are at a time."""
    second = int(time)
    until(page, f"Math.abs(document.querySelector('video').currentTime - {time}) < 1e-3")
    expect(page.locator("li:has([aria-current=true])")).to_have_attribute("data-start", str(second - second % SNIPPET))
    expect(page.get_by_label("Second of the video")).to_have_value(str(second))
    expect(page.locator("[data-role=still] img")).to_have_attribute("data-second", str(second))
    expect(page).to_have_url(re.compile(rf"\?t={second}$" if second else "/film$"))


def test_video_strip_slider_and_address_move_together(film: Page) -> None:
    _is_at(film, 5)
    assert number(film.locator("[data-role=still] img")) == 5 * RATE
    assert film.title() == "film · Flickbook"
    film.locator("li[data-start='8']").get_by_role("button").click()
    _is_at(film, 8)
    film.get_by_label("Second of the video").fill("13")
    _is_at(film, 13)
    film.locator("video").evaluate("video => { video.currentTime = 3 }")
    _is_at(film, 3)
    film.evaluate("location.hash = '#/watch/film?t=17s'")
    until(film, "document.querySelector('video').currentTime === 17")
    expect(film.get_by_label("Second of the video")).to_have_value("17")
    assert film.title() == "film · Flickbook"


def test_keys_are_those_of_youtube(film: Page) -> None:
    for key, time in (
        *(("l", 15.0), ("ArrowLeft", 10.0), ("J", 0.0), ("5", 10.0), ("ArrowRight", 15.0)),
        *((".", 15.3), (".", 15.5), (",", 15.3), ("9", 18.0), ("l", 20.0), ("0", 0.0)),
    ):
        film.keyboard.press(key)
        until(film, f"Math.abs(document.querySelector('video').currentTime - {time}) < 1e-3")
    _is_at(film, 0)
    # After a click its button has the focus, but does not show it: the space bar stays the player's.
    film.locator("li[data-start='4']").get_by_role("button").click()
    for key in ("k", " "):
        film.keyboard.press(key)
        until(film, "!document.querySelector('video').paused")
        film.keyboard.press(key)
        until(film, "document.querySelector('video').paused")
    film.keyboard.press("m")
    until(film, "document.querySelector('video').muted")
    film.keyboard.press("m")
    film.keyboard.press("f")
    until(film, "document.fullscreenElement?.localName === 'media-controller'")
    film.keyboard.press("f")
    until(film, "document.fullscreenElement === null")


def test_keys_that_others_use_are_left_to_them(film: Page) -> None:
    film.keyboard.press("?")
    dialog = film.get_by_role("dialog", name="Keyboard")
    expect(dialog).to_contain_text("One frame back or forward")
    film.keyboard.press("l")
    film.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    for key in ("Control+l", "Alt+l", "Meta+l"):
        film.keyboard.press(key)
    film.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    film.locator("textarea").fill("")
    film.keyboard.type("kl5 ")
    expect(film.locator("textarea")).to_have_value("kl5 ")
    film.get_by_role("tab", name="Media Chrome").press("ArrowRight")
    expect(film.get_by_role("tab", name="Video.js")).to_be_focused()
    assert film.locator("video").evaluate("video => [video.currentTime, video.paused]") == [5, True]


def test_each_player_has_lines_whose_urls_answer(film: Page, scene: Serving) -> None:
    blocks = {name: _lines(film, name) for name in film.get_by_role("tab").all_text_contents()}
    said = {name: "\n".join(lines) for name, lines in blocks.items()}
    links = film.locator("[data-role=link] a, [data-role=use] footer a")
    found = {link.get_attribute("href") or "" for link in links.all()}
    for lines in said.values():
        found |= set(re.findall(rf"{scene.url}[^\"\s]+", lines.replace("$Number$", "1")))
    embedded = parse_qs(re.findall(r'#/open\?([^"]+)', said.pop("Web page"))[0])
    found |= {embedded["video"][0], f"{embedded['base'][0]}manifest.json"}
    assert {url: httpx.get(url).status_code for url in found} == dict.fromkeys(found, 200)
    keys = {httpx.URL(url).path.rpartition("/")[2] for url in found}
    assert {"film-4-frame-1.jpg", "film-4.gif", "film-4-sheet-0.jpg", "storyboard.vtt", "hls.m3u8", "zip"} <= keys
    assert {"film-sd.bif", "film-hd.bif", "film-fhd.bif", "dash.1.jpg", "players.html", "openapi.json"} <= keys
    for name in ("Media Chrome", "Video.js", "Vidstack", "Plyr", "Shaka Player"):
        assert f"{scene.url}/v/film/storyboard.vtt" in said[name]
        assert f"{scene.url}/api/videos/film/video" in said[name]
    assert said["Video.js"].startswith("npm install video.js videojs-sprite-thumbnails\n")


def _lines(page: Page, name: str) -> list[str]:
    page.get_by_role("tab", name=name, exact=True).click()
    panel = page.locator(f"[role=tabpanel][data-name='{name}']")
    expect(panel.locator("pre").first).to_be_visible()
    return panel.locator("pre").all_text_contents()


def test_what_a_book_lacks_comes_with_the_command_that_makes_it(browser: Browser, scene: Serving) -> None:
    with visit(browser, f"{scene.url}/#/watch/plain") as page:
        assert _lines(page, "HLS") == ["flickbook render VIDEO --out OUT --snippet 4 --hls"]
        assert _lines(page, "Roku") == ["flickbook render VIDEO --out OUT --snippet 4 --bif --set bif.server=roku"]
        assert _lines(page, "Jellyfin") == ["flickbook render VIDEO --out OUT --snippet 4 --jellyfin --beside"]


def test_lines_and_urls_are_copied_and_all_files_downloaded(browser: Browser, scene: Serving, tmp_path: Path) -> None:
    with visit(browser, f"{scene.url}/#/watch/film?t=5", permissions=COPYING) as page:
        page.get_by_role("button", name="Copy GIF").click()
        expect(page.get_by_role("status")).to_have_text("Copied: GIF")
        assert page.evaluate("navigator.clipboard.readText()") == f"{scene.url}/v/film/film-4.gif"
        page.evaluate(NO_CLIPBOARD)
        lines = _lines(page, "Roku")
        page.get_by_role("button", name="Copy Roku: BrightScript").click()
        expect(page.get_by_role("status")).to_have_text("Copied: Roku: BrightScript")
        page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
        page.locator("textarea").press("Control+V")
        expect(page.locator("textarea")).to_have_value(lines[0])
        with page.expect_download() as download:
            page.get_by_role("link", name="Download all").click()
        assert download.value.suggested_filename == "film.zip"
        download.value.save_as(tmp_path / "film.zip")
    with zipfile.ZipFile(io.BytesIO((tmp_path / "film.zip").read_bytes())) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) > SECONDS


def test_no_picture_is_asked_for_before_it_is_made(browser: Browser, scene: Serving, long: Path) -> None:
    """Also while somebody scrubs over what is still to be made. `visit` fails for each 404."""
    (scene.source / "long.mp4").write_bytes(long.read_bytes())
    asked: list[str] = []
    with halted(scene.process.pid, scene.out / "long") as halt:
        scene.order("long.mp4")
        halt.wait()
        with visit(browser, f"{scene.url}/#/watch/long") as page:
            page.on("request", lambda request: asked.append(request.url) if "/v/long/" in request.url else None)
            expect(page.locator("[data-role=still] img")).to_be_visible()
            _scrub(page, page.get_by_label("Second of the video"))
            for key in ("9", "l", "5", "."):
                page.keyboard.press(key)
            expect(page.get_by_text("is still to be made")).to_be_visible()
            halt.go()
            expect(page.locator("[data-role=watch]")).to_have_attribute("data-state", "complete")
            expect(page.locator("[data-role=still] img")).to_be_visible()
            page.wait_for_load_state("networkidle")
    assert asked


def _scrub(page: Page, slider: Locator) -> None:
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    for step in range(0, 100, 5):
        page.mouse.move(box["x"] + box["width"] * step / 100, box["y"] + box["height"] / 2)
