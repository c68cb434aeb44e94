"""Without an extra, what needs it says in one line what to install, and all else works."""

from pathlib import Path

import pytest

from tests import clips
from tests.cli.run import flickbook, without

CELERY = ("celery", "kombu", "amqp", "redis", "prometheus_client")
EXTRAS = (*CELERY, "fastapi", "starlette", "uvicorn", "boto3")
BROKER = ("--broker", "amqp://127.0.0.1:1//")


@pytest.mark.parametrize(
    "arguments",
    [
        ("worker", *BROKER),
        ("submit", "film.mp4", *BROKER),
        ("watch", ".", "--once", "--engine", "celery", *BROKER),
        ("dead", *BROKER),
        ("redrive", *BROKER),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_for_a_cluster_without_celery_says_what_to_install(
    arguments: tuple[str, ...], tmp_path: Path
) -> None:
    clips.make(tmp_path / "film.mp4", frames=5)
    ran = flickbook(*arguments, cwd=tmp_path, command=without(*CELERY))
    assert (ran.code, ran.out) == (2, "")
    assert ran.error == "error: celery: is not installed; pip install 'flickbook[celery]'."
    assert ran.err.count("\n") == 1
    assert not (tmp_path / "previews").exists()


@pytest.mark.parametrize(
    ("arguments", "missing", "extra"),
    [
        (("worker", *BROKER), "prometheus_client", "celery"),
        (("serve",), "fastapi", "web"),
        (("serve",), "uvicorn", "web"),
        (("serve",), "prometheus_client", "web"),
        (("serve", "--engine", "celery", *BROKER), "celery", "celery"),
        (("dead", "--dead-letters", "https://sqs.example/queue"), "boto3", "aws"),
    ],
)
def test_the_extra_that_holds_what_is_missing_is_named(
    arguments: tuple[str, ...], missing: str, extra: str, tmp_path: Path
) -> None:
    ran = flickbook(*arguments, cwd=tmp_path, command=without(missing))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert ran.error == f"error: {missing}: is not installed; pip install 'flickbook[{extra}]'."


def test_a_watch_on_this_machine_needs_no_extra(tmp_path: Path) -> None:
    (tmp_path / "uploads").mkdir()
    clips.make(tmp_path / "uploads" / "film.mp4", frames=5)
    ran = flickbook("watch", "uploads", "--once", "--every", "0.1", cwd=tmp_path, command=without(*EXTRAS))
    assert (ran.code, "film.mp4: is made" in ran.err) == (0, True), ran.err
