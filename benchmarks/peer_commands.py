"""`make bench-peers`: Flickbook beside the commands that other programs run for the same storyboard.

    make bench-peers FILM=FILE [MINUTES=60]

FILM is looped to MINUTES without encoding, and each program makes a picture every ten seconds at 320 pixels, as its own
settings say. A second film of variable frame rate carries frame numbers in its pixels: there it is measured how far the
frame of each picture lies from the one that is on screen at that moment, which nobody publishes.

The commands are those that the programs' code puts together; CITED names the version and the file.
"""

import argparse
import io
import json
import subprocess
import sys
import tempfile
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil
from pathlib import Path
from typing import NamedTuple

import numpy as np
from PIL import Image

from benchmarks import measure
from benchmarks.peers import FFMPEG, Command, serial_script
from tests import clips

INTERVAL, WIDTH = 10, 320
FLICKBOOK: Command = [sys.executable, "-m", "flickbook", "render"]
CITED = """
| program | version, file |
|---|---|
| Jellyfin | 2026-08-22, MediaBrowser.MediaEncoding/Encoder/MediaEncoder.cs, `ExtractVideoImagesOnIntervalAccelerated` |
| media_preview_generator | 2026-08, `processing/generator.py` |
| Stash | 2026-01-11, `pkg/ffmpeg/transcoder/screenshot.go`, `pkg/scene/generate/sprite.go` |
| PeerTube | 2026, `packages/ffmpeg/src/ffmpeg-images.ts` |
"""

Shown = list[tuple[Fraction, clips.Rgb]]


class Program(NamedTuple):
    """What is run: its commands for a video of so many seconds, and the pictures that they leave in a folder."""

    name: str
    commands: Callable[[Path, Path, Fraction], Sequence[Command]]
    shown: Callable[[Path, Fraction], Shown]


def jellyfin(keyframes: bool) -> Callable[[Path, Path, Fraction], list[Command]]:
    """Return the maker of Jellyfin's command; exact, it counts frames in place of reading their times."""

    def commands(video: Path, out: Path, _: Fraction) -> list[Command]:
        head = ("-skip_frame", "nokey") if keyframes else ()
        clock = "" if keyframes else f"setpts=N/{nominal_rate(video)}/TB,"
        scale = f"scale=trunc(min(max(iw\\,ih*a)\\,{WIDTH})/2)*2:trunc(ow/a/2)*2"
        graph = f"{clock}fps={1 / INTERVAL},{scale}"
        end = ("-threads", "1", "-c:v", "mjpeg", "-qscale:v", "4", "-f", "image2", out / "%08d.jpg")
        return [[*FFMPEG, *head, "-threads", "1", "-i", video, "-an", "-sn", "-vf", graph, *end]]

    return commands


def preview_generator(*head: str) -> Callable[[Path, Path, Fraction], list[Command]]:
    """Return the maker of media_preview_generator's command, with its options before the input."""

    def commands(video: Path, out: Path, _: Fraction) -> list[Command]:
        graph = f"fps=fps={1 / INTERVAL}:round=up,scale=w={WIDTH}:h=240:force_original_aspect_ratio=decrease"
        return [[*FFMPEG, *head, "-i", video, "-an", "-sn", "-dn", "-q:v", "4", "-vf", graph, out / "img-%06d.jpg"]]

    return commands


def stash(video: Path, out: Path, duration: Fraction) -> list[Command]:
    """Return Stash's 81 commands, each of which seeks."""
    step = duration / 81
    end = ("-frames:v", "1", "-vf", "scale=160:-2", "-c:v", "bmp", "-f", "rawvideo")
    return [[*FFMPEG, "-ss", f"{float(k * step):.3f}", "-i", video, *end, out / f"{k:02d}.bmp"] for k in range(81)]


def peertube(video: Path, out: Path, duration: Fraction) -> list[Command]:
    """Return PeerTube's command: it counts frames too, and has at most 121 tiles."""
    every = peertube_interval(duration)
    columns, rows = peertube_grid(duration)
    clock = f"setpts='N/round(FRAME_RATE)/TB',select='not(mod(t\\,{every}))'"
    graph = f"{clock},scale=192:108,tile=layout={columns}x{rows}"
    return [[*FFMPEG, "-i", video, "-vf", graph, "-frames:v", "1", "-q:v", "2", out / "sprite.jpg"]]


