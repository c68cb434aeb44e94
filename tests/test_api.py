"""The library as `import flickbook` offers it."""

from fractions import Fraction
from pathlib import Path

import pytest

import flickbook
from flickbook.outputs.recipes import make_recipe
from tests import clips


def test_plan_probe_render_and_status_say_the_same_of_a_video(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    recipe = make_recipe(snippet=1, fps=Fraction(5), size=48, stills=False)
    found = flickbook.probe(video)
    plan = flickbook.plan(video, recipe)
    manifest = flickbook.render(video, tmp_path / "out", recipe, workers=1)
    status = flickbook.status(tmp_path / "out" / "a")
    assert found == plan.video
    assert [snippet.start for snippet in plan.snippets] == [0, 1, 2]
    assert (manifest.plan, manifest.duration, manifest.complete) == (plan.id, float(found.duration), True)
    assert (status.state, status.done, status.totals) == ("complete", 3, manifest.totals)


def test_the_functions_stay_functions_once_everything_is_loaded() -> None:
    import flickbook.api
    import flickbook.cli.program  # loads what it can

    assert all(callable(getattr(flickbook, name)) for name in ("plan", "probe", "render", "status"))


def test_errors_are_of_the_public_tree(tmp_path: Path) -> None:
    with pytest.raises(flickbook.InputError) as caught:
        flickbook.render(tmp_path / "gone.mp4", tmp_path / "out")
    assert isinstance(caught.value, flickbook.FlickbookError)
    assert str(tmp_path / "gone.mp4") in str(caught.value)
