"""Idle uploads do not keep other clients from uploading, and an operator can list and end uploads."""

import asyncio
import os
import shutil
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx
import msgspec
import pytest
from fastapi import FastAPI
from starlette.responses import Response

from flickbook.core.model import Entry
from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.errors import FlickbookError, OutputFull, TooManyUploads, UploadMissing
from flickbook.outputs.registry import book_name
from flickbook.web import upload_table
from flickbook.web.answers import answer_for
from flickbook.web.app import make_app
from flickbook.web.guard import Guard
from flickbook.web.spool import Spool
from flickbook.web.upload_table import Upload
from flickbook.web.uploads import Uploads, make_uploads
from tests.web import tus

pytestmark = pytest.mark.attack

HOUR = 3600


class FakeOrders:
    """Accepts all orders, and makes nothing."""

    async def check_free(self, key: str) -> str:
        return book_name(key)

    async def order(self, url: str, *, replaces: bool = False) -> Entry:
        return Entry("a", "waiting", url, 1.0)


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(str(tmp_path / "in"), Web(min_free_bytes=0))


def ids(spool: Spool) -> list[str]:
    return [progress.upload.id for progress in spool.table.list()]


def ask(spool: Spool, question: Callable[[Callable[[str], httpx.AsyncClient]], Awaitable[None]]) -> None:
    """Send requests to the routes of uploads in this process, from clients with different addresses."""
    uploads, app = Uploads(spool, FakeOrders(), 30), FastAPI()

    async def answer_ours(_: object, error: Exception) -> Response:
        assert isinstance(error, FlickbookError)
        return answer_for(error)

    app.post("/api/videos")(uploads.receive)
    app.include_router(make_uploads(uploads, Guard("secret", "")))
    app.add_exception_handler(FlickbookError, answer_ours)

    def client(host: str) -> httpx.AsyncClient:
        transport = httpx.ASGITransport(app, client=(host, 1))
        return httpx.AsyncClient(transport=transport, base_url="http://x", headers={"Authorization": "Bearer secret"})

    async def run() -> None:
        await question(client)

    asyncio.run(run())


