"""GIFs look like their source: held pixels stay near to it, the dither stands still, and palettes follow the scenes."""

import io
from fractions import Fraction
from functools import cache
from typing import cast

import av
import numpy as np
import pytest
from av.filter import Graph
from av.video.format import VideoFormat
from numpy.typing import NDArray
from PIL import Image, ImageSequence

from flickbook import api
from flickbook.cli.demo import SAMPLE
from flickbook.media.frames import FrameReader
from flickbook.media.input import open_video
from flickbook.media.picture import Painter
from flickbook.outputs.gif.dither import BINS, bins_of, patterns
from flickbook.outputs.gif.encoder import draw, make_gif
from flickbook.outputs.gif.hold import ALONE, ROUGH, changes, scenes
from flickbook.outputs.gif.lab import to_lab, to_rgb
from flickbook.outputs.gif.palette import make_palette
from tests import eye

Rgb = NDArray[np.uint8]

HEIGHT, WIDTH, COUNT = 54, 96, 24
LIMIT = 1.5


@cache
def pan(speed: float, seed: int = 1) -> Rgb:
    """Paint a slow pan over a sky, a gradient in all channels, and over rough ground, below it."""
    noise = np.random.default_rng(seed).integers(0, 256, (HEIGHT // 3, 2 * WIDTH, 3), np.uint8)
    rough = (eye.blur(noise) - 128) @ np.array([[3.0, 2, 1], [1, 2, 1], [0, 1, 1]]) / 2 + np.array([100, 120, 60])
    sky = np.stack([np.sin(np.arange(2 * WIDTH) / period) for period in (31, 43, 57)], axis=1)[None] * 50 + 150
    world = np.concatenate([np.repeat(sky, HEIGHT - len(rough), axis=0), np.clip(rough, 0, 255)])
    columns = np.arange(WIDTH)
    frames = []
    for number in range(COUNT):
        left, part = divmod(number * speed, 1)
        at = columns + int(left)
        frames.append(world[:, at] * (1 - part) + world[:, at + 1] * part)
    return np.rint(np.stack(frames)).astype(np.uint8)


def shown_in(data: bytes) -> Rgb:
    with Image.open(io.BytesIO(data)) as image:
        return np.stack([np.asarray(frame.convert("RGB")) for frame in ImageSequence.Iterator(image)])


def gif_of(frames: Rgb, quality: int = 50) -> bytes:
    return make_gif(frames, np.arange(len(frames)), Fraction(10), Fraction(len(frames), 10), quality)


def error(shown: Rgb, frames: Rgb) -> float:
    """Give the mean colour difference that the eye sees."""
    pairs = list(zip(shown, frames, strict=True))[::4]
    return float(np.mean([eye.differences(eye.blur(one), eye.blur(other)).mean() for one, other in pairs]))


@pytest.mark.parametrize("speed", [0.05, 0.4, 1.7])
def test_no_held_pixel_is_further_from_its_source_than_the_limit(speed: float) -> None:
    frames = pan(speed).astype(np.int16)
    drawn = changes(pan(speed), LIMIT)
    assert drawn[0].all()
    assert not drawn[1:].all()
    apart = held(frames, drawn)
    assert np.abs(apart).max() <= ALONE * ROUGH * LIMIT
    sky = np.stack([eye.blur((128 + one).astype(np.uint8))[: HEIGHT // 2] - 128 for one in apart])
    assert np.abs(sky).max() <= 2 * LIMIT


def test_a_picture_that_comes_to_rest_is_right_also_where_it_is_rough() -> None:
    frames = np.concatenate([pan(0.4), pan(0.4)[-1:]])
    apart = np.abs(held(frames.astype(np.int16), changes(frames, LIMIT)))
    assert apart[:-1].max() > ALONE * LIMIT
    assert apart[-1].max() <= ALONE * LIMIT


def held(frames: NDArray[np.int16], drawn: NDArray[np.bool_]) -> NDArray[np.int16]:
    """Give how far each pixel's source is from what it was when the pixel was drawn."""
    known, apart = frames[0], []
    for frame, fresh in zip(frames, drawn, strict=True):
        known = np.where(fresh[..., None], frame, known)
        apart.append(frame - known)
    return np.stack(apart)


def test_a_slow_pan_leaves_no_streaks() -> None:
    """A streak is a column of pixels that are all wrong in the same way, and worse from frame to frame."""
    frames = pan(0.1)
    shown = shown_in(gif_of(frames))
    sky = slice(0, HEIGHT // 2)
    wrong = np.stack([(eye.blur(one) - eye.blur(other))[sky] for one, other in zip(shown, frames, strict=True)])
    streaks = np.abs(wrong.mean(axis=1)).mean(axis=(1, 2))
    assert streaks[-10:].mean() < streaks[:5].mean() + LIMIT / 2
    assert np.abs(wrong.mean(axis=1)).max() < 4 * LIMIT


def test_a_pixel_is_not_held_alone_where_its_neighbours_are_drawn() -> None:
    frames = np.full((2, 20, 20, 3), 100, np.uint8)
    frames[1] = 110
    frames[1, 10, 10] = 102
    assert changes(frames, LIMIT)[1].all()


def test_the_dither_stands_still() -> None:
    """The same colour at the same place gets the same index, whatever moves elsewhere."""
    frames = np.repeat(pan(0.0)[:1], 8, axis=0)
    for number in range(8):
        frames[number, 20:30, 8 * number : 8 * number + 10] = 255 - 20 * number
    still = (frames == frames[0]).all(axis=(0, 3))
    scene = draw(frames, np.ones(frames.shape[:3], np.bool_), make_palette(frames, 20))
    assert len(np.unique(scene.indices[0][still])) > 8
    assert (scene.indices[:, still] == scene.indices[0, still]).all()


def test_a_pattern_is_nearer_to_a_colour_than_one_entry() -> None:
    palette = make_palette(pan(0.4), 24)
    colours = pan(0.4)[0, :10].reshape(-1, 3)
    bins = bins_of(colours)
    entries = patterns(np.unique(bins), palette).reshape(4, BINS)[:, bins]
    mixed = palette[entries].mean(axis=0)
    nearest = palette[((to_lab(colours)[:, None] - to_lab(palette)) ** 2).sum(axis=2).argmin(axis=1)]
    assert np.abs(mixed - colours).mean() < 0.7 * np.abs(nearest.astype(float) - colours).mean()


def test_fewer_bytes_or_nearer_to_the_source_is_the_choice_of_the_quality() -> None:
    frames = pan(0.4)
    made = [gif_of(frames, quality) for quality in (1, 25, 50, 75, 100)]
    sizes = [len(data) for data in made]
    errors = [error(shown_in(data), frames) for data in made]
    assert sizes == sorted(sizes)
    assert errors == sorted(errors, reverse=True)
    assert sizes[0] < 0.6 * sizes[2]


def test_held_pixels_save_a_third_and_cost_little(monkeypatch: pytest.MonkeyPatch) -> None:
    frames = pan(0.1)
    held = gif_of(frames)
    monkeypatch.setattr("flickbook.outputs.gif.encoder._HOLD", 0.0)
    fresh = gif_of(frames)
    assert len(held) < 0.67 * len(fresh)
    assert error(shown_in(held), frames) < error(shown_in(fresh), frames) + 0.5


@cache
def film() -> Rgb:
    """Cut three scenes together, each with colours of its own."""
    first, second = pan(1.7), pan(2.3, seed=2)
    return np.concatenate([first, 255 - second, second[..., [1, 2, 0]] // 2])


def test_fewer_bytes_and_nearer_to_the_source_than_palettegen() -> None:
    """Some seconds of the sample film, with two cuts; `make bench` compares whole clips."""
    video = api.probe(SAMPLE)
    painter = Painter(video, *video.fitted(240))
    with SAMPLE.open("rb") as file, open_video(file, SAMPLE.name, 10**8) as opened:
        instants = [10 + Fraction(3 * k, 10) for k in range(45)]
        frames = np.stack([painter.paint(frame) for frame in FrameReader(opened, video.origin).at(instants)])
    reference, data = palettegen(frames), gif_of(frames)
    assert len(data) <= 0.6 * len(reference)
    assert error(shown_in(data), frames) <= 0.9 * error(shown_in(reference), frames)


def palettegen(frames: Rgb) -> bytes:
    """Make the GIF that FFmpeg's palettegen and paletteuse give."""
    height, width = frames.shape[1:3]
    graph = Graph()
    source = graph.add_buffer(width=width, height=height, format=VideoFormat("rgb24"), time_base=Fraction(1, 10))
    split, colours, use = (graph.add(name) for name in ("split", "palettegen", "paletteuse"))
    sink = graph.add("buffersink")
    source.link_to(split)
    split.link_to(use, 0, 0)
    split.link_to(colours, 1, 0)
    colours.link_to(use, 0, 1)
    use.link_to(sink)
    graph.configure()
    target = io.BytesIO()
    with av.open(target, "w", format="gif") as container:
        stream = container.add_stream("gif", rate=10)
        stream.width, stream.height, stream.pix_fmt = width, height, "pal8"
        for number, picture in enumerate(frames):
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, 10)
            source.push(frame)
        source.push(None)
        for _ in frames:
            container.mux(stream.encode(cast(av.VideoFrame, sink.pull())))
        container.mux(stream.encode(None))
    return target.getvalue()


def test_scenes_are_cut_where_the_picture_changes_and_not_in_pans_or_noise() -> None:
    assert [scene.start for scene in scenes(film())] == [0, COUNT, 2 * COUNT]
    assert scenes(pan(1.7)) == [slice(0, COUNT)]
    assert scenes(pan(0.1)[:1]) == [slice(0, 1)]
    noise = np.random.default_rng(3).integers(0, 256, (60, 20, 30, 3), np.uint8)
    assert scenes(noise) == [slice(0, 60)]


def test_each_scene_has_a_palette_of_its_own_and_every_reader_finds_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("flickbook.outputs.gif.encoder._TABLES", 1)  # in pictures this small, they would not pay
    data = gif_of(film())
    shown = shown_in(data)
    with av.open(io.BytesIO(data), "r") as container:
        decoded = [frame.to_ndarray(format="rgb24") for frame in container.decode(video=0)]
    assert np.array_equal(np.stack(decoded), shown)
    colours = [np.unique(shown[start : start + COUNT].reshape(-1, 3), axis=0) for start in range(0, 3 * COUNT, COUNT)]
    assert sum(len(own) for own in colours) > 2 * 255
    assert error(shown, film()) < 1


def test_scenes_without_motion_share_a_table() -> None:
    slides = np.concatenate([np.repeat(scene[:1], 30, axis=0) for scene in np.split(film(), 3)])
    lone = sum(len(gif_of(slides[start : start + 1])) for start in (0, 30, 60))
    assert len(gif_of(slides)) < lone + 90 * 32


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (5, 2)])
def test_the_smallest_pictures(size: tuple[int, int]) -> None:
    frames = np.random.default_rng(1).integers(0, 256, (4, *size, 3), np.uint8)
    shown = shown_in(gif_of(frames, 100))
    assert shown.shape == frames.shape
    assert np.abs(shown.astype(int) - frames).max() <= 24


def test_lab_is_cielab_and_comes_back() -> None:
    known = {(255, 255, 255): (100, 0, 0), (255, 0, 0): (53.24, 80.09, 67.20), (0, 0, 255): (32.30, 79.19, -107.86)}
    assert to_lab(np.array(list(known))) == pytest.approx(np.array(list(known.values())), abs=0.02)
    colours = np.random.default_rng(5).integers(0, 256, (500, 3), np.uint8)
    assert np.array_equal(to_rgb(to_lab(colours)), colours)
