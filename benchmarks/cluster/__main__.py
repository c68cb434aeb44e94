"""What a cluster of workers on one machine gains, costs and survives, through RabbitMQ and SeaweedFS.

    uv run python -m benchmarks.cluster speed VIDEO      # two workers against one
    uv run python -m benchmarks.cluster overhead VIDEO   # against `flickbook render` with two processes
    uv run python -m benchmarks.cluster redone VIDEO     # what kill -9 of a worker has done again
    uv run python -m benchmarks.cluster noticed VIDEO    # how soon a dead worker's job runs elsewhere
    uv run python -m benchmarks.cluster fair VIDEO       # a clip among a hundred films, and films among themselves
    uv run python -m benchmarks.cluster tiny             # a thousand videos at once

VIDEO is a file of three minutes. Services are started on free ports for each, with all they keep in a temporary folder.
"""

import argparse
import tempfile
import time
from pathlib import Path

from benchmarks.cluster.fair import fair
from benchmarks.cluster.noticed import noticed
from benchmarks.cluster.redone import redone
from benchmarks.cluster.speed import overhead, speed
from benchmarks.cluster.tiny import tiny


def main() -> None:
    """Measure one thing, and print Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = parser.add_subparsers(required=True)
    for name, measure in (("speed", speed), ("overhead", overhead), ("redone", redone)):
        kind = kinds.add_parser(name)
        kind.add_argument("video", type=Path)
        kind.add_argument("--rounds", type=int, default=1)
        kind.set_defaults(run=lambda folder, chosen, measure=measure: measure(folder, chosen.video, chosen.rounds))
    kind = kinds.add_parser("noticed")
    kind.add_argument("video", type=Path)
    kind.set_defaults(run=lambda folder, chosen: noticed(folder, chosen.video))
    kind = kinds.add_parser("fair")
    kind.add_argument("video", type=Path)
    kind.add_argument("--films", type=int, default=100)
    kind.set_defaults(run=lambda folder, chosen: fair(folder, chosen.video, chosen.films))
    kind = kinds.add_parser("tiny")
    kind.add_argument("--videos", type=int, default=1000)
    kind.set_defaults(run=lambda folder, chosen: tiny(folder, chosen.videos))
    chosen = parser.parse_args()
    print(time.strftime("%Y-%m-%d"), flush=True)
    with tempfile.TemporaryDirectory(prefix="flickbook-bench-") as folder:
        chosen.run(Path(folder), chosen)


if __name__ == "__main__":
    main()
