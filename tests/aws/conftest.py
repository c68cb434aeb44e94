"""The artifact for Lambda, built for this machine once for all tests."""

from pathlib import Path

import pytest

from tests.aws.ministack import build_artifact


@pytest.fixture(scope="session")
def artifact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lambda") / "artifact"
    build_artifact(folder, "here")
    return folder
