"""Pictures that are being made: each once, few at a time, a bounded number waiting, a bounded number kept."""

import asyncio
import os
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest

from flickbook.core.layout import RESERVED
from flickbook.core.model import Clock, ImageRequest, ImageTask, Plan, Recipe, Snippet, Source, Video
from flickbook.core.planning import make_plan
from flickbook.core.settings import Images
from flickbook.errors import StoreError, TooManyImages, UsageError, WorkerTimeout
from flickbook.images.cache import ImageCache, key_of
from flickbook.storage import ObjectReader
from flickbook.web import image_making
from flickbook.web.answers import answer_for
from flickbook.web.async_engine import AsyncEngine
from flickbook.web.image_making import ImageMaking

VIDEO = Video(
    duration=Fraction(600),
    declared=Fraction(600),
    origin=Fraction(0),
    width=320,
    height=180,
    rotation=0,
    frame_rate=Fraction(25),
    codec="h264",
    pixel_format="yuv420p",
    container="mp4",
    clock=Clock(),
)


def asked(out: Path, time: int) -> ImageTask:
    source = Source("file:///film.mp4", "1", 1)
    plan = Plan("abc", "film", source, VIDEO, Recipe(), (Snippet(0, Fraction(600)),))
    return ImageTask(ImageRequest("film", "thumbnail", "jpg", Fraction(time)), plan, out.as_uri())


def without_book(out: Path, time: int, version: int = 1) -> ImageTask:
    source = Source("file:///new.mp4", str(version), 1)
    return ImageTask(ImageRequest("new.mp4", "thumbnail", "jpg", Fraction(time)), None, out.as_uri(), source)


class Slow:
    """An engine that makes pictures of 50 kB when it is let go, and counts them. Videos without a book are planned."""

    def __init__(self, error: Exception | None = None, *, plans: bool = True) -> None:
        self.made: list[ImageTask] = []
        self.go = asyncio.Event()
        self._error = error
        self._plans = plans

    async def make_image(self, task: ImageTask) -> None:
        self.made.append(task)
        await self.go.wait()
        if task.plan is None and self._plans:
            ImageCache(task.out).put_plan(make_plan(RESERVED, task.video, VIDEO, Recipe()))
        if self._error is not None:
            raise self._error
        ImageCache(task.out).put(task, bytes(50_000))


def run(story: Callable[[], Any]) -> None:
    asyncio.run(story())


def making(engine: Slow, out: Path, **settings: Any) -> ImageMaking:
    url, chosen = out.as_uri(), Images(image_workers=1, **settings)
    return ImageMaking(cast(AsyncEngine, engine), ObjectReader(url), ImageCache(url), chosen)


async def begun(*calls: Any) -> list[asyncio.Task[None]]:
    """Start calls, and let them come to where they wait."""
    tasks = [asyncio.ensure_future(call) for call in calls]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    return tasks


def test_many_requests_for_a_picture_are_one_piece_of_work(tmp_path: Path) -> None:
    async def story() -> None:
        engine = Slow()
        maker, task = making(engine, tmp_path), asked(tmp_path, 1)
        waiting = await begun(*(maker.make(key_of(task), task) for _ in range(200)))
        waiting.pop().cancel()
        engine.go.set()
        await asyncio.gather(*waiting)
        assert engine.made == [task]

    run(story)


def test_a_video_without_a_book_is_planned_once(tmp_path: Path) -> None:
    async def story() -> None:
        engine = Slow()
        maker = making(engine, tmp_path)
        tasks = [without_book(tmp_path, time) for time in range(5)] + [without_book(tmp_path, 0, version=2)]
        waiting = [asyncio.ensure_future(maker.make(key_of(task), task)) for task in tasks]
        while len(engine.made) < 2:
            await asyncio.sleep(0.001)
        assert engine.made == [tasks[0], tasks[5]], "the others wait until the first one has planned the video"
        engine.go.set()
        await asyncio.gather(*waiting)
        assert sorted(engine.made, key=tasks.index) == tasks

    run(story)


