"""Chromium scrubs through a numbered clip against the real service: what it shows is read from the pixels."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import render
from tests.waiting import until as found
from tests.web.browser import SCHEMES, faults, number, put_on, until, visit
from tests.web.server import Serving

RATE = 25
SECONDS = 9  # the last begins 40 ms before the end
SNIPPET = 4
MARKUP = "<b>bold & <img src=x onerror=alert(1)>"
POSTER = {"film": "5.2", MARKUP: None}
PHONE = {"width": 390, "height": 844}
GERMAN = {"#/upload": "Hochladen", "#/watch/film": "film", "#/open": "Adresse öffnen", "#/": "Bibliothek"}
PLACES = {"#/upload": "Upload", "#/watch/film": "film", "#/open": "Open anything", "#/": "Library"}

pytestmark = pytest.mark.xdist_group("service")


@pytest.fixture(scope="module")
def scene(shared: Serving) -> Serving:
    """The shared service with a video, and another whose name is markup."""
    shared.clear()
    for name, seconds in (("film", SECONDS - 1), (MARKUP, 1)):
        frames = RATE * seconds + 1
        film = clips.make(shared.source / f"{name}.mp4", frames=frames, rate=RATE, size=(320, 192))
        render(film, shared.out, make_recipe(snippet=SNIPPET, size=240, poster=True, poster_at=POSTER[name]))
    return shared


@pytest.fixture
def film(browser: Browser, scene: Serving) -> Iterator[Page]:
    with visit(browser, f"{scene.url}/#/watch/film") as page:
        page.set_viewport_size({"width": 900, "height": 1000})
        expect(page.locator("[data-role=watch][data-state=complete]")).to_be_visible()
        yield page


def test_every_second_has_its_own_frame_and_gif(film: Page) -> None:
    slider = film.get_by_label("Second of the video")
    slider.focus()
    slider.press("Home")
    for second in range(SECONDS):
        still = film.locator(f"[data-role=still] img[data-second='{second}']")
        expect(still).to_be_visible()
        assert number(still) == second * RATE
        gif = film.locator(f"[data-role=gif] img[data-second='{second}']")
        expect(gif).to_be_visible()
        until(gif, "image => image.complete && image.naturalWidth > 0")
        begin = second - second % SNIPPET
        assert begin * RATE <= number(gif) < (begin + SNIPPET) * RATE
        assert f"film-{begin}.gif" in (gif.get_attribute("src") or "")
        slider.press("ArrowRight")


def test_both_time_lines_show_the_tile_of_the_pointed_second_and_a_click_seeks_the_snippet(
    film: Page,
) -> None:
    _hover_the_time_range(film)
    _point_at_the_slider(film)
    _click_a_snippet(film)


def _hover_the_time_range(film: Page) -> None:
    bar = film.locator("media-time-range")
    bar.scroll_into_view_if_needed()
    until(film, "document.querySelector('video').readyState >= 1")
    box = bar.bounding_box()
    assert box is not None
    for share in (0.08, 0.31, 0.52, 0.77, 0.97):
        film.mouse.move(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
        tile = film.locator("media-preview-thumbnail[slot=preview]")
        expect(tile).to_be_visible()
        until(tile, "tile => (image => image.src !== '' && image.complete)(tile.shadowRoot.querySelector('img'))")
        time = film.locator("media-preview-time-display[slot=preview]")
        found(partial(_shows_its_time, time, tile), f"the tile at {share}")


def _shows_its_time(time: Locator, tile: Locator) -> bool:
    said = time.evaluate("node => node.shadowRoot.textContent.trim()")
    minutes, seconds = said.split()[-1].split(":")
    with suppress(AssertionError):  # the tile is drawn a moment after the time, or fades in
        return number(tile) == (int(minutes) * 60 + int(seconds)) * RATE
    return False


def _point_at_the_slider(film: Page) -> None:
    slider = film.get_by_label("Second of the video")
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    assert box is not None
    film.mouse.move(box["x"] + box["width"] * 0.1, box["y"] + box["height"] / 2)
    tile = film.locator(".drawn canvas[data-role=tile]")
    for share in (0.1, 0.45, 0.62, 0.9):
        film.mouse.move(box["x"] + share * box["width"], box["y"] + box["height"] / 2)
        expect(tile).to_be_visible()
        begin = tile.get_attribute("data-start")
        assert begin is not None
        assert abs(float(begin) - share * (SECONDS - 1)) <= 1
        assert number(tile) == float(begin) * RATE


def _click_a_snippet(film: Page) -> None:
    cell = film.locator("li[data-start='8']")
    cell.get_by_role("button").click()
    until(film, "document.querySelector('video').currentTime === 8")
    expect(cell.locator("[aria-current]")).to_be_visible()
    assert film.locator("[aria-current=true]").count() == 1


def test_keys_alone_lead_from_the_library_to_a_second_of_a_snippet(browser: Browser, scene: Serving) -> None:
    with visit(browser, scene.url) as page:
        expect(page.locator("[data-name=film]")).to_be_visible()
        _tab_to(page, "document.activeElement.textContent.trim() === 'film'")
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="film")).to_be_focused()
        expect(page.locator("li[data-start='4']").get_by_role("button")).to_be_visible()
        _tab_to(page, "document.activeElement.closest('[data-start=\"4\"]') !== null")
        page.keyboard.press("Enter")
        until(page, "document.querySelector('video').currentTime === 4")
        _tab_to(page, "document.activeElement.type === 'range'")
        assert page.evaluate("document.activeElement.matches(':focus-visible')")
        page.keyboard.press("End")
        last = page.locator(f"[data-role=still] img[data-second='{SECONDS - 1}']")
        expect(last).to_be_visible()
        assert number(last) == (SECONDS - 1) * RATE


def _tab_to(page: Page, reached: str) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(reached):
            return
    raise AssertionError(f"no way by Tab to where {reached}")


def test_axe_finds_nothing_serious_in_light_or_dark_and_nothing_is_cut_off_on_a_phone(
    browser: Browser, scene: Serving
) -> None:
    with visit(browser, f"{scene.url}/#token={scene.token}", viewport=PHONE, has_touch=True) as page:
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        for place, heading in PLACES.items():
            page.evaluate("place => { location.hash = place }", place)
            expect(page.locator("main h1")).to_have_text(heading)
            page.wait_for_load_state("networkidle")
            for scheme in SCHEMES:
                put_on(page, scheme)
                assert faults(page) == [], (place, scheme)
            assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"], place


def test_a_german_browser_shows_the_page_in_german_and_nothing_is_cut_off_on_a_phone(
    browser: Browser, scene: Serving
) -> None:
    with visit(browser, f"{scene.url}/#token={scene.token}", viewport=PHONE, locale="de-AT") as page:
        for place, heading in GERMAN.items():
            page.evaluate("place => { location.hash = place }", place)
            expect(page.locator("main h1")).to_have_text(heading)
            if place == "#/watch/film":
                expect(page.get_by_label("Sekunde des Videos")).to_be_visible()
                expect(page.get_by_role("button", name="abspielen")).to_be_visible()
            assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"], place
        assert page.evaluate("[document.documentElement.lang, document.title]") == ["de", "Bibliothek · Flickbook"]
        page.get_by_role("button", name="film löschen").click()
        expect(page.get_by_role("dialog")).to_contain_text("„film“ löschen?")


def test_with_reduced_motion_gifs_play_only_on_request(browser: Browser, scene: Serving) -> None:
    gifs: list[str] = []
    with visit(browser, scene.url) as page:
        page.emulate_media(reduced_motion="reduce")
        page.on("request", lambda request: gifs.append(request.url) if request.url.endswith(".gif") else None)
        page.goto(f"{scene.url}/#/watch/film")
        expect(page.locator("[data-role=still] img")).to_be_visible()
        page.wait_for_load_state("networkidle")
        assert gifs == []
        page.get_by_role("button", name="Play GIF").click()
        expect(page.locator("[data-role=gif] img[src$='.gif']")).to_be_visible()
    assert gifs != []


def test_a_card_scrubs_while_the_pointer_moves_over_it_and_plays_its_gif_while_it_has_the_focus(
    browser: Browser, scene: Serving
) -> None:
    with visit(browser, scene.url) as page:
        card = page.locator("[data-name=film]")
        picture = card.locator("img").bounding_box()
        assert picture is not None
        tile = card.locator("[data-role=card-tile]")
        for second in (1, 6, 3):
            page.mouse.move(
                picture["x"] + picture["width"] * (second + 0.5) / (SECONDS - 1 + 1 / RATE), picture["y"] + 9
            )
            expect(tile).to_have_attribute("data-start", str(second))
            expect(card).to_contain_text(f"0:0{second}")
        page.mouse.move(0, 0)
        expect(tile).to_have_count(0)
        card.get_by_role("link").focus()
        expect(card.locator("[data-role=card-gif]")).to_be_visible()
        page.keyboard.press("Tab")
        expect(card.locator("[data-role=card-gif]")).to_have_count(0)


def test_a_finger_that_moves_along_a_card_scrubs_and_does_not_open_it(browser: Browser, scene: Serving) -> None:
    with visit(browser, scene.url, viewport=PHONE, has_touch=True, is_mobile=True) as page:
        picture = page.locator("[data-name=film] img").bounding_box()
        assert picture is not None
        left, y = picture["x"], picture["y"] + 99
        wire = page.context.new_cdp_session(page)

        def touch(kind: str, *points: float) -> None:
            wire.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x in points]})

        touch("touchStart", left + 30)
        for share in (0.2, 0.4, 0.7):
            touch("touchMove", left + picture["width"] * share)
        expect(page.locator("[data-role=card-tile]")).to_have_attribute("data-start", "5")
        touch("touchEnd")
        expect(page.locator("[data-role=card-tile]")).to_have_count(0)
        expect(page.get_by_role("heading", name="Library")).to_be_visible()


def test_card_and_player_show_the_poster(browser: Browser, scene: Serving) -> None:
    with visit(browser, scene.url) as page:
        poster = page.locator("[data-name=film] img")
        until(poster, "image => image.complete && image.naturalWidth > 0")
        assert number(poster) == 5.2 * RATE
        page.get_by_role("link", name="film", exact=True).click()
        expect(page.locator("video")).to_have_attribute("poster", re.compile(r"/poster\.jpg$"))


def test_markup_in_a_name_is_shown_as_text(browser: Browser, scene: Serving) -> None:
    with visit(browser, scene.url) as page:
        page.on("dialog", lambda dialog: pytest.fail(dialog.message))
        expect(page.get_by_role("link", name=MARKUP)).to_be_visible()
        page.get_by_role("link", name=MARKUP).click()
        expect(page.get_by_role("heading", name=MARKUP)).to_be_visible()
        expect(page.locator("[data-role=still] img")).to_be_visible()
