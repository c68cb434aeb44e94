"""Each chapter of a container's list has its picture, and stands in a WebVTT track and in a JSON."""

import json
from collections.abc import Sequence
from fractions import Fraction
from html import unescape
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple

import av
import pytest
import webvtt

from flickbook.core.model import Chapter
from flickbook.engines.job import work
from flickbook.library.completion import give_up
from flickbook.media.chapter_list import read_chapters
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.registry import media_type
from tests import clips
from tests.books import jpeg, render
from tests.library.test_races import OUTAGE
from tests.outputs.test_again import marks, submitted

if TYPE_CHECKING:
    from av.container.core import Chapter as Listed

USUAL: dict[str, Any] = {"snippet": 2, "size": 64, "outputs": ["stills", "storyboard"]}
CHAPTERS = USUAL | {"outputs": ["stills", "storyboard", "chapters"]}
FILM = Fraction(24000, 1001)
NANOSECOND = Fraction(1, 10**9)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "out" / "a"


def listed(start: float | Fraction, title: str | None = None, end: float | None = None) -> "Listed":
    """Return a chapter as PyAV writes it, its times cut off to the nanosecond as mkvmerge does."""
    times = [int(Fraction(time) / NANOSECOND) for time in (start, start if end is None else end)]
    metadata = {} if title is None else {"title": title}
    return {"id": times[0], "start": times[0], "end": times[1], "time_base": NANOSECOND, "metadata": metadata}


def film(path: Path, chapters: Sequence["Listed"], **options: Any) -> Path:
    """Write a numbered clip with a list of chapters."""
    plain = clips.make(path.with_name("plain.mp4"), **options)
    with av.open(str(plain)) as source, av.open(str(path), "w") as target:
        stream = source.streams.video[0]
        copied = target.add_stream_from_template(stream)
        target.set_chapters([{**chapter, "id": number} for number, chapter in enumerate(chapters, 1)])
        for packet in source.demux(stream):
            if packet.dts is not None:
                packet.stream = copied
                target.mux(packet)
    return path


class Shown(NamedTuple):
    """A chapter as a page shows it, with the number of the frame on its picture, if it has one."""

    start: float
    end: float
    title: str
    frame: int | None


def shown(book: Path) -> list[Shown]:
    """Read a book's chapters in both forms, which must say the same."""
    cues = webvtt.read(str(book / "chapters.vtt")).captions
    document = json.loads((book / "chapters.json").read_text())
    assert document["version"] == "1.2.0"
    found = []
    for cue, chapter in zip(cues, document["chapters"], strict=True):
        assert unescape(cue.text) == chapter["title"]
        assert cue.start_in_seconds == int(chapter["startTime"])
        frame = clips.read(jpeg(book / chapter["img"])) if "img" in chapter else None
        found.append(Shown(chapter["startTime"], chapter["endTime"], chapter["title"], frame))
    return found


@pytest.mark.parametrize("suffix", [".mkv", ".mp4", ".mov"])
def test_a_chapters_picture_is_the_frame_with_which_it_begins(tmp_path: Path, book: Path, suffix: str) -> None:
    frames = [0, 7, 31, 48, 49, 83, 118]
    chapters = [listed(float(frame / FILM), f"Chapter of {frame}") for frame in frames]
    render(film(tmp_path / f"a{suffix}", chapters, frames=120, rate=FILM), book.parent, make_recipe(**CHAPTERS))
    assert [(chapter.title, chapter.frame) for chapter in shown(book)] == [
        (f"Chapter of {frame}", frame) for frame in frames
    ]
    ends = [*(chapter.start for chapter in shown(book)[1:]), float(120 / FILM)]
    assert [chapter.end for chapter in shown(book)] == pytest.approx(ends, abs=0.002)
    names = sorted(path.name for path in book.glob("*chapter*"))
    assert names[:3] == ["a-0-chapter-1.jpg", "a-0-chapter-2.jpg", "a-0-chapter-3.jpg"]
    assert names[3:5] == ["a-2-chapter-4.jpg", "a-2-chapter-5.jpg"]
    assert [media_type("a", names[k]) for k in (0, -2, -1)] == ["image/jpeg", "application/json", "text/vtt"]


def test_a_finished_book_gets_chapters_and_nothing_else_is_made_again(tmp_path: Path, book: Path) -> None:
    video = film(tmp_path / "a.mkv", [listed(0, "Start"), listed(3, "Middle")], frames=150)
    usual = render(video, book.parent, make_recipe(**USUAL))
    before = marks(book)
    manifest = render(video, book.parent, make_recipe(**CHAPTERS))
    assert {key: at for key, at in marks(book).items() if "chapter" not in key} == before
    assert [(file.key, file.start, file.end) for file in manifest.files if file.kind == "chapter"] == [
        ("a-0-chapter-1.jpg", 0, 3),
        ("a-2-chapter-2.jpg", 3, 6),
    ]
    fresh = render(video, tmp_path / "fresh", make_recipe(**CHAPTERS))
    assert fresh.totals.frames_decoded == usual.totals.frames_decoded, "stills need these frames too"
    for path in book.glob("*chapter*"):
        assert (tmp_path / "fresh" / "a" / path.name).read_bytes() == path.read_bytes()
    render(video, book.parent, make_recipe(**USUAL))
    assert not list(book.glob("*chapter*"))


