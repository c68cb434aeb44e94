"""`--fast` and tolerances as settings: what they choose, what they contradict, and what is refused."""

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

import flickbook
from flickbook.core.model import Option
from flickbook.core.settings import Prices
from flickbook.engines.aws.estimating import Cloud, Work, estimate
from flickbook.engines.configuration import load
from flickbook.errors import UsageError
from flickbook.outputs.recipes import for_duration, make_recipe
from flickbook.outputs.registry import tolerance_of
from tests import books, clips
from tests.engines.test_estimating import EASY

SAMPLE = Path(flickbook.__file__).parent / "sample" / "bbb-480p24-30s.mp4"


@pytest.mark.parametrize("value", ["-1", "near", "nan", "4000"])
def test_a_wrong_tolerance_is_refused_with_what_is_right(value: str) -> None:
    options: dict[str, Any] = {"storyboard.tolerance": value}
    with pytest.raises(UsageError, match="it must be a number from 0 to 3600, or keyframes"):
        make_recipe(**options)


def test_an_exact_recipe_has_no_trace_of_a_tolerance() -> None:
    options: dict[str, Any] = {"storyboard.tolerance": 0, "stills.tolerance": "0"}
    assert make_recipe(**options) == make_recipe()


def test_fast_makes_stills_storyboard_and_poster_of_the_nearest_keyframes() -> None:
    made = make_recipe(fast=True)
    near: dict[str, Option] = {"tolerance": "keyframes"}
    assert made.outputs == {"stills": near, "storyboard": near, "poster": {}}
    assert make_recipe(fast=True, poster=True) == made
    assert make_recipe(fast=True, poster=False).outputs == {"stills": near, "storyboard": near}
    options: dict[str, Any] = {"stills": False, "bif": True, "storyboard.tolerance": 2}
    assert make_recipe(fast=True, **options).outputs == {"storyboard": {"tolerance": 2.0}, "bif": {}}
    assert make_recipe(fast=False) == make_recipe()


@pytest.mark.parametrize(
    ("seconds", "interval"), [("1.5", 1), ("8", 1), ("12.5", 2), ("60", 5), ("109", 10), ("7200", 10)]
)
def test_how_far_the_pictures_of_fast_are_apart_follows_from_the_duration(seconds: str, interval: int) -> None:
    made = for_duration(make_recipe(fast=True), Fraction(seconds))
    # A still a second is the default, and a recipe does not state defaults.
    apart: dict[str, Option] = {"interval": interval} if interval > 1 else {}
    assert made.outputs["stills"] == {"tolerance": "keyframes", **apart}
    assert made.outputs["storyboard"] == {"tolerance": "keyframes", "interval": str(interval)}
    assert tolerance_of(made, Fraction(seconds)) == Fraction(interval, 2)
    assert for_duration(made, Fraction(1)) == made, "it is decided once"
    # What was chosen stays, also if it is the default.
    chosen: dict[str, Any] = {"still_interval": 1, "tile_interval": "1/2"}
    kept = for_duration(make_recipe(fast=True, **chosen), Fraction(seconds))
    assert [kept.outputs[name].get("interval") for name in ("stills", "storyboard")] == [None, "1/2"]


def test_a_short_video_has_a_good_poster_also_with_fast(tmp_path: Path) -> None:
    """The sample begins in black."""
    film = clips.cut(SAMPLE, tmp_path / "film.mp4", 8)
    manifest = books.render(film, tmp_path / "out", make_recipe(fast=True))
    assert manifest.totals.files["stills"] in (8, 9)
    assert books.jpeg(tmp_path / "out" / "film" / "film-0-frame-0.jpg").mean() < 1
    assert books.jpeg(tmp_path / "out" / "film" / "poster.jpg").mean() > 100


@pytest.mark.parametrize(
    ("other", "error"),
    [
        ({"gif": True}, "--fast: takes the nearest keyframes, but gif would be exact and decode all frames; leave out"),
        ({"poster_at": 5}, "--fast: takes the nearest keyframes, but poster would be exact and decode all frames"),
        ({"storyboard.tolerance": 0}, "--fast: takes the nearest keyframes, but storyboard would be exact"),
        ({"outputs": ["stills"]}, "--fast: chooses the outputs, and so does --outputs; leave out one of the two"),
        ({"for_": ["emby"]}, "--fast: chooses the outputs, and so does --for; leave out one of the two"),
        (
            {"stills": False, "poster": True},
            "output poster: is made of stills, which the recipe leaves out; add stills",
        ),
    ],
    ids=str,
)
def test_what_contradicts_fast_is_one_clear_error(other: dict[str, Any], error: str) -> None:
    with pytest.raises(UsageError, match=error):
        make_recipe(fast=True, **other)


def test_the_flag_overrides_what_the_file_switches_on_and_is_overridden_by_outputs(tmp_path: Path) -> None:
    (tmp_path / "flickbook.toml").write_text('[recipe]\noutputs = ["gif", "mp4"]\nwebp = true\n')
    assert load({"fast": True}, {}, tmp_path).recipe == make_recipe(fast=True)
    (tmp_path / "flickbook.toml").write_text("[recipe]\nfast = true\n")
    assert load({}, {}, tmp_path).recipe == load({}, {"FLICKBOOK_FAST": "1"}).recipe == make_recipe(fast=True)
    assert load({"outputs": "gif"}, {}, tmp_path).recipe == make_recipe(outputs=["gif"])
    assert load({"fast": False}, {}, tmp_path).recipe == make_recipe()


def test_a_storyboard_of_keyframes_is_few_jobs_and_a_tenth_of_the_film() -> None:
    options: dict[str, Any] = {"storyboard.interval": 10, "storyboard.tolerance": 5}
    recipe = make_recipe(outputs=["storyboard"], **options)
    exact, near = (estimate(Work(Fraction(10_323), each), Cloud(), EASY, Prices()) for each in (make_recipe(), recipe))
    assert (near.jobs, near.counts.invocations) == (12, 13)
    assert near.counts.read_bytes < 0.1 * exact.counts.read_bytes
    assert near.gb_seconds.render < 0.04 * exact.gb_seconds.render
    assert near.longest < 3 * exact.longest
    half: dict[str, Any] = {"stills.tolerance": 0.5}
    stills = make_recipe(outputs=["stills"], **half)
    often = estimate(Work(Fraction(10_323), stills), Cloud(), EASY, Prices())
    assert often.gb_seconds.render > 0.8 * exact.gb_seconds.render, "keyframes come every five seconds"
