"""An engine of another package works as Flickbook's own do: examples/own_engine.py, installed."""

import shutil
from pathlib import Path

import pytest

from flickbook import api
from tests import clips
from tests.cli.run import call, flickbook
from tests.tools import ROOT
from tests.web.server import start

EXAMPLE = ROOT / "examples" / "own_engine.py"
SMALL = ("--snippet", "1", "--size", "64", "--no-storyboard")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the example's package is installed, as an installer lays it out."""
    site = tmp_path_factory.mktemp("site")
    shutil.copy(EXAMPLE, site)
    described = site / "own_engine-1.0.dist-info"
    described.mkdir()
    (described / "METADATA").write_text("Metadata-Version: 2.1\nName: own_engine\nVersion: 1.0\n")
    engines = "[flickbook.engines]\nfolder = own_engine:FolderEngine\nother = builtins:dict\n"
    (described / "entry_points.txt").write_text(engines)
    return site


@pytest.fixture
def jobs(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of jobs, of a program that has the engine."""
    folder = tmp_path / "jobs"
    folder.mkdir()
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("FLICKBOOK_JOBS", str(folder))
    monkeypatch.setenv("FLICKBOOK_RUN_LENGTH", "1")
    return folder


@pytest.fixture
def video(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return clips.make(tmp_path / "in" / "a.mp4", frames=50)


def work_off(jobs: Path) -> int:
    """Do all jobs in a folder, as a batch system does, and return how many there were."""
    files = sorted(jobs.glob("*.json"))
    for file in files:
        ran = call("job", file)
        assert ran.code == 0, ran.err
        file.unlink()
    return len(files)


def test_what_is_submitted_to_it_is_made_by_whoever_does_the_jobs(jobs: Path, video: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    ran = call("submit", video, "--engine", "folder", "--out", out, *SMALL)
    assert (ran.code, ran.out) == (0, f"ordered: {out}/a\n")
    assert api.status(out / "a").state == "unfinished"
    assert work_off(jobs) == 2
    status = api.status(out / "a")
    assert (status.state, status.done) == ("complete", 2)


def test_a_video_that_it_refuses_is_not_ordered(jobs: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.mp4"
    bad.write_text("no video")
    ran = call("submit", bad, "--engine", "folder", "--out", tmp_path / "out")
    assert (ran.code, ran.error.partition("; ")[0]) == (2, f"error: {bad}: is text, not a video")
    assert call("status", tmp_path / "out" / "bad").code == 2
    assert list(jobs.iterdir()) == []


def test_a_watch_and_a_service_order_from_it(jobs: Path, site: Path, video: Path, tmp_path: Path) -> None:
    out, environ = tmp_path / "out", {"PYTHONPATH": str(site), "FLICKBOOK_JOBS": str(jobs)}
    words = ("watch", video.parent, "--engine", "folder", "--out", out, "--once", "--every", "0.1", *SMALL)
    assert flickbook(*words, environ=environ).code == 0
    assert work_off(jobs) == 2
    with start(video.parent, out, "--engine", "folder", environ=environ) as serving:
        clips.make(video.parent / "b.mp4", frames=30)
        assert serving.order("b.mp4").status_code == 202
        serving.wait_for("b", "making")
        assert serving.client.get("/api/cluster").json() == {"waiting": 2, "dead": 0, "workers": []}
        assert serving.client.get("/api/dead").json() == {"letters": []}
        assert work_off(jobs) == 2
        serving.wait_for("b")
        (video.parent / "c.mp4").write_text("no video")
        assert serving.order("c.mp4").status_code == 202
        assert serving.wait_for("c", "refused")["error"].startswith("c: is text, not a video")


@pytest.mark.parametrize(
    ("engine", "error"),
    [
        ("pool", "error: engine 'pool': makes videos only while its program runs; use `flickbook render`, or another"),
        ("none", "error: engine 'none': is not installed; the engines are celery, folder, other."),
        ("other", "error: engine other of builtins:dict: cannot be used ("),
    ],
)
def test_an_engine_that_cannot_be_used_is_refused_with_a_reason(
    engine: str, error: str, jobs: Path, video: Path, tmp_path: Path
) -> None:
    ran = call("submit", video, "--engine", engine, "--out", tmp_path / "out")
    assert (ran.code, ran.error[: len(error)]) == (2, error)
    assert list(jobs.iterdir()) == []
