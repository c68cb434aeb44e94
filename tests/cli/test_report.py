"""`flickbook report` agrees with the receipts, and its timeline is a picture of them."""

import os
import re
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import msgspec
import pytest

import flickbook as library
from flickbook.cli import timeline_svg as timeline
from flickbook.core import reporting
from flickbook.core.model import Failure, Plan, Receipt
from tests import clips
from tests.cli.run import call
from tests.core.test_reporting import plan_of, receipts_of

# They share a book that takes two processes to make.
pytestmark = pytest.mark.xdist_group("report")
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A book of six snippets, made by two workers in runs of three."""
    folder = tmp_path_factory.mktemp("made")
    video = clips.make(folder / "a.mp4", frames=150, size=(320, 192), options={"preset": "ultrafast"})
    ran = call("render", video, "--out", folder / "out", "--snippet", "1", "--workers", "2", pool=True)
    assert (ran.code, ran.err) == (0, "")
    return folder / "out" / "a"


@pytest.fixture
def book(made: Path, tmp_path: Path) -> Path:
    """A copy of that book to spoil."""
    return shutil.copytree(made, tmp_path / "out" / "a")


def fields(book: Path) -> list[Any]:
    """Read the stored receipts as plain JSON, in the order of time."""
    read = [msgspec.json.decode(path.read_bytes()) for path in (book / "receipts").iterdir()]
    return sorted(read, key=lambda receipt: receipt["snippet"]["start"])


def bars(svg: str) -> list[ElementTree.Element]:
    return ElementTree.fromstring(svg).findall(f"{SVG}g")


def drawn(plan: Plan, receipts: list[Receipt]) -> str:
    return timeline.draw(plan, receipts, reporting.report(plan, receipts))


def test_the_figures_agree_with_the_receipts(book: Path) -> None:
    timings = [receipt["timing"] for receipt in fields(book)]
    walls = [timing["wall"] for timing in timings]
    ran = call("report", book, "--json")
    found = ran.json
    assert (ran.code, ran.err, ran.out.count("\n")) == (0, "", 1)
    assert (found["type"], found["version"], found["name"], found["complete"]) == ("report", 2, "a", True)
    assert (found["invocations"], found["errors"], found["retries"], found["made"]) == (6, 0, 0, 6)
    assert (found["longest"], found["shortest"], found["p95"]) == (max(walls), min(walls), max(walls))
    assert found["average"] == pytest.approx(sum(walls) / 6, abs=1e-4)
    first, last = (
        min(timing["begun"] for timing in timings),
        max(timing["begun"] + timing["wall"] for timing in timings),
    )
    assert found["span"] == pytest.approx(last - first, abs=1e-3)
    assert sum(found["steps"].values()) == pytest.approx(found["wall"], abs=2e-3)
    assert found["bytes"] == sum(path.stat().st_size for path in book.glob("a-*"))
    assert msgspec.to_builtins(library.report(book)) == {
        key: value for key, value in found.items() if key not in ("type", "version")
    }


def test_two_workers_are_never_more_than_two_at_once(book: Path) -> None:
    timings = [receipt["timing"] for receipt in fields(book)]
    for run in (timings[:3], timings[3:]):
        assert all(first["begun"] + first["wall"] < second["begun"] + 0.002 for first, second in pairwise(run))
    assert 1 <= library.report(book).peak_concurrency <= 2


def test_the_table_shows_the_figures_of_the_report(book: Path) -> None:
    ran = call("report", book, environ={"COLUMNS": "120"})
    assert ran.code == 0
    for line in (
        r"invocations +│ 6, 0 of them retries",
        r"errors +│ 0",
        r"average +│ [\d,]+ ms",
        r"longest +│ [\d,]+ ms",
        r"p95 +│ [\d,]+ ms",
        r"peak concurrency +│ [12] at once",
    ):
        assert re.search(line, ran.out), line


def test_the_timeline_has_a_bar_a_snippet_as_long_as_it_took(book: Path, tmp_path: Path) -> None:
    picture = tmp_path / "timeline.svg"
    picture.write_text("an older one")
    assert call("report", book, "--timeline", picture).code == 0
    assert not list(tmp_path.glob(".timeline*")), "what was written aside is left"
    svg = picture.read_text(encoding="utf-8")
    assert "<script" not in svg
    drawn = bars(svg)
    assert len(drawn) == 6
    edges = [[float(x) for x in re.findall(r"[MH]([\d.]+)", "".join(p.get("d", "") for p in bar))] for bar in drawn]
    widths = [max(xs) - min(xs) for xs in edges]
    walls = [receipt["timing"]["wall"] for receipt in fields(book)]
    scale = sum(widths) / sum(walls)
    assert widths == pytest.approx([wall * scale for wall in walls], abs=0.3)


def test_an_unfinished_book_has_gaps_and_exit_code_1(book: Path, tmp_path: Path) -> None:
    (book / "receipts" / "1.json").unlink()
    (book / "receipts" / "4.json").unlink()
    ran = call("report", book, "--timeline", tmp_path / "t.svg", "--json")
    assert (ran.code, ran.json["made"], ran.json["complete"]) == (1, 4, False)
    svg = (tmp_path / "t.svg").read_text(encoding="utf-8")
    assert len(bars(svg)) == 4
    assert "2 of 6 snippets missing" in svg


def test_a_book_with_nothing_made_yet_gives_zeros_and_an_empty_picture(book: Path, tmp_path: Path) -> None:
    for receipt in (book / "receipts").iterdir():
        receipt.unlink()
    ran = call("report", book, "--timeline", tmp_path / "t.svg")
    assert ran.code == 1
    assert "0 of 6 made" in ran.out
    assert bars((tmp_path / "t.svg").read_text(encoding="utf-8")) == []


def test_a_missing_book_and_an_unwritable_picture_are_errors(book: Path, tmp_path: Path) -> None:
    missing = call("report", tmp_path / "out" / "nothing")
    assert (missing.code, "no previews found here" in missing.error) == (2, True)
    for place, fault in (
        (tmp_path / "nowhere" / "t.svg", "is in a folder that does not exist"),
        (tmp_path, "is not a regular file"),
        (Path(os.devnull), "is not a regular file"),
        (Path(), "is not a regular file"),
        (Path("/proc/t.svg"), "cannot be written"),
    ):
        ran = call("report", book, "--timeline", place)
        assert (ran.code, ran.out) == (2, "")
        assert str(place) in ran.error
        assert fault in ran.error


def test_a_hostile_name_is_text_in_the_picture_and_in_the_table(tmp_path: Path) -> None:
    name = """<script>alert("1")&'[red]]]>"""
    video = clips.make(tmp_path / "a.mp4", frames=30)
    hostile = video.rename(tmp_path / f"{name.replace('/', '')}.mp4")
    ran = call("render", hostile, "--out", tmp_path / "out", "--json")
    ran = call("report", ran.json["videos"][0]["book"], "--timeline", tmp_path / "t.svg")
    assert ran.code == 0
    assert name in ran.out
    root = ElementTree.parse(tmp_path / "t.svg").getroot()
    assert root.findall(f"{SVG}text")[0].text == name
    assert not list(root.iter(f"{SVG}script"))


