"""A small book, and the jobs of which it is to be made."""

import uuid
from pathlib import Path

import pytest

from flickbook.model import Job, Recipe
from flickbook.settings import Engine, Limits
from flickbook.submit import plan_source, submit
from tests import clips
from tests.books import Kept


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
