"""The highlight shows frames of its segments' times, and prefers what moves, differs and is good to look at."""

import io
import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageSequence

from flickbook import api
from flickbook.core.model import Manifest
from flickbook.core.settings import Limits
from flickbook.engines.job import work
from flickbook.errors import LimitExceeded, UsageError
from flickbook.library.book import Book
from flickbook.library.completion import give_up
from flickbook.outputs.highlight import HighlightOptions
from flickbook.outputs.recipes import check_limits, make_recipe
from flickbook.storage import locate
from tests import clips
from tests.books import render
from tests.library.test_races import OUTAGE
from tests.outputs.test_again import changed, marks, submitted
from tests.outputs.test_poster import BLACK, CARD, HEIGHT, WIDTH, scene

USUAL: dict[str, Any] = {"snippet": 10, "size": 64, "outputs": ["gif", "highlight"]}


def recipe(**more: Any) -> Any:
    return make_recipe(**USUAL | {f"highlight.{name}": value for name, value in more.items()})


def made(video: Path, **more: Any) -> tuple[Manifest, Path, list[float]]:
    """Render; return the manifest, the book and the times of the segments, after checking where these begin."""
    manifest = render(video, video.parent / "out", recipe(**more))
    book = video.parent / "out" / "a"
    segments = json.loads((book / "highlight.json").read_text())["segments"]
    lasts = HighlightOptions(**more).seconds
    assert [segment["start"] for segment in segments] == [float(k * lasts) for k in range(len(segments))]
    return manifest, book, [segment["time"] for segment in segments]


def shown(path: Path) -> list[tuple[Fraction, int]]:
    """Return the time and number of each frame of a clip."""
    if path.suffix in (".mp4", ".webm"):
        return clips.numbers(path)
    found, time = [], Fraction(0)
    with Image.open(io.BytesIO(path.read_bytes())) as image:
        for frame in ImageSequence.Iterator(image):
            found.append((time, clips.read(np.asarray(frame.convert("RGB")))))
            time += Fraction(round(frame.info["duration"]), 1000)
    return found


@pytest.mark.parametrize("kind", ["mp4", "webm", "webp", "gif"])
@pytest.mark.parametrize("fps", [10, 4])
def test_each_frame_is_that_of_its_segments_time(tmp_path: Path, kind: str, fps: int) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=600)
    manifest, book, times = made(video, formats=kind, fps=fps, length=5, segments=3)
    assert {path.name for path in book.glob("highlight.*")} == {"highlight.json", f"highlight.{kind}"}
    assert len(times) == 3
    frames = shown(book / f"highlight.{kind}")
    lasts = 5 * fps // 3
    wanted = [int((Fraction(time) + Fraction(k, fps)) * 25) for time in times for k in range(lasts)]
    assert [number for _, number in frames] == wanted
    assert [float(time) for time, _ in frames] == pytest.approx([k / fps for k in range(len(wanted))], abs=0.001)
    for file in manifest.files:
        if file.output == "highlight":
            assert (file.kind, file.frames) == ("segment", lasts)
            assert file.end - file.start == pytest.approx(lasts / fps)


def test_frames_that_the_gif_gets_are_not_decoded_again(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=600)
    alone = render(video, tmp_path / "alone", make_recipe(**USUAL | {"outputs": ["gif"]}))
    both, book, _ = made(video)
    assert both.totals.frames_decoded == alone.totals.frames_decoded
    again = render(video, tmp_path / "again", recipe())
    assert [file.digest for file in again.files] == [file.digest for file in both.files]
    for name in ("highlight.mp4", "highlight.json"):
        assert (tmp_path / "again" / "a" / name).read_bytes() == (book / name).read_bytes()


def test_a_finished_book_gets_a_highlight_and_nothing_else_is_made_again(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=3000, options={"preset": "ultrafast"}, size=(64, 40))
    usual = make_recipe(**USUAL | {"outputs": ["gif"]})
    render(video, tmp_path / "out", usual)
    before = marks(tmp_path / "out" / "a")
    manifest, book, times = made(video, segments=5, length=5)
    assert (changed(book, before), len(times)) == ({"highlight"}, 5)
    assert manifest.totals.files["highlight"] == 24
    render(video, tmp_path / "out", usual)
    assert not list(book.glob("*highlight*"))


def test_segments_that_move_and_differ_are_chosen(tmp_path: Path) -> None:
    def moving(seed: int) -> list[clips.Rgb]:
        return [np.roll(scene(seed), 3 * step, 1) for step in range(10)]

    cut = [*[scene(8)] * 5, *[scene(9)] * 5]
    # Two seconds each, at five pictures a second.
    parts = [
        *([BLACK] * 10, moving(1), [scene(2)] * 10, [CARD] * 10, moving(3), cut),
        *(moving(3), moving(4), [BLACK] * 10, [scene(5)] * 10),
    ]
    pictures = [picture for part in parts for picture in part]
    clips.make(tmp_path / "a.mp4", pictures=pictures, frames=len(pictures), rate=5, size=(WIDTH, HEIGHT))
    _, _, times = made(tmp_path / "a.mp4", length=5, segments=5, fps=5)
    assert HighlightOptions(length=5, segments=5, fps=5).seconds == 1
    assert len(times) == 5
    assert {2, 14} < set(times)
    assert len({8, 12} & set(times)) >= 1
    assert not {0, 6, 16} & set(times)


def test_a_failed_snippet_has_no_segment(tmp_path: Path) -> None:
    video, book = clips.make(tmp_path / "a.mp4", frames=600), tmp_path / "out" / "a"
    first, second, third = submitted(video, book, recipe()).jobs
    work(first)
    give_up(second, OUTAGE)
    work(third)
    times = [segment["time"] for segment in json.loads((book / "highlight.json").read_text())["segments"]]
    assert times
    assert not [time for time in times if 10 <= time < 20]
    for job in submitted(video, book, recipe(fps=5)).jobs:
        give_up(job, OUTAGE)
    assert api.status(book).state == "partial"
    assert not list(book.glob("highlight.*"))


def test_a_video_shorter_than_a_segment_has_no_highlight(tmp_path: Path) -> None:
    manifest = render(clips.make(tmp_path / "a.mp4", frames=30), tmp_path / "out", recipe())
    assert (manifest.complete, manifest.totals.files) == (True, {"gif": 1, "highlight": 0})
    assert not list((tmp_path / "out" / "a").glob("*highlight*"))
    Book(locate(str(tmp_path / "out")), "a").remove()


def test_options_and_limits(tmp_path: Path) -> None:
    for name, value in (("length", 4), ("length", 16), ("segments", 0), ("fps", 31), ("size", 641), ("formats", "avi")):
        with pytest.raises(UsageError, match=f"--set highlight.{name}"):
            recipe(**{name: value})
    probed = api.probe(clips.make(tmp_path / "a.mp4", frames=600, size=(640, 360)))
    check_limits("a", probed, recipe(), Limits())
    with pytest.raises(LimitExceeded, match=r"snippets of 1 s, too short for segments of 1\.5 s"):
        check_limits("a", probed, make_recipe(snippet=1, highlight=True), Limits())
    large = recipe(formats="mp4,gif", size=640, fps=30)
    with pytest.raises(LimitExceeded, match=r"needs \d+ MB for the frames of the highlight; lower highlight"):
        check_limits("a", probed, large, Limits(max_page_bytes=100_000_000))
