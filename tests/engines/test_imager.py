"""Requested pictures are made in child processes: what a hostile video does to one concerns its request only."""

import threading
from collections.abc import Iterator
from fractions import Fraction

import numpy as np
import pytest
import simplejpeg
from msgspec.structs import replace

from flickbook.core.model import ImageRequest, ImageTask
from flickbook.core.settings import Limits
from flickbook.engines.configuration import Settings
from flickbook.engines.local import imager
from flickbook.engines.local.imager import Imager
from flickbook.engines.local.local_engine import LocalEngine
from flickbook.errors import SourceChanged, UsageError, WorkerCrashed, WorkerTimeout
from flickbook.images.cache import ImageCache
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from tests import books, clips
from tests.engines.image_killers import CRASHING, HANGING, poisoned
from tests.waiting import LONG, until

# All but one share their processes.
pytestmark = pytest.mark.xdist_group("imager")


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> ImageTask:
    """A picture of a film of three seconds."""
    folder = tmp_path_factory.mktemp("film")
    video = clips.make(folder / "film.mp4", frames=75)
    books.render(video, folder / "out", make_recipe(outputs=["storyboard"], tile_width=32))
    plan = Book((folder / "out").as_uri(), "film").plan()
    assert plan is not None
    return ImageTask(ImageRequest("film", "thumbnail", "jpg"), plan, (folder / "out").as_uri())


@pytest.fixture(scope="module")
def processes() -> Iterator[Imager]:
    made = Imager(2, 0, Limits())
    yield made
    made.close()


def at(film: ImageTask, second: str | int) -> ImageTask:
    return replace(film, request=replace(film.request, time=Fraction(second)))


def frame(task: ImageTask) -> int:
    """Return the number of the frame in a stored picture."""
    data = ImageCache(task.out).get(task)
    assert data is not None
    return clips.read(np.asarray(simplejpeg.decode_jpeg(data, "RGB")))


def test_a_process_makes_and_stores_a_picture(processes: Imager, film: ImageTask) -> None:
    processes.make(at(film, "1.4"))
    assert frame(at(film, "1.4")) == 35


def test_a_crash_and_a_hang_end_only_their_own_request(
    processes: Imager, film: ImageTask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(imager, "make_image", poisoned)
    with pytest.raises(WorkerCrashed):
        processes.make(at(film, CRASHING))
    with monkeypatch.context() as short:
        short.setattr(imager, "LIMIT_SECONDS", 0.5)
        with pytest.raises(WorkerTimeout):
            processes.make(at(film, HANGING))
    processes.make(at(film, "2.2"))
    assert frame(at(film, "2.2")) == 55


def test_the_error_of_a_video_comes_as_it_is(processes: Imager, film: ImageTask) -> None:
    assert film.plan is not None
    changed = replace(film.plan, source=replace(film.video, size=1))
    with pytest.raises(SourceChanged):
        processes.make(replace(film, plan=changed))


def test_only_the_engine_of_a_service_makes_pictures(film: ImageTask) -> None:
    with LocalEngine(Settings()) as engine, pytest.raises(UsageError, match="makes no images"):
        engine.make_image(film)


def test_the_engine_ends_while_a_picture_is_made(film: ImageTask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imager, "make_image", poisoned)
    engine = LocalEngine(Settings(), service=True)
    failed: list[WorkerCrashed] = []

    def ask() -> None:
        try:
            engine.make_image(at(film, HANGING))
        except WorkerCrashed as error:
            failed.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    until(lambda: engine._imager is not None and engine._imager.running, "the picture to be asked for")
    engine.close()
    asking.join(LONG)
    assert "was closed" in str(failed[0])
