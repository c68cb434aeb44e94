"""Videos, and clusters that make their previews."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scripts.process import Service
from tests import clips
from tests.cluster.fleet import Fleet
from tests.cluster.forkserver import ForkServer
from tests.shared import FLEET


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a video of six seconds."""
    return clips.make(tmp_path_factory.mktemp("clips") / "clip.mp4", frames=60, rate=10)


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a video of twenty seconds."""
    return clips.make(tmp_path_factory.mktemp("clips") / "film.mp4", frames=200, rate=10)


@pytest.fixture
def named(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Return a function that copies a video under a name; by the name, `faulty` chooses the fault."""

    def copy(video: Path, name: str) -> Path:
        return Path(shutil.copyfile(video, tmp_path / f"{name}.mp4"))

    return copy


@pytest.fixture(scope="session")
def forks() -> Iterator[ForkServer]:
    with closing(ForkServer()) as forks:
        yield forks


@pytest.fixture(scope="session")
def on_rabbitmq(rabbitmq: Service, forks: ForkServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    # A virtual host of its own: these workers outlive their tests.
    with closing(Fleet(rabbitmq.url + FLEET, forks, tmp_path_factory.mktemp("rabbitmq-fleet"))) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def on_redis(redis: Service, forks: ForkServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    # A database of its own: Redis redelivers the unacknowledged messages of other tests too.
    url = f"{redis.url.removesuffix('/0')}/1"
    with closing(Fleet(url, forks, tmp_path_factory.mktemp("redis-fleet"))) as cluster:
        yield cluster


@pytest.fixture
def fleet(on_rabbitmq: Fleet, tmp_path: Path) -> Iterator[Fleet]:
    """Return a cluster with empty queues; check at the end that no dead letter is left."""
    on_rabbitmq.begin(tmp_path / "out")
    yield on_rabbitmq
    assert not on_rabbitmq.letters()
