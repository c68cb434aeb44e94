"""A whole book as one ZIP archive: the bytes of its manifest, or no archive at all."""

import asyncio
import hashlib
import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from contextlib import aclosing
from functools import partial
from pathlib import Path

import httpx
import obstore
import pytest

from flickbook.core.model import Manifest
from flickbook.errors import FlickbookError, SourceMissing, TooManyDownloads
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from flickbook.web.archive import MOST_DOWNLOADS_A_CLIENT, SMALL_BYTES, Archives, disposition, list_contents
from tests import clips
from tests.books import render
from tests.storage.seaweed import bucket
from tests.tools import need
from tests.web.conftest import Closed

NAME = "mein fülm"
RECIPE = make_recipe(snippet=1, size=64, outputs=["gif", "stills", "storyboard", "jellyfin"])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Manifest]:
    """An output folder with one book, and the book's manifest."""
    folder = tmp_path_factory.mktemp("archives")
    film = clips.make(folder / f"{NAME}.mp4", frames=30)
    return folder / "out", render(film, folder / "out", RECIPE)


@pytest.fixture
def out(made: tuple[Path, Manifest], tmp_path: Path) -> Path:
    """A copy of the output folder, for a test that changes it."""
    return shutil.copytree(made[0], tmp_path / "out")


def _download(out: str, arrived: list[bytes], change: Callable[[], object] = bool) -> bytes:
    """Collect the pieces of a download, and return them as one; `change` is called after the first."""

    async def collect() -> None:
        async with aclosing(Archives(out).write(list_contents(Book(out, NAME)))) as pieces:
            async for piece in pieces:
                if not arrived:
                    change()
                arrived.append(piece)

    asyncio.run(collect())
    return b"".join(arrived)


def test_an_archive_has_every_file_of_the_book_and_other_programs_read_it(
    made: tuple[Path, Manifest], tmp_path: Path
) -> None:
    out, manifest = made
    (out / NAME / "notes.txt").write_text("a person's")
    path = tmp_path / "book.zip"
    path.write_bytes(_download(out.as_uri(), []))
    subprocess.run([need("unzip"), "-tqq", path], check=True)
    with zipfile.ZipFile(path) as archive:
        found = {info.filename: archive.read(info) for info in archive.infolist()}
    assert {file.key: file.digest for file in manifest.files}.items() <= {
        key: hashlib.sha256(data).hexdigest() for key, data in found.items()
    }.items()
    stored = {path.relative_to(out / NAME).as_posix(): path for path in (out / NAME).rglob("*") if path.is_file()}
    assert found == {
        key: path.read_bytes()
        for key, path in stored.items()
        if key not in ("plan.json", "notes.txt") and not key.startswith("receipts/")
    }
    assert any(key.startswith("mein fülm.trickplay/") for key in found)


@pytest.mark.parametrize(
    "change",
    [
        shutil.rmtree,
        lambda book: (book / "manifest.json").unlink(),
        lambda book: (book / "mein fülm-1.gif").write_bytes(b"another"),
        lambda book: (book / "storyboard.vtt").write_text("WEBVTT\n\nanother"),
    ],
    ids=["deleted", "begun anew", "another picture", "another storyboard"],
)
def test_a_book_that_changes_meanwhile_gives_no_archive(out: Path, change: Callable[[Path], object]) -> None:
    arrived: list[bytes] = []
    with pytest.raises(FlickbookError):
        _download(out.as_uri(), arrived, partial(change, out / NAME))
    assert arrived
    assert not zipfile.is_zipfile(io.BytesIO(b"".join(arrived)))


def test_a_book_in_a_bucket_gives_the_same_archive(made: tuple[Path, Manifest], s3: str) -> None:
    out, _ = made
    for path in (out / NAME).rglob("*"):
        if path.is_file():
            obstore.put(bucket(s3, "books"), f"out/{path.relative_to(out)}", path)
    assert _download("s3://books/out", []) == _download(out.as_uri(), [])


def test_an_unfinished_book_cannot_be_downloaded(out: Path) -> None:
    (out / NAME / "manifest.json").unlink()
    with pytest.raises(SourceMissing, match="is not finished"):
        list_contents(Book(out.as_uri(), NAME))


def test_a_large_file_passes_in_small_pieces(out: Path) -> None:
    with (out / NAME / "storyboard.jpg").open("r+b") as file:
        file.truncate(20_000_000)
    arrived: list[bytes] = []
    whole = _download(out.as_uri(), arrived)
    assert max(map(len, arrived)) < 2 * SMALL_BYTES
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        assert archive.getinfo("storyboard.jpg").file_size == 20_000_000
        assert archive.testzip() is None


def test_a_client_has_a_few_downloads_at_a_time(made: tuple[Path, Manifest]) -> None:
    archives = Archives(made[0].as_uri())
    admitted = [archives.admit("one") for _ in range(MOST_DOWNLOADS_A_CLIENT)]
    for context in admitted:
        context.__enter__()
    with pytest.raises(TooManyDownloads, match="sends 4 books to a client"), archives.admit("one"):
        pass
    with archives.admit("another"):
        pass
    admitted[0].__exit__(None, None, None)
    with archives.admit("one"):
        pass


@pytest.mark.parametrize(
    ("filename", "plain"),
    [("film.zip", "film.zip"), ('a "b"; c.zip', "a _b__ c.zip"), ("fülm\r\nX: y.zip", "f_lm__X_ y.zip")],
)
def test_the_name_of_the_saved_file_is_safe(filename: str, plain: str) -> None:
    header = disposition(filename)
    assert header.startswith(f"attachment; filename=\"{plain}\"; filename*=UTF-8''")
    assert header.isascii()
    assert header.isprintable()


def test_who_may_read_may_download(closed: Closed) -> None:
    path = "/api/videos/film/zip"
    answer = httpx.get(f"{closed.url}{path}", headers={"Authorization": "Bearer reader"})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    assert answer.headers["content-disposition"] == "attachment; filename=\"film.zip\"; filename*=UTF-8''film.zip"
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert "film-0.gif" in archive.namelist()
    assert closed.stranger.get(path).status_code == 401
    assert closed.client.get("/api/videos/none/zip").status_code == 404
    head = closed.client.head(path)
    assert (head.status_code, head.content) == (200, b"")


def test_the_client_of_a_download_that_is_cut_off_sees_an_error(closed: Closed) -> None:
    book = closed.source.parent / "out" / "film"
    sheet = (book / "storyboard.jpg").read_bytes()
    with (book / "storyboard.jpg").open("r+b") as file:
        file.truncate(50_000_000)  # more than any buffer on the way holds
    with closed.client.stream("GET", "/api/videos/film/zip") as answer:
        pieces = answer.iter_raw()
        next(pieces)
        (book / "storyboard.json").write_text("{}")
        with pytest.raises(httpx.RemoteProtocolError):
            sum(map(len, pieces))
    (book / "storyboard.jpg").write_bytes(sheet)
