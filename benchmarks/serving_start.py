"""How long it takes from `flickbook serve` to the page: `python -m benchmarks.serving_start`."""

import statistics
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.web.server import start

ROUNDS = 7


def main() -> None:
    """Measure and print."""
    times = []
    for number in range(ROUNDS):
        with tempfile.TemporaryDirectory() as folder:
            begun = time.perf_counter()
            with start(Path(folder, "in"), Path(folder, "out")) as serving:
                with urllib.request.urlopen(f"{serving.url}/") as answer:
                    answer.read()
                times.append(time.perf_counter() - begun)
        print(f"start {number + 1}: {times[-1]:.2f} s")
    print(f"median {statistics.median(times):.2f} s from `flickbook serve` to the page")


if __name__ == "__main__":
    main()
