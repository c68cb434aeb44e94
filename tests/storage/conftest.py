"""A real S3 server for this folder's tests, reached by the usual AWS variables."""

import os
from collections.abc import Iterator

import pytest

from scripts.services import seaweed, store_environ


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with seaweed(tmp_path_factory.mktemp("seaweed")) as server:
        yield server.url


@pytest.fixture
def s3(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """Point the AWS variables at the server, and give its endpoint."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in store_environ(endpoint).items():
        monkeypatch.setenv(name, value)
    return endpoint
