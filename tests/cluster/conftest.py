"""Clips to be cut into snippets of a second, and clusters to make their previews."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scripts.process import Service
from tests import clips
from tests.cluster.fleet import Fleet


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


@pytest.fixture(scope="module")
def cluster(rabbitmq: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    cluster = Fleet(rabbitmq.url, tmp_path_factory.mktemp("fleet"))
    yield cluster
    cluster.close()


@pytest.fixture
def fleet(cluster: Fleet) -> Iterator[Fleet]:
    """Give a cluster whose queues are empty, and see that they are so in the end."""
    yield cluster
    assert not cluster.letters()
