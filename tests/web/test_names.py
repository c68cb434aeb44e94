"""Names that look the same belong to one video, and invalid names are refused with a reason, never by 503."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from msgspec.structs import replace

from flickbook.core.model import Entry
from flickbook.core.settings import Web
from flickbook.engines.configuration import Settings
from flickbook.library.index import Index
from flickbook.web.app import make_app
from tests.web import tus

pytestmark = pytest.mark.attack

NFC, NFD = "caf\u00e9", "cafe\u0301"


@pytest.fixture
def ask(tmp_path: Path) -> Callable[[Callable[[httpx.AsyncClient], Awaitable[None]]], None]:
    """Send requests to a service in this process, which makes no videos."""
    web = Web(source=str(tmp_path / "in"), out=str(tmp_path / "out"), token="secret", min_free_bytes=0)
    app = make_app(replace(Settings(), web=web))

    def ask(question: Callable[[httpx.AsyncClient], Awaitable[None]]) -> None:
        async def run() -> None:
            headers = {"Authorization": "Bearer secret"}
            transport = httpx.ASGITransport(app)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost", headers=headers) as client:
                await question(client)

        asyncio.run(run())

    return ask


Ask = Callable[[Callable[[httpx.AsyncClient], Awaitable[None]]], None]


def note(tmp_path: Path, name: str, key: str) -> None:
    """Write an index entry for a video of the source."""
    Index((tmp_path / "out").as_uri()).note(Entry(name, "waiting", (tmp_path / "in" / key).as_uri(), 1.0))


@pytest.mark.parametrize("name", [f"{NFD}.mp4", f"{NFC}\u200b.mov", f"\u202e{NFC}.mp4\ufeff"])
def test_a_video_whose_name_looks_like_another_s_is_refused(name: str, ask: Ask, tmp_path: Path) -> None:
    note(tmp_path, NFC, f"{NFC}.mp4")
    (tmp_path / "in" / name).write_bytes(b"x")

    async def question(client: httpx.AsyncClient) -> None:
        answers = [
            await tus.create_in_process(client, name),
            await client.post("/api/videos", params={"filename": name}, content=b"x"),
            await client.post("/api/videos", json={"key": name}),
            await client.post("/api/videos", json={"url": (tmp_path / "in" / name).as_uri()}),
        ]
        assert [(answer.status_code, answer.json()["error"]) for answer in answers] == [(409, "NameTaken")] * 4

    ask(question)


def test_an_untidy_name_in_a_url_names_no_video(ask: Ask, tmp_path: Path) -> None:
    note(tmp_path, NFC, f"{NFC}.mp4")

    async def question(client: httpx.AsyncClient) -> None:
        assert (await client.get(f"/api/videos/{quote(NFC)}")).status_code == 200
        for name in (NFD, f"{NFC}\u200b", f"\u202e{NFC}"):
            assert (await client.get(f"/api/videos/{quote(name)}")).status_code == 404
            assert (await client.get(f"/v/{quote(name)}/manifest.json")).status_code == 404

    ask(question)


def test_an_upload_s_key_in_the_source_is_tidy(ask: Ask, tmp_path: Path) -> None:
    async def question(client: httpx.AsyncClient) -> None:
        created = await tus.create_in_process(client, f"shows/\u202e{NFD}.mp4")
        assert created.headers["Flickbook-Name"] == quote(f"shows/{NFC}")
        [upload] = (await client.get("/api/uploads")).json()["uploads"]
        assert upload["key"] == f"shows/{NFC}.mp4"

    ask(question)


def test_a_file_in_the_way_of_a_folder_takes_the_name(ask: Ask, tmp_path: Path) -> None:
    source = tmp_path / "in"
    (source / "a" / "folder.mp4").mkdir(parents=True)
    (source / "film.mp4").write_bytes(b"mine")
    names = ("film.mp4/b.mp4", "film.mp4/b/c.mp4/d.mp4", "a/folder.mp4")

    async def question(client: httpx.AsyncClient) -> None:
        for name in names:
            plain = await client.post("/api/videos", params={"filename": name}, content=b"x")
            for answer in (await tus.create_in_process(client, name), plain):
                assert (answer.status_code, answer.json()["error"]) == (409, "NameTaken")
                assert "is a folder" in answer.text or "which is not a folder" in answer.text
        assert (await client.post("/api/videos", json={"key": "film.mp4/b.mp4"})).status_code == 404
        for name in ("film.json/b.mp4", "film/plan.json.mp4", "film/film-0.gif.mp4"):
            assert (await tus.create_in_process(client, name)).status_code == 422

    ask(question)
    assert tus.left_in(source) == []
