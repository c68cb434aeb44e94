"""What the service's tests share: a browser, services, a video, a real S3 server."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from flickbook.cli.demo import SAMPLE
from tests import clips
from tests.storage.conftest import endpoint, s3
from tests.web.browser import chromium
from tests.web.server import Serving, start

__all__ = ["endpoint", "s3"]

BUNNY_SECONDS = 12


# Not of the session: Playwright keeps an event loop running, beside which no test can run its own.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    folder = tmp_path_factory.mktemp("shared")
    with start(folder / "in", folder / "out") as serving:
        yield serving


@pytest.fixture
def service(shared: Serving) -> Serving:
    """A service without options, which has no videos when the test begins."""
    shared.clear()
    return shared


@pytest.fixture(scope="session")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A service that may be read only with a token."""
    folder = tmp_path_factory.mktemp("closed")
    with start(folder / "in", folder / "out", "--read-token", "reader") as serving:
        yield serving


@pytest.fixture(scope="session")
def beginning(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return clips.cut(SAMPLE, tmp_path_factory.mktemp("clips") / "bunny.mp4", BUNNY_SECONDS - 0.2)


@pytest.fixture
def bunny(beginning: Path, tmp_path: Path) -> Path:
    """`BUNNY_SECONDS` snippets that take a while."""
    return Path(shutil.copy(beginning, tmp_path / "bunny.mp4"))
