"""A watch waits for a video only as long as its engine makes it."""

from pathlib import Path

import pytest

from flickbook.core.model import Order
from flickbook.engines import following
from flickbook.engines.configuration import Settings
from flickbook.errors import InputError, StoreError
from flickbook.library.order_records import Orders
from flickbook.storage import locate
from flickbook.watch.maker import Maker
from flickbook.watch.markers import VideoVersion


def test_a_refusal_that_could_not_be_recorded_ends_the_waiting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("the store", "is away", "wait")

    monkeypatch.setattr(Orders, "note_failure", fail)
    reads = iter(range(200))
    monkeypatch.setattr(following, "LOCAL_POLL_SECONDS", 0.1)
    honest = following._read

    def read(order: Order) -> object:
        next(reads)
        return honest(order)

    monkeypatch.setattr(following, "_read", read)
    (tmp_path / "bad.mp4").write_bytes(b"no video")
    url = locate(str(tmp_path / "bad.mp4"))
    with Maker(Settings(), locate(str(tmp_path / "out"))) as maker, pytest.raises(InputError, match="bad"):
        maker.make(VideoVersion(url, "bad", "1"))
