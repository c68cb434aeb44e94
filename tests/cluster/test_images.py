"""A cluster makes requested pictures while a service waits, and films do not keep it waiting."""

import io
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image

from flickbook.core import wire
from flickbook.core.model import ImageRequest, ImageTask
from flickbook.core.settings import Cluster, Limits
from flickbook.engines.celery import celery_engine
from flickbook.engines.celery.celery_engine import CeleryEngine
from flickbook.engines.celery.queues import IMAGE, SHORT
from flickbook.engines.configuration import Settings
from flickbook.engines.orders import cancel, plan_source
from flickbook.errors import DispatchFailed, SourceMissing, WorkerCrashed, WorkerTimeout
from flickbook.images.cache import ImageCache
from tests import clips
from tests.cluster.fleet import PAUSE, RECIPE, Fleet
from tests.waiting import LONG, until

pytestmark = pytest.mark.xdist_group("cluster")

Named = Callable[[Path, str], Path]


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(celery_engine, "IMAGE_SECONDS", LONG)


def asked(fleet: Fleet, video: Path, second: Fraction) -> ImageTask:
    """Return the task of a small thumbnail."""
    plan = plan_source(str(video), RECIPE, Limits())
    return ImageTask(ImageRequest(plan.name, "thumbnail", "png", time=second, width=64), plan, fleet.out.as_uri())


def shown(task: ImageTask) -> int:
    """Return the number of the frame that a stored picture shows."""
    data = ImageCache(task.out).get(task)
    assert data is not None
    return clips.read(np.asarray(Image.open(io.BytesIO(data)).convert("RGB")))


def test_a_picture_overtakes_films_and_is_the_frame_at_its_time(fleet: Fleet, film: Path, named: Named) -> None:
    fleet.keep(1)
    videos = [named(film, f"slow-{number}") for number in range(3)]
    films = [fleet.order(video) for video in videos]
    until(lambda: all(each.book.plan() for each in films), "the plans", PAUSE)
    tasks = [asked(fleet, video, Fraction(95 + number, 10)) for number, video in enumerate(videos)]
    with ThreadPoolExecutor() as threads:
        list(threads.map(fleet.engine.make_image, tasks))
    assert [shown(task) for task in tasks] == [95, 96, 97]
    assert not any(each.book.manifest() for each in films)
    for each in films:
        cancel(each.order.out, each.order.name)
    fleet.kill_workers()
    fleet.clear()


def test_a_picture_of_a_video_without_a_book(fleet: Fleet, clip: Path, named: Named) -> None:
    fleet.keep(1)
    task = asked(fleet, named(clip, "alone"), Fraction(5, 2))
    alone = replace(task, plan=None, source=task.video)
    fleet.engine.make_image(alone)
    assert shown(alone) == 25


def test_why_a_picture_could_not_be_made_reaches_the_service_and_it_may_ask_again(
    fleet: Fleet, clip: Path, named: Named
) -> None:
    fleet.keep(1)
    video = named(clip, "away")
    task = asked(fleet, video, Fraction(5, 2))
    away = video.rename(video.with_suffix(".gone"))
    with pytest.raises(SourceMissing, match=r"away.mp4: does not exist"):
        fleet.engine.make_image(task)
    away.rename(video)
    fleet.engine.make_image(task)
    assert shown(task) == 25


def test_a_picture_that_kills_its_process_or_its_workers_is_given_up_without_a_dead_letter(
    fleet: Fleet, clip: Path, named: Named
) -> None:
    fleet.keep(1)
    crashing, deadly = [asked(fleet, named(clip, name), Fraction(3)) for name in ("poison", "deadly")]
    with ThreadPoolExecutor() as threads:
        with pytest.raises(WorkerCrashed, match="making a picture ended the worker process"):
            fleet.engine.make_image(crashing)
        call = threads.submit(fleet.engine.make_image, deadly)
        until(lambda: fleet.keep(1) and call.done(), "the end of the picture", PAUSE)
        with pytest.raises(WorkerCrashed, match="every worker that made this picture died"):
            call.result()


def test_a_picture_for_which_nobody_waits_any_more_is_not_made(
    fleet: Fleet, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fleet.kill_workers()
    task = asked(fleet, clip, Fraction(9, 2))
    monkeypatch.setattr(celery_engine, "IMAGE_SECONDS", 0.1)
    with pytest.raises(WorkerTimeout, match=r"clip: no worker of the cluster has made this picture within 0.1 s"):
        fleet.engine.make_image(task)
    fleet.clear()
    old = {"sent": time.time() - 2 * LONG}
    fleet.sender.app.send_task(IMAGE, args=[wire.encode(task).decode()], queue=SHORT, headers=old)
    (worker,) = fleet.keep(1)
    until(lambda: [line for line in worker.lines if line["message"] == "dropped"], "the log", PAUSE)
    assert not ImageCache(task.out).has(task)


def test_a_service_that_ends_waits_for_no_picture(fleet: Fleet, clip: Path) -> None:
    fleet.kill_workers()
    task = asked(fleet, clip, Fraction(9, 2))
    with ThreadPoolExecutor() as threads:
        with CeleryEngine(Settings(cluster=Cluster(broker=fleet.broker))) as engine:
            call = threads.submit(engine.make_image, task)
            until(lambda: fleet.sender.depths()[SHORT], "the message", PAUSE)
        with pytest.raises(DispatchFailed, match="clip: its picture was not made before the service ended"):
            call.result()
    fleet.clear()
