"""What every store promises: a folder, this process's memory, or a real S3 server."""

import os
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from flickbook.errors import SourceMissing
from flickbook.storage import Store, below, find_source, open_source

ODD_KEYS = ["a b.gif", "100% sure.gif", "50%25.gif", "ä/日本語 é.jpg", "a+b&c=d.gif", "receipts/0.json"]


@pytest.fixture(params=["folder", "memory", pytest.param("s3", marks=pytest.mark.xdist_group("seaweed"))])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "folder":
        return (tmp_path / "out").as_uri()
    if request.param == "s3":
        request.getfixturevalue("s3")
        # SeaweedFS makes a bucket when something is first put into it.
        Store("s3://contract").put("first", b"")
    return f"{request.param}://contract/{uuid.uuid4().hex}"


@pytest.fixture
def store(url: str) -> Store:
    return Store(url)


def test_get_returns_what_put_wrote(store: Store) -> None:
    store.put("one", b"first")
    assert store.get("one") == b"first"
    store.put("one", b"second")
    assert store.get("one") == b"second"


def test_an_empty_object_is_not_a_missing_one(store: Store) -> None:
    store.put("empty", b"")
    assert store.get("empty") == b""
    assert store.get("missing") is None


def test_create_writes_only_under_a_free_key(store: Store) -> None:
    assert store.create("one", b"first")
    assert not store.create("one", b"second")
    assert store.get("one") == b"first"


def test_of_eight_that_create_at_once_exactly_one_wins(store: Store) -> None:
    store.put("other", b"")
    with ThreadPoolExecutor(8) as pool:
        won = list(pool.map(lambda number: store.create("prize", b"%d" % number), range(8)))
    assert sum(won) == 1
    assert store.get("prize") == b"%d" % won.index(True)


def test_a_folder_lists_its_own_objects_with_version_tags(store: Store) -> None:
    assert store.list_folder() == {}
    for key in ("one", "two", "receipts/0.json"):
        store.put(key, b"first")
    before = store.list_folder()
    assert sorted(before) == ["one", "two"]
    assert list(store.list_folder("receipts")) == ["receipts/0.json"]
    store.put("one", b"the second")
    after = store.list_folder()
    assert after["one"] != before["one"]
    assert after["two"] == before["two"]


def test_deleting_works_for_existing_and_missing_objects(store: Store) -> None:
    store.put("one", b"first")
    store.put("two", b"first")
    store.delete(["one", "missing"])
    assert store.get("one") is None
    assert list(store.list_folder()) == ["two"]


def test_many_are_deleted_at_once(store: Store) -> None:
    keys = [f"ä {number}+%.gif" for number in range(1100)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda key: store.put(key, b"1"), keys))
    store.delete([*keys[:500], "missing", *keys[500:]])
    assert store.list_folder() == {}


@pytest.mark.parametrize("key", ODD_KEYS)
def test_keys_stay_exactly_as_written(key: str, store: Store) -> None:
    assert store.create(key, b"odd")
    assert store.get(key) == b"odd"
    assert list(store.list_folder(key.rpartition("/")[0])) == [key]
    store.delete([key])
    assert store.get(key) is None


def test_a_large_object_comes_back_whole(store: Store) -> None:
    data = os.urandom(12_000_000)
    store.put("large", data)
    assert store.get("large") == data
    assert store.create("large too", data)
    assert store.get("large too") == data


@pytest.fixture
def data(store: Store) -> Iterator[bytes]:
    data = os.urandom(3_000_000)
    store.put("my film.mp4", data)
    yield data
    store.delete(["my film.mp4"])


def test_a_video_is_read_from_anywhere_in_it(url: str, data: bytes) -> None:
    source = find_source(f"{url}/{below(url, 'my film.mp4')}")
    assert source.size == len(data)
    with open_source(source) as file:
        for start, count in ((0, 10), (2_999_990, 50), (1_500_000, 900_000), (1_400_000, 200_000), (3_000_000, 5)):
            file.seek(start)
            assert file.read(count) == data[start : start + count]
        file.seek(0)
        assert file.read() == data


def test_a_missing_video_raises_source_missing(url: str, data: bytes) -> None:
    with pytest.raises(SourceMissing, match=r"gone\.mp4: does not exist"):
        find_source(f"{url}/gone.mp4")
