"""What 10,323 s of film would take on Lambda: snippets measured here, the fan-out a SIMULATION.

    python -m benchmarks.fanout [CALIBRATION.json | MEDIA] [--svg docs/images/fanout.svg]

MEDIA is a clip or a folder of clips of about 30 s; without it the sample. Each clip is looped to 180 s, served by
ranges on loopback and rendered by one worker on one thread, a snippet a job: each starts at the keyframe before, as on
Lambda; the first, which has none before it, is left out. The public sample's FFmpeg commands make the same snippets.
CALIBRATION.json is what `flickbook render --json` printed; then nothing is rendered. The plot shows the heaviest clip.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from benchmarks import measure, peers
from benchmarks.plot import Panel, draw
from benchmarks.serve import served
from flickbook.cli.estimate import read_calibration
from flickbook.core.settings import Prices
from flickbook.engines.aws.estimating import Calibration, Cloud, Estimate, Work, estimate, from_receipts
from flickbook.engines.aws.estimating.demand import VCPU_MB
from flickbook.engines.aws.estimating.forecast import film_demands, run
from flickbook.engines.aws.estimating.scaling import Task, concurrency
from flickbook.library.book import Book

SAMPLE = Path(__file__).parent.parent / "src" / "flickbook" / "sample" / "bbb-480p24-30s.mp4"
FILM = Fraction(10_323)
SIZES = (512, 1024, VCPU_MB, 2048)
# The public sample's film: 345 invocations of 4.311 s on average in 4096 MB, starting not counted.
THEIR_SECONDS, THEIR_MB, JOBS = 4.311, 4096, 345
THEIR_GB_SECONDS = JOBS * THEIR_SECONDS * THEIR_MB / 1024
GOAL = THEIR_GB_SECONDS / 2.5
_PLOTTED = ((1, "1 film"), (1000, "1,000 films at once"))


class Measured(NamedTuple):
    """One clip: its snippets, and what its whole process and the sample's commands took (None if not run)."""

    name: str
    calibration: Calibration
    peak: float | None
    script_cpu: float | None

    @property
    def cpu(self) -> float:
        """Mean processor seconds of a snippet of 30 s."""
        samples = self.calibration.samples
        return 30 * sum(sample.cpu for sample in samples) / sum(sample.seconds for sample in samples)


def measure_clip(clip: Path) -> Measured:
    """Render a looped clip with one worker, and let the sample's commands do the same."""
    with tempfile.TemporaryDirectory() as name:
        out, film = Path(name), Path(name) / "film.mp4"
        measure.run(peers.build_loop(clip, film))
        command: peers.Command = [
            sys.executable,
            "-m",
            "flickbook",
            "render",
            "--out",
            out,
            "--workers",
            "1",
            "--json",
        ]
        with served(film) as (url, _):
            peak = measure.run([*command, url]).peak
        book = Book(out.as_uri(), "film")
        plan = book.plan()
        assert plan is not None
        calibration = from_receipts(book.receipts(plan)[1:], clip.stem)
        commands = peers.serial_script(film, out)
        return Measured(clip.stem, calibration, peak, measure.run(*commands).cpu / (len(commands) / 2))


def show_measured(measured: Sequence[Measured]) -> None:
    """Print what was measured, and the like-for-like ratio: processor seconds of the same snippet."""
    print("## Measured: one snippet of 30 s, one thread\n")
    print("| clip | CPU s | the sample's commands, CPU s | ratio | peak MB | stored MB |\n|---|---|---|---|---|---|")
    for one in measured:
        samples = one.calibration.samples
        stored = sum(sample.gif_bytes + sample.still_bytes for sample in samples) / len(samples) / 1e6
        script = "| |" if one.script_cpu is None else f"| {one.script_cpu:.1f} | {one.script_cpu / one.cpu:.1f}"
        peak = "" if one.peak is None else f"{one.peak:.0f}"
        print(f"| {one.name} | {one.cpu:.2f} {script} | {peak} | {stored:.1f} |")


