"""Whole uploads are finished once, and retried after errors that may pass."""

import asyncio
from pathlib import Path

import pytest

from flickbook.core.backoff import Backoff
from flickbook.core.model import Entry
from flickbook.core.settings import Web
from flickbook.errors import StoreError, UploadBusy, UploadMissing
from flickbook.outputs.registry import book_name
from flickbook.web import finishing
from flickbook.web.finishing import Finisher
from flickbook.web.spool import FOLDER, Spool
from flickbook.web.upload_table import Upload
from tests.waiting import LONG


class FakeOrders:
    """Accepts orders once `let` is set, after a number of store errors."""

    def __init__(self, faults: int = 0) -> None:
        self.faults = faults
        self.let = asyncio.Event()
        self.ordered = asyncio.Event()

    async def check_free(self, key: str) -> str:
        await self.let.wait()
        return book_name(key)

    async def order(self, url: str, *, replaces: bool = False) -> Entry:
        if self.faults:
            self.faults -= 1
            raise StoreError("the store", "is away", "wait")
        self.ordered.set()
        return Entry("a", "waiting", url, 1.0)


def whole(spool: Spool) -> Upload:
    upload = spool.create("a.mp4", 3)
    spool.append(upload, 0, b"abc")
    return upload


def test_an_upload_is_finished_only_once_at_a_time(tmp_path: Path) -> None:
    spool = Spool(str(tmp_path), Web())

    async def finish_twice() -> None:
        orders = FakeOrders()
        finisher = Finisher(spool, orders)
        upload = whole(spool)
        first = asyncio.create_task(finisher.finish_later(upload))
        while not finisher.is_storing(upload):
            await asyncio.sleep(0)
        with pytest.raises(UploadBusy):
            await finisher.finish_later(upload)
        orders.let.set()
        await first
        assert not finisher.is_storing(upload)

    asyncio.run(finish_twice())
    assert (tmp_path / "a.mp4").read_bytes() == b"abc"


def test_an_upload_that_cannot_be_finished_now_is_finished_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(finishing, "BACKOFF", Backoff(0.01, 1.0))
    spool = Spool(str(tmp_path), Web())

    async def finish() -> None:
        orders = FakeOrders(faults=2)
        orders.let.set()
        finisher = Finisher(spool, orders)
        with pytest.raises(StoreError):
            await finisher.finish_later(whole(spool))
        await asyncio.wait_for(orders.ordered.wait(), LONG)

    asyncio.run(finish())
    assert (tmp_path / "a.mp4").read_bytes() == b"abc"


def test_an_upload_that_was_ended_meanwhile_cannot_be_placed(tmp_path: Path) -> None:
    spool = Spool(str(tmp_path), Web())
    upload = whole(spool)
    flushed = spool.flush(upload)
    spool.part(upload).unlink()
    with pytest.raises(UploadMissing):
        spool.place(flushed)
    # Another file of that name does not count as this upload.
    (tmp_path / "a.mp4").write_bytes(b"another")
    assert not spool.is_placed(flushed)


def test_each_bucket_has_its_own_spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    upload = Spool("s3://one/in", Web()).create("a.mp4", 3)
    assert Spool("s3://two/in", Web()).table.list() == []
    assert [progress.upload for progress in Spool("s3://one/in", Web()).table.list()] == [upload]
    assert [folder.stat().st_mode & 0o777 for folder in tmp_path.iterdir()] == [0o700, 0o700]


def test_of_a_file_and_a_file_below_its_path_the_first_whole_one_wins(tmp_path: Path) -> None:
    spool = Spool(str(tmp_path / "in"), Web(min_free_bytes=0))
    both = [spool.create(key, 3) for key in ("film.mp4", "film.mp4/b.mp4", "a/b.mp4/c.mp4", "a/b.mp4")]
    for upload in both:
        spool.append(upload, 0, b"abc")

    async def finish() -> list[str]:
        orders = FakeOrders()
        orders.let.set()
        finisher = Finisher(spool, orders)
        ends = [await asyncio.gather(finisher.finish_later(upload), return_exceptions=True) for upload in both]
        return [type(end).__name__ for [end] in ends]

    assert asyncio.run(finish()) == ["NoneType", "NameTaken", "NoneType", "NameTaken"]
    assert list((tmp_path / "in" / FOLDER).glob("*.part")) == []
    assert spool.table.list() == []
