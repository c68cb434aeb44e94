"""AWS on loopback, where SQS is; and a small book, with the jobs of which it is made."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from flickbook.model import Job, Recipe
from flickbook.settings import Engine, Limits
from flickbook.submit import plan_source, submit
from tests import clips
from tests.aws.ministack import ministack
from tests.books import Kept


@pytest.fixture(scope="session")
def amazon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with ministack(tmp_path_factory.mktemp("ministack")) as environ:
        yield environ


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clips.make(tmp_path_factory.mktemp("video") / "movie.mp4", frames=75)


@pytest.fixture
def jobs(video: Path) -> list[Job]:
    """Three jobs of a book in memory, one a snippet."""
    plan = plan_source(str(video), Recipe(snippet=1, size=64), Limits())
    kept = Kept()
    submit(plan, f"memory://{uuid.uuid4().hex}", kept, Engine(workers=1, run_length=1))
    return kept.jobs
