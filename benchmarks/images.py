"""How fast pictures by URL are: first answers, stored ones beside static files, a GIF, and 500 at once.

    uv run python -m benchmarks.images CLIP [--rounds 3] [--seconds 2]

CLIP lasts half a minute or longer. It is planned, and nothing is made of it, so every picture has to be decoded. Needs
`wrk` (Debian) on the PATH. The service runs on loopback and shares the processors with this program.
"""

import argparse
import asyncio
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from multiprocessing.synchronize import Event
from pathlib import Path
from statistics import median, quantiles

import httpx

from flickbook.core.settings import Limits
from flickbook.engines.orders import plan_source
from flickbook.images.signing import sign_url
from flickbook.library.book import Book
from flickbook.outputs.recipes import make_recipe
from tests.web.server import Serving, start

SECRET = "0123456789abcdef"
FIRST, GIFS, AT_ONCE, CONNECTIONS = 40, 5, 500, 32
STILL = "film-0-frame-0.jpg"


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("clip", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        shutil.copy(chosen.clip, folder / "in" / "film.mp4")
        plan = plan_source((folder / "in" / "film.mp4").as_uri(), make_recipe(), Limits(), "film")
        Book((folder / "out").as_uri(), "film").adopt(plan)
        environ = {"FLICKBOOK_IMAGE_KEYS": f"a:{SECRET}", "FLICKBOOK_IMAGE_OPEN": "true"}
        with start(folder / "in", folder / "out", environ=environ) as serving:
            ask(serving, "/image/film/thumbnail.jpg")  # from here on its processes are warm
            print("| figure | target | measured |\n|---|---|---|")
            measure_first(serving, float(plan.video.duration))
            measure_stored(serving, chosen.rounds, chosen.seconds)
            measure_gifs(serving)
            asyncio.run(measure_many(serving, float(plan.video.duration)))


def ask(serving: Serving, path: str, **parameters: object) -> float:
    """Ask for a picture that is not stored, and return the seconds until it has come."""
    query = "&".join(f"{name}={value}" for name, value in parameters.items())
    begun = time.perf_counter()
    answer = serving.stranger.get(signed(f"{path}?{query}"))
    assert answer.status_code == 200, answer.text
    return time.perf_counter() - begun


def signed(url: str) -> str:
    """Sign a URL for ten minutes."""
    return sign_url(url, "a", SECRET, time.time() + 600)


def measure_first(serving: Serving, duration: float) -> None:
    """Print the times of first answers, at times all over the video."""
    chance = random.Random(1)
    times = [f"{chance.uniform(0, duration):.3f}" for _ in range(FIRST)]
    seconds = [ask(serving, "/image/film/thumbnail.jpg", time=time, width=640) for time in times]
    last = quantiles(seconds, n=20)[-1]
    print(f"| thumbnail, first answer, median / p95 of {FIRST} | 150 / 400 ms | ", end="")
    print(f"{median(seconds) * 1000:.0f} / {last * 1000:.0f} ms |", flush=True)


def measure_stored(serving: Serving, rounds: int, seconds: int) -> None:
    """Print how many stored pictures come a second, beside the same picture as a static file of the book."""
    open_, static = "/image/film/thumbnail.jpg?time=1&width=320", f"/v/film/{STILL}"
    closed = signed(open_)
    data = serving.stranger.get(open_).raise_for_status().content
    (serving.out / "film" / STILL).write_bytes(data)
    rates = [[load(serving.url + url, seconds) for url in (static, open_, closed)] for _ in range(rounds)]
    for at, what in ((1, "without a signature"), (2, "signed")):
        share = median(row[at] / row[0] for row in rates)
        rate = median(row[at] for row in rates)
        print(f"| stored thumbnail, {what}, requests/s ÷ a static picture's | 0.9 | {share:.2f} ({rate:.0f}/s) |")


def load(url: str, seconds: int) -> float:
    """Return the requests a second that a URL answers."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}", url]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in printed, printed
    found = re.search(r"Requests/sec:\s+([\d.]+)", printed)
    assert found is not None, printed
    return float(found[1])


def measure_gifs(serving: Serving) -> None:
    """Print the time of the first answer with a GIF of five seconds."""
    seconds = [ask(serving, "/image/film/animated.gif", start=5 * number, end=5 * number + 5) for number in range(GIFS)]
    print(f"| animated GIF of 5 s, first answer, median of {GIFS} | 1.5 s | {median(seconds):.2f} s |", flush=True)


async def measure_many(serving: Serving, duration: float) -> None:
    """Print what becomes of many different pictures asked for at once, and of the service meanwhile."""
    times = [f"{number * duration / AT_ONCE:.3f}" for number in range(AT_ONCE)]
    urls = [signed(f"/image/film/thumbnail.jpg?time={time}&width=480") for time in times]
    context = multiprocessing.get_context("spawn")
    over, results = context.Event(), context.SimpleQueue()
    watching = context.Process(target=watch_health, args=(serving.url, over, results))
    watching.start()
    results.get()  # it has begun
    before = memory(serving.process.pid)
    begun = time.perf_counter()
    limits = httpx.Limits(max_connections=AT_ONCE)
    async with httpx.AsyncClient(base_url=serving.url, limits=limits, timeout=600) as client:
        answers = await asyncio.gather(*(client.get(url) for url in urls))
    seconds = time.perf_counter() - begun
    over.set()
    slowest = results.get()
    watching.join()
    counts = Counter(answer.status_code for answer in answers)
    found = ", ".join(f"{count} × {status}" for status, count in sorted(counts.items()))
    grown = f"{before / 1e6:.0f} → {memory(serving.process.pid) / 1e6:.0f} MB"
    print(f"| {AT_ONCE} different pictures at once | all 200 or 429 | {found}, in {seconds:.1f} s |")
    print(f"| memory of the service before and after | flat | {grown} |")
    print(f"| slowest health check meanwhile | 100 ms | {slowest * 1000:.0f} ms |")


def watch_health(url: str, over: Event, results: "multiprocessing.SimpleQueue[float]") -> None:
    """Check the service's health until it is over, and report the longest time in seconds."""
    slowest = 0.0
    with httpx.Client(base_url=url, timeout=60) as client:
        client.get("/healthz")
        results.put(0.0)
        while not over.wait(0.02):
            begun = time.perf_counter()
            client.get("/healthz").raise_for_status()
            slowest = max(slowest, time.perf_counter() - begun)
    results.put(slowest)


def memory(pid: int) -> int:
    """Return the resident bytes of a process."""
    return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


if __name__ == "__main__":
    main()
