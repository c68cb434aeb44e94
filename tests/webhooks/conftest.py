"""A receiver of events, and a video whose events it receives."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.webhooks.film import Film
from tests.webhooks.receiver import Receiver, receiving


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with receiving() as found:
        yield found


@pytest.fixture
def film(tmp_path: Path, receiver: Receiver) -> Film:
    return Film(tmp_path, receiver)
