"""Videos are read from and pictures written to a real S3 server, by the usual AWS variables."""

import os
from fractions import Fraction
from pathlib import Path

import obstore
import pytest

from flickbook import api, storage
from flickbook.errors import SourceChanged, SourceMissing
from flickbook.storage import Store
from tests import clips
from tests.cli.run import call
from tests.storage.seaweed import bucket


@pytest.fixture(autouse=True)
def environment(s3: str) -> None:
    """Reach the server by the usual variables."""


def upload(endpoint: str, path: Path, name: str, key: str) -> str:
    obstore.put(bucket(endpoint, name), key, path.read_bytes())
    return f"s3://{name}/{key}"


def test_a_bucket_to_a_bucket_gives_the_bytes_of_a_folder_to_a_folder(endpoint: str, tmp_path: Path) -> None:
    video = clips.make(tmp_path / "my film.v2.mp4", frames=130)
    url = upload(endpoint, video, "films", "shows/ä/my film.v2.mp4")
    ran = call("render", url, "--out", "s3://pictures/previews", "--snippet", "2", "--size", "64", "--json")
    assert ran.code == 0, ran.err
    local = call("render", video, "--out", tmp_path / "out", "--snippet", "2", "--size", "64")
    assert local.code == 0
    remote = Store("s3://pictures/previews/shows/ä/my film.v2")
    for path in (tmp_path / "out" / "my film.v2").iterdir():
        if path.suffix in (".gif", ".jpg", ".vtt"):
            assert remote.get(path.name) == path.read_bytes(), path.name
    status = call("status", "s3://pictures/previews/shows/ä/my film.v2", "--json")
    assert status.json["state"] == "complete"
    again = call("render", url, "--out", "s3://pictures/previews", "--snippet", "2", "--size", "64", "--json")
    assert again.json["videos"][0]["kept"] == 3


def test_a_source_replaced_between_two_reads_is_noticed(endpoint: str, tmp_path: Path) -> None:
    path = tmp_path / "data.bin"
    path.write_bytes(os.urandom(200_000))
    url = upload(endpoint, path, "films", "replaced.bin")
    with storage.open_source(storage.find_source(url)) as file:
        file.read(10)
        path.write_bytes(os.urandom(200_000))
        upload(endpoint, path, "films", "replaced.bin")
        file.seek(150_000)
        with pytest.raises(SourceChanged):
            file.read(10)


def test_a_missing_video_is_reported(endpoint: str, tmp_path: Path) -> None:
    url = upload(endpoint, clips.make(tmp_path / "a.mp4", frames=10), "films", "a.mp4")
    assert api.probe(url).duration == Fraction(10, 25)
    with pytest.raises(SourceMissing, match=r"s3://films/gone\.mp4: does not exist"):
        api.probe("s3://films/gone.mp4")
