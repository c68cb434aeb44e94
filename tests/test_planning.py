"""Snippets tile the video, runs tile the snippets, and sizes are what the recipe asks for."""

from fractions import Fraction
from itertools import pairwise
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flickbook.errors import UsageError
from flickbook.model import Recipe, Source, Video
from flickbook.planning import cut, gif_frames, gif_size, job_for, make_plan, plan_id, runs, still_count, stretches
from flickbook.settings import Limits

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
        instants = [snippet.start + k / fps for k in range(gif_frames(snippet, fps) + 1)]
        assert instants[-2] < snippet.end <= instants[-1]
    assert sum(map(still_count, snippets)) == ceil(snippets[-1].end)


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
    assert gif_size(video(), Recipe()) == (240, 135)
    assert gif_size(video(width=1080, height=1920), Recipe()) == (135, 240)
    assert gif_size(video(width=100, height=80), Recipe()) == (100, 80)
    assert gif_size(video(width=4000, height=3), Recipe()) == (240, 1)


def test_the_plans_id_follows_the_sources_version_and_the_recipe() -> None:
    same = plan_id(SOURCE, Recipe())
    assert plan_id(SOURCE, Recipe()) == same
    assert plan_id(Source(SOURCE.url, "1-3", 1000), Recipe()) != same
    assert plan_id(SOURCE, Recipe(fps=Fraction(25, 2))) != same
    assert plan_id(SOURCE, Recipe(still_quality=51)) != same
    assert plan_id(SOURCE, Recipe(tile_interval=Fraction(1))) != same


def test_a_job_carries_all_its_worker_needs() -> None:
    plan = make_plan("a", SOURCE, video(), Recipe(), Limits())
    job = job_for(plan, plan.snippets[1:], "file:///out")
    assert (job.plan, job.source, job.recipe, job.video) == (plan.id, SOURCE, Recipe(), video())
    assert [snippet.start for snippet in job.snippets] == [30, 60]


@pytest.mark.parametrize(
    "recipe",
    [
        Recipe(snippet=0),
        Recipe(fps=Fraction(51)),
        Recipe(size=8),
        Recipe(still_quality=0),
        Recipe(tile_width=15),
        Recipe(tile_width=1025),
        Recipe(tile_interval=Fraction(0)),
        Recipe(tile_interval=Fraction(-1)),
        Recipe(tile_interval=Fraction(1, 11)),
        Recipe(tile_quality=101),
    ],
)
def test_a_recipe_that_cannot_be_made_is_a_usage_error(recipe: Recipe) -> None:
    with pytest.raises(UsageError, match="must be"):
        make_plan("a", SOURCE, video(), recipe, Limits())
