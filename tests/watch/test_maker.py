"""A watch waits for a video only as long as its engine makes it, and says how failed snippets are tried again."""

import json
import logging
from pathlib import Path
from typing import Any

import pytest

from flickbook.core import layout, wire
from flickbook.core.model import Failure, Order, Receipt
from flickbook.engines import configuration, following
from flickbook.engines.configuration import Settings
from flickbook.errors import InputError, StoreError
from flickbook.library.book import Book
from flickbook.library.completion import complete_book
from flickbook.library.order_records import Orders
from flickbook.storage import locate
from flickbook.watch import maker as maker_module
from flickbook.watch.maker import Maker
from flickbook.watch.markers import VideoVersion
from flickbook.watch.watcher import Watch
from tests import clips


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


def test_failed_snippets_are_tried_again_once_the_marker_in_the_log_is_deleted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def follow_and_fail(order: Order, *arguments: Any) -> Any:
        found = following.follow(order, *arguments)
        book = Book(order.out, order.name)
        plan = book.plan()
        assert plan is not None
        failed = Receipt(plan.id, plan.snippets[0], failure=Failure("Damaged", "no picture"))
        book.store.put(layout.receipt_key(failed.snippet), wire.encode(failed))
        complete_book(book, plan)
        return book.manifest(), *found[1:]

    (tmp_path / "in" / "shows").mkdir(parents=True)
    clips.make(tmp_path / "in" / "shows" / "a b.mp4", frames=30)
    caplog.set_level(logging.INFO, "flickbook")
    settings = configuration.load({"snippet": 1, "size": 64, "workers": 1}, {})
    out = tmp_path / "out"
    with Maker(settings, locate(str(out))) as maker:

        def watch() -> int:
            caplog.clear()
            return Watch(locate(str(tmp_path / "in")), locate(str(out)), maker, 0.1, once=True).run()

        with monkeypatch.context() as patch:
            patch.setattr(maker_module, "follow", follow_and_fail)
            assert watch() == 1
        (line,) = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
        (marker,) = (out / ".flickbook" / "watched" / "shows").iterdir()
        assert line.endswith(f"1 of 2 snippets failed; to retry, delete {marker} and watch again")
        assert (watch(), caplog.text) == (0, "")
        marker.unlink()
        assert (watch(), "is made, 2 snippets" in caplog.text) == (0, True)
    assert json.loads((out / "shows" / "a b" / "manifest.json").read_text())["failed"] == []
