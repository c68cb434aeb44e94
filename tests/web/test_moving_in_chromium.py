"""Chromium plays moving previews: their number of pictures, their total time, and the frame number in each."""

import base64
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page

from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import render

# One browser for all.
pytestmark = pytest.mark.xdist_group("moving")

FPS = 10
# An address that the browser trusts, answered without a server.
ADDRESS = "http://localhost/"

_OPEN = """async ([data, type]) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const video = window.video = document.createElement("video");
    video.muted = true;
    video.src = URL.createObjectURL(new Blob([bytes], { type }));
    await new Promise((done, failed) => { video.oncanplaythrough = done; video.onerror = () => failed(video.error); });
    return [video.duration, video.videoWidth, video.videoHeight];
}"""
# The event `seeked` may come before the picture.
_SEEK = """async (time) => {
    const presented = new Promise((done) => {
        const see = (now, { mediaTime }) => {
            if (mediaTime <= time && time < mediaTime + 0.1) done();
            else video.requestVideoFrameCallback(see);
        };
        video.requestVideoFrameCallback(see);
    });
    video.currentTime = time;
    await presented;
    const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
    const context = canvas.getContext("2d");
    context.drawImage(video, 0, 0);
    return [...context.getImageData(0, 0, canvas.width, canvas.height).data];
}"""
# Returns the times of the pictures that are put on the screen while the video plays.
_PLAY = """async () => {
    const times = new Set();
    const see = (now, { mediaTime }) => { times.add(mediaTime); video.requestVideoFrameCallback(see); };
    video.requestVideoFrameCallback(see);
    video.currentTime = 0;
    await video.play();
    await new Promise((done) => { video.onended = done; });
    return [...times];
}"""
_DECODE = """async ([data, type]) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const decoder = new ImageDecoder({ data: bytes, type });
    await decoder.tracks.ready;
    await decoder.completed;
    const found = [];
    for (let index = 0; index < decoder.tracks.selectedTrack.frameCount; index++) {
        const { image } = await decoder.decode({ frameIndex: index });
        const canvas = new OffscreenCanvas(image.displayWidth, image.displayHeight);
        const context = canvas.getContext("2d");
        context.drawImage(image, 0, 0);
        const pixels = [...context.getImageData(0, 0, canvas.width, canvas.height).data];
        found.push([image.timestamp, image.duration, canvas.width, canvas.height, pixels]);
    }
    return [decoder.tracks.selectedTrack.repetitionCount === Infinity, found];
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Any:
    with browser.new_context() as context:
        page = context.new_page()
        page.route(ADDRESS, lambda route: route.fulfill(body="<!doctype html>", content_type="text/html"))
        page.goto(ADDRESS)
        yield page


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "a.mp4", frames=65)


def preview(video: Path, name: str) -> str:
    """Render snippets of 1 s; return the last one, of 0.6 s, in base64."""
    options: dict[str, Any] = {f"{name}.size": 96, f"{name}.fps": FPS}
    manifest = render(video, video.parent / "out", make_recipe(snippet=1, outputs=[name], **options))
    return base64.b64encode((video.parent / "out" / "a" / manifest.files[-1].key).read_bytes()).decode()


def picture(pixels: list[int], width: int, height: int) -> clips.Rgb:
    return np.array(pixels, np.uint8).reshape(height, width, 4)[..., :3]


@pytest.mark.parametrize(("name", "media_type"), [("mp4", "video/mp4"), ("webm", "video/webm")])
def test_a_video_plays_with_its_pictures_and_its_time(video: Path, page: Page, name: str, media_type: str) -> None:
    # The last snippet, [2, 2.6), has six pictures.
    duration, width, height = page.evaluate(_OPEN, [preview(video, name), media_type])
    assert duration == pytest.approx(0.6, abs=0.001)
    shown = [clips.read(picture(page.evaluate(_SEEK, (k + 0.5) / FPS), width, height)) for k in range(6)]
    assert shown == [50 + k * 25 // FPS for k in range(6)]
    # A slow machine leaves some out.
    assert {round(time * FPS, 2) for time in page.evaluate(_PLAY)} <= set(range(6))


@pytest.mark.parametrize(("name", "media_type"), [("webp", "image/webp"), ("avif", "image/avif")])
def test_an_animation_has_its_pictures_and_their_times(video: Path, page: Page, name: str, media_type: str) -> None:
    forever, found = page.evaluate(_DECODE, [preview(video, name), media_type])
    times = [(timestamp, duration) for timestamp, duration, *_ in found]
    assert (forever, times) == (True, [(k * 100_000, 100_000) for k in range(6)])
    shown = [clips.read(picture(pixels, width, height)) for _, _, width, height, pixels in found]
    assert shown == [50 + k * 25 // FPS for k in range(6)]
