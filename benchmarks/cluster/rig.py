"""A cluster to measure: its parts, videos put into its bucket, its command, and what its workers logged."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks import measure
from benchmarks.measure import Cost
from flickbook.storage import place
from scripts.cluster import PREVIEWS, VIDEOS, Cluster, cluster
from scripts.process import Service

FLICKBOOK = [sys.executable, "-m", "flickbook"]
# By then a worker's processes have loaded what they need.
SETTLE_SECONDS = 5.0


# What `Rig.cpu` calls the processes that make pictures.
MAKERS = "their processes"


class Line(NamedTuple):
    """A line of a worker's log: when it was written, what it says, and what was given with it."""

    at: float
    message: str
    told: Mapping[str, object]

    @property
    def book(self) -> str:
        """Which book it is about, or nothing."""
        return str(self.told.get("book", ""))


class Rig:
    """A running cluster."""

    def __init__(self, parts: Cluster) -> None:
        self.parts = parts

    def put(self, video: Path, *keys: str) -> list[str]:
        """Put a video into the bucket under some keys, and give their URLs."""
        return [place(video, VIDEOS, key) for key in keys]

    def submit(self, videos: Sequence[str | Path], *flags: str, out: str | Path = PREVIEWS) -> Cost:
        """Run `flickbook submit`, by default without waiting for the end."""
        return measure.run([*FLICKBOOK, "submit", *videos, "--engine", "celery", "--out", out, "--json", *flags])

    def lines(self) -> list[Line]:
        """Read what the workers logged so far, in the order of time."""
        return sorted((line for worker in self.parts.workers for line in lines_of(worker)), key=lambda line: line.at)

    def cpu(self) -> dict[str, float]:
        """Give the processor seconds that each part has used so far."""
        workers = [worker.pid for worker in self.parts.workers]
        return {
            "workers": sum(_cpu(worker) for worker in workers),
            MAKERS: sum(_cpu(child) for worker in workers for child in _children(worker)),
            "RabbitMQ": _cpu(self.parts.broker.pid),
            "SeaweedFS": _cpu(self.parts.store.pid),
        }


@contextmanager
def rig(folder: Path, workers: int, environ: Mapping[str, str] | None = None) -> Iterator[Rig]:
    """Start a cluster of workers that do one job at a time, and wait until it is idle."""
    begun = time.monotonic_ns()
    with cluster(folder / str(begun), workers, 1, environ) as parts:
        os.environ.update(parts.environ)
        time.sleep(SETTLE_SECONDS if workers else 0)
        yield Rig(parts)


def lines_of(worker: Service) -> list[Line]:
    """Read what a worker logged so far."""
    text = worker.log.read_text(encoding="utf-8")
    # The last line may be half written.
    documents = [json.loads(line) for line in text.split("\n")[:-1] if line.startswith("{")]
    return [Line(datetime.fromisoformat(told["time"]).timestamp(), told["message"], told) for told in documents]


def wait_until(what: str, holds: Callable[[], object], seconds: float = 600, pause: float = 0.1) -> float:
    """Wait until something holds, and give the seconds it took. Raises RuntimeError if it takes too long."""
    begun = time.monotonic()
    while not holds():
        if time.monotonic() - begun > seconds:
            raise RuntimeError(f"{what} took more than {seconds:g} s")
        time.sleep(pause)
    return time.monotonic() - begun


def _cpu(process: int) -> float:
    """Read the processor seconds of a process, without its children's."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").glob("*/children")
    return [int(child) for task in tasks for child in task.read_text().split()]
