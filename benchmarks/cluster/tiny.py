"""A thousand tiny videos submitted at once: what a message, a plan and a book cost by themselves."""

import os
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

from benchmarks import measure, peers
from benchmarks.cluster import phases
from benchmarks.cluster.rig import FLICKBOOK, Rig, rig, wait_until
from flickbook.engines.celery.dispatcher import CeleryDispatcher
from flickbook.engines.configuration import load
from scripts.cluster import PREVIEWS

SAMPLE_SECONDS = 1.0


class Memory(Thread):
    """Reads a process's resident memory each second, in MB, until told to stop."""

    def __init__(self, process: int) -> None:
        super().__init__(daemon=True)
        self._status = Path(f"/proc/{process}/status")
        self._told = Event()
        self.seen = [self._read()]

    def run(self) -> None:
        """Read until `stop`."""
        while not self._told.wait(SAMPLE_SECONDS):
            self.seen.append(self._read())

    def stop(self) -> list[float]:
        """Stop, and give all that was read."""
        self._told.set()
        self.join()
        return self.seen

    def _read(self) -> float:
        line = next(line for line in self._status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024


def tiny(folder: Path, count: int) -> None:
    """Submit tiny videos at once to two workers, and have one command with two processes make the same."""
    clip = folder / "tiny.mp4"
    picture = ["-f", "lavfi", "-i", "testsrc=size=320x180:rate=10:duration=0.5"]
    measure.run([*peers.FFMPEG, *picture, "-pix_fmt", "yuv420p", clip])
    names = [f"tiny/{number:04}" for number in range(count)]
    print(f"\n## {count:,} videos of 5 frames at once\n", flush=True)
    with rig(folder, 0) as found:
        videos = _put(found, clip, names)
        alone = measure.run([*FLICKBOOK, "render", *videos, "--out", PREVIEWS, "--workers", "2", "--json"]).wall
        print(f"`flickbook render --workers 2`: {alone:.1f} s, {count / alone:.1f} videos/s", flush=True)
    with rig(folder, 2) as found:
        videos = _put(found, clip, names)
        memory = Memory(found.parts.broker.pid)
        memory.start()
        before = found.cpu()
        wall = _on_cluster(found, videos)
        print(f"cluster of two workers: {wall:.1f} s, {count / wall:.1f} videos/s; ÷ render: {wall / alone:.2f}")
        used = ", ".join(f"{name} {1000 * (spent - before[name]) / count:.0f}" for name, spent in found.cpu().items())
        print(f"processor, ms a video: {used}")
        # Whatever the broker still has to tidy up.
        time.sleep(5)
        _show_memory(memory.stop())
        _check(names)


def _put(found: Rig, clip: Path, names: Sequence[str]) -> list[str]:
    with ThreadPoolExecutor(8) as pool:
        return [url for (url,) in pool.map(lambda name: found.put(clip, f"{name}.mp4"), names)]


def _on_cluster(found: Rig, videos: Sequence[str]) -> float:
    begun = time.monotonic()
    ordered = found.submit(videos).wall
    print(f"ordered in {ordered:.1f} s", flush=True)

    def all_done() -> bool:
        return len({line.book for line in found.lines() if line.message == "done"}) == len(videos)

    # Only the logs are looked at, which costs those who work nothing.
    wait_until("all videos", all_done, pause=1.0)
    last = max(line.at for line in found.lines() if line.message == "done")
    return time.monotonic() - begun - (time.time() - last)


def _show_memory(seen: Sequence[float]) -> None:
    step = max(1, len(seen) // 10)
    print(f"broker's memory, MB, every {step} s: " + " ".join(f"{one:.0f}" for one in seen[::step]))
    print(f"broker's memory: {seen[0]:.0f} before, at most {max(seen):.0f}, {seen[-1]:.0f} after")


def _check(names: Sequence[str]) -> None:
    """See that every book is complete, and that the broker has nothing left."""
    with ThreadPoolExecutor(8) as pool:
        bound = sum(pool.map(lambda name: phases.is_bound(PREVIEWS, name), names))
    with CeleryDispatcher(load(environ=os.environ).cluster) as cluster:
        assert isinstance(cluster, CeleryDispatcher)
        depths = cluster.depths()
    print(f"bound: {bound:,} of {len(names):,}; left in the queues: {depths}", flush=True)
