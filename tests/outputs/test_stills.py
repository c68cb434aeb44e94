"""Stills every few seconds: which frames they show, and what is made of them."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook.core.planning import cut
from flickbook.errors import UsageError
from flickbook.library.index import Index
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.stills import STILLS, StillsOptions
from tests import books, clips


@given(st.fractions(Fraction(1, 3), 200, max_denominator=60), st.integers(1, 40), st.integers(1, 50))
def test_each_multiple_of_the_interval_has_one_still(duration: Fraction, length: int, interval: int) -> None:
    options, snippets = StillsOptions(interval=interval), cut(duration, length)
    seconds = [second for snippet in snippets for second in options.seconds(snippet)]
    assert seconds == [second for second in range(0, 201, interval) if second < duration]
    for snippet in snippets:
        key = STILLS.preview("film", snippet, options)
        assert (key is None) == (not options.seconds(snippet))


def test_stills_three_seconds_apart(tmp_path: Path) -> None:
    film = clips.make(tmp_path / "film.mp4", frames=100, rate=10, size=(320, 180))
    options: dict[str, Any] = {"still_interval": 3, "snippet": 4, "poster": True}
    manifest = books.render(film, tmp_path / "out", make_recipe(outputs=["stills"], **options))
    found = {file.key: (file.start, file.end) for file in manifest.files}
    # A still stands for the seconds until the next one.
    stills = {"film-0-frame-0.jpg": (0, 3), "film-0-frame-3.jpg": (3, 6), "film-4-frame-2.jpg": (6, 9)}
    stills["film-8-frame-1.jpg"] = (9, 10)
    assert {key: window for key, window in found.items() if "frame" in key} == stills
    book = tmp_path / "out" / "film"
    numbers = [clips.read(books.jpeg(book / key)) for key in stills]
    assert numbers == [0, 30, 60, 90]
    posters = json.loads((book / "posters.json").read_text())
    assert {candidate["time"] for candidate in posters["candidates"]} == {0, 3, 6, 9}


def test_a_list_shows_a_still_that_there_is(tmp_path: Path) -> None:
    film = clips.make(tmp_path / "film.mp4", frames=50, rate=10, size=(64, 48))
    options: dict[str, Any] = {"still_interval": 4, "snippet": 2}
    books.render(film, tmp_path / "out", make_recipe(outputs=["stills"], **options))
    entry = Index((tmp_path / "out").as_uri()).entry("film")
    assert entry is not None
    assert entry.poster in ("film-0-frame-0.jpg", "film-4-frame-0.jpg")


@pytest.mark.parametrize("interval", [0, 1.5, 3601])
def test_an_interval_is_whole_seconds(interval: float) -> None:
    options: dict[str, Any] = {"still_interval": interval}
    with pytest.raises(UsageError, match=r"--still-interval: is .*; it must be a whole number"):
        make_recipe(**options)
