"""Workers that crash, hang or are killed take only their own snippet down, and nothing is left running."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import pytest

from flickbook import api
from flickbook.dispatch import child
from flickbook.dispatch.pool import PoolDispatcher
from flickbook.model import Manifest, Recipe
from flickbook.settings import Engine, Settings
from tests import clips
from tests.books import jpeg, storyboard
from tests.cli.run import COMMAND, flickbook
from tests.dispatch import killers
from tests.processes import descendants, wait_for_receipts, wait_until_gone, workers_of

RECIPE = Recipe(snippet=1, size=64)

# One film for all of them.
pytestmark = pytest.mark.xdist_group("pool")


def render_badly(
    run: Callable[[bytes, int], None], folder: Path, monkeypatch: pytest.MonkeyPatch, limit: float
) -> Manifest:
    """Render 6 snippets on a pool whose children do `run`, which ends badly at the snippet at 2 s."""
    monkeypatch.setattr(child, "run", run)
    video = clips.make(folder / "a.mp4", frames=145)
    engine = Engine(workers=2, run_length=3, snippet_timeout=limit)
    with PoolDispatcher(engine) as dispatcher:
        return api.render_with(dispatcher, Settings(engine=engine), str(video), str(folder / "out"), RECIPE).manifest


@pytest.mark.parametrize(
    ("run", "limit", "error"),
    [
        (killers.poisoned, 60, "WorkerCrashed"),
        (killers.hanging, 1.5, "WorkerTimeout"),
        (killers.raising, 60, "RenderFailed"),
    ],
)
def test_a_poisonous_snippet_gets_a_failure_receipt_and_the_rest_is_finished(
    run: Callable[[bytes, int], None], limit: float, error: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    manifest = render_badly(run, tmp_path, monkeypatch, limit)
    (failed,) = manifest.failed
    assert (failed.start, failed.end, failed.error) == (2, 3, error)
    assert str(tmp_path / "a.mp4") in failed.message
    assert manifest.totals.gifs == 5
    status = flickbook("status", tmp_path / "out" / "a", "--json")
    assert (status.code, status.json["state"], status.json["done"]) == (1, "partial", 5)
    # The cause gone, running again makes what failed.
    again = flickbook(
        "render", tmp_path / "a.mp4", "--out", tmp_path / "out", "--snippet", "1", "--size", "64", "--json"
    )
    assert again.code == 0
    (row,) = again.json["videos"]
    assert (row["kept"], row["totals"]["failed"], row["totals"]["gifs"]) == (5, 0, 6)


class Film(NamedTuple):
    """A minute of video, and the time and number of each of its frames."""

    path: Path
    frames: list[tuple[Fraction, int]]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    path = tmp_path_factory.mktemp("film") / "long.mp4"
    clips.make(path, rate=12, frames=12 * 60, size=(640, 384), options={"preset": "ultrafast"})
    return Film(path, clips.numbers(path))


def start(video: Path, out: Path) -> subprocess.Popen[bytes]:
    command = [*COMMAND, "render", str(video), "--out", str(out), "--snippet", "2", "--workers", "2", "--json"]
    environ = {**os.environ, "FLICKBOOK_RUN_LENGTH": "5"}
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ, start_new_session=True
    )


def check_whole(book: Path, film: Film) -> None:
    manifest = json.loads((book / "manifest.json").read_text())
    assert manifest["totals"]["stills"] == 60
    for second in range(60):
        still = book / f"long-{second - second % 2}-frame-{second % 2}.jpg"
        assert clips.read(jpeg(still)) == clips.on_screen(film.frames, Fraction(second))
    for tile in storyboard(book):
        assert clips.read(tile.picture) == clips.on_screen(film.frames, Fraction(tile.start, 1000))
    suffixes = (".gif", ".jpg", ".json", ".vtt")
    assert not [path for path in book.rglob("*") if path.is_file() and path.suffix not in suffixes]


def test_kill_9_of_a_worker_is_survived(film: Film, tmp_path: Path) -> None:
    process = start(film.path, tmp_path / "out")
    wait_for_receipts(tmp_path / "out" / "long", 2)
    os.kill(workers_of(process.pid)[0], signal.SIGKILL)
    output, errors = process.communicate(timeout=100)
    assert process.returncode == 0, errors
    (row,) = json.loads(output)["videos"]
    assert row["totals"]["failed"] == 0
    check_whole(tmp_path / "out" / "long", film)


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_stop_leaves_no_process_and_a_later_run_makes_only_what_is_missing(
    kind: signal.Signals, film: Film, tmp_path: Path
) -> None:
    book = tmp_path / "out" / "long"
    process = start(film.path, tmp_path / "out")
    wait_for_receipts(book, 3)
    family = descendants(process.pid)
    assert len(family) >= 2
    if kind == signal.SIGINT:
        # Ctrl-C reaches the whole foreground group.
        os.killpg(process.pid, kind)
    else:
        process.send_signal(kind)
    _, errors = process.communicate(timeout=30)
    if kind == signal.SIGINT:
        assert process.returncode == 130
        assert errors.decode() == "stopped; run the same command again to go on where it stopped\n"
    wait_until_gone(family)
    done = {path.name: path.stat().st_mtime_ns for path in book.glob("receipts/*.json")}
    assert 3 <= len(done) < 30
    again = flickbook("render", film.path, "--out", tmp_path / "out", "--snippet", "2", "--json")
    assert again.code == 0
    assert again.json["videos"][0]["kept"] == len(done)
    assert {name: (book / "receipts" / name).stat().st_mtime_ns for name in done} == done
    check_whole(book, film)


def test_memory_does_not_grow_with_the_films_length(tmp_path: Path) -> None:
    """The peak of a 50 s clip is at most a few MB above that of a 10 s one, in one long run each."""
    peaks = []
    for seconds in (10, 50):
        video = clips.make(tmp_path / f"{seconds}.mp4", rate=10, frames=10 * seconds, size=(640, 384))
        script = (
            "import resource, sys; from flickbook import api, model;"
            "from flickbook.dispatch.inline import InlineDispatcher;"
            "from flickbook.settings import Settings, Engine;"
            "settings = Settings(engine=Engine(workers=1, run_length=1000));"
            "api.render_with(InlineDispatcher(), settings, sys.argv[1], sys.argv[2], model.Recipe(snippet=5));"
            "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
        )
        command = [sys.executable, "-c", script, str(video), str(tmp_path / "out")]
        peaks.append(int(subprocess.run(command, capture_output=True, check=True).stdout) / 1024)
    assert peaks[1] - peaks[0] < 15, peaks
