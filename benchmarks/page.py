"""What a viewer feels of the page, in Chromium: `python -m benchmarks.page [VIDEO]`.

Prints how long after a receipt was stored its cell is filled, how many frames after a movement of the pointer the right
tile is drawn, how many frames a second a drag along the slider gets, and what the first view weighs compressed.
The receipt's time is that of its file, the cell's that of the page's own clock; both are this machine's.
"""

import argparse
import shutil
import statistics
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from flickbook.cli.demo import SAMPLE
from tests.web.browser import chromium, drop, until, visit
from tests.web.server import Serving, start

# Notes when each cell was filled, in milliseconds since 1970.
_NOTE = """() => {
    window.filled = {};
    new MutationObserver(() => {
        for (const cell of document.querySelectorAll("li[data-state=done]"))
            window.filled[cell.dataset.start] ??= Date.now();
    }).observe(document.body, { subtree: true, childList: true, attributes: true });
}"""

# Moves the pointer along the slider, and counts for each place the frames until the tile drawn is that of the place.
_TILES = """async () => {
    const slider = document.querySelector("input[type=range]");
    const tile = () => document.querySelector(".drawn canvas[data-role=tile]");
    const frame = () => new Promise(requestAnimationFrame);
    const box = slider.getBoundingClientRect();
    const last = Number(slider.max);
    const point = (second) => slider.dispatchEvent(new PointerEvent("pointermove", {
        bubbles: true, clientX: box.left + 11 + second / last * (box.width - 22), clientY: box.top + box.height / 2 }));
    const counts = [];
    for (let turn = 0; turn < 2; turn += 1)  // the first turn fetches the sheets
        for (let second = 0; second <= last; second += 1) {
            await frame();
            point(second);
            let frames = 0;
            do { await frame(); frames += 1; } while (Number(tile()?.dataset.start ?? -1) !== second && frames < 300);
            if (turn) counts.push(frames);
        }
    return counts;
}"""

# Counts the frames from each movement over the player's time range until its thumbnail is that of the place.
_THUMBNAILS = """() => {
    window.counts = [];
    const range = document.querySelector("media-time-range");
    const thumbnail = document.querySelector("media-preview-thumbnail[slot=preview]");
    const video = document.querySelector("video");
    const cues = [...video.textTracks].find((track) => track.label === "thumbnails").cues;
    const wanted = (time) => [...cues].find((cue) => cue.startTime <= time && time < cue.endTime)?.text.split("=")[1];
    const box = range.getBoundingClientRect();
    range.addEventListener("pointermove", ({ clientX }) => requestAnimationFrame(function look(first, frames = 1) {
        const there = thumbnail.getAttribute("mediapreviewcoords")?.replaceAll(" ", ",");
        const time = Number(range.getAttribute("mediapreviewtime"));
        const near = Math.abs(time - (clientX - box.left) / box.width * video.duration) < 0.03 * video.duration;
        if ((near && there === wanted(time)) || frames > 300) counts.push(frames);
        else requestAnimationFrame((now) => look(now, frames + 1));
    }));
}"""

# Drags the slider to and fro for some seconds, a step a frame, and gives the milliseconds between frames.
_DRAG = """async (seconds) => {
    const slider = document.querySelector("input[type=range]");
    const last = Number(slider.max);
    const gaps = [];
    const begun = performance.now();
    let before = await new Promise(requestAnimationFrame);
    for (let step = 0; performance.now() - begun < seconds * 1000; step += 1) {
        const at = step % (2 * last);
        slider.value = String(at <= last ? at : 2 * last - at);
        slider.dispatchEvent(new Event("input", { bubbles: true }));
        const now = await new Promise(requestAnimationFrame);
        gaps.push(now - before);
        before = now;
    }
    return gaps;
}"""

_WEIGHT = "() => performance.getEntries().reduce((sum, entry) => sum + (entry.encodedBodySize ?? 0), 0)"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("video", nargs="?", type=Path, default=SAMPLE)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, chromium() as browser:
        folder = Path(name)
        (folder / "in").mkdir()
        video = Path(shutil.copy(chosen.video, folder / f"film{chosen.video.suffix}"))
        with (
            start(folder / "in", folder / "out", environ={"FLICKBOOK_SIZE": "240"}) as serving,
            visit(browser, f"{serving.url}/#token={serving.token}", viewport={"width": 1280, "height": 1000}) as page,
        ):
            expect(page.locator("[data-role=empty]")).to_be_visible()
            print(f"first view, compressed: {page.evaluate(_WEIGHT) / 1000:.0f} kB")
            _print_growing(page, serving, video, folder / "out" / "film" / "receipts")
            page.goto(f"{serving.url}/#/watch/film")
            expect(page.locator("[data-role=still] img")).to_be_visible()
            _print_scrubbing(page)


def _print_growing(page: Page, serving: Serving, video: Path, receipts: Path) -> None:
    page.evaluate(_NOTE)
    drop(page, video)
    expect(page.locator("[data-role=making]")).to_have_attribute("data-state", "complete", timeout=300_000)
    filled: dict[str, float] = page.evaluate("window.filled")
    stored = {path.stem: path.stat().st_mtime_ns / 1e6 for path in receipts.iterdir()}
    assert set(filled) == set(stored), "some cells were never filled"
    late = [filled[begin] - stored[begin] for begin in stored]
    print(f"receipt stored → cell filled, {len(late)} cells: {_spread(late, 'ms')}")
    serving.wait_for("film")


def _print_scrubbing(page: Page) -> None:
    counts: list[int] = page.evaluate(_TILES)
    print(f"pointer moved → right tile drawn, {len(counts)} places: {_spread(counts, 'frames')}")
    until(page, "document.querySelector('video').textTracks[0]?.cues?.length > 0")
    page.evaluate(_THUMBNAILS)
    box = page.locator("media-time-range").bounding_box()
    assert box is not None
    for share in (number * 37 % 97 for number in range(1, 40)):  # far apart, so that what stood there is wrong
        page.mouse.move(box["x"] + box["width"] * share / 100, box["y"] + box["height"] / 2)
        page.wait_for_timeout(50)
    counts = page.evaluate("window.counts")
    print(f"pointer moved → thumbnail of the player, {len(counts)} places: {_spread(counts, 'frames')}")
    gaps: list[float] = page.evaluate(_DRAG, 5)
    rate = 1000 * len(gaps) / sum(gaps)
    print(f"drag along the slider: {rate:.1f} frames/s, gaps between frames {_spread(gaps, 'ms')}")


def _spread(values: list[Any], unit: str) -> str:
    ordered = sorted(values)
    p95 = ordered[-(-95 * len(ordered) // 100) - 1]
    return f"median {statistics.median(ordered):.0f}, p95 {p95:.0f}, longest {ordered[-1]:.0f} {unit}"


if __name__ == "__main__":
    main()
