"""`make cluster` is one command, and leaves nothing behind."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from scripts import services
from scripts.cluster import cluster
from tests.tools import need
from tests.waiting import LONG, until

# What takes the least time to make of a video.
SMALL = {"FLICKBOOK_FPS": "1", "FLICKBOOK_SIZE": "64", "FLICKBOOK_STILLS": "false", "FLICKBOOK_STORYBOARD": "false"}


@contextmanager
def foreground(log: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Start a cluster as `make cluster` does, with its output in a file; kill it if it is still there at the end."""
    with log.open("wb") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "scripts.cluster", "--workers", "1"], stdout=file, stderr=file
        )
    try:
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(LONG)


def wait_for(log: Path, pattern: str) -> list[str]:
    """Wait until a pattern is in the log, and give its groups."""
    return list(until(lambda: re.search(pattern, log.read_text()), f"{pattern} in {log}", 0.1).groups())


def test_one_command_starts_a_cluster_whose_printed_command_makes_a_book_and_whose_dead_worker_comes_back(
    tmp_path: Path,
) -> None:
    need("rabbitmq-server", services.SEARCH)
    log = tmp_path / "log"
    with foreground(log) as process:
        pasted, broker, worker = wait_for(
            log, r'(?s)(  export [^\n]* FLICKBOOK_BROKER=(\S+)\n  [^\n]*\n).*"started","process":(\d+)'
        )
        made = subprocess.run(
            ["sh", "-ec", pasted],
            env={**os.environ, **SMALL},
            capture_output=True,
            text=True,
            timeout=LONG,
            check=False,
        )
        assert (made.returncode, "s3://previews/bbb-480p24-30s" in made.stdout) == (0, True), made.stderr
        os.kill(int(worker), signal.SIGKILL)
        wait_for(log, r"worker-1 +> ended with -9; starts again")
        (successor,) = wait_for(log, rf'(?s)"started","process":{worker}.*"started","process":(\d+)')
        process.send_signal(signal.SIGINT)
        assert process.wait(LONG) == 0
    processes = subprocess.run(["ps", "axo", "args"], capture_output=True, text=True, check=True).stdout
    assert broker not in processes
    assert not Path(f"/proc/{successor}").exists()


def test_a_cluster_for_programs_has_the_broker_they_ask_for_and_workers_that_end_when_told(tmp_path: Path) -> None:
    need("redis-server", services.SEARCH)
    with cluster(tmp_path, workers=1, broker=services.redis) as parts:
        assert parts.environ["FLICKBOOK_BROKER"] == parts.broker.url
        assert parts.broker.url.startswith("redis://")
        assert parts.workers[0].stop() == 0
