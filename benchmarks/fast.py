"""A storyboard of an hour beside Jellyfin's: a tile of 320 pixels every 10 s, exact or with a tolerance of 5 s.

    uv run python -m benchmarks.fast CLIP [ROUNDS]

A 30 s clip is looped without encoding: to an hour for keyframes, to five minutes for exact pictures. The peers take
turns, and each ratio is of one round. The FFmpeg commands are those of Jellyfin's trickplay with and without "only key
frames" (ExtractVideoImagesOnIntervalAccelerated in MediaEncoder.cs, 10.10), but with all processors in place of one
thread, and sheets by `tile`, which Jellyfin puts together itself. Then the film is read by ranges from loopback, and
requests and bytes are counted.
"""

import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks import measure
from benchmarks.peers import FFMPEG, Command
from benchmarks.reading import Reads
from benchmarks.run import FLICKBOOK
from benchmarks.serve import served
from flickbook import api
from flickbook.core import wire
from flickbook.core.model import Manifest, Recipe
from flickbook.core.planning import job_for, longest_run, runs
from flickbook.outputs.recipes import make_recipe
from flickbook.outputs.registry import tolerance_of
from flickbook.outputs.render import Wanted, render
from flickbook.storage import open_source

HOUR, SHORT = 120, 10
INTERVAL, TOLERANCE, WIDTH = 10, 5, 320
STORYBOARD = ("--outputs", "storyboard", "--tile-interval", str(INTERVAL), "--tile-width", str(WIDTH))


def jellyfin(film: Path, folder: Path, *, keyframes: bool) -> Command:
    """Give Jellyfin's command."""
    skip = ("-skip_frame", "nokey") if keyframes else ()
    filters = f"fps=1/{INTERVAL},scale={WIDTH}:-1,tile=10x10"
    return [*FFMPEG, *skip, "-i", film, "-an", "-sn", "-vf", filters, "-q:v", "4", folder / "jellyfin-%d.jpg"]


def flickbook(film: Path, folder: Path, tolerance: object) -> Command:
    """Give our command."""
    within = ("--set", f"storyboard.tolerance={tolerance}")
    return [*FLICKBOOK, "render", film, "--out", folder / str(tolerance), *STORYBOARD, *within, "--force", "--json"]


def compare(theirs: Command, ours: Command, rounds: int) -> None:
    """Print the seconds of each round."""
    print("\n| round | Jellyfin | Flickbook | wall ÷ wall |\n|---|---|---|---|", flush=True)
    ratios = []
    for number in range(rounds):
        costs = [measure.run(command) for command in (theirs, ours)]
        ratios.append(costs[0].wall / costs[1].wall)
        shown = " | ".join(f"{cost.wall:.1f} s ({cost.cpu:.1f} s CPU)" for cost in costs)
        print(f"| {number + 1} | {shown} | {ratios[-1]:.2f} |", flush=True)
    print(f"\nmedian {statistics.median(ratios):.2f}")


def show_errors(manifest: Manifest) -> None:
    """Print how far a storyboard's pictures are off."""
    off: list[float] = []
    for file in manifest.files:
        starts = [file.start + INTERVAL * number for number in range(file.frames)]
        shown = file.shown if isinstance(file.shown, tuple) else starts
        off += [abs(second - start) for second, start in zip(shown, starts, strict=True)]
    print(f"\n{len(off)} tiles, off by {max(off):.2f} s at most, {statistics.mean(off):.2f} s on average")


def read(film: Path, recipe: Recipe, run_length: int, workers: int) -> tuple[int, Reads]:
    """Count jobs, and the requests and bytes of them all; each opens the film anew."""
    with served(film) as (url, tally):
        plan = api.plan(url, recipe=recipe)
        longest = longest_run(run_length, tolerance_of(recipe, plan.video.duration), recipe.snippet)
        jobs = [job_for(plan, run, "memory://unused") for run in runs(plan.snippets, workers, longest)]
        for job in jobs:
            with open_source(job.source) as file:
                wanted = [Wanted(snippet, job.recipe.outputs) for snippet in job.snippets]
                for _ in render(job, wanted, file, job.source.url):
                    pass
        return len(jobs), Reads(*tally.take())


def count(film: Path) -> None:
    """Print what a storyboard reads of a film."""
    options = {"storyboard.interval": INTERVAL, "storyboard.tile_width": WIDTH, "storyboard.tolerance": TOLERANCE}
    recipe = make_recipe(outputs=["storyboard"], **options)
    size = film.stat().st_size
    print("\n| jobs | requests | bytes read ÷ film |\n|---|---|---|")
    for run_length, workers in ((10, 2), (1, 1)):
        jobs, reads = read(film, recipe, run_length, workers)
        print(f"| {jobs} | {reads.requests} | {reads.bytes / size:.3f} |", flush=True)


def loop(clip: Path, film: Path, times: int) -> Path:
    """Loop a clip's picture without encoding it, and print what came out."""
    measure.run([*FFMPEG, "-stream_loop", str(times - 1), "-i", clip, "-map", "0:v:0", "-c", "copy", film])
    print(f"\n## {film.name}, {times} × 30 s, {film.stat().st_size / 1e9:.2f} GB")
    return film


def main(clip: Path, rounds: int) -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        short = loop(clip, folder / "exact.mp4", SHORT)
        compare(jellyfin(short, folder, keyframes=False), flickbook(short, folder, 0), rounds)
        film = loop(clip, folder / "film.mp4", HOUR)
        compare(jellyfin(film, folder, keyframes=True), flickbook(film, folder, TOLERANCE), rounds)
        stored = (folder / str(TOLERANCE) / film.stem / "manifest.json").read_bytes()
        show_errors(wire.decode(stored, Manifest, film.stem))
        count(film)
        count(loop(clip, folder / "film.mkv", HOUR))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 3)
