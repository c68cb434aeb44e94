"""`make bench`: Flickbook beside the serial script, the expert's FFmpeg and a bare decode, in one run.

    make bench MEDIA=FOLDER [ROUNDS=3]

FOLDER holds 30 s clips (`*.mp4`); each is looped to 180 s. Without it the sample clip is used. Peers take turns
within a round, and every ratio is of one round, so that it holds although the machine's speed drifts.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks import measure, peers
from benchmarks.measure import Cost

SAMPLE = Path(__file__).parent.parent / "src" / "flickbook" / "sample"
FLICKBOOK = [sys.executable, "-m", "flickbook"]

Round = dict[str, Cost]


def time_clip(clip: Path, folder: Path, rounds: int) -> list[Round]:
    """Let the peers take turns on a clip looped to 180 s."""
    video = folder / f"{clip.stem}-180s.mp4"
    measure.run(peers.build_loop(clip, video))
    contestants: dict[str, Callable[[], Cost]] = {
        "serial script": lambda: measure.run(*peers.serial_script(video, folder)),
        "expert's FFmpeg": lambda: measure.run(*peers.expert(video, folder)),
        "bare decode": lambda: measure.run(peers.bare_decode(video)),
        "Flickbook": lambda: flickbook(video, folder),
        "Flickbook, GIFs alone": lambda: flickbook(video, folder, "--outputs", "gif"),
        "Flickbook --fast": lambda: flickbook(video, folder, "--fast"),
    }
    return [{name: contestant() for name, contestant in contestants.items()} for _ in range(rounds)]


def flickbook(video: Path, folder: Path, *options: str) -> Cost:
    """Render a video anew."""
    return measure.run([*FLICKBOOK, "render", video, "--out", folder / "previews", "--force", "--json", *options])


def decoded_ratio(clip: Path, folder: Path) -> float:
    """Give the frames that the parallel run decoded ÷ those of a single pass over the whole."""
    video = folder / f"{clip.stem}-180s.mp4"
    counts = []
    for workers, length in ((2, 10), (1, 1000)):
        command = [
            *FLICKBOOK,
            "render",
            str(video),
            "--out",
            str(folder / f"w{workers}"),
            "--workers",
            str(workers),
            "--json",
        ]
        text = subprocess.run(
            command, stdout=subprocess.PIPE, check=True, env={**os.environ, "FLICKBOOK_RUN_LENGTH": str(length)}
        ).stdout
        counts.append(json.loads(text)["videos"][0]["totals"]["frames_decoded"])
    return float(counts[0] / counts[1])


def help_time() -> float:
    """Give the median wall seconds of `flickbook --help` over nine runs."""
    return statistics.median(measure.run([*FLICKBOOK, "--help"]).wall for _ in range(9))


def show_times(clip: Path, rounds: list[Round], decoded: float) -> None:
    """Print the costs, and the ratios the project is held to."""
    print(f"\n## {clip.stem}, 180 s, median of {len(rounds)} round(s)\n")
    print("| | wall s | CPU s | peak MB of a process |\n|---|---|---|---|")
    for name in rounds[0]:
        costs = [costs[name] for costs in rounds]
        wall, cpu, peak = (statistics.median(column) for column in zip(*costs, strict=True))
        print(f"| {name} | {wall:.1f} | {cpu:.1f} | {peak:.0f} |")
    print("\n| ratio | median | min | max |\n|---|---|---|---|")
    ratios: dict[str, Callable[[Round], float]] = {
        "wall, serial script ÷ Flickbook": lambda r: r["serial script"].wall / r["Flickbook"].wall,
        "CPU, Flickbook ÷ serial script": lambda r: r["Flickbook"].cpu / r["serial script"].cpu,
        "wall, Flickbook ÷ bare decode": lambda r: r["Flickbook"].wall / r["bare decode"].wall,
        "wall, Flickbook's GIFs alone ÷ bare decode": lambda r: r["Flickbook, GIFs alone"].wall / r["bare decode"].wall,
        "wall, serial script ÷ Flickbook --fast": lambda r: r["serial script"].wall / r["Flickbook --fast"].wall,
        "wall, expert's FFmpeg ÷ Flickbook": lambda r: r["expert's FFmpeg"].wall / r["Flickbook"].wall,
    }
    for name, ratio in ratios.items():
        values = [ratio(costs) for costs in rounds]
        print(f"| {name} | {statistics.median(values):.2f} | {min(values):.2f} | {max(values):.2f} |")
    print(f"| frames decoded ÷ a single pass | {decoded:.3f} | | |")


def main() -> None:
    """Run everything and print Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("media", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--rounds", type=int, default=1)
    chosen = parser.parse_args()
    print(f"{time.strftime('%Y-%m-%d')}, `flickbook --help`: {help_time():.2f} s (median of 9)")
    for clip in sorted(chosen.media.glob("*.mp4")):
        with tempfile.TemporaryDirectory() as name:
            rounds = time_clip(clip, Path(name), chosen.rounds)
            show_times(clip, rounds, decoded_ratio(clip, Path(name)))
        print("\n```", flush=True)
        # In a process of its own: a child's peak memory is counted from that of the process that forked it.
        subprocess.run([sys.executable, "-m", "benchmarks.pictures", clip], check=True)
        print("```\n", flush=True)
        subprocess.run([sys.executable, "-m", "benchmarks.costs", clip], check=True)


if __name__ == "__main__":
    main()
