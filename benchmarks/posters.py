"""Posters against the middle frame and FFmpeg's filter `thumbnail`: how often one is black, blurred, fading or a title.

The films are cuts of a clip of Big Buck Bunny, and films that are edited here from its scenes: with black beginnings,
title cards, fades, dissolves, whips, scenes out of focus, letters, credits and bars. So it is known of each frame what
is wrong with it. A sheet of all posters is written to benchmarks/out.

    uv run python -m benchmarks.posters CLIP [FILMS [SEED]]
"""

import json
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw

from benchmarks import measure, peers
from flickbook.outputs.recipes import make_recipe
from tests import books, clips

OUT = Path(__file__).parent / "out"
WIDTH, HEIGHT, FPS = 320, 180, 10
# What is wrong with the frames of the clip itself, by the second from which it holds; other frames are good.
CLIP_FAULTS = ((0, "black"), (0.8, "fade"), (2.1, ""), (20.5, "letters"), (23, ""), (24.9, "letters"))
SCENES = ((2.1, 11.9), (11.9, 15.8), (15.8, 20.4), (23, 24.9))
FILMS = 12
CUTS = ((0, 8), (0, 2), (18, 24), (20, 28), (21, 30), (10, 30), (24, 30), (0, 30))


class Frame(NamedTuple):
    """A picture, and what is wrong with it."""

    picture: clips.Rgb
    fault: str = ""


Film = list[Frame]


