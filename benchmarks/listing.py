"""How long a page of 10,000 videos takes: `python -m benchmarks.listing [COUNT]`.

Writes that many small books into a temporary folder, serves it, and asks over HTTP for the first page, one in the
middle and a search. Prints medians in milliseconds.
"""

import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

from flickbook.core.model import Source, Video
from flickbook.core.planning import make_plan
from flickbook.library.book import Book
from flickbook.library.index import Index, entry_of
from flickbook.outputs.recipes import make_recipe
from tests.web.server import Serving, start

ROUNDS = 15
VIDEO = Video(Fraction(60), Fraction(60), Fraction(0), 640, 360, 0, Fraction(25), "h264", "yuv420p", "mp4")


def write_book(out: str, number: int) -> None:
    """Write the plan and the index entry of a book that is complete, as the list is shown them."""
    name = f"shows/season {number // 100:03}/film {number:05}"
    source = Source(f"file:///videos/{number}.mp4", f"{number}", 1)
    plan = make_plan(name, source, VIDEO, make_recipe())
    Book(out, name).adopt(plan)
    Index(out).note(entry_of(plan, [], "complete"))


def median(serving: Serving, **query: str | int) -> float:
    """Give the median time in milliseconds of a request for a page of 24."""
    times = []
    for _ in range(ROUNDS):
        begun = time.perf_counter()
        answer = serving.client.get("/api/videos", params=query)
        times.append(1000 * (time.perf_counter() - begun))
        assert len(answer.json()["videos"]) == 24
    return statistics.median(times)


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder, "out")
        with ThreadPoolExecutor(4) as pool:
            for _ in pool.map(lambda number: write_book(out.as_uri(), number), range(count)):
                pass
        with start(Path(folder, "in"), out) as serving:
            time.sleep(5)  # a service that starts reads all entries once, to see what is unfinished
            middle = f"shows/season {count // 200:03}/film {count // 2:05}"
            print(f"{count:,} videos, medians of {ROUNDS} requests over HTTP, 24 videos a page")
            print(f"first page  {median(serving):6.1f} ms")
            print(f"middle      {median(serving, after=middle):6.1f} ms")
            print(f"search      {median(serving, search='FILM 00'):6.1f} ms")


if __name__ == "__main__":
    main()
