"""AWS on loopback, where SQS is."""

from collections.abc import Iterator

import pytest

from tests.aws.ministack import ministack


@pytest.fixture(scope="session")
def amazon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    with ministack(tmp_path_factory.mktemp("ministack")) as environ:
        yield environ
