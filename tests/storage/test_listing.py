"""A listing has the same facts about each video as a look-up."""

import os
import uuid
from pathlib import Path

import pytest

from flickbook.core.model import Source
from flickbook.errors import SourceMissing
from flickbook.notifications import is_video
from flickbook.storage import Listed, Store, below, find_source, list_sources, locate
from tests.waiting import until

KEYS = ["a b.mp4", "50%25.MOV", "ä/日本語 é.mp4", "shows/a+b&c=d.mkv", "shows/deep/er/x.mp4"]
LARGE = "large.mp4"


@pytest.fixture(params=["folder", "memory", pytest.param("s3", marks=pytest.mark.xdist_group("seaweed"))])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "folder":
        return (tmp_path / "in").as_uri()
    if request.param == "s3":
        request.getfixturevalue("s3")
    return f"{request.param}://listing/{uuid.uuid4().hex}"


@pytest.fixture
def store(url: str) -> Store:
    store = Store(url)
    for key in KEYS:
        store.put(key, os.urandom(100))
    # In parts, on S3: its ETag is of another kind.
    store.put(LARGE, bytes(6_000_000))
    return store


def found(url: str, without: str = "") -> dict[str, Source]:
    listed = list_sources(url, is_video, without)
    return {file.key: Source(f"{url}/{below(url, file.key)}", file.etag, file.size) for file in listed}


def test_a_listing_has_the_versions_and_sizes_of_a_look_up(url: str, store: Store) -> None:
    sources = found(url)
    assert sorted(sources) == sorted([*KEYS, LARGE])
    for source in sources.values():
        assert find_source(source.url) == source


def test_a_listing_shows_that_the_same_bytes_were_stored_again(url: str, store: Store) -> None:
    data = store.get(KEYS[0])
    assert data is not None
    before = {file.key: file for file in list_sources(url, is_video)}

    def again() -> dict[str, Listed] | None:
        """Put it there again; some servers' clocks tick once a second."""
        store.delete([KEYS[0]])
        store.put(KEYS[0], data)
        after = {file.key: file for file in list_sources(url, is_video)}
        return after if before[KEYS[0]].came < after[KEYS[0]].came else None

    after = until(again, "a later time of what was put there again", pause=0.2)
    assert {key for key in before if before[key] != after[key]} == {KEYS[0]}


def test_only_wanted_keys_outside_the_excluded_folder_are_listed(url: str, store: Store) -> None:
    for key in ("notes.txt", "shows/a.jpg", "showsmore/y.mp4"):
        store.put(key, b"1")
    assert sorted(found(url, "shows")) == sorted(
        [*(key for key in KEYS if not key.startswith("shows/")), LARGE, "showsmore/y.mp4"]
    )


def test_a_prefix_is_a_folder_and_not_the_beginning_of_a_name(url: str, store: Store) -> None:
    store.put("shows2/y.mp4", b"1")
    assert sorted(found(f"{url}/shows")) == ["a+b&c=d.mkv", "deep/er/x.mp4"]


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="gone: does not exist"):
        found(locate(str(tmp_path / "gone")))


def test_hidden_files_devices_and_broken_links_are_left_out(tmp_path: Path) -> None:
    (tmp_path / ".partial").mkdir()
    for name in ("a.mp4", ".a.mp4", "._a.mp4", ".partial/a.mp4"):
        (tmp_path / name).write_bytes(b"1")
    os.mkfifo(tmp_path / "pipe.mp4")
    (tmp_path / "link.mp4").symlink_to(tmp_path / "a.mp4")
    (tmp_path / "broken.mp4").symlink_to(tmp_path / "nothing")
    (tmp_path / "folder.mp4").mkdir()
    assert sorted(found(tmp_path.as_uri())) == ["a.mp4", "link.mp4"]
