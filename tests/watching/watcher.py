"""`flickbook watch` as a user starts it: another process, for the time of a test."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.run import COMMAND

# Small pictures, and a look often enough to be waited for.
QUICK = {"FLICKBOOK_SNIPPET": "1", "FLICKBOOK_SIZE": "64", "FLICKBOOK_EVERY": "0.5", "FLICKBOOK_WORKERS": "2"}


class Watcher:
    """A running watch and what it said so far."""

    def __init__(self, process: "subprocess.Popen[bytes]", log: Path) -> None:
        self.process = process
        self._log = log

    @property
    def said(self) -> list[str]:
        """Its lines without their dates."""
        return [line.partition(",")[2].partition(" ")[2] for line in self._log.read_text().splitlines()]

    def wait_for(self, text: str, times: int = 1) -> None:
        """Wait until it said something so many times."""
        deadline = time.monotonic() + 60
        while self._log.read_text().count(text) < times:
            assert self.process.poll() is None, self._log.read_text()
            assert time.monotonic() < deadline, self._log.read_text()
            time.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, wait for the end, and give the exit code."""
        self.process.send_signal(how)
        return self.process.wait(15)


@contextmanager
def watching(
    source: Path | str, out: Path | str, log: Path, *options: str, environ: dict[str, str] | None = None
) -> Iterator[Watcher]:
    """Watch a source, and end that with the test; what it says has no traceback."""
    command = [*COMMAND, "watch", str(source), "--out", str(out), *options]
    with (
        log.open("wb") as errors,
        subprocess.Popen(command, stderr=errors, env={**os.environ, **QUICK, **(environ or {})}) as process,
    ):
        try:
            yield Watcher(process, log)
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(15)
                finally:
                    process.kill()
    assert "Traceback" not in log.read_text(), log.read_text()
