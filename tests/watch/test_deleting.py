"""A video that the service deleted and that reappears unchanged is made again."""

import asyncio
import logging
import shutil
from pathlib import Path

import httpx
import pytest
from msgspec.structs import replace

from flickbook.engines import configuration
from flickbook.engines.configuration import Settings
from flickbook.storage import locate
from flickbook.watch.maker import Maker
from flickbook.watch.watcher import Watch
from flickbook.web.app import make_app
from tests import clips
from tests.waiting import until
from tests.watch.watcher import running


async def ask_to_delete(settings: Settings, name: str) -> int:
    """Have a service delete a complete video, and return the status code."""
    app = make_app(settings)
    transport, token = httpx.ASGITransport(app), {"Authorization": f"Bearer {settings.web.token}"}
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://localhost", headers=token) as client,
    ):
        assert (await client.get(f"/api/videos/{name}")).json()["state"] == "complete"
        return (await client.delete(f"/api/videos/{name}")).status_code


def test_a_video_that_was_deleted_by_the_service_is_made_again_by_a_watch_that_runs_and_by_a_later_one(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "flickbook")
    source, out, kept = tmp_path / "in", tmp_path / "out", tmp_path / "film.mp4"
    source.mkdir()
    out.mkdir()
    clips.make(kept, frames=30)
    chosen = configuration.load({"snippet": 1, "size": 64, "workers": 1, "token": "secret"}, {})
    serving = replace(chosen, web=replace(chosen.web, source=str(source), out=str(out)))

    def delete() -> None:
        until(lambda: list((out / ".flickbook" / "watched" / "shows").glob("film~*")), "the marker")
        assert asyncio.run(ask_to_delete(serving, "shows/film")) == 204
        assert not (source / "shows" / "film.mp4").exists()

    def bring() -> None:
        # With its date, so that it is the same version.
        (source / "shows").mkdir(exist_ok=True)
        shutil.copy2(kept, source / "shows" / "film.mp4")

    def made() -> int:
        return caplog.text.count("film.mp4: is made")

    with Maker(chosen, locate(str(out))) as maker:

        def watch(*, once: bool = True) -> Watch:
            return Watch(locate(str(source)), locate(str(out)), maker, 0.2, once=once)

        bring()
        with running(watch(once=False)):
            until(lambda: made() == 1, "the book")
            delete()
            bring()
            until(lambda: made() == 2, "the book, once more")
        delete()
        bring()
        for _ in range(2):
            assert watch().run() == 0
            assert made() == 3
