"""Events of programs that end: `render`, `watch --once`, `flickbook webhooks`, and one that is killed."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flickbook.storage import locate_output
from flickbook.webhooks import delivery
from flickbook.webhooks.delivery import Deliverer, Pass
from tests import clips
from tests.cli.run import ALONE, COMMAND, call
from tests.tools import ROOT
from tests.waiting import until
from tests.webhooks.film import Clock, Film
from tests.webhooks.receiver import SECRET, Receiver

SMALL = ("--size", "64", "--outputs", "gif")


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "film.mp4", frames=10, rate=10, size=(64, 48))


def test_a_run_delivers_its_event_and_the_next_run_what_an_earlier_one_could_not(
    video: Path, tmp_path: Path, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery, "PAUSES", (0.0,) * len(delivery.PAUSES))
    receiver.answers = [(503, {})]
    out = tmp_path / "out"
    assert call("render", video, "--out", out, *SMALL, environ=receiver.environ).code == 0
    assert receiver.types() == ["book.complete"]
    other = clips.make(tmp_path / "other.mp4", frames=10, rate=10, size=(64, 48))
    assert call("render", other, "--out", out, *SMALL, environ=receiver.environ).code == 0
    assert [document["data"]["name"] for document in receiver.documents()] == ["film", "other", "film"]
    assert call("webhooks", out).out == "no events wait\n"


def test_a_video_that_render_refuses_is_announced_without_its_path(tmp_path: Path, receiver: Receiver) -> None:
    bad = tmp_path / "bad.mp4"
    bad.write_text("not a video")
    assert call("render", bad, "--out", tmp_path / "out", environ=receiver.environ).code == 2
    assert call("render", tmp_path / "none.mp4", "--out", tmp_path / "out", environ=receiver.environ).code == 2
    (document,) = receiver.documents()
    assert (document["type"], document["data"]["name"]) == ("book.refused", "bad")
    assert document["data"]["failure"] == "bad: is text, not a video; give a video file."


def test_without_a_webhook_nothing_is_written_about_events(video: Path, tmp_path: Path) -> None:
    assert call("render", video, "--out", tmp_path / "out", *SMALL).code == 0
    assert [path.name for path in (tmp_path / "out" / ".flickbook").iterdir()] == ["books"]


def test_a_watch_delivers_before_it_ends(video: Path, tmp_path: Path, receiver: Receiver) -> None:
    environ = {**receiver.environ, "FLICKBOOK_EVERY": "0.2"}
    folder = tmp_path / "in"
    folder.mkdir()
    video.rename(folder / "film.mp4")
    assert call("watch", folder, "--out", tmp_path / "out", "--once", *SMALL, environ=environ, pool=True).code == 0
    assert receiver.types() == ["book.complete"]


def test_the_command_shows_what_waits_and_sends_it(video: Path, tmp_path: Path, receiver: Receiver) -> None:
    receiver.answers = [(410, {})]
    out = tmp_path / "out"
    ran = call("render", video, "--out", out, *SMALL, environ=receiver.environ)
    assert ran.code == 0
    shown = call("webhooks", out)
    assert (shown.code, "film is complete; tried once: 127.0.0.1 answered 410" in shown.out) == (1, True)
    (event,) = call("webhooks", out, "--json").json["events"]
    assert (event["name"], event["state"], event["attempts"]) == ("film", "complete", 1)
    assert call("webhooks", out, "--send").error == (
        "error: FLICKBOOK_WEBHOOK_URL: is not set; set it to the URL that events are posted to."
    )
    sent = call("webhooks", out, "--send", environ=receiver.environ)
    assert (sent.code, sent.out) == (0, "no events wait\n")
    assert receiver.types() == ["book.complete"] * 2
    assert not any(SECRET in text or receiver.url in text for text in (ran.err, shown.out, sent.err))


def test_an_event_is_sent_when_all_files_are_there_and_its_first_attempt_has_no_error(
    video: Path, tmp_path: Path, receiver: Receiver
) -> None:
    out = tmp_path / "out"
    command = [*COMMAND, "render", str(video), "--out", str(out), "--for", "emby", "--beside"]
    with receiver.lock:
        run = subprocess.Popen(command, env={**os.environ, **ALONE, **receiver.environ}, stdout=subprocess.DEVNULL)
        until(lambda: "tried" in call("webhooks", out).out, "an attempt")
        shown = call("webhooks", out).out
        assert list(tmp_path.glob("*.bif")) != []
    assert run.wait() == 0
    assert "film is complete; tried once; the next attempt is due" in shown


@pytest.mark.parametrize(
    ("verb", "key", "sent", "complete"),
    [
        ("put", "/manifest.json", 0, False),  # the event is recorded, and the book is not complete
        ("replace", ".json", 0, True),  # it is complete, and the event is not marked as happened
        ("delete", ".json", 1, True),  # the event is received, and not deleted
    ],
)
def test_a_program_killed_between_its_writes_leaves_an_event_that_is_sent_when_it_is_true(
    verb: str, key: str, sent: int, complete: bool, tmp_path: Path, receiver: Receiver
) -> None:
    film = Film(tmp_path, receiver, locate_output(str(tmp_path / "out")))
    command = [sys.executable, "-m", "tests.webhooks.dying", str(film.video), film.out, verb, key]
    died = subprocess.run(command, cwd=ROOT, env={**os.environ, **receiver.environ}, check=False)
    assert died.returncode == -signal.SIGKILL
    assert (tmp_path / "out" / "film" / "manifest.json").exists() == complete
    assert len(receiver.received) == sent
    later = Deliverer(receiver.settings, film.out, Clock(time.time() + delivery.ATTEMPT_SECONDS + 1))
    assert later.deliver() == (Pass(delivered=1) if complete else Pass(waiting=1))
    film.make()
    later.deliver()
    assert receiver.types() == ["book.complete"] * (sent + 1)
    assert len({event.id for event in receiver.received}) == 1
