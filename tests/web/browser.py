"""Debian's Chromium, driven by Playwright, and the pixels that an element shows."""

import base64
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urljoin
from weakref import WeakKeyDictionary

import numpy as np
from PIL import Image
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    ViewportSize,
    expect,
    sync_playwright,
)

from tests import clips
from tests.tools import need
from tests.waiting import LONG
from tests.waiting import until as until_found

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
# As all waiting in tests, and not for five seconds.
expect.set_options(timeout=LONG * 1000)
# Smaller than most screens: each pixel is painted by the processor.
SIZE: ViewportSize = {"width": 900, "height": 600}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Chromium's log lines for answers of 4xx, and for hosts that do not let a page read their answers.
REFUSALS = ("the server responded with a status of 4",)
OTHER_HOSTS = ("blocked by CORS policy", "net::ERR_FAILED")
# Of all tests that ask for no other: the page speaks the browser's language.
LOCALE = "en-US"

_SHEETS = "[...document.styleSheets].map(sheet => sheet.href)"

_tabs: WeakKeyDictionary[Browser, Page] = WeakKeyDictionary()

# Drops files on the page: [name, content in base64, number of zeros that follow it], …
_DROP = """files => {
    const data = new DataTransfer();
    for (const [name, content, zeros] of files) {
        const parts = [Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)), new Uint8Array(zeros)];
        data.items.add(new File(parts, name, { type: "video/mp4", lastModified: 1 }));
    }
    for (const kind of ["dragenter", "dragover", "drop"])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Chromium, or skip (fail where CI is set)."""
    program = need("chromium")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=program, args=FLAGS.split())
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(browser: Browser, url: str, *, tolerated: Sequence[str] = (), **context: Any) -> Iterator[Page]:
    """Show a page, which must not raise, break its Content-Security-Policy, or log an error.

    Chromium itself logs answers such as 4xx; log lines that contain one of `tolerated` are allowed. A test that asks
    for a context, even an empty one by `fresh`, gets its own tab. All others share a tab without storage, because a new
    tab costs a second of processor time.
    """
    complaints: list[str] = []

    def hear_error(error: Error) -> None:
        complaints.append(str(error))

    def hear(said: ConsoleMessage) -> None:
        if said.type in ("error", "warning"):
            complaints.append(said.text)

    with _own_tab(browser, context) if context else _shared_tab(browser, url) as page:
        page.on("pageerror", hear_error)
        page.on("console", hear)
        page.goto(url)
        try:
            yield page
        except BaseException as error:
            # A test that fails may fail because of what the page complained of before.
            error.add_note(f"the page logged {complaints}")
            with suppress(Error):
                error.add_note(f"its style sheets are {page.evaluate(_SHEETS)}")
            raise
        page.remove_listener("pageerror", hear_error)
        page.remove_listener("console", hear)
    assert [line for line in complaints if not any(part in line for part in tolerated)] == []


@contextmanager
def _own_tab(browser: Browser, context: dict[str, Any]) -> Iterator[Page]:
    wanted = {"locale": LOCALE} | {name: value for name, value in context.items() if name != "fresh"}
    with browser.new_context(**wanted) as made:
        page = made.new_page()
        page.set_default_timeout(LONG * 1000)
        yield page


@contextmanager
def _shared_tab(browser: Browser, url: str) -> Iterator[Page]:
    page = _tabs.get(browser)
    if page is None:
        page = _tabs[browser] = browser.new_context(viewport=SIZE, locale=LOCALE).new_page()
        page.set_default_timeout(LONG * 1000)
    try:
        yield page
    finally:
        page.unroute_all()
        page.set_viewport_size(SIZE)
        page.emulate_media(color_scheme="light", reduced_motion="no-preference")
        # Ends all scripts and streams: this is not our page, but has the same origin, so it can clear the storage.
        page.goto(urljoin(url, "/healthz"))
        page.evaluate("localStorage.clear(); sessionStorage.clear()")
        page.context.clear_cookies()


def drop(page: Page, *videos: Path) -> None:
    """Drop files on the page."""
    # The page accepts files only after it knows what its service allows.
    expect(page.get_by_role("link", name="Library")).to_be_visible()
    page.evaluate(_DROP, [_packed(video) for video in videos])


def _packed(video: Path) -> tuple[str, str, int]:
    """Return a file's name, its content without the zeros at its end, and their number: each byte sent costs time."""
    data = video.read_bytes()
    content = data.rstrip(b"\0")
    return video.name, base64.b64encode(content).decode(), len(data) - len(content)


def until(at: Page | Locator, truth: str) -> None:
    """Wait until a script returns true: an expression for a page, or a function for an element.

    Playwright's own `wait_for_function` evaluates again inside the page, which our Content-Security-Policy forbids.
    """
    until_found(lambda: at.evaluate(truth), truth, pause=0.1)


def pixels(element: Locator) -> clips.Rgb:
    """Return the pixels of an element as an array of shape (height, width, 3)."""
    with Image.open(io.BytesIO(element.screenshot(animations="allow"))) as image:
        return np.asarray(image.convert("RGB"))


def number(element: Locator) -> int:
    """Read the frame number painted into the picture that an element shows."""
    return clips.read(pixels(element))


def put_on(page: Page, scheme: Literal["light", "dark"]) -> None:
    """Switch a page to light or dark, and wait until it is painted."""
    page.emulate_media(color_scheme=scheme)
    until(page, f"matchMedia('(prefers-color-scheme: {scheme})').matches")
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def faults(page: Page) -> list[str]:
    """List what axe-core finds serious or worse, as `rule: element`."""
    # Contrast is measured after all colour transitions.
    until(page, "document.getAnimations().every(animation => !(animation instanceof CSSTransition))")
    if not page.evaluate("'axe' in window"):
        page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run({ resultTypes: ['violations'] }).then(found => found.violations)")
    return [
        f"{violation['id']}: {node['html']} {node['failureSummary']}"
        for violation in found
        if violation["impact"] in ("serious", "critical")
        for node in violation["nodes"]
    ]
