"""A watch of a bucket."""

import logging
from pathlib import Path

import obstore
import pytest

from flickbook.engines import configuration
from flickbook.storage import Store
from flickbook.watch.maker import Maker
from flickbook.watch.watcher import Watch
from tests import clips
from tests.storage.seaweed import bucket

# With others that need the S3 server.
pytestmark = pytest.mark.xdist_group("seaweed")


def test_a_prefix_of_a_bucket_is_watched(s3: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "flickbook")
    films = bucket(s3, "watched")
    data = clips.make(tmp_path / "a.mp4", frames=30).read_bytes()
    for key in ("in/ä b/film.mp4", "in2/film.mp4", "in/notes.txt", "in/previews/old.mp4"):
        obstore.put(films, key, data)
    previews = "s3://watched/in/previews"
    with Maker(configuration.load({"snippet": 1, "size": 64, "workers": 1}, {}), previews) as maker:
        assert Watch("s3://watched/in/", previews, maker, 0.2, once=True).run() == 0
        assert caplog.text.count("is made") == caplog.text.count("s3://watched/in/ä b/film.mp4: is made") == 1
        assert Store(previews).has("in/ä b/film/manifest.json")
        obstore.put(films, "in/more.mp4", clips.make(tmp_path / "a.mp4", frames=60).read_bytes())
        assert Watch("s3://watched/in", previews, maker, 0.2, once=True).run() == 0
        assert caplog.text.count("is made") == 2
        assert "in/more.mp4: is made, 3 snippets" in caplog.text