def peertube_interval(duration: Fraction) -> int:
    """Return the seconds from tile to tile."""
    return max(1, ceil(duration / 121))


def peertube_grid(duration: Fraction) -> tuple[int, int]:
    """Return columns and rows."""
    columns = ceil(ceil(duration / peertube_interval(duration)) ** 0.5)
    return columns, columns


def flickbook(*options: str) -> Callable[[Path, Path, Fraction], list[Command]]:
    """Return the maker of our command."""

    def commands(video: Path, out: Path, _: Fraction) -> list[Command]:
        return [[*FLICKBOOK, video, "--out", out, "--force", "--json", *options]]

    return commands


def storyboard(tolerance: str) -> tuple[str, ...]:
    """Return the options of a storyboard like the others'."""
    chosen = {"interval": str(INTERVAL), "tile_width": str(WIDTH), "tolerance": tolerance}
    settings = (f"storyboard.{name}={value}" for name, value in chosen.items())
    return "--outputs", "storyboard", *(part for setting in settings for part in ("--set", setting))


def numbered(pattern: str, step: Callable[[Fraction], Fraction]) -> Callable[[Path, Fraction], Shown]:
    """Return the reader of files in order, one each `step(duration)` seconds."""

    def shown(out: Path, duration: Fraction) -> Shown:
        return [(k * step(duration), read_rgb(path)) for k, path in enumerate(sorted(out.glob(pattern)))]

    return shown


def of_sprite(out: Path, duration: Fraction) -> Shown:
    """Return the tiles of PeerTube's sprite sheet."""
    sheet = read_rgb(out / "sprite.jpg")
    columns, _ = peertube_grid(duration)
    every = peertube_interval(duration)
    places = (divmod(k, columns) for k in range(ceil(duration / every)))
    tiles = (sheet[108 * row : 108 * (row + 1), 192 * column : 192 * (column + 1)] for row, column in places)
    return [(Fraction(k * every), tile) for k, tile in enumerate(tiles)]


def of_storyboard(out: Path, _: Fraction) -> Shown:
    """Return our tiles, found by the Mux JSON as a player finds them."""
    (described,) = out.glob("*/storyboard.json")
    document = json.loads(described.read_text())
    size = document["tile_width"], document["tile_height"]
    found = []
    for tile in document["tiles"]:
        sheet = read_rgb(described.with_name(tile.get("url", document["url"])))
        found.append((Fraction(tile["start"]), sheet[tile["y"] : tile["y"] + size[1], tile["x"] : tile["x"] + size[0]]))
    return found


def read_rgb(path: Path) -> clips.Rgb:
    """Return a picture file's pixels."""
    return np.asarray(Image.open(io.BytesIO(path.read_bytes())).convert("RGB"))


def nominal_rate(video: Path) -> str:
    """Return the frame rate that ffprobe says on average, as Jellyfin asks for it."""
    entry = ("-select_streams", "v:0", "-show_entries", "stream=avg_frame_rate", "-of", "csv=p=0")
    text = subprocess.run(["ffprobe", "-v", "error", *entry, str(video)], stdout=subprocess.PIPE, check=True).stdout
    return f"{float(Fraction(text.decode().strip().strip(','))):.6g}"


def make_film(clip: Path, seconds: int, target: Path) -> None:
    """Loop a clip to so many seconds without encoding."""
    loop = ("-stream_loop", "-1", "-i", clip, "-t", str(seconds), "-map", "0:v:0", "-c", "copy")
    measure.run([*FFMPEG, *loop, target])


