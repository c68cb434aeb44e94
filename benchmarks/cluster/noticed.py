"""How soon a dead worker is noticed: seconds until its job runs elsewhere."""

import os
import signal
import urllib.request
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from benchmarks.cluster.relay import Relay, relayed
from benchmarks.cluster.rig import Rig, rig, wait_until
from scripts.cluster import worker
from scripts.process import Service, running

# Longer than the video: it is one job of one snippet, which nobody can share.
FLAGS = ("--snippet", "600")


def noticed(folder: Path, video: Path) -> None:
    """Let a worker die in three ways while another idles; to reach: 10 s until that one has its job."""
    print("\n## A dead worker's job runs elsewhere\n\n| | s |\n|---|---|", flush=True)
    ways: dict[str, Callable[[Service, Relay], None]] = {
        "kill -9": lambda victim, _: os.kill(victim.pid, signal.SIGKILL),
        "frozen (SIGSTOP of it and its processes)": lambda victim, _: os.killpg(victim.pid, signal.SIGSTOP),
        "cut off from the broker": lambda _, relay: relay.cut(),
    }
    for name, way in ways.items():
        with rig(folder, 0) as found, relayed(found.parts.broker.url) as relay:
            seconds = _seconds(found, folder / name.partition(" ")[0], video, relay, way)
        print(f"| {name} | {seconds:.1f} |", flush=True)


def _seconds(found: Rig, folder: Path, video: Path, relay: Relay, way: Callable[[Service, Relay], None]) -> float:
    source = found.put(video, f"film{video.suffix}")
    environ = found.parts.environ
    victim = worker(folder / "victim", 1, {**environ, "FLICKBOOK_BROKER": relay.url})
    spare = worker(folder / "spare", 1, environ)
    with ExitStack() as stack:
        stack.enter_context(running(victim))
        found.submit(source, *FLAGS)
        wait_until("the job's begin", lambda: _is_busy(victim), pause=0.02)
        stack.enter_context(running(spare))
        assert _is_busy(victim), "give a longer video"
        try:
            way(victim, relay)
            return wait_until("the job's begin elsewhere", lambda: _is_busy(spare), pause=0.02)
        finally:
            # What is frozen cannot be ended by its parent's end.
            os.killpg(victim.pid, signal.SIGKILL)


def _is_busy(service: Service) -> bool:
    with urllib.request.urlopen(f"{service.url}/metrics", timeout=5) as answer:
        return b"\nflickbook_busy_slots 1.0" in answer.read()
