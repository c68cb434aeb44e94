"""The programs in examples/ do what they say; tests of outputs and engines try the others."""

import sys
from pathlib import Path

import pytest

from tests import clips
from tests.cli.run import Ran, flickbook
from tests.tools import ROOT

SMALL = {"FLICKBOOK_SNIPPET": "1", "FLICKBOOK_WORKERS": "1"}


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "film.mp4", frames=50)


def run(name: str, *words: str, cwd: Path) -> Ran:
    return flickbook(*words, cwd=cwd, environ=SMALL, command=[sys.executable, str(ROOT / "examples" / name)])


def test_render_makes_the_pictures_and_says_where_they_are(video: Path) -> None:
    ran = run("render.py", "film.mp4", "previews", cwd=video.parent)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "0 s to 2 s: previews/film/film-0.gif\n"
    ran = run("render.py", "none.mp4", "previews", cwd=video.parent)
    assert (ran.code, ran.err.partition(": ")[2]) == (2, "does not exist; check the path or URL.\n")


def test_progress_counts_the_snippets_that_are_made(video: Path) -> None:
    ran = run("progress.py", "film.mp4", "previews", cwd=video.parent)
    assert (ran.code, ran.err) == (0, "")
    *counts, last = ran.out.splitlines()
    assert set(counts) <= {"0 of 2 snippets", "1 of 2 snippets", "2 of 2 snippets"}
    assert last == "6 files in previews/film"
    assert (video.parent / "previews" / "film" / "storyboard.vtt").exists()
