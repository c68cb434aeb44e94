"""The artifact for Lambda, built for this machine once for all tests; a bus, and the functions' environment."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from scripts.services import store_environ
from tests.aws.bus import Bus, standing
from tests.aws.ministack import build_artifact


@pytest.fixture(scope="session")
def artifact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lambda") / "artifact"
    build_artifact(folder, "here")
    return folder


@pytest.fixture
def bus(endpoint: str, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Bus]:
    """A bus of EventBridge, and the environment of functions that render with small snippets and GIFs."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    with standing() as (address, bus):
        for name, value in {
            **store_environ(endpoint),
            "AWS_ENDPOINT_URL_EVENTBRIDGE": address,
            "FLICKBOOK_OUT": f"s3://pictures/{request.node.name}",
            "FLICKBOOK_BUS": request.node.name,
            "FLICKBOOK_SNIPPET": "1",
            "FLICKBOOK_SIZE": "64",
        }.items():
            monkeypatch.setenv(name, value)
        yield bus