def test_a_book_that_was_planned_before_chapters_were_known_stays(tmp_path: Path, book: Path) -> None:
    video = film(tmp_path / "a.mkv", [listed(1, "Start")], frames=100)
    render(video, book.parent, make_recipe(**USUAL))
    plan = json.loads((book / "plan.json").read_text())
    assert plan["video"].pop("chapters") == [{"start": "1", "end": "4", "title": "Start"}]
    (book / "plan.json").write_text(json.dumps(plan))
    before = marks(book)
    render(video, book.parent, make_recipe(**USUAL))
    assert json.loads((book / "plan.json").read_text()) == plan
    render(video, book.parent, make_recipe(**CHAPTERS))
    assert {key: at for key, at in marks(book).items() if "chapter" not in key} == before
    assert shown(book) == [Shown(1, 4, "Start", 25)]


def test_titles_are_shown_as_they_are(tmp_path: Path, book: Path) -> None:
    titles = [
        "<b>1 & 2</b> --> 3",
        "R&D &amp; AT&amp",
        "Zwei\n\nZeilen\t\x07",
        "日本 👨\u200d👩\u200d👧",
        "",
        "x" * 500,
    ]
    video = film(tmp_path / "a.mkv", [listed(k / 2, title) for k, title in enumerate(titles)], frames=100)
    render(video, book.parent, make_recipe(**CHAPTERS))
    expected = [
        "<b>1 & 2</b> --> 3",
        "R&D &amp; AT&amp",
        "Zwei Zeilen",
        "日本 👨\u200d👩\u200d👧",
        "Chapter 5",
        "x" * 100,
    ]
    assert [chapter.title for chapter in shown(book)] == expected
    text = (book / "chapters.vtt").read_text()
    assert text.startswith("WEBVTT\n\n00:00:00.000 --> 00:00:00.500\n&lt;b>1 & 2&lt;/b> --&gt; 3\n\n")


def read(chapters: Sequence["Listed"]) -> tuple[Chapter, ...]:
    """Return what becomes of a list in a file of four seconds whose pictures begin at second 1."""
    opened: Any = SimpleNamespace(container=SimpleNamespace(chapters=lambda: chapters))
    return read_chapters(opened, Fraction(1), Fraction(4))


def test_hostile_lists_become_sound_ones() -> None:
    chapters: list[Listed] = [
        listed(4, "third", 3),  # ends before it begins
        listed(2, "second", 2.5),
        listed(2.001, "again"),
        listed(2, "again"),
        listed(0.5, "first", 900),
        listed(4.98, "last"),
        listed(5, "after the end"),
        listed(9e9, "far away"),
        {**listed(3), "time_base": None},
        {**listed(3), "time_base": Fraction(-1)},
        {**listed(3, "without an end"), "end": -(2**63)},
    ]
    expected = [(0, 1, "first"), (1, 1.5, "second"), (2, 3, "without an end"), (3, 3.98, "third"), (3.98, 4, "last")]
    assert [(float(found.start), float(found.end), found.title) for found in read(chapters)] == expected


def test_long_lists_are_cut_off() -> None:
    spread: list[Listed] = [listed(1 + Fraction(k, 100), str(k)) for k in range(290)]
    assert [found.title for found in read(spread)] == [str(k) for k in range(256)]
    late: list[Listed] = [listed(9)] * 100_000
    assert read([*late, listed(2)]) == ()


def test_chapters_are_on_the_viewers_clock(tmp_path: Path, book: Path) -> None:
    times = [5 + Fraction(k, 25) for k in range(100)]
    video = film(tmp_path / "a.mkv", [listed(1, "before"), listed(7, "at 7")], times=times)
    render(video, book.parent, make_recipe(**CHAPTERS))
    assert shown(book) == [Shown(0, 2, "before", 0), Shown(2, 4, "at 7", 50)]


def test_a_video_without_chapters_has_empty_lists(tmp_path: Path, book: Path) -> None:
    manifest = render(clips.make(tmp_path / "a.mp4"), book.parent, make_recipe(**CHAPTERS))
    assert (manifest.complete, manifest.totals.files["chapters"]) == (True, 0)
    assert (book / "chapters.vtt").read_text() == "WEBVTT\n"
    assert shown(book) == []


def test_a_chapter_of_a_failed_snippet_has_no_picture(tmp_path: Path, book: Path) -> None:
    video = film(tmp_path / "a.mkv", [listed(0, "a"), listed(2.5, "b")], frames=100)
    first, second = submitted(video, book, make_recipe(**CHAPTERS)).jobs
    work(first)
    give_up(second, OUTAGE)
    assert [chapter.frame for chapter in shown(book)] == [0, None]
    (again,) = submitted(video, book, make_recipe(**CHAPTERS)).jobs
    work(again)
    assert [chapter.frame for chapter in shown(book)] == [0, 62]
