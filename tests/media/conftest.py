"""A card of our own for the tests of cards."""

from pathlib import Path
from typing import Any

import pytest

from flickbook.media import card
from flickbook.media.card import Card
from flickbook.media.card_places import Places
from tests.cards import FakeCard, Insert


@pytest.fixture
def insert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Insert:
    """Return the function that puts a card into this machine, which is used for each job unless not `always`."""

    def put(*faults: Any, always: bool = True, **more: Any) -> FakeCard:
        fake = FakeCard(*faults, **more)
        folder = tmp_path / f"places-{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        monkeypatch.setattr(card, "_card", Card(fake, Places(folder, 4), always=always))
        return fake

    return put
