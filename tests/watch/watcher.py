"""A watch for the time of a test: in a thread, or as a user starts it, in another process."""

import os
import signal
import subprocess
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from flickbook.watch.watcher import Watch
from tests.cli.run import COMMAND
from tests.tools import ROOT
from tests.waiting import LONG, until

# Small pictures, and frequent scans.
QUICK = {"FLICKBOOK_SNIPPET": "1", "FLICKBOOK_SIZE": "64", "FLICKBOOK_EVERY": "0.5", "FLICKBOOK_WORKERS": "1"}


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

        def there() -> bool:
            found = self._log.read_text().count(text) >= times
            assert found or self.process.poll() is None, self._log.read_text()
            return found

        until(there, f"{text!r} in {self._log}", pause=0.05)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal, wait for the end, and return the exit code."""
        self.process.send_signal(how)
        return self.process.wait(LONG)


@contextmanager
def watching(
    source: Path | str,
    out: Path | str,
    log: Path,
    *options: str,
    environ: dict[str, str] | None = None,
    command: Sequence[str] = COMMAND,
) -> Iterator[Watcher]:
    """Watch a source, and end that with the test; what it says has no traceback."""
    words = [*command, "watch", str(source), "--out", str(out), *options]
    given = {**os.environ, **QUICK, **(environ or {})}
    with log.open("wb") as errors, subprocess.Popen(words, stderr=errors, env=given, cwd=ROOT) as process:
        try:
            yield Watcher(process, log)
        finally:
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(LONG)
                finally:
                    process.kill()
    assert "Traceback" not in log.read_text(), log.read_text()


@contextmanager
def running(watch: Watch) -> Iterator[None]:
    """Let a watch run meanwhile."""
    thread = threading.Thread(target=watch.run)
    thread.start()
    try:
        yield
    finally:
        watch.stop()
        thread.join()
