"""A watch makes each new video once, after its upload has ended."""

import ctypes
import json
import logging
import shutil
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from flickbook.engines import configuration
from flickbook.engines.local import planner
from flickbook.errors import SourceMissing, UsageError
from flickbook.storage import list_sources, locate
from flickbook.watch import watcher as watching_room
from flickbook.watch.maker import Maker
from flickbook.watch.watcher import Watch, key_within
from tests import clips
from tests.engines import killers as dispatch_killers
from tests.processes import descendants, wait_for_receipts, wait_until_gone
from tests.waiting import LONG, until
from tests.watch import killers
from tests.watch.watcher import running, watching

EVERY = 0.2
SMALL = {"snippet": 1, "size": 64, "workers": 1}

# One maker for all of them.
pytestmark = pytest.mark.xdist_group("watch")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of the maker that all tests share: each test uses other video names."""
    return tmp_path_factory.mktemp("all") / "out"


@pytest.fixture(scope="module")
def maker(out: Path) -> Iterator[Maker]:
    with Maker(configuration.load(SMALL, {}), locate(str(out))) as maker:
        yield maker


@pytest.fixture(autouse=True)
def _all_levels(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "flickbook")


def watch_of(source: Path, out: Path, maker: Maker, *, once: bool = True) -> Watch:
    return Watch(locate(str(source)), locate(str(out)), maker, EVERY, once=once)


def stills(book: Path) -> int:
    found: int = json.loads((book / "manifest.json").read_text())["totals"]["files"]["stills"]
    return found


def made(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the names of the files made since the last call."""
    lines = [record.getMessage() for record in caplog.records]
    caplog.clear()
    return sorted(line.partition(":")[0].rpartition("/")[2] for line in lines if ": is made" in line)


def wait_for(caplog: pytest.LogCaptureFixture, text: str, times: int = 1) -> None:
    until(lambda: caplog.text.count(text) >= times, f"{text!r}")


def count_scans(monkeypatch: pytest.MonkeyPatch, before: Callable[[int], object] = lambda _: None) -> list[int]:
    """Count the scans of a watch; `before` is called before each scan."""
    scans: list[int] = []

    def list_counted(*arguments: Any) -> Any:
        before(len(scans))
        scans.append(len(scans))
        return list_sources(*arguments)

    monkeypatch.setattr(watching_room, "list_sources", list_counted)
    return scans