def make_numbered(target: Path) -> list[Fraction]:
    """Write a film of variable rate whose frames carry their number, and return their times."""
    steps = [Fraction(1, 60), Fraction(1, 24), Fraction(1, 15), Fraction(1, 8)]
    times, now = [], Fraction(0)
    for k in range(clips.NUMBERS):
        times.append(now)
        now += steps[k // 97 % len(steps)]
    options = {**clips.X264, "g": "120"}
    clips.make(target, frames=clips.NUMBERS, times=times, base=Fraction(1, 90000), size=(320, 192), options=options)
    return times


class Errors(NamedTuple):
    """What is wrong with pictures: seconds, pictures that repeat the one before, and pictures that are missing."""

    largest: float
    mean: float
    repeated: int
    missing: int


def errors_of(shown: Shown, times: Sequence[Fraction]) -> Errors:
    """Compare each picture's frame with the one that is on screen at the picture's moment."""
    numbers = [number_of(picture) for _, picture in shown]
    off = [
        abs(float(times[number] - times[max(0, bisect_right(times, instant) - 1)]))
        for (instant, _), number in zip(shown, numbers, strict=True)
        if number is not None
    ]
    repeated = sum(before == after is not None for before, after in pairwise(numbers))
    wanted = ceil((times[-1] - shown[0][0]) / (shown[1][0] - shown[0][0]))
    return Errors(max(off), sum(off) / len(off), repeated, max(0, wanted - len(off)))


def number_of(picture: clips.Rgb) -> int | None:
    """Return a picture's number, or None if it has none: black padding, or two frames in one."""
    try:
        return clips.read(picture)
    except AssertionError:
        return None


def programs() -> Iterator[Program]:
    """Yield all programs, those that need a card only if there is one."""
    every = numbered("*.jpg", lambda _: Fraction(INTERVAL))
    yield Program("Jellyfin, exact", jellyfin(False), every)
    yield Program("Jellyfin, keyframes", jellyfin(True), every)
    yield Program("media_preview_generator", preview_generator("-threads:v", "1"), every)
    if Path("/dev/nvidia0").exists():
        yield Program("media_preview_generator, CUDA", preview_generator("-hwaccel", "cuda"), every)
    yield Program("Stash, 81 seeks", stash, numbered("*.bmp", lambda duration: duration / 81))
    yield Program("PeerTube", peertube, of_sprite)
    yield Program("Flickbook, exact", flickbook(*storyboard("0")), of_storyboard)
    yield Program("Flickbook, tolerance 5 s", flickbook(*storyboard("5")), of_storyboard)
    yield Program("Flickbook --fast", flickbook("--fast"), of_storyboard)


def shown_by(program: Program, video: Path, duration: Fraction, folder: Path) -> Shown:
    """Run a program in an empty folder, and return its pictures."""
    with tempfile.TemporaryDirectory(dir=folder) as name:
        measure.run(*program.commands(video, Path(name), duration))
        return program.shown(Path(name), duration)


def main() -> None:
    """Run everything and print Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("film", type=Path)
    parser.add_argument("--minutes", type=int, default=60)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        film, rate = folder / f"film{chosen.film.suffix}", folder / "numbers.mp4"
        make_film(chosen.film, 60 * chosen.minutes, film)
        times = make_numbered(rate)
        print(f"{time.strftime('%Y-%m-%d')}, {chosen.film.name} looped to {chosen.minutes} min\n")
        print("| | wall s | CPU s | MB | largest error s | mean error s | repeated | missing |")
        print("|---|---|---|---|---|---|---|---|")
        for program in programs():
            with tempfile.TemporaryDirectory(dir=folder) as out:
                cost = measure.run(*program.commands(film, Path(out), Fraction(60 * chosen.minutes)))
                size = sum(path.stat().st_size for path in Path(out).rglob("*.jpg")) / 1e6
            found = errors_of(shown_by(program, rate, times[-1], folder), times)
            columns = f"{found.largest:.2f} | {found.mean:.2f} | {found.repeated} | {found.missing}"
            print(f"| {program.name} | {cost.wall:.1f} | {cost.cpu:.1f} | {size:.1f} | {columns} |", flush=True)
        script = measure.run(*serial_script(film, folder, 180))
        print(f"\nThe serial script (GIFs and stills) takes {script.wall / 180:.3f} s a second of this film.")
        print(CITED)


if __name__ == "__main__":
    main()
