"""Requested pictures: the frame on screen at the time, of the size and shape that was asked for."""

import io
import tracemalloc
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import av
import numpy as np
import pytest
from msgspec.structs import replace
from PIL import Image, ImageSequence

from flickbook.core import wire
from flickbook.core.layout import image_plan_key
from flickbook.core.model import ImageRequest, ImageTask, Recipe
from flickbook.core.settings import Limits
from flickbook.errors import LimitExceeded, SourceMissing, UsageError
from flickbook.images.cache import ImageCache, key_of
from flickbook.images.cut import _best
from flickbook.images.making import make_image, work
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from tests import books, clips

RATE = 25
SECONDS = 6
# As a fraction of its width, a picture that is cut out of another may be off by a pixel.
NEAR = 24

Make = Callable[..., ImageTask]


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A video of six seconds with keyframes three seconds apart."""
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    options = {"preset": "veryfast", "crf": "18", "g": "75"}
    return clips.make(path, frames=RATE * SECONDS, rate=RATE, size=(320, 180), options=options)


@pytest.fixture(scope="module")
def bare(film: Path) -> Make:
    """Tasks of a book that has no pictures that could be used again."""
    return of_book(film, film.parent / "bare", make_recipe(snippet=3, outputs=["bif", "storyboard"], tile_width=32))


def of_book(video: Path, out: Path, recipe: Recipe) -> Make:
    books.render(video, out, recipe)
    plan = Book(out.as_uri(), "film").plan()
    assert plan is not None

    def make(suffix: str, *, kind: Any = "thumbnail", **asked: Any) -> ImageTask:
        return ImageTask(ImageRequest("film", kind, suffix, **asked), plan, out.as_uri())

    return make


def opened(data: bytes) -> clips.Rgb:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


def moving(data: bytes, suffix: str) -> list[clips.Rgb]:
    if suffix != "mp4":
        with Image.open(io.BytesIO(data)) as image:
            return [np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)]
    with av.open(io.BytesIO(data), "r") as container:
        return [np.asarray(frame.to_ndarray(format="rgb24")) for frame in container.decode(video=0)]


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif"])
def test_a_thumbnail_shows_the_frame_on_screen_at_its_time(bare: Make, suffix: str) -> None:
    for time, number in (("0", 0), ("1.999", 49), ("2", 50), ("3.0399", 75), ("3.04", 76), ("5.99", 149)):
        picture = opened(make_image(bare(suffix, time=Fraction(time))))
        assert (clips.read(picture), picture.shape) == (number, (180, 320, 3))


def test_without_a_time_it_shows_the_middle_and_after_the_end_the_last_picture(bare: Make) -> None:
    assert clips.read(opened(make_image(bare("jpg")))) == RATE * SECONDS // 2
    late = [bare("jpg", time=Fraction(time)) for time in (6, 999)]
    assert [clips.read(opened(make_image(task))) for task in late] == [149, 149]
    assert key_of(late[0]) == key_of(late[1])


def test_a_picture_keeps_its_shape_and_is_never_enlarged(bare: Make) -> None:
    sizes = [((160, None), (160, 90)), ((None, 45), (80, 45)), ((100, 100), (100, 56)), ((3840, None), (320, 180))]
    for (width, height), size in sizes:
        picture = opened(make_image(bare("png", time=Fraction(1), width=width, height=height)))
        assert (picture.shape[1], picture.shape[0]) == size
        assert clips.read(picture) == RATE


def test_a_box_of_another_shape_is_filled_as_the_fit_says(bare: Make) -> None:
    def made(fit: str, width: int = 120, height: int = 120) -> clips.Rgb:
        picture = opened(make_image(bare("png", time=Fraction(1), width=width, height=height, fit=fit)))
        assert picture.shape == (height, width, 3)
        return picture

    whole = clips.paint(RATE, 320, 180)
    assert clips.read(made("stretch")) == RATE
    padded = made("pad")
    assert clips.read(padded[26:94]) == RATE
    assert padded[:26].max() == padded[94:].max() == 0
    assert differ(made("crop"), whole[:, 70:250]) < NEAR
    # Mux enlarges what is cropped, and so does this.
    assert differ(made("crop", 640, 640), whole[:, 70:250]) < NEAR


def differ(picture: clips.Rgb, expected: clips.Rgb) -> float:
    """Return by how much two pictures differ at most, away from the edges of cells, once they are of one size."""
    scaled = np.asarray(Image.fromarray(expected).resize((picture.shape[1], picture.shape[0]), Image.Resampling.BOX))
    distance = np.abs(picture.astype(int) - scaled.astype(int)).max(axis=2)
    return float(np.quantile(distance, 0.93))


def test_a_smart_crop_keeps_the_part_with_most_detail(tmp_path: Path) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (96, 60, 3), np.uint8)
    picture = np.full((96, 240, 3), 90, np.uint8)
    picture[:, 180:] = noise
    video = clips.make(tmp_path / "film.mp4", pictures=[picture] * 25, frames=25, size=(240, 96))
    task = of_book(video, tmp_path / "out", make_recipe(outputs=["storyboard"]))
    smart, plain = (
        opened(make_image(task("png", width=96, height=96, fit=fit))).std() for fit in ("smartcrop", "crop")
    )
    assert plain < 5
    assert smart > 20


def test_a_smart_crop_needs_no_more_than_thrice_the_memory_of_its_picture() -> None:
    picture = np.zeros((1000, 2000, 3), np.uint8)
    tracemalloc.start()
    _best(picture, 1000, 1)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * picture.nbytes


def test_a_turned_video_gives_upright_pictures(tmp_path: Path) -> None:
    pictures = [np.ascontiguousarray(np.rot90(clips.paint(number, 96, 160))) for number in range(50)]
    video = clips.make(tmp_path / "film.mp4", pictures=pictures, frames=50, size=(160, 96), rotation=-90)
    task = of_book(video, tmp_path / "out", make_recipe(outputs=["storyboard"], tile_width=32))
    picture = opened(make_image(task("jpg", time=Fraction("1.5"), width=48)))
    assert (picture.shape, clips.read(picture)) == ((80, 48, 3), 37)


@pytest.mark.parametrize("suffix", ["gif", "webp", "mp4", "avif"])
def test_an_animated_picture_shows_its_window(bare: Make, suffix: str) -> None:
    asked = {"time": Fraction("1.5"), "end": Fraction("2.5"), "fps": Fraction(5), "width": 160}
    pictures = moving(make_image(bare(suffix, kind="animated", **asked)), suffix)
    assert [clips.read(picture) for picture in pictures] == [37, 42, 47, 52, 57]
    assert pictures[0].shape == (90, 160, 3)


def test_an_animated_picture_has_the_defaults_of_mux_and_ends_with_the_video(bare: Make) -> None:
    assert [clips.read(picture) for picture in moving(make_image(bare("mp4", kind="animated")), "mp4")] == [
        int(Fraction(k, 15) * RATE) for k in range(75)
    ]
    late = moving(make_image(bare("webp", kind="animated", time=Fraction(5))), "webp")
    assert (clips.read(late[0]), late[0].shape[1]) == (125, 320)
    with pytest.raises(UsageError, match="the video ends at 6 s"):
        make_image(bare("gif", kind="animated", time=Fraction("5.9")))


def test_what_the_book_has_needs_no_video(film: Path, tmp_path: Path) -> None:
    video = tmp_path / "film.mp4"
    video.write_bytes(film.read_bytes())
    recipe = make_recipe(snippet=3, outputs=["gif", "stills", "storyboard"], fps=5, size=160)
    task = of_book(video, tmp_path / "out", recipe)
    book = tmp_path / "out" / "film"
    gif = {"time": Fraction(3), "end": Fraction(6), "fps": Fraction(5)}
    again = make_image(task("gif", kind="animated", **gif, width=160))
    video.unlink()
    assert make_image(task("jpg", time=Fraction(4))) == (book / "film-3-frame-1.jpg").read_bytes()
    for suffix, size in (("jpg", 160), ("webp", 80), ("png", 100)):
        assert clips.read(opened(make_image(task(suffix, time=Fraction(4), width=size)))) == 100
    assert opened(make_image(task("png", time=Fraction(4), width=80, height=90, fit="crop"))).shape == (90, 80, 3)
    assert make_image(task("gif", kind="animated", **gif, width=160)) == again == (book / "film-3.gif").read_bytes()
    # A still has lost too much for a picture of nearly its size, and shows no other time.
    others = task("png", time=Fraction(4)), task("jpg", time=Fraction("4.01")), task("gif", kind="animated", **gif)
    for asked in others:
        with pytest.raises(SourceMissing):
            make_image(asked)


def test_a_stored_animation_of_another_rate_is_not_used(film: Path, tmp_path: Path) -> None:
    task = of_book(film, tmp_path / "out", make_recipe(snippet=3, outputs=["gif"], fps=8, size=160))
    asked = {"time": Fraction(3), "end": Fraction(6), "width": 160}
    same, other = (task("gif", kind="animated", **asked, fps=Fraction(rate)) for rate in ("8", "7.9"))
    stored = (tmp_path / "out" / "film" / "film-3.gif").read_bytes()
    # At both rates, three seconds have 24 pictures.
    assert (make_image(same) == stored, make_image(other) == stored) == (True, False)


def test_a_tile_needs_no_video_where_there_are_no_stills(film: Path, tmp_path: Path) -> None:
    video = tmp_path / "film.mp4"
    video.write_bytes(film.read_bytes())
    task = of_book(video, tmp_path / "out", make_recipe(snippet=3, outputs=["storyboard"], tile_width=160))
    video.unlink()
    assert clips.read(opened(make_image(task("jpg", time=Fraction(5), width=160)))) == 125
    with pytest.raises(SourceMissing):
        make_image(task("jpg", time=Fraction(5), width=80))


def test_stored_pictures_beside_their_second_are_not_used(film: Path, tmp_path: Path) -> None:
    task = of_book(film, tmp_path / "out", make_recipe(snippet=3, fast=True))
    assert clips.read(opened(make_image(task("jpg", time=Fraction(4))))) == 100


def test_a_picture_that_is_stored_is_not_made_again(bare: Make, tmp_path: Path) -> None:
    task = replace(bare("jpg", time=Fraction(1), width=64), out=tmp_path.as_uri())
    work(task)
    stored = tmp_path / key_of(task)
    begun = stored.stat().st_mtime_ns
    assert task.plan is not None
    gone = replace(task, plan=replace(task.plan, source=replace(task.video, url="file:///gone.mp4")))
    work(gone)
    assert (stored.stat().st_mtime_ns, ImageCache(task.out).get(task)) == (begun, make_image(task))


def test_a_picture_of_a_video_without_a_book_is_the_same(bare: Make, tmp_path: Path) -> None:
    task = bare("png", time=Fraction("3.04"), width=200)
    alone = replace(task, plan=None, source=task.video, out=tmp_path.as_uri())
    work(alone)
    assert ImageCache(alone.out).get(alone) == make_image(task)
    # Its plan is stored beside it, and the next picture does not need another one.
    cache, plan = ImageCache(alone.out), ImageCache(alone.out).plan(alone.video)
    assert plan is not None
    cache.put_plan(replace(plan, video=replace(plan.video, width=160, height=90)))
    later = replace(alone, request=replace(alone.request, time=Fraction(1), width=None))
    assert opened(make_image(later)).shape == (90, 160, 3)


@pytest.mark.attack
def test_a_forged_plan_leads_to_no_other_video(bare: Make, tmp_path: Path) -> None:
    """Whoever can write to the output may write plans, but must not read what only the workers can read."""
    alone = replace(bare("png", time=Fraction(1)), plan=None, source=bare("png").video, out=tmp_path.as_uri())
    cache, expected = ImageCache(alone.out), make_image(alone)
    plan = cache.plan(alone.video)
    assert plan is not None
    secret = clips.make(tmp_path / "secret.mp4", frames=150, rate=25, size=(320, 180), options={"crf": "40"})
    stolen = replace(plan.source, url=secret.as_uri(), size=secret.stat().st_size)
    for forged in (replace(plan, source=stolen), replace(plan, name="film"), replace(plan, recipe=make_recipe())):
        (tmp_path / image_plan_key(plan.id)).write_bytes(wire.encode(forged))
        assert cache.plan(alone.video) is None
        assert make_image(alone) == expected


def test_a_video_without_a_book_has_limits(bare: Make, tmp_path: Path) -> None:
    alone = replace(bare("png"), plan=None, source=bare("png").video, out=tmp_path.as_uri())
    with pytest.raises(LimitExceeded, match="lasts 6 s, more than the 5 s allowed"):
        work(alone, limits=Limits(max_duration=5))
    work(alone)
    # The stored plan of a video has them too.
    with pytest.raises(LimitExceeded, match="lasts 6 s, more than the 5 s allowed"):
        work(replace(alone, request=replace(alone.request, time=Fraction(1))), limits=Limits(max_duration=5))


def test_equal_pictures_have_one_key_and_others_have_another(bare: Make) -> None:
    same = [bare("jpg"), bare("jpg", time=Fraction(3)), bare("jpg", time=Fraction(3), width=320, fit="crop")]
    assert len({key_of(task) for task in same}) == 1
    fits = ("preserve", "crop", "smartcrop", "pad", "stretch")
    boxes = [bare("jpg", width=90, height=90, fit=fit) for fit in fits]
    others = [bare("png"), bare("jpg", time=Fraction("3.1")), *boxes]
    assert len({key_of(task) for task in [same[0], *others]}) == 1 + len(others)


def test_a_narrow_strip_is_not_enlarged_to_a_giant(bare: Make) -> None:
    task = bare("jpg", width=3840, height=3840, fit="crop")
    assert task.plan is not None
    strip = replace(task, plan=replace(task.plan, video=replace(task.plan.video, width=8192, height=16)))
    with pytest.raises(UsageError, match="too large for a video of 8192×16"):
        make_image(strip)
