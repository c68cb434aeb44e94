"""The poster is a good picture of the video, or the frame that was asked for, and follows from stored stills."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from flickbook import api
from flickbook.core.settings import Limits
from flickbook.engines import configuration
from flickbook.engines.job import work
from flickbook.errors import LimitExceeded, UsageError
from flickbook.library.book import Book
from flickbook.library.completion import give_up
from flickbook.outputs.poster.looks import grid_of, look_of, sharpness_of, steadiness_of
from flickbook.outputs.recipes import check_limits, make_recipe
from flickbook.storage import locate
from tests import clips, eye
from tests.books import jpeg, render
from tests.library.test_races import OUTAGE
from tests.outputs.test_again import changed, marks, submitted

WIDTH, HEIGHT = 320, 180
POSTER: dict[str, Any] = {"snippet": 4, "size": 64, "poster": True}


def scene(seed: int) -> clips.Rgb:
    """Paint coloured leaves before a sky."""
    rng = np.random.default_rng(seed)
    picture = np.full((HEIGHT, WIDTH, 3), rng.integers(60, 180, 3), np.uint8)
    for _ in range(400):
        left, top = rng.integers(0, WIDTH), rng.integers(HEIGHT // 4, HEIGHT)
        picture[top : top + rng.integers(3, 18), left : left + rng.integers(3, 24)] = rng.integers(0, 230, 3)
    return picture


def blurred(picture: clips.Rgb) -> clips.Rgb:
    for _ in range(12):
        picture = eye.blur(picture).round().astype(np.uint8)
    return picture


def titled(picture: clips.Rgb) -> clips.Rgb:
    """Lay white letters on a picture."""
    laid = picture.copy()
    for left in range(60, 260, 14):
        laid[70:110, left : left + 6] = 245
        laid[86:92, left : left + 12] = 245
    return laid


def dimmed(picture: clips.Rgb, share: float) -> clips.Rgb:
    return (picture * share).astype(np.uint8)


def mixed(picture: clips.Rgb, other: clips.Rgb) -> clips.Rgb:
    return ((picture.astype(int) + other) // 2).astype(np.uint8)


def boxed(picture: clips.Rgb) -> clips.Rgb:
    laid = picture.copy()
    laid[:30] = laid[-30:] = 0
    return laid


BLACK = np.zeros((HEIGHT, WIDTH, 3), np.uint8)
CARD = titled(np.full((HEIGHT, WIDTH, 3), (10, 20, 60), np.uint8))


def film(path: Path, seconds: list[clips.Rgb]) -> Path:
    """Make a clip that shows each picture for a second."""
    return clips.make(path, pictures=(picture for picture in seconds for _ in range(4)), rate=4, size=(WIDTH, HEIGHT))


def candidates(book: Path) -> list[dict[str, Any]]:
    listed = json.loads((book / "posters.json").read_text())
    assert (listed["poster"], listed["width"], listed["height"]) == ("poster.jpg", WIDTH, HEIGHT)
    assert 1 <= len(listed["candidates"]) <= 5
    found: list[dict[str, Any]] = listed["candidates"]
    return found


@pytest.mark.parametrize(
    "others",
    [
        [BLACK] * 3,
        [CARD] * 3,
        [titled(scene(3)), titled(scene(4)), titled(scene(5))],
        [blurred(scene(3)), blurred(scene(4)), blurred(scene(5))],
        [dimmed(scene(2), 0.6), dimmed(scene(2), 0.3), BLACK],
        [np.full((HEIGHT, WIDTH, 3), (200, 30, 30), np.uint8)] * 3,
        [boxed(BLACK), np.full((HEIGHT, WIDTH, 3), 255, np.uint8), BLACK],
    ],
    ids=["black", "title card", "letters", "blurred", "fade", "plain", "bars and white"],
)
def test_the_poster_is_the_one_good_picture(tmp_path: Path, others: list[clips.Rgb]) -> None:
    video = film(tmp_path / "a.mp4", [*others, scene(2), *others[::-1]])
    render(video, tmp_path / "out", make_recipe(**POSTER))
    best = candidates(tmp_path / "out" / "a")[0]
    assert (best["time"], best["picture"]) == (3, "a-0-frame-3.jpg")
    assert np.array_equal(jpeg(tmp_path / "out" / "a" / "poster.jpg"), jpeg(tmp_path / "out" / "a" / best["picture"]))


def test_bars_are_not_counted() -> None:
    inside = look_of(scene(1)[30:-30])
    assert look_of(boxed(scene(1))) == inside
    assert look_of(boxed(scene(1)).swapaxes(0, 1)) == inside


def test_a_blur_lowers_sharpness_in_each_direction() -> None:
    grey = scene(1)[..., 1]
    moved = np.mean([np.roll(grey, step, 1) for step in range(9)], axis=0).astype(np.uint8)
    sharp = sharpness_of(grey)
    assert sharp > 0.6
    assert sharpness_of(moved) == sharpness_of(moved.T) < 0.5 * sharp
    assert sharpness_of(np.zeros((90, 160), np.uint8)) == 0


def test_a_fade_and_a_mix_are_seen_from_the_pictures_beside() -> None:
    before, after, black = (grid_of(picture[..., 1]) for picture in (scene(1), scene(2), BLACK))
    assert steadiness_of(before, [before, after]) == steadiness_of(after, [before]) == 1
    assert steadiness_of(before, [black, before]) == steadiness_of(before, []) == 1
    assert steadiness_of(grid_of(dimmed(scene(1), 0.5)[..., 1]), [before, black]) < 0.3
    assert steadiness_of(grid_of(mixed(scene(1), scene(2))[..., 1]), [before, after]) < 0.5


def test_a_finished_book_gets_a_poster_without_a_decode(tmp_path: Path) -> None:
    video = film(tmp_path / "a.mp4", [BLACK, *map(scene, range(9))])
    out = tmp_path / "out"
    usual = {**POSTER, "poster": False}
    render(video, out, make_recipe(**usual))
    before = marks(out / "a")
    manifest = render(video, out, make_recipe(**POSTER))
    assert (manifest.complete, manifest.totals.frames_decoded, marks(out / "a")) == (True, 0, before)
    render(video, tmp_path / "fresh", make_recipe(**POSTER))
    for name in ("poster.jpg", "posters.json"):
        assert (tmp_path / "fresh" / "a" / name).read_bytes() == (out / "a" / name).read_bytes()
    render(video, out, make_recipe(**usual))
    assert not list((out / "a").glob("poster*"))


def test_candidates_are_ranked_and_apart_in_time(tmp_path: Path) -> None:
    render(film(tmp_path / "a.mp4", list(map(scene, range(20)))), tmp_path / "out", make_recipe(**POSTER))
    found = candidates(tmp_path / "out" / "a")
    times = sorted(candidate["time"] for candidate in found)
    assert len(times) == 5
    assert min(np.diff(times)) >= 2
    scores = [candidate["score"] for candidate in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= value <= 1 for each in found for name, value in each.items() if name not in ("time", "picture"))


def test_a_large_still_is_scaled_to_the_posters_size(tmp_path: Path) -> None:
    video = film(tmp_path / "a.mp4", [scene(1)] * 2)
    options: dict[str, Any] = {**POSTER, "poster.size": 160}
    render(video, tmp_path / "out", make_recipe(**options))
    poster = jpeg(tmp_path / "out" / "a" / "poster.jpg")
    assert poster.shape == (90, 160, 3)
    true = scene(1).reshape(90, 2, 160, 2, 3).mean((1, 3))
    assert np.abs(poster - true).mean() < 12
    assert json.loads((tmp_path / "out" / "a" / "posters.json").read_text())["width"] == 160


@pytest.mark.parametrize("at", [0, 2.3, "47/10"])
def test_the_frame_of_a_second_becomes_the_poster_and_nothing_else_is_made_again(tmp_path: Path, at: Any) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=125)
    book = tmp_path / "out" / "a"
    render(video, book.parent, make_recipe(**POSTER | {"snippet": 2}))
    before = marks(book)
    manifest = render(video, book.parent, make_recipe(**POSTER | {"snippet": 2}, poster_at=at))
    assert changed(book, before) == {"poster"}
    (own,) = (file for file in manifest.files if file.output == "poster")
    start = int(Fraction(at) // 2 * 2)
    assert (own.key, own.kind, own.start) == (f"a-{start}-poster-0.jpg", "poster", float(Fraction(at)))
    assert clips.read(jpeg(book / "poster.jpg")) == Fraction(at) * 25 // 1
    assert json.loads((book / "posters.json").read_text())["time"] == float(Fraction(at))
    render(video, book.parent, make_recipe(**POSTER | {"snippet": 2}))
    assert marks(book) == before


def test_a_failed_snippet_lends_no_picture(tmp_path: Path) -> None:
    video = film(tmp_path / "a.mp4", [dimmed(scene(1), 0.5)] * 4 + [scene(2)] * 4)
    recipe, book = make_recipe(**POSTER, poster_at=5), tmp_path / "out" / "a"
    first, second = submitted(video, book, recipe).jobs
    work(first)
    give_up(second, OUTAGE)
    assert {candidate["time"] for candidate in candidates(book)} == {0, 1, 2, 3}
    for job in submitted(video, book, recipe).jobs:
        work(job)
    assert json.loads((book / "posters.json").read_text())["time"] == 5
    for job in submitted(video, book, make_recipe(**POSTER | {"snippet": 2})).jobs:
        give_up(job, OUTAGE)
    assert api.status(book).state == "partial"
    assert not list(book.glob("poster*"))


def test_stills_and_a_second_of_the_video_are_needed(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="output poster: is made of stills, which the recipe leaves out; add stills"):
        make_recipe(outputs=["gif", "poster"])
    with pytest.raises(UsageError, match=r"^FLICKBOOK_POSTER_AT: is -1; it must be a second of the video"):
        configuration.load(environ={"FLICKBOOK_POSTER_AT": "-1"})
    with pytest.raises(UsageError, match="--poster-at: is -1; it must be a second of the video"):
        make_recipe(poster=True, poster_at=-1)
    probed = api.probe(clips.make(tmp_path / "a.mp4", frames=125))
    check_limits("a", probed, make_recipe(poster=True, poster_at=4.99), Limits())
    with pytest.raises(LimitExceeded, match=r"lasts 5\.000 s, so it has no frame at 5 s; choose an earlier"):
        check_limits("a", probed, make_recipe(poster=True, poster_at=5), Limits())


def test_a_book_that_is_removed_leaves_no_poster(tmp_path: Path) -> None:
    render(film(tmp_path / "a.mp4", [scene(1)] * 2), tmp_path / "out", make_recipe(**POSTER, poster_at=1))
    Book(locate(str(tmp_path / "out")), "a").remove()
    assert not (tmp_path / "out" / "a").exists()


def test_a_poster_that_somebody_else_put_there_stays_while_the_recipe_has_none(tmp_path: Path) -> None:
    video, theirs = film(tmp_path / "a.mp4", [scene(1)] * 2), tmp_path / "out" / "a" / "poster.jpg"
    usual = {**POSTER, "poster": False}
    render(video, tmp_path / "out", make_recipe(**usual))
    theirs.write_text("theirs")
    render(video, tmp_path / "out", make_recipe(**usual, fps=5))
    Book(locate(str(tmp_path / "out")), "a").remove()
    assert theirs.read_text() == "theirs"


@pytest.mark.parametrize("size", [(2, 2), (16, 320), (320, 16)])
def test_videos_of_any_shape_have_a_poster(tmp_path: Path, size: tuple[int, int]) -> None:
    video = clips.make(tmp_path / "a.mp4", frames=2, size=size)
    manifest = render(video, tmp_path / "out", make_recipe(**POSTER))
    assert manifest.complete
    assert jpeg(tmp_path / "out" / "a" / "poster.jpg").shape == (size[1], size[0], 3)
