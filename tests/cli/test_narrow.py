"""Output fits into 80 columns: words stay whole, and only places are shortened or wrapped."""

import re
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from flickbook import api
from flickbook.api import Outcome
from flickbook.cli import report, tables
from flickbook.cli.dead import show_letters
from flickbook.cli.tables import Result
from flickbook.core import reporting
from flickbook.core.model import Failure, Manifest, Order, Receipt, Snippet
from flickbook.engines.dead_letters import Letter
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import render

LONG = "shows/2026/a-rather-long-name-of-a-holiday-film-by-the-sea"
PLACE = f"/home/somebody/videos/of this [/year]/{LONG}.mp4"
RECEIPTS = [
    Receipt("plan", Snippet(30 * k, Fraction(30 * k + 30)), failure=Failure("CodecUnsupported", f"{PLACE}: no."))
    for k in range(300, 302)
]


@pytest.fixture(autouse=True)
def _eighty_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a book far below the root."""
    folder = tmp_path_factory.mktemp("a-folder-with-a-name") / "that-is-rather-long" / "and-below-it-another-one"
    folder.mkdir(parents=True)
    render(clips.make(folder / "film.mp4", frames=5), folder)
    return folder / "film"


def manifest_of(book: Path) -> Manifest:
    return render(book.with_suffix(".mp4"), book.parent)


def shown(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("name", ["bbb-480p24-30s", "loop/40", LONG])
def test_a_film_is_a_row_whose_words_are_whole(name: str, book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    manifest = manifest_of(book)
    totals = replace(manifest.totals, snippets=345, bytes=987_654_321, mean=6.21, longest=13.33, failed=2)
    outcome = Outcome(replace(manifest, name=name, totals=totals), f"/previews/{name}", 1234.5, tuple(RECEIPTS), 300)
    tables.show_results([Result("film.mp4", outcome, None)])
    heading, _, row, *others = shown(capsys)
    assert re.fullmatch(r"book +snippets( +\w+)* +errors", heading)
    assert re.fullmatch(r"\S+ +345 \(300 kept\)  .*987\.7 MB  1234\.5 s +–( .*)? +2", row)
    assert row.startswith(name if len(name) < 20 else "…holiday-film-by-the-sea ")
    assert max(map(len, (heading, row))) <= 80
    assert f"/previews/{name}" in others
    failed = others[others.index("failed") :]
    assert max(map(len, failed)) <= 80
    assert any(line.startswith("│ 9030 s │ 9060 s │ CodecUnsupported │ /home/") for line in failed)


def test_a_short_name_leaves_room_for_all_columns(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outcome = Outcome(replace(manifest_of(book), name="loop/40"), "/previews/loop/40", 2.5, (), 0)
    tables.show_results([Result("film.mp4", outcome, None)])
    heading, _, row, note, _ = shown(capsys)
    assert re.fullmatch("book +snippets +files +size +wall +CPU +speed +mean +longest +errors", heading)
    assert (row.split()[0], note.startswith("Mean and longest")) == ("loop/40", True)


def test_a_dead_letter_is_three_lines_and_its_place_one_of_them(capsys: pytest.CaptureFixture[str]) -> None:
    order = Order(f"file://{PLACE}", LONG, make_recipe(), "s3://previews")
    refused = Letter(
        "1", "1f0a", "order", order, "FormatRefused", f"{PLACE}: is text, not a video; give one.", 3, 1.79e9
    )
    torn = Letter(
        "2", "20cd", None, 'torn [/b]\n\x1b[2J{"x"', "WireError", "is no letter of a worker's (JSON is malformed)"
    )
    show_letters([refused, torn], as_json=False)
    lines = shown(capsys)
    assert lines[0] == "2 dead letters"
    assert lines[2:4] == [f"1f0a  {PLACE}", lines[3]]
    assert re.fullmatch(r"   to be planned, tried 3 times, given up 2026-09-2\d \d\d:\d\d:\d\d", lines[3])
    assert lines[4:] == [
        "   FormatRefused: is text, not a video; give one.",
        "",
        '20cd  torn [/b]  [2J{"x"',
        "   a foreign message, tried once",
        "   WireError: is no letter of a worker's (JSON is malformed)",
    ]


def test_a_long_place_runs_over_lines_and_is_all_there(book: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tables.show_status(api.status(book), as_json=False)
    report._show(reporting.report(*api.read_book(book)))
    lines = shown(capsys)
    values = "".join(line.strip("│").partition("│")[2].strip() for line in lines if line.startswith("│"))
    assert values.count(str(book.with_suffix(".mp4"))) == 2
    assert max(len(line) for line in lines if line.startswith("│")) <= 80
