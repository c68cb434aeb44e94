"""Without an extra, its commands name it in one line, and all other commands work."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import clips
from tests.cli.run import Ran

CELERY = ("celery", "kombu", "amqp", "redis", "prometheus_client")
EXTRAS = (*CELERY, "fastapi", "starlette", "uvicorn", "boto3")
BROKER = ("--broker", "amqp://127.0.0.1:1//")
SERVE = ("serve", "--source", ".", "--out", ".")

# The command, the packages that are not installed, and the package and extra in the message.
CASES = [
    (("worker", *BROKER), CELERY, "celery", "celery"),
    (("submit", "film.mp4", *BROKER), CELERY, "celery", "celery"),
    (("watch", ".", "--once", "--engine", "celery", *BROKER), CELERY, "celery", "celery"),
    (("dead", *BROKER), CELERY, "celery", "celery"),
    (("redrive", *BROKER), CELERY, "celery", "celery"),
    (("worker", *BROKER), ("prometheus_client",), "prometheus_client", "celery"),
    (SERVE, ("fastapi",), "fastapi", "web"),
    (SERVE, ("uvicorn",), "uvicorn", "web"),
    (SERVE, ("prometheus_client",), "prometheus_client", "web"),
    ((*SERVE, "--engine", "celery", *BROKER), ("celery",), "celery", "celery"),
    (("dead", "--dead-letters", "https://sqs.example/queue"), ("boto3",), "boto3", "aws"),
]
WATCH = ("watch", "uploads", "--once", "--every", "0.1", "--workers", "1")

# They share one process.
pytestmark = pytest.mark.xdist_group("extras")

# Runs each command in a fork of a process without imported extras, and prints its result.
RUNS = """
import json, os, sys
from typer.testing import CliRunner
from flickbook.cli.program import app
for arguments, missing, *_ in json.load(sys.stdin):
    if not os.fork():
        assert not sys.modules.keys() & missing
        sys.modules.update(dict.fromkeys(missing))
        done = CliRunner().invoke(app, arguments)
        print(json.dumps([done.exit_code, done.stdout, done.stderr]), flush=True)
        os._exit(0)
    os.wait()
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("extras")
    (folder / "uploads").mkdir()
    clips.make(folder / "uploads" / "film.mp4", frames=5)
    return folder


@pytest.fixture(scope="module")
def answers(folder: Path) -> list[Ran]:
    """The results of `CASES`, and last the result of a watch without any extra, which makes a video."""
    given = json.dumps([*CASES, (WATCH, EXTRAS)])
    done = subprocess.run(
        [sys.executable, "-c", RUNS], input=given, cwd=folder, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    return [Ran(*json.loads(line)) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("number", range(len(CASES)), ids=[f"{case[0][0]} without {case[2]}" for case in CASES])
def test_a_command_without_its_extra_says_what_to_install_and_does_nothing(number: int, answers: list[Ran]) -> None:
    ran, (_, _, missing, extra) = answers[number], CASES[number]
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"error: {missing}: is not installed; run pip install '.[{extra}]' in a clone of Flickbook.\n"


def test_a_watch_on_this_machine_needs_no_extra(answers: list[Ran], folder: Path) -> None:
    assert (answers[-1].code, "film.mp4: is made" in answers[-1].err) == (0, True), answers[-1].err
    # The other commands did nothing.
    assert {path.name for path in folder.iterdir()} == {"uploads", "previews"}
