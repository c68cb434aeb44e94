"""`--beside` puts what a media server looks for next to the video, and never replaces a file that is not ours."""

import re
import unicodedata
import uuid
from pathlib import Path
from typing import Any

import pytest

from flickbook.api import render_with
from flickbook.engines.configuration import Settings
from flickbook.engines.local.inline import InlineDispatcher
from flickbook.errors import NameTaken, OutputDenied, StoreError, UsageError
from flickbook.library.beside import BesideFiles, check_beside
from flickbook.outputs.recipes import make_recipe
from flickbook.storage import Store, locate
from tests import clips
from tests.books import render
from tests.cli.run import call
from tests.outputs import test_bif, test_jellyfin

STEM = "Süße Träume 100% [映画] (2020)"
EMBY, FIVE, SHEETS = f"{STEM}-320-10.bif", f"{STEM}-320-5.bif", f"{STEM}.trickplay"
OPTIONS: dict[str, Any] = {"for_": "emby"}
BOTH = make_recipe(for_="emby,jellyfin")
OFTEN = make_recipe(**OPTIONS | {"bif.interval": 5})


@pytest.fixture
def video(tmp_path: Path) -> Path:
    """Make a video of 45 seconds with a frame a second."""
    folder = tmp_path / "Filme & mehr" / "Süße Träume"
    folder.mkdir(parents=True)
    return clips.make(folder / f"{STEM}.mp4", frames=45, rate=1)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def names(video: Path) -> list[str]:
    return sorted(path.name for path in video.parent.iterdir() if path != video)


def record(out: Path) -> list[str]:
    found = BesideFiles(locate(str(out))).record(STEM)
    return [] if found is None else [file.key for file in found.files]


def test_emby_and_jellyfin_find_their_files_next_to_the_video(video: Path, out: Path) -> None:
    ran = call("render", video, "--out", out, "--for", "emby,jellyfin", "--beside", environ={"COLUMNS": "200"})
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.split("Beside their videos:\n")[1] == f"{video.parent / EMBY}\n{video.parent / SHEETS}\n"
    assert names(video) == [EMBY, SHEETS]
    assert test_bif.numbers(video.parent / EMBY) == [0, 10, 20, 30, 40]
    assert test_jellyfin.numbers(video.parent, 160, STEM)[:6] == [0, 10, 20, 30, 40, None]
    assert record(out) == [EMBY, f"{SHEETS}/160 - 10x10/0.jpg"]
    before = {path: path.stat().st_ctime_ns for path in video.parent.rglob("*")}
    (row,) = call("render", video, "--out", out, "--for", "emby,jellyfin", "--beside", "--json").json["videos"]
    assert row["beside"] == [str(video.parent / name) for name in (EMBY, SHEETS)]
    assert {path: path.stat().st_ctime_ns for path in video.parent.rglob("*")} == before


def test_roku_gets_its_three_files_there_from_a_book_in_a_bucket(video: Path) -> None:
    place = f"memory://{uuid.uuid4().hex}"
    render_with(InlineDispatcher(), Settings(), str(video), place, make_recipe(for_="roku"), beside=True)
    assert names(video) == [f"{STEM}-{size}.bif" for size in ("fhd", "hd", "sd")]
    BesideFiles(place).remove(STEM)
    assert names(video) == []


def test_what_the_book_no_longer_has_is_deleted_beside_the_video_too(video: Path, out: Path) -> None:
    render(video, out, BOTH, beside=True)
    render(video, out, OFTEN, beside=True)
    assert names(video) == [FIVE]
    assert test_bif.numbers(video.parent / FIVE) == [*range(0, 45, 5)]
    assert record(out) == [FIVE]


