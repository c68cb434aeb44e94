"""A video that the service deleted, and that comes again as it was, is made again."""

import shutil
import time
from pathlib import Path

from tests import clips
from tests.cli.run import flickbook
from tests.watching.watcher import QUICK, watching
from tests.web.server import start


def wait_for_mark(folder: Path) -> None:
    deadline = time.monotonic() + 60
    while not list(folder.glob("film~*")):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_video_that_was_deleted_by_the_service_is_made_again_by_a_watch_that_runs_and_by_a_later_one(
    tmp_path: Path,
) -> None:
    source, out, kept = tmp_path / "in", tmp_path / "out", tmp_path / "film.mp4"
    source.mkdir()
    clips.make(kept, frames=30)
    with start(source, out) as serving:

        def delete() -> None:
            serving.wait_for("shows/film")
            wait_for_mark(out / ".flickbook" / "watched" / "shows")
            assert serving.client.delete("/api/videos/shows/film").status_code == 204
            assert not (source / "shows" / "film.mp4").exists()

        def bring() -> None:
            # With its date, so that it is the same version.
            (source / "shows").mkdir(exist_ok=True)
            shutil.copy2(kept, source / "shows" / "film.mp4")

        bring()
        with watching(source, out, tmp_path / "log") as watcher:
            watcher.wait_for("film.mp4: is made")
            delete()
            bring()
            watcher.wait_for("film.mp4: is made", 2)
        delete()
        bring()
        ran = flickbook("watch", source, "--out", out, "--once", environ=QUICK)
        assert (ran.code, ran.err.count("film.mp4: is made")) == (0, 1)
        ran = flickbook("watch", source, "--out", out, "--once", environ=QUICK)
        assert (ran.code, ran.err.count("film.mp4: is made")) == (0, 0)
