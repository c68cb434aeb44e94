"""Videos are read from and pictures written to a real S3 server, by the usual AWS variables."""

import io
import os
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import obstore
import pytest
from obstore.store import S3Store

from flickbook import api, storage
from flickbook.errors import SourceChanged, SourceDenied, SourceMissing
from flickbook.storage import Store
from flickbook.storage.sources import BlockReader
from tests import clips
from tests.cli.run import flickbook
from tests.storage.seaweed import KEY, SECRET, seaweed


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with seaweed(tmp_path_factory.mktemp("seaweed")) as url:
        yield url


@pytest.fixture(autouse=True)
def environment(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")


def upload(endpoint: str, path: Path, bucket: str, key: str) -> str:
    store = S3Store(
        bucket,
        endpoint=endpoint,
        access_key_id=KEY,
        secret_access_key=SECRET,
        region="us-east-1",
        virtual_hosted_style_request=False,
        client_options={"allow_http": True},
    )
    obstore.put(store, key, path.read_bytes())
    return f"s3://{bucket}/{key}"


def test_a_bucket_to_a_bucket_gives_the_bytes_of_a_folder_to_a_folder(endpoint: str, tmp_path: Path) -> None:
    video = clips.make(tmp_path / "my film.v2.mp4", frames=130)
    url = upload(endpoint, video, "films", "shows/ä/my film.v2.mp4")
    ran = flickbook("render", url, "--out", "s3://pictures/previews", "--snippet", "2", "--size", "64", "--json")
    assert ran.code == 0, ran.err
    local = flickbook("render", video, "--out", tmp_path / "out", "--snippet", "2", "--size", "64")
    assert local.code == 0
    remote = Store("s3://pictures/previews/shows/ä/my film.v2")
    for path in (tmp_path / "out" / "my film.v2").iterdir():
        if path.suffix in (".gif", ".jpg"):
            assert remote.get(path.name) == path.read_bytes(), path.name
    status = flickbook("status", "s3://pictures/previews/shows/ä/my film.v2", "--json")
    assert status.json["state"] == "complete"
    again = flickbook("render", url, "--out", "s3://pictures/previews", "--snippet", "2", "--size", "64", "--json")
    assert again.json["videos"][0]["kept"] == 3


def test_reading_by_blocks_gives_the_files_bytes(endpoint: str, tmp_path: Path) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(os.urandom(100_000))
    source = storage.find_source(upload(endpoint, path, "films", "data.bin"))
    data = path.read_bytes()
    assert BlockReader(source, block=4096, kept=3).read() == data
    for start, count in ((0, 10), (4090, 20), (99_990, 50), (50_000, 20_000), (100_000, 5)):
        reader = BlockReader(source, block=4096, kept=3)
        reader.seek(start)
        assert io.BufferedReader(reader).read(count) == data[start : start + count]


def test_a_source_replaced_between_two_reads_is_noticed(endpoint: str, tmp_path: Path) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(os.urandom(50_000))
    url = upload(endpoint, path, "films", "replaced.bin")
    reader = BlockReader(storage.find_source(url), block=4096)
    reader.read(10)
    path.write_bytes(os.urandom(50_000))
    upload(endpoint, path, "films", "replaced.bin")
    reader.seek(20_000)
    with pytest.raises(SourceChanged):
        reader.read(10)


def test_create_is_won_once(endpoint: str, tmp_path: Path) -> None:
    store = Store("s3://pictures/races")
    assert store.create("one", b"first")
    assert not store.create("one", b"second")
    assert store.get("one") == b"first"
    assert store.get("none") is None
    assert list(store.list_folder()) == ["one"]
    store.delete(["one", "none"])
    assert store.list_folder() == {}


def test_missing_and_forbidden_videos_are_said(endpoint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = upload(endpoint, clips.make(tmp_path / "a.mp4", frames=10), "films", "a.mp4")
    assert api.probe(url).duration == Fraction(10, 25)
    with pytest.raises(SourceMissing, match=r"s3://films/gone\.mp4: does not exist"):
        api.probe("s3://films/gone.mp4")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wrong")
    with pytest.raises(SourceDenied, match=r"s3://films/a\.mp4: may not be read"):
        api.probe(url)
