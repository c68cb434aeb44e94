"""A watch makes what comes, once it is whole, and once only."""

import ctypes
import json
import logging
import shutil
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import obstore
import pytest

from flickbook import planner, settings
from flickbook.errors import SourceMissing, UsageError
from flickbook.storage import Store, locate
from flickbook.watching.makers import Maker, OnThisMachine
from flickbook.watching.watch import Watch, key_within
from tests import clips
from tests.cli.run import Ran, flickbook
from tests.processes import descendants, wait_for_receipts, wait_until_gone
from tests.storage.seaweed import bucket
from tests.watching import killers
from tests.watching.watcher import QUICK, Watcher, watching

EVERY = 0.2


@pytest.fixture
def source(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the one maker of these tests puts books: videos in other tests have other names."""
    return tmp_path_factory.mktemp("all") / "out"


@pytest.fixture(scope="module")
def maker(out: Path) -> Iterator[Maker]:
    chosen = settings.load({"snippet": 1, "size": 64, "workers": 1}, {})
    with OnThisMachine(chosen, locate(str(out))) as maker:
        yield maker


@pytest.fixture(autouse=True)
def _all_levels(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "flickbook")


def watch_of(source: Path, out: Path, maker: Maker, *, once: bool = True) -> Watch:
    return Watch(locate(str(source)), locate(str(out)), maker, EVERY, once=once)


def stills(book: Path) -> int:
    found: int = json.loads((book / "manifest.json").read_text())["totals"]["stills"]
    return found


def made(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Give the names of the files that were made since the last time."""
    lines = [record.getMessage() for record in caplog.records]
    caplog.clear()
    return sorted(line.partition(":")[0].rpartition("/")[2] for line in lines if ": is made" in line)


def wait_for(caplog: pytest.LogCaptureFixture, text: str) -> None:
    deadline = time.monotonic() + 60
    while text not in caplog.text:
        assert time.monotonic() < deadline, caplog.text
        time.sleep(0.02)


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


def test_an_output_below_the_source_is_never_taken_for_videos(
    out: Path, maker: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    clips.make(out.parent / "outer.mp4.mp4", frames=30)
    (out / "mine").mkdir(parents=True)
    shutil.copy(out.parent / "outer.mp4.mp4", out / "mine" / "inner.mp4")
    for expected in (["outer.mp4.mp4"], []):
        assert watch_of(out.parent, out, maker).run() == 0
        assert made(caplog) == expected
    assert key_within("s3://films", "s3://films/previews") == "previews"
    assert key_within("s3://films", "s3://films2/previews") == key_within("s3://films", "s3://films") == ""


def test_a_source_that_goes_and_comes_back_is_said_once_and_made_once(
    source: Path, out: Path, maker: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    clips.make(source / "back.mp4", frames=30)
    watch = watch_of(source, out, maker, once=False)
    thread = threading.Thread(target=watch.run)
    thread.start()
    try:
        wait_for(caplog, "back.mp4: is made")
        source.rename(source.parent / "away")
        wait_for(caplog, "in: does not exist; check the path or URL. It is tried again every 0.2 s.")
        time.sleep(5 * EVERY)
        (source.parent / "away").rename(source)
        wait_for(caplog, "in: all answers again")
        clips.make(source.parent / "late.mp4", frames=30).rename(source / "late.mp4")
        wait_for(caplog, "late.mp4: is made")
    finally:
        watch.stop()
        thread.join()
    assert caplog.text.count("does not exist") == 1
    assert made(caplog) == ["back.mp4", "late.mp4"]


def test_a_source_that_is_away_ends_a_watch_that_looks_once(source: Path, out: Path, maker: Maker) -> None:
    with pytest.raises(SourceMissing, match="gone: does not exist"):
        watch_of(source / "gone", out, maker).run()


def test_a_web_server_cannot_be_watched(out: Path, maker: Maker) -> None:
    with pytest.raises(UsageError, match=r"https://example\.com: cannot be listed"):
        Watch("https://example.com", locate(str(out)), maker, EVERY)


def test_a_video_that_crashes_who_looks_at_it_is_refused_and_the_watch_goes_on(
    source: Path, out: Path, maker: Maker, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(planner, "plan_video", killers.plan_video)
    for name in ("deadly", "fine"):
        clips.make(source / f"{name}.mp4", frames=30)
    assert watch_of(source, out, maker).run() == 1
    assert watch_of(source, out, maker).run() == 0
    (error,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert "deadly.mp4: ended the process that looked at it" in error
    assert made(caplog) == ["fine.mp4"]


def test_a_name_that_is_another_videos_is_said_and_tried_by_the_next_watch(
    source: Path, out: Path, maker: Maker, caplog: pytest.LogCaptureFixture
) -> None:
    clips.make(source / "mine.mp4", frames=30)
    assert watch_of(source, out, maker).run() == 0
    (source / "mine.mp4").rename(source / "mine.mov")
    for _ in range(2):
        caplog.clear()
        assert watch_of(source, out, maker).run() == 1
        assert caplog.text.count(f"{out}/mine: holds the pictures of {source}/mine.mp4 already") == 1
    shutil.rmtree(out / "mine")
    caplog.clear()
    assert watch_of(source, out, maker).run() == 0
    assert made(caplog) == ["mine.mov"]


def put_slowly(data: bytes, path: Path) -> None:
    """Write a file as a slow upload would: a piece every 0.1 s."""
    with path.open("wb", buffering=0) as file:
        for start in range(0, len(data), len(data) // 20):
            file.write(data[start : start + len(data) // 20])
            time.sleep(0.1)


def test_a_growing_file_is_taken_when_it_is_whole_and_anew_when_it_is_replaced(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    data = clips.make(source.parent / "film.mp4", frames=60).read_bytes()
    with watching(source, out, source.parent / "log") as watcher:
        writer = threading.Thread(target=put_slowly, args=(data, source / "film.mp4"))
        writer.start()
        watcher.wait_for("film.mp4: is made, 3 snippets")
        writer.join()
        clips.make(source.parent / "film.mp4", frames=30).replace(source / "film.mp4")
        watcher.wait_for("film.mp4: is made, 2 snippets")
        # No half of it was ever tried: that would have been refused.
        assert not [line for line in watcher.said if line.startswith("ERROR")]
        assert stills(out / "film") == 2
        assert watcher.stop() == 0


def watch_once(source: Path | str, out: Path | str, *options: str) -> Ran:
    return flickbook("watch", source, "--out", out, "--once", *options, environ=QUICK)


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_stop_leaves_nothing_running_and_the_next_watch_goes_on(
    how: signal.Signals, source: Path, tmp_path: Path
) -> None:
    fast = {"preset": "ultrafast"}
    clips.make(source / "long.mp4", rate=25, frames=25 * 24, size=(640, 384), options=fast)
    heavy = ("--snippet", "2", "--size", "640", "--fps", "25", "--workers", "1")
    out = tmp_path / "out"
    with watching(source, out, tmp_path / "log", *heavy) as watcher:
        wait_for_receipts(out / "long", 1)
        family = descendants(watcher.process.pid)
        assert len(family) >= 2
        begun = time.monotonic()
        assert watcher.stop(how) == (130 if how == signal.SIGINT else 0)
        assert time.monotonic() - begun < 5
        wait_until_gone(family)
    assert not (out / ".flickbook" / "watched").exists(), watcher.said
    if how == signal.SIGTERM:
        done = {path: path.stat().st_mtime_ns for path in out.glob("long/receipts/*.json")}
        ran = watch_once(source, out, *heavy)
        assert (ran.code, "long.mp4: is made, 12 snippets" in ran.err) == (0, True)
        assert {path: path.stat().st_mtime_ns for path in done} == done


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[Watcher]:
    """A watch that waits for the answer of a store that says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        store = {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.getsockname()[1]}", "AWS_DEFAULT_REGION": "us-east-1"}
        keys = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}
        server.settimeout(60)
        with (
            watching("s3://films", tmp_path / "out", tmp_path / "log", environ=store | keys) as watcher,
            server.accept()[0],
        ):
            yield watcher


def test_a_store_that_does_not_answer_holds_no_stop_up(silent: Watcher) -> None:
    begun = time.monotonic()
    assert silent.stop() == 0
    assert time.monotonic() - begun < 5
    assert len(silent.said) == 1


def test_a_signal_that_does_not_wake_the_main_thread_is_not_lost(silent: Watcher) -> None:
    pid = silent.process.pid
    (other, *_) = {int(task.name) for task in Path(f"/proc/{pid}/task").iterdir()} - {pid}
    assert ctypes.CDLL(None).tgkill(pid, other, signal.SIGTERM) == 0
    assert silent.process.wait(15) == 0


def test_a_prefix_of_a_bucket_is_watched(s3: str, tmp_path: Path) -> None:
    films = bucket(s3, "watched")
    data = clips.make(tmp_path / "a.mp4", frames=30).read_bytes()
    for key in ("in/ä b/film.mp4", "in2/film.mp4", "in/notes.txt", "in/previews/old.mp4"):
        obstore.put(films, key, data)
    ran = watch_once("s3://watched/in/", "s3://watched/in/previews")
    assert (ran.code, ran.err.count("is made")) == (0, 1)
    assert Store("s3://watched/in/previews").has("in/ä b/film/manifest.json")
    obstore.put(films, "in/more.mp4", clips.make(tmp_path / "a.mp4", frames=60).read_bytes())
    ran = watch_once("s3://watched/in", "s3://watched/in/previews")
    assert (ran.err.count("is made"), "more.mp4: is made, 3 snippets" in ran.err) == (1, True)