def source(clip: Path) -> Film:
    """Decode the clip by FFmpeg, ten small frames a second."""
    scale = f"fps={FPS},scale={WIDTH}:{HEIGHT}:flags=area"
    command: peers.Command = [*peers.FFMPEG, "-i", clip, "-vf", scale, "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    pictures = measure.read_raw(command, WIDTH, HEIGHT, 3)
    faults = [next(fault for start, fault in reversed(CLIP_FAULTS) if k / FPS >= start) for k in range(len(pictures))]
    return [Frame(picture, fault) for picture, fault in zip(pictures, faults, strict=True)]


def edited(clip: Film, rng: np.random.Generator) -> Film:
    """Edit a film of scenes, with something between them."""
    film = _opening(rng)
    for _ in range(rng.integers(2, 5)):
        start, end = SCENES[rng.integers(len(SCENES))]
        length = min(end - start, rng.uniform(1.2, 4))
        first = rng.uniform(start, end - length)
        grade = _grade(rng)
        scene = [Frame(grade(each.picture)) for each in clip[round(first * FPS) : round((first + length) * FPS)]]
        film = _TRANSITIONS[rng.integers(len(_TRANSITIONS))](film, scene, rng)
    film = _faded(film, [Frame(np.zeros_like(film[0].picture), "black")] * FPS, rng)
    if rng.random() < 0.5:
        film += [Frame(_lettered(np.zeros_like(film[0].picture), 7, -2 * k), "card") for k in range(4 * FPS)]
    bars = rng.random() < 0.3
    return [each._replace(picture=_boxed(each.picture)) for each in film] if bars else film


def _opening(rng: np.random.Generator) -> Film:
    black, colour = np.zeros((HEIGHT, WIDTH, 3), np.uint8), rng.integers(0, 120, 3)
    card = _lettered(np.broadcast_to(colour, black.shape).astype(np.uint8), 2, 60)
    kinds = [Frame(black, "black"), Frame(card, "card")]
    return [kinds[rng.integers(2)]] * round(rng.uniform(0.3, 4) * FPS)


def _grade(rng: np.random.Generator) -> Callable[[clips.Rgb], clips.Rgb]:
    """Return what makes another scene of one: mirrored, with other colours, darker, softer in colour."""
    mirrored, order, gain = rng.random() < 0.5, rng.permutation(3), rng.uniform(0.45, 1)

    def apply(picture: clips.Rgb) -> clips.Rgb:
        turned = picture[:, ::-1] if mirrored else picture
        return (turned[..., order] * gain).astype(np.uint8)

    return apply


def _lettered(picture: clips.Rgb, lines: int, top: int) -> clips.Rgb:
    image = Image.fromarray(picture)
    for line in range(lines):
        text = "PRODUCED BY SOMEBODY" if line % 2 else "A FILM OF MANY NAMES"
        ImageDraw.Draw(image).text((60, top + 34 * line), text, "white", font_size=18)
    return np.asarray(image)


def _boxed(picture: clips.Rgb) -> clips.Rgb:
    laid = picture.copy()
    laid[:22] = laid[-22:] = 0
    return laid


def _mix(before: Film, after: Film, fault: str) -> Film:
    """Return frames between the last and the first, as many as both films lend."""
    count = min(FPS, len(before), len(after))
    shares = [(k + 1) / (count + 1) for k in range(count)]
    return [
        Frame((earlier.picture * (1 - share) + later.picture * share).astype(np.uint8), fault)
        for earlier, later, share in zip(before[-count:], after[:count], shares, strict=True)
    ]


def _cut(film: Film, scene: Film, _: np.random.Generator) -> Film:
    return film + scene


def _faded(film: Film, scene: Film, _: np.random.Generator) -> Film:
    """Fade through black."""
    black = [Frame(np.zeros_like(film[0].picture), "black")] * (FPS // 2)
    return [*film[:-FPS], *_mix(film, black * 2, "fade"), *black, *_mix(black * 2, scene, "fade"), *scene[FPS:]]


def _dissolved(film: Film, scene: Film, _: np.random.Generator) -> Film:
    return [*film[:-FPS], *_mix(film, scene, "fade"), *scene[FPS:]]


def _whipped(film: Film, scene: Film, _: np.random.Generator) -> Film:
    """Let the camera whip: blur along the rows."""
    whip = [np.mean([np.roll(each.picture, 3 * step, 1) for step in range(-4, 5)], axis=0) for each in scene[:FPS]]
    return [*film, *(Frame(picture.astype(np.uint8), "blurred") for picture in whip), *scene[FPS:]]


def _focused(film: Film, scene: Film, _: np.random.Generator) -> Film:
    """Begin out of focus."""
    soft = [Image.fromarray(each.picture).resize((WIDTH // 10, HEIGHT // 10)) for each in scene[: 2 * FPS]]
    pictures = [np.asarray(small.resize((WIDTH, HEIGHT), Image.Resampling.BICUBIC)) for small in soft]
    return [*film, *(Frame(picture, "blurred") for picture in pictures), *scene[2 * FPS :]]


def _titled(film: Film, scene: Film, _: np.random.Generator) -> Film:
    """Lay letters on the scene."""
    return [*film, *(Frame(_lettered(each.picture, 3, 40), "letters") for each in scene)]


_TRANSITIONS = (_cut, _cut, _faded, _dissolved, _whipped, _focused, _titled)


def middle(path: Path, film: Film) -> int:
    """Return the number of the frame in the middle."""
    assert path.exists()
    return len(film) // 2


def thumbnail(path: Path, film: Film) -> int:
    """Return the number of the frame that FFmpeg's filter chooses among the first hundred, its default."""
    return _filtered(path, "thumbnail", film)


def thumbnail_of_all(path: Path, film: Film) -> int:
    """Return the number of the frame that FFmpeg's filter chooses among all."""
    return _filtered(path, f"thumbnail={len(film)}", film)


def _filtered(path: Path, name: str, film: Film) -> int:
    command: peers.Command = [*peers.FFMPEG, "-i", path, "-vf", name, "-frames:v", "1", "-fps_mode", "passthrough"]
    command += ["-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    (chosen,) = measure.read_raw(command, WIDTH, HEIGHT, 3)
    apart = [float(np.abs(each.picture.astype(int) - chosen).mean()) for each in film]
    return apart.index(min(apart))


def ours(path: Path, film: Film) -> int:
    """Return the number of the frame that Flickbook chooses."""
    manifest = books.render(path, path.parent / "books", make_recipe(outputs=["stills", "storyboard", "poster"]))
    listed = json.loads((path.parent / "books" / manifest.name / "posters.json").read_text())
    return min(len(film) - 1, round(float(listed["time"]) * FPS))


CHOICES: tuple[Callable[[Path, Film], int], ...] = (middle, thumbnail, thumbnail_of_all, ours)


def films(clip: Film, count: int, first: int) -> Iterator[Film]:
    """Yield the cuts of the clip, then so many edited films, by seeds from the first on."""
    yield from (clip[start * FPS : end * FPS] for start, end in CUTS)
    yield from (edited(clip, np.random.default_rng(seed)) for seed in range(first, first + count))


def sheet(rows: list[list[Frame]]) -> Image.Image:
    """Lay the posters of two films beside each other in a row; those with a fault have a red frame."""
    wide, high = WIDTH // 2, HEIGHT // 2
    whole = Image.new("RGB", (wide * 2 * len(CHOICES) + 12, -(-len(rows) // 2) * high), "white")
    for number, row in enumerate(rows):
        for place, (picture, fault) in enumerate(row):
            small = Image.fromarray(picture).resize((wide, high))
            if fault:
                ImageDraw.Draw(small).rectangle((0, 0, wide - 1, high - 1), outline="red", width=4)
                ImageDraw.Draw(small).text((8, 6), fault, "red", font_size=14)
            left = number % 2 * (wide * len(CHOICES) + 12) + place * wide
            whole.paste(small, (left, number // 2 * high))
    return whole


def main(clip: Path, count: int = FILMS, seed: int = 0) -> None:
    """Print the share of posters with each fault, and write the sheet."""
    decoded = source(clip)
    rows: list[list[Frame]] = []
    bad = 0
    with tempfile.TemporaryDirectory() as name:
        for number, film in enumerate(films(decoded, count, seed)):
            path = Path(name) / f"{number}.mp4"
            clips.make(path, pictures=(each.picture for each in film), frames=len(film), rate=FPS, size=(WIDTH, HEIGHT))
            bad += all(each.fault for each in film[::FPS])
            rows.append([film[choose(path, film)] for choose in CHOICES])
    print(f"{len(rows)} films, of which {bad} have no good frame at a whole second: posters with a fault")
    for place, choose in enumerate(CHOICES):
        faults = Counter(row[place].fault for row in rows if row[place].fault)
        named = ", ".join(f"{fault} {number}" for fault, number in sorted(faults.items()))
        print(f"  {choose.__name__:16} {faults.total():3} ({faults.total() / len(rows):4.0%})  {named}")
    OUT.mkdir(exist_ok=True)
    sheet(rows).save(OUT / "posters.png")
    print(f"  from left to right: {', '.join(choose.__name__ for choose in CHOICES)}: {OUT / 'posters.png'}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), *map(int, sys.argv[2:4]))
