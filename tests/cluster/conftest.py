"""Clips to be cut into snippets of a second, and clusters to make their previews."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from scripts.process import Service
from tests import clips
from tests.cluster.fleet import Fleet
from tests.cluster.nursery import Nursery
from tests.shared import FLEET


@pytest.fixture(scope="session")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six seconds of video."""
    return clips.make(tmp_path_factory.mktemp("clips") / "clip.mp4", frames=60, rate=10)


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty seconds of video."""
    return clips.make(tmp_path_factory.mktemp("clips") / "film.mp4", frames=200, rate=10)


@pytest.fixture
def named(tmp_path: Path) -> Callable[[Path, str], Path]:
    """Give a video another name, on which it depends what workers suffer from it."""

    def copy(video: Path, name: str) -> Path:
        return Path(shutil.copyfile(video, tmp_path / f"{name}.mp4"))

    return copy


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    with closing(Nursery()) as nursery:
        yield nursery


@pytest.fixture(scope="session")
def on_rabbitmq(rabbitmq: Service, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    # A virtual host of its own, for workers that outlive their tests.
    with closing(Fleet(rabbitmq.url + FLEET, nursery, tmp_path_factory.mktemp("rabbitmq-fleet"))) as cluster:
        yield cluster


@pytest.fixture(scope="session")
def on_redis(redis: Service, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    # A database of its own: what other tests took and did not acknowledge comes back there, too.
    url = f"{redis.url.removesuffix('/0')}/1"
    with closing(Fleet(url, nursery, tmp_path_factory.mktemp("redis-fleet"))) as cluster:
        yield cluster


@pytest.fixture
def fleet(on_rabbitmq: Fleet, tmp_path: Path) -> Iterator[Fleet]:
    """Give a cluster whose queues are empty, and see that they are so in the end."""
    on_rabbitmq.begin(tmp_path / "out")
    yield on_rabbitmq
    assert not on_rabbitmq.letters()