def test_a_restart_makes_nothing_twice_and_a_refused_video_is_tried_once_a_version(
    source: Path, out: Path, maker: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    clips.make(source / "one.mp4", frames=30)
    (source / "shows").mkdir()
    clips.make(source / "shows" / "one.mp4", frames=30)
    (source / "text.mp4").write_text("no video")
    assert watch_of(source, out, maker).run() == 1
    (refused,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert refused == f"{source}/text.mp4: is text, not a video; give a video file."
    assert made(caplog) == ["one.mp4", "one.mp4"]
    assert stills(out / "shows" / "one") == 2
    assert watch_of(source, out, maker).run() == 0
    assert caplog.text == ""
    clips.make(source / "text.mp4", frames=30)
    assert watch_of(source, out, maker).run() == 0
    assert made(caplog) == ["text.mp4"]
    assert len(list((out / ".flickbook" / "watched").glob("text~*"))) == 1


def test_files_of_an_output_below_the_source_are_not_videos(
    out: Path, maker: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    clips.make(out.parent / "outer.mp4.mp4", frames=30)
    (out / "mine").mkdir(parents=True, exist_ok=True)
    shutil.copy(out.parent / "outer.mp4.mp4", out / "mine" / "inner.mp4")
    for expected in (["outer.mp4.mp4"], []):
        assert watch_of(out.parent, out, maker).run() == 0
        assert made(caplog) == expected
    assert key_within("s3://films", "s3://films/previews") == "previews"
    assert key_within("s3://films", "s3://films2/previews") == key_within("s3://films", "s3://films") == ""


def test_a_source_that_disappears_and_returns_is_reported_once_and_made_once(
    source: Path, out: Path, maker: Maker, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips.make(source / "back.mp4", frames=30)
    scans = count_scans(monkeypatch)
    with running(watch_of(source, out, maker, once=False)):
        wait_for(caplog, "back.mp4: is made")
        source.rename(source.parent / "away")
        wait_for(caplog, "in: does not exist; check the path or URL. It is tried again every 0.2 s.")
        before = len(scans)
        until(lambda: len(scans) > before + 3, "more scans")
        (source.parent / "away").rename(source)
        wait_for(caplog, "in: store and broker answer again")
        clips.make(source.parent / "late.mp4", frames=30).rename(source / "late.mp4")
        wait_for(caplog, "late.mp4: is made")
    assert caplog.text.count("does not exist") == 1
    assert made(caplog) == ["back.mp4", "late.mp4"]


def test_a_watch_with_once_says_that_it_found_no_videos(
    source: Path, out: Path, maker: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    (source / "notes.txt").write_text("no video")
    assert watch_of(source, out, maker).run() == 0
    (line,) = [record.getMessage() for record in caplog.records]
    assert line.startswith(f"{source}: found no videos; ")


def test_a_missing_source_ends_a_watch_with_once(source: Path, out: Path, maker: Maker) -> None:
    with pytest.raises(SourceMissing, match="gone: does not exist"):
        watch_of(source / "gone", out, maker).run()


def test_a_web_server_cannot_be_watched(out: Path, maker: Maker) -> None:
    with pytest.raises(UsageError, match=r"https://example\.com: cannot be listed"):
        Watch("https://example.com", locate(str(out)), maker, EVERY)


def test_a_video_that_crashes_the_planner_is_refused_and_the_watch_continues(
    source: Path, out: Path, maker: Maker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(planner, "plan_video", killers.plan_video)
    for name in ("deadly", "fine"):
        clips.make(source / f"{name}.mp4", frames=30)
    assert watch_of(source, out, maker).run() == 1
    assert watch_of(source, out, maker).run() == 0
    (error,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert "deadly.mp4: planning ended the worker process" in error
    assert made(caplog) == ["fine.mp4"]


def test_a_book_name_of_another_video_is_reported_and_tried_by_the_next_watch(
    source: Path, out: Path, maker: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    clips.make(source / "mine.mp4", frames=30)
    assert watch_of(source, out, maker).run() == 0
    (source / "mine.mp4").rename(source / "mine.mov")
    for _ in range(2):
        caplog.clear()
        assert watch_of(source, out, maker).run() == 1
        assert caplog.text.count(f"{out}/mine: is the book of {source}/mine.mp4 already") == 1
    shutil.rmtree(out / "mine")
    caplog.clear()
    assert watch_of(source, out, maker).run() == 0
    assert made(caplog) == ["mine.mov"]


def test_a_growing_file_is_made_when_it_is_whole_and_again_when_it_is_replaced(
    source: Path, out: Path, maker: Maker, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = clips.make(source.parent / "film.mp4", frames=60).read_bytes()
    part = len(data) // 5

    def upload(scan: int) -> None:
        """Append another part of the file before each scan, as a slow upload does."""
        if scan * part < len(data):
            with (source / "growing.mp4").open("ab") as file:
                file.write(data[scan * part : (scan + 1) * part])

    count_scans(monkeypatch, upload)
    with running(watch_of(source, out, maker, once=False)):
        wait_for(caplog, "growing.mp4: is made, 3 snippets")
        clips.make(source.parent / "film.mp4", frames=30).replace(source / "growing.mp4")
        wait_for(caplog, "growing.mp4: is made, 2 snippets")
    # A part of the file would have been refused.
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
    assert stills(out / "growing") == 2


WITH_HANGING_WORKER = [sys.executable, "-m", "tests.engines.hanging"]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_leaves_nothing_running_and_the_next_watch_goes_on(
    how: signal.Signals, source: Path, out: Path, maker: Maker, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    name = f"long-{how.name}"
    clips.make(source / f"{name}.mp4", rate=10, frames=100)
    environ = {dispatch_killers.MARK: str(tmp_path / "hanging"), "FLICKBOOK_RUN_LENGTH": "1"}
    with watching(source, out, tmp_path / "log", environ=environ, command=WITH_HANGING_WORKER) as watcher:
        wait_for_receipts(out / name, 3)
        # A worker hangs, so waiting for it would take for ever.
        dispatch_killers.wait_until_hanging(tmp_path / "hanging")
        family = descendants(watcher.process.pid)
        assert len(family) >= 2
        assert watcher.stop(how) == (130 if how == signal.SIGINT else 0)
        wait_until_gone(family)
    assert not list((out / ".flickbook").glob(f"watched/{name}~*")), watcher.said
    done = {path: path.stat().st_mtime_ns for path in (out / name).glob("receipts/*.json")}
    assert watch_of(source, out, maker).run() == 0
    assert f"{name}.mp4: is made, 10 snippets" in caplog.text
    assert {path: path.stat().st_mtime_ns for path in done} == done


def test_sigterm_ends_the_watch_even_while_a_store_hangs_and_another_thread_gets_the_signal(
    tmp_path: Path,
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        store = {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.getsockname()[1]}", "AWS_DEFAULT_REGION": "us-east-1"}
        keys = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}
        server.settimeout(LONG)
        with (
            watching("s3://films", tmp_path / "out", tmp_path / "log", environ=store | keys) as watcher,
            server.accept()[0],
        ):
            pid = watcher.process.pid
            (other, *_) = {int(task.name) for task in Path(f"/proc/{pid}/task").iterdir()} - {pid}
            assert ctypes.CDLL(None).tgkill(pid, other, signal.SIGTERM) == 0
            assert watcher.process.wait(LONG) == 0
            # The watch ended without another request to the store.
            server.setblocking(False)
            with pytest.raises(BlockingIOError):
                server.accept()
            assert len(watcher.said) == 1