def test_a_client_that_only_begins_uploads_does_not_block_other_clients(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    most = 50
    monkeypatch.setattr(upload_table, "MOST_A_CLIENT", most)
    begun = [spool.create(f"{number}.mp4", 1000, client="a").id for number in range(most + 10)]
    assert ids(spool) == begun[-most:], "the oldest are evicted"
    assert len(list((Path(spool.source.removeprefix("file://")) / ".flickbook-uploads").iterdir())) == 2 * most
    with pytest.raises(UploadMissing):
        spool.find(begun[0])
    assert spool.find(spool.create("another.mp4", 1000, client="b").id).client == "b"


def test_an_upload_with_bytes_is_never_evicted_and_its_client_must_wait(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_table, "MOST_A_CLIENT", 3)
    sent = [spool.create(f"{number}.mp4", 10, client="a") for number in range(2)]
    for upload in sent:
        spool.append(upload, 0, b"1")
    empty, newer = spool.create("empty.mp4", 10, client="a"), spool.create("newer.mp4", 10, client="a")
    assert ids(spool) == [*(upload.id for upload in sent), newer.id]
    with pytest.raises(UploadMissing):
        spool.append(empty, 0, b"1")
    spool.append(newer, 0, b"1")
    with pytest.raises(TooManyUploads, match="3 uploads of its client"):
        spool.create("more.mp4", 10, client="a")
    spool.create("other.mp4", 10, client="b")
    spool.delete(sent[0])
    spool.create("more.mp4", 10, client="a")


def test_at_the_limit_the_client_with_most_idle_uploads_loses_its_oldest(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_table, "MOST_UNDER_WAY", 6)
    sent = [spool.create("one.mp4", 10, client="quiet"), spool.create("sent.mp4", 10, client="busy")]
    spool.append(sent[1], 0, b"1")
    greedy = [spool.create(f"{number}.mp4", 10, client="greedy") for number in range(4)]
    assert spool.create("new.mp4", 10, client="new").id in ids(spool)
    assert spool.create("new2.mp4", 10, client="new").id in ids(spool)
    assert [upload.id in ids(spool) for upload in (*sent, *greedy)] == [True, True, False, False, True, True]


def test_at_the_limit_of_uploads_with_bytes_a_new_one_must_wait(spool: Spool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upload_table, "MOST_UNDER_WAY", 3)
    uploads = [spool.create(f"{number}.mp4", 10, client=f"{number}") for number in range(3)]
    for upload in uploads:
        spool.append(upload, 0, b"1")
    with pytest.raises(OutputFull, match="3 uploads are under way"):
        spool.create("more.mp4", 10)
    spool.mark_done(uploads[0])
    spool.create("more.mp4", 10)


def test_an_upload_that_is_being_received_is_not_evicted_before_its_first_byte(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_table, "MOST_A_CLIENT", 2)
    first, second = spool.create("1.mp4", 10), spool.create("2.mp4", 10)
    spool.table.receiving.add(first.id)
    spool.create("3.mp4", 10)
    assert first.id in ids(spool)
    assert second.id not in ids(spool)


def test_an_upload_reserves_room_from_its_first_byte(spool: Spool, tmp_path: Path) -> None:
    most = shutil.disk_usage(tmp_path).free * 6 // 10
    large = [spool.create(f"{number}.mp4", most, client="a") for number in range(100)]
    real = spool.create("real.mp4", 1_000_000, client="a")
    assert spool.append(real, 0, b"x" * 1_000_000) == 1_000_000
    spool.append(large[-2], 0, b"1")
    with pytest.raises(OutputFull, match="does not fit on the disk"):
        spool.append(large[-1], 0, b"1")
    assert spool.offset(large[-1]) == 0
    with pytest.raises(OutputFull):
        spool.create("more.mp4", most)
    spool.delete(large[-2])
    spool.append(large[-1], 0, b"1")


def test_an_upload_expires_an_hour_after_its_beginning_or_a_day_after_its_last_byte(
    spool: Spool, tmp_path: Path
) -> None:
    names = ("new", "empty", "sent", "old", "done")
    uploads = {name: spool.create(f"{name}.mp4", 10) for name in names}
    assert spool.expires(uploads["new"]) == pytest.approx(time.time() + HOUR, abs=60)
    for name in ("sent", "old", "done"):
        spool.append(uploads[name], 0, b"1")
        assert spool.expires(uploads[name]) == pytest.approx(time.time() + 24 * HOUR, abs=60)
    spool.mark_done(uploads["done"])
    for name, hours in (("empty", 1.1), ("sent", 2), ("old", 24.1), ("done", 24.1)):
        for path in (tmp_path / "in").glob(f".flickbook-uploads/{uploads[name].id}.*"):
            os.utime(path, (0, time.time() - hours * HOUR))
    (tmp_path / "in" / ".flickbook-uploads" / "notes.json").touch()
    os.utime(tmp_path / "in" / ".flickbook-uploads" / "notes.json", (0, 0))
    later = Spool(str(tmp_path / "in"), Web())
    assert later.find(uploads["done"].id).state == "done"
    later.delete_expired()
    assert set(ids(later)) == {uploads["new"].id, uploads["sent"].id}
    left = {path.stem for path in (tmp_path / "in" / ".flickbook-uploads").iterdir()}
    assert left == {*ids(later), "notes"}, "other files stay"


def test_the_next_service_knows_the_uploads_under_way_and_their_clients(spool: Spool, tmp_path: Path) -> None:
    upload = spool.create("a.mp4", 10, client="a")
    spool.append(upload, 0, b"123")
    [progress] = Spool(str(tmp_path / "in"), Web()).table.list()
    assert (progress.upload, progress.offset) == (upload, 3)


def test_a_record_of_an_older_service_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "in" / ".flickbook-uploads"
    folder.mkdir(parents=True)
    name = "0" * 32
    (folder / f"{name}.part").write_bytes(b"123")
    (folder / f"{name}.json").write_bytes(msgspec.json.encode({"id": name, "key": "a.mp4", "size": 10}))
    spool = Spool(str(tmp_path / "in"), Web(min_free_bytes=0))
    [progress] = spool.table.list()
    assert (progress.upload.client, progress.offset) == ("", 3)
    assert progress.upload.begun == pytest.approx(time.time(), abs=60)
    assert spool.append(progress.upload, 3, b"4567890") == 10


def test_a_client_with_too_many_uploads_is_answered_429_with_retry_after(
    spool: Spool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_table, "MOST_A_CLIENT", 2)

    async def question(client: Callable[[str], httpx.AsyncClient]) -> None:
        async with client("2001:db8::1") as greedy, client("2001:db8::2") as neighbour, client("203.0.113.7") as other:
            for number in range(4):
                assert (await tus.create_in_process(greedy, f"empty {number}.mp4")).status_code == 201
            for number in range(2):
                where = (await tus.create_in_process(greedy, f"{number}.mp4")).headers["Location"]
                headers = {**tus.BYTES, "Upload-Offset": "0"}
                assert (await greedy.patch(where, content=b"x", headers=headers)).status_code == 204
            refused = await tus.create_in_process(neighbour, "more.mp4")
            assert (refused.status_code, refused.json()["error"]) == (429, "TooManyUploads")
            assert refused.headers["Retry-After"] == "60"
            assert (await tus.create_in_process(other, "more.mp4")).status_code == 201

    ask(spool, question)


def test_uploads_under_way_are_listed_and_ended_with_the_write_token(spool: Spool) -> None:
    async def question(client: Callable[[str], httpx.AsyncClient]) -> None:
        async with client("203.0.113.7") as writer:
            created = await tus.create_in_process(writer, "shows/a.mp4", 10)
            where = created.headers["Location"]
            await writer.patch(where, content=b"123", headers={**tus.BYTES, "Upload-Offset": "0"})
            await tus.create_in_process(writer, "b.mp4", 20)
            first, second = (await writer.get("/api/uploads")).json()["uploads"]
            assert first.pop("expires") - first.pop("begun") == pytest.approx(24 * HOUR, abs=60)
            fields = {"key": "shows/a.mp4", "size": 10, "offset": 3, "client": "203.0.113.7", "state": "receiving"}
            assert first == {"id": where.rpartition("/")[2], **fields}
            assert (second["key"], second["offset"], second["expires"] - second["begun"]) == ("b.mp4", 0, HOUR)
            for headers in ({}, {"Authorization": "Bearer reader"}):
                stranger = {**headers, **({} if headers else {"Authorization": ""})}
                assert (await writer.get("/api/uploads", headers=stranger)).status_code == 401
                assert (await writer.delete(where, headers=stranger)).status_code == 401
            assert (await writer.delete(where, headers={"Tus-Resumable": "0.2"})).status_code == 412
            assert (await writer.delete(where)).status_code == 204
            assert (await writer.delete(where)).status_code == 404
            assert (await writer.delete(f"/api/uploads/{second['id']}", headers=tus.TUS)).status_code == 204
            assert (await writer.get("/api/uploads")).json() == {"uploads": []}

    ask(spool, question)


def test_a_video_is_uploaded_while_another_client_begins_one_upload_after_the_other(
    spool: Spool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_table, "MOST_A_CLIENT", 5)
    monkeypatch.setattr(upload_table, "MOST_UNDER_WAY", 10)

    async def question(client: Callable[[str], httpx.AsyncClient]) -> None:
        async with client("203.0.113.7") as sender:
            attackers = [client(f"198.51.100.{number}") for number in range(4)]

            async def attack() -> None:
                for number in range(20):
                    assert (
                        await tus.create_in_process(attackers[number % 4], f"empty {number}.mp4")
                    ).status_code == 201

            await attack()
            where = (await tus.create_in_process(sender, "film.mp4", 30)).headers["Location"]
            for offset in range(0, 30, 10):
                await attack()
                headers = {**tus.BYTES, "Upload-Offset": str(offset)}
                assert (await sender.patch(where, content=b"0123456789", headers=headers)).status_code == 204

    ask(spool, question)
    assert (tmp_path / "in" / "film.mp4").read_bytes() == b"0123456789" * 3


def test_the_list_of_uploads_is_described(tmp_path: Path) -> None:
    web = Web(source=str(tmp_path / "in"), out=str(tmp_path / "out"), token="secret")
    described = make_app(msgspec.structs.replace(Settings(), web=web)).openapi()
    listing = described["paths"]["/api/uploads"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert listing["$ref"].endswith("/UploadListing")
    fields = set(described["components"]["schemas"]["UploadAnswer"]["properties"])
    assert fields == {"id", "key", "size", "offset", "begun", "expires", "client", "state"}
    assert "429" in described["paths"]["/api/videos"]["post"]["responses"]


def test_an_upload_that_ended_is_not_written_back(spool: Spool) -> None:
    upload = spool.create("a.mp4", 3)
    spool.append(upload, 0, b"abc")
    spool.delete(upload)
    spool.table.note_bytes(upload.id, 3)
    spool.table.update(Upload(upload.id, "b.mp4", 3))
    assert ids(spool) == []
