"""Brokers for all tests. One that is killed by a test must be running again at its end."""

from collections.abc import Iterator

import pytest

from scripts import services
from scripts.process import Service
from tests.tools import need


@pytest.fixture(scope="session")
def rabbitmq(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    need("rabbitmq-server", services.SEARCH)
    with services.rabbitmq(tmp_path_factory.mktemp("rabbitmq")) as broker:
        yield broker


@pytest.fixture(scope="session")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    need("redis-server", services.SEARCH)
    with services.redis(tmp_path_factory.mktemp("redis")) as broker:
        yield broker