def test_a_failure_is_a_dashed_line_with_its_message_without_control_characters() -> None:
    plan = plan_of(2)
    failure = Failure("WorkerCrashed", "died\x00 of <b> & \ud800")
    svg = drawn(plan, [Receipt(plan.id, plan.snippets[0], failure=failure, attempt=2)])
    root = ElementTree.fromstring(svg)
    (line,) = [path for path in root.findall(f"{SVG}path") if path.get("class") == "failed" and len(path)]
    assert line[0].text == "0:00 to 0:30 failed, tried 2 times: died� of <b> & �"


@pytest.mark.parametrize("count", [1, 2, 345, 10_000])
def test_any_number_of_snippets_fits_in_2000_pixels(count: int) -> None:
    plan = plan_of(count)
    svg = drawn(plan, receipts_of(plan, [(k % 7 / 10, 4 + k % 5) for k in range(count)]))
    root = ElementTree.fromstring(svg)
    assert len(root.findall(f"{SVG}g")) == count
    height = float(root.get("height", ""))
    assert 180 <= height <= 2000
    rows = [float(y) for y in re.findall(r'class="decode" d="M[\d.]+ ([\d.]+)H', svg)]
    assert rows == sorted(rows)
    assert rows[-1] < height - 50


def test_a_pause_between_two_runs_is_cut_out_of_the_picture() -> None:
    plan = plan_of(2)
    svg = drawn(plan, receipts_of(plan, [(0, 2), (86400, 2)]))
    assert "a pause of 86,398 s" in svg
    assert "pauses cut out" in svg
    widths = [float(b) - float(a) for a, b in re.findall(r'class="decode" d="M([\d.]+) [\d.]+H([\d.]+)', svg)]
    assert widths == pytest.approx([214, 214], abs=1)
