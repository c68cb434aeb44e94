"""Workers that crash, hang or are killed fail only their own snippet, and no process is left running."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from flickbook import api
from flickbook.core.settings import Engine
from flickbook.engines.configuration import Settings
from flickbook.engines.local import child
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.engines.local.pool import PoolDispatcher
from flickbook.engines.local.processes import Processes
from flickbook.outputs.recipes import make_recipe
from tests import clips
from tests.books import jpeg, storyboard
from tests.cli.run import call
from tests.engines import killers
from tests.processes import descendants, wait_for_receipts, wait_until_gone
from tests.tools import ROOT
from tests.waiting import LONG

RECIPE = make_recipe(snippet=1, size=64)
WITH_HANGING_WORKER = [sys.executable, "-m", "tests.engines.hanging"]

# One film for all of them.
pytestmark = pytest.mark.xdist_group("pool")


def test_poisonous_snippets_get_failure_receipts_and_the_rest_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In runs of three: other snippets of a failed run are made; the hanging snippet is alone in the last run."""
    monkeypatch.setattr(child, "run", killers.poisoned)
    monkeypatch.setattr(Processes, "call", hasty(Processes.call))
    video = clips.make(tmp_path / "a.mp4", frames=170)
    settings = Settings(engine=Engine(workers=1, run_length=3, snippet_timeout=LONG))
    with PoolDispatcher(settings.engine) as dispatcher:
        made = api.render_with(dispatcher, settings, str(video), str(tmp_path / "out"), RECIPE)
    assert [(failed.start, failed.end, failed.error) for failed in made.manifest.failed] == [
        (killers.CRASHING, 2, "WorkerCrashed"),
        (killers.RAISING, 5, "RenderFailed"),
        (killers.HANGING, 6.8, "WorkerTimeout"),
    ]
    assert all(str(video) in failed.message for failed in made.manifest.failed)
    assert made.manifest.totals.files["gif"] == 4
    status = call("status", tmp_path / "out" / "a", "--json")
    assert (status.code, status.json["state"], status.json["done"]) == (1, "partial", 4)
    # Without the causes, running again makes the failed snippets.
    again = api.render_with(InlineDispatcher(), settings, str(video), str(tmp_path / "out"), RECIPE)
    assert (again.kept, again.manifest.totals.failed, again.manifest.totals.files["gif"]) == (4, 0, 7)


def hasty(call: Callable[..., Any]) -> Callable[..., Any]:
    """Set a short time limit for the hanging snippet only; other snippets may be slow on a busy machine."""

    def begin(processes: Processes, run: Any, document: bytes, *more: Any, limit: float) -> Any:
        hangs = killers.holds(document, killers.HANGING)
        return call(processes, run, document, *more, limit=0.1 if hangs else limit)

    return begin


class Film(NamedTuple):
    """Twenty seconds of video, and the time and number of each of its frames."""

    path: Path
    frames: list[tuple[Fraction, int]]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    path = tmp_path_factory.mktemp("film") / "long.mp4"
    clips.make(path, rate=12, frames=12 * 20, options={"preset": "ultrafast"})
    return Film(path, clips.numbers(path))


def start(video: Path, folder: Path) -> subprocess.Popen[bytes]:
    """Start to render, with a worker that hangs after three snippets."""
    options = ["--out", str(folder / "out"), "--snippet", "2", "--size", "64", "--workers", "1", "--json"]
    environ = {**os.environ, "FLICKBOOK_RUN_LENGTH": "1", killers.MARK: str(folder / "hanging")}
    return subprocess.Popen(
        [*WITH_HANGING_WORKER, "render", str(video), *options],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ,
        start_new_session=True,
    )


def check_whole(book: Path, film: Film) -> None:
    manifest = json.loads((book / "manifest.json").read_text())
    assert manifest["totals"]["files"]["stills"] == 20
    for second in range(20):
        still = book / f"long-{second - second % 2}-frame-{second % 2}.jpg"
        assert clips.read(jpeg(still)) == clips.on_screen(film.frames, Fraction(second))
    for tile in storyboard(book):
        assert clips.read(tile.picture) == clips.on_screen(film.frames, Fraction(tile.start, 1000))
    suffixes = (".gif", ".jpg", ".json", ".vtt")
    assert not [path for path in book.rglob("*") if path.is_file() and path.suffix not in suffixes]


def test_kill_9_of_a_worker_is_survived(film: Film, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "run", killers.hang_once)
    monkeypatch.setenv(killers.MARK, str(tmp_path / "hanging"))
    settings = Settings(engine=Engine(workers=2, run_length=1))
    recipe = make_recipe(snippet=2, size=64)
    with PoolDispatcher(settings.engine) as dispatcher, ThreadPoolExecutor(1) as thread:
        rendered = thread.submit(api.render_with, dispatcher, settings, str(film.path), str(tmp_path / "out"), recipe)
        os.kill(killers.wait_until_hanging(tmp_path / "hanging"), signal.SIGKILL)
        assert rendered.result(LONG).manifest.complete
    check_whole(tmp_path / "out" / "long", film)


@pytest.mark.parametrize("kind", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_stop_leaves_no_process_and_a_later_run_makes_only_what_is_missing(
    kind: signal.Signals, film: Film, tmp_path: Path
) -> None:
    book = tmp_path / "out" / "long"
    process = start(film.path, tmp_path)
    wait_for_receipts(book, 3)
    killers.wait_until_hanging(tmp_path / "hanging")
    family = descendants(process.pid)
    assert len(family) >= 2
    if kind == signal.SIGINT:
        # Ctrl-C reaches the whole foreground group.
        os.killpg(process.pid, kind)
    else:
        process.send_signal(kind)
    _, errors = process.communicate(timeout=LONG)
    if kind == signal.SIGINT:
        assert process.returncode == 130
        assert errors.decode() == "stopped; run the same command again to go on where it stopped\n"
    wait_until_gone(family)
    done = {path.name: path.stat().st_mtime_ns for path in book.glob("receipts/*.json")}
    assert 3 <= len(done) < 10
    again = api.render_with(
        InlineDispatcher(), Settings(), str(film.path), str(tmp_path / "out"), make_recipe(snippet=2, size=64)
    )
    assert again.kept == len(done)
    assert {name: (book / "receipts" / name).stat().st_mtime_ns for name in done} == done
    check_whole(book, film)


def test_memory_does_not_grow_with_the_films_length(tmp_path: Path) -> None:
    """The peak of a 50 s clip is at most a few MB above that of a 10 s one before it, in one long run each."""
    script = (
        "import resource, sys; from flickbook import api; from flickbook.outputs.recipes import make_recipe;"
        "from flickbook.engines.local.inline import InlineDispatcher;"
        "from flickbook.core.settings import Engine; from flickbook.engines.configuration import Settings;"
        "settings = Settings(engine=Engine(workers=1, run_length=1000));"
        "render = lambda video: api.render_with("
        "InlineDispatcher(), settings, video, sys.argv[1], make_recipe(snippet=5, size=64));"
        "[(render(video), print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)) for video in sys.argv[2:]]"
    )
    videos = [
        # All frames of the longer one are 57 MB.
        clips.make(
            tmp_path / f"{seconds}.mp4",
            rate=10,
            frames=10 * seconds,
            size=(320, 240),
            options={"preset": "ultrafast"},
        )
        for seconds in (10, 50)
    ]
    command = [sys.executable, "-c", script, str(tmp_path / "out"), *map(str, videos)]
    ran = subprocess.run(command, capture_output=True, check=True, text=True)
    short, long = (int(line) / 1024 for line in ran.stdout.split())
    assert long - short < 15, (short, long)