@pytest.mark.parametrize("name", [EMBY, SHEETS, f"{SHEETS}/160 - 10x10/0.jpg", f"{SHEETS}/320 - 10x10/0.jpg"])
def test_a_file_that_is_not_ours_is_never_replaced(name: str, video: Path, out: Path) -> None:
    theirs = video.parent / name
    theirs.parent.mkdir(parents=True, exist_ok=True)
    theirs.write_text("theirs")
    for _ in range(2):
        with pytest.raises(NameTaken, match=r"exists, and was not put there by Flickbook .*; move it away"):
            render(video, out, BOTH, beside=True)
    assert theirs.read_text() == "theirs"
    assert {path for path in video.parent.rglob("*") if path.is_file()} == {theirs, video}
    theirs.unlink()
    render(video, out, BOTH, beside=True)
    assert names(video) == [EMBY, SHEETS]


def test_a_file_of_ours_that_was_changed_since_is_theirs(video: Path, out: Path) -> None:
    render(video, out, BOTH, beside=True)
    (video.parent / EMBY).write_text("theirs")
    with pytest.raises(NameTaken):
        render(video, out, BOTH, beside=True)
    render(video, out, OFTEN, beside=True)
    assert names(video) == [EMBY, FIVE], "the changed one stays, the sheets are gone"
    assert record(out) == [FIVE]


def test_a_copy_that_was_interrupted_is_continued(video: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    render(video, out, OFTEN, beside=True)
    honest = Store.put

    def put(self: Store, key: str, data: bytes) -> None:
        if key.endswith(".bif") and str(out) not in self.url:
            honest(self, key, data)
            raise StoreError(key, "the machine died", "run again")
        honest(self, key, data)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "put", put)
        with pytest.raises(StoreError):
            render(video, out, BOTH, beside=True)
    assert set(record(out)) == {EMBY, FIVE, f"{SHEETS}/160 - 10x10/0.jpg"}
    other = make_recipe(**OPTIONS | {"for_": "emby,jellyfin", "bif.quality": 30})
    render(video, out, other, beside=True)
    assert names(video) == [EMBY, SHEETS]
    BesideFiles(locate(str(out))).remove(STEM)
    assert (names(video), record(out)) == ([], [])


def test_the_names_are_spelt_as_the_videos_own_name(video: Path, out: Path) -> None:
    mac = video.rename(video.with_name(unicodedata.normalize("NFD", video.name)))
    render(mac, out, BOTH, beside=True)
    assert names(mac) == [unicodedata.normalize("NFD", name) for name in (EMBY, SHEETS)]
    assert (out / STEM / EMBY).exists()


def test_a_book_in_the_videos_own_folder_has_its_files_there_already(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    video = clips.make(tmp_path / "a" / "a.mp4", frames=45, rate=1)
    render(video, tmp_path, BOTH, beside=True)
    (tmp_path / "link").symlink_to(tmp_path)
    render(video, tmp_path / "link", BOTH, beside=True)
    assert (video.parent / "a-320-10.bif").exists()
    assert BesideFiles(locate(str(tmp_path))).names() == []


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (("--for", "plex"), "error: --beside: has nothing to put there: .*; Plex keeps its files elsewhere, see docs/"),
        ((), "error: --beside: has nothing to put there: .*; add --for roku, emby or jellyfin"),
    ],
)
def test_a_recipe_without_such_a_file_is_refused_before_the_work(
    flags: tuple[str, ...], message: str, video: Path, out: Path
) -> None:
    ran = call("render", video, "--out", out, "--beside", *flags)
    assert (ran.code, out.exists()) == (2, False)
    assert re.match(message, ran.error)


def test_a_video_elsewhere_and_a_folder_that_cannot_be_written_are_refused_before_the_work(
    video: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for url in ("s3://films/a.mp4", "https://example.com/a.mp4"):
        with pytest.raises(UsageError, match="is not a local file, so --beside can put nothing next to it"):
            check_beside(url, BOTH)
    monkeypatch.setattr("flickbook.library.beside.os.access", lambda *_: False)
    with pytest.raises(OutputDenied, match="cannot be written; allow writing there, or leave out --beside"):
        render(video, out, BOTH, beside=True)
    assert not out.exists()
