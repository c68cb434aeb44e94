"""What of a video is made twice when a worker is killed in mid-job."""

import os
import signal
import time
from collections import Counter
from pathlib import Path

from benchmarks.cluster import phases
from benchmarks.cluster.rig import Line, lines_of, rig, wait_until
from scripts.cluster import PREVIEWS
from scripts.process import Service

# Between a snippet of the victim's and its death, by round: each dies at another point of a snippet.
AFTER_SECONDS = (0.3, 1.2, 2.4)


def redone(folder: Path, video: Path, rounds: int) -> None:
    """Kill one of two workers while both are at a video; to reach: at most its current snippet is made again."""
    print("\n## kill -9 of one of two workers in mid-job\n")
    print("| round | snippets | made by the dead | made twice | begun in vain, s | a snippet's mean, s | wall, s |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for number in range(rounds):
        cells = _round(folder, video, AFTER_SECONDS[number % len(AFTER_SECONDS)])
        print(f"| {number + 1} | {cells} |", flush=True)


def _round(folder: Path, video: Path, after: float) -> str:
    with rig(folder, 2) as found:
        source = found.put(video, f"film{video.suffix}")
        victim, begun = found.parts.workers[0], time.time()
        found.submit(source)
        wait_until("the victim's first snippet", lambda: _made(victim), pause=0.02)
        time.sleep(after)
        killed = time.time()
        os.kill(victim.pid, signal.SIGKILL)
        wait_until("the end", lambda: phases.is_bound(PREVIEWS, "film"))
        wall = time.time() - begun
        _, receipts = phases.read(PREVIEWS, "film")
        by_start = Counter(line.told["snippet"] for line in found.lines() if line.message == "made")
        assert all(receipt.ok for receipt in receipts)
        twice = sum(count - 1 for count in by_start.values())
        vain = killed - _made(victim)[-1].at
        mean = sum(receipt.timing.wall for receipt in receipts if receipt.timing) / len(receipts)
        return f"{len(receipts)} | {len(_made(victim))} | {twice} | {vain:.1f} | {mean:.1f} | {wall:.1f}"


def _made(worker: Service) -> list[Line]:
    return [line for line in lines_of(worker) if line.message == "made"]
