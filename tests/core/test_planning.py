"""Snippets tile the video, runs tile the snippets, and sizes are what the recipe asks for."""

from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook.core.model import Recipe, Source, Video
from flickbook.core.planning import cut, identities, job_for, make_plan, plan_id, runs, stretches
from flickbook.errors import UsageError
from flickbook.outputs.recipes import check_recipe, make_recipe
from flickbook.outputs.stills import StillsOptions

durations = st.fractions(min_value=Fraction(1, 1000), max_value=20_000, max_denominator=90_000)
lengths = st.integers(min_value=1, max_value=600)


def video(**fields: object) -> Video:
    known = {"duration": Fraction(61), "declared": Fraction(61), "origin": Fraction(0), "width": 1920, "height": 1080}
    more = {"rotation": 0, "frame_rate": Fraction(24), "codec": "h264", "pixel_format": "yuv420p", "container": "mov"}
    return Video(**{**known, **more, **fields})  # type: ignore[arg-type]


SOURCE = Source("file:///films/a.mp4", "1-2", 1000)


@given(durations, lengths)
def test_snippets_tile_the_video(duration: Fraction, length: int) -> None:
    snippets = cut(duration, length)
    assert snippets[0].start == 0
    assert snippets[-1].end == duration
    assert all(before.end == after.start for before, after in pairwise(snippets))
    assert all(snippet.length == length for snippet in snippets[:-1])
    assert 0 < snippets[-1].length <= length


@given(durations, lengths, st.fractions(min_value=Fraction(1, 2), max_value=50, max_denominator=1001))
def test_every_instant_of_the_grid_is_in_exactly_one_snippet(duration: Fraction, length: int, fps: Fraction) -> None:
    snippets = cut(min(duration, Fraction(300)), length)
    for snippet in snippets:
        instants = [snippet.start + k / fps for k in range(ceil(snippet.length * fps) + 1)]
        assert instants[-2] < snippet.end <= instants[-1]
    assert sum(len(StillsOptions().seconds(snippet)) for snippet in snippets) == ceil(snippets[-1].end)


@given(durations, lengths, st.integers(1, 9), st.integers(1, 20), st.sets(st.integers(0, 40)))
def test_runs_hold_every_snippet_once_in_order(
    duration: Fraction, length: int, workers: int, longest: int, done: set[int]
) -> None:
    left = [snippet for k, snippet in enumerate(cut(duration, length)[:60]) if k not in done]
    made = runs(left, workers, longest)
    assert [snippet for run in made for snippet in run] == left
    assert all(run and len(stretches(run)) == 1 for run in made)


def test_a_short_tail_does_not_unbalance_two_workers() -> None:
    assert [len(run) for run in runs(cut(Fraction("180.08"), 30), 2, 10)] == [3, 4]


def test_the_gifs_longer_side_is_the_recipes_size_and_nothing_is_enlarged() -> None:
    assert video().fitted(240) == (240, 135)
    assert video(width=1080, height=1920).fitted(240) == (135, 240)
    assert video(width=100, height=80).fitted(240) == (100, 80)
    assert video(width=4000, height=3).fitted(240) == (240, 1)


def test_the_plans_id_follows_the_sources_version_and_the_recipe() -> None:
    same = plan_id(SOURCE, make_recipe())
    assert plan_id(SOURCE, make_recipe()) == same
    assert plan_id(Source(SOURCE.url, "1-3", 1000), make_recipe()) != same
    assert plan_id(SOURCE, make_recipe(fps=Fraction(25, 2))) != same
    assert plan_id(SOURCE, make_recipe(still_quality=51)) != same
    assert plan_id(SOURCE, make_recipe(tile_interval=Fraction(1))) != same
    assert plan_id(SOURCE, make_recipe(stills=False)) != same
    assert plan_id(SOURCE, make_recipe(size=240, fps=10)) == same, "an option that has its default leaves no trace"


def test_an_outputs_identity_follows_the_source_the_snippets_and_its_own_options() -> None:
    usual = identities(SOURCE, make_recipe())
    assert usual.keys() == {"gif", "stills", "storyboard"}
    assert len({*usual.values()}) == 3
    other = identities(SOURCE, make_recipe(fps=5, storyboard=False))
    assert other.keys() == {"gif", "stills"}
    assert other["stills"] == usual["stills"]
    assert other["gif"] != usual["gif"]
    for changed in (
        identities(SOURCE, make_recipe(snippet=10)),
        identities(Source(SOURCE.url, "2", 1000), make_recipe()),
    ):
        assert not {*changed.values()} & {*usual.values()}


def test_a_job_carries_all_its_worker_needs() -> None:
    plan = make_plan("a", SOURCE, video(), make_recipe())
    job = job_for(plan, plan.snippets[1:], "file:///out")
    assert (job.plan, job.source, job.recipe, job.video) == (plan.id, SOURCE, make_recipe(), video())
    assert [snippet.start for snippet in job.snippets] == [30, 60]


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("snippet", 0),
        ("snippet", 3601),
        ("fps", Fraction(51)),
        ("fps", "1/0"),
        ("size", 8),
        ("still_quality", 0),
        ("tile_width", 15),
        ("tile_width", 1025),
        ("tile_interval", Fraction(0)),
        ("tile_interval", Fraction(-1)),
        ("tile_interval", Fraction(1, 11)),
        ("tile_quality", 101),
        ("storyboard", "perhaps"),
    ],
)
def test_an_invalid_recipe_is_a_usage_error_that_names_the_flag(option: str, value: Any) -> None:
    with pytest.raises(UsageError, match=rf"--{option.replace('_', '-')}.* must be"):
        make_recipe(**{option: value})


def test_a_recipe_without_outputs_or_with_an_unknown_one_is_a_usage_error() -> None:
    fault = "--outputs: names the unknown output 'nothing'; the outputs are gif, stills, storyboard"
    with pytest.raises(UsageError, match=fault):
        make_recipe(outputs=["gif", "nothing"])
    with pytest.raises(UsageError, match=r"^--outputs: no output is left"):
        make_recipe(outputs=[])
    with pytest.raises(UsageError, match="output nothing: is not installed here"):
        check_recipe(Recipe(outputs={"nothing": {}}))
    with pytest.raises(UsageError, match="output gif: has invalid options"):
        check_recipe(Recipe(outputs={"gif": {"size": 5}}))
    fault = "--colour: is not a setting of a recipe; the settings are snippet, outputs, for, fast, gif"
    with pytest.raises(UsageError, match=fault):
        make_recipe(colour=3)


def test_options_of_outputs_that_the_recipe_leaves_out_are_checked_too() -> None:
    with pytest.raises(UsageError, match="--fps: is 999; it must be above 0 and at most 50"):
        make_recipe(outputs=["stills"], fps=999)
    assert make_recipe(outputs=["stills"], fps=5).outputs == {"stills": {}}
