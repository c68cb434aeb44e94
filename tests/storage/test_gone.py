"""A video that cannot be reached is not gone."""

from pathlib import Path

import obstore
import pytest

from flickbook.errors import FlickbookError, SourceDenied, SourceMissing, StoreError, UsageError
from flickbook.storage import Store, check_trusted, is_gone, locate
from tests.storage.seaweed import bucket
from tests.storage.site import site


@pytest.fixture
def video(tmp_path: Path) -> Path:
    """Make a file in a folder of its own on a disk."""
    video = tmp_path / "disk" / "Süße Träume" / "a b.mp4"
    video.parent.mkdir(parents=True)
    video.write_bytes(b"video")
    return video


def gone(video: Path, *trusted: Path) -> bool:
    return is_gone(locate(str(video)), [locate(str(folder)) for folder in trusted])


def test_a_local_video_is_gone_if_its_folder_has_other_files_but_not_the_video(video: Path) -> None:
    assert not gone(video)
    (video.parent / "other.nfo").touch()
    video.unlink()
    assert gone(video)


def test_a_disk_that_is_not_mounted_has_no_folder_or_an_empty_one(video: Path, tmp_path: Path) -> None:
    video.unlink()
    for hidden in ("", ".keep", "lost+found"):
        if hidden:
            (video.parent / hidden).touch()
        with pytest.raises(SourceMissing, match="is missing, but its folder has nothing else, as on a disk"):
            gone(video)
    for path in video.parent.iterdir():
        path.unlink()
    video.parent.rmdir()
    with pytest.raises(
        SourceMissing, match=r"is missing, but so is its folder, .*; mount the disk; or, if the folder was deleted"
    ):
        gone(video)
    (tmp_path / "disk" / "other").mkdir()
    assert gone(video, tmp_path / "elsewhere", tmp_path / "disk")
    with pytest.raises(SourceMissing):
        gone(video, tmp_path / "dis")


def test_a_link_to_a_disk_that_is_not_mounted_is_there(video: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.mp4"
    link.symlink_to(tmp_path / "not mounted" / "a.mp4")
    assert not gone(link)
    folder = tmp_path / "folder"
    folder.symlink_to(tmp_path / "not mounted")
    with pytest.raises(SourceMissing):
        gone(folder / "a.mp4")


@pytest.mark.parametrize(
    ("error", "kind"), [(PermissionError("no"), SourceDenied), (OSError(116, "Stale file handle"), StoreError)]
)
@pytest.mark.parametrize("method", ["lstat", "iterdir"])
def test_a_folder_that_cannot_be_read_says_nothing(
    error: OSError, kind: type[FlickbookError], method: str, video: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (video.parent / "other.nfo").touch()
    video.unlink()

    def fail(_: Path) -> None:
        raise error

    monkeypatch.setattr(Path, method, fail)
    with pytest.raises(kind):
        gone(video, video.parent.parent)


def test_an_empty_folder_cannot_be_trusted(video: Path, tmp_path: Path) -> None:
    check_trusted(locate(str(tmp_path)))
    (tmp_path / "empty").mkdir()
    for folder in (str(tmp_path / "empty"), str(tmp_path / "missing"), str(video), "s3://films"):
        with pytest.raises(UsageError, match="is no folder with something in it"):
            check_trusted(locate(folder))


def test_a_web_server_that_lacks_a_video_may_have_it_later() -> None:
    with site(b"video") as (url, _):
        assert not is_gone(f"{url}/a.mp4")
    with site(head="", get="", status=404) as (url, _), pytest.raises(SourceMissing):
        is_gone(f"{url}/a.mp4")


def test_an_object_is_gone_if_its_bucket_answers(endpoint: str, s3: str) -> None:  # sets the variables
    store = bucket(endpoint, "films")
    obstore.put(store, "shows/ä b.mp4", b"video")
    assert not is_gone("s3://films/shows/ä b.mp4")
    obstore.delete(store, "shows/ä b.mp4")
    assert is_gone("s3://films/shows/ä b.mp4")
    assert is_gone("memory://films/a.mp4")
    with pytest.raises(FlickbookError):
        is_gone("s3://no-such-bucket/shows/ä b.mp4")
    assert Store("s3://films").get("shows/ä b.mp4") is None
