"""The commands as a user meets them."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import flickbook as library
from flickbook.core.model import Entry, Failure
from flickbook.engines.local import child
from flickbook.library.index import Index
from flickbook.storage import locate
from tests import clips
from tests.books import storyboard
from tests.cli.run import call, flickbook
from tests.engines import killers

README = Path(__file__).parents[2] / "README.md"


def test_render_prints_a_table_and_where_the_book_lies(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    ran = call("render", video, "--out", tmp_path / "out", "--snippet", "1", environ={"COLUMNS": "100"}, pool=True)
    assert (ran.code, ran.err) == (0, "")
    assert re.search(r"snippets +files +size +wall +CPU +speed +mean +longest +errors", ran.out)
    assert re.search(r"a +3 +9 +[\d.]+ kB +[\d.]+ s +[\d.]+ s +[\d.]+× +[\d.]+ s +[\d.]+ s +0", ran.out)
    assert str(tmp_path / "out" / "a") in ran.out


def test_failed_snippets_are_shown_in_a_table_with_exit_code_1(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    order = ("render", video, "--out", tmp_path / "out")
    with monkeypatch.context() as patch:
        patch.setattr(child, "run", killers.stuck)
        ran = call(*order, environ={"FLICKBOOK_SNIPPET_TIMEOUT": "0.01", "COLUMNS": "160"}, pool=True)
    assert ran.code == 1
    assert ran.error == f"error: {video}: 1 of 1 snippets failed; run again to retry them."
    assert re.search(r"│ 0 s +│ 2\.4 s +│ WorkerTimeout +│ .*took more than 0\.01 s", ran.out)
    assert call(*order).code == 0


def test_json_is_one_object_and_nothing_else(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    ran = call("render", video, "--out", tmp_path / "out", "--snippet", "1", "--json")
    assert ran.err == ""
    assert ran.out.count("\n") == 1
    (row,) = ran.json["videos"]
    assert (row["totals"]["snippets"], row["kept"], row["exit_code"]) == (3, 0, 0)
    assert [snippet["snippet"]["start"] for snippet in row["snippets"]] == [0, 1, 2]
    assert row["manifest"] == f"{tmp_path}/out/a/manifest.json"


def test_options_reach_the_pictures(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    options = ("--snippet", "2", "--fps", "5", "--size", "32", "--no-stills")
    ran = call("render", video, "--out", tmp_path / "out", *options, "--json")
    totals = ran.json["videos"][0]["totals"]
    assert totals["files"] == {"gif": 2, "storyboard": 2}
    gif = ran.json["videos"][0]["snippets"][0]["artifacts"][0]
    assert (gif["width"], gif["height"], gif["frames"]) == (32, 19, 10)


def test_the_storyboards_options_reach_it(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    options = ("--tile-width", "80", "--tile-interval", "0.5", "--tile-quality", "90")
    ran = call("render", video, "--out", tmp_path / "out", *options, "--json")
    assert ran.json["videos"][0]["totals"]["files"]["storyboard"] == 1
    sheet = ran.json["videos"][0]["snippets"][0]["artifacts"][-1]
    # Five tiles of 80 × 48 in a row.
    assert (sheet["kind"], sheet["width"], sheet["height"], sheet["frames"]) == ("sheet", 400, 48, 5)
    assert [tile.start for tile in storyboard(tmp_path / "out" / "a")] == [0, 500, 1000, 1500, 2000]
    ran = call("render", video, "--out", tmp_path / "out", "--no-storyboard", "--json")
    assert "storyboard" not in ran.json["videos"][0]["totals"]["files"]
    for bad in ("0.09", "nan", "1/0"):
        ran = call("render", video, "--out", tmp_path / "out", f"--tile-interval={bad}")
        assert (ran.code, "--tile-interval" in ran.error) == (2, True)


def test_force_makes_everything_again(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60)
    first = call("render", video, "--out", tmp_path / "out", "--json").json["videos"][0]
    kept = call("render", video, "--out", tmp_path / "out", "--json").json["videos"][0]
    forced = call("render", video, "--out", tmp_path / "out", "--force", "--json").json["videos"][0]
    assert [len(row["snippets"]) for row in (first, kept, forced)] == [1, 0, 1]


def test_probe_and_status_show_their_fields(tmp_path: Path) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=60, rotation=90)
    assert re.search(r"picture +│ 96×160, yuv420p", call("probe", video).out)
    assert call("probe", video, "--json").json["rotation"] == 90
    call("render", video, "--out", tmp_path / "out")
    assert re.search(r"state +│ complete", call("status", tmp_path / "out" / "a").out)
    missing = call("status", tmp_path / "out" / "nothing")
    assert (missing.code, "no previews found here" in missing.error) == (2, True)


def test_status_says_why_a_video_was_refused(tmp_path: Path) -> None:
    failure = Failure("FormatRefused", "shows/a: is no [video]; give one.")
    card = Entry("shows/a", "refused", "s3://films/shows/a.mp4", 1.0, failure=failure)
    Index(locate(str(tmp_path))).note(card)
    ran = call("status", tmp_path / "shows" / "a", environ={"COLUMNS": "200"})
    assert (ran.code, ran.err, "snippets" in ran.out) == (1, "", False)
    assert re.search(r"state +│ refused", ran.out)
    assert re.search(r"source +│ s3://films/shows/a.mp4", ran.out)
    assert re.search(r"reason +│ shows/a: is no \[video\]; give one.", ran.out)
    found = call("status", tmp_path / "shows" / "a", "--json").json
    assert (found["state"], found["name"], found["duration"], found["totals"]) == ("refused", "shows/a", None, None)
    assert found["failure"]["message"] == failure.message


def test_the_readmes_python_example_runs(tmp_path: Path) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)
    clips.make(tmp_path / "film.mp4", frames=60)
    (tmp_path / "example.py").write_text(example)
    ran = flickbook(cwd=tmp_path, command=[sys.executable, "example.py"])
    assert ran.code == 0, ran.err
    assert "film-0.gif" in ran.out
    assert (tmp_path / "previews" / "film" / "manifest.json").exists()


def test_the_public_names_are_those_listed_by_hand() -> None:
    for name in library.__all__:
        assert getattr(library, name).__doc__, f"{name} has no docstring"
    assert not any(name.startswith("_") for name in library.__all__)
    assert sorted(library.__all__) == library.__all__


def test_help_loads_neither_libav_nor_numpy() -> None:
    """That is what keeps it under 0.4 s; benchmarks/run.py times it."""
    script = "import sys; sys.argv = ['flickbook', '--help']\nimport flickbook.__main__ as program\n"
    script += "try: program.main()\nexcept SystemExit: pass\n"
    script += "print([name for name in ('av', 'numpy', 'obstore', 'rich') if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
