"""A complete file is placed under a free name; where the name is taken, nothing is left behind."""

from pathlib import Path

import pytest

from flickbook.errors import NameRefused, NameTaken
from flickbook.storage import is_free, place


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "part"
    path.write_bytes(b"video")
    return path


@pytest.fixture
def source(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "b.mp4").write_bytes(b"mine")
    (folder / "folder.mp4").mkdir()
    (folder / "loop").symlink_to("loop")
    return folder


def listing(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_a_file_is_placed_in_folders_that_are_made_for_it(file: Path, source: Path) -> None:
    assert is_free(source.as_uri(), "new/folder/é.mp4")
    place(file, source.as_uri(), "new/folder/é.mp4")
    assert (source / "new" / "folder" / "é.mp4").read_bytes() == b"video"
    assert not is_free(source.as_uri(), "new/folder/é.mp4")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("a/b.mp4/c.mp4", "would lie below .*/in/a/b.mp4, which is not a folder"),
        ("a/b.mp4/c/d.mp4/e.mp4", "would lie below .*/in/a/b.mp4, which is not a folder"),
        ("loop/c.mp4", "would lie below .*/in/loop, which is not a folder"),
        ("folder.mp4", "in/folder.mp4: is a folder"),
        ("a", "in/a: is a folder"),
    ],
)
def test_a_file_in_place_of_a_folder_and_a_folder_in_place_of_a_file_raise_name_taken(
    key: str, words: str, file: Path, source: Path
) -> None:
    before = listing(source)
    with pytest.raises(NameTaken, match=words):
        is_free(source.as_uri(), key)
    with pytest.raises(NameTaken, match=words):
        place(file, source.as_uri(), key)
    assert listing(source) == before


def test_an_existing_file_is_never_replaced(file: Path, source: Path) -> None:
    assert not is_free(source.as_uri(), "a/b.mp4")
    with pytest.raises(NameTaken, match="exists already"):
        place(file, source.as_uri(), "a/b.mp4")
    assert (source / "a" / "b.mp4").read_bytes() == b"mine"


def test_no_folder_is_made_behind_a_link_out_of_the_source(file: Path, source: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (source / "away").symlink_to(outside)
    for key in ("away/x.mp4", "away/new/x.mp4"):
        with pytest.raises(NameRefused, match="leads out of its folder by a link"):
            place(file, source.as_uri(), key)
    assert listing(outside) == []


def test_in_a_bucket_a_key_below_another_is_free(file: Path, tmp_path: Path) -> None:
    bucket = f"memory://{tmp_path.name}/in"
    place(file, bucket, "film.mp4")
    assert not is_free(bucket, "film.mp4")
    assert is_free(bucket, "film.mp4/b.mp4")
