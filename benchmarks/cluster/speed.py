"""How much faster two workers are than one, and what a cluster costs over one command with two processes."""

import statistics
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks import measure
from benchmarks.cluster import phases
from benchmarks.cluster.rig import FLICKBOOK, MAKERS, rig
from scripts.cluster import PREVIEWS

OTHERS = "(processor seconds of command, broker, store and workers' own programs)"


class Run(NamedTuple):
    """One making of a video: wall seconds of the command, where they went, and frames decoded."""

    wall: float
    parts: Mapping[str, float]
    decoded: int


def speed(folder: Path, video: Path, rounds: int) -> None:
    """Make a video with one worker and with two, and print the ratio; to reach 1.85."""
    print(
        "\n## Two workers against one\n\n| round | one worker, s | two workers, s | ÷ |\n|---|---|---|---|", flush=True
    )
    ratios, limits = [], []
    for number in range(1, rounds + 1):
        one, two = _on_cluster(folder, video, 1), _on_cluster(folder, video, 2)
        ratios.append(one.wall / two.wall)
        limits.append(2 * one.parts[phases.OWN] / two.parts[phases.OWN])
        print(f"| {number} | {one.wall:.1f} | {two.wall:.1f} | {ratios[-1]:.2f} |", flush=True)
    print(f"\nMedian {statistics.median(ratios):.2f}; frames decoded by two ÷ by one: {two.decoded / one.decoded:.3f}")
    # Cores that share caches and memory are slower when both work, whatever brings them their jobs.
    print(f"The same snippets at two at once would give {statistics.median(limits):.2f} if nothing were around them.")
    phases.show({"one worker": one.parts, "two workers": two.parts})


def overhead(folder: Path, video: Path, rounds: int) -> None:
    """Make a video with two workers and with one command that has two processes, in a store and in local files."""
    print("\n## A cluster's two workers against `flickbook render --workers 2`\n")
    print("| | round | render, s | cluster, s | ÷ |\n|---|---|---|---|---|", flush=True)
    seen: dict[str, Mapping[str, float]] = {}
    for where, local in (("SeaweedFS", False), ("local files", True)):
        ratios = []
        for number in range(1, rounds + 1):
            alone, shared = _alone(folder, video, local=local), _on_cluster(folder, video, 2, local=local)
            ratios.append(shared.wall / alone.wall)
            print(f"| {where} | {number} | {alone.wall:.1f} | {shared.wall:.1f} | {ratios[-1]:.2f} |", flush=True)
        print(f"| {where} | median | | | {statistics.median(ratios):.2f} |", flush=True)
        seen |= {f"{where}: render": alone.parts, f"{where}: cluster": shared.parts}
    phases.show(seen)


def _on_cluster(folder: Path, video: Path, workers: int, *, local: bool = False) -> Run:
    with rig(folder, workers) as found:
        source, out = (video, _fresh(folder)) if local else (found.put(video, f"film{video.suffix}")[0], PREVIEWS)
        before, begun = found.cpu(), time.time()
        cost = found.submit([source], "--wait", out=out)
        ended, after = time.time(), found.cpu()
        _, receipts = phases.read(str(out), "film" if not local else video.stem)
        # Its "done" is written a moment after the command sees the book.
        time.sleep(1)
        parts = phases.phases(begun, ended, receipts, found.lines())
        # What took the cores from the snippets.
        parts[OTHERS] = cost.cpu + sum(after[part] - before[part] for part in after if part != MAKERS)
        return Run(cost.wall, parts, sum(receipt.decoded for receipt in receipts))


def _alone(folder: Path, video: Path, *, local: bool) -> Run:
    """Run `flickbook render` while the same services idle."""
    with rig(folder, 0) as found:
        source, out = (video, _fresh(folder)) if local else (found.put(video, f"film{video.suffix}")[0], PREVIEWS)
        begun = time.time()
        cost = measure.run(_render([source], out))
        ended = time.time()
        _, receipts = phases.read(str(out), "film" if not local else video.stem)
        parts = phases.phases(begun, ended, receipts, [])
        return Run(cost.wall, parts, sum(receipt.decoded for receipt in receipts))


def _render(videos: Sequence[str | Path], out: str | Path) -> list[str | Path]:
    return [*FLICKBOOK, "render", *videos, "--out", out, "--workers", "2", "--json"]


def _fresh(folder: Path) -> Path:
    return folder / f"previews-{time.monotonic_ns()}"
