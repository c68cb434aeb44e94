"""Submitting to a cluster, and waiting without workers."""

import shlex
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from flickbook.core.settings import Cluster
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.celery.queues import SHORT
from scripts.process import Service
from tests import clips
from tests.cli.run import call
from tests.queues import empty
from tests.waiting import LONG, until

pytestmark = pytest.mark.xdist_group("brokers")

# The command, but it soon asks for workers.
CURIOUS = (
    "from flickbook import __main__; from flickbook.cli import awaiting; awaiting.STILL_SECONDS = 0.1; __main__.main()"
)


@pytest.fixture
def broker(redis: Service) -> Iterator[str]:
    """Return the URL of a broker for this test alone, and empty it afterwards."""
    url = f"{redis.url.removesuffix('/0')}/2"
    yield url
    empty(url)


def waiting(broker: str) -> int:
    with CeleryDispatcher(Cluster(broker=broker)) as sender:
        return sender.depths()[SHORT]


def test_a_video_that_is_named_twice_is_ordered_once_and_always_from_a_cluster(broker: str, tmp_path: Path) -> None:
    clips.make(tmp_path / "film.mp4", frames=5)
    twice = ("film.mp4", "./film.mp4", tmp_path / "film.mp4")
    here = {"FLICKBOOK_BROKER": broker, "FLICKBOOK_ENGINE": "pool"}
    ran = call("submit", *twice, cwd=tmp_path, environ=here)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"ordered: {tmp_path}/previews/film\n"
    assert waiting(broker) == 1
    ran = call("submit", "film.mp4", "--engine", "celery", "--json", cwd=tmp_path, environ=here)
    assert (ran.code, len(ran.json["books"])) == (0, 1)
    assert waiting(broker) == 2


def test_submit_wait_warns_once_without_workers_and_shows_after_ctrl_c_how_to_cancel(
    broker: str, tmp_path: Path
) -> None:
    video = clips.make(tmp_path / "film.mp4", frames=5)
    log = tmp_path / "log"
    with log.open("wb") as stream:
        command = [
            sys.executable,
            "-c",
            CURIOUS,
            "submit",
            video,
            "--out",
            tmp_path / "out",
            "--broker",
            broker,
            "--wait",
        ]
        process = subprocess.Popen([str(word) for word in command], stdout=stream, stderr=stream)
    until(lambda: "no worker answers" in log.read_text() or process.poll() is not None, "word that no worker answers")
    process.send_signal(signal.SIGINT)
    assert process.wait(LONG) == 130, log.read_text()
    warning, stopped = log.read_text().splitlines()
    assert warning == "no worker answers: the videos wait until there is one; `flickbook worker` starts it"
    book = tmp_path / "out" / "film"
    assert stopped == f"stopped waiting; the cluster goes on; `flickbook cancel {book}` stops it"
    _, *words = shlex.split(stopped.split("`")[1])
    ran = call(*words)
    assert (ran.code, f"{book}: cancelled" in ran.out) == (0, True)