def show_gb_seconds(one: Measured) -> None:
    """Print the GB-seconds of the film by the function's size, beside the sample's and the goal."""
    print(f"\n## Estimated: GB-seconds of {float(FILM):,.0f} s like {one.name}\n")
    print(f"The sample's own film took {THEIR_GB_SECONDS:,.0f}; to reach: {GOAL:,.0f}.\n")
    print("| MB | s a job | all | rendering | S3 requests | cold starts |\n|---|---|---|---|---|---|")
    for memory in SIZES:
        found = _estimate(one, 1, memory)
        used = found.gb_seconds
        parts = (used.total, used.render, used.requests, used.start)
        print(f"| {memory} | {found.mean:.1f} | " + " | ".join(f"{part:,.0f}" for part in parts) + " |")
    if one.script_cpu is None:
        return
    # Its function had this many processor seconds a snippet at most, so its film was at least so much lighter.
    share = THEIR_SECONDS * THEIR_MB / VCPU_MB / one.script_cpu
    theirs = JOBS * one.script_cpu * VCPU_MB / 1024
    print(f"\nThe sample's commands on this clip, processors fully used and no waiting: {theirs:,.0f} GB-seconds.")
    print(f"Their film had at most {share:.2f} of this clip's work a snippet; Flickbook on a film that light, and")
    print("the sample's GB-seconds ÷ ours (theirs leave starting out):\n")
    print("| MB | all | without starts | ÷ all | ÷ without starts |\n|---|---|---|---|---|")
    for memory in SIZES:
        used = _estimate(_lighter(one, share), 1, memory).gb_seconds
        ours = (used.total, used.total - used.start)
        ratios = (THEIR_GB_SECONDS / value for value in ours)
        values = [f"{value:,.0f}" for value in ours] + [f"{ratio:.2f}" for ratio in ratios]
        print(f"| {memory} | {' | '.join(values)} |")


def show_fanout(one: Measured) -> None:
    """Print what the simulation says of 1 film and of 1,000 at once."""
    print(f"\n## SIMULATION: films of {float(FILM):,.0f} s like {one.name}, 2048 MB, arm64\n")
    print("| films | concurrency | jobs | makespan s | most at once | cold starts | GB-seconds | bill $ |")
    print("|---|---|---|---|---|---|---|---|")
    for films, most in ((1, 1000), (1000, 1000), (1000, 5000)):
        found = _estimate(one, films, 2048, most)
        cells = (found.jobs, found.makespan, found.peak, found.cold_starts, found.gb_seconds.total)
        print(
            f"| {films:,} | {most:,} | "
            + " | ".join(f"{cell:,.0f}" for cell in cells)
            + f" | {found.bill.total:,.2f} |"
        )


def plot(one: Measured) -> str:
    """Draw concurrency and completed snippets over time, for 1 film and for 1,000."""
    runs = [(label, run(film_demands(Work(FILM), one.calibration), films, Cloud())) for films, label in _PLOTTED]
    panels = [
        Panel(f"{label}: concurrency", "invocations running", "#1663a6", _from_zero(concurrency(tasks)))
        for label, tasks in runs
    ]
    panels += [
        Panel(f"{label}: completed snippets", "snippets completed", "#b3541e", _completed(tasks))
        for label, tasks in runs
    ]
    return draw(
        f"SIMULATION: films of {float(FILM):,.0f} s fanned out on AWS Lambda",
        (
            f"Not a run on AWS. Seconds a snippet measured on one core ({one.name}, {one.cpu:.1f} CPU s), function of",
            "2048 MB, 30 ms a request to S3, concurrency 1,000; 1,000 new environments a function in any 10 s.",
        ),
        panels,
    )


def _completed(tasks: Sequence[Task]) -> list[tuple[float, int]]:
    ends = [task.ended for task in tasks if not task.planner]
    return _from_zero([(second, number) for number, second in enumerate(ends, 1)])


def _from_zero(points: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    return [(0.0, 0), *points]


def _estimate(one: Measured, films: int, memory: int, most: int = 1000) -> Estimate:
    cloud = Cloud(memory=memory, concurrency=most)
    return estimate(Work(FILM, films=films), cloud, one.calibration, Prices())


def _lighter(one: Measured, share: float) -> Measured:
    """Give a clip of which every snippet takes only a share of the processor."""
    samples = tuple(
        replace(
            sample,
            cpu=sample.cpu * share,
            stills_cpu=sample.stills_cpu * share,
            storyboard_cpu=sample.storyboard_cpu * share,
        )
        for sample in one.calibration.samples
    )
    return one._replace(calibration=Calibration(one.calibration.origin, one.calibration.pixels, samples))


def main() -> None:
    """Measure or read, print Markdown tables, and write the plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--svg", type=Path, help="where to write the plot")
    chosen = parser.parse_args()
    # A snippet a job, as on Lambda.
    os.environ["FLICKBOOK_RUN_LENGTH"] = "1"
    if chosen.source.suffix == ".json":
        measured = [Measured(chosen.source.stem, read_calibration(str(chosen.source)), None, None)]
    else:
        clips = sorted(chosen.source.glob("*.mp4")) if chosen.source.is_dir() else [chosen.source]
        measured = [measure_clip(clip) for clip in clips]
    print(f"{time.strftime('%Y-%m-%d')}; the fan-out below is a SIMULATION, nothing ran on AWS.\n")
    show_measured(measured)
    for one in measured:
        show_gb_seconds(one)
        show_fanout(one)
    if chosen.svg is not None:
        chosen.svg.write_text(plot(max(measured, key=lambda one: one.cpu)), encoding="utf-8")


if __name__ == "__main__":
    main()
