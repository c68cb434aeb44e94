"""Whole uploads are finished once, whoever asks, and again when what went wrong is mended."""

import asyncio
from pathlib import Path

import pytest

from flickbook.core.layout import book_name
from flickbook.core.model import Entry
from flickbook.core.settings import Web
from flickbook.errors import StoreError, UploadBusy, UploadMissing
from flickbook.web import finishing
from flickbook.web.admission import Upload
from flickbook.web.finishing import Finisher
from flickbook.web.spool import FOLDER, Spool
from tests.waiting import LONG


class Taker:
    """Takes videos when it is let, after so many faults of its store."""

    def __init__(self, faults: int = 0) -> None:
        self.faults = faults
        self.let = asyncio.Event()
        self.taken = asyncio.Event()

    async def check_free(self, key: str) -> str:
        await self.let.wait()
        return book_name(key)

    async def take(self, url: str) -> Entry:
        if self.faults:
            self.faults -= 1
            raise StoreError("the store", "is away", "wait")
        self.taken.set()
        return Entry("a", "waiting", url, 1.0)


def whole(spool: Spool) -> Upload:
    upload = spool.create("a.mp4", 3)
    spool.append(upload, 0, b"abc")
    return upload


def test_an_upload_that_is_being_finished_is_finished_by_nobody_else(tmp_path: Path) -> None:
    spool = Spool(str(tmp_path), Web())

    async def finish_twice() -> None:
        taker = Taker()
        finisher = Finisher(spool, taker)
        upload = whole(spool)
        first = asyncio.create_task(finisher.finish_later(upload))
        while not finisher.is_at(upload):
            await asyncio.sleep(0)
        with pytest.raises(UploadBusy):
            await finisher.finish_later(upload)
        taker.let.set()
        await first
        assert not finisher.is_at(upload)

    asyncio.run(finish_twice())
    assert (tmp_path / "a.mp4").read_bytes() == b"abc"


def test_what_cannot_be_finished_now_is_finished_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finishing, "_FIRST_WAIT_SECONDS", 0.01)
    spool = Spool(str(tmp_path), Web())

    async def finish() -> None:
        taker = Taker(faults=2)
        taker.let.set()
        finisher = Finisher(spool, taker)
        with pytest.raises(StoreError):
            await finisher.finish_later(whole(spool))
        await asyncio.wait_for(taker.taken.wait(), LONG)

    asyncio.run(finish())
    assert (tmp_path / "a.mp4").read_bytes() == b"abc"


def test_an_upload_that_was_ended_meanwhile_is_not_there(tmp_path: Path) -> None:
    spool = Spool(str(tmp_path), Web())
    upload = whole(spool)
    settled = spool.settle(upload)
    spool.part(upload).unlink()
    with pytest.raises(UploadMissing):
        spool.place(settled)
    # A name that another file has is no sign that this one lies there.
    (tmp_path / "a.mp4").write_bytes(b"another")
    assert not spool.is_placed(settled)


def test_each_bucket_has_its_own_spool(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    upload = Spool("s3://one/in", Web()).create("a.mp4", 3)
    assert Spool("s3://two/in", Web()).table.list() == []
    assert [progress.upload for progress in Spool("s3://one/in", Web()).table.list()] == [upload]
    assert [folder.stat().st_mode & 0o777 for folder in tmp_path.iterdir()] == [0o700, 0o700]


def test_of_a_file_and_a_file_below_it_the_one_that_is_whole_first_wins(tmp_path: Path) -> None:
    spool = Spool(str(tmp_path / "in"), Web(min_free_bytes=0))
    both = [spool.create(key, 3) for key in ("film.mp4", "film.mp4/b.mp4", "a/b.mp4/c.mp4", "a/b.mp4")]
    for upload in both:
        spool.append(upload, 0, b"abc")

    async def finish() -> list[str]:
        taker = Taker()
        taker.let.set()
        finisher = Finisher(spool, taker)
        ends = [await asyncio.gather(finisher.finish_later(upload), return_exceptions=True) for upload in both]
        return [type(end).__name__ for [end] in ends]

    assert asyncio.run(finish()) == ["NoneType", "NameTaken", "NoneType", "NameTaken"]
    assert list((tmp_path / "in" / FOLDER).glob("*.part")) == []
    assert spool.table.list() == []
