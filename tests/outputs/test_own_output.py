"""An output of an installed package works like Flickbook's own outputs: examples/own_output.py."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from flickbook.outputs.registry import outputs
from tests import clips
from tests.books import jpeg
from tests.cli.run import Ran, flickbook
from tests.tools import ROOT
from tests.waiting import LONG

EXAMPLE = ROOT / "examples" / "own_output.py"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The environment in which the example's package is installed, as an installer lays it out."""
    site = tmp_path_factory.mktemp("site")
    shutil.copy(EXAMPLE, site)
    described = site / "own_output-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: own_output\nVersion: 1.0\n")
    (described / "entry_points.txt").write_text("[flickbook.outputs]\nstrip = own_output:STRIP\n")
    return {"PYTHONPATH": str(site)}


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "a.mp4", frames=50)


def render(video: Path, *more: str, environ: Mapping[str, str]) -> Ran:
    order = ("render", video, "--out", video.parent / "out", "--snippet", "1", "--size", "64", "--json")
    return flickbook(*order, *more, environ=environ)


def test_files_of_an_installed_output_are_made_counted_timed_described_and_served_by_type(
    video: Path, installed: dict[str, str]
) -> None:
    assert render(video, environ={}).code == 0
    book = video.parent / "out" / "a"
    before = {path.name: path.stat().st_mtime_ns for path in book.glob("a-*")}
    ran = render(video, "--strip", "--set", "strip.pictures=3", environ=installed)
    assert (ran.code, ran.err) == (0, "")
    assert ran.json["videos"][0]["totals"]["files"] == {"gif": 2, "stills": 2, "storyboard": 2, "strip": 2}
    assert {path.name: path.stat().st_mtime_ns for path in book.glob("a-*") if path.name in before} == before
    manifest = json.loads((book / "manifest.json").read_text())
    strips = [file for file in manifest["files"] if file["output"] == "strip"]
    assert [(file["key"], file["kind"], file["media_type"], file["frames"]) for file in strips] == [
        ("a-0-strip-0.jpg", "strip", "image/jpeg", 3),
        ("a-1-strip-0.jpg", "strip", "image/jpeg", 3),
    ]
    assert jpeg(book / "a-0-strip-0.jpg").shape == (96, 480, 3)
    assert clips.read(jpeg(book / "a-1-strip-0.jpg")[:, :160]) == 25
    report = flickbook("report", book, "--json", environ=installed).json
    assert report["steps"].keys() == {"decode", "strip", "store", "rest"}
    assert flickbook("report", book, "--timeline", "steps.svg", cwd=video.parent).code == 0
    drawn = (video.parent / "steps.svg").read_text()
    assert (">strip</text>" in drawn, drawn.count('class="own0"')) == (True, 2), "also where it is not installed"
    script = "from flickbook.outputs.registry import media_type; print(media_type('a', 'a-0-strip-0.jpg'))"
    done = subprocess.run(
        [sys.executable, "-c", script], env={**os.environ, **installed}, capture_output=True, timeout=LONG, check=True
    )
    assert done.stdout == b"image/jpeg\n"


def test_options_of_an_installed_output_have_bounds_and_a_table(video: Path, installed: dict[str, str]) -> None:
    ran = render(video, "--strip", "--set", "strip.pictures=21", environ=installed)
    assert (ran.code, ran.error) == (
        2,
        "error: --set strip.pictures: is 21; it must be a whole number from 1 to 20.",
    )
    (video.parent / "flickbook.toml").write_text('[recipe]\noutputs = ["strip"]\n[recipe.strip]\npictures = 2\n')
    ran = flickbook("render", video, "--out", "out", "--snippet", "2", cwd=video.parent, environ=installed)
    assert ran.code == 0
    assert jpeg(video.parent / "out" / "a" / "a-0-strip-0.jpg").shape == (96, 320, 3)
    assert "--strip" in flickbook("render", "--help", environ=installed).out


def test_without_its_package_an_output_is_shown_and_its_options_are_unknown(
    video: Path, installed: dict[str, str]
) -> None:
    assert render(video, "--strip", environ=installed).code == 0
    book = video.parent / "out" / "a"
    status = flickbook("status", book, "--json")
    assert (status.json["state"], status.json["totals"]["files"]["strip"]) == ("complete", 2)
    assert "strip" in flickbook("report", book).out
    ran = render(video, "--outputs", "strip", environ={})
    fault = f"error: --outputs: names the unknown output 'strip'; the outputs are {', '.join(outputs())}."
    assert (ran.code, ran.error) == (2, fault)


def test_an_output_that_fails_to_load_is_named(video: Path, installed: dict[str, str], tmp_path: Path) -> None:
    broken = tmp_path / "broken-1.0.dist-info"
    broken.mkdir()
    (broken / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n")
    (broken / "entry_points.txt").write_text("[flickbook.outputs]\nbroken = no_such_module:OUTPUT\n")
    ran = render(video, environ={"PYTHONPATH": str(tmp_path)})
    assert ran.code == 2
    assert "output broken (no_such_module:OUTPUT): cannot be loaded" in ran.err
