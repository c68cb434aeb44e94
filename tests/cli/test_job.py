"""`flickbook plan` and `flickbook job`: jobs that another program runs, and their exit codes."""

import json
import os
import subprocess
from pathlib import Path

import pytest
import yaml

from flickbook import api
from flickbook.storage import locate
from tests import clips
from tests.cli.run import COMMAND, call, flickbook
from tests.tools import ROOT
from tests.waiting import LONG

SMALL = ("--snippet", "1", "--size", "64", "--no-stills")


@pytest.fixture
def video(tmp_path: Path) -> Path:
    return clips.make(tmp_path / "film.mp4", frames=60)


@pytest.fixture
def jobs(video: Path, tmp_path: Path) -> Path:
    """The jobs of a video of three snippets, as they were printed."""
    ran = call("plan", video, "--out", tmp_path / "out", *SMALL)
    assert (ran.code, ran.err) == (0, "")
    path = tmp_path / "jobs.jsonl"
    path.write_text(ran.out)
    return path


def test_plan_prints_one_unfinished_job_per_line(video: Path, jobs: Path, tmp_path: Path) -> None:
    read = [json.loads(line) for line in jobs.read_text().splitlines()]
    assert [(job["type"], [snippet["start"] for snippet in job["snippets"]]) for job in read] == [
        ("job", [0]),
        ("job", [1]),
        ("job", [2]),
    ]
    assert flickbook("job", jobs, "--index", "1").code == 0
    left = call("plan", video, "--out", tmp_path / "out", *SMALL).out.splitlines()
    assert [json.loads(line)["snippets"][0]["start"] for line in left] == [0, 2]


def test_the_last_job_completes_the_book_for_every_form_of_input(jobs: Path, tmp_path: Path) -> None:
    first, second, third = jobs.read_text().splitlines()
    assert flickbook("job", jobs).code == 0
    assert flickbook("job", locate(str(jobs)), "--index", "2").code == 0
    # As EventBridge or a pretty printer may write it.
    pretty = json.dumps(json.loads(second), indent=1).encode()
    done = subprocess.run([*COMMAND, "job"], input=pretty, capture_output=True, timeout=LONG, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert api.status(tmp_path / "out" / "film").state == "complete"
    assert {first, third} <= {*jobs.read_text().splitlines()}


@pytest.mark.parametrize(
    ("text", "more", "error"),
    [
        ("", (), "{}: is empty; pass what `flickbook plan` printed"),
        ("{}\n", ("--index", "1"), "--index: is 1, but the last line of {} has the index 0; count lines from 0."),
        ("{}\n", ("--index", "x"), "--index: is x; it must be a whole number."),
        ("{}\n", (), "{}: is not a job of version 1 or 2 (it has no `type`); "
            "use the version of Flickbook that wrote it, or make the file again with `flickbook plan VIDEO > FILE`."),
        ("{}\nno job\n", ("--index", "1"), "{}, the line with index 1: is not a job, because it is not JSON ("),
        ('{"type":', (), "{}: is not a job, because it is not JSON (Input data was truncated); "
            "make the file again with `flickbook plan VIDEO > FILE`."),
    ],
)  # fmt: skip
def test_an_invalid_job_is_an_error_with_exit_code_2(
    text: str, more: tuple[str, ...], error: str, tmp_path: Path
) -> None:
    path = tmp_path / "jobs"
    path.write_text(text)
    ran = call("job", path, *more)
    assert (ran.code, ran.error.startswith(f"error: {error.replace('{}', str(path), 1)}")) == (2, True)


def test_a_final_failure_has_exit_code_1_and_a_receipt(jobs: Path, video: Path, tmp_path: Path) -> None:
    video.unlink()
    for index in range(3):
        ran = flickbook("job", jobs, "--index", str(index))
        assert (ran.code, ran.error) == (1, f"error: {video}: does not exist; check the path or URL.")
    status = api.status(tmp_path / "out" / "film")
    assert (status.state, len(status.failed)) == ("partial", 3)


def test_an_unwanted_job_has_exit_code_0_and_stores_nothing(jobs: Path, tmp_path: Path) -> None:
    book = tmp_path / "out" / "film"
    api.cancel(book)
    ran = flickbook("job", jobs)
    assert (ran.code, list(book.glob("*.gif"))) == (0, [])


def test_a_store_that_does_not_answer_asks_for_another_try(jobs: Path, tmp_path: Path) -> None:
    job = json.loads(jobs.read_text().splitlines()[0])
    job["out"] = "s3://previews"
    jobs.write_text(json.dumps(job))
    nobody = {"AWS_ENDPOINT_URL": "http://127.0.0.1:9", "AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s"}
    environ = {**nobody, "AWS_DEFAULT_REGION": "us-east-1"}
    assert flickbook("job", jobs, environ=environ).code == 75
    assert flickbook("job", "s3://previews/jobs.jsonl", environ=environ).code == 75


def test_the_commands_of_the_kubernetes_example_make_a_book(video: Path, tmp_path: Path) -> None:
    example = (ROOT / "examples" / "kubernetes-job.yaml").read_text()
    (container,) = yaml.safe_load(example)["spec"]["template"]["spec"]["containers"]
    planned = next(line for line in example.splitlines() if "flickbook plan" in line).removeprefix("#")
    out = tmp_path / "out"
    for said, here in (("s3://films/film.mp4", video), ("s3://previews", f"{out} {' '.join(SMALL)}")):
        planned = planned.replace(said, str(here))
    assert _shell(planned, tmp_path) == 0
    command = " ".join(["flickbook", *container["args"]]).replace("/jobs/", "")
    for index in range(3):
        assert _shell(command, tmp_path, JOB_COMPLETION_INDEX=str(index)) == 0
    assert api.status(out / "film").state == "complete"


def _shell(command: str, folder: Path, **environ: str) -> int:
    program = " ".join(COMMAND)
    script = command.replace("flickbook ", f"{program} ")
    return subprocess.run(
        ["/bin/sh", "-c", script], cwd=folder, env={**os.environ, **environ}, timeout=LONG, check=False
    ).returncode
