"""A small book, with the jobs of which it is made."""

import uuid

import pytest

from flickbook.core.model import Job, Plan
from flickbook.core.settings import Engine, Limits
from flickbook.engines.base import Collector
from flickbook.engines.orders import plan_source, submit
from flickbook.outputs.recipes import make_recipe
from tests import clips


@pytest.fixture(scope="session")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    video = clips.make(tmp_path_factory.mktemp("video") / "movie.mp4", frames=75)
    return plan_source(str(video), make_recipe(snippet=1, size=64), Limits())


@pytest.fixture
def jobs(planned: Plan) -> list[Job]:
    """Three jobs of a book in memory, one a snippet."""
    kept = Collector()
    submit(planned, f"memory://{uuid.uuid4().hex}", kept, Engine(workers=1, run_length=1))
    return kept.jobs
