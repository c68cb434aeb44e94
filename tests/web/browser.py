"""Debian's Chromium, driven by Playwright, and eyes for it: what an element shows as pixels."""

import io
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests import clips
from tests.tools import need

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
SECONDS = 20
# What Chromium logs of answers of 4xx, and of other hosts that do not let a page read what they give.
REFUSALS = ("the server responded with a status of 4",)
OTHER_HOSTS = ("blocked by CORS policy", "net::ERR_FAILED")

# Drops files on the page as a hand would: [name, content in base64], …
_DROP = """async files => {
    const data = new DataTransfer();
    for (const [name, content] of files) {
        const answer = await Promise.resolve(Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
        data.items.add(new File([answer], name, { type: "video/mp4", lastModified: 1 }));
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
    """Open a page of its own, which must neither raise, nor break its Content-Security-Policy, nor log an error.

    Chromium itself logs answers of 4xx and the like; which of its lines are part of the test is `tolerated`.
    """
    complaints: list[str] = []
    with browser.new_context(**context) as made:
        page = made.new_page()
        page.set_default_timeout(SECONDS * 1000)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None)
        page.goto(url)
        yield page
    assert [line for line in complaints if not any(part in line for part in tolerated)] == []


def drop(page: Page, *videos: Path) -> None:
    """Drop files on the page."""
    import base64

    # Nobody takes what is dropped before the page has heard what its service allows.
    expect(page.get_by_role("link", name="Library")).to_be_visible()
    page.evaluate(_DROP, [[video.name, base64.b64encode(video.read_bytes()).decode()] for video in videos])


def until(at: Page | Locator, truth: str) -> None:
    """Wait until a script says true: an expression of a page, or a function of an element.

    Playwright's own `wait_for_function` evaluates again inside the page, which our Content-Security-Policy forbids.
    """
    end = time.monotonic() + SECONDS
    while not at.evaluate(truth):
        assert time.monotonic() < end, f"still not so: {truth}"
        time.sleep(0.02)


def pixels(element: Locator) -> clips.Rgb:
    """Give what an element looks like now, as an array of shape (height, width, 3)."""
    with Image.open(io.BytesIO(element.screenshot(animations="allow"))) as image:
        return np.asarray(image.convert("RGB"))


def number(element: Locator) -> int:
    """Read the frame number painted into the picture that an element shows."""
    return clips.read(pixels(element))


def faults(page: Page) -> list[str]:
    """List what axe-core finds serious or worse, as `rule: element`."""
    page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run()")["violations"]
    return [
        f"{one['id']}: {node['html']} {node['failureSummary']}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]