def test_all_pictures_of_a_video_that_cannot_be_planned_fail_at_once(tmp_path: Path) -> None:
    async def story() -> None:
        engine = Slow(WorkerTimeout("new.mp4", "planning took too long", "order it"), plans=False)
        maker = making(engine, tmp_path)
        tasks = [without_book(tmp_path, time) for time in range(20)]
        waiting = [asyncio.ensure_future(maker.make(key_of(task), task)) for task in tasks]
        while not engine.made:
            await asyncio.sleep(0.001)
        engine.go.set()
        failed = await asyncio.gather(*waiting, return_exceptions=True)
        assert {type(error) for error in failed} == {WorkerTimeout}
        assert engine.made == [tasks[0]]

    run(story)


def test_plans_of_refused_pictures_do_not_fill_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(image_making, "_UNREAD_SECONDS", -1.0)

    async def story() -> None:
        engine = Slow(UsageError("new.mp4", "shows nothing", "use an earlier start"))
        engine.go.set()
        maker = making(engine, tmp_path, image_cache_bytes=10_000)
        stored = tmp_path / ".flickbook" / "images"
        for version in range(40):
            task = without_book(tmp_path, 1, version)
            with pytest.raises(UsageError):
                await maker.make(key_of(task), task)
            while len(asyncio.all_tasks()) > 1:
                await asyncio.sleep(0.001)
        sizes = [path.stat().st_size for path in stored.rglob("plan.json")]
        assert 0 < sum(sizes) <= 12_000

    run(story)


def test_an_error_reaches_all_that_wait_and_is_not_kept(tmp_path: Path) -> None:
    async def story() -> None:
        engine = Slow(StoreError("film", "is away", "try again"))
        maker, task = making(engine, tmp_path), asked(tmp_path, 1)
        waiting = await begun(*(maker.make(key_of(task), task) for _ in range(3)))
        engine.go.set()
        failed = await asyncio.gather(*waiting, return_exceptions=True)
        assert [type(error) for error in failed] == [StoreError] * 3
        with pytest.raises(StoreError):
            await maker.make(key_of(task), task)
        assert len(engine.made) == 2

    run(story)


def test_beyond_its_bound_the_queue_refuses_other_pictures(tmp_path: Path) -> None:
    async def story() -> None:
        engine = Slow()
        maker = making(engine, tmp_path, image_queue=2)
        tasks = [asked(tmp_path, time) for time in range(4)]
        waiting = await begun(*(maker.make(key_of(task), task) for task in tasks[:3]))
        with pytest.raises(TooManyImages, match="ask again in some seconds") as refused:
            await maker.make(key_of(tasks[3]), tasks[3])
        answer = answer_for(refused.value)
        assert (answer.status_code, answer.headers["retry-after"]) == (429, "2")
        waiting += await begun(maker.make(key_of(tasks[0]), tasks[0]))
        engine.go.set()
        await asyncio.gather(*waiting)
        await maker.make(key_of(tasks[3]), tasks[3])
        assert engine.made == tasks

    run(story)


def test_a_picture_stays_until_it_can_be_read_even_if_there_are_too_many(tmp_path: Path) -> None:
    async def story() -> None:
        engine = Slow()
        engine.go.set()
        maker = making(engine, tmp_path, image_cache_bytes=1_000_000)
        tasks = [asked(tmp_path, time) for time in range(25)]
        for task in tasks:
            await maker.make(key_of(task), task)
            while len(asyncio.all_tasks()) > 1:
                await asyncio.sleep(0.001)
        assert all(ImageCache(task.out).has(task) for task in tasks)

    run(story)


def test_the_oldest_pictures_go_when_there_are_too_many(tmp_path: Path) -> None:
    async def story() -> None:
        engine = Slow()
        engine.go.set()
        maker = making(engine, tmp_path, image_cache_bytes=1_000_000)
        stored = tmp_path / ".flickbook" / "images"
        for time in range(40):
            task = asked(tmp_path, time)
            await maker.make(key_of(task), task)
            os.utime(tmp_path / key_of(task), (time, time))
            while len(asyncio.all_tasks()) > 1:
                await asyncio.sleep(0.001)
            sizes = [path.stat().st_size for path in stored.rglob("*.jpg")]
            assert sum(sizes) <= 1_000_000
        left = sorted(path.stat().st_mtime for path in stored.rglob("*.jpg"))
        assert left == list(range(40 - len(left), 40))
        assert len(left) >= 18

    run(story)
